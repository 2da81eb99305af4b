//! Every role at every address, with and without a unit of its own. The addresses come from the table, so that a new one is here by itself, and this
//! test fails until somebody has said what it may show.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use so_khoi::sync::rights::Role;
use so_khoi_server::api::{
    endpoint::{ADMINS, Endpoint, OFFICE, Who},
    table::ENDPOINTS,
};

use super::browser::{Browser, PASSWORD, Server, server};
use crate::support::database::Kind;

/// Who asks: nobody, or somebody of a role and a unit.
struct Asker {
    name: &'static str,
    role: Option<Role>,
    unit: Option<&'static str>,
    browser: Browser,
}

/// Words that stand in what only some may read. Figures, names and texts of the units `a` (with `a1` below) and `b`.
const SECRETS: [(&str, &[&str]); 4] = [
    ("word-alpha", &["a"]),
    ("word-below", &["a", "a1"]),
    ("word-bravo", &["b"]),
    ("word-charlie", &["b"]),
];

async fn every_role_at_every_address(kind: Kind) {
    let server = server(kind, "matrix").await;
    fill(&server).await;
    let mut askers = vec![Asker {
        name: "nobody",
        role: None,
        unit: None,
        browser: server.browser(),
    }];
    for (name, role, unit) in [
        ("quan-tri", Role::Admin, None),
        ("van-phong", Role::Editor, None),
        ("nguoi-xem", Role::Viewer, None),
        ("don-vi-a", Role::Unit, Some("a")),
        ("don-vi-a1", Role::Unit, Some("a1")),
        ("don-vi-b", Role::Unit, Some("b")),
        // Its unit is not there: such an account reads nothing of any.
        ("don-vi-la", Role::Unit, Some("gone")),
    ] {
        askers.push(Asker {
            name,
            role: Some(role),
            unit,
            browser: server.known(name, role, unit).await,
        });
    }
    let mut cells = 0;
    for endpoint in ENDPOINTS {
        for asker in &askers {
            cells += 1;
            asks(&server, endpoint, asker).await;
        }
    }
    assert_eq!(cells, ENDPOINTS.len() * 8);
}

/// One asks at one address: he is let in or not as the table says, and reads nothing that is not his.
async fn asks(server: &Server, endpoint: &Endpoint, asker: &Asker) {
    let what = format!("{} {} by {}", endpoint.method, endpoint.path, asker.name);
    for path in paths(endpoint, &start(server).await) {
        // One of his own: signing out must not end the others' tests.
        let mut browser = match (asker.role, endpoint.writes()) {
            (Some(role), true) => {
                server
                    .known(&format!("{}-{}", asker.name, serial()), role, asker.unit)
                    .await
            }
            _ => asker.browser.clone(),
        };
        let reply = browser.send(endpoint.method, &path, body(endpoint)).await;
        let status = reply.answer.status;
        let may = match (endpoint.who, asker.role) {
            (Who::Anyone, _) => true,
            (_, None) => false,
            (who, Some(role)) => who.admits(role),
        };
        match (may, asker.role) {
            (true, _) => assert!(
                ![401, 403].contains(&status) || is_own_refusal(endpoint, status),
                "{what}: {}",
                reply.json
            ),
            (false, None) => {
                reply.is(401, "signed-out");
            }
            (false, Some(_)) => {
                reply.is(403, "forbidden");
            }
        }
        assert!(status < 500, "{what}: {}", reply.json);
        let text = String::from_utf8_lossy(&reply.answer.body).into_owned();
        for (word, units) in SECRETS {
            let may_read = match (asker.role, asker.unit) {
                (Some(Role::Unit), Some(unit)) => units.contains(&unit),
                (Some(_), _) => true,
                (None, _) => false,
            };
            assert!(may_read || !text.contains(word), "{what}: {path} shows {word}");
        }
        // What nobody may read at all.
        for word in ["$argon2", "token_hash", "code_hash"] {
            assert!(!text.contains(word), "{what}: {word}");
        }
    }
}

/// An address for anyone that nevertheless says 401 or 403 for a reason of its own: a wrong password is one.
fn is_own_refusal(endpoint: &Endpoint, status: u16) -> bool {
    endpoint.problems.iter().any(|(own, _)| *own == status)
}

/// Addresses as they are asked for, among them those of what another one owns.
fn paths(endpoint: &Endpoint, start: &str) -> Vec<String> {
    match endpoint.path {
        "/records/{*of}" => ["return-a", "return-a1", "return-b", "explanation-b", "nothing"]
            .iter()
            .map(|id| format!("/records/{id}/history"))
            .collect(),
        "/records" => vec!["/records".into(), "/records?limit=1000".into()],
        "/changes" => vec![
            "/changes".into(),
            format!("/changes?since={start}&limit=1000&device=mine"),
        ],
        path => vec![path.replace("{id}", "nobody").replace("{code}", "made-up")],
    }
}

/// A body that can be read, so that it is the rights that answer.
fn body(endpoint: &Endpoint) -> Option<Value> {
    Some(match endpoint.takes? {
        "SignIn" => json!({ "name": "khong-co-ai", "password": PASSWORD }),
        "NewPassword" => json!({ "old": PASSWORD, "new": "một câu khác hẳn" }),
        "AccountChange" => json!({}),
        "Invite" => json!({ "role": "viewer" }),
        "Join" => json!({ "name": "nguoi-la", "password": PASSWORD }),
        "Push" => json!({ "device": "d", "schema": 1, "epoch": "another", "ops": [] }),
        schema => panic!("say what a {schema} is"),
    })
}

