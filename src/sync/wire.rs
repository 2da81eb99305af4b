//! What is said between a device and a server, as JSON (docs/sync.md says it to people who write another client).
//!
//! Fields that a reader does not know are passed over, so that either side may be newer.

use super::op::Op;
use super::rights::Role;
use crate::model::from_json::FromJson;
use crate::model::id::{RecordId, UnitId};
use crate::model::record::Record;
use serde::Serialize;
use std::collections::BTreeMap;

/// The version of this protocol and of what records hold. A server refuses a newer one, and reads older ones.
pub const SCHEMA: u64 = 1;
/// How many ops one push may hold.
pub const MOST_OPS: usize = 500;
/// How many bytes the body of a push may have.
pub const MOST_BYTES: usize = 1 << 20;
/// How many records an answer holds at most.
pub const MOST_RECORDS: usize = 1_000;
/// How many fields one op may set.
pub const MOST_FIELDS: usize = 2_000;
/// How many bytes a field's value may have, as JSON.
pub const MOST_VALUE_BYTES: usize = 64 << 10;
/// How long acknowledged ops stay on a device, in days, so that they can be pushed again to a server that was restored.
pub const KEPT_DAYS: i64 = 90;

/// How long a session lasts after its last use, in milliseconds: 90 days.
pub const SESSION_MS: i64 = 90 * 24 * 60 * 60 * 1000;
/// The header that names the account which a request is meant for: a session of another one answers 401, so that one
/// person's ops are never sent under another's name.
pub const ACCOUNT_HEADER: &str = "So-Khoi-Account";

/// `POST /api/v1/changes`: ops of one device, in the order of their sequence.
#[derive(Clone, Debug, PartialEq, Serialize, FromJson)]
pub struct Push {
    /// The device's name.
    pub device: String,
    /// The version that it speaks ([`SCHEMA`]).
    pub schema: u64,
    /// The epoch that it knows the server by.
    pub epoch: String,
    /// What was done.
    pub ops: Vec<Op>,
    /// Numbers of this device's sequence that nothing comes of, because what had them was rejected, put aside, or carried by
    /// other ops: so that the server does not miss them. At most [`super::sequence::MOST_GAPS`] runs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub skipped: Vec<Gap>,
}

/// What became of each op of a [`Push`], in the same order. HTTP 200 says only that it was read.
#[derive(Clone, Debug, PartialEq, Serialize, FromJson)]
pub struct Pushed {
    /// The server's epoch.
    pub epoch: String,
    /// An answer for each op.
    pub answers: Vec<Answer>,
    /// Numbers missing in this device's sequence, as the server has seen it: first and last of each gap.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub gaps: Vec<Gap>,
}

/// Numbers of a device's sequence that follow one upon another: those that are missing, or those that nothing comes of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, FromJson)]
pub struct Gap {
    /// The first of them.
    pub first: u64,
    /// The last of them.
    pub last: u64,
}

/// What became of an op.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, FromJson)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// All of it stands.
    Applied,
    /// All of it stands; some of it stood already, because somebody else had said the same.
    Merged,
    /// It was answered before. What became of it then is told again: [`Answer::fate`].
    Duplicate,
    /// Fields of it were changed by somebody else: what is official stands, and the proposal is kept as a conflict.
    Conflict,
    /// None of it stands, and the problem says why.
    Rejected,
}

/// What became of one op.
#[derive(Clone, Debug, PartialEq, Serialize, FromJson)]
pub struct Answer {
    /// Which.
    pub op_id: String,
    /// What.
    pub status: Status,
    /// The record's revision after it; absent for one that was rejected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rev: Option<u64>,
    /// The record of the conflict that keeps the proposal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conflict: Option<RecordId>,
    /// Why it was rejected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub problem: Option<Refusal>,
}

impl Answer {
    /// A rejection.
    pub fn refused(op_id: &str, code: &str, detail: &str) -> Answer {
        Answer {
            op_id: op_id.to_owned(),
            status: Status::Rejected,
            rev: None,
            conflict: None,
            problem: Some(Refusal {
                code: code.to_owned(),
                field: None,
                detail: detail.to_owned(),
                retryable: false,
            }),
        }
    }

    /// The answer to the same op when it comes again. Whoever never read the first one learns from it what became of the op:
    /// its conflict and its problem are told again.
    pub fn again(&self) -> Answer {
        Answer {
            status: Status::Duplicate,
            ..self.clone()
        }
    }

    /// What became of the op, whichever time this is the answer to: `Applied` for all that stands.
    pub fn fate(&self) -> Status {
        match () {
            () if self.problem.is_some() => Status::Rejected,
            () if self.conflict.is_some() => Status::Conflict,
            () => Status::Applied,
        }
    }
}

