//! What a person does with a server: joining, sending now, settling, taking back.

use super::driver::Driver;
use super::endpoint::{self, Trouble};
use super::farewell::{self, Farewell};
use super::{Standing, Sync};
use crate::model::conflict::Conflict;
use crate::model::id::RecordId;
use crate::model::record::{Entity, Record};
use crate::platform::clock::now_ms;
use crate::platform::ids::new_id;
use crate::state::workspace::{Disputed, Done};
use crate::store::answers::Row;
use crate::store::backend::Shelf;
use crate::store::error::StoreError;
use crate::store::link::Link;
use crate::store::registry::{Entry, database_name};
use crate::store::schema::Schema;
use crate::store::vault::DeviceDatabase;
use crate::store::workspace::Store;
use crate::sync::engine::Event;
use crate::sync::op::{Change, Op};
use crate::sync::wire::{Answer, Join, Me, Refusal, SignIn, codes};
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use serde_json::Value;
use std::collections::BTreeMap;
use std::rc::Rc;

/// How often it is looked whether something is done, in milliseconds.
const LOOK_AGAIN: u32 = 50;
/// How often it is looked whether the driver is there.
const PATIENCE: u32 = 600;

/// Where a server's bloc goes on this device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Home {
    /// A bloc of its own, beside those that are there.
    New,
    /// The open bloc: to an empty server it is published; with one that has records it is compared, what only this
    /// device has is proposed.
    ThisBloc,
}

/// What became of an edit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It waits to be sent.
    Waiting,
    /// It waits for its own account to sign in again: it is not sent under another's.
    OtherAccount,
    /// The server took it.
    Accepted,
    /// Something of it was changed by somebody else: the record of the conflict that keeps the proposal.
    Conflict(Option<RecordId>),
    /// The server did not take it, and its values do not stand here either.
    Rejected(Refusal),
    /// It was rejected, and then taken back or tried again.
    TakenBack,
}

/// An edit of one record on its way to the server.
#[derive(Clone, Debug, PartialEq)]
pub struct QueueItem {
    /// The edit.
    pub op: Op,
    /// What became of it.
    pub fate: Fate,
    /// When it was answered, in milliseconds since 1970; when it was made, if it was not.
    pub at_ms: i64,
}

impl Sync {
    /// Sends what waits and fetches what is new, now. [`super::Standing::phase`] tells how it goes.
    ///
    /// # Errors
    /// [`Trouble`], which is also in the phase.
    pub async fn sync_now(self) -> Result<(), Trouble> {
        let driver = self.driver().ok_or(Trouble::NotLinked)?;
        self.workspace.settle().await;
        self.round(&driver, Event::Pressed).await
    }

    /// Runs a round for this reason and waits for its end.
    async fn round(self, driver: &Rc<Driver>, reason: Event) -> Result<(), Trouble> {
        driver.tell(reason);
        while driver.is_busy() {
            TimeoutFuture::new(LOOK_AGAIN).await;
        }
        driver.ended()
    }

    /// Signs in. Where the open bloc is linked, to its account only: another one is signed out again.
    ///
    /// # Errors
    /// [`Trouble`]
    pub async fn sign_in(self, given: &SignIn) -> Result<Me, Trouble> {
        let me = endpoint::sign_in(given).await?;
        let Some(driver) = self.driver() else { return Ok(me) };
        if driver.store().head().await?.account != me.account.id {
            // If that fails too, the next request is refused: it names the account that it is for.
            let _ = endpoint::sign_out().await;
            return Err(Trouble::OtherAccount);
        }
        driver.store().change_link(|link| name(link, &me)).await?;
        driver.show_counts().await;
        driver.tell(Event::SignedIn);
        Ok(me)
    }

    /// Ends the session. What waits stays on the device.
    ///
    /// # Errors
    /// [`Trouble`]
    pub async fn sign_out(self) -> Result<(), Trouble> {
        endpoint::sign_out().await?;
        if let Some(driver) = self.driver() {
            driver.tell(Event::Wanted);
        }
        Ok(())
    }

    /// Takes up an invitation and links a bloc; answers the bloc's id when all of it is there.
    ///
    /// # Errors
    /// [`Trouble`]. Where the account was made already, signing in and [`Sync::link`] goes on from there.
    pub async fn join(self, code: &str, given: &Join, home: Home) -> Result<String, Trouble> {
        let me = endpoint::take_up_invitation(code, given).await?;
        self.link(&me, home).await
    }

