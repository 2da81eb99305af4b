//! Brings the tables up to date. Each step is one file of SQL, run once, all in one transaction. A step that was ever released is
//! not changed again.

use sqlx::{AnyConnection, AssertSqlSafe, Row};

use super::{Db, Dialect, PlaceError};
use crate::random;

/// The steps, in order.
const STEPS: [&str; 2] = [include_str!("schema.sql"), include_str!("scopes.sql")];

/// A number of ours, so that two servers that start at once do not do it twice.
const LOCK: &str = "SELECT pg_advisory_xact_lock(7103201)";

pub(super) async fn run(db: &Db) -> Result<(), PlaceError> {
    let mut transaction = db.writing().await?;
    if db.dialect == Dialect::Postgres {
        sqlx::raw_sql(LOCK).execute(&mut *transaction).await?;
    }
    let found = version(&mut transaction).await?;
    let done = usize::try_from(found).unwrap_or(usize::MAX);
    let Some(missing) = STEPS.get(done..) else {
        let known = i64::try_from(STEPS.len()).unwrap_or(i64::MAX);
        return Err(PlaceError::Newer { found, known });
    };
    for (number, step) in (found + 1..).zip(missing) {
        let sql = db.spelled(step).into_owned();
        sqlx::raw_sql(AssertSqlSafe(sql)).execute(&mut *transaction).await?;
        sqlx::query("INSERT INTO migrations (step) VALUES ($1)")
            .bind(number)
            .execute(&mut *transaction)
            .await?;
    }
    // The server's first start: it has an epoch from now on.
    sqlx::query("INSERT INTO feed (id, seq, floor, books, epoch) VALUES (1, 0, 0, 0, $1) ON CONFLICT (id) DO NOTHING")
        .bind(random::token())
        .execute(&mut *transaction)
        .await?;
    transaction.commit().await?;
    Ok(())
}

async fn version(connection: &mut AnyConnection) -> Result<i64, sqlx::Error> {
    sqlx::raw_sql("CREATE TABLE IF NOT EXISTS migrations (step BIGINT NOT NULL PRIMARY KEY)")
        .execute(&mut *connection)
        .await?;
    let row = sqlx::query("SELECT COUNT(*) FROM migrations")
        .fetch_one(connection)
        .await?;
    row.try_get(0)
}
