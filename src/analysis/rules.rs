//! Findings: what does not hold in the figures, with the cells it stands on. They warn; nothing is
//! corrected. A person corrects the figure or explains the finding, and the explanation stays with it.

mod broken;
pub mod caps;
pub mod cells;
mod counted;
mod missing;
mod summed;
mod timing;

use super::Scope;
use super::calendar::{Slot, slots_of_form};
use super::chain::{Division, all_parts};
use super::reconcile::{Agreement, Reconciliation, concerns, of_period};
use crate::catalogue::check::Problem;
use crate::model::date::Date;
use crate::model::id::{CellKey, FormId, RuleId, SectorId, StatementId, TargetId, UnitId};
use crate::model::indicator::{Rule, RuleScope, Severity};
use crate::model::number::{Count, Percent, format_count};
use crate::model::period::Period;
use crate::model::quantity::{Qualifier, Quantity};
use crate::model::record::Explanation;
use crate::model::returns::CellValue;
use crate::model::sort::SmallSort;
use crate::model::statement::StatedValue;
use crate::model::text::Lang;
use crate::model::tree::TreeProblem;
use std::collections::HashSet;

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FindingKind {
    /// A rule of the catalogue does not hold, in a return or over many. `left` and `right` are its sides.
    Rule(RuleId),
    /// A cell's text was not understood; it is kept and left out of totals.
    InvalidInput {
        /// What was typed.
        typed: String,
    },
    /// The figure that a rule holds another one against is empty, so that the rule could not be asked.
    MissingWhole(RuleId),
    /// Figures of a period that has not begun.
    NotBegun,
    /// A date that does not lie within its period: that of a cell or, without one, the day that counts stand for.
    DateOutside(Date),
    /// The tree of units has a hole or a circle.
    Tree(TreeProblem),
    /// A published report states something else than the counts give: `left` stated, `right` computed.
    Stated(StatementId),
    /// The parts that a published report names do not add up: `left` stated, `right` the sum of `parts`.
    StatedParts(StatementId),
    /// What the bloc counts does not hang together: counts of different things in one sum, rule or rate, or a name that
    /// nothing bears any more.
    Catalogue(Problem),
    /// A target's parts do not add up to it: `left` the target, `right` the sum of `parts`.
    TargetParts(TargetId, Division),
}

/// Whom the figures of a rule over many units are of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Over {
    /// The sector, for a rule over each sector.
    pub sector: Option<SectorId>,
    /// How many units are in both figures.
    pub reported: usize,
    /// How many should be.
    pub expected: usize,
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
    /// How exact the left and the right figure are.
    pub qualifiers: [Qualifier; 2],
    /// The parts, where it is about parts.
    pub parts: Vec<Count>,
    /// The share of the right figure that the left one is held against, where a rule asks for one.
    pub share: Option<Percent>,
    /// Over whom the figures are summed, where a rule is about more than one return.
    pub over: Option<Over>,
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
            qualifiers: [Qualifier::Exact; 2],
            parts: Vec::new(),
            share: None,
            over: None,
        }
    }

    /// The finding that a rule does not hold for a period: what both ways of checking rules share.
    fn of_rule(scope: &Scope<'_>, rule: &Rule, slot: &Slot, unit: &UnitId, of: &str, sides: [Quantity; 2]) -> Finding {
        let key = format!("rule/{}/{}/{}/{unit}{of}", rule.id, rule.form, slot.period);
        let mut cells = rule.left.cells().to_vec();
        cells.extend_from_slice(rule.right.cells());
        let [left, right] = sides.map(|side| Some(StatedValue::Count(side.count)));
        Finding {
            form: Some(rule.form.clone()),
            period: Some(slot.period.clone()),
            cells,
            left,
            right,
            qualifiers: sides.map(|side| side.qualifier),
            share: rule.share,
            ..Finding::new(scope, key, FindingKind::Rule(rule.id.clone()), rule.severity, unit)
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
            FindingKind::DateOutside(date) => figures.push(date.format(Lang::Vi)),
            FindingKind::Catalogue(problem) => figures.push(problem.to_string()),
            FindingKind::Tree(TreeProblem::MissingParent { parent, .. }) => figures.push(parent.to_string()),
            _ => {}
        }
        figures.join(" | ")
    }
}

/// All findings of a scope for a span: in the returns of the periods within it, in the tree, in what the
/// bloc counts, in what reports state for it, and in targets that are divided. The heaviest first.
pub fn findings(scope: &Scope<'_>, period: &Period) -> Vec<Finding> {
    let mut found: Vec<Finding> = scope
        .catalogue
        .forms()
        .iter()
        .flat_map(|form| of_form(scope, &form.id, period))
        .collect();
    found.extend(of_tree(scope));
    found.extend(counted::of_catalogue(scope));
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
    found.extend(timing::out_of_period(scope, form, &slots));
    for rule in scope.catalogue.rules_of(form) {
        // A rule that is not valid in a slot's year has nothing to say of it.
        let asked: Vec<bool> = slots
            .iter()
            .zip(&reported)
            .map(|(slot, reported)| *reported && rule.valid_in(slot.year()))
            .collect();
        if asked.contains(&true) {
            if rule.scope == RuleScope::Unit {
                found.extend(missing::wholes(scope, rule, &slots, &asked));
                found.extend(broken::in_returns(scope, rule, period, &slots, &asked));
            } else {
                found.extend(summed::over_units(scope, rule, &slots, &asked));
            }
        }
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
        qualifiers: [statement.qualifier, reconciled.computed_is()],
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
