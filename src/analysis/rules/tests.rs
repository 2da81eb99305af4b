#![allow(clippy::unwrap_used)]

mod caps;
mod timing;

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
