//! The power goes while devices push. A real server is heard by strace: what it writes, what it makes last, and what it answers. Of that
//! come the files as a disk may have them when the power goes at some moment: what was made last is there, of what was only written any
//! part is, torn at sectors. Whatever was answered before that moment is there when such files are opened, and they open.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

#[macro_use]
#[path = "../support/mod.rs"]
mod support;

mod disk;
mod heard;

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use disk::{Disk, Event};
use so_khoi::sync::{rights::Role, wire::Page};
use so_khoi_server::{
    audit,
    db::{Db, Place},
    random,
};
use sqlx::Row;
use support::{
    accounts::sign_in,
    dist, often,
    program::Program,
    pushing::{Device, OPS, all_is_there, integrity},
};

const DEVICES: usize = 3;
/// How often each device pushes: enough for the log to be put into the file several times.
const PUSHES: u64 = 100;

/// A new folder for a database.
fn folder_of(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("power-{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder.canonicalize().unwrap()
}

/// What files of a power loss say.
#[derive(Debug, Default)]
struct Found {
    /// The ops with their answers.
    ops: BTreeMap<String, String>,
    /// The hashes of codes of invitations.
    invitations: Vec<String>,
}

/// Opens files as the server does, and looks at all of them.
async fn open(file: &Path) -> Result<Found, String> {
    let said = |error: sqlx::Error| error.to_string();
    let db = Db::open(&Place::File(file.to_owned()))
        .await
        .map_err(|error| error.to_string())?;
    let looked: Result<Found, String> = async {
        let mut reading = db.reading().await.map_err(said)?;
        let whole = integrity(&mut reading).await.map_err(said)?;
        if whole != "ok" {
            return Err(whole);
        }
        let report = audit::verify(&db).await.map_err(|fault| format!("{fault:?}"))?;
        if !report.broken.is_empty() {
            return Err(format!("the audit is broken: {:?}", report.broken));
        }
        let ops = sqlx::query("SELECT op_id, answer FROM ops")
            .fetch_all(&mut *reading)
            .await
            .map_err(said)?;
        let invitations = sqlx::query("SELECT code_hash FROM invitations")
            .fetch_all(&mut *reading)
            .await
            .map_err(said)?;
        let records: i64 = sqlx::query("SELECT COUNT(*) FROM records")
            .fetch_one(&mut *reading)
            .await
            .map_err(said)?
            .get(0);
        let pushes = ops.len() / OPS;
        if ops.len() % OPS != 0 || usize::try_from(records).unwrap() < pushes * (OPS - 1) {
            return Err(format!("half a push: {} ops, {records} records", ops.len()));
        }
        Ok(Found {
            ops: ops.iter().map(|row| (row.get(0), row.get(1))).collect(),
            invitations: invitations.iter().map(|row| row.get(0)).collect(),
        })
    }
    .await;
    db.close().await;
    looked
}

/// Lets the power go at a moment, and looks whether all is there that was said before it.
async fn lose_power(disk: &Disk, moment: usize, seed: u64, syncs_lie: bool, folder: &Path) -> Result<(), String> {
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder).unwrap();
    for (name, bytes) in disk.after_power_loss(moment, seed, syncs_lie) {
        fs::write(folder.join(name), bytes).unwrap();
    }
    let found = open(&folder.join(so_khoi_server::db::FILE)).await?;
    for event in &disk.events[..moment] {
        match event {
            Event::Answered { op, rev } => {
                let answer = found
                    .ops
                    .get(op)
                    .ok_or_else(|| format!("{op} was answered and is lost"))?;
                if !answer.contains(&format!("\"rev\":{rev}")) {
                    return Err(format!("{op} was answered with revision {rev}, and now {answer}"));
                }
            }
            Event::Invited { code } if !found.invitations.contains(&random::hash(code)) => {
                return Err("the link that was printed is not known".to_owned());
            }
            _ => {}
        }
    }
    Ok(())
}

