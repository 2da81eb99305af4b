//! Records that were removed long ago are forgotten. A device that was away for longer fetches everything anew.

use std::time::Duration;

use sqlx::Row;

use crate::{clock::DAY_MS, fault::Fault, state::App, transaction};

/// How long removed records are kept, in days.
pub const KEPT_DAYS: i64 = 400;
/// How often they are looked for.
const EVERY: Duration = Duration::from_secs(24 * 60 * 60);

/// Forgets them now; it gives how many. What happened to them stays in the audit.
///
/// # Errors
/// What the database says.
pub async fn purge(app: &App) -> Result<u64, Fault> {
    let until = app.clock.now_ms() - KEPT_DAYS * DAY_MS;
    transaction!(app.db, connection => {
        let rows = sqlx::query("DELETE FROM records WHERE removed_ms < $1 RETURNING rev")
            .bind(until)
            .fetch_all(&mut *connection)
            .await?;
        let mut highest = 0;
        for row in &rows {
            highest = row.try_get::<i64, _>(0)?.max(highest);
        }
        // A cursor below knows nothing of these removals.
        sqlx::query("UPDATE feed SET floor = $1 WHERE id = 1 AND floor < $1")
            .bind(highest)
            .execute(connection)
            .await?;
        Ok(rows.len() as u64)
    })
}

/// Forgets them once a day, for as long as the program runs.
pub async fn daily(app: App) {
    loop {
        // What fails today is done tomorrow.
        let _ = purge(&app).await;
        tokio::time::sleep(EVERY).await;
    }
}
