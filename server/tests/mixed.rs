//! Everything at once, for as long as is asked: devices with the app's own engine, each behind a network that cuts, delays and swallows,
//! push and fetch, while the program is killed and started again. What the devices hold in the end is what the server holds, nothing that
//! was typed is lost, and the program's memory does not grow. Ten seconds in `make test`, an hour in `make soak`.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

#[macro_use]
mod support;

#[allow(dead_code, reason = "the simulation uses all of it")]
#[path = "../../tests/sync_world/disk.rs"]
mod disk;

use std::{
    net::SocketAddr,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use disk::{Disk, Fate};
use so_khoi::{
    model::record::{Entity, cell_field},
    sync::{
        digest::Digest,
        engine::{Effect, Engine, Event, Phase, Reply, Request},
        op::Change,
        op_id::uuid_v7,
        rights::Role,
        wire::DigestOf,
    },
};
use so_khoi_server::{
    audit,
    db::{Db, Place},
    random,
};
use support::{
    accounts::{Login, sign_in},
    bloc::{admissions, publish_units},
    client::{Client, read},
    database::{Kind, fresh},
    dist, often,
    program::Program,
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    time::{sleep, timeout},
};

on_both! {
    devices_agree_after_all_that,
}

const DEVICES: usize = 8;
/// Between two kills of the program, on average.
const KILLED_EVERY: Duration = Duration::from_secs(20);
/// What the most memory may have grown by from the first quarter to the last, in MB: what is given and taken at the same time.
const GROWTH: f64 = 24.0;

fn chance(of: u32) -> u32 {
    u32::from_le_bytes(random::bytes()) % of
}

/// Between a device and the server, wherever that is now: most connections are good; others are slow, cut half way or say nothing.
/// Answers the address, and a place for the server's.
async fn bad_network(server: Arc<Mutex<SocketAddr>>, healed: Arc<AtomicBool>, faults: Arc<AtomicU64>) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((device, _)) = listener.accept().await {
            let to = *server.lock().unwrap();
            let fate = if healed.load(Ordering::Relaxed) { 9 } else { chance(10) };
            faults.fetch_add(u64::from(fate < 4), Ordering::Relaxed);
            tokio::spawn(async move {
                let _ = match fate {
                    0 => return,
                    // Half open: everything is taken, nothing is said.
                    1 => timeout(Duration::from_secs(3), sleep(Duration::from_secs(60)))
                        .await
                        .map_err(std::io::Error::other),
                    2 => carry(device, to, Duration::from_millis(5), 64 + u64::from(chance(4_000))).await,
                    3 => carry(device, to, Duration::from_millis(u64::from(chance(1_500))), u64::MAX).await,
                    _ => carry(device, to, Duration::ZERO, u64::MAX).await,
                };
            });
        }
    });
    address
}

/// Carries bytes both ways, each piece late by so much, until so many were carried.
async fn carry(device: TcpStream, to: SocketAddr, late: Duration, most: u64) -> std::io::Result<()> {
    let server = TcpStream::connect(to).await?;
    let (mut from_device, mut to_device) = device.into_split();
    let (mut from_server, mut to_server) = server.into_split();
    let left = Arc::new(AtomicU64::new(most));
    let there = {
        let left = Arc::clone(&left);
        async move { pieces(&mut from_device, &mut to_server, late, &left).await }
    };
    let back = async move { pieces(&mut from_server, &mut to_device, late, &left).await };
    tokio::select! { done = there => done, done = back => done }
}

async fn pieces(
    from: &mut (impl AsyncReadExt + Unpin),
    to: &mut (impl AsyncWriteExt + Unpin),
    late: Duration,
    left: &AtomicU64,
) -> std::io::Result<()> {
    let mut bytes = vec![0; 1 << 14];
    loop {
        let length = from.read(&mut bytes).await?;
        if length == 0 {
            return Ok(());
        }
        sleep(late).await;
        let may = left.load(Ordering::Relaxed).min(length as u64);
        to.write_all(&bytes[..usize::try_from(may).unwrap()]).await?;
        if left.fetch_sub(may, Ordering::Relaxed) == may {
            return Ok(());
        }
    }
}

/// A device: the app's engine, what it keeps, and its way to the server.
struct Device {
    engine: Engine,
    disk: Disk,
    client: Client,
    no: usize,
    typed: u64,
    rounds: u64,
    /// How it went last.
    phase: Option<Phase>,
}

