//! One year's admissions, as the page shows them. Nothing here is drawn or worded.

use crate::analysis::achievement::{Achievement, achievement};
use crate::analysis::aggregate::{self, YearOnYear};
use crate::analysis::forecast::{self, Forecast};
use crate::analysis::series::{self, Point};
use crate::analysis::{Scope, Total};
use crate::model::date::Date;
use crate::model::id::{FormId, IndicatorId, UnitId};
use crate::model::indicator::Operand;
use crate::model::ledger::Ledger;
use crate::model::number::Count;
use crate::model::period::Period;
use crate::model::target::{Relation, Target, TargetValue};

/// The form that units report admissions on, each month.
pub fn admission_form() -> FormId {
    "admission".into()
}

/// The indicator of admissions.
pub fn admitted() -> IndicatorId {
    "admitted".into()
}

fn cells(key: &str) -> Operand {
    Operand::Cells {
        cells: vec![key.into()],
        form: None,
        latest: false,
    }
}

/// The year that the page shows for the period of the address: the period's own year, of a term the year
/// that is seen from, else the last of its years.
pub fn year_of(period: Option<&Period>, ledger: &Ledger, today: Date) -> i32 {
    let seen = ledger.seen_on(today).year();
    let years = match period {
        Some(Period::Drive(id)) => return ledger.drive(id).map_or(seen, |drive| drive.end.year()),
        Some(period) => period.years(),
        None => return seen,
    };
    match years.contains(&seen) {
        true => seen,
        false => years.last().copied().unwrap_or(seen),
    }
}

/// A month beside the same month last year.
#[derive(Clone, Debug, PartialEq)]
pub struct Month {
    /// The month, 1 to 12.
    pub month: u8,
    /// This year's.
    pub now: Point,
    /// Last year's.
    pub before: Option<Total>,
}

/// One unit's year.
#[derive(Clone, Debug, PartialEq)]
pub struct UnitYear {
    /// The unit.
    pub unit: UnitId,
    /// Its year so far.
    pub total: Total,
    /// Its transfers.
    pub transferred: Total,
    /// Each of its months; `None` where it was not expected to report.
    pub months: Vec<Option<Total>>,
    /// Its own target.
    pub target: Option<Target>,
}

/// Everything of one year.
#[derive(Clone, Debug, PartialEq)]
pub struct AdmissionFigures {
    /// The year.
    pub year: i32,
    /// The day it is seen from.
    pub today: Date,
    /// So far this year, beside last year to the same day.
    pub admitted: YearOnYear,
    /// Transfers, the same.
    pub transferred: YearOnYear,
    /// The target that the year is held against; `None` too while one sector is looked at.
    pub target: Option<Target>,
    /// How the year stands against it.
    pub achievement: Option<Achievement>,
    /// Whether the bloc has a target that is left out because one sector is looked at.
    pub target_is_of_all: bool,
    /// Cumulative by month.
    pub cumulative: Vec<Point>,
    /// Last year's, cumulative; empty when nothing was reported then.
    pub cumulative_before: Vec<Point>,
    /// By month.
    pub months: Vec<Month>,
    /// Transfers by month.
    pub transfers: Vec<Point>,
    /// By unit, in the official order.
    pub units: Vec<UnitYear>,
    /// Where the year is heading.
    pub forecast: Option<Forecast>,
}

impl AdmissionFigures {
    /// Whether anything of the year has been reported.
    pub fn has_figures(&self) -> bool {
        self.admitted.now.quantity.is_some() || self.transferred.now.quantity.is_some()
    }

    /// Whether last year has figures to compare with.
    pub fn has_last_year(&self) -> bool {
        !self.cumulative_before.is_empty()
    }

    /// The target's count, where it is a count.
    pub fn goal(&self) -> Option<Count> {
        self.target.as_ref().and_then(goal)
    }
}

/// The count of a target that is a count.
pub fn goal(target: &Target) -> Option<Count> {
    match target.value {
        TargetValue::Count(count) => Some(count),
        TargetValue::Percent(_) => None,
    }
}

/// The target of admissions that a unit has for a period: of several the one that is no part of another
/// of the same unit and period ("trong đó").
pub fn target_of<'a>(ledger: &'a Ledger, unit: &UnitId, period: &Period) -> Option<&'a Target> {
    let indicator = admitted();
    ledger.targets_of(unit).find(|target| {
        target.period == *period
            && target.indicator.as_ref() == Some(&indicator)
            && !matches!(target.relation, Some(Relation::OfWhich(_)))
    })
}

/// The term's target that the year of `unit` is a part of, for a year's target that is set anew.
pub fn term_target<'a>(ledger: &'a Ledger, unit: &UnitId, year: i32) -> Option<&'a Target> {
    let term = &ledger.profile.as_ref()?.term;
    term.contains(&Period::Year(year))
        .then(|| target_of(ledger, unit, term))?
}

