//! Conflicts as they begin, change and end, all by ops.
//!
//! A conflict is of one device and one record. What the device proposes again on that record joins it while it is open. It
//! ends by an op of whoever chose; it also ends by itself when nothing is left to choose, that is when of each of its fields
//!
//! * what was proposed stands by now, whoever gave it; or
//! * the device that proposed has since seen what stood there and put something else in its place; or
//! * the device took its proposal back to what both had begun with, or said what stands itself.
//!
//! A field of an open conflict stays in it when one of these holds of it alone: the edit that made it hold may be undone, and
//! then the proposal is there as before. Only a proposal that was taken back leaves: it says nothing any more.

use super::judge::Sender;
use super::merge::{Held, Mark, Merged};
use super::op::Op;
use crate::model::conflict::{Conflict, ConflictState, Contested};
use crate::model::record::{Entity, RecordKind};
use serde_json::Value;
use std::collections::BTreeMap;

const CONTESTED: &str = "contested";
const STATE: &str = "state";

/// An op on its record: what was there, what is there after it, and what did not become of it.
pub(super) struct Outcome<'a> {
    /// The record before.
    pub before: &'a Held,
    /// The record after.
    pub after: &'a Held,
    /// What became of the op's fields.
    pub merged: &'a Merged,
    /// The mark of what it gives.
    pub mark: &'a Mark,
}

/// The conflicts that change by an op, as they are to be written, and the one that keeps its own proposals. `open` are the open
/// conflicts of the op's record.
pub(super) fn conflicts(op: &Op, sender: Sender<'_>, outcome: &Outcome<'_>, open: &[Held]) -> Conflicts {
    let mut found = Conflicts::default();
    let mut own_is_known = false;
    for held in open {
        let Ok(mut conflict) = Conflict::from_record(&held.record) else {
            continue;
        };
        if conflict.state != ConflictState::Open || conflict.record != op.change.record {
            continue;
        }
        let own = conflict.device == sender.device && !own_is_known;
        if own {
            own_is_known = true;
            speak_again(&mut conflict, op, sender, outcome);
            if !outcome.merged.contested.is_empty() {
                found.own = Some(held.clone());
            }
        }
        end(&mut conflict, held, outcome);
        if let Some(written) = write(conflict, Some(held), outcome.mark) {
            if own && found.own.is_some() {
                found.own = Some(written.clone());
            }
            found.changed.push(written);
        }
    }
    if !own_is_known && !outcome.merged.contested.is_empty() {
        let mut conflict = begin(op, sender, outcome.before);
        speak_again(&mut conflict, op, sender, outcome);
        if let Some(written) = write(conflict, None, outcome.mark) {
            found.own = Some(written.clone());
            found.changed.push(written);
        }
    }
    found
}

/// See [`conflicts`].
#[derive(Default)]
pub(super) struct Conflicts {
    /// To be written.
    pub changed: Vec<Held>,
    /// The one that keeps what the op proposed in vain.
    pub own: Option<Held>,
}

fn begin(op: &Op, sender: Sender<'_>, before: &Held) -> Conflict {
    Conflict {
        id: op.op_id.clone(),
        record: op.change.record.clone(),
        of: op.change.kind,
        unit: before.record.scope.clone(),
        contested: BTreeMap::new(),
        by: String::new(),
        device: sender.device.to_owned(),
        at_ms: 0,
        current_by: String::new(),
        current_at_ms: 0,
        state: ConflictState::Open,
    }
}

/// What the device says of its proposals by one more op.
fn speak_again(conflict: &mut Conflict, op: &Op, sender: Sender<'_>, outcome: &Outcome<'_>) {
    for field in &outcome.merged.same {
        // It says what stands: as a proposal that has come true.
        if let (Some(known), Some(set)) = (conflict.contested.get_mut(field), op.change.set.get(field)) {
            known.proposed.clone_from(&set.new);
        }
    }
    let contested = &outcome.merged.contested;
    if contested.is_empty() {
        return;
    }
    conflict.by.clone_from(&sender.actor.name);
    conflict.at_ms = op.at_ms.min(sender.now_ms);
    let marks = contested.keys().filter_map(|field| outcome.before.marks.get(field));
    if let Some(standing) = marks.max_by_key(|mark| mark.rev) {
        conflict.current_by.clone_from(&standing.by);
        conflict.current_at_ms = standing.at_ms;
    }
    for (field, contested) in contested {
        let base = conflict.contested.get(field).map(|known| known.base.clone());
        let mut contested = contested.clone();
        // What both began with was said by the first proposal; a later one began with that.
        contested.base = base.unwrap_or(contested.base);
        conflict.contested.insert(field.clone(), contested);
    }
}

/// Ends a conflict in which nothing is left to choose.
fn end(conflict: &mut Conflict, held: &Held, outcome: &Outcome<'_>) {
    let since = held.marks.get(CONTESTED).map_or(0, |mark| mark.rev);
    let is_taken_back = |contested: &Contested| contested.proposed == contested.base;
    let is_settled = |field: &String, contested: &Contested| {
        let standing = outcome.after.value(field);
        let mark = outcome.after.marks.get(field);
        let replaced = |mark: &Mark| mark.device == conflict.device && mark.rev > since;
        *standing == contested.proposed || mark.is_some_and(replaced) && *standing != contested.current
    };
    let mut fields = conflict.contested.iter();
    if fields.all(|(field, contested)| is_taken_back(contested) || is_settled(field, contested)) {
        conflict.state = match conflict.contested.values().all(is_taken_back) {
            true => ConflictState::Withdrawn,
            false => ConflictState::Settled,
        };
    } else {
        conflict.contested.retain(|_, contested| !is_taken_back(contested));
    }
}

/// The conflict as a record; `None` where it is as it was.
fn write(conflict: Conflict, held: Option<&Held>, mark: &Mark) -> Option<Held> {
    let mut written = held.cloned().unwrap_or_else(|| Held {
        record: conflict.to_record(),
        marks: BTreeMap::new(),
    });
    for (field, value) in conflict.to_fields() {
        if held.is_none_or(|held| *held.value(&field) != value) {
            written.give(&field, value, mark);
        }
    }
    if held.is_some_and(|held| *held == written) {
        return None;
    }
    written.record.rev = mark.rev;
    Some(written)
}

/// What of an op on a conflict's state is not to be contested. Of two people who close it, however each, the first closed it
/// for both; and opening it again takes nothing from anybody. So there are no conflicts of conflicts.
pub(super) fn without_conflict(kind: RecordKind, merged: &mut Merged) {
    if kind != RecordKind::Conflict {
        return;
    }
    for (field, contested) in std::mem::take(&mut merged.contested) {
        let opens = |value: &Value| *value == "open";
        match field == STATE && opens(&contested.proposed) {
            true => drop(merged.applied.insert(field, contested.proposed)),
            false => drop(merged.same.insert(field)),
        }
    }
}
