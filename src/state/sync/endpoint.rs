//! The server's routes, a function each. They say what was asked and read what came back; what to make of it is for others.

use super::farewell;
use crate::model::from_json::{self, FromJson, JsonError};
use crate::model::id::{RecordId, UnitId};
use crate::platform::http::{self, Answered, Asked, Fault};
use crate::store::error::StoreError;
use crate::sync::engine::{Reply, Request};
use crate::sync::rights::Role;
use crate::sync::wire::{
    ACCOUNT_HEADER, Account, Device, HistoryLine, Invitation, Invite, Join, Me, NewPassword, ProblemOf, SessionOf,
    SignIn,
};
use serde::Serialize;
use serde_json::Value;

/// Why something with a server did not come about. What is on the device is as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The server cannot be reached, or did not answer in time.
    Unreachable,
    /// This address has no server behind it that speaks the protocol: the app is served as files only.
    NoServer,
    /// The server answered with a problem ([`ProblemOf::code`]).
    Problem(ProblemOf),
    /// The server's answer cannot be read: it is newer, or something between changed it.
    Unreadable(String),
    /// The workspace is linked to another account.
    OtherAccount,
    /// No workspace is open, or the open one has no server.
    NotLinked,
    /// The device could not store it.
    Store(StoreError),
}

impl Trouble {
    /// The server's code, where it gave one.
    pub fn code(&self) -> Option<&str> {
        match self {
            Trouble::Problem(problem) => Some(&problem.code),
            _ => None,
        }
    }

    /// A problem that the driver found.
    pub(super) fn problem(status: u64, code: &str) -> Trouble {
        Trouble::Problem(ProblemOf {
            status,
            code: code.to_owned(),
            title: String::new(),
            field: None,
            retryable: status >= 500,
            retry_after: None,
        })
    }

    /// Whether there is no session (any more).
    pub fn is_signed_out(&self) -> bool {
        matches!(self, Trouble::Problem(problem) if problem.status == 401)
    }
}

impl From<StoreError> for Trouble {
    fn from(error: StoreError) -> Trouble {
        Trouble::Store(error)
    }
}

impl From<Fault> for Trouble {
    fn from(_: Fault) -> Trouble {
        Trouble::Unreachable
    }
}

const BASE: &str = "/api/v1";

/// `POST /session`. A session that was left here is ended before.
///
/// # Errors
/// [`Trouble`]
pub async fn sign_in(given: &SignIn) -> Result<Me, Trouble> {
    farewell::pay().await?;
    read(call("POST", "/session", body(given)?, None).await?)
}

/// `DELETE /session`
///
/// # Errors
/// [`Trouble`]
pub async fn sign_out() -> Result<(), Trouble> {
    call("DELETE", "/session", None, None).await.map(drop)
}

/// `GET /me`
///
/// # Errors
/// [`Trouble`]
pub async fn me() -> Result<Me, Trouble> {
    read(call("GET", "/me", None, None).await?)
}

/// `POST /me/password`
///
/// # Errors
/// [`Trouble`]
pub async fn change_password(given: &NewPassword) -> Result<(), Trouble> {
    call("POST", "/me/password", body(given)?, None).await.map(drop)
}

/// `GET /sessions`: those of this account.
///
/// # Errors
/// [`Trouble`]
pub async fn sessions() -> Result<Vec<SessionOf>, Trouble> {
    read(call("GET", "/sessions", None, None).await?)
}

/// `DELETE /sessions/{id}`
///
/// # Errors
/// [`Trouble`]
pub async fn end_session(id: &str) -> Result<(), Trouble> {
    let path = format!("/sessions/{}", encoded(id));
    call("DELETE", &path, None, None).await.map(drop)
}

/// `DELETE /sessions`: everywhere, here too.
///
/// # Errors
/// [`Trouble`]
pub async fn end_all_sessions() -> Result<(), Trouble> {
    call("DELETE", "/sessions", None, None).await.map(drop)
}

/// `GET /accounts`
///
/// # Errors
/// [`Trouble`]
pub async fn accounts() -> Result<Vec<Account>, Trouble> {
    read(call("GET", "/accounts", None, None).await?)
}

/// What changes of an account; what is left out stays.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct AccountChange {
    /// What it is called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What it may do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// Whose returns it writes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitId>,
    /// Whether it can sign in no longer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub disabled: Option<bool>,
}

/// `PATCH /accounts/{id}`
///
/// # Errors
/// [`Trouble`]
pub async fn change_account(id: &str, change: &AccountChange) -> Result<(), Trouble> {
    let path = format!("/accounts/{}", encoded(id));
    call("PATCH", &path, body(change)?, None).await.map(drop)
}

/// `GET /invitations`
///
/// # Errors
/// [`Trouble`]
pub async fn invitations() -> Result<Vec<Invitation>, Trouble> {
    read(call("GET", "/invitations", None, None).await?)
}

