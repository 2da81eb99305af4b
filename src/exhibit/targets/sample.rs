//! Small books with every kind of target, for the tests of this page.

use crate::analysis::Scope;
use crate::catalogue::{Catalogue, Part};
use crate::model::from_json::FromJson;
use crate::model::ledger::Ledger;
use crate::model::record::{Entity, Record};
use crate::model::returns::{Cell, Return};
use crate::model::target::Target;
use crate::model::unit::{Unit, UnitKind};
use serde_json::{Value, json};

/// A yearly form with rated, good and best organisations, a monthly one with admissions.
fn catalogue() -> Catalogue {
    let label = |text: &str| json!({"vi": text, "en": text});
    let kinds = json!(["grassroots_committee", "grassroots_cell"]);
    let measure = |id: &str, unit: &str| json!({"id": id, "label": label(id), "counting_unit": unit});
    let form = |id: &str, period: &str, measures: Value| {
        json!({"id": id, "label": label(id), "unit_kinds": kinds, "period": period, "due_days": 5,
            "sections": [{"label": label(id), "measures": measures}]})
    };
    let share = |id: &str, cell: &str| {
        json!({"id": id, "label": label(id), "counts": label("đơn vị"), "form": "year",
            "numerator": {"cells": [cell]}, "denominator": {"cells": ["rated"]}})
    };
    let part = Part::from_json(&json!({
        "counting_units": [{"id": "organisations", "label": label("tổ chức")}, {"id": "members", "label": label("đảng viên")}],
        "measures": [measure("rated", "organisations"), measure("good_ones", "organisations"),
            measure("best_ones", "organisations"), measure("admitted", "members")],
        "forms": [form("year", "year", json!(["rated", "good_ones", "best_ones"])), form("month", "month", json!(["admitted"]))],
        "indicators": [share("good", "good_ones"), share("best", "best_ones"),
            {"id": "admitted", "label": label("Kết nạp"), "counts": label("kết nạp"), "form": "month", "numerator": {"cells": ["admitted"]}}]
    }))
    .unwrap();
    let mut catalogue = Catalogue::default();
    catalogue.merge(part);
    catalogue
}

/// Targets as they are stored: a share, two "of which" of it, counts of years and of a term, one that nothing measures.
pub static SHARES: [&str; 7] = [
    r#"{"id": "good", "unit": "b", "period": "2022", "indicator": "good", "comparison": ">=", "value": {"percent": 9000}}"#,
    r#"{"id": "best", "unit": "b", "period": "2022", "indicator": "best", "comparison": ">", "value": {"percent": 2000},
        "parent": "good", "relation": {"of_which": "whole"}}"#,
    r#"{"id": "best-of-good", "unit": "b", "period": "2022", "indicator": "best", "comparison": ">=", "value": {"percent": 2000},
        "parent": "good", "relation": {"of_which": "subset"}}"#,
    r#"{"id": "year", "unit": "b", "period": "2022", "indicator": "admitted", "comparison": ">=", "value": {"count": 150},
        "parent": "term", "relation": "part_of", "source": {"number": "05", "symbol": "NQ/ĐUK", "date": "2021-12-20"}}"#,
    r#"{"id": "year-2021", "unit": "b", "period": "2021", "indicator": "admitted", "comparison": ">=", "value": {"count": 150},
        "parent": "term", "relation": "part_of"}"#,
    r#"{"id": "term", "unit": "b", "period": "2020..2025", "indicator": "admitted", "comparison": ">=", "value": {"count": 750}}"#,
    r#"{"id": "culture", "unit": "b", "period": "2022", "label": "Cơ quan đạt chuẩn văn hóa", "comparison": ">=", "value": {"percent": 8000}}"#,
];

/// Asks of ten organisations of which nine are good and two of these excellent, with 141 admissions by June 2022.
pub fn ask<T>(targets: &[&str], today: &str, question: impl FnOnce(&Scope<'_>) -> T) -> T {
    let mut records = vec![Unit::new("b", None, UnitKind::BlocCommittee, "Khối").to_record()];
    for at in 1..=10_u64 {
        let id = format!("u{at}");
        let mut unit = Unit::new(
            id.as_str(),
            Some("b".into()),
            UnitKind::GrassrootsCell,
            format!("Đơn vị {at}"),
        );
        unit.order = at as u32;
        records.push(unit.to_record());
        let mut year = Return::new("year".into(), id.as_str().into(), "2022".parse().unwrap());
        for (cell, count) in [
            ("rated", 1),
            ("good_ones", u64::from(at < 10)),
            ("best_ones", u64::from(at < 3)),
        ] {
            year.cells.insert(cell.into(), Cell::count(count));
        }
        records.push(year.to_record());
        let mut month = Return::new("month".into(), id.as_str().into(), "2022-06".parse().unwrap());
        month
            .cells
            .insert("admitted".into(), Cell::count(if at == 1 { 15 } else { 14 }));
        records.push(month.to_record());
    }
    let target = |text: &&str| {
        let json: Value = serde_json::from_str(text).unwrap();
        Target::from_json(&json).unwrap().to_record()
    };
    records.extend(targets.iter().map(target));
    of(&records, &catalogue(), today, question)
}

/// Asks of the demo of 2022.
pub fn demo<T>(question: impl FnOnce(&Scope<'_>) -> T) -> T {
    let records = crate::demo::load("hoa-binh-2022").unwrap().records;
    of(&records, &Catalogue::built_in().unwrap(), "2030-01-01", question)
}

fn of<T>(records: &[Record], catalogue: &Catalogue, today: &str, question: impl FnOnce(&Scope<'_>) -> T) -> T {
    let ledger = Ledger::from_records(records);
    question(&Scope::whole(&ledger, catalogue, today.parse().unwrap()))
}
