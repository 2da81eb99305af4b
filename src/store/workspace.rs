//! One workspace's database: opening, editing, importing, folding, and the past.
//!
//! What the screen shows is the pages with the outbox on top. An edit writes only its ops, a line of
//! the journal and the head, in one transaction. Folding moves ops into the pages when nobody waits.

use super::backend::{Database, Key, LAST, Rows, Span, Write};
use super::error::StoreError;
use super::head::Head;
use super::journal::{Act, Line, Past, past};
use super::load::{self, Opened};
use super::pages::{Pages, Rewritten, rewrite};
use super::schema::Table;
use crate::model::from_json;
use crate::model::id::RecordId;
use crate::model::record::Record;
use crate::model::sort::SmallSort;
use crate::sync::op::{Change, Op};
use std::collections::BTreeMap;

/// What a person did at once, to be written.
#[derive(Clone, Debug, PartialEq)]
pub struct Edit {
    /// The wall clock in milliseconds since 1970.
    pub at_ms: i64,
    /// Who did it; empty for whoever the workspace is linked to.
    pub author: String,
    /// As what.
    pub act: Act,
    /// The changes, each with the id of its op.
    pub changes: Vec<(String, Change)>,
}

/// An open workspace.
pub struct Store<D> {
    db: D,
    device: String,
}

/// Lines of the journal that are read at once.
const LINES: u64 = 500;

impl<D: Database> Store<D> {
    /// A workspace in this database. `device` names this device if the workspace has no name for it yet.
    pub fn new(db: D, device: impl Into<String>) -> Store<D> {
        Store {
            db,
            device: device.into(),
        }
    }

    /// Its database, for what is beside the records ([`super::snapshots`]).
    pub fn database(&self) -> &D {
        &self.db
    }

    pub(super) fn device(&self) -> &str {
        &self.device
    }

    /// Lets whoever else waits go on: the browser draws and takes input before this returns. (It reads a row: that is a
    /// task of its own, and is not slowed in a hidden tab as a timer is.)
    ///
    /// # Errors
    /// [`StoreError`]
    pub async fn pause(&self) -> Result<(), StoreError> {
        self.db.read(&[Head::span()]).await.map(drop)
    }

    /// Reads everything. Rows that cannot be read are set aside and named; the rest opens.
    ///
    /// # Errors
    /// [`StoreError`]; [`StoreError::Superseded`] also when a newer version of the app wrote a page.
    pub async fn load(&self, at_ms: i64) -> Result<Opened, StoreError> {
        load::load(&self.db, at_ms).await
    }

    /// The head as it is on the device now.
    ///
    /// # Errors
    /// [`StoreError`]
    pub async fn head(&self) -> Result<Head, StoreError> {
        let found = self.db.read(&[Head::span()]).await?;
        found.first().map_or_else(|| Ok(Head::default()), Head::read)
    }

    /// Writes edits, in order, all in one transaction; answers their lines with the ops as they were
    /// numbered, and the head. When this returns, they are on the device.
    ///
    /// # Errors
    /// [`StoreError`]; then none of them was written.
    pub async fn append(&self, edits: &[Edit]) -> Result<(Vec<Line>, Head), StoreError> {
        let tables = [Table::Meta, Table::Outbox, Table::Journal];
        let device = &self.device;
        self.db
            .write(&tables, &[Head::span()], |found| {
                let mut head = read_head(&found, device)?;
                let (mut writes, mut lines) = (Vec::new(), Vec::new());
                for edit in edits {
                    let author = head.author_of(edit);
                    let mut ops = Vec::with_capacity(edit.changes.len());
                    for (op_id, change) in &edit.changes {
                        let op = Op {
                            op_id: op_id.clone(),
                            seq: head.next_seq,
                            author: author.clone(),
                            at_ms: edit.at_ms,
                            change: change.clone(),
                        };
                        head.next_seq += 1;
                        writes.push(Write::Put(Table::Outbox, Key::Number(op.seq), serde_json::to_vec(&op)?));
                        ops.push(op);
                    }
                    lines.push(add_line(&mut head, &mut writes, edit, ops)?);
                }
                writes.push(head.write()?);
                Ok((writes, (lines, head)))
            })
            .await
    }

    /// Takes in records as they are, over those with the same ids: into the pages directly, with one
    /// line in the journal. They make no ops: a server gets them by its first load, not by the outbox.
    ///
    /// # Errors
    /// [`StoreError`]; then nothing was written.
    pub async fn import(&self, records: &[Record], author: &str, at_ms: i64) -> Result<Head, StoreError> {
        let tables = [Table::Meta, Table::Pages, Table::Journal];
        let device = &self.device;
        self.db
            .write(&tables, &[Head::span(), Span::All(Table::Pages)], |mut found| {
                let pages = to_pages(found.pop());
                let mut head = read_head(&found, device)?;
                let items = records.iter().map(|record| (record.id.clone(), record));
                let written = rewrite(&pages, items, |records, record| {
                    records.insert(record.id.clone(), record.clone());
                })?;
                let mut writes = page_writes(written);
                let edit = Edit {
                    at_ms,
                    author: author.to_owned(),
                    act: Act::Import(records.len() as u64),
                    changes: Vec::new(),
                };
                add_line(&mut head, &mut writes, &edit, Vec::new())?;
                writes.push(head.write()?);
                Ok((writes, head))
            })
            .await
    }

