//! The desk: what is being worked on now. Stored records with every edit on top, written or not, so
//! that the screen shows an edit at once; the queue of those still to be written; what can be undone.
//!
//! Pure: the workspace (`state/`) writes the queue and tells the desk how it went.

use super::head::Head;
use super::journal::{Act, Line};
use super::load::{Opened, lay_on_top};
use super::shown::Shown;
use super::undo::UndoStack;
use super::workspace::Edit;
use crate::model::conflict::{Conflict, ConflictState};
use crate::model::id::RecordId;
use crate::model::record::{Entity, RecordKind};
use crate::model::sort::{SmallSort, map_of};
use crate::sync::op::{Change, Op, Records};
use crate::sync::outbox::{self, FieldsOf, add_fields};
use std::collections::VecDeque;

/// How safe a field is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldState {
    /// Nothing to tell: it was not changed, or a server has it.
    Settled,
    /// Changed and not yet written.
    Waiting,
    /// Written on this device and not yet sent.
    OnDevice,
    /// Sent in this session: a server has it.
    Sent,
    /// Somebody else changed it too: what is shown is official, and the other value is kept in an open conflict.
    Conflicting,
    /// The server rejected what was typed, and nobody has seen to it yet.
    Rejected,
}

/// A step back or forth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Undoes the last edit.
    Undo,
    /// Undoes the edit that made the op with this id, whatever was done since.
    UndoOf(String),
    /// Does again what was undone last.
    Redo,
}

/// What is being worked on.
#[derive(Clone, Debug, Default)]
pub struct Desk {
    records: Records,
    /// Ops up to this `seq` are in `records`.
    top: u64,
    queue: VecDeque<Edit>,
    waiting: FieldsOf,
    on_device: FieldsOf,
    sent: FieldsOf,
    rejected: FieldsOf,
    contested: FieldsOf,
    undo: UndoStack,
    unsent: u64,
    unfolded: u64,
    saved: u64,
    /// How often something had come from a server when the records were read.
    heard: u64,
}

impl Desk {
    /// A workspace as it was opened.
    pub fn new(opened: Opened) -> Desk {
        Desk {
            top: opened.head.top(),
            unsent: opened.head.unsent(),
            unfolded: opened.head.unfolded(),
            heard: opened.head.heard,
            records: opened.records,
            on_device: opened.recent,
            ..Desk::default()
        }
    }

    /// Its records, edits included.
    pub fn records(&self) -> &Records {
        &self.records
    }

    /// Edits that are not written yet, in order.
    pub fn queue(&self) -> &VecDeque<Edit> {
        &self.queue
    }

    /// The last `seq` that is on the desk.
    pub fn top(&self) -> u64 {
        self.top
    }

    /// How many ops wait for a server's answer.
    pub fn unsent(&self) -> u64 {
        self.unsent
    }

    /// How many ops are not in the pages yet, as far as this tab knows.
    pub fn unfolded(&self) -> u64 {
        self.unfolded
    }

    /// How many edits were written since it was opened.
    pub fn saved(&self) -> u64 {
        self.saved
    }

    /// How safe a field is.
    pub fn field_state(&self, record: &RecordId, field: &str) -> FieldState {
        let has = |fields: &FieldsOf| {
            fields
                .get(record)
                .is_some_and(|names| names.iter().any(|name| name == field))
        };
        match () {
            () if has(&self.waiting) => FieldState::Waiting,
            () if has(&self.on_device) => FieldState::OnDevice,
            () if has(&self.rejected) => FieldState::Rejected,
            () if has(&self.contested) => FieldState::Conflicting,
            () if has(&self.sent) => FieldState::Sent,
            () => FieldState::Settled,
        }
    }

    /// How often something had come from a server when the records were read.
    pub fn heard(&self) -> u64 {
        self.heard
    }

