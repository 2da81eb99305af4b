//! Which of a form's own periods a span is made of, and which of them figures are due for.

use crate::model::date::Date;
use crate::model::id::FormId;
use crate::model::ledger::Ledger;
use crate::model::period::{Period, PeriodKind};
use crate::model::sort::SmallSort;
use crate::model::statement::Realisation;

/// One of a form's own periods within a longer span: the months of a year for a monthly form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    /// The period.
    pub period: Period,
    /// Its first day.
    pub start: Date,
    /// Its last day.
    pub end: Date,
    /// Whether it lies ahead, runs, or is over.
    pub realisation: Realisation,
    /// Whether a unit is missing from the span's figures when it has none for this slot.
    ///
    /// Slots that are over are required. One that still runs is added in when reported but is not
    /// required, unless no slot of the span is over yet (a running drive, the first month of a year).
    pub required: bool,
}

impl Slot {
    /// The day on which a unit must exist to be expected to report: the last one, or `today` while the
    /// slot runs, or the first when it lies ahead.
    pub fn reference_day(&self, today: Date) -> Date {
        self.end.min(today).max(self.start)
    }

    /// Whether it has begun.
    pub fn has_begun(&self) -> bool {
        self.realisation != Realisation::Planned
    }

    /// The year that decides which version of an option set is valid.
    pub fn year(&self) -> i32 {
        self.start.year()
    }
}

/// The periods of `kind` that `period` is made of, in time, seen on `today`.
///
/// A drive belongs to the calendar period in which it ends. Empty when `period` holds no whole period
/// of the kind (a month asked of a yearly form) or names an unknown drive.
pub fn slots(ledger: &Ledger, kind: PeriodKind, period: &Period, today: Date) -> Vec<Slot> {
    let mut slots: Vec<Slot> = periods_within(ledger, kind, period)
        .into_iter()
        .filter_map(|period| {
            let (start, end) = ledger.span(&period)?;
            Some(Slot {
                period,
                start,
                end,
                realisation: Realisation::at(start, end, today),
                required: false,
            })
        })
        .collect();
    let any_over = slots.iter().any(|slot| slot.realisation == Realisation::Done);
    for slot in &mut slots {
        slot.required = match slot.realisation {
            Realisation::Done => true,
            Realisation::Ongoing => !any_over,
            Realisation::Planned => false,
        };
    }
    slots
}

/// The same for a form of the catalogue, by its kind of period.
pub(crate) fn slots_of_form(scope: &super::Scope<'_>, form: &FormId, period: &Period) -> Vec<Slot> {
    scope
        .catalogue
        .form(form)
        .map_or_else(Vec::new, |form| slots(scope.ledger, form.period, period, scope.today))
}

fn periods_within(ledger: &Ledger, kind: PeriodKind, period: &Period) -> Vec<Period> {
    if period.kind() == kind {
        return vec![period.clone()];
    }
    match kind {
        PeriodKind::Drive => {
            let mut drives: Vec<_> = ledger
                .drives
                .iter()
                .filter(|drive| period.contains_date(drive.end))
                .collect();
            drives.small_sort_by(|a, b| (a.start, &a.id).cmp(&(b.start, &b.id)));
            drives.into_iter().map(|drive| drive.period()).collect()
        }
        PeriodKind::Term => Vec::new(),
        _ => {
            let mut found: Vec<Period> = period
                .months()
                .iter()
                .filter_map(|month| Period::of_kind_at(kind, month.start()?))
                .filter(|part| period.contains(part))
                .collect();
            found.dedup();
            found
        }
    }
}

/// The day a year before: the last of February for a 29th.
pub(crate) fn a_year_before(day: Date) -> Date {
    Date::new(day.year() - 1, day.month(), day.day())
        .or_else(|| Date::new(day.year() - 1, day.month(), 28))
        .unwrap_or(day)
}

/// The period whose figures are held beside those of `period`: the one before, or the drive before.
pub fn before(period: &Period, ledger: &Ledger) -> Option<Period> {
    let Period::Drive(id) = period else {
        return period.previous();
    };
    let start = ledger.drive(id)?.start;
    ledger
        .drives
        .iter()
        .filter(|drive| drive.start < start)
        .max_by_key(|drive| drive.start)
        .map(|drive| drive.period())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn a_year_of_months_requires_the_ones_that_are_over() {
        let ledger = Ledger::default();
        let months = slots(&ledger, PeriodKind::Month, &Period::Year(2022), day("2022-11-23"));
        assert_eq!(months.len(), 12);
        assert_eq!(months.iter().filter(|slot| slot.required).count(), 10);
        assert!(months[10].has_begun() && !months[10].required);
        assert!(!months[11].has_begun());
    }

    #[test]
    fn what_runs_alone_is_required() {
        let ledger = Ledger::default();
        let months = slots(&ledger, PeriodKind::Month, &Period::Year(2022), day("2022-01-05"));
        assert_eq!(months.iter().filter(|slot| slot.required).count(), 1);
        let ahead = slots(&ledger, PeriodKind::Month, &Period::Year(2023), day("2022-01-05"));
        assert!(ahead.iter().all(|slot| !slot.required));
    }

    #[test]
    fn spans_are_made_of_whole_periods_only() {
        let ledger = Ledger::default();
        let count = |kind, period: &str| slots(&ledger, kind, &period.parse().unwrap(), day("2030-01-01")).len();
        assert_eq!(count(PeriodKind::Quarter, "2021"), 4);
        assert_eq!(count(PeriodKind::Quarter, "2021-M9"), 3);
        assert_eq!(count(PeriodKind::HalfYear, "2021-M9"), 1);
        assert_eq!(count(PeriodKind::Year, "2020..2025"), 5);
        assert_eq!(count(PeriodKind::Month, "2020..2025"), 60);
        assert_eq!(count(PeriodKind::Year, "2021-07"), 0);
        assert_eq!(count(PeriodKind::Drive, "drive:gone"), 0);
    }

    #[test]
    fn before_a_drive_is_the_drive_that_began_before() {
        let drive = |id: &str, start: &str, end: &str| crate::model::drive::Drive {
            id: id.into(),
            unit: "u".into(),
            name: id.into(),
            document: Default::default(),
            start: day(start),
            end: day(end),
            audiences: Vec::new(),
        };
        let drives = [
            drive("d1", "2021-05-10", "2021-07-20"),
            drive("d2", "2022-03-01", "2022-03-30"),
        ];
        let records: Vec<_> = drives.iter().map(crate::model::record::Entity::to_record).collect();
        let ledger = Ledger::from_records(&records);
        let before = |period: Period| before(&period, &ledger);
        assert_eq!(before(Period::Drive("d2".into())), Some(Period::Drive("d1".into())));
        assert_eq!(before(Period::Drive("d1".into())), None);
        assert_eq!(before(Period::Month(2021, 1)), Some(Period::Month(2020, 12)));
    }

    #[test]
    fn a_leap_day_has_a_day_a_year_before() {
        assert_eq!(a_year_before(day("2024-02-29")), day("2023-02-28"));
    }
}
