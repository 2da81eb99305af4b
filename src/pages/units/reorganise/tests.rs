#![allow(clippy::unwrap_used)]

mod targets;

use super::super::timeline::{self, Event};
use super::*;
use crate::analysis::aggregate::{by_sector, by_unit, total};
use crate::analysis::fixture::{Book, cells, date, period};
use crate::analysis::scope::UnitsAs;
use crate::analysis::{completeness, rate};
use crate::model::ledger::Ledger;
use proptest::prelude::*;

fn fresh(id: &str, name: &str) -> Fresh {
    Fresh {
        id: id.into(),
        name: name.into(),
        kind: UnitKind::GrassrootsCell,
    }
}

fn ids(units: &[&str]) -> Vec<UnitId> {
    units.iter().map(|&unit| unit.into()).collect()
}

/// Does it in the book, and answers the numbers before and after.
fn act(book: &mut Book, day: &str, act: &Act) -> Result<(usize, usize), Refusal> {
    let found = book.ask(day, |scope| outcome(scope, act, Some(date(day))))?;
    for unit in &found.units {
        book.put(unit);
    }
    Ok(found.counts)
}

/// 73 units, of which four become one on 1/7/2022 and one becomes three on 1/4/2023.
fn changed() -> Book {
    let mut book = Book::new(73);
    let merge = Act::Merge {
        units: ids(&["u1", "u2", "u3", "u4"]),
        into: fresh("m", "Merged"),
    };
    assert_eq!(act(&mut book, "2022-07-01", &merge), Ok((73, 70)));
    let split = Act::Split {
        unit: "u5".into(),
        into: vec![fresh("p1", "Part 1"), fresh("p2", "Part 2"), fresh("p3", "Part 3")],
    };
    assert_eq!(act(&mut book, "2023-04-01", &split), Ok((70, 72)));
    book
}

/// Each unit that exists admits one member a month and counts ten.
fn filled() -> Book {
    let mut book = changed();
    let ledger = book.ledger();
    for year in 2022..=2023 {
        for month in 1..=12u8 {
            let last = Date::new(year, month, 1).unwrap().end_of_month();
            let of = format!("{year}-{month:02}");
            for unit in ledger.units.grassroots(&"b".into(), last) {
                book.set("month", &of, unit.id.as_str(), "admitted", 1);
                book.set("head", &of, unit.id.as_str(), "head", 10);
            }
        }
    }
    book
}

fn both(book: &Book, today: &str, ask: impl Fn(&Scope<'_>) -> Option<u64>) -> (Option<u64>, Option<u64>) {
    book.ask(today, |scope| {
        let now = scope.with_units_as(UnitsAs::Now);
        (ask(scope), ask(&now))
    })
}

#[test]
fn the_number_of_units_follows_the_days() {
    let book = changed();
    let ledger = book.ledger();
    let on = |day: &str| ledger.units.grassroots(&"b".into(), date(day)).len();
    assert_eq!(
        [on("2022-06-30"), on("2022-07-01"), on("2023-03-31"), on("2023-04-01")],
        [73, 70, 70, 72]
    );
    let steps = timeline::steps(&ledger.units);
    assert_eq!(timeline::numbers(&steps), [73, 70, 72]);
    assert!(matches!(&steps[0].events[..], [Event::Merged { units, .. }] if units.len() == 4));
    assert!(matches!(&steps[1].events[..], [Event::Split { into, .. }] if into.len() == 3));
    assert_eq!(timeline::of_unit(&steps, &"u2".into()).len(), 1);
    assert_eq!(timeline::of_unit(&steps, &"u9".into()), []);
    let undivided = |day: &str| book.ask(day, |scope| scope.undivided());
    assert_eq!(undivided("2023-05-01"), [("Unit 5".to_owned(), 3)]);
    assert_eq!(undivided("2023-03-31"), []);
}

#[test]
fn sums_of_the_year_of_change_count_each_part_once() {
    let book = filled();
    let admitted = |of: &'static str| {
        move |scope: &Scope<'_>| {
            total(scope, &"month".into(), &cells(&["admitted"]), &period(of))
                .quantity
                .map(|it| it.count)
        }
    };
    let of_2022 = Some(73 * 6 + 70 * 6);
    let of_2023 = Some(70 * 3 + 72 * 9);
    assert_eq!(both(&book, "2024-01-15", admitted("2022")), (of_2022, of_2022));
    assert_eq!(both(&book, "2024-01-15", admitted("2023")), (of_2023, of_2023));
}

