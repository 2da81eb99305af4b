//! What may go wrong between devices and a server: answers that are lost, links that are slow or cut, writers that wait, old
//! backups, wrong clocks. On SQLite and on PostgreSQL.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[macro_use]
mod support;

use std::{
    collections::{BTreeMap, BTreeSet},
    net::SocketAddr,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    time::Duration,
};

use so_khoi::{
    model::record::{Entity, Record, RecordKind, cell_field},
    sync::{
        op::{Change, Op},
        rights::Role,
        wire::{Answer, Page, Pushed, Status},
    },
};
use so_khoi_server::{audit, backup, random};
use support::{
    accounts::sign_in,
    bloc::{admissions, admissions_of, cell, made, plain},
    client::{Client, Lost, code_of, read},
    database::Kind,
    office::Office,
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};

on_both! {
    answers_that_are_lost_lose_nothing,
    a_reader_skips_no_slower_writer,
    links_that_are_cut_or_slow_leave_nothing_half_done,
    an_old_backup_under_fifty_devices_loses_nothing,
    a_wrong_clock_has_no_effect,
}

/// Between a client and the server: of ten answers it keeps three to itself, and hangs up. What they say was done.
async fn drop_answers(server: SocketAddr, dropped: Arc<AtomicU64>) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((client, _)) = listener.accept().await {
            let dropped = Arc::clone(&dropped);
            tokio::spawn(async move {
                let server = TcpStream::connect(server).await.unwrap();
                let (mut from_client, mut to_client) = client.into_split();
                let (mut from_server, mut to_server) = server.into_split();
                let asking = tokio::spawn(async move { tokio::io::copy(&mut from_client, &mut to_server).await });
                let mut bytes = vec![0; 1 << 16];
                while let Ok(length @ 1..) = from_server.read(&mut bytes).await {
                    if random::bytes::<1>()[0] < 77 {
                        dropped.fetch_add(1, Ordering::Relaxed);
                        break;
                    }
                    if to_client.write_all(&bytes[..length]).await.is_err() {
                        break;
                    }
                }
                asking.abort();
            });
        }
    });
    address
}

/// Sends ops until there is an answer.
async fn insist(client: &mut Client, ops: &[Op]) -> Pushed {
    let body = client.push_of(ops);
    loop {
        if let Ok(reply) = client.request("POST", "/api/v1/changes", &[], &body).await {
            assert_eq!(reply.status, 200, "{}", String::from_utf8_lossy(&reply.body));
            return read(&reply);
        }
    }
}

/// Ten thousand pushes by four devices: each has an op for a return of its own and one for a return that all four fill.
async fn answers_that_are_lost_lose_nothing(kind: Kind) {
    const DEVICES: u64 = 4;
    const PUSHES: u64 = 2_500;
    const OPS: u64 = 2;
    let mut office = Office::open(kind, "lost").await;
    office.editor.applies(made(&admissions("a", 1, 0))).await;
    let shared = office.editor.record(&admissions_of("a", 1)).await.unwrap();
    let begun = office.audit_is_whole().await;
    let dropped = Arc::new(AtomicU64::new(0));
    let proxy = drop_answers(office.address, Arc::clone(&dropped)).await;
    let mut devices = Vec::new();
    for number in 0..DEVICES {
        let login = sign_in(&office.app.db, &format!("n{number}"), Role::Editor, None).await;
        let mut client = Client::new(proxy, &login, &format!("d{number}"));
        client.epoch.clone_from(&office.editor.epoch);
        let shared = shared.clone();
        devices.push(tokio::spawn(async move {
            let own = admissions("b", u8::try_from(number + 1).unwrap(), 0).to_record();
            let mut before = [Record::clone(&own), shared];
            before[0].fields.clear();
            for push in 1..=PUSHES {
                let ops: Vec<Op> = (0..OPS)
                    .map(|at| {
                        let value = push * OPS + at;
                        let which = usize::from(at == 0 && push > 1);
                        let mut after = before[which].clone();
                        if after.fields.is_empty() {
                            after.fields.clone_from(&own.fields);
                        }
                        after
                            .fields
                            .insert(cell_field(&format!("of{number}").as_str().into()), value.into());
                        let change = Change::between(Some(&before[which]), &after).unwrap();
                        before[which] = after;
                        client.op(change)
                    })
                    .collect();
                for answer in insist(&mut client, &ops).await.answers {
                    assert_eq!(answer.fate(), Status::Applied, "{answer:?}");
                }
            }
        }));
    }
    for device in devices {
        device.await.unwrap();
    }
    let dropped = dropped.load(Ordering::Relaxed);
    assert!(dropped > DEVICES * PUSHES / 5, "{dropped}");
    assert_eq!(office.audit_is_whole().await - begun, DEVICES * PUSHES * OPS);
    let (all, _) = office.editor.everything().await;
    assert!(all.iter().all(|record| record.kind != RecordKind::Conflict));
    for number in 0..DEVICES {
        let field = cell_field(&format!("of{number}").as_str().into());
        let of = |id: &str| all.iter().find(|record| record.id.as_str() == id).unwrap().fields[&field].clone();
        assert_eq!(
            of(&admissions_of("b", u8::try_from(number + 1).unwrap())),
            PUSHES * OPS + 1
        );
        assert_eq!(of(&admissions_of("a", 1)), PUSHES * OPS);
    }
}

