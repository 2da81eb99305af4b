//! Other tabs of this browser, and the tab itself coming and going.

use super::Workspace;
use super::changing::changing;
use crate::store::backend::Notice;
use crate::store::error::StoreError;
use crate::store::vault::DeviceDatabase;
use crate::store::workspace::Store;
use leptos::ev;
use leptos::prelude::*;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

impl Workspace {
    /// Reads what other tabs wrote since, if anything.
    pub fn catch_up(self) {
        let store = self.with(|inner| {
            let store = inner.store.clone().filter(|_| !inner.reading);
            inner.reading = inner.store.is_some();
            inner.nudged = true;
            store
        });
        let Some(store) = store else { return };
        spawn_local(async move {
            // A nudge that comes while this reads may be about what it has missed.
            while self.is_open(&store) && self.with(|inner| std::mem::take(&mut inner.nudged)) {
                let top = self.with(|inner| inner.desk.top());
                // On most openings nobody wrote meanwhile. What cannot be read now is read at the next nudge, or when the
                // tab is shown again.
                let Ok(head) = store.head().await else { break };
                let known = self.with(|inner| (inner.desk.unsent(), inner.desk.heard()));
                let news = head.top() > top || (head.unsent(), head.heard) != known;
                if news && let Ok(part) = changing().await {
                    (part.follow)(self, store.clone()).await;
                }
                if !self.is_open(&store) {
                    break;
                }
                self.follow_link(head.is_linked());
                self.follow_heard(head.heard).await;
            }
            if self.is_open(&store) {
                self.with(|inner| inner.reading = false);
            }
        });
    }

    /// Takes in what other tabs wrote.
    pub(super) async fn follow(self, store: Rc<Store<DeviceDatabase>>) {
        let top = self.with(|inner| inner.desk.top());
        let Ok((ops, head)) = store.news(top).await else { return };
        if self.is_open(&store) {
            let changed = self.with(|inner| inner.desk.catch_up(&ops, &head));
            self.show(&changed);
            self.written.notify();
        }
    }

    pub(super) fn hear_notice(self, notice: Notice) {
        self.notice.set(Some(notice));
        if notice == Notice::Superseded && self.pending_untracked() {
            self.failure.set(Some(StoreError::Superseded));
        }
    }

    pub(super) fn follow_browser(self) {
        // A tab that was asleep may have missed nudges; a write that failed may succeed now.
        window_event_listener(ev::visibilitychange, move |_| {
            if !document().hidden() {
                self.catch_up();
                self.retry();
            }
        });
        // Leaving now would lose what is not on the device: the browser asks.
        window_event_listener(ev::beforeunload, move |event| {
            if self.pending_untracked() {
                event.prevent_default();
            }
        });
    }

    fn pending_untracked(self) -> bool {
        self.with(|inner| inner.pending() > 0)
    }
}
