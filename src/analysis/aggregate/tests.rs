#![allow(clippy::unwrap_used)]

use super::super::fixture::*;
use super::*;
use crate::catalogue::Part;
use crate::model::quantity::Qualifier;
use crate::model::returns::{Cell, CellValue};
use crate::model::unit::{Unit, UnitKind};
use proptest::prelude::*;

#[test]
fn nobody_reported_is_not_zero() {
    Book::new(3).ask("2022-03-10", |scope| {
        let total = total(scope, &"month".into(), &cells(&["admitted"]), &period("2022"));
        assert_eq!(total.quantity, None);
        assert_eq!(ids(&total.coverage.missing), ["u1", "u2", "u3"]);
        assert!(total.coverage.is_empty());
    });
}

#[test]
fn a_year_lists_who_lacks_a_month() {
    let mut book = Book::new(3);
    for month in ["2022-01", "2022-02"] {
        book.set("month", month, "u1", "admitted", 2);
    }
    book.set("month", "2022-02", "u2", "admitted", 5)
        .set("month", "2022-03", "u2", "admitted", 1)
        .set("month", "2022-09", "u1", "admitted", 9);
    book.ask("2022-03-10", |scope| {
        let total = total(scope, &"month".into(), &cells(&["admitted"]), &period("2022"));
        assert_eq!(total.count(), 10);
        assert_eq!(total.planned, Some(Quantity::exact(9)));
        assert_eq!(ids(&total.coverage.partial), ["u2"]);
        assert_eq!(ids(&total.coverage.missing), ["u3"]);
        assert_eq!((total.coverage.reported(), total.coverage.included()), (1, 2));
    });
}

#[test]
fn the_last_head_count_stands_with_its_day() {
    let mut book = Book::new(3);
    book.set("head", "2021-12", "u1", "head", 50)
        .set("head", "2022-01", "u1", "head", 52)
        .set("head", "2022-02", "u2", "head", 10)
        .edit("head", "2022-02", "u2", |it| it.as_of = Some(date("2022-02-20")));
    book.ask("2022-03-10", |scope| {
        let span = total(scope, &"head".into(), &cells(&["head"]), &period("2022"));
        assert_eq!(span.count(), 62);
        assert_eq!(ids(&span.coverage.partial), ["u1"]);
        assert_eq!(span.as_of, Some(date("2022-02-20")));
        assert_eq!(span.as_of_earliest, Some(date("2022-01-31")));
        let latest = Operand::Cells {
            cells: vec!["head".into()],
            form: None,
            latest: true,
        };
        let back = total(scope, &"head".into(), &latest, &period("2022-01"));
        assert_eq!(back.count(), 52);
        assert_eq!(ids(&back.coverage.missing), ["u2", "u3"]);
    });
}

#[test]
fn an_empty_grade_beside_a_filled_one_is_zero_but_an_audience_is_not() {
    let mut book = Book::new(2);
    book.drive("d", "2022-01-01", "2022-01-10");
    book.set("study", "drive:d", "u1", "grades.good", 7)
        .set("study", "drive:d", "u1", "attended.members", 7);
    book.ask("2022-03-10", |scope| {
        let of = |key: &str| total(scope, &"study".into(), &cells(&[key]), &period("drive:d"));
        assert_eq!(of("grades.excellent").quantity, Some(Quantity::exact(0)));
        assert_eq!(of("attended.staff").quantity, None);
        assert_eq!(of("attended.members").counting_unit, Some("members".into()));
        let year = total(scope, &"study".into(), &cells(&["grades"]), &period("2022"));
        assert_eq!(year.count(), 7);
    });
}

#[test]
fn a_unit_that_ended_keeps_its_figures_and_is_not_chased() {
    let mut book = Book::new(2);
    let mut gone = Unit::new("old", Some("b".into()), UnitKind::GrassrootsCell, "Old");
    gone.valid_to = Some(date("2022-02-10"));
    book.put(&gone).set("month", "2022-01", "old", "admitted", 3);
    book.ask("2022-04-10", |scope| {
        let total = total(scope, &"month".into(), &cells(&["admitted"]), &period("2022"));
        assert_eq!(total.count(), 3);
        assert_eq!(ids(&total.coverage.expected), ["u1", "u2", "old"]);
        assert_eq!(ids(&total.coverage.missing), ["u1", "u2"]);
        assert!(total.coverage.partial.is_empty());
    });
}

