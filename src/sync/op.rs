//! Changes of records, field by field, and ops: changes that were accepted on this device.
//!
//! A missing record, a missing field and a field of `null` are the same thing: "nothing there". So a
//! record is made by setting its fields, and it is gone when none is left and no server knows of it.
//!
//! Laws, held by the tests below: applying a change and then its inverse changes nothing; applying a
//! change twice is applying it once; changes of different fields commute.

use crate::model::from_json::FromJson;
use crate::model::id::{RecordId, UnitId};
use crate::model::record::{Entity, REMOVED, Record, RecordKind};
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;

/// Records by identifier.
pub type Records = BTreeMap<RecordId, Record>;

/// What a field was and what it became; `null` where there was, or is to be, nothing.
#[derive(Clone, Debug, PartialEq, Serialize, FromJson)]
pub struct FieldChange {
    /// Before. A server compares it, and undo goes back to it.
    #[serde(default)]
    pub old: Value,
    /// After.
    #[serde(default)]
    pub new: Value,
}

/// A change of one record.
#[derive(Clone, Debug, PartialEq, Serialize, FromJson)]
pub struct Change {
    /// The record.
    pub record: RecordId,
    /// What it holds: with it, the change can also make the record.
    pub kind: RecordKind,
    /// The unit whose permissions decide on it.
    pub scope: UnitId,
    /// The server's revision that the change was made on; 0 for none.
    #[serde(default)]
    pub base_rev: u64,
    /// The fields that change.
    pub set: BTreeMap<String, FieldChange>,
}

/// A change that this device accepted, as it waits in the outbox.
#[derive(Clone, Debug, PartialEq, Serialize, FromJson)]
pub struct Op {
    /// A UUID v7: the same op sent twice is known again by it.
    pub op_id: String,
    /// Its place in this device's sequence, from 1, without gaps. This orders ops.
    pub seq: u64,
    /// Who made it. One person's ops are never sent under another's session.
    pub author: String,
    /// The wall clock in milliseconds since 1970, shown to people. It orders nothing.
    pub at_ms: i64,
    /// What it does.
    pub change: Change,
}

impl Change {
    /// What turns `old` into `new`; `None` when there is no difference.
    pub fn between(old: Option<&Record>, new: &Record) -> Option<Change> {
        let mut set = BTreeMap::new();
        let was = |name: &str| old.and_then(|old| old.fields.get(name)).unwrap_or(&Value::Null);
        for (name, value) in &new.fields {
            put_if_different(&mut set, name, was(name), value);
        }
        for (name, value) in old.iter().flat_map(|old| &old.fields) {
            if !new.fields.contains_key(name) {
                put_if_different(&mut set, name, value, &Value::Null);
            }
        }
        (!set.is_empty()).then(|| Change {
            record: new.id.clone(),
            kind: new.kind,
            scope: new.scope.clone(),
            base_rev: old.map_or(0, |old| old.rev),
            set,
        })
    }

    /// What sets fields of a record and leaves its others alone; `None` when they are so already.
    pub fn of_fields(record: &Record, fields: impl IntoIterator<Item = (String, Value)>) -> Option<Change> {
        let mut new = record.clone();
        for (name, value) in fields {
            new.fields.insert(name, value);
        }
        Change::between(Some(record), &new)
    }

    /// What makes a record say what `entity` says: storing a thing of a removed record brings it back. Fields that this
    /// version does not know are left alone.
    pub fn of_entity<E: Entity>(old: Option<&Record>, entity: &E) -> Option<Change> {
        let mut new = old.cloned().unwrap_or_else(|| entity.to_record());
        let known = old
            .and_then(|old| E::from_record(old).ok())
            .map(|known| known.to_fields());
        for name in known.iter().flat_map(|fields| fields.keys()) {
            new.fields.remove(name);
        }
        new.fields.remove(REMOVED);
        new.fields.extend(entity.to_fields());
        Change::between(old, &new)
    }

