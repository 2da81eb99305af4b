//! What ops are judged by: the units, the drives, the closings and what the bloc counts. It is read once and kept until one of
//! its records changes.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, OnceLock, PoisonError},
};

use so_khoi::{
    catalogue::Catalogue,
    model::{
        id::RecordId,
        ledger::Ledger,
        record::{Record, RecordKind},
        tree::UnitTree,
    },
    sync::judge::Books,
};
use sqlx::AnyConnection;

use crate::{
    db::{Dialect, feed::Feed, records},
    fault::Fault,
};

/// The kinds of record that it is made of.
const KINDS: [RecordKind; 4] = [
    RecordKind::Unit,
    RecordKind::Drive,
    RecordKind::Closing,
    RecordKind::Own,
];

/// Whether ops are judged by records of this kind.
pub fn is_judged_by(kind: RecordKind) -> bool {
    KINDS.contains(&kind)
}

/// Books, with the records that they were made of.
#[derive(Debug, Default)]
pub struct Shelf {
    /// The epoch and the number of the feed at which they were last changed.
    at: (String, u64),
    records: BTreeMap<RecordId, Record>,
    /// Made of the records.
    pub books: Books,
}

impl Shelf {
    /// The units, by which rights are decided.
    pub fn units(&self) -> &UnitTree {
        &self.books.ledger.units
    }

    fn of(at: (String, u64), records: BTreeMap<RecordId, Record>) -> Self {
        let books = books_of(records.values());
        Self { at, records, books }
    }
}

fn books_of<'a>(records: impl Iterator<Item = &'a Record>) -> Books {
    static BUILT_IN: OnceLock<Catalogue> = OnceLock::new();
    let ledger = Ledger::from_records(records);
    let mut catalogue = BUILT_IN.get_or_init(|| Catalogue::with_own(&[])).clone();
    catalogue.add(&ledger.own);
    Books { ledger, catalogue }
}

/// The last books that were read.
#[derive(Debug, Default)]
pub struct Cache(Mutex<Option<Arc<Shelf>>>);

impl Cache {
    /// The books as they are in this transaction, of which `feed` was read.
    ///
    /// # Errors
    /// What the database says.
    pub async fn read(
        &self,
        connection: &mut AnyConnection,
        dialect: Dialect,
        feed: &Feed,
    ) -> Result<Arc<Shelf>, Fault> {
        let at = (feed.epoch.clone(), feed.books);
        let known = self.lock().clone();
        if let Some(known) = known.filter(|shelf| shelf.at == at) {
            return Ok(known);
        }
        let found = records::of_kinds(connection, dialect, &KINDS).await?;
        let found = found.into_iter().map(|record| (record.id.clone(), record)).collect();
        Ok(Arc::new(Shelf::of(at, found)))
    }

    /// Keeps books that are known to be those of a committed state.
    pub fn keep(&self, shelf: &Arc<Shelf>) {
        *self.lock() = Some(Arc::clone(shelf));
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Option<Arc<Shelf>>> {
        // A clone or a store cannot leave it half done.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Books that change while a push is judged: an op is judged by what the ops before it made.
#[derive(Debug)]
pub struct Open {
    shelf: Arc<Shelf>,
    changed: Option<Changed>,
}

#[derive(Debug)]
struct Changed {
    records: BTreeMap<RecordId, Record>,
    books: Books,
    is_behind: bool,
}

impl Open {
    /// Opens them.
    pub fn new(shelf: Arc<Shelf>) -> Self {
        Self { shelf, changed: None }
    }

    /// A record became this.
    pub fn take(&mut self, record: &Record) {
        if !is_judged_by(record.kind) {
            return;
        }
        let changed = self.changed.get_or_insert_with(|| Changed {
            records: self.shelf.records.clone(),
            books: self.shelf.books.clone(),
            is_behind: false,
        });
        changed.records.insert(record.id.clone(), record.clone());
        changed.is_behind = true;
    }

    /// The books as they are now. Making them again takes a while, so it is left until an op asks: those that make a thousand
    /// units do not.
    pub fn now(&mut self) -> &Books {
        match &mut self.changed {
            None => &self.shelf.books,
            Some(changed) => {
                if changed.is_behind {
                    changed.books = books_of(changed.records.values());
                    changed.is_behind = false;
                }
                &changed.books
            }
        }
    }

    /// The books as they are or were a few ops ago.
    pub fn lately(&self) -> &Books {
        self.changed
            .as_ref()
            .map_or(&self.shelf.books, |changed| &changed.books)
    }

    /// Whether anything changed.
    pub fn is_changed(&self) -> bool {
        self.changed.is_some()
    }
}
