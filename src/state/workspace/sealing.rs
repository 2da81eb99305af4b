//! PINs: setting, changing and removing that of the open workspace, unlocking one, and locking it when nobody looks any more. Only the
//! pages that ask for a PIN call this, so it is in their chunk.

use super::Workspace;
use crate::platform::clock::now_ms;
use crate::store::backend::{Database, Shelf, Span};
use crate::store::error::StoreError;
use crate::store::indexed_db::IndexedDb;
use crate::store::registry::database_name;
use crate::store::schema::{Schema, Table};
use crate::store::seal::Seal;
use crate::store::vault::DeviceDatabase;
use crate::store::web_cipher;
use crate::store::workspace::Store;
use gloo_timers::future::TimeoutFuture;
use leptos::ev;
use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

/// How long nobody has looked when it locks itself, in milliseconds.
const OUT_OF_SIGHT: u32 = 5 * 60_000;

/// What came of a PIN.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tried {
    /// It is the one.
    Right,
    /// It is not; so many more may be tried at once.
    Wrong(u32),
    /// It was not looked at: so many milliseconds are to be waited first.
    Wait(i64),
}

/// What is known of a sealed workspace without its PIN.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outside {
    /// How long is to be waited before a PIN is looked at, in milliseconds.
    pub wait_ms: i64,
    /// How many edits no server has answered.
    pub unsent: usize,
}

impl Workspace {
    /// Seals the open workspace by this PIN. Other tabs open it anew, and ask for it.
    ///
    /// # Errors
    /// [`StoreError`]; then it is as it was.
    pub async fn seal(self, pin: &str) -> Result<(), StoreError> {
        let (store, name, id) = self.to_be_turned().await?;
        let (cipher, seal) = web_cipher::new_seal(&name, pin).await?;
        store.database().seal(cipher.clone(), seal.write()?).await?;
        self.shelf().give(&name, cipher);
        self.watch();
        self.is_turned(&store, &id, true).await
    }

    /// Puts a new PIN in the place of the old one. Nothing else changes, and other tabs stay open.
    ///
    /// # Errors
    /// [`StoreError`]; then the old one holds.
    pub async fn change_pin(self, old: &str, new: &str) -> Result<Tried, StoreError> {
        let store = self.store().ok_or(StoreError::Lost)?;
        let base = store.database().base();
        let seal = match counted(base).await? {
            Ok(seal) => seal,
            Err(wait) => return Ok(Tried::Wait(wait)),
        };
        let Some(changed) = web_cipher::changed(&seal, old, new).await? else {
            return wrong(base).await;
        };
        let write = |found: Vec<_>| {
            // Another tab may have been faster.
            match found.first().map(Seal::read) {
                Some(Ok(now)) if now.key == seal.key => Ok((vec![changed.write()?], ())),
                _ => Err(StoreError::Lost),
            }
        };
        base.write(&[Table::Meta], &[Seal::span()], write).await?;
        Ok(Tried::Right)
    }

    /// Opens all rows of the open workspace for good.
    ///
    /// # Errors
    /// [`StoreError`]; then it is sealed as it was.
    pub async fn unseal(self, pin: &str) -> Result<Tried, StoreError> {
        let (store, name, id) = self.to_be_turned().await?;
        let base = store.database().base();
        let seal = match counted(base).await? {
            Ok(seal) => seal,
            Err(wait) => return Ok(Tried::Wait(wait)),
        };
        if web_cipher::opened(&seal, &name, pin).await?.is_none() {
            return wrong(base).await;
        }
        store.database().unseal().await?;
        self.shelf().take_away(&name);
        self.is_turned(&store, &id, false).await?;
        Ok(Tried::Right)
    }

    /// Opens a sealed workspace.
    ///
    /// # Errors
    /// [`StoreError`]
    pub async fn unlock(self, id: &str, pin: &str) -> Result<Tried, StoreError> {
        let name = database_name(id);
        let base = self.base(&name).await?;
        let tried = try_to_open(self, &base, &name, pin).await;
        base.close();
        if let Ok(Tried::Right) = tried {
            self.watch();
            self.open(id).await?;
        }
        tried
    }

    /// What is known of a workspace that is sealed.
    ///
    /// # Errors
    /// [`StoreError`]
    pub async fn outside(self, id: &str) -> Result<Outside, StoreError> {
        let base = self.base(&database_name(id)).await?;
        let spans = [Seal::span(), Span::Keys(Table::Outbox), Span::Keys(Table::Answers)];
        let found = base.read(&spans).await;
        base.close();
        let [seal, outbox, answers] = <[_; 3]>::try_from(found?).map_err(|_| StoreError::Lost)?;
        let is_answered = |key| answers.iter().any(|(answered, _)| answered == key);
        Ok(Outside {
            wait_ms: Seal::read(&seal)?.wait_ms(now_ms()),
            unsent: outbox.iter().filter(|(key, _)| !is_answered(key)).count(),
        })
    }

