//! Making and opening files: what is done, without what is drawn.

use leptos::prelude::*;
use std::rc::Rc;

use super::names::file_name;
use crate::catalogue::Catalogue;
use crate::exchange::backup::compare::Comparison;
use crate::exchange::backup::{EXTENSION, Head};
use crate::exchange::export::json;
use crate::model::ledger::LedgerReading;
use crate::platform::clock::{now_ms, today};
use crate::platform::download;
use crate::platform::ids::new_id;
use crate::state::workspace::Workspace;
use crate::store::backend::{Database, Shelf};
use crate::store::backups::{self, BackupFailure, Backups, Mark, Progress, Told};
use crate::store::error::StoreError;
use crate::store::indexed_db::{IndexedDb, IndexedDbShelf};
use crate::store::registry::{Entry, database_name};
use crate::store::schema::Schema;
use crate::store::workspace::Store;

/// Why a file did not come about.
pub enum Failure {
    /// The file or the store.
    Backup(BackupFailure),
    /// The browser did not take the file.
    NotOffered,
}

impl<E: Into<BackupFailure>> From<E> for Failure {
    fn from(failure: E) -> Failure {
        Failure::Backup(failure.into())
    }
}

/// A file that was handed to the browser.
pub struct Offered {
    /// Its name.
    pub file: String,
    /// Its size.
    pub bytes: usize,
}

/// A bloc's store, for as long as something is done with it.
struct Borrowed {
    store: Rc<Store<IndexedDb>>,
    /// Whether it was opened for this, and is closed with it.
    is_own: bool,
}

impl Drop for Borrowed {
    fn drop(&mut self) {
        if self.is_own {
            self.store.database().close();
        }
    }
}

/// The store of a bloc: of the open one after all that waits is written, of another by opening its database.
async fn borrow(workspace: Workspace, id: &str) -> Result<Borrowed, StoreError> {
    let is_open = workspace
        .current
        .with_untracked(|current| current.as_ref().is_some_and(|current| current.id == id));
    if is_open
        && workspace.settle().await
        && let Some(store) = workspace.store()
    {
        return Ok(Borrowed { store, is_own: false });
    }
    let db = IndexedDbShelf
        .open(&database_name(id), Schema::Workspace, |_| {})
        .await?;
    Ok(Borrowed {
        store: Rc::new(Store::new(db, new_id())),
        is_own: true,
    })
}

/// Makes a backup of a bloc and hands it to the browser.
pub async fn make(workspace: Workspace, entry: &Entry, told: impl Told) -> Result<Offered, Failure> {
    let borrowed = borrow(workspace, &entry.id).await?;
    let made = backups::make(&borrowed.store, new_id(), &entry.name, now_ms(), told).await?;
    offer(&entry.name, EXTENSION, "application/octet-stream", &made.bytes)
}

/// Writes a bloc as JSON and hands it to the browser.
pub async fn make_json(workspace: Workspace, entry: &Entry, told: impl Told) -> Result<Offered, Failure> {
    let borrowed = borrow(workspace, &entry.id).await?;
    let store = &borrowed.store;
    let records = store.load(now_ms()).await?.records;
    let mut reading = LedgerReading::default();
    for (at, record) in records.values().enumerate() {
        if at % 2_048 == 0 {
            store.pause().await?;
        }
        reading.add(record);
    }
    drop(records);
    let ledger = reading.finish();
    let catalogue = Catalogue::with_own(&ledger.own);
    let mut writing = json::Writing::new(&ledger, &catalogue, now_ms()).map_err(StoreError::from)?;
    while writing.step().map_err(StoreError::from)? {
        let (done, of) = writing.progress();
        let progress = Progress {
            done: done as u64,
            of: of as u64,
        };
        if !told(progress) {
            return Err(BackupFailure::Stopped.into());
        }
        store.pause().await?;
    }
    offer(&entry.name, json::EXTENSION, "application/json", &writing.finish())
}

fn offer(bloc: &str, extension: &str, media_type: &str, bytes: &[u8]) -> Result<Offered, Failure> {
    let file = file_name(bloc, today(), extension);
    download::offer(&file, media_type, bytes).map_err(|_| Failure::NotOffered)?;
    Ok(Offered {
        file,
        bytes: bytes.len(),
    })
}

/// Makes a new bloc of a file. It is listed when it is whole; one that could not be made is removed again. Answers its
/// identifier and name.
pub async fn open_as_new(
    workspace: Workspace,
    file: &[u8],
    told: impl Told,
) -> Result<(String, String), BackupFailure> {
    let id = new_id();
    let name = database_name(&id);
    let db = IndexedDbShelf.open(&name, Schema::Workspace, |_| {}).await?;
    let store = Store::new(db, new_id());
    match backups::fill(&store, file, now_ms(), told).await {
        Ok(filled) => {
            let id = workspace
                .list_made(id, store, Ok(()), &filled.name, filled.is_demo)
                .await?;
            Ok((id, filled.name))
        }
        Err(failure) => {
            store.database().close();
            // Nothing points to it: leaving it behind would only take room.
            let _ = IndexedDbShelf.delete(&name).await;
            Err(failure)
        }
    }
}

/// Lays a file beside the open bloc.
pub async fn compare(workspace: Workspace, file: &[u8], told: impl Told) -> Result<(Head, Comparison), BackupFailure> {
    if !workspace.settle().await {
        return Err(StoreError::Lost.into());
    }
    let store = workspace.store().ok_or(StoreError::Lost)?;
    backups::compare(&store, file, now_ms(), told).await
}

/// Remembers that all of a backup is here now: what comes from it later is compared with this state.
pub async fn remember_taken(workspace: Workspace, id: String) {
    if id.is_empty() || !workspace.settle().await {
        return;
    }
    let Some(store) = workspace.store() else { return };
    if let Ok(head) = store.head().await {
        let mark = Mark {
            id,
            at_ms: now_ms(),
            line: head.next_line.saturating_sub(1),
            made: false,
        };
        // Without it the next comparison asks a person more.
        let _ = backups::remember(store.database(), mark).await;
    }
}

/// The backups of the open bloc, and how many lines its journal has.
pub async fn known(workspace: Workspace) -> Option<(Backups, u64)> {
    let store = workspace.store()?;
    let known = backups::read(store.database()).await.ok()?;
    let head = store.head().await.ok()?;
    Some((known, head.next_line.saturating_sub(1)))
}
