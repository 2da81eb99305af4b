//! The engine against a server and a store that say what a test has them say. What it does against a real server and a real
//! store is held by tests/sync_simulation.rs.

use super::*;
use crate::model::record::RecordKind;
use crate::sync::op::{Change, FieldChange, Op};
use crate::sync::wire::{
    Answer, Changes, DigestOf, MOST_BYTES, MOST_OPS, Page, ProblemOf, Push, Pushed, Refusal, Status,
};
use serde::Serialize;

mod loading;

fn op(seq: u64, record: &str) -> Op {
    Op {
        op_id: format!("op{seq}"),
        seq,
        author: "me".into(),
        at_ms: 0,
        change: Change {
            record: record.into(),
            kind: RecordKind::Unit,
            scope: "u".into(),
            base_rev: 0,
            set: [(
                "name".to_owned(),
                FieldChange {
                    old: "a".into(),
                    new: "b".into(),
                },
            )]
            .into(),
        },
    }
}

fn stock() -> Stock {
    Stock {
        device: "d".into(),
        account: "me".into(),
        epoch: Some("e".into()),
        cursor: Some("5.e".into()),
        scope: Some("all".into()),
        ..Stock::default()
    }
}

fn reply(status: u16, body: &impl Serialize) -> Event {
    Event::Replied(Reply {
        status,
        body: serde_json::to_vec(body).unwrap(),
        retry_after: None,
    })
}

fn problem(status: u16, code: &str) -> Event {
    let problem = ProblemOf {
        status: u64::from(status),
        code: code.into(),
        title: String::new(),
        field: None,
        retryable: false,
        retry_after: None,
    };
    reply(status, &problem)
}

fn answers(push: &Push, rejected: &[u64]) -> Event {
    let answer = |op: &Op| {
        let problem = rejected.contains(&op.seq).then(|| Refusal {
            code: "forbidden".into(),
            field: None,
            detail: String::new(),
            retryable: false,
        });
        Answer {
            op_id: op.op_id.clone(),
            status: if problem.is_some() {
                Status::Rejected
            } else {
                Status::Applied
            },
            rev: None,
            conflict: None,
            problem,
        }
    };
    let pushed = Pushed {
        epoch: "e".into(),
        answers: push.ops.iter().map(answer).collect(),
        gaps: Vec::new(),
    };
    reply(200, &pushed)
}

fn changes(cursor: &str, more: bool, scope: &str) -> Changes {
    Changes {
        epoch: "e".into(),
        cursor: cursor.into(),
        more,
        scope: scope.into(),
        records: Vec::new(),
    }
}

/// Steps and leaves out what is only shown.
fn step(engine: &mut Engine, event: Event) -> Vec<Effect> {
    let mut effects = engine.step(event, 0);
    effects.retain(|effect| !matches!(effect, Effect::Show(_)));
    effects
}

/// Begins a round with these ops and answers the first request.
fn begun(engine: &mut Engine, stock: Stock, ops: Vec<Op>) -> Vec<Effect> {
    assert_eq!(step(engine, Event::Wanted), [Effect::Read]);
    assert_eq!(step(engine, Event::Stock(stock)), [Effect::ReadOps { after: 0 }]);
    step(engine, Event::Ops(ops))
}

fn pushed(effects: &[Effect]) -> Push {
    match effects {
        [Effect::Send(Request::Push(push))] => push.clone(),
        other => panic!("no push: {other:?}"),
    }
}

fn seqs(push: &Push) -> Vec<u64> {
    push.ops.iter().map(|op| op.seq).collect()
}

#[test]
fn a_round_sends_then_fetches_until_there_is_no_more() {
    let mut engine = Engine::new();
    let push = pushed(&begun(&mut engine, stock(), vec![op(1, "a"), op(2, "b")]));
    assert_eq!((push.device.as_str(), push.epoch.as_str()), ("d", "e"));
    let effects = step(&mut engine, answers(&push, &[]));
    assert!(matches!(&effects[..], [Effect::Write(Write::Answers { answers, .. })] if answers.len() == 2));
    assert_eq!(step(&mut engine, Event::Written), [Effect::ReadOps { after: 2 }]);
    let since = |since: &str| [Effect::Send(Request::Changes { since: since.into() })];
    assert_eq!(step(&mut engine, Event::Ops(Vec::new())), since("5.e"));
    // There was reason to begin again while it ran: it does so after it.
    assert!(step(&mut engine, Event::Wanted).is_empty());
    let effects = step(&mut engine, reply(200, &changes("7.e", true, "all")));
    assert!(matches!(&effects[..], [Effect::Write(Write::Changes(_))]));
    assert_eq!(step(&mut engine, Event::Written), since("7.e"));
    let effects = step(&mut engine, reply(200, &changes("7.e", false, "all")));
    let done = Round {
        answered: 2,
        ..Round::default()
    };
    assert_eq!(effects, [Effect::Done(done), Effect::Read]);
}

