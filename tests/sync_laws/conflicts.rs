//! How conflicts begin, go on and end, and what is refused as a whole.

use super::desk::{Desk, ID};
use crate::sync_world::people;
use serde_json::{Value, json};
use so_khoi::model::conflict::ConflictState;
use so_khoi::model::record::{REMOVED, is_figure};
use so_khoi::model::returns::ReturnStatus;
use so_khoi::sync::engine::Request;
use so_khoi::sync::op::{Change, FieldChange};
use so_khoi::sync::wire::{Answer, Push, SCHEMA, Status};

/// Two devices that both read the return; `b` is heard first, so what `a` says is a conflict.
fn disputed() -> (Desk, u64, Answer) {
    let mut desk = Desk::with(&[("free", 1), ("more", 1)], ReturnStatus::Draft);
    let base = desk.hub.head();
    let seven = desk.seeing(&[("cell:free", 7.into())]);
    desk.push("b", seven);
    let two = desk.set(base, &[("cell:free", 1.into(), 2.into())]);
    let answer = desk.push("a", two);
    assert_eq!(answer.status, Status::Conflict);
    assert_eq!(desk.value("cell:free"), 7);
    (desk, base, answer)
}

#[test]
fn a_proposal_is_kept_and_the_device_goes_on_proposing() {
    let (mut desk, base, first) = disputed();
    let conflict = desk.conflict(&first);
    assert_eq!((conflict.by.as_str(), conflict.current_by.as_str()), ("A", "B"));
    // The device's clock is ahead: the proposal came before it was typed, so the server's counts.
    assert!(conflict.at_ms < 5_000);
    let three = desk.set(
        base,
        &[("cell:free", 2.into(), 3.into()), ("cell:more", 1.into(), 5.into())],
    );
    let second = desk.push("a", three);
    assert_eq!(second.conflict, first.conflict);
    let contested = &desk.conflict(&second).contested["cell:free"];
    assert_eq!(
        (&contested.base, &contested.proposed, &contested.current),
        (&json!(1), &json!(3), &json!(7))
    );
    // What is not contested stands.
    assert_eq!(desk.value("cell:more"), 5);
}

#[test]
fn a_conflict_ends_when_its_device_has_seen_what_stands_and_goes_on() {
    let (mut desk, _, answer) = disputed();
    let nine = desk.seeing(&[("cell:free", 9.into())]);
    assert_eq!(desk.push("a", nine).status, Status::Applied);
    assert_eq!(desk.conflict(&answer).state, ConflictState::Settled);
    // Who opens it again, putting back what stood, finds the proposal as it was.
    let seven = desk.seeing(&[("cell:free", 7.into())]);
    desk.push("a", seven);
    let mut open = Change::between(None, &desk.hub.records()[answer.conflict.as_ref().unwrap()].record).unwrap();
    open.base_rev = desk.hub.head();
    open.set.retain(|field, _| field == "state");
    open.set.get_mut("state").unwrap().old = "settled".into();
    open.set.get_mut("state").unwrap().new = "open".into();
    assert_eq!(desk.push("a", open).status, Status::Applied);
    let conflict = desk.conflict(&answer);
    assert_eq!(
        (conflict.state, &conflict.contested["cell:free"].proposed),
        (ConflictState::Open, &json!(2))
    );
}

#[test]
fn another_devices_value_does_not_end_it_unless_it_is_the_proposal() {
    let (mut desk, _, answer) = disputed();
    let eight = desk.seeing(&[("cell:free", 8.into())]);
    desk.push("b", eight);
    assert_eq!(desk.conflict(&answer).state, ConflictState::Open);
    let two = desk.seeing(&[("cell:free", 2.into())]);
    desk.push("c", two);
    assert_eq!(desk.conflict(&answer).state, ConflictState::Settled);
}

