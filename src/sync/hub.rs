//! A server without a network, a database or a clock: all that the protocol promises, in memory. Tests and the simulation run
//! devices against it; the real server asks the same functions of the same things.
//!
//! * Records with their marks, in the order of their revisions as a feed; numbers of the feed are its revisions.
//! * Every op with its answer, so that the same op is judged once.
//! * Accounts, epochs, and backups: a copy of it all, which is restored under a new epoch.

use super::cursor::{Cursor, PageMark, Reach, scope_of};
use super::digest::Digest;
use super::engine::{Reply, Request};
use super::judge::{Books, Sender, judge};
use super::merge::Held;
use super::op::Op;
use super::rights::Actor;
use super::sequence::Sequence;
use super::wire::{
    Account, Answer, Changes, DigestOf, MOST_BYTES, MOST_OPS, MOST_RECORDS, Me, Page, ProblemOf, Push, Pushed, SCHEMA,
};
use crate::catalogue::Catalogue;
use crate::model::id::RecordId;
use crate::model::ledger::Ledger;
use crate::model::record::{Record, RecordKind};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// How far the feed is moved by a restore: above all that any device can have seen.
pub const RESTORE_STEP: u64 = 1_000_000;

/// A server in memory.
#[derive(Clone, Debug)]
pub struct Hub {
    epoch: String,
    head: u64,
    floor: u64,
    records: BTreeMap<RecordId, Held>,
    feed: BTreeMap<u64, BTreeSet<RecordId>>,
    open: BTreeMap<RecordId, BTreeSet<RecordId>>,
    judged: BTreeMap<String, (Op, Answer)>,
    devices: BTreeMap<String, (String, Sequence)>,
    accounts: BTreeMap<String, Actor>,
    catalogue: Arc<Catalogue>,
    books: Arc<Books>,
    /// How many records an answer holds at most.
    pub page: usize,
    /// How many bytes a push may have.
    pub most_bytes: usize,
}

