//! Reads accounts, and what of the bloc concerns them, from the database.

use so_khoi::{
    model::id::UnitId,
    sync::{
        rights::Role,
        wire::{Account, Me, SCHEMA},
    },
};
use sqlx::{AnyConnection, Row, any::AnyRow};

use super::names;
use crate::{fault::Fault, problem::Problem};

/// An account with what is kept of its password.
#[derive(Debug)]
pub struct Kept {
    /// The account.
    pub account: Account,
    /// The hash of its password.
    pub password: String,
}

const COLUMNS: &str = "SELECT id, name, role, unit, disabled, seen_ms, password FROM accounts";

/// The account of a name; a name is looked up as it was typed.
///
/// # Errors
/// When the database does not answer.
pub async fn named(connection: &mut AnyConnection, name: &str) -> Result<Option<Kept>, Fault> {
    one(connection, " WHERE name = $1", &names::typed(name)).await
}

/// The account of an identifier.
///
/// # Errors
/// When the database does not answer.
pub async fn by_id(connection: &mut AnyConnection, id: &str) -> Result<Option<Kept>, Fault> {
    one(connection, " WHERE id = $1", id).await
}

/// Every account, by name.
///
/// # Errors
/// When the database does not answer.
pub async fn all(connection: &mut AnyConnection) -> Result<Vec<Account>, Fault> {
    let sql = format!("{COLUMNS} ORDER BY name");
    let rows = sqlx::query(sqlx::AssertSqlSafe(sql)).fetch_all(connection).await?;
    rows.iter().map(|row| Ok(kept(row)?.account)).collect()
}

async fn one(connection: &mut AnyConnection, condition: &str, value: &str) -> Result<Option<Kept>, Fault> {
    let sql = format!("{COLUMNS}{condition}");
    let row = sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(value)
        .fetch_optional(connection)
        .await?;
    row.as_ref().map(kept).transpose()
}

fn kept(row: &AnyRow) -> Result<Kept, Fault> {
    let disabled: i64 = row.try_get(4)?;
    Ok(Kept {
        account: Account {
            id: row.try_get(0)?,
            name: row.try_get(1)?,
            role: role(row.try_get(2)?)?,
            unit: row.try_get::<Option<String>, _>(3)?.map(UnitId::new),
            disabled: disabled != 0,
            seen_ms: row.try_get(5)?,
        },
        password: row.try_get(6)?,
    })
}

/// A role as it is kept.
///
/// # Errors
/// When there is none of this name.
pub fn role(name: String) -> Result<Role, Fault> {
    Role::named(&name).ok_or(Fault::Damaged(name))
}

/// Whether a role and a unit go together, and the unit is there.
///
/// # Errors
/// The problem, in the field `unit`.
pub async fn check_unit(connection: &mut AnyConnection, role: Role, unit: Option<&UnitId>) -> Result<(), Fault> {
    match (role, unit) {
        (Role::Unit, Some(unit)) => match unit_name(connection, unit).await? {
            Some(_) => Ok(()),
            None => Err(Problem::UNKNOWN_UNIT.of_field("unit").into()),
        },
        (Role::Unit, None) => Err(Problem::UNKNOWN_UNIT.of_field("unit").into()),
        (_, Some(_)) => Err(Problem::UNIT_NOT_ALLOWED.of_field("unit").into()),
        (_, None) => Ok(()),
    }
}

/// A unit's name, where the server has it.
///
/// # Errors
/// When the database does not answer.
pub async fn unit_name(connection: &mut AnyConnection, unit: &UnitId) -> Result<Option<String>, Fault> {
    name_of(connection, &format!("unit/{}", unit.as_str())).await
}

/// The bloc's name; empty before its first record.
///
/// # Errors
/// When the database does not answer.
pub async fn bloc_name(connection: &mut AnyConnection) -> Result<String, Fault> {
    Ok(name_of(connection, "profile").await?.unwrap_or_default())
}

async fn name_of(connection: &mut AnyConnection, record: &str) -> Result<Option<String>, Fault> {
    let row = sqlx::query("SELECT fields FROM records WHERE id = $1 AND removed_ms IS NULL")
        .bind(record)
        .fetch_optional(connection)
        .await?;
    let Some(row) = row else { return Ok(None) };
    let fields: String = row.try_get(0)?;
    let fields: serde_json::Value =
        serde_json::from_str(&fields).map_err(|error| Fault::Damaged(format!("{record}: {error}")))?;
    Ok(fields.get("name").and_then(|name| name.as_str()).map(str::to_owned))
}

/// Who an account is, and what it finds here.
///
/// # Errors
/// When the database does not answer.
pub async fn me(connection: &mut AnyConnection, account: Account, now_ms: i64) -> Result<Me, Fault> {
    let feed = sqlx::query("SELECT epoch FROM feed WHERE id = 1")
        .fetch_one(&mut *connection)
        .await?;
    let count = sqlx::query("SELECT COUNT(*) FROM records")
        .fetch_one(&mut *connection)
        .await?;
    let records: i64 = count.try_get(0)?;
    Ok(Me {
        account,
        bloc: bloc_name(connection).await?,
        epoch: feed.try_get(0)?,
        records: records.unsigned_abs(),
        schema: SCHEMA,
        now_ms,
    })
}
