#![allow(clippy::unwrap_used)]

use super::super::fixture::*;
use super::*;
use crate::catalogue::Part;
use crate::model::document::DocumentRef;
use crate::model::from_json::FromJson;
use crate::model::indicator::Comparison;
use crate::model::quantity::{Qualifier, Quantity};
use crate::model::statement::{Statement, Subject};
use crate::model::target::{Relation, Target, TargetValue};
use crate::model::unit::{Unit, UnitKind};
use proptest::prelude::*;

fn keys(found: &[Finding]) -> Vec<&str> {
    found.iter().map(|finding| finding.key.as_str()).collect()
}

fn study() -> Book {
    let mut book = Book::new(3);
    book.drive("d", "2022-01-01", "2022-01-10");
    for (unit, invited, attended) in [("u1", 10, 10), ("u2", 10, 12), ("u3", 9, 8)] {
        book.set("study", "drive:d", unit, "invited.members", invited).set(
            "study",
            "drive:d",
            unit,
            "attended.members",
            attended,
        );
    }
    book
}

#[test]
fn a_rule_names_the_unit_the_cells_and_both_sides() {
    let mut book = study();
    book.set("head", "2021-12", "u3", "head", 8);
    book.ask("2022-02-01", |scope| {
        let found = of_form(scope, &"study".into(), &period("2022"));
        assert_eq!(
            keys(&found),
            ["rule/attended/study/drive:d/u2", "rule/head/study/drive:d/u3"]
        );
        assert_eq!(found[0].left, Some(StatedValue::Count(12)));
        assert_eq!(found[0].right, Some(StatedValue::Count(10)));
        assert_eq!(found[0].cells, ["attended.members".into(), "invited.members".into()]);
        assert_eq!(
            (found[0].severity, found[1].severity),
            (Severity::Error, Severity::Warning)
        );
        let one = of_form(&scope.at(&"u3".into()), &"study".into(), &period("drive:d"));
        assert_eq!(keys(&one), ["rule/head/study/drive:d/u3"]);
    });
}

#[test]
fn an_empty_side_is_not_compared_and_invalid_input_is_told() {
    let mut book = study();
    book.bad("study", "drive:d", "u2", "invited.members");
    book.edit("study", "drive:d", "u1", |it| {
        it.cells.remove::<CellKey>(&"invited.members".into());
    });
    book.ask("2022-02-01", |scope| {
        let found = of_form(scope, &"study".into(), &period("drive:d"));
        assert_eq!(
            keys(&found),
            [
                "invalid/study/drive:d/u2/invited.members",
                "rule/attended/study/drive:d/u1/missing"
            ]
        );
        let typed = "1.5".to_owned();
        assert_eq!(found[0].kind, FindingKind::InvalidInput { typed });
    });
}

fn explained(figures: &str) -> Explanation {
    Explanation {
        finding: "rule/attended/study/drive:d/u2".into(),
        unit: "u2".into(),
        text: "Hai đảng viên mới chuyển đến".into(),
        figures: figures.into(),
    }
}

#[test]
fn an_explanation_stays_with_its_figures() {
    let mut book = study();
    book.put(&explained("12 | 10"));
    book.ask("2022-02-01", |scope| {
        let found = findings(scope, &period("2022"));
        assert_eq!(found.len(), 1);
        assert!(!found[0].is_open());
        assert_eq!(found[0].figures(), "12 | 10");
        assert_eq!(found[0].earlier_explanation(), None);
    });
}

#[test]
fn other_figures_open_it_again_with_what_was_explained() {
    let mut book = study();
    book.put(&explained("12 | 10"))
        .set("study", "drive:d", "u2", "attended.members", 50);
    book.ask("2022-02-01", |scope| {
        let found = findings(scope, &period("2022"));
        assert!(found[0].is_open());
        assert_eq!(found[0].earlier_explanation(), Some(&explained("12 | 10")));
    });
    book.set("study", "drive:d", "u2", "attended.members", 10);
    book.ask("2022-02-01", |scope| assert_eq!(findings(scope, &period("2022")), []));
}