#[test]
fn head_counts_of_a_predecessor_and_its_successor_never_both_stand() {
    let book = filled();
    let heads = |of: &'static str| {
        move |scope: &Scope<'_>| {
            total(scope, &"head".into(), &cells(&["head"]), &period(of))
                .quantity
                .map(|it| it.count)
        }
    };
    assert_eq!(both(&book, "2024-01-15", heads("2022")), (Some(700), Some(700)));
    assert_eq!(both(&book, "2024-01-15", heads("2023")), (Some(720), Some(720)));
    assert_eq!(both(&book, "2022-07-15", heads("2022-H1")), (Some(730), Some(730)));
    book.ask("2024-01-15", |scope| {
        let of = total(scope, &"head".into(), &cells(&["head"]), &period("2022"));
        assert_eq!((of.coverage.expected(), of.coverage.missing.len()), (70, 0));
    });
}

#[test]
fn as_of_today_predecessors_count_under_their_successor_and_a_split_stays_whole() {
    let book = filled();
    book.ask("2024-01-15", |scope| {
        let of = |scope: &Scope<'_>, year: &str| {
            let rows = by_unit(scope, &"month".into(), &cells(&["admitted"]), &period(year));
            rows.into_iter()
                .map(|(unit, total)| (unit.to_string(), total.count()))
                .collect::<Vec<_>>()
        };
        let (then, now) = (of(scope, "2022"), of(&scope.with_units_as(UnitsAs::Now), "2022"));
        assert_eq!((then.len(), now.len()), (74, 70));
        let has = |rows: &[(String, u64)], unit: &str, count: u64| rows.contains(&(unit.to_owned(), count));
        assert!(has(&then, "u1", 6) && has(&then, "m", 6));
        assert!(has(&now, "m", 4 * 6 + 6) && !now.iter().any(|(unit, _)| unit == "u1"));
        assert!(has(&now, "u5", 12) && !now.iter().any(|(unit, _)| unit == "p1"));
        // One unit, asked for itself, has its predecessors' figures too.
        let merged = scope.at(&"m".into()).with_units_as(UnitsAs::Now);
        assert_eq!(
            total(&merged, &"month".into(), &cells(&["admitted"]), &period("2022-06")).count(),
            4
        );
        assert_eq!(
            total(
                &scope.at(&"m".into()),
                &"month".into(),
                &cells(&["admitted"]),
                &period("2022-06")
            )
            .count(),
            0
        );
    });
}

#[test]
fn a_unit_is_asked_only_while_it_exists() {
    let book = changed();
    book.ask("2022-08-15", |scope| {
        let asked = |of: &str| completeness::of_form(scope, &"month".into(), &period(of)).expected();
        assert_eq!((asked("2022-06"), asked("2022-07")), (73, 70));
        let found = completeness::of_form(scope, &"month".into(), &period("2022-07"));
        assert!(found.rows.iter().any(|(unit, _)| unit.as_str() == "m"));
        assert!(!found.rows.iter().any(|(unit, _)| unit.as_str() == "u1"));
    });
}

#[test]
fn rates_against_units_count_the_units_of_each_time() {
    let mut book = changed();
    book.drive("before", "2022-05-01", "2022-05-31");
    book.drive("after", "2022-09-01", "2022-09-30");
    let ledger = book.ledger();
    for (drive, day) in [("before", "2022-05-31"), ("after", "2022-09-30")] {
        for unit in ledger.units.grassroots(&"b".into(), date(day)) {
            book.set("study", &format!("drive:{drive}"), unit.id.as_str(), "plan", 1);
        }
    }
    book.ask("2022-12-31", |scope| {
        let indicator = scope.catalogue.indicator(&"plans".into()).unwrap();
        for scope in [scope.clone(), scope.with_units_as(UnitsAs::Now)] {
            let found = rate::rate(&scope, indicator, &period("2022")).unwrap();
            assert_eq!((found.numerator.count(), found.denominator.count()), (143, 143));
        }
        let now = rate::by_unit(&scope.with_units_as(UnitsAs::Now), indicator, &period("2022")).unwrap();
        let merged = now.iter().find(|(unit, _)| unit.as_str() == "m").unwrap();
        assert_eq!((merged.1.numerator.count(), merged.1.denominator.count()), (5, 5));
    });
}