    /// Links a bloc to the server as the account of the session, and fetches or publishes everything;
    /// [`super::Standing::phase`] tells how far it is. Answers the bloc's id. A bloc of this device that is linked to the
    /// account already is opened instead of a new one. If it breaks off, it goes on by itself when the bloc is opened.
    ///
    /// # Errors
    /// [`Trouble`]
    pub async fn link(self, me: &Me, home: Home) -> Result<String, Trouble> {
        let id = match home {
            Home::New => self.link_new(me).await?,
            Home::ThisBloc => self.link_open(me).await?,
        };
        // The driver begins when the workspace says that it is linked; its chunk may be on its way.
        for _ in 0..PATIENCE {
            if self.driver().is_some() {
                break;
            }
            TimeoutFuture::new(LOOK_AGAIN).await;
        }
        let driver = self.driver().ok_or(Trouble::Unreachable)?;
        self.round(&driver, Event::SignedIn).await?;
        Ok(id)
    }

    async fn link_new(self, me: &Me) -> Result<String, Trouble> {
        let known = self.workspace.list().await?.into_iter();
        let known = known.filter(|entry| entry.account.as_ref() == Some(&me.account.id));
        let id = match known.map(|entry| entry.id).next() {
            Some(id) => id,
            None => self.make_linked(me).await?,
        };
        self.workspace.open(&id).await?;
        Ok(id)
    }

    async fn make_linked(self, me: &Me) -> Result<String, Trouble> {
        let id = new_id();
        let db = self
            .workspace
            .shelf()
            .open(&database_name(&id), Schema::Workspace, |_| {})
            .await?;
        let store = Store::new(db, new_id());
        let written = store.link_new(&linked(me), &me.epoch).await.map(drop);
        let title = if me.bloc.is_empty() { &me.account.name } else { &me.bloc };
        let id = self.workspace.list_made(id, store, written, title, false).await?;
        self.workspace.list_linked(&id, Some(&me.account.id)).await?;
        Ok(id)
    }

    async fn link_open(self, me: &Me) -> Result<String, Trouble> {
        let workspace = self.workspace;
        let (Some(store), Some(entry)) = (workspace.store(), workspace.current.get_untracked()) else {
            return Err(Trouble::NotLinked);
        };
        if !workspace.settle().await {
            return Err(Trouble::Store(
                workspace.failure.get_untracked().unwrap_or(StoreError::Lost),
            ));
        }
        let head = store.head().await?;
        if head.is_linked() {
            if head.account != me.account.id {
                return Err(Trouble::OtherAccount);
            }
            store.change_link(|link| name(link, me)).await?;
            return Ok(entry.id);
        }
        let link = linked(me);
        let actor = link.actor();
        let units = workspace.ledger.with_untracked(|ledger| ledger.units.clone());
        let may = |change: &Change| actor.may_write(change, &change.scope, &units);
        store.publish(&link, &me.epoch, now_ms(), new_id, may).await?;
        workspace.list_linked(&entry.id, Some(&me.account.id)).await?;
        workspace.refresh(None).await;
        workspace.nudge();
        workspace.follow_link(true);
        Ok(entry.id)
    }

    /// Ends the link and the session. The bloc stays on this device with everything that is in it, or goes from it; edits that
    /// the server refused go in any case.
    ///
    /// # Errors
    /// [`Trouble`]; the session may be over and the link not, if the device could not store it.
    pub async fn leave(self, wipe: bool) -> Result<Farewell, Trouble> {
        let workspace = self.workspace;
        let (Some(store), Some(entry)) = (workspace.store(), workspace.current.get_untracked()) else {
            return Err(Trouble::NotLinked);
        };
        workspace.settle().await;
        let latest = self.standing.with_untracked(Standing::session_ends_ms);
        let farewell = match farewell::end().await {
            true => Farewell::Ended,
            false => Farewell::Owed(latest),
        };
        self.with(|inner| inner.driver = None);
        if wipe {
            workspace.remove(&entry.id).await?;
            return Ok(farewell);
        }
        store.unlink().await?;
        workspace.list_linked(&entry.id, None).await?;
        workspace.refresh(None).await;
        workspace.nudge();
        workspace.follow_link(false);
        Ok(farewell)
    }

    /// Removes a bloc that nobody unlocked from this device. The session ends with it: without the PIN the server is asked for the
    /// password before it gives the figures again.
    ///
    /// # Errors
    /// [`StoreError`]; then it is still there, though the session may be over.
    pub async fn forget(self, entry: &Entry) -> Result<(), StoreError> {
        if entry.account.is_some() {
            farewell::end().await;
        }
        self.workspace.remove(&entry.id).await
    }

    /// Edits that wait, and what became of those that were sent, the newest first.
    ///
    /// # Errors
    /// [`Trouble::Store`]
    pub async fn queue(self) -> Result<Vec<QueueItem>, Trouble> {
        let store = self.workspace.store().ok_or(Trouble::NotLinked)?;
        let account = store.head().await?.account;
        let item = |(op, row): (Op, Option<Row>)| QueueItem {
            at_ms: row.as_ref().map_or(op.at_ms, |row| row.at_ms),
            fate: fate(&op, row, &account),
            op,
        };
        Ok(store.sent().await?.into_iter().map(item).collect())
    }