/// `POST /invitations`: the code is in the answer, and nowhere later.
///
/// # Errors
/// [`Trouble`]
pub async fn invite(given: &Invite) -> Result<Invitation, Trouble> {
    read(call("POST", "/invitations", body(given)?, None).await?)
}

/// `DELETE /invitations/{id}`
///
/// # Errors
/// [`Trouble`]
pub async fn withdraw_invitation(id: &str) -> Result<(), Trouble> {
    let path = format!("/invitations/{}", encoded(id));
    call("DELETE", &path, None, None).await.map(drop)
}

/// `GET /invitations/open/{code}`: what it is for, without a session.
///
/// # Errors
/// [`Trouble`]
pub async fn open_invitation(code: &str) -> Result<Invitation, Trouble> {
    let path = format!("/invitations/open/{}", encoded(code));
    read(call("GET", &path, None, None).await?)
}

/// `POST /invitations/open/{code}`: takes it up; from then on there is a session. One that was left here is ended before.
///
/// # Errors
/// [`Trouble`]
pub async fn take_up_invitation(code: &str, given: &Join) -> Result<Me, Trouble> {
    farewell::pay().await?;
    let path = format!("/invitations/open/{}", encoded(code));
    read(call("POST", &path, body(given)?, None).await?)
}

/// What the engine asks, as it is: whatever came back, and its tag.
///
/// # Errors
/// [`Fault`]
pub async fn carry(account: &str, request: &Request, etag: Option<&str>) -> Result<(Reply, Option<String>), Fault> {
    let (method, path) = request.line();
    let path = format!("{BASE}{path}");
    let mut headers = vec![(ACCOUNT_HEADER, account.to_owned())];
    headers.extend(etag.map(|etag| ("If-None-Match", etag.to_owned())));
    let asked = Asked {
        method,
        path: &path,
        body: request.body().and_then(|body| String::from_utf8(body).ok()),
        headers,
    };
    let answered = http::ask(asked).await?;
    let reply = Reply {
        status: answered.status,
        body: answered.body.into_bytes(),
        retry_after: answered.retry_after,
    };
    Ok((reply, answered.etag))
}

/// `GET /records/{id}/history`
///
/// # Errors
/// [`Trouble`]
pub async fn history(account: &str, record: &RecordId) -> Result<Vec<HistoryLine>, Trouble> {
    let path = format!("/records/{}/history", encoded(record.as_str()));
    read(call("GET", &path, None, Some(account)).await?)
}

/// `GET /devices`
///
/// # Errors
/// [`Trouble`]
pub async fn devices(account: &str) -> Result<Vec<Device>, Trouble> {
    read(call("GET", "/devices", None, Some(account)).await?)
}

fn body(given: &impl Serialize) -> Result<Option<String>, Trouble> {
    serde_json::to_string(given)
        .map(Some)
        .map_err(|error| Trouble::Unreadable(error.to_string()))
}

async fn call(method: &str, path: &str, body: Option<String>, account: Option<&str>) -> Result<Answered, Trouble> {
    let path = format!("{BASE}{path}");
    let headers = account.map(|account| (ACCOUNT_HEADER, account.to_owned()));
    let asked = Asked {
        method,
        path: &path,
        body,
        headers: headers.into_iter().collect(),
    };
    checked(http::ask(asked).await?)
}

/// The answer, if it is none of the problems.
fn checked(answered: Answered) -> Result<Answered, Trouble> {
    let json = answered.content_type.contains("json");
    match answered.status {
        // A host of files answers what it does not know with its own page.
        200..=299 if json || answered.body.is_empty() => Ok(answered),
        200..=299 | 404 | 405 | 501 if !json => Err(Trouble::NoServer),
        _ => Err(problem(&answered)),
    }
}

fn problem(answered: &Answered) -> Trouble {
    let mut problem: ProblemOf = from_json::read(answered.body.as_bytes()).unwrap_or_else(|_| ProblemOf {
        status: 0,
        code: "unknown".to_owned(),
        title: String::new(),
        field: None,
        // What stands before the server, not the server, answers without a problem of its own.
        retryable: answered.status >= 500 || answered.status == 429,
        retry_after: None,
    });
    problem.status = answered.status.into();
    problem.retry_after = problem.retry_after.or(answered.retry_after);
    Trouble::Problem(problem)
}

fn read<T: FromJson>(answered: Answered) -> Result<T, Trouble> {
    let unreadable = |error: JsonError| Trouble::Unreadable(error.to_string());
    let value: Value =
        serde_json::from_slice(answered.body.as_bytes()).map_err(|error| unreadable(JsonError::from(error)))?;
    T::from_json(&value).map_err(unreadable)
}

fn encoded(text: &str) -> String {
    js_sys::encode_uri_component(text).into()
}
