//! Signing in and out, sessions, passwords.

use serde_json::json;
use so_khoi::sync::rights::Role;
use so_khoi_server::accounts::sessions::LASTING_MS;

use super::browser::{NOW, PASSWORD, exchange, server};
use crate::support::database::Kind;

async fn one_signs_in_and_out(kind: Kind) {
    let server = server(kind, "in-and-out").await;
    server.admin().await;
    let mut browser = server.browser();
    browser.get("/me").await.is(401, "signed-out");
    let me = browser.sign_in(" Vpdu ", PASSWORD).await.ok(200);
    assert_eq!(me["account"]["name"], "vpdu");
    assert_eq!(me["account"]["role"], "admin");
    assert_eq!(me["now_ms"], NOW);
    assert_eq!(me["records"], 0);
    assert_eq!(me["bloc"], "");
    let mut same = browser.get("/me").await.ok(200);
    same["account"]["seen_ms"] = me["account"]["seen_ms"].clone();
    assert_eq!(same, me);
    let before = browser.clone();
    browser.delete("/session").await.ok(204);
    assert_eq!(browser.cookie, None, "the cookie is taken away");
    before.clone().get("/me").await.is(401, "signed-out");
    // Signing out twice is no error.
    before.clone().delete("/session").await.ok(204);
}

async fn what_is_wrong_is_not_said(kind: Kind) {
    let server = server(kind, "wrong").await;
    let mut admin = server.admin().await;
    let code = admin.invite(json!({ "role": "viewer" })).await;
    let mut viewer = server.browser();
    let id = viewer.join(&code, "ban-tuyen-giao").await.ok(200)["account"]["id"].clone();
    admin
        .patch(
            &format!("/accounts/{}", id.as_str().unwrap()),
            json!({ "disabled": true }),
        )
        .await
        .ok(200);
    viewer.get("/me").await.is(401, "signed-out");
    let mut answers = Vec::new();
    for (name, password) in [
        ("vpdu", "sai mật khẩu rồi"),
        ("khong-co-ai", PASSWORD),
        ("không phải tên", PASSWORD),
        ("ban-tuyen-giao", PASSWORD),
    ] {
        let reply = server.browser().sign_in(name, password).await;
        reply.is(401, "wrong-password");
        assert_eq!(reply.answer.header("set-cookie"), "");
        answers.push(reply.json);
    }
    assert!(answers.windows(2).all(|two| two[0] == two[1]), "{answers:?}");
}

async fn a_session_ends_ninety_days_after_its_last_use(kind: Kind) {
    let server = server(kind, "expiry").await;
    let mut admin = server.admin().await;
    // Used again and again, it goes on.
    for _ in 0..3 {
        server.app.clock.advance(LASTING_MS - 1000);
        let reply = admin.get("/me").await;
        assert!(
            reply.answer.header("set-cookie").contains("Max-Age=7776000"),
            "the browser keeps it on"
        );
        reply.ok(200);
    }
    // A moment later nothing is written, and the cookie stays as it is.
    assert_eq!(admin.get("/me").await.answer.header("set-cookie"), "");
    server.app.clock.advance(LASTING_MS + 1);
    admin.get("/me").await.is(401, "signed-out");
}

async fn the_cookie_is_guarded_as_the_connection_allows(kind: Kind) {
    let server = server(kind, "cookie").await;
    server.admin().await;
    let reply = server.browser().sign_in("vpdu", PASSWORD).await;
    let plain = reply.answer.header("set-cookie").to_owned();
    assert!(plain.starts_with("so-khoi="), "{plain}");
    assert!(
        plain.ends_with("; Path=/; Max-Age=7776000; HttpOnly; SameSite=Strict"),
        "{plain}"
    );

    let mut proxied = server.browser();
    proxied.lines.push("X-Forwarded-Proto: https".to_owned());
    proxied.lines.push("X-Forwarded-For: 203.0.113.7".to_owned());
    let reply = proxied.sign_in("vpdu", PASSWORD).await;
    let secure = reply.answer.header("set-cookie").to_owned();
    assert!(secure.starts_with("__Host-so-khoi="), "{secure}");
    assert!(
        secure.ends_with("; Path=/; Max-Age=7776000; HttpOnly; SameSite=Strict; Secure"),
        "{secure}"
    );
    proxied.get("/me").await.ok(200);
    // The same token under the unprotected name opens nothing over https.
    proxied.cookie = proxied.cookie.map(|pair| pair.replace("__Host-so-khoi", "so-khoi"));
    proxied.get("/me").await.is(401, "signed-out");
}

