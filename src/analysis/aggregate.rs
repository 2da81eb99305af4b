//! Totals of cells over units and time, each with its coverage.
//!
//! A total of a longer span than the form's own period adds up the form's periods within it, or takes the
//! last one, as the measure says. Periods after the day figures are seen from are kept apart as planned.
//! Values of drafts and of returns that were sent back count; the return's state is told by
//! [`super::completeness`].

use super::coverage::Coverage;
use super::reading::{Readings, Row, plus, read};
use super::series::heat;
use super::{Scope, calendar};
use crate::model::date::Date;
use crate::model::id::{CellKey, CountingUnitId, FormId, SectorId, UnitId};
use crate::model::indicator::Operand;
use crate::model::measure::{Column, OverTime, OverUnits};
use crate::model::number::{Count, Percent};
use crate::model::period::Period;
use crate::model::quantity::Quantity;
use crate::model::unit::Unit;
use std::collections::HashMap;

/// A sum over units and time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Total {
    /// How many; `None` when nobody reported.
    pub quantity: Option<Quantity>,
    /// What is reported for periods that lie ahead: a plan, not in `quantity`.
    pub planned: Option<Quantity>,
    /// What is counted; `None` when the operand adds up different things or is unknown.
    pub counting_unit: Option<CountingUnitId>,
    /// Over whom.
    pub coverage: Coverage,
    /// Cells that are kept as typed and left out.
    pub invalid: usize,
    /// For figures of which the last one stands: the latest day that a part of it stands for.
    pub as_of: Option<Date>,
    /// The same, the earliest day.
    pub as_of_earliest: Option<Date>,
}

impl Total {
    /// The count, 0 when nobody reported. For sums and drawing; say "nobody reported" from `quantity`.
    pub fn count(&self) -> Count {
        self.quantity.map_or(0, |quantity| quantity.count)
    }
}

/// What one unit's values of a span come to.
pub(crate) struct Summary {
    pub quantity: Option<Quantity>,
    pub planned: Option<Quantity>,
    pub expected: bool,
    pub partial: bool,
    pub invalid: usize,
    pub as_of: Option<Date>,
}

/// Folds the first `until` slots of one unit.
pub(crate) fn summarise(readings: &Readings<'_>, row: &Row<'_>, until: usize) -> Summary {
    let mut sum = Summary {
        quantity: None,
        planned: None,
        expected: false,
        partial: false,
        invalid: 0,
        as_of: None,
    };
    let mut lacking = false;
    let gone = readings.is_gone(row, until);
    for (slot, value) in readings.slots.iter().zip(&row.values).take(until) {
        if !slot.has_begun() {
            sum.planned = plus(sum.planned, value.quantity);
            continue;
        }
        if gone {
            continue;
        }
        sum.invalid += value.invalid;
        match value.quantity {
            Some(quantity) if readings.over_time == OverTime::Last => {
                sum.quantity = Some(quantity);
                sum.as_of = value.as_of;
                // A later value makes up for earlier gaps.
                (lacking, sum.partial) = (false, value.partial);
            }
            Some(quantity) => {
                sum.quantity = plus(sum.quantity, Some(quantity));
                sum.as_of = sum.as_of.max(value.as_of);
                sum.partial |= value.partial;
            }
            None => lacking |= slot.required && value.expected,
        }
        sum.expected |= (slot.required && value.expected) || value.quantity.is_some();
    }
    sum.partial |= lacking;
    sum
}

/// Folds units into one total, over the first `until` slots.
pub(crate) fn fold<'r, 'a: 'r>(
    readings: &Readings<'a>,
    rows: impl IntoIterator<Item = &'r Row<'a>>,
    until: usize,
) -> Total {
    let mut total = Total {
        counting_unit: readings.counting_unit.clone(),
        ..Total::default()
    };
    let mut units = 0usize;
    for row in rows {
        let sum = summarise(readings, row, until);
        total.planned = plus(total.planned, sum.planned);
        total.invalid += sum.invalid;
        if !sum.expected {
            continue;
        }
        units += 1;
        total.coverage.expected.push(row.unit.id.clone());
        match sum.quantity {
            None => total.coverage.missing.push(row.unit.id.clone()),
            Some(_) if sum.partial => total.coverage.partial.push(row.unit.id.clone()),
            Some(_) => {}
        }
        total.quantity = plus(total.quantity, sum.quantity);
        if sum.quantity.is_some() {
            total.as_of = total.as_of.max(sum.as_of);
            total.as_of_earliest = match (total.as_of_earliest, sum.as_of) {
                (Some(a), Some(b)) => Some(a.min(b)),
                (a, b) => a.or(b),
            };
        }
    }
    if readings.over_units == OverUnits::None && units > 1 {
        total.quantity = None;
        total.planned = None;
    }
    total
}

