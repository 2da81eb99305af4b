//! A small world: a server, devices with people at them, a network that loses, delays and repeats, and disks that fail. Nothing
//! in it is left to chance but what its numbers say, so what went wrong once goes wrong again.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, dead_code)]

pub mod disk;
pub mod people;

use disk::{Disk, Fate};
use so_khoi::demo::random::Random;
use so_khoi::model::conflict::Conflict;
use so_khoi::model::id::RecordId;
use so_khoi::model::record::Entity;
use so_khoi::sync::cursor::Cursor;
use so_khoi::sync::digest::Digest;
use so_khoi::sync::engine::{Effect, Engine, Event, Phase, Reply, Request, Write};
use so_khoi::sync::hub::Hub;
use so_khoi::sync::op::Op;
use so_khoi::sync::rights::Actor;
use so_khoi::sync::wire::{Push, SCHEMA, Status};
use std::collections::{BTreeMap, BTreeSet};

/// What happens to a request, or to a write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Luck {
    /// It goes well.
    Good,
    /// It never arrives.
    Lost,
    /// It arrives, and the answer does not.
    AnswerLost,
    /// It arrives much later, and nobody waits for it any more.
    Late,
    /// It arrives, and once more later.
    Twice,
    /// The server is busy, or something between answers in its place.
    Refused(u16),
    /// The device's disk fails: nothing was written.
    DiskFails,
    /// The app dies before it is written or sent.
    DiesBefore,
    /// The app dies when it was written or sent, before it knew.
    DiesAfter,
}

/// Something that happens. Numbers say what exactly, each from what there is to choose from.
#[derive(Clone, Copy, Debug)]
pub enum Act {
    /// A person edits.
    Edit(usize, u64),
    /// A person does the last edit back.
    Undo(usize),
    /// A person settles, withdraws or opens a conflict.
    Settle(usize, u64),
    /// A person puts a rejected op aside, or tries it again.
    Resolve(usize, u64),
    /// One step of a device's sync.
    Step(usize, Luck),
    /// So many steps at which all goes well.
    Run(usize, usize),
    /// A device goes offline or comes back.
    Online(usize, bool),
    /// A session ends or begins.
    Session(usize, bool),
    /// A late request arrives.
    Arrive(u64),
    /// An account gets other rights.
    Rights(usize, u64),
    /// The server is copied.
    Backup,
    /// The server is restored.
    Restore,
    /// The server forgets what was removed.
    ForgetRemoved,
}

/// A device.
pub struct Device {
    pub disk: Disk,
    engine: Engine,
    effects: Vec<Effect>,
    wait: Option<u64>,
    session: bool,
    online: bool,
}

/// All of it.
pub struct World {
    pub hub: Hub,
    pub devices: Vec<Device>,
    backup: Option<Hub>,
    late: Vec<(String, Request)>,
    now_ms: i64,
    restores: u32,
    forgotten: BTreeSet<RecordId>,
    random: Random,
    /// The most devices that had something to settle, and so on: what a run was good for.
    pub tally: BTreeMap<&'static str, u64>,
}

impl World {
    /// A bloc of a few units, whose server everybody has heard of.
    pub fn new(devices: usize, seed: u64) -> World {
        let mut hub = Hub::new("e0", people::catalogue());
        for no in 0..devices {
            hub.admit(people::actor(no, 0));
        }
        people::found(&mut hub);
        hub.page = 3 + (seed % 5) as usize;
        hub.most_bytes = 4_000 + (seed % 3) as usize * 3_000;
        let device = |no: usize| Device {
            disk: Disk::new(&format!("device-{no}"), &people::actor(no, 0).account),
            engine: Engine::new(),
            effects: Vec::new(),
            wait: None,
            session: true,
            online: true,
        };
        World {
            hub,
            devices: (0..devices).map(device).collect(),
            backup: None,
            late: Vec::new(),
            now_ms: 1_700_000_000_000,
            restores: 0,
            forgotten: BTreeSet::new(),
            random: Random::new(seed),
            tally: BTreeMap::new(),
        }
    }

    pub fn run(&mut self, acts: impl IntoIterator<Item = Act>) {
        for act in acts {
            self.act(act);
        }
    }

    fn count(&mut self, what: &'static str) {
        *self.tally.entry(what).or_default() += 1;
    }

