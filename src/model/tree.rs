//! The tree of units, indexed once so that walking it is linear.

use super::date::Date;
use super::id::UnitId;
use super::sort::SmallSort;
use super::unit::{Unit, UnitKind};
use std::collections::HashMap;

/// What is wrong with a set of units as a tree. Each is kept and shown, not dropped.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TreeProblem {
    /// A unit names a parent that is not there.
    #[error("{unit} names the missing parent {parent}")]
    MissingParent {
        /// The unit.
        unit: UnitId,
        /// The parent it names.
        parent: UnitId,
    },
    /// A unit is its own ancestor.
    #[error("{0} is its own ancestor")]
    Cycle(UnitId),
}

/// Units with their children in the official order (then by name, then by identifier).
///
/// A unit with a missing parent, or in a cycle, is a root of its own, so that no unit is unreachable.
#[derive(Clone, Debug, Default)]
pub struct UnitTree {
    units: Vec<Unit>,
    index: HashMap<UnitId, usize>,
    children: Vec<Vec<usize>>,
    roots: Vec<usize>,
    problems: Vec<TreeProblem>,
    /// The same units as they were until a day, the earliest day first: one for each day on which some were
    /// renamed or moved. Few blocs have any.
    past: Vec<(Date, UnitTree)>,
}

impl UnitTree {
    /// Builds the tree in O(n log n), and one for each day on which units were renamed or moved. Of two units with one
    /// identifier the later one stands.
    pub fn new(units: impl IntoIterator<Item = Unit>) -> UnitTree {
        let mut tree = UnitTree::of_one_day(units);
        let changed = tree.units.iter().flat_map(|unit| &unit.earlier);
        let mut days: Vec<Date> = changed.map(|was| was.until).collect();
        days.small_sort_by_key(|day| *day);
        days.dedup();
        let on = |day: Date| UnitTree::of_one_day(tree.units.iter().map(|unit| unit.as_on(day)));
        tree.past = days.into_iter().map(|day| (day, on(day))).collect();
        tree
    }

    fn of_one_day(units: impl IntoIterator<Item = Unit>) -> UnitTree {
        let mut tree = UnitTree::default();
        for unit in units {
            match tree.index.get(&unit.id) {
                Some(&at) => tree.units[at] = unit,
                None => {
                    tree.index.insert(unit.id.clone(), tree.units.len());
                    tree.units.push(unit);
                }
            }
        }
        tree.link();
        tree
    }

    fn link(&mut self) {
        let count = self.units.len();
        let mut parents: Vec<Option<usize>> = Vec::with_capacity(count);
        for unit in &self.units {
            let parent = unit.parent.as_ref().and_then(|parent| self.index.get(parent).copied());
            if let (Some(named), None) = (&unit.parent, parent) {
                self.problems.push(TreeProblem::MissingParent {
                    unit: unit.id.clone(),
                    parent: named.clone(),
                });
            }
            parents.push(parent);
        }
        // 0 unseen, 1 on the path being walked, 2 known to reach a root.
        let mut seen = vec![0u8; count];
        for start in 0..count {
            let mut path = Vec::new();
            let mut at = Some(start);
            while let Some(here) = at {
                match seen[here] {
                    0 => {
                        seen[here] = 1;
                        path.push(here);
                        at = parents[here];
                    }
                    1 => {
                        parents[here] = None;
                        self.problems.push(TreeProblem::Cycle(self.units[here].id.clone()));
                        break;
                    }
                    _ => break,
                }
            }
            for here in path {
                seen[here] = 2;
            }
        }
        self.children = vec![Vec::new(); count];
        self.roots.clear();
        for (at, parent) in parents.into_iter().enumerate() {
            match parent {
                Some(parent) => self.children[parent].push(at),
                None => self.roots.push(at),
            }
        }
        let units = &self.units;
        let key = |at: &usize| {
            let unit = &units[*at];
            (unit.order == 0, unit.order, unit.name.clone(), unit.id.clone())
        };
        for children in &mut self.children {
            children.small_sort_by_key(key);
        }
        self.roots.small_sort_by_key(key);
    }

