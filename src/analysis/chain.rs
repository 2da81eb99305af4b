//! The chain of a target: term → year → unit, with what each has reached, and whether the parts add up.

use super::Scope;
use super::achievement::{AchievedValue, Achievement, achievement};
use crate::model::id::TargetId;
use crate::model::indicator::Comparison;
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
        let order = ledger.units.places();
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

/// A line of a chain that is written out from its top down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The target with what it has reached.
    pub achievement: Achievement,
    /// How far below the top: 0 for the top.
    pub depth: usize,
    /// Divisions that do not add up to it.
    pub apart: Vec<Parts>,
}

impl Line {
    /// How many are left to do, all of them while nobody has reported; `None` for a ceiling, and for a
    /// percentage of something that is not known yet.
    pub fn left(&self) -> Option<Count> {
        let goal = self.achievement.goal?;
        let done = match &self.achievement.value {
            Some(AchievedValue::Count(total)) => total.count(),
            Some(AchievedValue::Percent(rate)) => rate.numerator.count(),
            None => 0,
        };
        (self.achievement.target.comparison != Comparison::AtMost).then(|| goal.saturating_sub(done))
    }
}

/// The lines of a chain, from its top down. With a `year`, of other years below the top only the line itself is
/// given and not what hangs on it, so that the year in view stays in view.
pub fn lines(chain: Link, year: Option<i32>) -> Vec<Line> {
    let mut found = Vec::new();
    walk(chain, 0, year, &mut found);
    found
}

fn walk(link: Link, depth: usize, year: Option<i32>, into: &mut Vec<Line>) {
    let own = link.achievement.target.period.year();
    let aside = depth > 0 && year.is_some() && own.is_some() && own != year;
    into.push(Line {
        achievement: link.achievement,
        depth,
        apart: link.parts.into_iter().filter(|parts| !parts.add_up()).collect(),
    });
    if !aside {
        for child in link.children {
            walk(child, depth + 1, year, into);
        }
    }
}

/// The target at the top of the chain that a target belongs to: itself where it belongs to none.
pub fn top<'a>(ledger: &'a Ledger, target: &'a Target) -> &'a Target {
    let mut top = target;
    // A circle of targets ends after as many steps as there are targets.
    for _ in 0..ledger.targets.len() {
        match top.parent.as_ref().and_then(|parent| ledger.targets.get(parent)) {
            Some(parent) if parent.id != target.id => top = parent,
            _ => break,
        }
    }
    top
}

/// A target and all that hang on it, it first; each once.
pub fn family<'a>(ledger: &'a Ledger, target: &'a Target) -> Vec<&'a Target> {
    let families = Families::new(ledger);
    let mut found = vec![target];
    let mut at = 0;
    while let Some(next) = found.get(at).copied() {
        for &child in families.of(&next.id) {
            if !found.iter().any(|known| known.id == child.id) {
                found.push(child);
            }
        }
        at += 1;
    }
    found
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
            copied_from: None,
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
    fn lines_keep_to_the_year_in_view() {
        book().ask("2022-06-30", |scope| {
            let of = |year| lines(chain(scope, &"term".into()).unwrap(), year);
            let found = of(Some(2022));
            let depths: Vec<usize> = found.iter().map(|line| line.depth).collect();
            assert_eq!(depths, [0, 1, 1, 2, 2, 2, 1, 1, 1]);
            let left: Vec<_> = found.iter().map(Line::left).collect();
            assert_eq!(left[..4], [Some(680), Some(150), Some(80), Some(0)]);
            assert_eq!(found[2].apart.len(), 1, "149 is not 150");
            assert_eq!(of(Some(2021)).len(), 6, "the units of 2022 are left out");
            assert_eq!(of(None).len(), 9);
        });
    }

    #[test]
    fn a_chain_is_found_from_any_of_its_targets() {
        let ledger = book().ledger();
        let target = |id: &str| &ledger.targets[id];
        assert_eq!(top(&ledger, target("zu2")).id, "term".into());
        assert_eq!(top(&ledger, target("term")).id, "term".into());
        let ids: Vec<_> = family(&ledger, target("y2022"))
            .iter()
            .map(|it| it.id.as_str())
            .collect();
        assert_eq!(ids, ["y2022", "zu1", "zu2", "zu3"]);
        assert_eq!(family(&ledger, target("term")).len(), 9);
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
            assert_eq!(family(scope.ledger, &scope.ledger.targets["a"]).len(), 2);
            assert_eq!(top(scope.ledger, &scope.ledger.targets["a"]).id, "c".into());
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
