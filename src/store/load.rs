//! Opening a workspace: pages, then the ops on top. What cannot be read is set aside as it is, named,
//! and made again as far as the outbox still knows its records.

use super::answers;
use super::backend::{Database, Key, LAST, Rows, Span, Write};
use super::error::StoreError;
use super::head::Head;
use super::link::Link;
use super::page::{self, PageDamage};
use super::schema::Table;
use crate::model::from_json;
use crate::model::sort::SmallSort;
use crate::sync::op::{Change, Op, Records};
use crate::sync::outbox::{self, FieldsOf};
use std::borrow::Borrow;

/// A workspace as it was opened.
#[derive(Clone, Debug, Default)]
pub struct Opened {
    /// Its records: pages with the outbox on top.
    pub records: Records,
    /// Its head.
    pub head: Head,
    /// Fields changed by ops that are not in the pages yet.
    pub recent: FieldsOf,
    /// Rows that could not be read. They are kept in the table of damaged rows.
    pub damaged: Vec<Damage>,
}

/// A row that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damage {
    /// Where it was.
    pub place: Place,
    /// What is wrong with it, for a developer.
    pub reason: String,
}

/// Where a damaged row was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A page: the records from the first id to before the next page's, if there is a next page.
    Page {
        /// The page's key.
        from: String,
        /// The next page's key.
        to: Option<String>,
    },
    /// The op with this number.
    Op(u64),
    /// The head.
    Head,
}

/// A damaged row with what is kept of it.
struct Aside {
    damage: Damage,
    table: Table,
    key: Key,
    bytes: Vec<u8>,
}

/// Reads everything.
pub(super) async fn load(db: &impl Database, at_ms: i64) -> Result<Opened, StoreError> {
    let mut found = db.read(&[Head::span(), Span::All(Table::Pages)]).await?.into_iter();
    let head_row = found.next().unwrap_or_default();
    let (mut records, mut aside) = read_pages(db, found.next().unwrap_or_default()).await?;
    let mut head = match Head::read(&head_row) {
        Ok(head) => head,
        Err(error) => {
            aside.extend(head_row.into_iter().map(|(key, bytes)| Aside {
                damage: Damage {
                    place: Place::Head,
                    reason: error.to_string(),
                },
                table: Table::Meta,
                key,
                bytes,
            }));
            remake_head(db).await?
        }
    };
    if !aside.is_empty() {
        lose_pages(&mut head);
    }
    let on_top = on_top(&head);
    let mut found = db.read(&on_top).await?.into_iter();
    let (mut ops, bad_ops) = read_ops(found.next().unwrap_or_default().into_iter());
    if !bad_ops.is_empty() {
        lose_pages(&mut head);
        aside.extend(bad_ops);
    }
    // Another tab may have written since the head was read.
    if let Some(last) = ops.last() {
        head.next_seq = head.next_seq.max(last.seq + 1);
    }
    leave_out_answered(&mut ops, &found.next().unwrap_or_default());
    for op in &ops {
        lay_on_top(&mut records, &op.change);
    }
    let damaged = aside.iter().map(|aside| aside.damage.clone()).collect();
    if !aside.is_empty() {
        // If this fails (a full disk), the rows stay where they are and the next opening finds them
        // again; what can be read is shown in either case.
        let _ = set_aside(db, aside, &head, at_ms).await;
    }
    Ok(Opened {
        records,
        head,
        recent: outbox::fields(&ops),
        damaged,
    })
}

/// The pages no longer hold all that was in them. Without a server, laying every op on again brings back what the outbox
/// knows, and leaves what is there as it is: an op applied twice does nothing. A server is asked for everything; an op that
/// it answered may long be out of date.
fn lose_pages(head: &mut Head) {
    if head.is_linked() {
        head.folded = head.folded.min(head.answered);
        head.cursor = None;
    } else {
        head.folded = 0;
    }
}

/// The rows that lie on top of the pages: ops, and answers that say which of them do so no longer.
pub(super) fn on_top(head: &Head) -> [Span; 2] {
    [
        Span::Numbers(Table::Outbox, head.below() + 1, LAST),
        Span::Numbers(Table::Answers, head.below() + 1, LAST),
    ]
}

/// Leaves only ops without an answer: what came of the others is in the pages, or nowhere.
pub(super) fn leave_out_answered<O: Borrow<Op>>(ops: &mut Vec<O>, answers: &Rows) {
    if !answers.is_empty() {
        ops.retain(|op| answers.iter().all(|(key, _)| *key != Key::Number(op.borrow().seq)));
    }
}

