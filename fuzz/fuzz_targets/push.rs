//! What a device sends, up to the books: read as JSON as it comes, or built op by op so that judging is reached. Whatever is sent, nobody
//! writes what is not theirs, a rejected op changes nothing, the same push again changes nothing, and every record can be read.
#![no_main]

use libfuzzer_sys::fuzz_target;
use serde_json::{Value, json};
use so_khoi::model::from_json;
use so_khoi::model::id::RecordId;
use so_khoi::model::ledger::Ledger;
use so_khoi::model::record::{RecordKind, WHOLE_BLOC};
use so_khoi::sync::hub::Hub;
use so_khoi::sync::merge::Held;
use so_khoi::sync::op::{Change, FieldChange, Op};
use so_khoi::sync::wire::{Push, Status};
use so_khoi_fuzz::bloc::{ACCOUNTS, hub, of_ops, op, push};
use std::collections::BTreeMap;

/// How many ops one input sends at most.
const MOST: usize = 24;

const RECORDS: [&str; 12] = [
    "return/admission/2022-03/a",
    "return/admission/2022-03/a1",
    "return/admission/2022-03/b",
    "return/admission/2021-03/a",
    "unit/a",
    "unit/new",
    "closing/c",
    "drive/d",
    "profile",
    "deck/d",
    "explanation/e",
    "newer/n",
];
const KINDS: [&str; 8] = [
    "return",
    "unit",
    "closing",
    "drive",
    "conflict",
    "profile",
    "explanation",
    "newer",
];
const SCOPES: [&str; 6] = ["a", "a1", "b", "k", WHOLE_BLOC, "nobody"];
const FIELDS: [&str; 16] = [
    "cell:admitted",
    "cell:admitted.women",
    "status",
    "form",
    "unit",
    "period",
    "removed",
    "name",
    "parent",
    "kind",
    "state",
    "record",
    "reopened",
    "at_ms",
    "by",
    "of_somebody",
];

fn values(byte: u8) -> Value {
    match byte % 20 {
        0 => Value::Null,
        1 => json!({ "value": byte }),
        2 => json!({ "value": 9 }),
        3 => json!("draft"),
        4 => json!("submitted"),
        5 => json!("accepted"),
        6 => json!("amended"),
        7 => json!("2022-03"),
        8 => json!("2021"),
        9 => json!("admission"),
        10 => json!("a"),
        11 => json!("b"),
        12 => json!("k"),
        13 => json!(true),
        14 => json!("open"),
        15 => json!("settled"),
        16 => json!(-1),
        17 => json!("grassroots_committee"),
        18 => json!([]),
        _ => json!({ "value": "7", "note": "x" }),
    }
}

/// Bytes, one after the other; at their end zeros.
struct Bytes<'a>(&'a [u8]);

impl Bytes<'_> {
    fn next(&mut self) -> u8 {
        let Some((first, rest)) = self.0.split_first() else {
            return 0;
        };
        self.0 = rest;
        *first
    }

    fn of<T: Copy>(&mut self, list: &[T]) -> T {
        list[usize::from(self.next()) % list.len()]
    }
}

fn change(hub: &Hub, bytes: &mut Bytes<'_>) -> Change {
    let way = bytes.next();
    let conflicts: Vec<&RecordId> = hub
        .records()
        .keys()
        .filter(|id| id.as_str().starts_with("conflict/"))
        .collect();
    let record = match conflicts.get(usize::from(way >> 2)) {
        Some(conflict) if way & 1 == 1 => (*conflict).clone(),
        _ => bytes.of(&RECORDS).into(),
    };
    let held = hub.records().get(&record).map(|held| &held.record);
    let (kind, scope) = match held {
        // Mostly what it is.
        Some(held) if way & 2 == 0 => (held.kind, held.scope.clone()),
        _ => (
            RecordKind::named(bytes.of(&KINDS)).unwrap_or(RecordKind::Return),
            bytes.of(&SCOPES).into(),
        ),
    };
    let base_rev = match bytes.next() {
        0 => 0,
        1 => u64::MAX,
        byte if byte & 1 == 0 => held.map_or(0, |held| held.rev),
        byte => u64::from(byte),
    };
    let mut set = BTreeMap::new();
    for _ in 0..bytes.next() % 6 {
        let (name, was, new) = (bytes.of(&FIELDS), bytes.next(), bytes.next());
        let old = match was & 1 {
            0 => held.and_then(|held| held.fields.get(name)).cloned().unwrap_or_default(),
            _ => values(was >> 1),
        };
        set.insert(name.to_owned(), FieldChange { old, new: values(new) });
    }
    Change {
        record,
        kind,
        scope,
        base_rev,
        set,
    }
}

