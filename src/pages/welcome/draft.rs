//! A new bloc as it is being described: what is wrong with it, and its first records.

use crate::exchange::name_list::{self, PastedName};
use crate::model::id::FormId;
use crate::model::period::Period;
use crate::model::profile::{BlocKind, Profile};
use crate::model::record::{Entity, Record};
use crate::model::unit::{Unit, UnitKind};

/// What was typed in the three steps, as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// The bloc's name.
    pub name: String,
    /// Its kind.
    pub kind: BlocKind,
    /// The term's first year.
    pub from: String,
    /// The term's last year.
    pub to: String,
    /// The list of units, one a line.
    pub units: String,
}

/// The identifier of every bloc's root unit.
pub const ROOT: &str = "bloc";

impl Draft {
    /// A draft whose term is the one that `year` falls in; terms begin in years that end in 0 or 5.
    pub fn in_year(year: i32) -> Draft {
        let from = (year - 1).div_euclid(5) * 5;
        Draft {
            from: from.to_string(),
            to: (from + 5).to_string(),
            ..Draft::default()
        }
    }

    /// Whether the name is still to be entered.
    pub fn name_is_missing(&self) -> bool {
        self.name.trim().is_empty()
    }

    /// The term; `None` when the years make none.
    pub fn term(&self) -> Option<Period> {
        format!("{}..{}", self.from.trim(), self.to.trim()).parse().ok()
    }

    /// The units as they are read. A name that says neither "Đảng bộ" nor "Chi bộ" is taken for a cell.
    pub fn unit_list(&self) -> Vec<PastedName> {
        name_list::read(&self.units, UnitKind::GrassrootsCell, [])
    }

    /// The bloc's first records, with the forms that it begins with; `None` while a step is incomplete.
    pub fn records(&self, forms: Vec<FormId>, mut new_id: impl FnMut() -> String) -> Option<Vec<Record>> {
        if self.name_is_missing() {
            return None;
        }
        let name = self.name.split_whitespace().collect::<Vec<_>>().join(" ");
        let profile = Profile {
            name: name.clone(),
            short_name: String::new(),
            kind: self.kind,
            term: self.term()?,
            seen_on: None,
            opens_on: None,
            demo: false,
            forms,
        };
        let root = Unit::new(ROOT, None, UnitKind::BlocCommittee, name);
        let mut records = vec![profile.to_record(), root.to_record()];
        let names = self.unit_list().into_iter().filter(|name| !name.repeated);
        records.extend((1..).zip(names).map(|(order, name)| {
            let unit = Unit::new(new_id().as_str(), Some(ROOT.into()), name.kind, name.name);
            Unit { order, ..unit }.to_record()
        }));
        Some(records)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::model::ledger::Ledger;

    fn draft() -> Draft {
        Draft {
            name: " Đảng bộ Khối  các cơ quan tỉnh ".into(),
            units: "Đảng bộ Sở Y tế\nChi bộ Ban Dân tộc".into(),
            ..Draft::in_year(2026)
        }
    }

    #[test]
    fn three_steps_make_a_bloc() {
        let mut next = 0;
        let records = draft()
            .records(vec!["headcount".into()], || {
                next += 1;
                format!("u{next}")
            })
            .unwrap();
        let ledger = Ledger::from_records(&records);
        assert_eq!(ledger.profile.as_ref().unwrap().name, "Đảng bộ Khối các cơ quan tỉnh");
        assert_eq!(ledger.profile.as_ref().unwrap().term, Period::Term(2025, 2030));
        assert_eq!(ledger.units.len(), 3);
        assert!(ledger.uses(&"headcount".into()) && !ledger.uses(&"models".into()));
        assert_eq!(ledger.root().unwrap().id.as_str(), ROOT);
        assert!(ledger.unreadable.is_empty());
    }

    #[test]
    fn a_term_is_five_years_from_a_congress() {
        assert_eq!(Draft::in_year(2025).term(), Some(Period::Term(2020, 2025)));
        assert_eq!(Draft::in_year(2026).term(), Some(Period::Term(2025, 2030)));
        let odd = Draft {
            from: "2025".into(),
            to: "2020".into(),
            ..draft()
        };
        assert!(odd.term().is_none() && odd.records(Vec::new(), String::new).is_none());
    }

    #[test]
    fn a_bloc_needs_a_name() {
        let unnamed = Draft {
            name: "  ".into(),
            ..draft()
        };
        assert!(unnamed.name_is_missing() && unnamed.records(Vec::new(), String::new).is_none());
    }
}
