//! Reading again what is on the screen: what is official, with the ops that wait on top. A tab does so after something came
//! from a server, whichever tab fetched it.

use super::answers::read_rows;
use super::backend::{Database, Key, LAST, Span};
use super::error::StoreError;
use super::head::Head;
use super::load::{lay_on_top, leave_out_answered, on_top};
use super::page;
use super::pages::by_id;
use super::schema::Table;
use super::workspace::{Store, read_ops, to_pages};
use crate::model::id::RecordId;
use crate::sync::op::{Op, Records};
use std::collections::BTreeSet;

/// How many pages are read between two pauses, in which the browser draws.
const BETWEEN_PAUSES: usize = 8;

/// How many rows are asked for one by one.
const FEW: usize = 50;

/// Records as they are to be shown.
#[derive(Clone, Debug, Default)]
pub struct Shown {
    /// Which were asked for; all, where it says nothing.
    pub asked: Option<BTreeSet<RecordId>>,
    /// Those of them that there are.
    pub records: Records,
    /// The head then.
    pub head: Head,
    /// Ops that lie on top.
    pub waiting: Vec<Op>,
    /// Ops that were rejected, of which nobody has taken them back.
    pub refused: Vec<Op>,
}

impl<D: Database> Store<D> {
    /// What was done since the op `seq` and has no answer yet, and the head.
    ///
    /// # Errors
    /// [`StoreError`]
    pub async fn news(&self, seq: u64) -> Result<(Vec<Op>, Head), StoreError> {
        let spans = [
            Head::span(),
            Span::Numbers(Table::Outbox, seq + 1, LAST),
            Span::Numbers(Table::Answers, seq + 1, LAST),
        ];
        let mut found = self.database().read(&spans).await?.into_iter();
        let head = Head::read(&found.next().unwrap_or_default())?;
        let ops = read_ops(found.next().unwrap_or_default())?;
        let mut ops: Vec<Op> = ops.into_values().collect();
        if head.is_linked() {
            ops.retain(|op| op.seq > head.answered);
            leave_out_answered(&mut ops, &found.next().unwrap_or_default());
        }
        Ok((ops, head))
    }

    /// Records as they are to be shown now: those asked for, or all.
    ///
    /// # Errors
    /// [`StoreError`]
    pub async fn shown(&self, asked: Option<BTreeSet<RecordId>>) -> Result<Shown, StoreError> {
        let [outbox, answers] = on_top(&self.head().await?);
        let mut spans = vec![Head::span(), outbox, answers];
        let (found, pages) = match &asked {
            Some(asked) => self.read_touched(&spans, asked).await?,
            None => {
                spans.push(Span::All(Table::Pages));
                let mut found = self.database().read(&spans).await?;
                let pages = to_pages(found.pop());
                (found, pages)
            }
        };
        let mut found = found.into_iter();
        let head = Head::read(&found.next().unwrap_or_default())?;
        let ops = read_ops(found.next().unwrap_or_default())?;
        let mut waiting: Vec<Op> = ops.into_values().filter(|op| op.seq > head.below()).collect();
        leave_out_answered(&mut waiting, &found.next().unwrap_or_default());
        let is_asked = |id: &RecordId| asked.as_ref().is_none_or(|asked| asked.contains(id));
        let mut records = match &asked {
            None => {
                let mut records = Records::new();
                for (at, bytes) in pages.values().enumerate() {
                    if at > 0 && at % BETWEEN_PAUSES == 0 {
                        self.pause().await?;
                    }
                    records.append(&mut by_id(page::decode(bytes)?));
                }
                records
            }
            Some(asked) => {
                let mut on: BTreeSet<&str> = BTreeSet::new();
                on.extend(asked.iter().filter_map(|id| {
                    let page = pages.range(..=id.to_string()).next_back();
                    page.map(|(key, _)| key.as_str())
                }));
                let mut records = Records::new();
                for bytes in on.into_iter().filter_map(|key| pages.get(key)) {
                    let found = page::decode(bytes)?.into_iter().filter(|record| is_asked(&record.id));
                    records.extend(found.map(|record| (record.id.clone(), record)));
                }
                records
            }
        };
        for op in waiting.iter().filter(|op| is_asked(&op.change.record)) {
            lay_on_top(&mut records, &op.change);
        }
        let refused = self.refused(&head).await?;
        Ok(Shown {
            asked,
            records,
            head,
            waiting,
            refused,
        })
    }

    /// Ops that were rejected, of which nobody has taken them back.
    pub(super) async fn refused(&self, head: &Head) -> Result<Vec<Op>, StoreError> {
        if head.rejected == 0 {
            return Ok(Vec::new());
        }
        let found = self.database().read(&[Span::All(Table::Answers)]).await?;
        let mut refused = read_rows(found.into_iter().flatten().collect());
        refused.retain(|_, row| row.is_refused());
        let spans: Vec<Span> = match (refused.first_key_value(), refused.last_key_value()) {
            // What was put aside when the workspace was linked may be many, one after the other.
            (Some((first, _)), Some((last, _))) if refused.len() > FEW => {
                vec![Span::Numbers(Table::Outbox, *first, *last)]
            }
            _ => refused
                .keys()
                .map(|seq| Span::One(Table::Outbox, Key::Number(*seq)))
                .collect(),
        };
        let found = self.database().read(&spans).await?;
        let mut ops = read_ops(found.into_iter().flatten().collect())?;
        ops.retain(|seq, _| refused.contains_key(seq));
        Ok(ops.into_values().collect())
    }
}
