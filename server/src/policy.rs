//! The headers that protect the site: those that every response carries, and those that speak to a document or a worker.

use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use base64::{Engine, prelude::BASE64_STANDARD};
use sha2::{Digest, Sha256};

/// The headers of one site.
#[derive(Debug)]
pub struct Policy {
    contexts: HeaderMap,
}

impl Policy {
    /// The policy of a site whose document is `index_html`.
    ///
    /// # Errors
    ///
    /// Never in practice: the policy is made of ASCII.
    pub fn of(index_html: &str) -> Result<Self, header::InvalidHeaderValue> {
        let mut contexts = HeaderMap::from_iter(CONTEXTS.map(|(name, value)| (name, HeaderValue::from_static(value))));
        contexts.insert(header::CONTENT_SECURITY_POLICY, content_security(index_html)?);
        Ok(Self { contexts })
    }

    /// Adds the headers to those of a response.
    pub fn add_to(&self, response: &mut HeaderMap) {
        for (name, value) in ALWAYS {
            response.insert(name, HeaderValue::from_static(value));
        }
        // What can only be a part of a page runs nothing, and a phone downloads these headers with each part.
        let is_part = response
            .get(header::CONTENT_TYPE)
            .is_some_and(|found| PARTS.iter().any(|part| found == part));
        if !is_part {
            response.extend(self.contexts.clone());
        }
    }
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
         object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
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
        "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
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

    #[test]
    fn what_can_run_is_told_what_it_may_and_the_rest_only_what_it_is() {
        let policy = Policy::of("").unwrap();
        let headers_of = |media_type: Option<&'static str>| {
            let mut headers = HeaderMap::new();
            if let Some(found) = media_type {
                headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(found));
            }
            policy.add_to(&mut headers);
            headers
        };
        for runs in [
            None,
            Some("text/html; charset=utf-8"),
            Some("text/javascript; charset=utf-8"),
            Some("image/svg+xml"),
            Some("application/problem+json"),
        ] {
            let headers = headers_of(runs);
            assert!(headers.contains_key("content-security-policy"), "{runs:?}");
            assert_eq!(headers["x-content-type-options"], "nosniff");
        }
        for part in PARTS {
            let headers = headers_of(Some(part));
            assert!(!headers.contains_key("content-security-policy"), "{part}");
            assert_eq!(headers["x-content-type-options"], "nosniff");
        }
    }
}