    /// Marks the fields that open conflicts are about. Answers whether they are others than before.
    pub fn mark_contested(&mut self) -> bool {
        let mut contested = FieldsOf::new();
        for conflict in open_conflicts(&self.records) {
            let names = contested.entry(conflict.record).or_default();
            names.extend(conflict.contested.into_keys());
        }
        let other = contested != self.contested;
        self.contested = contested;
        other
    }

    /// Does an edit and queues it. Answers which records changed.
    pub fn take(&mut self, edit: Edit) -> Vec<RecordId> {
        if let Act::Undo(no) | Act::Redo(no) = edit.act {
            // It comes back, as its own opposite, when it is written.
            self.undo.forget(no);
        }
        let mut changed = Vec::with_capacity(edit.changes.len());
        for (_, change) in &edit.changes {
            change.apply(&mut self.records);
            changed.push(change.record.clone());
        }
        add_fields(&mut self.waiting, &mut edit.changes.iter().map(|(_, change)| change));
        self.queue.push_back(edit);
        changed
    }

    /// The first edits of the queue were written as these lines. Answers whether other tabs wrote in
    /// between, so that their ops have to be read.
    pub fn written(&mut self, lines: Vec<Line>, head: &Head) -> bool {
        self.queue.drain(..lines.len().min(self.queue.len()));
        self.saved += lines.len() as u64;
        self.unsent = head.unsent();
        self.unfolded = head.unfolded();
        let ops = || lines.iter().flat_map(|line| &line.ops);
        let first = ops().next().map_or(0, |op| op.seq);
        let last = ops().next_back().map_or(0, |op| op.seq);
        let behind = first > self.top + 1;
        if !behind {
            self.top = self.top.max(last);
        }
        add_fields(&mut self.on_device, &mut ops().map(|op| &op.change));
        for line in lines {
            self.undo.push(line);
        }
        self.recount();
        behind
    }

    /// Takes in ops that are on the device, from this tab or another. What is not written yet stays
    /// on top: it will come after them. Answers which records changed.
    pub fn catch_up(&mut self, ops: &[Op], head: &Head) -> Vec<RecordId> {
        let new: Vec<&Op> = ops.iter().filter(|op| op.seq > self.top).collect();
        // One that was answered meanwhile is not among them.
        self.top = self.top.max(head.top());
        self.unsent = head.unsent();
        if new.is_empty() {
            return Vec::new();
        }
        outbox::fold(&mut self.records, new.iter().copied());
        for edit in &mut self.queue {
            for (_, change) in &mut edit.changes {
                change.rebase(&self.records);
                change.apply(&mut self.records);
            }
        }
        add_fields(&mut self.on_device, &mut new.iter().map(|op| &op.change));
        new.iter().map(|op| op.change.record.clone()).collect()
    }

    /// Takes in records as they were read again, after something came from a server. What is not written yet stays on top,
    /// as it was typed: whoever typed it has not seen what came. Answers which records changed; `None` where the desk has
    /// gone on since, so that they have to be read once more.
    pub fn adopt(&mut self, shown: Shown) -> Option<Vec<RecordId>> {
        // Of what came before these nothing is known.
        let skipped = shown.asked.is_some() && shown.head.heard > self.heard + 1;
        if shown.head.top() < self.top || skipped {
            return None;
        }
        let mut before = match &shown.asked {
            None => std::mem::take(&mut self.records),
            Some(asked) => map_of(asked.iter().filter_map(|id| self.records.remove_entry(id))),
        };
        self.records.extend(shown.records);
        let is_asked = |change: &&Change| shown.asked.as_ref().is_none_or(|asked| asked.contains(&change.record));
        let waiting = self.queue.iter().flat_map(|edit| &edit.changes);
        for change in waiting.map(|(_, change)| change).filter(is_asked) {
            lay_on_top(&mut self.records, change);
        }
        let mut changed: Vec<RecordId> = match shown.asked {
            None => {
                self.top = shown.head.top();
                self.records.keys().cloned().collect()
            }
            Some(asked) => asked.into_iter().collect(),
        };
        changed.retain(|id| before.remove(id).as_ref() != self.records.get(id));
        // Those that are there no longer.
        changed.extend(before.into_keys());
        self.heard = shown.head.heard;
        self.unsent = shown.head.unsent();
        self.mark(&shown.waiting, &shown.refused);
        Some(changed)
    }

