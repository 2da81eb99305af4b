//! The open workspace: its ledger as a signal, and the way to change it.
//!
//! An edit is on the screen at once and on the device a moment later; [`Workspace::save_state`] and
//! [`Workspace::field_state`] say how far it is. Edits are written in order, one transaction at a
//! time; while one runs, the next wait together. One that fails stays on the screen and is tried
//! again. Other tabs hear of a write and read it from the device.
//!
//! * here: opening workspaces and letting go of them;
//! * `editing`: changing records, undo, history;
//! * `changing`: what is fetched once something was changed;
//! * `writing`: the queue, what failed, folding;
//! * `listed`: making, naming and removing them;
//! * `linked`: what comes from a server;
//! * `things`: what is not in the ledger;
//! * `locking`: letting go of a sealed one; `sealing`: PINs;
//! * `tabs`: hearing of other tabs, leaving with edits unwritten.

mod changing;
mod editing;
mod linked;
mod listed;
mod locking;
pub mod sealing;
mod tabs;
mod things;
mod writing;

pub use linked::Disputed;

use super::save::SaveState;
use crate::model::id::RecordId;
use crate::model::ledger::{Ledger, LedgerReading};
use crate::model::period::Period;
use crate::model::record::Record;
use crate::platform::broadcast::Channel;
use crate::platform::clock::now_ms;
use crate::platform::ids::new_id;
use crate::store::backend::{Database, Notice, Shelf};
use crate::store::desk::{Desk, FieldState, Step};
use crate::store::error::StoreError;
use crate::store::indexed_db::{IndexedDb, IndexedDbShelf};
use crate::store::load::Damage;
use crate::store::registry::{Entry, Registry, database_name};
use crate::store::schema::Schema;
use crate::store::vault::{DeviceDatabase, DeviceShelf};
use crate::store::workspace::Store;
use crate::sync::op::Records;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

/// Whether a workspace is open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Opening {
    /// None is.
    #[default]
    Closed,
    /// One is being read.
    Opening,
    /// One is: its ledger is there.
    Open,
    /// One could not be opened. What is stored is as it was.
    Failed(StoreError),
}

/// The open workspace and the list of all; a context, cheap to copy.
#[derive(Clone, Copy)]
pub struct Workspace {
    /// All workspaces of this device, the one opened last first. Filled by [`Workspace::list`].
    pub entries: RwSignal<Vec<Entry>>,
    /// The open one.
    pub current: RwSignal<Option<Entry>>,
    /// Whether one is open.
    pub opening: RwSignal<Opening>,
    /// Its things, edits included.
    pub ledger: RwSignal<Ledger>,
    /// Why the last write failed; `None` while writing works.
    pub failure: RwSignal<Option<StoreError>>,
    /// What the browser says of the connection: a newer version of the app waits for a reload, or
    /// another tab stands in the way.
    pub notice: RwSignal<Option<Notice>>,
    /// Rows that could not be read when it was opened. The rest is there.
    pub damaged: RwSignal<Vec<Damage>>,
    /// The period that an edit was refused for, because its figures are closed.
    pub refused: RwSignal<Option<Period>>,
    /// Whether the open one has a server.
    pub linked: RwSignal<bool>,
    /// Whether the open one is sealed by a PIN.
    pub sealed: RwSignal<bool>,
    /// Whether there is something to undo, once it was asked for what there is ([`Workspace::remember`]).
    pub can_undo: RwSignal<bool>,
    /// Whether there is something to do again, likewise.
    pub can_redo: RwSignal<bool>,
    /// Changes when a write begins or ends, or another tab is heard.
    written: Trigger,
    inner: StoredValue<Rc<RefCell<Inner>>, LocalStorage>,
}

#[derive(Default)]
struct Inner {
    desk: Desk,
    shelf: DeviceShelf,
    store: Option<Rc<Store<DeviceDatabase>>>,
    registry: Option<Rc<Registry<IndexedDb>>>,
    /// The workspace that was asked for last.
    wanted: Option<String>,
    channel: Option<Channel>,
    /// What writes the queue, since the first edit.
    writer: Option<fn(Workspace)>,
    recall: changing::Recall,
    writing: bool,
    /// Undo and redo asked for while edits were being written.
    steps: VecDeque<Step>,
    /// Steps back whose code is on its way.
    coming: usize,
    tries: usize,
    try_planned: bool,
    reading: bool,
    nudged: bool,
    fold_planned: bool,
    asked_to_persist: bool,
    /// Whether it is watched how long nobody looks.
    watched: bool,
}

impl Inner {
    /// Acts that are not on the device yet, steps back and forth among them: those wait until what comes before is written.
    fn pending(&self) -> usize {
        self.desk.queue().len() + self.steps.len() + self.coming
    }
}

/// What was done at once, to be undone by name ([`Workspace::undo_of`]).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done(String);

