//! Refuses what comes too often, and what would change something without coming from the app's own pages.

use std::time::Duration;

use axum::{
    extract::{Request, State},
    http::Method,
    middleware::Next,
    response::Response,
};
use tokio::time;

use crate::{
    cookie,
    csrf::{self, Foreign},
    fault::Fault,
    peer::Peer,
    problem::Problem,
    random,
    state::App,
};

/// How long a request may take in all: whoever sends a body a byte at a time is not waited for.
pub const PATIENCE: Duration = Duration::from_secs(90);

/// Stands before every address below `/api`.
///
/// # Errors
/// 429, 403 `cross-origin`, 415 `not-json`.
pub async fn guard(State(app): State<App>, request: Request, next: Next) -> Result<Response, Fault> {
    let (parts, body) = request.into_parts();
    let peer = Peer::in_parts(&parts, &app);
    if let Some(requests) = &app.requests {
        // A made-up token has a bucket too, but making many of them takes from that of the address.
        let key = match cookie::token(&parts.headers, peer.is_secure) {
            Some(token) if requests.knows(&random::hash(token)) => random::hash(token),
            Some(token) => {
                let key = random::hash(token);
                limit(requests.take(&peer.key(), app.clock.now_ms()))?;
                key
            }
            None => peer.key(),
        };
        limit(requests.take(&key, app.clock.now_ms()))?;
    }
    let is_safe = [Method::GET, Method::HEAD, Method::OPTIONS].contains(&parts.method);
    if !is_safe {
        let has_body = parts.method != Method::DELETE;
        csrf::check(&parts.headers, has_body).map_err(|foreign| match foreign {
            Foreign::Origin => Problem::CROSS_ORIGIN,
            Foreign::MediaType => Problem::NOT_JSON,
        })?;
    }
    let answered = time::timeout(PATIENCE, next.run(Request::from_parts(parts, body))).await;
    Ok(answered.map_err(|_| Problem::TOO_SLOW)?)
}

fn limit(taken: Result<(), Duration>) -> Result<(), Problem> {
    taken.map_err(|wait| Problem::RATE_LIMITED.later(wait.as_secs() + 1))
}
