//! One pass over the returns: what each unit reported for each slot. Totals, rates and rules are folds
//! of a [`Readings`], so that they all agree on what counts as reported.

use super::Scope;
use super::calendar::{Slot, slots_of_form};
use super::gather::gather;
use super::scope::UnitsAs;
use crate::catalogue::Catalogue;
use crate::model::date::Date;
use crate::model::id::{CellKey, CountingUnitId, FormId, OptionId};
use crate::model::indicator::Operand;
use crate::model::measure::{OverTime, OverUnits, ValueType};
use crate::model::period::Period;
use crate::model::quantity::Quantity;
use crate::model::returns::{CellValue, Return};
use crate::model::sort::SmallSort;
use crate::model::statement::Realisation;
use crate::model::unit::Unit;
use std::rc::Rc;

/// What one unit reported for one slot.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Value {
    /// The sum of the operand's cells; `None` when nothing usable was reported.
    pub quantity: Option<Quantity>,
    /// Whether the unit is expected to report the slot.
    pub expected: bool,
    /// Whether some of the cells could not be read.
    pub partial: bool,
    /// How many cells could not be read.
    pub invalid: usize,
    /// The day the value stands for, where one is given.
    pub as_of: Option<Date>,
    /// Whether the unit is there, and in the scope, when the slot closes. Of figures of which the last one stands, those
    /// of a unit that is not there any more do not: its successor's do.
    pub there: bool,
}

/// What one unit reported, slot by slot.
pub(crate) struct Row<'a> {
    pub unit: &'a Unit,
    pub values: Vec<Value>,
}

/// What all units of a scope reported.
pub(crate) struct Readings<'a> {
    pub slots: Vec<Slot>,
    pub rows: Vec<Row<'a>>,
    pub over_time: OverTime,
    pub over_units: OverUnits,
    pub counting_unit: Option<CountingUnitId>,
}

impl<'a> Readings<'a> {
    /// Whether a row does not stand, of figures of which the last one does: its unit is not there any more when the last
    /// of the first `until` slots that has begun closes.
    pub(crate) fn is_gone(&self, row: &Row<'_>, until: usize) -> bool {
        self.over_time == OverTime::Last && {
            let mut slots = self.slots.iter().zip(&row.values).take(until);
            let last = slots.rfind(|(slot, _)| slot.has_begun());
            last.is_some_and(|(_, value)| !value.there)
        }
    }

    /// The same with one slot only, which is then required as soon as it has begun.
    pub(crate) fn only(&self, at: usize) -> Readings<'a> {
        let slot = Slot {
            required: self.slots[at].has_begun(),
            ..self.slots[at].clone()
        };
        Readings {
            slots: vec![slot],
            rows: self
                .rows
                .iter()
                .map(|row| Row {
                    unit: row.unit,
                    values: vec![row.values[at]],
                })
                .collect(),
            counting_unit: self.counting_unit.clone(),
            ..*self
        }
    }
}

/// A cell that an operand means.
struct WantedCell {
    key: CellKey,
    /// For a cell that holds a level: it counts as one where it holds this one.
    level: Option<OptionId>,
    over_units: OverUnits,
}

/// The cells that an operand means in one year.
struct Wanted {
    cells: Vec<WantedCell>,
    /// Cells of the same measures that count the same thing. An empty cell beside a filled one of these is
    /// a zero: nobody writes 0 under every grade. Across audiences it is not.
    siblings: Vec<CellKey>,
}

impl Wanted {
    fn new(scope: &Scope<'_>, keys: &[CellKey], year: i32) -> Wanted {
        let catalogue = scope.catalogue;
        let mut wanted = Wanted {
            cells: Vec::new(),
            siblings: Vec::new(),
        };
        for key in keys {
            let Some(measure) = catalogue.measure(key.measure()) else {
                continue;
            };
            let columns = catalogue.cells(key, Some(year));
            let counts: Vec<_> = columns.iter().map(|column| &column.counting_unit).collect();
            wanted.siblings.extend(
                catalogue
                    .columns_of(measure, Some(year))
                    .into_iter()
                    .filter(|column| counts.contains(&&column.counting_unit))
                    .map(|column| column.key),
            );
            wanted.cells.extend(columns.into_iter().map(|mut column| {
                let level = match measure.value {
                    ValueType::Level => column.options.pop(),
                    _ => None,
                };
                WantedCell {
                    key: CellKey::of(&measure.id, &column.options),
                    level,
                    over_units: measure.over_units,
                }
            }));
        }
        wanted
            .cells
            .small_sort_by(|a, b| (&a.key, &a.level).cmp(&(&b.key, &b.level)));
        wanted.cells.dedup_by(|a, b| a.key == b.key && a.level == b.level);
        wanted
    }

