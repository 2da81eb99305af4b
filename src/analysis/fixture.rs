//! A small catalogue and bloc for tests of the analysis.

#![allow(clippy::unwrap_used)]

use super::Scope;
use crate::catalogue::{Catalogue, Part};
use crate::model::date::Date;
use crate::model::drive::Drive;
use crate::model::from_json::FromJson;
use crate::model::id::UnitId;
use crate::model::indicator::Operand;
use crate::model::ledger::Ledger;
use crate::model::period::Period;
use crate::model::record::{Entity, Record};
use crate::model::returns::{Cell, CellValue, Return};
use crate::model::unit::{Sector, Unit, UnitKind};
use serde_json::json;
use std::collections::BTreeMap;

pub(crate) fn date(text: &str) -> Date {
    text.parse().unwrap()
}

pub(crate) fn period(text: &str) -> Period {
    text.parse().unwrap()
}

pub(crate) fn cells(keys: &[&str]) -> Operand {
    Operand::Cells {
        cells: keys.iter().map(|&key| key.into()).collect(),
        form: None,
        latest: false,
    }
}

/// Counting units, an audience and a grade set, a monthly, a yearly and a drive form.
pub(crate) fn catalogue() -> Catalogue {
    let label = json!({"vi": "x"});
    let unit = |id: &str| json!({"id": id, "label": label});
    let grassroots = json!(["grassroots_committee", "grassroots_cell"]);
    let form = |id: &str, period: &str, measures: serde_json::Value| {
        json!({"id": id, "label": label, "unit_kinds": grassroots, "period": period, "due_days": 5,
            "sections": [{"label": label, "measures": measures}]})
    };
    let indicator = |id: &str, form: &str, n: serde_json::Value, d: serde_json::Value| json!({"id": id, "label": label, "counts": label, "form": form, "numerator": n, "denominator": d});
    let part = Part::from_json(&json!({
        "counting_units": [unit("organisations"), unit("members"), unit("staff"), unit("copies"), unit("entries")],
        "option_sets": [
            {"id": "audience", "label": label, "options": [
                {"id": "members", "label": label, "counting_unit": "members"},
                {"id": "staff", "label": label, "counting_unit": "staff"}]},
            {"id": "grade", "label": label, "ordered": true, "options": [
                {"id": "excellent", "label": label}, {"id": "good", "label": label}, {"id": "fair", "label": label}]}
        ],
        "measures": [
            {"id": "invited", "label": label, "counting_unit": "members", "by": ["audience"]},
            {"id": "attended", "label": label, "counting_unit": "members", "by": ["audience"]},
            {"id": "grades", "label": label, "counting_unit": "members", "by": ["grade"]},
            {"id": "plan", "label": label, "counting_unit": "organisations", "value": "done"},
            {"id": "copies", "label": label, "counting_unit": "copies"},
            {"id": "admitted", "label": label, "counting_unit": "members"},
            {"id": "head", "label": label, "counting_unit": "members", "over_time": "last"},
            {"id": "rated", "label": label, "counting_unit": "organisations"},
            {"id": "good_ones", "label": label, "counting_unit": "organisations"},
            {"id": "best_ones", "label": label, "counting_unit": "organisations"},
            {"id": "quality", "label": label, "counting_unit": "organisations", "value": "level", "levels": "grade"}
        ],
        "forms": [
            form("study", "drive", json!(["invited", "attended", "grades", "plan", "copies"])),
            form("month", "month", json!(["admitted"])),
            form("head", "month", json!(["head"])),
            form("year", "year", json!(["rated", "good_ones", "best_ones", "quality"]))
        ],
        "indicators": [
            indicator("participation", "study", json!({"cells": ["attended.members"]}), json!({"cells": ["invited.members"]})),
            indicator("excellent", "study", json!({"cells": ["grades.excellent"]}), json!({"cells": ["grades"]})),
            indicator("plans", "study", json!({"cells": ["plan"]}), json!({"units": grassroots})),
            indicator("of_head", "study", json!({"cells": ["attended.members"]}),
                json!({"cells": ["head"], "form": "head", "latest": true})),
            indicator("admitted", "month", json!({"cells": ["admitted"]}), json!(null)),
            indicator("good", "year", json!({"cells": ["good_ones"]}), json!({"cells": ["rated"]})),
            indicator("best", "year", json!({"cells": ["best_ones"]}), json!({"cells": ["rated"]})),
            indicator("entries", "study", json!({"cells": ["copies"]}), json!({"cells": ["invited.members"]})),
            {"id": "copies", "label": label, "counts": label, "form": "study", "ratio": true,
                "numerator": {"cells": ["copies"]}, "denominator": {"units": grassroots}}
        ],
        "rules": [
            {"id": "attended", "form": "study", "left": {"cells": ["attended.members"]}, "comparison": "<=",
                "right": {"cells": ["invited.members"]}, "severity": "error", "label": label, "remedy": label},
            {"id": "head", "form": "study", "left": {"cells": ["invited.members"]}, "comparison": "<=",
                "right": {"cells": ["head"], "form": "head", "latest": true}, "severity": "warning",
                "label": label, "remedy": label}
        ]
    }))
    .unwrap();
    let mut catalogue = Catalogue::default();
    catalogue.merge(part);
    catalogue
}

