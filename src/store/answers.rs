//! What a server said of ops, and what that makes of them.
//!
//! Pages of a workspace with a server hold what is official; ops without an answer lie on top. An answer takes its op from
//! there: one that was taken goes into the pages (the feed brings it again, with its revision), one that was rejected
//! leaves nothing behind, and of one in conflict the official value shows again. So no answer has to be undone.
//!
//! Ops and answers stay for [`KEPT_DAYS`], for a server that is restored from a backup, and for the list of what was sent.

use super::backend::{Database, Key, LAST, Rows, Span, Write};
use super::error::StoreError;
use super::head::Head;
use super::link::Link;
use super::pages::rewrite;
use super::schema::Table;
use super::workspace::{Store, page_writes, read_ops};
use crate::model::from_json::{self, FromJson};
use crate::model::id::RecordId;
use crate::model::sort::map_of;
use crate::sync::op::{Change, Op, Records};
use crate::sync::wire::{Answer, Gap, KEPT_DAYS, codes};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// What is kept of an answer.
#[derive(Clone, Debug, PartialEq, Serialize, FromJson)]
pub struct Row {
    /// The answer.
    pub answer: Answer,
    /// When it came, by this device's clock, in milliseconds since 1970.
    pub at_ms: i64,
    /// Whether somebody has put a rejected op aside, or tried it again as a new one.
    #[serde(default)]
    pub taken_back: bool,
    /// Whether it is to be sent once more, to a server that was restored from a backup.
    #[serde(default)]
    pub again: bool,
}

impl Row {
    /// Whether it was rejected, and nobody has taken it back.
    pub fn is_refused(&self) -> bool {
        self.answer.problem.is_some() && !self.taken_back
    }

    /// The answer to an op that this device rejects itself: no server was asked.
    pub(super) fn refused_here(op: &Op, code: &str, at_ms: i64) -> Row {
        let answer = Answer::refused(&op.op_id, code, "");
        Row {
            answer,
            at_ms,
            taken_back: false,
            again: false,
        }
    }

    /// Whether it was rejected for what the account may do, and nobody has taken it back.
    pub(super) fn is_forbidden(&self) -> bool {
        let code = self.answer.problem.as_ref().map(|problem| problem.code.as_str());
        self.is_refused() && code == Some(codes::FORBIDDEN)
    }

    /// Whether all of it stood.
    fn stands(&self) -> bool {
        self.answer.problem.is_none() && self.answer.conflict.is_none()
    }
}

/// How many of the last ops are listed, answered ones too.
const LISTED: u64 = 300;
/// Milliseconds of a day.
const DAY: i64 = 86_400_000;

/// What came of writing answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Heard {
    /// The head then.
    pub head: Head,
    /// The records that may look otherwise now.
    pub records: Vec<RecordId>,
}

impl<D: Database> Store<D> {
    /// Ops that wait for an answer, in order, those that are to be sent once more among them.
    ///
    /// # Errors
    /// [`StoreError`]
    pub async fn waiting(&self) -> Result<Vec<Op>, StoreError> {
        let head = self.head().await?;
        // Answers from before are of interest only when the server was restored.
        let from = if head.again > 0 { 0 } else { head.answered } + 1;
        let spans = [
            Span::Numbers(Table::Outbox, from, LAST),
            Span::Numbers(Table::Answers, from, LAST),
        ];
        let mut found = self.database().read(&spans).await?.into_iter();
        let ops = read_ops(found.next().unwrap_or_default())?;
        let rows = read_rows(found.next().unwrap_or_default());
        let waits = |op: &Op| match rows.get(&op.seq) {
            Some(row) => row.again,
            None => op.seq > head.answered,
        };
        Ok(ops.into_values().filter(waits).collect())
    }

