//! Changing records. Every change comes down to one thing: computed against what is there,
//! done on the screen at once, queued to be written. They answer what was done, so that it can be
//! undone by name; `None` where nothing had to change, or where the figures of a closed period would have
//! ([`crate::sync::guard`]); [`Workspace::refused`] tells that.

use super::{Done, Workspace};
use crate::model::id::{CellKey, FormId, RecordId, UnitId};
use crate::model::ledger::Ledger;
use crate::model::period::Period;
use crate::model::record::{Entity, REMOVED, Record, RecordKind, cell_field, cell_to_value};
use crate::model::returns::{Cell, Return};
use crate::platform::clock::now_ms;
use crate::platform::ids::new_id;
use crate::store::desk::Step;
use crate::store::error::StoreError;
use crate::store::journal::{Act, Past};
use crate::store::workspace::Edit;
use crate::sync::guard;
use crate::sync::op::{Change, Records};
use leptos::prelude::*;
use serde_json::Value;

impl Workspace {
    /// Makes these records what they are here, as one act that is undone at once. Nothing happens
    /// where they are so already. Fields left out are removed: for typed things use
    /// [`Workspace::put`], which leaves alone what it does not know.
    pub fn edit(self, records: Vec<Record>) -> Option<Done> {
        let changes = self.with(|inner| {
            let now = inner.desk.records();
            let change = |record: &Record| Change::between(now.get(&record.id), record);
            records.iter().filter_map(change).collect()
        });
        self.change(Act::Edit, changes)
    }

    /// Stores typed things, as one act. A thing of a removed record is brought back by it.
    pub fn put<'a, E: Entity + 'a>(self, entities: impl IntoIterator<Item = &'a E>) -> Option<Done> {
        self.put_and_remove(entities, &[])
    }

    /// Stores typed things as [`Workspace::put`] does and removes records, as one act that is undone at once.
    pub fn put_and_remove<'a, E: Entity + 'a>(
        self,
        entities: impl IntoIterator<Item = &'a E>,
        removed: &[RecordId],
    ) -> Option<Done> {
        let changes = self.with(|inner| {
            let now = inner.desk.records();
            let stored = entities.into_iter();
            let stored = stored.filter_map(|entity| Change::of_entity(now.get(&entity.record_id()), entity));
            let gone = removed.iter().filter_map(|id| now.get(id));
            let mark = |record| Change::of_fields(record, [(REMOVED.to_owned(), Value::Bool(true))]);
            stored.chain(gone.filter_map(mark)).collect()
        });
        self.change(Act::Edit, changes)
    }

    /// Does changes of things of several kinds, computed against what is there, as one act that is undone at once.
    pub fn act(self, changes: impl FnOnce(&Records) -> Vec<Change>) -> Option<Done> {
        let changes = self.with(|inner| changes(inner.desk.records()));
        self.change(Act::Edit, changes)
    }

    /// Sets one field of a record that is there.
    pub fn set_field(self, record: &RecordId, field: &str, value: Value) -> Option<Done> {
        self.set_fields(record, [(field.to_owned(), value)])
    }

    /// Sets fields of a record that is there, as one act; `null` empties one.
    pub fn set_fields(self, record: &RecordId, fields: impl IntoIterator<Item = (String, Value)>) -> Option<Done> {
        let change = self.with(|inner| {
            let record = inner.desk.records().get(record)?;
            Change::of_fields(record, fields)
        });
        self.change(Act::Edit, change.into_iter().collect())
    }

    /// Sets cells of a return, making it if there is none, as one act; `None` empties a cell.
    pub fn set_cells(
        self,
        form: &FormId,
        period: &Period,
        unit: &UnitId,
        cells: impl IntoIterator<Item = (CellKey, Option<Cell>)>,
    ) -> Option<Done> {
        self.set_cells_of(
            form,
            period,
            cells.into_iter().map(|(key, cell)| (unit.clone(), key, cell)),
        )
    }

    /// Sets cells of several units' returns, as one act: a paste is undone at once.
    pub fn set_cells_of(
        self,
        form: &FormId,
        period: &Period,
        cells: impl IntoIterator<Item = (UnitId, CellKey, Option<Cell>)>,
    ) -> Option<Done> {
        let changes = self.with(|inner| {
            let now = inner.desk.records();
            let mut fresh = Records::new();
            for (unit, key, cell) in cells {
                let id = Return::record_id(form, period, &unit);
                let record = fresh.entry(id.clone()).or_insert_with(|| {
                    let mut record = now
                        .get(&id)
                        .cloned()
                        .unwrap_or_else(|| Return::new(form.clone(), unit, period.clone()).to_record());
                    // Typing into a return that was removed brings it back.
                    record.fields.remove(REMOVED);
                    record
                });
                let value = cell.as_ref().map_or(Value::Null, cell_to_value);
                record.fields.insert(cell_field(&key), value);
            }
            let change = |record: &Record| Change::between(now.get(&record.id), record);
            fresh.values().filter_map(change).collect()
        });
        self.change(Act::Edit, changes)
    }

