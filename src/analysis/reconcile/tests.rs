#![allow(clippy::unwrap_used)]

use super::super::fixture::*;
use super::*;
use crate::model::document::DocumentRef;
use crate::model::returns::Cell;
use crate::model::text::Text;
use crate::model::unit::UnitKind;

fn statement(id: &str, subject: Subject, value: StatedValue) -> Statement {
    Statement {
        id: id.into(),
        unit: "b".into(),
        period: period("2022"),
        subject,
        value,
        qualifier: Qualifier::Exact,
        part_of: None,
        on: None,
        source: DocumentRef {
            date: Some(date("2023-01-10")),
            ..DocumentRef::default()
        },
    }
}

fn units() -> Subject {
    Subject::Units {
        kinds: vec![UnitKind::GrassrootsCommittee, UnitKind::GrassrootsCell],
    }
}

fn good(averaging: Option<Averaging>) -> Subject {
    Subject::Indicator {
        indicator: "good".into(),
        averaging,
    }
}

fn percent(hundredths: i64) -> StatedValue {
    StatedValue::Percent(Percent::from_hundredths(hundredths))
}

fn only(book: &Book, id: &str) -> Reconciliation {
    book.ask("2023-02-01", |scope| {
        let all = reconcile(scope);
        all.into_iter().find(|it| it.statement.id.as_str() == id).unwrap()
    })
}

/// Good organisations of two years: 4 of 5, then 5 of 7.
fn two_years() -> Book {
    let mut book = Book::new(1);
    for (year, good, rated) in [("2021", 4, 5), ("2022", 5, 7)] {
        book.set("year", year, "u1", "good_ones", good)
            .set("year", year, "u1", "rated", rated);
    }
    book
}

#[test]
fn parts_that_do_not_add_up_are_told_with_all_four_numbers() {
    let mut book = Book::new(72);
    book.put(&statement("whole", units(), StatedValue::Count(73)));
    for (id, count) in [("cells", 26), ("committees", 46)] {
        let mut part = statement(id, units(), StatedValue::Count(count));
        part.part_of = Some("whole".into());
        book.put(&part);
    }
    let found = only(&book, "whole");
    assert_eq!(found.agreement, Agreement::Differs);
    assert_eq!(
        (found.figure, found.difference),
        (Some(StatedValue::Count(72)), Some(1))
    );
    assert_eq!((found.parts.as_slice(), found.parts_sum), (&[46, 26][..], Some(72)));
    let parts = vec![46, 26];
    assert_eq!(found.likely, [Reason::PartsDoNotAddUp { parts, sum: 72 }]);
}

#[test]
fn qualifiers_are_what_they_say() {
    let agreement = |stated: Count, qualifier: Qualifier| {
        let mut book = Book::new(1);
        book.set("year", "2022", "u1", "rated", 4201);
        let subject = Subject::Cells {
            form: "year".into(),
            cells: vec!["rated".into()],
        };
        let mut said = statement("s", subject, StatedValue::Count(stated));
        said.qualifier = qualifier;
        book.put(&said);
        only(&book, "s").agreement
    };
    assert_eq!(agreement(4200, Qualifier::MoreThan), Agreement::Agrees);
    assert_eq!(agreement(4201, Qualifier::MoreThan), Agreement::Differs);
    assert_eq!(agreement(4201, Qualifier::AtLeast), Agreement::Agrees);
    assert_eq!(agreement(4000, Qualifier::About), Agreement::Differs);
    assert_eq!(agreement(4100, Qualifier::About), Agreement::Agrees);
    assert_eq!(agreement(4200, Qualifier::Exact), Agreement::Differs);
}

#[test]
fn what_is_counted_can_be_qualified_too() {
    let agreement = |counted: Qualifier, stated: Count, said: Qualifier| {
        let mut book = Book::new(1);
        let cell = Cell {
            qualifier: counted,
            ..Cell::count(4200)
        };
        book.cell("year", "2022", "u1", "rated", cell);
        let subject = Subject::Cells {
            form: "year".into(),
            cells: vec!["rated".into()],
        };
        let mut statement = statement("s", subject, StatedValue::Count(stated));
        statement.qualifier = said;
        book.put(&statement);
        only(&book, "s").agreement
    };
    use Qualifier::{About, AtLeast, Exact, MoreThan};
    assert_eq!(agreement(MoreThan, 4200, MoreThan), Agreement::Agrees);
    assert_eq!(agreement(MoreThan, 4201, Exact), Agreement::Agrees);
    assert_eq!(agreement(MoreThan, 4200, Exact), Agreement::Differs);
    assert_eq!(agreement(AtLeast, 4200, Exact), Agreement::Agrees);
    assert_eq!(agreement(AtLeast, 4199, Exact), Agreement::Differs);
    assert_eq!(agreement(About, 4250, Exact), Agreement::Agrees);
}

#[test]
fn the_averaging_method_explains_a_stated_percentage() {
    let mut book = two_years();
    for (id, averaging) in [("silent", None), ("said", Some(Averaging::MeanOfRates))] {
        let mut said = statement(id, good(averaging), percent(75_70));
        said.period = period("2020..2025");
        said.on = Some(date("2022-12-31"));
        book.put(&said);
    }
    let silent = only(&book, "silent");
    assert_eq!((silent.agreement, silent.difference), (Agreement::Differs, Some(70)));
    assert_eq!(silent.likely, [Reason::AveragingMethod(Averaging::MeanOfRates)]);
    assert_eq!(only(&book, "said").agreement, Agreement::Agrees);
}

#[test]
fn a_percentage_is_compared_at_its_own_decimals() {
    let at = |stated: i64| {
        let mut book = two_years();
        book.put(&statement("s", good(None), percent(stated)));
        only(&book, "s")
    };
    // 5/7 = 71,428… %
    assert_eq!(at(71_40).agreement, Agreement::Agrees);
    assert_eq!(at(71_43).agreement, Agreement::Agrees);
    let cut = at(71_42);
    assert_eq!(
        (cut.agreement, cut.likely),
        (Agreement::Differs, vec![Reason::Rounding])
    );
    assert_eq!(at(60_00).likely, []);
}

#[test]
fn missing_units_and_their_denominator_are_named() {
    let mut book = Book::new(2);
    for (key, count) in [("rated", 10), ("good_ones", 8)] {
        book.set("year", "2022", "u1", key, count);
    }
    book.set("year", "2022", "u2", "rated", 6);
    // u2's empty count beside a filled one of another measure is not a zero.
    book.put(&statement("s", good(None), percent(50_00)));
    let found = only(&book, "s");
    assert_eq!(
        found.likely,
        [
            Reason::OtherDenominator { denominator: 16 },
            Reason::MissingUnits(vec!["u2".into()])
        ]
    );
}

#[test]
fn what_has_no_counts_is_not_compared() {
    let mut book = Book::new(1);
    let name = Text::new("Đại hội XVII", "");
    book.put(&statement("named", Subject::Named { name }, percent(10_000)))
        .put(&statement("empty", good(None), percent(10_000)));
    let mut plan = statement("plan", units(), StatedValue::Count(7));
    plan.on = Some(date("2023-08-31"));
    book.put(&plan);
    for id in ["named", "empty"] {
        let found = only(&book, id);
        assert_eq!((found.agreement, found.computed), (Agreement::NotComparable, None));
        assert_eq!(found.likely, [Reason::NoCounts]);
    }
    let plan = only(&book, "plan");
    assert_eq!(
        (plan.agreement, plan.realisation),
        (Agreement::NotComparable, Realisation::Planned)
    );
    assert_eq!(plan.likely, []);
}
