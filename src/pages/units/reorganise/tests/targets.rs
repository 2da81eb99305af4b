//! Targets across 73 → 70 → 72 units: what the bloc has to reach is counted once, and nothing of it is lost unsaid.

use super::*;
use crate::analysis::achievement::{AchievedValue, of_period};
use crate::analysis::chain::{Division as By, parts};
use crate::analysis::distribute::Weighting;
use crate::model::indicator::Comparison;
use crate::model::number::Count;
use crate::model::period::Period;
use crate::model::target::{Relation, Target, TargetValue};
use crate::pages::targets::copy::{Copies, copies};
use crate::pages::targets::division::Division;
use std::collections::BTreeMap;

fn target(id: &str, unit: &str, parent: Option<&str>, count: Count) -> Target {
    Target {
        id: id.into(),
        unit: unit.into(),
        period: period("2022"),
        indicator: Some("admitted".into()),
        label: String::new(),
        comparison: Comparison::AtLeast,
        value: TargetValue::Count(count),
        parent: parent.map(Into::into),
        relation: parent.map(|_| Relation::PartOf),
        source: None,
        illustrative: false,
        copied_from: None,
    }
}

/// 730 admissions in 2022, ten of each of the 73 units that there were at its beginning.
fn given() -> Book {
    let mut book = filled();
    book.put(&target("bloc-2022", "b", None, 730));
    for at in 1..=73 {
        let unit = format!("u{at}");
        book.put(&target(&format!("bloc-2022-{unit}"), &unit, Some("bloc-2022"), 10));
    }
    book
}

/// Copies the bloc's target of a year with its parts into the books of the next one.
fn copy(book: &mut Book, id: &str) -> Copies {
    let ledger = book.ledger();
    let found = copies(&ledger, [&ledger.targets[id]]);
    for made in &found.made {
        book.put(made);
    }
    found
}

/// What the units' parts of a target add up to, and the whole.
fn divided(book: &Book, id: &str) -> (Count, Count) {
    let ledger = book.ledger();
    let found = parts(&ledger, &ledger.targets[id]);
    let units = found.iter().find(|parts| parts.division == By::Units).unwrap();
    (units.sum, units.whole)
}

fn by_unit_of(found: &Copies) -> BTreeMap<String, Count> {
    let count = |target: &Target| match target.value {
        TargetValue::Count(count) => count,
        TargetValue::Percent(_) => 0,
    };
    let units = found.made.iter().filter(|target| target.unit.as_str() != "b");
    units.map(|target| (target.unit.to_string(), count(target))).collect()
}

#[test]
fn in_the_year_of_the_merger_the_blocs_target_is_reached_by_all_and_counted_once() {
    let book = given();
    assert_eq!(divided(&book, "bloc-2022"), (730, 730));
    book.ask("2022-12-31", |scope| {
        for scope in [scope.clone(), scope.with_units_as(UnitsAs::Now)] {
            let found = of_period(&scope, &period("2022"));
            assert_eq!(found.len(), 1);
            let Some(AchievedValue::Count(total)) = &found[0].value else {
                unreachable!("admissions are a count")
            };
            assert_eq!((found[0].goal, total.count()), (Some(730), 73 * 6 + 70 * 6));
        }
        // Dividing it again knows the parts of the units that have ended, and gives the new one none on top.
        let ledger = scope.ledger;
        let division = Division::of(scope, &ledger.targets["bloc-2022"]);
        assert_eq!((division.sum(), division.shares.len()), (730, 74));
    });
}

#[test]
fn the_year_after_a_merger_the_successor_has_what_its_predecessors_had() {
    let mut book = given();
    let found = copy(&mut book, "bloc-2022");
    assert_eq!((found.made.len(), found.joined, found.gone), (1 + 70, 3, 0));
    let by_unit = by_unit_of(&found);
    assert_eq!((by_unit["m"], by_unit.get("u1"), by_unit["u5"]), (40, None, 10));
    assert_eq!(divided(&book, "bloc-2023"), (730, 730));
    // Once more changes nothing.
    let again = copy(&mut book, "bloc-2022");
    assert_eq!((again.made.len(), again.known), (0, 74));
    assert_eq!(divided(&book, "bloc-2023"), (730, 730));
}

#[test]
fn the_year_after_a_split_what_nobody_has_any_more_is_told_and_can_be_divided_anew() {
    let mut book = given();
    copy(&mut book, "bloc-2022");
    let found = copy(&mut book, "bloc-2023");
    assert_eq!((found.made.len(), found.joined, found.gone), (1 + 69, 0, 1));
    // What the unit that was split had is lacking, and is said to be.
    assert_eq!(divided(&book, "bloc-2024"), (720, 730));
    book.ask("2024-01-15", |scope| {
        let target = &scope.ledger.targets["bloc-2024"];
        assert_eq!(target.period, Period::Year(2024));
        let division = Division::proposed(scope, target, Weighting::Equal);
        assert_eq!((division.sum(), division.shares.len()), (730, 72));
        assert!(division.shares.iter().any(|share| share.unit.as_str() == "p3"));
    });
}