#[test]
fn what_is_taken_back_is_no_conflict_any_more() {
    let (mut desk, base, answer) = disputed();
    let back = desk.set(base, &[("cell:free", 2.into(), 1.into())]);
    assert_eq!(desk.push("a", back).fate(), Status::Conflict);
    assert_eq!(desk.conflict(&answer).state, ConflictState::Withdrawn);
    assert_eq!(desk.value("cell:free"), 7);
    // And so is what comes to the same as what stands.
    let (mut desk, base, answer) = disputed();
    let same = desk.set(base, &[("cell:free", 2.into(), 7.into())]);
    assert_eq!(desk.push("a", same).status, Status::Merged);
    assert_eq!(desk.conflict(&answer).state, ConflictState::Settled);
}

/// Both made the return without having heard of each other: what one of them then says and takes back is its own.
#[test]
fn what_a_device_takes_back_of_its_own_is_no_conflict() {
    let mut desk = Desk::with(&[("free", 50)], ReturnStatus::Draft);
    let made = Change::between(None, &people::given("u1", &[("free", 34)], ReturnStatus::Draft)).unwrap();
    assert_eq!(desk.push("b", made).status, Status::Conflict);
    let said = desk.set(0, &[("cell:more", Value::Null, 12.into())]);
    assert_eq!(desk.push("b", said).status, Status::Applied);
    let taken_back = desk.set(0, &[("cell:more", 12.into(), Value::Null)]);
    assert_eq!(desk.push("b", taken_back).status, Status::Applied);
    assert_eq!(
        (desk.value("cell:more"), desk.value("cell:free")),
        (Value::Null, 50.into())
    );
    // Taking back the whole return would take away what the other one said: that is a person's to decide.
    let all = Change::between(None, &people::given("u1", &[("free", 34)], ReturnStatus::Draft)).unwrap();
    let mut undone = all;
    for set in undone.set.values_mut() {
        std::mem::swap(&mut set.old, &mut set.new);
    }
    assert_eq!(desk.push("b", undone).status, Status::Conflict);
    assert_eq!(desk.value("cell:free"), 50);
}

#[test]
fn closing_a_conflict_is_never_contested() {
    let (mut desk, _, answer) = disputed();
    let id = answer.conflict.clone().unwrap();
    let base_rev = desk.hub.head();
    let state = |old: &str, new: &str| Change {
        record: id.clone(),
        kind: so_khoi::model::record::RecordKind::Conflict,
        scope: "u1".into(),
        base_rev,
        set: [(
            "state".to_owned(),
            FieldChange {
                old: old.into(),
                new: new.into(),
            },
        )]
        .into(),
    };
    assert_eq!(desk.push("b", state("open", "settled")).status, Status::Applied);
    assert_eq!(desk.push("a", state("open", "withdrawn")).status, Status::Merged);
    assert_eq!(desk.conflict(&answer).state, ConflictState::Settled);
    assert_eq!(desk.push("a", state("withdrawn", "open")).status, Status::Applied);
    assert_eq!(desk.conflict(&answer).state, ConflictState::Open);
    // Nothing else of it is anybody's to change.
    let mut forged = state("open", "settled");
    forged.set.insert(
        "by".into(),
        FieldChange {
            old: "A".into(),
            new: "C".into(),
        },
    );
    assert_eq!(desk.push("c", forged).fate(), Status::Rejected);
}

#[test]
fn a_revision_that_was_never_given_has_seen_nothing() {
    let mut desk = Desk::with(&[("free", 1)], ReturnStatus::Draft);
    let claims = desk.set(u64::MAX, &[("cell:free", 5.into(), 6.into())]);
    assert_eq!(desk.push("b", claims).status, Status::Conflict);
    let honest = desk.set(u64::MAX, &[("cell:free", 1.into(), 6.into())]);
    assert_eq!(desk.push("c", honest).status, Status::Applied);
}

#[test]
fn what_was_removed_or_emptied_meanwhile_is_not_half_made_again() {
    for emptied in [false, true] {
        let mut desk = Desk::with(&[("free", 1)], ReturnStatus::Draft);
        let base = desk.hub.head();
        let removal = match emptied {
            false => desk.seeing(&[(REMOVED, true.into())]),
            true => {
                let fields: Vec<String> = desk.hub.records()[ID].record.fields.keys().cloned().collect();
                let fields: Vec<_> = fields.iter().map(|field| (field.as_str(), Value::Null)).collect();
                desk.seeing(&fields)
            }
        };
        assert_eq!(desk.push("b", removal).status, Status::Applied);
        let before = desk.read();
        let more = desk.set(base, &[("cell:more", Value::Null, 4.into())]);
        let answer = desk.push("a", more);
        assert_eq!(answer.status, Status::Conflict, "emptied: {emptied}");
        assert_eq!(desk.conflict(&answer).contested["cell:more"].proposed, 4);
        assert_eq!(desk.read(), before);
    }
}

