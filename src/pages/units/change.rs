//! Changes to the tree of units, as the units that result. Nothing is stored here.

use crate::model::id::UnitId;
use crate::model::tree::UnitTree;
use crate::model::unit::{Unit, UnitKind};
use thiserror::Error;

/// Why a change to a unit cannot be made. The remedy is worded in `i18n/units.rs`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ChangeError {
    /// The name is empty.
    #[error("a unit needs a name")]
    NoName,
    /// Its last day would be before its first.
    #[error("the last day is before the first")]
    EndsBeforeStart,
    /// It would stand below itself.
    #[error("a unit cannot stand below itself")]
    BelowItself,
}

/// The units that change when `id` moves by one place up (`false`) or down (`true`) among its siblings:
/// those whose number in the order becomes another. Empty at the ends.
pub fn moved(tree: &UnitTree, id: &UnitId, down: bool) -> Vec<Unit> {
    let Some(parent) = tree.get(id).and_then(|unit| unit.parent.as_ref()) else {
        return Vec::new();
    };
    let mut siblings: Vec<&Unit> = tree.children(parent).collect();
    let Some(at) = siblings.iter().position(|unit| unit.id == *id) else {
        return Vec::new();
    };
    let to = if down { at + 1 } else { at.wrapping_sub(1) };
    if to >= siblings.len() {
        return Vec::new();
    }
    siblings.swap(at, to);
    numbered(&siblings)
}

/// The units whose number differs from their place, with the right one.
fn numbered(siblings: &[&Unit]) -> Vec<Unit> {
    (1u32..)
        .zip(siblings)
        .filter(|(order, unit)| unit.order != *order)
        .map(|(order, unit)| Unit {
            order,
            ..(*unit).clone()
        })
        .collect()
}

/// The number in the order for a new unit below `parent`: after the last.
pub fn next_order(tree: &UnitTree, parent: &UnitId) -> u32 {
    tree.children(parent)
        .map(|unit| unit.order)
        .max()
        .unwrap_or(0)
        .saturating_add(1)
}

/// Checks a unit before it is stored.
///
/// # Errors
/// [`ChangeError`] for the first thing that is wrong.
pub fn check(tree: &UnitTree, unit: &Unit) -> Result<(), ChangeError> {
    if unit.name.trim().is_empty() {
        return Err(ChangeError::NoName);
    }
    if let (Some(from), Some(to)) = (unit.valid_from, unit.valid_to)
        && to < from
    {
        return Err(ChangeError::EndsBeforeStart);
    }
    let below_itself = unit
        .parent
        .as_ref()
        .is_some_and(|parent| *parent == unit.id || tree.ancestors(parent).iter().any(|above| above.id == unit.id));
    if below_itself {
        return Err(ChangeError::BelowItself);
    }
    Ok(())
}

/// The unit as if it had never ended.
pub fn reopened(unit: &Unit) -> Unit {
    Unit {
        valid_to: None,
        succession: None,
        ..unit.clone()
    }
}

/// The kinds that may stand below a kind; the first is the usual one.
pub fn kinds_below(kind: UnitKind) -> &'static [UnitKind] {
    match kind {
        UnitKind::BlocCommittee => &[
            UnitKind::GrassrootsCommittee,
            UnitKind::GrassrootsCell,
            UnitKind::MassOrganisation,
        ],
        UnitKind::GrassrootsCommittee => &[UnitKind::SubordinateCell, UnitKind::SectionalCommittee],
        UnitKind::SectionalCommittee => &[UnitKind::SubordinateCell],
        UnitKind::GrassrootsCell | UnitKind::SubordinateCell | UnitKind::MassOrganisation => &[],
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::model::date::Date;
    use crate::model::unit::{Succession, SuccessionKind};

    fn tree() -> UnitTree {
        let unit = |id: &str, order| Unit {
            order,
            ..Unit::new(id, Some("root".into()), UnitKind::GrassrootsCell, id)
        };
        UnitTree::new([
            Unit::new("root", None, UnitKind::BlocCommittee, "Khối"),
            unit("a", 1),
            unit("b", 2),
            unit("c", 0),
        ])
    }

    fn after(tree: &UnitTree, changed: Vec<Unit>) -> Vec<String> {
        let units: Vec<Unit> = tree.iter().cloned().chain(changed).collect();
        UnitTree::new(units)
            .children(&"root".into())
            .map(|unit| unit.id.to_string())
            .collect()
    }

    #[test]
    fn moves_by_one_and_numbers_the_unnumbered() {
        let tree = tree();
        assert_eq!(after(&tree, moved(&tree, &"a".into(), true)), ["b", "a", "c"]);
        assert_eq!(after(&tree, moved(&tree, &"c".into(), false)), ["a", "c", "b"]);
        assert!(moved(&tree, &"a".into(), false).is_empty());
        assert!(moved(&tree, &"c".into(), true).is_empty());
        assert!(moved(&tree, &"root".into(), true).is_empty());
        assert_eq!(next_order(&tree, &"root".into()), 3);
    }

    #[test]
    fn refuses_what_cannot_be() {
        let tree = tree();
        let mut root = tree.get(&"root".into()).unwrap().clone();
        root.parent = Some("a".into());
        assert_eq!(check(&tree, &root), Err(ChangeError::BelowItself));
        let mut unit = tree.get(&"a".into()).unwrap().clone();
        unit.name = "  ".into();
        assert_eq!(check(&tree, &unit), Err(ChangeError::NoName));
        unit.name = "A".into();
        unit.valid_from = Date::new(2021, 5, 1);
        unit.valid_to = Date::new(2021, 4, 30);
        assert_eq!(check(&tree, &unit), Err(ChangeError::EndsBeforeStart));
        unit.valid_to = None;
        let ended = Unit {
            valid_to: Date::new(2022, 1, 1),
            succession: Some(Succession {
                kind: SuccessionKind::Merge,
                into: vec!["b".into()],
            }),
            ..unit.clone()
        };
        assert_eq!(check(&tree, &ended), Ok(()));
        assert_eq!(reopened(&ended), unit);
    }
}