#[test]
fn a_figure_known_roughly_breaks_a_rule_only_where_it_cannot_hold() {
    let rough = |count, qualifier| Quantity { count, qualifier };
    let exact = Quantity::exact;
    let can_hold = |comparison, left, right| broken::can_hold(comparison, None, left, right);
    let at_most = |left, right| can_hold(Comparison::AtMost, left, right);
    assert!(at_most(exact(45), rough(40, Qualifier::MoreThan)));
    assert!(!at_most(rough(45, Qualifier::AtLeast), exact(44)));
    assert!(at_most(exact(104), rough(100, Qualifier::About)));
    assert!(!at_most(exact(106), rough(100, Qualifier::About)));
    assert!(!can_hold(Comparison::Equal, exact(7), exact(8)));
    assert!(can_hold(Comparison::Equal, exact(9), rough(8, Qualifier::MoreThan)));
    assert!(!can_hold(Comparison::AtLeast, exact(7), exact(8)));
}

#[test]
fn a_span_tells_each_month_once_in_order() {
    let mut book = Book::new(2);
    book.drive("first", "2022-01-01", "2022-01-10")
        .drive("later", "2022-03-01", "2022-03-10")
        .set("head", "2021-12", "u1", "head", 5);
    for drive in ["drive:later", "drive:first"] {
        book.set("study", drive, "u1", "invited.members", 9)
            .bad("study", drive, "u2", "copies");
    }
    book.ask("2022-06-01", |scope| {
        let found = of_form(scope, &"study".into(), &period("2022"));
        let expected = [
            "invalid/study/drive:first/u2/copies",
            "rule/head/study/drive:first/u1",
            "invalid/study/drive:later/u2/copies",
            "rule/head/study/drive:later/u1",
        ];
        assert_eq!(keys(&found), expected);
    });
}

#[test]
fn a_broken_tree_is_told() {
    let mut book = Book::new(1);
    let lost = Unit::new("lost", Some("gone".into()), UnitKind::GrassrootsCell, "Lost");
    book.put(&lost);
    book.ask("2022-02-01", |scope| {
        assert_eq!(keys(&findings(scope, &period("2022"))), ["tree/lost"]);
    });
}

fn stated(id: &str, count: Count, whole: Option<&str>) -> Statement {
    Statement {
        id: id.into(),
        unit: "b".into(),
        period: period("2022"),
        subject: Subject::Units {
            kinds: vec![match id {
                "committees" => UnitKind::GrassrootsCommittee,
                _ => UnitKind::GrassrootsCell,
            }],
        },
        value: StatedValue::Count(count),
        qualifier: Qualifier::Exact,
        part_of: whole.map(StatementId::from),
        on: Some(date("2022-11-23")),
        source: DocumentRef::default(),
    }
}

#[test]
fn a_report_is_held_against_the_counts_in_its_own_year_too() {
    let mut book = Book::new(1);
    let mut later = stated("cells", 9, None);
    later.period = period("2020..2025");
    later.on = None;
    later.source.date = Some(date("2022-11-23"));
    book.put(&later);
    book.ask("2022-12-01", |scope| {
        assert_eq!(keys(&findings(scope, &period("2022"))), ["stated/cells"]);
        assert_eq!(findings(scope, &period("2021")), []);
    });
}

fn bloc(committees: usize, cells: usize) -> Book {
    let mut book = Book::new(cells);
    for at in 0..committees {
        let id = format!("c{at}");
        book.put(&Unit::new(
            id.as_str(),
            Some("b".into()),
            UnitKind::GrassrootsCommittee,
            id.as_str(),
        ));
    }
    let mut whole = stated("whole", 73, None);
    whole.subject = Subject::Units {
        kinds: vec![UnitKind::GrassrootsCommittee, UnitKind::GrassrootsCell],
    };
    book.put(&whole)
        .put(&stated("committees", 46, Some("whole")))
        .put(&stated("cells", 26, Some("whole")));
    book
}

#[test]
fn seventy_three_is_not_forty_six_and_twenty_six() {
    bloc(46, 26).ask("2022-12-01", |scope| {
        let found = findings(scope, &period("2022"));
        assert_eq!(keys(&found), ["parts/whole"]);
        assert_eq!(found[0].left, Some(StatedValue::Count(73)));
        assert_eq!(found[0].right, Some(StatedValue::Count(72)));
        assert_eq!(found[0].parts, [46, 26]);
    });
}

#[test]
fn a_third_figure_from_the_tree_is_told_too() {
    bloc(46, 25).ask("2022-12-01", |scope| {
        let found = findings(scope, &period("2022"));
        assert_eq!(keys(&found), ["stated/cells", "parts/whole", "stated/whole"]);
        assert_eq!(found[2].right, Some(StatedValue::Count(71)));
    });
}