/// Reads one year.
pub fn read(scope: &Scope<'_>, year: i32) -> AdmissionFigures {
    let (form, period) = (admission_form(), Period::Year(year));
    let (admitted, transferred) = (cells("admitted"), cells("transferred"));
    let of_bloc = target_of(scope.ledger, &scope.root, &period).cloned();
    let over_all = scope.sector.is_none();
    let before = Period::Year(year - 1);
    let last_year = series::series(scope, &form, &admitted, &before);
    let reported_before = last_year.iter().any(|point| point.total.quantity.is_some());
    AdmissionFigures {
        year,
        today: scope.today,
        admitted: year_on_year(scope, &form, &admitted, &period),
        transferred: year_on_year(scope, &form, &transferred, &period),
        target_is_of_all: of_bloc.is_some() && !over_all,
        achievement: of_bloc
            .as_ref()
            .filter(|_| over_all)
            .map(|target| achievement(scope, target)),
        target: of_bloc.filter(|_| over_all),
        cumulative: series::cumulative(scope, &form, &admitted, &period),
        cumulative_before: match reported_before {
            true => series::cumulative(scope, &form, &admitted, &before),
            false => Vec::new(),
        },
        months: months(series::series(scope, &form, &admitted, &period), last_year),
        transfers: series::series(scope, &form, &transferred, &period),
        units: units(scope, &form, &period),
        forecast: forecast::forecast(scope, &form, &admitted, &period),
    }
}

/// Years always have a year before, so that the fallback is never seen.
fn year_on_year(scope: &Scope<'_>, form: &FormId, operand: &Operand, period: &Period) -> YearOnYear {
    aggregate::year_on_year(scope, form, operand, period).unwrap_or_else(|| YearOnYear {
        now: aggregate::total(scope, form, operand, period),
        before: Total::default(),
        change: None,
    })
}

fn months(now: Vec<Point>, before: Vec<Point>) -> Vec<Month> {
    now.into_iter()
        .zip(before.into_iter().map(Some).chain(std::iter::repeat(None)))
        .zip(1..=12)
        .map(|((now, before), month)| Month {
            month,
            before: before.map(|point| point.total).filter(|total| total.quantity.is_some()),
            now,
        })
        .collect()
}

/// Each unit's transfers month by month; `None` where it was not expected to report.
pub fn transfers_by_unit(scope: &Scope<'_>, year: i32) -> Vec<(UnitId, Vec<Option<Total>>)> {
    series::by_unit_and_slot(scope, &admission_form(), &cells("transferred"), &Period::Year(year))
}

fn units(scope: &Scope<'_>, form: &FormId, period: &Period) -> Vec<UnitYear> {
    let months = series::by_unit_and_slot(scope, form, &cells("admitted"), period);
    let transferred = aggregate::by_unit(scope, form, &cells("transferred"), period);
    let mut months: std::collections::HashMap<_, _> = months.into_iter().collect();
    let mut transferred: std::collections::HashMap<_, _> = transferred.into_iter().collect();
    aggregate::by_unit(scope, form, &cells("admitted"), period)
        .into_iter()
        .map(|(unit, total)| UnitYear {
            transferred: transferred.remove(&unit).unwrap_or_default(),
            months: months.remove(&unit).unwrap_or_default(),
            target: target_of(scope.ledger, &unit, period).cloned(),
            total,
            unit,
        })
        .collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;
    use crate::catalogue::Catalogue;
    use crate::model::statement::Realisation;

    fn demo(ask: impl FnOnce(&Scope<'_>)) {
        let records = crate::demo::load("hoa-binh-2022").unwrap().records;
        let ledger = Ledger::from_records(&records);
        let catalogue = Catalogue::built_in().unwrap();
        ask(&Scope::whole(&ledger, &catalogue, "2030-01-01".parse().unwrap()));
    }

    #[test]
    fn the_published_year_is_whole() {
        demo(|scope| {
            let found = read(scope, 2022);
            assert_eq!(found.admitted.now.count(), 121);
            assert_eq!(found.transferred.now.count(), 116);
            assert_eq!(found.goal(), Some(130));
            assert_eq!(found.months.len(), 12);
            let months: Count = found.months.iter().map(|month| month.now.total.count()).sum();
            assert_eq!(months, 121);
            assert_eq!(found.months[11].now.realisation, Realisation::Planned);
            let units: Count = found.units.iter().map(|unit| unit.total.count()).sum();
            assert_eq!((units, found.units.len()), (121, 72));
            let transferred: Count = found.units.iter().map(|unit| unit.transferred.count()).sum();
            assert_eq!(transferred, 116);
            assert_eq!(found.cumulative[10].total.count(), 121);
            assert_eq!(found.cumulative[11].total.quantity, None);
            assert!(!found.has_last_year());
        });
    }

    #[test]
    fn a_sector_is_not_held_against_the_blocs_target() {
        demo(|scope| {
            let sector = scope.ledger.sectors[0].id.clone();
            let found = read(&scope.in_sector(Some(sector)), 2022);
            assert_eq!((found.target.clone(), found.target_is_of_all), (None, true));
            assert!(found.admitted.now.count() < 121);
        });
    }

    #[test]
    fn a_year_that_lies_ahead_has_a_target_and_no_figures() {
        demo(|scope| {
            let found = read(scope, 2023);
            assert!(!found.has_figures());
            assert_eq!(found.goal(), Some(130));
            assert!(found.has_last_year());
            let unknown = read(scope, 2019);
            assert!(!unknown.has_figures());
            assert_eq!(unknown.target, None);
        });
    }

    #[test]
    fn the_address_names_the_year() {
        demo(|scope| {
            let year = |text: &str| year_of(text.parse().ok().as_ref(), scope.ledger, "2030-01-01".parse().unwrap());
            assert_eq!(year(""), 2022, "seen from the demo's day");
            assert_eq!((year("2021"), year("2021-Q3"), year("2020..2025")), (2021, 2021, 2022));
            assert_eq!(year("2010..2015"), 2015);
            assert_eq!(year("drive:nothing"), 2022);
        });
    }
}
