//! Counts and logs requests. Neither sees more of an address than its template, so no code, name or identifier gets there.

use std::time::Instant;

use axum::{
    extract::{MatchedPath, Request, State},
    middleware::Next,
    response::Response,
};

use super::BASE;
use crate::{
    log::{self, Answered},
    state::App,
};

/// The template of all that is no endpoint: pages and files of the app, and addresses that nobody has.
pub const OTHER: &str = "other";

/// Stands before everything.
pub async fn observe(State(app): State<App>, request: Request, next: Next) -> Response {
    let begun = Instant::now();
    let _present = app.metrics.request();
    let method = request.method().clone();
    let template = request.extensions().get::<MatchedPath>();
    let template = template.map_or(OTHER, MatchedPath::as_str).to_owned();
    let response = next.run(request).await;
    let (status, took) = (response.status().as_u16(), begun.elapsed());
    app.metrics.answered(method.as_str(), &template, status, took);
    // Files are asked for by the hundred, and say nothing about the server.
    if template.starts_with(BASE) || status >= 500 {
        log::answered(Answered {
            method: method.as_str(),
            route: &template,
            status,
            millis: u64::try_from(took.as_millis()).unwrap_or(u64::MAX),
        });
    }
    response
}