#[test]
fn a_moved_unit_leaves_its_old_periods_where_they_were() {
    let mut book = Book::new(4);
    for month in 1..=12 {
        for unit in ["u1", "u2", "u3", "u4"] {
            book.set("month", &format!("2022-{month:02}"), unit, "admitted", 1);
            book.set("head", &format!("2022-{month:02}"), unit, "head", 10);
        }
    }
    let relocate = Act::Move {
        unit: "u1".into(),
        parent: "b".into(),
        sector: Some("s3".into()),
    };
    assert_eq!(act(&mut book, "2022-07-01", &relocate), Ok((4, 4)));
    let rename = Act::Rename {
        unit: "u2".into(),
        name: "Other name".into(),
        short_name: String::new(),
    };
    assert_eq!(act(&mut book, "2022-10-01", &rename), Ok((4, 4)));
    book.ask("2023-01-15", |scope| {
        let of = |form: &str, key: &str, year: &str| {
            let rows = by_sector(scope, &form.into(), &cells(&[key]), &period(year));
            rows.into_iter().map(|(_, total)| total.count()).collect::<Vec<_>>()
        };
        // u1 and u4 are of the first sector; u1 is of the third from July on.
        assert_eq!(of("month", "admitted", "2022"), [6 + 12, 12, 12 + 6]);
        assert_eq!(of("month", "admitted", "2022-06"), [2, 1, 1]);
        assert_eq!(of("month", "admitted", "2022-07"), [1, 1, 2]);
        assert_eq!(of("head", "head", "2022"), [10, 10, 20]);
        assert_eq!(
            total(scope, &"head".into(), &cells(&["head"]), &period("2022")).count(),
            40
        );
        let name = |day: &str| scope.ledger.units.on(date(day)).get(&"u2".into()).unwrap().name.clone();
        assert_eq!([name("2022-09-30"), name("2022-10-01")], ["Unit 2", "Other name"]);
    });
    let steps = timeline::steps(&book.ledger().units);
    assert!(matches!(&steps[0].events[..], [Event::Moved { .. }]));
    assert!(matches!(&steps[1].events[..], [Event::Renamed { from, .. }] if from == "Unit 2"));
}

#[test]
fn nonsense_is_refused() {
    let mut book = changed();
    book.set("month", "2022-08", "u9", "admitted", 1);
    let try_on = |day: &str, act: &Act| {
        book.ask("2024-01-01", |scope| outcome(scope, act, Some(date(day))))
            .unwrap_err()
    };
    let close = |unit: &str, into: Option<&str>| Act::Close {
        unit: unit.into(),
        into: into.map(UnitId::from),
    };
    assert!(matches!(
        try_on("2022-08-01", &close("u9", None)),
        Refusal::HasFigures { .. }
    ));
    assert!(matches!(
        try_on("2023-01-01", &close("u9", Some("u9"))),
        Refusal::IntoItself(_)
    ));
    assert!(matches!(
        try_on("2023-01-01", &close("u1", None)),
        Refusal::NotThere { .. }
    ));
    assert!(matches!(
        try_on("2022-07-01", &close("m", None)),
        Refusal::NotThere { .. }
    ));
    assert_eq!(try_on("2023-01-01", &close("b", None)), Refusal::Root);
    let merge = |units: &[&str], name: &str| Act::Merge {
        units: ids(units),
        into: fresh("x", name),
    };
    assert_eq!(try_on("2023-01-01", &merge(&["u8"], "X")), Refusal::TooFew);
    assert_eq!(try_on("2023-01-01", &merge(&["u8", "u7"], " ")), Refusal::NoName);
    assert!(matches!(
        try_on("2023-01-01", &merge(&["u8", "u7"], "Unit 12")),
        Refusal::NameTaken(_)
    ));
    assert!(
        book.ask("2024-01-01", |scope| outcome(
            scope,
            &merge(&["u8", "u7"], "Unit 8"),
            Some(date("2023-01-01"))
        ))
        .is_ok()
    );
    let relocate = |unit: &str, parent: &str| Act::Move {
        unit: unit.into(),
        parent: parent.into(),
        sector: None,
    };
    assert!(matches!(
        try_on("2023-01-01", &relocate("u8", "u7")),
        Refusal::NothingBelow(_)
    ));
    assert!(matches!(
        try_on("2023-01-01", &relocate("u8", "u8")),
        Refusal::BelowItself(_)
    ));
    assert_eq!(
        book.ask("2024-01-01", |scope| outcome(scope, &relocate("u8", "b"), None)),
        Err(Refusal::NoDay)
    );
}

