//! One drive's figures, all of them, as the page shows them. Nothing here is drawn or worded.

use super::progress::{Progress, progress};
use super::targets::{Held, held};
use crate::analysis::rate::{self, Rate};
use crate::analysis::{Scope, Total, aggregate};
use crate::model::drive::Drive;
use crate::model::id::{CellKey, DriveId, FormId, IndicatorId, OptionId, SectorId, UnitId};
use crate::model::indicator::{Indicator, Operand};
use crate::model::measure::{Column, OptionItem};
use crate::model::number::Count;
use crate::model::period::Period;
use crate::model::statement::Realisation;

/// The form that units report a drive on.
pub fn study_form() -> FormId {
    "study".into()
}

/// The indicator of an audience's participation.
pub fn participation(audience: &str) -> IndicatorId {
    IndicatorId::new(format!("participation_{audience}"))
}

/// Indicators of the work around a drive, in the order in which the work is done.
pub const WORK: [&str; 5] = [
    "plans",
    "organisations_studied",
    "write_ups",
    "action_programmes",
    "commitments",
];

/// An audience's part in a drive.
#[derive(Clone, Debug, PartialEq)]
pub struct AudienceFigures {
    /// The audience, with its name.
    pub audience: OptionItem,
    /// What is measured.
    pub indicator: Indicator,
    /// Over all units.
    pub rate: Rate,
    /// The target that it is held against.
    pub target: Option<Held>,
}

/// A rate of the work around the drive.
#[derive(Clone, Debug, PartialEq)]
pub struct WorkFigures {
    /// What is measured.
    pub indicator: Indicator,
    /// Over all units.
    pub rate: Rate,
    /// The target that it is held against.
    pub target: Option<Held>,
}

/// The results of write-ups.
#[derive(Clone, Debug, PartialEq)]
pub struct GradeFigures {
    /// The grades, the best first, each over all units.
    pub grades: Vec<(Column, Total)>,
    /// Each unit's counts in the order of the grades; `None` for a unit that has not reported.
    pub units: Vec<(UnitId, Option<Vec<Count>>)>,
}

impl GradeFigures {
    /// How many write-ups were graded.
    pub fn whole(&self) -> Count {
        self.grades.iter().map(|(_, total)| total.count()).sum()
    }
}

/// Everything of one drive.
#[derive(Clone, Debug, PartialEq)]
pub struct DriveFigures {
    /// The drive.
    pub drive: Drive,
    /// Whether it lies ahead, runs, or is over.
    pub realisation: Realisation,
    /// Its audiences, and any other audience that units reported; the first is the main one.
    pub audiences: Vec<AudienceFigures>,
    /// The audience that units are compared by.
    pub chosen: usize,
    /// Each expected unit's participation, in the official order.
    pub units: Vec<(UnitId, Rate)>,
    /// Each sector's, in the bloc's order.
    pub sectors: Vec<(Option<SectorId>, Rate)>,
    /// Plans, programmes, commitments: those that somebody reported, or that a target or statement names.
    pub work: Vec<WorkFigures>,
    /// Copies handed out; the coverage says to how many units.
    pub copies: Total,
    /// Results of write-ups.
    pub grades: GradeFigures,
    /// Over the drive's days, in attended members of the chosen audience.
    pub progress: Progress,
}

impl DriveFigures {
    /// The audience that units are compared by; `None` where the catalogue has none for this drive.
    pub fn main(&self) -> Option<&AudienceFigures> {
        self.audiences.get(self.chosen)
    }

    /// Whether any unit has reported anything that is shown here.
    pub fn has_figures(&self) -> bool {
        self.audiences.iter().any(|it| it.rate.numerator.quantity.is_some())
            || self.work.iter().any(|it| it.rate.numerator.quantity.is_some())
            || self.copies.quantity.is_some()
            || self.grades.whole() > 0
    }

    /// Whether some of the units are compared by has been reported.
    pub fn has_units(&self) -> bool {
        self.units.iter().any(|(_, rate)| rate.exact.is_some())
    }
}

/// Reads one drive's figures; `None` for a drive that does not exist. `audience` is the one chosen for the
/// comparison of units, where the address names one.
pub fn read(scope: &Scope<'_>, drive: &DriveId, audience: Option<&str>) -> Option<DriveFigures> {
    let drive = scope.ledger.drive(drive)?.clone();
    let period = drive.period();
    let form = study_form();
    let audiences = audiences(scope, &drive);
    let chosen = audience
        .and_then(|wanted| audiences.iter().position(|it| it.audience.id.as_str() == wanted))
        .unwrap_or(0);
    let main = audiences.get(chosen);
    let compared = main.map(|it| &it.indicator);
    let units = compared
        .and_then(|it| rate::by_unit(scope, it, &period).ok())
        .unwrap_or_default();
    let sectors = compared
        .and_then(|it| rate::by_sector(scope, it, &period).ok())
        .unwrap_or_default();
    let attended = main.map_or_else(|| CellKey::new("attended.members"), |it| attended_cell(&it.audience.id));
    let ids: Vec<UnitId> = scope
        .units(&form, &period)
        .into_iter()
        .map(|unit| unit.id.clone())
        .collect();
    Some(DriveFigures {
        realisation: Realisation::at(drive.start, drive.end, scope.today),
        chosen,
        units,
        sectors,
        work: work(scope, &drive),
        copies: aggregate::total(scope, &form, &cells("copies"), &period),
        grades: grades(scope, &form, &period),
        progress: progress(scope.ledger, &form, &period, &attended, &ids),
        audiences,
        drive,
    })
}

