//! Runs the engine beside the open workspace: gives it reasons, carries out what it wants, shows how it goes. It never stands
//! in the way of typing: edits are written first, and sent when nobody has typed for a moment.
//!
//! Of several tabs one sends at a time (a Web Lock for each round); one that closes lets go of the lock, and the next goes
//! on from what is stored.

use super::Sync;
use super::deeds::name;
use super::endpoint::{self, Trouble};
use super::{Phase, Standing};
use crate::model::id::RecordId;
use crate::platform::clock::now_ms;
use crate::platform::{background_sync, http, locks};
use crate::store::error::StoreError;
use crate::store::for_engine::Came;
use crate::store::registry::database_name;
use crate::store::vault::DeviceDatabase;
use crate::store::workspace::Store;
use crate::sync::engine::{Effect, Engine, Event, Phase as Going, Request, Trouble as Fault, Write};
use crate::sync::op::Op;
use gloo_timers::callback::Timeout;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

/// How long nobody has typed before it is sent, in milliseconds.
const QUIET: u32 = 2_000;
/// How long to wait when another tab is at it, in milliseconds.
const BUSY: u32 = 3_000;
/// How often to ask for what others did while the app is looked at, in milliseconds.
const NOW_AND_THEN: u32 = 30_000;
/// Once in how many of those times while it is not.
const RARELY: u32 = 10;
/// How often everything is compared with the server, in milliseconds.
const DAY: i64 = 86_400_000;

/// What runs the engine of one workspace. It stops when another one takes its place.
pub(super) struct Driver {
    sync: Sync,
    id: String,
    store: Rc<Store<DeviceDatabase>>,
    engine: RefCell<Engine>,
    events: RefCell<VecDeque<Event>>,
    pumping: Cell<bool>,
    timer: RefCell<Option<Timeout>>,
    quiet: RefCell<Option<Timeout>>,
    /// The account that requests are for.
    account: RefCell<String>,
    /// Ops that were read in this round: answers name them.
    read: RefCell<Vec<Op>>,
    /// The address and the tag of the last answer that said what changed.
    etag: RefCell<Option<(String, String)>>,
    /// How the last round ended.
    ended: RefCell<Result<(), Trouble>>,
    resent: Cell<bool>,
    tidied: Cell<bool>,
    top: Cell<u64>,
}

/// Begins for the workspace that is open.
pub(super) fn start(sync: Sync) {
    let workspace = sync.workspace;
    let (Some(store), Some(entry)) = (workspace.store(), workspace.current.get_untracked()) else {
        return;
    };
    if sync.driver().is_some_and(|driver| Rc::ptr_eq(&driver.store, &store)) {
        return;
    }
    let driver = Rc::new(Driver {
        sync,
        id: entry.id,
        store,
        engine: RefCell::new(Engine::new()),
        events: RefCell::default(),
        pumping: Cell::new(false),
        timer: RefCell::default(),
        quiet: RefCell::default(),
        account: RefCell::default(),
        read: RefCell::default(),
        etag: RefCell::default(),
        ended: RefCell::new(Ok(())),
        resent: Cell::new(false),
        tidied: Cell::new(false),
        top: Cell::new(0),
    });
    sync.with(|inner| inner.driver = Some(Rc::clone(&driver)));
    follow_browser(sync);
    workspace.mark_contested();
    sync.standing.update(|standing| standing.phase = Phase::Idle);
    let begun = Rc::clone(&driver);
    spawn_local(async move {
        begun.show_counts().await;
        if sync.standing.with_untracked(|standing| standing.rejected > 0) {
            // Which fields they are about is read with the records.
            workspace.refresh(Some(Vec::new())).await;
        }
        if !http::may_be_online() {
            begun.tell(Event::Online(false));
        }
        begun.tell(Event::Wanted);
    });
    spawn_local(now_and_then(driver));
}

/// Asks again and again, as long as it runs.
async fn now_and_then(driver: Rc<Driver>) {
    for time in 1u32.. {
        // Two hundred devices are not to ask at the same moment.
        TimeoutFuture::new(NOW_AND_THEN + random() % (NOW_AND_THEN / 4)).await;
        if !driver.runs() {
            return;
        }
        if !document().hidden() || time % RARELY == 0 {
            driver.tell(Event::Wanted);
        }
    }
}

