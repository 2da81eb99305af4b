//! A small bloc: a committee `k` with the units `a` and `b`, and `a1` below `a`.

use std::collections::BTreeMap;

use so_khoi::{
    model::{
        closing::{Closing, Reopening},
        id::UnitId,
        period::Period,
        record::{Entity, Record, RecordKind, cell_field},
        returns::{Cell, Return},
        unit::{Unit, UnitKind},
    },
    sync::op::{Change, FieldChange},
};

use super::client::Client;

pub fn unit(id: &str, parent: Option<&str>) -> Unit {
    Unit::new(id, parent.map(UnitId::from), UnitKind::GrassrootsCommittee, id)
}

/// A change that makes something new.
pub fn made<E: Entity>(entity: &E) -> Change {
    Change::between(None, &entity.to_record()).unwrap()
}

/// A return of the admissions of one month, with one figure.
pub fn admissions(unit: &str, month: u8, admitted: u64) -> Return {
    let mut given = Return::new("admission".into(), unit.into(), Period::Month(2022, month));
    given.cells.insert("admitted".into(), Cell::count(admitted));
    given
}

/// The identifier of its record.
pub fn admissions_of(unit: &str, month: u8) -> String {
    admissions(unit, month, 0).to_record().id.as_str().to_owned()
}

/// A change of its figure.
pub fn admitted(record: &Record, admitted: u64) -> Change {
    cell(record, "admitted", admitted)
}

/// A change of a figure.
pub fn cell(record: &Record, key: &str, value: u64) -> Change {
    Change::of_fields(record, [(cell_field(&key.into()), value.into())]).unwrap()
}

pub fn closing(year: i32) -> Closing {
    Closing {
        id: "c".into(),
        period: Period::Year(year),
        forms: Vec::new(),
        at_ms: 0,
        by: "Văn phòng".into(),
        note: String::new(),
        reopened: None,
    }
}

pub fn reopened(mut closing: Closing) -> Closing {
    closing.reopened = Some(Reopening {
        at_ms: 1,
        by: "Văn phòng".into(),
        reason: "sót số liệu".into(),
    });
    closing
}

/// Publishes the units.
pub async fn publish_units(client: &mut Client) {
    for (id, parent) in [("k", None), ("a", Some("k")), ("b", Some("k")), ("a1", Some("a"))] {
        client.applies(made(&unit(id, parent))).await;
    }
}

/// A change of one field of a record of a kind that says nothing.
pub fn plain(id: &str, field: &str, value: u64) -> Change {
    let set = FieldChange {
        old: serde_json::Value::Null,
        new: value.into(),
    };
    Change {
        record: id.into(),
        kind: RecordKind::named("row").unwrap(),
        scope: "bloc".into(),
        base_rev: 0,
        set: BTreeMap::from([(field.to_owned(), set)]),
    }
}