    /// The tree as it was on `date`: each unit under the name and below the parent that it had then. Which of them
    /// existed then is told by [`Unit::exists_on`].
    pub fn on(&self, date: Date) -> &UnitTree {
        let then = self.past.iter().find(|(until, _)| date <= *until);
        then.map_or(self, |(_, tree)| tree)
    }

    /// Whether any unit was ever renamed or moved.
    pub fn has_past(&self) -> bool {
        !self.past.is_empty()
    }

    /// The unit that counts for `id` on `date`: itself, or, where it ended before and one unit alone took it over, that
    /// one or what became of it. A unit that was split stands for itself: its figures cannot be divided.
    pub fn present(&self, id: &UnitId, date: Date) -> Option<&Unit> {
        let mut unit = self.get(id)?;
        // Of a ring of successors the last one reached stands.
        for _ in 0..self.units.len() {
            let Some(next) = unit
                .succession
                .as_ref()
                .filter(|_| unit.valid_to.is_some_and(|to| to < date))
                .and_then(|then| match then.into.as_slice() {
                    [one] if one != id => self.get(one),
                    _ => None,
                })
            else {
                break;
            };
            unit = next;
        }
        Some(unit)
    }

    /// How many units there are.
    pub fn len(&self) -> usize {
        self.units.len()
    }

    /// Whether there is no unit.
    pub fn is_empty(&self) -> bool {
        self.units.is_empty()
    }

    /// What is wrong with the tree.
    pub fn problems(&self) -> &[TreeProblem] {
        &self.problems
    }

    /// A unit by its identifier.
    pub fn get(&self, id: &UnitId) -> Option<&Unit> {
        self.index.get(id).map(|&at| &self.units[at])
    }

    /// The first root: the bloc committee.
    pub fn root(&self) -> Option<&Unit> {
        self.roots.first().map(|&at| &self.units[at])
    }

    /// All units, in no particular order.
    pub fn iter(&self) -> impl Iterator<Item = &Unit> {
        self.units.iter()
    }

    /// The units just below `id`, in the official order.
    pub fn children(&self, id: &UnitId) -> impl Iterator<Item = &Unit> {
        self.index
            .get(id)
            .into_iter()
            .flat_map(|&at| self.children[at].iter().map(|&child| &self.units[child]))
    }

    /// `id` and all units below it, parents before children, in the official order.
    pub fn subtree(&self, id: &UnitId) -> Vec<&Unit> {
        self.index.get(id).map_or_else(Vec::new, |&at| self.walk(vec![at]))
    }

    /// All units, parents before children, in the official order.
    pub fn in_order(&self) -> Vec<&Unit> {
        self.walk(self.roots.iter().rev().copied().collect())
    }

    /// Where each unit stands in the official order, for sorting what belongs to units.
    pub fn places(&self) -> HashMap<&UnitId, usize> {
        let units = self.in_order().into_iter().enumerate();
        units.map(|(at, unit)| (&unit.id, at)).collect()
    }

    fn walk(&self, mut stack: Vec<usize>) -> Vec<&Unit> {
        let mut found = Vec::new();
        while let Some(at) = stack.pop() {
            found.push(&self.units[at]);
            stack.extend(self.children[at].iter().rev());
        }
        found
    }

    /// The chain from the parent of `id` up to its root.
    pub fn ancestors(&self, id: &UnitId) -> Vec<&Unit> {
        let mut found = Vec::new();
        let mut at = self.get(id);
        while let Some(parent) = at
            .and_then(|unit| unit.parent.as_ref())
            .and_then(|parent| self.get(parent))
        {
            // A cycle was cut at one unit only, so the walk up is bounded by the number of units.
            if found.len() >= self.units.len() {
                break;
            }
            found.push(parent);
            at = Some(parent);
        }
        found
    }

    /// The grassroots organisations below `id` that exist on `date`, in the official order.
    pub fn grassroots(&self, id: &UnitId, date: Date) -> Vec<&Unit> {
        self.of_kinds(id, &[UnitKind::GrassrootsCommittee, UnitKind::GrassrootsCell], date)
    }