    pub fn act(&mut self, act: Act) {
        self.now_ms += 1_000;
        let many = self.devices.len();
        match act {
            Act::Edit(no, pick) => {
                let at_ms = self.clock(pick);
                let disk = &mut self.devices[no % many].disk;
                if let Some(change) = people::edit(&disk.shown(), no % many, pick) {
                    disk.edit(change, at_ms);
                    self.count("ops");
                }
            }
            Act::Undo(no) => {
                let disk = &mut self.devices[no % many].disk;
                let last = disk.ops.values().next_back().map(|(op, _)| op.change.clone());
                if let Some(change) = last.and_then(|change| change.undo(&disk.shown())) {
                    disk.edit(change, self.now_ms);
                }
            }
            Act::Settle(no, pick) => {
                let disk = &mut self.devices[no % many].disk;
                for change in people::settle(&disk.shown(), &disk.device, pick) {
                    disk.edit(change, self.now_ms);
                }
            }
            Act::Resolve(no, pick) => self.resolve(no % many, pick % 2 == 0),
            Act::Step(no, luck) => self.step(no % many, luck),
            Act::Run(no, steps) => {
                for _ in 0..steps {
                    self.step(no % many, Luck::Good);
                }
            }
            Act::Online(no, online) => {
                self.devices[no % many].online = online;
                self.tell(no % many, Event::Online(online));
            }
            Act::Session(no, on) => {
                self.devices[no % many].session = on;
                if on {
                    self.tell(no % many, Event::SignedIn);
                }
            }
            Act::Arrive(pick) => self.arrive(pick),
            Act::Rights(no, pick) => {
                self.hub.admit(people::actor(no % many, pick));
                self.count("rights");
            }
            Act::Backup => self.backup = Some(self.hub.clone()),
            Act::Restore => self.restore(),
            Act::ForgetRemoved => {
                let removed = self.hub.records().values().map(|held| &held.record);
                let removed = removed.filter(|record| record.fields.is_empty());
                self.forgotten.extend(removed.map(|record| record.id.clone()));
                self.hub.forget_removed();
            }
        }
    }

    /// The clocks of devices are off by up to ten years.
    fn clock(&self, pick: u64) -> i64 {
        const TEN_YEARS: i64 = 10 * 365 * 86_400_000;
        self.now_ms + [0, TEN_YEARS, -TEN_YEARS][(pick % 3) as usize]
    }

    fn resolve(&mut self, no: usize, again: bool) {
        let disk = &mut self.devices[no].disk;
        let Some((seq, change)) = disk.rejected().next().map(|op| (op.seq, op.change.clone())) else {
            return;
        };
        disk.put_aside(seq);
        if again {
            let mut change = change;
            change.rebase(&disk.shown());
            change.set.retain(|_, set| set.old != set.new);
            if !change.set.is_empty() {
                disk.edit(change, self.now_ms);
            }
        }
    }

    fn restore(&mut self) {
        // The accounts of today: whoever restores signs people in again.
        if let Some(backup) = &self.backup {
            self.restores += 1;
            let actors: Vec<Actor> = (0..self.devices.len())
                .filter_map(|no| self.hub.actor(&people::actor(no, 0).account).cloned())
                .collect();
            self.hub.restore(backup, &format!("e{}", self.restores));
            for actor in actors {
                self.hub.admit(actor);
            }
            self.count("restores");
        }
    }

    fn arrive(&mut self, pick: u64) {
        if self.late.is_empty() {
            return;
        }
        let (account, request) = self.late.swap_remove((pick % self.late.len() as u64) as usize);
        self.hub.answer(Some(&account), &account, &request, self.now_ms);
        self.count("late");
    }

    fn tell(&mut self, no: usize, event: Event) {
        let random = self.random.bits() as u32;
        let device = &mut self.devices[no];
        device.effects.extend(device.engine.step(event, random));
    }

    /// The app is opened again.
    fn die(&mut self, no: usize) {
        let device = &mut self.devices[no];
        (device.engine, device.wait) = (Engine::new(), None);
        device.effects.clear();
        let online = device.online;
        self.tell(no, Event::Online(online));
        self.count("deaths");
    }

    fn step(&mut self, no: usize, luck: Luck) {
        if self.devices[no].effects.is_empty() {
            let event = match self.devices[no].wait.take() {
                Some(wait) => Event::Waited(wait),
                None => Event::Wanted,
            };
            self.tell(no, event);
            return;
        }
        let effect = self.devices[no].effects.remove(0);
        if matches!(luck, Luck::DiesBefore) {
            return self.die(no);
        }
        let event = match effect {
            Effect::Show(Phase::Stopped(trouble)) => panic!("stopped by {trouble:?}"),
            Effect::Show(_) => return,
            Effect::Done(_) => return self.count("rounds"),
            Effect::Wait { no: wait, .. } => {
                self.devices[no].wait = Some(wait);
                return;
            }
            _ if luck == Luck::DiskFails && !matches!(effect, Effect::Send(_)) => {
                self.count("disk failures");
                Event::StoreFailed
            }
            Effect::Read => Event::Stock(self.devices[no].disk.stock()),
            Effect::ReadOps { after } => Event::Ops(self.devices[no].disk.read_ops(after)),
            Effect::Sum => Event::Summed(self.devices[no].disk.sum()),
            Effect::Write(write) => {
                self.count(name(&write));
                self.devices[no].disk.write(write);
                Event::Written
            }
            Effect::Send(request) => self.send(no, request, luck),
        };
        match luck {
            Luck::DiesAfter => self.die(no),
            _ => self.tell(no, event),
        }
    }

