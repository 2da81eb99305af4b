//! The chain of targets, term → year → unit, as lines of a table with what is left to do.

use super::figures::{AdmissionFigures, target_of, term_target};
use crate::analysis::Scope;
use crate::analysis::chain::{Line, chain, lines};
use crate::model::period::Period;

/// The chain that the year's target belongs to, from its top down; empty without a target. Of the term's
/// other years only the line itself is given, not their units, so that the year in view stays in view.
pub fn rows(scope: &Scope<'_>, year: i32) -> Vec<Line> {
    let of_year = target_of(scope.ledger, &scope.root, &Period::Year(year));
    let top = of_year
        .and_then(|target| target.parent.as_ref())
        .and_then(|parent| scope.ledger.targets.get(parent))
        .or_else(|| term_target(scope.ledger, &scope.root, year))
        .or(of_year);
    let found = top.and_then(|top| chain(scope, &top.id));
    found.map_or_else(Vec::new, |found| lines(found, Some(year)))
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
    use crate::analysis::achievement::AchievedValue;
    use crate::catalogue::Catalogue;
    use crate::model::id::TargetId;
    use crate::model::indicator::Comparison;
    use crate::model::ledger::Ledger;
    use crate::model::number::Count;
    use crate::model::target::{Relation, Target, TargetValue};

    fn demo(change: impl FnOnce(&mut Ledger), ask: impl FnOnce(&Scope<'_>)) {
        let records = crate::demo::load("hoa-binh-2022").unwrap().records;
        let mut ledger = Ledger::from_records(&records);
        change(&mut ledger);
        let catalogue = Catalogue::built_in().unwrap();
        ask(&Scope::whole(&ledger, &catalogue, "2030-01-01".parse().unwrap()));
    }

    fn done(line: &Line) -> Option<Count> {
        match &line.achievement.value {
            Some(AchievedValue::Count(total)) => Some(total.count()),
            _ => None,
        }
    }

    #[test]
    fn the_year_and_its_units_with_what_is_left() {
        demo(
            |_| {},
            |scope| {
                let rows = rows(scope, 2022);
                let top = &rows[0];
                assert_eq!(
                    (top.achievement.goal, done(top), top.left(), top.depth),
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
            copied_from: None,
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
                assert_eq!((rows[0].achievement.goal, done(&rows[0])), (Some(750), Some(121)));
                assert_eq!(rows[0].apart.len(), 1, "150 + 130 is not 750");
                let years: Vec<_> = rows
                    .iter()
                    .filter(|row| row.depth == 1)
                    .map(|row| row.achievement.target.period.clone())
                    .collect();
                assert_eq!(years, [Period::Year(2021), Period::Year(2022)]);
                assert!(
                    rows.iter()
                        .any(|row| row.depth == 2 && row.achievement.target.period == Period::Year(2022))
                );
                assert_eq!(super::rows(scope, 2019), []);
            },
        );
    }
}
