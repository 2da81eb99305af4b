//! Which periods the top bar offers, and which one stands when the address names none.

use crate::model::date::Date;
use crate::model::ledger::Ledger;
use crate::model::period::{Period, PeriodKind};
use crate::model::sort::SmallSort;

/// The period of pages whose address names none: what the bloc says, or the year that figures are seen in.
pub fn default_period(ledger: &Ledger, today: Date) -> Period {
    let opens_on = ledger.profile.as_ref().and_then(|profile| profile.opens_on.clone());
    opens_on.unwrap_or_else(|| Period::Year(ledger.seen_on(today).year()))
}

/// The periods on offer: each year that has a target or a published figure or is now, the latest first; of the year
/// that is now its half, nine months, quarters and months that have begun; and the terms, the latest first.
pub fn period_choices(ledger: &Ledger, today: Date) -> Vec<Period> {
    let seen = ledger.seen_on(today);
    let mut years = vec![seen.year(), seen.year() - 1];
    let mut terms: Vec<(i32, i32)> = Vec::new();
    terms.extend(ledger.profile.as_ref().and_then(|profile| term_of(&profile.term)));
    let targets = ledger.targets.values().map(|target| &target.period);
    for period in targets.chain(ledger.statements.iter().map(|statement| &statement.period)) {
        years.extend(period.year());
        terms.extend(term_of(period));
    }
    years.extend(ledger.drives.iter().map(|drive| drive.start.year()));
    years.small_sort();
    years.dedup();
    terms.small_sort();
    terms.dedup();
    let begun = |period: &Period| period.start().is_some_and(|start| start <= seen);
    let year = Period::Year(seen.year());
    let mut found: Vec<Period> = years.into_iter().rev().map(Period::Year).collect();
    found.extend([
        Period::HalfYear(seen.year(), 1),
        Period::NineMonths(seen.year()),
        Period::HalfYear(seen.year(), 2),
    ]);
    found.extend((1..=4).map(|quarter| Period::Quarter(seen.year(), quarter)));
    found.extend(year.months().into_iter().rev());
    found.retain(|period| period.kind() == PeriodKind::Year || begun(period));
    found.extend(terms.into_iter().rev().map(|(from, to)| Period::Term(from, to)));
    found
}

fn term_of(period: &Period) -> Option<(i32, i32)> {
    match *period {
        Period::Term(from, to) => Some((from, to)),
        _ => None,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn offers_what_has_begun_and_the_years_with_targets() {
        let ledger = Ledger::default();
        let today = Date::new(2021, 7, 31).unwrap();
        let names: Vec<String> = period_choices(&ledger, today).iter().map(Period::to_string).collect();
        assert_eq!(&names[..2], ["2021", "2020"]);
        assert!(names.contains(&"2021-Q3".to_owned()) && !names.contains(&"2021-Q4".to_owned()));
        assert!(names.contains(&"2021-07".to_owned()) && !names.contains(&"2021-08".to_owned()));
        assert_eq!(default_period(&ledger, today), Period::Year(2021));
    }

    #[test]
    fn offers_every_term_that_a_figure_speaks_of_and_opens_where_the_bloc_says() {
        let today = Date::new(2026, 1, 1).unwrap();
        let ledger = Ledger::from_records(&crate::demo::load("dien-bien-2020").unwrap().records);
        let choices = period_choices(&ledger, today);
        assert!(choices.ends_with(&[Period::Term(2020, 2025), Period::Term(2015, 2020)]));
        assert_eq!(default_period(&ledger, today), Period::Term(2020, 2025));
    }
}
