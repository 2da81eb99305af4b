//! Findings: what does not hold in the figures, with the cells it stands on. They warn; nothing is
//! corrected. A person corrects the figure or explains the finding, and the explanation stays with it.

pub mod cells;

use super::Scope;
use super::calendar::{Slot, slots_of_form};
use super::chain::{Division, all_parts};
use super::reading::{Value, read};
use super::reconcile::{Agreement, Reconciliation, concerns, of_period};
use crate::model::id::{CellKey, FormId, RuleId, StatementId, TargetId, UnitId};
use crate::model::indicator::{Comparison, Operand, Rule, Severity};
use crate::model::number::{Count, format_count};
use crate::model::period::Period;
use crate::model::quantity::{Qualifier, Quantity};
use crate::model::record::Explanation;
use crate::model::returns::CellValue;
use crate::model::sort::SmallSort;
use crate::model::statement::StatedValue;
use crate::model::text::Lang;
use crate::model::tree::TreeProblem;
use crate::model::unit::{Unit, UnitKind};
use std::collections::{HashMap, HashSet};

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FindingKind {
    /// A rule of the catalogue does not hold in a return. `left` and `right` are its sides.
    Rule(RuleId),
    /// A cell's text was not understood; it is kept and left out of totals.
    InvalidInput {
        /// What was typed.
        typed: String,
    },
    /// The tree of units has a hole or a circle.
    Tree(TreeProblem),
    /// A published report states something else than the counts give: `left` stated, `right` computed.
    Stated(StatementId),
    /// The parts that a published report names do not add up: `left` stated, `right` the sum of `parts`.
    StatedParts(StatementId),
    /// A target's parts do not add up to it: `left` the target, `right` the sum of `parts`.
    TargetParts(TargetId, Division),
}

/// Something that does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Names the finding across time and devices, for explanations.
    pub key: String,
    /// What was found.
    pub kind: FindingKind,
    /// How much it weighs.
    pub severity: Severity,
    /// The unit whose figure it is.
    pub unit: UnitId,
    /// The form, for findings in returns.
    pub form: Option<FormId>,
    /// The period.
    pub period: Option<Period>,
    /// The cells that it stands on.
    pub cells: Vec<CellKey>,
    /// The left figure; `None` where figures are not compared.
    pub left: Option<StatedValue>,
    /// The right figure.
    pub right: Option<StatedValue>,
    /// The parts, where it is about parts.
    pub parts: Vec<Count>,
    /// A person's explanation, of these figures or of earlier ones.
    pub explained: Option<Explanation>,
}

impl Finding {
    fn new(scope: &Scope<'_>, key: String, kind: FindingKind, severity: Severity, unit: &UnitId) -> Finding {
        Finding {
            explained: scope.ledger.explanations.get(&key).cloned(),
            key,
            kind,
            severity,
            unit: unit.clone(),
            form: None,
            period: None,
            cells: Vec::new(),
            left: None,
            right: None,
            parts: Vec::new(),
        }
    }

    /// Whether a person still has to look at it.
    pub fn is_open(&self) -> bool {
        self.explanation().is_none()
    }

    /// The explanation of these figures.
    pub fn explanation(&self) -> Option<&Explanation> {
        let explained = self.explained.as_ref();
        explained.filter(|explained| explained.figures == self.figures())
    }

    /// The explanation of other figures than these: it explains them no longer, and is still worth reading.
    pub fn earlier_explanation(&self) -> Option<&Explanation> {
        let explained = self.explained.as_ref();
        explained.filter(|explained| explained.figures != self.figures())
    }

    /// The figures that it stands on, written out, for [`Explanation::figures`]: an explanation of 5 against 4 does
    /// not explain 50 against 4.
    pub fn figures(&self) -> String {
        let written = |value: StatedValue| match value {
            StatedValue::Count(count) => format_count(count, Lang::Vi),
            StatedValue::Percent(percent) => percent.format_short(Lang::Vi),
            StatedValue::Some => String::new(),
        };
        let mut figures: Vec<String> = [self.left, self.right].into_iter().flatten().map(written).collect();
        if !self.parts.is_empty() {
            let parts: Vec<String> = self.parts.iter().map(|&part| format_count(part, Lang::Vi)).collect();
            figures.push(parts.join(" + "));
        }
        match &self.kind {
            FindingKind::InvalidInput { typed } => figures.push(typed.clone()),
            FindingKind::Tree(TreeProblem::MissingParent { parent, .. }) => figures.push(parent.to_string()),
            _ => {}
        }
        figures.join(" | ")
    }
}

