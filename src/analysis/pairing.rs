//! Numerator and denominator of an indicator, brought together unit by unit.
//!
//! Where the denominator is counted on a form, a unit is in the rate only where it reported both: 70 of 73
//! units reported does not read as three units that did not take part. With a form that is reported several
//! times in the span, each of its periods is paired for itself. Where the denominator is a number of units,
//! every unit is in it: an organisation that has not reported a plan has no plan as far as anyone knows.

use super::Scope;
use super::aggregate::summarise;
use super::reading::{Readings, Row, plus, read};
use crate::model::date::Date;
use crate::model::id::{CountingUnitId, FormId, UnitId};
use crate::model::indicator::{Indicator, Operand};
use crate::model::measure::OverTime;
use crate::model::period::Period;
use crate::model::quantity::Quantity;
use crate::model::unit::Unit;
use std::collections::HashMap;

/// One unit's numerator and denominator.
#[derive(Default)]
pub(crate) struct Side {
    pub quantity: Option<Quantity>,
    pub invalid: usize,
    pub as_of: Option<Date>,
}

pub(crate) struct Pair<'a> {
    pub unit: &'a Unit,
    pub numerator: Side,
    pub denominator: Side,
    /// Whether the unit is expected to report.
    pub expected: bool,
    pub partial: bool,
}

/// All units of a scope.
pub(crate) struct Pairs<'a> {
    pub rows: Vec<Pair<'a>>,
    /// Whether a unit without both sides is left out.
    pub together: bool,
    pub numerator_unit: Option<CountingUnitId>,
    pub denominator_unit: Option<CountingUnitId>,
}

pub(crate) fn pair<'a>(scope: &Scope<'a>, indicator: &Indicator, over: &Operand, period: &Period) -> Pairs<'a> {
    let numerators = read(scope, &indicator.form, &indicator.numerator, period);
    let own = stands_on(&indicator.form, &indicator.numerator);
    let other = stands_on(&indicator.form, over);
    let (rows, together) = match over {
        Operand::Units { .. } => (against_units(scope, indicator, over, period, &numerators), false),
        Operand::Cells { .. } => {
            let denominators = read(scope, &indicator.form, over, period);
            let slot_by_slot = own == other && !is_latest(over) && !is_latest(&indicator.numerator);
            if slot_by_slot {
                (by_slot(&numerators, &denominators), true)
            } else {
                let shared = kinds_meet(scope, own, other);
                (by_unit(scope, &numerators, &denominators), shared)
            }
        }
    };
    let single = |operand: &Operand| match scope.catalogue.counting_units_of(operand).as_slice() {
        [one] => Some(one.clone()),
        _ => None,
    };
    Pairs {
        rows,
        together,
        numerator_unit: single(&indicator.numerator),
        denominator_unit: single(over),
    }
}

fn is_latest(operand: &Operand) -> bool {
    matches!(operand, Operand::Cells { latest: true, .. })
}

fn stands_on<'f>(form: &'f FormId, operand: &'f Operand) -> Option<&'f FormId> {
    match operand {
        Operand::Cells { form: own, .. } => Some(own.as_ref().unwrap_or(form)),
        Operand::Units { .. } => None,
    }
}

/// Whether the two forms are reported by units of one kind. The committee's own count over its
/// organisations' head counts has no unit on both sides, so there is nothing to pair.
fn kinds_meet(scope: &Scope<'_>, a: Option<&FormId>, b: Option<&FormId>) -> bool {
    let kinds = |form: Option<&FormId>| {
        form.and_then(|form| scope.catalogue.form(form))
            .map_or(&[][..], |form| &form.unit_kinds)
    };
    kinds(a).iter().any(|kind| kinds(b).contains(kind))
}

/// Both sides stand on one form: its periods are paired one by one.
fn by_slot<'a>(numerators: &Readings<'a>, denominators: &Readings<'a>) -> Vec<Pair<'a>> {
    let rows = numerators.rows.iter().zip(&denominators.rows);
    rows.map(|(above, below)| {
        let mut pair = Pair::new(above.unit);
        let mut lacking = false;
        if numerators.is_gone(above, usize::MAX) {
            return pair;
        }
        let values = numerators.slots.iter().zip(above.values.iter().zip(&below.values));
        for (slot, (n, d)) in values.filter(|(slot, _)| slot.has_begun()) {
            pair.numerator.invalid += n.invalid;
            pair.denominator.invalid += d.invalid;
            match (n.quantity, d.quantity) {
                (Some(above), Some(below)) => {
                    if numerators.over_time == OverTime::Last {
                        (pair.numerator.quantity, pair.denominator.quantity) = (None, None);
                        (lacking, pair.partial) = (false, false);
                    }
                    pair.numerator.add(above, n.as_of);
                    pair.denominator.add(below, d.as_of);
                    pair.partial |= n.partial || d.partial;
                    pair.expected = true;
                }
                _ => {
                    let due = slot.required && (n.expected || d.expected);
                    pair.expected |= due;
                    lacking |= due;
                }
            }
        }
        pair.partial |= lacking;
        pair
    })
    .collect()
}

