//! The reports that a bloc can write now: of each period that it has a template for, the one that the bloc looks at first.

use crate::catalogue::template::{Template, Templates};
use crate::model::date::Date;
use crate::model::drive::Drive;
use crate::model::ledger::Ledger;
use crate::model::period::Period;
use crate::model::sort::SmallSort;
use crate::state::choices::{default_period, period_choices};

/// A report that can be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offered {
    /// The period.
    pub period: Period,
    /// The template.
    pub template: &'static Template,
}

/// All of them. First the period that the bloc opens on, then those that hold the day it is seen on, the longest first; then
/// the study drives, the latest first; then the rest.
pub fn offers(ledger: &Ledger, today: Date) -> Vec<Offered> {
    let seen = ledger.seen_on(today);
    let mut periods = vec![default_period(ledger, today)];
    let choices = period_choices(ledger, today);
    let mut now: Vec<Period> = choices
        .iter()
        .filter(|period| period.contains_date(seen))
        .cloned()
        .collect();
    now.small_sort_by_key(|period| std::cmp::Reverse(period.months().len()));
    periods.extend(now);
    let begun = ledger.drives.iter().filter(|drive| drive.start <= seen);
    periods.extend(begun.map(Drive::period));
    periods.extend(choices);
    let mut found: Vec<Offered> = Vec::new();
    for period in periods {
        let year = ledger.span(&period).map_or_else(|| seen.year(), |(_, end)| end.year());
        // Nobody reports on what has not begun.
        if ledger.span(&period).is_some_and(|(start, _)| start > seen) && !found.is_empty() {
            continue;
        }
        let template = Templates::built_in().of_period(&period, year);
        if let Some(template) = template.filter(|_| found.iter().all(|it| it.period != period)) {
            found.push(Offered { period, template });
        }
    }
    found
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn the_period_of_now_comes_first_and_every_drive_is_there() {
        let ledger = Ledger::from_records(&crate::demo::load("hoa-binh-2021").unwrap().records);
        let all = offers(&ledger, "2030-01-01".parse().unwrap());
        let names: Vec<String> = all.iter().map(|it| it.period.to_string()).collect();
        assert_eq!(names[0], "2021");
        assert_eq!(all[0].template.id.as_str(), "year");
        assert!(names.contains(&"drive:dai-hoi-xiii".to_owned()) && names.contains(&"2021-07".to_owned()));
        let mut once = names.clone();
        once.sort();
        once.dedup();
        assert_eq!(once.len(), names.len());
    }
}