    /// Ops with what was said of them, the newest first: all that waits or was rejected, and the last ones of the rest.
    ///
    /// # Errors
    /// [`StoreError`]
    pub async fn sent(&self) -> Result<Vec<(Op, Option<Row>)>, StoreError> {
        let head = self.head().await?;
        let from = match head.again + head.rejected {
            0 => head.top().saturating_sub(LISTED).min(head.answered) + 1,
            _ => 1,
        };
        let mut spans = vec![Span::Numbers(Table::Answers, from, LAST)];
        if from > 1 {
            spans.push(Span::Numbers(Table::Outbox, from, LAST));
        }
        let mut found = self.database().read(&spans).await?.into_iter();
        let mut rows = read_rows(found.next().unwrap_or_default());
        let ops = match found.next() {
            Some(found) => read_ops(found)?,
            None => self.listed(&head, &rows).await?,
        };
        let told = ops.into_values().rev().filter_map(|op| match rows.remove(&op.seq) {
            Some(row) => Some((op, Some(row))),
            None => (op.seq > head.answered).then_some((op, None)),
        });
        Ok(told.collect())
    }

    /// The ops of these rows that are to be listed, and those without a row: not all of 90 days.
    async fn listed(&self, head: &Head, rows: &BTreeMap<u64, Row>) -> Result<BTreeMap<u64, Op>, StoreError> {
        let from = head.top().saturating_sub(LISTED).min(head.answered) + 1;
        let before = rows.range(..from).filter(|(_, row)| row.is_refused() || row.again);
        let mut spans: Vec<Span> = before
            .map(|(seq, _)| Span::One(Table::Outbox, Key::Number(*seq)))
            .collect();
        spans.push(Span::Numbers(Table::Outbox, from, LAST));
        let found = self.database().read(&spans).await?;
        read_ops(found.into_iter().flatten().collect())
    }

    /// Writes what a server said of `ops`, all in one transaction. An answer to another op is passed over.
    ///
    /// # Errors
    /// [`StoreError`]; then nothing was written.
    pub async fn answered(&self, ops: &[Op], answers: &[Answer], at_ms: i64) -> Result<Heard, StoreError> {
        let of: BTreeMap<&str, &Op> = map_of(ops.iter().map(|op| (op.op_id.as_str(), op)));
        let said = answers
            .iter()
            .filter_map(|answer| of.get(answer.op_id.as_str()).map(|op| (op.seq, (*op, answer))));
        let said: BTreeMap<u64, (&Op, &Answer)> = map_of(said);
        let (first, last) = match (said.first_key_value(), said.last_key_value()) {
            (Some((first, _)), Some((last, _))) => (*first, *last),
            _ => (1, 1),
        };
        let head = self.head().await?;
        let tables = [Table::Meta, Table::Pages, Table::Outbox, Table::Answers];
        let spans = [
            Head::span(),
            Link::span(),
            Span::Numbers(Table::Outbox, head.answered + 1, last.max(head.answered + 1)),
            Span::Numbers(Table::Answers, first.min(head.answered + 1), LAST),
        ];
        let ids = said.values().map(|(op, _)| op.change.record.clone()).collect();
        self.write_touched(&tables, &spans, &ids, |found, pages| {
            let mut found = found.into_iter();
            let mut head = Head::read(&found.next().unwrap_or_default())?;
            let link = Link::read(&found.next().unwrap_or_default())?;
            if link.is_none() {
                // The link was ended meanwhile.
                let records = Vec::new();
                return Ok((Vec::new(), Heard { head, records }));
            }
            let outbox = found.next().unwrap_or_default();
            let mut rows = read_rows(found.next().unwrap_or_default());
            let (mut writes, mut records, mut settled) = (Vec::new(), Vec::new(), Vec::new());
            for (seq, (op, answer)) in &said {
                let before = rows.get(seq);
                let waits = before.map_or(*seq > head.answered, |row| row.again);
                // Else another tab wrote it before.
                if !waits {
                    continue;
                }
                let row = Row {
                    answer: (*answer).clone(),
                    at_ms,
                    taken_back: false,
                    again: false,
                };
                head.again = head.again.saturating_sub(before.is_some().into());
                head.rejected += u64::from(row.is_refused());
                if row.is_refused() {
                    head.skip(*seq, *seq);
                }
                head.rejected -= u64::from(before.is_some_and(Row::is_refused)).min(head.rejected);
                records.push(op.change.record.clone());
                if Settled::of(op, &row, &head).is_some() {
                    settled.push((op.change.record.clone(), (*op, row.clone())));
                }
                writes.push(Write::Put(Table::Answers, Key::Number(*seq), serde_json::to_vec(&row)?));
                rows.insert(*seq, row);
            }
            let written = rewrite(&pages, settled, |records, (op, row)| {
                if let Some(settled) = Settled::of(op, &row, &head) {
                    settled.lay(op, records);
                }
            })?;
            writes.extend(page_writes(written));
            count(&mut head, &rows, &numbers(&outbox), last);
            head.heard += 1;
            writes.push(head.write()?);
            if let Some(mut link) = link {
                link.sent_ms = Some(at_ms);
                writes.push(link.write()?);
            }
            Ok((writes, Heard { head, records }))
        })
        .await
    }

