//! The program behind `make run`: it serves the built app, and `/api/v1` beside it.
//!
//! The whole of `dist/` is read into memory at start (it is a few megabytes). So the hashes in the
//! content security policy, the ETags and the files themselves can never disagree, no path of a
//! request is ever turned into a path of the disk, and a new build is served after a restart.
//!
//! # Layout
//!
//! - [`options`]: the port and the folder, from flags and the environment
//! - [`site`]: the folder in memory; one [`site::Asset`] a file
//! - [`encoding`]: which of brotli, gzip and identity a request gets
//! - [`policy`]: the headers that protect the site, the content security policy among them
//! - [`files`]: answers requests for files and pages
//! - [`api`]: answers `/api/v1`, errors as [`problem`] documents
//! - [`stop`]: being asked to stop
//! - [`messages`]: what the person who started the program reads, in Vietnamese and English
//!
//! Nothing here knows what a bloc counts: that is the `so-khoi` crate.

pub mod api;
pub mod encoding;
pub mod files;
pub mod messages;
pub mod options;
pub mod policy;
pub mod problem;
pub mod site;
pub mod stop;

use std::sync::Arc;

use axum::{
    Router,
    extract::State,
    middleware,
    response::Response,
    routing::{any, get},
};

use crate::site::Site;

/// Everything the program answers, for one site.
pub fn router(site: Site) -> Router {
    let site = Arc::new(site);
    Router::new()
        .nest("/api", api::router())
        // A nest does not answer for its own name with a slash.
        .route("/api/", any(problem::Problem::NOT_FOUND))
        .fallback(get(files::serve))
        .layer(middleware::map_response_with_state(Arc::clone(&site), add_policy))
        .with_state(site)
}

async fn add_policy(State(site): State<Arc<Site>>, mut response: Response) -> Response {
    site.policy.add_to(response.headers_mut());
    response
}
