//! Reading only those pages that some records are on: what comes from a server touches few of a large bloc's pages.
//!
//! Which pages there are is read first, by their keys. When the transaction that reads them finds others (another tab has
//! split or removed one meanwhile), it does nothing and is begun again; after a few times all pages are read.

use super::backend::{Database, Key, Rows, Span, Write};
use super::error::StoreError;
use super::pages::Pages;
use super::schema::Table;
use super::workspace::{Store, to_pages};
use crate::model::id::RecordId;
use std::collections::BTreeSet;

/// How often pages are looked up before all are read.
const TRIES: u32 = 3;

/// Which pages there are, and which of them are wanted.
struct Plan {
    keys: BTreeSet<String>,
    /// All of them, where it says nothing.
    wanted: Option<BTreeSet<String>>,
}

impl Plan {
    fn all() -> Plan {
        Plan {
            keys: BTreeSet::new(),
            wanted: None,
        }
    }

    fn of(keys: BTreeSet<String>, ids: &BTreeSet<RecordId>) -> Plan {
        let mut wanted = BTreeSet::new();
        wanted.extend(ids.iter().filter_map(|id| {
            let before = keys.range(..=id.to_string());
            before.last().cloned()
        }));
        // One request for all is less work than many for most of them.
        let wanted = (wanted.len() * 2 <= keys.len()).then_some(wanted);
        Plan { keys, wanted }
    }

    fn spans(&self, spans: &[Span]) -> Vec<Span> {
        let mut all = spans.to_vec();
        match &self.wanted {
            None => all.push(Span::All(Table::Pages)),
            Some(wanted) => {
                all.push(Span::Keys(Table::Pages));
                let pages = wanted
                    .iter()
                    .map(|key| Span::One(Table::Pages, Key::from(key.as_str())));
                all.extend(pages);
            }
        }
        all
    }

    /// What was asked for before the pages, and these: those that are not wanted without what is in them. `None` where
    /// there are other pages than planned.
    fn take(&self, mut found: Vec<Rows>, asked: usize) -> Option<(Vec<Rows>, Pages)> {
        let mut rows = found.split_off(asked.min(found.len())).into_iter();
        let mut pages = to_pages(rows.next());
        if self.wanted.is_some() {
            if !pages.keys().eq(&self.keys) {
                return None;
            }
            pages.extend(rows.flat_map(|rows| to_pages(Some(rows))));
        }
        Some((found, pages))
    }
}

impl<D: Database> Store<D> {
    async fn plan(&self, ids: &BTreeSet<RecordId>, tries: u32) -> Result<Plan, StoreError> {
        if tries >= TRIES {
            return Ok(Plan::all());
        }
        let found = self.database().read(&[Span::Keys(Table::Pages)]).await?;
        let mut keys = BTreeSet::new();
        keys.extend(to_pages(found.into_iter().next()).into_keys());
        Ok(Plan::of(keys, ids))
    }

    /// Reads spans and the pages that records are on, all in one transaction.
    ///
    /// # Errors
    /// [`StoreError`]
    pub(super) async fn read_touched(
        &self,
        spans: &[Span],
        ids: &BTreeSet<RecordId>,
    ) -> Result<(Vec<Rows>, Pages), StoreError> {
        let mut tries = 0;
        loop {
            let plan = self.plan(ids, tries).await?;
            let found = self.database().read(&plan.spans(spans)).await?;
            if let Some(taken) = plan.take(found, spans.len()) {
                return Ok(taken);
            }
            tries += 1;
        }
    }

    /// In one transaction over `tables`: reads spans and the pages that records are on, asks `decide` what to write, writes
    /// it. Pages of other records are there by their keys alone.
    ///
    /// # Errors
    /// [`StoreError`]; then nothing was written.
    pub(super) async fn write_touched<T>(
        &self,
        tables: &[Table],
        spans: &[Span],
        ids: &BTreeSet<RecordId>,
        mut decide: impl FnMut(Vec<Rows>, Pages) -> Result<(Vec<Write>, T), StoreError>,
    ) -> Result<T, StoreError> {
        let mut tries = 0;
        loop {
            let plan = self.plan(ids, tries).await?;
            let written = self
                .database()
                .write(tables, &plan.spans(spans), |found| {
                    match plan.take(found, spans.len()) {
                        Some((found, pages)) => decide(found, pages).map(|(writes, answer)| (writes, Some(answer))),
                        None => Ok((Vec::new(), None)),
                    }
                })
                .await?;
            if let Some(answer) = written {
                return Ok(answer);
            }
            tries += 1;
        }
    }
}