type Books = BTreeMap<RecordId, Held>;

/// Sends it, and again, and looks at what became of the books.
fn send(hub: &mut Hub, account: &str, what: &Push) {
    let before: Books = hub.records().clone();
    let (head, units) = (
        hub.head(),
        Ledger::from_records(before.values().map(|held| &held.record)).units,
    );
    let (status, pushed) = push(hub, account, what.clone());
    assert!(status == 200 || (400..500).contains(&status), "{status}");
    let changed: Vec<&Held> = hub
        .records()
        .iter()
        .filter(|(id, held)| before.get(*id) != Some(*held))
        .map(|(_, held)| held)
        .collect();
    let Some(pushed) = pushed else {
        assert!(
            changed.is_empty() && hub.head() == head,
            "refused whole, and something changed"
        );
        return;
    };
    assert_eq!(pushed.answers.len(), what.ops.len());
    if pushed.answers.iter().all(|answer| answer.fate() == Status::Rejected) {
        assert!(changed.is_empty(), "rejected, and something changed");
    }
    let Some(actor) = hub.actor(account) else { return };
    for held in &changed {
        assert!(
            held.record.rev > head && held.record.rev <= hub.head(),
            "a revision of before"
        );
        assert!(
            actor.may_write_in(held.record.kind, &held.record.scope, &units),
            "{account} wrote {} of {}",
            held.record.id,
            held.record.scope
        );
    }
    let ledger = Ledger::from_records(hub.records().values().map(|held| &held.record));
    assert!(ledger.unreadable.is_empty(), "{:?}", ledger.unreadable);

    let (after, head) = (hub.records().clone(), hub.head());
    let (status, again) = push(hub, account, what.clone());
    let fates = |pushed: &so_khoi::sync::wire::Pushed| -> Vec<Status> {
        pushed.answers.iter().map(|answer| answer.fate()).collect()
    };
    assert_eq!((status, again.as_ref().map(fates)), (200, Some(fates(&pushed))));
    assert!(again.is_some_and(|again| again.answers.iter().all(|answer| answer.status == Status::Duplicate)));
    assert!(
        *hub.records() == after && hub.head() == head,
        "the same again changed something"
    );
}

fuzz_target!(|data: &[u8]| {
    let [way, rest @ ..] = data else { return };
    let mut hub = hub();
    let (account, ..) = ACCOUNTS[usize::from(way >> 1) % ACCOUNTS.len()];
    if way & 1 == 0 {
        // As it comes. Who sends it is not in it, and the epoch is known to every device.
        let Ok(mut read) = from_json::read::<Push>(rest) else {
            return;
        };
        read.epoch = hub.epoch().to_owned();
        send(&mut hub, account, &read);
        return;
    }
    let mut bytes = Bytes(rest);
    let mut seq = 1_000;
    while !bytes.0.is_empty() && seq < 1_000 + MOST as u64 {
        let (account, ..) = bytes.of(&ACCOUNTS);
        let many = 1 + u64::from(bytes.next() % 3);
        let ops: Vec<Op> = (0..many)
            .map(|_| {
                seq += 1;
                op(account, seq, change(&hub, &mut bytes))
            })
            .collect();
        let sent = of_ops(&hub, account, ops);
        send(&mut hub, account, &sent);
    }
});