/// Why an op was rejected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, FromJson)]
pub struct Refusal {
    /// A name that does not change ([`codes`]).
    pub code: String,
    /// The field that it is about, where it is about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// More, for a developer: which period is closed, what was not read.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub detail: String,
    /// Whether the same op may be taken later.
    #[serde(default)]
    pub retryable: bool,
}

/// The names of [`Refusal`]s. One that a client does not know is told by its detail.
pub mod codes {
    /// The account may not write this.
    pub const FORBIDDEN: &str = "forbidden";
    /// The figures of the period are closed. The refusal is final: after the period is opened again a new op is needed.
    pub const CLOSED_PERIOD: &str = "closed-period";
    /// The record would not be what its kind says.
    pub const MALFORMED: &str = "malformed-record";
    /// The op's scope, kind or identifier is not that of the record.
    pub const OTHER_RECORD: &str = "other-record";
    /// Only a server makes conflicts, and only their state is changed.
    pub const NOT_A_STATE: &str = "conflict-state-only";
    /// Too many fields, or a value too long.
    pub const TOO_LARGE: &str = "too-large";
    /// The op sets nothing.
    pub const EMPTY: &str = "empty";
    /// It was the proposal of a conflict on another server. Only a device says so, to itself.
    pub const UNSETTLED: &str = "unsettled";
    /// All of them.
    pub const ALL: [&str; 8] = [
        FORBIDDEN,
        CLOSED_PERIOD,
        MALFORMED,
        OTHER_RECORD,
        NOT_A_STATE,
        TOO_LARGE,
        EMPTY,
        UNSETTLED,
    ];
}

/// The names of the problems with which a server answers a request as a whole (RFC 9457). People are told each of them in
/// their words.
pub const PROBLEMS: [&str; 37] = [
    "account-disabled",
    "bad-name",
    "busy",
    "cross-origin",
    "cursor-gone",
    "epoch-changed",
    "forbidden",
    "internal",
    "invalid",
    "invitation-expired",
    "invitation-unknown",
    "invitation-used",
    "last-admin",
    "method-not-allowed",
    "name-taken",
    "not-found",
    "not-json",
    "not-ready",
    "op-reused",
    "other-account",
    "other-author",
    "other-device",
    "password-long",
    "password-plain",
    "password-short",
    "rate-limited",
    "schema-too-new",
    "signed-out",
    "throttled",
    "timeout",
    "too-large",
    "too-many-invitations",
    "unavailable",
    "unit-not-allowed",
    "unknown-unit",
    "unreadable",
    "wrong-password",
];

/// `GET /api/v1/changes`: the latest state of each record that changed since a cursor.
#[derive(Clone, Debug, PartialEq, Serialize, FromJson)]
pub struct Changes {
    /// The server's epoch.
    pub epoch: String,
    /// Where to go on. It is kept in the same transaction as the records.
    pub cursor: String,
    /// Whether more waits.
    pub more: bool,
    /// What this account may read. When it is another one than before, everything is fetched anew.
    pub scope: String,
    /// The records, removed ones too.
    pub records: Vec<Record>,
}

/// `GET /api/v1/records`: a page of the first load.
#[derive(Clone, Debug, PartialEq, Serialize, FromJson)]
pub struct Page {
    /// The server's epoch.
    pub epoch: String,
    /// From here the changes are asked for when all pages are there.
    pub cursor: String,
    /// What this account may read.
    pub scope: String,
    /// How many records there are in all, for the progress.
    pub total: u64,
    /// The next page; absent for the last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
    /// The records in the order of their identifiers.
    pub records: Vec<Record>,
}

/// `GET /api/v1/digest`: what this account sees, in one line, to compare after all was fetched.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, FromJson)]
pub struct DigestOf {
    /// The server's epoch.
    pub epoch: String,
    /// The cursor of the state that it is of.
    pub cursor: String,
    /// How many records.
    pub records: u64,
    /// Their digest ([`super::digest`]).
    pub digest: String,
}

/// `GET /api/v1/me`: who the session is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, FromJson)]
pub struct Me {
    /// The account.
    pub account: Account,
    /// The bloc's name on the server; empty before its first record.
    #[serde(default)]
    pub bloc: String,
    /// The server's epoch.
    pub epoch: String,
    /// How many records the server has; none: a bloc can be published to it.
    pub records: u64,
    /// The version that the server speaks.
    pub schema: u64,
    /// The server's clock, in milliseconds since 1970, to tell a person whose device's clock is off.
    pub now_ms: i64,
}

