//! Writing what waits: in order, all that waits in one transaction, again when it failed.

use super::Workspace;
use crate::platform::chunk::chunks;
use crate::platform::{locks, persist};
use crate::store::error::StoreError;
use crate::store::indexed_db::IndexedDb;
use crate::store::registry::database_name;
use crate::store::workspace::Store;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

/// Edits written in one transaction; more wait for the next.
const AT_ONCE: usize = 64;
/// How long to wait before each further try, in milliseconds; the last goes on.
const TRY_AGAIN: [u32; 4] = [2_000, 5_000, 15_000, 30_000];
/// So many ops outside the pages are worth folding.
const WORTH_FOLDING: u64 = 128;
/// How long nothing must have been written before folding, in milliseconds.
const QUIET: u32 = 3_000;
/// How many acts of earlier sessions can be undone.
const REMEMBERED: u64 = 100;

/// What folds a store's outbox into its pages.
type Fold = fn(Rc<Store<IndexedDb>>) -> Pin<Box<dyn Future<Output = Result<u64, StoreError>>>>;

chunks! {
    /// Folding: the first screen does not wait for it.
    folding as fetch_folding -> Fold: |store| Box::pin(async move { store.fold().await });
}

impl Workspace {
    /// How many edits are not on the device yet; follows them in a reactive place.
    pub fn pending_writes(self) -> usize {
        self.written.track();
        self.with(|inner| inner.desk.queue().len())
    }

    /// Waits until everything is on the device, or writing has failed. Answers whether it is.
    pub async fn settle(self) -> bool {
        self.write();
        while self.with(|inner| inner.writing) {
            TimeoutFuture::new(10).await;
        }
        self.with(|inner| inner.desk.queue().is_empty())
    }

    /// Tries to write again what could not be written.
    pub fn retry(self) {
        self.write();
    }

    pub(super) fn write(self) {
        let store = self.with(|inner| {
            let store = inner
                .store
                .clone()
                .filter(|_| !inner.writing && !inner.desk.queue().is_empty());
            inner.writing |= store.is_some();
            store
        });
        let Some(store) = store else { return };
        spawn_local(async move {
            let failed = loop {
                let batch: Vec<_> = self.with(|inner| inner.desk.queue().iter().take(AT_ONCE).cloned().collect());
                if batch.is_empty() {
                    break None;
                }
                match store.append(&batch).await {
                    Ok((lines, head)) => {
                        let behind = self.with(|inner| {
                            inner.tries = 0;
                            let behind = inner.desk.written(lines, &head);
                            if let Some(channel) = &inner.channel {
                                channel.post(&head.top().to_string());
                            }
                            behind
                        });
                        if self.failure.get_untracked().is_some() {
                            self.failure.set(None);
                        }
                        self.written.notify();
                        if behind {
                            self.catch_up();
                        }
                        self.keep();
                    }
                    Err(error) => break Some(error),
                }
            };
            self.with(|inner| inner.writing = false);
            match failed {
                Some(error) => self.has_failed(error),
                None => self.has_written(),
            }
            self.show_steps();
        });
    }

    fn has_failed(self, error: StoreError) {
        if error.passes() {
            self.try_later();
        }
        self.failure.set(Some(error));
        self.written.notify();
    }

    fn has_written(self) {
        // A step that comes to an edit is written first; the next follows it.
        while let Some(step) = self.with(|inner| inner.steps.pop_front()) {
            if self.take_step(&step) {
                return;
            }
        }
        self.plan_fold(self.with(|inner| inner.desk.unfolded()));
    }

    fn try_later(self) {
        let wait = self.with(|inner| {
            let planned = std::mem::replace(&mut inner.try_planned, true);
            inner.tries += 1;
            (!planned).then(|| TRY_AGAIN[(inner.tries - 1).min(TRY_AGAIN.len() - 1)])
        });
        let Some(wait) = wait else { return };
        spawn_local(async move {
            TimeoutFuture::new(wait).await;
            self.with(|inner| inner.try_planned = false);
            self.write();
        });
    }

    /// Asks the browser, once, to keep what was typed until a person deletes it.
    fn keep(self) {
        if !self.with(|inner| std::mem::replace(&mut inner.asked_to_persist, true)) {
            // Either answer changes nothing here; the settings page tells it.
            spawn_local(async {
                let _ = persist::ask().await;
            });
        }
    }

    /// Folds the outbox into the pages when nobody types, if there is enough to fold. One tab does it.
    pub(super) fn plan_fold(self, unfolded: u64) {
        if unfolded < WORTH_FOLDING {
            return;
        }
        let planned = self.with(|inner| std::mem::replace(&mut inner.fold_planned, true));
        if planned {
            return;
        }
        spawn_local(async move {
            loop {
                let before = self.with(|inner| inner.desk.top());
                TimeoutFuture::new(QUIET).await;
                if self.with(|inner| inner.desk.queue().is_empty() && inner.desk.top() == before) {
                    break;
                }
            }
            let (Some(store), Some(entry)) = (self.store(), self.current.get_untracked()) else {
                return;
            };
            let lock = format!("{}/fold", database_name(&entry.id));
            // Folding only saves time at the next opening: if it fails, that opening reads more ops.
            let _ = locks::if_free(&lock, move || async move {
                match folding().await {
                    Ok(fold) => fold(store).await.is_ok(),
                    Err(_) => false,
                }
            })
            .await;
            self.with(|inner| inner.fold_planned = false);
        });
    }

    /// Reads what belongs to earlier sessions: what can be undone, and which fields wait to be sent.
    pub(super) fn remember(self, all_unsent: bool) {
        let Some(store) = self.store() else { return };
        spawn_local(async move {
            let lines = store.last_lines(REMEMBERED).await.unwrap_or_default();
            let ops = match all_unsent {
                true => store.ops_after(0).await.unwrap_or_default(),
                false => Vec::new(),
            };
            if self.is_open(&store) {
                self.with(|inner| {
                    inner.desk.remember(lines);
                    inner.desk.mark_unsent(&ops);
                });
                self.show_steps();
                self.written.notify();
            }
        });
    }
}