    fn send(&mut self, no: usize, request: Request, luck: Luck) -> Event {
        let device = &self.devices[no];
        if !device.online {
            return Event::Unreachable;
        }
        let account = device.disk.account.clone();
        let session = device.session.then_some(account.as_str());
        match luck {
            Luck::Lost => return Event::Unreachable,
            Luck::Late => {
                self.late.push((account, request));
                return Event::Unreachable;
            }
            Luck::Twice => self.late.push((account.clone(), request.clone())),
            Luck::Refused(status) => {
                return Event::Replied(Reply {
                    status,
                    body: b"<html>".to_vec(),
                    retry_after: (status == 429).then_some(7),
                });
            }
            _ => {}
        }
        let reply = self.hub.answer(session, &account, &request, self.now_ms);
        match luck {
            Luck::AnswerLost => Event::Unreachable,
            _ => Event::Replied(reply),
        }
    }

    /// Everything that ails is mended, and everybody syncs until nothing is left to do.
    pub fn settle_down(&mut self) {
        while !self.late.is_empty() {
            self.arrive(0);
        }
        for no in 0..self.devices.len() {
            self.act(Act::Session(no, true));
            self.act(Act::Online(no, true));
        }
        for _ in 0..40 {
            let (head, epoch) = (self.hub.head(), self.hub.epoch().to_owned());
            for no in 0..self.devices.len() {
                while self.devices[no].disk.rejected().next().is_some() {
                    self.resolve(no, false);
                }
                self.devices[no].disk.digest_due = true;
                self.tell(no, Event::Pressed);
                for _ in 0..2_000 {
                    let device = &self.devices[no];
                    if device.effects.is_empty() && device.engine.is_idle() {
                        break;
                    }
                    self.step(no, Luck::Good);
                }
                assert!(self.devices[no].engine.is_idle(), "device {no} does not come to rest");
            }
            let all_sent = self
                .devices
                .iter()
                .all(|device| device.disk.waiting().next().is_none() && device.disk.rejected().next().is_none());
            if all_sent && head == self.hub.head() && epoch == self.hub.epoch() {
                return;
            }
        }
        panic!("it never settles down");
    }

    /// All that was promised, after [`World::settle_down`].
    pub fn check(&mut self) {
        for no in 0..self.devices.len() {
            let disk = &self.devices[no].disk;
            let held = self.hub.seen_by(&disk.account);
            let here = Digest::of(disk.base.values());
            let there = Digest::of(held.iter().copied());
            if here != there {
                let there: BTreeMap<_, _> = held.iter().map(|record| (&record.id, &record.fields)).collect();
                let here: BTreeMap<_, _> = disk.base.iter().map(|(id, record)| (id, &record.fields)).collect();
                let differ: Vec<_> = there
                    .keys()
                    .chain(here.keys())
                    .filter(|id| there.get(*id) != here.get(*id))
                    .map(|id| (id, there.get(*id), here.get(*id)))
                    .collect();
                panic!("device {no} sees what the server does not hold (id, there, here): {differ:#?}");
            }
            let cursor: Cursor = disk.cursor.as_ref().unwrap().parse().unwrap();
            assert_eq!(cursor.rev, self.hub.head());
            for (op, fate) in disk.ops.values() {
                self.check_op(disk, op, fate);
            }
        }
        self.check_conflicts();
        self.check_numbers();
        let judged: Vec<Status> = self.hub.judged().values().map(|(_, answer)| answer.fate()).collect();
        for status in judged {
            self.count(match status {
                Status::Conflict => "conflicts",
                Status::Rejected => "rejected",
                _ => "applied",
            });
        }
    }

    /// It is a value (or somebody has put another in its place), a conflict, or a rejection that its device shows.
    fn check_op(&self, disk: &Disk, op: &Op, fate: &Fate) {
        let record = self.hub.records().get(&op.change.record);
        match fate {
            Fate::PutAside(answer) => assert!(answer.problem.is_some()),
            Fate::Acknowledged(status) => {
                let (known, answer) = &self.hub.judged()[&op.op_id];
                assert_eq!(known, op);
                assert_eq!(answer.fate(), *status, "what the device was told of {}", op.op_id);
                let conflict = answer.conflict.as_ref().map(|id| {
                    let conflict = Conflict::from_record(&self.hub.records()[id].record).unwrap();
                    assert_eq!(conflict.record, op.change.record);
                    conflict
                });
                for (field, set) in &op.change.set {
                    let marks = record.map(|held| &held.marks);
                    let given = marks.and_then(|marks| marks.get(field)).is_some();
                    let kept = conflict
                        .as_ref()
                        .is_some_and(|conflict| conflict.contested.contains_key(field));
                    let nothing_said = is_taken_back(disk, op, field);
                    let nothing = set.new.is_null() || self.forgotten.contains(&op.change.record);
                    assert!(given || kept || nothing_said || nothing, "{field} of {}", op.op_id);
                }
            }
            fate => panic!("{} ends as {fate:?}", op.op_id),
        }
    }

