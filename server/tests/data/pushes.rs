//! What a push is as a whole: whose it is, which numbers it has, and when none of it is taken.

use so_khoi::{
    model::record::Entity,
    sync::{
        op::Change,
        rights::Role,
        sequence::MOST_GAPS,
        wire::{Device, Gap, MOST_OPS, Pushed, Status, codes},
    },
};
use std::time::Duration;

use so_khoi_server::clock::DAY_MS;

use crate::{
    refused,
    support::{
        bloc::{admissions, admissions_of, made, unit},
        client::{code_of, read},
        database::Kind,
        office::Office,
    },
};

on_both! {
    another_body_under_the_same_name_is_refused,
    another_epoch_is_told,
    nobody_sends_in_another_name,
    a_device_is_of_one_account,
    missing_numbers_are_told,
    numbers_that_nothing_comes_of_are_not_missed,
    limits_hold,
    many_at_once_stand_or_fall_by_themselves,
}

async fn another_body_under_the_same_name_is_refused(kind: Kind) {
    let mut office = Office::open(kind, "reused").await;
    let op = office.editor.op(made(&admissions("a", 1, 1)));
    office.editor.send(std::slice::from_ref(&op)).await;
    let mut other = op.clone();
    other.change = made(&admissions("a", 1, 2));
    let innocent = office.editor.op(made(&admissions("a", 2, 2)));
    for ops in [vec![innocent.clone(), other.clone()], vec![op, other]] {
        let body = office.editor.push_of(&ops);
        let problem = office.editor.problem("POST", "/api/v1/changes", &body).await;
        assert_eq!(problem, (422, "op-reused".to_owned()));
    }
    assert!(office.editor.record(&admissions_of("a", 2)).await.is_none());
}

async fn another_epoch_is_told(kind: Kind) {
    let mut office = Office::open(kind, "epoch").await;
    let op = office.editor.op(made(&admissions("a", 3, 7)));
    let epoch = std::mem::replace(&mut office.editor.epoch, "another".to_owned());
    let body = office.editor.push_of(&[op]);
    let problem = office.editor.problem("POST", "/api/v1/changes", &body).await;
    assert_eq!(problem, (409, "epoch-changed".to_owned()));
    for since in [
        "1.another".to_owned(),
        format!("999.{epoch}"),
        String::new(),
        "nonsense".to_owned(),
    ] {
        let gone = office
            .editor
            .problem("GET", &format!("/api/v1/changes?since={since}"), &[])
            .await;
        assert_eq!(gone, (410, "cursor-gone".to_owned()), "{since}");
    }
    let gone = office
        .editor
        .problem("GET", "/api/v1/records?page=1.another.6161", &[])
        .await;
    assert_eq!(gone, (410, "cursor-gone".to_owned()));
    assert!(office.editor.record(&admissions_of("a", 3)).await.is_none());
}

async fn nobody_sends_in_another_name(kind: Kind) {
    let mut office = Office::open(kind, "authors").await;
    let mut one = office.device("one", Role::Editor, None).await;
    let mut other = office.device("other", Role::Editor, None).await;
    let before = office.editor.digest().await;
    let op = one.op(made(&admissions("a", 1, 1)));
    let mut nobody = one.op(made(&admissions("a", 2, 1)));
    nobody.author.clear();
    for ops in [
        vec![op.clone()],
        vec![other.op(made(&admissions("b", 1, 1))), op.clone()],
    ] {
        let body = other.push_of(&ops);
        let reply = other.request("POST", "/api/v1/changes", &[], &body).await.unwrap();
        assert_eq!((reply.status, code_of(&reply).as_str()), (422, "other-author"));
        let problem: serde_json::Value = serde_json::from_slice(&reply.body).unwrap();
        assert_eq!(problem["op_id"], op.op_id);
    }
    let body = one.push_of(&[nobody]);
    assert_eq!(
        one.problem("POST", "/api/v1/changes", &body).await,
        (422, "invalid".to_owned())
    );
    assert_eq!(office.editor.digest().await, before);
    // Nothing is remembered of it: under its own session it is taken as if it came for the first time.
    assert_eq!(one.send(&[op]).await.answers[0].status, Status::Applied);
}

