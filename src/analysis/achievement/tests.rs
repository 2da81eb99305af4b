#![allow(clippy::unwrap_used)]

use super::super::fixture::*;
use super::*;
use crate::model::id::TargetId;
use proptest::prelude::*;

fn target(indicator: &str, of: &str, comparison: Comparison, value: TargetValue) -> Target {
    Target {
        id: "t".into(),
        unit: "b".into(),
        period: period(of),
        indicator: Some(indicator.into()),
        label: String::new(),
        comparison,
        value,
        parent: None,
        relation: None,
        source: None,
        illustrative: false,
        copied_from: None,
    }
}

fn admissions(comparison: Comparison, goal: Count) -> Target {
    target("admitted", "2022", comparison, TargetValue::Count(goal))
}

fn percent(hundredths: i64) -> TargetValue {
    TargetValue::Percent(Percent::from_hundredths(hundredths))
}

/// One unit with so many admissions in each of the first months.
fn months(counts: &[Count]) -> Book {
    let mut book = Book::new(1);
    for (at, count) in counts.iter().enumerate() {
        book.set("month", &format!("2022-{:02}", at + 1), "u1", "admitted", *count);
    }
    book
}

fn judged(book: &Book, today: &str, target: &Target) -> Achievement {
    book.ask(today, |scope| achievement(scope, target))
}

#[test]
fn a_count_meets_exceeds_or_misses_at_the_end() {
    let book = months(&[10; 12]);
    let at = |today: &str, comparison, goal| judged(&book, today, &admissions(comparison, goal)).status;
    use Comparison::*;
    assert_eq!(at("2023-01-05", AtLeast, 120), TargetStatus::Met);
    assert_eq!(at("2023-01-05", AtLeast, 119), TargetStatus::Exceeded);
    assert_eq!(at("2023-01-05", AtLeast, 121), TargetStatus::NotMet);
    assert_eq!(at("2023-01-05", MoreThan, 119), TargetStatus::Met);
    assert_eq!(at("2023-01-05", MoreThan, 120), TargetStatus::NotMet);
    assert_eq!(at("2023-01-05", Equal, 120), TargetStatus::Met);
    assert_eq!(at("2023-01-05", Equal, 110), TargetStatus::NotMet);
    assert_eq!(at("2023-01-05", AtMost, 120), TargetStatus::Met);
    assert_eq!(at("2023-01-05", AtMost, 119), TargetStatus::NotMet);
}

#[test]
fn before_the_end_it_is_on_track_or_behind_and_reached_early() {
    let book = months(&[10; 6]);
    let at = |comparison, goal| judged(&book, "2022-06-30", &admissions(comparison, goal)).status;
    use Comparison::*;
    assert_eq!(at(AtLeast, 120), TargetStatus::OnTrack);
    assert_eq!(at(AtLeast, 200), TargetStatus::Behind);
    assert_eq!(at(AtLeast, 60), TargetStatus::Met);
    assert_eq!(at(AtLeast, 50), TargetStatus::Exceeded);
    assert_eq!(at(AtMost, 60), TargetStatus::OnTrack);
    assert_eq!(at(AtMost, 59), TargetStatus::Behind);
    assert_eq!(at(Equal, 59), TargetStatus::Behind);
}

#[test]
fn what_is_lacking_is_told_in_persons_with_pace_and_forecast() {
    let book = months(&[11; 11]);
    let found = judged(&book, "2022-11-30", &admissions(Comparison::AtLeast, 130));
    assert_eq!(found.gap.unwrap().count, Some(-9));
    assert_eq!(found.pace.unwrap().needed_per_week_tenths, Some(21));
    let forecast = found.forecast.unwrap();
    assert_eq!((forecast.low, forecast.mid, forecast.high), (132, 132, 132));
    assert_eq!(found.goal, Some(130));
}

#[test]
fn without_figures_the_reason_is_told() {
    let book = Book::new(1);
    let why = |target: &Target, today: &str| {
        let found = judged(&book, today, target);
        assert_eq!((found.status, found.value), (TargetStatus::NoFigures, None));
        found.no_figures.unwrap()
    };
    let goal = admissions(Comparison::AtLeast, 5);
    assert_eq!(why(&goal, "2022-06-01"), NoFigures::NobodyReported);
    assert_eq!(why(&goal, "2021-11-23"), NoFigures::NotBegun);
    let unnamed = Target {
        indicator: None,
        ..goal.clone()
    };
    assert_eq!(why(&unnamed, "2022-06-01"), NoFigures::NoIndicator);
    let unknown = target("none", "2022", Comparison::AtLeast, percent(90_00));
    assert_eq!(why(&unknown, "2022-06-01"), NoFigures::UnknownIndicator("none".into()));
    let total = target("admitted", "2022", Comparison::AtLeast, percent(90_00));
    assert!(matches!(why(&total, "2022-06-01"), NoFigures::Rate(_)));
    let ratio = target("copies", "2022", Comparison::AtLeast, percent(90_00));
    assert_eq!(why(&ratio, "2022-06-01"), NoFigures::NotAPercentage);
}

