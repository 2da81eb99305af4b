//! The bloc of the world, and what people do in it.

use so_khoi::catalogue::{Catalogue, Part};
use so_khoi::model::closing::{Closing, Reopening};
use so_khoi::model::conflict::{Conflict, ConflictState};
use so_khoi::model::from_json;
use so_khoi::model::id::UnitId;
use so_khoi::model::period::Period;
use so_khoi::model::record::{Entity, Explanation, REMOVED, Record, RecordKind, cell_field};
use so_khoi::model::returns::{Cell, Return, ReturnStatus};
use so_khoi::model::unit::{Unit, UnitKind};
use so_khoi::sync::engine::Request;
use so_khoi::sync::hub::Hub;
use so_khoi::sync::op::{Change, Op, Records};
use so_khoi::sync::rights::{Actor, Role};
use so_khoi::sync::wire::{Push, SCHEMA, Status};
use std::sync::{Arc, LazyLock};

/// A form whose total is the sum of its two parts, with two cells that stand alone.
const CATALOGUE: &str = r#"{
  "option_sets": [{"id": "half", "label": {"vi": "", "en": ""}, "options": [
    {"id": "a", "label": {"vi": "", "en": ""}}, {"id": "b", "label": {"vi": "", "en": ""}}]}],
  "measures": [
    {"id": "all", "label": {"vi": "", "en": ""}, "counting_unit": "members"},
    {"id": "part", "label": {"vi": "", "en": ""}, "counting_unit": "members", "by": ["half"]},
    {"id": "free", "label": {"vi": "", "en": ""}, "counting_unit": "members"},
    {"id": "more", "label": {"vi": "", "en": ""}, "counting_unit": "members"}],
  "forms": [{"id": "f", "label": {"vi": "", "en": ""}, "unit_kinds": ["grassroots_committee"], "period": "year", "due_days": 9,
    "sections": [{"label": {"vi": "", "en": ""}, "measures": ["all", "part", "free", "more"]}]}],
  "rules": [{"id": "sum", "form": "f", "left": {"cells": ["part"]}, "comparison": "=", "right": {"cells": ["all"]},
    "severity": "error", "label": {"vi": "", "en": ""}, "remedy": {"vi": "", "en": ""}}]
}"#;

static READ: LazyLock<Arc<Catalogue>> = LazyLock::new(|| {
    let mut catalogue = Catalogue::default();
    catalogue.merge(from_json::read::<Part>(CATALOGUE.as_bytes()).unwrap());
    Arc::new(catalogue)
});

pub fn catalogue() -> Arc<Catalogue> {
    READ.clone()
}

const UNITS: [(&str, Option<&str>); 4] = [("k", None), ("u1", Some("k")), ("u2", Some("k")), ("u3", Some("u1"))];
const CELLS: [&str; 5] = ["all", "part.a", "part.b", "free", "more"];
const YEARS: [i32; 2] = [2021, 2022];

/// Who works at a device: the office at the first, then units; the fourth and the third are the same account. `pick` other
/// than 0 gives other rights than at first.
pub fn actor(no: usize, pick: u64) -> Actor {
    let (role, unit) = match (no, pick) {
        (0, 0) => (Role::Admin, None),
        (0, _) => (Role::Editor, None),
        (_, 0) => (Role::Unit, Some(["u1", "u2", "u2", "u3", "u1"][(no - 1) % 5])),
        (_, pick) => match pick % 5 {
            0 => (Role::Viewer, None),
            1 => (Role::Editor, None),
            2 => (Role::Unit, Some("u1")),
            3 => (Role::Unit, Some("u2")),
            _ => (Role::Unit, Some("u3")),
        },
    };
    let account = match no {
        3 => "account-2".to_owned(),
        no => format!("account-{no}"),
    };
    Actor {
        name: account.clone(),
        account,
        role,
        unit: unit.map(UnitId::from),
    }
}

