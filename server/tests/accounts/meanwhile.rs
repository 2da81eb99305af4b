//! What changes while a request is on its way, and what somebody brings along who knew a session before.

use std::{
    io::{Read, Write},
    net::TcpStream,
    time::Duration,
};

use serde_json::{Value, json};
use so_khoi::sync::rights::Role;

use super::browser::{Browser, PASSWORD, server};
use crate::support::{Answer, database::Kind, parse};

/// A request of which the server has the head and half the body.
struct Begun {
    stream: TcpStream,
    rest: Vec<u8>,
}

impl Begun {
    async fn new(browser: &Browser, method: &str, path: &str, body: &Value) -> Self {
        let body = body.to_string().into_bytes();
        let (first, rest) = body.split_at(body.len() / 2);
        let cookie = browser.cookie.clone().unwrap();
        let mut head = format!(
            "{method} /api/v1{path} HTTP/1.1\r\nHost: a\r\nSec-Fetch-Site: same-origin\r\nConnection: close\r\nCookie: {cookie}\r\n\
             Content-Type: application/json\r\nContent-Length: {}\r\n\r\n",
            body.len()
        )
        .into_bytes();
        head.extend_from_slice(first);
        let mut stream = TcpStream::connect(browser.address).unwrap();
        stream.write_all(&head).unwrap();
        // Time to ask who it is. Were it too short, the request would be refused for what it is not about.
        tokio::time::sleep(Duration::from_millis(500)).await;
        Self {
            stream,
            rest: rest.to_owned(),
        }
    }

    async fn end(mut self) -> Answer {
        tokio::task::spawn_blocking(move || {
            let _ = self.stream.write_all(&self.rest);
            let mut bytes = Vec::new();
            let _ = self.stream.read_to_end(&mut bytes);
            parse(&bytes)
        })
        .await
        .unwrap()
    }
}

async fn own_path(browser: &mut Browser) -> String {
    let id = browser.get("/me").await.ok(200)["account"]["id"].clone();
    format!("/accounts/{}", id.as_str().unwrap())
}

fn code(answer: &Answer) -> String {
    let body: Value = serde_json::from_slice(&answer.body).unwrap_or_default();
    body["code"].as_str().unwrap_or_default().to_owned()
}

async fn what_was_begun_with_a_right_is_not_ended_without_it(kind: Kind) {
    let server = server(kind, "meanwhile").await;
    let mut admin = server.admin().await;
    for (at, change, status, problem) in [
        (0, json!({ "disabled": true }), 401, "signed-out"),
        (1, json!({ "role": "viewer" }), 403, "forbidden"),
    ] {
        let mut other = server.known(&format!("quan-tri-{at}"), Role::Admin, None).await;
        let path = own_path(&mut other).await;
        // He would take back what is about to be taken from him, and keep a way in.
        let begun = [
            Begun::new(&other, "PATCH", &path, &json!({ "disabled": false, "role": "admin" })).await,
            Begun::new(&other, "POST", "/invitations", &json!({ "role": "admin" })).await,
        ];
        let before = admin.get("/invitations").await.ok(200);
        let changed = admin.patch(&path, change).await.ok(200);
        for request in begun {
            let answer = request.end().await;
            assert_eq!((answer.status, code(&answer).as_str()), (status, problem));
        }
        let accounts = admin.get("/accounts").await.ok(200);
        let now = accounts
            .as_array()
            .unwrap()
            .iter()
            .find(|one| one["id"] == changed["id"])
            .unwrap();
        assert_eq!(
            (&now["role"], &now["disabled"]),
            (&changed["role"], &changed["disabled"])
        );
        assert_eq!(admin.get("/invitations").await.ok(200), before);
    }
}

async fn a_session_that_was_there_before_is_not_the_one_that_is_signed_in(kind: Kind) {
    let server = server(kind, "fixation").await;
    let mut admin = server.admin().await;
    let code = admin.invite(json!({ "role": "viewer" })).await;
    // A name for the session that somebody else chose is not taken, neither by signing in nor by joining.
    let chosen = "so-khoi=chosen-by-somebody-else";
    for joins in [false, true] {
        let mut browser = server.browser();
        browser.cookie = Some(chosen.to_owned());
        match joins {
            false => browser.sign_in("vpdu", PASSWORD).await.ok(200),
            true => browser.join(&code, "ban-dan-van").await.ok(200),
        };
        let given = browser.cookie.clone().unwrap();
        assert!(given != chosen && given.len() > chosen.len(), "{given}");
        browser.get("/me").await.ok(200);
        let mut other = server.browser();
        other.cookie = Some(chosen.to_owned());
        other.get("/me").await.is(401, "signed-out");
    }
    // A real session of another account, put into the browser: whoever signs in does not go on in it, and it ends.
    let mut planted = server.known("ke-gian", Role::Viewer, None).await;
    let mut victim = server.browser();
    victim.cookie = planted.cookie.clone();
    assert_eq!(
        victim.sign_in("vpdu", PASSWORD).await.ok(200)["account"]["name"],
        "vpdu"
    );
    assert_ne!(victim.cookie, planted.cookie);
    planted.get("/me").await.is(401, "signed-out");
}

async fn a_cookie_that_was_seen_opens_nothing_once_its_session_ended(kind: Kind) {
    let server = server(kind, "replay").await;
    let mut admin = server.admin().await;
    let seen = admin.clone();
    let ends: [(&str, &str); 2] = [("DELETE", "/session"), ("DELETE", "/sessions")];
    for (method, path) in ends {
        let mut browser = server.browser();
        browser.sign_in("vpdu", PASSWORD).await.ok(200);
        let kept = browser.clone();
        browser.send(method, path, None).await.ok(204);
        for path in ["/me", "/accounts", "/changes?since=x"] {
            kept.clone().get(path).await.is(401, "signed-out");
        }
        kept.clone()
            .post("/invitations", json!({ "role": "admin" }))
            .await
            .is(401, "signed-out");
    }
    // The second ended all of them.
    seen.clone().get("/me").await.is(401, "signed-out");
    // A new password ends a session that was copied, and not the one in which it was set.
    admin.sign_in("vpdu", PASSWORD).await.ok(200);
    let mut stolen = server.browser();
    stolen.sign_in("vpdu", PASSWORD).await.ok(200);
    let new = json!({ "old": PASSWORD, "new": "một câu khác hẳn" });
    admin.post("/me/password", new).await.ok(204);
    stolen.get("/me").await.is(401, "signed-out");
    admin.get("/me").await.ok(200);
}

async fn many_who_try_one_name_wait_together(kind: Kind) {
    let server = server(kind, "botnet").await;
    let mut admin = server.admin().await;
    let mut statuses = Vec::new();
    for at in 0..30 {
        let mut robot = server.browser();
        robot.lines.push(format!("X-Forwarded-For: 203.0.113.{at}"));
        statuses.push(robot.sign_in("vpdu", &format!("mật khẩu thứ {at}")).await.answer.status);
    }
    assert_eq!(
        statuses.iter().filter(|status| **status == 401).count(),
        10,
        "{statuses:?}"
    );
    assert_eq!(
        statuses.iter().filter(|status| **status == 429).count(),
        20,
        "{statuses:?}"
    );
    // Whoever is signed in goes on.
    admin.get("/me").await.ok(200);
}

on_both!(
    what_was_begun_with_a_right_is_not_ended_without_it,
    a_session_that_was_there_before_is_not_the_one_that_is_signed_in,
    a_cookie_that_was_seen_opens_nothing_once_its_session_ended,
    many_who_try_one_name_wait_together,
);