#[test]
fn a_percentage_is_compared_exactly_and_lacks_persons() {
    let mut book = Book::new(1);
    book.drive("d", "2022-01-01", "2022-01-10");
    book.set("study", "drive:d", "u1", "invited.members", 10_000).set(
        "study",
        "drive:d",
        "u1",
        "attended.members",
        8_496,
    );
    let goal = target("participation", "drive:d", Comparison::AtLeast, percent(85_00));
    let found = judged(&book, "2022-02-01", &goal);
    let Some(AchievedValue::Percent(rate)) = &found.value else {
        unreachable!("a percentage target has a rate")
    };
    assert_eq!(rate.percent.unwrap().to_string(), "85%");
    assert_eq!(found.status, TargetStatus::NotMet);
    assert_eq!(found.gap.unwrap().count, Some(-4));
}

#[test]
fn a_full_rate_of_some_units_is_not_met_while_others_can_change_it() {
    let mut book = Book::new(2);
    book.drive("d", "2022-01-01", "2022-01-10");
    let all = |book: &mut Book, unit: &str| {
        book.set("study", "drive:d", unit, "invited.members", 10)
            .set("study", "drive:d", unit, "attended.members", 10);
    };
    all(&mut book, "u1");
    let goal = target("participation", "drive:d", Comparison::Equal, percent(10_000));
    let running = judged(&book, "2022-01-05", &goal);
    assert_eq!((running.status, running.provisional), (TargetStatus::OnTrack, true));
    let over = judged(&book, "2022-02-05", &goal);
    assert_eq!((over.status, over.provisional), (TargetStatus::Met, true));
    all(&mut book, "u2");
    let complete = judged(&book, "2022-01-05", &goal);
    assert_eq!((complete.status, complete.provisional), (TargetStatus::Met, false));
}

#[test]
fn of_which_is_a_share_of_the_whole_unless_it_says_of_the_subset() {
    let mut book = Book::new(1);
    for (key, count) in [("rated", 100), ("good_ones", 80), ("best_ones", 20)] {
        book.set("year", "2022", "u1", key, count);
    }
    let parent = Target {
        id: "p".into(),
        ..target("good", "2022", Comparison::AtLeast, percent(80_00))
    };
    book.put(&parent);
    let share = |of| Target {
        parent: Some("p".into()),
        relation: Some(Relation::OfWhich(of)),
        ..target("best", "2022", Comparison::AtLeast, percent(20_00))
    };
    let shown = |of| {
        let found = judged(&book, "2023-02-01", &share(of));
        let Some(AchievedValue::Percent(rate)) = found.value else {
            unreachable!("a percentage target has a rate")
        };
        (rate.percent.unwrap().to_string(), found.basis.unwrap().share_of)
    };
    assert_eq!(shown(ShareOf::Whole), ("20%".to_owned(), Some(ShareOf::Whole)));
    assert_eq!(shown(ShareOf::Subset), ("25%".to_owned(), Some(ShareOf::Subset)));
}

#[test]
fn targets_of_a_year_hold_those_of_its_drives() {
    let mut book = Book::new(1);
    book.drive("d", "2022-01-01", "2022-01-10");
    for (id, of) in [("a", "2022"), ("b", "drive:d"), ("c", "2023"), ("d", "2020..2025")] {
        book.put(&Target {
            id: TargetId::from(id),
            ..target("plans", of, Comparison::AtLeast, percent(10_000))
        });
    }
    book.ask("2022-02-01", |scope| {
        let found = of_period(scope, &period("2022"));
        let ids: Vec<_> = found.iter().map(|it| it.target.id.as_str()).collect();
        assert_eq!(ids, ["a", "b"]);
    });
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn nothing_is_missed_before_the_end_and_all_is_decided_after(
        counts in proptest::collection::vec(0u64..30, 1..12), goal in 0u64..200, which in 0usize..4, day in 0i64..400,
    ) {
        let comparison = [Comparison::AtLeast, Comparison::MoreThan, Comparison::Equal, Comparison::AtMost][which];
        let today = date("2022-01-31").plus_days(day);
        let found = judged(&months(&counts), &today.to_string(), &admissions(comparison, goal));
        let over = today >= date("2022-12-31");
        match found.status {
            TargetStatus::NotMet => prop_assert!(over),
            TargetStatus::OnTrack | TargetStatus::Behind => prop_assert!(!over),
            _ => {}
        }
        if over {
            let sum: u64 = counts.iter().sum();
            prop_assert_eq!(found.status == TargetStatus::NotMet, !comparison.holds(&sum, &goal));
        }
    }
}