async fn a_device_is_of_one_account(kind: Kind) {
    let office = Office::open(kind, "owners").await;
    let mut one = office.device("one", Role::Editor, None).await;
    let mut other = office.device("other", Role::Editor, None).await;
    one.applies(made(&admissions("a", 1, 1))).await;
    let before = one.digest().await;
    // The same browser, another person: what the first one gave is news to the second.
    other.device = one.device.clone();
    let op = other.op(made(&admissions("a", 1, 2)));
    let body = other.push_of(std::slice::from_ref(&op));
    assert_eq!(
        other.problem("POST", "/api/v1/changes", &body).await,
        (403, "other-device".to_owned())
    );
    assert_eq!(one.digest().await, before);
    let mut admin = office.device("admin", Role::Admin, None).await;
    let devices: Vec<Device> = read(&admin.get("/api/v1/devices").await);
    let known = devices.iter().find(|device| device.id == one.device).unwrap();
    assert_eq!((known.account.as_str(), known.last_seq), ("one", 1));
    // Under a name of its own it is judged as any other device.
    other.device = "another device".into();
    assert_eq!(other.send(&[op]).await.answers[0].status, Status::Conflict);
    one.applies(made(&admissions("a", 2, 1))).await;
}

async fn numbers_that_nothing_comes_of_are_not_missed(kind: Kind) {
    let office = Office::open(kind, "skipped").await;
    let mut unit = office.device("a", Role::Unit, Some("a")).await;
    let first = unit.op(made(&admissions("a", 1, 1)));
    unit.skip(3);
    let fifth = unit.op(made(&admissions("a", 2, 1)));
    unit.send(&[first]).await;
    unit.skipped = vec![Gap { first: 2, last: 3 }];
    assert_eq!(unit.send(&[fifth]).await.gaps, [Gap { first: 4, last: 4 }]);
    // Said again, and more than is missing, changes nothing.
    unit.skipped = vec![Gap { first: 1, last: 3 }, Gap { first: 6, last: 90 }];
    assert_eq!(unit.send(&[]).await.gaps, [Gap { first: 4, last: 4 }]);
    unit.skip(1);
    unit.skipped = Vec::new();
    let seventh = unit.op(made(&admissions("a", 3, 1)));
    assert_eq!(
        unit.send(&[seventh]).await.gaps,
        [Gap { first: 4, last: 4 }, Gap { first: 6, last: 6 }]
    );
    unit.skipped = vec![Gap { first: 4, last: 6 }];
    assert_eq!(unit.send(&[]).await.gaps, []);
    for (skipped, refusal) in [
        (vec![Gap { first: 3, last: 2 }], (422, "invalid")),
        (vec![Gap { first: 1, last: 1 }; MOST_GAPS + 1], (413, "too-large")),
    ] {
        unit.skipped = skipped;
        let body = unit.push_of(&[]);
        let (status, code) = unit.problem("POST", "/api/v1/changes", &body).await;
        assert_eq!((status, code.as_str()), refusal);
    }
}

async fn missing_numbers_are_told(kind: Kind) {
    let office = Office::open(kind, "gaps").await;
    let mut unit = office.device("a", Role::Unit, Some("a")).await;
    let first = unit.op(made(&admissions("a", 1, 1)));
    let lost = unit.op(made(&admissions("a", 2, 1)));
    unit.skip(2);
    let third = unit.op(made(&admissions("a", 3, 1)));
    assert_eq!(unit.send(&[first]).await.gaps, []);
    assert_eq!(unit.send(&[third]).await.gaps, [Gap { first: 2, last: 4 }]);
    assert_eq!(unit.send(&[lost]).await.gaps, [Gap { first: 3, last: 4 }]);
    let mut admin = office.device("admin", Role::Admin, None).await;
    office.app.clock.advance(DAY_MS);
    let path = format!("/api/v1/changes?since=0.{}&device=device%20of%20a", unit.epoch);
    assert_eq!(unit.get(&path).await.status, 200);
    let devices: Vec<Device> = read(&admin.get("/api/v1/devices").await);
    assert_eq!(devices[0].account, "a");
    assert_eq!(devices[0].gaps, [Gap { first: 3, last: 4 }]);
    assert_eq!(devices[0].seen_ms, office.app.clock.now_ms());
}

