//! What a device fetches: the changes since a cursor, all records by pages, the history of one, and a digest to compare.
//!
//! Each answer is of one state of the database, and holds only what the account may read: every record in it has passed
//! [`Actor::may_read`](so_khoi::sync::rights::Actor::may_read), conflicts too.

pub mod changes;
pub mod devices;
pub mod digest;
pub mod history;
pub mod pages;
mod readable;
mod reader;

use axum::{
    http::header,
    response::{IntoResponse, Response},
};
use serde::Serialize;
use so_khoi::model::record::Record;

use crate::{db::records::text, fault::Fault};

/// An answer whose last field is a list of records. These are most of it, and are not copied into it first.
fn with_records(head: &impl Serialize, records: &[Record]) -> Result<Response, Fault> {
    let head = text(head)?;
    let head = head
        .strip_suffix("[]}")
        .ok_or_else(|| Fault::Damaged("an answer without records".to_owned()))?;
    let body = format!("{head}{}}}", text(&records)?);
    let headers = [
        (header::CONTENT_TYPE, "application/json"),
        (header::CACHE_CONTROL, "private, no-cache"),
    ];
    Ok((headers, body).into_response())
}
