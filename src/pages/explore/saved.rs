//! Views that are kept by a name: records of the bloc like its targets and drives.
//!
//! An earlier version kept them in the browser's settings, a line each; [`of_lines`] reads those, once.

use crate::model::checksum::crc32;
use crate::model::id::ViewId;
use crate::model::saved_view::SavedView;

/// Between a name and its address in a line of the earlier version.
const BETWEEN: char = '\t';

/// Why a name cannot be given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameProblem {
    /// It is empty.
    None,
    /// Another view bears it.
    Taken,
}

/// The name as it is kept.
///
/// # Errors
/// [`NameProblem`] where it is empty, or that of another view than `own`.
pub fn name_of(views: &[SavedView], own: &ViewId, typed: &str) -> Result<String, NameProblem> {
    let name = typed.trim();
    if name.is_empty() {
        return Err(NameProblem::None);
    }
    match named(views, name) {
        Some(other) if other.id != *own => Err(NameProblem::Taken),
        _ => Ok(name.to_owned()),
    }
}

/// The view of a name.
pub fn named<'v>(views: &'v [SavedView], name: &str) -> Option<&'v SavedView> {
    views.iter().find(|view| view.name == name)
}

/// Views as the earlier version kept them; lines that are none are left out. Their identifiers are made of their
/// names, so that two tabs that take them over at once make the same records.
pub fn of_lines(text: &str) -> Vec<SavedView> {
    let view = |line: &str| {
        let (name, address) = line.split_once(BETWEEN)?;
        Some(SavedView {
            id: ViewId::new(format!("{:08x}", crc32(name.as_bytes()))),
            name: name.to_owned(),
            address: address.to_owned(),
        })
    };
    text.lines().filter_map(view).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::model::ledger::Ledger;
    use crate::model::record::{Entity, REMOVED};

    #[test]
    fn lines_of_the_earlier_version_are_read_once_and_the_same() {
        let text = "Kết nạp theo quý\t/explore?form=admission\nno view\nKiểm tra\t/explore?of=a\n";
        let views = of_lines(text);
        assert_eq!(views.len(), 2);
        assert_eq!(views[0].name, "Kết nạp theo quý");
        assert_eq!(views[0].address, "/explore?form=admission");
        assert_ne!(views[0].id, views[1].id);
        assert_eq!(of_lines(text), views);
    }

    #[test]
    fn a_name_is_needed_and_stands_once() {
        let views = of_lines("a\t1\nb\t2\n");
        let own = &views[0].id;
        assert_eq!(name_of(&views, own, "  c "), Ok("c".to_owned()));
        assert_eq!(name_of(&views, own, "a"), Ok("a".to_owned()));
        assert_eq!(name_of(&views, own, "b"), Err(NameProblem::Taken));
        assert_eq!(name_of(&views, own, " "), Err(NameProblem::None));
    }

    #[test]
    fn views_are_records_of_the_bloc() {
        let mut records: Vec<_> = of_lines("a\t1\nb\t2\n").iter().map(Entity::to_record).collect();
        assert_eq!(Ledger::from_records(&records).views.len(), 2);
        records[0].fields.insert(REMOVED.to_owned(), true.into());
        let ledger = Ledger::from_records(&records);
        assert_eq!(ledger.views.len(), 1);
        assert_eq!(ledger.unreadable, []);
    }
}
