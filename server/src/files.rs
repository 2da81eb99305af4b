//! Answers requests for files and pages.

use axum::{
    body::Body,
    extract::State,
    http::{HeaderMap, HeaderValue, StatusCode, Uri, header},
    response::{IntoResponse, Response},
};

use crate::{
    encoding::Encoding,
    site::{Asset, INDEX},
    state::App,
};

/// A file's own address gives the file. An address that looks like a file gives 404. Any other is a
/// page of the app, and every page is the one document: the app reads the address itself.
pub async fn serve(State(app): State<App>, uri: Uri, request: HeaderMap) -> Response {
    let (site, address) = (&app.site, uri.path());
    if let Some(asset) = site.asset(address) {
        return respond(asset, &request);
    }
    if looks_like_a_file(address) {
        return not_found();
    }
    match site.asset(INDEX) {
        Some(document) => respond(document, &request),
        None => not_found(),
    }
}

fn looks_like_a_file(address: &str) -> bool {
    address.rsplit('/').next().is_some_and(|last| last.contains('.'))
}

fn not_found() -> Response {
    let headers = [
        (header::CONTENT_TYPE, "text/plain; charset=utf-8"),
        (header::CACHE_CONTROL, "no-store"),
    ];
    (StatusCode::NOT_FOUND, headers, "404").into_response()
}

fn respond(asset: &Asset, request: &HeaderMap) -> Response {
    let text_of = |name| request.get(name).and_then(|value| value.to_str().ok());
    let encoding = Encoding::choose(text_of(header::ACCEPT_ENCODING), |form| asset.bytes(form).is_some());
    // A form has its own tag: the bytes differ.
    let tag = format!("\"{}-{}\"", asset.hash, encoding.name().unwrap_or("id"));
    let is_current = text_of(header::IF_NONE_MATCH).is_some_and(|known| matches_tag(known, &tag));

    let mut response = match asset.bytes(encoding) {
        Some(bytes) if !is_current => {
            let mut response = Response::new(Body::from(bytes.clone()));
            let headers = response.headers_mut();
            headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(asset.media_type));
            if let Some(name) = encoding.name() {
                headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(name));
            }
            response
        }
        _ => StatusCode::NOT_MODIFIED.into_response(),
    };
    let headers = response.headers_mut();
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    headers.insert(
        header::CACHE_CONTROL,
        HeaderValue::from_static(if asset.immutable {
            "public, max-age=31536000, immutable"
        } else {
            "no-cache"
        }),
    );
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        headers.insert(header::ETAG, tag);
    }
    response
}

/// Whether `If-None-Match` names `tag`; the comparison is the weak one (RFC 9110, 13.1.2).
fn matches_tag(known: &str, tag: &str) -> bool {
    known
        .split(',')
        .map(str::trim)
        .any(|one| one == "*" || one.strip_prefix("W/").unwrap_or(one) == tag)
}