#[test]
fn a_qualifier_travels_with_the_sum() {
    let mut book = Book::new(2);
    let about = Cell {
        qualifier: Qualifier::MoreThan,
        ..Cell::from(CellValue::Count(40))
    };
    book.cell("month", "2022-01", "u1", "admitted", about)
        .set("month", "2022-01", "u2", "admitted", 2);
    book.ask("2022-02-10", |scope| {
        let total = total(scope, &"month".into(), &cells(&["admitted"]), &period("2022-01"));
        let quantity = total.quantity.unwrap();
        assert_eq!((quantity.count, quantity.qualifier), (42, Qualifier::MoreThan));
    });
}

#[test]
fn last_year_is_cut_at_the_same_day() {
    let mut book = Book::new(1);
    for (month, count) in [("2021-01", 4), ("2021-02", 6), ("2022-01", 6), ("2022-02", 6)] {
        book.set("month", month, "u1", "admitted", count);
    }
    book.ask("2022-01-31", |scope| {
        let both = year_on_year(scope, &"month".into(), &cells(&["admitted"]), &period("2022")).unwrap();
        assert_eq!((both.before.count(), both.now.count()), (4, 6));
        assert_eq!(both.change, Some(Percent::from_hundredths(50_00)));
    });
}

#[test]
fn sectors_come_in_the_list_order() {
    let mut book = Book::new(4);
    for (unit, count) in [("u1", 1), ("u2", 2), ("u4", 4)] {
        book.set("month", "2022-01", unit, "admitted", count);
    }
    book.ask("2022-02-10", |scope| {
        let rows = by_sector(scope, &"month".into(), &cells(&["admitted"]), &period("2022-01"));
        let counts: Vec<_> = rows
            .iter()
            .map(|(id, total)| (id.as_ref().unwrap().as_str(), total.count()))
            .collect();
        assert_eq!(counts, [("s1", 5), ("s2", 2), ("s3", 0)]);
        assert_eq!(rows[2].1.quantity, None);
    });
}

/// A random tree: each unit hangs below an earlier one or the root, and some report.
fn tree() -> impl Strategy<Value = Vec<(usize, Option<u64>, bool)>> {
    proptest::collection::vec((0usize..100, proptest::option::of(0u64..10_000), any::<bool>()), 1..40)
}

fn book_of(tree: &[(usize, Option<u64>, bool)]) -> Book {
    let mut book = Book::new(0);
    for (at, (parent, count, bad)) in tree.iter().enumerate() {
        let above = match parent % (at + 1) {
            0 => "b".to_owned(),
            n => format!("t{}", n - 1),
        };
        let id = format!("t{at}");
        let above = Some(above.as_str().into());
        book.put(&Unit::new(id.as_str(), above, UnitKind::GrassrootsCell, id.as_str()));
        if let Some(count) = count {
            book.set("month", "2022-01", &id, "admitted", *count);
        } else if *bad {
            book.bad("month", "2022-01", &id, "admitted");
        }
    }
    book
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn children_add_up_to_the_parent_everywhere(tree in tree()) {
        let book = book_of(&tree);
        let ledger = book.ledger();
        let scope = Scope::whole(&ledger, &book.catalogue, date("2022-02-10"));
        for unit in ledger.units.iter() {
            let here = scope.at(&unit.id);
            let (form, operand, of) = ("month".into(), cells(&["admitted"]), period("2022-01"));
            let whole = total(&here, &form, &operand, &of);
            let parts = by_child(&here, &form, &operand, &of);
            prop_assert_eq!(parts.iter().map(|(_, part)| part.count()).sum::<u64>(), whole.count());
            let missing: usize = parts.iter().map(|(_, part)| part.coverage.missing.len()).sum();
            prop_assert_eq!(missing, whole.coverage.missing.len());
            for (child, part) in parts.iter().filter(|(child, _)| *child != unit.id) {
                prop_assert_eq!(part, &total(&scope.at(child), &form, &operand, &of));
            }
        }
    }

    #[test]
    fn invalid_cells_change_no_total(tree in tree()) {
        let with = book_of(&tree);
        let without: Vec<_> = tree.iter().map(|(parent, count, _)| (*parent, *count, false)).collect();
        let bad = tree.iter().filter(|(_, count, bad)| count.is_none() && *bad).count();
        let ask = |book: &Book| book.ask("2022-02-10", |scope| {
            total(scope, &"month".into(), &cells(&["admitted"]), &period("2022-01"))
        });
        let (with, without) = (ask(&with), ask(&book_of(&without)));
        prop_assert_eq!(with.quantity, without.quantity);
        prop_assert_eq!(with.coverage, without.coverage);
        prop_assert_eq!((with.invalid, without.invalid), (bad, 0));
    }

    #[test]
    fn units_and_sectors_add_up(counts in proptest::collection::vec(proptest::option::of(0u64..1000), 1..20)) {
        let mut book = Book::new(counts.len());
        for (at, count) in counts.iter().enumerate().filter_map(|(at, count)| Some((at, (*count)?))) {
            book.set("month", "2022-01", &format!("u{}", at + 1), "admitted", count);
        }
        book.ask("2022-02-10", |scope| {
            let (form, operand, of) = ("month".into(), cells(&["admitted"]), period("2022-01"));
            let whole = total(scope, &form, &operand, &of);
            let units: u64 = by_unit(scope, &form, &operand, &of).iter().map(|(_, it)| it.count()).sum();
            let sectors: u64 = by_sector(scope, &form, &operand, &of).iter().map(|(_, it)| it.count()).sum();
            prop_assert_eq!((units, sectors), (whole.count(), whole.count()));
            prop_assert_eq!(whole.count(), counts.iter().flatten().sum::<u64>());
            Ok(())
        })?;
    }
}

