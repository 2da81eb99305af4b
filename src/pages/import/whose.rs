//! Whose the rows of a workbook are, where their names do not say: units that a person chose, and units that are made with
//! the figures. It is said once, for every form that is read.

use std::collections::{BTreeMap, BTreeSet};

use leptos::prelude::*;

use crate::exchange::import::names::{kind_said, normal, written_out};
use crate::model::id::UnitId;
use crate::model::record::{Entity, Record};
use crate::model::unit::{Unit, UnitKind};
use crate::platform::ids::new_id;
use crate::state::lens::Lens;

/// What was said. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Whose {
    /// Units by name, as [`normal`] has it.
    pub chosen: RwSignal<BTreeMap<String, UnitId>>,
    /// Those of them that are not there yet.
    pub added: RwSignal<BTreeMap<String, Unit>>,
    lens: Lens,
}

impl Whose {
    /// Nothing yet.
    pub fn new(lens: Lens) -> Whose {
        Whose {
            chosen: RwSignal::new(BTreeMap::new()),
            added: RwSignal::new(BTreeMap::new()),
            lens,
        }
    }

    /// Begins again.
    pub fn clear(self) {
        self.chosen.set(BTreeMap::new());
        self.added.set(BTreeMap::new());
    }

    /// Says whose row it is; none leaves it out.
    pub fn choose(self, name: &str, unit: Option<UnitId>) {
        self.added.update(|added| drop(added.remove(&normal(name))));
        self.chosen.update(|chosen| match unit {
            Some(unit) => drop(chosen.insert(normal(name), unit)),
            None => drop(chosen.remove(&normal(name))),
        });
    }

    /// Makes units of these names, below the bloc committee, in the order of the table.
    pub fn add(self, names: &[String]) {
        let (root, first) = self.lens.with_untracked(|scope| {
            let last = scope.ledger.units.iter().map(|unit| unit.order).max();
            (scope.root.clone(), last.unwrap_or(0).saturating_add(1))
        });
        let mut added = self.added.get_untracked();
        let mut chosen = self.chosen.get_untracked();
        for name in names {
            let key = normal(name);
            let order = first.saturating_add(u32::try_from(added.len()).unwrap_or(u32::MAX));
            let unit = added.entry(key.clone()).or_insert_with(|| Unit {
                order,
                ..Unit::new(
                    new_id().as_str(),
                    Some(root.clone()),
                    kind_said(name).unwrap_or(UnitKind::GrassrootsCell),
                    written_out(name),
                )
            });
            chosen.insert(key, unit.id.clone());
        }
        self.added.set(added);
        self.chosen.set(chosen);
    }

    /// The records of new units, of those of which something is written.
    pub fn records(self, written: &BTreeSet<UnitId>) -> Vec<Record> {
        self.added.with_untracked(|added| {
            let used = added.values().filter(|unit| written.contains(&unit.id));
            used.map(Entity::to_record).collect()
        })
    }
}
