//! The links of `openapi.json`, followed one by one: what an answer gives is what the next request needs, and that is taken.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::browser::{Browser, NOW, PASSWORD, Server, server};
use crate::support::database::Kind;

/// A request that was answered well, and who asked.
struct Done {
    browser: Browser,
    code: String,
    body: Value,
    answer: Value,
}

impl Done {
    /// The value of a place in the request or its answer.
    fn value(&self, place: &str) -> Value {
        let found = match place.split_once('#') {
            Some(("$response.body", pointer)) => self.answer.pointer(pointer).cloned(),
            Some(("$request.body", pointer)) => self.body.pointer(pointer).cloned(),
            _ if place == "$request.path.code" => Some(json!(self.code)),
            _ => None,
        };
        found.unwrap_or_else(|| panic!("{place} of {}", self.answer))
    }
}

/// Who asks for something new each time.
struct Office {
    server: Server,
    admin: Browser,
    document: Value,
    number: u64,
}

impl Office {
    /// A body that is good, but for what a link gives. `account` is the author of ops.
    fn body(&mut self, operation: &str, account: &Value, epoch: &Value) -> Option<Value> {
        self.number += 1;
        let number = self.number;
        let name = format!("nguoi-{number}");
        Some(match operation {
            "postInvitations" => json!({ "role": "editor", "name": name }),
            "postInvitationsOpenCode" => json!({ "name": name, "password": PASSWORD }),
            "postSession" => json!({ "name": "vpdu", "password": PASSWORD }),
            "patchAccountsId" => json!({ "name": name }),
            "postChanges" => {
                let unit = json!({ "id": name, "kind": "grassroots_committee", "name": "Chi bộ" });
                let set: Map<String, Value> = unit
                    .as_object()
                    .unwrap()
                    .iter()
                    .map(|(field, value)| (field.clone(), json!({ "old": null, "new": value })))
                    .collect();
                let record = format!("unit/{name}");
                let change = json!({ "record": record, "kind": "unit", "scope": name, "base_rev": 0, "set": set });
                let op_id = format!("017f22e2-79b0-7cc3-98c4-{number:012x}");
                let op = json!({ "op_id": op_id, "seq": 1, "author": account, "at_ms": NOW, "change": change });
                json!({ "device": name, "schema": 1, "epoch": epoch, "ops": [op] })
            }
            _ => return None,
        })
    }

    async fn me(&mut self) -> Value {
        self.admin.get("/me").await.ok(200)
    }

    /// An answer of this operation.
    async fn done(&mut self, method: &str, template: &str) -> Done {
        let me = self.me().await;
        let operation = self.document["paths"][template][method]["operationId"]
            .as_str()
            .unwrap()
            .to_owned();
        let body = self.body(&operation, &me["account"]["id"], &me["epoch"]);
        let code = match template.contains("{code}") {
            true => {
                self.admin
                    .invite(json!({ "role": "editor", "name": format!("moi-{}", self.number) }))
                    .await
            }
            false => String::new(),
        };
        // Whoever signs in does so at another browser: the session that is there would end.
        let mut browser = match operation.as_str() {
            "postInvitationsOpenCode" | "postSession" => self.server.browser(),
            _ => self.admin.clone(),
        };
        let mut path = template.replace("{code}", &code);
        if operation == "getChanges" {
            let digest = self.admin.get("/digest").await.ok(200);
            path = format!("{path}?since={}", digest["cursor"].as_str().unwrap());
        }
        let reply = browser.send(&method.to_uppercase(), &path, body.clone()).await;
        assert!(reply.answer.status < 300, "{operation}: {}", reply.json);
        Done {
            browser,
            code,
            body: body.unwrap_or_default(),
            answer: reply.json,
        }
    }

    /// Follows a link: the request that it makes of an answer has to be taken.
    async fn follow(&mut self, from: &Done, link: &Value) {
        let operations: BTreeMap<String, (String, String)> = operations(&self.document)
            .map(|(method, template, operation)| {
                (
                    operation["operationId"].as_str().unwrap().to_owned(),
                    (method, template),
                )
            })
            .collect();
        let target = link["operationId"].as_str().unwrap();
        let (method, template) = &operations[target];
        let (account, epoch) = (from.answer["account"]["id"].clone(), from.answer["epoch"].clone());
        let mut body = self.body(target, &account, &epoch);
        for (field, place) in link["requestBody"].as_object().into_iter().flatten() {
            body.as_mut().unwrap()[field] = from.value(place.as_str().unwrap());
        }
        let mut browser = self.admin.clone();
        let (mut path, mut query) = (template.clone(), Vec::new());
        let described = self.document["paths"][template][method]["parameters"].clone();
        for (name, place) in link["parameters"].as_object().into_iter().flatten() {
            let value = from
                .value(place.as_str().unwrap())
                .as_str()
                .unwrap()
                .replace('/', "%2F");
            let parameter = described
                .as_array()
                .unwrap()
                .iter()
                .find(|it| it["name"] == *name)
                .unwrap();
            match parameter["in"].as_str().unwrap() {
                "path" => path = path.replace(&format!("{{{name}}}"), &value),
                "query" => query.push(format!("{name}={value}")),
                // For whoever was just signed in.
                _ => {
                    browser = from.browser.clone();
                    browser.lines.push(format!("{name}: {value}"));
                }
            }
        }
        if !query.is_empty() {
            path = format!("{path}?{}", query.join("&"));
        }
        if ["postInvitationsOpenCode", "postSession"].contains(&target) {
            browser = self.server.browser();
        }
        let reply = browser.send(&method.to_uppercase(), &path, body).await;
        assert!(reply.answer.status < 300, "{target} {path}: {}", reply.json);
        if target == "postChanges" {
            assert_eq!(reply.json["answers"][0]["status"], "applied", "{}", reply.json);
        }
    }
}

/// Every operation with its method and its template.
fn operations(document: &Value) -> impl Iterator<Item = (String, String, &Value)> {
    let paths = document["paths"].as_object().unwrap();
    paths.iter().flat_map(|(template, methods)| {
        let methods = methods.as_object().unwrap().iter();
        methods.map(move |(method, operation)| (method.clone(), template.clone(), operation))
    })
}

#[tokio::test]
async fn every_link_of_the_description_leads_somewhere() {
    let server = server(Kind::Sqlite, "links").await;
    server.unit("a", None, "Chi bộ A").await;
    let mut admin = server.admin().await;
    let document = admin.get("/openapi.json").await.ok(200);
    let mut office = Office {
        server,
        admin,
        document: document.clone(),
        number: 0,
    };
    let mut followed = 0;
    for (method, template, operation) in operations(&document) {
        for response in operation["responses"].as_object().unwrap().values() {
            for link in response["links"].as_object().into_iter().flat_map(Map::values) {
                // Anew for each: an invitation is taken up once.
                let from = office.done(&method, &template).await;
                office.follow(&from, link).await;
                followed += 1;
            }
        }
    }
    assert!(followed >= 17, "{followed}");
}