    /// Moves ops from the outbox into the pages, in one transaction. The rows stay in the outbox until
    /// a server has answered; what the screen shows does not change. Done by two tabs at once it is
    /// only done twice. Answers how many ops were moved.
    ///
    /// # Errors
    /// [`StoreError`]; then nothing was written.
    pub async fn fold(&self) -> Result<u64, StoreError> {
        let head = self.head().await?;
        if head.unfolded() == 0 {
            return Ok(0);
        }
        let tables = [Table::Meta, Table::Pages, Table::Outbox];
        let spans = [
            Head::span(),
            Span::Numbers(Table::Outbox, head.folded + 1, head.top()),
            Span::All(Table::Pages),
        ];
        self.db
            .write(&tables, &spans, |mut found| {
                let pages = to_pages(found.pop());
                let ops = read_ops(found.pop().unwrap_or_default())?;
                // Another tab may have gone on since the head was read: its numbers are kept.
                let mut now = Head::read(found.first().unwrap_or(&Rows::new()))?;
                if now.is_linked() {
                    // Its pages hold what is official.
                    return Ok((Vec::new(), 0));
                }
                let items = ops.into_values().map(|op| (op.change.record.clone(), op));
                let written = rewrite(&pages, items, |records, op| op.change.apply(records))?;
                let moved = head.top().saturating_sub(now.folded);
                now.folded = now.folded.max(head.top());
                let mut writes = page_writes(written);
                writes.push(now.write()?);
                Ok((writes, moved))
            })
            .await
    }

    /// Ops of the outbox after `seq`, in order: what other tabs did since.
    ///
    /// # Errors
    /// [`StoreError`]
    pub async fn ops_after(&self, seq: u64) -> Result<Vec<Op>, StoreError> {
        let found = self.db.read(&[Span::Numbers(Table::Outbox, seq + 1, LAST)]).await?;
        let ops = read_ops(found.into_iter().flatten().collect())?;
        Ok(ops.into_values().collect())
    }

    /// The last `count` lines of the journal, in their order.
    ///
    /// # Errors
    /// [`StoreError`]
    pub async fn last_lines(&self, count: u64) -> Result<Vec<Line>, StoreError> {
        let next = self.head().await?.next_line;
        self.lines(next.saturating_sub(count).max(1), next).await
    }

    /// What happened to a record, or to one field of it, the newest first.
    ///
    /// # Errors
    /// [`StoreError`]
    pub async fn history(&self, record: &RecordId, field: Option<&str>) -> Result<Vec<Past>, StoreError> {
        let mut found = Vec::new();
        let mut to = self.head().await?.next_line;
        while to > 1 {
            let from = to.saturating_sub(LINES).max(1);
            found.extend(past(self.lines(from, to).await?.iter(), record, field));
            to = from;
        }
        Ok(found)
    }

    /// Lines of the journal from `from` to before `to`. A line that cannot be read is skipped: the
    /// past is of use without it, and the ops themselves are in the outbox.
    async fn lines(&self, from: u64, to: u64) -> Result<Vec<Line>, StoreError> {
        if from >= to {
            return Ok(Vec::new());
        }
        let span = Span::Numbers(Table::Journal, from, to - 1);
        let found = self.db.read(&[span]).await?;
        let mut lines: Vec<Line> = found
            .iter()
            .flatten()
            .filter_map(|(_, bytes)| from_json::read(bytes).ok())
            .collect();
        lines.small_sort_by_key(|line| line.no);
        Ok(lines)
    }
}

pub(super) fn read_head(found: &[Rows], device: &str) -> Result<Head, StoreError> {
    let mut head = Head::read(found.first().unwrap_or(&Rows::new()))?;
    if head.device.is_empty() {
        head.device = device.to_owned();
    }
    Ok(head)
}

pub(super) fn add_line(
    head: &mut Head,
    writes: &mut Vec<Write>,
    edit: &Edit,
    ops: Vec<Op>,
) -> Result<Line, StoreError> {
    let line = Line {
        no: head.next_line,
        at_ms: edit.at_ms,
        author: head.author_of(edit),
        act: edit.act.clone(),
        ops,
    };
    head.next_line += 1;
    writes.push(Write::Put(
        Table::Journal,
        Key::Number(line.no),
        serde_json::to_vec(&line)?,
    ));
    Ok(line)
}

pub(super) fn read_ops(rows: Rows) -> Result<BTreeMap<u64, Op>, StoreError> {
    let mut ops = BTreeMap::new();
    for (_, bytes) in rows {
        let op: Op = from_json::read(&bytes)?;
        ops.insert(op.seq, op);
    }
    Ok(ops)
}

pub(super) fn to_pages(rows: Option<Rows>) -> Pages {
    let text = |(key, bytes)| match key {
        Key::Text(key) => Some((key, bytes)),
        Key::Number(_) => None,
    };
    let mut pages = Pages::new();
    pages.extend(rows.unwrap_or_default().into_iter().filter_map(text));
    pages
}

pub(super) fn page_writes(written: Rewritten) -> Vec<Write> {
    let to_write = |(key, bytes): (String, Option<Vec<u8>>)| match bytes {
        Some(bytes) => Write::Put(Table::Pages, Key::Text(key), bytes),
        None => Write::Delete(Table::Pages, Key::Text(key)),
    };
    written.into_iter().map(to_write).collect()
}
