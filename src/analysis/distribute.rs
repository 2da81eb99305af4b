//! Dividing a target among units: an amount by weight, exactly; a percentage as the same level for everybody.
//!
//! # Method
//! Largest remainders: each part gets its exact share rounded down, and what is left goes one each to the parts
//! that lost most by it, in the official order among equals. So the parts add up to the whole, no part is off its
//! exact share by one or more, and a part of larger weight never gets less.

use super::Scope;
use super::aggregate::{Total, by_unit};
use crate::model::id::{IndicatorId, UnitId};
use crate::model::indicator::Indicator;
use crate::model::number::Count;
use crate::model::period::Period;
use crate::model::sort::SmallSort;
use crate::model::target::{Relation, Target, TargetValue};
use crate::model::unit::{Unit, UnitKind};
use std::collections::HashMap;

/// What units are weighted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Weighting {
    /// Their members.
    #[default]
    Heads,
    /// All alike.
    Equal,
    /// What each reached in the same period last year.
    LastYear,
}

/// The proposal for one unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Portion {
    /// The unit.
    pub unit: UnitId,
    /// What it is weighted by; `None` where nothing is known of it, so that it gets nothing by weight.
    pub weight: Option<Count>,
    /// Its part.
    pub value: TargetValue,
}

/// The indicator of head counts that [`Weighting::Heads`] reads.
const MEMBERS: &str = "members";

/// Divides `total` by weight. Without any weight all parts are alike.
pub fn by_weight(total: Count, weights: &[Count]) -> Vec<Count> {
    let known: u128 = weights.iter().map(|&weight| u128::from(weight)).sum();
    let weight = |at: usize| if known == 0 { 1 } else { u128::from(weights[at]) };
    let whole = if known == 0 { weights.len() as u128 } else { known };
    if whole == 0 {
        return Vec::new();
    }
    let exact = |at: usize| u128::from(total) * weight(at);
    // A share of the total is at most the total, so it fits.
    let mut parts: Vec<Count> = (0..weights.len())
        .map(|at| Count::try_from(exact(at) / whole).unwrap_or(total))
        .collect();
    let given: Count = parts.iter().sum();
    let mut order: Vec<usize> = (0..weights.len()).collect();
    order.small_sort_by_key(|&at| (std::cmp::Reverse(exact(at) % whole), at));
    let left = usize::try_from(total.saturating_sub(given)).unwrap_or(usize::MAX);
    for at in order.into_iter().take(left) {
        parts[at] += 1;
    }
    parts
}

/// The units that a target may be divided among, in the official order: those below its own that report its
/// figures, or the grassroots organisations where none does.
pub fn units<'a>(scope: &Scope<'a>, target: &Target) -> Vec<&'a Unit> {
    let below = scope.at(&target.unit);
    let indicator = indicator(scope, target);
    let kinds = indicator.and_then(|found| scope.catalogue.form(&found.form));
    let of = |kinds: &[UnitKind]| {
        let mut units = below.units_of_kinds(kinds, &target.period);
        units.retain(|unit| unit.id != target.unit);
        units
    };
    match kinds.map(|form| of(&form.unit_kinds)) {
        Some(units) if !units.is_empty() => units,
        _ => of(&[UnitKind::GrassrootsCommittee, UnitKind::GrassrootsCell]),
    }
}

/// A proposal for each unit, adding up to a count exactly; of a percentage everybody gets the same.
pub fn proposal(scope: &Scope<'_>, target: &Target, by: Weighting) -> Vec<Portion> {
    let units = units(scope, target);
    let weights = weights(scope, target, by);
    let known: Vec<Option<Count>> = units
        .iter()
        .map(|unit| match &weights {
            Some(weights) => weights.get(&unit.id).copied(),
            None => Some(1),
        })
        .collect();
    let values: Vec<TargetValue> = match target.value {
        TargetValue::Percent(percent) => vec![TargetValue::Percent(percent); units.len()],
        TargetValue::Count(total) => {
            let weights: Vec<Count> = known.iter().map(|weight| weight.unwrap_or(0)).collect();
            by_weight(total, &weights).into_iter().map(TargetValue::Count).collect()
        }
    };
    let rows = units.into_iter().zip(known).zip(values);
    rows.map(|((unit, weight), value)| Portion {
        unit: unit.id.clone(),
        weight,
        value,
    })
    .collect()
}

/// What makes a part of `target` for a unit. Its identifier is made of both, so that dividing anew replaces it.
pub fn part(target: &Target, unit: &UnitId, value: TargetValue) -> Target {
    Target {
        id: format!("{}-{unit}", target.id).as_str().into(),
        unit: unit.clone(),
        value,
        parent: Some(target.id.clone()),
        relation: Some(Relation::PartOf),
        source: None,
        illustrative: false,
        copied_from: None,
        ..target.clone()
    }
}

fn indicator<'a>(scope: &Scope<'a>, target: &Target) -> Option<&'a Indicator> {
    scope.catalogue.indicator(target.indicator.as_ref()?)
}

/// Weights by unit; `None` for all alike.
fn weights(scope: &Scope<'_>, target: &Target, by: Weighting) -> Option<HashMap<UnitId, Count>> {
    let (indicator, period) = match by {
        Weighting::Equal => return None,
        Weighting::Heads => (
            scope.catalogue.indicator(&IndicatorId::new(MEMBERS)),
            seen_period(scope, &target.period),
        ),
        Weighting::LastYear => (indicator(scope, target), target.period.same_last_year()),
    };
    let (Some(indicator), Some(period)) = (indicator, period) else {
        return Some(HashMap::new());
    };
    let rows = by_unit(&scope.at(&target.unit), &indicator.form, &indicator.numerator, &period);
    let weight = |(unit, total): (UnitId, Total)| Some((unit, total.quantity?.count));
    Some(rows.into_iter().filter_map(weight).collect())
}