/// Folds all units over the whole span.
pub(crate) fn fold_all(readings: &Readings<'_>) -> Total {
    fold(readings, &readings.rows, usize::MAX)
}

/// The total of an operand over a scope and a span. `form` is the one its cells stand on when the operand
/// names none.
pub fn total(scope: &Scope<'_>, form: &FormId, operand: &Operand, period: &Period) -> Total {
    fold_all(&read(scope, form, operand, period))
}

/// Each expected unit's own total, in the official order.
pub fn by_unit(scope: &Scope<'_>, form: &FormId, operand: &Operand, period: &Period) -> Vec<(UnitId, Total)> {
    let readings = read(scope, form, operand, period);
    readings
        .rows
        .iter()
        .map(|row| (row.unit.id.clone(), fold(&readings, [row], usize::MAX)))
        .filter(|(_, total)| total.coverage.expected() > 0 || total.planned.is_some())
        .collect()
}

/// Each sector's total, in the order of the bloc's list; units without a known sector come last, as `None`.
/// Sectors that nobody is expected from are left out.
pub fn by_sector(
    scope: &Scope<'_>,
    form: &FormId,
    operand: &Operand,
    period: &Period,
) -> Vec<(Option<SectorId>, Total)> {
    if scope.ledger.units.has_past() {
        // A unit may have moved within the span: each sector is asked for itself.
        let sectors = scope.by_sector().into_iter();
        let totals = sectors.map(|(sector, scope)| (sector, read(&scope, form, operand, period)));
        let totals = totals.filter(|(_, readings)| !readings.rows.is_empty());
        return totals.map(|(sector, readings)| (sector, fold_all(&readings))).collect();
    }
    let readings = read(scope, form, operand, period);
    let groups = group_by_sector(scope, &readings.rows, |row| row.unit.sector.as_ref());
    groups
        .into_iter()
        .map(|(sector, rows)| (sector, fold(&readings, rows, usize::MAX)))
        .collect()
}

/// Puts things in groups by sector, in the order of the bloc's list, those of no known sector last.
pub(crate) fn group_by_sector<'r, T>(
    scope: &Scope<'_>,
    things: &'r [T],
    sector: impl Fn(&T) -> Option<&SectorId>,
) -> Vec<(Option<SectorId>, Vec<&'r T>)> {
    let sectors = &scope.ledger.sectors;
    let places: HashMap<&SectorId, usize> = sectors.iter().enumerate().map(|(at, it)| (&it.id, at)).collect();
    let mut groups: Vec<(Option<SectorId>, Vec<&T>)> = sectors
        .iter()
        .map(|it| (Some(it.id.clone()), Vec::new()))
        .chain([(None, Vec::new())])
        .collect();
    for thing in things {
        let at = sector(thing).and_then(|id| places.get(id)).copied();
        groups[at.unwrap_or(sectors.len())].1.push(thing);
    }
    groups.retain(|(_, things)| !things.is_empty());
    groups
}

