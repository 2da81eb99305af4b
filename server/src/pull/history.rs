//! `GET /records/{id}/history`: what happened to a record, out of the audit.

use axum::{
    Json,
    extract::{Path, State, rejection::PathRejection},
    http::header,
    response::IntoResponse,
};
use so_khoi::{
    model::{
        from_json::{self, FromJson},
        id::UnitId,
        record::RecordKind,
    },
    sync::{
        op::Op,
        wire::{HistoryLine, Status},
    },
};
use sqlx::Row;

use super::reader::Reader;
use crate::{auth::Signed, fault::Fault, problem::Problem, state::App};

/// `GET /api/v1/records/{id}/history`: the latest thousand things, the earliest of them first. The identifier has slashes, so it is
/// all of the path before `/history`.
///
/// # Errors
/// [`Problem::NOT_FOUND`] for a record that there never was or that may not be read: the two look alike.
pub async fn history(
    State(app): State<App>,
    signed: Signed,
    path: Result<Path<String>, PathRejection>,
) -> Result<impl IntoResponse, Fault> {
    let Path(path) = path.map_err(|_| Problem::NOT_FOUND)?;
    let id = path.strip_suffix("/history").ok_or(Problem::NOT_FOUND)?;
    let mut reader = Reader::new(&app, &signed).await?;
    // The record decides, or, once it was purged, what was accepted of it.
    let row = sqlx::query(
        "SELECT kind, scope FROM records WHERE id = $1
         UNION ALL SELECT kind, unit FROM ops WHERE record = $1 AND status <> 'rejected'
         LIMIT 1",
    )
    .bind(id)
    .fetch_optional(reader.connection())
    .await?
    .ok_or(Problem::NOT_FOUND)?;
    let (kind, scope): (&str, &str) = (row.try_get(0)?, row.try_get(1)?);
    let kind = RecordKind::named(kind).ok_or_else(|| Fault::Damaged(format!("the kind {kind}")))?;
    if !reader.may_read(kind, &UnitId::new(scope)) {
        return Err(Problem::NOT_FOUND.into());
    }
    let rows = sqlx::query(
        "SELECT at_ms, by_name, device, op_id, status, body FROM ops WHERE record = $1
         ORDER BY at_ms DESC, chain_no DESC LIMIT 1000",
    )
    .bind(id)
    .fetch_all(reader.connection())
    .await?;
    let mut lines = Vec::with_capacity(rows.len());
    for row in rows.iter().rev() {
        let damaged = |error| Fault::Damaged(format!("the audit of {id}: {error}"));
        let op: Op = from_json::read(row.try_get::<&str, _>(5)?.as_bytes()).map_err(damaged)?;
        let status = row.try_get::<&str, _>(4)?.into();
        lines.push(HistoryLine {
            at_ms: row.try_get(0)?,
            by: row.try_get(1)?,
            device: row.try_get(2)?,
            op_id: row.try_get(3)?,
            status: Status::from_json(&status).map_err(damaged)?,
            set: op.change.set,
        });
    }
    Ok(([(header::CACHE_CONTROL, "private, no-cache")], Json(lines)))
}
