//! What rules say about the returns of a form, by unit.

use super::row::Flag;
use crate::analysis::Scope;
use crate::analysis::rules::{FindingKind, of_form};
use crate::model::id::{CellKey, UnitId};
use crate::model::measure::Form;
use crate::model::period::Period;
use std::collections::HashMap;

/// The flags of each unit that has some. A finding that a person has explained flags nothing; what was not
/// understood is told by its own cell.
pub fn flags(scope: &Scope<'_>, form: &Form, period: &Period) -> HashMap<UnitId, Vec<Flag>> {
    let mut flags: HashMap<UnitId, Vec<Flag>> = HashMap::new();
    let year = scope.ledger.span(period).map(|(start, _)| start.year());
    for finding in of_form(scope, &form.id, period) {
        let FindingKind::Rule(id) = &finding.kind else {
            continue;
        };
        let rule = scope.catalogue.rules_of(&form.id).find(|rule| rule.id == *id);
        // What is wrong over many returns is wrong in none of them.
        let Some(rule) = rule.filter(|_| finding.is_open() && finding.over.is_none()) else {
            continue;
        };
        // A rule may name a sum: the cells that make it up are marked, as far as they are filled.
        let found = scope.ledger.find(&form.id, period, &finding.unit);
        let filled = |cell: &CellKey| found.is_some_and(|found| found.cells.contains_key(cell));
        let mut cells: Vec<CellKey> = Vec::new();
        for key in &finding.cells {
            cells.extend(scope.catalogue.entered(key, year).into_iter().filter(filled));
        }
        flags.entry(finding.unit).or_default().push(Flag {
            cells,
            label: rule.label.clone(),
            remedy: rule.remedy.clone(),
        });
    }
    flags
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::catalogue::Catalogue;
    use crate::model::ledger::Ledger;
    use crate::model::record::Entity;
    use crate::model::returns::{Cell, Return};
    use crate::model::unit::{Unit, UnitKind};

    #[test]
    fn a_rule_about_a_sum_marks_the_cells_that_make_it_up() {
        let catalogue = Catalogue::built_in().unwrap();
        let mut found = Return::new("subordinate".into(), "u".into(), "2022".parse().unwrap());
        for (key, count) in [
            ("subordinate_cells", 3),
            ("sectional_committees", 0),
            ("quality_subordinate.excellent", 1),
            ("quality_subordinate.good", 3),
        ] {
            found.cells.insert(key.into(), Cell::count(count));
        }
        let unit = |id: &str, parent: Option<&str>, kind| Unit::new(id, parent.map(UnitId::new), kind, id).to_record();
        let records = [
            unit("b", None, UnitKind::BlocCommittee),
            unit("u", Some("b"), UnitKind::GrassrootsCommittee),
            found.to_record(),
        ];
        let ledger = Ledger::from_records(&records);
        let scope = Scope::whole(&ledger, &catalogue, "2023-02-01".parse().unwrap());
        let form = catalogue.form(&"subordinate".into()).unwrap();
        let flags = flags(&scope, form, &found.period);
        let marked: Vec<&str> = flags[&UnitId::new("u")][0].cells.iter().map(CellKey::as_str).collect();
        let of_rule = [
            "quality_subordinate.excellent",
            "quality_subordinate.good",
            "sectional_committees",
            "subordinate_cells",
        ];
        assert_eq!(marked, of_rule);
    }
}