/// Makes the workspace known to every component. Nothing is opened yet.
pub fn provide_workspace() -> Workspace {
    let workspace = Workspace {
        entries: RwSignal::new(Vec::new()),
        current: RwSignal::new(None),
        opening: RwSignal::new(Opening::Closed),
        ledger: RwSignal::new(Ledger::default()),
        failure: RwSignal::new(None),
        notice: RwSignal::new(None),
        damaged: RwSignal::new(Vec::new()),
        refused: RwSignal::new(None),
        linked: RwSignal::new(false),
        sealed: RwSignal::new(false),
        can_undo: RwSignal::new(false),
        can_redo: RwSignal::new(false),
        written: Trigger::new(),
        inner: StoredValue::new_local(Rc::default()),
    };
    workspace.follow_browser();
    provide_context(workspace);
    workspace
}

/// The workspace. Where none was provided (a component on its own in a test), an empty one.
pub fn use_workspace() -> Workspace {
    use_context().unwrap_or_else(provide_workspace)
}

impl Workspace {
    /// Reads the list of workspaces.
    ///
    /// # Errors
    /// [`StoreError`]; [`StoreError::Unavailable`] where the browser keeps no databases.
    pub async fn list(self) -> Result<Vec<Entry>, StoreError> {
        let entries = self.registry().await?.list().await?;
        self.entries.set(entries.clone());
        Ok(entries)
    }

    /// Opens a workspace in the place of the one that is open. What waits there is written first. Of
    /// several that are asked for at once, the last is opened.
    ///
    /// # Errors
    /// [`StoreError`], also in [`Workspace::opening`]. If what waits in the open one cannot be written,
    /// that one stays open.
    pub async fn open(self, id: &str) -> Result<(), StoreError> {
        let asked_before = self.with(|inner| inner.wanted.replace(id.to_owned()));
        if asked_before.as_deref() == Some(id) {
            return self.opened(id).await;
        }
        if !self.settle().await {
            self.with(|inner| inner.wanted = asked_before);
            return Err(self.failure.get_untracked().unwrap_or(StoreError::Lost));
        }
        if !self.is_wanted(id) {
            return Ok(());
        }
        self.shut();
        self.opening.set(Opening::Opening);
        let opened = self.read(id).await;
        if self.is_wanted(id) {
            self.opening.set(match &opened {
                Ok(()) => Opening::Open,
                Err(error) => Opening::Failed(error.clone()),
            });
            if opened.is_err() {
                self.with(|inner| inner.wanted = None);
            }
        }
        opened
    }

    /// Waits until somebody else's opening of the same workspace is done.
    async fn opened(self, id: &str) -> Result<(), StoreError> {
        while self.is_wanted(id) && !self.is_current(id) {
            TimeoutFuture::new(10).await;
        }
        match self.opening.get_untracked() {
            Opening::Failed(error) => Err(error),
            _ => Ok(()),
        }
    }

    fn is_current(self, id: &str) -> bool {
        let same = |entry: &Option<Entry>| entry.as_ref().is_some_and(|entry| entry.id == id);
        self.current.with_untracked(same)
    }

    fn is_wanted(self, id: &str) -> bool {
        self.with(|inner| inner.wanted.as_deref() == Some(id))
    }

    async fn read(self, id: &str) -> Result<(), StoreError> {
        let mut entry = self.list().await?.into_iter().find(|entry| entry.id == id);
        let Some(entry) = entry.as_mut() else {
            return Err(StoreError::Failed(format!("no workspace {id}")));
        };
        let name = database_name(id);
        let notice = move |notice| self.hear_notice(notice);
        let db = self.shelf().open(&name, Schema::Workspace, notice).await?;
        // Whoever was in the way is not any more.
        self.notice.set(None);
        let sealed = db.is_sealed();
        if entry.sealed != sealed {
            entry.sealed = sealed;
            self.registry().await?.put(entry).await?;
            self.list().await?;
        }
        let store = Rc::new(Store::new(db, new_id()));
        // Heard from now on: what another tab writes while this one reads is caught up with.
        let channel = Channel::open(&name, move |said| self.hear_tab(&said));
        let opened = store.load(now_ms()).await?;
        if !self.is_wanted(id) {
            return Ok(());
        }
        let (unfolded, linked) = (opened.head.unfolded(), opened.head.is_linked());
        self.damaged.set(opened.damaged.clone());
        let ledger = read_ledger(&store, &opened.records).await?;
        if !self.is_wanted(id) {
            return Ok(());
        }
        self.with(|inner| {
            inner.desk = Desk::new(opened);
            inner.store = Some(store);
            inner.channel = channel;
        });
        self.ledger.set(ledger);
        entry.opened_ms = now_ms();
        self.linked.set(linked);
        self.sealed.set(sealed);
        self.current.set(Some(entry.clone()));
        self.written.notify();
        self.catch_up();
        self.plan_fold(unfolded);
        // Only the order in the list hangs on it.
        let _ = self.registry().await?.put(entry).await;
        Ok(())
    }

