//! An op beside what others changed since its device last heard: field by field, by revisions, never by clocks.
//!
//! * A field that nobody else changed since takes the new value.
//! * A field that somebody else changed to the same value is as the op wants it.
//! * A field that somebody else changed to another value is contested: what is there stands.
//!
//! What the same device changed since never stands against it: its ops come in the order in which they were typed, each made on
//! top of the one before. Fields of one group are contested together, and a removed record is contested as a whole.
//!
//! Laws, held by tests/sync_laws.rs: laying the same op down again changes nothing; of ops of different devices that touch
//! different fields and no common group the order does not matter; every field of an op is in exactly one of the three lists.

use super::op::{Change, FieldChange};
use super::whole::well_formed;
use crate::model::conflict::Contested;
use crate::model::from_json::FromJson;
use crate::model::record::{REMOVED, Record, RecordKind};
use serde::Serialize;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Who gave a field its official value, and when.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, FromJson)]
pub struct Mark {
    /// The revision at which it was given.
    pub rev: u64,
    /// By which device.
    pub device: String,
    /// By which account, by name.
    pub by: String,
    /// When, by the server's clock, in milliseconds since 1970.
    pub at_ms: i64,
}

/// A record as a server holds it.
#[derive(Clone, Debug, PartialEq)]
pub struct Held {
    /// The record, with its revision.
    pub record: Record,
    /// A mark for each field that was ever given, emptied ones too.
    pub marks: BTreeMap<String, Mark>,
}

/// What becomes of an op's fields.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Merged {
    /// These take their new value.
    pub applied: BTreeMap<String, Value>,
    /// These have it already.
    pub same: BTreeSet<String>,
    /// These are contested.
    pub contested: BTreeMap<String, Contested>,
}

/// What a device had seen when it made a change.
#[derive(Clone, Copy, Debug)]
pub struct Seen<'a> {
    /// Which device.
    pub device: &'a str,
    /// The record's revision that it had.
    pub rev: u64,
}

impl<'a> Seen<'a> {
    /// What an op says of it, when it is to be given the revision `next`. A revision that no server of this feed has given
    /// yet says nothing, so nothing was seen: what is there is then compared by its value alone.
    pub fn by(device: &'a str, change: &Change, next: u64) -> Seen<'a> {
        let rev = match change.base_rev < next {
            true => change.base_rev,
            false => 0,
        };
        Seen { device, rev }
    }

    /// Whether somebody else gave this field its value, and the device did not know.
    pub fn misses(&self, mark: &Mark) -> bool {
        mark.rev > self.rev && mark.device != self.device
    }
}

impl Held {
    /// The value of a field; `null` where there is none.
    pub fn value(&self, field: &str) -> &Value {
        self.record.fields.get(field).unwrap_or(&Value::Null)
    }

    /// Gives a field its value.
    pub fn give(&mut self, field: &str, value: Value, mark: &Mark) {
        match value {
            Value::Null => self.record.fields.remove(field),
            value => self.record.fields.insert(field.to_owned(), value),
        };
        self.marks.insert(field.to_owned(), mark.clone());
    }
}

/// Lays a change beside what is held.
pub fn merge(held: Option<&Held>, change: &Change, seen: Seen<'_>, groups: &[BTreeSet<String>]) -> Merged {
    let mut merged = Merged::default();
    let Some(held) = held else {
        for (field, change) in &change.set {
            put(&mut merged, &Value::Null, field, change, false);
        }
        return merged;
    };
    let whole = is_contested_whole(held, change, seen);
    let missed = |field: &str| held.marks.get(field).is_some_and(|mark| seen.misses(mark));
    // A value that is there again as the person saw it was seen, and one that the person wants too is no contradiction.
    let contradicts = |field: &String| {
        missed(field)
            && change.set.get(field).is_none_or(|set| {
                let current = held.value(field);
                *current != set.old && *current != set.new
            })
    };
    for (field, set) in &change.set {
        let stands = whole
            || contradicts(field)
            || groups
                .iter()
                .any(|group| group.contains(field) && group.iter().any(contradicts));
        put(&mut merged, held.value(field), field, set, stands);
    }
    merged
}

/// Contests all that a change would change: of a record that somebody emptied meanwhile, no half is made again.
pub fn contest_all(held: &Held, change: &Change) -> Merged {
    let mut merged = Merged::default();
    for (field, set) in &change.set {
        put(&mut merged, held.value(field), field, set, true);
    }
    merged
}

/// Puts a field into one of the lists. What changes nothing (`old` is `new`) proposes nothing.
fn put(merged: &mut Merged, current: &Value, field: &str, set: &FieldChange, stands: bool) {
    let field = field.to_owned();
    match () {
        () if *current == set.new || stands && set.old == set.new => {
            merged.same.insert(field);
        }
        () if stands => {
            let contested = Contested {
                base: set.old.clone(),
                proposed: set.new.clone(),
                current: current.clone(),
            };
            merged.contested.insert(field, contested);
        }
        () => {
            merged.applied.insert(field, set.new.clone());
        }
    }
}

/// What somebody removed is not filled behind their back, and what somebody filled is not removed unseen. A record is removed
/// by its mark, or by emptying it, as undoing its making does.
fn is_contested_whole(held: &Held, change: &Change, seen: Seen<'_>) -> bool {
    let missed = |field: &str| held.marks.get(field).is_some_and(|mark| seen.misses(mark));
    let is_true = |value: &Value| *value == Value::Bool(true);
    let marks = change.set.get(REMOVED).is_some_and(|set| is_true(&set.new));
    let empties = || {
        let left = |field: &String| !change.set.contains_key(field) && !missed(field);
        change.set.values().all(|set| set.new.is_null()) && !held.record.fields.keys().any(left) && !stays(held, change)
    };
    if marks || empties() {
        return held.marks.keys().any(|field| missed(field));
    }
    missed(REMOVED) && is_true(held.value(REMOVED))
}

/// Whether a record stands without the fields that an op empties: of a return whose figure is taken back the return is left, even
/// where all of what it is was said by somebody else at the same time. What a record of an unknown kind needs nobody knows.
fn stays(held: &Held, change: &Change) -> bool {
    if matches!(held.record.kind, RecordKind::Other(_)) {
        return false;
    }
    let mut left = held.record.clone();
    left.fields.retain(|field, _| !change.set.contains_key(field));
    !left.fields.is_empty() && well_formed(&left).is_ok()
}
