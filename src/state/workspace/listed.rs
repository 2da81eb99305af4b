//! Making, naming and removing workspaces.

use super::Workspace;
use crate::model::record::Record;
use crate::platform::clock::now_ms;
use crate::platform::ids::new_id;
use crate::store::backend::{Database, Shelf};
use crate::store::error::StoreError;
use crate::store::indexed_db::IndexedDbShelf;
use crate::store::registry::{Entry, database_name};
use crate::store::schema::Schema;
use crate::store::vault::DeviceDatabase;
use crate::store::workspace::Store;
use leptos::prelude::*;

impl Workspace {
    /// Makes a workspace of records, all in one transaction, and lists it. It is not opened. Answers
    /// its id.
    ///
    /// # Errors
    /// [`StoreError`]; then it is not listed.
    pub async fn create_from_records(self, name: &str, records: &[Record], demo: bool) -> Result<String, StoreError> {
        let id = new_id();
        let db = self
            .shelf()
            .open(&database_name(&id), Schema::Workspace, |_| {})
            .await?;
        let store = Store::new(db, new_id());
        let written = store.import(records, "", now_ms()).await.map(drop);
        self.list_made(id, store, written, name, demo).await
    }

    /// Lists a workspace that was made; one that could not be written is removed.
    ///
    /// # Errors
    /// [`StoreError`], `written`'s included; then it is not listed.
    pub async fn list_made(
        self,
        id: String,
        store: Store<DeviceDatabase>,
        written: Result<(), StoreError>,
        name: &str,
        demo: bool,
    ) -> Result<String, StoreError> {
        store.database().close();
        if let Err(error) = written {
            // Nothing points to it: leaving it behind would only take room.
            let _ = self.shelf().delete(&database_name(&id)).await;
            return Err(error);
        }
        let at_ms = now_ms();
        let entry = Entry {
            id: id.clone(),
            name: name.to_owned(),
            demo,
            created_ms: at_ms,
            opened_ms: at_ms,
            account: None,
            sealed: false,
        };
        self.registry().await?.put(&entry).await?;
        self.list().await?;
        Ok(id)
    }

    /// Makes a workspace of records that are made part by part, so that the page can draw in between: each part by
    /// `make`, in the order of the records' identifiers. `told` hears how many parts are written. It is not opened, and
    /// not listed before it is whole. Answers its id.
    ///
    /// # Errors
    /// [`StoreError`]; then it is not listed.
    pub async fn create_in_parts(
        self,
        name: &str,
        parts: usize,
        make: impl Fn(usize) -> Vec<Record>,
        told: impl Fn(usize),
    ) -> Result<String, StoreError> {
        let id = new_id();
        let db = self
            .shelf()
            .open(&database_name(&id), Schema::Workspace, |_| {})
            .await?;
        let store = Store::new(db, new_id());
        let written = fill(&store, parts, make, told).await;
        self.list_made(id, store, written, name, true).await
    }

    /// Writes a workspace's name in the list, after its profile was changed.
    ///
    /// # Errors
    /// [`StoreError`]
    pub async fn rename(self, id: &str, name: &str) -> Result<(), StoreError> {
        let registry = self.registry().await?;
        if let Some(mut entry) = registry.list().await?.into_iter().find(|entry| entry.id == id) {
            entry.name = name.to_owned();
            registry.put(&entry).await?;
            self.current.update(|current| {
                if let Some(current) = current.as_mut().filter(|current| current.id == id) {
                    current.name = name.to_owned();
                }
            });
        }
        self.list().await.map(drop)
    }

    /// Removes a workspace from this device, all of it. Others are not touched; tabs that have it
    /// open are told.
    ///
    /// # Errors
    /// [`StoreError`]; then it is still listed.
    pub async fn remove(self, id: &str) -> Result<(), StoreError> {
        if self.is_current(id) {
            // What waits in it goes with it.
            self.settle().await;
            self.with(|inner| inner.wanted = None);
            self.shut();
        }
        self.shelf().take_away(&database_name(id));
        self.registry().await?.remove(&IndexedDbShelf, id).await?;
        self.list().await.map(drop)
    }
}

async fn fill(
    store: &Store<DeviceDatabase>,
    parts: usize,
    make: impl Fn(usize) -> Vec<Record>,
    told: impl Fn(usize),
) -> Result<(), StoreError> {
    let mut filling = store.filling();
    for part in 0..parts {
        filling.add(&make(part)).await?;
        told(part + 1);
    }
    filling.finish("", now_ms()).await.map(drop)
}
