//! The open workspace beside its server: how far it is, and what can be done about it.
//!
//! On the first page there are only the signals. A workspace that is linked fetches the driver, which sends and fetches
//! whenever there is reason to; pages that are chunks of their own call the deeds directly.
//!
//! * here: what is told; `deeds`: what a person does; `driver`: when it runs by itself; `endpoint`: the server's routes;
//!   `farewell`: the end of a session.

pub mod deeds;
mod driver;
pub mod endpoint;
pub mod farewell;

use super::workspace::{Workspace, use_workspace};
use crate::platform::chunk::chunks;
use crate::platform::owed;
use crate::store::link::Link;
use crate::sync::wire::SESSION_MS;
use driver::Driver;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::RefCell;
use std::rc::Rc;

/// What is going on between the open workspace and its server.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Phase {
    /// It has no server.
    #[default]
    Local,
    /// Nothing is going on: all was sent and fetched when last tried.
    Idle,
    /// Edits are being sent.
    Sending,
    /// What others did is being fetched; of the first load one knows how much there is.
    Fetching {
        /// Records that came so far.
        done: u64,
        /// Records in all; 0 where that is not known.
        total: u64,
    },
    /// The server cannot be reached. It is tried again by itself.
    Offline,
    /// The server asked to wait, or failed: it is tried again at this time, in milliseconds since 1970.
    WaitingUntil(i64),
    /// Something else answered in the server's place, such as a network that wants a password first. It is tried again at this
    /// time.
    Intercepted(i64),
    /// The session is over: somebody has to sign in. Everything is kept.
    SignedOut,
    /// The server refuses, and trying again does not help: the code of the problem.
    Refused(String),
}

/// How the open workspace stands beside its server.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Whose edits these are; `None` for a workspace without a server, and until the link was read.
    pub link: Option<Link>,
    /// What is going on.
    pub phase: Phase,
    /// Edits that the server has not answered.
    pub unsent: u64,
    /// When something was last sent, in milliseconds since 1970.
    pub last_sent_ms: Option<i64>,
    /// When was last asked for what others did.
    pub last_fetched_ms: Option<i64>,
    /// Cells and fields in open conflicts that this account may read: each is one choice of a person.
    pub conflicts: usize,
    /// Edits that the server rejected and nobody took back yet.
    pub rejected: usize,
}

impl Standing {
    /// Whether periods are closed and opened again from here. Without a server whoever has the bloc may.
    pub fn may_reopen(&self) -> bool {
        self.link.as_ref().is_none_or(|link| link.actor().writes_all())
    }

    /// When the session ends by itself if nothing is heard of this device any more, in milliseconds since 1970.
    pub fn session_ends_ms(&self) -> i64 {
        let link = self.link.as_ref();
        let heard = [
            self.last_sent_ms,
            self.last_fetched_ms,
            link.and_then(|link| link.fetched_ms),
            link.map(|link| link.since_ms),
        ];
        heard.into_iter().flatten().max().unwrap_or_default() + SESSION_MS
    }
}

/// The open workspace beside its server; a context, cheap to copy.
#[derive(Clone, Copy)]
pub struct Sync {
    /// How it stands.
    pub standing: RwSignal<Standing>,
    /// Changes when the queue did: an answer came, an edit was taken back.
    pub queue_changed: Trigger,
    workspace: Workspace,
    inner: StoredValue<Rc<RefCell<Inner>>, LocalStorage>,
}

#[derive(Default)]
struct Inner {
    driver: Option<Rc<Driver>>,
    /// Under what the browser and the edits are followed, as long as the page is open.
    follows: Option<Owner>,
}

/// What begins to send and fetch.
type Start = fn(Sync);
/// What ends a session.
type End = fn();

chunks! {
    /// The driver with all that it needs: only who has a server fetches it.
    syncing as fetch_syncing -> Start: driver::start;
    /// What ends a session that was left without a network.
    ending as fetch_ending -> End: farewell::begin;
}

/// How long to wait before the driver is fetched again, in milliseconds.
const TRY_AGAIN: u32 = 15_000;

/// Makes it known to every component. Needs the workspace.
pub fn provide_sync() -> Sync {
    let sync = Sync {
        standing: RwSignal::new(Standing::default()),
        queue_changed: Trigger::new(),
        workspace: use_workspace(),
        inner: StoredValue::new_local(Rc::default()),
    };
    provide_context(sync);
    spawn_local(async {
        if owed::is_owed().await
            && let Ok(end) = ending().await
        {
            end();
        }
    });
    let open = Memo::new(move |_| {
        let current = sync.workspace.current.get();
        (current.map(|entry| entry.id), sync.workspace.linked.get())
    });
    Effect::new(move || {
        let (open, linked) = open.get();
        // Of another workspace, or of none: it stops by itself.
        sync.with(|inner| inner.driver = None);
        if sync.standing.with_untracked(|standing| standing.link.is_some()) || linked {
            sync.standing.set(Standing::default());
        }
        if open.is_some() && linked {
            spawn_local(sync.begin());
        }
    });
    sync
}

impl Sync {
    async fn begin(self) {
        while self.workspace.linked.get_untracked() {
            if let Ok(start) = syncing().await {
                return start(self);
            }
            TimeoutFuture::new(TRY_AGAIN).await;
        }
    }

    /// Never awaited in, and no signal is set in it.
    fn with<T>(self, work: impl FnOnce(&mut Inner) -> T) -> T {
        work(&mut self.inner.get_value().borrow_mut())
    }

    fn driver(self) -> Option<Rc<Driver>> {
        self.with(|inner| inner.driver.clone())
    }
}

/// It. Where none was provided (a component on its own in a test), one of a workspace without a server.
pub fn use_sync() -> Sync {
    use_context().unwrap_or_else(provide_sync)
}
