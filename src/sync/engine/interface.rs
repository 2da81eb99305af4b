//! What the engine is told, and what it asks for.

use crate::model::id::RecordId;
use crate::sync::op::Op;
use crate::sync::wire::{Answer, Changes, Gap, Page, Push};
use serde::Serialize;
use std::collections::BTreeMap;

/// What happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// There is reason to send or to ask: an edit, the window came to the front, the server's number is due again.
    Wanted,
    /// A person pressed the button: what is being waited for is not waited for any longer.
    Pressed,
    /// The device is online again, or not any more, as far as it knows.
    Online(bool),
    /// Somebody signed in to the linked account.
    SignedIn,
    /// Answers [`Effect::Read`].
    Stock(Stock),
    /// Answers [`Effect::ReadOps`]: unanswered ops above that number, in the order of their sequence, not more than
    /// [`super::MOST_READ`]. None: there are no more.
    Ops(Vec<Op>),
    /// Answers [`Effect::Send`], whatever the status is.
    Replied(Reply),
    /// Answers [`Effect::Send`]: nothing came, or not in time. The server may have got it all the same.
    Unreachable,
    /// Answers [`Effect::Write`]: the transaction is complete on the device.
    Written,
    /// Answers [`Effect::Read`], [`Effect::ReadOps`], [`Effect::Write`] or [`Effect::Sum`]: the store failed, and nothing of it
    /// was written.
    StoreFailed,
    /// Answers [`Effect::Sum`].
    Summed(Option<Sum>),
    /// Answers [`Effect::Wait`]: the time is over.
    Waited(u64),
}

/// What is to be done. Of the effects that are answered by an event one is under way at a time.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Read how the workspace stands: [`Event::Stock`].
    Read,
    /// Read unanswered ops: [`Event::Ops`].
    ReadOps {
        /// Those of a higher `seq`.
        after: u64,
    },
    /// Ask the server: [`Event::Replied`] or [`Event::Unreachable`].
    Send(Request),
    /// Write in one transaction: [`Event::Written`] or [`Event::StoreFailed`].
    Write(Write),
    /// Make the digest of what the server is known to hold: [`Event::Summed`].
    Sum,
    /// Come back later: [`Event::Waited`] with this number. An earlier wait counts no longer.
    Wait {
        /// Its number.
        no: u64,
        /// Milliseconds.
        ms: u64,
    },
    /// Show how it goes.
    Show(Phase),
    /// A round is over, all was sent and fetched.
    Done(Round),
}

/// How the workspace stands, as far as the engine asks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stock {
    /// The device's name for the server.
    pub device: String,
    /// The account that the workspace is linked to. Only ops of this author are sent.
    pub account: String,
    /// The epoch that the server is known by; `None` before it was ever heard.
    pub epoch: Option<String>,
    /// How far changes were read; `None` where everything has to be loaded.
    pub cursor: Option<String>,
    /// What the account could read when that was loaded.
    pub scope: Option<String>,
    /// The next page of a load that was begun: [`Page::next`] of the last page that was kept.
    pub loading: Option<Loading>,
    /// For each record of which an op was rejected and is not settled by anybody yet: that op's `seq`, the lowest where there
    /// are several. Later ops on the record wait.
    pub blocked: BTreeMap<RecordId, u64>,
    /// Numbers of the device's sequence that nothing comes of ([`Push::skipped`]), those of all rejected ops among them.
    pub skipped: Vec<Gap>,
    /// Whether it is time to compare digests: once a day or so.
    pub digest_due: bool,
}

/// A load that was begun.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loading {
    /// The next page.
    pub next: String,
    /// How many records are kept of it.
    pub records: u64,
    /// What the account may read, as its pages said.
    pub scope: String,
}

/// What the server is asked. The account is named in a header ([`crate::sync::wire::ACCOUNT_HEADER`]).
#[derive(Clone, Debug, PartialEq)]
pub enum Request {
    /// `GET /me`
    Me,
    /// `POST /changes`
    Push(Push),
    /// `GET /changes?since=`
    Changes {
        /// The cursor.
        since: String,
    },
    /// `GET /records?page=`
    Records {
        /// The page; the first when absent.
        page: Option<String>,
    },
    /// `GET /digest`
    Digest,
}