    fn read(&self, found: &Return) -> Value {
        let mut value = Value::default();
        // Several levels look at one cell, which is told once when it cannot be read.
        let mut unread: Option<&CellKey> = None;
        for wanted in &self.cells {
            let Some(cell) = found.cells.get(&wanted.key) else {
                continue;
            };
            let quantity = match (&cell.value, &wanted.level, wanted.over_units) {
                (CellValue::Invalid(_), ..) => {
                    value.invalid += usize::from(unread != Some(&wanted.key));
                    unread = Some(&wanted.key);
                    continue;
                }
                (CellValue::Level(held), Some(level), _) => (held == level).then(|| Quantity::exact(1)),
                (_, Some(_), _) => None,
                (_, None, OverUnits::CountPresent) => Some(Quantity::exact(1)),
                _ => cell.quantity(),
            };
            value.quantity = plus(value.quantity, quantity);
        }
        value.partial = value.quantity.is_some() && value.invalid > 0;
        let filled = |key: &CellKey| {
            let cell = found.cells.get(key);
            cell.is_some_and(|cell| cell.quantity().is_some() || matches!(cell.value, CellValue::Level(_)))
        };
        if value.quantity.is_none() && value.invalid == 0 && self.siblings.iter().any(filled) {
            value.quantity = Some(Quantity::exact(0));
        }
        if value.quantity.is_some() {
            value.as_of = found.as_of;
        }
        value
    }
}

/// The sum of two quantities, of which either may be absent. Counts are at most 15 digits when typed, so
/// a sum that does not fit is held at the largest count rather than wrapped.
pub(crate) fn plus(a: Option<Quantity>, b: Option<Quantity>) -> Option<Quantity> {
    match (a, b) {
        (Some(a), Some(b)) => Some(Quantity {
            count: a.count.saturating_add(b.count),
            qualifier: a.qualifier.combine(b.qualifier),
        }),
        (some, None) | (None, some) => some,
    }
}

/// Reads an operand for a span, or finds what was read of it before. `form` is the one that cells stand on when the
/// operand names none.
pub(crate) fn read<'a>(scope: &Scope<'a>, form: &FormId, operand: &Operand, period: &Period) -> Rc<Readings<'a>> {
    if let Some(readings) = scope.already_read(form, operand, period) {
        return readings;
    }
    let readings = Rc::new(read_anew(scope, form, operand, period));
    scope.keep_read(form, operand, period, &readings);
    readings
}

fn read_anew<'a>(scope: &Scope<'a>, form: &FormId, operand: &Operand, period: &Period) -> Readings<'a> {
    let counting_unit = match scope.catalogue.counting_units_of(operand).as_slice() {
        [one] => Some(one.clone()),
        _ => None,
    };
    let mut readings = Readings {
        slots: Vec::new(),
        rows: Vec::new(),
        over_time: OverTime::Last,
        over_units: OverUnits::Sum,
        counting_unit,
    };
    match operand {
        Operand::Units { units } => {
            readings.slots.extend(whole(scope, period));
            let one = Value {
                quantity: Some(Quantity::exact(1)),
                expected: true,
                there: true,
                ..Value::default()
            };
            readings.rows = scope
                .units_of_kinds(units, period)
                .into_iter()
                .map(|unit| Row {
                    unit,
                    values: vec![one],
                })
                .collect();
        }
        Operand::Cells {
            cells,
            form: own,
            latest,
        } => {
            let form = own.as_ref().unwrap_or(form);
            if let Some(measure) = cells.first().and_then(|key| scope.catalogue.measure(key.measure())) {
                readings.over_time = measure.over_time;
                readings.over_units = measure.over_units;
            }
            if *latest {
                readings.over_time = OverTime::Last;
                read_latest(scope, form, cells, period, &mut readings);
            } else {
                read_slots(scope, form, cells, period, &mut readings);
            }
        }
    }
    if scope.units_as == UnitsAs::Now {
        gather(scope, &mut readings);
    }
    readings
}

