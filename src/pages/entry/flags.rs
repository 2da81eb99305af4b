//! What rules say about the returns of a form, by unit.

use super::row::Flag;
use crate::analysis::Scope;
use crate::analysis::rules::{FindingKind, of_form};
use crate::model::id::UnitId;
use crate::model::measure::Form;
use crate::model::period::Period;
use std::collections::HashMap;

/// The flags of each unit that has some. A finding that a person has explained flags nothing; what was not
/// understood is told by its own cell.
pub fn flags(scope: &Scope<'_>, form: &Form, period: &Period) -> HashMap<UnitId, Vec<Flag>> {
    let mut flags: HashMap<UnitId, Vec<Flag>> = HashMap::new();
    for finding in of_form(scope, &form.id, period) {
        let FindingKind::Rule(id) = &finding.kind else {
            continue;
        };
        let rule = scope.catalogue.rules_of(&form.id).find(|rule| rule.id == *id);
        let Some(rule) = rule.filter(|_| finding.is_open()) else {
            continue;
        };
        flags.entry(finding.unit).or_default().push(Flag {
            cells: finding.cells,
            label: rule.label.clone(),
            remedy: rule.remedy.clone(),
        });
    }
    flags
}
