//! How a drive went over its days, from the dates that the returns themselves carry.

use crate::model::date::Date;
use crate::model::id::{CellKey, FormId, UnitId};
use crate::model::ledger::Ledger;
use crate::model::number::Count;
use crate::model::period::Period;
use crate::model::sort::SmallSort;
use std::collections::BTreeMap;

/// What had been reported by the end of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day {
    /// The day.
    pub date: Date,
    /// The sum of the cell up to and including this day.
    pub sum: Count,
    /// How many units that sum comes from.
    pub units: usize,
}

/// The days on which something was reported, and what cannot be placed on a day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// In time, cumulative.
    pub days: Vec<Day>,
    /// The units whose return has the figure but no date, and their sum.
    pub undated: (usize, Count),
    /// Who reported when, and how many, in time.
    pub reported: Vec<(Date, UnitId, Count)>,
}

/// The cumulative progress of `cell` over the returns of `units`.
///
/// The day of a return is its as-of date, else the day it was handed in; a return that has neither is
/// counted as undated and drawn nowhere, because any day would be invented.
pub fn progress(ledger: &Ledger, form: &FormId, period: &Period, cell: &CellKey, units: &[UnitId]) -> Progress {
    let mut on: BTreeMap<Date, (usize, Count)> = BTreeMap::new();
    let mut undated = (0, 0);
    let mut reported = Vec::new();
    for unit in units {
        let Some(found) = ledger.find(form, period, unit) else {
            continue;
        };
        let Some(quantity) = found.quantity(cell) else {
            continue;
        };
        let at = match found.as_of.or(found.submitted_on) {
            Some(date) => {
                reported.push((date, unit.clone(), quantity.count));
                on.entry(date).or_default()
            }
            None => &mut undated,
        };
        at.0 += 1;
        at.1 += quantity.count;
    }
    let (mut count, mut sum) = (0, 0);
    let days = on
        .into_iter()
        .map(|(date, (units, more))| {
            count += units;
            sum += more;
            Day {
                date,
                sum,
                units: count,
            }
        })
        .collect();
    reported.small_sort_by_key(|(date, ..)| *date);
    Progress {
        days,
        undated,
        reported,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;
    use crate::model::record::Entity;
    use crate::model::returns::{Cell, Return};

    fn study() -> (FormId, Period, CellKey) {
        (
            "study".into(),
            Period::Drive("d".into()),
            CellKey::new("attended.members"),
        )
    }

    fn reported(unit: &str, count: Count, submitted: Option<&str>, as_of: Option<&str>) -> Return {
        let (form, period, cell) = study();
        let mut found = Return::new(form, unit.into(), period);
        found.cells.insert(cell, Cell::count(count));
        found.submitted_on = submitted.map(|date| date.parse().unwrap());
        found.as_of = as_of.map(|date| date.parse().unwrap());
        found
    }

    fn over(returns: &[Return]) -> Progress {
        let records: Vec<_> = returns.iter().map(Entity::to_record).collect();
        let units: Vec<UnitId> = returns.iter().map(|found| found.unit.clone()).collect();
        let (form, period, cell) = study();
        progress(&Ledger::from_records(&records), &form, &period, &cell, &units)
    }

    #[test]
    fn adds_up_day_by_day() {
        let found = over(&[
            reported("b", 20, Some("2021-07-12"), None),
            reported("a", 10, Some("2021-07-20"), Some("2021-07-05")),
            reported("c", 5, Some("2021-07-12"), None),
        ]);
        let days: Vec<_> = found
            .days
            .iter()
            .map(|day| (day.date.day(), day.sum, day.units))
            .collect();
        assert_eq!(days, [(5, 10, 1), (12, 35, 3)]);
        assert_eq!(found.undated, (0, 0));
        let who: Vec<&str> = found.reported.iter().map(|(_, unit, _)| unit.as_str()).collect();
        assert_eq!(who, ["a", "b", "c"]);
    }

    #[test]
    fn invents_no_day() {
        let found = over(&[reported("a", 10, None, None), reported("b", 4, None, None)]);
        assert_eq!(found.days, []);
        assert_eq!(found.undated, (2, 14));
    }
}
