//! The chain of a target: term → year → unit, with what each has reached, and whether the parts add up.

use super::Scope;
use super::achievement::{Achievement, achievement};
use crate::model::id::{TargetId, UnitId};
use crate::model::ledger::Ledger;
use crate::model::number::Count;
use crate::model::sort::SmallSort;
use crate::model::target::{Relation, Target, TargetValue};
use std::collections::{HashMap, HashSet};

/// What a target is divided into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Division {
    /// Shorter periods of the same unit.
    Periods,
    /// Other units, in the same period.
    Units,
}

/// The counts that a target is divided into, against the target's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parts {
    /// By what.
    pub division: Division,
    /// Each part's amount, in the order of the chain.
    pub amounts: Vec<Count>,
    /// Their sum.
    pub sum: Count,
    /// The target's own amount.
    pub whole: Count,
}

impl Parts {
    /// Whether they add up to the target.
    pub fn add_up(&self) -> bool {
        self.sum == self.whole
    }
}

/// A target in its chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// What it has reached. What is lacking stands in its gap.
    pub achievement: Achievement,
    /// The targets below it, by period and then in the official order of their units.
    pub children: Vec<Link>,
    /// What it is divided into; empty when nothing is a part of it, or it is no count.
    pub parts: Vec<Parts>,
}

/// The targets of a bloc by the target they belong to.
struct Families<'a> {
    children: HashMap<&'a TargetId, Vec<&'a Target>>,
}

impl<'a> Families<'a> {
    fn new(ledger: &'a Ledger) -> Families<'a> {
        let order: HashMap<&UnitId, usize> = ledger
            .units
            .in_order()
            .into_iter()
            .enumerate()
            .map(|(at, unit)| (&unit.id, at))
            .collect();
        let mut children: HashMap<&TargetId, Vec<&Target>> = HashMap::new();
        for target in ledger.targets.values() {
            if let Some(parent) = &target.parent {
                children.entry(parent).or_default().push(target);
            }
        }
        for siblings in children.values_mut() {
            siblings.small_sort_by_key(|it| (it.period.clone(), order.get(&it.unit).copied(), it.id.clone()));
        }
        Families { children }
    }

    fn of(&self, id: &TargetId) -> &[&'a Target] {
        self.children.get(id).map_or(&[], Vec::as_slice)
    }
}

/// The targets that belong to `target`, by period and then in the official order of their units.
pub fn children<'a>(ledger: &'a Ledger, target: &TargetId) -> Vec<&'a Target> {
    Families::new(ledger).of(target).to_vec()
}

/// What a target's children divide it into.
pub fn parts(ledger: &Ledger, target: &Target) -> Vec<Parts> {
    divided(target, Families::new(ledger).of(&target.id))
}

/// Every divided target of the bloc with its divisions, for findings.
pub(crate) fn all_parts(ledger: &Ledger) -> Vec<(&Target, Vec<Parts>)> {
    let families = Families::new(ledger);
    let divided = |target| (target, divided(target, families.of(&target.id)));
    ledger.targets.values().map(divided).collect()
}

/// The chain from a target down; `None` for an unknown target. A target that is its own ancestor ends the
/// chain there.
pub fn chain(scope: &Scope<'_>, target: &TargetId) -> Option<Link> {
    let families = Families::new(scope.ledger);
    let target = scope.ledger.targets.get(target)?;
    Some(link(scope, &families, target, &mut HashSet::new()))
}

fn link<'a>(scope: &Scope<'_>, families: &Families<'a>, target: &'a Target, seen: &mut HashSet<&'a TargetId>) -> Link {
    seen.insert(&target.id);
    let below = families.of(&target.id);
    let mut children = Vec::with_capacity(below.len());
    for &child in below {
        if !seen.contains(&child.id) {
            children.push(link(scope, families, child, seen));
        }
    }
    Link {
        achievement: achievement(scope, target),
        children,
        parts: divided(target, below),
    }
}

