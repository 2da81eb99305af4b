//! Which period a form is entered for, and which period stands before it.

use crate::model::date::Date;
use crate::model::id::DriveId;
use crate::model::ledger::Ledger;
use crate::model::measure::Form;
use crate::model::period::{Period, PeriodKind};
use crate::model::sort::SmallSort;

/// How many periods back from now are offered even without figures.
const OFFERED_BACK: usize = 12;

/// The periods that a form can be entered for, the latest first: those that have figures, the one of
/// `today`, the one after it, and a year of ones before it. For a drive's form: the drives.
pub fn periods(form: &Form, ledger: &Ledger, today: Date) -> Vec<Period> {
    if form.period == PeriodKind::Drive {
        return ledger.drives.iter().map(|drive| drive.period()).collect();
    }
    let mut found: Vec<Period> = ledger.periods_of(&form.id).map(|(period, _)| period.clone()).collect();
    if let Some(now) = current(form.period, ledger, today) {
        found.extend(now.next());
        let mut at = Some(now);
        for _ in 0..OFFERED_BACK {
            let Some(period) = at else { break };
            at = period.previous();
            found.push(period);
        }
    }
    found.small_sort_by(|a, b| b.cmp(a));
    found.dedup();
    found
}

fn current(kind: PeriodKind, ledger: &Ledger, today: Date) -> Option<Period> {
    match kind {
        PeriodKind::Term => ledger.profile.as_ref().map(|profile| profile.term.clone()),
        _ => Period::of_kind_at(kind, today),
    }
}

/// The period that a form is opened for, when the app is at `wanted`.
///
/// A wanted period of the form's kind is taken as it is. Else, within the wanted period: the latest one with
/// figures or, failing that, the latest that has begun. Without a wanted one: of today and before.
pub fn period_for(form: &Form, wanted: Option<&Period>, ledger: &Ledger, today: Date) -> Option<Period> {
    if let Some(wanted) = wanted.filter(|wanted| wanted.kind() == form.period) {
        return match wanted {
            Period::Drive(id) if ledger.drive(id).is_none() => latest_drive(ledger, |_| true),
            _ => Some(wanted.clone()),
        };
    }
    let span = wanted.and_then(|wanted| ledger.span(wanted));
    if form.period == PeriodKind::Drive {
        let (start, end) = span.unwrap_or((today, today));
        let within = |id: &DriveId| {
            ledger
                .drive(id)
                .is_some_and(|drive| span.is_none() || (drive.start <= end && start <= drive.end))
        };
        return latest_drive(ledger, within).or_else(|| latest_drive(ledger, |_| true));
    }
    // A wanted month within a year's form, or a wanted year within a month's form.
    let last = span.map_or(
        today,
        |(start, end)| if start <= today { end.min(today) } else { start },
    );
    let with_figures = ledger
        .periods_of(&form.id)
        .filter(|(period, returns)| period.kind() == form.period && returns.values().any(|found| found.has_values()))
        .map(|(period, _)| period)
        .filter(|period| wanted.is_some_and(|wanted| wanted.contains(period)) && period.start() <= Some(last))
        .max();
    with_figures.cloned().or_else(|| current(form.period, ledger, last))
}

fn latest_drive(ledger: &Ledger, of: impl Fn(&DriveId) -> bool) -> Option<Period> {
    ledger
        .drives
        .iter()
        .find(|drive| of(&drive.id))
        .map(|drive| drive.period())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::model::drive::Drive;
    use crate::model::record::{Entity, Record};
    use crate::model::returns::{Cell, Return};

    fn form(kind: PeriodKind) -> Form {
        Form {
            id: "f".into(),
            label: Default::default(),
            help: None,
            unit_kinds: Vec::new(),
            period: kind,
            due_days: 5,
            as_of: false,
            area: None,
            from_start: false,
            sections: Vec::new(),
        }
    }

    fn drive(id: &str, start: &str, end: &str) -> Record {
        Drive {
            id: id.into(),
            unit: "u".into(),
            name: id.into(),
            document: Default::default(),
            start: start.parse().unwrap(),
            end: end.parse().unwrap(),
            audiences: Vec::new(),
        }
        .to_record()
    }

    fn ledger() -> Ledger {
        let mut found = Return::new("f".into(), "u".into(), Period::Month(2021, 5));
        found.cells.insert("a".into(), Cell::count(1));
        Ledger::from_records(&[
            drive("d1", "2021-05-10", "2021-07-20"),
            drive("d2", "2022-03-01", "2022-03-30"),
            found.to_record(),
        ])
    }

    fn today() -> Date {
        Date::new(2021, 7, 31).unwrap()
    }

    #[test]
    fn a_wanted_period_of_its_kind_is_taken() {
        let month = Period::Month(2020, 2);
        let found = period_for(&form(PeriodKind::Month), Some(&month), &ledger(), today());
        assert_eq!(found, Some(month));
    }

    #[test]
    fn a_month_is_found_in_a_year() {
        let of = |wanted: Option<Period>| period_for(&form(PeriodKind::Month), wanted.as_ref(), &ledger(), today());
        assert_eq!(of(Some(Period::Year(2021))), Some(Period::Month(2021, 5)));
        assert_eq!(of(Some(Period::Year(2020))), Some(Period::Month(2020, 12)));
        assert_eq!(of(Some(Period::Year(2022))), Some(Period::Month(2022, 1)));
        assert_eq!(of(None), Some(Period::Month(2021, 7)));
    }

    #[test]
    fn a_drive_is_found_in_a_year() {
        let of = |wanted: Option<Period>| period_for(&form(PeriodKind::Drive), wanted.as_ref(), &ledger(), today());
        assert_eq!(of(Some(Period::Year(2021))), Some(Period::Drive("d1".into())));
        assert_eq!(of(Some(Period::Month(2022, 3))), Some(Period::Drive("d2".into())));
        assert_eq!(of(Some(Period::Drive("gone".into()))), Some(Period::Drive("d2".into())));
        assert_eq!(
            period_for(&form(PeriodKind::Drive), None, &Ledger::default(), today()),
            None
        );
    }

    #[test]
    fn the_periods_offered_hold_now_and_those_with_figures() {
        let found = periods(&form(PeriodKind::Month), &ledger(), Date::new(2023, 1, 5).unwrap());
        assert_eq!(found.first(), Some(&Period::Month(2023, 2)));
        assert_eq!(found.last(), Some(&Period::Month(2021, 5)));
        assert!(found.windows(2).all(|pair| pair[0] > pair[1]));
    }
}
