//! What rules say about the returns of a form, by unit.

use super::row::Flag;
use crate::analysis::Scope;
use crate::analysis::rules::{FindingKind, of_form};
use crate::model::id::{CellKey, UnitId};
use crate::model::measure::Form;
use crate::model::period::Period;
use crate::model::text::{Lang, Text};
use crate::report::sentence::finding::share_now;
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
        let mut seen = Vec::new();
        cells.retain(|cell| {
            let first = !seen.contains(cell);
            seen.push(cell.clone());
            first
        });
        let label = |lang: Lang| {
            let now = share_now(lang, &finding);
            let told = [Some(rule.label.in_lang(lang).to_owned()), now];
            told.into_iter().flatten().collect::<Vec<_>>().join(" ")
        };
        let label = Text::new(label(Lang::Vi), label(Lang::En));
        flags.entry(finding.unit).or_default().push(Flag {
            cells,
            label,
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
        let flags = flags(&scope, form, &found.period);
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
