//! What a record holds, by name. A name that this version does not know is kept as it is: a device that is behind stores,
//! sends and backs up what newer ones wrote, and only leaves it out of figures.

use super::from_json::{FromJson, JsonError, text};
use serde::{Serialize, Serializer};
use serde_json::Value;
use std::fmt;

/// What a record holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RecordKind {
    /// The bloc's [`Profile`](super::profile::Profile).
    Profile,
    /// A [`Sector`](super::unit::Sector).
    Sector,
    /// A [`Unit`](super::unit::Unit).
    Unit,
    /// A [`Drive`](super::drive::Drive).
    Drive,
    /// A [`Target`](super::target::Target).
    Target,
    /// A [`Return`](super::returns::Return).
    Return,
    /// A [`Statement`](super::statement::Statement).
    Statement,
    /// An [`Explanation`](super::record::Explanation) of a finding.
    Explanation,
    /// A [`SavedView`](super::saved_view::SavedView) of the explorer.
    View,
    /// An [`OwnThing`](super::own::OwnThing): what the bloc adds to the catalogue.
    Own,
    /// A [`Closing`](super::closing::Closing) of a period.
    Closing,
    /// A [`Conflict`](super::conflict::Conflict).
    Conflict,
    /// A [`Deck`](super::deck::Deck) of slides.
    Deck,
    /// A [`PeriodReport`](super::report::PeriodReport).
    Report,
    /// Something that a newer version knows.
    Other(KindName),
}

/// The kinds that this version knows, with the names that they are written by. A name is never given up or used again.
const NAMES: [(&str, RecordKind); 14] = [
    ("profile", RecordKind::Profile),
    ("sector", RecordKind::Sector),
    ("unit", RecordKind::Unit),
    ("drive", RecordKind::Drive),
    ("target", RecordKind::Target),
    ("return", RecordKind::Return),
    ("statement", RecordKind::Statement),
    ("explanation", RecordKind::Explanation),
    ("view", RecordKind::View),
    ("own", RecordKind::Own),
    ("closing", RecordKind::Closing),
    ("conflict", RecordKind::Conflict),
    ("deck", RecordKind::Deck),
    ("report", RecordKind::Report),
];

/// How long a kind's name may be.
pub const MOST: usize = 23;

/// The name of a kind that this version does not know: small letters, digits and `_`; a copy of it is as cheap as that of
/// a known kind.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KindName([u8; MOST]);

impl KindName {
    fn new(name: &str) -> Option<KindName> {
        let plain = |byte: &u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_');
        let fits = (1..=MOST).contains(&name.len()) && name.as_bytes().iter().all(plain);
        let mut bytes = [0; MOST];
        fits.then(|| {
            bytes[..name.len()].copy_from_slice(name.as_bytes());
            KindName(bytes)
        })
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        let end = self.0.iter().position(|byte| *byte == 0).unwrap_or(MOST);
        std::str::from_utf8(&self.0[..end]).unwrap_or_default()
    }
}

impl fmt::Debug for KindName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl RecordKind {
    /// The kinds that this version knows.
    pub fn known() -> impl Iterator<Item = RecordKind> {
        NAMES.iter().map(|(_, kind)| *kind)
    }

    /// The kind of this name; `None` for what is no name of a kind.
    pub fn named(name: &str) -> Option<RecordKind> {
        let known = NAMES.iter().find(|(known, _)| *known == name);
        known
            .map(|(_, kind)| *kind)
            .or_else(|| KindName::new(name).map(RecordKind::Other))
    }

    /// The name that it is written by.
    pub fn name(&self) -> &str {
        match self {
            RecordKind::Other(name) => name.as_str(),
            known => NAMES
                .iter()
                .find(|(_, kind)| kind == known)
                .map_or("", |(name, _)| *name),
        }
    }
}

impl Serialize for RecordKind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl FromJson for RecordKind {
    fn from_json(value: &Value) -> Result<RecordKind, JsonError> {
        RecordKind::named(text(value)?).ok_or_else(|| JsonError::unexpected(value, "a kind of record"))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn each_known_kind_has_a_name_of_its_own() {
        for kind in RecordKind::known() {
            assert_eq!(RecordKind::named(kind.name()), Some(kind));
        }
        let mut names: Vec<&str> = NAMES.iter().map(|(name, _)| *name).collect();
        names.dedup();
        assert_eq!(names.len(), NAMES.len());
        assert_eq!(serde_json::to_value(RecordKind::Return).unwrap(), "return");
    }

    #[test]
    fn an_unknown_kind_keeps_its_name() {
        let later = RecordKind::from_json(&"of_a_later_version".into()).unwrap();
        assert_eq!(later.name(), "of_a_later_version");
        assert_eq!(serde_json::to_string(&later).unwrap(), "\"of_a_later_version\"");
    }

    #[test]
    fn what_is_no_name_is_refused() {
        for name in ["", "Unit", "hai từ", "a-b", "a_name_that_is_far_too_long"] {
            assert_eq!(RecordKind::named(name), None, "{name}");
        }
        assert!(RecordKind::from_json(&Value::from(3)).is_err());
    }
}