/// All findings of a scope for a span: in the returns of the periods within it, in the tree, in what reports
/// state for it, and in targets that are divided. The heaviest first.
pub fn findings(scope: &Scope<'_>, period: &Period) -> Vec<Finding> {
    let mut found: Vec<Finding> = scope
        .catalogue
        .forms()
        .iter()
        .flat_map(|form| of_form(scope, &form.id, period))
        .collect();
    found.extend(of_tree(scope));
    found.extend(of_statements(scope, period));
    found.extend(of_targets(scope, period));
    found.small_sort_by_key(|finding| finding.severity);
    found
}

/// The findings in the returns of one form, for a period of its own or a span of several, period by period. With
/// [`Scope::at`] they are those of one unit.
pub fn of_form(scope: &Scope<'_>, form: &FormId, period: &Period) -> Vec<Finding> {
    let slots = slots_of_form(scope, form, period);
    let reported: Vec<bool> = slots
        .iter()
        .map(|slot| scope.ledger.returns_of(form, &slot.period).is_some())
        .collect();
    if !reported.contains(&true) {
        return Vec::new();
    }
    let mut found: Vec<(usize, Finding)> = invalid_cells(scope, form, &slots);
    for rule in scope.catalogue.rules_of(form) {
        found.extend(broken(scope, rule, period, &slots, &reported));
    }
    found.small_sort_by_key(|(at, _)| *at);
    found.into_iter().map(|(_, finding)| finding).collect()
}

fn invalid_cells(scope: &Scope<'_>, form: &FormId, slots: &[Slot]) -> Vec<(usize, Finding)> {
    let mut found = Vec::new();
    let units = scope.units_for(form, slots);
    for (at, slot) in slots.iter().enumerate() {
        let Some(returns) = scope.ledger.returns_of(form, &slot.period) else {
            continue;
        };
        for of_unit in units.iter().filter_map(|unit| returns.get(&unit.id)) {
            for (cell, value) in &of_unit.cells {
                if let CellValue::Invalid(typed) = &value.value {
                    let unit = &of_unit.unit;
                    let key = format!("invalid/{form}/{}/{unit}/{cell}", slot.period);
                    let kind = FindingKind::InvalidInput { typed: typed.clone() };
                    let finding = Finding {
                        form: Some(form.clone()),
                        period: Some(slot.period.clone()),
                        cells: vec![cell.clone()],
                        ..Finding::new(scope, key, kind, Severity::Error, unit)
                    };
                    found.push((at, finding));
                }
            }
        }
    }
    found
}