async fn a_request_meant_for_another_account_is_refused(kind: Kind) {
    let server = server(kind, "meant").await;
    let mut admin = server.admin().await;
    let id = admin.get("/me").await.ok(200)["account"]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    admin.lines.push(format!("So-Khoi-Account: {id}"));
    admin.get("/me").await.ok(200);
    admin.lines.pop();
    admin.lines.push("So-Khoi-Account: somebody-else".to_owned());
    admin.get("/me").await.is(401, "other-account");
    admin.get("/changes").await.is(401, "other-account");
}

async fn sessions_are_listed_and_ended(kind: Kind) {
    let server = server(kind, "sessions").await;
    let mut phone = server.admin().await;
    let mut desk = server.browser();
    desk.sign_in("vpdu", PASSWORD).await.ok(200);
    let mut stranger = server.known("ubkt", Role::Viewer, None).await;
    let list = desk.get("/sessions").await.ok(200);
    let label_of = |this: bool| {
        let found = list.as_array().unwrap().iter().find(|one| one["this"] == this);
        found.unwrap()["device_label"].clone()
    };
    assert_eq!(
        (label_of(true), label_of(false)),
        (json!("Máy bàn"), json!("Điện thoại"))
    );
    let id_of_phone = list
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["this"] == false)
        .unwrap()["id"]
        .clone();
    let path = format!("/sessions/{}", id_of_phone.as_str().unwrap());
    stranger.delete(&path).await.is(404, "not-found");
    phone.get("/me").await.ok(200);
    desk.delete(&path).await.ok(204);
    phone.get("/me").await.is(401, "signed-out");
    desk.delete(&path).await.is(404, "not-found");
    // Everywhere, here too.
    let mut other = server.browser();
    other.sign_in("vpdu", PASSWORD).await.ok(200);
    desk.delete("/sessions").await.ok(204);
    assert_eq!(desk.cookie, None);
    other.get("/me").await.is(401, "signed-out");
    stranger.get("/me").await.ok(200);
}

async fn a_new_password_ends_the_other_sessions(kind: Kind) {
    let server = server(kind, "password").await;
    let mut desk = server.admin().await;
    let mut other = server.browser();
    other.sign_in("vpdu", PASSWORD).await.ok(200);
    let new = "một câu khác hẳn";
    let wrong = desk
        .post("/me/password", json!({ "old": "sai hẳn rồi đấy", "new": new }))
        .await;
    wrong.is(403, "wrong-password").of("old");
    for (text, code) in [("ngắn", "password-short"), ("aaaaaaaaaaaaaa", "password-plain")] {
        let refused = desk.post("/me/password", json!({ "old": PASSWORD, "new": text })).await;
        refused.is(422, code).of("new");
    }
    other.get("/me").await.ok(200);
    desk.post("/me/password", json!({ "old": PASSWORD, "new": new }))
        .await
        .ok(204);
    desk.get("/me").await.ok(200);
    other.get("/me").await.is(401, "signed-out");
    other.sign_in("vpdu", PASSWORD).await.is(401, "wrong-password");
    other.sign_in("vpdu", new).await.ok(200);
}

async fn signing_in_again_replaces_the_session(kind: Kind) {
    let server = server(kind, "replaced").await;
    let mut admin = server.admin().await;
    let before = admin.clone();
    admin.sign_in("vpdu", PASSWORD).await.ok(200);
    assert_ne!(admin.cookie, before.cookie);
    before.clone().get("/me").await.is(401, "signed-out");
    assert_eq!(admin.get("/sessions").await.ok(200).as_array().unwrap().len(), 1);
}

async fn a_body_that_is_not_what_it_should_be_is_refused_by_its_field(kind: Kind) {
    let server = server(kind, "bodies").await;
    let mut browser = server.browser();
    browser
        .post("/session", json!({ "name": "vpdu" }))
        .await
        .is(400, "unreadable")
        .of("password");
    browser
        .post("/session", json!({ "name": 3, "password": "" }))
        .await
        .is(400, "unreadable")
        .of("name");
    browser.post("/session", json!([])).await.is(400, "unreadable");
    let long = json!({ "name": "vpdu", "password": "x".repeat(20_000) });
    browser.post("/session", long).await.is(413, "too-large");
    let deep = format!("{}1{}", "[".repeat(5000), "]".repeat(5000));
    let lines = browser.lines.clone();
    let answer = exchange(server.address, "POST", "/api/v1/session", lines, Some(deep)).await;
    assert_eq!(answer.status, 400);
}

on_both!(
    one_signs_in_and_out,
    what_is_wrong_is_not_said,
    a_session_ends_ninety_days_after_its_last_use,
    the_cookie_is_guarded_as_the_connection_allows,
    a_request_meant_for_another_account_is_refused,
    sessions_are_listed_and_ended,
    a_new_password_ends_the_other_sessions,
    signing_in_again_replaces_the_session,
    a_body_that_is_not_what_it_should_be_is_refused_by_its_field,
);
