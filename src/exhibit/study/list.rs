//! The list of drives, and units × drives.

use super::figures::{participation, study_form};
use crate::analysis::rate::{self, Rate};
use crate::analysis::{Scope, Total, aggregate};
use crate::model::drive::Drive;
use crate::model::id::UnitId;
use crate::model::indicator::{Indicator, Operand};
use crate::model::ledger::Ledger;
use crate::model::number::Percent;
use crate::model::period::Period;
use crate::model::returns::Return;
use crate::model::statement::{Realisation, StatedValue, Statement, Subject};

/// A drive in the list.
#[derive(Clone, Debug, PartialEq)]
pub struct DriveRow {
    /// The drive.
    pub drive: Drive,
    /// Whether it lies ahead, runs, or is over.
    pub realisation: Realisation,
    /// Participation of its main audience; `None` where the catalogue measures none.
    pub rate: Option<Rate>,
    /// How many organisations have studied, of how many.
    pub studied: Option<Total>,
    /// What a report states of its participation, where there are no counts.
    pub stated: Option<Statement>,
}

/// The drives that touch `period`, the latest first; all of them without a period.
pub fn drives_within(ledger: &Ledger, period: Option<&Period>) -> Vec<Drive> {
    let span = period.and_then(|period| ledger.span(period));
    let touches = |drive: &&Drive| match (period, span) {
        (None, _) => true,
        (Some(_), Some((start, end))) => drive.start <= end && start <= drive.end,
        (Some(_), None) => false,
    };
    ledger.drives.iter().filter(touches).cloned().collect()
}

/// The main audience's indicator: of the drive's audiences the first that the catalogue measures.
pub fn main_indicator<'a>(scope: &Scope<'a>, drive: &Drive) -> Option<&'a Indicator> {
    drive
        .audiences
        .iter()
        .map(|audience| participation(audience.as_str()))
        .chain([participation("members")])
        .find_map(|id| scope.catalogue.indicator(&id))
}

/// A row for each of `drives`.
pub fn rows(scope: &Scope<'_>, drives: &[Drive]) -> Vec<DriveRow> {
    drives.iter().map(|drive| row(scope, drive)).collect()
}

fn row(scope: &Scope<'_>, drive: &Drive) -> DriveRow {
    let period = drive.period();
    let indicator = main_indicator(scope, drive);
    let rate = indicator.and_then(|indicator| rate::rate(scope, indicator, &period).ok());
    let studied = Operand::Cells {
        cells: vec!["studied".into()],
        form: None,
        latest: false,
    };
    let studied = aggregate::total(scope, &study_form(), &studied, &period);
    let counted = rate.as_ref().is_some_and(|rate| rate.exact.is_some());
    // A statement speaks of the whole bloc, not of one sector.
    let stated = (!counted && scope.sector.is_none())
        .then(|| indicator.and_then(|indicator| stated_share(scope.ledger, drive, indicator)))
        .flatten();
    DriveRow {
        realisation: Realisation::at(drive.start, drive.end, scope.today),
        drive: drive.clone(),
        rate,
        studied: (studied.coverage.expected() > 0).then_some(studied),
        stated,
    }
}

/// What a report states of a drive by an indicator, as a percentage.
pub fn stated_share(ledger: &Ledger, drive: &Drive, indicator: &Indicator) -> Option<Statement> {
    let speaks = |statement: &&Statement| {
        statement.period == drive.period()
            && matches!(statement.value, StatedValue::Percent(_))
            && matches!(&statement.subject, Subject::Indicator { indicator: of, .. } if *of == indicator.id)
    };
    ledger.statements.iter().find(speaks).cloned()
}

/// A unit's participation in each of the drives; `None` where it was not expected to report.
pub type UnitAndDrives = (UnitId, Vec<Option<Rate>>);

/// Whether a drive is known only by what a report states of it: then no unit owes figures, and none is told that it does.
fn is_only_stated(scope: &Scope<'_>, drive: &Drive, indicator: &Indicator) -> bool {
    let (form, period) = (study_form(), drive.period());
    let mut of_drive = scope.ledger.periods_of(&form).filter(|(of, _)| **of == period);
    let counted = of_drive.any(|(_, returns)| returns.values().any(Return::has_values));
    !counted && stated_share(scope.ledger, drive, indicator).is_some()
}

/// Of drives that have begun those that units × drives leaves out, because only a report speaks of them.
pub fn only_stated(scope: &Scope<'_>, drives: &[Drive]) -> Vec<Drive> {
    let Some(indicator) = scope.catalogue.indicator(&participation("members")) else {
        return Vec::new();
    };
    let begun = drives.iter().filter(|drive| drive.start <= scope.today);
    begun
        .filter(|drive| is_only_stated(scope, drive, indicator))
        .cloned()
        .collect()
}