#[test]
fn a_target_divided_short_is_a_notice() {
    let mut book = Book::new(2);
    let target = |id: &str, unit: &str, goal: Count, parent: Option<&str>| Target {
        id: id.into(),
        unit: unit.into(),
        period: period("2022"),
        indicator: Some("admitted".into()),
        label: String::new(),
        comparison: Comparison::AtLeast,
        value: TargetValue::Count(goal),
        parent: parent.map(TargetId::from),
        relation: parent.map(|_| Relation::PartOf),
        source: None,
        illustrative: false,
        copied_from: None,
    };
    book.put(&target("all", "b", 10, None))
        .put(&target("one", "u1", 6, Some("all")))
        .put(&target("two", "u2", 3, Some("all")));
    book.ask("2022-12-01", |scope| {
        let found = findings(scope, &period("2022"));
        assert_eq!(keys(&found), ["target/all/units"]);
        assert_eq!(
            (found[0].severity, found[0].parts.as_slice()),
            (Severity::Notice, &[6, 3][..])
        );
        assert_eq!(of_targets(scope, &period("2023")), []);
    });
}

#[test]
fn a_number_of_units_is_taken_below_the_unit_and_none_is_no_figure() {
    let mut book = Book::new(2);
    for (id, parent) in [("c1", "u1"), ("c2", "u1")] {
        book.put(&Unit::new(id, Some(parent.into()), UnitKind::SubordinateCell, id));
    }
    let label = serde_json::json!({"vi": "x"});
    let rule = serde_json::json!({"rules": [{"id": "below", "form": "year", "left": {"cells": ["rated"]},
        "comparison": "<=", "right": {"units": ["subordinate_cell"]}, "severity": "warning",
        "label": label, "remedy": label}]});
    book.catalogue.merge(Part::from_json(&rule).unwrap());
    // u2 has nothing below it in the tree, so there is nothing to compare with.
    book.set("year", "2022", "u1", "rated", 3)
        .set("year", "2022", "u2", "rated", 3);
    book.ask("2023-02-01", |scope| {
        let found = of_form(scope, &"year".into(), &period("2022"));
        assert_eq!(keys(&found), ["rule/below/year/2022/u1"]);
        assert_eq!(found[0].right, Some(StatedValue::Count(2)));
    });
}

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

/// Head counts of two months under two rules about sudden changes, from 10 on.
fn heads(earlier: u64, now: u64) -> Vec<String> {
    let mut book = Book::new(1);
    let rule = |id: &str, comparison: &str, share: u32| {
        serde_json::json!({"id": id, "form": "head", "left": {"cells": ["head"]}, "comparison": comparison,
            "share": share, "right": {"cells": ["head"]}, "before": true, "least": 10, "severity": "warning",
            "label": {"vi": "x"}, "remedy": {"vi": "x"}})
    };
    let rules = serde_json::json!({"rules": [rule("jump", "<=", 30000), rule("drop", ">=", 3333)]});
    book.catalogue.merge(Part::from_json(&rules).unwrap());
    book.set("head", "2022-01", "u1", "head", earlier)
        .set("head", "2022-02", "u1", "head", now);
    book.ask("2022-03-05", |scope| {
        let found = of_form(scope, &"head".into(), &period("2022"));
        found.iter().map(|finding| finding.key.clone()).collect()
    })
}

#[test]
fn a_sudden_change_is_one_from_the_period_before() {
    assert_eq!(heads(20, 61), ["rule/jump/head/2022-02/u1"]);
    assert_eq!(heads(61, 20), ["rule/drop/head/2022-02/u1"]);
    assert_eq!(heads(20, 60), [""; 0]);
    assert_eq!(heads(60, 20), [""; 0]);
    // Of a handful nothing is sudden.
    assert_eq!(heads(2, 9), [""; 0]);
    assert_eq!(heads(2, 10), ["rule/jump/head/2022-02/u1"]);
}

#[test]
fn the_figure_before_is_that_of_the_month_before_and_not_an_older_one() {
    let mut book = Book::new(1);
    let rules = serde_json::json!({"rules": [{"id": "jump", "form": "head", "left": {"cells": ["head"]},
        "comparison": "<=", "share": 30000, "right": {"cells": ["head"]}, "before": true, "severity": "warning",
        "label": {"vi": "x"}, "remedy": {"vi": "x"}}]});
    book.catalogue.merge(Part::from_json(&rules).unwrap());
    book.set("head", "2021-11", "u1", "head", 10)
        .set("head", "2022-01", "u1", "head", 100)
        .set("head", "2021-12", "u1", "head", 30);
    let found = |book: &Book, of: &str| book.ask("2022-03-05", |scope| of_form(scope, &"head".into(), &period(of)));
    let of_month = found(&book, "2022-01");
    assert_eq!(keys(&of_month), ["rule/jump/head/2022-01/u1"]);
    assert_eq!(of_month[0].right, Some(StatedValue::Count(30)));
    book.ask("2022-03-05", |scope| {
        let places = cells::figures(scope, &of_month[0]);
        let periods: Vec<String> = places.iter().map(|place| place.period.to_string()).collect();
        assert_eq!(periods, ["2022-01", "2021-12"]);
    });
    book.edit("head", "2021-12", "u1", |it| it.cells.clear());
    assert_eq!(found(&book, "2022-01"), []);
}

