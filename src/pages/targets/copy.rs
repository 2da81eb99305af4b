//! A year's targets, copied for the next one: levels and relations are kept, the documents that set them are not, and
//! each bears a mark until a person has looked it through.

use crate::analysis::chain::family;
use crate::i18n::targets::Copied;
use crate::model::id::{TargetId, UnitId};
use crate::model::ledger::Ledger;
use crate::model::period::Period;
use crate::model::target::{Relation, Target, TargetValue};

/// What copying would do.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Copies {
    /// The targets that are made.
    pub made: Vec<Target>,
    /// How many are left out because the next year has the same one already.
    pub known: usize,
    /// How many were joined to another's: their units have become one by then.
    pub joined: usize,
    /// How many are left out because their units are gone by then, dissolved or split.
    pub gone: usize,
}

impl Copies {
    /// In numbers, to be told.
    pub fn told(&self) -> Copied {
        Copied {
            made: self.made.len(),
            known: self.known,
            joined: self.joined,
            gone: self.gone,
        }
    }
}

/// The period a year later; `None` for terms and drives, which have no next year.
pub fn a_year_later(period: &Period) -> Option<Period> {
    Some(match *period {
        Period::Month(year, month) => Period::Month(year + 1, month),
        Period::Quarter(year, quarter) => Period::Quarter(year + 1, quarter),
        Period::HalfYear(year, half) => Period::HalfYear(year + 1, half),
        Period::NineMonths(year) => Period::NineMonths(year + 1),
        Period::Year(year) => Period::Year(year + 1),
        Period::Term(..) | Period::Drive(_) => return None,
    })
}

/// Copies of targets, and of all that hangs on them within their year, for the year after.
pub fn copies<'a>(ledger: &'a Ledger, targets: impl IntoIterator<Item = &'a Target>) -> Copies {
    let mut from: Vec<&Target> = Vec::new();
    for target in targets {
        for member in family(ledger, target) {
            let same_year = member.period.year().is_some() && member.period.year() == target.period.year();
            if same_year && !from.iter().any(|known| known.id == member.id) {
                from.push(member);
            }
        }
    }
    let mut found = Copies::default();
    // Of each that is copied, the target of the next year that stands for it. Only then are parents looked up.
    let mut stands_for: Vec<(&TargetId, TargetId)> = Vec::new();
    let mut parents: Vec<Option<&TargetId>> = Vec::new();
    for target in from {
        let Some(period) = a_year_later(&target.period) else {
            continue;
        };
        let Some(unit) = heir(ledger, &target.unit, &period) else {
            found.gone += 1;
            continue;
        };
        let copy = Target {
            unit,
            id: fresh_id(ledger, &found.made, target, &period),
            period,
            source: None,
            illustrative: false,
            copied_from: Some(target.period.clone()),
            ..target.clone()
        };
        if let Some(known) = ledger.targets.values().find(|known| is_same(known, &copy)) {
            found.known += 1;
            stands_for.push((&target.id, known.id.clone()));
            continue;
        }
        // Of units that have become one the amounts are added up; of levels the first one stands until it is looked through.
        match found.made.iter_mut().find(|made| is_same(made, &copy)) {
            Some(made) => {
                if let (TargetValue::Count(whole), TargetValue::Count(part)) = (&mut made.value, copy.value) {
                    *whole = whole.saturating_add(part);
                }
                found.joined += 1;
                stands_for.push((&target.id, made.id.clone()));
            }
            None => {
                stands_for.push((&target.id, copy.id.clone()));
                parents.push(target.parent.as_ref());
                found.made.push(copy);
            }
        }
    }
    for (copy, old) in found.made.iter_mut().zip(parents) {
        copy.parent = old.and_then(|old| parent(ledger, old, &copy.period, &stands_for));
        copy.relation = copy.parent.as_ref().and(copy.relation);
    }
    found
}

/// Who has a unit's target in a later period: the unit itself, or the one that alone took it over by then. `None` where
/// it is gone.
fn heir(ledger: &Ledger, unit: &UnitId, period: &Period) -> Option<UnitId> {
    let (Some((first, _)), Some(_)) = (ledger.span(period), ledger.units.get(unit)) else {
        return Some(unit.clone());
    };
    let heir = ledger.units.present(unit, first)?;
    heir.valid_to.is_none_or(|to| to >= first).then(|| heir.id.clone())
}

/// Targets that were copied, and the copies that hang on them within their year, as a person has looked them through.
pub fn looked_through<'a>(ledger: &'a Ledger, targets: impl IntoIterator<Item = &'a Target>) -> Vec<Target> {
    let mut seen: Vec<Target> = Vec::new();
    for target in targets {
        for member in family(ledger, target) {
            let same_year = member.period.year() == target.period.year();
            if same_year && member.copied_from.is_some() && !seen.iter().any(|known| known.id == member.id) {
                seen.push(Target {
                    copied_from: None,
                    ..member.clone()
                });
            }
        }
    }
    seen
}