    /// Removes a record: marks it, so that undo, another device and the past still know it.
    pub fn remove_record(self, record: &RecordId) -> Option<Done> {
        self.set_field(record, REMOVED, Value::Bool(true))
    }

    /// Brings a removed record back.
    pub fn restore_record(self, record: &RecordId) -> Option<Done> {
        self.set_field(record, REMOVED, Value::Null)
    }

    /// Undoes the last act, once everything before is written. What someone changed since is left alone.
    pub fn undo(self) {
        self.step(Step::Undo);
    }

    /// Undoes what was done then, and nothing that was done since: for "undo" beside a notice.
    pub fn undo_of(self, done: &Done) {
        self.step(Step::UndoOf(done.0.clone()));
    }

    /// Does again what was undone last.
    pub fn redo(self) {
        self.step(Step::Redo);
    }

    /// What happened to a record, or to one field of it, on this device, the newest first.
    ///
    /// # Errors
    /// [`StoreError`]
    pub async fn history(self, record: &RecordId, field: Option<&str>) -> Result<Vec<Past>, StoreError> {
        match self.store() {
            Some(store) => store.history(record, field).await,
            None => Ok(Vec::new()),
        }
    }

    fn step(self, step: Step) {
        // The edits before it are written first: only what is in the journal can be undone.
        let step = self.with(|inner| {
            if inner.desk.queue().is_empty() {
                return Some(step);
            }
            inner.steps.push_back(step);
            None
        });
        if let Some(step) = step {
            self.take_step(&step);
        }
    }

    /// Takes a step; answers whether it came to an edit.
    pub(super) fn take_step(self, step: &Step) -> bool {
        let taken = self.with(|inner| inner.desk.step(step));
        let done = taken.and_then(|(act, changes)| self.change(act, changes));
        if done.is_none() {
            self.show_steps();
        }
        done.is_some()
    }

    fn change(self, act: Act, mut changes: Vec<Change>) -> Option<Done> {
        if changes.is_empty() || self.with(|inner| inner.store.is_none()) {
            return None;
        }
        let closed = self.ledger.with_untracked(|ledger| {
            self.with(|inner| {
                let now = inner.desk.records();
                guard::amend(now, &mut changes);
                guard::refused(ledger, now, &changes).cloned()
            })
        });
        if closed.is_some() {
            self.refused.set(closed);
            return None;
        }
        let edit = Edit {
            at_ms: now_ms(),
            // Whoever sits at this device: the store puts in the account that the workspace is linked to.
            author: String::new(),
            act,
            changes: changes.into_iter().map(|change| (new_id(), change)).collect(),
        };
        let done = edit.changes.first().map(|(op_id, _)| Done(op_id.clone()));
        let changed = self.with(|inner| {
            inner.writer = Some(Workspace::write_queue);
            inner.desk.take(edit)
        });
        self.show(&changed);
        self.written.notify();
        self.show_steps();
        self.write();
        done
    }

    /// Brings changed records into the ledger.
    pub(super) fn show(self, changed: &[RecordId]) {
        if changed.is_empty() {
            return;
        }
        self.ledger.update(|ledger| {
            self.with(|inner| refresh(ledger, inner.desk.records(), changed));
        });
    }

    pub(super) fn show_steps(self) {
        let (undo, redo) = self.with(|inner| (inner.desk.can_undo(), inner.desk.can_redo()));
        if self.can_undo.get_untracked() != undo {
            self.can_undo.set(undo);
        }
        if self.can_redo.get_untracked() != redo {
            self.can_redo.set(redo);
        }
    }
}

/// Returns go in one by one; anything else reads all records of its kind, once however many changed.
fn refresh(ledger: &mut Ledger, records: &Records, changed: &[RecordId]) {
    let mut read: Vec<RecordKind> = Vec::new();
    let mut gone = false;
    for id in changed {
        match records.get(id) {
            Some(record) if record.kind == RecordKind::Return && !record.is_removed() => {
                ledger.apply(record, std::iter::empty());
            }
            Some(record) => {
                if !read.contains(&record.kind) {
                    read.push(record.kind);
                    ledger.apply(record, records.values());
                }
            }
            None => gone = true,
        }
    }
    if gone {
        // Its kind went with it.
        *ledger = Ledger::from_records(records.values());
    }
}