/// 32 writers make 100,000 records; whoever reads all the while meets each of them.
async fn a_reader_skips_no_slower_writer(kind: Kind) {
    const WRITERS: usize = 32;
    const ROWS: usize = 100_000;
    const BATCH: usize = 125;
    const PROGRAMS: usize = 4;
    let office = Office::open_pausing(kind, "gap", Duration::from_millis(4)).await;
    // What comes to one program at once is written together: writers that race are those of several.
    let mut programs = vec![office.address];
    while programs.len() < PROGRAMS {
        programs.push(office.another_program().await);
    }
    let mut reader = office.device("reader", Role::Viewer, None).await;
    let mut writers = Vec::new();
    for number in 0..WRITERS {
        let login = sign_in(&office.app.db, &format!("w{number}"), Role::Editor, None).await;
        let mut client = Client::new(programs[number % PROGRAMS], &login, &format!("w{number}"));
        client.epoch.clone_from(&office.editor.epoch);
        writers.push(tokio::spawn(async move {
            for push in 0..ROWS / WRITERS / BATCH {
                let ops: Vec<Op> = (0..BATCH)
                    .map(|at| {
                        let change = plain(&format!("row/{number:02}-{push:03}-{at:03}"), "value", push as u64);
                        client.op(change)
                    })
                    .collect();
                let pushed = client.send(&ops).await;
                assert!(pushed.answers.iter().all(|answer| answer.status == Status::Applied));
            }
        }));
    }
    let written = Arc::new(AtomicBool::new(false));
    let reading = {
        let written = Arc::clone(&written);
        tokio::spawn(async move {
            let mut seen = BTreeSet::new();
            let mut cursor = format!("0.{}", reader.epoch);
            let mut reads = 0;
            loop {
                let is_last = written.load(Ordering::SeqCst);
                let found = reader.changes(&cursor).await;
                reads += 1;
                let rows = found
                    .records
                    .into_iter()
                    .filter(|record| record.id.as_str().starts_with("row/"));
                for record in rows {
                    assert!(seen.insert(record.id), "met twice");
                }
                cursor = found.cursor;
                if is_last && !found.more {
                    return (seen.len(), reads);
                }
            }
        })
    };
    for writer in writers {
        writer.await.unwrap();
    }
    written.store(true, Ordering::SeqCst);
    let (seen, reads) = reading.await.unwrap();
    assert_eq!(seen, ROWS);
    assert!(reads > 100, "{reads}");
}

