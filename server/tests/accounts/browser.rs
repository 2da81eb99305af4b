//! A server on a database of its own, and somebody at a browser: it keeps the cookie, and says where a request comes from.

use std::{
    io::{Read, Write},
    net::{SocketAddr, TcpStream},
    sync::Arc,
    time::Duration,
};

use serde_json::{Value, json};
use so_khoi::sync::rights::Role;
use so_khoi_server::{
    accounts::first,
    clock::Clock,
    site::Site,
    state::{App, Shared},
};

use crate::support::{Answer, accounts, database, database::Kind, dist, listen};

pub const PASSWORD: &str = "một câu dễ nhớ";
/// 2026-01-01, by the standing clock of these tests.
pub const NOW: i64 = 1_767_225_600_000;

pub struct Server {
    pub app: App,
    pub address: SocketAddr,
}

/// A server whose clock stands still until it is moved.
pub async fn server(kind: Kind, test: &str) -> Server {
    server_with(kind, test, |_| {}).await
}

pub async fn server_with(kind: Kind, test: &str, change: impl FnOnce(&mut Shared)) -> Server {
    let name = format!("{test}-{kind:?}");
    let db = so_khoi_server::db::Db::open(&database::fresh(kind, &name))
        .await
        .unwrap();
    let mut shared = Shared::new(Site::load(&dist(&name)).unwrap(), db);
    shared.clock = Clock::standing(NOW);
    change(&mut shared);
    let app = Arc::new(shared);
    let address = listen(App::clone(&app)).await;
    Server { app, address }
}

impl Server {
    pub fn browser(&self) -> Browser {
        Browser {
            address: self.address,
            cookie: None,
            lines: vec!["Sec-Fetch-Site: same-origin".to_owned()],
        }
    }

    /// Somebody with a session that was put there.
    pub async fn known(&self, name: &str, role: Role, unit: Option<&str>) -> Browser {
        let login = accounts::sign_in(&self.app.db, name, role, unit).await;
        let mut browser = self.browser();
        browser.cookie = Some(format!("so-khoi={}", login.token));
        browser
    }

    /// The first administrator, joined by the link that a start prints.
    pub async fn admin(&self) -> Browser {
        let code = first::code_at_start(&self.app.db, NOW).await.unwrap().unwrap();
        let mut browser = self.browser();
        browser.join(&code, "vpdu").await.ok(200);
        browser
    }

    /// Puts a unit's record there, as a push would.
    pub async fn unit(&self, id: &str, parent: Option<&str>, name: &str) {
        let mut fields = json!({ "id": id, "kind": "grassroots_committee", "name": name });
        if let Some(parent) = parent {
            fields["parent"] = json!(parent);
        }
        self.record(&format!("unit/{id}"), "unit", id, fields).await;
    }

    pub async fn record(&self, id: &str, kind: &str, scope: &str, fields: Value) {
        let mut writing = self.app.db.writing().await.unwrap();
        sqlx::query("UPDATE feed SET seq = seq + 1, books = seq + 1")
            .execute(&mut *writing)
            .await
            .unwrap();
        sqlx::query(
            "INSERT INTO records (id, kind, scope, rev, fields, marks, gone) VALUES ($1, $2, $3, (SELECT seq FROM feed), $4, '{}', 0)",
        )
        .bind(id)
        .bind(kind)
        .bind(scope)
        .bind(fields.to_string())
        .execute(&mut *writing)
        .await
        .unwrap();
        writing.commit().await.unwrap();
    }
}

#[derive(Clone)]
pub struct Browser {
    pub address: SocketAddr,
    /// `name=value`, as it was last set.
    pub cookie: Option<String>,
    /// More lines of the head.
    pub lines: Vec<String>,
}

impl Browser {
    pub async fn get(&mut self, path: &str) -> Reply {
        self.send("GET", path, None).await
    }

    pub async fn post(&mut self, path: &str, body: Value) -> Reply {
        self.send("POST", path, Some(body)).await
    }

    pub async fn patch(&mut self, path: &str, body: Value) -> Reply {
        self.send("PATCH", path, Some(body)).await
    }

    pub async fn delete(&mut self, path: &str) -> Reply {
        self.send("DELETE", path, None).await
    }

    pub async fn sign_in(&mut self, name: &str, password: &str) -> Reply {
        let body = json!({ "name": name, "password": password, "device_label": "Máy bàn" });
        self.post("/session", body).await
    }

    pub async fn join(&mut self, code: &str, name: &str) -> Reply {
        let body = json!({ "name": name, "password": PASSWORD, "device_label": "Điện thoại" });
        self.post(&format!("/invitations/open/{code}"), body).await
    }

    /// Invites somebody and gives the code.
    pub async fn invite(&mut self, body: Value) -> String {
        let made = self.post("/invitations", body).await.ok(201);
        made["code"].as_str().unwrap().to_owned()
    }

    /// Sends a request to an address below `/api/v1`.
    pub async fn send(&mut self, method: &str, path: &str, body: Option<Value>) -> Reply {
        let mut lines = self.lines.clone();
        lines.extend(self.cookie.as_ref().map(|cookie| format!("Cookie: {cookie}")));
        let body = body.map(|body| body.to_string());
        let answer = exchange(self.address, method, &format!("/api/v1{path}"), lines, body).await;
        let set = answer.header("set-cookie").to_owned();
        if let Some(pair) = set.split(';').next().filter(|pair| !pair.is_empty()) {
            let is_kept = !set.contains("Max-Age=0");
            self.cookie = is_kept.then(|| pair.to_owned());
        }
        Reply {
            json: serde_json::from_slice(&answer.body).unwrap_or(Value::Null),
            answer,
        }
    }
}

pub struct Reply {
    pub answer: Answer,
    pub json: Value,
}

impl Reply {
    /// The body, of an answer that has to have this status.
    #[track_caller]
    pub fn ok(self, status: u16) -> Value {
        assert_eq!(self.answer.status, status, "{}", self.json);
        self.json
    }

    /// The answer has to be this problem.
    #[track_caller]
    pub fn is(&self, status: u16, code: &str) -> &Self {
        assert_eq!(
            (self.answer.status, &self.json["code"]),
            (status, &json!(code)),
            "{}",
            self.json
        );
        assert_eq!(self.answer.header("content-type"), "application/problem+json");
        assert_eq!(self.json["status"], status);
        self
    }

    /// The problem has to be about this field.
    #[track_caller]
    pub fn of(&self, field: &str) {
        assert_eq!(self.json["field"], field, "{}", self.json);
    }
}

/// One request over a connection of its own.
pub async fn exchange(
    address: SocketAddr,
    method: &str,
    path: &str,
    lines: Vec<String>,
    body: Option<String>,
) -> Answer {
    let mut head = format!("{method} {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n");
    if let Some(body) = &body {
        if !lines.iter().any(|line| line.starts_with("Content-Type")) {
            head.push_str("Content-Type: application/json\r\n");
        }
        head.push_str(&format!("Content-Length: {}\r\n", body.len()));
    }
    for line in &lines {
        head.push_str(line);
        head.push_str("\r\n");
    }
    head.push_str("\r\n");
    head.push_str(body.as_deref().unwrap_or_default());
    tokio::task::spawn_blocking(move || {
        let mut stream = TcpStream::connect(address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
        // A server that refuses before it has read all closes on us: what it said counts.
        let _ = stream.write_all(head.as_bytes());
        let mut bytes = Vec::new();
        let _ = stream.read_to_end(&mut bytes);
        crate::support::parse(&bytes)
    })
    .await
    .unwrap()
}
