//! What becomes of an op: rights, limits, closed periods, groups, merging, conflicts, all in one place. A server asks it inside
//! the transaction that writes what it answers; the simulation asks the same.

use super::contest::{Outcome, conflicts, without_conflict};
use super::groups::groups;
use super::guard;
use super::merge::{Held, Mark, Merged, Seen, contest_all, merge};
use super::op::{Op, Records};
use super::rights::Actor;
use super::whole::well_formed;
use super::wire::{Answer, MOST_FIELDS, MOST_VALUE_BYTES, Refusal, Status, codes};
use crate::catalogue::Catalogue;
use crate::model::ledger::Ledger;
use crate::model::record::{Fields, Record, RecordKind, is_figure};
use serde_json::Value;
use std::collections::BTreeMap;

/// What an op is judged by, beside its own record.
#[derive(Clone, Debug, Default)]
pub struct Books {
    /// Units, drives and closings of the bloc. Of returns it needs none.
    pub ledger: Ledger,
    /// What the bloc counts, its own things included.
    pub catalogue: Catalogue,
}

/// Who sends, and when it came.
#[derive(Clone, Copy, Debug)]
pub struct Sender<'a> {
    /// The account of the session.
    pub actor: &'a Actor,
    /// The device.
    pub device: &'a str,
    /// The server's clock, in milliseconds since 1970.
    pub now_ms: i64,
}

/// What becomes of an op.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// What the device is told.
    pub answer: Answer,
    /// The record as it is to be written; `None` where nothing of it changes.
    pub record: Option<Held>,
    /// Conflicts as they are to be written, as records: the one that keeps what was proposed in vain, and those in which
    /// nothing is left to choose.
    pub conflicts: Vec<Held>,
}

/// Judges an op. `held` is its record, `open` all open conflicts on that record, whichever device's, and `rev` the revision that
/// is given to whatever changes: above all that were given before.
pub fn judge(op: &Op, sender: Sender<'_>, rev: u64, held: Option<&Held>, open: &[Held], books: &Books) -> Verdict {
    match refusal(op, sender.actor, held, books) {
        Some(problem) => rejected(op, problem),
        None => take(op, sender, rev, held, open, books),
    }
}

fn rejected(op: &Op, problem: Refusal) -> Verdict {
    Verdict {
        answer: Answer {
            op_id: op.op_id.clone(),
            status: Status::Rejected,
            rev: None,
            conflict: None,
            problem: Some(problem),
        },
        record: None,
        conflicts: Vec::new(),
    }
}

/// Why an op is not taken at all; `None` where it is.
fn refusal(op: &Op, actor: &Actor, held: Option<&Held>, books: &Books) -> Option<Refusal> {
    let because = |code: &str| Refusal {
        code: code.to_owned(),
        field: None,
        detail: String::new(),
        retryable: false,
    };
    let change = &op.change;
    let too_long = |value: &Value| value.to_string().len() > MOST_VALUE_BYTES;
    let stored = held.map(|held| &held.record);
    let scope = stored.map_or(&change.scope, |record| &record.scope);
    if change.set.is_empty() {
        return Some(because(codes::EMPTY));
    }
    if change.set.len() > MOST_FIELDS {
        return Some(because(codes::TOO_LARGE));
    }
    if let Some((field, _)) = change.set.iter().find(|(_, set)| too_long(&set.new)) {
        let field = Some(field.clone());
        return Some(Refusal {
            field,
            ..because(codes::TOO_LARGE)
        });
    }
    if stored.is_some_and(|record| record.kind != change.kind || record.scope != change.scope) {
        return Some(because(codes::OTHER_RECORD));
    }
    if !actor.may_write(change, scope, &books.ledger.units) {
        return Some(because(codes::FORBIDDEN));
    }
    if change.kind == RecordKind::Conflict && !is_a_state(op, held) {
        return Some(because(codes::NOT_A_STATE));
    }
    let now: Records = stored
        .map(|record| (record.id.clone(), record.clone()))
        .into_iter()
        .collect();
    if let Some(period) = guard::refused(&books.ledger, &now, std::slice::from_ref(change)) {
        let detail = period.to_string();
        return Some(Refusal {
            detail,
            ..because(codes::CLOSED_PERIOD)
        });
    }
    None
}