/// The participation that every unit has in every drive, where it is one and the same: a map of it shows nothing.
pub fn all_alike(rows: &[UnitAndDrives]) -> Option<Percent> {
    let mut cells = rows.iter().flat_map(|(_, cells)| cells).flatten();
    let first = cells.next()?.percent?;
    (rows.len() > 1 && cells.all(|rate| rate.percent == Some(first))).then_some(first)
}

/// Units × drives: participation of members, the drives in the order given. Drives that lie ahead are left out, and those that only
/// a report speaks of; nothing is given while no drive has figures.
pub fn units_and_drives(scope: &Scope<'_>, drives: &[Drive]) -> (Vec<Drive>, Vec<UnitAndDrives>) {
    let Some(indicator) = scope.catalogue.indicator(&participation("members")) else {
        return (Vec::new(), Vec::new());
    };
    let begun: Vec<Drive> = drives
        .iter()
        .filter(|drive| drive.start <= scope.today && !is_only_stated(scope, drive, indicator))
        .cloned()
        .collect();
    let periods: Vec<Period> = begun.iter().map(Drive::period).collect();
    let rows = rate::by_unit_and_period(scope, indicator, &periods).unwrap_or_default();
    let has_figure = |(_, cells): &UnitAndDrives| cells.iter().flatten().any(|rate| rate.exact.is_some());
    match rows.iter().any(has_figure) {
        true => (begun, rows),
        false => (Vec::new(), Vec::new()),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;
    use crate::catalogue::Catalogue;

    fn demo(ask: impl FnOnce(&Scope<'_>)) {
        let records = crate::demo::load("hoa-binh-2021").unwrap().records;
        let ledger = Ledger::from_records(&records);
        let catalogue = Catalogue::built_in().unwrap();
        ask(&Scope::whole(&ledger, &catalogue, "2030-01-01".parse().unwrap()));
    }

    #[test]
    fn counts_where_there_are_counts_and_statements_where_not() {
        demo(|scope| {
            let rows = rows(scope, &drives_within(scope.ledger, None));
            let ids: Vec<&str> = rows.iter().map(|row| row.drive.id.as_str()).collect();
            assert_eq!(ids, ["dai-hoi-xiii", "dai-hoi-tinh-xvii"]);
            assert_eq!(rows[0].rate.as_ref().unwrap().percent, Some(Percent::HUNDRED));
            assert_eq!(rows[0].stated, None);
            assert_eq!(rows[0].studied.as_ref().unwrap().count(), 73);
            assert_eq!(rows[1].rate.as_ref().unwrap().percent, None);
            let stated = rows[1].stated.as_ref().unwrap();
            assert_eq!(stated.value, StatedValue::Percent(Percent::HUNDRED));
        });
    }

    #[test]
    fn a_period_shows_the_drives_that_touch_it() {
        demo(|scope| {
            let within = |period: &str| drives_within(scope.ledger, Some(&period.parse().unwrap())).len();
            assert_eq!((within("2021"), within("2020"), within("2019")), (2, 1, 0));
            assert_eq!((within("2020..2025"), within("2021-07")), (2, 1));
        });
    }

    #[test]
    fn the_heat_map_accuses_nobody_of_a_drive_that_only_a_report_speaks_of() {
        demo(|scope| {
            let (drives, rows) = units_and_drives(scope, &scope.ledger.drives);
            let ids = |drives: &[Drive]| drives.iter().map(|drive| drive.id.to_string()).collect::<Vec<_>>();
            assert_eq!((ids(&drives), rows.len()), (vec!["dai-hoi-xiii".to_owned()], 73));
            let exact = |cell: &Option<Rate>| cell.as_ref().is_some_and(|rate| rate.exact.is_some());
            assert!(rows.iter().all(|(_, cells)| exact(&cells[0])));
            assert_eq!(all_alike(&rows), Some(Percent::HUNDRED));
            assert_eq!(ids(&only_stated(scope, &scope.ledger.drives)), ["dai-hoi-tinh-xvii"]);
            let early = scope.on("2020-12-15".parse().unwrap());
            assert_eq!(units_and_drives(&early, &scope.ledger.drives), (Vec::new(), Vec::new()));
        });
    }

    #[test]
    fn a_drive_without_figures_and_without_a_statement_shows_who_has_not_reported() {
        demo(|scope| {
            let mut ledger = scope.ledger.clone();
            ledger.statements.clear();
            let scope = Scope::whole(&ledger, scope.catalogue, scope.today);
            let (drives, rows) = units_and_drives(&scope, &ledger.drives);
            assert_eq!((drives.len(), only_stated(&scope, &ledger.drives)), (2, Vec::new()));
            assert!(
                rows.iter()
                    .all(|(_, cells)| cells.iter().flatten().any(|rate| rate.exact.is_none()))
            );
            assert_eq!(all_alike(&rows), None);
        });
    }
}