/// The sides stand on different forms: each unit's figures for the whole span are paired.
fn by_unit<'a>(scope: &Scope<'a>, numerators: &Readings<'a>, denominators: &Readings<'a>) -> Vec<Pair<'a>> {
    join(scope, numerators, |pairs| {
        for row in &denominators.rows {
            let sum = summarise(denominators, row, usize::MAX);
            let pair = pairs.entry(row.unit.id.clone()).or_insert_with(|| Pair::new(row.unit));
            pair.denominator = Side {
                quantity: sum.quantity,
                invalid: sum.invalid,
                as_of: sum.as_of,
            };
            pair.partial |= sum.partial && pair.numerator.quantity.is_some();
        }
    })
}

/// Against a number of units. For a figure that is added up over time a unit stands once for each of the
/// form's periods (73 organisations with a plan in each of two drives are 146 of 146), where anybody has reported it; for a ratio, and
/// for a figure of which the last one stands, it stands once.
fn against_units<'a>(
    scope: &Scope<'a>,
    indicator: &Indicator,
    over: &Operand,
    period: &Period,
    numerators: &Readings<'a>,
) -> Vec<Pair<'a>> {
    let once = indicator.ratio || numerators.over_time == OverTime::Last || numerators.slots.len() <= 1;
    let kinds = match over {
        Operand::Units { units } => units.as_slice(),
        Operand::Cells { .. } => &[],
    };
    let one = Quantity::exact(1);
    join(scope, numerators, |pairs| {
        if once {
            for unit in scope.units_of_kinds(kinds, period) {
                let unit = scope.counted_as(unit);
                let pair = pairs.entry(unit.id.clone()).or_insert_with(|| Pair::new(unit));
                pair.denominator.add(one, None);
            }
            return;
        }
        let rows: HashMap<&UnitId, &Row<'_>> = numerators.rows.iter().map(|row| (&row.unit.id, row)).collect();
        let known = known_slots(scope, indicator, period);
        let slots = numerators.slots.iter().zip(known).enumerate();
        for (at, (slot, _)) in slots.filter(|(_, (slot, known))| *known && slot.has_begun()) {
            for unit in scope.units_of_kinds(kinds, &slot.period) {
                let unit = scope.counted_as(unit);
                let reported = rows.get(&unit.id).is_some_and(|row| row.values[at].quantity.is_some());
                if slot.required || reported {
                    let pair = pairs.entry(unit.id.clone()).or_insert_with(|| Pair::new(unit));
                    pair.denominator.add(one, None);
                }
            }
        }
    })
}

/// Of each of the form's periods, whether anybody of the whole bloc has reported the numerator for it. One of which
/// nothing is known lowers nobody's rate; where nothing is known at all, all stand.
fn known_slots(scope: &Scope<'_>, indicator: &Indicator, period: &Period) -> Vec<bool> {
    let root = scope
        .ledger
        .root()
        .map_or_else(|| scope.root.clone(), |root| root.id.clone());
    let bloc = read(&scope.at(&root), &indicator.form, &indicator.numerator, period);
    let reported = |at: usize| bloc.rows.iter().any(|row| row.values[at].quantity.is_some());
    let known: Vec<bool> = (0..bloc.slots.len()).map(reported).collect();
    match known.contains(&true) {
        true => known,
        false => vec![true; known.len()],
    }
}

/// The numerators' pairs, completed by `fill`, in the official order.
fn join<'a>(
    scope: &Scope<'a>,
    numerators: &Readings<'a>,
    fill: impl FnOnce(&mut HashMap<UnitId, Pair<'a>>),
) -> Vec<Pair<'a>> {
    let mut pairs: HashMap<UnitId, Pair<'a>> = numerators
        .rows
        .iter()
        .map(|row| {
            let sum = summarise(numerators, row, usize::MAX);
            let mut pair = Pair::new(row.unit);
            pair.expected = sum.expected;
            pair.partial = sum.partial && sum.quantity.is_some();
            pair.numerator = Side {
                quantity: sum.quantity,
                invalid: sum.invalid,
                as_of: sum.as_of,
            };
            (row.unit.id.clone(), pair)
        })
        .collect();
    fill(&mut pairs);
    scope
        .in_order()
        .into_iter()
        .filter_map(|unit| pairs.remove(&unit.id))
        .collect()
}

impl<'a> Pair<'a> {
    fn new(unit: &'a Unit) -> Pair<'a> {
        Pair {
            unit,
            numerator: Side::default(),
            denominator: Side::default(),
            expected: false,
            partial: false,
        }
    }

    /// Whether it has both sides.
    pub(crate) fn is_whole(&self) -> bool {
        self.numerator.quantity.is_some() && self.denominator.quantity.is_some()
    }
}

impl Side {
    fn add(&mut self, quantity: Quantity, as_of: Option<Date>) {
        self.quantity = plus(self.quantity, Some(quantity));
        self.as_of = self.as_of.max(as_of);
    }
}