#[test]
fn ops_of_another_author_and_behind_a_rejected_one_stay() {
    let mut engine = Engine::new();
    let mut foreign = op(3, "c");
    foreign.author = "you".into();
    let mut stock = stock();
    stock.blocked.insert("a".into(), 2);
    // Sent again after a restore, an op from before the rejected one passes.
    let ops = vec![op(1, "a"), foreign, op(4, "a"), op(5, "b"), op(6, "b")];
    let push = pushed(&begun(&mut engine, stock, ops));
    assert_eq!(seqs(&push), [1, 5, 6]);
    step(&mut engine, answers(&push, &[5]));
    assert_eq!(step(&mut engine, Event::Written), [Effect::ReadOps { after: 6 }]);
    let effects = step(&mut engine, Event::Ops(vec![op(7, "b"), op(8, "d")]));
    assert_eq!(seqs(&pushed(&effects)), [8]);
    step(&mut engine, answers(&pushed(&effects), &[]));
    step(&mut engine, Event::Written);
    step(&mut engine, Event::Ops(Vec::new()));
    let effects = step(&mut engine, reply(200, &changes("5.e", false, "all")));
    let [Effect::Done(round)] = &effects[..] else {
        panic!("{effects:?}");
    };
    assert_eq!(
        (round.answered, round.rejected, round.foreign, round.blocked),
        (4, 1, 1, 2)
    );
}

#[test]
fn batches_keep_to_both_limits_and_what_fits_into_none_is_rejected_here() {
    let mut engine = Engine::new();
    let many: Vec<Op> = (1..=600).map(|seq| op(seq, "a")).collect();
    let push = pushed(&begun(&mut engine, stock(), many));
    assert_eq!(push.ops.len(), MOST_OPS);
    step(&mut engine, answers(&push, &[]));
    assert_eq!(pushed(&step(&mut engine, Event::Written)).ops.len(), 100);

    let wide = |seq, bytes: usize| {
        let mut op = op(seq, "a");
        op.change.set.get_mut("name").unwrap().new = "x".repeat(bytes).into();
        op
    };
    let mut engine = Engine::new();
    let effects = begun(
        &mut engine,
        stock(),
        vec![
            wide(1, MOST_BYTES / 2),
            wide(2, MOST_BYTES / 2),
            wide(3, MOST_BYTES),
            op(4, "a"),
            op(5, "b"),
        ],
    );
    let push = pushed(&effects);
    assert_eq!(seqs(&push), [1]);
    assert!(Request::Push(push.clone()).body().unwrap().len() <= MOST_BYTES);
    step(&mut engine, answers(&push, &[]));
    let push = pushed(&step(&mut engine, Event::Written));
    assert_eq!(seqs(&push), [2]);
    step(&mut engine, answers(&push, &[]));
    let effects = step(&mut engine, Event::Written);
    let [Effect::Write(Write::Answers { answers, .. })] = &effects[..] else {
        panic!("{effects:?}");
    };
    assert_eq!(
        (
            answers[0].op_id.as_str(),
            answers[0].problem.as_ref().unwrap().code.as_str()
        ),
        ("op3", "too-large")
    );
    // It holds back what is behind it on its record.
    assert_eq!(seqs(&pushed(&step(&mut engine, Event::Written))), [5]);
}

#[test]
fn what_the_server_does_not_take_is_halved_until_one_op_is_left() {
    for (status, code) in [(413, "too-large"), (422, "op-reused"), (400, "malformed")] {
        let mut engine = Engine::new();
        let bad = 6;
        let mut effects = begun(
            &mut engine,
            stock(),
            (1..=8).map(|seq| op(seq, &seq.to_string())).collect(),
        );
        let mut taken = Vec::new();
        let rejected = loop {
            effects = match &effects[..] {
                [Effect::Send(Request::Push(push))] if seqs(push).contains(&bad) => {
                    step(&mut engine, problem(status, code))
                }
                [Effect::Send(Request::Push(push))] => {
                    taken.extend(seqs(push));
                    step(&mut engine, answers(push, &[]))
                }
                [Effect::Write(Write::Answers { answers, .. })] if answers[0].problem.is_some() => {
                    break answers.clone();
                }
                [Effect::Write(_)] => step(&mut engine, Event::Written),
                other => panic!("{other:?}"),
            };
        };
        assert_eq!((rejected.len(), rejected[0].op_id.as_str()), (1, "op6"));
        assert_eq!(rejected[0].problem.as_ref().unwrap().code, code);
        assert_eq!(taken, [1, 2, 3, 4, 5]);
        // The others go on.
        assert_eq!(seqs(&pushed(&step(&mut engine, Event::Written)))[0], 7);
    }
}

