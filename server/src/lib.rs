//! The program behind `make run`: it serves the built app, and `/api/v1` beside it.
//!
//! The whole of `dist/` is read into memory at start (it is a few megabytes). So the hashes in the
//! content security policy, the ETags and the files themselves can never disagree, no path of a
//! request is ever turned into a path of the disk, and a new build is served after a restart.
//!
//! # Layout
//!
//! - [`options`]: what the program is asked to do, from flags and the environment; [`commands`] beside serving, [`backup`] one of them
//! - [`serve`]: connections, and what a client may take of the server
//! - [`site`]: the app in memory; one [`site::Asset`] a file; [`files`] answers requests for it
//! - [`encoding`]: which of brotli, gzip and identity a request gets
//! - [`policy`]: the headers that protect the site, the content security policy among them
//! - [`compress`]: answers in brotli and gzip; [`panicked`]: what is answered where the program failed
//! - [`api`]: answers `/api/v1`, errors as [`problem`] documents; `api/table.rs` has every address
//! - [`accounts`]: who may sign in, sessions, invitations
//! - [`auth`]: who asks; [`cookie`], [`csrf`], [`peer`], [`throttle`]: what that rests on
//! - [`db`]: where everything is kept, SQLite or PostgreSQL
//! - [`state`]: what every request is answered with; [`clock`], [`random`], [`fault`] beside it
//! - [`metrics`], [`log`]: what the program tells of itself, without figures or secrets
//! - [`stop`]: being asked to stop
//! - [`messages`]: what the person who started the program reads, in Vietnamese and English
//!
//! What a bloc counts, who may read and write what, and what becomes of an op is in the `so-khoi` crate, which devices run too.

pub mod accounts;
pub mod api;
pub mod audit;
pub mod auth;
pub mod backup;
pub mod books;
pub mod clock;
pub mod commands;
pub mod compress;
pub mod cookie;
pub mod csrf;
pub mod db;
pub mod encoding;
pub mod fault;
pub mod files;
pub mod log;
pub mod messages;
pub mod metrics;
pub mod options;
pub mod panicked;
pub mod peer;
pub mod policy;
pub mod problem;
pub mod pull;
pub mod purge;
pub mod push;
pub mod random;
pub mod serve;
pub mod site;
pub mod state;
pub mod stop;
pub mod throttle;

use axum::{
    Router, middleware,
    routing::{any, get},
};

use crate::state::App;

/// Everything the program answers.
pub fn router(app: App) -> Router {
    Router::new()
        .nest("/api", api::router(&app))
        // A nest does not answer for its own name with a slash.
        .route("/api/", any(problem::Problem::NOT_FOUND))
        .fallback(get(files::serve))
        .layer(panicked::layer())
        .layer(app.site.policy.layer())
        .layer(middleware::from_fn_with_state(App::clone(&app), api::observe::observe))
        .with_state(app)
}
