//! What the engine ([`crate::sync::engine`]) asks of a store: how the workspace stands, what waits, and its writes.

use super::arriving::Arriving;
use super::backend::{Database, Key, Span, Write as Row};
use super::error::StoreError;
use super::head::Head;
use super::page;
use super::schema::Table;
use super::workspace::Store;
use crate::model::id::RecordId;
use crate::sync::digest::Digest;
use crate::sync::engine::{Loading, MOST_READ, Stock, Sum, Write};
use crate::sync::op::Op;

/// What may look otherwise after a write.
#[derive(Clone, Debug, PartialEq)]
pub enum Came {
    /// Nothing.
    Nothing,
    /// These records.
    Records(Vec<RecordId>),
    /// All of them.
    All,
}

impl<D: Database> Store<D> {
    /// How the workspace stands.
    ///
    /// # Errors
    /// [`StoreError`]
    pub async fn stock(&self, at_ms: i64, digest_due: bool) -> Result<Stock, StoreError> {
        let mut arriving = self.arriving().await?;
        if arriving.as_ref().is_some_and(|arriving| arriving.next.is_none()) {
            // It was whole, and then something came between.
            self.settle_in(at_ms).await?;
            arriving = None;
        }
        let head = self.head().await?;
        let mut stock = Stock {
            device: head.device.clone(),
            account: head.account.clone(),
            epoch: head.epoch.clone(),
            cursor: head.cursor.clone(),
            scope: head.scope.clone(),
            loading: arriving.and_then(loading),
            skipped: head.skipped.clone(),
            digest_due,
            ..Stock::default()
        };
        // In their order, so that the first one of a record counts.
        for op in self.refused(&head).await? {
            stock.blocked.entry(op.change.record).or_insert(op.seq);
        }
        Ok(stock)
    }

    /// Ops that wait and come after `seq`, so many as are sent at once.
    ///
    /// # Errors
    /// [`StoreError`]
    pub async fn waiting_after(&self, seq: u64) -> Result<Vec<Op>, StoreError> {
        let mut ops = self.waiting().await?;
        ops.retain(|op| op.seq > seq);
        ops.truncate(MOST_READ);
        Ok(ops)
    }

    /// The digest of what is official here, with its cursor; `None` where not everything was loaded, or ops that were
    /// published wait.
    ///
    /// # Errors
    /// [`StoreError`]
    pub async fn sum(&self) -> Result<Option<Sum>, StoreError> {
        let found = self.database().read(&[Head::span(), Span::All(Table::Pages)]).await?;
        let mut found = found.into_iter();
        let head = Head::read(&found.next().unwrap_or_default())?;
        let Some(cursor) = head.cursor.filter(|_| head.folded <= head.answered) else {
            return Ok(None);
        };
        let mut digest = Digest::default();
        for (_, bytes) in found.next().unwrap_or_default() {
            for record in &page::decode(&bytes)? {
                digest.add(record);
            }
            // Many records are counted: who types goes first.
            self.pause().await?;
        }
        Ok(Some(Sum {
            cursor,
            records: digest.records(),
            digest: digest.text(),
        }))
    }

    /// Does a write. `ops` are those that were read in this round, which answers name. `None` where another tab has gone
    /// on, so that it cannot be done on top of what is there.
    ///
    /// # Errors
    /// [`StoreError`]
    pub async fn keep(&self, write: Write, ops: &[Op], at_ms: i64) -> Result<Option<Came>, StoreError> {
        match write {
            Write::Begin { epoch } => self.begin_epoch(&epoch).await?,
            Write::Answers { answers, .. } => {
                let heard = self.answered(ops, &answers, at_ms).await?;
                return Ok(Some(Came::Records(heard.records)));
            }
            Write::Changes(changes) => {
                let since = self.head().await?.cursor.unwrap_or_default();
                let heard = self.take_page(&since, &changes, at_ms).await?;
                return Ok(heard.map(|heard| match heard.records.is_empty() {
                    true => Came::Nothing,
                    false => Came::Records(heard.records),
                }));
            }
            Write::Page { first, page } => {
                let Some(arriving) = self.arrive(&page, first).await? else {
                    return Ok(None);
                };
                if arriving.next.is_none() {
                    return Ok(self.settle_in(at_ms).await?.map(|_| Came::All));
                }
            }
            Write::Forget => self.forget_cursor().await?,
            Write::Replay { epoch } => self.again_from_epoch(&epoch, at_ms).await.map(drop)?,
        }
        Ok(Some(Came::Nothing))
    }

    async fn begin_epoch(&self, epoch: &str) -> Result<(), StoreError> {
        self.database()
            .write(&[Table::Meta], &[Head::span()], |found| {
                let mut head = Head::read(found.first().unwrap_or(&Vec::new()))?;
                head.epoch = Some(epoch.to_owned());
                Ok((vec![head.write()?], ()))
            })
            .await
    }

    /// Everything is to be loaded anew. What is shown stays until it is there.
    async fn forget_cursor(&self) -> Result<(), StoreError> {
        self.database()
            .write(&[Table::Meta], &[Head::span()], |found| {
                let mut head = Head::read(found.first().unwrap_or(&Vec::new()))?;
                (head.cursor, head.scope) = (None, None);
                let arriving = Row::Delete(Table::Meta, Key::from(super::arriving::ARRIVING));
                Ok((vec![head.write()?, arriving], ()))
            })
            .await
    }
}

fn loading(arriving: Arriving) -> Option<Loading> {
    Some(Loading {
        next: arriving.next?,
        records: arriving.done,
        scope: arriving.scope,
    })
}
