//! Dividing a target among units, as a person edits the proposal before it is applied.

use crate::analysis::Scope;
use crate::analysis::distribute::{Portion, Weighting, by_weight, part, proposal};
use crate::model::id::{TargetId, UnitId};
use crate::model::ledger::Ledger;
use crate::model::number::{Count, NumberError, Percent, TypedCount, parse_count, parse_percent};
use crate::model::record::Entity;
use crate::model::target::{Relation, Target, TargetValue};

/// One unit's line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// The unit.
    pub unit: UnitId,
    /// What it was weighted by; `None` where nothing is known of it.
    pub weight: Option<Count>,
    /// Its part, as typed. Empty or 0: the unit gets no target.
    pub typed: String,
    /// Whether a person has typed it: dividing the rest leaves it.
    pub by_hand: bool,
}

/// A division that is being edited.
#[derive(Clone, Debug, PartialEq)]
pub struct Division {
    /// The target that is divided.
    pub target: Target,
    /// What the proposal was made by.
    pub by: Weighting,
    /// The lines, in the official order.
    pub shares: Vec<Share>,
}

/// What applying a division changes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Applied {
    /// Targets of units, new or changed.
    pub parts: Vec<Target>,
    /// Targets of units that have no part any more.
    pub removed: Vec<TargetId>,
}

impl Division {
    /// The proposal by a weighting.
    pub fn proposed(scope: &Scope<'_>, target: &Target, by: Weighting) -> Division {
        let portions = proposal(scope, target, by);
        let mut shares: Vec<Share> = portions.into_iter().map(share).collect();
        // A unit that has a part and is not proposed one (it has closed since) is in the list, or the sum would not be all.
        for known in parts_of(scope.ledger, target) {
            if !shares.iter().any(|share| share.unit == known.unit) {
                shares.push(Share {
                    unit: known.unit.clone(),
                    weight: None,
                    typed: String::new(),
                    by_hand: false,
                });
            }
        }
        Division {
            target: target.clone(),
            by,
            shares,
        }
    }

    /// The units' part as it stands, or the proposal by their members where none has one.
    pub fn of(scope: &Scope<'_>, target: &Target) -> Division {
        let mut division = Division::proposed(scope, target, Weighting::Heads);
        let known: Vec<&Target> = parts_of(scope.ledger, target).collect();
        if !known.is_empty() {
            for share in &mut division.shares {
                let part = known.iter().find(|part| part.unit == share.unit);
                share.typed = part.map_or_else(String::new, |part| written(part.value));
            }
        }
        division
    }

    /// Whether it divides an amount, which the parts should add up to; a percentage is the same level for all.
    pub fn total(&self) -> Option<Count> {
        match self.target.value {
            TargetValue::Count(total) => Some(total),
            TargetValue::Percent(_) => None,
        }
    }

    /// The part that a line's text says; `None` for no part.
    ///
    /// # Errors
    /// [`NumberError`] for text that is no count, or no percentage.
    pub fn part(&self, share: &Share) -> Result<Option<TargetValue>, NumberError> {
        if share.typed.trim().is_empty() {
            return Ok(None);
        }
        match self.target.value {
            TargetValue::Count(_) => match parse_count(&share.typed)? {
                TypedCount::Empty | TypedCount::Count(0) => Ok(None),
                TypedCount::Count(count) => Ok(Some(TargetValue::Count(count))),
                TypedCount::Part { .. } => Err(NumberError::NotANumber),
            },
            TargetValue::Percent(_) => match parse_percent(&share.typed)? {
                Percent::ZERO => Ok(None),
                percent if percent > Percent::HUNDRED => Err(NumberError::PartAboveWhole),
                percent => Ok(Some(TargetValue::Percent(percent))),
            },
        }
    }

    /// What the counts that can be read add up to.
    pub fn sum(&self) -> Count {
        let counts = self.shares.iter().map(|share| match self.part(share) {
            Ok(Some(TargetValue::Count(count))) => count,
            _ => 0,
        });
        counts.fold(0, Count::saturating_add)
    }