/// Pushes that are cut in the middle, or come a few bytes at a time, or whose sender does not wait for the answer.
async fn links_that_are_cut_or_slow_leave_nothing_half_done(kind: Kind) {
    let office = Office::open(kind, "links").await;
    let begun = office.audit_is_whole().await;
    let mut client = office.device("n", Role::Editor, None).await;
    let mut all = Vec::new();
    for round in 0..40_u64 {
        let ops: Vec<Op> = (0..10_u64)
            .map(|at| client.op(plain(&format!("row/{round}-{at}"), "value", round)))
            .collect();
        let body = client.push_of(&ops);
        let address = office.address;
        let [cookie, account] = client.login.headers();
        let head = format!(
            "POST /api/v1/changes HTTP/1.1\r\nHost: {address}\r\nOrigin: http://{address}\r\n{cookie}\r\n{account}\r\n\
             Content-Type: application/json\r\nContent-Length: {}\r\n\r\n",
            body.len()
        );
        let mut bytes = head.into_bytes();
        bytes.extend_from_slice(&body);
        let [high, low] = random::bytes::<2>().map(usize::from);
        let sent = match round % 4 {
            0 => bytes.len(),
            _ => (high * 256 + low) % bytes.len(),
        };
        let mut stream = TcpStream::connect(address).await.unwrap();
        let step = if round % 4 == 1 { 97 } else { sent.max(1) };
        for part in bytes[..sent].chunks(step) {
            stream.write_all(part).await.unwrap();
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        drop(stream);
        all.push(ops);
    }
    // Somebody who is slow keeps nobody else waiting.
    let mut slow = TcpStream::connect(office.address).await.unwrap();
    slow.write_all(b"POST /api/v1/changes HTTP/1.1\r\nHost: x\r\nContent-Length: 9")
        .await
        .unwrap();
    for ops in &all {
        let statuses: BTreeSet<Became> = client.send(ops).await.answers.iter().map(Became::of).collect();
        // All of a push is there, or nothing.
        assert_eq!(statuses.len(), 1, "{statuses:?}");
        assert!(!statuses.contains(&Became::Other));
    }
    assert_eq!(office.audit_is_whole().await - begun, 400);
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Became {
    Applied,
    Duplicate,
    Other,
}

impl Became {
    fn of(answer: &Answer) -> Self {
        match (answer.status, answer.fate()) {
            (Status::Applied, _) => Self::Applied,
            (Status::Duplicate, Status::Applied) => Self::Duplicate,
            _ => Self::Other,
        }
    }
}

/// A device that keeps what it sent, and sends it again to a server that was restored.
struct Keeper {
    client: Client,
    kept: Vec<Op>,
}

impl Keeper {
    async fn send(&mut self, ops: &[Op]) {
        self.kept.extend_from_slice(ops);
        let mut from = self.kept.len() - ops.len();
        loop {
            let body = self.client.push_of(&self.kept[from..]);
            match self.client.request("POST", "/api/v1/changes", &[], &body).await {
                Ok(reply) if reply.status == 200 => {
                    let pushed: Pushed = read(&reply);
                    assert_eq!(pushed.epoch, self.client.epoch);
                    for answer in &pushed.answers {
                        assert_eq!(answer.fate(), Status::Applied, "{answer:?}");
                    }
                    return;
                }
                Ok(reply) if code_of(&reply) == "epoch-changed" => {
                    let page: Page = self.client.page("").await;
                    self.client.epoch = page.epoch;
                    from = 0;
                }
                Ok(reply) => panic!("{} {}", reply.status, String::from_utf8_lossy(&reply.body)),
                Err(Lost) => {}
            }
        }
    }
}

/// Fifty devices write; the server is put back to what it was some time ago, while they go on.
async fn an_old_backup_under_fifty_devices_loses_nothing(kind: Kind) {
    const DEVICES: usize = 50;
    const ROUNDS: u64 = 12;
    let mut office = Office::open(kind, "restored").await;
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("backup-{kind:?}-{}", std::process::id()));
    let done = Arc::new(AtomicU64::new(0));
    let first_epoch = office.editor.epoch.clone();
    let mut devices = Vec::new();
    for number in 0..DEVICES {
        let login = sign_in(&office.app.db, &format!("n{number}"), Role::Editor, None).await;
        let mut client = Client::new(office.address, &login, &format!("d{number}"));
        client.epoch.clone_from(&first_epoch);
        let done = Arc::clone(&done);
        devices.push(tokio::spawn(async move {
            let mut keeper = Keeper {
                client,
                kept: Vec::new(),
            };
            for round in 0..ROUNDS {
                // A row of its own in each round, and its own field of a record that all of them change.
                let ops = [
                    plain(&format!("row/{number}-{round}"), "value", round),
                    plain("row/of-all", &format!("n{number}"), round),
                ];
                let ops = ops.map(|change| keeper.client.op(change));
                keeper.send(&ops).await;
                done.fetch_add(1, Ordering::SeqCst);
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
            keeper
        }));
    }
    let reached = async |share: u64| {
        while done.load(Ordering::SeqCst) < DEVICES as u64 * ROUNDS * share / 100 {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    reached(25).await;
    let in_backup = backup::write(&office.app.db, &file).await.unwrap();
    assert!(in_backup > 100);
    reached(60).await;
    assert_eq!(backup::restore(&office.app.db, &file).await.unwrap(), in_backup);
    let mut keepers = Vec::new();
    for device in devices {
        keepers.push(device.await.unwrap());
    }
    // Whoever was done before the restore notices when it next speaks to the server.
    for keeper in &mut keepers {
        let change = plain(&format!("row/last-{}", keeper.client.device), "value", 1);
        let last = keeper.client.op(change);
        keeper.send(&[last]).await;
    }
    let epoch = office.editor.page("").await.epoch;
    assert_ne!(epoch, first_epoch);
    assert!(keepers.iter().all(|keeper| keeper.client.epoch == epoch));
    let (all, _) = office.editor.everything().await;
    let all: BTreeMap<&str, &Record> = all.iter().map(|record| (record.id.as_str(), record)).collect();
    for number in 0..DEVICES {
        for round in 0..ROUNDS {
            assert_eq!(all[format!("row/{number}-{round}").as_str()].fields["value"], round);
        }
        assert_eq!(all["row/of-all"].fields[&format!("n{number}")], ROUNDS - 1);
    }
    // Numbers of the new epoch are above those of the old one.
    assert!(all["row/of-all"].rev > 1_000_000);
    let report = audit::verify(&office.app.db).await.unwrap();
    assert_eq!(report.broken, []);
    let sent: u64 = keepers.iter().map(|keeper| keeper.kept.len() as u64).sum();
    assert_eq!(report.lines, sent + 4);
    // What is no whole backup changes nothing.
    let before = office.editor.digest().await;
    let mut bytes = std::fs::read(&file).unwrap();
    bytes.truncate(bytes.len() / 2);
    std::fs::write(&file, bytes).unwrap();
    assert!(matches!(
        backup::restore(&office.app.db, &file).await,
        Err(backup::BackupError::Damaged(_))
    ));
    assert_eq!(office.editor.digest().await, before);
    std::fs::remove_file(&file).unwrap();
}

/// The same acts by devices whose clocks are right, ten years behind and ten years ahead.
async fn a_wrong_clock_has_no_effect(kind: Kind) {
    const TEN_YEARS_MS: i64 = 10 * 365 * 24 * 60 * 60 * 1000;
    let mut outcomes = Vec::new();
    for (at, off) in [0, -TEN_YEARS_MS, TEN_YEARS_MS, i64::MAX / 2, i64::MIN / 2]
        .into_iter()
        .enumerate()
    {
        let mut office = Office::open(kind, &format!("clock-{at}")).await;
        let mut unit = office.device("a", Role::Unit, Some("a")).await;
        unit.clock_off_ms = off;
        unit.applies(made(&admissions("a", 3, 7))).await;
        let base = unit.record(&admissions_of("a", 3)).await.unwrap();
        let mut statuses = Vec::new();
        for (field, value) in [("women", 1), ("youth", 2), ("retired", 3)] {
            office.editor.applies(cell(&base, field, value)).await;
            statuses.push(
                unit.change(cell(&base, field, value + u64::from(field == "youth")))
                    .await
                    .status,
            );
        }
        assert_eq!(statuses, [Status::Merged, Status::Conflict, Status::Merged]);
        let (all, _) = office.editor.everything().await;
        let said = all.iter().find(|record| record.kind == RecordKind::Conflict).unwrap();
        assert!(said.fields["at_ms"].as_i64().unwrap() <= office.app.clock.now_ms());
        let history = unit.history(base.id.as_str()).await;
        assert!(history.iter().all(|line| line.at_ms == office.app.clock.now_ms()));
        let figures = all.into_iter().filter(|record| record.kind != RecordKind::Conflict);
        outcomes.push(
            figures
                .map(|record| (record.id, record.fields, record.rev))
                .collect::<Vec<_>>(),
        );
    }
    assert!(outcomes.iter().all(|outcome| *outcome == outcomes[0]));
}
