//! What is missing beside a figure: the whole that a part is held against.

use super::super::Scope;
use super::super::calendar::Slot;
use super::super::reading::plus;
use super::{Finding, FindingKind};
use crate::model::id::CellKey;
use crate::model::indicator::{Operand, Rule, Severity};
use crate::model::quantity::Quantity;
use crate::model::returns::Return;

/// The returns that have the part of a rule and nothing where its whole stands, in the same return. A part of nothing may
/// stand alone.
pub(super) fn wholes(scope: &Scope<'_>, rule: &Rule, slots: &[Slot], asked: &[bool]) -> Vec<(usize, Finding)> {
    let own = |operand: &Operand| match operand {
        Operand::Cells { form, latest, .. } => !latest && form.as_ref().is_none_or(|form| *form == rule.form),
        Operand::Units { .. } => false,
    };
    if !rule.is_part_of_whole() || !own(&rule.left) || !own(&rule.right) {
        return Vec::new();
    }
    let units = scope.units_for(&rule.form, slots);
    let mut found = Vec::new();
    for (at, slot) in slots.iter().enumerate().filter(|(at, _)| asked[*at]) {
        let Some(returns) = scope.ledger.returns_of(&rule.form, &slot.period) else {
            continue;
        };
        let keys = |operand: &Operand| -> Vec<CellKey> {
            let cells = operand.cells().iter();
            let columns = cells.flat_map(|key| scope.catalogue.cells(key, Some(slot.year())));
            columns.map(|column| column.key).collect()
        };
        let (left, right) = (keys(&rule.left), keys(&rule.right));
        for (unit, of_unit) in units.iter().filter_map(|unit| Some((unit, returns.get(&unit.id)?))) {
            let Some(part) = sum(of_unit, &left).filter(|part| part.count > 0) else {
                continue;
            };
            // What was not understood there is told by itself.
            if !rule.only.includes(unit) || right.iter().any(|key| of_unit.cells.contains_key(key)) {
                continue;
            }
            let finding = Finding::of_rule(scope, rule, slot, &unit.id, "/missing", [part, part]);
            found.push((
                at,
                Finding {
                    kind: FindingKind::MissingWhole(rule.id.clone()),
                    severity: Severity::Notice,
                    right: None,
                    ..finding
                },
            ));
        }
    }
    found
}

fn sum(found: &Return, keys: &[CellKey]) -> Option<Quantity> {
    keys.iter().fold(None, |sum, key| plus(sum, found.quantity(key)))
}