    /// The database as it is, without its key.
    async fn base(self, name: &str) -> Result<IndexedDb, StoreError> {
        let base = self.shelf().shelf().open(name, Schema::Workspace, |_| {}).await?;
        match base.is_sealed() {
            true => Ok(base),
            // Another tab has taken its PIN away: it opens by itself.
            false => Err(StoreError::Lost),
        }
    }

    /// The open workspace, once all that waits is written.
    async fn to_be_turned(self) -> Result<(Rc<Store<DeviceDatabase>>, String, String), StoreError> {
        if !self.settle().await {
            return Err(self.failure.get_untracked().unwrap_or(StoreError::Lost));
        }
        let (store, entry) = (self.store(), self.current.get_untracked());
        let (store, entry) = store.zip(entry).ok_or(StoreError::Lost)?;
        Ok((store, database_name(&entry.id), entry.id))
    }

    /// It is sealed now, or is not any more: the list and other tabs are told.
    async fn is_turned(self, store: &Rc<Store<DeviceDatabase>>, id: &str, sealed: bool) -> Result<(), StoreError> {
        if self.is_open(store) {
            self.sealed.set(sealed);
            // Whoever was in the way is not any more.
            self.notice.set(None);
            self.tell_to_lock();
        }
        let registry = self.registry().await?;
        if let Some(mut entry) = registry.list().await?.into_iter().find(|entry| entry.id == id) {
            entry.sealed = sealed;
            registry.put(&entry).await?;
        }
        self.list().await.map(drop)
    }

    /// Locks the open workspace when nobody has looked at this tab for a while. Once in the life of a page.
    fn watch(self) {
        if self.with(|inner| std::mem::replace(&mut inner.watched, true)) {
            return;
        }
        let since = Rc::new(Cell::new(None::<i64>));
        let look = move || {
            let hidden = document().hidden();
            let was = since.replace(hidden.then(now_ms));
            if hidden {
                let (since, began) = (since.clone(), since.get());
                spawn_local(async move {
                    TimeoutFuture::new(OUT_OF_SIGHT).await;
                    if since.get() == began {
                        self.lock_if_sealed();
                    }
                });
            } else if was.is_some_and(|was| now_ms() - was >= i64::from(OUT_OF_SIGHT)) {
                // A page that the browser had put to sleep was not waked for it.
                self.lock_if_sealed();
            }
        };
        let _ = window_event_listener(ev::visibilitychange, move |_| look());
    }

    fn lock_if_sealed(self) {
        if self.sealed.get_untracked() {
            spawn_local(async move {
                let _ = self.lock_here().await;
            });
        }
    }
}

async fn try_to_open(workspace: Workspace, base: &IndexedDb, name: &str, pin: &str) -> Result<Tried, StoreError> {
    let seal = match counted(base).await? {
        Ok(seal) => seal,
        Err(wait) => return Ok(Tried::Wait(wait)),
    };
    let Some(cipher) = web_cipher::opened(&seal, name, pin).await? else {
        return wrong(base).await;
    };
    right(base).await?;
    workspace.shelf().give(name, cipher);
    Ok(Tried::Right)
}

/// Counts a try before it is known what comes of it; or says how long is to be waited.
async fn counted(base: &IndexedDb) -> Result<Result<Seal, i64>, StoreError> {
    let now = now_ms();
    let count = |found: Vec<_>| {
        let mut seal = found.first().map_or(Err(StoreError::Lost), Seal::read)?;
        match seal.wait_ms(now) {
            0 => {
                seal.count(now);
                Ok((vec![seal.write()?], Ok(seal)))
            }
            wait => Ok((Vec::new(), Err(wait))),
        }
    };
    base.write(&[Table::Meta], &[Seal::span()], count).await
}

/// Nothing is counted any more.
async fn right(base: &IndexedDb) -> Result<(), StoreError> {
    let forget = |found: Vec<_>| {
        let mut seal = found.first().map_or(Err(StoreError::Lost), Seal::read)?;
        seal.tries = 0;
        Ok((vec![seal.write()?], ()))
    };
    base.write(&[Table::Meta], &[Seal::span()], forget).await
}

async fn wrong(base: &IndexedDb) -> Result<Tried, StoreError> {
    let found = base.read(&[Seal::span()]).await?;
    let seal = found.first().map_or(Err(StoreError::Lost), Seal::read)?;
    Ok(match seal.wait_ms(now_ms()) {
        0 => Tried::Wrong(seal.left()),
        wait => Tried::Wait(wait),
    })
}
