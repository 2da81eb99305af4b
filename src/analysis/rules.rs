//! Findings: what does not hold in the figures, with the cells it stands on. They warn; nothing is
//! corrected. A person corrects the figure or explains the finding, and the explanation stays with it.

use super::Scope;
use super::calendar::{Slot, slots_of_form};
use super::chain::{Division, all_parts};
use super::reading::{Readings, read};
use super::reconcile::{Agreement, Reconciliation, reconcile};
use crate::model::id::{CellKey, FormId, RuleId, StatementId, TargetId, UnitId};
use crate::model::indicator::{Operand, Rule, Severity};
use crate::model::number::Count;
use crate::model::period::Period;
use crate::model::record::Explanation;
use crate::model::returns::CellValue;
use crate::model::sort::SmallSort;
use crate::model::statement::StatedValue;
use crate::model::tree::TreeProblem;
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
    /// A person's explanation.
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
        self.explained.is_none()
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

/// The findings in the returns of one form, for a period of its own or a span of several. With
/// [`Scope::at`] they are those of one unit.
pub fn of_form(scope: &Scope<'_>, form: &FormId, period: &Period) -> Vec<Finding> {
    let mut found = Vec::new();
    for slot in slots_of_form(scope, form, period) {
        if scope.ledger.returns_of(form, &slot.period).is_none() {
            continue;
        }
        found.extend(invalid_cells(scope, form, &slot));
        for rule in scope.catalogue.rules_of(form) {
            found.extend(broken(scope, rule, &slot));
        }
    }
    found
}

fn invalid_cells(scope: &Scope<'_>, form: &FormId, slot: &Slot) -> Vec<Finding> {
    let mut found = Vec::new();
    for unit in scope.units_for(form, std::slice::from_ref(slot)) {
        let Some(of_unit) = scope.ledger.find(form, &slot.period, &unit.id) else {
            continue;
        };
        for (cell, value) in &of_unit.cells {
            if let CellValue::Invalid(typed) = &value.value {
                let key = format!("invalid/{form}/{}/{}/{cell}", slot.period, unit.id);
                let kind = FindingKind::InvalidInput { typed: typed.clone() };
                found.push(Finding {
                    form: Some(form.clone()),
                    period: Some(slot.period.clone()),
                    cells: vec![cell.clone()],
                    ..Finding::new(scope, key, kind, Severity::Error, &unit.id)
                });
            }
        }
    }
    found
}

/// The units in whose return a rule does not hold. A side without any usable cell, or with one that could
/// not be read, is not compared: an empty cell is not a zero until the unit says so.
fn broken(scope: &Scope<'_>, rule: &Rule, slot: &Slot) -> Vec<Finding> {
    let left = side(scope, rule, &rule.left, slot);
    let right: HashMap<UnitId, Count> = side(scope, rule, &rule.right, slot).into_iter().collect();
    let mut cells = cells_of(&rule.left);
    cells.extend(cells_of(&rule.right));
    let mut found = Vec::new();
    for (unit, left) in left {
        let Some(&right) = right.get(&unit) else { continue };
        if rule.comparison.holds(&left, &right) {
            continue;
        }
        let key = format!("rule/{}/{}/{}/{unit}", rule.id, rule.form, slot.period);
        let kind = FindingKind::Rule(rule.id.clone());
        found.push(Finding {
            form: Some(rule.form.clone()),
            period: Some(slot.period.clone()),
            cells: cells.clone(),
            left: Some(StatedValue::Count(left)),
            right: Some(StatedValue::Count(right)),
            ..Finding::new(scope, key, kind, rule.severity, &unit)
        });
    }
    found
}

/// One side of a rule for each unit that has it. A number of units is taken below each unit that reports the
/// form; none is no figure, because a bloc need not keep its lower units in the tree.
fn side(scope: &Scope<'_>, rule: &Rule, operand: &Operand, slot: &Slot) -> Vec<(UnitId, Count)> {
    let Operand::Units { units: kinds } = operand else {
        return usable(read(scope, &rule.form, operand, &slot.period));
    };
    let reporting = scope.units_for(&rule.form, std::slice::from_ref(slot));
    let below = |unit: &UnitId| {
        let found = scope.at(unit).units_of_kinds(kinds, &slot.period);
        Count::try_from(found.len()).unwrap_or(Count::MAX)
    };
    let counts = reporting.into_iter().map(|unit| (unit.id.clone(), below(&unit.id)));
    counts.filter(|(_, count)| *count > 0).collect()
}

/// What each unit has for the one slot of a reading.
fn usable(readings: Readings<'_>) -> Vec<(UnitId, Count)> {
    let rows = readings.rows.into_iter();
    rows.filter_map(|row| match row.values.as_slice() {
        [value] if !value.partial => Some((row.unit.id.clone(), value.quantity?.count)),
        _ => None,
    })
    .collect()
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

/// What reports state that does not agree with the counts or with their own parts, for periods within
/// `period` and drives that end in it.
pub fn of_statements(scope: &Scope<'_>, period: &Period) -> Vec<Finding> {
    let mut found = Vec::new();
    for reconciled in reconcile(scope) {
        if is_within(scope, period, &reconciled.statement.period) {
            found.extend(of_statement(scope, &reconciled));
        }
    }
    found
}

/// A report that contradicts itself is told once, by its parts; and by the counts too when these give a
/// third figure.
fn of_statement(scope: &Scope<'_>, reconciled: &Reconciliation) -> Vec<Finding> {
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
        let of_span = is_within(scope, period, &target.period) || target.period.contains(period);
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

fn is_within(scope: &Scope<'_>, period: &Period, other: &Period) -> bool {
    period.contains(other)
        || match (other, scope.ledger.span(other)) {
            (Period::Drive(_), Some((_, end))) => period.contains_date(end),
            _ => false,
        }
}

#[cfg(test)]
mod tests;
