//! Totals along time: a point for each of a form's periods within a span.

use super::Scope;
use super::aggregate::{Total, fold};
use super::reading::{Readings, read};
use crate::model::id::{FormId, UnitId};
use crate::model::indicator::Operand;
use crate::model::period::Period;
use crate::model::statement::Realisation;

/// A point of a series.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// The form's own period: a month, a drive.
    pub period: Period,
    /// Whether it lies ahead, runs, or is over. What is reported for one ahead stands in `total.planned`.
    pub realisation: Realisation,
    /// The total of this period, or up to its end.
    pub total: Total,
}

/// The total of each of the form's periods within `period`.
pub fn series(scope: &Scope<'_>, form: &FormId, operand: &Operand, period: &Period) -> Vec<Point> {
    points(&read(scope, form, operand, period))
}

fn points(readings: &Readings<'_>) -> Vec<Point> {
    (0..readings.slots.len())
        .map(|at| {
            let alone = readings.only(at);
            Point {
                period: readings.slots[at].period.clone(),
                realisation: readings.slots[at].realisation,
                total: fold(&alone, &alone.rows, usize::MAX),
            }
        })
        .collect()
}

/// The total from the start of `period` to the end of each of the form's periods within it (lũy kế).
/// Periods that lie ahead have no quantity.
pub fn cumulative(scope: &Scope<'_>, form: &FormId, operand: &Operand, period: &Period) -> Vec<Point> {
    let readings = read(scope, form, operand, period);
    (0..readings.slots.len())
        .map(|at| {
            let slot = &readings.slots[at];
            let mut total = fold(&readings, &readings.rows, at + 1);
            if !slot.has_begun() {
                total.quantity = None;
            }
            Point {
                period: slot.period.clone(),
                realisation: slot.realisation,
                total,
            }
        })
        .collect()
}

/// A row of a heat map: a unit and its total in each period; `None` where it was not expected to report.
pub type HeatRow = (UnitId, Vec<Option<Total>>);

/// Each unit's total in each of `periods`, in the official order: units × drives, units × months.
pub fn by_unit_and_period(scope: &Scope<'_>, form: &FormId, operand: &Operand, periods: &[Period]) -> Vec<HeatRow> {
    let columns: Vec<Vec<(UnitId, Total)>> = periods
        .iter()
        .map(|period| super::aggregate::by_unit(scope, form, operand, period))
        .collect();
    heat(scope, columns)
}

/// Each unit's total in each of the form's own periods within `period`, in the official order, from one reading.
pub fn by_unit_and_slot(scope: &Scope<'_>, form: &FormId, operand: &Operand, period: &Period) -> Vec<HeatRow> {
    let readings = read(scope, form, operand, period);
    let mut rows: Vec<HeatRow> = readings
        .rows
        .iter()
        .map(|row| (row.unit.id.clone(), Vec::with_capacity(readings.slots.len())))
        .collect();
    for at in 0..readings.slots.len() {
        let alone = readings.only(at);
        for (row, (_, cells)) in alone.rows.iter().zip(&mut rows) {
            let total = fold(&alone, [row], usize::MAX);
            cells.push((total.coverage.expected() > 0 || total.planned.is_some()).then_some(total));
        }
    }
    rows.retain(|(_, cells)| cells.iter().any(Option::is_some));
    rows
}

/// Lines up columns of values by unit, in the official order.
pub(crate) fn heat<T>(scope: &Scope<'_>, columns: Vec<Vec<(UnitId, T)>>) -> Vec<(UnitId, Vec<Option<T>>)> {
    let width = columns.len();
    let mut cells = std::collections::HashMap::new();
    for (at, column) in columns.into_iter().enumerate() {
        for (unit, value) in column {
            let row: &mut Vec<Option<T>> = cells
                .entry(unit)
                .or_insert_with(|| std::iter::repeat_with(|| None).take(width).collect());
            row[at] = Some(value);
        }
    }
    scope
        .in_order()
        .into_iter()
        .filter_map(|unit| cells.remove_entry(&unit.id))
        .collect()
}
