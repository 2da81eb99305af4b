//! What a browser gets, through real sockets.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use support::{INDEX, dist, get, request, serve};

const FOR_EVER: &str = "public, max-age=31536000, immutable";

#[tokio::test]
async fn every_page_is_the_document() {
    let address = serve(&dist("pages")).await;
    for page in ["/", "/index.html", "/study", "/admission/2022?period=2022-07", "/a/b/c"] {
        let answer = get(address, page, &[]).await;
        assert_eq!(answer.status, 200, "{page}");
        assert_eq!(answer.header("content-type"), "text/html; charset=utf-8");
        assert_eq!(answer.header("cache-control"), "no-cache");
        assert_eq!(answer.body, INDEX.as_bytes());
    }
}

#[tokio::test]
async fn a_missing_file_is_not_a_page() {
    let address = serve(&dist("missing")).await;
    for path in [
        "/assets/old-0.js",
        "/favicon.ico",
        "/.env",
        "/../Cargo.toml",
        "/assets/%2e%2e/x.toml",
    ] {
        let answer = get(address, path, &[]).await;
        assert_eq!(answer.status, 404, "{path}");
        assert_eq!(answer.header("cache-control"), "no-store");
    }
}

#[tokio::test]
async fn the_smallest_accepted_form_is_sent() {
    let address = serve(&dist("forms")).await;
    let forms: [(&[&str], &str, &[u8]); 4] = [
        (&["Accept-Encoding: gzip, br"], "br", b"as brotli"),
        (&["Accept-Encoding: gzip"], "gzip", b"as gzip"),
        (&["Accept-Encoding: zstd"], "", b"\0asm"),
        (&[], "", b"\0asm"),
    ];
    let mut tags = Vec::new();
    for (accept, encoding, body) in forms {
        let answer = get(address, "/assets/app-1.wasm", accept).await;
        assert_eq!(answer.header("content-encoding"), encoding);
        assert_eq!(answer.body, body);
        assert_eq!(answer.header("content-type"), "application/wasm");
        assert_eq!(answer.header("vary"), "accept-encoding");
        tags.push(answer.header("etag").to_owned());
    }
    tags.dedup();
    assert_eq!(tags.len(), 3, "each form has its own tag: {tags:?}");
}

#[tokio::test]
async fn a_compressed_form_is_no_file_of_its_own() {
    let address = serve(&dist("form-names")).await;
    assert_eq!(get(address, "/assets/app-1.wasm.br", &[]).await.status, 404);
}

#[tokio::test]
async fn hashed_names_are_kept_for_ever_and_others_asked_for_again() {
    let address = serve(&dist("cache")).await;
    let rules = [
        ("/assets/font-1.woff2", FOR_EVER, "font/woff2"),
        ("/sw.js", "no-cache", "text/javascript; charset=utf-8"),
        (
            "/manifest.webmanifest",
            "no-cache",
            "application/manifest+json; charset=utf-8",
        ),
        ("/icons/icon.png", "no-cache", "image/png"),
    ];
    for (path, rule, media_type) in rules {
        let answer = get(address, path, &[]).await;
        assert_eq!(answer.header("cache-control"), rule, "{path}");
        assert_eq!(answer.header("content-type"), media_type, "{path}");
    }
}

#[tokio::test]
async fn what_the_client_has_is_not_sent_again() {
    let address = serve(&dist("tags")).await;
    let tag = get(address, "/", &[]).await.header("etag").to_owned();
    for known in [
        tag.clone(),
        format!("W/{tag}"),
        format!("\"other\", {tag}"),
        "*".to_owned(),
    ] {
        let answer = get(address, "/study", &[&format!("If-None-Match: {known}")]).await;
        assert_eq!(answer.status, 304, "{known}");
        assert_eq!(answer.header("etag"), tag);
        assert!(answer.body.is_empty());
    }
    assert_eq!(get(address, "/", &["If-None-Match: \"other\""]).await.status, 200);
}