/// Makes the bloc.
pub fn found(hub: &mut Hub) {
    let office = actor(0, 0).account;
    let units = UNITS.iter().map(|(id, parent)| {
        let kind = match parent {
            None => UnitKind::BlocCommittee,
            Some(_) => UnitKind::GrassrootsCommittee,
        };
        Unit::new(*id, parent.map(UnitId::from), kind, *id).to_record()
    });
    let ops = units.zip(1..).map(|(record, seq)| Op {
        op_id: format!("founding/{seq}"),
        seq,
        author: office.clone(),
        at_ms: 0,
        change: Change::between(None, &record).unwrap(),
    });
    let push = Request::Push(Push {
        device: "founder".into(),
        schema: SCHEMA,
        epoch: hub.epoch().to_owned(),
        ops: ops.collect(),
        skipped: Vec::new(),
    });
    assert_eq!(hub.answer(Some(&office), &office, &push, 0).status, 200);
    assert!(
        hub.judged()
            .values()
            .all(|(_, answer)| answer.status == Status::Applied)
    );
}

/// Takes numbers out of one.
struct Pick(u64);

impl Pick {
    fn of<T: Copy>(&mut self, all: &[T]) -> T {
        let many = all.len() as u64;
        let at = self.0 % many;
        self.0 /= many;
        all[at as usize]
    }
}

/// An edit on what the device shows; `None` where it would change nothing.
pub fn edit(shown: &Records, no: usize, pick: u64) -> Option<Change> {
    let mut pick = Pick(pick);
    match pick.of(&[0, 0, 0, 0, 0, 0, 0, 1, 1, 2, 3, 4]) {
        0 => figures(shown, no, &mut pick),
        1 => status(shown, no, &mut pick),
        2 => explanation(shown, &mut pick),
        3 if no == 0 => office(shown, &mut pick),
        3 => figures(shown, no, &mut pick),
        _ => removal(shown, &mut pick),
    }
}

/// Mostly a person's own unit, now and then another one's.
fn unit(no: usize, pick: &mut Pick) -> &'static str {
    let own = ["u1", "u1", "u2", "u2", "u3", "u1"][no % 6];
    pick.of(&[own, own, "u1", "u2", "u3"])
}

fn figures(shown: &Records, no: usize, pick: &mut Pick) -> Option<Change> {
    let period = Period::Year(pick.of(&YEARS));
    let unit = UnitId::from(unit(no, pick));
    let id = Return::record_id(&"f".into(), &period, &unit);
    let old = shown.get(&id).filter(|record| !record.is_removed());
    let mut new = old
        .cloned()
        .unwrap_or_else(|| Return::new("f".into(), unit, period).to_record());
    for _ in 0..pick.of(&[1, 1, 2, 3]) {
        let field = cell_field(&pick.of(&CELLS).into());
        match pick.of(&[0u64, 1, 2, 3, 4, 5]) {
            5 => drop(new.fields.remove(&field)),
            count => drop(new.fields.insert(field, count.into())),
        }
    }
    // A removed one comes back.
    new.fields.remove(REMOVED);
    Change::between(shown.get(&id), &new)
}

fn status(shown: &Records, no: usize, pick: &mut Pick) -> Option<Change> {
    let mut returns = shown.values().filter(|record| record.kind == RecordKind::Return);
    let record = returns.nth(pick.of(&[0, 1, 2, 3]))?;
    let status = match no {
        0 => pick.of(&["accepted", "accepted", "submitted"]),
        _ => pick.of(&["submitted", "draft", "accepted"]),
    };
    Change::of_fields(record, [("status".to_owned(), status.into())])
}

fn explanation(shown: &Records, pick: &mut Pick) -> Option<Change> {
    let unit = UnitId::from(pick.of(&["u1", "u2", "u3"]));
    let explanation = Explanation {
        finding: format!("sum/{unit}"),
        unit,
        text: pick.of(&["", "đã đối chiếu", "sai, sẽ sửa"]).to_owned(),
        figures: pick.of(&["", "4 ≠ 5"]).to_owned(),
    };
    Change::of_entity(shown.get(&explanation.record_id()), &explanation)
}