/// A span as one slot of its own.
fn whole(scope: &Scope<'_>, period: &Period) -> Option<Slot> {
    let (start, end) = scope.ledger.span(period)?;
    let realisation = Realisation::at(start, end, scope.today);
    Some(Slot {
        period: period.clone(),
        start,
        end,
        realisation,
        required: realisation != Realisation::Planned,
    })
}

fn read_slots<'a>(scope: &Scope<'a>, form: &FormId, keys: &[CellKey], period: &Period, readings: &mut Readings<'a>) {
    readings.slots = slots_of_form(scope, form, period);
    let units = scope.units_for(form, &readings.slots);
    readings.rows = units
        .into_iter()
        .map(|unit| Row {
            unit,
            values: Vec::with_capacity(readings.slots.len()),
        })
        .collect();
    let asked = asked_of(scope.catalogue, form, keys);
    let mut wanted: Option<(i32, Wanted)> = None;
    for slot in &readings.slots {
        let year = slot.year();
        if wanted.as_ref().is_none_or(|(of, _)| *of != year) {
            wanted = Some((year, Wanted::new(scope, keys, year)));
        }
        let returns = scope.ledger.returns_of(form, &slot.period);
        let day = slot.reference_day(scope.today);
        for row in &mut readings.rows {
            let holds = scope.holds_on(row.unit, day);
            let found = returns.and_then(|returns| returns.get(&row.unit.id)).filter(|_| holds);
            let mut value = match (&wanted, found) {
                (Some((_, wanted)), Some(found)) => wanted.read(found),
                _ => Value::default(),
            };
            value.there = holds && row.unit.exists_on(day);
            value.expected = value.there && asked(row.unit) || value.quantity.is_some();
            if value.quantity.is_some() && value.as_of.is_none() && readings.over_time == OverTime::Last {
                value.as_of = Some(day);
            }
            row.values.push(value);
        }
    }
}

/// Whether a unit is asked for any of some cells of a form: a section may be asked of some units only.
fn asked_of<'c>(catalogue: &'c Catalogue, form: &FormId, keys: &'c [CellKey]) -> impl Fn(&Unit) -> bool + use<'c> {
    let form = catalogue.form(form);
    let conditional = form.filter(|form| form.sections.iter().any(|section| !section.only.is_anybody()));
    move |unit| conditional.is_none_or(|form| keys.iter().any(|key| form.asks(key.measure(), unit)))
}

/// Looks back from the end of `period` (or from the day it is seen from) for each unit's last value.
fn read_latest<'a>(scope: &Scope<'a>, form: &FormId, keys: &[CellKey], period: &Period, readings: &mut Readings<'a>) {
    let (Some(slot), Some(found)) = (whole(scope, period), scope.catalogue.form(form)) else {
        return;
    };
    let until = slot.end.min(scope.today);
    let asked = asked_of(scope.catalogue, form, keys);
    readings.rows = scope
        .units_of_kinds(&found.unit_kinds, period)
        .into_iter()
        .map(|unit| Row {
            unit,
            values: vec![Value {
                expected: asked(unit),
                there: true,
                ..Value::default()
            }],
        })
        .collect();
    let mut periods: Vec<_> = scope
        .ledger
        .periods_of(form)
        .filter_map(|(of, returns)| Some((scope.ledger.span(of)?, returns)))
        .filter(|((start, _), _)| *start <= until)
        .collect();
    periods.small_sort_by_key(|(span, _)| *span);
    let mut open: Vec<usize> = (0..readings.rows.len()).collect();
    for ((start, end), returns) in periods.into_iter().rev() {
        if open.is_empty() {
            break;
        }
        let wanted = Wanted::new(scope, keys, start.year());
        open.retain(|&at| {
            let row = &mut readings.rows[at];
            let Some(found) = returns.get(&row.unit.id) else {
                return true;
            };
            let seen = wanted.read(found);
            let value = &mut row.values[0];
            value.invalid += seen.invalid;
            value.quantity = seen.quantity;
            value.partial = seen.partial;
            value.as_of = seen.as_of.or(Some(end.min(until)));
            seen.quantity.is_none()
        });
    }
    readings.slots.push(slot);
}