/// An account, as its owner and administrators see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, FromJson)]
pub struct Account {
    /// Its identifier.
    pub id: String,
    /// What one signs in by: an office or a post ("vpdu", "chi-bo-bao-tinh"), never a person's name.
    pub name: String,
    /// What it may do.
    pub role: Role,
    /// Whose returns it writes; only of the role `unit`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitId>,
    /// Whether it can sign in no longer.
    #[serde(default)]
    pub disabled: bool,
    /// When it last spoke to the server, in milliseconds since 1970.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen_ms: Option<i64>,
}

/// `POST /api/v1/session`.
#[derive(Clone, PartialEq, Eq, Serialize, FromJson)]
pub struct SignIn {
    /// The account's name.
    pub name: String,
    /// Its password.
    pub password: String,
    /// What the device is called in the list of sessions: "Điện thoại", "Chrome, Windows".
    #[serde(default)]
    pub device_label: String,
}

/// `POST /api/v1/me/password`.
#[derive(Clone, PartialEq, Eq, Serialize, FromJson)]
pub struct NewPassword {
    /// The password so far.
    pub old: String,
    /// The new one.
    pub new: String,
}

/// `POST /api/v1/invitations`: whom to invite.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, FromJson)]
pub struct Invite {
    /// What the account will be called; whoever joins may choose another name.
    #[serde(default)]
    pub name: String,
    /// What it will be allowed.
    pub role: Role,
    /// Whose returns; needed for the role `unit` and for no other.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitId>,
    /// Of an account that is there: a new password for it instead of a new account.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<String>,
}

/// An invitation, as a list shows it, or as whoever opens it sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, FromJson)]
pub struct Invitation {
    /// Its identifier, which opens nothing.
    pub id: String,
    /// The code that opens it; said once, when it is made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// What the account will be called.
    pub name: String,
    /// What it will be allowed.
    pub role: Role,
    /// Whose returns.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitId>,
    /// The unit's name, for whoever is not in yet.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub unit_name: String,
    /// The bloc's name.
    #[serde(default)]
    pub bloc: String,
    /// Until when it can be used, in milliseconds since 1970.
    pub expires_ms: i64,
    /// Whether it makes an account (otherwise it sets a new password).
    pub new_account: bool,
}

/// `POST /api/v1/invitations/{code}`: taking one up. It answers [`Me`] and a session.
#[derive(Clone, PartialEq, Eq, Serialize, FromJson)]
pub struct Join {
    /// What to sign in by from now on.
    pub name: String,
    /// A password of at least [`LEAST_PASSWORD`] characters.
    pub password: String,
    /// What the device is called in the list of sessions.
    #[serde(default)]
    pub device_label: String,
}

/// How many characters a password has at least.
pub const LEAST_PASSWORD: usize = 12;

/// A session in the list of those of an account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, FromJson)]
pub struct SessionOf {
    /// Its identifier, which opens nothing.
    pub id: String,
    /// What the device is called.
    pub device_label: String,
    /// When it began, in milliseconds since 1970.
    pub since_ms: i64,
    /// When it was last used.
    pub seen_ms: i64,
    /// Whether it is the one that asks.
    pub this: bool,
}

/// A device, as the committee sees it: whether it is behind, and whether something of it is missing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, FromJson)]
pub struct Device {
    /// Its name.
    pub id: String,
    /// What it is called.
    pub label: String,
    /// The account that used it last, by name.
    pub account: String,
    /// Whose returns that account writes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitId>,
    /// When it last sent or fetched, in milliseconds since 1970.
    pub seen_ms: i64,
    /// The last number of its sequence.
    pub last_seq: u64,
    /// Numbers missing before it: first and last of each gap.
    #[serde(default)]
    pub gaps: Vec<Gap>,
    /// How many of its ops were rejected in the last 90 days.
    pub rejected: u64,
}

/// One thing that happened to a record, as the audit has it.
#[derive(Clone, Debug, PartialEq, Serialize, FromJson)]
pub struct HistoryLine {
    /// When it came, in milliseconds since 1970, by the server's clock.
    pub at_ms: i64,
    /// The account, by name.
    pub by: String,
    /// The device.
    pub device: String,
    /// The op.
    pub op_id: String,
    /// What became of it.
    pub status: Status,
    /// The fields, each before and after as the device said.
    pub set: BTreeMap<String, super::op::FieldChange>,
}

/// An error of the endpoint (RFC 9457), as a client reads it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, FromJson)]
pub struct ProblemOf {
    /// The HTTP status.
    #[serde(default)]
    pub status: u64,
    /// A name that does not change.
    pub code: String,
    /// The same in words, in English.
    #[serde(default)]
    pub title: String,
    /// The field that it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// Whether the same request may succeed later.
    #[serde(default)]
    pub retryable: bool,
    /// In how many seconds, where the server says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retry_after: Option<u64>,
}
