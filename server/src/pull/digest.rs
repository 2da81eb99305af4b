//! `GET /digest`: what the account sees, in one line.

use axum::{Json, extract::State, http::header, response::IntoResponse};
use so_khoi::sync::{
    cursor::Cursor,
    digest::Digest,
    wire::{DigestOf, MOST_RECORDS},
};

use super::reader::{After, Reader};
use crate::{auth::Signed, fault::Fault, state::App};

/// `GET /api/v1/digest`.
///
/// # Errors
/// What the database says.
pub async fn digest(State(app): State<App>, signed: Signed) -> Result<impl IntoResponse, Fault> {
    let mut reader = Reader::new(&app, &signed).await?;
    let readable = reader.readable();
    let mut digest = Digest::default();
    let mut after = After::Id(String::new());
    loop {
        let found = reader.records(&after, MOST_RECORDS, &readable).await?;
        found.iter().for_each(|record| digest.add(record));
        match found.last() {
            Some(last) if found.len() == MOST_RECORDS => after = After::Id(last.id.as_str().to_owned()),
            _ => break,
        }
    }
    let answer = DigestOf {
        cursor: Cursor {
            epoch: reader.feed.epoch.clone(),
            rev: reader.feed.seq,
        }
        .to_string(),
        epoch: reader.feed.epoch.clone(),
        records: digest.records(),
        digest: digest.text(),
    };
    Ok(([(header::CACHE_CONTROL, "private, no-cache")], Json(answer)))
}
