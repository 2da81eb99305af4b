//! Writing what waits: in order, all that waits in one transaction, again when it failed.
//!
//! The first screen has none of it: the first edit hands in what writes ([`Workspace::write`]).

use super::Workspace;
use super::changing::changing;
use crate::platform::{locks, persist};
use crate::store::error::StoreError;
use crate::store::registry::database_name;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// Edits written in one transaction; more wait for the next.
const AT_ONCE: usize = 64;
/// How long to wait before each further try, in milliseconds; the last goes on.
const TRY_AGAIN: [u32; 4] = [2_000, 5_000, 15_000, 30_000];
/// So many ops outside the pages are worth folding.
const WORTH_FOLDING: u64 = 128;
/// How long nothing must have been written before folding, in milliseconds.
const QUIET: u32 = 3_000;
impl Workspace {
    /// How many edits are not on the device yet; follows them in a reactive place.
    pub fn pending_writes(self) -> usize {
        self.written.track();
        self.with(|inner| inner.pending())
    }

    /// Waits until everything is on the device, or writing has failed. Answers whether it is.
    pub async fn settle(self) -> bool {
        self.write();
        while self.with(|inner| inner.writing || inner.coming > 0) {
            TimeoutFuture::new(10).await;
        }
        self.with(|inner| inner.pending() == 0)
    }

    /// Tries to write again what could not be written.
    pub fn retry(self) {
        self.write();
    }

    /// Writes what waits, if anything does and nothing is being written.
    pub(super) fn write(self) {
        // Nothing can wait before the first edit, and that brought what writes.
        if let Some(write) = self.with(|inner| inner.writer) {
            write(self);
        }
    }

    /// What [`Workspace::write`] does.
    pub(super) fn write_queue(self) {
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
        if !planned {
            spawn_local(async move {
                // Folding only saves time at the next opening: if it fails, that opening reads more ops.
                if let Ok(part) = changing().await {
                    (part.fold)(self).await;
                }
                self.with(|inner| inner.fold_planned = false);
            });
        }
    }

    pub(super) async fn fold_when_quiet(self) {
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
        let _ = locks::if_free(&lock, move || async move { store.fold().await.is_ok() }).await;
    }
}
