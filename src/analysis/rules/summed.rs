//! Rules over many returns: of the whole bloc, of what is below one parent, of one sector.

use super::super::Scope;
use super::super::calendar::{Slot, before};
use super::super::reading::{plus, read};
use super::broken::can_hold;
use super::{Finding, Over};
use crate::model::id::{SectorId, UnitId};
use crate::model::indicator::{Operand, Rule, RuleScope};
use crate::model::period::Period;
use crate::model::quantity::Quantity;
use crate::model::unit::Unit;
use std::collections::{BTreeMap, HashMap, HashSet};

/// What is summed together: named by the unit that it is of, and by the sector.
type Group = (UnitId, Option<SectorId>);

/// The two sums of a group, and over whom they are.
#[derive(Default)]
struct Sums {
    left: Option<Quantity>,
    right: Option<Quantity>,
    reported: usize,
    expected: usize,
}

/// Where a rule does not hold over many units. Only units that reported both sides are in the sums, so that a share is
/// of the units that it is taken from; a part of a group is never held against a rule of the whole.
pub(super) fn over_units(scope: &Scope<'_>, rule: &Rule, slots: &[Slot], asked: &[bool]) -> Vec<(usize, Finding)> {
    let Some(group_of) = groups(scope, rule.scope) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for (at, slot) in slots.iter().enumerate().filter(|(at, _)| asked[*at]) {
        for ((unit, sector), sums) in sums(scope, rule, slot, &group_of) {
            let (Some(left), Some(right)) = (sums.left, sums.right) else {
                continue;
            };
            let small = rule.least.is_some_and(|least| left.count.max(right.count) < least);
            if small || can_hold(rule.comparison, rule.share, left, right) {
                continue;
            }
            let of = sector.as_ref().map_or_else(String::new, |sector| format!("/{sector}"));
            let sides = [left, right];
            let finding = Finding {
                over: Some(Over {
                    sector,
                    reported: sums.reported,
                    expected: sums.expected,
                }),
                ..Finding::of_rule(scope, rule, slot, &unit, &of, sides)
            };
            found.push((at, finding));
        }
    }
    found
}

/// The group of each unit; `None` where the scope does not hold whole groups.
fn groups(scope: &Scope<'_>, over: RuleScope) -> Option<impl Fn(&Unit) -> Option<Group> + use<>> {
    let root = scope.ledger.root().map(|root| root.id.clone())?;
    let from_the_top = scope.root == root;
    let of_all = scope.sector.is_none();
    let within: HashSet<UnitId> = match over {
        RuleScope::Parent => {
            let units = scope.ledger.units.subtree(&scope.root).into_iter();
            units.map(|unit| unit.id.clone()).collect()
        }
        _ => HashSet::new(),
    };
    let whole_groups = match over {
        RuleScope::Unit => false,
        RuleScope::Whole => from_the_top && of_all,
        RuleScope::Parent => of_all,
        RuleScope::Sector => from_the_top,
    };
    whole_groups.then_some(move |unit: &Unit| match over {
        RuleScope::Sector => Some((root.clone(), Some(unit.sector.clone()?))),
        RuleScope::Parent => Some((unit.parent.clone().filter(|parent| within.contains(parent))?, None)),
        _ => Some((root.clone(), None)),
    })
}

fn sums(
    scope: &Scope<'_>,
    rule: &Rule,
    slot: &Slot,
    group_of: &impl Fn(&Unit) -> Option<Group>,
) -> BTreeMap<Group, Sums> {
    let left = side(scope, rule, &rule.left, &slot.period);
    let earlier = if rule.before {
        before(&slot.period, scope.ledger)
    } else {
        Some(slot.period.clone())
    };
    let right = earlier.map_or_else(Vec::new, |period| side(scope, rule, &rule.right, &period));
    let mut sums: BTreeMap<Group, Sums> = BTreeMap::new();
    // A number of units has no return to be missing from.
    let counted = |operand: &Operand| matches!(operand, Operand::Units { .. });
    let units: HashMap<&UnitId, &Unit> = left.iter().chain(&right).map(|(unit, _)| (&unit.id, *unit)).collect();
    let value = |side: &[(&Unit, Option<Quantity>)]| -> HashMap<UnitId, Option<Quantity>> {
        side.iter().map(|(unit, value)| (unit.id.clone(), *value)).collect()
    };
    let (lefts, rights) = (value(&left), value(&right));
    let both_reported = !counted(&rule.left) && !counted(&rule.right);
    for (id, unit) in units {
        let Some(group) = group_of(unit).filter(|_| rule.only.includes(unit)) else {
            continue;
        };
        let (a, b) = (lefts.get(id).copied().flatten(), rights.get(id).copied().flatten());
        let of_group = sums.entry(group).or_default();
        let reports = match both_reported {
            true => lefts.contains_key(id) && rights.contains_key(id),
            false => !counted(&rule.left) && lefts.contains_key(id) || !counted(&rule.right) && rights.contains_key(id),
        };
        of_group.expected += usize::from(reports);
        if both_reported && (a.is_none() || b.is_none()) {
            continue;
        }
        of_group.reported += usize::from(reports && (a.is_some() || b.is_some()));
        of_group.left = plus(of_group.left, a);
        of_group.right = plus(of_group.right, b);
    }
    sums
}

/// What each unit that is expected to report has; nothing usable where a cell could not be read.
fn side<'a>(scope: &Scope<'a>, rule: &Rule, operand: &Operand, period: &Period) -> Vec<(&'a Unit, Option<Quantity>)> {
    let readings = read(scope, &rule.form, operand, period);
    let rows = readings.rows.iter();
    let of_row = rows.filter_map(|row| {
        let value = row.values.first()?;
        let usable = value.quantity.filter(|_| !value.partial);
        (value.expected || value.quantity.is_some()).then_some((row.unit, usable))
    });
    of_row.collect()
}