/// What the copy belongs to: the copy of the parent, or a parent whose period holds the next year too.
fn parent(ledger: &Ledger, old: &TargetId, period: &Period, stands_for: &[(&TargetId, TargetId)]) -> Option<TargetId> {
    if let Some((_, copy)) = stands_for.iter().find(|(from, _)| *from == old) {
        return Some(copy.clone());
    }
    let longer = ledger.targets.get(old)?;
    longer.period.contains(period).then(|| old.clone())
}

/// Whether two targets ask the same of the same unit in the same period.
fn is_same(a: &Target, b: &Target) -> bool {
    let of_which = |target: &Target| match target.relation {
        Some(Relation::OfWhich(share)) => Some(share),
        _ => None,
    };
    a.unit == b.unit
        && a.period == b.period
        && a.indicator == b.indicator
        && of_which(a) == of_which(b)
        && (a.indicator.is_some() || a.label == b.label)
}

/// The identifier with the next year's number in the place of this year's, or behind it.
fn fresh_id(ledger: &Ledger, made: &[Target], target: &Target, period: &Period) -> TargetId {
    let (old, new) = (target.period.to_string(), period.to_string());
    let text = target.id.as_str();
    let mut id = match text.contains(&old) {
        true => text.replacen(&old, &new, 1),
        false => format!("{text}-{new}"),
    };
    while ledger.targets.contains_key(id.as_str()) || made.iter().any(|known| known.id.as_str() == id) {
        id.push('a');
    }
    TargetId::new(id)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::exhibit::targets::sample::{SHARES, ask, demo};

    #[test]
    fn relations_are_kept_and_sources_are_not() {
        ask(&SHARES, "2022-12-31", |scope| {
            let of_2022 = scope
                .ledger
                .targets
                .values()
                .filter(|it| it.period == Period::Year(2022));
            let found = copies(scope.ledger, of_2022);
            assert_eq!((found.made.len(), found.known), (5, 0));
            let copy = |id: &str| found.made.iter().find(|it| it.id.as_str() == id).unwrap();
            assert_eq!(copy("best-2023").parent, Some("good-2023".into()));
            assert_eq!(copy("best-2023").relation, scope.ledger.targets["best"].relation);
            assert_eq!(copy("year-2023").parent, Some("term".into()), "the term runs on");
            assert!(
                found
                    .made
                    .iter()
                    .all(|it| it.source.is_none() && it.period == Period::Year(2023))
            );
        });
    }

    #[test]
    fn copies_bear_a_mark_until_they_are_looked_through() {
        ask(&SHARES, "2022-12-31", |scope| {
            let of_2022 = scope
                .ledger
                .targets
                .values()
                .filter(|it| it.period == Period::Year(2022));
            let mut ledger = scope.ledger.clone();
            for copy in copies(scope.ledger, of_2022).made {
                assert_eq!(copy.copied_from, Some(Period::Year(2022)));
                ledger.targets.insert(copy.id.clone(), copy);
            }
            let seen = looked_through(&ledger, [&ledger.targets["good-2023"]]);
            let mut ids: Vec<_> = seen.iter().map(|it| it.id.as_str()).collect();
            ids.sort_unstable();
            assert_eq!(ids, ["best-2023", "best-of-good-2023", "good-2023"]);
            assert!(seen.iter().all(|it| it.copied_from.is_none()));
            assert!(looked_through(&ledger, [&ledger.targets["good"]]).is_empty());
        });
    }

    #[test]
    fn what_the_next_year_has_is_left_as_it_is() {
        demo(|scope| {
            let target = &scope.ledger.targets["admitted-2022"];
            let found = copies(scope.ledger, [target]);
            assert_eq!(found.made, [], "2023 has its admissions and their parts");
            assert!(found.known > 1);
            let next = copies(scope.ledger, [&scope.ledger.targets["admitted-2023"]]);
            assert_eq!((next.known, next.made[0].id.as_str()), (0, "admitted-2024"));
            assert!(
                next.made[1..]
                    .iter()
                    .all(|part| part.parent == Some("admitted-2024".into()))
            );
        });
    }

    #[test]
    fn after_the_term_nothing_hangs_on_it() {
        let last = SHARES[3].replace("2022", "2025");
        ask(&[SHARES[5], &last], "2025-06-30", |scope| {
            let found = copies(scope.ledger, [&scope.ledger.targets["year"]]);
            assert_eq!((found.made[0].parent.clone(), found.made[0].relation), (None, None));
            assert_eq!(copies(scope.ledger, [&scope.ledger.targets["term"]]), Copies::default());
        });
    }
}
