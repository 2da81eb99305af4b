//! Parts of the frame that no page shows at first: dialogs, notices, toasts. They are one chunk, fetched when the first of
//! them is needed, with the first edit at the latest, or when nobody waits.

use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::frame::dialogs::{Overlays, dialogs};
use super::safety::{damaged, from_browser, unsaved};
use super::toast::{Toasts, toast_list};
use super::version::update_notice;
use crate::platform::chunk::chunks;
use crate::platform::idle::idle;
use crate::state::save::SaveState;
use crate::state::version::Updates;
use crate::state::workspace::Workspace;
use crate::store::backend::Notice;

/// How long the first page has the connection for itself, in milliseconds.
const PAGE_FIRST: u32 = 3_000;
/// How long to wait before asking again for what did not come, in milliseconds.
const AGAIN: u32 = 5_000;

/// What draws each of them.
#[derive(Clone, Copy)]
pub struct Parts {
    /// The toasts.
    pub toasts: fn(Toasts) -> AnyView,
    /// Search, the keys, "Thêm".
    pub dialogs: fn(Overlays) -> AnyView,
    /// What is not on the device, and what can be done about it.
    pub unsaved: fn(Workspace) -> AnyView,
    /// What the browser says of the connection.
    pub from_browser: fn(Notice) -> AnyView,
    /// What could not be read.
    pub damaged: fn(Workspace) -> AnyView,
    /// That a newer version is there.
    pub update: fn(Updates, Signal<SaveState>) -> AnyView,
}

chunks! {
    /// What draws them.
    frame_parts as fetch_frame_parts -> Parts: PARTS;
}

const PARTS: Parts = Parts {
    toasts: toast_list,
    dialogs,
    unsaved,
    from_browser,
    damaged,
    update: update_notice,
};

/// The parts as far as they were fetched. A context, cheap to copy.
#[derive(Clone, Copy)]
pub struct FrameParts {
    fetched: RwSignal<Option<Parts>>,
    asked: StoredValue<bool>,
}

/// Makes them known to every component, and fetches them when nobody waits.
pub fn provide_parts() -> FrameParts {
    let parts = FrameParts {
        // In one piece with the rest, they are there.
        fetched: RwSignal::new(at_hand()),
        asked: StoredValue::new(false),
    };
    provide_context(parts);
    spawn_local(async move {
        TimeoutFuture::new(PAGE_FIRST).await;
        idle().await;
        parts.fetch();
    });
    parts
}

#[cfg(not(feature = "split"))]
fn at_hand() -> Option<Parts> {
    Some(PARTS)
}

#[cfg(feature = "split")]
fn at_hand() -> Option<Parts> {
    None
}

/// The parts. Where none were provided (a component on its own in a test), their own.
pub fn use_parts() -> FrameParts {
    use_context().unwrap_or_else(provide_parts)
}

impl FrameParts {
    /// Fetches them if nobody did, again and again until they come.
    pub fn fetch(self) {
        // The page may be gone, and this with it.
        let asked = self.asked.try_update_value(|asked| std::mem::replace(asked, true));
        if asked != Some(false) {
            return;
        }
        spawn_local(async move {
            loop {
                match frame_parts().await {
                    Ok(parts) => {
                        let _ = self.fetched.try_set(Some(parts));
                        break;
                    }
                    Err(_) => TimeoutFuture::new(AGAIN).await,
                }
            }
        });
    }

    /// Draws with them; nothing until they are there. Follows that, for a reactive place.
    pub fn drawn(self, draw: impl FnOnce(Parts) -> AnyView) -> AnyView {
        match self.fetched.get() {
            Some(parts) => draw(parts),
            None => {
                self.fetch();
                ().into_any()
            }
        }
    }
}