#[test]
fn a_level_counts_the_units_that_have_it() {
    let mut book = Book::new(5);
    for (unit, level) in [("u1", "good"), ("u2", "excellent"), ("u3", "good")] {
        let level = Cell::from(CellValue::Level(level.into()));
        book.cell("year", "2022", unit, "quality", level);
    }
    book.bad("year", "2022", "u4", "quality");
    book.ask("2023-02-01", |scope| {
        let of = |key: &str| total(scope, &"year".into(), &cells(&[key]), &period("2022"));
        let counts = ["quality.excellent", "quality.good", "quality.fair", "quality"].map(|key| of(key).count());
        assert_eq!(counts, [1, 2, 0, 3]);
        // u4's text is not understood: told once, and missing as u5 is.
        let all = of("quality");
        assert_eq!((all.invalid, ids(&all.coverage.missing)), (1, vec!["u4", "u5"]));
        let by_level = by_option(scope, &"year".into(), &"quality".into(), &period("2022"));
        let by_level: Vec<_> = by_level
            .iter()
            .map(|(column, total)| (column.key.as_str(), total.count()))
            .collect();
        assert_eq!(
            by_level,
            [("quality.excellent", 1), ("quality.good", 2), ("quality.fair", 0)]
        );
    });
}

#[test]
fn a_unit_that_is_not_asked_is_not_missing() {
    let mut book = Book::new(3);
    book.put(&Unit::new("m", Some("b".into()), UnitKind::GrassrootsCommittee, "M"));
    let mut form = book.catalogue.form(&"year".into()).unwrap().clone();
    let mut some = form.sections[0].clone();
    form.sections[0].measures.retain(|id| id.as_str() != "best_ones");
    some.measures = vec!["best_ones".into()];
    some.only.unit_kinds = vec![UnitKind::GrassrootsCell];
    form.sections.push(some);
    book.catalogue.merge(Part {
        forms: vec![form],
        ..Part::default()
    });
    book.set("year", "2022", "u1", "best_ones", 2);
    let ask = |book: &Book, key: &str| {
        book.ask("2023-06-01", |scope| {
            total(scope, &"year".into(), &cells(&[key]), &period("2022")).coverage
        })
    };
    assert_eq!(ids(&ask(&book, "rated").expected), ["u1", "u2", "u3", "m"]);
    let best = ask(&book, "best_ones");
    assert_eq!(
        (ids(&best.expected), ids(&best.missing)),
        (vec!["u1", "u2", "u3"], vec!["u2", "u3"])
    );
    // What stands there all the same is counted.
    book.set("year", "2022", "m", "best_ones", 5);
    assert_eq!(ask(&book, "best_ones").expected(), 4);
}
