//! What time has to do with: sudden changes, a whole that is not there yet, dates outside of their period.

use super::*;

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
