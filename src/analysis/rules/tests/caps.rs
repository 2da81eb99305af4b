//! Rules over a share of a figure: of some years, of some units, over each unit, sector, parent or the whole.

use super::*;
use proptest::prelude::*;

/// A cap on the best in the yearly form of the fixture: at most so many percent of `of`, for some years.
fn capped(book: &mut Book, id: &str, percent: i64, of: &[&str], years: (i32, i32), over: &str) {
    let label = serde_json::json!({"vi": "x"});
    let rule = serde_json::json!({"rules": [{"id": id, "form": "year", "left": {"cells": ["best_ones"]},
        "comparison": "<=", "right": {"cells": of}, "share": percent * 100, "scope": over,
        "valid_from": years.0, "valid_to": years.1, "severity": "warning", "label": label, "remedy": label}]});
    book.catalogue.merge(Part::from_json(&rule).unwrap());
}

/// Units that each rated `best` and `good` of `rated`, in 2022 and in 2023.
fn rated(units: usize, best: u64, good: u64, rated: u64) -> Book {
    let mut book = Book::new(units);
    for (unit, year) in (1..=units).flat_map(|at| [(at, "2022"), (at, "2023")]) {
        let unit = format!("u{unit}");
        book.set("year", year, &unit, "best_ones", best)
            .set("year", year, &unit, "good_ones", good)
            .set("year", year, &unit, "rated", rated);
    }
    book
}

#[test]
fn a_cap_of_one_year_is_not_that_of_another() {
    let mut book = rated(1, 5, 20, 30);
    capped(&mut book, "old", 20, &["good_ones"], (2020, 2022), "unit");
    capped(&mut book, "new", 25, &["good_ones"], (2023, 2025), "unit");
    book.ask("2024-06-01", |scope| {
        let found = findings(scope, &period("2020..2025"));
        assert_eq!(keys(&found), ["rule/old/year/2022/u1"]);
        assert_eq!(found[0].share, Some(Percent::from_hundredths(20_00)));
        assert_eq!(
            (found[0].left, found[0].right),
            (Some(StatedValue::Count(5)), Some(StatedValue::Count(20)))
        );
        assert_eq!(found[0].over, None);
    });
}

#[test]
fn the_denominator_decides() {
    for (of, breaks) in [
        (vec!["rated"], false),
        (vec!["good_ones"], true),
        (vec!["best_ones", "good_ones"], false),
    ] {
        let mut book = rated(1, 5, 20, 30);
        capped(&mut book, "cap", 20, &of, (2022, 2022), "unit");
        book.ask("2024-06-01", |scope| {
            assert_eq!(!findings(scope, &period("2022")).is_empty(), breaks, "{of:?}");
        });
    }
}

#[test]
fn a_cap_of_the_whole_is_of_the_sum_and_says_over_whom() {
    // One of three units is far above the cap; the three together are at it exactly, then above.
    let mut book = rated(3, 0, 10, 10);
    capped(&mut book, "cap", 20, &["rated"], (2022, 2022), "whole");
    book.set("year", "2022", "u1", "best_ones", 6);
    book.ask("2024-06-01", |scope| assert_eq!(findings(scope, &period("2022")), []));
    book.set("year", "2022", "u2", "best_ones", 1)
        .bad("year", "2022", "u3", "rated");
    book.ask("2024-06-01", |scope| {
        let found = of_form(scope, &"year".into(), &period("2022"));
        let found: Vec<_> = found.iter().filter(|it| it.over.is_some()).collect();
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].key, "rule/cap/year/2022/b");
        // The unit whose figure could not be read is in neither sum.
        assert_eq!(found[0].figures(), "7 | 20");
        let over = Over {
            sector: None,
            reported: 2,
            expected: 3,
        };
        assert_eq!(found[0].over, Some(over));
        // A part of the bloc is not held against what holds for the whole.
        let unit = of_form(&scope.at(&"u1".into()), &"year".into(), &period("2022"));
        assert_eq!(unit, []);
        let sector = scope.in_sector(Some("s1".into()));
        assert_eq!(of_form(&sector, &"year".into(), &period("2022")), []);
    });
}

#[test]
fn a_cap_of_each_sector_or_parent_names_it() {
    let mut book = rated(4, 1, 10, 10);
    capped(&mut book, "sector", 20, &["rated"], (2022, 2022), "sector");
    capped(&mut book, "parent", 20, &["rated"], (2022, 2022), "parent");
    // u1 and u4 are of one sector: 5 of 20.
    book.set("year", "2022", "u4", "best_ones", 4);
    book.ask("2024-06-01", |scope| {
        assert_eq!(keys(&findings(scope, &period("2022"))), ["rule/sector/year/2022/b/s1"]);
        let own = scope.in_sector(Some("s1".into()));
        assert_eq!(
            keys(&of_form(&own, &"year".into(), &period("2022"))),
            ["rule/sector/year/2022/b/s1"]
        );
    });
    book.set("year", "2022", "u3", "best_ones", 4);
    book.ask("2024-06-01", |scope| {
        let found = findings(scope, &period("2022"));
        assert_eq!(
            keys(&found),
            [
                "rule/sector/year/2022/b/s1",
                "rule/sector/year/2022/b/s3",
                "rule/parent/year/2022/b"
            ]
        );
    });
}

#[test]
fn a_rule_of_some_kinds_or_sectors_asks_nobody_else() {
    for (only, expected) in [
        (serde_json::json!({}), vec!["u1", "u2", "m"]),
        (serde_json::json!({"unit_kinds": ["grassroots_cell"]}), vec!["u1", "u2"]),
        (serde_json::json!({"unit_kinds": ["grassroots_committee"]}), vec!["m"]),
        (serde_json::json!({"sectors": ["s2"]}), vec!["u2"]),
    ] {
        let mut book = rated(2, 5, 5, 9);
        book.put(&Unit::new("m", Some("b".into()), UnitKind::GrassrootsCommittee, "M"))
            .set("year", "2022", "m", "best_ones", 3)
            .set("year", "2022", "m", "rated", 1);
        let label = serde_json::json!({"vi": "x"});
        let rule = serde_json::json!({"rules": [{"id": "few", "form": "year", "left": {"cells": ["best_ones"]},
            "comparison": "<=", "right": {"cells": ["rated"]}, "share": 2000, "only": only,
            "severity": "warning", "label": label, "remedy": label}]});
        book.catalogue.merge(Part::from_json(&rule).unwrap());
        book.ask("2023-06-01", |scope| {
            let found = findings(scope, &period("2022"));
            let units: Vec<&str> = found.iter().map(|finding| finding.unit.as_str()).collect();
            assert_eq!(units, expected);
        });
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// A rule speaks of the years of its validity and of no other, whatever the figures.
    #[test]
    fn a_year_outside_validity_has_no_finding(
        from in 2019i32..2025, length in 0i32..4, year in 2018i32..2028, best in 1u64..50, whole in any::<bool>(),
    ) {
        let mut book = Book::new(2);
        for unit in ["u1", "u2"] {
            book.set("year", &year.to_string(), unit, "best_ones", best)
                .set("year", &year.to_string(), unit, "rated", best);
        }
        let over = if whole { "whole" } else { "unit" };
        capped(&mut book, "cap", 20, &["rated"], (from, from + length), over);
        book.ask("2029-06-01", |scope| {
            let found = findings(scope, &Period::Year(year));
            let valid = (from..=from + length).contains(&year);
            let expected = if !valid { 0 } else if whole { 1 } else { 2 };
            prop_assert_eq!(found.len(), expected);
            Ok(())
        })?;
    }
}
