//! The link for an administrator that the program itself makes: at its first starts, until somebody has joined, and when it is asked to.

use so_khoi::sync::rights::Role;
use sqlx::{AnyConnection, Row};

use super::invitations::{self, New};
use crate::{db::Db, fault::Fault, transaction};

/// What stands between the address and the code of a link.
pub const JOIN: &str = "/join/";

/// A code for the first administrator, while there is no account at all. It replaces the one of an earlier start, so that no old
/// terminal opens the server.
///
/// # Errors
/// When the database does not answer.
pub async fn code_at_start(db: &Db, now_ms: i64) -> Result<Option<String>, Fault> {
    transaction!(db, connection => {
        let row = sqlx::query("SELECT COUNT(*) FROM accounts").fetch_one(&mut *connection).await?;
        match row.try_get::<i64, _>(0)? {
            0 => fresh(connection, now_ms).await.map(Some),
            _ => Ok(None),
        }
    })
}

/// A code for one more administrator, for when those that there are cannot sign in. It is for whoever can start the program, and can
/// read the database anyway.
///
/// # Errors
/// When the database does not answer.
pub async fn code_for_admin(db: &Db, now_ms: i64) -> Result<String, Fault> {
    transaction!(db, connection => fresh(connection, now_ms).await)
}

async fn fresh(connection: &mut AnyConnection, now_ms: i64) -> Result<String, Fault> {
    invitations::withdraw_of(connection, "").await?;
    let new = New {
        name: "",
        role: Role::Admin,
        unit: None,
        account: None,
        made_by: "",
    };
    let (_, code) = invitations::make(connection, new, now_ms).await?;
    Ok(code)
}
