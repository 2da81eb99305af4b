//! Every role with every unit writes every kind of record of every unit: taken is what it may write, and nothing else.

use serde_json::{Value, json};
use so_khoi::sync::{op_id::uuid_v7, rights::Role, wire::codes};
use so_khoi_server::random;

use super::browser::{Browser, server};
use crate::support::database::Kind;

const KINDS: [&str; 12] = [
    "profile",
    "sector",
    "unit",
    "drive",
    "target",
    "return",
    "statement",
    "explanation",
    "view",
    "closing",
    "own",
    "newer",
];
const SCOPES: [&str; 6] = ["bloc", "k", "a", "a1", "b", "nowhere"];

/// Whether somebody may write a record of this kind and scope: as it was agreed, not as the code says.
fn may(role: Role, unit: Option<&str>, kind: &str, scope: &str) -> bool {
    let below: &[&str] = match unit {
        Some("k") => &["k", "a", "a1", "b"],
        Some("a") => &["a", "a1"],
        Some("a1") => &["a1"],
        Some("b") => &["b"],
        _ => &[],
    };
    match role {
        Role::Admin | Role::Editor => true,
        Role::Viewer => false,
        Role::Unit => ["return", "explanation"].contains(&kind) && below.contains(&scope),
    }
}

/// A push of new records, one of each kind and scope.
async fn push(browser: &mut Browser, name: &str) -> (Vec<(&'static str, &'static str)>, Value) {
    let me = browser.get("/me").await.ok(200);
    let all = KINDS.into_iter().flat_map(|kind| SCOPES.map(|scope| (kind, scope)));
    let all: Vec<_> = all.collect();
    let ops: Vec<Value> = (1..)
        .zip(&all)
        .map(|(seq, (kind, scope))| {
            let set = json!({ "note": { "old": null, "new": format!("of {name}") } });
            json!({ "op_id": uuid_v7(seq, random::bytes()), "seq": seq, "author": me["account"]["id"], "at_ms": 0,
                "change": { "record": format!("{kind}/{scope}/{name}"), "kind": kind, "scope": scope, "base_rev": 0, "set": set } })
        })
        .collect();
    let body = json!({ "device": name, "schema": 1, "epoch": me["epoch"], "ops": ops });
    (all, browser.post("/changes", body).await.ok(200))
}

async fn everybody_writes_what_is_theirs(kind: Kind) {
    let server = server(kind, "writes").await;
    for (id, parent) in [("k", None), ("a", Some("k")), ("b", Some("k")), ("a1", Some("a"))] {
        server.unit(id, parent, id).await;
    }
    let units = ["k", "a", "a1", "b", "gone"];
    let roles = [Role::Admin, Role::Editor, Role::Viewer].map(|role| (role, None));
    let (mut allowed, mut refused) = (0, 0);
    for (role, unit) in roles.into_iter().chain(units.map(|unit| (Role::Unit, Some(unit)))) {
        let name = format!("{}-{}", role.name(), unit.unwrap_or("all"));
        let mut browser = server.known(&name, role, unit).await;
        let (all, pushed) = push(&mut browser, &name).await;
        let answers = pushed["answers"].as_array().unwrap();
        assert_eq!(answers.len(), all.len());
        for ((kind, scope), answer) in all.iter().zip(answers) {
            let is_forbidden = answer["problem"]["code"] == codes::FORBIDDEN;
            let may = may(role, unit, kind, scope);
            assert_eq!(is_forbidden, !may, "{kind} of {scope} by {name}: {answer}");
            if may {
                allowed += 1;
            } else {
                refused += 1;
            }
        }
        // What was refused is nowhere.
        let mut admin = server.known(&format!("reads-{name}"), Role::Admin, None).await;
        let page = admin.get("/records").await.ok(200);
        for record in page["records"].as_array().unwrap() {
            let id = record["id"].as_str().unwrap();
            if id.ends_with(&format!("/{name}")) {
                let (kind, scope) = (record["kind"].as_str().unwrap(), record["scope"].as_str().unwrap());
                assert!(may(role, unit, kind, scope), "{id}");
            }
        }
    }
    // Two roles may everything; of units `k` two kinds of four units, `a` of two, `a1` and `b` of one.
    let cells = KINDS.len() * SCOPES.len();
    assert_eq!((allowed, refused), (2 * cells + 16, 6 * cells - 16));
}

on_both!(everybody_writes_what_is_theirs,);
