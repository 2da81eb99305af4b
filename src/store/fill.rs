//! Filling a new workspace with more records than are written at once without a pause: part by part, each in its own
//! transaction. Nothing of it is to be seen before it is finished: a workspace is listed when it is whole.

use super::backend::{Database, Write};
use super::error::StoreError;
use super::head::Head;
use super::journal::Act;
use super::pages::fresh;
use super::schema::Table;
use super::workspace::{Edit, Store, add_line, page_writes, read_head};
use crate::model::id::RecordId;
use crate::model::record::Record;

/// A workspace that is being filled.
pub struct Filling<'s, D> {
    store: &'s Store<D>,
    last: Option<RecordId>,
    count: u64,
}

impl<D: Database> Store<D> {
    /// Begins to fill a workspace that has no records yet.
    pub fn filling(&self) -> Filling<'_, D> {
        Filling {
            store: self,
            last: None,
            count: 0,
        }
    }
}

impl<D: Database> Filling<'_, D> {
    /// Writes the next records: in the order of their identifiers, and after those before.
    ///
    /// # Errors
    /// [`StoreError`]; then none of them was written. [`StoreError::Failed`] when they are out of order.
    pub async fn add(&mut self, records: &[Record]) -> Result<(), StoreError> {
        let mut last = self.last.as_ref();
        for record in records {
            if last.is_some_and(|last| *last >= record.id) {
                return Err(StoreError::Failed(format!("{} is out of order", record.id)));
            }
            last = Some(&record.id);
        }
        let writes = page_writes(fresh(records, self.last.is_none())?);
        self.store
            .database()
            .write(&[Table::Pages], &[], |_| Ok((writes, ())))
            .await?;
        self.last = last.cloned();
        self.count += records.len() as u64;
        Ok(())
    }

    /// Writes the head and the first line of the journal: an import of so many records.
    ///
    /// # Errors
    /// [`StoreError`]; then neither was written.
    pub async fn finish(self, author: &str, at_ms: i64) -> Result<Head, StoreError> {
        let (device, count) = (self.store.device(), self.count);
        let tables = [Table::Meta, Table::Journal];
        self.store
            .database()
            .write(&tables, &[Head::span()], |found| {
                let mut head = read_head(&found, device)?;
                let edit = Edit {
                    at_ms,
                    author: author.to_owned(),
                    act: Act::Import(count),
                    changes: Vec::new(),
                };
                let mut writes: Vec<Write> = Vec::new();
                add_line(&mut head, &mut writes, &edit, Vec::new())?;
                writes.push(head.write()?);
                Ok((writes, head))
            })
            .await
    }
}
