//! `GET /devices`: which devices are behind, and of which something is missing.

use std::collections::BTreeMap;

use axum::{Json, extract::State, http::header, response::IntoResponse};
use so_khoi::{
    model::id::UnitId,
    sync::{
        rights::Role,
        wire::{Device, KEPT_DAYS},
    },
};
use sqlx::Row;

use crate::{
    auth::Signed, clock::DAY_MS, db::devices::gaps_of, fault::Fault, problem::Problem, state::App, transaction,
};

/// How long a device that only fetches is not noted again.
const NOTED_FOR_MS: i64 = 60_000;

/// `GET /api/v1/devices`, for the committee.
///
/// # Errors
/// [`Problem::FORBIDDEN`] for anybody else.
pub async fn devices(State(app): State<App>, signed: Signed) -> Result<impl IntoResponse, Fault> {
    if !matches!(signed.actor.role, Role::Admin | Role::Editor) {
        return Err(Problem::FORBIDDEN.into());
    }
    let mut reading = app.db.reading().await?;
    let rejected =
        sqlx::query("SELECT device, COUNT(*) FROM ops WHERE status = 'rejected' AND at_ms > $1 GROUP BY device")
            .bind(app.clock.now_ms() - KEPT_DAYS * DAY_MS)
            .fetch_all(&mut *reading)
            .await?;
    let mut rejected_of = BTreeMap::new();
    for row in rejected {
        rejected_of.insert(row.try_get::<String, _>(0)?, row.try_get::<i64, _>(1)?);
    }
    let rows = sqlx::query(
        "SELECT devices.id, devices.label, accounts.name, accounts.unit, devices.seen_ms, devices.last_seq, devices.gaps
         FROM devices LEFT JOIN accounts ON accounts.id = devices.account ORDER BY devices.seen_ms DESC, devices.id",
    )
    .fetch_all(&mut *reading)
    .await?;
    let mut devices = Vec::with_capacity(rows.len());
    for row in rows {
        let id: String = row.try_get(0)?;
        let unit: Option<String> = row.try_get(3)?;
        let rejected = rejected_of.get(&id).copied().unwrap_or_default();
        devices.push(Device {
            label: row.try_get(1)?,
            account: row.try_get::<Option<String>, _>(2)?.unwrap_or_default(),
            unit: unit.map(UnitId::new),
            seen_ms: row.try_get(4)?,
            last_seq: u64::try_from(row.try_get::<i64, _>(5)?).unwrap_or_default(),
            gaps: gaps_of(row.try_get(6)?)?,
            rejected: u64::try_from(rejected).unwrap_or_default(),
            id,
        });
    }
    Ok(([(header::CACHE_CONTROL, "private, no-cache")], Json(devices)))
}

/// A device asked for changes: it is noted as seen, not more often than once a minute.
///
/// # Errors
/// What the database says.
pub async fn seen(app: &App, signed: &Signed, device: &str) -> Result<(), Fault> {
    let now_ms = app.clock.now_ms();
    let mut reading = app.db.one_read().await?;
    let noted = sqlx::query("SELECT seen_ms FROM devices WHERE id = $1 AND account = $2")
        .bind(device)
        .bind(&signed.actor.account)
        .fetch_optional(&mut *reading)
        .await?;
    drop(reading);
    // A device is known from its first push on.
    let Some(noted) = noted else { return Ok(()) };
    if now_ms - noted.try_get::<i64, _>(0)? < NOTED_FOR_MS {
        return Ok(());
    }
    transaction!(app.db, connection => {
        sqlx::query("UPDATE devices SET seen_ms = $1 WHERE id = $2 AND account = $3")
            .bind(now_ms)
            .bind(device)
            .bind(&signed.actor.account)
            .execute(connection)
            .await?;
        Ok(())
    })
}