/// The units in whose return a rule does not hold. A side without any usable cell, or with one that could
/// not be read, is not compared: an empty cell is not a zero until the unit says so.
fn broken(scope: &Scope<'_>, rule: &Rule, period: &Period, slots: &[Slot], reported: &[bool]) -> Vec<(usize, Finding)> {
    let left = by_slot(scope, rule, &rule.left, period, slots, reported);
    let wanted: Vec<bool> = left.iter().map(|values| !values.is_empty()).collect();
    let right = by_slot(scope, rule, &rule.right, period, slots, &wanted);
    let mut cells = cells_of(&rule.left);
    cells.extend(cells_of(&rule.right));
    let mut found = Vec::new();
    for (at, ((left, right), slot)) in left.into_iter().zip(right).zip(slots).enumerate() {
        let right: HashMap<&UnitId, Quantity> = right.into_iter().map(|(unit, value)| (&unit.id, value)).collect();
        for (unit, left) in left {
            let Some(&right) = right.get(&unit.id) else { continue };
            if can_hold(rule.comparison, left, right) {
                continue;
            }
            let key = format!("rule/{}/{}/{}/{}", rule.id, rule.form, slot.period, unit.id);
            let kind = FindingKind::Rule(rule.id.clone());
            let finding = Finding {
                form: Some(rule.form.clone()),
                period: Some(slot.period.clone()),
                cells: cells.clone(),
                left: Some(StatedValue::Count(left.count)),
                right: Some(StatedValue::Count(right.count)),
                ..Finding::new(scope, key, kind, rule.severity, &unit.id)
            };
            found.push((at, finding));
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
        for row in read(scope, &rule.form, operand, period).rows {
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
        let rows = read(scope, &rule.form, operand, &slot.period).rows.into_iter();
        rows.filter_map(|row| match row.values.as_slice() {
            [value] => usable(value).map(|value| (row.unit, value)),
            _ => None,
        })
        .collect()
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

/// Whether two figures can compare so, as exactly as they are known: 45 is not more than "hơn 40".
fn can_hold(comparison: Comparison, left: Quantity, right: Quantity) -> bool {
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
    match comparison {
        Comparison::AtLeast | Comparison::MoreThan => comparison.holds(&most(left), &least(right)),
        Comparison::AtMost => comparison.holds(&least(left), &most(right)),
        Comparison::Equal => least(left) <= most(right) && least(right) <= most(left),
    }
}

fn cells_of(operand: &Operand) -> Vec<CellKey> {
    match operand {
        Operand::Cells { cells, .. } => cells.clone(),
        Operand::Units { .. } => Vec::new(),
    }
}

/// What is wrong with the tree. It is found for the whole bloc, wherever the scope stands, because a unit
/// that has lost its parent is below nobody.
pub fn of_tree(scope: &Scope<'_>) -> Vec<Finding> {
    let problems = scope.ledger.units.problems().iter();
    problems
        .map(|problem| {
            let unit = match problem {
                TreeProblem::MissingParent { unit, .. } | TreeProblem::Cycle(unit) => unit,
            };
            let kind = FindingKind::Tree(problem.clone());
            Finding::new(scope, format!("tree/{unit}"), kind, Severity::Error, unit)
        })
        .collect()
}

/// What reports state that does not agree with the counts or with their own parts, in the reports that
/// [`super::reconcile::of_period`] holds against them.
pub fn of_statements(scope: &Scope<'_>, period: &Period) -> Vec<Finding> {
    let reconciled = of_period(scope, period);
    reconciled
        .iter()
        .flat_map(|one| findings_of_statement(scope, one))
        .collect()
}

/// What one statement is found to differ from. A report that contradicts itself is told once, by its parts; and by the
/// counts too when these give a third figure.
pub fn findings_of_statement(scope: &Scope<'_>, reconciled: &Reconciliation) -> Vec<Finding> {
    let statement = &reconciled.statement;
    let mut found = Vec::new();
    let finding = |prefix: &str, kind: FindingKind, right: Option<StatedValue>, parts: Vec<Count>| Finding {
        period: Some(statement.period.clone()),
        left: Some(statement.value),
        right,
        parts,
        ..Finding::new(
            scope,
            format!("{prefix}/{}", statement.id),
            kind,
            Severity::Warning,
            &statement.unit,
        )
    };
    let sum = reconciled.parts_sum.map(StatedValue::Count);
    let contradicts = sum.is_some_and(|sum| statement.qualifier.is_exact() && sum != statement.value);
    if contradicts {
        let kind = FindingKind::StatedParts(statement.id.clone());
        found.push(finding("parts", kind, sum, reconciled.parts.clone()));
    }
    if reconciled.agreement == Agreement::Differs && !(contradicts && reconciled.figure == sum) {
        let kind = FindingKind::Stated(statement.id.clone());
        found.push(finding("stated", kind, reconciled.figure, Vec::new()));
    }
    found
}

/// Targets of the scope's units whose parts do not add up to them, for periods within or around `period`.
pub fn of_targets(scope: &Scope<'_>, period: &Period) -> Vec<Finding> {
    let units = scope.ledger.units.subtree(&scope.root);
    let units: HashSet<&UnitId> = units.into_iter().map(|unit| &unit.id).collect();
    let mut found = Vec::new();
    for (target, divisions) in all_parts(scope.ledger) {
        let of_span = concerns(scope.ledger, period, &target.period) || target.period.contains(period);
        if !of_span || !units.contains(&target.unit) {
            continue;
        }
        for parts in divisions.into_iter().filter(|parts| !parts.add_up()) {
            let by = match parts.division {
                Division::Periods => "periods",
                Division::Units => "units",
            };
            let key = format!("target/{}/{by}", target.id);
            let kind = FindingKind::TargetParts(target.id.clone(), parts.division);
            found.push(Finding {
                period: Some(target.period.clone()),
                left: Some(StatedValue::Count(parts.whole)),
                right: Some(StatedValue::Count(parts.sum)),
                parts: parts.amounts,
                ..Finding::new(scope, key, kind, Severity::Notice, &target.unit)
            });
        }
    }
    found
}

#[cfg(test)]
mod tests;
