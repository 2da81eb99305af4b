//! What is found about the returns of a form, by unit.

use super::plan::Plan;
use super::row::Flag;
use crate::analysis::Scope;
use crate::analysis::rules::{Finding, FindingKind, of_form};
use crate::model::id::{CellKey, UnitId};
use crate::model::text::{Lang, Text};
use crate::report::sentence::finding::{remedy_in_place, said_in_place};
use std::collections::HashMap;

/// The flags of each unit that has some, explained ones too. What was not understood is told by its own cell.
pub fn flags(scope: &Scope<'_>, plan: &Plan) -> HashMap<UnitId, Vec<Flag>> {
    let mut flags: HashMap<UnitId, Vec<Flag>> = HashMap::new();
    for finding in of_form(scope, &plan.form.id, &plan.period) {
        let unit = finding.unit.clone();
        if let Some(flag) = flag(scope, plan, finding) {
            flags.entry(unit).or_default().push(flag);
        }
    }
    // The heaviest is told first.
    for of_unit in flags.values_mut() {
        of_unit.sort_by_key(|flag| flag.finding.severity);
    }
    flags
}

/// The flags of one unit.
pub fn flags_of(scope: &Scope<'_>, plan: &Plan, unit: &UnitId) -> Vec<Flag> {
    flags(&scope.at(unit), plan).remove(unit).unwrap_or_default()
}

fn flag(scope: &Scope<'_>, plan: &Plan, finding: Finding) -> Option<Flag> {
    // What is wrong over many returns is wrong in none of them.
    if finding.over.is_some() || matches!(finding.kind, FindingKind::InvalidInput { .. }) {
        return None;
    }
    // What names no cell is about the whole return; a rule may name a sum: the cells that make it up are marked, as far as
    // they are filled.
    let found = scope.ledger.find(&plan.form.id, &plan.period, &finding.unit)?;
    let year = scope.ledger.span(&plan.period).map(|(start, _)| start.year());
    let mut cells: Vec<CellKey> = Vec::new();
    if finding.cells.is_empty() {
        cells.extend(found.cells.keys().cloned());
    }
    for key in &finding.cells {
        for cell in scope.catalogue.entered(key, year) {
            if found.cells.contains_key(&cell) && !cells.contains(&cell) {
                cells.push(cell);
            }
        }
    }
    let label = |lang| said_in_place(lang, scope.ledger, scope.catalogue, &finding);
    let remedy = |lang| remedy_in_place(lang, scope.catalogue, &finding);
    Some(Flag {
        label: Text::new(label(Lang::Vi), label(Lang::En)),
        remedy: Text::new(remedy(Lang::Vi), remedy(Lang::En)),
        cells,
        finding,
    })
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
        let flags = flags(&scope, &Plan::new(&scope, form, &found.period));
        let marked: Vec<&str> = flags[&UnitId::new("u")][0].cells.iter().map(CellKey::as_str).collect();
        let of_rule = [
            "quality_subordinate.excellent",
            "quality_subordinate.good",
            "sectional_committees",
            "subordinate_cells",
        ];
        assert_eq!(marked, of_rule);
    }

    #[test]
    fn a_cap_marks_its_cells_with_the_percent_and_one_of_the_whole_bloc_marks_none() {
        let catalogue = Catalogue::built_in().unwrap();
        let mut found = Return::new("classification".into(), "u".into(), "2022".parse().unwrap());
        for (key, count) in [("excellent", 6), ("good", 14), ("done", 4)] {
            found
                .cells
                .insert(format!("quality_members.{key}").as_str().into(), Cell::count(count));
        }
        let level = crate::model::returns::CellValue::Level("excellent".into());
        found.cells.insert("quality_own".into(), Cell::from(level));
        let records = [
            Unit::new("b", None, UnitKind::BlocCommittee, "B").to_record(),
            Unit::new("u", Some("b".into()), UnitKind::GrassrootsCell, "U").to_record(),
            found.to_record(),
        ];
        let ledger = Ledger::from_records(&records);
        let scope = Scope::whole(&ledger, &catalogue, "2023-02-01".parse().unwrap());
        let form = catalogue.form(&"classification".into()).unwrap();
        let flags = flags(&scope, &Plan::new(&scope, form, &found.period));
        assert_eq!(flags.len(), 1);
        let [flag] = &flags[&UnitId::new("u")][..] else {
            unreachable!()
        };
        let marked: Vec<&str> = flag.cells.iter().map(CellKey::as_str).collect();
        assert_eq!(marked, ["quality_members.excellent", "quality_members.good"]);
        assert!(
            flag.label.vi.ends_with("Hiện là 6/20, bằng 30,0%."),
            "{}",
            flag.label.vi
        );
    }
}
