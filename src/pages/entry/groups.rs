//! The rows of a sheet in groups: by sector, by the unit above. A row is known by one number: a unit by its place, a group
//! by its own number behind the last unit.

use super::plan::Plan;
use crate::model::id::{SectorId, UnitId};
use crate::model::ledger::Ledger;
use crate::model::text::Text;
use std::collections::{BTreeSet, HashMap};

/// What units are grouped by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum By {
    /// Nothing.
    #[default]
    Nothing,
    /// The sector.
    Sector,
    /// The unit above.
    Parent,
}

impl By {
    /// Its name among the choices.
    pub const fn id(self) -> &'static str {
        match self {
            By::Nothing => "nothing",
            By::Sector => "sector",
            By::Parent => "parent",
        }
    }

    /// The one of a name; nothing where there is none.
    pub fn of(id: &str) -> By {
        [By::Sector, By::Parent]
            .into_iter()
            .find(|by| by.id() == id)
            .unwrap_or_default()
    }
}

/// A group of units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its name; `None` for units without a sector or a unit above them.
    pub name: Option<Text>,
    /// How many units of the plan are in it.
    pub units: usize,
}

/// The groups of a plan's units.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Groups {
    /// The groups, in the order of the sectors or of the units above.
    pub all: Vec<Group>,
    /// Of each unit, by its place, the group.
    pub of_unit: Vec<usize>,
}

impl Groups {
    /// Puts the units of a plan into groups; none of them is empty.
    pub fn new(ledger: &Ledger, plan: &Plan, by: By) -> Groups {
        match by {
            By::Nothing => Groups::default(),
            By::Sector => {
                let sectors = ledger.sectors.iter();
                let order: HashMap<&SectorId, usize> = sectors.enumerate().map(|(at, one)| (&one.id, at)).collect();
                Groups::by_rank(plan, |unit| {
                    let sector = ledger.units.get(unit)?.sector.as_ref()?;
                    let at = *order.get(sector)?;
                    Some((at, ledger.sectors.get(at)?.label.clone()))
                })
            }
            By::Parent => {
                let order = ledger.units.places();
                Groups::by_rank(plan, |unit| {
                    let parent = ledger.units.get(unit)?.parent.as_ref()?;
                    let name = ledger.units.get(parent)?.name.clone();
                    Some((order.get(parent).copied()?, Text::new(name, "")))
                })
            }
        }
    }

    fn by_rank(plan: &Plan, rank: impl Fn(&UnitId) -> Option<(usize, Text)>) -> Groups {
        let ranks: Vec<Option<(usize, Text)>> = plan.units.iter().map(|unit| rank(&unit.id)).collect();
        let place = |rank: &Option<(usize, Text)>| rank.as_ref().map_or(usize::MAX, |(at, _)| *at);
        let mut order: Vec<usize> = ranks.iter().map(place).collect();
        order.sort_unstable();
        order.dedup();
        let group = |rank: &Option<(usize, Text)>| order.binary_search(&place(rank)).unwrap_or(0);
        let of_unit: Vec<usize> = ranks.iter().map(group).collect();
        let mut all = vec![Group { name: None, units: 0 }; order.len()];
        for (rank, &at) in ranks.into_iter().zip(&of_unit) {
            if let Some(group) = all.get_mut(at) {
                group.units += 1;
                if group.name.is_none() {
                    group.name = rank.map(|(_, name)| name);
                }
            }
        }
        Groups { all, of_unit }
    }

    /// Puts units, as they are shown one below another, under the heads of their groups; the units of a folded group are
    /// left out, and so is a group of which no unit is shown.
    pub fn arrange(&self, shown: &[usize], folded: &BTreeSet<usize>) -> Vec<usize> {
        if self.all.is_empty() {
            return shown.to_vec();
        }
        let mut members: Vec<Vec<usize>> = vec![Vec::new(); self.all.len()];
        for &unit in shown {
            let group = self.of_unit.get(unit);
            if let Some(members) = group.and_then(|&group| members.get_mut(group)) {
                members.push(unit);
            }
        }
        let mut rows = Vec::with_capacity(shown.len() + members.len());
        for (group, units) in members.into_iter().enumerate().filter(|(_, units)| !units.is_empty()) {
            rows.push(self.of_unit.len() + group);
            if !folded.contains(&group) {
                rows.extend(units);
            }
        }
        rows
    }

    /// The group whose head a row is.
    pub fn at(&self, row: usize) -> Option<usize> {
        row.checked_sub(self.of_unit.len())
            .filter(|group| *group < self.all.len())
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::analysis::Scope;
    use crate::catalogue::Catalogue;
    use crate::model::record::Entity;
    use crate::model::unit::{Sector, Unit, UnitKind};

    fn grouped(by: By) -> Groups {
        let unit = |at: u32, id: &str, parent: &str, sector: Option<&str>| {
            let mut unit = Unit::new(id, Some(parent.into()), UnitKind::GrassrootsCell, id);
            unit.order = at;
            unit.sector = sector.map(Into::into);
            unit.to_record()
        };
        let sector = |id: &str, order| {
            let label = Text::new(id, "");
            Sector {
                id: id.into(),
                label,
                order,
            }
            .to_record()
        };
        let records = [
            Unit::new("b", None, UnitKind::BlocCommittee, "B").to_record(),
            unit(1, "u1", "b", Some("press")),
            unit(2, "u2", "b", None),
            unit(3, "u3", "b", Some("offices")),
            unit(4, "u4", "u1", Some("press")),
            sector("offices", 1),
            sector("empty", 2),
            sector("press", 3),
        ];
        let ledger = Ledger::from_records(&records);
        let catalogue = Catalogue::built_in().unwrap();
        let scope = Scope::whole(&ledger, &catalogue, "2022-03-01".parse().unwrap());
        let form = catalogue.form(&"admission".into()).unwrap();
        let plan = Plan::new(&scope, form, &"2022-02".parse().unwrap());
        let units: Vec<&str> = plan.units.iter().map(|unit| unit.id.as_str()).collect();
        assert_eq!(units, ["u1", "u4", "u2", "u3"]);
        Groups::new(&ledger, &plan, by)
    }

    fn names(groups: &Groups) -> Vec<(Option<&str>, usize)> {
        let name = |group: &Group| group.name.as_ref().map(|name| name.vi.clone());
        let all = groups.all.iter();
        all.map(|group| (name(group).map(|name| &*name.leak()), group.units))
            .collect()
    }

    #[test]
    fn groups_stand_in_the_order_of_the_sectors_and_those_without_one_last() {
        let groups = grouped(By::Sector);
        assert_eq!(names(&groups), [(Some("offices"), 1), (Some("press"), 2), (None, 1)]);
        assert_eq!(groups.of_unit, [1, 1, 2, 0]);
        let rows = groups.arrange(&[1, 0, 2, 3], &BTreeSet::new());
        assert_eq!(rows, [4, 3, 5, 1, 0, 6, 2]);
        assert_eq!((groups.at(3), groups.at(5), groups.at(7)), (None, Some(1), None));
        // Folded, and searched for: a group without a row has no head.
        assert_eq!(groups.arrange(&[0, 1, 2], &BTreeSet::from([1])), [5, 6, 2]);
    }

    #[test]
    fn groups_of_the_unit_above_and_none() {
        let groups = grouped(By::Parent);
        assert_eq!(names(&groups), [(Some("B"), 3), (Some("u1"), 1)]);
        let none = grouped(By::of("nothing"));
        assert_eq!(
            (none.arrange(&[2, 0], &BTreeSet::new()), none.at(4)),
            (vec![2, 0], None)
        );
    }
}
