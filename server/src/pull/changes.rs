//! `GET /changes`: the latest state of what changed since a cursor.

use axum::{
    extract::{Query, State, rejection::QueryRejection},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::Deserialize;
use so_khoi::sync::{
    cursor::{Cursor, Reach},
    wire::Changes,
};

use super::{
    devices,
    reader::{After, Limit, Reader},
    with_records,
};
use crate::{auth::Signed, fault::Fault, problem::Problem, state::App};

/// What is asked for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    since: String,
    limit: Option<String>,
    /// Which device asks, for the list of devices.
    device: Option<String>,
}

/// `GET /api/v1/changes?since=&limit=&device=`.
///
/// # Errors
/// [`Problem::CURSOR_GONE`] when the cursor is of another epoch, or older than removals that are known.
pub async fn changes(
    State(app): State<App>,
    signed: Signed,
    asked: Result<Query<Asked>, QueryRejection>,
    headers: HeaderMap,
) -> Result<Response, Fault> {
    let Query(asked) = asked.map_err(|_| Problem::INVALID)?;
    let limit = Limit { limit: asked.limit }.read()?;
    let since: Cursor = asked.since.parse().map_err(|_| Problem::CURSOR_GONE)?;
    if let Some(device) = &asked.device {
        devices::seen(&app, &signed, device).await?;
    }
    let mut reader = Reader::new(&app, &signed).await?;
    let feed = reader.feed.clone();
    let Reach::After(rev) = since.reach(&feed.epoch, feed.floor, feed.seq) else {
        return Err(Problem::CURSOR_GONE.into());
    };
    let scope = reader.scope();
    // What is answered depends on nothing else.
    let tag = format!("W/\"{}.{}.{scope}\"", feed.seq, feed.epoch);
    let known = headers.get(header::IF_NONE_MATCH);
    let is_known = known.is_some_and(|known| known.as_bytes() == tag.as_bytes());
    let mut response = match is_known {
        true => StatusCode::NOT_MODIFIED.into_response(),
        false => {
            let found = match rev < feed.seq {
                true => {
                    let readable = reader.readable();
                    reader.records(&After::Number(rev), limit, &readable).await?
                }
                false => Vec::new(),
            };
            let more = found.len() == limit;
            let last = found.last().map_or(feed.seq, |record| record.rev);
            let cursor = Cursor {
                epoch: feed.epoch.clone(),
                rev: if more { last } else { feed.seq },
            };
            let head = Changes {
                epoch: feed.epoch,
                cursor: cursor.to_string(),
                more,
                scope,
                records: Vec::new(),
            };
            with_records(&head, &found)?
        }
    };
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        headers.insert(header::ETAG, tag);
    }
    Ok(response)
}
