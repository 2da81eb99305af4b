//! The laws of merging and judging (docs/sync.md): what becomes of ops whatever they are and however they come.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![cfg(not(target_arch = "wasm32"))]

#[path = "../sync_world/mod.rs"]
mod sync_world;

mod conflicts;
mod desk;

use desk::{CELLS, Desk, ID, TIED};
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::Value;
use so_khoi::model::record::{Fields, REMOVED, Record};
use so_khoi::model::returns::ReturnStatus;
use so_khoi::sync::merge::{Held, Mark, Seen, merge};
use so_khoi::sync::op::{Change, FieldChange, Op};
use so_khoi::sync::wire::Status;
use std::collections::{BTreeMap, BTreeSet};
use sync_world::{Act, Luck, World};

fn value() -> impl Strategy<Value = Value> {
    prop_oneof![1 => Just(Value::Null), 4 => (0u64..4).prop_map(Value::from)]
}

fn held() -> impl Strategy<Value = Held> {
    let mark = (0u64..20, select(&["a", "b", "c"][..])).prop_map(|(rev, device)| Mark {
        rev,
        device: device.into(),
        by: device.into(),
        at_ms: 0,
    });
    let fields = btree_map(select(&CELLS[..]), (value(), mark.clone()), 0..5);
    (fields, proptest::option::of((any::<bool>(), mark))).prop_map(|(fields, removed)| {
        let mut held = Held {
            record: Record {
                id: ID.into(),
                kind: so_khoi::model::record::RecordKind::Return,
                scope: "u1".into(),
                fields: Fields::new(),
                rev: 20,
            },
            marks: BTreeMap::new(),
        };
        for (field, (value, mark)) in fields {
            held.give(field, value, &mark);
        }
        if let Some((removed, mark)) = removed {
            held.give(REMOVED, removed.into(), &mark);
        }
        held
    })
}

fn change() -> impl Strategy<Value = Change> {
    let fields = btree_map(select(&CELLS[..]), (value(), value()), 1..4);
    let removes = proptest::option::weighted(0.2, any::<bool>());
    (0u64..25, fields, removes).prop_map(|(base_rev, fields, removes)| {
        let mut set: BTreeMap<String, FieldChange> = fields
            .into_iter()
            .map(|(field, (old, new))| (field.to_owned(), FieldChange { old, new }))
            .collect();
        if let Some(removes) = removes {
            let (old, new) = ((!removes).into(), removes.into());
            set.insert(REMOVED.to_owned(), FieldChange { old, new });
        }
        Change {
            record: ID.into(),
            kind: so_khoi::model::record::RecordKind::Return,
            scope: "u1".into(),
            base_rev,
            set,
        }
    })
}

fn groups() -> Vec<BTreeSet<String>> {
    vec![TIED.iter().map(|&field| field.to_owned()).collect()]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3_000))]

    /// Nothing of an op is left over, and nothing is in two lists.
    #[test]
    fn every_field_ends_as_a_value_or_contested(held in held(), change in change()) {
        let merged = merge(Some(&held), &change, Seen::by("a", &change, 21), &groups());
        for field in change.set.keys() {
            let lists = [
                merged.applied.contains_key(field),
                merged.same.contains(field),
                merged.contested.contains_key(field),
            ];
            prop_assert_eq!(lists.iter().filter(|is_in| **is_in).count(), 1, "{}", field);
        }
        let many = merged.applied.len() + merged.same.len() + merged.contested.len();
        prop_assert_eq!(many, change.set.len());
    }

    /// What somebody else gave and the device had not read is never overwritten, unless it is what the device saw.
    #[test]
    fn nothing_unseen_is_overwritten(held in held(), change in change()) {
        let merged = merge(Some(&held), &change, Seen::by("a", &change, 21), &groups());
        let known = if change.base_rev < 21 { change.base_rev } else { 0 };
        for field in merged.applied.keys() {
            if let Some(mark) = held.marks.get(field) {
                let seen = mark.rev <= known || mark.device == "a" || *held.value(field) == change.set[field].old;
                prop_assert!(seen, "{field} of {mark:?}");
            }
        }
        for (field, contested) in &merged.contested {
            prop_assert_eq!(&contested.proposed, &change.set[field].new);
            prop_assert_eq!(&contested.current, held.value(field));
            prop_assert_ne!(&contested.proposed, &contested.current);
        }
    }

    /// Of a total and its parts no half of one and half of another stands.
    #[test]
    fn a_group_stands_or_falls_together(held in held(), change in change()) {
        let merged = merge(Some(&held), &change, Seen::by("a", &change, 21), &groups());
        let tied = |field: &&String| TIED.contains(&field.as_str());
        if merged.contested.keys().any(|field| tied(&field)) {
            let applied: Vec<_> = merged.applied.keys().filter(tied).collect();
            prop_assert!(applied.is_empty(), "{applied:?} beside {:?}", merged.contested);
        }
    }

    /// Laid down again, a change has nothing left to do.
    #[test]
    fn twice_is_once(held in held(), change in change()) {
        let seen = Seen::by("a", &change, 21);
        let mark = Mark { rev: 21, device: "a".into(), by: "A".into(), at_ms: 0 };
        let first = merge(Some(&held), &change, seen, &groups());
        let mut after = held.clone();
        for (field, value) in &first.applied {
            after.give(field, value.clone(), &mark);
        }
        let second = merge(Some(&after), &change, seen, &groups());
        prop_assert_eq!(second.applied.len(), 0, "{:?} then {:?}", first, second);
        prop_assert!(first.contested.keys().all(|field| second.contested.contains_key(field)));
    }
}

