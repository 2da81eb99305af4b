//! `openapi.json` beside what the server really does.

use std::collections::BTreeSet;

use serde_json::Value;

use super::browser::server;
use crate::support::database::Kind;

const METHODS: [&str; 5] = ["get", "post", "put", "patch", "delete"];

/// Every method that is described is answered, every other one at the same address is 405, and what is not described is 404.
#[tokio::test]
async fn the_description_is_of_these_addresses_and_no_others() {
    let server = server(Kind::Sqlite, "described").await;
    let mut admin = server.admin().await;
    let document = admin.get("/openapi.json").await.ok(200);
    assert_eq!(document["openapi"], "3.1.0");
    assert_eq!(document["servers"][0]["url"], "/api/v1");
    let paths = document["paths"].as_object().unwrap();
    assert!(paths.len() >= 17, "{}", paths.len());
    for (template, methods) in paths {
        let path = template.replace("{id}", "unit%2Fx").replace("{code}", "made-up");
        let described: BTreeSet<&str> = methods.as_object().unwrap().keys().map(String::as_str).collect();
        for method in METHODS {
            let mut asker = server.browser();
            asker.cookie = admin.cookie.clone();
            // Signing out is the end of this administrator, and is asked for elsewhere.
            if method == "delete" && ["/session", "/sessions"].contains(&template.as_str()) {
                continue;
            }
            let body = (!["get", "delete"].contains(&method)).then_some(Value::Null);
            let reply = asker.send(&method.to_uppercase(), &path, body).await;
            let is_there = reply.answer.status != 405;
            assert_eq!(
                is_there,
                described.contains(method),
                "{method} {template}: {}",
                reply.json
            );
            if is_there {
                let status = reply.answer.status.to_string();
                let answers = &methods[method]["responses"];
                assert!(
                    answers.get(&status).is_some(),
                    "{method} {template}: {status} is not described"
                );
            }
        }
    }
    for path in [
        "/account",
        "/me/name",
        "/records/x",
        "/invitations/open/a/b",
        "/sessions/a/b",
    ] {
        admin.get(path).await.is(404, "not-found");
    }
}

/// Somebody who writes a client finds who may ask, and every code.
#[tokio::test]
async fn the_description_says_who_may_ask_and_what_may_go_wrong() {
    let server = server(Kind::Sqlite, "described-codes").await;
    let document = server.browser().get("/openapi.json").await.ok(200);
    let change = &document["paths"]["/accounts/{id}"]["patch"];
    assert_eq!(change["x-roles"], serde_json::json!(["admin"]));
    assert!(
        change["responses"]["409"]["description"]
            .as_str()
            .unwrap()
            .contains("last-admin")
    );
    assert!(
        change["responses"]["401"]["description"]
            .as_str()
            .unwrap()
            .contains("other-account")
    );
    let open = &document["paths"]["/invitations/open/{code}"]["get"];
    assert_eq!(open["security"], serde_json::json!([]));
    assert_eq!(open["parameters"][0]["name"], "code");
}
