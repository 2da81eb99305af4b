//! A device that pushes while faults befall the server: what it has sent without an answer it sends again, and it remembers what it was
//! told.

use std::{collections::BTreeMap, net::SocketAddr};

use so_khoi::sync::{
    op::Op,
    wire::{Answer, Pushed, Status},
};
use so_khoi_server::db::Db;
use sqlx::{AnyConnection, Row};

use super::{
    accounts::Login,
    bloc::plain,
    client::{Client, read},
};

/// How many ops a push has: one of a record that all its pushes change, others of records of their own.
pub const OPS: usize = 5;

/// A device: what it has sent without an answer, and what it was told.
pub struct Device {
    pub client: Client,
    pub waiting: Vec<Op>,
    pub told: BTreeMap<String, Answer>,
    pub pushes: u64,
    /// Whether the server may say that it has no database for the moment.
    pub database_goes: bool,
}

impl Device {
    /// One that has pushed nothing yet.
    pub fn new(login: &Login, name: &str) -> Self {
        let nowhere = SocketAddr::from(([127, 0, 0, 1], 9));
        Self {
            client: Client::new(nowhere, login, name),
            waiting: Vec::new(),
            told: BTreeMap::new(),
            pushes: 0,
            database_goes: false,
        }
    }

    /// Sends until the connection breaks, or until it has been answered `most` times.
    pub async fn send(&mut self, address: SocketAddr, most: u64) {
        self.client.reconnect(address);
        for _ in 0..most {
            if self.waiting.is_empty() {
                self.pushes += 1;
                let (push, device) = (self.pushes, self.client.device.clone());
                let mut changes = vec![plain(&format!("row/of-{device}"), "pushes", push)];
                for at in 1..OPS {
                    changes.push(plain(&format!("row/{device}-{push}-{at}"), "push", push));
                }
                self.waiting = changes.into_iter().map(|change| self.client.op(change)).collect();
            }
            let body = self.client.push_of(&self.waiting);
            let Ok(reply) = self.client.request("POST", "/api/v1/changes", &[], &body).await else {
                return;
            };
            if self.database_goes && reply.status >= 500 {
                return;
            }
            assert_eq!(reply.status, 200, "{}", String::from_utf8_lossy(&reply.body));
            let pushed: Pushed = read(&reply);
            assert_eq!(pushed.answers.len(), self.waiting.len());
            for answer in pushed.answers {
                assert_eq!(answer.fate(), Status::Applied, "{answer:?}");
                self.told.insert(answer.op_id.clone(), answer);
            }
            self.waiting.clear();
        }
    }
}

/// All that devices were told is there, once, and nothing else; every device has been answered.
pub async fn all_is_there(db: &Db, devices: &[Device]) {
    let report = so_khoi_server::audit::verify(db).await.unwrap();
    assert_eq!(report.broken, []);
    let told: usize = devices.iter().map(|device| device.told.len()).sum();
    assert_eq!(report.lines, told as u64);
    let mut reading = db.reading().await.unwrap();
    for device in devices {
        assert!(device.waiting.is_empty());
        let rows = sqlx::query("SELECT op_id, answer FROM ops WHERE device = $1")
            .bind(&device.client.device)
            .fetch_all(&mut *reading)
            .await
            .unwrap();
        assert_eq!(rows.len(), device.told.len());
        for row in rows {
            let answer: Answer = so_khoi::model::from_json::read(row.get::<&str, _>(1).as_bytes()).unwrap();
            let told = &device.told[row.get::<&str, _>(0)];
            assert_eq!((told.rev, &told.op_id), (answer.rev, &answer.op_id));
        }
        let rows = sqlx::query("SELECT fields FROM records WHERE id = $1")
            .bind(format!("row/of-{}", device.client.device))
            .fetch_one(&mut *reading)
            .await
            .unwrap();
        assert_eq!(rows.get::<&str, _>(0), format!("{{\"pushes\":{}}}", device.pushes));
    }
    let records: i64 = sqlx::query("SELECT COUNT(*) FROM records")
        .fetch_one(&mut *reading)
        .await
        .unwrap()
        .get(0);
    assert_eq!(
        usize::try_from(records).unwrap(),
        told / OPS * (OPS - 1) + devices.len()
    );
}

/// What SQLite says of its own file: "ok", or what is wrong.
pub async fn integrity(connection: &mut AnyConnection) -> Result<String, sqlx::Error> {
    let said = sqlx::query("PRAGMA integrity_check").fetch_all(connection).await?;
    Ok(said
        .iter()
        .map(|row| row.get::<String, _>(0))
        .collect::<Vec<_>>()
        .join("; "))
}