    /// Says of the fields what they are in `records`, for a change that is to come after others.
    pub fn rebase(&mut self, records: &Records) {
        let now = records.get(&self.record);
        for (name, change) in &mut self.set {
            change.old = field(now, name).clone();
        }
    }

    /// What undoes it, whatever happened since.
    pub fn inverse(&self) -> Change {
        let mut inverse = self.clone();
        for change in inverse.set.values_mut() {
            std::mem::swap(&mut change.old, &mut change.new);
        }
        inverse
    }

    /// What undoes it now: only fields that still are as it left them, so that nobody's later change
    /// is overwritten. `None` when there is no such field.
    pub fn undo(&self, records: &Records) -> Option<Change> {
        let now = records.get(&self.record);
        let mut undo = self.inverse();
        undo.base_rev = now.map_or(0, |record| record.rev);
        undo.set.retain(|name, change| field(now, name) == &change.old);
        (!undo.set.is_empty()).then_some(undo)
    }

    /// Does it to `records`. What a field was before is not asked: ops are applied in the order of
    /// their device's sequence, and applying one again does nothing.
    pub fn apply(&self, records: &mut Records) {
        let record = records.entry(self.record.clone()).or_insert_with(|| Record {
            id: self.record.clone(),
            kind: self.kind,
            scope: self.scope.clone(),
            fields: BTreeMap::new(),
            rev: self.base_rev,
        });
        for (name, change) in &self.set {
            match change.new {
                Value::Null => record.fields.remove(name),
                ref new => record.fields.insert(name.clone(), new.clone()),
            };
        }
        if record.fields.is_empty() && record.rev == 0 {
            records.remove(&self.record);
        }
    }
}

/// A field's value; `null` where there is none.
fn field<'a>(record: Option<&'a Record>, name: &str) -> &'a Value {
    record
        .and_then(|record| record.fields.get(name))
        .unwrap_or(&Value::Null)
}