#[test]
fn units_below_go_along() {
    let mut book = Book::new(3);
    for unit in ["c1", "c2"] {
        let mut committee = Unit::new(unit, Some("b".into()), UnitKind::GrassrootsCommittee, unit);
        committee.order = 9;
        book.put(&committee);
        let cell = format!("{unit}-cell");
        book.put(&Unit::new(
            cell.as_str(),
            Some(unit.into()),
            UnitKind::SubordinateCell,
            cell.as_str(),
        ));
    }
    let into = Fresh {
        kind: UnitKind::GrassrootsCommittee,
        ..fresh("c", "New committee")
    };
    let left = book.ask("2024-01-01", |scope| {
        let close = Act::Close {
            unit: "c1".into(),
            into: None,
        };
        outcome(scope, &close, Some(date("2023-01-01")))
    });
    assert!(matches!(left, Err(Refusal::LeavesUnits { count: 1, .. })));
    let merge = Act::Merge {
        units: ids(&["c1", "c2"]),
        into,
    };
    assert_eq!(act(&mut book, "2023-01-01", &merge), Ok((5, 4)));
    let ledger: Ledger = book.ledger();
    let below = |id: &str, day: &str| ledger.units.on(date(day)).children(&id.into()).count();
    assert_eq!((below("c1", "2022-12-31"), below("c", "2022-12-31")), (1, 0));
    assert_eq!((below("c1", "2023-01-01"), below("c", "2023-01-01")), (0, 2));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    /// Whatever becomes of units, what is added up over time is the same under the units of then and of now.
    #[test]
    fn totals_do_not_hang_on_the_units(
        steps in proptest::collection::vec((0usize..3, 0usize..8, 1usize..8, 1u8..12), 0..4),
        figures in proptest::collection::vec((0usize..24, 1usize..13, 1u64..9), 0..60),
    ) {
        let mut book = Book::new(8);
        for (at, (kind, a, b, month)) in steps.into_iter().enumerate() {
            let day = format!("2022-{:02}-15", month + 1);
            let open: Vec<UnitId> = book.ledger().units.grassroots(&"b".into(), date(&day)).iter().map(|unit| unit.id.clone()).collect();
            let pick = |at: usize| open[at % open.len()].clone();
            let name = format!("new {at}");
            let what = match kind {
                0 => Act::Merge { units: vec![pick(a), pick(a + b)], into: fresh(&name, &name) },
                1 => Act::Split { unit: pick(a), into: vec![fresh(&name, &name), fresh(&format!("{name}b"), &format!("{name}b"))] },
                _ => Act::Absorb { units: vec![pick(a)], into: pick(a + b) },
            };
            let before = book.ledger().units.grassroots(&"b".into(), date(&day)).len();
            if let Ok((_, after)) = act(&mut book, &day, &what) {
                let ledger = book.ledger();
                prop_assert_eq!(ledger.units.grassroots(&"b".into(), date(&day)).len(), after);
                prop_assert_eq!(after, match kind { 0 | 2 => before - 1, _ => before + 1 });
            }
        }
        let units: Vec<UnitId> = book.ledger().units.iter().filter(|unit| unit.parent.is_some()).map(|unit| unit.id.clone()).collect();
        for (unit, month, count) in figures {
            book.set("month", &format!("2022-{month:02}"), units[unit % units.len()].as_str(), "admitted", count);
        }
        book.ask("2023-02-01", |scope| -> Result<(), TestCaseError> {
            for of in ["2022", "2022-Q2", "2022-07"] {
                let ask = |scope: &Scope<'_>| total(scope, &"month".into(), &cells(&["admitted"]), &period(of)).quantity;
                let then = ask(scope);
                let now = scope.with_units_as(UnitsAs::Now);
                prop_assert_eq!(then, ask(&now));
                let rows = by_unit(&now, &"month".into(), &cells(&["admitted"]), &period(of));
                let sum: u64 = rows.iter().map(|(_, total)| total.count()).sum();
                prop_assert_eq!(sum, then.map_or(0, |it| it.count));
            }
            Ok(())
        })?;
    }
}