#[test]
fn an_older_server_is_asked_rarely() {
    let mut engine = Engine::new();
    begun(&mut engine, stock(), vec![op(1, "a"), op(2, "a")]);
    let effects = engine.step(problem(422, "schema-too-new"), 0);
    assert_eq!(effects[0], Effect::Show(Phase::Stopped(Trouble::OlderServer)));
    assert!(matches!(effects[1], Effect::Wait { ms, .. } if ms >= 450_000));
    // A person need not wait.
    assert_eq!(step(&mut engine, Event::Wanted), []);
    assert_eq!(step(&mut engine, Event::Pressed), [Effect::Read]);
}

#[test]
fn what_fails_is_begun_again_later_and_later() {
    let portal = Reply {
        status: 200,
        body: b"<html>sign in to this network".to_vec(),
        retry_after: None,
    };
    let elsewhere = Reply {
        status: 302,
        ..Reply::default()
    };
    let events = [
        Event::Unreachable,
        problem(503, "busy"),
        Event::Replied(portal),
        Event::Replied(elsewhere),
        problem(500, "x"),
    ];
    let mut engine = Engine::new();
    let mut before = 0;
    step(&mut engine, Event::Wanted);
    for event in events {
        step(&mut engine, Event::Stock(stock()));
        pushed(&step(&mut engine, Event::Ops(vec![op(1, "a")])));
        let effects = step(&mut engine, event);
        let [Effect::Wait { no, ms }] = &effects[..] else {
            panic!("{effects:?}");
        };
        assert!(*ms > before, "{ms} after {before}");
        before = *ms;
        // Another edit does not hurry it, nor does a timer from before.
        assert_eq!(step(&mut engine, Event::Wanted), []);
        assert_eq!(step(&mut engine, Event::Waited(no + 1)), []);
        assert_eq!(step(&mut engine, Event::Waited(*no)), [Effect::Read]);
    }
    step(&mut engine, Event::Stock(stock()));
    step(&mut engine, Event::Ops(vec![op(1, "a")]));
    let busy = Event::Replied(Reply {
        status: 429,
        body: Vec::new(),
        retry_after: Some(3_000),
    });
    assert!(matches!(&step(&mut engine, busy)[..], [Effect::Wait { ms, .. }] if *ms >= 3_000_000));
}

#[test]
fn a_disk_that_fails_and_a_device_that_is_offline_are_waited_for() {
    let mut engine = Engine::new();
    step(&mut engine, Event::Wanted);
    let effects = engine.step(Event::StoreFailed, 0);
    assert!(matches!(
        &effects[..],
        [
            Effect::Show(Phase::Waiting {
                why: Trouble::Store,
                ..
            }),
            Effect::Wait { .. }
        ]
    ));
    assert_eq!(engine.step(Event::Online(false), 0), [Effect::Show(Phase::Offline)]);
    assert_eq!(engine.step(Event::Wanted, 0), []);
    assert_eq!(engine.step(Event::Online(true), 0), [Effect::Read]);
}

#[test]
fn without_a_session_it_waits_for_one_and_keeps_everything() {
    for (code, other) in [("signed-out", false), ("other-account", true)] {
        let mut engine = Engine::new();
        begun(&mut engine, stock(), vec![op(1, "a")]);
        assert_eq!(
            engine.step(problem(401, code), 0),
            [Effect::Show(Phase::SignedOut { other })]
        );
        assert_eq!(engine.step(Event::Wanted, 0), []);
        assert_eq!(engine.step(Event::SignedIn, 0), [Effect::Read]);
    }
}

#[test]
fn addresses_and_bodies() {
    let line = |request: Request| request.line();
    assert_eq!(line(Request::Records { page: None }), ("GET", "/records".into()));
    let since = Request::Changes { since: "7.e".into() };
    assert_eq!(line(since), ("GET", "/changes?since=7.e".into()));
    assert_eq!(Request::Digest.body(), None);
}