#[test]
fn what_was_changed_meanwhile_is_not_removed() {
    let mut desk = Desk::with(&[("free", 1)], ReturnStatus::Draft);
    let base = desk.hub.head();
    let fields: Vec<String> = desk.hub.records()[ID].record.fields.keys().cloned().collect();
    let empty: Vec<_> = fields
        .iter()
        .map(|field| (field.as_str(), desk.value(field), Value::Null))
        .collect();
    let empty = desk.set(base, &empty);
    let more = desk.seeing(&[("cell:more", 4.into())]);
    desk.push("b", more);
    let before = desk.read();
    assert_eq!(desk.push("c", empty).status, Status::Conflict);
    let mark = desk.set(base, &[(REMOVED, Value::Null, true.into())]);
    assert_eq!(desk.push("c", mark).status, Status::Conflict);
    assert_eq!(desk.read(), before);
}

#[test]
fn an_op_with_another_body_is_refused_with_all_that_came_with_it() {
    let mut desk = Desk::with(&[("free", 1)], ReturnStatus::Draft);
    let change = desk.seeing(&[("cell:free", 2.into())]);
    let op = desk.op("b", change);
    desk.push_op("b", op.clone());
    let before = desk.hub.records().clone();
    let mut other = op;
    other.change.set.get_mut("cell:free").unwrap().new = 3.into();
    let beside = desk.seeing(&[("cell:more", 1.into())]);
    let beside = desk.op("b", beside);
    assert_eq!(desk.push_ops("b", vec![beside, other]).status, 422);
    assert_eq!(desk.hub.records(), &before);
}

#[test]
fn ops_are_of_their_author_and_a_device_of_its_account() {
    let mut desk = Desk::with(&[("free", 1)], ReturnStatus::Draft);
    let before = desk.hub.records().clone();
    let change = desk.seeing(&[("cell:free", 2.into())]);
    let op = desk.op("b", change);
    // Under another's session nothing is taken, and nothing is remembered of it.
    assert_eq!(desk.push_ops("c", vec![op.clone()]).status, 422);
    assert_eq!(desk.hub.records(), &before);
    assert_eq!(desk.push_op("b", op).status, Status::Applied);
    // A device that somebody else has used is not theirs.
    let change = desk.seeing(&[("cell:free", 3.into())]);
    let mut op = desk.op("b", change);
    op.author = "c".into();
    let push = Push {
        device: "b".into(),
        schema: SCHEMA,
        epoch: desk.hub.epoch().into(),
        ops: vec![op],
        skipped: Vec::new(),
    };
    let before = desk.hub.records().clone();
    assert_eq!(desk.hub.answer(Some("c"), "c", &Request::Push(push), 1).status, 403);
    assert_eq!(desk.hub.records(), &before);
}

#[test]
fn figures_are_what_acceptance_is_about() {
    // A note on the side does not ask for another acceptance.
    let mut desk = Desk::with(&[("free", 1)], ReturnStatus::Submitted);
    let base = desk.hub.head();
    let accepted = desk.seeing(&[("status", "accepted".into())]);
    desk.push("c", accepted);
    let date = desk.set(base, &[("submitted_on", Value::Null, "2022-03-01".into())]);
    assert!(!is_figure("submitted_on"));
    assert_eq!(desk.push("b", date).status, Status::Applied);
    assert_eq!(desk.value("status"), "accepted");
    let date = desk.set(base, &[("as_of", Value::Null, "2022-03-01".into())]);
    assert_eq!(desk.push("b", date).status, Status::Applied);
    assert_eq!(desk.value("status"), "amended");
}
