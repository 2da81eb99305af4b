//! Many clerks at once: each sends figures of its unit one by one and asks for news after each, as devices do. The program runs by itself;
//! what is measured is what a device waits for. In `make test` a hundred of them show that it works; `make soak` brings ten thousand in ten
//! minutes and holds the times and the memory to what was promised.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

#[macro_use]
mod support;

use std::{
    net::SocketAddr,
    time::{Duration, Instant},
};

use so_khoi::{
    model::record::Entity,
    sync::{
        rights::Role,
        wire::{Page, Status},
    },
};
use so_khoi_server::{audit, db::Db, random};
use support::{
    accounts::{Login, sign_in, sign_in_all},
    bloc::{admissions, cell, made, unit},
    client::{Client, read},
    database::{Kind, fresh},
    dist, often,
    program::Program,
};

on_both! {
    many_clerks_send_and_fetch,
}

/// What each clerk sends.
const OPS: u64 = 20;
/// How many clerks a unit has: each fills another month.
const OF_A_UNIT: usize = 10;

/// What was measured, in microseconds.
#[derive(Default)]
struct Measured {
    pushes: Vec<u32>,
    changes: Vec<u32>,
    /// What was not answered as it should have been.
    errors: Vec<String>,
}

/// How a load is spread over time.
#[derive(Clone, Copy)]
struct Pace {
    clerks: usize,
    /// Within which everybody begins.
    begin: Duration,
    /// Between two figures of one clerk.
    between: Duration,
}

impl Pace {
    fn chosen() -> Self {
        let clerks = often(100, 10_000);
        let is_short = clerks < 10_000;
        Self {
            clerks,
            // Twenty figures, three seconds apart, are a minute: ten minutes in all.
            begin: Duration::from_secs(if is_short { 2 } else { 540 }),
            between: Duration::from_millis(if is_short { 100 } else { 3_000 }),
        }
    }
}

/// A clerk with a figure of one return.
async fn work(mut client: Client, unit: String, month: u8, mut cursor: String, pace: Pace) -> Measured {
    let mut measured = Measured::default();
    let chance = u32::from_le_bytes(random::bytes());
    tokio::time::sleep(pace.begin.mul_f64(f64::from(chance) / f64::from(u32::MAX))).await;
    let record = admissions(&unit, month, 0).to_record();
    for value in 0..OPS {
        let next = Instant::now() + pace.between;
        let op = client.op(match value {
            0 => made(&admissions(&unit, month, 0)),
            _ => cell(&record, "admitted", value),
        });
        let begun = Instant::now();
        match client
            .request("POST", "/api/v1/changes", &[], &client.push_of(&[op]))
            .await
        {
            Ok(reply) if reply.status == 200 => {
                measured.pushes.push(micros(begun));
                let pushed: so_khoi::sync::wire::Pushed = read(&reply);
                if pushed.answers.iter().any(|answer| answer.fate() != Status::Applied) {
                    measured.errors.push(format!("{:?}", pushed.answers));
                }
            }
            other => measured.errors.push(what(other.as_ref())),
        }
        let begun = Instant::now();
        let path = format!("/api/v1/changes?since={cursor}");
        match client.request("GET", &path, &[], &[]).await {
            Ok(reply) if reply.status == 200 => {
                measured.changes.push(micros(begun));
                let found: so_khoi::sync::wire::Changes = read(&reply);
                if found.records.is_empty() {
                    measured.errors.push("what was sent did not come back".to_owned());
                }
                cursor = found.cursor;
            }
            other => measured.errors.push(what(other.as_ref())),
        }
        tokio::time::sleep_until(next.into()).await;
    }
    measured
}

fn micros(begun: Instant) -> u32 {
    u32::try_from(begun.elapsed().as_micros()).unwrap_or(u32::MAX)
}

fn what(reply: Result<&support::Answer, &support::client::Lost>) -> String {
    match reply {
        Ok(reply) => format!("{}: {}", reply.status, String::from_utf8_lossy(&reply.body)),
        Err(_) => "no answer".to_owned(),
    }
}