/// A bloc being made: its records, then a ledger of them.
pub(crate) struct Book {
    pub catalogue: Catalogue,
    records: Vec<Record>,
    returns: BTreeMap<String, Return>,
}

impl Book {
    /// A bloc `b` with units `u1` … of which each third is of sector `s3`, the others of `s1` and `s2`.
    pub(crate) fn new(units: usize) -> Book {
        let mut book = Book {
            catalogue: catalogue(),
            records: Vec::new(),
            returns: BTreeMap::new(),
        };
        for order in 1..=3 {
            book.put(&Sector {
                id: format!("s{order}").as_str().into(),
                label: Default::default(),
                order,
            });
        }
        book.put(&Unit::new("b", None, UnitKind::BlocCommittee, "Bloc"));
        for at in 1..=units {
            let mut unit = Unit::new(
                format!("u{at}").as_str(),
                Some("b".into()),
                UnitKind::GrassrootsCell,
                format!("Unit {at}"),
            );
            unit.order = at as u32;
            unit.sector = Some(format!("s{}", (at - 1) % 3 + 1).as_str().into());
            book.put(&unit);
        }
        book
    }

    pub(crate) fn put<T: Entity>(&mut self, entity: &T) -> &mut Book {
        let record = entity.to_record();
        self.records.retain(|other| other.id != record.id);
        self.records.push(record);
        self
    }

    pub(crate) fn drive(&mut self, id: &str, start: &str, end: &str) -> &mut Book {
        self.put(&Drive {
            id: id.into(),
            unit: "b".into(),
            name: id.into(),
            document: Default::default(),
            start: date(start),
            end: date(end),
            audiences: Vec::new(),
        })
    }

    /// Sets a count.
    pub(crate) fn set(&mut self, form: &str, of: &str, unit: &str, key: &str, count: u64) -> &mut Book {
        self.cell(form, of, unit, key, Cell::count(count))
    }

    /// Sets text that was not understood.
    pub(crate) fn bad(&mut self, form: &str, of: &str, unit: &str, key: &str) -> &mut Book {
        self.cell(form, of, unit, key, Cell::from(CellValue::Invalid("1.5".into())))
    }

    pub(crate) fn cell(&mut self, form: &str, of: &str, unit: &str, key: &str, cell: Cell) -> &mut Book {
        self.edit(form, of, unit, |it| {
            it.cells.insert(key.into(), cell);
        })
    }

    pub(crate) fn edit(&mut self, form: &str, of: &str, unit: &str, change: impl FnOnce(&mut Return)) -> &mut Book {
        let found = self
            .returns
            .entry(format!("{form}/{of}/{unit}"))
            .or_insert_with(|| Return::new(form.into(), unit.into(), period(of)));
        change(found);
        self
    }

    pub(crate) fn ledger(&self) -> Ledger {
        let returns: Vec<Record> = self.returns.values().map(Entity::to_record).collect();
        Ledger::from_records(self.records.iter().chain(&returns))
    }

    /// Asks a question of the whole bloc on a day.
    pub(crate) fn ask<T>(&self, today: &str, question: impl FnOnce(&Scope<'_>) -> T) -> T {
        let ledger = self.ledger();
        question(&Scope::whole(&ledger, &self.catalogue, date(today)))
    }
}

pub(crate) fn ids(units: &[UnitId]) -> Vec<&str> {
    units.iter().map(UnitId::as_str).collect()
}