    /// The server misses no number of any device, once the device has said which ones nothing comes of.
    fn check_numbers(&mut self) {
        for no in 0..self.devices.len() {
            let disk = &self.devices[no].disk;
            let (device, account, skipped) = (disk.device.clone(), disk.account.clone(), disk.skipped());
            let missing = |world: &World| world.hub.sequence(&device).map_or(0, |sequence| sequence.gaps.len());
            if missing(self) > 0 {
                self.count("gaps");
            }
            if !skipped.is_empty() {
                self.count("skipped");
            }
            let push = Request::Push(Push {
                device: device.clone(),
                schema: SCHEMA,
                epoch: self.hub.epoch().to_owned(),
                ops: Vec::new(),
                skipped,
            });
            let reply = self.hub.answer(Some(&account), &account, &push, self.now_ms);
            assert_eq!(reply.status, 200);
            assert_eq!(missing(self), 0, "of {device}: {:?}", self.hub.sequence(&device));
        }
    }

    /// An open conflict has something to choose, and there is one for a device and a record at most.
    fn check_conflicts(&self) {
        let mut seen: BTreeSet<(RecordId, String)> = BTreeSet::new();
        for held in self.hub.records().values() {
            let Ok(conflict) = Conflict::from_record(&held.record) else {
                continue;
            };
            assert!(!conflict.contested.is_empty());
            if so_khoi::model::conflict::ConflictState::Open == conflict.state {
                // Opening one again can make two; whoever did it sees both.
                seen.insert((conflict.record.clone(), conflict.device.clone()));
            }
        }
    }
}

/// Whether the device's ops on a field came back, with this op or after it, to what they had begun with: then they say nothing.
fn is_taken_back(disk: &Disk, op: &Op, field: &str) -> bool {
    let ops = disk.ops.values().map(|(op, _)| op);
    let of_record = ops.filter(|other| other.change.record == op.change.record);
    let said: Vec<_> = of_record
        .filter_map(|other| Some((other.seq, other.change.set.get(field)?)))
        .collect();
    let mut last = said.iter().filter(|(seq, _)| *seq >= op.seq);
    last.any(|(seq, last)| said.iter().any(|(first, began)| first <= seq && began.old == last.new))
}

fn name(write: &Write) -> &'static str {
    match write {
        Write::Begin { .. } => "begin",
        Write::Answers { .. } => "answers",
        Write::Changes(_) => "changes",
        Write::Page { .. } => "page",
        Write::Forget => "forget",
        Write::Replay { .. } => "replay",
    }
}

/// Acts drawn from a seed. Spans in which a device is offline come about by themselves: going and coming are two acts.
pub fn drawn(random: &mut Random, devices: usize, many: usize) -> Vec<Act> {
    (0..many).map(|_| draw(random, devices)).collect()
}

fn draw(random: &mut Random, devices: usize) -> Act {
    let no = random.below(devices as u64) as usize;
    let pick = random.bits();
    match random.below(100) {
        0..35 => Act::Edit(no, pick),
        35..38 => Act::Undo(no),
        38..43 => Act::Settle(no, pick),
        43..45 => Act::Resolve(no, pick),
        45..68 => Act::Step(no, luck(random)),
        68..85 => Act::Run(no, 1 + (pick % 30) as usize),
        85..88 => Act::Online(no, false),
        88..92 => Act::Online(no, true),
        92 => Act::Session(no, false),
        93 => Act::Session(no, true),
        94..96 => Act::Arrive(pick),
        96 => Act::Rights(no, pick),
        97 => Act::Backup,
        98 => match pick % 3 {
            0 => Act::ForgetRemoved,
            _ => Act::Restore,
        },
        _ => Act::Run(no, 60),
    }
}

fn luck(random: &mut Random) -> Luck {
    match random.below(20) {
        0..2 => Luck::Lost,
        2..5 => Luck::AnswerLost,
        5..7 => Luck::Late,
        7..9 => Luck::Twice,
        9 => Luck::Refused(503),
        10 => Luck::Refused(429),
        11 => Luck::Refused(200),
        12 => Luck::Refused(502),
        13..15 => Luck::DiskFails,
        15 => Luck::DiesBefore,
        16..18 => Luck::DiesAfter,
        _ => Luck::Good,
    }
}
