//! The ops of pushes that are written together, judged one after the other over what is held of their records.
//!
//! The numbers of the feed are taken last, when all is judged. Until then what changes has a number that stands for one.

use std::collections::BTreeMap;

use so_khoi::{
    model::{
        id::RecordId,
        record::{Record, RecordKind},
    },
    sync::{
        judge::{Sender, Verdict, judge},
        merge::Held,
        op::Op,
        rights::Role,
        wire::{Answer, MOST_FIELDS, Status, codes},
    },
};

use crate::{
    audit::Line,
    auth::Signed,
    books::Open,
    db::{
        feed::Feed,
        records::{open_conflict, text},
    },
    fault::Fault,
};

/// Numbers from here on stand for the ones that the feed will give.
const STANDING_FOR: u64 = 1 << 62;

/// A record in a batch.
#[derive(Debug)]
pub struct Slot {
    /// As it is now.
    pub held: Held,
    /// Whether it is not in the database yet.
    pub is_fresh: bool,
    is_changed: bool,
}

/// A batch that was judged.
#[derive(Debug)]
pub struct Judged {
    /// What is to be written, in the order of identifiers.
    pub records: Vec<Slot>,
    /// An answer for each op.
    pub answers: Vec<Answer>,
    /// A line of the audit for each op.
    pub lines: Vec<Line>,
}

/// Who sends.
#[derive(Debug, Clone, Copy)]
pub struct By<'a> {
    /// The account's session.
    pub signed: &'a Signed,
    /// The device.
    pub device: &'a str,
}

/// Ops that are being judged.
pub struct Batch<'a> {
    now_ms: i64,
    /// The last number when the transaction began: no device can know a higher one.
    last: u64,
    slots: BTreeMap<RecordId, Slot>,
    /// The open conflicts of each record.
    open: BTreeMap<RecordId, Vec<RecordId>>,
    books: Open,
    used: u64,
    judged: Vec<(By<'a>, &'a Op, &'a str, Answer)>,
}

impl<'a> Batch<'a> {
    /// A batch over what is held: all records that its ops name, and the open conflicts about them.
    pub fn new(now_ms: i64, feed: &Feed, held: Vec<Held>, books: Open) -> Self {
        let mut batch = Self {
            now_ms,
            last: feed.seq,
            slots: BTreeMap::new(),
            open: BTreeMap::new(),
            books,
            used: 0,
            judged: Vec::new(),
        };
        for held in held {
            batch.note_conflict(&held.record);
            let slot = Slot {
                held,
                is_fresh: false,
                is_changed: false,
            };
            batch.slots.insert(slot.held.record.id.clone(), slot);
        }
        batch
    }

    /// Judges the next op.
    ///
    /// # Errors
    /// When the op cannot be written as JSON.
    pub fn judge(&mut self, by: By<'a>, op: &'a Op, body_hash: &'a str) -> Result<(), Fault> {
        let mut known = op.clone();
        // A revision that was never given says nothing. It is measured by the feed, not by numbers that stand for others.
        if known.change.base_rev > self.last {
            known.change.base_rev = 0;
        }
        let record = &op.change.record;
        let held = self.slots.get(record).map(|slot| &slot.held);
        let open: Vec<Held> = self
            .open
            .get(record)
            .into_iter()
            .flatten()
            .filter_map(|id| Some(self.slots.get(id)?.held.clone()))
            .collect();
        let sender = Sender {
            actor: &by.signed.actor,
            device: by.device,
            now_ms: self.now_ms,
        };
        // Only what a unit may write, and what a closed period refuses, asks for the books as they are at this very op.
        let asks = by.signed.actor.role == Role::Unit || op.change.kind == RecordKind::Return;
        let books = if asks { self.books.now() } else { self.books.lately() };
        let rev = STANDING_FOR + self.used;
        let verdict = judge(&known, sender, rev, held, &open, books);
        let verdict = within_bounds(verdict);
        if let Some(held) = verdict.record {
            self.used += 1;
            self.put(held);
        }
        for mut conflict in verdict.conflicts {
            // Each record has a number of its own, so that a page of changes can end between any two.
            renumber(&mut conflict, |given| {
                if given == rev { STANDING_FOR + self.used } else { given }
            });
            self.used += 1;
            self.put(conflict);
        }
        self.judged.push((by, op, body_hash, verdict.answer));
        Ok(())
    }