/// The time that so many of a thousand did not take, in milliseconds.
fn at(sorted: &[u32], per_mille: usize) -> f64 {
    f64::from(sorted[(sorted.len() - 1) * per_mille / 1000]) / 1000.0
}

/// The most memory that a process had in use, in MB.
fn most_memory(pid: u32) -> f64 {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse::<f64>().unwrap() / 1024.0
}

/// Publishes the units; gives the cursor after them.
async fn publish(address: SocketAddr, login: &Login, units: usize) -> (String, String) {
    let mut office = Client::linked(address, login, "office").await;
    office.applies(made(&unit("k", None))).await;
    for some in (0..units).collect::<Vec<_>>().chunks(200) {
        let ops: Vec<_> = some
            .iter()
            .map(|number| made(&unit(&format!("u{number}"), Some("k"))))
            .map(|change| office.op(change))
            .collect();
        let pushed = office.send(&ops).await;
        assert!(pushed.answers.iter().all(|answer| answer.fate() == Status::Applied));
    }
    let page: Page = office.page("").await;
    let changes = office.changes(&page.cursor).await;
    (page.epoch, changes.cursor)
}

async fn many_clerks_send_and_fetch(kind: Kind) {
    let pace = Pace::chosen();
    let units = pace.clerks / OF_A_UNIT;
    let place = fresh(kind, "load");
    let db = Db::open(&place).await.unwrap();
    let office = sign_in(&db, "vpdu", Role::Editor, None).await;
    let clerks: Vec<_> = (0..pace.clerks)
        .map(|number| {
            (
                format!("n{number}"),
                Role::Unit,
                Some(format!("u{}", number / OF_A_UNIT)),
            )
        })
        .collect();
    let logins = sign_in_all(&db, &clerks).await;
    db.close().await;
    let folder = dist(&format!("load-{kind:?}"));
    let program = Program::start(folder.to_str().unwrap(), &place);
    let (epoch, cursor) = publish(program.address, &office, units).await;

    let begun = Instant::now();
    let mut working = Vec::new();
    for (number, login) in logins.iter().enumerate() {
        let mut client = Client::new(program.address, login, &format!("d{number}"));
        client.epoch.clone_from(&epoch);
        let month = u8::try_from(number % OF_A_UNIT + 1).unwrap();
        let unit = format!("u{}", number / OF_A_UNIT);
        working.push(tokio::spawn(work(client, unit, month, cursor.clone(), pace)));
    }
    let mut all = Measured::default();
    for clerk in working {
        let mut measured = clerk.await.unwrap();
        all.pushes.append(&mut measured.pushes);
        all.changes.append(&mut measured.changes);
        all.errors.append(&mut measured.errors);
    }
    let took = begun.elapsed();
    let memory = most_memory(program.pid());
    program.stop();
    let db = Db::open(&place).await.unwrap();
    let report = audit::verify(&db).await.unwrap();
    db.close().await;
    all.pushes.sort_unstable();
    all.changes.sort_unstable();
    let shown = |times: &[u32]| {
        format!(
            "median {:.1}, p99 {:.1}, longest {:.1} ms",
            at(times, 500),
            at(times, 990),
            at(times, 1000)
        )
    };
    println!(
        "{kind:?}: {} clerks × {OPS} ops in {} s: {} errors; push {}; changes {}; memory {memory:.0} MB",
        pace.clerks,
        took.as_secs(),
        all.errors.len(),
        shown(&all.pushes),
        shown(&all.changes),
    );
    assert_eq!(all.errors.len(), 0, "{:?}", &all.errors[..all.errors.len().min(5)]);
    let expected = pace.clerks as u64 * OPS;
    assert_eq!(
        (all.pushes.len() as u64, all.changes.len() as u64),
        (expected, expected)
    );
    assert_eq!((report.broken.len(), report.lines), (0, expected + units as u64 + 1));
    if pace.clerks == 10_000 {
        assert!(took < Duration::from_secs(630), "{took:?}");
        assert!(at(&all.pushes, 990) < 500.0, "pushes");
        assert!(at(&all.changes, 990) < 100.0, "changes");
        assert!(memory < 512.0, "memory");
    }
}
