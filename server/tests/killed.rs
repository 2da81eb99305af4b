//! The program is killed in the middle of pushes, again and again, and so is PostgreSQL below it: nothing that was acknowledged is
//! lost, nothing is done twice.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

#[macro_use]
mod support;

use std::{net::SocketAddr, time::Duration};

use so_khoi::sync::{rights::Role, wire::Page};
use so_khoi_server::{
    db::{Db, Place},
    random,
};
use support::{
    accounts::sign_in,
    database::{Cluster, Kind, fresh},
    dist, often,
    program::Program,
    pushing::{Device, all_is_there, integrity},
};

on_both! {
    what_was_acknowledged_is_there,
}

/// How often the program is killed.
const KILLS: usize = 200;
const DEVICES: usize = 3;

/// Devices of accounts that are signed in.
async fn devices_of(place: &Place) -> Vec<Device> {
    let db = Db::open(place).await.unwrap();
    let mut devices = Vec::new();
    for number in 0..DEVICES {
        let login = sign_in(&db, &format!("n{number}"), Role::Admin, None).await;
        devices.push(Device::new(&login, &format!("d{number}")));
    }
    db.close().await;
    devices
}

/// Lets all devices push to the server at an address, each until it has been answered `most` times or the connection breaks; `meanwhile`
/// something happens.
async fn push_all(devices: &mut Vec<Device>, address: SocketAddr, most: u64, meanwhile: impl Future<Output = ()>) {
    let mut sending = Vec::new();
    for mut device in devices.drain(..) {
        if device.client.epoch.is_empty() {
            device.client.reconnect(address);
            let page: Page = device.client.page("").await;
            device.client.epoch = page.epoch;
        }
        sending.push(tokio::spawn(async move {
            device.send(address, most).await;
            device
        }));
    }
    meanwhile.await;
    for device in sending {
        devices.push(device.await.unwrap());
    }
}

/// A moment by chance, at least so many milliseconds from now.
async fn a_moment(least_ms: u64) {
    let [byte] = random::bytes::<1>();
    tokio::time::sleep(Duration::from_micros(1_000 * least_ms + 300 * u64::from(byte))).await;
}

fn without_answer(devices: &[Device]) -> usize {
    devices.iter().filter(|device| !device.waiting.is_empty()).count()
}

async fn what_was_acknowledged_is_there(kind: Kind) {
    let place = fresh(kind, "killed");
    let folder = dist(&format!("killed-{kind:?}"));
    let folder = folder.to_str().unwrap();
    let mut devices = devices_of(&place).await;
    let mut broken_off = 0;
    for _ in 0..KILLS {
        let program = Program::start(folder, &place);
        push_all(&mut devices, program.address, u64::MAX, async move {
            a_moment(5).await;
            program.kill();
        })
        .await;
        broken_off += without_answer(&devices);
    }
    assert!(broken_off > KILLS / 2, "{broken_off}");
    // The last time it is left alone until all is answered.
    let program = Program::start(folder, &place);
    push_all(&mut devices, program.address, 1, async {}).await;
    program.kill();

    let db = Db::open(&place).await.unwrap();
    all_is_there(&db, &devices).await;
    if kind == Kind::Sqlite {
        assert_eq!(integrity(&mut db.reading().await.unwrap()).await.unwrap(), "ok");
    }
}

/// Every process of PostgreSQL ends at once, as when the power goes, and comes back; the program runs on and finds it again.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn postgres_goes_down_and_what_was_acknowledged_is_there() {
    let downs = often(5, 100);
    let mut cluster = Cluster::alone("down");
    let place = Place::Postgres(cluster.new_database());
    let folder = dist("killed-cluster");
    let mut devices = devices_of(&place).await;
    devices.iter_mut().for_each(|device| device.database_goes = true);
    let program = Program::start(folder.to_str().unwrap(), &place);
    let mut broken_off = 0;
    for _ in 0..downs {
        push_all(&mut devices, program.address, u64::MAX, async {
            a_moment(100).await;
            cluster.go_down();
        })
        .await;
        broken_off += without_answer(&devices);
        cluster.come_back();
    }
    assert!(broken_off > downs / 2, "{broken_off}");
    // Connections that went with the database are noticed one by one.
    let begun = std::time::Instant::now();
    while without_answer(&devices) > 0 {
        assert!(
            begun.elapsed() < Duration::from_secs(60),
            "it does not find the database again"
        );
        push_all(&mut devices, program.address, 1, async {}).await;
    }
    program.kill();
    let db = Db::open(&place).await.unwrap();
    all_is_there(&db, &devices).await;
    println!("PostgreSQL went down {downs} times; {broken_off} pushes were under way");
    db.close().await;
}