/// An error of the endpoint, on its way to a [`Reply`].
struct Refused(u16, &'static str);

impl Hub {
    /// An empty one. The epoch is of letters and digits.
    pub fn new(epoch: &str, catalogue: Arc<Catalogue>) -> Hub {
        let books = Books {
            ledger: Ledger::default(),
            catalogue: Catalogue::clone(&catalogue),
        };
        Hub {
            epoch: epoch.to_owned(),
            head: 0,
            floor: 0,
            records: BTreeMap::new(),
            feed: BTreeMap::new(),
            open: BTreeMap::new(),
            judged: BTreeMap::new(),
            devices: BTreeMap::new(),
            accounts: BTreeMap::new(),
            catalogue,
            books: Arc::new(books),
            page: MOST_RECORDS,
            most_bytes: MOST_BYTES,
        }
    }

    /// Makes an account, or gives it other rights.
    pub fn admit(&mut self, actor: Actor) {
        self.accounts.insert(actor.account.clone(), actor);
    }

    /// Takes an account away.
    pub fn expel(&mut self, account: &str) {
        self.accounts.remove(account);
    }

    /// An account.
    pub fn actor(&self, account: &str) -> Option<&Actor> {
        self.accounts.get(account)
    }

    /// The epoch.
    pub fn epoch(&self) -> &str {
        &self.epoch
    }

    /// The last revision that was given.
    pub fn head(&self) -> u64 {
        self.head
    }

    /// The records with their marks.
    pub fn records(&self) -> &BTreeMap<RecordId, Held> {
        &self.records
    }

    /// Every op that was judged, with its first answer.
    pub fn judged(&self) -> &BTreeMap<String, (Op, Answer)> {
        &self.judged
    }

    /// Becomes what it was when `backup` was made, under a new epoch.
    pub fn restore(&mut self, backup: &Hub, epoch: &str) {
        *self = backup.clone();
        self.epoch = epoch.to_owned();
        self.head += RESTORE_STEP;
        self.floor = self.head;
    }

    /// Forgets records of which nothing is left. Cursors from before are no good any more.
    pub fn forget_removed(&mut self) {
        self.floor = self.head;
        let feed = &mut self.feed;
        self.records.retain(|id, held| {
            let is_left = !held.record.fields.is_empty();
            if !is_left && let Some(ids) = feed.get_mut(&held.record.rev) {
                ids.remove(id);
            }
            is_left
        });
    }

    /// The numbers of a device's ops that came.
    pub fn sequence(&self, device: &str) -> Option<&Sequence> {
        self.devices.get(device).map(|(_, sequence)| sequence)
    }

    /// What an account may read.
    pub fn seen_by(&self, account: &str) -> Vec<&Record> {
        let Some(actor) = self.accounts.get(account) else {
            return Vec::new();
        };
        let records = self.records.values().map(|held| &held.record);
        records.filter(|record| self.is_shown(record, actor)).collect()
    }

    fn is_shown(&self, record: &Record, actor: &Actor) -> bool {
        !record.fields.is_empty() && self.may_read(record, actor)
    }

    fn may_read(&self, record: &Record, actor: &Actor) -> bool {
        actor.may_read(record.kind, &record.scope, &self.books.ledger.units)
    }

    /// Answers a request of a session. `meant` is the account that the device names in its header.
    pub fn answer(&mut self, session: Option<&str>, meant: &str, request: &Request, now_ms: i64) -> Reply {
        match self.try_answer(session, meant, request, now_ms) {
            Ok(reply) => reply,
            Err(Refused(status, code)) => Reply {
                status,
                body: json(&ProblemOf {
                    status: u64::from(status),
                    code: code.to_owned(),
                    title: String::new(),
                    field: None,
                    retryable: false,
                    retry_after: None,
                }),
                retry_after: None,
            },
        }
    }

    fn try_answer(
        &mut self,
        session: Option<&str>,
        meant: &str,
        request: &Request,
        now_ms: i64,
    ) -> Result<Reply, Refused> {
        let actor = session.and_then(|account| self.accounts.get(account)).cloned();
        let actor = actor.ok_or(Refused(401, "signed-out"))?;
        if actor.account != meant {
            return Err(Refused(401, "other-account"));
        }
        let body = match request {
            Request::Me => json(&self.me(&actor, now_ms)),
            Request::Push(push) => json(&self.push(&actor, push, now_ms)?),
            Request::Changes { since } => json(&self.changes(&actor, since)?),
            Request::Records { page } => json(&self.page(&actor, page.as_deref())?),
            Request::Digest => json(&self.digest(&actor)),
        };
        Ok(Reply {
            status: 200,
            body,
            retry_after: None,
        })
    }

    fn cursor(&self, rev: u64) -> String {
        let epoch = self.epoch.clone();
        Cursor { epoch, rev }.to_string()
    }

    fn me(&self, actor: &Actor, now_ms: i64) -> Me {
        Me {
            account: Account {
                id: actor.account.clone(),
                name: actor.name.clone(),
                role: actor.role,
                unit: actor.unit.clone(),
                disabled: false,
                seen_ms: None,
            },
            bloc: String::new(),
            epoch: self.epoch.clone(),
            records: self.records.len() as u64,
            schema: SCHEMA,
            now_ms,
        }
    }

    fn push(&mut self, actor: &Actor, push: &Push, now_ms: i64) -> Result<Pushed, Refused> {
        if push.ops.len() > MOST_OPS || json(push).len() > self.most_bytes {
            return Err(Refused(413, "too-large"));
        }
        if push.schema > SCHEMA {
            return Err(Refused(422, "schema-too-new"));
        }
        if push.epoch != self.epoch {
            return Err(Refused(409, "epoch-changed"));
        }
        if push.ops.iter().any(|op| op.author != actor.account) {
            return Err(Refused(422, "other-author"));
        }
        let owner = self.devices.get(&push.device).map(|(owner, _)| owner);
        if owner.is_some_and(|owner| *owner != actor.account) {
            return Err(Refused(403, "other-device"));
        }
        let reused = |op: &Op| self.judged.get(&op.op_id).is_some_and(|(known, _)| known != op);
        if push.ops.iter().any(reused) {
            return Err(Refused(422, "op-reused"));
        }
        let sender = Sender {
            actor,
            device: &push.device,
            now_ms,
        };
        let answers = push.ops.iter().map(|op| self.take(op, sender)).collect();
        let known = self.devices.entry(push.device.clone());
        let (_, sequence) = known.or_insert_with(|| (actor.account.clone(), Sequence::default()));
        push.ops.iter().for_each(|op| sequence.take(op.seq));
        push.skipped.iter().for_each(|numbers| sequence.skip(*numbers));
        Ok(Pushed {
            epoch: self.epoch.clone(),
            answers,
            gaps: sequence.gaps.clone(),
        })
    }

    fn take(&mut self, op: &Op, sender: Sender<'_>) -> Answer {
        if let Some((_, answer)) = self.judged.get(&op.op_id) {
            return answer.again();
        }
        let record = &op.change.record;
        let open: Vec<Held> = self.open.get(record).map_or_else(Vec::new, |ids| {
            ids.iter().filter_map(|id| self.records.get(id)).cloned().collect()
        });
        let rev = self.head + 1;
        let verdict = judge(op, sender, rev, self.records.get(record), &open, &self.books);
        let written: Vec<Held> = verdict.record.into_iter().chain(verdict.conflicts).collect();
        if !written.is_empty() {
            self.head = rev;
        }
        for held in written {
            self.write(held);
        }
        let answer = verdict.answer;
        self.judged.insert(op.op_id.clone(), (op.clone(), answer.clone()));
        answer
    }

    fn write(&mut self, held: Held) {
        let id = held.record.id.clone();
        let (kind, rev) = (held.record.kind, held.record.rev);
        if kind == RecordKind::Conflict {
            let of = held.value("record").as_str().map(RecordId::from);
            let of_record = of.map(|of| self.open.entry(of).or_default());
            match of_record {
                Some(open) if *held.value("state") == "open" => drop(open.insert(id.clone())),
                Some(open) => drop(open.remove(&id)),
                None => {}
            }
        }
        if let Some(before) = self.records.insert(id.clone(), held)
            && let Some(ids) = self.feed.get_mut(&before.record.rev)
        {
            ids.remove(&id);
        }
        self.feed.entry(rev).or_default().insert(id);
        if matches!(
            kind,
            RecordKind::Unit | RecordKind::Drive | RecordKind::Closing | RecordKind::Own
        ) {
            self.keep_books();
        }
    }

    /// Reads again what ops are judged by.
    fn keep_books(&mut self) {
        let ledger = Ledger::from_records(self.records.values().map(|held| &held.record).filter(|record| {
            matches!(
                record.kind,
                RecordKind::Unit | RecordKind::Drive | RecordKind::Closing | RecordKind::Own
            )
        }));
        let mut catalogue = Catalogue::clone(&self.catalogue);
        catalogue.add(&ledger.own);
        self.books = Arc::new(Books { ledger, catalogue });
    }

    fn changes(&self, actor: &Actor, since: &str) -> Result<Changes, Refused> {
        let cursor: Cursor = since.parse().map_err(|_| Refused(410, "cursor-gone"))?;
        let Reach::After(since) = cursor.reach(&self.epoch, self.floor, self.head) else {
            return Err(Refused(410, "cursor-gone"));
        };
        let mut records = Vec::new();
        let mut rev = self.head;
        let mut more = false;
        'feed: for (&at, ids) in self.feed.range(since + 1..) {
            for id in ids {
                let Some(held) = self.records.get(id).filter(|held| self.may_read(&held.record, actor)) else {
                    continue;
                };
                // What one op changed is not torn apart, so the cursor stands between two ops.
                if records.len() >= self.page && records.last().is_some_and(|last: &Record| last.rev < at) {
                    (rev, more) = (at - 1, true);
                    break 'feed;
                }
                records.push(held.record.clone());
            }
        }
        Ok(Changes {
            epoch: self.epoch.clone(),
            cursor: self.cursor(rev),
            more,
            scope: scope_of(actor, &self.books.ledger.units),
            records,
        })
    }

    fn page(&self, actor: &Actor, page: Option<&str>) -> Result<Page, Refused> {
        let gone = Refused(410, "cursor-gone");
        let mark = match page.map(str::parse::<PageMark>) {
            None => None,
            Some(Ok(mark)) if mark.since.reach(&self.epoch, self.floor, self.head) != Reach::Gone => Some(mark),
            Some(_) => return Err(gone),
        };
        let since = mark.as_ref().map_or_else(
            || Cursor {
                epoch: self.epoch.clone(),
                rev: self.head,
            },
            |mark| mark.since.clone(),
        );
        let shown = || self.records.values().filter(|held| self.is_shown(&held.record, actor));
        let after = mark.map(|mark| mark.after);
        let mut rest = shown().filter(|held| after.as_ref().is_none_or(|after| held.record.id > *after));
        let records: Vec<Record> = rest.by_ref().take(self.page).map(|held| held.record.clone()).collect();
        let next = rest.next().and(records.last()).map(|last| {
            let after = last.id.clone();
            let since = since.clone();
            PageMark { since, after }.to_string()
        });
        Ok(Page {
            epoch: self.epoch.clone(),
            cursor: since.to_string(),
            scope: scope_of(actor, &self.books.ledger.units),
            total: shown().count() as u64,
            next,
            records,
        })
    }

    fn digest(&self, actor: &Actor) -> DigestOf {
        let digest = Digest::of(self.seen_by(&actor.account));
        DigestOf {
            epoch: self.epoch.clone(),
            cursor: self.cursor(self.head),
            records: digest.records(),
            digest: digest.text(),
        }
    }
}

fn json(thing: &impl Serialize) -> Vec<u8> {
    serde_json::to_vec(thing).unwrap_or_default()
}
