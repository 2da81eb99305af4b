//! Beginning and ending the link between a workspace and a server.
//!
//! A bloc that was begun without a server is published as one op a record, based on nothing: an empty server takes all of
//! it; one that has records keeps what is official there, and what differs becomes conflicts. What was done before is
//! carried by these ops, so the earlier ones go; the journal stays, and with it undo and the past. What the account may not
//! write, and what an earlier server had left to a person to choose, is put aside like something that was rejected: the first
//! load takes it off the screen, and nothing takes it off the device but a person.

use super::answers::{Row, read_rows};
use super::backend::{Database, Key, Span, Write};
use super::error::StoreError;
use super::head::Head;
use super::link::Link;
use super::load::{lay_on_top, leave_out_answered};
use super::page;
use super::pages::{Pages, by_id, fresh};
use super::schema::Table;
use super::workspace::{Store, page_writes, read_head, read_ops, to_pages};
use crate::model::conflict::{Conflict, ConflictState};
use crate::model::ledger::Ledger;
use crate::model::record::{Entity, Record, RecordKind};
use crate::sync::guard;
use crate::sync::op::{Change, Op, Records};
use crate::sync::wire::codes;

/// The tables that linking and letting go change.
const TABLES: [Table; 5] = [
    Table::Meta,
    Table::Pages,
    Table::Outbox,
    Table::Answers,
    Table::Arriving,
];

impl<D: Database> Store<D> {
    /// The link; `None` for a workspace without a server.
    ///
    /// # Errors
    /// [`StoreError`]
    pub async fn link(&self) -> Result<Option<Link>, StoreError> {
        let found = self.database().read(&[Link::span()]).await?;
        found.first().map_or(Ok(None), Link::read)
    }

    /// Links a workspace that is new: everything is to be loaded.
    ///
    /// # Errors
    /// [`StoreError`]; then nothing was written.
    pub async fn link_new(&self, link: &Link, epoch: &str) -> Result<Head, StoreError> {
        let device = self.device();
        self.database()
            .write(&[Table::Meta], &[Head::span()], |found| {
                let mut head = read_head(&found, device)?;
                let link = begin(&mut head, link, epoch);
                Ok((vec![head.write()?, link.write()?], head))
            })
            .await
    }

    /// Changes what the link says, after the account was renamed or may do something else.
    ///
    /// # Errors
    /// [`StoreError`]; then nothing was written.
    pub async fn change_link(&self, change: impl FnOnce(&mut Link)) -> Result<(), StoreError> {
        self.database()
            .write(&[Table::Meta], &[Link::span()], |found| {
                let Some(mut link) = Link::read(found.first().unwrap_or(&Vec::new()))? else {
                    return Ok((Vec::new(), ()));
                };
                change(&mut link);
                Ok((vec![link.write()?], ()))
            })
            .await
    }

    /// Links a workspace that has records: all that `may` allows becomes ops, one a record, each with an id of `new_id`; the
    /// rest becomes ops that are rejected already. They cannot be undone; what was done before still can.
    ///
    /// # Errors
    /// [`StoreError`]; then nothing was written.
    pub async fn publish(
        &self,
        link: &Link,
        epoch: &str,
        at_ms: i64,
        mut new_id: impl FnMut() -> String,
        may: impl Fn(&Change) -> bool,
    ) -> Result<Head, StoreError> {
        let device = self.device();
        self.all_there_is(|mut there, mut writes| {
            let head = &mut there.head;
            if head.device.is_empty() {
                device.clone_into(&mut head.device);
            }
            if !head.owner.is_empty() && head.owner != link.account {
                // What one account gave is news to another, on the same device too.
                head.device = new_id();
            }
            let link = begin(head, link, epoch);
            head.answered = head.top();
            head.skip(1, head.top());
            let disputed = unsettled(&there.records);
            let mut records: Vec<Record> = there.records.into_values().collect();
            for record in &mut records {
                // Revisions of another server say nothing here.
                record.rev = 0;
            }
            // What closes a period comes last: a server takes no figure of a closed one.
            let closes = |record: &&Record| record.kind == RecordKind::Closing;
            let in_turn = records
                .iter()
                .filter(|record| !closes(record))
                .chain(records.iter().filter(closes));
            let (allowed, forbidden): (Vec<Change>, Vec<Change>) =
                in_turn.filter_map(published).partition(|change| may(change));
            let mut number = |head: &mut Head, op_id: Option<String>, change: Change| {
                let op = Op {
                    op_id: op_id.unwrap_or_else(&mut new_id),
                    seq: head.next_seq,
                    author: link.account.clone(),
                    at_ms,
                    change,
                };
                head.next_seq += 1;
                op
            };
            for change in allowed {
                let op = number(head, None, change);
                writes.push(Write::Put(Table::Outbox, Key::Number(op.seq), serde_json::to_vec(&op)?));
            }
            // After the others: what is published of the same record does not wait for it.
            let forbidden = forbidden.into_iter().map(|change| (None, change, codes::FORBIDDEN));
            let disputed = disputed.into_iter();
            let disputed = disputed.map(|(op_id, change)| (Some(op_id), change, codes::UNSETTLED));
            for (op_id, change, code) in forbidden.chain(disputed) {
                let op = number(head, op_id, change);
                let row = Row::refused_here(&op, code, at_ms);
                head.skip(op.seq, op.seq);
                (head.ahead, head.rejected) = (head.ahead + 1, head.rejected + 1);
                writes.push(Write::Put(Table::Outbox, Key::Number(op.seq), serde_json::to_vec(&op)?));
                writes.push(Write::Put(
                    Table::Answers,
                    Key::Number(op.seq),
                    serde_json::to_vec(&row)?,
                ));
            }
            // They say what the pages hold.
            head.folded = head.top();
            writes.extend(page_writes(fresh(&records, true)?));
            writes.push(head.write()?);
            writes.push(link.write()?);
            Ok((writes, there.head))
        })
        .await
    }