    /// Puts a rejected op aside, or says that it was tried again as a new one. Answers whether there was one.
    ///
    /// # Errors
    /// [`StoreError`]; then nothing was written.
    pub async fn take_back(&self, seq: u64) -> Result<bool, StoreError> {
        let spans = [Head::span(), Span::One(Table::Answers, Key::Number(seq))];
        self.database()
            .write(&[Table::Meta, Table::Answers], &spans, |found| {
                let mut found = found.into_iter();
                let mut head = Head::read(&found.next().unwrap_or_default())?;
                let mut rows = read_rows(found.next().unwrap_or_default());
                let Some(row) = rows.get_mut(&seq).filter(|row| row.is_refused()) else {
                    return Ok((Vec::new(), false));
                };
                row.taken_back = true;
                head.rejected = head.rejected.saturating_sub(1);
                head.heard += 1;
                let row = Write::Put(Table::Answers, Key::Number(seq), serde_json::to_vec(row)?);
                Ok((vec![row, head.write()?], true))
            })
            .await
    }

    /// The server has another epoch: it was restored from a backup. Everything that it took in the last 90 days is to be
    /// sent once more, and everything is fetched anew. What is on the screen stays until then.
    ///
    /// # Errors
    /// [`StoreError`]; then nothing was written.
    pub async fn again_from_epoch(&self, epoch: &str, now_ms: i64) -> Result<Head, StoreError> {
        self.mark_again(
            |head| {
                head.epoch = Some(epoch.to_owned());
                (head.cursor, head.scope) = (None, None);
            },
            |_, row| row.answer.problem.is_none() && row.at_ms > now_ms - KEPT_DAYS * DAY,
        )
        .await
    }

    /// The server misses numbers of this device: those that are still here are to be sent once more.
    ///
    /// # Errors
    /// [`StoreError`]; then nothing was written.
    pub async fn again_in_gaps(&self, gaps: &[Gap]) -> Result<Head, StoreError> {
        // One that was rejected was perhaps never sent: no server takes it.
        let missing = |seq: u64| gaps.iter().any(|gap| (gap.first..=gap.last).contains(&seq));
        self.mark_again(|_| {}, |seq, row| row.answer.problem.is_none() && missing(seq))
            .await
    }

    async fn mark_again(
        &self,
        change: impl FnOnce(&mut Head),
        which: impl Fn(u64, &Row) -> bool,
    ) -> Result<Head, StoreError> {
        let spans = [Head::span(), Span::All(Table::Outbox), Span::All(Table::Answers)];
        self.database()
            .write(&[Table::Meta, Table::Outbox, Table::Answers], &spans, |found| {
                let mut found = found.into_iter();
                let mut head = Head::read(&found.next().unwrap_or_default())?;
                let kept = numbers(&found.next().unwrap_or_default());
                let mut writes = Vec::new();
                for (seq, mut row) in read_rows(found.next().unwrap_or_default()) {
                    if !row.again && kept.contains(&seq) && which(seq, &row) {
                        row.again = true;
                        head.again += 1;
                        writes.push(Write::Put(Table::Answers, Key::Number(seq), serde_json::to_vec(&row)?));
                    }
                }
                change(&mut head);
                writes.push(head.write()?);
                Ok((writes, head))
            })
            .await
    }