/// Lets the power go at many moments: half of them right after an answer.
async fn lose_power_often(disk: &Disk, times: usize, name: &str) {
    let folder = folder_of(&format!("{name}-lost"));
    let said: Vec<usize> = (0..disk.events.len()).filter(|&at| disk.events[at].is_said()).collect();
    assert!(!said.is_empty());
    for time in 0..times {
        let chance = u64::from_le_bytes(random::bytes());
        let any = usize::try_from(chance >> 1).unwrap();
        let moment = match time % 2 {
            0 => said[any % said.len()] + 1,
            _ => any % (disk.events.len() + 1),
        };
        if let Err(what) = lose_power(disk, moment, chance, false, &folder).await {
            panic!(
                "power lost after {moment} of {} events, seed {chance}: {what}; the files: {}",
                disk.events.len(),
                folder.display()
            );
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_answered_is_there_after_the_power_was_lost() {
    let times = often(100, 1_000);
    let folder = folder_of("pushes");
    let place = Place::in_folder(&folder);
    let db = Db::open(&place).await.unwrap();
    let mut devices = Vec::new();
    for number in 0..DEVICES {
        let login = sign_in(&db, &format!("n{number}"), Role::Admin, None).await;
        devices.push(Device::new(&login, &format!("d{number}")));
    }
    db.close().await;
    let mut disk = Disk::of(&folder);

    let log = folder.with_extension("log");
    let app = dist("power");
    let program = Program::start_traced(app.to_str().unwrap(), &place, &log);
    let mut sending = Vec::new();
    for mut device in devices {
        device.client.reconnect(program.address);
        let page: Page = device.client.page("").await;
        device.client.epoch = page.epoch;
        let address = program.address;
        sending.push(tokio::spawn(async move {
            device.send(address, PUSHES).await;
            device
        }));
    }
    let mut devices = Vec::new();
    for device in sending {
        devices.push(device.await.unwrap());
    }
    program.stop();
    let db = Db::open(&place).await.unwrap();
    all_is_there(&db, &devices).await;
    db.close().await;

    heard::hear(&fs::read_to_string(&log).unwrap(), &mut disk);
    // What was heard is what happened: it makes the same files, every answer is in it, and the log was put into the file more than once.
    let told: usize = devices.iter().map(|device| device.told.len()).sum();
    assert_eq!(told as u64, DEVICES as u64 * PUSHES * OPS as u64);
    assert_eq!(disk.answered(), told);
    let main = so_khoi_server::db::FILE;
    assert!(disk.syncs_of(main) > 2, "{} checkpoints", disk.syncs_of(main));
    assert!(disk.syncs_of(&format!("{main}-wal")) as u64 >= DEVICES as u64 * PUSHES / 3);

    lose_power_often(&disk, times, "pushes").await;
    println!(
        "power lost {times} times in {} events, {told} answers: all there",
        disk.events.len()
    );

    // And the model bites: on a disk that makes nothing last, though it says so, answers are lost.
    let lies = folder_of("lies");
    let end = disk.events.iter().rposition(Event::is_said).unwrap() + 1;
    let mut lost = 0;
    for seed in 0..10 {
        lost += usize::from(lose_power(&disk, end, seed, true, &lies).await.is_err());
    }
    assert!(lost > 5, "{lost} of 10");
}

/// The first start makes the tables: it can break off anywhere, and the link that it prints is good.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_first_start_that_breaks_off_is_begun_again() {
    let times = often(50, 500);
    let folder = folder_of("first");
    let mut disk = Disk::of(&folder);
    let log = folder.with_extension("log");
    let app = dist("power-first");
    let program = Program::start_traced(app.to_str().unwrap(), &Place::in_folder(&folder), &log);
    let heard = |disk: &mut Disk| heard::hear(&fs::read_to_string(&log).unwrap(), disk);
    // It prints the link after the address.
    for _ in 0..200 {
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        let mut so_far = Disk::of(&folder_of("nothing"));
        so_far.folder.clone_from(&disk.folder);
        heard(&mut so_far);
        if so_far.events.iter().any(Event::is_said) {
            break;
        }
    }
    program.stop();
    heard(&mut disk);
    lose_power_often(&disk, times, "first").await;
    println!(
        "power lost {times} times in a first start of {} events",
        disk.events.len()
    );
}