    /// Ends the link. What is on the screen stays, what waited to be sent included; ops and answers go. What only the account
    /// might not write comes back where nothing else is: without a server nobody forbids it.
    ///
    /// # Errors
    /// [`StoreError`]; then nothing was written.
    pub async fn unlink(&self) -> Result<Head, StoreError> {
        self.all_there_is(|mut there, mut writes| {
            let head = &mut there.head;
            head.account.clear();
            (head.epoch, head.cursor, head.scope) = (None, None, None);
            (head.answered, head.folded) = (head.top(), head.top());
            (head.ahead, head.again, head.rejected) = (0, 0, 0);
            head.heard += 1;
            for change in there.forbidden {
                let ledger = Ledger::from_records(there.records.values());
                let is_free = !there.records.contains_key(&change.record);
                if is_free && guard::refused(&ledger, &there.records, std::slice::from_ref(&change)).is_none() {
                    change.apply(&mut there.records);
                }
            }
            let records: Vec<Record> = there.records.into_values().collect();
            writes.extend(page_writes(fresh(&records, true)?));
            writes.push(head.write()?);
            writes.push(Write::Delete(Table::Meta, Key::from(super::link::LINK)));
            Ok((writes, there.head))
        })
        .await
    }

    /// In one transaction: reads what is shown, and writes what `decide` makes of it after everything was removed.
    async fn all_there_is(
        &self,
        decide: impl FnOnce(There, Vec<Write>) -> Result<(Vec<Write>, Head), StoreError>,
    ) -> Result<Head, StoreError> {
        let tables = [Table::Pages, Table::Outbox, Table::Answers, Table::Arriving];
        let mut spans = vec![Head::span()];
        spans.extend(tables.map(Span::All));
        self.database()
            .write(&TABLES, &spans, |found| {
                let mut found = found.into_iter();
                let head = Head::read(&found.next().unwrap_or_default())?;
                let found: Vec<_> = found.collect();
                let keys = tables.iter().zip(&found);
                let mut writes: Vec<Write> = keys
                    .flat_map(|(table, rows)| rows.iter().map(|(key, _)| Write::Delete(*table, key.clone())))
                    .collect();
                writes.push(Write::Delete(Table::Meta, Key::from(super::arriving::ARRIVING)));
                let mut found = found.into_iter();
                let mut records = decode(&to_pages(found.next()))?;
                let all = read_ops(found.next().unwrap_or_default())?;
                let answers = found.next().unwrap_or_default();
                let mut ops: Vec<&Op> = all.values().filter(|op| op.seq > head.below()).collect();
                leave_out_answered(&mut ops, &answers);
                for op in ops {
                    lay_on_top(&mut records, &op.change);
                }
                let refused = read_rows(answers).into_iter().filter(|(_, row)| row.is_forbidden());
                let forbidden = refused.filter_map(|(seq, _)| all.get(&seq).map(|op| op.change.clone()));
                let there = There {
                    forbidden: forbidden.collect(),
                    head,
                    records,
                };
                decide(there, writes)
            })
            .await
    }
}

/// A workspace as it is shown.
struct There {
    head: Head,
    records: Records,
    /// What is not shown, because the account may not write it; nobody has put it away.
    forbidden: Vec<Change>,
}

fn begin(head: &mut Head, link: &Link, epoch: &str) -> Link {
    head.account.clone_from(&link.account);
    head.owner.clone_from(&link.account);
    head.epoch = Some(epoch.to_owned());
    (head.cursor, head.scope) = (None, None);
    (head.ahead, head.again, head.rejected) = (0, 0, 0);
    head.heard += 1;
    Link {
        epoch: epoch.to_owned(),
        device: head.device.clone(),
        ..link.clone()
    }
}

/// What makes a record where nothing is. Only a server makes conflicts.
fn published(record: &Record) -> Option<Change> {
    if record.kind == RecordKind::Conflict {
        return None;
    }
    Change::between(None, record)
}

/// What was proposed in open conflicts, as edits of what stands, each with the op that proposed it: the next server may know
/// nothing of them.
fn unsettled(records: &Records) -> Vec<(String, Change)> {
    let conflicts = records.values().filter_map(|record| Conflict::from_record(record).ok());
    let open = conflicts.filter(|conflict| conflict.state == ConflictState::Open);
    let proposed = open.filter_map(|conflict| {
        let record = records.get(&conflict.record)?;
        let fields = conflict.contested.into_iter();
        let mut change = Change::of_fields(record, fields.map(|(field, contest)| (field, contest.proposed)))?;
        // As revisions of another server.
        change.base_rev = 0;
        Some((conflict.id, change))
    });
    proposed.collect()
}

/// All records of pages.
pub(super) fn decode(pages: &Pages) -> Result<Records, StoreError> {
    let mut records = Records::new();
    for bytes in pages.values() {
        records.append(&mut by_id(page::decode(bytes)?));
    }
    Ok(records)
}
