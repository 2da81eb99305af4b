//! Units: the bloc committee, the organisations below it, and what became of them over time.

use super::date::Date;
use super::from_json::FromJson;
use super::id::{SectorId, UnitId};
use super::text::Text;
use serde::Serialize;

/// The kind of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, FromJson)]
#[serde(rename_all = "snake_case")]
pub enum UnitKind {
    /// Đảng ủy Khối: the bloc committee, the root.
    BlocCommittee,
    /// Đảng bộ cơ sở: a grassroots committee.
    GrassrootsCommittee,
    /// Chi bộ cơ sở: a grassroots cell.
    GrassrootsCell,
    /// Đảng bộ bộ phận: a sectional committee, below a grassroots committee.
    SectionalCommittee,
    /// Chi bộ trực thuộc: a subordinate cell, below a committee.
    SubordinateCell,
    /// A mass organisation of the bloc (Đoàn Khối, Hội Cựu chiến binh, Công đoàn).
    MassOrganisation,
}

impl UnitKind {
    /// Every kind, from the root down.
    pub const ALL: [UnitKind; 6] = [
        UnitKind::BlocCommittee,
        UnitKind::GrassrootsCommittee,
        UnitKind::GrassrootsCell,
        UnitKind::SectionalCommittee,
        UnitKind::SubordinateCell,
        UnitKind::MassOrganisation,
    ];

    /// Whether units of other kinds can stand below it: it is a committee.
    pub const fn can_have_below(self) -> bool {
        matches!(
            self,
            UnitKind::BlocCommittee | UnitKind::GrassrootsCommittee | UnitKind::SectionalCommittee
        )
    }

    /// Whether it is a grassroots organisation (TCCSĐ): a grassroots committee or cell.
    pub const fn is_grassroots(self) -> bool {
        matches!(self, UnitKind::GrassrootsCommittee | UnitKind::GrassrootsCell)
    }
}

/// How a unit came to end in others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, FromJson)]
#[serde(rename_all = "snake_case")]
pub enum SuccessionKind {
    /// Several became one.
    Merge,
    /// One became several.
    Split,
    /// The same unit under another name.
    Rename,
    /// The same unit below another parent.
    Move,
}

/// What a unit became.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, FromJson)]
pub struct Succession {
    /// How.
    pub kind: SuccessionKind,
    /// Into which units.
    pub into: Vec<UnitId>,
}

/// How a unit was until a day: under another name, below another parent, in another sector, of another kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, FromJson)]
pub struct Earlier {
    /// The last day on which it was so.
    pub until: Date,
    /// The full name it had.
    pub name: String,
    /// The short name it had.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub short_name: String,
    /// The unit it stood below.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<UnitId>,
    /// The kind it was of.
    pub kind: UnitKind,
    /// The sector it was in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sector: Option<SectorId>,
}

/// A unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, FromJson)]
pub struct Unit {
    /// Its identifier.
    pub id: UnitId,
    /// The unit above; `None` for the root.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<UnitId>,
    /// Its kind.
    pub kind: UnitKind,
    /// Its sector (loại hình).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sector: Option<SectorId>,
    /// Its full name.
    pub name: String,
    /// A short name for narrow places; empty where the full name serves.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub short_name: String,
    /// Its place in the official order among its siblings, from 1.
    #[serde(default)]
    pub order: u32,
    /// The first day it exists; `None`: since before the records.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_from: Option<Date>,
    /// The last day it exists; `None`: still there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_to: Option<Date>,
    /// What it became when it ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub succession: Option<Succession>,
    /// How it was before it was renamed or moved, the earliest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub earlier: Vec<Earlier>,
}

impl Unit {
    /// A unit with the least that a unit has.
    pub fn new(id: impl Into<UnitId>, parent: Option<UnitId>, kind: UnitKind, name: impl Into<String>) -> Unit {
        Unit {
            id: id.into(),
            parent,
            kind,
            sector: None,
            name: name.into(),
            short_name: String::new(),
            order: 0,
            valid_from: None,
            valid_to: None,
            succession: None,
            earlier: Vec::new(),
        }
    }

    /// The unit as it was on `date`, without what was before and after.
    pub fn as_on(&self, date: Date) -> Unit {
        let mut then = self.clone();
        then.earlier = Vec::new();
        if let Some(was) = self.earlier.iter().find(|was| date <= was.until) {
            then.name.clone_from(&was.name);
            then.short_name.clone_from(&was.short_name);
            then.parent.clone_from(&was.parent);
            then.sector.clone_from(&was.sector);
            then.kind = was.kind;
        }
        then
    }

    /// The short name, or the full one where there is none.
    pub fn brief(&self) -> &str {
        if self.short_name.is_empty() {
            &self.name
        } else {
            &self.short_name
        }
    }

    /// Whether it exists on `date`.
    pub fn exists_on(&self, date: Date) -> bool {
        self.valid_from.is_none_or(|from| from <= date) && self.valid_to.is_none_or(|to| date <= to)
    }

    /// Whether it exists on any day from `start` to `end`.
    pub fn exists_within(&self, start: Date, end: Date) -> bool {
        self.valid_from.is_none_or(|from| from <= end) && self.valid_to.is_none_or(|to| start <= to)
    }
}

/// A sector of the bloc's own list (loại hình).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, FromJson)]
pub struct Sector {
    /// Its identifier.
    pub id: SectorId,
    /// Its name.
    pub label: Text,
    /// Its place in the list, from 1.
    #[serde(default)]
    pub order: u32,
}