fn divided(target: &Target, below: &[&Target]) -> Vec<Parts> {
    let TargetValue::Count(whole) = target.value else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for division in [Division::Periods, Division::Units] {
        let amounts: Vec<Count> = below
            .iter()
            .filter(|child| child.relation == Some(Relation::PartOf) && child.indicator == target.indicator)
            .filter(|child| match division {
                Division::Periods => child.unit == target.unit && child.period != target.period,
                Division::Units => child.unit != target.unit && child.period == target.period,
            })
            .filter_map(|child| match child.value {
                TargetValue::Count(count) => Some(count),
                TargetValue::Percent(_) => None,
            })
            .collect();
        if !amounts.is_empty() {
            found.push(Parts {
                division,
                sum: amounts.iter().fold(0, |sum: Count, it| sum.saturating_add(*it)),
                amounts,
                whole,
            });
        }
    }
    found
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::fixture::*;
    use super::*;
    use crate::model::indicator::Comparison;

    fn target(id: &str, unit: &str, of: &str, goal: Count, parent: Option<&str>) -> Target {
        Target {
            id: id.into(),
            unit: unit.into(),
            period: period(of),
            indicator: Some("admitted".into()),
            label: String::new(),
            comparison: Comparison::AtLeast,
            value: TargetValue::Count(goal),
            parent: parent.map(TargetId::from),
            relation: parent.map(|_| Relation::PartOf),
            source: None,
            illustrative: false,
        }
    }

    /// A term of 750 in years of 150, one of them divided among three units.
    fn book() -> Book {
        let mut book = Book::new(3);
        book.put(&target("term", "b", "2020..2025", 750, None));
        for year in 2021..=2025 {
            book.put(&target(&format!("y{year}"), "b", &year.to_string(), 150, Some("term")));
        }
        for (unit, goal) in [("u3", 40), ("u1", 60), ("u2", 49)] {
            book.put(&target(&format!("z{unit}"), unit, "2022", goal, Some("y2022")));
        }
        book.set("month", "2022-01", "u1", "admitted", 61)
            .set("month", "2022-02", "u2", "admitted", 9);
        book
    }

    #[test]
    fn a_term_comes_down_to_years_and_units() {
        book().ask("2022-06-30", |scope| {
            let term = chain(scope, &"term".into()).unwrap();
            assert_eq!(term.children.len(), 5);
            assert_eq!(term.achievement.gap.unwrap().count, Some(-680));
            let [by_year] = term.parts.as_slice() else {
                unreachable!("only years are below a term")
            };
            assert!(by_year.add_up() && by_year.division == Division::Periods);
            let year = &term.children[1];
            assert_eq!(year.achievement.gap.unwrap().count, Some(-80));
            let units: Vec<_> = year
                .children
                .iter()
                .map(|it| it.achievement.target.unit.as_str())
                .collect();
            assert_eq!(units, ["u1", "u2", "u3"]);
            assert_eq!(year.children[0].achievement.gap.unwrap().count, Some(1));
            assert_eq!((year.parts[0].sum, year.parts[0].whole), (149, 150));
            assert_eq!(year.parts[0].amounts, [60, 49, 40]);
            assert!(!year.parts[0].add_up());
        });
    }

    #[test]
    fn a_circle_of_targets_ends() {
        let mut book = Book::new(1);
        book.put(&target("a", "b", "2022", 1, Some("c")))
            .put(&target("c", "b", "2021", 1, Some("a")));
        book.ask("2022-06-30", |scope| {
            let link = chain(scope, &"a".into()).unwrap();
            assert_eq!(link.children.len(), 1);
            assert!(link.children[0].children.is_empty());
            assert_eq!(chain(scope, &"none".into()), None);
        });
    }

    #[test]
    fn children_are_found_without_judging_them() {
        let ledger = book().ledger();
        assert_eq!(children(&ledger, &"y2022".into()).len(), 3);
        assert!(children(&ledger, &"y2021".into()).is_empty());
    }
}
