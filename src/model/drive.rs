//! Study drives: the study of one document, from a day to a day, by some audiences.

use super::date::Date;
use super::document::DocumentRef;
use super::from_json::FromJson;
use super::id::{DriveId, OptionId, UnitId};
use super::period::Period;
use serde::Serialize;

/// A study drive (đợt học tập, quán triệt).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, FromJson)]
pub struct Drive {
    /// Its identifier.
    pub id: DriveId,
    /// The unit that runs it, with all below it taking part.
    pub unit: UnitId,
    /// Its name.
    pub name: String,
    /// What is studied.
    #[serde(default)]
    pub document: DocumentRef,
    /// Its first day.
    pub start: Date,
    /// Its last day.
    pub end: Date,
    /// Who studies: options of the set `audience`.
    #[serde(default)]
    pub audiences: Vec<OptionId>,
}

impl Drive {
    /// The drive as a period.
    pub fn period(&self) -> Period {
        Period::Drive(self.id.clone())
    }
}
