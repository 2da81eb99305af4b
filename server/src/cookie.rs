//! The session's cookie.
//!
//! Over https it is called `__Host-so-khoi`, which a browser takes only with `Secure`, with `Path=/` and without `Domain`: no other program
//! on a neighbouring name can set it. Over http (this machine, or a LAN without certificates) that name is not allowed, and it is
//! called `so-khoi`.

use axum::http::{HeaderMap, header};

/// The cookie's name over https.
pub const SECURE: &str = "__Host-so-khoi";
/// Its name over http.
pub const PLAIN: &str = "so-khoi";

/// The token that a request brings. Over https only the protected name counts.
pub fn token(headers: &HeaderMap, is_secure: bool) -> Option<&str> {
    let wanted = name(is_secure);
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(name, _)| *name == wanted)
        .map(|(_, value)| value)
        .filter(|value| !value.is_empty())
}

/// The line that gives a token to a browser, for as many seconds as the session lasts.
pub fn set(token: &str, seconds: i64, is_secure: bool) -> String {
    let name = name(is_secure);
    let secure = if is_secure { "; Secure" } else { "" };
    format!("{name}={token}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Strict{secure}")
}

/// The line that takes it away again.
pub fn clear(is_secure: bool) -> String {
    set("", 0, is_secure)
}

fn name(is_secure: bool) -> &'static str {
    if is_secure { SECURE } else { PLAIN }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_browser_is_told_all_that_protects_it() {
        assert_eq!(
            set("abc", 60, true),
            "__Host-so-khoi=abc; Path=/; Max-Age=60; HttpOnly; SameSite=Strict; Secure"
        );
        assert_eq!(
            set("abc", 60, false),
            "so-khoi=abc; Path=/; Max-Age=60; HttpOnly; SameSite=Strict"
        );
        assert!(clear(true).contains("Max-Age=0"));
    }

    #[test]
    fn over_https_a_plain_cookie_opens_nothing() {
        let mut headers = HeaderMap::new();
        headers.append("cookie", "a=b; so-khoi=plain".parse().unwrap());
        assert_eq!(token(&headers, false), Some("plain"));
        assert_eq!(token(&headers, true), None);
        headers.append("cookie", "__Host-so-khoi=good; so-khoi=".parse().unwrap());
        assert_eq!(token(&headers, true), Some("good"));
    }
}
