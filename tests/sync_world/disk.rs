//! What a device keeps, in memory: the plainest store that does what the engine asks, and what a person sees and does on it.

use so_khoi::model::id::RecordId;
use so_khoi::model::record::Record;
use so_khoi::sync::digest::Digest;
use so_khoi::sync::engine::{Loading, MOST_READ, Stock, Sum, Write};
use so_khoi::sync::op::{Change, Op, Records};
use so_khoi::sync::op_id::uuid_v7;
use so_khoi::sync::outbox;
use so_khoi::sync::sequence;
use so_khoi::sync::wire::{Answer, Gap, Status};
use std::collections::BTreeMap;

/// What became of an op, as far as the device knows.
#[derive(Clone, Debug, PartialEq)]
pub enum Fate {
    Waiting,
    Acknowledged(Status),
    Rejected(Answer),
    /// Rejected, and a person has put it aside.
    PutAside(Answer),
}

/// Everything that outlives a crash. A write is done whole or not at all: see [`Disk::write`].
#[derive(Clone, Debug, Default)]
pub struct Disk {
    pub device: String,
    pub account: String,
    /// What the server is known to hold, and nothing else.
    pub base: Records,
    pub ops: BTreeMap<u64, (Op, Fate)>,
    pub next_seq: u64,
    pub epoch: Option<String>,
    pub cursor: Option<String>,
    pub scope: Option<String>,
    loading: Option<Loading>,
    staged: Vec<Record>,
    pub digest_due: bool,
}

impl Disk {
    pub fn new(device: &str, account: &str) -> Disk {
        Disk {
            device: device.into(),
            account: account.into(),
            next_seq: 1,
            digest_due: true,
            ..Disk::default()
        }
    }

    pub fn waiting(&self) -> impl Iterator<Item = &Op> {
        self.ops
            .values()
            .filter(|(_, fate)| *fate == Fate::Waiting)
            .map(|(op, _)| op)
    }

    pub fn rejected(&self) -> impl Iterator<Item = &Op> {
        self.ops
            .values()
            .filter(|(_, fate)| matches!(fate, Fate::Rejected(_)))
            .map(|(op, _)| op)
    }

    /// What the screen shows.
    pub fn shown(&self) -> Records {
        let mut shown = self.base.clone();
        outbox::fold(&mut shown, self.waiting());
        shown
    }

    /// An edit: as the screen shows it, on the revision that the device has.
    pub fn edit(&mut self, mut change: Change, at_ms: i64) {
        change.base_rev = self.base.get(&change.record).map_or(0, |record| record.rev);
        let seq = self.next_seq;
        self.next_seq += 1;
        let mut random = [0; 10];
        let bytes = seq.to_be_bytes().into_iter().chain(self.device.bytes().rev().take(2));
        for (to, from) in random.iter_mut().zip(bytes) {
            *to = from;
        }
        let op = Op {
            op_id: format!("{}/{}", uuid_v7(7, random), self.device),
            seq,
            author: self.account.clone(),
            at_ms,
            change,
        };
        self.ops.insert(seq, (op, Fate::Waiting));
    }

    pub fn put_aside(&mut self, seq: u64) {
        if let Some((_, fate)) = self.ops.get_mut(&seq)
            && let Fate::Rejected(answer) = fate
        {
            *fate = Fate::PutAside(answer.clone());
        }
    }

    /// The numbers that nothing comes of.
    pub fn skipped(&self) -> Vec<Gap> {
        let mut skipped = Vec::new();
        for (&seq, (_, fate)) in &self.ops {
            if matches!(fate, Fate::Rejected(_) | Fate::PutAside(_)) {
                let (first, last) = (seq, seq);
                sequence::add(&mut skipped, Gap { first, last });
            }
        }
        skipped
    }

    pub fn stock(&self) -> Stock {
        let mut blocked = BTreeMap::new();
        for op in self.rejected() {
            // In the order of the sequence: the lowest stays.
            blocked.entry(op.change.record.clone()).or_insert(op.seq);
        }
        Stock {
            device: self.device.clone(),
            account: self.account.clone(),
            epoch: self.epoch.clone(),
            cursor: self.cursor.clone(),
            scope: self.scope.clone(),
            loading: self.loading.clone(),
            blocked,
            skipped: self.skipped(),
            digest_due: self.digest_due,
        }
    }

    pub fn read_ops(&self, after: u64) -> Vec<Op> {
        let waiting = self.waiting().filter(|op| op.seq > after);
        waiting.take(MOST_READ).cloned().collect()
    }

    pub fn sum(&self) -> Option<Sum> {
        let digest = Digest::of(self.base.values());
        Some(Sum {
            cursor: self.cursor.clone()?,
            records: digest.records(),
            digest: digest.text(),
        })
    }

    pub fn write(&mut self, write: Write) {
        match write {
            Write::Begin { epoch } => self.epoch = Some(epoch),
            Write::Answers { answers, .. } => {
                for answer in answers {
                    self.answered(answer);
                }
            }
            Write::Changes(changes) => {
                for record in changes.records {
                    put(&mut self.base, record);
                }
                self.cursor = Some(changes.cursor);
            }
            Write::Page { first, page } => {
                if first {
                    self.staged.clear();
                }
                self.staged.extend(page.records);
                match page.next {
                    Some(next) => {
                        self.loading = Some(Loading {
                            next,
                            records: self.staged.len() as u64,
                            scope: page.scope,
                        });
                    }
                    None => {
                        let staged = std::mem::take(&mut self.staged);
                        self.base = staged.into_iter().map(|record| (record.id.clone(), record)).collect();
                        self.loading = None;
                        self.cursor = Some(page.cursor);
                        self.scope = Some(page.scope);
                    }
                }
            }
            Write::Forget => self.forget(),
            Write::Replay { epoch } => {
                for (_, fate) in self.ops.values_mut() {
                    if matches!(fate, Fate::Acknowledged(_)) {
                        *fate = Fate::Waiting;
                    }
                }
                self.epoch = Some(epoch);
                self.forget();
            }
        }
    }

    fn forget(&mut self) {
        (self.cursor, self.scope, self.loading) = (None, None, None);
        self.staged.clear();
    }

    fn answered(&mut self, answer: Answer) {
        let found = self.ops.values_mut().find(|(op, _)| op.op_id == answer.op_id);
        let (op, fate) = found.expect("an answer to an op that is here");
        *fate = match answer.fate() {
            Status::Rejected => Fate::Rejected(answer),
            fate => {
                let known = self.base.get(&op.change.record).map_or(0, |record| record.rev);
                // A record that came after the op has it already. The revision stays what it was: what else is in the
                // record's newer one was not seen here.
                if fate == Status::Applied && answer.rev.is_none_or(|rev| rev > known) {
                    let change = Change {
                        base_rev: 0,
                        ..op.change.clone()
                    };
                    change.apply(&mut self.base);
                }
                Fate::Acknowledged(fate)
            }
        };
    }
}

fn put(records: &mut BTreeMap<RecordId, Record>, record: Record) {
    match record.fields.is_empty() {
        true => drop(records.remove(&record.id)),
        false => drop(records.insert(record.id.clone(), record)),
    }
}
