//! The desk: what is being worked on now. Stored records with every edit on top, written or not, so
//! that the screen shows an edit at once; the queue of those still to be written; what can be undone.
//!
//! Pure: the workspace (`state/`) writes the queue and tells the desk how it went.

use super::head::Head;
use super::journal::{Act, Line};
use super::load::Opened;
use super::undo::UndoStack;
use super::workspace::Edit;
use crate::model::id::RecordId;
use crate::model::sort::map_of;
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
    undo: UndoStack,
    unsent: u64,
    unfolded: u64,
    saved: u64,
}

impl Desk {
    /// A workspace as it was opened.
    pub fn new(opened: Opened) -> Desk {
        Desk {
            top: opened.head.top(),
            unsent: opened.head.unsent(),
            unfolded: opened.head.unfolded(),
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

    /// How many ops no server has.
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
            () => FieldState::Settled,
        }
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
    pub fn catch_up(&mut self, ops: &[Op]) -> Vec<RecordId> {
        let new: Vec<&Op> = ops.iter().filter(|op| op.seq > self.top).collect();
        let Some(last) = new.iter().map(|op| op.seq).max() else {
            return Vec::new();
        };
        outbox::fold(&mut self.records, new.iter().copied());
        for edit in &mut self.queue {
            for (_, change) in &mut edit.changes {
                change.rebase(&self.records);
                change.apply(&mut self.records);
            }
        }
        self.unsent += last - self.top;
        self.top = last;
        add_fields(&mut self.on_device, &mut new.iter().map(|op| &op.change));
        new.iter().map(|op| op.change.record.clone()).collect()
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
mod tests {
    use super::*;
    use crate::model::record::{Record, RecordKind};
    use serde_json::{Value, json};

    fn record(value: impl Into<Value>) -> Record {
        Record {
            id: "unit/1".into(),
            kind: RecordKind::Unit,
            scope: "1".into(),
            fields: [("name".to_owned(), value.into())].into(),
            rev: 0,
        }
    }

    fn set(desk: &Desk, value: &str) -> Edit {
        let change = Change::between(desk.records.get(&record("").id), &record(value)).unwrap();
        edit(Act::Edit, vec![change])
    }

    fn edit(act: Act, changes: Vec<Change>) -> Edit {
        Edit {
            at_ms: 0,
            author: String::new(),
            act,
            changes: changes.into_iter().map(|change| (String::new(), change)).collect(),
        }
    }

    /// Numbers edits as a store does.
    #[derive(Default)]
    struct Device {
        head: Head,
        ops: Vec<Op>,
        last: Option<Line>,
    }

    impl Device {
        fn append(&mut self, edits: &[Edit]) -> Vec<Line> {
            let mut lines = Vec::new();
            for edit in edits {
                let mut ops = Vec::new();
                for (op_id, change) in &edit.changes {
                    ops.push(Op {
                        op_id: op_id.clone(),
                        seq: self.head.next_seq,
                        author: String::new(),
                        at_ms: 0,
                        change: change.clone(),
                    });
                    self.head.next_seq += 1;
                }
                self.ops.extend(ops.iter().cloned());
                lines.push(Line {
                    no: self.head.next_line,
                    at_ms: 0,
                    author: String::new(),
                    act: edit.act.clone(),
                    ops,
                });
                self.head.next_line += 1;
            }
            self.last = lines.last().cloned();
            lines
        }

        fn write(&mut self, desk: &mut Desk) -> bool {
            let edits: Vec<Edit> = desk.queue.iter().cloned().collect();
            let lines = self.append(&edits);
            desk.written(lines, &self.head)
        }
    }

    fn name(desk: &Desk) -> Value {
        desk.records
            .get(&record("").id)
            .map_or(Value::Null, |record| record.fields["name"].clone())
    }

    fn state(desk: &Desk) -> FieldState {
        desk.field_state(&record("").id, "name")
    }

    #[test]
    fn an_edit_is_seen_at_once_and_is_safe_when_written() {
        let (mut desk, mut device) = (Desk::default(), Device::default());
        assert_eq!(state(&desk), FieldState::Settled);
        desk.take(set(&desk, "một"));
        assert_eq!((name(&desk), state(&desk)), (json!("một"), FieldState::Waiting));
        assert!(!device.write(&mut desk));
        assert_eq!((name(&desk), state(&desk)), (json!("một"), FieldState::OnDevice));
        assert_eq!((desk.top(), desk.unsent(), desk.saved()), (1, 1, 1));
        assert_eq!(desk.field_state(&record("").id, "order"), FieldState::Settled);
    }

    #[test]
    fn what_is_typed_while_a_write_runs_still_waits_after_it() {
        let (mut desk, mut device) = (Desk::default(), Device::default());
        desk.take(set(&desk, "một"));
        let first = device.append(&[desk.queue[0].clone()]);
        desk.take(set(&desk, "hai"));
        assert!(!desk.written(first, &device.head));
        assert_eq!((name(&desk), state(&desk)), (json!("hai"), FieldState::Waiting));
        assert_eq!(desk.queue().len(), 1);
    }

    #[test]
    fn another_tab_is_heard_and_what_waits_here_stays_on_top() {
        let mut device = Device::default();
        let (mut here, mut there) = (Desk::default(), Desk::default());
        there.take(set(&there, "của tab kia"));
        device.write(&mut there);
        here.take(set(&here, "của tab này"));
        here.catch_up(&device.ops);
        assert_eq!(name(&here), "của tab này");
        // What it says was before is what is before now.
        assert_eq!(here.queue[0].changes[0].1.set["name"].old, "của tab kia");
        device.write(&mut here);
        there.catch_up(&device.ops);
        assert_eq!((name(&there), there.top()), (json!("của tab này"), 2));
    }

    #[test]
    fn a_write_between_is_noticed() {
        let mut device = Device::default();
        let (mut here, mut there) = (Desk::default(), Desk::default());
        there.take(set(&there, "trước"));
        device.write(&mut there);
        here.take(set(&here, "sau"));
        assert!(device.write(&mut here));
        here.catch_up(&device.ops);
        assert_eq!((name(&here), here.top()), (json!("sau"), 2));
        assert!(here.catch_up(&device.ops).is_empty());
    }

    #[test]
    fn undo_and_redo_go_through_the_queue_like_edits() {
        let (mut desk, mut device) = (Desk::default(), Device::default());
        for word in ["một", "hai"] {
            desk.take(set(&desk, word));
            device.write(&mut desk);
        }
        for expected in [json!("một"), Value::Null] {
            let (act, changes) = desk.step(&Step::Undo).unwrap();
            desk.take(edit(act, changes));
            assert_eq!(name(&desk), expected);
            device.write(&mut desk);
        }
        assert!(!desk.can_undo());
        for expected in ["một", "hai"] {
            let (act, changes) = desk.step(&Step::Redo).unwrap();
            desk.take(edit(act, changes));
            assert_eq!(name(&desk), expected);
            device.write(&mut desk);
        }
        assert!(!desk.can_redo());
    }

    #[test]
    fn an_edit_is_undone_whatever_was_done_since() {
        let (mut desk, mut device) = (Desk::default(), Device::default());
        let mut first = set(&desk, "một");
        first.changes[0].0 = "op của mình".to_owned();
        desk.take(first);
        let mut other = record("khác");
        other.id = "unit/2".into();
        desk.take(edit(Act::Edit, vec![Change::between(None, &other).unwrap()]));
        device.write(&mut desk);
        let mine = Step::UndoOf("op của mình".to_owned());
        let (act, changes) = desk.step(&mine).unwrap();
        assert_eq!(act, Act::Undo(1));
        desk.take(edit(act, changes));
        assert_eq!(name(&desk), Value::Null);
        assert!(desk.records.contains_key(&other.id));
        device.write(&mut desk);
        // Once is enough.
        assert_eq!(desk.step(&mine), None);
    }

    #[test]
    fn undo_passes_over_what_another_tab_changed_since() {
        let mut device = Device::default();
        let (mut here, mut there) = (Desk::default(), Desk::default());
        here.take(set(&here, "một"));
        device.write(&mut here);
        there.catch_up(&device.ops);
        there.take(set(&there, "hai"));
        device.write(&mut there);
        here.catch_up(&device.ops);
        assert_eq!(here.step(&Step::Undo), None);
        assert_eq!(name(&here), "hai");
    }

    #[test]
    fn what_was_done_before_this_session_can_be_undone_after_what_was_done_in_it() {
        let (mut before, mut device) = (Desk::default(), Device::default());
        before.take(set(&before, "hôm qua"));
        let mut old = device.append(&[before.queue[0].clone()]);
        let mut desk = Desk::default();
        desk.catch_up(&device.ops);
        desk.take(set(&desk, "hôm nay"));
        device.write(&mut desk);
        old.push(device.last.clone().unwrap());
        desk.remember(old);
        for expected in [json!("hôm qua"), Value::Null] {
            let (act, changes) = desk.step(&Step::Undo).unwrap();
            desk.take(edit(act, changes));
            device.write(&mut desk);
            assert_eq!(name(&desk), expected);
        }
    }
}