impl Device {
    fn new(no: usize, login: &Login, address: SocketAddr) -> Self {
        Self {
            engine: Engine::new(),
            disk: Disk::new(&format!("device-{no}"), &login.account),
            client: Client::new(address, login, &format!("device-{no}")),
            no,
            typed: 0,
            rounds: 0,
            phase: None,
        }
    }

    /// Types a figure: into a return of its own, or into one that all fill.
    fn edit(&mut self) {
        self.typed += 1;
        let shown = self.disk.shown();
        let own = chance(2) == 0;
        let given = admissions(
            if own { "b" } else { "a" },
            if own { u8::try_from(self.no + 1).unwrap() } else { 12 },
            0,
        );
        let mut after = given.to_record();
        let before = shown.get(&after.id).cloned();
        if let Some(before) = &before {
            after.fields.clone_from(&before.fields);
        }
        let cell = if own {
            "admitted".to_owned()
        } else {
            format!("of{}", chance(4))
        };
        after.fields.insert(
            cell_field(&cell.as_str().into()),
            (self.typed * 10 + self.no as u64).into(),
        );
        if let Some(change) = Change::between(before.as_ref(), &after) {
            self.disk.edit(change, 1_700_000_000_000);
            if let Some((op, _)) = self.disk.ops.values_mut().next_back() {
                op.op_id = uuid_v7(1_700_000_000_000 + self.typed, random::bytes());
            }
        }
    }

    /// Lets the engine do all that it wants now; gives for how long it waits then.
    async fn run(&mut self, event: Event) -> Option<(u64, u64)> {
        let mut effects = self.engine.step(event, chance(u32::MAX));
        let mut waits = None;
        while !effects.is_empty() {
            let event = match effects.remove(0) {
                Effect::Show(Phase::Stopped(trouble)) => panic!("device {} stopped: {trouble:?}", self.no),
                Effect::Show(phase) => {
                    self.phase = Some(phase);
                    continue;
                }
                Effect::Done(_) => {
                    self.rounds += 1;
                    continue;
                }
                Effect::Wait { no, ms } => {
                    waits = Some((no, ms));
                    continue;
                }
                Effect::Read => Event::Stock(self.disk.stock()),
                Effect::ReadOps { after } => Event::Ops(self.disk.read_ops(after)),
                Effect::Sum => Event::Summed(self.disk.sum()),
                Effect::Write(write) => {
                    self.disk.write(write);
                    Event::Written
                }
                Effect::Send(request) => self.ask(&request).await,
            };
            effects.extend(self.engine.step(event, chance(u32::MAX)));
        }
        waits
    }

    async fn ask(&mut self, request: &Request) -> Event {
        let (method, path) = request.line();
        let path = format!("/api/v1{path}");
        let body = request.body().unwrap_or_default();
        let asked = self.client.request(method, &path, &[], &body);
        match timeout(Duration::from_secs(5), asked).await {
            Ok(Ok(reply)) => Event::Replied(Reply {
                status: reply.status,
                retry_after: reply.headers.get("retry-after").and_then(|text| text.parse().ok()),
                body: reply.body,
            }),
            _ => {
                self.client.reconnect(self.client.address);
                Event::Unreachable
            }
        }
    }

    /// Types and synchronises until the time is over, then until all is sent and fetched.
    async fn live(mut self, until: Instant, healed: Arc<AtomicBool>) -> Self {
        let mut waits = self.run(Event::Wanted).await;
        while Instant::now() < until {
            if chance(3) > 0 {
                self.edit();
            }
            sleep(Duration::from_millis(100 + u64::from(chance(400)))).await;
            waits = match waits {
                // A person presses the button now and then; else the engine's own patience counts, shortened.
                Some((no, ms)) if chance(4) > 0 => {
                    sleep(Duration::from_millis(ms.min(2_000))).await;
                    self.run(Event::Waited(no)).await
                }
                _ => self.run(Event::Pressed).await,
            };
        }
        while !healed.load(Ordering::Relaxed) {
            sleep(Duration::from_millis(50)).await;
        }
        self
    }

    /// One more round over a good network, with digests compared.
    async fn settle(&mut self) {
        self.client.reconnect(self.client.address);
        let begun = Instant::now();
        let rounds = self.rounds;
        self.disk.digest_due = true;
        let mut waits = self.run(Event::Pressed).await;
        while self.rounds == rounds || self.disk.waiting().next().is_some() {
            assert!(
                begun.elapsed() < Duration::from_secs(60),
                "device {} does not come to rest: {:?}, {waits:?}; refused: {:?}",
                self.no,
                self.phase,
                self.disk
                    .ops
                    .values()
                    .find(|(_, fate)| matches!(fate, Fate::Rejected(_))),
            );
            sleep(Duration::from_millis(50)).await;
            waits = self.run(Event::Pressed).await;
        }
    }
}