/// What only the office does: units, closings, things that are not as they should be.
fn office(shown: &Records, pick: &mut Pick) -> Option<Change> {
    match pick.of(&[0, 1, 2, 3]) {
        0 => {
            let id = pick.of(&["u1", "u2", "u3"]);
            let record = shown.get(format!("unit/{id}").as_str())?;
            let parents: &[&str] = match id {
                "u3" => &["u1", "u2", "k"],
                _ => &["k"],
            };
            Change::of_fields(record, [("parent".to_owned(), pick.of(parents).into())])
        }
        1 => {
            let record = shown.get("unit/u2")?;
            Change::of_fields(record, [("name".to_owned(), pick.of(&["Hai", "Hai mới", "u2"]).into())])
        }
        2 => {
            let mut closing = Closing {
                id: "2021".into(),
                period: Period::Year(2021),
                forms: Vec::new(),
                at_ms: 1,
                by: "Văn phòng".into(),
                note: String::new(),
                reopened: None,
            };
            if pick.of(&[false, true, true]) {
                closing.reopened = Some(Reopening {
                    at_ms: 2,
                    by: "Văn phòng".into(),
                    reason: "thiếu".into(),
                });
            }
            Change::of_entity(shown.get(&closing.record_id()), &closing)
        }
        _ => {
            let record = shown.values().find(|record| record.kind == RecordKind::Return)?;
            // No such status.
            Change::of_fields(record, [("status".to_owned(), 7.into())])
        }
    }
}

fn removal(shown: &Records, pick: &mut Pick) -> Option<Change> {
    let removable = |record: &&Record| matches!(record.kind, RecordKind::Return | RecordKind::Explanation);
    let record = shown.values().filter(removable).nth(pick.of(&[0, 1, 2, 3]))?;
    match pick.of(&[0, 0, 1]) {
        0 => Change::of_fields(record, [(REMOVED.to_owned(), (!record.is_removed()).into())]),
        _ => {
            let mut empty = record.clone();
            empty.fields.clear();
            Change::between(Some(record), &empty)
        }
    }
}

/// Settles an open conflict by the proposal, by what stands or by a third value; withdraws an own one; opens a closed one.
pub fn settle(shown: &Records, device: &str, pick: u64) -> Vec<Change> {
    let mut pick = Pick(pick);
    let opens = pick.of(&[false, false, false, false, true]);
    let conflicts = shown.values().filter_map(|record| Conflict::from_record(record).ok());
    let wanted: Vec<Conflict> = conflicts
        .filter(|conflict| (conflict.state == ConflictState::Open) != opens)
        .collect();
    let Some(at) = (pick.0 as usize).checked_rem(wanted.len()) else {
        return Vec::new();
    };
    let conflict = &wanted[at];
    let state = match () {
        () if opens => "open",
        () if conflict.device == device && pick.of(&[true, false]) => "withdrawn",
        () => "settled",
    };
    let mut changes = Vec::new();
    if state == "settled"
        && let Some(record) = shown.get(&conflict.record)
    {
        let chosen = conflict.contested.iter().filter_map(|(field, contested)| {
            let value = match pick.of(&[0, 1, 2]) {
                0 => contested.proposed.clone(),
                1 => return None,
                _ if field.starts_with("cell:") => 9.into(),
                _ => contested.proposed.clone(),
            };
            Some((field.clone(), value))
        });
        changes.extend(Change::of_fields(record, chosen));
    }
    let id = Entity::record_id(conflict);
    changes.extend(Change::of_fields(&shown[&id], [("state".to_owned(), state.into())]));
    changes
}

/// A return with one cell, for tests that need no more.
pub fn given(unit: &str, cells: &[(&str, u64)], status: ReturnStatus) -> Record {
    let mut found = Return::new("f".into(), unit.into(), Period::Year(2022));
    found.status = status;
    for (key, count) in cells {
        found.cells.insert((*key).into(), Cell::count(*count));
    }
    found.to_record()
}
