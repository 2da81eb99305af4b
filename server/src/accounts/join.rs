//! Taking up an invitation. Whoever has the code is let in: it is the secret.

use axum::{
    Json,
    extract::{Path, State},
    http::HeaderMap,
    response::Response,
};
use so_khoi::sync::wire::{Account, Invitation, Join};
use sqlx::AnyConnection;

use super::{
    invitations::{self, Kept},
    names, passwords, people, rows, sessions,
    told::{Deed, tell},
    unfit,
};
use crate::{api::body::Sent, cookie, fault::Fault, peer::Peer, problem::Problem, random, state::App, transaction};

/// `GET /invitations/open/{code}`: what the invitation is for.
///
/// # Errors
/// 404 `invitation-unknown`, 410 `invitation-used` or `invitation-expired`, 429.
pub async fn show(State(app): State<App>, peer: Peer, Path(code): Path<String>) -> Result<Json<Invitation>, Fault> {
    let now_ms = app.clock.now_ms();
    app.tries.code(peer, now_ms)?;
    let mut reading = app.db.reading().await?;
    let kept = invitations::opened(&mut reading, &code, now_ms).await?;
    Ok(Json(invitations::shown(&mut reading, kept).await?))
}

/// `POST /invitations/open/{code}`: makes the account, or sets its password, and signs in. Of two who do it at once, one does.
///
/// # Errors
/// As [`show`]; 409 `name-taken`; 422 for a name or a password.
pub async fn join(
    State(app): State<App>,
    peer: Peer,
    headers: HeaderMap,
    Path(code): Path<String>,
    Sent(asked): Sent<Join>,
) -> Result<Response, Fault> {
    let now_ms = app.clock.now_ms();
    app.tries.code(peer, now_ms)?;
    // Before a hash is made for it.
    let kept = {
        let mut reading = app.db.reading().await?;
        invitations::opened(&mut reading, &code, now_ms).await?
    };
    let name = match names::typed(&asked.name) {
        empty if empty.is_empty() => kept.name,
        name => name,
    };
    if !names::is_name(&name) {
        return Err(Problem::BAD_NAME.of_field("name").into());
    }
    passwords::fit(&asked.password, &name).map_err(|reason| unfit(reason, "password"))?;
    let password = app.passwords.hash(asked.password).await?;
    let old = cookie::token(&headers, peer.is_secure);
    let (token, me) = transaction!(app.db, connection => {
        let kept = invitations::opened(connection, &code, now_ms).await?;
        take(connection, &kept.id, now_ms).await?;
        let account = match &kept.account {
            Some(id) => renew(connection, id, &name, &password).await?,
            None => create(connection, kept, &name, &password, now_ms).await?,
        };
        if let Some(old) = old {
            sessions::end(connection, old).await?;
        }
        let token = sessions::begin(connection, &account.id, &asked.device_label, now_ms).await?;
        Ok((token, rows::me(connection, account, now_ms).await?))
    })?;
    app.metrics.signed_in("joined");
    tell(Deed::Joined, Some(&me.account.id), None);
    Ok(sessions::signed_in(&token, peer, me))
}

/// Marks the invitation as used, if nobody has just done that.
async fn take(connection: &mut AnyConnection, id: &str, now_ms: i64) -> Result<(), Fault> {
    let done = sqlx::query("UPDATE invitations SET used_ms = $1 WHERE id = $2 AND used_ms IS NULL")
        .bind(now_ms)
        .bind(id)
        .execute(connection)
        .await?;
    match done.rows_affected() {
        1 => Ok(()),
        _ => Err(Problem::INVITATION_USED.into()),
    }
}

async fn create(
    connection: &mut AnyConnection,
    kept: Kept,
    name: &str,
    password: &str,
    now_ms: i64,
) -> Result<Account, Fault> {
    people::check_name(connection, name, None).await?;
    let account = Account {
        id: random::id(),
        name: name.to_owned(),
        role: kept.role,
        unit: kept.unit,
        disabled: false,
        seen_ms: Some(now_ms),
    };
    sqlx::query(
        "INSERT INTO accounts (id, name, role, unit, password, created_ms, seen_ms) VALUES ($1, $2, $3, $4, $5, $6, $6)",
    )
    .bind(&account.id)
    .bind(&account.name)
    .bind(account.role.name())
    .bind(account.unit.as_ref().map(|unit| unit.as_str().to_owned()))
    .bind(password)
    .bind(now_ms)
    .execute(connection)
    .await?;
    Ok(account)
}

/// A new password, and the name if it is another one. Whoever was signed in is out.
async fn renew(connection: &mut AnyConnection, id: &str, name: &str, password: &str) -> Result<Account, Fault> {
    let kept = rows::by_id(connection, id).await?.ok_or(Problem::INVITATION_UNKNOWN)?;
    if kept.account.disabled {
        return Err(Problem::ACCOUNT_DISABLED.into());
    }
    people::check_name(connection, name, Some(id)).await?;
    sqlx::query("UPDATE accounts SET name = $1, password = $2 WHERE id = $3")
        .bind(name)
        .bind(password)
        .bind(id)
        .execute(&mut *connection)
        .await?;
    sessions::end_all(connection, id, None).await?;
    Ok(Account {
        name: name.to_owned(),
        ..kept.account
    })
}
