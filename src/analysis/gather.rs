//! Rows of units that one unit took over, counted under that one: figures as of today's units.

use super::Scope;
use super::reading::{Readings, Row, Value, plus};
use crate::model::id::UnitId;
use crate::model::measure::{OverTime, OverUnits};
use crate::model::sort::SmallSort;
use crate::model::unit::Unit;
use std::collections::HashMap;

/// Brings the rows of predecessors into one row with their successor's, slot by slot. What is added up is the same
/// before and after.
pub(crate) fn gather<'a>(scope: &Scope<'a>, readings: &mut Readings<'a>) {
    let is_other = |row: &Row<'a>| scope.counted_as(row.unit).id != row.unit.id;
    if !readings.rows.iter().any(is_other) {
        return;
    }
    let mut places: HashMap<&'a UnitId, usize> = HashMap::new();
    let mut rows: Vec<(Row<'a>, Vec<Vec<Value>>)> = Vec::new();
    for row in std::mem::take(&mut readings.rows) {
        let unit = scope.counted_as(row.unit);
        let at = *places.entry(&unit.id).or_insert_with(|| {
            let own = Row {
                unit,
                values: Vec::new(),
            };
            rows.push((own, Vec::new()));
            rows.len() - 1
        });
        rows[at].1.push(row.values);
    }
    let (over_time, over_units) = (readings.over_time, readings.over_units);
    readings.rows = rows
        .into_iter()
        .map(|(mut row, parts)| {
            row.values = (0..readings.slots.len())
                .map(|slot| one_of(over_time, over_units, parts.iter().filter_map(|part| part.get(slot))))
                .collect();
            row
        })
        .collect();
    let order = scope.ledger.units.places();
    readings.rows.small_sort_by_key(|row| order.get(&row.unit.id).copied());
}

impl Scope<'_> {
    /// Whether figures of earlier periods stand under other units than today's: there is a choice then.
    pub fn has_successors(&self) -> bool {
        let ended = |unit: &Unit| unit.valid_to.is_some_and(|to| to < self.today);
        let mut units = self.ledger.units.iter();
        units.any(|unit| unit.succession.is_some() && ended(unit))
    }

    /// The units that were split, by name, each with the number of its parts: as of today their figures stay whole.
    pub fn undivided(&self) -> Vec<(String, usize)> {
        let units = self.ledger.units.in_order().into_iter();
        let ended = units.filter(|unit| unit.valid_to.is_some_and(|to| to < self.today));
        let parts = |unit: &Unit| unit.succession.as_ref().map_or(0, |then| then.into.len());
        ended
            .map(|unit| (unit.name.clone(), parts(unit)))
            .filter(|(_, parts)| *parts > 1)
            .collect()
    }
}

/// One value of those of several units for one slot.
fn one_of<'v>(over_time: OverTime, over_units: OverUnits, parts: impl Iterator<Item = &'v Value> + Clone) -> Value {
    // Of a head count, those who are there when the slot closes; in the slot of the change, before the successor has
    // counted, those who were.
    let stands = parts.clone().any(|part| part.there && part.quantity.is_some());
    let counts = |part: &Value| over_time != OverTime::Last || !stands || part.there;
    let mut whole = Value::default();
    let (mut reported, mut lacking) = (0, false);
    for part in parts {
        whole.there |= part.there;
        whole.expected |= part.expected;
        whole.invalid += part.invalid;
        if part.quantity.is_none() {
            lacking |= part.expected;
        } else if counts(part) {
            reported += 1;
            whole.quantity = plus(whole.quantity, part.quantity);
            whole.partial |= part.partial;
            whole.as_of = whole.as_of.max(part.as_of);
        }
    }
    whole.partial |= lacking && reported > 0;
    if over_units == OverUnits::None && reported > 1 {
        whole.quantity = None;
    }
    whole
}
