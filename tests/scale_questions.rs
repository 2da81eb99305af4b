//! What the pages ask of a large bloc costs no more than its size: rates by unit, who is late, findings,
//! targets. Times are compared within one run, never with a clock's absolute time.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use so_khoi::analysis::{Scope, achievement, completeness, rank, rate, rules};
use so_khoi::catalogue::Catalogue;
use so_khoi::demo::scale;
use so_khoi::model::ledger::Ledger;
use so_khoi::model::period::Period;
use std::time::{Duration, Instant};

const SMALL: usize = 1_000;
const LARGE: usize = 10_000;

/// Linear work takes ten times as long; quadratic work would take a hundred times.
const MOST: u32 = 35;

fn ask(units: usize) -> Duration {
    let catalogue = Catalogue::built_in().unwrap();
    let (records, admitted) = scale::bloc(units);
    let ledger = Ledger::from_records(&records);
    let year = Period::Year(scale::YEAR);
    let scope = Scope::whole(&ledger, &catalogue, year.end().unwrap());
    // Admissions for each organisation: the one indicator of the made-up returns that is divided.
    let mut indicator = catalogue.indicator(&"copies_per_organisation".into()).unwrap().clone();
    let admissions = catalogue.indicator(&"admitted".into()).unwrap();
    (indicator.form, indicator.numerator) = (admissions.form.clone(), admissions.numerator.clone());

    let start = Instant::now();
    let rates = rate::by_unit(&scope, &indicator, &year).unwrap();
    let ranking = rank::by_rate(rates, indicator.direction);
    let sectors = rate::by_sector(&scope, &indicator, &year).unwrap();
    let due = completeness::due_forms(&scope);
    let findings = rules::findings(&scope, &year);
    let targets = achievement::of_period(&scope, &year);
    let took = start.elapsed();

    assert_eq!(ranking.rows.len(), units);
    assert_eq!(sectors[0].1.numerator.count(), admitted);
    assert!(due.iter().any(|due| due.completeness.expected() == units));
    assert_eq!(findings, []);
    assert_eq!(targets.len(), 1);
    took
}

#[test]
fn questions_about_ten_times_the_units_take_about_ten_times_the_time() {
    // The best of several runs, so that a pause of the machine decides nothing.
    let small = [(); 3].map(|()| ask(SMALL)).into_iter().min().unwrap();
    let large = [(); 2].map(|()| ask(LARGE)).into_iter().min().unwrap();
    let small = small.max(Duration::from_micros(200));
    assert!(
        large < small * MOST,
        "{LARGE} units took {large:?}, {SMALL} units {small:?}: more than {MOST} times as long"
    );
}
