//! Letting go of a sealed workspace: its key and everything that was read with it. It opens again by its PIN.

use super::Workspace;
use crate::store::registry::database_name;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// What tells other tabs to lock too.
const LOCK: &str = "lock";

impl Workspace {
    /// Locks the open workspace, here and in other tabs, once all that waits is written. Answers whether it is locked: what cannot be
    /// written is not given up.
    pub async fn lock(self) -> bool {
        if !self.settle().await {
            return false;
        }
        self.tell_to_lock();
        self.lock_here().await
    }

    /// Tells other tabs that this workspace is to be opened anew: it was locked, or has a PIN now, or has none any more.
    pub(super) fn tell_to_lock(self) {
        self.with(|inner| {
            if let Some(channel) = &inner.channel {
                channel.post(LOCK);
            }
        });
    }

    /// Locks it in this tab only.
    pub(super) async fn lock_here(self) -> bool {
        let Some(entry) = self.current.get_untracked() else {
            return true;
        };
        if !self.settle().await {
            return false;
        }
        self.shelf().take_away(&database_name(&entry.id));
        self.with(|inner| inner.wanted = None);
        // It says that the PIN is missing, or it opens: then it was unsealed elsewhere.
        let _ = self.open(&entry.id).await;
        true
    }

    /// Another tab said something.
    pub(super) fn hear_tab(self, said: &str) {
        if said == LOCK {
            spawn_local(async move {
                let _ = self.lock_here().await;
            });
        } else {
            self.catch_up();
        }
    }
}
