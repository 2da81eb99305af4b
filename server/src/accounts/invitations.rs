//! Invitations: a link that makes one account, or sets one account's password anew. It works once, within 14 days, and only its hash is kept.

use axum::{
    Json,
    extract::{Path, State},
    http::StatusCode,
};
use so_khoi::{
    model::id::UnitId,
    sync::{
        rights::Role,
        wire::{Invitation, Invite},
    },
};
use sqlx::{AnyConnection, Row, any::AnyRow};

use super::{
    names, people, rows,
    told::{Deed, tell},
};
use crate::{
    api::body::Sent, auth::Signed, clock::DAY_MS, fault::Fault, problem::Problem, random, state::App, transaction,
};

/// How long an invitation can be used.
pub const LASTING_MS: i64 = 14 * DAY_MS;
/// How long one that was used is remembered, so that whoever comes second learns that somebody came first.
const REMEMBERED_MS: i64 = 90 * DAY_MS;
/// How many may be open at a time.
const MOST: i64 = 2_000;

/// An invitation as it is kept.
#[derive(Debug)]
pub struct Kept {
    /// Its identifier.
    pub id: String,
    /// What the account will be called; may be empty.
    pub name: String,
    /// What it will be allowed.
    pub role: Role,
    /// Whose returns.
    pub unit: Option<UnitId>,
    /// The account whose password it sets; `None` where it makes one.
    pub account: Option<String>,
    /// Until when it can be used.
    pub expires_ms: i64,
    /// When it was used.
    pub used_ms: Option<i64>,
}

/// What a new invitation is for.
#[derive(Debug)]
pub struct New<'a> {
    /// What the account will be called; may be empty.
    pub name: &'a str,
    /// What it will be allowed.
    pub role: Role,
    /// Whose returns.
    pub unit: Option<&'a UnitId>,
    /// The account whose password it sets.
    pub account: Option<&'a str>,
    /// The account that invites; empty for the program itself.
    pub made_by: &'a str,
}

/// Whether one with a role may invite another with a role.
pub fn may_invite(who: Role, whom: Role) -> bool {
    match who {
        Role::Admin => true,
        Role::Editor => matches!(whom, Role::Unit | Role::Viewer),
        Role::Viewer | Role::Unit => false,
    }
}