/// The cell that says how many of an audience attended.
fn attended_cell(audience: &OptionId) -> CellKey {
    CellKey::of(&"attended".into(), std::slice::from_ref(audience))
}

fn cells(key: &str) -> Operand {
    Operand::Cells {
        cells: vec![key.into()],
        form: None,
        latest: false,
    }
}

/// The drive's audiences in the order of the catalogue, then others that somebody reported.
fn audiences(scope: &Scope<'_>, drive: &Drive) -> Vec<AudienceFigures> {
    let Some(set) = scope.catalogue.option_set(&"audience".into(), Some(drive.end.year())) else {
        return Vec::new();
    };
    set.options
        .iter()
        .filter_map(|audience| {
            let indicator = scope.catalogue.indicator(&participation(audience.id.as_str()))?.clone();
            let rate = rate::rate(scope, &indicator, &drive.period()).ok()?;
            let asked = drive.audiences.contains(&audience.id);
            (asked || rate.numerator.quantity.is_some()).then(|| AudienceFigures {
                audience: audience.clone(),
                target: held(scope, drive, &indicator.id),
                indicator,
                rate,
            })
        })
        .collect()
}

fn work(scope: &Scope<'_>, drive: &Drive) -> Vec<WorkFigures> {
    WORK.iter()
        .filter_map(|id| {
            let indicator = scope.catalogue.indicator(&(*id).into())?.clone();
            let rate = rate::rate(scope, &indicator, &drive.period()).ok()?;
            rate.numerator.quantity.is_some().then(|| WorkFigures {
                target: held(scope, drive, &indicator.id),
                indicator,
                rate,
            })
        })
        .collect()
}

fn grades(scope: &Scope<'_>, form: &FormId, period: &Period) -> GradeFigures {
    let key = CellKey::new("write_ups");
    let grades = aggregate::by_option(scope, form, &key, period);
    let (_, units) = aggregate::by_unit_and_option(scope, form, &key, period);
    let units = units
        .into_iter()
        .map(|(unit, totals)| {
            let reported = totals.iter().any(|total| total.quantity.is_some());
            (unit, reported.then(|| totals.iter().map(Total::count).collect()))
        })
        .collect();
    GradeFigures { grades, units }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;
    use crate::catalogue::Catalogue;
    use crate::model::ledger::Ledger;
    use crate::model::number::Percent;

    fn demo(ask: impl FnOnce(&Scope<'_>)) {
        let records = crate::demo::load("hoa-binh-2021").unwrap().records;
        let ledger = Ledger::from_records(&records);
        let catalogue = Catalogue::built_in().unwrap();
        ask(&Scope::whole(&ledger, &catalogue, "2030-01-01".parse().unwrap()));
    }

    #[test]
    fn the_published_drive_is_whole() {
        demo(|scope| {
            let found = read(scope, &"dai-hoi-xiii".into(), None).unwrap();
            let main = found.main().unwrap();
            assert_eq!(main.audience.id.as_str(), "members");
            assert_eq!(
                (main.rate.numerator.count(), main.rate.denominator.count()),
                (4201, 4201)
            );
            assert_eq!(found.realisation, Realisation::Done);
            assert_eq!(
                (found.units.len(), found.has_figures(), found.has_units()),
                (73, true, true)
            );
            let sum: Count = found.sectors.iter().map(|(_, rate)| rate.numerator.count()).sum();
            assert_eq!(sum, 4201);
            let plans = &found.work[0];
            assert_eq!((plans.rate.numerator.count(), plans.rate.denominator.count()), (73, 73));
            assert_eq!(found.copies.count(), 3545);
            let grades: Vec<Count> = found.grades.grades.iter().map(|(_, total)| total.count()).collect();
            assert_eq!(grades, [1647, 1924, 613, 17, 0]);
            assert_eq!(found.grades.whole(), 4201);
            assert!(found.grades.units.iter().all(|(_, counts)| counts.is_some()));
        });
    }

    #[test]
    fn a_drive_with_statements_only_has_no_invented_counts() {
        demo(|scope| {
            let found = read(scope, &"dai-hoi-tinh-xvii".into(), None).unwrap();
            assert!(!found.has_figures());
            assert!(found.audiences.iter().all(|it| it.rate.percent.is_none()));
            assert_eq!((found.work.len(), found.grades.whole()), (0, 0));
            assert_eq!(found.copies.quantity, None);
            assert_eq!(found.progress, Progress::default());
        });
    }

    #[test]
    fn a_sector_is_a_part_of_the_whole() {
        demo(|scope| {
            let whole = read(scope, &"dai-hoi-xiii".into(), None).unwrap();
            let (sector, rate) = whole.sectors[0].clone();
            let part = read(&scope.in_sector(sector), &"dai-hoi-xiii".into(), Some("members")).unwrap();
            assert_eq!(part.main().unwrap().rate.numerator.count(), rate.numerator.count());
            assert_eq!(part.main().unwrap().rate.percent, Some(Percent::HUNDRED));
            assert!(part.units.len() < whole.units.len());
        });
    }

    #[test]
    fn an_unknown_drive_is_none_and_an_unknown_audience_the_first() {
        demo(|scope| {
            assert_eq!(read(scope, &"elsewhere".into(), None), None);
            assert_eq!(read(scope, &"dai-hoi-xiii".into(), Some("nobody")).unwrap().chosen, 0);
        });
    }
}
