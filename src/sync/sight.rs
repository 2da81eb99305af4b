//! What an account may read, as a whole: the scopes that a database is asked for, instead of every record one by one.

use super::rights::{Actor, Role};
use crate::model::id::UnitId;
use crate::model::record::WHOLE_BLOC;
use crate::model::tree::UnitTree;

/// The records that an account may read. [`Actor::may_read`] says the same of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sight {
    /// All of them.
    All,
    /// None.
    Nothing,
    /// Those of the kinds in [`READ_BY_ALL`](super::rights::READ_BY_ALL), and these.
    Some {
        /// The scopes of which all kinds are read.
        scopes: Vec<UnitId>,
        /// The units above, of which the record of the unit itself is read.
        above: Vec<UnitId>,
    },
}

impl Sight {
    /// What an account may read in a bloc of these units.
    pub fn of(actor: &Actor, units: &UnitTree) -> Sight {
        let own = match (actor.role, &actor.unit) {
            (Role::Admin | Role::Editor | Role::Viewer, _) => return Sight::All,
            (Role::Unit, None) => return Sight::Nothing,
            (Role::Unit, Some(own)) => own,
        };
        // Its unit may not be there yet, or not any more.
        let mut scopes = vec![UnitId::new(WHOLE_BLOC), own.clone()];
        let below = units.subtree(own).into_iter().map(|unit| unit.id.clone());
        scopes.extend(below.filter(|id| id != own));
        let above = units.ancestors(own).into_iter().map(|unit| unit.id.clone());
        Sight::Some {
            scopes,
            above: above.collect(),
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::rights::READ_BY_ALL;
    use super::*;
    use crate::model::record::RecordKind;
    use crate::model::unit::{Unit, UnitKind};

    fn tree() -> UnitTree {
        let unit = |(id, parent): (&str, Option<&str>)| {
            Unit::new(id, parent.map(UnitId::from), UnitKind::GrassrootsCommittee, id)
        };
        let units = [
            ("k", None),
            ("a", Some("k")),
            ("a1", Some("a")),
            ("a2", Some("a")),
            ("a21", Some("a2")),
            ("b", Some("k")),
            ("b1", Some("b")),
            // Above it is a unit that nobody knows.
            ("lost", Some("gone")),
        ];
        UnitTree::new(units.map(unit))
    }

    fn holds(sight: &Sight, kind: RecordKind, scope: &UnitId) -> bool {
        match sight {
            Sight::All => true,
            Sight::Nothing => false,
            Sight::Some { scopes, above } => {
                READ_BY_ALL.contains(&kind)
                    || scopes.contains(scope)
                    || (kind == RecordKind::Unit && above.contains(scope))
            }
        }
    }

    #[test]
    fn it_is_what_may_be_read_one_by_one() {
        let units = tree();
        let kinds: Vec<RecordKind> = RecordKind::known().chain(RecordKind::named("newer")).collect();
        let scopes = [
            "k", "a", "a1", "a2", "a21", "b", "b1", "lost", "gone", "nobody", WHOLE_BLOC,
        ];
        let mut counted = 0;
        for role in Role::ALL {
            for unit in [
                None,
                Some("k"),
                Some("a"),
                Some("a2"),
                Some("a21"),
                Some("lost"),
                Some("nobody"),
            ] {
                let actor = Actor {
                    account: "n".into(),
                    name: "n".into(),
                    role,
                    unit: unit.map(UnitId::new),
                };
                let sight = Sight::of(&actor, &units);
                for (kind, scope) in kinds
                    .iter()
                    .flat_map(|kind| scopes.map(|scope| (*kind, UnitId::new(scope))))
                {
                    let one = actor.may_read(kind, &scope, &units);
                    assert_eq!(holds(&sight, kind, &scope), one, "{actor:?} {kind:?} {scope}");
                    counted += usize::from(one);
                }
            }
        }
        assert!(counted > 1_000, "{counted}");
    }
}
