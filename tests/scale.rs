//! Ten times the units take about ten times the work, from records to totals: nothing on that path is
//! quadratic. Times are compared within one run, never with a clock's absolute time.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use so_khoi::analysis::{Scope, aggregate, series};
use so_khoi::catalogue::Catalogue;
use so_khoi::demo::scale;
use so_khoi::model::ledger::Ledger;
use so_khoi::model::period::Period;
use std::time::{Duration, Instant};

const SMALL: usize = 1_000;
const LARGE: usize = 10_000;

/// Ten times the units may take this many times longer: ten for linear work, twice that for caches,
/// hashing and a busy machine, and still far from the hundred of quadratic work.
const MOST: u32 = 35;

struct Times {
    read: Duration,
    aggregate: Duration,
}

fn measure(units: usize) -> Times {
    let catalogue = Catalogue::built_in().unwrap();
    let (records, admitted) = scale::bloc(units);
    let start = Instant::now();
    let ledger = Ledger::from_records(&records);
    let read = start.elapsed();
    assert_eq!(ledger.unreadable, []);

    let year = Period::Year(scale::YEAR);
    let indicator = catalogue.indicator(&"admitted".into()).unwrap();
    let scope = Scope::whole(&ledger, &catalogue, year.end().unwrap());
    let start = Instant::now();
    let total = aggregate::total(&scope, &indicator.form, &indicator.numerator, &year);
    let by_unit = aggregate::by_unit(&scope, &indicator.form, &indicator.numerator, &year);
    let months = series::cumulative(&scope, &indicator.form, &indicator.numerator, &year);
    let aggregate = start.elapsed();

    assert_eq!(total.count(), admitted);
    assert!(total.coverage.is_complete());
    assert_eq!(by_unit.iter().map(|(_, total)| total.count()).sum::<u64>(), admitted);
    assert_eq!(by_unit.len(), units);
    assert_eq!(months.last().unwrap().total.count(), admitted);
    Times { read, aggregate }
}

#[test]
fn ten_times_the_units_take_about_ten_times_the_time() {
    // The best of several runs, so that a pause of the machine decides nothing.
    let small = [(); 3].map(|()| measure(SMALL));
    let large = [(); 2].map(|()| measure(LARGE));
    let best = |runs: &[Times], of: fn(&Times) -> Duration| runs.iter().map(of).min().unwrap();
    let read: fn(&Times) -> Duration = |times| times.read;
    let aggregate: fn(&Times) -> Duration = |times| times.aggregate;
    for (what, of) in [("reading", read), ("aggregating", aggregate)] {
        let (small, large) = (best(&small, of).max(Duration::from_micros(200)), best(&large, of));
        assert!(
            large < small * MOST,
            "{what} {LARGE} units took {large:?}, {SMALL} units {small:?}: more than {MOST} times as long"
        );
    }
}