    /// The units of `kinds` in the subtree of `id` that exist on `date`, in the official order.
    pub fn of_kinds(&self, id: &UnitId, kinds: &[UnitKind], date: Date) -> Vec<&Unit> {
        let mut units = self.on(date).subtree(id);
        units.retain(|unit| kinds.contains(&unit.kind) && unit.exists_on(date));
        units
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::unit::{Earlier, Succession, SuccessionKind};
    use super::*;

    fn unit(id: &str, parent: Option<&str>, order: u32) -> Unit {
        Unit {
            order,
            ..Unit::new(id, parent.map(UnitId::from), UnitKind::GrassrootsCell, id)
        }
    }

    fn ids(units: &[&Unit]) -> Vec<String> {
        units.iter().map(|unit| unit.id.to_string()).collect()
    }

    #[test]
    fn walks_in_the_official_order() {
        let tree = UnitTree::new([
            unit("c", Some("a"), 2),
            unit("b", Some("a"), 1),
            unit("a", None, 0),
            unit("d", Some("b"), 0),
        ]);
        assert_eq!(ids(&tree.subtree(&"a".into())), ["a", "b", "d", "c"]);
        assert_eq!(ids(&tree.ancestors(&"d".into())), ["b", "a"]);
        assert!(tree.problems().is_empty());
    }

    #[test]
    fn a_unit_stands_where_and_as_what_it_was() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        let mut moved = unit("m", Some("b"), 1);
        moved.name = "New".into();
        moved.earlier = vec![Earlier {
            until: day("2022-06-30"),
            name: "Old".into(),
            short_name: String::new(),
            parent: Some("a".into()),
            kind: UnitKind::GrassrootsCell,
            sector: None,
        }];
        let tree = UnitTree::new([
            unit("r", None, 0),
            unit("a", Some("r"), 1),
            unit("b", Some("r"), 2),
            moved,
        ]);
        let then = tree.on(day("2022-06-30"));
        assert_eq!(then.get(&"m".into()).unwrap().name, "Old");
        assert_eq!(ids(&then.subtree(&"a".into())), ["a", "m"]);
        let now = tree.on(day("2022-07-01"));
        assert_eq!(now.get(&"m".into()).unwrap().name, "New");
        assert_eq!(ids(&now.subtree(&"b".into())), ["b", "m"]);
        assert!(tree.has_past() && !then.has_past());
    }

    #[test]
    fn who_counts_for_whom() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        let ended = |id: &str, to: &str, into: &[&str]| {
            let mut it = unit(id, Some("r"), 0);
            it.valid_to = Some(day(to));
            it.succession = Some(Succession {
                kind: SuccessionKind::Merge,
                into: into.iter().map(|&id| id.into()).collect(),
            });
            it
        };
        let tree = UnitTree::new([
            unit("r", None, 0),
            ended("a", "2021-12-31", &["b"]),
            ended("b", "2022-12-31", &["c"]),
            unit("c", Some("r"), 0),
            ended("s", "2022-12-31", &["c", "b"]),
            ended("x", "2020-12-31", &["y"]),
            ended("y", "2020-12-31", &["x"]),
        ]);
        let present = |id: &str, on: &str| tree.present(&id.into(), day(on)).unwrap().id.to_string();
        assert_eq!(present("a", "2021-12-31"), "a");
        assert_eq!(present("a", "2022-06-01"), "b");
        assert_eq!(present("a", "2023-01-01"), "c");
        assert_eq!(present("s", "2023-01-01"), "s");
        assert!(["x", "y"].contains(&present("x", "2023-01-01").as_str()));
    }

    #[test]
    fn keeps_units_of_a_broken_tree_reachable() {
        let tree = UnitTree::new([
            unit("a", Some("b"), 1),
            unit("b", Some("a"), 1),
            unit("c", Some("gone"), 1),
        ]);
        assert_eq!(tree.in_order().len(), 3);
        assert_eq!(tree.problems().len(), 2);
        assert!(tree.ancestors(&"a".into()).len() <= 3);
    }
}
