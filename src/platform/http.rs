//! Asking the server that the app came from: JSON there and back, with an end to waiting. Knows nothing of blocs.

use std::cell::Cell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, Headers, Request, RequestCache, RequestCredentials, RequestInit, RequestRedirect, Response,
};

/// How long an answer may take, in milliseconds, its body included.
const PATIENCE: u32 = 30_000;

/// What is asked.
#[derive(Clone, Debug, Default)]
pub struct Asked<'a> {
    /// `GET`, `POST`.
    pub method: &'a str,
    /// From the root of this origin on: `/api/v1/me`.
    pub path: &'a str,
    /// A body of JSON.
    pub body: Option<String>,
    /// Further headers.
    pub headers: Vec<(&'a str, String)>,
}

/// What came back, whatever its status.
#[derive(Clone, Debug)]
pub struct Answered {
    /// The HTTP status.
    pub status: u16,
    /// What `Content-Type` says.
    pub content_type: String,
    /// What `ETag` says.
    pub etag: Option<String>,
    /// What `Retry-After` says, in seconds.
    pub retry_after: Option<u64>,
    /// The body as text.
    pub body: String,
}

/// Why nothing came back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The server cannot be reached: no network, no server, or the connection broke off.
    Unreachable,
    /// It took too long.
    TooSlow,
}

/// Asks and waits for the answer, at most half a minute. Dropping the future ends the request.
///
/// # Errors
/// [`Fault`]
pub async fn ask(asked: Asked<'_>) -> Result<Answered, Fault> {
    let stop = Rc::new(Stop {
        controller: AbortController::new().map_err(|_| Fault::Unreachable)?,
        over: Cell::new(false),
        slow: Cell::new(false),
    });
    let ends_when_dropped = Ends(Rc::clone(&stop));
    let watched = Rc::clone(&stop);
    let _watch = Timeout::new(PATIENCE, move || {
        watched.slow.set(true);
        watched.controller.abort();
    });
    let answered = send(&asked, &stop.controller).await;
    stop.over.set(true);
    drop(ends_when_dropped);
    answered.ok_or(if stop.slow.get() {
        Fault::TooSlow
    } else {
        Fault::Unreachable
    })
}

struct Stop {
    controller: AbortController,
    over: Cell<bool>,
    slow: Cell<bool>,
}

struct Ends(Rc<Stop>);

impl Drop for Ends {
    fn drop(&mut self) {
        if !self.0.over.get() {
            self.0.controller.abort();
        }
    }
}

async fn send(asked: &Asked<'_>, controller: &AbortController) -> Option<Answered> {
    let init = RequestInit::new();
    init.set_method(asked.method);
    // The session travels with requests of this origin only, and no answer is kept by the browser: the store keeps them.
    init.set_credentials(RequestCredentials::SameOrigin);
    init.set_cache(RequestCache::NoStore);
    init.set_redirect(RequestRedirect::Error);
    init.set_signal(Some(&controller.signal()));
    let headers = Headers::new().ok()?;
    headers.set("Accept", "application/json").ok()?;
    if let Some(body) = &asked.body {
        headers.set("Content-Type", "application/json").ok()?;
        init.set_body(&body.as_str().into());
    }
    for (name, value) in &asked.headers {
        headers.set(name, value).ok()?;
    }
    init.set_headers(&headers);
    let request = Request::new_with_str_and_init(asked.path, &init).ok()?;
    let found = JsFuture::from(web_sys::window()?.fetch_with_request(&request))
        .await
        .ok()?;
    let response: Response = found.dyn_into().ok()?;
    let header = |name: &str| response.headers().get(name).ok().flatten();
    let (content_type, etag) = (header("Content-Type").unwrap_or_default(), header("ETag"));
    let retry_after = header("Retry-After").and_then(|text| text.trim().parse().ok());
    let body = JsFuture::from(response.text().ok()?).await.ok()?.as_string()?;
    Some(Answered {
        status: response.status(),
        content_type,
        etag,
        retry_after,
        body,
    })
}

/// Whether the browser believes that there is a network. It is sure only of there being none.
pub fn may_be_online() -> bool {
    web_sys::window().is_none_or(|window| window.navigator().on_line())
}
