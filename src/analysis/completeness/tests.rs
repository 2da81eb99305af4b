#![allow(clippy::unwrap_used)]

use super::super::fixture::*;
use super::*;
use crate::model::closing::{Closing, Reopening};
use crate::model::id::FormId;
use crate::model::profile::{BlocKind, Profile};
use proptest::prelude::*;

fn submit(book: &mut Book, unit: &str, on: &str) {
    book.set("month", "2022-01", unit, "admitted", 1)
        .edit("month", "2022-01", unit, |it| {
            it.status = ReturnStatus::Submitted;
            it.submitted_on = Some(date(on));
        });
}

#[test]
fn every_state_has_its_day() {
    let mut book = Book::new(7);
    submit(&mut book, "u1", "2022-02-05");
    submit(&mut book, "u2", "2022-02-06");
    book.set("month", "2022-01", "u3", "admitted", 0);
    book.edit("month", "2022-01", "u4", |it| it.status = ReturnStatus::Accepted)
        .edit("month", "2022-01", "u5", |it| {
            it.status = ReturnStatus::SentBack("thiếu tháng".into());
        })
        .edit("month", "2022-01", "u6", |it| it.status = ReturnStatus::Draft);
    let states = |today: &str| {
        book.ask(today, |scope| {
            let rows = of_form(scope, &"month".into(), &period("2022-01")).rows;
            rows.into_iter().map(|(_, state)| state).collect::<Vec<_>>()
        })
    };
    use ReturnState::*;
    assert_eq!(
        states("2022-02-06"),
        [Submitted, SubmittedLate, Draft, Accepted, SentBack, Late, Late]
    );
    assert_eq!(states("2022-02-05")[5..], [Missing, Missing]);
    assert_eq!(states("2022-01-30")[5..], [NotDue, NotDue]);
}

#[test]
fn the_ones_to_call_are_those_not_in_though_due() {
    let mut book = Book::new(3);
    submit(&mut book, "u1", "2022-02-05");
    book.set("month", "2022-01", "u2", "admitted", 0);
    book.ask("2022-03-01", |scope| {
        let state = of_form(scope, &"month".into(), &period("2022-01"));
        let calls: Vec<_> = state.outstanding().iter().map(|unit| unit.as_str()).collect();
        assert_eq!(calls, ["u2", "u3"]);
        assert!(state.is_overdue() && !state.is_complete());
        assert_eq!((state.handed_in(), state.begun(), state.expected()), (1, 2, 3));
    });
}

#[test]
fn nobody_is_late_with_what_is_closed() {
    let mut book = Book::new(2);
    submit(&mut book, "u1", "2022-02-05");
    let mut closing = Closing {
        id: "c1".into(),
        period: period("2022-01"),
        forms: Vec::new(),
        at_ms: 0,
        by: "Văn phòng".into(),
        note: String::new(),
        reopened: None,
    };
    let late = |book: &Book| {
        book.ask("2022-02-20", |scope| {
            let found = due_forms(scope).into_iter();
            let overdue = found.filter(|it| it.urgency == Urgency::Overdue);
            let named: Vec<String> = overdue.map(|it| format!("{} {}", it.form, it.period)).collect();
            let of = of_form(scope, &"month".into(), &period("2022-01"));
            (named, of.rows[1].1, of.is_overdue(), of.outstanding().len())
        })
    };
    let open = (
        vec!["month 2022-01".to_owned(), "head 2022-01".to_owned()],
        ReturnState::Late,
        true,
        1,
    );
    assert_eq!(late(&book), open);
    book.put(&closing);
    assert_eq!(late(&book), (Vec::new(), ReturnState::Missing, false, 0));
    // What is not in is still counted as not in.
    book.ask("2022-02-20", |scope| {
        let of = of_form(scope, &"month".into(), &period("2022-01"));
        assert_eq!((of.closed, of.handed_in(), of.expected()), (true, 1, 2));
    });
    closing.reopened = Some(Reopening {
        at_ms: 1,
        by: "Văn phòng".into(),
        reason: "bổ sung".into(),
    });
    book.put(&closing);
    assert_eq!(late(&book), open);
}

#[test]
fn due_forms_are_open_soon_or_overdue() {
    let mut book = Book::new(1);
    book.drive("d", "2022-01-10", "2022-01-20")
        .drive("ahead", "2022-06-01", "2022-06-20")
        .set("year", "2020", "u1", "rated", 1)
        .set("study", "drive:d", "u1", "copies", 1);
    book.ask("2022-02-03", |scope| {
        let found = due_forms(scope);
        let rows: Vec<_> = found
            .iter()
            .map(|it| (it.form.as_str(), it.period.to_string(), it.urgency))
            .collect();
        let row = |form, period: &str, urgency| (form, period.to_owned(), urgency);
        assert_eq!(
            rows,
            [
                row("year", "2021", Urgency::Overdue),
                row("study", "drive:d", Urgency::Overdue),
                row("month", "2022-01", Urgency::Soon),
                row("head", "2022-01", Urgency::Soon),
                row("month", "2022-02", Urgency::Soon),
                row("head", "2022-02", Urgency::Soon),
                row("year", "2022", Urgency::Open),
            ]
        );
    });
}