#[tokio::test]
async fn head_is_get_without_the_body_and_other_methods_are_refused() {
    let address = serve(&dist("methods")).await;
    let head = request(address, "HEAD", "/", &[]).await;
    assert_eq!(head.status, 200);
    assert_eq!(head.header("content-length"), INDEX.len().to_string());
    assert!(head.body.is_empty());
    for method in ["POST", "PUT", "DELETE"] {
        assert_eq!(request(address, method, "/", &[]).await.status, 405, "{method}");
    }
}

#[tokio::test]
async fn every_answer_that_can_run_carries_the_policy() {
    let address = serve(&dist("policy")).await;
    for path in ["/", "/gone.js", "/api/v1/health", "/api/gone"] {
        let answer = get(address, path, &[]).await;
        let policy = answer.header("content-security-policy");
        // printf %s 'theme()' | openssl dgst -sha256 -binary | base64
        assert!(
            policy.contains("script-src 'self' 'wasm-unsafe-eval' 'sha256-Rfr3GgHZFiXm+TmNr+li+0sZ4J9FGllo8jsXcJF5XZ8='; style-src 'self';"),
            "{path}: {policy}"
        );
        assert!(policy.contains("frame-ancestors 'none'"), "{path}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(answer.header("referrer-policy"), "no-referrer", "{path}");
        assert_eq!(answer.header("cross-origin-opener-policy"), "same-origin", "{path}");
        assert_eq!(answer.header("cross-origin-resource-policy"), "same-origin", "{path}");
        assert!(
            policy.ends_with("require-trusted-types-for 'script'; trusted-types default"),
            "{path}: {policy}"
        );
        for never in ["unsafe-inline", "'unsafe-eval'", "http:", "https:", "*"] {
            assert!(!policy.contains(never), "{path}: {policy}");
        }
        assert_eq!(answer.header("server"), "", "{path}");
        assert_eq!(answer.header("access-control-allow-origin"), "", "{path}");
        assert!(
            answer
                .header("permissions-policy")
                .starts_with("camera=(self), bluetooth=(), "),
            "{path}"
        );
    }
    let part = get(address, "/assets/app-1.wasm", &[]).await;
    assert_eq!(part.header("content-security-policy"), "");
    assert_eq!(part.header("x-content-type-options"), "nosniff");
    assert_eq!(part.header("cross-origin-resource-policy"), "same-origin");
}

#[tokio::test]
async fn the_endpoint_says_that_it_is_well() {
    let address = serve(&dist("health")).await;
    let answer = get(address, "/api/v1/health", &[]).await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("cache-control"), "no-store");
    let body: serde_json::Value = serde_json::from_slice(&answer.body).unwrap();
    assert_eq!(body["status"], "ok");
    assert_eq!(body["build"], "abc123");
}

#[tokio::test]
async fn errors_of_the_endpoint_are_problem_documents() {
    let address = serve(&dist("problems")).await;
    let cases = [
        ("GET", "/api/v1/nothing", 404, "not-found"),
        ("GET", "/api/x.js", 404, "not-found"),
        ("GET", "/api/", 404, "not-found"),
        ("GET", "/api", 404, "not-found"),
        ("POST", "/api/v1/health", 405, "method-not-allowed"),
    ];
    for (method, path, status, code) in cases {
        let ours = ["Sec-Fetch-Site: same-origin", "Content-Type: application/json"];
        let answer = request(address, method, path, &ours).await;
        assert_eq!(answer.status, status, "{path}");
        assert_eq!(answer.header("content-type"), "application/problem+json", "{path}");
        let body: serde_json::Value = serde_json::from_slice(&answer.body).unwrap();
        assert_eq!(body["status"], status, "{path}");
        assert_eq!(body["code"], code, "{path}");
        assert_eq!(body["retryable"], false, "{path}");
    }
}
