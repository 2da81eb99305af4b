//! What is typed is seen at once, safe when written, and undone in turn.

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
    here.catch_up(&device.ops, &device.head);
    assert_eq!(name(&here), "của tab này");
    // What it says was before is what is before now.
    assert_eq!(here.queue[0].changes[0].1.set["name"].old, "của tab kia");
    device.write(&mut here);
    there.catch_up(&device.ops, &device.head);
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
    here.catch_up(&device.ops, &device.head);
    assert_eq!((name(&here), here.top()), (json!("sau"), 2));
    assert!(here.catch_up(&device.ops, &device.head).is_empty());
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
    there.catch_up(&device.ops, &device.head);
    there.take(set(&there, "hai"));
    device.write(&mut there);
    here.catch_up(&device.ops, &device.head);
    assert_eq!(here.step(&Step::Undo), None);
    assert_eq!(name(&here), "hai");
}

#[test]
fn what_was_done_before_this_session_can_be_undone_after_what_was_done_in_it() {
    let (mut before, mut device) = (Desk::default(), Device::default());
    before.take(set(&before, "hôm qua"));
    let mut old = device.append(&[before.queue[0].clone()]);
    let mut desk = Desk::default();
    desk.catch_up(&device.ops, &device.head);
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
