//! Rules that every return must satisfy by itself.

use super::super::Scope;
use super::super::calendar::{Slot, before, slots_of_form};
use super::super::reading::{Value, read};
use super::Finding;
use crate::model::id::UnitId;
use crate::model::indicator::{Comparison, Operand, Rule};
use crate::model::number::{Count, Percent};
use crate::model::period::Period;
use crate::model::quantity::{Qualifier, Quantity};
use crate::model::unit::{Unit, UnitKind};
use std::collections::HashMap;

/// The units in whose return a rule does not hold. A side without any usable cell, or with one that could
/// not be read, is not compared: an empty cell is not a zero until the unit says so.
pub(super) fn in_returns(
    scope: &Scope<'_>,
    rule: &Rule,
    period: &Period,
    slots: &[Slot],
    asked: &[bool],
) -> Vec<(usize, Finding)> {
    let mut left = by_slot(scope, rule, &rule.left, period, slots, asked);
    for (values, asked) in left.iter_mut().zip(asked) {
        // What was read with the rest of the span, for a year that the rule does not speak of.
        if !asked {
            values.clear();
        }
    }
    let wanted: Vec<bool> = left.iter().map(|values| !values.is_empty()).collect();
    let right = if rule.before {
        by_slot_before(scope, rule, slots, &wanted)
    } else {
        by_slot(scope, rule, &rule.right, period, slots, &wanted)
    };
    let mut found = Vec::new();
    for (at, ((left, right), slot)) in left.into_iter().zip(right).zip(slots).enumerate() {
        let right: HashMap<&UnitId, Quantity> = right.into_iter().map(|(unit, value)| (&unit.id, value)).collect();
        for (unit, left) in left {
            let Some(&right) = right.get(&unit.id) else { continue };
            let small = rule.least.is_some_and(|least| left.count.max(right.count) < least);
            if small || !rule.only.includes(unit) || can_hold(rule.comparison, rule.share, left, right) {
                continue;
            }
            let sides = [left, right];
            found.push((at, Finding::of_rule(scope, rule, slot, &unit.id, "", sides)));
        }
    }
    found
}

/// What each unit has in each slot. Cells of the rule's own form are read once for the whole span; others (the last
/// head count, a number of units) are asked for slot by slot, where `wanted`.
fn by_slot<'a>(
    scope: &Scope<'a>,
    rule: &Rule,
    operand: &Operand,
    period: &Period,
    slots: &[Slot],
    wanted: &[bool],
) -> Vec<Vec<(&'a Unit, Quantity)>> {
    let of_own_form = match operand {
        Operand::Cells { form, latest, .. } => !latest && form.as_ref().is_none_or(|form| *form == rule.form),
        Operand::Units { .. } => false,
    };
    let usable = |value: &Value| value.quantity.filter(|_| !value.partial);
    if of_own_form {
        let mut values = vec![Vec::new(); slots.len()];
        for row in &read(scope, &rule.form, operand, period).rows {
            for (of_slot, value) in values.iter_mut().zip(&row.values) {
                of_slot.extend(usable(value).map(|value| (row.unit, value)));
            }
        }
        return values;
    }
    let of_slot = |(slot, wanted): (&Slot, &bool)| {
        if !wanted {
            return Vec::new();
        }
        if let Operand::Units { units: kinds } = operand {
            return units_below(scope, rule, kinds, slot);
        }
        let readings = read(scope, &rule.form, operand, &slot.period);
        let rows = readings.rows.iter();
        rows.filter_map(|row| match row.values.as_slice() {
            [value] => usable(value).map(|value| (row.unit, value)),
            _ => None,
        })
        .collect()
    };
    slots.iter().zip(wanted).map(of_slot).collect()
}

/// What each unit had in the period before each slot, where `wanted`.
fn by_slot_before<'a>(
    scope: &Scope<'a>,
    rule: &Rule,
    slots: &[Slot],
    wanted: &[bool],
) -> Vec<Vec<(&'a Unit, Quantity)>> {
    let of_slot = |(slot, wanted): (&Slot, &bool)| {
        let earlier = before(&slot.period, scope.ledger).filter(|_| *wanted);
        let earlier = earlier
            .iter()
            .flat_map(|earlier| slots_of_form(scope, &rule.form, earlier));
        let values = earlier.flat_map(|earlier| {
            let of_period = std::slice::from_ref(&earlier);
            let values = by_slot(scope, rule, &rule.right, &earlier.period, of_period, &[true]);
            values.into_iter().flatten().collect::<Vec<_>>()
        });
        values.collect()
    };
    slots.iter().zip(wanted).map(of_slot).collect()
}

/// A number of units is taken below each unit that reports the form; none is no figure, because a bloc need not keep its
/// lower units in the tree.
fn units_below<'a>(scope: &Scope<'a>, rule: &Rule, kinds: &[UnitKind], slot: &Slot) -> Vec<(&'a Unit, Quantity)> {
    let below = |unit: &'a Unit| {
        let found = scope.at(&unit.id).units_of_kinds(kinds, &slot.period);
        (
            unit,
            Quantity::exact(Count::try_from(found.len()).unwrap_or(Count::MAX)),
        )
    };
    let reporting = scope.units_for(&rule.form, std::slice::from_ref(slot));
    let counts = reporting.into_iter().map(below);
    counts.filter(|(_, below)| below.count > 0).collect()
}

/// Whether two figures can compare so, as exactly as they are known: 45 is not more than "hơn 40". With a share the left
/// one is held against so much of the right one.
pub(super) fn can_hold(comparison: Comparison, share: Option<Percent>, left: Quantity, right: Quantity) -> bool {
    // The least and the greatest that each can mean; "about" is within a twentieth.
    let least = |of: Quantity| match of.qualifier {
        Qualifier::Exact | Qualifier::AtLeast => of.count,
        Qualifier::MoreThan => of.count.saturating_add(1),
        Qualifier::About => of.count - of.count / 20,
    };
    let most = |of: Quantity| match of.qualifier {
        Qualifier::Exact => of.count,
        Qualifier::AtLeast | Qualifier::MoreThan => Count::MAX,
        Qualifier::About => of.count.saturating_add(of.count / 20),
    };
    // In hundredths of a percent, so that nothing is rounded.
    let all = |count: Count| i128::from(count) * i128::from(Percent::HUNDRED.hundredths());
    let part = |count: Count| i128::from(count) * i128::from(share.unwrap_or(Percent::HUNDRED).hundredths());
    match comparison {
        Comparison::AtLeast | Comparison::MoreThan => comparison.holds(&all(most(left)), &part(least(right))),
        Comparison::AtMost => comparison.holds(&all(least(left)), &part(most(right))),
        Comparison::Equal => all(least(left)) <= part(most(right)) && part(least(right)) <= all(most(left)),
    }
}
