//! Answers `/api`: which addresses there are ([`table`]), and what stands before all of them.
//!
//! A request passes, in this order: [`observe`] counts and logs it; [`guard`] refuses what comes too often or from another site;
//! [`crate::auth::admit`] asks who it is and whether he may; then its endpoint answers.

pub mod body;
pub mod endpoint;
pub mod guard;
mod links;
pub mod observe;
pub mod openapi;
pub mod schemas;
pub mod table;
pub mod well;

use axum::{
    Router,
    extract::DefaultBodyLimit,
    http::{HeaderValue, header},
    middleware,
    response::Response,
};
use so_khoi::sync::wire::MOST_BYTES;

use crate::{auth, compress, problem::Problem, state::App};

/// What stands before every address of the table.
pub const BASE: &str = "/api/v1";

/// The addresses below `/api`.
pub fn router(app: &App) -> Router<App> {
    let endpoints = table::ENDPOINTS.iter().fold(Router::new(), |router, endpoint| {
        let state = (App::clone(app), endpoint.who);
        let admit = middleware::from_fn_with_state(state, auth::admit);
        router.route(endpoint.path, (endpoint.route)().route_layer(admit))
    });
    Router::new()
        .nest("/v1", endpoints.layer(DefaultBodyLimit::max(MOST_BYTES)))
        .layer(compress::layer())
        .fallback(|| async { Problem::NOT_FOUND })
        .method_not_allowed_fallback(|| async { Problem::METHOD_NOT_ALLOWED })
        .layer(middleware::from_fn_with_state(App::clone(app), guard::guard))
        .layer(middleware::map_response(uncached))
}

/// What an address does not say otherwise is kept by nobody on the way, nor by the browser.
async fn uncached(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers
        .entry(header::CACHE_CONTROL)
        .or_insert(HeaderValue::from_static("no-store"));
    response
}