    fn put(&mut self, held: Held) {
        self.books.take(&held.record);
        let id = held.record.id.clone();
        let is_fresh = self.slots.get(&id).is_none_or(|slot| slot.is_fresh);
        self.note_conflict(&held.record);
        let slot = Slot {
            held,
            is_fresh,
            is_changed: true,
        };
        self.slots.insert(id, slot);
    }

    fn note_conflict(&mut self, record: &Record) {
        if record.kind != RecordKind::Conflict {
            return;
        }
        for of_record in self.open.values_mut() {
            of_record.retain(|id| *id != record.id);
        }
        if let Some(conflict) = open_conflict(record) {
            self.open.entry(conflict.record).or_default().push(record.id.clone());
        }
    }

    /// How many numbers of the feed it needs.
    pub fn numbers(&self) -> u64 {
        self.used
    }

    /// Whether the books are to be read anew after it.
    pub fn are_books_changed(&self) -> bool {
        self.books.is_changed()
    }

    /// Gives everything its number: `before` is the one before the first.
    ///
    /// # Errors
    /// When something cannot be written as JSON.
    pub fn finish(self, before: u64) -> Result<Judged, Fault> {
        let given = |number: u64| match number.checked_sub(STANDING_FOR) {
            Some(place) => before + 1 + place,
            None => number,
        };
        let mut lines = Vec::with_capacity(self.judged.len());
        let mut answers = Vec::with_capacity(self.judged.len());
        for (by, op, body_hash, mut answer) in self.judged {
            answer.rev = answer.rev.map(given);
            let stored = self.slots.get(&op.change.record).map(|slot| &slot.held.record);
            let scope = stored.map_or(&op.change.scope, |record| &record.scope);
            let kind = stored.map_or(op.change.kind, |record| record.kind);
            lines.push(Line {
                op_id: op.op_id.clone(),
                unit: scope.as_str().to_owned(),
                device: by.device.to_owned(),
                seq: op.seq,
                account: by.signed.actor.account.clone(),
                by_name: by.signed.actor.name.clone(),
                record: op.change.record.as_str().to_owned(),
                kind: kind.name().to_owned(),
                at_ms: self.now_ms,
                status: name_of(answer.status).to_owned(),
                body_hash: body_hash.to_owned(),
                body: text(op)?,
                answer: text(&answer)?,
            });
            answers.push(answer);
        }
        let changed = self.slots.into_values().filter(|slot| slot.is_changed);
        let records = changed.map(|mut slot| {
            renumber(&mut slot.held, given);
            slot
        });
        Ok(Judged {
            records: records.collect(),
            answers,
            lines,
        })
    }
}

fn renumber(held: &mut Held, given: impl Fn(u64) -> u64) {
    held.record.rev = given(held.record.rev);
    for mark in held.marks.values_mut() {
        mark.rev = given(mark.rev);
    }
}

/// A record does not grow without end, one op after the other.
fn within_bounds(verdict: Verdict) -> Verdict {
    let fields = verdict.record.as_ref().map_or(0, |held| held.record.fields.len());
    if fields <= MOST_FIELDS {
        return verdict;
    }
    Verdict {
        answer: Answer::refused(&verdict.answer.op_id, codes::TOO_LARGE, &format!("{fields} fields")),
        record: None,
        conflicts: Vec::new(),
    }
}

/// A status as it is written.
pub fn name_of(status: Status) -> &'static str {
    match status {
        Status::Applied => "applied",
        Status::Merged => "merged",
        Status::Duplicate => "duplicate",
        Status::Conflict => "conflict",
        Status::Rejected => "rejected",
    }
}