/// The memory that a process has in use, in MB.
fn memory(pid: u32) -> Option<f64> {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmRSS:"))?;
    line.split_whitespace()
        .nth(1)?
        .parse::<f64>()
        .ok()
        .map(|kb| kb / 1024.0)
}

/// Half of the time the program is killed again and again; then it lives on, and its memory is looked at.
async fn kill_and_watch(
    folder: &str,
    place: &Place,
    server: &Mutex<SocketAddr>,
    last: Duration,
) -> (Program, usize, Vec<f64>) {
    let begun = Instant::now();
    let mut kills = 0;
    let mut program = Program::start(folder, place);
    *server.lock().unwrap() = program.address;
    while begun.elapsed() < last / 2 {
        sleep(KILLED_EVERY.min(last / 8).mul_f64(0.5 + f64::from(chance(100)) / 100.0)).await;
        program.kill();
        kills += 1;
        sleep(Duration::from_millis(u64::from(chance(1_000)))).await;
        program = Program::start(folder, place);
        *server.lock().unwrap() = program.address;
    }
    let mut used = Vec::new();
    while begun.elapsed() < last {
        sleep(last / 200).await;
        used.extend(memory(program.pid()));
    }
    (program, kills, used)
}

async fn devices_agree_after_all_that(kind: Kind) {
    // Both databases share the hour.
    let last = Duration::from_secs(often(10, 1_800) as u64);
    let place = fresh(kind, "mixed");
    let folder = dist(&format!("mixed-{kind:?}"));
    let folder = folder.to_str().unwrap();
    let db = Db::open(&place).await.unwrap();
    let mut logins = Vec::new();
    for no in 0..DEVICES {
        logins.push(sign_in(&db, &format!("n{no}"), Role::Editor, None).await);
    }
    db.close().await;
    let first = Program::start(folder, &place);
    publish_units(&mut Client::linked(first.address, &logins[0], "office").await).await;
    first.stop();

    let server = Arc::new(Mutex::new(SocketAddr::from(([127, 0, 0, 1], 9))));
    let (healed, faults) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicU64::new(0)));
    let until = Instant::now() + last;
    let mut living = Vec::new();
    for (no, login) in logins.iter().enumerate() {
        let link = bad_network(Arc::clone(&server), Arc::clone(&healed), Arc::clone(&faults)).await;
        living.push(tokio::spawn(
            Device::new(no, login, link).live(until, Arc::clone(&healed)),
        ));
    }
    let (program, kills, used) = kill_and_watch(folder, &place, &server, last).await;
    healed.store(true, Ordering::Relaxed);
    let mut devices = Vec::new();
    for device in living {
        devices.push(device.await.unwrap());
    }
    // Twice: the first time each sends, the second time each hears what the others sent.
    for _ in 0..2 {
        for device in &mut devices {
            device.settle().await;
        }
    }

    let official: DigestOf = {
        let mut client = Client::linked(program.address, &logins[0], "looks").await;
        read(&client.get("/api/v1/digest").await)
    };
    let typed: u64 = devices.iter().map(|device| device.disk.ops.len() as u64).sum();
    for device in &devices {
        let digest = Digest::of(device.disk.base.values());
        assert_eq!(digest.text(), official.digest, "device {}", device.no);
        for (op, fate) in device.disk.ops.values() {
            assert!(matches!(fate, Fate::Acknowledged(_)), "{op:?}: {fate:?}");
        }
    }
    program.stop();
    let db = Db::open(&place).await.unwrap();
    let report = audit::verify(&db).await.unwrap();
    db.close().await;
    assert_eq!((report.broken.len(), report.lines), (0, typed + 4), "each op once");

    let quarter = used.len() / 4;
    let most = |some: &[f64]| some.iter().copied().fold(0.0, f64::max);
    let (early, late) = (most(&used[quarter..2 * quarter]), most(&used[used.len() - quarter..]));
    println!(
        "{kind:?}: {DEVICES} devices, {} s, {kills} kills, {} bad connections, {typed} ops, all once; digests are the same; memory {early:.0} → {late:.0} MB",
        last.as_secs(),
        faults.load(Ordering::Relaxed),
    );
    assert!(kills > 0 && faults.load(Ordering::Relaxed) > 0 && typed > DEVICES as u64);
    assert!(late < early + GROWTH, "memory: {early} → {late} MB");
}