/// Whatever happens in the browser is told to the driver that runs then. Once in the life of a page.
fn follow_browser(sync: Sync) {
    if sync.with(|inner| inner.follows.is_some()) {
        return;
    }
    let tell = move |event: Event| {
        if let Some(driver) = sync.driver() {
            driver.tell(event);
        }
    };
    let _ = window_event_listener(leptos::ev::online, move |_| tell(Event::Online(true)));
    let _ = window_event_listener(leptos::ev::offline, move |_| tell(Event::Online(false)));
    let _ = window_event_listener(leptos::ev::focus, move |_| tell(Event::Wanted));
    let _ = window_event_listener(leptos::ev::visibilitychange, move |_| {
        if !document().hidden() {
            return tell(Event::Wanted);
        }
        // It may be closed now: what waits is then sent without it.
        if let Some(driver) = sync.driver() {
            driver.ask_to_be_woken();
        }
    });
    background_sync::follow(move || tell(Event::Online(true)));
    // What begins here outlives the page that asked for it: it ends with the owner that is kept.
    let owner = Owner::new();
    owner.with(|| {
        leptos::prelude::Effect::new(move || {
            sync.workspace.follow_writes();
            if let Some(driver) = sync.driver() {
                driver.hear_edits();
            }
        });
    });
    sync.with(|inner| inner.follows = Some(owner));
}

fn random() -> u32 {
    (js_sys::Math::random() * f64::from(u32::MAX)) as u32
}

impl Driver {
    fn runs(&self) -> bool {
        self.sync
            .driver()
            .is_some_and(|driver| std::ptr::eq(Rc::as_ptr(&driver), self))
    }

    /// Whether a round is under way or waits for another tab.
    pub(super) fn is_busy(&self) -> bool {
        self.pumping.get()
    }

    /// How the last round ended.
    pub(super) fn ended(&self) -> Result<(), Trouble> {
        self.ended.borrow().clone()
    }

    /// The store that it sends from.
    pub(super) fn store(&self) -> &Store<DeviceDatabase> {
        &self.store
    }

    /// Gives the engine an event, when what is under way is done.
    pub(super) fn tell(self: &Rc<Driver>, event: Event) {
        self.events.borrow_mut().push_back(event);
        if self.pumping.replace(true) {
            return;
        }
        let lock = format!("{}/sync", database_name(&self.id));
        let driver = Rc::clone(self);
        spawn_local(async move {
            while driver.runs() && !driver.events.borrow().is_empty() {
                let inside = Rc::clone(&driver);
                let done = locks::if_free(&lock, move || async move { inside.drain().await }).await;
                if done.is_none() {
                    TimeoutFuture::new(BUSY).await;
                }
            }
            driver.pumping.set(false);
        });
    }

    async fn drain(self: Rc<Driver>) {
        while self.runs() {
            let Some(event) = self.events.borrow_mut().pop_front() else {
                return;
            };
            let effects = self.engine.borrow_mut().step(event, random());
            for effect in effects {
                self.carry_out(effect).await;
            }
        }
    }

    /// Edits were written, or something came from another tab.
    fn hear_edits(self: &Rc<Driver>) {
        let workspace = self.sync.workspace;
        workspace.mark_contested();
        let (unsent, top) = workspace.unsent();
        self.sync.change(|standing| standing.unsent = unsent);
        if self.top.replace(top) != top && unsent > 0 {
            let driver = Rc::downgrade(self);
            let quiet = Timeout::new(QUIET, move || {
                if let Some(driver) = driver.upgrade() {
                    driver.tell(Event::Wanted);
                }
            });
            drop(self.quiet.replace(Some(quiet)));
            if self
                .sync
                .standing
                .with_untracked(|standing| standing.phase == Phase::Offline)
            {
                self.ask_to_be_woken();
            }
        }
        let conflicts = workspace.contested_places();
        self.sync.change(|standing| standing.conflicts = conflicts);
    }