    /// Types a line's part.
    pub fn type_at(&mut self, at: usize, text: String) {
        if let Some(share) = self.shares.get_mut(at) {
            share.typed = text;
            share.by_hand = true;
        }
    }

    /// How many units nothing is known of to weigh them by, and whether that is all of them.
    pub fn unweighted(&self) -> (usize, bool) {
        let unknown = self.shares.iter().filter(|share| share.weight.is_none()).count();
        (unknown, unknown == self.shares.len())
    }

    /// The same with the lines that nobody typed made to fit, as they are to one another now, so that all add up exactly.
    /// `None` where they do already, where that is not possible, and where nothing has to add up.
    pub fn settled(&self) -> Option<Division> {
        let total = self.total()?;
        if self.sum() == total || !self.wrong().is_empty() {
            return None;
        }
        let (typed, open): (Vec<usize>, Vec<usize>) = (0..self.shares.len()).partition(|&at| self.shares[at].by_hand);
        let amount = |at: usize| match self.part(&self.shares[at]) {
            Ok(Some(TargetValue::Count(count))) => count,
            _ => 0,
        };
        let rest = total.checked_sub(typed.into_iter().map(amount).fold(0, Count::saturating_add))?;
        if open.is_empty() {
            return None;
        }
        let mut weights: Vec<Count> = open.iter().map(|&at| amount(at)).collect();
        if weights.iter().all(|&weight| weight == 0) {
            weights = open.iter().map(|&at| self.shares[at].weight.unwrap_or(0)).collect();
        }
        let mut settled = self.clone();
        for (at, part) in open.into_iter().zip(by_weight(rest, &weights)) {
            settled.shares[at].typed = part.to_string();
        }
        Some(settled)
    }

    /// The lines that cannot be read.
    pub fn wrong(&self) -> Vec<(usize, NumberError)> {
        let lines = self.shares.iter().enumerate();
        lines
            .filter_map(|(at, share)| Some((at, self.part(share).err()?)))
            .collect()
    }

    /// What applying it changes; `None` while a line cannot be read. A unit's part that is there already keeps its
    /// wording and its document.
    pub fn apply(&self, scope: &Scope<'_>) -> Option<Applied> {
        let mut applied = Applied::default();
        for share in &self.shares {
            let known = parts_of(scope.ledger, &self.target).find(|part| part.unit == share.unit);
            match (self.part(share).ok()?, known) {
                (Some(value), Some(known)) if known.value == value => {}
                (Some(value), Some(known)) => applied.parts.push(Target {
                    value,
                    illustrative: false,
                    copied_from: None,
                    ..known.clone()
                }),
                (Some(value), None) => applied.parts.push(part(&self.target, &share.unit, value)),
                (None, Some(known)) => applied.removed.push(known.id.clone()),
                (None, None) => {}
            }
        }
        Some(applied)
    }
}

impl Applied {
    /// The records of the targets that go.
    pub fn removed_records(&self, scope: &Scope<'_>) -> Vec<crate::model::id::RecordId> {
        let known = self.removed.iter().filter_map(|id| scope.ledger.targets.get(id));
        known.map(Entity::record_id).collect()
    }
}

/// The units' parts of a target.
fn parts_of<'l>(ledger: &'l Ledger, target: &'l Target) -> impl Iterator<Item = &'l Target> {
    ledger.targets_below(&target.id).filter(move |part| {
        part.relation == Some(Relation::PartOf) && part.unit != target.unit && part.period == target.period
    })
}

fn share(portion: Portion) -> Share {
    Share {
        unit: portion.unit,
        weight: portion.weight,
        typed: written(portion.value),
        by_hand: false,
    }
}

