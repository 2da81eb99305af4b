//! A request whose handling came upon a mistake in this program: it is answered and counted like any other failure, and others go on.

use std::any::Any;

use axum::response::{IntoResponse, Response};
use tower_http::catch_panic::CatchPanicLayer;

use crate::{
    log::{self, Level},
    problem::Problem,
};

type Answer = fn(Box<dyn Any + Send>) -> Response;

/// What answers in its place.
pub fn layer() -> CatchPanicLayer<Answer> {
    CatchPanicLayer::custom(answer as Answer)
}

/// What it says stays out of the answer and of this line: it may quote what was sent.
fn answer(_said: Box<dyn Any + Send>) -> Response {
    log::event(Level::Error, "panic", serde_json::json!({}));
    Problem::INTERNAL.into_response()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]
    use super::*;
    use axum::{
        Router,
        body::{Body, to_bytes},
        http::Request,
        routing::get,
    };
    use tower::ServiceExt;

    #[tokio::test]
    async fn a_panic_is_a_problem_that_tells_nothing_of_it() {
        let fails = async || -> String { panic!("4201 of u7") };
        let router = Router::<()>::new().route("/", get(fails)).layer(layer());
        let answer = router.oneshot(Request::new(Body::empty())).await.unwrap();
        assert_eq!(answer.status(), 500);
        assert_eq!(answer.headers()["content-type"], "application/problem+json");
        let body = to_bytes(answer.into_body(), 1 << 16).await.unwrap();
        let body = String::from_utf8(body.to_vec()).unwrap();
        assert!(body.contains("\"internal\"") && !body.contains("u7"), "{body}");
    }
}
