//! The headers that protect the site: those that every response carries, and those that speak to a document or a worker.

use axum::{
    http::{HeaderName, HeaderValue, header},
    response::Response,
};
use base64::{Engine, prelude::BASE64_STANDARD};
use sha2::{Digest, Sha256};
use tower_http::set_header::response::SetMultipleResponseHeadersLayer;

/// The headers of one site.
#[derive(Debug)]
pub struct Policy {
    content_security: HeaderValue,
}

impl Policy {
    /// The policy of a site whose document is `index_html`.
    ///
    /// # Errors
    ///
    /// Never in practice: the policy is made of ASCII.
    pub fn of(index_html: &str) -> Result<Self, header::InvalidHeaderValue> {
        let content_security = content_security(index_html)?;
        Ok(Self { content_security })
    }

    /// What gives every response its headers.
    pub fn layer(&self) -> SetMultipleResponseHeadersLayer<Response> {
        let always = ALWAYS.map(|(name, value)| (name, HeaderValue::from_static(value)).into());
        let contexts = CONTEXTS.map(|(name, value)| (name, HeaderValue::from_static(value)));
        let contexts = contexts
            .into_iter()
            .chain([(header::CONTENT_SECURITY_POLICY, self.content_security.clone())])
            .map(|(name, value)| {
                // What can only be a part of a page runs nothing, and a phone downloads these headers with each part.
                let unless_part = move |response: &Response| (!is_part(response)).then(|| value.clone());
                (name, unless_part).into()
            });
        SetMultipleResponseHeadersLayer::overriding(always.into_iter().chain(contexts).collect())
    }
}

fn is_part(response: &Response) -> bool {
    let kind = response.headers().get(header::CONTENT_TYPE);
    kind.is_some_and(|found| PARTS.iter().any(|part| found == part))
}

/// The content security policy.
///
/// The document's inline scripts are allowed by their hash. A nonce would not do: the service worker keeps the
/// document, so the same one is shown again long after it was sent.
fn content_security(index_html: &str) -> Result<HeaderValue, header::InvalidHeaderValue> {
    let hashes: String = inline_scripts(index_html)
        .map(|script| {
            let hash = BASE64_STANDARD.encode(Sha256::digest(script.as_bytes()));
            format!(" 'sha256-{hash}'")
        })
        .collect();
    let policy = format!(
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'{hashes}; style-src 'self'; \
         img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; \
         object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; \
         require-trusted-types-for 'script'; trusted-types default"
    );
    HeaderValue::from_str(&policy)
}

/// Media types that never become a document or a worker.
const PARTS: [&str; 4] = ["application/wasm", "font/woff2", "image/png", "text/css; charset=utf-8"];

const ALWAYS: [(HeaderName, &str); 2] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
];

const CONTEXTS: [(HeaderName, &str); 3] = [
    (header::REFERRER_POLICY, "no-referrer"),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(self), bluetooth=(), display-capture=(), geolocation=(), hid=(), microphone=(), payment=(), serial=(), usb=()",
    ),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
];

/// The text of every `<script>` without `src`, exactly as the browser hashes it.
fn inline_scripts(html: &str) -> impl Iterator<Item = &str> {
    let mut rest = html;
    std::iter::from_fn(move || {
        loop {
            let (_, tag_on) = rest.split_once("<script")?;
            let (attributes, content_on) = tag_on.split_once('>')?;
            let (content, after) = content_on.split_once("</script>")?;
            rest = after;
            if !attributes.contains("src=") {
                return Some(content);
            }
        }
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn inline_scripts_are_found_and_others_are_not() {
        let html = r#"<script>a()</script><script type="module" src="/b.js"></script>
            <p>script</p><script type="module"> c() </script>"#;
        let found: Vec<_> = inline_scripts(html).collect();
        assert_eq!(found, ["a()", " c() "]);
    }

    #[test]
    fn a_page_without_inline_scripts_allows_none() {
        let policy = content_security("<p>Sổ Khối</p>").unwrap();
        let policy = policy.to_str().unwrap();
        assert!(policy.contains("script-src 'self' 'wasm-unsafe-eval'; style-src 'self';"));
    }

    #[test]
    fn the_hash_is_the_one_the_standard_names() {
        // From the Content Security Policy specification, 6.7.3.3: "doSomething();" style example,
        // computed with `printf %s 'alert(1)' | openssl dgst -sha256 -binary | base64`.
        let policy = content_security("<script>alert(1)</script>").unwrap();
        let policy = policy.to_str().unwrap();
        assert!(policy.contains("'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"));
    }

    #[tokio::test]
    async fn what_can_run_is_told_what_it_may_and_the_rest_only_what_it_is() {
        use axum::{body::Body, extract::Request};
        use tower::{Layer, ServiceExt, service_fn};
        let headers_of = async |media_type: Option<&'static str>| {
            let answer = service_fn(move |_: Request| async move {
                let mut response = Response::default();
                if let Some(found) = media_type {
                    let found = HeaderValue::from_static(found);
                    response.headers_mut().insert(header::CONTENT_TYPE, found);
                }
                Ok::<Response, std::convert::Infallible>(response)
            });
            let layer = Policy::of("").unwrap().layer();
            let answer = layer.layer(answer).oneshot(Request::new(Body::empty())).await;
            answer.unwrap().into_parts().0.headers
        };
        for runs in [
            None,
            Some("text/html; charset=utf-8"),
            Some("text/javascript; charset=utf-8"),
            Some("image/svg+xml"),
            Some("application/problem+json"),
        ] {
            let headers = headers_of(runs).await;
            assert!(headers.contains_key("content-security-policy"), "{runs:?}");
            assert_eq!(headers["x-content-type-options"], "nosniff");
        }
        for part in PARTS {
            let headers = headers_of(Some(part)).await;
            assert!(!headers.contains_key("content-security-policy"), "{part}");
            assert_eq!(headers["x-content-type-options"], "nosniff");
        }
    }
}
