//! What stands before every address: other sites, too many tries, too many requests, slow clients, big heads.

use std::{
    io::{Read, Write},
    net::TcpStream,
    sync::Arc,
    time::{Duration, Instant},
};

use serde_json::json;
use so_khoi_server::{
    api::table::ENDPOINTS,
    router,
    serve::{Limits, serve},
    state::App,
    throttle::{Allowance, Throttle},
};
use tokio::sync::oneshot;

use super::browser::{PASSWORD, exchange, server, server_with};
use crate::support::database::Kind;

#[tokio::test]
async fn nothing_is_changed_from_another_site() {
    let server = server(Kind::Sqlite, "csrf").await;
    let mut admin = server.admin().await;
    let host = server.address;
    let writing = ENDPOINTS.iter().filter(|endpoint| endpoint.writes());
    for endpoint in writing {
        let foreign = [
            vec![],
            vec!["Sec-Fetch-Site: cross-site".to_owned()],
            vec!["Sec-Fetch-Site: same-site".to_owned()],
            vec!["Origin: https://evil.vn".to_owned()],
            vec!["Origin: null".to_owned()],
            vec![
                "Sec-Fetch-Site: cross-site".to_owned(),
                format!("Origin: http://{host}"),
            ],
        ];
        let body = endpoint.takes.map(|_| json!({}));
        for lines in foreign {
            admin.lines = lines;
            let reply = admin.send(endpoint.method, endpoint.path, body.clone()).await;
            reply.is(403, "cross-origin");
        }
        if endpoint.takes.is_some() {
            admin.lines = vec![format!("Origin: http://{host}"), "Content-Type: text/plain".to_owned()];
            admin
                .send(endpoint.method, endpoint.path, body)
                .await
                .is(415, "not-json");
        }
    }
    admin.lines = vec![format!("Origin: http://{host}")];
    admin.delete("/session").await.ok(204);
}

#[tokio::test]
async fn no_answer_is_kept_on_the_way() {
    let server = server(Kind::Sqlite, "kept").await;
    let mut admin = server.admin().await;
    for endpoint in ENDPOINTS.iter().filter(|endpoint| !endpoint.writes()) {
        let answer = admin.get(endpoint.path).await.answer;
        let rule = answer.header("cache-control");
        assert!(
            rule.contains("no-store") || rule.contains("no-cache"),
            "{}: {rule:?}",
            endpoint.path
        );
    }
    for (name, password) in [("vpdu", PASSWORD), ("vpdu", "sai mật khẩu rồi")] {
        let reply = server.browser().sign_in(name, password).await;
        assert_eq!(reply.answer.header("cache-control"), "no-store");
    }
}

#[tokio::test]
async fn a_name_is_tried_a_few_times_and_then_waits() {
    let server = server(Kind::Sqlite, "throttle-name").await;
    let mut admin = server.admin().await;
    let mut stranger = server.browser();
    for _ in 0..10 {
        stranger
            .sign_in("vpdu", "đoán mò thôi mà")
            .await
            .is(401, "wrong-password");
    }
    // Even the right password waits now; otherwise trying would go on by it.
    let reply = stranger.sign_in("vpdu", PASSWORD).await;
    reply.is(429, "throttled");
    let wait: u64 = reply.answer.header("retry-after").parse().unwrap();
    assert!((1..=61).contains(&wait), "{wait}");
    assert_eq!(reply.json["retry_after"], wait);
    assert_eq!(reply.json["retryable"], true);
    // Whoever is in stays in, and other names are not concerned.
    admin.get("/me").await.ok(200);
    stranger
        .sign_in("chi-bo-bao", "đoán mò thôi mà")
        .await
        .is(401, "wrong-password");
    server.app.clock.advance(61_000);
    stranger.sign_in("vpdu", PASSWORD).await.ok(200);
}

#[tokio::test]
async fn a_peer_is_throttled_whatever_names_it_tries_and_others_are_not() {
    let server = server(Kind::Sqlite, "throttle-peer").await;
    server.admin().await;
    let from = |address: &str| {
        let mut browser = server.browser();
        browser.lines.push(format!("X-Forwarded-For: {address}"));
        browser
    };
    let mut robot = from("203.0.113.7");
    let mut refused = 0;
    for n in 0..70 {
        let reply = robot.sign_in(&format!("don-vi-{n}"), "mật khẩu hay dùng").await;
        refused += usize::from(reply.answer.status == 429);
    }
    assert_eq!(refused, 10);
    from("203.0.113.8").sign_in("vpdu", PASSWORD).await.ok(200);
    // Codes are counted, too.
    let mut refused = 0;
    for n in 0..70 {
        let reply = robot.get(&format!("/invitations/open/made-up-{n}")).await;
        refused += usize::from(reply.answer.status == 429);
    }
    assert_eq!(refused, 10);
}

#[tokio::test]
async fn the_old_password_is_not_tried_without_end_either() {
    let server = server(Kind::Sqlite, "throttle-old").await;
    let mut admin = server.admin().await;
    let body = json!({ "old": "đoán mò thôi mà", "new": "một câu khác hẳn" });
    for _ in 0..10 {
        admin.post("/me/password", body.clone()).await.is(403, "wrong-password");
    }
    admin.post("/me/password", body).await.is(429, "throttled");
}

