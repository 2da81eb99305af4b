//! What the open workspace needs only once something was changed: here, in another tab, or before. The first screen does
//! without; pages that edit bring what they call.

use super::Workspace;
use crate::platform::chunk::chunks;
use crate::store::vault::DeviceDatabase;
use crate::store::workspace::Store;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

/// How many acts of earlier sessions can be undone.
const REMEMBERED: u64 = 100;

/// Work that is on its way.
type Work = Pin<Box<dyn Future<Output = ()>>>;

/// What is in the chunk.
#[derive(Clone, Copy)]
pub(super) struct Changing {
    /// Takes in what other tabs wrote.
    pub(super) follow: fn(Workspace, Rc<Store<DeviceDatabase>>) -> Work,
    /// Folds the outbox into the pages.
    pub(super) fold: fn(Workspace) -> Work,
    /// Takes back what was done last.
    undo: fn(Workspace) -> Work,
}

chunks! {
    /// What the first screen does not wait for.
    changing as fetch_changing -> Changing: Changing {
        follow: |workspace, store| Box::pin(workspace.follow(store)),
        fold: |workspace| Box::pin(workspace.fold_when_quiet()),
        undo: |workspace| Box::pin(async move {
            workspace.recall().await;
            workspace.undo();
        }),
    };
}

/// How far reading what belongs to earlier sessions is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Recall {
    /// Nobody asked.
    #[default]
    NotYet,
    /// It is being read.
    Reading,
    /// It is on the desk.
    Done,
}

impl Workspace {
    /// Undoes the last act, also where no page that edits was shown yet. Answers whether that could be tried.
    pub async fn undo_from_anywhere(self) -> bool {
        // Whoever leaves meanwhile is asked, as with an edit that is not written yet.
        self.count_coming(|coming| coming + 1);
        let part = changing().await;
        if let Ok(part) = part {
            (part.undo)(self).await;
        }
        self.count_coming(|coming| coming.saturating_sub(1));
        part.is_ok()
    }

    fn count_coming(self, count: impl FnOnce(usize) -> usize) {
        self.with(|inner| inner.coming = count(inner.coming));
        self.written.notify();
    }

    /// Reads what belongs to earlier sessions, once: what can be undone, and which fields wait to be sent. Pages that tell of
    /// either ask for it.
    pub fn remember(self) {
        spawn_local(self.recall());
    }

    /// What [`Workspace::remember`] does; returns when it is done, whoever began.
    async fn recall(self) {
        while self.with(|inner| inner.recall == Recall::Reading) {
            TimeoutFuture::new(10).await;
        }
        let Some(store) = self
            .store()
            .filter(|_| self.with(|inner| inner.recall == Recall::NotYet))
        else {
            return;
        };
        let more = self.with(|inner| {
            inner.recall = Recall::Reading;
            inner.desk.unsent() > inner.desk.unfolded()
        });
        // Of a bloc with a server, opening it has read already what waits.
        let all_unsent = more && !store.head().await.is_ok_and(|head| head.is_linked());
        let lines = store.last_lines(REMEMBERED).await.unwrap_or_default();
        let ops = match all_unsent {
            true => store.ops_after(0).await.unwrap_or_default(),
            false => Vec::new(),
        };
        if self.is_open(&store) {
            self.with(|inner| {
                inner.recall = Recall::Done;
                inner.desk.remember(lines);
                inner.desk.mark_unsent(&ops);
            });
            self.show_steps();
            self.written.notify();
        }
    }
}
