//! `GET /records`: everything that may be read, by pages, for a device that has nothing yet.

use axum::{
    extract::{Query, State, rejection::QueryRejection},
    response::Response,
};
use serde::Deserialize;
use so_khoi::sync::{
    cursor::{Cursor, PageMark, Reach},
    wire::Page,
};

use super::{
    reader::{After, Limit, Reader},
    with_records,
};
use crate::{auth::Signed, fault::Fault, problem::Problem, state::App};

/// What is asked for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    page: Option<String>,
    limit: Option<String>,
}

/// `GET /api/v1/records?page=&limit=`.
///
/// # Errors
/// [`Problem::CURSOR_GONE`] when the page is of another epoch: the load begins anew.
pub async fn page(
    State(app): State<App>,
    signed: Signed,
    asked: Result<Query<Asked>, QueryRejection>,
) -> Result<Response, Fault> {
    let Query(asked) = asked.map_err(|_| Problem::INVALID)?;
    let limit = Limit { limit: asked.limit }.read()?;
    let mark = match asked.page.as_deref().filter(|page| !page.is_empty()) {
        Some(page) => Some(page.parse::<PageMark>().map_err(|_| Problem::CURSOR_GONE)?),
        None => None,
    };
    let mut reader = Reader::new(&app, &signed).await?;
    let feed = reader.feed.clone();
    // Every page says where the first one was read: what changed since is fetched after the last.
    let (since, after) = match mark {
        Some(PageMark { since, after }) => (since, after.as_str().to_owned()),
        None => (
            Cursor {
                epoch: feed.epoch.clone(),
                rev: feed.seq,
            },
            String::new(),
        ),
    };
    if since.reach(&feed.epoch, feed.floor, feed.seq) == Reach::Gone {
        return Err(Problem::CURSOR_GONE.into());
    }
    let readable = reader.readable();
    let total = reader.total(&readable).await?;
    let found = reader.records(&After::Id(after), limit, &readable).await?;
    let last = found.last().filter(|_| found.len() == limit);
    let head = Page {
        epoch: feed.epoch,
        cursor: since.to_string(),
        scope: reader.scope(),
        total,
        next: last.map(|record| {
            let after = record.id.clone();
            PageMark { since, after }.to_string()
        }),
        records: Vec::new(),
    };
    with_records(&head, &found)
}