fn put_if_different(set: &mut BTreeMap<String, FieldChange>, name: &str, old: &Value, new: &Value) {
    if old != new {
        let (old, new) = (old.clone(), new.clone());
        set.insert(name.to_owned(), FieldChange { old, new });
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::model::record::Explanation;
    use proptest::collection::{btree_map, vec};
    use proptest::prelude::*;

    fn value() -> impl Strategy<Value = Value> {
        prop_oneof![
            (0u32..5).prop_map(Value::from),
            "[a-c]{1,2}".prop_map(Value::from),
            any::<bool>().prop_map(Value::from)
        ]
    }

    fn record() -> impl Strategy<Value = Record> {
        (0u8..3, btree_map("[a-d]", value(), 1..4)).prop_map(|(id, fields)| Record {
            id: RecordId::new(format!("unit/{id}")),
            kind: RecordKind::Unit,
            scope: "bloc".into(),
            fields,
            rev: 0,
        })
    }

    fn records() -> impl Strategy<Value = Records> {
        vec(record(), 0..4).prop_map(|all| all.into_iter().map(|record| (record.id.clone(), record)).collect())
    }

    /// Changes as edits make them: against what is there; a cleared record now and then.
    fn change(records: &Records, mut to: Record, clear: bool) -> Option<Change> {
        if clear {
            to.fields.clear();
        }
        Change::between(records.get(&to.id), &to)
    }

    proptest! {
        #[test]
        fn a_change_and_its_inverse_change_nothing(start in records(), to in record(), clear: bool) {
            if let Some(change) = change(&start, to, clear) {
                let mut now = start.clone();
                change.apply(&mut now);
                prop_assert_eq!(change.undo(&now), Some(change.inverse()));
                change.inverse().apply(&mut now);
                prop_assert_eq!(now, start);
            }
        }

        #[test]
        fn a_change_does_what_the_difference_says(start in records(), to in record()) {
            let mut now = start.clone();
            match change(&start, to.clone(), false) {
                Some(change) => change.apply(&mut now),
                None => prop_assert_eq!(start.get(&to.id), Some(&to)),
            }
            prop_assert_eq!(now.get(&to.id), Some(&to));
        }

        #[test]
        fn twice_is_once(start in records(), to in record(), clear: bool) {
            if let Some(change) = change(&start, to, clear) {
                let mut once = start.clone();
                change.apply(&mut once);
                let mut twice = once.clone();
                change.apply(&mut twice);
                prop_assert_eq!(once, twice);
            }
        }

        #[test]
        fn changes_of_different_fields_commute(start in records(), one in record(), other in record()) {
            let (Some(one), Some(mut other)) = (change(&start, one, false), change(&start, other, false)) else {
                return Ok(());
            };
            if one.record == other.record {
                other.set.retain(|name, _| !one.set.contains_key(name));
            }
            let (mut here, mut there) = (start.clone(), start);
            one.apply(&mut here);
            other.apply(&mut here);
            other.apply(&mut there);
            one.apply(&mut there);
            prop_assert_eq!(here, there);
        }
    }

    #[test]
    fn undo_leaves_a_later_change_alone() {
        let mut records = Records::new();
        let mut record = Record {
            id: "unit/1".into(),
            kind: RecordKind::Unit,
            scope: "1".into(),
            fields: BTreeMap::from([("name".to_owned(), "Một".into()), ("order".to_owned(), 1.into())]),
            rev: 0,
        };
        let made = Change::between(None, &record).unwrap();
        made.apply(&mut records);
        record.fields.insert("name".to_owned(), "Hai".into());
        Change::between(records.get(&record.id), &record)
            .unwrap()
            .apply(&mut records);
        made.undo(&records).unwrap().apply(&mut records);
        let left = &records[&record.id].fields;
        assert_eq!(left.get("name"), Some(&"Hai".into()));
        assert_eq!(left.get("order"), None);
        assert_eq!(made.undo(&records), None);
    }

    #[test]
    fn an_entity_leaves_fields_of_another_version_alone() {
        let mut explanation = Explanation {
            finding: "f".to_owned(),
            unit: "1".into(),
            text: "cũ".to_owned(),
            figures: String::new(),
        };
        let mut old = explanation.to_record();
        old.fields.insert("của bản sau".to_owned(), true.into());
        assert_eq!(Change::of_entity(Some(&old), &explanation), None);
        explanation.text = "mới".to_owned();
        let change = Change::of_entity(Some(&old), &explanation).unwrap();
        assert_eq!(change.set.keys().collect::<Vec<_>>(), ["text"]);
        let made = Change::of_entity(None, &explanation).unwrap();
        assert_eq!(made.set.len(), 3);
    }

    #[test]
    fn storing_a_thing_of_a_removed_record_brings_it_back() {
        let explanation = Explanation {
            finding: "f".to_owned(),
            unit: "1".into(),
            text: "như cũ".to_owned(),
            figures: String::new(),
        };
        let stored = explanation.to_record();
        let mut records = Records::from([(stored.id.clone(), stored.clone())]);
        let gone = Change::of_fields(&stored, [(REMOVED.to_owned(), true.into())]).unwrap();
        gone.apply(&mut records);
        assert!(records[&stored.id].is_removed());
        let back = Change::of_entity(records.get(&stored.id), &explanation).unwrap();
        back.apply(&mut records);
        assert_eq!(records[&stored.id], stored);
    }

    #[test]
    fn an_empty_field_is_no_field() {
        let mut record = Record {
            id: "unit/1".into(),
            kind: RecordKind::Unit,
            scope: "1".into(),
            fields: BTreeMap::from([("name".to_owned(), "Một".into())]),
            rev: 0,
        };
        let old = record.clone();
        record.fields.insert("until".to_owned(), Value::Null);
        assert_eq!(Change::between(Some(&old), &record), None);
        assert_eq!(Change::between(Some(&record), &old), None);
    }
}
