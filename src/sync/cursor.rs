//! What travels as text that nobody but the server takes apart: how far a device has read, where a first load goes on, and
//! what an account may read.
//!
//! All of it is of letters, digits, `.`, `-` and `_`, so that it stands in an address as it is.

use super::rights::{Actor, Role};
use crate::model::id::{RecordId, UnitId};
use crate::model::sha256::{hex, sha256};
use crate::model::tree::UnitTree;
use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

/// A text that is none of a server's: of another version, or made up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a text that this server gave")]
pub struct NotOurs;

/// How far a device has read the changes of one epoch: `42.k3v9…`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cursor {
    /// The server's epoch: letters and digits.
    pub epoch: String,
    /// The last revision that was looked at, whether the account may read it or not.
    pub rev: u64,
}

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.rev, self.epoch)
    }
}

impl FromStr for Cursor {
    type Err = NotOurs;

    fn from_str(text: &str) -> Result<Cursor, NotOurs> {
        let (rev, epoch) = text.split_once('.').ok_or(NotOurs)?;
        Ok(Cursor {
            epoch: checked_epoch(epoch)?,
            rev: number(rev)?,
        })
    }
}

/// What is asked of `/changes` against what there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// The changes after this revision.
    After(u64),
    /// The cursor is of another epoch, of before what is still known of removed records, or of a time to come: 410, and
    /// everything is fetched anew.
    Gone,
}

impl Cursor {
    /// Where to begin. `floor` is the lowest revision from which every removal is still known, `head` the last one given.
    pub fn reach(&self, epoch: &str, floor: u64, head: u64) -> Reach {
        match self.epoch == epoch && (floor..=head).contains(&self.rev) {
            true => Reach::After(self.rev),
            false => Reach::Gone,
        }
    }
}

/// Where a first load goes on: after this record, in the order of identifiers. The pages are read one after the other while
/// the bloc goes on changing; what changed meanwhile is told by the changes since the head that the first page was read at,
/// so every page carries it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageMark {
    /// The server's epoch and its head when the first page was read.
    pub since: Cursor,
    /// The last record of the page before.
    pub after: RecordId,
}

impl fmt::Display for PageMark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.", self.since)?;
        self.after.as_str().bytes().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl FromStr for PageMark {
    type Err = NotOurs;

    fn from_str(text: &str) -> Result<PageMark, NotOurs> {
        let (since, after) = text.rsplit_once('.').ok_or(NotOurs)?;
        let (pairs, rest) = after.as_bytes().as_chunks::<2>();
        let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
        let byte = |pair: &[u8; 2]| Some(digit(pair[0])? << 4 | digit(pair[1])?);
        let bytes: Option<Vec<u8>> = pairs.iter().map(byte).collect();
        let id = bytes.and_then(|bytes| String::from_utf8(bytes).ok()).ok_or(NotOurs)?;
        if !rest.is_empty() {
            return Err(NotOurs);
        }
        Ok(PageMark {
            since: since.parse()?,
            after: RecordId::new(id),
        })
    }
}

fn checked_epoch(text: &str) -> Result<String, NotOurs> {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    match !text.is_empty() && text.bytes().all(plain) {
        true => Ok(text.to_owned()),
        false => Err(NotOurs),
    }
}

/// A number as it is written here and in no other way: cursors that say the same are the same text.
fn number(text: &str) -> Result<u64, NotOurs> {
    let number: u64 = text.parse().map_err(|_| NotOurs)?;
    match number.to_string() == text {
        true => Ok(number),
        false => Err(NotOurs),
    }
}

/// What an account may read, in short. When it is another one than before, a device fetches everything anew: its role or its
/// unit changed, or units came under another one, and what it may read now may have changed long before its cursor.
pub fn scope_of(actor: &Actor, units: &UnitTree) -> String {
    let own = match (actor.role, &actor.unit) {
        (Role::Admin | Role::Editor | Role::Viewer, _) => return "all".to_owned(),
        (Role::Unit, None) => return "none".to_owned(),
        (Role::Unit, Some(own)) => own,
    };
    let mut seen: BTreeSet<&UnitId> = units.subtree(own).iter().map(|unit| &unit.id).collect();
    seen.extend(units.ancestors(own).iter().map(|unit| &unit.id));
    let mut text = own.as_str().to_owned();
    for id in seen {
        text.push('\n');
        text.push_str(id.as_str());
    }
    let digest = hex(&sha256(&[text.as_bytes()]));
    format!("unit-{}", &digest[..16])
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::model::unit::{Unit, UnitKind};

    #[test]
    fn a_cursor_comes_back_and_nothing_else_is_one() {
        let cursor = Cursor {
            epoch: "k3v9-_".into(),
            rev: 1_000_042,
        };
        assert_eq!(cursor.to_string(), "1000042.k3v9-_");
        assert_eq!(cursor.to_string().parse(), Ok(cursor.clone()));
        let mark = PageMark {
            since: cursor,
            after: "return/study/drive:d1/đơn vị".into(),
        };
        assert_eq!(mark.to_string().parse(), Ok(mark.clone()));
        for text in ["", "7", "7.", ".k", "07.k", "+7.k", "7.k v", "-1.k", "7.k.k"] {
            assert_eq!(text.parse::<Cursor>(), Err(NotOurs), "{text}");
        }
        for text in ["", "7.k", "7.k.a", "7.k.zz", "7.k.ff"] {
            assert_eq!(text.parse::<PageMark>(), Err(NotOurs), "{text}");
        }
    }

    #[test]
    fn a_cursor_reaches_as_far_back_as_removals_are_known() {
        let of = |epoch: &str, rev| Cursor {
            epoch: epoch.into(),
            rev,
        };
        assert_eq!(of("a", 5).reach("a", 5, 9), Reach::After(5));
        assert_eq!(of("a", 9).reach("a", 5, 9), Reach::After(9));
        for gone in [of("a", 4), of("a", 10), of("b", 7)] {
            assert_eq!(gone.reach("a", 5, 9), Reach::Gone, "{gone}");
        }
    }

    #[test]
    fn the_scope_changes_when_what_may_be_read_does() {
        let unit =
            |id: &str, parent: Option<&str>| Unit::new(id, parent.map(UnitId::from), UnitKind::GrassrootsCommittee, id);
        let actor = |role, unit: Option<&str>| Actor {
            account: "a".into(),
            name: "a".into(),
            role,
            unit: unit.map(UnitId::from),
        };
        let tree = |units: Vec<Unit>| UnitTree::new(units);
        let before = tree(vec![
            unit("k", None),
            unit("a", Some("k")),
            unit("b", Some("k")),
            unit("c", Some("b")),
        ]);
        let moved = tree(vec![
            unit("k", None),
            unit("a", Some("k")),
            unit("b", Some("k")),
            unit("c", Some("a")),
        ]);
        let of = |unit: &str, tree: &UnitTree| scope_of(&actor(Role::Unit, Some(unit)), tree);
        assert_eq!(of("a", &before), of("a", &before.clone()));
        assert_ne!(of("a", &before), of("b", &before));
        assert_ne!(of("a", &before), of("a", &moved));
        assert_ne!(of("c", &before), of("c", &moved));
        for role in [Role::Admin, Role::Editor, Role::Viewer] {
            assert_eq!(scope_of(&actor(role, None), &before), "all");
        }
        assert_eq!(scope_of(&actor(Role::Unit, None), &before), "none");
    }
}