/// Lays what waits over what is official. Who sees it has not seen what is below, so what is done next to the record is based
/// on what this was based on.
pub(super) fn lay_on_top(records: &mut Records, change: &Change) {
    change.apply(records);
    if let Some(record) = records.get_mut(&change.record) {
        record.rev = record.rev.min(change.base_rev);
    }
}

/// How many pages are read between two pauses, in which the browser draws. Most blocs have fewer.
const BETWEEN_PAUSES: usize = 12;

async fn read_pages(db: &impl Database, mut rows: Vec<(Key, Vec<u8>)>) -> Result<(Records, Vec<Aside>), StoreError> {
    rows.small_sort();
    let keys: Vec<Key> = rows.iter().map(|(key, _)| key.clone()).collect();
    let (mut records, mut aside) = (Records::new(), Vec::new());
    for (index, (key, bytes)) in rows.into_iter().enumerate() {
        if index > 0 && index % BETWEEN_PAUSES == 0 {
            // A task of its own, which is not slowed in a hidden tab as a timer is.
            db.read(&[Head::span()]).await?;
        }
        match page::decode(&bytes) {
            Ok(page) => records.extend(page.into_iter().map(|record| (record.id.clone(), record))),
            Err(PageDamage::Newer(_)) => return Err(StoreError::Superseded),
            Err(damage) => aside.push(Aside {
                damage: Damage {
                    place: Place::Page {
                        from: text(&key),
                        to: keys.get(index + 1).map(text),
                    },
                    reason: damage.to_string(),
                },
                table: Table::Pages,
                key,
                bytes,
            }),
        }
    }
    Ok((records, aside))
}

fn read_ops(rows: impl Iterator<Item = (Key, Vec<u8>)>) -> (Vec<Op>, Vec<Aside>) {
    let (mut ops, mut aside) = (Vec::new(), Vec::new());
    for (key, bytes) in rows {
        match (from_json::read::<Op>(&bytes), &key) {
            (Ok(op), _) => ops.push(op),
            (Err(error), number) => aside.push(Aside {
                damage: Damage {
                    place: match number {
                        Key::Number(seq) => Place::Op(*seq),
                        Key::Text(_) => Place::Op(0),
                    },
                    reason: error.to_string(),
                },
                table: Table::Outbox,
                key,
                bytes,
            }),
        }
    }
    ops.small_sort_by_key(|op| op.seq);
    (ops, aside)
}

/// A head from what it would have counted.
async fn remake_head(db: &impl Database) -> Result<Head, StoreError> {
    let spans = [
        Span::All(Table::Outbox),
        Span::All(Table::Journal),
        Link::span(),
        Span::All(Table::Answers),
    ];
    let found = db.read(&spans).await?;
    let link = found.get(2).map_or(Ok(None), Link::read).unwrap_or_default();
    let next = |at: usize| {
        let keys = found.get(at).into_iter().flatten().map(|(key, _)| match key {
            Key::Number(number) => *number,
            Key::Text(_) => 0,
        });
        keys.max().unwrap_or(0) + 1
    };
    let mut head = Head {
        next_seq: next(0),
        next_line: next(1),
        ..Head::default()
    };
    if let Some(link) = link {
        let rows = answers::read_rows(found.get(3).cloned().unwrap_or_default());
        head.ahead = rows.len() as u64;
        for (seq, row) in &rows {
            head.rejected += u64::from(row.is_refused());
            head.again += u64::from(row.again);
            if row.answer.problem.is_some() {
                head.skip(*seq, *seq);
            }
        }
        head.owner.clone_from(&link.account);
        (head.account, head.device, head.epoch) = (link.account, link.device, Some(link.epoch));
    }
    Ok(head)
}

async fn set_aside(db: &impl Database, aside: Vec<Aside>, head: &Head, at_ms: i64) -> Result<(), StoreError> {
    let tables = [Table::Meta, Table::Pages, Table::Outbox, Table::Damaged];
    db.write(&tables, &[Head::span()], |found| {
        // Numbers given by another tab since are kept.
        let now = found.first().and_then(|rows| Head::read(rows).ok());
        let mut head = now
            .filter(|now| now.next_seq >= head.next_seq)
            .unwrap_or_else(|| head.clone());
        lose_pages(&mut head);
        let mut writes = Vec::new();
        for row in aside {
            let name = format!("{}/{}/{at_ms}", row.table.name(), text(&row.key));
            writes.push(Write::Put(Table::Damaged, Key::Text(name), row.bytes));
            writes.push(Write::Delete(row.table, row.key));
        }
        writes.push(head.write()?);
        Ok((writes, ()))
    })
    .await
}

fn text(key: &Key) -> String {
    match key {
        Key::Text(text) => text.clone(),
        Key::Number(number) => number.to_string(),
    }
}