    /// Lets go of the open workspace; what waits in it is lost, so [`Workspace::settle`] comes first.
    fn shut(self) {
        let old = self.with(|inner| {
            let kept = Inner {
                shelf: inner.shelf.clone(),
                registry: inner.registry.clone(),
                wanted: inner.wanted.clone(),
                asked_to_persist: inner.asked_to_persist,
                watched: inner.watched,
                ..Inner::default()
            };
            std::mem::replace(inner, kept)
        });
        if let Some(store) = old.store {
            store.database().close();
        }
        self.current.set(None);
        self.linked.set(false);
        self.sealed.set(false);
        self.opening.set(Opening::Closed);
        self.failure.set(None);
        self.notice.set(None);
        self.damaged.set(Vec::new());
        self.ledger.set(Ledger::default());
        self.can_undo.set(false);
        self.can_redo.set(false);
        self.written.notify();
    }

    /// Whether everything is saved, for the save line; follows it in a reactive place.
    pub fn save_state(self) -> Signal<SaveState> {
        Signal::derive(move || {
            self.written.track();
            if let Some(error) = self.failure.get() {
                return SaveState::Failed(error);
            }
            self.with(|inner| {
                let desk = &inner.desk;
                // All that was ever entered here, by the sequence that a server counts by too.
                match (inner.pending(), desk.top(), desk.unsent()) {
                    (1.., _, _) => SaveState::Saving,
                    (0, 0, 0) => SaveState::Idle,
                    (0, entered, unsent) => SaveState::Saved {
                        on_device: u32::try_from(entered).unwrap_or(u32::MAX),
                        unsent: u32::try_from(unsent).unwrap_or(u32::MAX),
                    },
                }
            })
        })
    }

    /// How safe a field is, once earlier sessions are remembered; follows it in a reactive place. A field that waits while
    /// [`Workspace::failure`] is set has failed to be written.
    pub fn field_state(self, record: &RecordId, field: &str) -> FieldState {
        self.written.track();
        self.with(|inner| inner.desk.field_state(record, field))
    }

    /// A record as it is now, edits included.
    pub fn record(self, id: &RecordId) -> Option<Record> {
        self.with(|inner| inner.desk.records().get(id).cloned())
    }

    /// All records as they are now, edits included, unsaved ones too: for a file to be exported.
    pub fn all_records(self) -> Vec<Record> {
        self.with(|inner| inner.desk.records().values().cloned().collect())
    }

    /// How many records there are.
    pub fn count_records(self) -> usize {
        self.with(|inner| inner.desk.records().len())
    }

    /// The open store, for what is beside the records ([`crate::store::snapshots`]).
    pub fn store(self) -> Option<Rc<Store<DeviceDatabase>>> {
        self.with(|inner| inner.store.clone())
    }

    /// Where blocs are kept, with the keys of those that were unlocked.
    pub fn shelf(self) -> DeviceShelf {
        self.with(|inner| inner.shelf.clone())
    }

    async fn registry(self) -> Result<Rc<Registry<IndexedDb>>, StoreError> {
        if let Some(registry) = self.with(|inner| inner.registry.clone()) {
            return Ok(registry);
        }
        let is_blocked = move |notice| {
            // Who comes for it later comes for the bloc, too, and is told of there.
            if notice == Notice::Blocked {
                self.hear_notice(notice);
            }
        };
        let registry = Rc::new(Registry::open(&IndexedDbShelf, is_blocked).await?);
        if self.notice.get_untracked() == Some(Notice::Blocked) {
            self.notice.set(None);
        }
        self.with(|inner| inner.registry = Some(registry.clone()));
        Ok(registry)
    }

    /// Never awaited in, and no signal is set in it.
    fn with<T>(self, work: impl FnOnce(&mut Inner) -> T) -> T {
        work(&mut self.inner.get_value().borrow_mut())
    }

    /// Whether `store` is still the open one, after something was awaited.
    fn is_open(self, store: &Rc<Store<DeviceDatabase>>) -> bool {
        self.with(|inner| inner.store.as_ref().is_some_and(|open| Rc::ptr_eq(open, store)))
    }
}

/// How many records are read between two pauses.
const BETWEEN_PAUSES: usize = 2_048;

/// Reads the ledger of records; of many of them with pauses, in which the browser draws.
async fn read_ledger(store: &Store<DeviceDatabase>, records: &Records) -> Result<Ledger, StoreError> {
    let mut reading = LedgerReading::default();
    for (at, record) in records.values().enumerate() {
        if at > 0 && at % BETWEEN_PAUSES == 0 {
            store.pause().await?;
        }
        reading.add(record);
    }
    Ok(reading.finish())
}
