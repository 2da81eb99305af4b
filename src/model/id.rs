//! Identifiers. Each kind of thing has its own type, so that one cannot be passed for another.
//! They are cheap to clone: a bloc of 10,000 units names each unit many times.

use super::from_json::{FromJson, JsonError, text};
use serde::{Serialize, Serializer};
use serde_json::Value;
use std::borrow::Borrow;
use std::fmt;
use std::sync::Arc;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Arc<str>);

        impl $name {
            /// Wraps the text of an identifier.
            pub fn new(text: impl AsRef<str>) -> Self {
                Self(Arc::from(text.as_ref()))
            }

            /// The identifier's text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self::new(text)
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(&self.0, f)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }

        impl FromJson for $name {
            fn from_json(value: &Value) -> Result<Self, JsonError> {
                text(value).map(Self::new)
            }
        }
    )*};
}

ids! {
    /// A unit of the tree: the bloc, an organisation, a cell.
    UnitId;
    /// A sector (loại hình) of a bloc's own list.
    SectorId;
    /// What a count counts: members, organisations, entries …
    CountingUnitId;
    /// A measure of the catalogue or of the bloc.
    MeasureId;
    /// A set of options that a measure is split by: grades, levels, actors …
    OptionSetId;
    /// One option of a set.
    OptionId;
    /// A form of the catalogue or of the bloc.
    FormId;
    /// A section that a bloc adds to a built-in form.
    SectionId;
    /// An area of a bloc's work.
    AreaId;
    /// An indicator: a numerator over a denominator, or a sum.
    IndicatorId;
    /// A rule that figures are checked by.
    RuleId;
    /// A target.
    TargetId;
    /// A study drive.
    DriveId;
    /// What a published report states.
    StatementId;
    /// A view of the explorer that is kept by a name.
    ViewId;
    /// A closing of a period.
    ClosingId;
    /// A deck of slides.
    DeckId;
    /// A slide of a deck.
    SlideId;
    /// A report on a period.
    ReportId;
    /// A template of reports.
    TemplateId;
    /// A stored and synchronised record of any kind.
    RecordId;
    /// A cell of a return: `measure`, `measure.option` or `measure.option.option.option`.
    CellKey;
}

impl CellKey {
    /// The cell of `measure` under `options`, in the order of the measure's dimensions.
    pub fn of(measure: &MeasureId, options: &[OptionId]) -> CellKey {
        let mut text = measure.as_str().to_owned();
        for option in options {
            text.push('.');
            text.push_str(option.as_str());
        }
        CellKey::new(text)
    }

    /// The measure's part of the key.
    pub fn measure(&self) -> &str {
        self.as_str().split('.').next().unwrap_or_default()
    }

    /// The options' parts of the key, in order; empty for an undivided measure.
    pub fn options(&self) -> impl Iterator<Item = &str> {
        self.as_str().split('.').skip(1)
    }
}
