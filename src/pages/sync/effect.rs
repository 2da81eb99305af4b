//! What a choice does to the bloc's totals.

use super::contests::{Contest, Field};
use crate::analysis::Scope;
use crate::analysis::contested::{Trial, Tried};
use crate::model::id::CellKey;
use crate::model::quantity::Quantity;
use crate::model::record::cell_from_value;
use crate::model::returns::Cell;
use serde_json::Value;

/// The whole bloc's total of a field, as it stands and with the proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Effect {
    /// As it stands.
    pub official: Option<Quantity>,
    /// With the proposal.
    pub proposed: Option<Quantity>,
}

/// A value as the cell that it is; nothing for an empty one.
fn cell(value: &Value) -> Option<Cell> {
    match value {
        Value::Null => None,
        value => cell_from_value(value).ok(),
    }
}

/// What the proposals of conflicts do to the totals, field by field; `None` for what is not added up. The conflicts are of
/// one form and period, as those of a group are.
pub fn effects(scope: &Scope<'_>, contests: &[Contest]) -> Vec<Vec<Option<Effect>>> {
    let Some((form, period, _)) = contests.first().and_then(Contest::place) else {
        return contests
            .iter()
            .map(|contest| vec![None; contest.fields.len()])
            .collect();
    };
    let mut trial = Trial::new(scope, &form, &period);
    // Cells of many units have one official total.
    let mut known: Vec<(CellKey, Option<Quantity>)> = Vec::new();
    let mut effect = |contest: &Contest, field: &Field| {
        let key = field.cell().filter(|key| trial.has_total(key))?;
        let official = match known.iter().find(|(of, _)| *of == key) {
            Some((_, total)) => *total,
            None => {
                let total = trial.total(&key);
                known.push((key.clone(), total));
                total
            }
        };
        let tried: [Tried<'_>; 1] = [(&contest.conflict.unit, &key, cell(&field.proposed))];
        let proposed = trial.total_with(&key, &tried);
        Some(Effect { official, proposed })
    };
    let of_contest = |contest: &Contest| contest.fields.iter().map(|field| effect(contest, field)).collect();
    contests.iter().map(of_contest).collect()
}

/// What all proposals of a group together do to the total of each of its cells, by the cells' keys.
pub fn effects_of_all(scope: &Scope<'_>, contests: &[Contest]) -> Vec<(CellKey, Effect)> {
    let Some((form, period, _)) = contests.first().and_then(Contest::place) else {
        return Vec::new();
    };
    let mut trial = Trial::new(scope, &form, &period);
    let mut keys: Vec<CellKey> = contests
        .iter()
        .flat_map(|contest| contest.fields.iter().filter_map(Field::cell))
        .filter(|key| trial.has_total(key))
        .collect();
    keys.sort();
    keys.dedup();
    let of_key = |key: CellKey| {
        let fields = contests.iter().flat_map(|contest| {
            let unit = &contest.conflict.unit;
            contest.fields.iter().map(move |field| (unit, field))
        });
        let of_cell = fields.filter(|(_, field)| field.cell().as_ref() == Some(&key));
        let tried: Vec<Tried<'_>> = of_cell
            .map(|(unit, field)| (unit, &key, cell(&field.proposed)))
            .collect();
        let official = trial.total(&key);
        let proposed = trial.total_with(&key, &tried);
        (key.clone(), Effect { official, proposed })
    };
    keys.into_iter().map(of_key).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::catalogue::Catalogue;
    use crate::model::conflict::{Conflict, ConflictState};
    use crate::model::ledger::Ledger;
    use crate::model::period::Period;
    use crate::model::record::{Entity, RecordKind};
    use crate::model::returns::Return;
    use crate::model::unit::{Unit, UnitKind};

    fn contest(unit: &str, proposed: u64) -> Contest {
        let record = Return::record_id(&"admission".into(), &Period::Month(2022, 3), &unit.into());
        Contest {
            id: Conflict::record_id(unit),
            conflict: Conflict {
                id: unit.into(),
                record,
                of: RecordKind::Return,
                unit: unit.into(),
                contested: std::collections::BTreeMap::new(),
                by: String::new(),
                device: String::new(),
                at_ms: 0,
                current_by: String::new(),
                current_at_ms: 0,
                state: ConflictState::Open,
            },
            fields: vec![Field {
                name: "cell:admitted".into(),
                base: Value::Null,
                proposed: proposed.into(),
                official: Value::Null,
            }],
        }
    }

    #[test]
    fn each_proposal_alone_and_all_of_them_together() {
        let unit = |id: &str, above: Option<&str>, kind| Unit::new(id, above.map(Into::into), kind, id).to_record();
        let given = |unit: &str, admitted| {
            let mut found = Return::new("admission".into(), unit.into(), Period::Month(2022, 3));
            found.cells.insert("admitted".into(), Cell::count(admitted));
            found.to_record()
        };
        let records = [
            unit("b", None, UnitKind::BlocCommittee),
            unit("u1", Some("b"), UnitKind::GrassrootsCell),
            unit("u2", Some("b"), UnitKind::GrassrootsCell),
            given("u1", 4),
            given("u2", 7),
        ];
        let ledger = Ledger::from_records(&records);
        let catalogue = Catalogue::built_in().unwrap();
        let scope = Scope::whole(&ledger, &catalogue, "2022-05-01".parse().unwrap());
        let contests = [contest("u1", 1), contest("u2", 9)];
        let count = |of: Option<Quantity>| of.map(|it| it.count);
        let each: Vec<_> = effects(&scope, &contests).into_iter().flatten().flatten().collect();
        let each: Vec<_> = each.iter().map(|it| (count(it.official), count(it.proposed))).collect();
        assert_eq!(each, [(Some(11), Some(8)), (Some(11), Some(13))]);
        let all = effects_of_all(&scope, &contests);
        assert_eq!(all.len(), 1);
        assert_eq!(
            (count(all[0].1.official), count(all[0].1.proposed)),
            (Some(11), Some(10))
        );
    }
}