/// Of a conflict nothing changes but its state, to one that there is.
fn is_a_state(op: &Op, held: Option<&Held>) -> bool {
    let known = |value: &Value| ["open", "settled", "withdrawn"].iter().any(|name| value == name);
    held.is_some()
        && op
            .change
            .set
            .iter()
            .all(|(field, set)| field == "state" && known(&set.new))
}

fn take(op: &Op, sender: Sender<'_>, rev: u64, held: Option<&Held>, open: &[Held], books: &Books) -> Verdict {
    let change = &op.change;
    let seen = Seen::by(sender.device, change, rev);
    let mark = Mark {
        rev,
        device: sender.device.to_owned(),
        by: sender.actor.name.clone(),
        at_ms: sender.now_ms,
    };
    let before = held.cloned().unwrap_or_else(|| nothing_yet(op));
    let stored = held.map(|held| &held.record);
    let groups = groups(&books.catalogue, change.kind, stored, &change.set);
    let mut merged = merge(held, change, seen, &groups);
    without_conflict(change.kind, &mut merged);
    let mut after = given(&before, &merged, seen, &mark);
    if after != before
        && let Err(detail) = well_formed(&after.record)
    {
        let emptied_meanwhile = before.record.fields.is_empty() && before.marks.values().any(|mark| seen.misses(mark));
        if !emptied_meanwhile {
            return rejected(
                op,
                Refusal {
                    code: codes::MALFORMED.to_owned(),
                    field: None,
                    detail,
                    retryable: false,
                },
            );
        }
        merged = contest_all(&before, change);
        after = before.clone();
    }
    if !merged.contested.is_empty() {
        // A device that has the record already, with the proposal on top, gets it again.
        after.record.rev = rev;
    }
    let changed = after != before;
    let outcome = Outcome {
        before: &before,
        after: &after,
        merged: &merged,
        mark: &mark,
    };
    let found = conflicts(op, sender, &outcome, open);
    let status = match () {
        () if !merged.contested.is_empty() => Status::Conflict,
        () if merged.same.is_empty() => Status::Applied,
        () => Status::Merged,
    };
    Verdict {
        answer: Answer {
            op_id: op.op_id.clone(),
            status,
            rev: Some(after.record.rev),
            conflict: found.own.map(|held| held.record.id),
            problem: None,
        },
        record: changed.then_some(after),
        conflicts: found.changed,
    }
}

fn nothing_yet(op: &Op) -> Held {
    Held {
        record: Record {
            id: op.change.record.clone(),
            kind: op.change.kind,
            scope: op.change.scope.clone(),
            fields: Fields::new(),
            rev: 0,
        },
        marks: BTreeMap::new(),
    }
}

/// The record with what applies.
fn given(before: &Held, merged: &Merged, seen: Seen<'_>, mark: &Mark) -> Held {
    let mut after = before.clone();
    for (field, value) in &merged.applied {
        after.give(field, value.clone(), mark);
    }
    ask_again(merged, seen, before, &mut after, mark);
    if after != *before {
        after.record.rev = mark.rev;
    }
    after
}

const STATUS: &str = "status";

/// A figure that came while the return was being accepted makes it ask again, whichever of the two came first: nobody
/// accepted what is there now.
///
/// The mark is no device's. To the one whose op brought it about it is news like to any other, so that what it says of the
/// status next is not taken as if it had known: a unit that had not heard of the acceptance cannot take its return back.
fn ask_again(merged: &Merged, seen: Seen<'_>, before: &Held, after: &mut Held, mark: &Mark) {
    if after.record.kind != RecordKind::Return || *after.value(STATUS) != "accepted" {
        return;
    }
    let accepts = merged.applied.contains_key(STATUS);
    let figure_given = merged.applied.keys().any(|field| is_figure(field));
    let mut marks = before.marks.iter();
    let figure_missed = accepts && marks.any(|(field, mark)| is_figure(field) && seen.misses(mark));
    if figure_given && !accepts || figure_missed {
        let nobody = Mark {
            device: String::new(),
            ..mark.clone()
        };
        after.give(STATUS, Value::from("amended"), &nobody);
    }
}