#[tokio::test]
async fn a_session_that_asks_too_often_waits_and_others_do_not() {
    let few = Allowance {
        burst: 20,
        every: Duration::from_secs(1),
    };
    let server = server_with(Kind::Sqlite, "rate", |shared| {
        shared.requests = Some(Throttle::new(few))
    })
    .await;
    let mut one = server.known("mot", so_khoi::sync::rights::Role::Viewer, None).await;
    let mut other = server.known("hai", so_khoi::sync::rights::Role::Viewer, None).await;
    for _ in 0..20 {
        one.get("/me").await.ok(200);
    }
    let reply = one.get("/me").await;
    reply.is(429, "rate-limited");
    assert_eq!(reply.json["retryable"], true);
    other.get("/me").await.ok(200);
    server.app.clock.advance(1_000);
    one.get("/me").await.ok(200);
    // Made-up sessions take from the address that makes them up.
    let mut refused = 0;
    for n in 0..40 {
        let mut robot = server.browser();
        robot.cookie = Some(format!("so-khoi=made-up-{n}"));
        refused += usize::from(robot.get("/me").await.answer.status == 429);
    }
    assert!(refused >= 20, "{refused}");
}

/// A server with limits of its own, and what asks it to stop.
async fn limited(
    test: &str,
    limits: Limits,
) -> (std::net::SocketAddr, oneshot::Sender<()>, tokio::task::JoinHandle<bool>) {
    let app = server(Kind::Sqlite, test).await.app;
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (ask, asked) = oneshot::channel();
    let metrics = Arc::clone(&app.metrics);
    let stop = async {
        let _ = asked.await;
    };
    let serving = tokio::spawn(serve(listener, router(App::clone(&app)), metrics, limits, stop));
    (address, ask, serving)
}

/// How long the server keeps a connection on which this was sent.
fn kept_for(address: std::net::SocketAddr, sent: &[&[u8]], pause: Duration) -> Duration {
    let begun = Instant::now();
    let mut stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    for part in sent {
        if stream.write_all(part).is_err() {
            return begun.elapsed();
        }
        std::thread::sleep(pause);
    }
    let mut rest = Vec::new();
    // An error is a connection that was reset, which is an end, too.
    match stream.read_to_end(&mut rest) {
        Err(error) if error.kind() == std::io::ErrorKind::WouldBlock => panic!("it is still open"),
        _ => begun.elapsed(),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn slow_clients_are_not_waited_for() {
    let limits = Limits {
        head: Duration::from_secs(1),
        stall: Duration::from_secs(2),
        ..Limits::default()
    };
    let (address, _ask, _serving) = limited("slow", limits).await;
    let kept = tokio::task::spawn_blocking(move || {
        let head: &[u8] = b"POST /api/v1/session HTTP/1.1\r\nHost: a\r\nSec-Fetch-Site: none\r\n\
            Content-Type: application/json\r\nContent-Length: 100\r\n\r\n";
        [
            // Nothing at all; half a head; a head a letter at a time; no body.
            kept_for(address, &[], Duration::ZERO),
            kept_for(address, &[b"GET /api/v1/health HT"], Duration::ZERO),
            kept_for(address, &[b"G".as_slice(); 40], Duration::from_millis(100)),
            kept_for(address, &[head], Duration::ZERO),
        ]
    });
    for kept in kept.await.unwrap() {
        assert!(kept < Duration::from_secs(10), "{kept:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_head_has_its_limits() {
    let (address, _ask, _serving) = limited("heads", Limits::default()).await;
    let get = async |lines: Vec<String>| exchange(address, "GET", "/api/v1/health", lines, None).await.status;
    assert_eq!(get(vec![format!("X-Long: {}", "a".repeat(8_000))]).await, 200);
    assert_eq!(get(vec![format!("X-Long: {}", "a".repeat(80_000))]).await, 431);
    assert_eq!(get((0..100).map(|n| format!("X-{n}: a")).collect()).await, 431);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_in_flight_is_finished_when_the_program_is_asked_to_stop() {
    let (address, ask, serving) = limited("graceful", Limits::default()).await;
    let asking = tokio::task::spawn_blocking(move || {
        let body = json!({ "name": "vpdu", "password": "không phải thế" }).to_string();
        let (first, second) = body.split_at(10);
        let mut stream = TcpStream::connect(address).unwrap();
        let head = format!(
            "POST /api/v1/session HTTP/1.1\r\nHost: a\r\nSec-Fetch-Site: none\r\n\
             Content-Type: application/json\r\nContent-Length: {}\r\n\r\n",
            body.len()
        );
        stream.write_all(head.as_bytes()).unwrap();
        stream.write_all(first.as_bytes()).unwrap();
        std::thread::sleep(Duration::from_millis(300));
        let _ = ask.send(());
        std::thread::sleep(Duration::from_millis(300));
        assert!(TcpStream::connect(address).is_err(), "nobody else is let in");
        stream.write_all(second.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    });
    let answer = asking.await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 401"), "{answer}");
    assert!(answer.contains("wrong-password"), "{answer}");
    assert!(serving.await.unwrap(), "all was finished");
}