impl Request {
    /// The method, and the address behind `/api/v1`. What cursors and pages are made of needs no escaping.
    pub fn line(&self) -> (&'static str, String) {
        match self {
            Request::Me => ("GET", "/me".to_owned()),
            Request::Push(_) => ("POST", "/changes".to_owned()),
            Request::Changes { since } => ("GET", format!("/changes?since={since}")),
            Request::Records { page: None } => ("GET", "/records".to_owned()),
            Request::Records { page: Some(page) } => ("GET", format!("/records?page={page}")),
            Request::Digest => ("GET", "/digest".to_owned()),
        }
    }

    /// The body.
    pub fn body(&self) -> Option<Vec<u8>> {
        match self {
            // It is of numbers, texts and JSON values: writing it cannot fail.
            Request::Push(push) => Some(json(push)),
            _ => None,
        }
    }
}

pub(super) fn json(thing: &impl Serialize) -> Vec<u8> {
    serde_json::to_vec(thing).unwrap_or_default()
}

/// What the server answered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reply {
    /// The HTTP status.
    pub status: u16,
    /// The body.
    pub body: Vec<u8>,
    /// `Retry-After`, in seconds.
    pub retry_after: Option<u64>,
}

/// What is to be kept, each in one transaction.
#[derive(Clone, Debug, PartialEq)]
pub enum Write {
    /// The server's epoch, heard for the first time.
    Begin {
        /// It.
        epoch: String,
    },
    /// What became of ops. All of them are answered from now on. Of those that stand, the values are the server's too; of a
    /// conflict, what the server sends next stands; of a rejected one ([`Answer::fate`]) the values are taken back where
    /// they still are as it left them, and its record is blocked until a person settles it.
    Answers {
        /// One for each op.
        answers: Vec<Answer>,
        /// Numbers of this device that the server misses.
        gaps: Vec<Gap>,
    },
    /// Changes, with their cursor. Records without fields are gone. Unanswered ops stay on top.
    Changes(Changes),
    /// A page of a load, beside what is shown. The first one (`first`) forgets pages of an earlier load. With the last one,
    /// which has no [`Page::next`], the pages take the place of all records, with their cursor, epoch and scope. Unanswered
    /// ops stay on top.
    Page {
        /// Whether it is the first.
        first: bool,
        /// It.
        page: Page,
    },
    /// The cursor is no good any more: everything is to be loaded. What is shown stays until it is there.
    Forget,
    /// The server was restored from a backup. From now on this is its epoch, the cursor is no good any more, and all ops that
    /// were acknowledged and are still kept (90 days) count as unanswered, except the rejected ones.
    Replay {
        /// The new epoch.
        epoch: String,
    },
}

/// The digest of what the server is known to hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sum {
    /// The cursor of that state.
    pub cursor: String,
    /// How many records.
    pub records: u64,
    /// [`crate::sync::digest::Digest::text`]
    pub digest: String,
}

/// How it goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Ops are being sent.
    Sending,
    /// Changes are being fetched.
    Fetching,
    /// Everything is being loaded.
    Loading {
        /// Records that are there.
        done: u64,
        /// Records in all; 0 while that is not known.
        total: u64,
    },
    /// The device is not online.
    Offline,
    /// Something did not work; it is tried again by itself after so many milliseconds.
    Waiting {
        /// Why.
        why: Trouble,
        /// How long.
        ms: u64,
    },
    /// Nobody is signed in, or somebody else. Everything is kept; it goes on after [`Event::SignedIn`].
    SignedOut {
        /// Whether it is another account's session.
        other: bool,
    },
    /// Somebody has to do something about it. It is tried again rarely, and by [`Event::Pressed`].
    Stopped(Trouble),
}

/// What did not work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The server was not reached.
    Unreachable,
    /// The server asked to wait, or failed.
    Busy,
    /// What came is not what a server of this kind says: a network that wants a password first, or a newer server.
    Unreadable,
    /// The device's own store failed.
    Store,
    /// The server is older than this app and does not read what it writes.
    OlderServer,
    /// The server refuses, with this code.
    Refused(String),
    /// What the server says never comes to rest: a new epoch, a lost cursor or another digest each time.
    Restless,
}

/// What a round did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Round {
    /// Ops that were answered.
    pub answered: u64,
    /// Of these, in conflict.
    pub conflicts: u64,
    /// Of these, rejected.
    pub rejected: u64,
    /// Ops that wait behind a rejected one.
    pub blocked: u64,
    /// Ops of another author, which wait for their own account.
    pub foreign: u64,
    /// Records that were fetched.
    pub fetched: u64,
    /// Whether everything was loaded.
    pub loaded: bool,
    /// Whether digests were compared, and were the same at last.
    pub compared: bool,
    /// Whether they differed, so that everything had to be loaded.
    pub differed: bool,
}
