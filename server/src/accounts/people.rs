//! The accounts, for those who manage them.

use axum::{
    Json,
    extract::{Path, State},
};
use serde_json::Value;
use so_khoi::{
    model::{
        from_json::{FromJson, JsonError, Object},
        id::UnitId,
    },
    sync::{rights::Role, wire::Account},
};
use sqlx::AnyConnection;
use utoipa::ToSchema;

use super::{
    invitations, names, rows, sessions,
    told::{Deed, tell},
};
use crate::{
    api::{body::Sent, schemas},
    auth::{self, Signed},
    db::Dialect,
    fault::Fault,
    problem::Problem,
    state::App,
    transaction,
};

/// What of an account is to be another; what is absent stays.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToSchema)]
pub struct Changed {
    /// What it is called.
    #[schema(schema_with = schemas::account_name, required = false)]
    pub name: Option<String>,
    /// What it may do.
    #[schema(schema_with = schemas::role, required = false)]
    pub role: Option<Role>,
    /// Whose returns it writes; `null` for none.
    #[schema(schema_with = schemas::text_or_null, required = false)]
    pub unit: Option<Option<UnitId>>,
    /// Whether it can sign in no longer.
    #[schema(nullable = false)]
    pub disabled: Option<bool>,
}

impl FromJson for Changed {
    fn from_json(value: &Value) -> Result<Self, JsonError> {
        let object = Object::of(value)?;
        let unit = match object.get("unit") {
            Some(Value::Null) => Some(None),
            _ => object.find("unit")?.map(Some),
        };
        Ok(Self {
            name: object.find("name")?,
            role: object.find("role")?,
            unit,
            disabled: object.find("disabled")?,
        })
    }
}

/// `GET /accounts`: all of them, by name.
///
/// # Errors
/// When the database does not answer.
pub async fn list(State(app): State<App>) -> Result<Json<Vec<Account>>, Fault> {
    let mut reading = app.db.reading().await?;
    Ok(Json(rows::all(&mut reading).await?))
}

/// `PATCH /accounts/{id}`: changes one.
///
/// What an account may do is asked anew at every request, so a lower role holds at once, and the app notices by the scope of its next
/// fetch that it reads less. Sessions end where they should not go on: of an account that is disabled, and of one that becomes an administrator,
/// so that a device which was signed in for small things is not found with great ones.
///
/// # Errors
/// 404; 409 `last-admin`, `name-taken`; 422 for a name, or a role and a unit that do not go together.
pub async fn change(
    State(app): State<App>,
    signed: Signed,
    Path(id): Path<String>,
    Sent(asked): Sent<Changed>,
) -> Result<Json<Account>, Fault> {
    let (dialect, now_ms) = (app.db.dialect, app.clock.now_ms());
    let account = transaction!(app.db, connection => {
        let admins = enabled_admins(connection, dialect).await?;
        // Of two who wait here for each other the first may have taken the right from the second.
        let actor = auth::still(connection, dialect, &signed, now_ms).await?.actor;
        match actor.role {
            Role::Admin => apply(connection, &admins, &id, &asked).await,
            _ => Err(Problem::FORBIDDEN.into()),
        }
    })?;
    tell(Deed::Changed, Some(&account.id), Some(&signed.actor.account));
    Ok(Json(account))
}

async fn apply(connection: &mut AnyConnection, admins: &[String], id: &str, asked: &Changed) -> Result<Account, Fault> {
    let was = rows::by_id(connection, id).await?.ok_or(Problem::NOT_FOUND)?.account;
    let mut now = was.clone();
    if let Some(name) = &asked.name {
        now.name = names::typed(name);
        check_name(connection, &now.name, Some(id)).await?;
    }
    now.role = asked.role.unwrap_or(was.role);
    now.disabled = asked.disabled.unwrap_or(was.disabled);
    now.unit = match &asked.unit {
        Some(unit) => unit.clone(),
        // A role that has none leaves it behind.
        None if now.role != Role::Unit => None,
        None => was.unit.clone(),
    };
    if (now.role, &now.unit) != (was.role, &was.unit) {
        rows::check_unit(connection, now.role, now.unit.as_ref()).await?;
    }
    let is_admin = |account: &Account| account.role == Role::Admin && !account.disabled;
    if is_admin(&was) && !is_admin(&now) && admins.iter().all(|admin| admin == id) {
        return Err(Problem::LAST_ADMIN.into());
    }
    sqlx::query("UPDATE accounts SET name = $1, role = $2, unit = $3, disabled = $4 WHERE id = $5")
        .bind(&now.name)
        .bind(now.role.name())
        .bind(now.unit.as_ref().map(|unit| unit.as_str().to_owned()))
        .bind(i64::from(now.disabled))
        .bind(id)
        .execute(&mut *connection)
        .await?;
    let rises = now.role == Role::Admin && was.role != Role::Admin;
    if rises || (now.disabled && !was.disabled) {
        sessions::end_all(connection, id, None).await?;
    }
    if now.disabled || now.role != was.role {
        // What it may not do any more, nobody does in its name.
        invitations::withdraw_of(connection, id).await?;
    }
    Ok(now)
}

/// The administrators who can sign in. Where two at once take the right from each other, the second waits here and then sees what the first did.
async fn enabled_admins(connection: &mut AnyConnection, dialect: Dialect) -> Result<Vec<String>, Fault> {
    use sqlx::Row;
    let lock = dialect.for_update();
    let sql = format!("SELECT id FROM accounts WHERE role = 'admin' AND disabled = 0 ORDER BY id{lock}");
    let rows = sqlx::query(sqlx::AssertSqlSafe(sql)).fetch_all(connection).await?;
    let ids = rows.iter().map(|row| row.try_get(0));
    Ok(ids.collect::<Result<_, _>>()?)
}

/// Whether an account, or a new one, can be called that.
///
/// # Errors
/// The problem, in the field `name`.
pub async fn check_name(connection: &mut AnyConnection, name: &str, of: Option<&str>) -> Result<(), Fault> {
    if !names::is_name(name) {
        return Err(Problem::BAD_NAME.of_field("name").into());
    }
    match rows::named(connection, name).await? {
        Some(other) if Some(other.account.id.as_str()) != of => Err(Problem::NAME_TAKEN.of_field("name").into()),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use so_khoi::model::from_json::read;

    #[test]
    fn absent_and_null_are_two_things() {
        let of = |text: &str| read::<Changed>(text.as_bytes()).unwrap();
        assert_eq!(of("{}"), Changed::default());
        assert_eq!(of(r#"{"unit":null}"#).unit, Some(None));
        assert_eq!(of(r#"{"unit":"u1"}"#).unit, Some(Some(UnitId::new("u1"))));
        assert!(read::<Changed>(br#"{"role":"king"}"#).is_err());
        assert!(read::<Changed>(br#"{"disabled":"no"}"#).is_err());
    }
}