/// The totals of the units just below the scope's root, each over its own subtree; the root's own figures,
/// where it reports itself, come first under its own identifier. They add up to the scope's total.
pub fn by_child(scope: &Scope<'_>, form: &FormId, operand: &Operand, period: &Period) -> Vec<(UnitId, Total)> {
    let tree = &scope.ledger.units;
    if tree.has_past() {
        return by_child_then(scope, form, operand, period);
    }
    let readings = read(scope, form, operand, period);
    let mut order = vec![scope.root.clone()];
    let mut group_of: HashMap<UnitId, usize> = HashMap::from([(scope.root.clone(), 0)]);
    for child in tree.children(&scope.root) {
        for unit in tree.subtree(&child.id) {
            group_of.insert(unit.id.clone(), order.len());
        }
        order.push(child.id.clone());
    }
    let mut groups: Vec<Vec<&Row<'_>>> = vec![Vec::new(); order.len()];
    for row in &readings.rows {
        if let Some(&at) = group_of.get(&row.unit.id) {
            groups[at].push(row);
        }
    }
    order
        .into_iter()
        .zip(groups)
        .filter(|(_, rows)| !rows.is_empty())
        .map(|(unit, rows)| (unit, fold(&readings, rows, usize::MAX)))
        .collect()
}

/// The same where units were moved: each unit that ever stood just below is asked for itself, because another may have
/// stood below it for a part of the span.
fn by_child_then(scope: &Scope<'_>, form: &FormId, operand: &Operand, period: &Period) -> Vec<(UnitId, Total)> {
    let mut found = Vec::new();
    let readings = read(scope, form, operand, period);
    if let Some(own) = readings.rows.iter().find(|row| row.unit.id == scope.root) {
        found.push((scope.root.clone(), fold(&readings, [own], usize::MAX)));
    }
    let is_child = |unit: &&Unit| {
        let was = unit.earlier.iter().any(|was| was.parent.as_ref() == Some(&scope.root));
        was || unit.parent.as_ref() == Some(&scope.root)
    };
    for child in scope.ledger.units.in_order().into_iter().filter(is_child) {
        let below = scope.at(&child.id).in_sector(scope.sector.clone());
        let readings = read(&below, form, operand, period);
        if !readings.rows.is_empty() {
            found.push((child.id.clone(), fold_all(&readings)));
        }
    }
    found
}

/// The total under each option that `key` leaves open: each grade of `write_ups`, in the set's order.
pub fn by_option(scope: &Scope<'_>, form: &FormId, key: &CellKey, period: &Period) -> Vec<(Column, Total)> {
    options(scope, key, period)
        .into_iter()
        .map(|column| {
            let total = total(scope, form, &cell(&column), period);
            (column, total)
        })
        .collect()
}

/// The same for each unit: the columns, and a row of totals for each expected unit.
pub fn by_unit_and_option(
    scope: &Scope<'_>,
    form: &FormId,
    key: &CellKey,
    period: &Period,
) -> (Vec<Column>, Vec<(UnitId, Vec<Total>)>) {
    let columns = options(scope, key, period);
    let totals = columns
        .iter()
        .map(|column| by_unit(scope, form, &cell(column), period))
        .collect();
    let rows = heat(scope, totals)
        .into_iter()
        .map(|(unit, totals)| (unit, totals.into_iter().map(Option::unwrap_or_default).collect()))
        .collect();
    (columns, rows)
}

fn options(scope: &Scope<'_>, key: &CellKey, period: &Period) -> Vec<Column> {
    let year = scope.ledger.span(period).map(|(_, end)| end.year());
    scope.catalogue.cells(key, year)
}

fn cell(column: &Column) -> Operand {
    Operand::Cells {
        cells: vec![column.key.clone()],
        form: None,
        latest: false,
    }
}

/// A total beside that of the same period last year (cùng kỳ).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearOnYear {
    /// This year's.
    pub now: Total,
    /// Last year's, up to the same day of the year.
    pub before: Total,
    /// The change relative to last year, one decimal; `None` when either is not reported or last year's is zero.
    pub change: Option<Percent>,
}

/// A total and that of the same period last year, cut at the same day of the year so that eleven months
/// are compared with eleven months. `None` for a drive.
pub fn year_on_year(scope: &Scope<'_>, form: &FormId, operand: &Operand, period: &Period) -> Option<YearOnYear> {
    let now = total(scope, form, operand, period);
    let earlier = scope.on(calendar::a_year_before(scope.today));
    let before = total(&earlier, form, operand, &period.same_last_year()?);
    let change = match (before.quantity, now.quantity) {
        (Some(before), Some(now)) => Percent::change(before.count, now.count),
        _ => None,
    };
    Some(YearOnYear { now, before, change })
}

#[cfg(test)]
mod tests;