/// Makes an invitation; returns its identifier and its code, which is not kept.
///
/// # Errors
/// When the database does not answer.
pub async fn make(connection: &mut AnyConnection, new: New<'_>, now_ms: i64) -> Result<(String, String), Fault> {
    let (id, code) = (random::id(), random::token());
    sqlx::query("DELETE FROM invitations WHERE expires_ms < $1")
        .bind(now_ms.saturating_sub(REMEMBERED_MS))
        .execute(&mut *connection)
        .await?;
    sqlx::query(
        "INSERT INTO invitations (id, code_hash, name, role, unit, account, made_by, expires_ms)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(&id)
    .bind(random::hash(&code))
    .bind(new.name)
    .bind(new.role.name())
    .bind(new.unit.map(|unit| unit.as_str().to_owned()))
    .bind(new.account)
    .bind(new.made_by)
    .bind(now_ms.saturating_add(LASTING_MS))
    .execute(connection)
    .await?;
    Ok((id, code))
}

/// Takes away what an account has made and nobody has used.
///
/// # Errors
/// When the database does not answer.
pub async fn withdraw_of(connection: &mut AnyConnection, account: &str) -> Result<(), Fault> {
    sqlx::query("DELETE FROM invitations WHERE used_ms IS NULL AND (made_by = $1 OR account = $1)")
        .bind(account)
        .execute(connection)
        .await?;
    Ok(())
}

const COLUMNS: &str = "SELECT id, name, role, unit, account, expires_ms, used_ms FROM invitations";

/// The invitation that a code opens.
///
/// # Errors
/// 404 `invitation-unknown`, 410 `invitation-used`, 410 `invitation-expired`.
pub async fn opened(connection: &mut AnyConnection, code: &str, now_ms: i64) -> Result<Kept, Fault> {
    let sql = format!("{COLUMNS} WHERE code_hash = $1");
    let row = sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(random::hash(code))
        .fetch_optional(connection)
        .await?;
    let kept = kept(&row.ok_or(Problem::INVITATION_UNKNOWN)?)?;
    match kept.used_ms {
        Some(_) => Err(Problem::INVITATION_USED.into()),
        None if kept.expires_ms <= now_ms => Err(Problem::INVITATION_EXPIRED.into()),
        None => Ok(kept),
    }
}

fn kept(row: &AnyRow) -> Result<Kept, Fault> {
    Ok(Kept {
        id: row.try_get(0)?,
        name: row.try_get(1)?,
        role: rows::role(row.try_get(2)?)?,
        unit: row.try_get::<Option<String>, _>(3)?.map(UnitId::new),
        account: row.try_get(4)?,
        expires_ms: row.try_get(5)?,
        used_ms: row.try_get(6)?,
    })
}

/// An invitation as it is shown.
///
/// # Errors
/// When the database does not answer.
pub async fn shown(connection: &mut AnyConnection, kept: Kept) -> Result<Invitation, Fault> {
    let unit_name = match &kept.unit {
        Some(unit) => rows::unit_name(connection, unit).await?.unwrap_or_default(),
        None => String::new(),
    };
    Ok(Invitation {
        id: kept.id,
        code: None,
        name: kept.name,
        role: kept.role,
        unit: kept.unit,
        unit_name,
        bloc: rows::bloc_name(connection).await?,
        expires_ms: kept.expires_ms,
        new_account: kept.account.is_none(),
    })
}

/// `GET /invitations`: the open ones that one could have made oneself.
///
/// # Errors
/// When the database does not answer.
pub async fn list(State(app): State<App>, signed: Signed) -> Result<Json<Vec<Invitation>>, Fault> {
    let mut reading = app.db.reading().await?;
    let sql = format!("{COLUMNS} WHERE used_ms IS NULL AND expires_ms > $1 ORDER BY expires_ms DESC, id");
    let rows = sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(app.clock.now_ms())
        .fetch_all(&mut *reading)
        .await?;
    let mut found = Vec::new();
    for row in &rows {
        let kept = kept(row)?;
        if may_invite(signed.actor.role, kept.role) {
            found.push(shown(&mut reading, kept).await?);
        }
    }
    Ok(Json(found))
}

/// `POST /invitations`: makes one. Its code is in this answer and in no other.
///
/// # Errors
/// 403 for a role above one's own; 404 for an account that is not there; 409; 422.
pub async fn invite(
    State(app): State<App>,
    signed: Signed,
    Sent(asked): Sent<Invite>,
) -> Result<(StatusCode, Json<Invitation>), Fault> {
    let now_ms = app.clock.now_ms();
    let about = asked.account.clone();
    let invitation = transaction!(app.db, connection => {
        let asked = whom(connection, &asked).await?;
        if !may_invite(signed.actor.role, asked.role) {
            return Err(Problem::FORBIDDEN.of_field("role").into());
        }
        let row = sqlx::query("SELECT COUNT(*) FROM invitations WHERE used_ms IS NULL AND expires_ms > $1")
            .bind(now_ms)
            .fetch_one(&mut *connection)
            .await?;
        if row.try_get::<i64, _>(0)? >= MOST {
            return Err(Problem::TOO_MANY_INVITATIONS.into());
        }
        let new = New {
            name: &asked.name,
            role: asked.role,
            unit: asked.unit.as_ref(),
            account: asked.account.as_deref(),
            made_by: &signed.actor.account,
        };
        let (_, code) = make(connection, new, now_ms).await?;
        let kept = opened(connection, &code, now_ms).await?;
        let shown = shown(connection, kept).await?;
        Ok(Invitation {
            code: Some(code),
            ..shown
        })
    })?;
    tell(Deed::Invited, about.as_deref(), Some(&signed.actor.account));
    Ok((StatusCode::CREATED, Json(invitation)))
}

/// What was asked for, checked. For an account that is there its own name, role and unit count, whatever was sent.
async fn whom(connection: &mut AnyConnection, asked: &Invite) -> Result<Invite, Fault> {
    if let Some(id) = &asked.account {
        let kept = rows::by_id(connection, id).await?;
        let account = kept.ok_or(Problem::NOT_FOUND.of_field("account"))?.account;
        if account.disabled {
            return Err(Problem::ACCOUNT_DISABLED.of_field("account").into());
        }
        return Ok(Invite {
            name: account.name,
            role: account.role,
            unit: account.unit,
            account: Some(account.id),
        });
    }
    let name = names::typed(&asked.name);
    if !name.is_empty() {
        people::check_name(connection, &name, None).await?;
    }
    rows::check_unit(connection, asked.role, asked.unit.as_ref()).await?;
    Ok(Invite { name, ..asked.clone() })
}

/// `DELETE /invitations/{id}`: withdraws one that one could have made oneself.
///
/// # Errors
/// 404 where there is none.
pub async fn withdraw(State(app): State<App>, signed: Signed, Path(id): Path<String>) -> Result<StatusCode, Fault> {
    transaction!(app.db, connection => {
        let sql = format!("{COLUMNS} WHERE id = $1 AND used_ms IS NULL");
        let row = sqlx::query(sqlx::AssertSqlSafe(sql))
            .bind(&id)
            .fetch_optional(&mut *connection)
            .await?;
        let kept = kept(&row.ok_or(Problem::NOT_FOUND)?)?;
        if !may_invite(signed.actor.role, kept.role) {
            return Err(Problem::NOT_FOUND.into());
        }
        sqlx::query("DELETE FROM invitations WHERE id = $1 AND used_ms IS NULL")
            .bind(&id)
            .execute(connection)
            .await?;
        Ok(())
    })?;
    tell(Deed::Withdrawn, None, Some(&signed.actor.account));
    Ok(StatusCode::NO_CONTENT)
}
