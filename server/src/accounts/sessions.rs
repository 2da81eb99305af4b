//! Where an account is signed in.

use axum::{
    Json,
    extract::{Path, State},
    http::{StatusCode, header},
    response::{AppendHeaders, IntoResponse, Response},
};
use so_khoi::sync::wire::{SESSION_MS, SessionOf};
use sqlx::{AnyConnection, Row};

use super::{
    label,
    told::{Deed, tell},
};
use crate::{
    auth::Signed,
    cookie,
    fault::Fault,
    peer::Peer,
    problem::Problem,
    random,
    state::{App, Shared},
    transaction,
};

/// How long a session lasts after its last use.
pub const LASTING_MS: i64 = SESSION_MS;
/// The same in seconds, for the cookie.
pub const LASTING_SECONDS: i64 = LASTING_MS / 1000;
/// How exactly the last use is known: a write for every request would be too many.
const EXACTNESS_MS: i64 = 10 * 60 * 1000;
/// How many sessions one account has; a new one ends the oldest.
const MOST: i64 = 100;

/// Begins a session and returns its token, which is not kept.
///
/// # Errors
/// When the database does not answer.
pub async fn begin(
    connection: &mut AnyConnection,
    account: &str,
    device_label: &str,
    now_ms: i64,
) -> Result<String, Fault> {
    let token = random::token();
    sqlx::query(
        "INSERT INTO sessions (id, token_hash, account, device_label, since_ms, seen_ms, expires_ms)
         VALUES ($1, $2, $3, $4, $5, $5, $6)",
    )
    .bind(random::id())
    .bind(random::hash(&token))
    .bind(account)
    .bind(label(device_label))
    .bind(now_ms)
    .bind(now_ms.saturating_add(LASTING_MS))
    .execute(&mut *connection)
    .await?;
    sqlx::query("UPDATE accounts SET seen_ms = $1 WHERE id = $2")
        .bind(now_ms)
        .bind(account)
        .execute(&mut *connection)
        .await?;
    sqlx::query(
        "DELETE FROM sessions WHERE account = $1 AND (expires_ms <= $2 OR id IN
         (SELECT id FROM sessions WHERE account = $1 ORDER BY seen_ms DESC, since_ms DESC LIMIT 1000 OFFSET $3))",
    )
    .bind(account)
    .bind(now_ms)
    .bind(MOST)
    .execute(connection)
    .await?;
    Ok(token)
}

/// Notes that a session is used, unless that was noted a moment ago. Returns whether it was: then the browser is to keep its cookie longer.
///
/// # Errors
/// When the database does not answer.
pub async fn keep(app: &Shared, signed: &Signed) -> Result<bool, Fault> {
    let now_ms = app.clock.now_ms();
    if now_ms.saturating_sub(signed.seen_ms) < EXACTNESS_MS {
        return Ok(false);
    }
    transaction!(app.db, connection => {
        sqlx::query("UPDATE sessions SET seen_ms = $1, expires_ms = $2 WHERE id = $3")
            .bind(now_ms)
            .bind(now_ms.saturating_add(LASTING_MS))
            .bind(&signed.session)
            .execute(&mut *connection)
            .await?;
        sqlx::query("UPDATE accounts SET seen_ms = $1 WHERE id = $2")
            .bind(now_ms)
            .bind(&signed.actor.account)
            .execute(connection)
            .await?;
        Ok(())
    })?;
    Ok(true)
}

/// Ends the sessions of an account, all of them or all but one.
///
/// # Errors
/// When the database does not answer.
pub async fn end_all(connection: &mut AnyConnection, account: &str, but: Option<&str>) -> Result<(), Fault> {
    sqlx::query("DELETE FROM sessions WHERE account = $1 AND id <> $2")
        .bind(account)
        .bind(but.unwrap_or_default())
        .execute(connection)
        .await?;
    Ok(())
}

/// Ends the session of a token, where there is one.
///
/// # Errors
/// When the database does not answer.
pub async fn end(connection: &mut AnyConnection, token: &str) -> Result<(), Fault> {
    sqlx::query("DELETE FROM sessions WHERE token_hash = $1")
        .bind(random::hash(token))
        .execute(connection)
        .await?;
    Ok(())
}

/// `GET /sessions`: where one is signed in oneself.
///
/// # Errors
/// When the database does not answer.
pub async fn list(State(app): State<App>, signed: Signed) -> Result<Json<Vec<SessionOf>>, Fault> {
    let mut reading = app.db.reading().await?;
    let rows = sqlx::query(
        "SELECT id, device_label, since_ms, seen_ms FROM sessions
         WHERE account = $1 AND expires_ms > $2 ORDER BY seen_ms DESC, id",
    )
    .bind(&signed.actor.account)
    .bind(app.clock.now_ms())
    .fetch_all(&mut *reading)
    .await?;
    let sessions = rows.iter().map(|row| {
        let id: String = row.try_get(0)?;
        Ok(SessionOf {
            this: id == signed.session,
            id,
            device_label: row.try_get(1)?,
            since_ms: row.try_get(2)?,
            seen_ms: row.try_get(3)?,
        })
    });
    Ok(Json(sessions.collect::<Result<_, sqlx::Error>>()?))
}

/// `DELETE /sessions/{id}`: ends one of one's own.
///
/// # Errors
/// 404 where it is not one's own.
pub async fn remove(
    State(app): State<App>,
    signed: Signed,
    peer: Peer,
    Path(id): Path<String>,
) -> Result<Response, Fault> {
    let done = transaction!(app.db, connection => {
        let done = sqlx::query("DELETE FROM sessions WHERE id = $1 AND account = $2")
            .bind(&id)
            .bind(&signed.actor.account)
            .execute(connection)
            .await?;
        Ok(done.rows_affected())
    })?;
    if done > 0 {
        tell(Deed::SignedOut, Some(&signed.actor.account), None);
    }
    match done {
        0 => Err(Problem::NOT_FOUND.into()),
        _ if id == signed.session => Ok(signed_out(peer)),
        _ => Ok(StatusCode::NO_CONTENT.into_response()),
    }
}

/// `DELETE /sessions`: ends them all, this one too.
///
/// # Errors
/// When the database does not answer.
pub async fn remove_all(State(app): State<App>, signed: Signed, peer: Peer) -> Result<Response, Fault> {
    transaction!(app.db, connection => end_all(connection, &signed.actor.account, None).await)?;
    tell(Deed::SignedOutEverywhere, Some(&signed.actor.account), None);
    Ok(signed_out(peer))
}

/// The answer to whoever is signed out now.
pub fn signed_out(peer: Peer) -> Response {
    let cookie = AppendHeaders([(header::SET_COOKIE, cookie::clear(peer.is_secure))]);
    (StatusCode::NO_CONTENT, cookie).into_response()
}

/// The answer to whoever is signed in now.
pub fn signed_in(token: &str, peer: Peer, body: impl serde::Serialize) -> Response {
    let cookie = AppendHeaders([(header::SET_COOKIE, cookie::set(token, LASTING_SECONDS, peer.is_secure))]);
    (cookie, Json(body)).into_response()
}