/// The cursor of a device that has nothing yet.
async fn start(server: &Server) -> String {
    let mut viewer = server.known(&format!("dau-{}", serial()), Role::Viewer, None).await;
    let me = viewer.get("/me").await.ok(200);
    format!("0.{}", me["epoch"].as_str().unwrap())
}

fn serial() -> u64 {
    use std::sync::atomic::{AtomicU64, Ordering};
    static NEXT: AtomicU64 = AtomicU64::new(0);
    NEXT.fetch_add(1, Ordering::Relaxed)
}

/// Units, a return and an explanation of each, with words that can be found again.
async fn fill(server: &Server) {
    for (id, parent) in [("k", None), ("a", Some("k")), ("b", Some("k")), ("a1", Some("a"))] {
        server.unit(id, parent, id).await;
    }
    for (unit, word) in [("a", "word-alpha"), ("a1", "word-below"), ("b", "word-bravo")] {
        let fields = json!({ "form": "admission", "unit": unit, "period": "2022-01", "note": format!("{word}.") });
        server.record(&format!("return-{unit}"), "return", unit, fields).await;
    }
    let fields = json!({ "finding": "f", "unit": "b", "text": "word-charlie" });
    server.record("explanation-b", "explanation", "b", fields).await;
}

/// The table as it was agreed: who may ask what. A new address stands here before it is open.
#[test]
fn who_may_ask_what_is_as_agreed() {
    let of = |who: Who| -> BTreeSet<String> {
        let found = ENDPOINTS.iter().filter(|endpoint| endpoint.who == who);
        found
            .map(|endpoint| format!("{} {}", endpoint.method, endpoint.path))
            .collect()
    };
    let set = |names: &[&str]| -> BTreeSet<String> { names.iter().map(|name| (*name).to_owned()).collect() };
    assert_eq!(
        of(Who::Anyone),
        set(&[
            "GET /health",
            "GET /ready",
            "GET /metrics",
            "GET /openapi.json",
            "POST /session",
            "DELETE /session",
            "GET /invitations/open/{code}",
            "POST /invitations/open/{code}",
        ])
    );
    assert_eq!(of(ADMINS), set(&["PATCH /accounts/{id}"]));
    assert_eq!(
        of(OFFICE),
        set(&[
            "GET /accounts",
            "GET /invitations",
            "POST /invitations",
            "DELETE /invitations/{id}",
            "GET /devices",
        ])
    );
    assert_eq!(
        of(Who::Signed),
        set(&[
            "GET /records",
            "GET /records/{*of}",
            "GET /changes",
            "POST /changes",
            "GET /digest",
            "GET /me",
            "POST /me/password",
            "GET /sessions",
            "DELETE /sessions",
            "DELETE /sessions/{id}",
        ])
    );
}

/// The matrix would be worth nothing if the words were nowhere: whoever may read them does.
async fn those_who_may_read_do(kind: Kind) {
    let server = server(kind, "matrix-read").await;
    fill(&server).await;
    for (role, unit) in [
        (Role::Viewer, None),
        (Role::Unit, Some("a")),
        (Role::Unit, Some("a1")),
        (Role::Unit, Some("b")),
    ] {
        let mut browser = server.known(&format!("x-{role:?}-{unit:?}"), role, unit).await;
        for path in [
            "/records".to_owned(),
            format!("/changes?since={}", start(&server).await),
        ] {
            let reply = browser.get(&path).await;
            let text = String::from_utf8_lossy(&reply.answer.body).into_owned();
            for (word, units) in SECRETS {
                let may_read = unit.is_none_or(|unit| units.contains(&unit));
                let quoted = [format!("{word}."), format!("\"{word}\"")];
                assert_eq!(
                    quoted.iter().any(|word| text.contains(word)),
                    may_read,
                    "{path} {word} {unit:?}"
                );
            }
        }
    }
}

/// Numbers for Prometheus are for this machine and for administrators.
#[tokio::test]
async fn metrics_are_not_for_everybody() {
    let server = server(Kind::Sqlite, "metrics").await;
    let mut near = server.browser();
    let reply = near.get("/metrics").await;
    assert_eq!(reply.answer.status, 200);
    let text = String::from_utf8(reply.answer.body).unwrap();
    for line in ["so_khoi_database_up 1", "so_khoi_requests_in_flight 1"] {
        assert!(text.lines().any(|found| found == line), "{line}\n{text}");
    }
    assert!(reply.answer.headers["content-type"].starts_with("text/plain; version=0.0.4"));
    let mut far = server.browser();
    far.lines.push("X-Forwarded-For: 203.0.113.7".to_owned());
    far.get("/metrics").await.is(401, "signed-out");
    for (name, role, status) in [
        ("a-x", Role::Admin, 200),
        ("e-x", Role::Editor, 403),
        ("v-x", Role::Viewer, 403),
    ] {
        let mut browser = server.known(name, role, None).await;
        browser.lines.push("X-Forwarded-For: 203.0.113.7".to_owned());
        assert_eq!(browser.get("/metrics").await.answer.status, status, "{name}");
    }
}

on_both!(every_role_at_every_address, those_who_may_read_do,);
