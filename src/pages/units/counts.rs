//! How many organisations there are, beside how many a report states: "73 = 46 + 27".

use crate::model::date::Date;
use crate::model::id::UnitId;
use crate::model::ledger::Ledger;
use crate::model::number::Count;
use crate::model::statement::{StatedValue, Subject};
use crate::model::unit::UnitKind;

/// The numbers of units below a unit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UnitCounts {
    /// Grassroots committees (đảng bộ cơ sở) on the day.
    pub committees: usize,
    /// Grassroots cells (chi bộ cơ sở) on the day.
    pub cells: usize,
    /// Units of every other kind below, on the day.
    pub others: usize,
    /// Units that have ended by the day.
    pub closed: usize,
    /// The number of grassroots organisations that the latest report states, where one does.
    pub stated: Option<Count>,
}

impl UnitCounts {
    /// Grassroots organisations (TCCSĐ).
    pub const fn grassroots(&self) -> usize {
        self.committees + self.cells
    }

    /// Whether a report states another number than the tree gives.
    pub fn differs(&self) -> bool {
        self.stated.is_some_and(|stated| stated != self.grassroots() as Count)
    }
}

/// Counts the units below `root` on a day.
pub fn count(ledger: &Ledger, root: &UnitId, day: Date) -> UnitCounts {
    let mut counts = UnitCounts::default();
    for unit in ledger.units.subtree(root).into_iter().filter(|unit| unit.id != *root) {
        if unit.valid_to.is_some_and(|to| to < day) {
            counts.closed += 1;
        } else if unit.exists_on(day) {
            match unit.kind {
                UnitKind::GrassrootsCommittee => counts.committees += 1,
                UnitKind::GrassrootsCell => counts.cells += 1,
                _ => counts.others += 1,
            }
        }
    }
    counts.stated = stated(ledger, root);
    counts
}

/// What the latest report states as the number of grassroots organisations.
fn stated(ledger: &Ledger, root: &UnitId) -> Option<Count> {
    let all_grassroots = |subject: &Subject| match subject {
        Subject::Units { kinds } => {
            kinds.contains(&UnitKind::GrassrootsCommittee)
                && kinds.contains(&UnitKind::GrassrootsCell)
                && kinds.iter().all(|kind| kind.is_grassroots())
        }
        _ => false,
    };
    ledger
        .statements
        .iter()
        .filter(|statement| statement.unit == *root && all_grassroots(&statement.subject))
        .max_by_key(|statement| statement.period.clone())
        .and_then(|statement| match statement.value {
            StatedValue::Count(count) => Some(count),
            StatedValue::Percent(_) | StatedValue::Some => None,
        })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::model::period::Period;
    use crate::model::quantity::Qualifier;
    use crate::model::record::Entity;
    use crate::model::statement::Statement;
    use crate::model::unit::Unit;

    #[test]
    fn counts_what_exists_beside_what_is_stated() {
        let unit = |id: &str, kind| Unit::new(id, Some("root".into()), kind, id);
        let ended = Unit {
            valid_to: Date::new(2020, 12, 31),
            ..unit("old", UnitKind::GrassrootsCell)
        };
        let statement = Statement {
            id: "s".into(),
            unit: "root".into(),
            period: Period::Year(2022),
            subject: Subject::Units {
                kinds: vec![UnitKind::GrassrootsCommittee, UnitKind::GrassrootsCell],
            },
            value: StatedValue::Count(3),
            qualifier: Qualifier::Exact,
            part_of: None,
            on: None,
            source: Default::default(),
        };
        let records = [
            Unit::new("root", None, UnitKind::BlocCommittee, "Khối").to_record(),
            unit("a", UnitKind::GrassrootsCommittee).to_record(),
            unit("b", UnitKind::GrassrootsCell).to_record(),
            unit("m", UnitKind::MassOrganisation).to_record(),
            ended.to_record(),
            statement.to_record(),
        ];
        let ledger = Ledger::from_records(&records);
        let counts = count(&ledger, &"root".into(), Date::new(2021, 7, 1).unwrap());
        assert_eq!(
            (counts.committees, counts.cells, counts.others, counts.closed),
            (1, 1, 1, 1)
        );
        assert_eq!(
            (counts.grassroots(), counts.stated, counts.differs()),
            (2, Some(3), true)
        );
    }
}