/// What a device says of some cells, having read the return once and never again.
fn said() -> impl Strategy<Value = Vec<BTreeMap<&'static str, u64>>> {
    vec(btree_map(select(&CELLS[..]), 0u64..4, 1..3), 1..4)
}

/// The ops of a device that says so, one on top of the other.
fn ops(desk: &mut Desk, device: &'static str, said: &[BTreeMap<&'static str, u64>]) -> Vec<Op> {
    let base_rev = desk.hub.head();
    let mut seen: BTreeMap<&str, Value> = CELLS.iter().map(|&cell| (cell, desk.value(cell))).collect();
    let mut ops = Vec::new();
    for fields in said {
        let mut set = Vec::new();
        for (&field, &count) in fields {
            let new = Value::from(count);
            if seen[field] != new {
                set.push((field, seen[field].clone(), new.clone()));
                seen.insert(field, new);
            }
        }
        if !set.is_empty() {
            let change = desk.set(base_rev, &set);
            ops.push(desk.op(device, change));
        }
    }
    ops
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    /// However the ops of two devices come between one another: sent again, each is answered as before and changes nothing.
    #[test]
    fn an_op_sent_again_is_answered_again(one in said(), other in said(), turns in vec(any::<bool>(), 8)) {
        let mut desk = Desk::with(&[("all", 1), ("free", 2)], ReturnStatus::Draft);
        let mut queues = [("a", ops(&mut desk, "a", &one)), ("b", ops(&mut desk, "b", &other))];
        let mut sent = Vec::new();
        for turn in turns.into_iter().chain([true, true, true, false, false, false]) {
            let (device, queue) = &mut queues[usize::from(turn)];
            if !queue.is_empty() {
                let op = queue.remove(0);
                let answer = desk.push_op(device, op.clone());
                sent.push((*device, op, answer));
            }
        }
        let before = desk.hub.records().clone();
        let head = desk.hub.head();
        for (device, op, first) in sent {
            let again = desk.push_op(device, op);
            prop_assert_eq!(again.status, Status::Duplicate);
            prop_assert_eq!((again.fate(), &again.conflict, again.rev), (first.fate(), &first.conflict, first.rev));
        }
        prop_assert_eq!(desk.hub.records(), &before);
        prop_assert_eq!(desk.hub.head(), head);
    }

    /// Two devices that touch different cells, and no two of one equation, need not know which of them came first.
    #[test]
    fn different_fields_commute(one in said(), other in said()) {
        let free = |said: &[BTreeMap<&'static str, u64>], cells: &[&str]| -> Vec<BTreeMap<&'static str, u64>> {
            let only = said.iter().map(|fields| {
                let kept = fields.iter().filter(|(field, _)| cells.contains(*field));
                kept.map(|(field, count)| (*field, *count)).collect()
            });
            only.collect()
        };
        let (one, other) = (free(&one, &["cell:all", "cell:part.a", "cell:part.b"]), free(&other, &["cell:free", "cell:more"]));
        let run = |first_a: bool| {
            let mut desk = Desk::with(&[("all", 1), ("free", 2)], ReturnStatus::Submitted);
            let mut both = [("a", ops(&mut desk, "a", &one)), ("b", ops(&mut desk, "b", &other))];
            if !first_a {
                both.reverse();
            }
            for (device, ops) in both {
                for op in ops {
                    assert_eq!(desk.push_op(device, op).fate(), Status::Applied);
                }
            }
            desk.read()
        };
        prop_assert_eq!(run(true), run(false));
    }

    /// Two devices that say the same agree, whoever comes first: there is nothing to settle.
    #[test]
    fn the_same_said_twice_is_no_conflict(said in said()) {
        let mut desk = Desk::with(&[("all", 1), ("part.a", 2)], ReturnStatus::Draft);
        let once: Vec<_> = said.iter().take(1).cloned().collect();
        let (a, b) = (ops(&mut desk, "a", &once), ops(&mut desk, "b", &once));
        for (device, op) in a.into_iter().map(|op| ("a", op)).chain(b.into_iter().map(|op| ("b", op))) {
            prop_assert_eq!(desk.push_op(device, op).fate(), Status::Applied);
        }
    }

    /// A figure, an acceptance and a taking back that did not know of one another: whichever comes when, what was not seen by
    /// whoever accepted is not accepted, and what was accepted is not taken back behind anybody.
    #[test]
    fn acceptance_and_figures_commute(order in Just([0usize, 1, 2]).prop_shuffle()) {
        let mut desk = Desk::with(&[("free", 2)], ReturnStatus::Submitted);
        let base = desk.hub.head();
        let status = |desk: &Desk, new: &str| desk.set(base, &[("status", "submitted".into(), new.into())]);
        let figure = desk.set(base, &[("cell:free", 2.into(), 3.into())]);
        let changes = [("b", figure), ("c", status(&desk, "accepted")), ("b", status(&desk, "draft"))];
        let mut fates = BTreeMap::new();
        for at in order {
            let (device, change) = changes[at].clone();
            fates.insert(at, desk.push(device, change).fate());
        }
        let comes_first = |a, b| order.iter().position(|at| *at == a) < order.iter().position(|at| *at == b);
        prop_assert_eq!(fates[&0], Status::Applied);
        if comes_first(1, 2) {
            prop_assert_eq!(fates[&2], Status::Conflict);
            prop_assert_eq!(desk.value("status"), "amended");
        } else {
            prop_assert_eq!(fates[&1], Status::Conflict);
            prop_assert_eq!(desk.value("status"), "draft");
        }
    }

    /// Devices with their engines, in every order of things that shrinks when it fails.
    #[test]
    fn devices_converge(devices in 3usize..=6, acts in vec(act(), 1..40), seed: u64) {
        let mut world = World::new(devices, seed);
        world.run(acts);
        world.settle_down();
        world.check();
    }
}

fn act() -> impl Strategy<Value = Act> {
    let luck = select(
        &[
            Luck::Good,
            Luck::Lost,
            Luck::AnswerLost,
            Luck::Late,
            Luck::Twice,
            Luck::Refused(503),
            Luck::DiskFails,
            Luck::DiesBefore,
            Luck::DiesAfter,
        ][..],
    );
    let no = 0usize..6;
    prop_oneof![
        14 => (no.clone(), any::<u64>()).prop_map(|(no, pick)| Act::Edit(no, pick)),
        1 => no.clone().prop_map(Act::Undo),
        2 => (no.clone(), any::<u64>()).prop_map(|(no, pick)| Act::Settle(no, pick)),
        1 => (no.clone(), any::<u64>()).prop_map(|(no, pick)| Act::Resolve(no, pick)),
        8 => (no.clone(), luck).prop_map(|(no, luck)| Act::Step(no, luck)),
        8 => (no.clone(), 1usize..40).prop_map(|(no, steps)| Act::Run(no, steps)),
        1 => (no.clone(), any::<bool>()).prop_map(|(no, online)| Act::Online(no, online)),
        1 => any::<u64>().prop_map(Act::Arrive),
        1 => (no, any::<u64>()).prop_map(|(no, pick)| Act::Rights(no, pick)),
        1 => Just(Act::Backup),
        1 => Just(Act::Restore),
        1 => Just(Act::ForgetRemoved),
    ]
}
