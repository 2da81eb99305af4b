//! Fields that conflict together: a total and its parts say one thing, and half of one person's and half of another's
//! says nothing.
//!
//! What belongs together is what an equation of the return's own form ties (`comparison = "="`, both sides sums of cells
//! of that form, of the same return): all cells of both sides are one group. Rules of another kind make none:
//!
//! * `<=` and `>=` leave room on both sides. Whoever changes the invited and whoever changes those who came have each said
//!   something whole; that they do not fit is a finding, which both will read.
//! * Rules over several units, periods or forms tie fields of several records, and an op is of one.
//!
//! Groups do not flow together: a cell of two equations stands in two groups, and the others of the one are no company for
//! the others of the other. So no group is larger than one equation, and a form without any has none.

use super::op::FieldChange;
use crate::catalogue::Catalogue;
use crate::model::id::FormId;
use crate::model::indicator::{Comparison, Operand, Rule, RuleScope};
use crate::model::period::Period;
use crate::model::record::{Record, RecordKind, cell_field};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The groups that a change touches. What the return is of is read from the record or, while there is none, from the change.
pub fn groups(
    catalogue: &Catalogue,
    kind: RecordKind,
    record: Option<&Record>,
    set: &BTreeMap<String, FieldChange>,
) -> Vec<BTreeSet<String>> {
    if kind != RecordKind::Return {
        return Vec::new();
    }
    let said = |field: &str| {
        let stored = record.and_then(|record| record.fields.get(field));
        stored.or_else(|| Some(&set.get(field)?.new)).and_then(Value::as_str)
    };
    let Some(form) = said("form").map(FormId::from) else {
        return Vec::new();
    };
    let year = said("period")
        .and_then(|text| text.parse().ok())
        .and_then(|period: Period| period.year());
    let rules = catalogue.rules_of(&form).filter(|rule| is_equation(rule, year));
    rules
        .map(|rule| cells_of(catalogue, rule, year))
        .filter(|group| group.len() > 1 && set.keys().any(|field| group.contains(field)))
        .collect()
}

fn is_equation(rule: &Rule, year: Option<i32>) -> bool {
    let here = |operand: &Operand| match operand {
        Operand::Cells { form, latest, .. } => !latest && form.as_ref().is_none_or(|form| *form == rule.form),
        Operand::Units { .. } => false,
    };
    rule.comparison == Comparison::Equal
        && rule.scope == RuleScope::Unit
        && !rule.before
        && rule.share.is_none()
        && year.is_none_or(|year| rule.valid_in(year))
        && here(&rule.left)
        && here(&rule.right)
}

fn cells_of(catalogue: &Catalogue, rule: &Rule, year: Option<i32>) -> BTreeSet<String> {
    let keys = rule.left.cells().iter().chain(rule.right.cells());
    let cells = keys.flat_map(|key| catalogue.entered(key, year));
    cells.map(|key| cell_field(&key)).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::model::record::Entity;
    use crate::model::returns::Return;

    fn touched(form: &str, fields: &[&str]) -> Vec<BTreeSet<String>> {
        let record = Return::new(form.into(), "u1".into(), Period::Year(2022)).to_record();
        let change = |field: &&str| {
            let change = FieldChange {
                old: Value::Null,
                new: 1.into(),
            };
            ((*field).to_owned(), change)
        };
        let mut set: BTreeMap<_, _> = fields.iter().map(change).collect();
        let catalogue = Catalogue::built_in().unwrap();
        let known = groups(&catalogue, RecordKind::Return, Some(&record), &set);
        // A return that this very change makes.
        for (field, value) in &record.fields {
            let (old, new) = (Value::Null, value.clone());
            set.insert(field.clone(), FieldChange { old, new });
        }
        assert_eq!(groups(&catalogue, RecordKind::Return, None, &set), known);
        known
    }

    #[test]
    fn the_parts_of_a_total_stand_with_it() {
        let all = touched("key_tasks", &["cell:key_tasks"]);
        let [group] = all.as_slice() else {
            unreachable!("{all:?}");
        };
        let levels = group.iter().filter(|field| field.starts_with("cell:task_quality."));
        assert!(levels.count() > 1, "{group:?}");
        assert_eq!(touched("key_tasks", &["cell:task_quality.excellent"]), all);
    }

    #[test]
    fn other_cells_stand_alone() {
        assert!(touched("key_tasks", &["cell:objectives", "status"]).is_empty());
        // An inequality is no group.
        assert!(touched("study", &["cell:invited.members", "cell:attended.members"]).is_empty());
        // Nor is an equation with the number of units that there are.
        assert!(touched("subordinate", &["cell:subordinate_cells"]).is_empty());
    }

    #[test]
    fn only_returns_have_groups() {
        let catalogue = Catalogue::built_in().unwrap();
        assert!(groups(&catalogue, RecordKind::Unit, None, &BTreeMap::new()).is_empty());
    }
}