#[test]
fn a_drive_is_told_of_for_a_season_and_the_last_one_for_a_year() {
    let mut book = Book::new(2);
    book.drive("old", "2021-05-01", "2021-05-31")
        .drive("last", "2021-11-01", "2021-11-30");
    for drive in ["drive:old", "drive:last"] {
        book.set("study", drive, "u1", "copies", 1);
    }
    let told = |today: &str| {
        book.ask(today, |scope| {
            let found = due_forms(scope).into_iter();
            let late = found.filter(|it| it.form.as_str() == "study" && it.urgency == Urgency::Overdue);
            late.map(|it| it.period.to_string()).collect::<Vec<_>>()
        })
    };
    assert_eq!(told("2021-08-29"), ["drive:old"]);
    assert_eq!(told("2022-01-15"), ["drive:last"]);
    assert_eq!(told("2022-12-01"), ["drive:last"]);
    assert_eq!(told("2022-12-02"), Vec::<String>::new());
}

#[test]
fn nobody_is_chased_for_a_time_before_the_books() {
    let overdue = |book: &Book| {
        book.ask("2022-03-20", |scope| {
            let found = due_forms(scope);
            let late = found.iter().filter(|it| it.urgency == Urgency::Overdue);
            late.map(|it| format!("{} {}", it.form, it.period)).collect::<Vec<_>>()
        })
    };
    let mut book = Book::new(1);
    assert_eq!(overdue(&book), Vec::<String>::new());
    // The head count began in March; the other monthly form has never been used, so the bloc's books decide.
    book.set("head", "2022-03", "u1", "head", 5);
    assert_eq!(overdue(&book), Vec::<String>::new());
    book.set("year", "2022", "u1", "rated", 5);
    assert_eq!(overdue(&book), ["month 2022-02"]);
}

#[test]
fn a_form_that_the_bloc_does_not_use_is_asked_of_nobody() {
    let asked = |book: &Book| {
        book.ask("2022-03-20", |scope| {
            let mut forms: Vec<String> = due_forms(scope).iter().map(|it| it.form.to_string()).collect();
            forms.dedup();
            forms
        })
    };
    let mut book = Book::new(1);
    book.set("year", "2021", "u1", "rated", 5)
        .set("month", "2022-01", "u1", "admitted", 5);
    assert!(asked(&book).contains(&"month".to_owned()));
    let profile = |forms: &[&str]| Profile {
        name: "B".into(),
        short_name: String::new(),
        kind: BlocKind::default(),
        term: period("2020..2025"),
        seen_on: None,
        demo: false,
        opens_on: None,
        forms: forms.iter().map(|id| FormId::new(*id)).collect(),
    };
    let all = asked(&book);
    book.put(&profile(&[]));
    assert_eq!(asked(&book), all);
    book.put(&profile(&["year"]));
    assert_eq!(asked(&book), ["year"]);
    // What was entered stays in the figures.
    book.ask("2022-03-20", |scope| {
        let of = of_form(scope, &"month".into(), &period("2022-01"));
        assert_eq!(of.begun(), 1);
    });
}

#[test]
fn a_form_asked_for_another_kind_of_period_has_no_rows() {
    Book::new(2).ask("2022-02-03", |scope| {
        assert!(of_form(scope, &"month".into(), &period("2022")).rows.is_empty());
        assert!(of_form(scope, &"none".into(), &period("2022-01")).rows.is_empty());
    });
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn the_counts_add_up(states in proptest::collection::vec(0u8..5, 1..12), day in 0i64..60) {
        let mut book = Book::new(states.len());
        for (at, state) in states.iter().enumerate() {
            let unit = format!("u{}", at + 1);
            let status = match state {
                0 => continue,
                1 => ReturnStatus::Draft,
                2 => ReturnStatus::Submitted,
                3 => ReturnStatus::Accepted,
                4 => ReturnStatus::Amended,
                _ => ReturnStatus::SentBack(String::new()),
            };
            book.set("month", "2022-01", &unit, "admitted", 1)
                .edit("month", "2022-01", &unit, |it| it.status = status);
        }
        let today = date("2022-01-10").plus_days(day).to_string();
        book.ask(&today, |scope| {
            let state = of_form(scope, &"month".into(), &period("2022-01"));
            let sum: usize = ReturnState::ALL.iter().map(|of| state.count(*of)).sum();
            prop_assert_eq!(sum, state.expected());
            prop_assert_eq!(state.expected(), states.len());
            let not_due = state.count(ReturnState::NotDue);
            prop_assert_eq!(state.outstanding().len() + state.handed_in() + not_due, state.expected());
            Ok(())
        })?;
    }
}
