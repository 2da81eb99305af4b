//! Who asks: the account of the session that the cookie names, and whether it may ask that.

use std::collections::{BTreeMap, BTreeSet};

use axum::{
    extract::{FromRequestParts, OptionalFromRequestParts, Request, State},
    http::{HeaderValue, header, request::Parts},
    middleware::Next,
    response::Response,
};
use so_khoi::{
    model::id::UnitId,
    sync::{
        rights::{Actor, Role},
        wire::{self, ACCOUNT_HEADER},
    },
};
use sqlx::{AnyConnection, AssertSqlSafe, Row, any::AnyRow};

use crate::{
    accounts::sessions,
    api::{body, endpoint::Who, guard},
    cookie,
    db::Dialect,
    fault::Fault,
    peer::Peer,
    problem::Problem,
    random,
    state::App,
};

/// Who is signed in.
#[derive(Debug, Clone)]
pub struct Signed {
    /// The account, as rights ask of it.
    pub actor: Actor,
    /// The session's identifier, which opens nothing.
    pub session: String,
    /// What its device is called.
    pub device_label: String,
    /// When the session was last known to be used, in milliseconds since 1970.
    pub seen_ms: i64,
}

impl FromRequestParts<App> for Signed {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Fault> {
        if let Some(signed) = parts.extensions.get::<Signed>() {
            return Ok(signed.clone());
        }
        let peer = Peer::in_parts(parts, app);
        let token = cookie::token(&parts.headers, peer.is_secure).ok_or(Problem::SIGNED_OUT)?;
        let signed = find(app, token).await?.ok_or(Problem::SIGNED_OUT)?;
        let meant = parts.headers.get(ACCOUNT_HEADER);
        if meant.is_some_and(|meant| meant.as_bytes() != signed.actor.account.as_bytes()) {
            return Err(Problem::OTHER_ACCOUNT.into());
        }
        Ok(signed)
    }
}

impl OptionalFromRequestParts<App> for Signed {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Option<Self>, Fault> {
        match <Self as FromRequestParts<App>>::from_request_parts(parts, app).await {
            Ok(signed) => Ok(Some(signed)),
            Err(Fault::Problem(_)) => Ok(None),
            Err(fault) => Err(fault),
        }
    }
}

/// Lets through who may ask, and keeps the session of whoever uses it. It stands before every endpoint.
///
/// # Errors
/// 401 without a session, 403 where the role is another.
pub async fn admit(State((app, who)): State<(App, Who)>, request: Request, next: Next) -> Result<Response, Fault> {
    if who == Who::Anyone {
        return Ok(next.run(request).await);
    }
    let (mut parts, mut body) = request.into_parts();
    let mut signed = admitted(&mut parts, &app, who).await?;
    if !parts.method.is_safe() {
        // A body may take a minute and a half to come. Whoever lost a right meanwhile does not use it by what he began before.
        body = body::whole(body, wire::MOST_BYTES, guard::PATIENCE).await?.into();
        signed = admitted(&mut parts, &app, who).await?;
    }
    let peer = Peer::in_parts(&parts, &app);
    let token = cookie::token(&parts.headers, peer.is_secure)
        .unwrap_or_default()
        .to_owned();
    let is_kept = sessions::keep(&app, &signed).await?;
    parts.extensions.insert(signed);
    let mut response = next.run(Request::from_parts(parts, body)).await;
    // Signing out takes the cookie away: then it is not given again.
    if is_kept && !response.headers().contains_key(header::SET_COOKIE) {
        let line = cookie::set(&token, sessions::LASTING_SECONDS, peer.is_secure);
        if let Ok(line) = HeaderValue::from_str(&line) {
            response.headers_mut().insert(header::SET_COOKIE, line);
        }
    }
    Ok(response)
}

async fn admitted(parts: &mut Parts, app: &App, who: Who) -> Result<Signed, Fault> {
    let signed = <Signed as FromRequestParts<App>>::from_request_parts(parts, app).await?;
    match who.admits(signed.actor.role) {
        true => Ok(signed),
        false => Err(Problem::FORBIDDEN.into()),
    }
}

/// Whose sessions they are, where the account is not disabled. What names them, and when they last, is still to be said.
const SESSIONS: &str = "SELECT sessions.id, accounts.id, accounts.name, accounts.role, accounts.unit, sessions.seen_ms, sessions.device_label
     FROM sessions JOIN accounts ON accounts.id = sessions.account
     WHERE accounts.disabled = 0 AND ";

async fn find(app: &App, token: &str) -> Result<Option<Signed>, Fault> {
    let mut reading = app.db.one_read().await?;
    let row = sqlx::query(AssertSqlSafe(format!(
        "{SESSIONS}sessions.token_hash = $1 AND sessions.expires_ms > $2"
    )))
    .bind(random::hash(token))
    .bind(app.clock.now_ms())
    .fetch_optional(&mut *reading)
    .await?;
    row.as_ref().map(of_row).transpose()
}

/// The same session in a transaction that writes: what it may do now, which stays so until the transaction ends. A transaction may have waited
/// for others, and among them may be one that took a right away.
///
/// # Errors
/// 401 where the session ended meanwhile, or the account was disabled.
pub async fn still(
    connection: &mut AnyConnection,
    dialect: Dialect,
    signed: &Signed,
    now_ms: i64,
) -> Result<Signed, Fault> {
    let mut found = all_still(connection, dialect, [signed], now_ms).await?;
    Ok(found.remove(&signed.session).ok_or(Problem::SIGNED_OUT)?)
}

/// Several sessions, those that are still good, by their identifiers.
///
/// # Errors
/// What the database says.
pub async fn all_still<'s>(
    connection: &mut AnyConnection,
    dialect: Dialect,
    signed: impl IntoIterator<Item = &'s Signed>,
    now_ms: i64,
) -> Result<BTreeMap<String, Signed>, Fault> {
    let ids: BTreeSet<&str> = signed.into_iter().map(|signed| signed.session.as_str()).collect();
    let (now, list) = (dialect.places(1, 1, 1), dialect.places(2, 1, ids.len()));
    let sql = format!(
        "{SESSIONS}sessions.expires_ms > {now} AND sessions.id IN {list}{}",
        dialect.for_share()
    );
    let mut query = sqlx::query(AssertSqlSafe(sql)).persistent(ids.len() == 1).bind(now_ms);
    for id in ids {
        query = query.bind(id);
    }
    let found = query.fetch_all(connection).await?;
    let found = found
        .iter()
        .map(of_row)
        .map(|signed| signed.map(|signed| (signed.session.clone(), signed)));
    found.collect()
}

fn of_row(row: &AnyRow) -> Result<Signed, Fault> {
    let role: String = row.try_get(3)?;
    let unit: Option<String> = row.try_get(4)?;
    Ok(Signed {
        session: row.try_get(0)?,
        actor: Actor {
            account: row.try_get(1)?,
            name: row.try_get(2)?,
            role: Role::named(&role).ok_or(Fault::Damaged(role))?,
            unit: unit.map(UnitId::new),
        },
        seen_ms: row.try_get(5)?,
        device_label: row.try_get(6)?,
    })
}
