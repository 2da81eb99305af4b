//! The headers that every response carries.

use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use base64::{Engine, prelude::BASE64_STANDARD};
use sha2::{Digest, Sha256};

/// The headers for a site whose document is `index_html`.
///
/// Its inline scripts are allowed by their hash. A nonce would not do: the service worker keeps the
/// document, so the same one is shown again long after it was sent.
///
/// # Errors
///
/// Never in practice: the policy is made of ASCII.
pub fn headers(index_html: &str) -> Result<HeaderMap, header::InvalidHeaderValue> {
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
    let mut headers = HeaderMap::new();
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_str(&policy)?);
    for (name, value) in FIXED {
        headers.insert(name, HeaderValue::from_static(value));
    }
    Ok(headers)
}

const FIXED: [(HeaderName, &str); 5] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    ),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
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
        let headers = headers("<p>Sổ Khối</p>").unwrap();
        let policy = headers["content-security-policy"].to_str().unwrap();
        assert!(policy.contains("script-src 'self' 'wasm-unsafe-eval'; style-src 'self';"));
    }

    #[test]
    fn the_hash_is_the_one_the_standard_names() {
        // From the Content Security Policy specification, 6.7.3.3: "doSomething();" style example,
        // computed with `printf %s 'alert(1)' | openssl dgst -sha256 -binary | base64`.
        let headers = headers("<script>alert(1)</script>").unwrap();
        let policy = headers["content-security-policy"].to_str().unwrap();
        assert!(policy.contains("'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"));
    }
}