#[test]
fn a_part_without_its_whole_is_told_until_the_whole_is_there() {
    let mut book = Book::new(2);
    book.drive("d", "2022-01-01", "2022-01-10")
        .set("study", "drive:d", "u1", "attended.members", 9)
        .set("study", "drive:d", "u2", "attended.members", 0);
    let found = |book: &Book| {
        book.ask("2022-02-01", |scope| {
            of_form(scope, &"study".into(), &period("drive:d"))
        })
    };
    let missing = found(&book);
    assert_eq!(keys(&missing), ["rule/attended/study/drive:d/u1/missing"]);
    assert_eq!((missing[0].severity, missing[0].right), (Severity::Notice, None));
    assert_eq!(missing[0].figures(), "9");
    book.bad("study", "drive:d", "u1", "invited.members");
    assert_eq!(keys(&found(&book)), ["invalid/study/drive:d/u1/invited.members"]);
    book.set("study", "drive:d", "u1", "invited.members", 9);
    assert_eq!(found(&book), []);
}

#[test]
fn what_lies_outside_of_its_period_is_told() {
    let mut book = Book::new(1);
    book.set("head", "2022-02", "u1", "head", 9)
        .edit("head", "2022-02", "u1", |it| it.as_of = Some(date("2022-03-01")))
        .set("head", "2022-04", "u1", "head", 9);
    let found = |book: &Book, day: &str| book.ask(day, |scope| of_form(scope, &"head".into(), &period("2022")));
    let told = found(&book, "2022-03-31");
    assert_eq!(keys(&told), ["date/head/2022-02/u1", "planned/head/2022-04/u1"]);
    assert_eq!(told[0].kind, FindingKind::DateOutside(date("2022-03-01")));
    assert_eq!(keys(&found(&book, "2022-04-01")), ["date/head/2022-02/u1"]);
    // The last day belongs to the month; a date in a cell is held against a drive's days.
    book.edit("head", "2022-02", "u1", |it| it.as_of = Some(date("2022-02-28")));
    assert_eq!(found(&book, "2022-04-01"), []);
    book.drive("d", "2022-01-01", "2022-01-10");
    let held = |day: &str| crate::model::returns::Cell::from(CellValue::Date(date(day)));
    book.cell("study", "drive:d", "u1", "copies", held("2022-01-10"));
    let of_drive = |book: &Book| {
        book.ask("2022-02-01", |scope| {
            of_form(scope, &"study".into(), &period("drive:d"))
        })
    };
    assert_eq!(of_drive(&book), []);
    book.cell("study", "drive:d", "u1", "copies", held("2022-01-11"));
    assert_eq!(keys(&of_drive(&book)), ["date:copies/study/drive:d/u1"]);
}

#[test]
fn a_sudden_change_of_the_whole_bloc_is_held_against_its_sum_before() {
    let mut book = Book::new(2);
    let rules = serde_json::json!({"rules": [{"id": "jump", "form": "head", "scope": "whole", "left": {"cells": ["head"]},
        "comparison": "<=", "share": 30000, "right": {"cells": ["head"]}, "before": true, "severity": "warning",
        "label": {"vi": "x"}, "remedy": {"vi": "x"}}]});
    book.catalogue.merge(Part::from_json(&rules).unwrap());
    for (unit, earlier, now) in [("u1", 10, 40), ("u2", 5, 6)] {
        book.set("head", "2022-01", unit, "head", earlier)
            .set("head", "2022-02", unit, "head", now);
    }
    book.ask("2022-03-05", |scope| {
        let found = of_form(scope, &"head".into(), &period("2022"));
        assert_eq!(keys(&found), ["rule/jump/head/2022-02/b"]);
        let sides = [Some(StatedValue::Count(46)), Some(StatedValue::Count(15))];
        assert_eq!([found[0].left, found[0].right], sides);
    });
}