    /// Tries a rejected edit again, as a new one on what stands now.
    ///
    /// # Errors
    /// [`Trouble::Store`]; [`Trouble::Problem`] with the code `closed-period` where it is refused here already.
    pub async fn retry(self, op_id: &str) -> Result<(), Trouble> {
        let store = self.workspace.store().ok_or(Trouble::NotLinked)?;
        let found = store.sent().await?.into_iter().find(|(op, _)| op.op_id == op_id);
        let Some((op, _)) = found else { return Ok(()) };
        let mut differs = false;
        let done = self.workspace.act(|records| {
            let change = &op.change;
            let before = records.get(&change.record);
            let mut after = before.cloned().unwrap_or_else(|| Record {
                id: change.record.clone(),
                kind: change.kind,
                scope: change.scope.clone(),
                fields: BTreeMap::new(),
                rev: 0,
            });
            for (field, set) in &change.set {
                after.fields.insert(field.clone(), set.new.clone());
            }
            let again = Change::between(before, &after);
            differs = again.is_some();
            again.into_iter().collect()
        });
        if differs && done.is_none() {
            return Err(Trouble::problem(422, codes::CLOSED_PERIOD));
        }
        self.take_back(&store, &op).await
    }

    /// Puts a rejected edit aside: nobody is reminded of it any more.
    ///
    /// # Errors
    /// [`Trouble::Store`]
    pub async fn withdraw(self, op_id: &str) -> Result<(), Trouble> {
        let store = self.workspace.store().ok_or(Trouble::NotLinked)?;
        let found = store.sent().await?.into_iter().find(|(op, _)| op.op_id == op_id);
        match found {
            Some((op, _)) => self.take_back(&store, &op).await,
            None => Ok(()),
        }
    }

    async fn take_back(self, store: &Store<DeviceDatabase>, op: &Op) -> Result<(), Trouble> {
        if store.take_back(op.seq).await? {
            self.workspace.refresh(Some(vec![op.change.record.clone()])).await;
            self.workspace.nudge();
        }
        if let Some(driver) = self.driver() {
            driver.show_counts().await;
            // What waited behind it on the same record.
            driver.tell(Event::Wanted);
        }
        self.queue_changed.notify();
        Ok(())
    }

    /// The open conflicts, each with its record as it is now. Follow the ledger to see them anew.
    pub fn conflicts(self) -> Vec<Disputed> {
        self.workspace.disputed()
    }

    /// Settles a conflict: the fields take the chosen values (those left out stay as they stand), in one act that is
    /// undone at once.
    pub fn settle(self, conflict: &Conflict, choices: BTreeMap<String, Value>) -> Option<Done> {
        self.end_conflict(conflict, choices, "settled")
    }

    /// Takes back what was proposed: what stands goes on standing.
    pub fn withdraw_proposal(self, conflict: &Conflict) -> Option<Done> {
        self.end_conflict(conflict, BTreeMap::new(), "withdrawn")
    }

    fn end_conflict(self, conflict: &Conflict, choices: BTreeMap<String, Value>, state: &str) -> Option<Done> {
        self.workspace.act(|records| {
            let chosen = records
                .get(&conflict.record)
                .and_then(|record| Change::of_fields(record, choices));
            let state = [("state".to_owned(), Value::from(state))];
            let ended = records
                .get(&Entity::record_id(conflict))
                .and_then(|record| Change::of_fields(record, state));
            chosen.into_iter().chain(ended).collect()
        })
    }
}

fn linked(me: &Me) -> Link {
    let mut link = Link {
        account: me.account.id.clone(),
        name: String::new(),
        role: me.account.role,
        unit: None,
        bloc: String::new(),
        epoch: me.epoch.clone(),
        device: String::new(),
        since_ms: now_ms(),
        sent_ms: None,
        fetched_ms: None,
        compared_ms: None,
    };
    name(&mut link, me);
    link
}

/// What the server says of the account now.
pub(super) fn name(link: &mut Link, me: &Me) {
    if link.account != me.account.id {
        return;
    }
    link.name.clone_from(&me.account.name);
    link.role = me.account.role;
    link.unit.clone_from(&me.account.unit);
    if !me.bloc.is_empty() {
        link.bloc.clone_from(&me.bloc);
    }
}

fn fate(op: &Op, row: Option<Row>, account: &str) -> Fate {
    let Some(row) = row.filter(|row| !row.again) else {
        return if op.author == account {
            Fate::Waiting
        } else {
            Fate::OtherAccount
        };
    };
    match row.answer {
        _ if row.taken_back => Fate::TakenBack,
        Answer {
            problem: Some(problem), ..
        } => Fate::Rejected(problem),
        Answer {
            conflict: Some(conflict),
            ..
        } => Fate::Conflict(Some(conflict)),
        _ => Fate::Accepted,
    }
}
