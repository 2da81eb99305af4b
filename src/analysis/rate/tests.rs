#![allow(clippy::unwrap_used)]

use super::super::fixture::*;
use super::*;
use proptest::prelude::*;

fn indicator(scope: &Scope<'_>, id: &str) -> Indicator {
    scope.catalogue.indicator(&id.into()).unwrap().clone()
}

#[test]
fn who_has_not_reported_does_not_lower_participation() {
    let mut book = Book::new(3);
    book.drive("d", "2022-01-01", "2022-01-10");
    for unit in ["u1", "u2", "u3"] {
        book.set("study", "drive:d", unit, "invited.members", 10);
    }
    book.set("study", "drive:d", "u1", "attended.members", 10)
        .set("study", "drive:d", "u2", "attended.members", 8)
        .bad("study", "drive:d", "u3", "attended.members");
    book.ask("2022-02-01", |scope| {
        let rate = rate(scope, &indicator(scope, "participation"), &period("drive:d")).unwrap();
        assert_eq!((rate.numerator.count(), rate.denominator.count()), (18, 20));
        assert_eq!(rate.percent.unwrap().to_string(), "90%");
        assert_eq!(ids(&rate.coverage().missing), ["u3"]);
        assert_eq!(rate.numerator.invalid, 1);
    });
}

#[test]
fn a_number_of_units_counts_those_that_have_not_reported() {
    let mut book = Book::new(4);
    book.drive("d", "2022-01-01", "2022-01-10");
    for (unit, done) in [("u1", 1), ("u2", 1), ("u3", 0)] {
        book.set("study", "drive:d", unit, "plan", done);
    }
    book.ask("2022-02-01", |scope| {
        let rate = rate(scope, &indicator(scope, "plans"), &period("drive:d")).unwrap();
        assert_eq!((rate.numerator.count(), rate.denominator.count()), (2, 4));
        assert_eq!(ids(&rate.coverage().missing), ["u4"]);
        let units = by_unit(scope, &indicator(scope, "plans"), &period("drive:d")).unwrap();
        let percents: Vec<_> = units.iter().map(|(_, it)| it.percent).collect();
        assert_eq!(
            percents,
            [
                Some(Percent::HUNDRED),
                Some(Percent::HUNDRED),
                Some(Percent::ZERO),
                None
            ]
        );
    });
}

#[test]
fn two_drives_in_a_year_are_paired_drive_by_drive() {
    let mut book = Book::new(2);
    book.drive("d", "2022-01-01", "2022-01-10")
        .drive("e", "2022-02-01", "2022-02-10");
    for drive in ["drive:d", "drive:e"] {
        book.set("study", drive, "u1", "invited.members", 10)
            .set("study", drive, "u1", "plan", 1)
            .set("study", drive, "u2", "plan", 1);
    }
    book.set("study", "drive:d", "u1", "attended.members", 9);
    book.ask("2022-03-01", |scope| {
        let year = rate(scope, &indicator(scope, "participation"), &period("2022")).unwrap();
        assert_eq!((year.numerator.count(), year.denominator.count()), (9, 10));
        assert_eq!(ids(&year.coverage().partial), ["u1"]);
        let plans = rate(scope, &indicator(scope, "plans"), &period("2022")).unwrap();
        assert_eq!((plans.numerator.count(), plans.denominator.count()), (4, 4));
    });
}

#[test]
fn a_head_count_is_looked_up_for_the_units_in_the_rate() {
    let mut book = Book::new(2);
    book.drive("d", "2022-03-01", "2022-03-10");
    book.set("head", "2022-01", "u1", "head", 20)
        .set("head", "2022-01", "u2", "head", 30)
        .set("study", "drive:d", "u1", "attended.members", 15);
    book.ask("2022-04-01", |scope| {
        let rate = rate(scope, &indicator(scope, "of_head"), &period("drive:d")).unwrap();
        assert_eq!((rate.numerator.count(), rate.denominator.count()), (15, 20));
        assert_eq!(rate.denominator.as_of, Some(date("2022-01-31")));
        assert_eq!(ids(&rate.coverage().missing), ["u2"]);
    });
}

#[test]
fn entries_are_not_divided_by_members() {
    let mut book = Book::new(1);
    book.drive("d", "2022-03-01", "2022-03-10");
    book.ask("2022-04-01", |scope| {
        let refused = rate(scope, &indicator(scope, "entries"), &period("drive:d"));
        assert_eq!(
            refused,
            Err(RateError::DifferentUnits {
                numerator: vec!["copies".into()],
                denominator: vec!["members".into()],
            })
        );
        let total_only = rate(scope, &indicator(scope, "admitted"), &period("2022"));
        assert_eq!(total_only, Err(RateError::NoDenominator("admitted".into())));
        let mut mixed = indicator(scope, "participation");
        mixed.numerator = cells(&["attended"]);
        mixed.denominator = Some(cells(&["invited"]));
        let refused = rate(scope, &mixed, &period("drive:d"));
        assert_eq!(
            refused,
            Err(RateError::MixedUnits(vec!["members".into(), "staff".into()]))
        );
    });
}

