//! A small bloc on a server in memory: a committee, two units and one below, a figure in dispute, a closed year.

use serde_json::{Value, json};
use so_khoi::catalogue::Catalogue;
use so_khoi::model::closing::Closing;
use so_khoi::model::period::Period;
use so_khoi::model::record::{Entity, Record, cell_field};
use so_khoi::model::returns::{Cell, Return};
use so_khoi::model::unit::{Unit, UnitKind};
use so_khoi::sync::engine::Request;
use so_khoi::sync::hub::Hub;
use so_khoi::sync::op::{Change, Op};
use so_khoi::sync::rights::{Actor, Role};
use so_khoi::sync::wire::{Push, Pushed, SCHEMA};
use std::sync::{Arc, OnceLock};

/// The accounts, each with a device of its own name: the office, a reader, two units.
pub const ACCOUNTS: [(&str, Role, Option<&str>); 4] = [
    ("office", Role::Editor, None),
    ("reader", Role::Viewer, None),
    ("a", Role::Unit, Some("a")),
    ("b", Role::Unit, Some("b")),
];

/// When everything comes, by the server's clock.
pub const NOW_MS: i64 = 1_700_000_000_000;

/// Its server.
pub fn hub() -> Hub {
    static HUB: OnceLock<Hub> = OnceLock::new();
    HUB.get_or_init(begin).clone()
}

/// A push of one account. The answer is that of the endpoint: its status, and what it says of each op.
pub fn push(hub: &mut Hub, account: &str, push: Push) -> (u16, Option<Pushed>) {
    let reply = hub.answer(Some(account), account, &Request::Push(push), NOW_MS);
    let pushed = so_khoi::model::from_json::read(&reply.body).ok();
    (reply.status, pushed.filter(|_| reply.status == 200))
}

/// A push of these ops, as the account's device sends it.
pub fn of_ops(hub: &Hub, account: &str, ops: Vec<Op>) -> Push {
    Push {
        device: account.to_owned(),
        schema: SCHEMA,
        epoch: hub.epoch().to_owned(),
        ops,
        skipped: Vec::new(),
    }
}

/// An op of an account.
pub fn op(account: &str, seq: u64, change: Change) -> Op {
    Op {
        op_id: format!("{account}-{seq}"),
        seq,
        author: account.to_owned(),
        at_ms: NOW_MS,
        change,
    }
}

fn begin() -> Hub {
    let mut hub = Hub::new("epoch", Arc::new(Catalogue::built_in().unwrap_or_default()));
    for (account, role, unit) in ACCOUNTS {
        hub.admit(Actor {
            account: account.to_owned(),
            name: account.to_owned(),
            role,
            unit: unit.map(Into::into),
        });
    }
    let unit = |id: &str, parent: Option<&str>| {
        Unit::new(id, parent.map(Into::into), UnitKind::GrassrootsCommittee, id).to_record()
    };
    let admissions = |unit: &str, year: i32| {
        let mut given = Return::new("admission".into(), unit.into(), Period::Month(year, 3));
        given.cells.insert("admitted".into(), Cell::count(7));
        given.to_record()
    };
    let closing = Closing {
        id: "c".into(),
        period: Period::Year(2021),
        forms: Vec::new(),
        at_ms: 0,
        by: "Văn phòng".into(),
        note: String::new(),
        reopened: None,
    };
    let records = [
        unit("k", None),
        unit("a", Some("k")),
        unit("a1", Some("a")),
        unit("b", Some("k")),
        admissions("a", 2022),
        admissions("b", 2022),
        admissions("a", 2021),
        closing.to_record(),
    ];
    let made = records.iter().filter_map(|record| Change::between(None, record));
    let ops: Vec<Op> = (1..).zip(made).map(|(seq, change)| op("office", seq, change)).collect();
    let begun = of_ops(&hub, "office", ops);
    let (status, _) = push(&mut hub, "office", begun);
    assert_eq!(status, 200);
    // The office and the unit say two things of one figure, neither knowing of the other.
    let figure = |record: &Record, value: u64| {
        let fields: [(String, Value); 1] = [(cell_field(&"admitted".into()), json!({ "value": value }))];
        Change::of_fields(record, fields)
    };
    let of_a = hub
        .records()
        .get(&admissions("a", 2022).id)
        .map(|held| held.record.clone());
    for (account, seq, value) in [("office", 100, 8), ("a", 1, 9)] {
        let change = of_a.as_ref().and_then(|record| figure(record, value));
        let said = of_ops(
            &hub,
            account,
            change.map(|change| op(account, seq, change)).into_iter().collect(),
        );
        let (status, pushed) = push(&mut hub, account, said);
        assert!(status == 200 && pushed.is_some_and(|pushed| pushed.answers.len() == 1));
    }
    hub
}
