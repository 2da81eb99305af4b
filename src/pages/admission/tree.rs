//! The chain of targets, term → year → unit, as lines of a table with what is left to do.

use super::figures::{AdmissionFigures, target_of, term_target};
use crate::analysis::Scope;
use crate::analysis::TargetStatus;
use crate::analysis::achievement::{AchievedValue, Achievement};
use crate::analysis::chain::{Link, Parts, chain};
use crate::model::id::{TargetId, UnitId};
use crate::model::indicator::Comparison;
use crate::model::number::Count;
use crate::model::period::Period;
use crate::model::target::TargetValue;

/// A line of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct TreeRow {
    /// The target.
    pub target: TargetId,
    /// Whose.
    pub unit: UnitId,
    /// For when.
    pub period: Period,
    /// How far below the top: 0 for the top.
    pub depth: usize,
    /// How it compares.
    pub comparison: Comparison,
    /// How many.
    pub goal: Option<Count>,
    /// How many were reached; `None` when nobody reported.
    pub done: Option<Count>,
    /// How many are left to do; 0 when it is reached.
    pub left: Option<Count>,
    /// How it stands.
    pub status: TargetStatus,
    /// Divisions that do not add up to it.
    pub apart: Vec<Parts>,
    /// Whether it was made up for the demo.
    pub illustrative: bool,
}

/// The chain that the year's target belongs to, from its top down; empty without a target. Of the term's
/// other years only the line itself is given, not their units, so that the year in view stays in view.
pub fn rows(scope: &Scope<'_>, year: i32) -> Vec<TreeRow> {
    let of_year = target_of(scope.ledger, &scope.root, &Period::Year(year));
    let top = of_year
        .and_then(|target| target.parent.as_ref())
        .and_then(|parent| scope.ledger.targets.get(parent))
        .or_else(|| term_target(scope.ledger, &scope.root, year))
        .or(of_year);
    let Some(link) = top.and_then(|top| chain(scope, &top.id)) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    walk(&link, 0, year, &mut found);
    found
}

fn walk(link: &Link, depth: usize, year: i32, into: &mut Vec<TreeRow>) {
    into.push(row(link, depth));
    let other_year = |of: &Period| of.year().is_some_and(|of| of != year);
    if depth > 0 && other_year(&link.achievement.target.period) {
        return;
    }
    for child in &link.children {
        walk(child, depth + 1, year, into);
    }
}

fn row(link: &Link, depth: usize) -> TreeRow {
    let Achievement { target, .. } = &link.achievement;
    TreeRow {
        target: target.id.clone(),
        unit: target.unit.clone(),
        period: target.period.clone(),
        depth,
        comparison: target.comparison,
        goal: match target.value {
            TargetValue::Count(count) => Some(count),
            TargetValue::Percent(_) => None,
        },
        done: done(&link.achievement),
        left: left(&link.achievement),
        status: link.achievement.status,
        apart: link.parts.iter().filter(|parts| !parts.add_up()).cloned().collect(),
        illustrative: target.illustrative,
    }
}

fn done(achievement: &Achievement) -> Option<Count> {
    match &achievement.value {
        Some(AchievedValue::Count(total)) => total.quantity.map(|quantity| quantity.count),
        _ => None,
    }
}

/// What is left to reach the target: all of it while nobody has reported.
fn left(achievement: &Achievement) -> Option<Count> {
    let goal = achievement.goal?;
    match achievement.target.comparison {
        Comparison::AtMost => None,
        _ => Some(goal.saturating_sub(done(achievement).unwrap_or(0))),
    }
}

/// Whether the units' targets of the year are many enough to be folded away at first.
pub fn is_long(rows: &[TreeRow]) -> bool {
    rows.len() > 30
}

/// How many units have a target of their own and have reached it, of how many that have one.
pub fn units_reached(figures: &AdmissionFigures) -> Option<(usize, usize)> {
    let with_target = figures.units.iter().filter_map(|unit| {
        let goal = unit.target.as_ref().and_then(super::figures::goal)?;
        Some(unit.total.count() >= goal)
    });
    let reached: Vec<bool> = with_target.collect();
    (!reached.is_empty()).then(|| (reached.iter().filter(|reached| **reached).count(), reached.len()))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;
    use crate::catalogue::Catalogue;
    use crate::model::ledger::Ledger;
    use crate::model::target::{Relation, Target};

    fn demo(change: impl FnOnce(&mut Ledger), ask: impl FnOnce(&Scope<'_>)) {
        let records = crate::demo::load("hoa-binh-2022").unwrap().records;
        let mut ledger = Ledger::from_records(&records);
        change(&mut ledger);
        let catalogue = Catalogue::built_in().unwrap();
        ask(&Scope::whole(&ledger, &catalogue, "2030-01-01".parse().unwrap()));
    }

    #[test]
    fn the_year_and_its_units_with_what_is_left() {
        demo(
            |_| {},
            |scope| {
                let rows = rows(scope, 2022);
                let top = &rows[0];
                assert_eq!(
                    (top.goal, top.done, top.left, top.depth),
                    (Some(130), Some(121), Some(9), 0)
                );
                assert!(rows.len() > 1 && rows[1..].iter().all(|row| row.depth == 1));
                assert!(top.apart.is_empty(), "the demo's units add up to 130");
            },
        );
    }

    #[test]
    fn a_term_shows_all_its_years_and_the_units_of_one() {
        let of = |id: &str, period: &str, count: Count, parent: Option<&str>| Target {
            id: id.into(),
            unit: "khoi".into(),
            period: period.parse().unwrap(),
            indicator: Some("admitted".into()),
            label: String::new(),
            comparison: Comparison::AtLeast,
            value: TargetValue::Count(count),
            parent: parent.map(TargetId::from),
            relation: parent.map(|_| Relation::PartOf),
            source: None,
            illustrative: false,
        };
        demo(
            |ledger| {
                for target in [
                    of("term", "2020..2025", 750, None),
                    of("y21", "2021", 150, Some("term")),
                ] {
                    ledger.targets.insert(target.id.clone(), target);
                }
                let year = ledger.targets.get_mut("admitted-2022").unwrap();
                year.parent = Some("term".into());
                year.relation = Some(Relation::PartOf);
            },
            |scope| {
                let rows = rows(scope, 2022);
                assert_eq!((rows[0].goal, rows[0].done), (Some(750), Some(121)));
                assert_eq!(rows[0].apart.len(), 1, "150 + 130 is not 750");
                let years: Vec<_> = rows
                    .iter()
                    .filter(|row| row.depth == 1)
                    .map(|row| row.period.clone())
                    .collect();
                assert_eq!(years, [Period::Year(2021), Period::Year(2022)]);
                assert!(
                    rows.iter()
                        .any(|row| row.depth == 2 && row.period == Period::Year(2022))
                );
                assert_eq!(super::rows(scope, 2019), []);
            },
        );
    }
}