/// The period that head counts are read in: the target's, or this year while that lies ahead.
fn seen_period(scope: &Scope<'_>, period: &Period) -> Option<Period> {
    let (start, _) = scope.ledger.span(period)?;
    Some(match start > scope.today {
        true => Period::Year(scope.today.year()),
        false => period.clone(),
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::fixture::*;
    use super::*;
    use crate::model::indicator::Comparison;
    use crate::model::number::Percent;
    use proptest::prelude::*;

    fn target(value: TargetValue) -> Target {
        Target {
            id: "y".into(),
            unit: "b".into(),
            period: period("2022"),
            indicator: Some("admitted".into()),
            label: String::new(),
            comparison: Comparison::AtLeast,
            value,
            parent: None,
            relation: None,
            source: Some(Default::default()),
            illustrative: true,
            copied_from: None,
        }
    }

    fn amounts(portions: &[Portion]) -> Vec<Count> {
        portions
            .iter()
            .filter_map(|portion| match portion.value {
                TargetValue::Count(count) => Some(count),
                TargetValue::Percent(_) => None,
            })
            .collect()
    }

    #[test]
    fn what_is_left_goes_to_the_largest_remainders() {
        assert_eq!(by_weight(10, &[50, 30, 15, 5]), [5, 3, 2, 0]);
        assert_eq!(by_weight(10, &[1, 1, 1]), [4, 3, 3]);
        assert_eq!(by_weight(7, &[0, 0]), [4, 3], "without weights all are alike");
        assert!(by_weight(7, &[]).is_empty());
        assert_eq!(by_weight(Count::MAX, &[Count::MAX, Count::MAX]).len(), 2);
    }

    #[test]
    fn units_are_weighted_by_last_year_and_an_unknown_one_gets_nothing() {
        let mut book = Book::new(4);
        book.set("month", "2021-02", "u1", "admitted", 6)
            .set("month", "2021-05", "u1", "admitted", 4)
            .set("month", "2021-05", "u2", "admitted", 20)
            .set("month", "2021-05", "u3", "admitted", 0);
        book.ask("2022-03-01", |scope| {
            let found = proposal(scope, &target(TargetValue::Count(31)), Weighting::LastYear);
            assert_eq!(amounts(&found), [10, 21, 0, 0]);
            let weights: Vec<_> = found.iter().map(|portion| portion.weight).collect();
            assert_eq!(weights, [Some(10), Some(20), Some(0), None]);
            let alike = proposal(scope, &target(TargetValue::Count(31)), Weighting::Equal);
            assert_eq!(amounts(&alike), [8, 8, 8, 7]);
        });
    }

    #[test]
    fn a_percentage_is_the_same_for_everybody() {
        let level = TargetValue::Percent(Percent::HUNDRED);
        Book::new(3).ask("2022-03-01", |scope| {
            let found = proposal(scope, &target(level), Weighting::Heads);
            assert!(found.len() == 3 && found.iter().all(|portion| portion.value == level));
        });
    }

    #[test]
    fn a_part_hangs_on_its_whole_and_has_no_source_of_its_own() {
        let part = part(&target(TargetValue::Count(31)), &"u2".into(), TargetValue::Count(4));
        assert_eq!((part.id.as_str(), part.unit.as_str()), ("y-u2", "u2"));
        assert_eq!((part.parent, part.relation), (Some("y".into()), Some(Relation::PartOf)));
        assert!(part.source.is_none() && !part.illustrative);
    }

    #[test]
    fn members_of_the_demo_divide_130_exactly() {
        let records = crate::demo::load("hoa-binh-2022").unwrap().records;
        let ledger = crate::model::ledger::Ledger::from_records(&records);
        let catalogue = crate::catalogue::Catalogue::built_in().unwrap();
        let scope = Scope::whole(&ledger, &catalogue, date("2030-01-01"));
        for id in ["admitted-2022", "admitted-2023"] {
            let found = proposal(&scope, &ledger.targets[id], Weighting::Heads);
            assert_eq!((found.len(), amounts(&found).iter().sum::<Count>()), (72, 130));
            assert!(
                found.iter().any(|portion| portion.weight > Some(10)),
                "head counts of {id}"
            );
        }
    }

    proptest! {
        #[test]
        fn parts_add_up_and_are_their_share_rounded_up_or_down(total in 0u64..50_000, weights in prop::collection::vec(0u64..500, 1..90)) {
            let parts = by_weight(total, &weights);
            prop_assert_eq!(parts.iter().sum::<u64>(), total);
            let sum: u64 = weights.iter().sum();
            for (part, weight) in parts.iter().zip(&weights) {
                let share = (total * weight).checked_div(sum).unwrap_or(total / weights.len() as u64);
                prop_assert!(*part == share || *part == share + 1);
            }
        }

        #[test]
        fn a_larger_weight_never_gets_less(total in 0u64..50_000, weights in prop::collection::vec(0u64..500, 2..60)) {
            let parts = by_weight(total, &weights);
            for a in 0..weights.len() {
                for b in 0..weights.len() {
                    prop_assert!(weights[a] <= weights[b] || parts[a] >= parts[b]);
                }
            }
        }

        #[test]
        fn the_same_question_has_the_same_answer(total: u32, weights in prop::collection::vec(0u64..1_000_000, 1..40)) {
            prop_assert_eq!(by_weight(total.into(), &weights), by_weight(total.into(), &weights));
        }
    }
}