async fn limits_hold(kind: Kind) {
    let mut office = Office::open(kind, "limits").await;
    let editor = &mut office.editor;
    let before = editor.digest().await;
    let ops: Vec<_> = (0..=MOST_OPS)
        .map(|_| editor.op(made(&admissions("a", 1, 1))))
        .collect();
    let mut long = editor.op(made(&admissions("a", 1, 1)));
    long.change.record = "r".repeat(500).as_str().into();
    let mut zero = editor.op(made(&admissions("a", 1, 1)));
    zero.seq = 0;
    let mut unnamed = editor.op(made(&admissions("a", 1, 1)));
    unnamed.op_id = "x".into();
    let deep = format!("{{\"ops\":{}{}}}", "[".repeat(60), "]".repeat(60));
    let cases = [
        (editor.push_of(&ops), 413, "too-large"),
        (vec![b' '; (1 << 20) + 1], 413, "too-large"),
        (deep.into_bytes(), 413, "too-large"),
        (b"{\"ops\":".to_vec(), 400, "unreadable"),
        (editor.push_of(&[long]), 422, "invalid"),
        (editor.push_of(&[zero]), 422, "invalid"),
        (editor.push_of(&[unnamed]), 422, "invalid"),
    ];
    for (body, status, code) in cases {
        let problem = editor.problem("POST", "/api/v1/changes", &body).await;
        assert_eq!(problem, (status, code.to_owned()));
    }
    for query in ["limit=0", "limit=x", "limit=-1"] {
        for path in ["records?", "changes?since=0.x&"] {
            let problem = editor.problem("GET", &format!("/api/v1/{path}{query}"), &[]).await;
            assert_eq!(problem, (422, "invalid".to_owned()), "{path}{query}");
        }
    }
    // A value that is too long is rejected by itself.
    let mut long = admissions("a", 2, 1).to_record();
    long.fields.insert("later".into(), "x".repeat(70_000).into());
    let answer = editor.change(Change::between(None, &long).unwrap()).await;
    assert_eq!(refused(&answer), codes::TOO_LARGE);
    // A record does not grow without end.
    let mut grown = admissions("a", 3, 1).to_record();
    for at in 0..1_500 {
        grown.fields.insert(format!("later{at}"), at.into());
    }
    editor.applies(Change::between(None, &grown).unwrap()).await;
    let more = (2_000..3_000).map(|at| (format!("later{at}"), at.into()));
    let answer = editor.change(Change::of_fields(&grown, more).unwrap()).await;
    assert_eq!(refused(&answer), codes::TOO_LARGE);
    assert_eq!(editor.digest().await.records, before.records + 1);
}

/// Whoever comes while another push is written may be written together with others. Some of these make a unit that later ones are judged
/// by, some are refused, some of them only when their numbers were taken.
async fn many_at_once_stand_or_fall_by_themselves(kind: Kind) {
    const PUSHES: u8 = 48;
    let mut office = Office::open_pausing(kind, "at-once", Duration::from_millis(20)).await;
    let before = (office.audit_is_whole().await, office.editor.page("").await);
    let mut working = Vec::new();
    for number in 0..PUSHES {
        let name = format!("n{number}");
        let mut device = match number % 6 {
            1 => office.device(&name, Role::Unit, Some("b")).await,
            _ => office.device(&name, Role::Editor, None).await,
        };
        let (month, round) = (number / 6 + 1, number / 6);
        let op = device.op(match number % 6 {
            // Of another unit: the op is rejected, the push is not.
            1 => made(&admissions("a1", month, 1)),
            // What the others are judged by.
            2 => made(&unit(&format!("new{round}"), Some("k"))),
            3 => made(&admissions("b", month, u64::from(number))),
            _ => made(&admissions("a", month, 7)),
        });
        match number % 6 {
            4 => device.device = office.editor.device.clone(),
            5 => device.epoch = "another".to_owned(),
            _ => {}
        }
        working.push(tokio::spawn(async move {
            let body = device.push_of(std::slice::from_ref(&op));
            let reply = device.request("POST", "/api/v1/changes", &[], &body).await.unwrap();
            (number, device, op, reply)
        }));
    }
    let mut applied = Vec::new();
    for one in working {
        let (number, mut device, op, reply) = one.await.unwrap();
        match number % 6 {
            4 => assert_eq!((reply.status, code_of(&reply).as_str()), (403, "other-device")),
            5 => assert_eq!((reply.status, code_of(&reply).as_str()), (409, "epoch-changed")),
            1 => assert_eq!(refused(&read::<Pushed>(&reply).answers[0]), codes::FORBIDDEN),
            _ => {
                let pushed: Pushed = read(&reply);
                assert_eq!(pushed.answers[0].status, Status::Applied, "{number}");
                applied.push(pushed.answers[0].rev.unwrap());
                // It is there: the same push again finds itself.
                assert_eq!(device.send(&[op]).await.answers[0].status, Status::Duplicate);
            }
        }
    }
    let (rounds, of_round) = (u64::from(PUSHES) / 6, 3);
    // Each number was given once, and none to what was refused.
    applied.sort_unstable();
    let first = applied[0];
    assert_eq!(applied, (first..first + rounds * of_round).collect::<Vec<_>>());
    let changes = office.editor.changes(&before.1.cursor).await;
    let found: Vec<u64> = changes.records.iter().map(|record| record.rev).collect();
    assert_eq!(found, applied);
    assert_eq!(office.audit_is_whole().await, before.0 + rounds * (of_round + 1));
}