    /// Fields of ops that wait are on the device; those that were and are not any more were sent.
    fn mark(&mut self, waiting: &[Op], refused: &[Op]) {
        let before = std::mem::take(&mut self.on_device);
        self.mark_unsent(waiting);
        self.rejected.clear();
        add_fields(&mut self.rejected, &mut refused.iter().map(|op| &op.change));
        for (record, names) in before {
            let sent = self.sent.entry(record).or_default();
            sent.extend(names);
            sent.small_sort();
            sent.dedup();
        }
    }

    /// The fields of ops that wait on the device from before.
    pub fn mark_unsent(&mut self, ops: &[Op]) {
        add_fields(&mut self.on_device, &mut ops.iter().map(|op| &op.change));
    }

    /// What was done before this session, in order, so that it too can be undone.
    pub fn remember(&mut self, lines: Vec<Line>) {
        // What was done meanwhile comes after; some of it may have been read with the rest.
        let meanwhile = self.undo.first();
        let before = lines
            .into_iter()
            .filter(|line| meanwhile.is_none_or(|first| line.no < first));
        let mut stack = UndoStack::from_lines(before);
        for line in std::mem::take(&mut self.undo).into_lines() {
            stack.push(line);
        }
        self.undo = stack;
    }

    /// Whether there is something to undo.
    pub fn can_undo(&self) -> bool {
        self.undo.to_undo().is_some()
    }

    /// Whether there is something to do again.
    pub fn can_redo(&self) -> bool {
        self.undo.to_redo().is_some()
    }

    /// What a step comes to, to be taken as an edit. Fields that someone changed since are left alone;
    /// an edit of which nothing is left is passed over, unless it was the one meant.
    pub fn step(&mut self, step: &Step) -> Option<(Act, Vec<Change>)> {
        loop {
            let line = match step {
                Step::Undo => self.undo.to_undo(),
                Step::UndoOf(op_id) => self.undo.with_op(op_id),
                Step::Redo => self.undo.to_redo(),
            }?;
            let (no, changes) = (line.no, undoing(line, &self.records));
            if !changes.is_empty() {
                let act = if *step == Step::Redo {
                    Act::Redo(no)
                } else {
                    Act::Undo(no)
                };
                return Some((act, changes));
            }
            self.undo.forget(no);
        }
    }

    fn recount(&mut self) {
        self.waiting.clear();
        for edit in &self.queue {
            add_fields(&mut self.waiting, &mut edit.changes.iter().map(|(_, change)| change));
        }
    }
}

/// The open conflicts among records, in the order of their identifiers.
pub fn open_conflicts(records: &Records) -> impl Iterator<Item = Conflict> {
    records
        .range(Conflict::record_id("")..)
        .map(|(_, record)| record)
        .take_while(|record| record.kind == RecordKind::Conflict)
        .filter(|record| !record.is_removed())
        .filter_map(|record| Conflict::from_record(record).ok())
        .filter(|conflict| conflict.state == ConflictState::Open)
}

fn undoing(line: &Line, records: &Records) -> Vec<Change> {
    let touched = line
        .ops
        .iter()
        .filter_map(|op| records.get_key_value(&op.change.record));
    let mut scratch: Records = map_of(touched.map(|(id, record)| (id.clone(), record.clone())));
    let mut changes = Vec::new();
    for op in line.ops.iter().rev() {
        if let Some(change) = op.change.undo(&scratch) {
            change.apply(&mut scratch);
            changes.push(change);
        }
    }
    changes
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