    /// Lets go of ops that were answered more than 90 days ago, unless they were rejected and wait for somebody. Answers
    /// how many went.
    ///
    /// # Errors
    /// [`StoreError`]; then nothing was written.
    pub async fn forget_old(&self, now_ms: i64) -> Result<usize, StoreError> {
        let spans = [Head::span(), Span::All(Table::Answers)];
        self.database()
            .write(&[Table::Meta, Table::Outbox, Table::Answers], &spans, |found| {
                let mut found = found.into_iter();
                let head = Head::read(&found.next().unwrap_or_default())?;
                let rows = read_rows(found.next().unwrap_or_default());
                let old = |(seq, row): &(&u64, &Row)| {
                    // What is counted beyond the last number without a gap has to stay, to be counted.
                    **seq <= head.answered && !row.again && !row.is_refused() && row.at_ms < now_ms - KEPT_DAYS * DAY
                };
                let old: Vec<u64> = rows.iter().filter(old).map(|(seq, _)| *seq).collect();
                let gone = |seq: &u64| {
                    let key = Key::Number(*seq);
                    [
                        Write::Delete(Table::Outbox, key.clone()),
                        Write::Delete(Table::Answers, key),
                    ]
                };
                Ok((old.iter().flat_map(gone).collect(), old.len()))
            })
            .await
    }
}

/// What an answer makes of the pages.
#[derive(Clone, Copy)]
enum Settled {
    /// The op goes in, unless they are of this revision already: the feed may have brought what came of it, and what
    /// others made of that.
    Taken(u64),
    /// It was published, so it is in them, and is taken out where it still stands.
    Refused,
}

impl Settled {
    fn of(op: &Op, row: &Row, head: &Head) -> Option<Settled> {
        match (op.seq > head.folded, row.answer.rev) {
            (true, rev) if row.stands() => Some(Settled::Taken(rev.unwrap_or(u64::MAX))),
            (false, _) if row.answer.problem.is_some() => Some(Settled::Refused),
            _ => None,
        }
    }

    fn lay(self, op: &Op, records: &mut Records) {
        let change = &op.change;
        match self {
            Settled::Taken(rev) if records.get(&change.record).is_none_or(|record| record.rev < rev) => {
                // A record that is made by it is of no revision: what others did to it was not seen.
                let change = Change {
                    base_rev: 0,
                    ..change.clone()
                };
                change.apply(records);
            }
            Settled::Taken(_) => {}
            Settled::Refused => {
                if let Some(undo) = change.undo(records) {
                    undo.apply(records);
                }
            }
        }
    }
}

/// Counts what has an answer. `kept` are the numbers without one in the outbox, up to `last`: one that is missing there was
/// lost, and no answer will come to it.
fn count(head: &mut Head, rows: &BTreeMap<u64, Row>, kept: &BTreeSet<u64>, last: u64) {
    let answered = |seq: u64| rows.contains_key(&seq) || (seq <= last && !kept.contains(&seq));
    while head.answered < head.top() && answered(head.answered + 1) {
        head.answered += 1;
    }
    head.ahead = rows.range(head.answered + 1..).count() as u64;
}

fn numbers(rows: &Rows) -> BTreeSet<u64> {
    let number = |(key, _): &(Key, Vec<u8>)| match key {
        Key::Number(number) => Some(*number),
        Key::Text(_) => None,
    };
    let mut numbers = BTreeSet::new();
    numbers.extend(rows.iter().filter_map(number));
    numbers
}

/// An answer that cannot be read is none: its op is sent again, and answered again.
pub(super) fn read_rows(rows: Rows) -> BTreeMap<u64, Row> {
    map_of(rows.into_iter().filter_map(|(key, bytes)| match key {
        Key::Number(seq) => Some((seq, from_json::read(&bytes).ok()?)),
        Key::Text(_) => None,
    }))
}
