//! Whether the program is well, for people, balancers and Prometheus.

use std::time::Duration;

use axum::{
    Json,
    extract::State,
    http::header,
    response::{IntoResponse, Response},
};
use serde::Serialize;
use tokio::time;
use utoipa::ToSchema;

use crate::{
    auth::Signed,
    fault::Fault,
    metrics::DatabaseState,
    peer::Peer,
    problem::Problem,
    state::{App, Shared},
};

/// How long the database may take to say one word.
const PATIENCE: Duration = Duration::from_secs(3);

/// That requests are answered.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Health {
    /// `ok`
    pub status: &'static str,
    /// The program's version.
    pub version: &'static str,
    /// The build of the app that is served, where it has a name.
    #[schema(required = true)]
    pub build: Option<String>,
}

impl Health {
    /// It, with this build of the app.
    pub fn of(build: Option<String>) -> Self {
        Self {
            status: "ok",
            version: env!("CARGO_PKG_VERSION"),
            build,
        }
    }
}

/// That the database answers.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Ready {
    /// `ready`
    pub status: &'static str,
}

/// `GET /health`: that requests are answered, and which build is served.
pub async fn health(State(app): State<App>) -> impl IntoResponse {
    (
        [(header::CACHE_CONTROL, "no-store")],
        Json(Health::of(app.site.build.clone())),
    )
}

/// `GET /ready`: that the database answers too.
///
/// # Errors
/// 503 `not-ready`.
pub async fn ready(State(app): State<App>) -> Result<impl IntoResponse, Problem> {
    match database_answers(&app).await {
        true => Ok(([(header::CACHE_CONTROL, "no-store")], Json(Ready { status: "ready" }))),
        false => Err(Problem::NOT_READY),
    }
}

/// `GET /metrics`: what the program counts, for this machine (that is where Prometheus is, or its agent) and for administrators.
///
/// # Errors
/// 401 and 403 for others.
pub async fn metrics(State(app): State<App>, peer: Peer, signed: Option<Signed>) -> Result<Response, Fault> {
    use crate::api::endpoint::ADMINS;
    if !peer.is_this_machine() {
        let signed = signed.ok_or(Problem::SIGNED_OUT)?;
        if !ADMINS.admits(signed.actor.role) {
            return Err(Problem::FORBIDDEN.into());
        }
    }
    let (open, idle) = app.db.connections();
    let up = database_answers(&app).await;
    let text = app.metrics.text(DatabaseState { up, open, idle });
    let headers = [
        (header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8"),
        (header::CACHE_CONTROL, "no-store"),
    ];
    Ok((headers, text).into_response())
}

async fn database_answers(app: &Shared) -> bool {
    let asked = async {
        let mut reading = app.db.reading().await?;
        sqlx::query("SELECT epoch FROM feed WHERE id = 1")
            .fetch_one(&mut *reading)
            .await
    };
    matches!(time::timeout(PATIENCE, asked).await, Ok(Ok(_)))
}