    async fn carry_out(self: &Rc<Driver>, effect: Effect) {
        let answer = match effect {
            Effect::Read => Some(self.stock().await),
            Effect::ReadOps { after } => Some(match self.store.waiting_after(after).await {
                Ok(ops) => {
                    self.read.borrow_mut().extend(ops.iter().cloned());
                    Event::Ops(ops)
                }
                Err(error) => self.failed(error),
            }),
            Effect::Send(request) => Some(self.send(&request).await),
            Effect::Write(write) => Some(self.write(write).await),
            Effect::Sum => Some(match self.store.sum().await {
                Ok(sum) => Event::Summed(sum),
                Err(error) => self.failed(error),
            }),
            Effect::Wait { no, ms } => {
                let driver = Rc::downgrade(self);
                let timer = Timeout::new(u32::try_from(ms).unwrap_or(u32::MAX), move || {
                    if let Some(driver) = driver.upgrade() {
                        driver.tell(Event::Waited(no));
                    }
                });
                drop(self.timer.replace(Some(timer)));
                None
            }
            Effect::Show(phase) => {
                self.show(phase);
                None
            }
            Effect::Done(round) => {
                *self.ended.borrow_mut() = Ok(());
                self.sync.change(|standing| {
                    standing.phase = Phase::Idle;
                    standing.last_fetched_ms = Some(now_ms());
                });
                if round.compared {
                    let at_ms = Some(now_ms());
                    // If it fails, it is compared once more.
                    let _ = self.store.change_link(|link| link.compared_ms = at_ms).await;
                }
                if !self.tidied.replace(true) {
                    // If it fails, it is done another day.
                    let _ = self.store.forget_old(now_ms()).await;
                }
                None
            }
        };
        if let Some(answer) = answer {
            // Before whatever else happened meanwhile.
            self.events.borrow_mut().push_front(answer);
        }
    }

    async fn stock(&self) -> Event {
        self.read.borrow_mut().clear();
        let compared = match self.store.link().await {
            Ok(link) => link.and_then(|link| link.compared_ms).unwrap_or(0),
            Err(error) => return self.failed(error),
        };
        match self.store.stock(now_ms(), now_ms() - compared > DAY).await {
            Ok(stock) => {
                self.account.replace(stock.account.clone());
                Event::Stock(stock)
            }
            Err(error) => self.failed(error),
        }
    }

    fn failed(&self, error: StoreError) -> Event {
        *self.ended.borrow_mut() = Err(Trouble::Store(error));
        Event::StoreFailed
    }

    async fn send(&self, request: &Request) -> Event {
        let account = self.account.borrow().clone();
        let (_, path) = request.line();
        let known = self.etag.borrow().clone();
        let etag = known.filter(|(known, _)| *known == path).map(|(_, etag)| etag);
        match endpoint::carry(&account, request, etag.as_deref()).await {
            Ok((reply, etag)) => {
                if matches!(request, Request::Changes { .. }) && reply.status == 200 {
                    self.etag.replace(etag.map(|etag| (path, etag)));
                }
                Event::Replied(reply)
            }
            Err(_) => Event::Unreachable,
        }
    }

    async fn write(self: &Rc<Driver>, write: Write) -> Event {
        match self.try_write(write).await {
            Ok(true) => Event::Written,
            // Another tab has gone on: what is stored is read anew.
            Ok(false) => Event::StoreFailed,
            Err(error) => self.failed(error),
        }
    }

    /// Answers whether it could be written on top of what is there.
    async fn try_write(self: &Rc<Driver>, write: Write) -> Result<bool, StoreError> {
        let at_ms = now_ms();
        let gaps = match &write {
            Write::Answers { gaps, .. } => {
                self.sync.change(|standing| standing.last_sent_ms = Some(at_ms));
                gaps.clone()
            }
            _ => Vec::new(),
        };
        let ops = self.read.borrow().clone();
        let Some(came) = self.store.keep(write, &ops, at_ms).await? else {
            return Ok(false);
        };
        // Once: what is missing there and not here stays missing.
        if !gaps.is_empty() && !self.resent.replace(true) {
            self.store.again_in_gaps(&gaps).await?;
        }
        match came {
            Came::Nothing => {}
            Came::Records(records) => self.came(Some(records)).await,
            Came::All => {
                self.came(None).await;
                self.ask_who().await;
            }
        }
        Ok(true)
    }

