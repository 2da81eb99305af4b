//! Dividing a target among units, as a person edits the proposal before it is applied.

use crate::analysis::Scope;
use crate::analysis::distribute::{Portion, Weighting, part, proposal};
use crate::model::id::{TargetId, UnitId};
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
        Division {
            target: target.clone(),
            by,
            shares: portions.into_iter().map(share).collect(),
        }
    }

    /// The units' part as it stands, or the proposal by their members where none has one.
    pub fn of(scope: &Scope<'_>, target: &Target) -> Division {
        let mut division = Division::proposed(scope, target, Weighting::Heads);
        let known: Vec<&Target> = parts_of(scope, target).collect();
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
            let known = parts_of(scope, &self.target).find(|part| part.unit == share.unit);
            match (self.part(share).ok()?, known) {
                (Some(value), Some(known)) if known.value == value => {}
                (Some(value), Some(known)) => applied.parts.push(Target {
                    value,
                    illustrative: false,
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
fn parts_of<'a>(scope: &Scope<'a>, target: &'a Target) -> impl Iterator<Item = &'a Target> {
    let targets = scope.ledger.targets.values();
    targets.filter(move |part| {
        part.parent.as_ref() == Some(&target.id)
            && part.relation == Some(Relation::PartOf)
            && part.unit != target.unit
            && part.period == target.period
    })
}

fn share(portion: Portion) -> Share {
    Share {
        unit: portion.unit,
        weight: portion.weight,
        typed: written(portion.value),
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
    use crate::pages::targets::sample::{SHARES, ask, demo};

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
