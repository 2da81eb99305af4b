//! What others did, as a server tells it: each record's latest state, over what was official before. Ops that wait stay on
//! top, untouched.

use super::answers::Heard;
use super::backend::Database;
use super::error::StoreError;
use super::head::Head;
use super::link::Link;
use super::pages::rewrite;
use super::schema::Table;
use super::workspace::{Store, page_writes};
use crate::model::record::Record;
use crate::sync::op::Records;
use crate::sync::wire::Changes;

impl<D: Database> Store<D> {
    /// Takes in what changed since the cursor that was asked with, and keeps the new one, in one transaction. `None` where
    /// another tab has gone on meanwhile: then nothing was written.
    ///
    /// # Errors
    /// [`StoreError`]; then nothing was written.
    pub async fn take_page(&self, since: &str, changes: &Changes, at_ms: i64) -> Result<Option<Heard>, StoreError> {
        let spans = [Head::span(), Link::span()];
        let ids = changes.records.iter().map(|record| record.id.clone()).collect();
        self.write_touched(&[Table::Meta, Table::Pages], &spans, &ids, |found, pages| {
            let mut found = found.into_iter();
            let mut head = Head::read(&found.next().unwrap_or_default())?;
            let link = Link::read(&found.next().unwrap_or_default())?;
            if head.cursor.as_deref() != Some(since) || head.epoch.as_ref() != Some(&changes.epoch) {
                return Ok((Vec::new(), None));
            }
            let items = changes.records.iter().map(|record| (record.id.clone(), record));
            let mut writes = page_writes(rewrite(&pages, items, lay)?);
            head.cursor = Some(changes.cursor.clone());
            head.scope = Some(changes.scope.clone());
            head.heard += u64::from(!changes.records.is_empty());
            writes.push(head.write()?);
            if let Some(mut link) = link {
                link.fetched_ms = Some(at_ms);
                writes.push(link.write()?);
            }
            let records = changes.records.iter().map(|record| record.id.clone()).collect();
            Ok((writes, Some(Heard { head, records })))
        })
        .await
    }
}

fn lay(records: &mut Records, record: &Record) {
    if record.fields.is_empty() {
        // Nothing is left of it, or this account sees it no longer.
        records.remove(&record.id);
    } else {
        records.insert(record.id.clone(), record.clone());
    }
}