#[test]
fn a_ratio_says_how_many_for_each() {
    let mut book = Book::new(3);
    book.drive("d", "2022-03-01", "2022-03-10");
    for unit in ["u1", "u2", "u3"] {
        book.set("study", "drive:d", unit, "copies", 5);
    }
    book.set("study", "drive:d", "u3", "copies", 6);
    book.ask("2022-04-01", |scope| {
        let rate = rate(scope, &indicator(scope, "copies"), &period("drive:d")).unwrap();
        assert_eq!((rate.ratio_hundredths(), rate.percent), (Some(533), None));
    });
}

#[test]
fn both_averages_of_a_term_are_labelled() {
    let mut book = Book::new(1);
    for (year, good, rated) in [("2021", 4, 5), ("2022", 5, 7)] {
        book.set("year", year, "u1", "good_ones", good)
            .set("year", year, "u1", "rated", rated);
    }
    book.ask("2023-02-01", |scope| {
        let of = |averaging| averaged(scope, &indicator(scope, "good"), &period("2020..2025"), averaging).unwrap();
        let (pooled, mean) = (of(Averaging::Pooled), of(Averaging::MeanOfRates));
        assert_eq!(pooled.rate.percent.unwrap().to_string(), "75%");
        assert_eq!(mean.rate.percent.unwrap().to_string(), "75,7%");
        assert_eq!(mean.rate.averaging, Averaging::MeanOfRates);
        assert_eq!((mean.rate.numerator.count(), mean.rate.denominator.count()), (9, 12));
        assert_eq!(mean.parts.len(), 5);
        let plain = rate(scope, &indicator(scope, "good"), &period("2020..2025")).unwrap();
        assert_eq!(plain.percent, pooled.rate.percent);
    });
}

#[test]
fn periods_that_nobody_reported_lower_no_rate_of_a_unit() {
    let mut book = Book::new(2);
    for (drive, start, end) in [
        ("a", "2021-03-01", "2021-03-31"),
        ("b", "2022-03-01", "2022-03-31"),
        ("c", "2023-03-01", "2023-03-31"),
    ] {
        book.drive(drive, start, end);
    }
    // Two of three drives are known; the second unit has not reported one of them.
    book.set("study", "drive:a", "u1", "plan", 1)
        .set("study", "drive:b", "u1", "plan", 1)
        .set("study", "drive:b", "u2", "plan", 1);
    book.ask("2024-01-01", |scope| {
        let term = period("2020..2025");
        let plans = indicator(scope, "plans");
        let units = by_unit(scope, &plans, &term).unwrap();
        let sides = units
            .iter()
            .map(|(_, it)| (it.numerator.count(), it.denominator.count()));
        assert_eq!(sides.collect::<Vec<_>>(), [(2, 2), (1, 2)]);
        let alone = rate(&scope.at(&"u2".into()), &plans, &term).unwrap();
        assert_eq!((alone.numerator.count(), alone.denominator.count()), (1, 2));
    });
}

#[test]
fn a_term_of_which_only_the_running_year_is_known_has_its_coverage() {
    let mut book = Book::new(3);
    for unit in ["u1", "u2"] {
        book.set("year", "2023", unit, "good_ones", 1)
            .set("year", "2023", unit, "rated", 1);
    }
    let coverage = |today: &str| {
        book.ask(today, |scope| {
            let good = indicator(scope, "good");
            let found = averaged(scope, &good, &period("2020..2025"), Averaging::Pooled)
                .unwrap()
                .rate;
            (
                found.coverage().reported(),
                found.coverage().expected(),
                found.numerator.count(),
            )
        })
    };
    assert_eq!(coverage("2023-06-01"), (2, 3, 2));
    // Once it is over, the finished years are what is due.
    assert_eq!(coverage("2024-02-01"), (0, 3, 2));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_rate_without_a_denominator_and_never_beside_its_counts(
        units in proptest::collection::vec((proptest::option::of(0u64..50), proptest::option::of(0u64..50)), 1..12),
    ) {
        let mut book = Book::new(units.len());
        book.drive("d", "2022-03-01", "2022-03-10");
        for (at, (attended, invited)) in units.iter().enumerate() {
            let unit = format!("u{}", at + 1);
            for (key, count) in [("attended.members", attended), ("invited.members", invited)] {
                if let Some(count) = count {
                    book.set("study", "drive:d", &unit, key, *count);
                }
            }
        }
        book.ask("2022-04-01", |scope| {
            let of = indicator(scope, "participation");
            let whole = rate(scope, &of, &period("drive:d")).unwrap();
            let both: Vec<(u64, u64)> = units.iter().filter_map(|(n, d)| Some(((*n)?, (*d)?))).collect();
            let (n, d) = both.iter().fold((0, 0), |sum, it| (sum.0 + it.0, sum.1 + it.1));
            prop_assert_eq!((whole.numerator.count(), whole.denominator.count()), (n, d));
            prop_assert_eq!(whole.percent, Percent::of(n, d, 1));
            prop_assert_eq!(whole.percent.is_some(), d > 0);
            prop_assert_eq!(whole.coverage().included(), both.len());
            for (_, one) in by_unit(scope, &of, &period("drive:d")).unwrap() {
                prop_assert!(one.percent.is_none() || one.denominator.count() > 0);
            }
            Ok(())
        })?;
    }
}
