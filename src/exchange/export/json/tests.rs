#![allow(clippy::unwrap_used)]

use super::*;
use crate::demo;
use crate::model::record::Entity;
use crate::model::returns::{Cell, CellValue};
use serde_json::{Value, json};
use std::collections::BTreeSet;

fn demo(id: &str) -> Ledger {
    Ledger::from_records(&demo::load(id).unwrap().records)
}

fn of(ledger: &Ledger) -> Value {
    let catalogue = Catalogue::built_in().unwrap();
    serde_json::from_slice(&write_all(ledger, &catalogue, 1_700_000_000_000).unwrap()).unwrap()
}

fn list<'a>(value: &'a Value, name: &str) -> &'a Vec<Value> {
    value[name].as_array().unwrap()
}

fn sum(file: &Value, measure: &str, options: &[&str]) -> u64 {
    let figures = list(file, "returns").iter().flat_map(|it| list(it, "figures"));
    let wanted = figures.filter(|it| it["measure"] == measure && it["options"] == json!(options));
    wanted.map(|it| it["value"].as_u64().unwrap()).sum()
}

/// The published figures of Hòa Bình 7/2021, counted from the file as other software would.
#[test]
fn the_figures_of_a_bloc_can_be_counted_from_its_file() {
    let file = of(&demo("hoa-binh-2021"));
    assert_eq!((&file["format"], &file["version"]), (&json!("so-khoi-json"), &json!(1)));
    assert_eq!(file["made_at"], "2023-11-14T22:13:20Z");
    assert_eq!(file["bloc"]["illustrative"], true);
    let grassroots = list(&file, "units")
        .iter()
        .filter(|it| it["kind"].as_str().unwrap().starts_with("grassroots"));
    assert_eq!(grassroots.count(), 73);
    assert_eq!(sum(&file, "head_count", &["members"]), 4_201);
    let figure = &list(&list(&file, "returns")[0], "figures")[0];
    assert_eq!(figure["qualifier"], "exact");
    assert!(figure["counting_unit"].is_string());
    assert!(list(&file, "measures").iter().any(|it| it["id"] == "head_count"));
}

#[test]
fn what_is_not_a_plain_count_is_told_apart() {
    let mut found = Return::new("study".into(), "u1".into(), "2021".parse().unwrap());
    let cell = |value| Cell::from(value);
    found.cells.insert(
        "copies".into(),
        Cell {
            value: CellValue::Count(4_200),
            qualifier: crate::model::quantity::Qualifier::MoreThan,
            note: "theo báo cáo".into(),
        },
    );
    found
        .cells
        .insert("sessions".into(), cell(CellValue::Invalid("1.5".into())));
    found
        .cells
        .insert("day".into(), cell(CellValue::Date("2021-07-03".parse().unwrap())));
    let ledger = Ledger::from_records(&[found.to_record()]);
    let file = of(&ledger);
    let figures = list(&list(&file, "returns")[0], "figures");
    let said: Vec<_> = figures
        .iter()
        .map(|it| (&it["value"], it["value_is"].as_str().unwrap()))
        .collect();
    let (copies, day, typed) = (json!(4_200), json!("2021-07-03"), json!("1.5"));
    assert_eq!(said, [(&copies, "count"), (&day, "date"), (&typed, "not_understood")]);
    assert_eq!(
        (&figures[0]["qualifier"], &figures[0]["note"]),
        (&json!("more_than"), &json!("theo báo cáo"))
    );
    assert_eq!(figures[2]["counting_unit"], Value::Null);
}

#[test]
fn a_percentage_that_is_only_stated_is_a_decimal_number() {
    let file = of(&demo("dien-bien-2020"));
    let stated = list(&file, "statements")
        .iter()
        .find(|it| it["value_is"] == "percent")
        .unwrap();
    assert!(stated["value"].is_f64());
    assert!(
        list(&file, "targets")
            .iter()
            .any(|it| it["relation"] == "share_of_whole")
    );
}

#[test]
fn the_same_bloc_is_the_same_file_and_an_empty_one_is_a_file_too() {
    let catalogue = Catalogue::built_in().unwrap();
    let once = write_all(&demo("hoa-binh-2022"), &catalogue, 0).unwrap();
    assert_eq!(once, write_all(&demo("hoa-binh-2022"), &catalogue, 0).unwrap());
    assert!(list(&of(&Ledger::default()), "returns").is_empty());
}

/// Every name in the file stands in its description, so that none is used that nobody was told of.
#[test]
fn every_name_is_documented() {
    let description = include_str!("../../../../docs/xuat-json.md");
    let mut names = BTreeSet::new();
    for info in demo::demos() {
        collect(&of(&demo(&info.id)), &mut names);
    }
    assert!(names.len() > 40);
    for name in names {
        assert!(description.contains(&format!("`{name}`")), "{name} is not described");
    }
}

fn collect(value: &Value, names: &mut BTreeSet<String>) {
    match value {
        Value::Object(entries) => {
            for (name, value) in entries {
                names.insert(name.clone());
                collect(value, names);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, names)),
        _ => {}
    }
}
