//! Whether a request that changes something comes from the app's own pages. The session's cookie is `SameSite=Strict`; this stands
//! behind it, for other programs on the same host and for browsers that do not know that word.

use axum::http::{HeaderMap, header};

/// Why a request that would change something is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Foreign {
    /// `Sec-Fetch-Site` or `Origin` names another site, or neither is there.
    Origin,
    /// The body is not said to be JSON: a form of another site could send it without being asked.
    MediaType,
}

/// Checks the headers of a request that would change something. `has_body` is whether one is expected.
///
/// # Errors
///
/// What is foreign about it.
pub fn check(headers: &HeaderMap, has_body: bool) -> Result<(), Foreign> {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    // A browser writes it itself, and no page can change it.
    match text("sec-fetch-site") {
        Some("same-origin" | "none") => {}
        Some(_) => return Err(Foreign::Origin),
        None => {
            let host = text("x-forwarded-host").or(text("host"));
            let origin = text("origin").and_then(host_of);
            if origin.is_none() || origin != host.map(str::trim) {
                return Err(Foreign::Origin);
            }
        }
    }
    if has_body && !text(header::CONTENT_TYPE.as_str()).is_some_and(is_json) {
        return Err(Foreign::MediaType);
    }
    Ok(())
}

fn host_of(origin: &str) -> Option<&str> {
    origin
        .strip_prefix("https://")
        .or_else(|| origin.strip_prefix("http://"))
}

fn is_json(media_type: &str) -> bool {
    let name = media_type.split(';').next().unwrap_or_default();
    name.trim().eq_ignore_ascii_case("application/json")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn checked(lines: &[(&'static str, &str)]) -> Result<(), Foreign> {
        let mut headers = HeaderMap::new();
        headers.insert("content-type", "application/json; charset=utf-8".parse().unwrap());
        for (name, value) in lines {
            headers.insert(*name, value.parse().unwrap());
        }
        check(&headers, true)
    }

    #[test]
    fn our_own_pages_may() {
        assert_eq!(checked(&[("sec-fetch-site", "same-origin")]), Ok(()));
        assert_eq!(checked(&[("sec-fetch-site", "none")]), Ok(()));
        assert_eq!(
            checked(&[("origin", "http://a.vn:8080"), ("host", "a.vn:8080")]),
            Ok(())
        );
        let proxied = [
            ("origin", "https://a.vn"),
            ("host", "127.0.0.1:8080"),
            ("x-forwarded-host", "a.vn"),
        ];
        assert_eq!(checked(&proxied), Ok(()));
    }

    #[test]
    fn others_and_those_that_do_not_say_may_not() {
        let foreign = Err(Foreign::Origin);
        assert_eq!(checked(&[]), foreign);
        for site in ["cross-site", "same-site", ""] {
            let lines = [("sec-fetch-site", site), ("origin", "http://a.vn"), ("host", "a.vn")];
            assert_eq!(checked(&lines), foreign, "{site}");
        }
        for origin in [
            "null",
            "http://b.vn",
            "http://a.vn:81",
            "http://a.vn.b.vn",
            "ftp://a.vn",
        ] {
            assert_eq!(checked(&[("origin", origin), ("host", "a.vn")]), foreign, "{origin}");
        }
    }

    #[test]
    fn a_form_may_not() {
        for media_type in ["text/plain", "application/x-www-form-urlencoded", ""] {
            let lines = [("sec-fetch-site", "same-origin"), ("content-type", media_type)];
            assert_eq!(checked(&lines), Err(Foreign::MediaType), "{media_type}");
        }
    }
}