    /// Something came: it is shown here, and other tabs are told.
    async fn came(&self, records: Option<Vec<RecordId>>) {
        if !self.runs() {
            return;
        }
        let workspace = self.sync.workspace;
        workspace.refresh(records).await;
        workspace.nudge();
        self.show_counts().await;
        self.sync.queue_changed.notify();
    }

    /// What the account is called and may do, as the server says it now.
    async fn ask_who(&self) {
        let Ok(me) = endpoint::me().await else { return };
        let changed = self.store.change_link(|link| name(link, &me));
        if changed.await.is_ok() {
            self.show_counts().await;
        }
    }

    /// Shows the link and what is counted.
    pub(super) async fn show_counts(&self) {
        let (Ok(link), Ok(head)) = (self.store.link().await, self.store.head().await) else {
            return;
        };
        if !self.runs() {
            return;
        }
        let conflicts = self.sync.workspace.contested_places();
        self.sync.change(|standing| {
            standing.last_sent_ms = standing.last_sent_ms.max(link.as_ref().and_then(|link| link.sent_ms));
            standing.last_fetched_ms = standing
                .last_fetched_ms
                .max(link.as_ref().and_then(|link| link.fetched_ms));
            standing.link = link;
            standing.unsent = head.unsent();
            standing.rejected = head.rejected as usize;
            standing.conflicts = conflicts;
        });
    }

    /// If something waits to be sent, the browser is asked to see to it when there is a network.
    fn ask_to_be_woken(&self) {
        if self.sync.standing.with_untracked(|standing| standing.unsent) > 0 {
            spawn_local(async {
                // Where the browser does not wake pages, it is tried again all the same.
                let _ = background_sync::ask().await;
            });
        }
    }

    fn show(self: &Rc<Driver>, going: Going) {
        let phase = match going {
            Going::Sending => Phase::Sending,
            Going::Fetching => Phase::Fetching { done: 0, total: 0 },
            Going::Loading { done, total } => Phase::Fetching { done, total },
            Going::Offline
            | Going::Waiting {
                why: Fault::Unreachable,
                ..
            } => Phase::Offline,
            Going::Waiting { why, ms } => {
                let at_ms = now_ms() + i64::try_from(ms).unwrap_or(0);
                match why {
                    Fault::Unreadable => Phase::Intercepted(at_ms),
                    _ => Phase::WaitingUntil(at_ms),
                }
            }
            Going::SignedOut { .. } => Phase::SignedOut,
            Going::Stopped(why) => Phase::Refused(code(why)),
        };
        let ended = match &phase {
            Phase::Offline => Err(Trouble::Unreachable),
            Phase::Intercepted(_) => Err(Trouble::NoServer),
            Phase::SignedOut => Err(Trouble::problem(401, "signed-out")),
            Phase::Refused(code) => Err(Trouble::problem(403, code)),
            Phase::WaitingUntil(_) => match self.ended() {
                Err(trouble @ Trouble::Store(_)) => Err(trouble),
                _ => Err(Trouble::problem(503, "busy")),
            },
            _ => Ok(()),
        };
        *self.ended.borrow_mut() = ended;
        if phase == Phase::Offline {
            self.ask_to_be_woken();
        }
        self.sync.change(|standing| standing.phase = phase);
    }
}

fn code(why: Fault) -> String {
    match why {
        Fault::Refused(code) => code,
        Fault::OlderServer => "schema-too-new".to_owned(),
        Fault::Unreadable => "unreadable".to_owned(),
        Fault::Store => "store".to_owned(),
        Fault::Restless => "restless".to_owned(),
        Fault::Unreachable | Fault::Busy => "busy".to_owned(),
    }
}

impl Sync {
    /// Changes what is told, if it becomes anything else.
    pub(super) fn change(self, change: impl FnOnce(&mut Standing)) {
        let before = self.standing.get_untracked();
        let mut after = before.clone();
        change(&mut after);
        if after != before {
            self.standing.set(after);
        }
    }
}
