//! A backup beside what is here: which records and fields are new, differ, are the same, or are only here.
//!
//! Where the file and this device have both seen an earlier backup, it is known on which side a field was changed since;
//! where they have not, only that the two differ, and a person decides.

use crate::model::from_json::FromJson;
use crate::model::id::{RecordId, UnitId};
use crate::model::record::{Fields, Record, RecordKind};
use crate::sync::op::Records;
use serde::Serialize;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// How many records with a difference are listed. With more, laying the file over what is here is the wrong thing to do.
pub const MAX_LISTED: usize = 10_000;

/// What fields that were changed here since the backup that both have seen were in it; `null` for nothing there. Fields
/// that are not named are as they were.
pub type Before = BTreeMap<RecordId, Fields>;

/// On which side a difference came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, FromJson)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// Here there is nothing: taking it overwrites nothing.
    New,
    /// Only the file changed it.
    File,
    /// Only this device changed it.
    Here,
    /// Both changed it, differently.
    Both,
    /// They differ, and nothing says who changed it.
    Unknown,
}

impl Side {
    /// Whether a person has to decide: neither value is known to come after the other.
    pub fn is_conflict(self) -> bool {
        matches!(self, Side::Both | Side::Unknown)
    }

    /// Whether the file's value is taken unless a person says otherwise.
    pub fn takes_file(self) -> bool {
        matches!(self, Side::New | Side::File)
    }
}

/// A field that is not the same on both sides; `null` for nothing there.
#[derive(Clone, Debug, PartialEq, Serialize, FromJson)]
pub struct Difference {
    /// Its name.
    pub field: String,
    /// As it is here.
    #[serde(default)]
    pub here: Value,
    /// As the file has it.
    #[serde(default)]
    pub file: Value,
    /// On which side it came about.
    pub side: Side,
}

/// A record that is not the same on both sides.
#[derive(Clone, Debug, PartialEq, Serialize, FromJson)]
pub struct Differing {
    /// Which.
    pub id: RecordId,
    /// What it holds.
    pub kind: RecordKind,
    /// The unit whose permissions decide on it.
    pub scope: UnitId,
    /// Whether it is not here at all.
    pub is_new: bool,
    /// Its fields that differ; of a new one all.
    pub fields: Vec<Difference>,
}

/// How many records of a kind there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, FromJson)]
pub struct Tally {
    /// In the file and not here.
    pub new: u64,
    /// On both sides, and different.
    pub changed: u64,
    /// On both sides, and the same.
    pub same: u64,
    /// Here and not in the file: kept.
    pub only_here: u64,
}

/// What a comparison found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Comparison {
    /// By kind.
    pub tallies: BTreeMap<RecordKind, Tally>,
    /// What differs, in the order of identifiers.
    pub differing: Vec<Differing>,
    /// Whether more differs than is listed.
    pub is_cut: bool,
    /// How many units below the root stand on both sides.
    pub shared_units: u64,
    /// How many units below the root the file has, and how many there are here.
    pub units: (u64, u64),
    /// Whether the sides were known.
    pub knows_sides: bool,
}

impl Comparison {
    /// Whether the file is of another bloc: both have units, and none in common.
    pub fn is_of_another_bloc(&self) -> bool {
        self.shared_units == 0 && self.units.0 > 0 && self.units.1 > 0
    }

    /// Whether nothing differs but what is only here.
    pub fn is_empty(&self) -> bool {
        self.differing.is_empty() && !self.is_cut
    }
}

/// A comparison that is being made: the file's records come in the order of their identifiers.
pub struct Comparing<'a> {
    here: &'a Records,
    before: Option<&'a Before>,
    found: Comparison,
    met: BTreeMap<RecordKind, u64>,
}

impl<'a> Comparing<'a> {
    /// Begins. `before`: what was changed here since the backup that both sides have seen; `None` where there is none.
    pub fn new(here: &'a Records, before: Option<&'a Before>) -> Comparing<'a> {
        Comparing {
            here,
            before,
            found: Comparison {
                knows_sides: before.is_some(),
                ..Comparison::default()
            },
            met: BTreeMap::new(),
        }
    }

    /// Takes in a record of the file.
    pub fn add(&mut self, record: Record) {
        let here = self.here.get(&record.id);
        let below_root = is_unit_below_root(&record);
        self.found.units.0 += u64::from(below_root);
        self.found.shared_units += u64::from(below_root && here.is_some());
        let tally = self.found.tallies.entry(record.kind).or_default();
        if here.is_some() {
            *self.met.entry(record.kind).or_default() += 1;
        } else if record.is_removed() {
            // Removed there, never seen here: there is nothing to take.
            tally.same += 1;
            return;
        }
        let fields = differences(here, &record, self.before);
        match (here, fields.is_empty()) {
            (Some(_), true) => tally.same += 1,
            (Some(_), false) => tally.changed += 1,
            (None, _) => tally.new += 1,
        }
        if fields.is_empty() {
            return;
        }
        if self.found.differing.len() >= MAX_LISTED {
            self.found.is_cut = true;
            return;
        }
        self.found.differing.push(Differing {
            is_new: here.is_none(),
            id: record.id,
            kind: record.kind,
            scope: record.scope,
            fields,
        });
    }

    /// What was found.
    pub fn finish(mut self) -> Comparison {
        let mut here: BTreeMap<RecordKind, u64> = BTreeMap::new();
        for record in self.here.values() {
            self.found.units.1 += u64::from(is_unit_below_root(record));
            *here.entry(record.kind).or_default() += 1;
        }
        for (kind, count) in here {
            let met = self.met.get(&kind).copied().unwrap_or_default();
            self.found.tallies.entry(kind).or_default().only_here = count.saturating_sub(met);
        }
        self.found
    }
}

fn is_unit_below_root(record: &Record) -> bool {
    record.kind == RecordKind::Unit && record.fields.get("parent").is_some_and(|parent| !parent.is_null())
}

/// The fields that the file has otherwise. One that it does not have at all stays, unless it is known to have had it.
fn differences(here: Option<&Record>, file: &Record, before: Option<&Before>) -> Vec<Difference> {
    let Some(here) = here else {
        let fresh = |(field, value): (&String, &Value)| Difference {
            field: field.clone(),
            here: Value::Null,
            file: value.clone(),
            side: Side::New,
        };
        return file
            .fields
            .iter()
            .filter(|(_, value)| !value.is_null())
            .map(fresh)
            .collect();
    };
    let changed = before.map(|before| before.get(&file.id));
    let mut names: BTreeSet<&String> = here.fields.keys().collect();
    names.extend(file.fields.keys());
    let mut found = Vec::new();
    for name in names {
        let (ours, theirs) = (value(&here.fields, name), value(&file.fields, name));
        if ours == theirs {
            continue;
        }
        // What it was in the backup that both have seen.
        let base = changed.map(|changed| changed.and_then(|fields| fields.get(name)).unwrap_or(ours));
        let side = match base {
            Some(base) if base == ours => Side::File,
            Some(base) if base == theirs => Side::Here,
            Some(_) => Side::Both,
            None if ours.is_null() => Side::New,
            None if theirs.is_null() => continue,
            None => Side::Unknown,
        };
        found.push(Difference {
            field: name.clone(),
            here: ours.clone(),
            file: theirs.clone(),
            side,
        });
    }
    found
}

fn value<'a>(fields: &'a Fields, name: &str) -> &'a Value {
    fields.get(name).unwrap_or(&Value::Null)
}