/// A level as it is typed into a field.
fn written(value: TargetValue) -> String {
    match value {
        TargetValue::Count(count) => count.to_string(),
        TargetValue::Percent(percent) => percent.to_string(),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::exhibit::targets::sample::{SHARES, ask, demo};

    #[test]
    fn a_proposal_is_edited_and_then_applied() {
        ask(&SHARES, "2022-12-31", |scope| {
            let target = &scope.ledger.targets["year"];
            let mut division = Division::proposed(scope, target, Weighting::Equal);
            assert_eq!(
                (division.shares.len(), division.sum(), division.total()),
                (10, 150, Some(150))
            );
            division.shares[0].typed = "1.5".into();
            assert_eq!(division.wrong(), [(0, NumberError::Ambiguous)]);
            assert_eq!((division.apply(scope), division.sum()), (None, 135));
            division.shares[0].typed = "30".into();
            division.shares[1].typed = "0".into();
            let applied = division.apply(scope).unwrap();
            assert_eq!(
                (applied.parts.len(), applied.removed.len(), division.sum()),
                (9, 0, 150)
            );
            assert_eq!(applied.parts[0].parent, Some("year".into()));
        });
    }

    #[test]
    fn what_stands_is_changed_in_its_place() {
        demo(|scope| {
            let target = &scope.ledger.targets["admitted-2022"];
            let mut division = Division::of(scope, target);
            assert_eq!(division.sum(), 130);
            assert_eq!(division.apply(scope), Some(Applied::default()), "nothing was changed");
            let first = division
                .shares
                .iter()
                .position(|share| !share.typed.is_empty())
                .unwrap();
            division.shares[first].typed = "9".into();
            let last = division
                .shares
                .iter()
                .rposition(|share| !share.typed.is_empty())
                .unwrap();
            division.shares[last].typed.clear();
            let applied = division.apply(scope).unwrap();
            assert_eq!((applied.parts.len(), applied.removed.len()), (1, 1));
            assert_eq!(applied.removed_records(scope).len(), 1);
            assert!(scope.ledger.targets.contains_key(&applied.parts[0].id));
        });
    }

    #[test]
    fn what_is_left_goes_to_the_lines_that_nobody_typed() {
        ask(&SHARES, "2022-12-31", |scope| {
            let target = &scope.ledger.targets["year"];
            let mut division = Division::proposed(scope, target, Weighting::Equal);
            assert_eq!(division.settled(), None, "it adds up");
            division.type_at(0, "20".into());
            division.type_at(1, "11".into());
            assert_eq!(division.sum(), 151);
            let settled = division.settled().unwrap();
            assert_eq!((settled.sum(), settled.shares[0].typed.as_str()), (150, "20"));
            assert_eq!(settled.shares[1].typed, "11");
            assert_eq!(settled.shares[9].typed, "14", "119 among eight: seven 15s and a 14");
            division.type_at(0, "140".into());
            assert_eq!(division.settled(), None, "more than all is given by hand");
            division.type_at(0, "1.5".into());
            assert_eq!(division.settled(), None);
            let level = Division::proposed(scope, &scope.ledger.targets["good"], Weighting::Heads);
            assert_eq!(level.settled(), None);
        });
    }

    #[test]
    fn the_part_of_a_unit_that_has_closed_counts_into_the_sum() {
        let closed = [
            SHARES[3],
            r#"{"id": "part", "unit": "gone", "period": "2022", "indicator": "admitted", "comparison": ">=",
                "value": {"count": 7}, "parent": "year", "relation": "part_of"}"#,
        ];
        ask(&closed, "2022-12-31", |scope| {
            let target = &scope.ledger.targets["year"];
            let as_it_stands = Division::of(scope, target);
            assert_eq!((as_it_stands.shares.len(), as_it_stands.sum()), (11, 7));
            let mut anew = Division::proposed(scope, target, Weighting::Equal);
            assert_eq!(anew.sum(), 150);
            assert_eq!(anew.apply(scope).unwrap().removed, ["part".into()]);
            anew.shares.pop();
            assert_eq!(anew.apply(scope).unwrap().removed, []);
        });
    }

    #[test]
    fn a_percentage_is_given_to_all_and_stays_one() {
        ask(&SHARES, "2022-12-31", |scope| {
            let mut division = Division::of(scope, &scope.ledger.targets["good"]);
            assert_eq!((division.total(), division.shares[0].typed.as_str()), (None, "90%"));
            division.shares[0].typed = "101".into();
            assert_eq!(division.wrong(), [(0, NumberError::PartAboveWhole)]);
            division.shares[0].typed = "95,5%".into();
            assert_eq!(division.apply(scope).unwrap().parts.len(), 10);
        });
    }
}
