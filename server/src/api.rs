//! Answers `/api`. Only whether the program is well, so far.

use std::sync::Arc;

use axum::{Json, Router, extract::State, http::header, response::IntoResponse, routing::get};

use crate::{problem::Problem, site::Site};

/// The addresses below `/api`.
pub fn router() -> Router<Arc<Site>> {
    Router::new()
        .route("/v1/health", get(health))
        .fallback(|| async { Problem::NOT_FOUND })
        .method_not_allowed_fallback(|| async { Problem::METHOD_NOT_ALLOWED })
}

/// `GET /api/v1/health`: that requests are answered, and which build is served.
async fn health(State(site): State<Arc<Site>>) -> impl IntoResponse {
    let body = serde_json::json!({
        "status": "ok",
        "version": env!("CARGO_PKG_VERSION"),
        "build": site.build,
    });
    ([(header::CACHE_CONTROL, "no-store")], Json(body))
}
