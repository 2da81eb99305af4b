//! Conflicts as a person meets them: in order, grouped by what was being filled in, each field with its values; and the act
//! that settles them.
//!
//! Of a conflict nothing changes but its state. So a conflict of several fields is settled as a whole, with a choice for each
//! of them.

use crate::model::conflict::{Conflict, ConflictState};
use crate::model::id::{CellKey, FormId, RecordId, UnitId};
use crate::model::ledger::Ledger;
use crate::model::period::Period;
use crate::model::record::{Entity, Record, RecordKind};
use crate::sync::op::{Change, Records};
use serde_json::Value;
use std::collections::{BTreeMap, HashMap};

/// A field that two people changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// Its name.
    pub name: String,
    /// What both began with.
    pub base: Value,
    /// What was proposed.
    pub proposed: Value,
    /// What stands now, which may be newer than the conflict.
    pub official: Value,
}

impl Field {
    /// The cell that it is, in a return.
    pub fn cell(&self) -> Option<CellKey> {
        self.name.strip_prefix("cell:").map(CellKey::new)
    }

    /// Whether what stands has become what was proposed.
    pub fn is_agreed(&self) -> bool {
        self.official == self.proposed
    }
}

/// A conflict that waits for a person.
#[derive(Clone, Debug, PartialEq)]
pub struct Contest {
    /// Its record.
    pub id: RecordId,
    /// What it says.
    pub conflict: Conflict,
    /// Its fields, by name.
    pub fields: Vec<Field>,
}

impl Contest {
    /// The return that it is about, where it is about one.
    pub fn place(&self) -> Option<(FormId, Period, UnitId)> {
        if self.conflict.of != RecordKind::Return {
            return None;
        }
        let mut parts = self.conflict.record.as_str().splitn(4, '/').skip(1);
        let (form, period, unit) = (parts.next()?, parts.next()?, parts.next()?);
        Some((FormId::new(form), period.parse().ok()?, UnitId::new(unit)))
    }
}

/// Conflicts of one form and period, or of one kind of record.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// The form and period; `None` for what is no return.
    pub of: Option<(FormId, Period)>,
    /// What kind of record.
    pub kind: RecordKind,
    /// The conflicts, by unit in the official order.
    pub contests: Vec<Contest>,
}

impl Group {
    /// How many fields wait.
    pub fn fields(&self) -> usize {
        fields(&self.contests)
    }
}

/// How many fields wait in conflicts.
pub fn fields(contests: &[Contest]) -> usize {
    contests.iter().map(|contest| contest.fields.len()).sum()
}

/// What a person chose for a field.
#[derive(Clone, Debug, PartialEq)]
pub enum Choice {
    /// What stands goes on standing.
    Official,
    /// The proposal.
    Proposed,
    /// Neither.
    Other(Value),
}

impl Contest {
    /// A conflict beside its record as it is now, where there is one.
    pub fn beside(conflict: Conflict, now: Option<&Record>) -> Contest {
        let official = |name: &str| {
            let found = now.and_then(|now| now.fields.get(name));
            found.cloned().unwrap_or(Value::Null)
        };
        let fields = conflict.contested.iter().map(|(name, of)| Field {
            name: name.clone(),
            base: of.base.clone(),
            proposed: of.proposed.clone(),
            official: official(name),
        });
        Contest {
            id: Entity::record_id(&conflict),
            fields: fields.collect(),
            conflict,
        }
    }
}

/// What a group stands under: its form and period, where it has them, and what kind of record it is of.
type Heading = (Option<(FormId, Period)>, RecordKind);

/// Open conflicts by form and period, and in each by unit in the official order.
pub fn groups(contests: impl IntoIterator<Item = Contest>, ledger: &Ledger) -> Vec<Group> {
    let order: HashMap<&UnitId, usize> = ledger
        .units
        .in_order()
        .into_iter()
        .enumerate()
        .map(|(at, unit)| (&unit.id, at))
        .collect();
    let place = |contest: &Contest| order.get(&contest.conflict.unit).copied().unwrap_or(usize::MAX);
    // What is no return comes first: units and targets decide on what figures mean.
    let mut found: BTreeMap<Heading, Vec<Contest>> = BTreeMap::new();
    let open = contests
        .into_iter()
        .filter(|contest| contest.conflict.state == ConflictState::Open);
    for contest in open {
        let of = contest.place().map(|(form, period, _)| (form, period));
        found.entry((of, contest.conflict.of)).or_default().push(contest);
    }
    let group = |((of, kind), mut contests): (Heading, Vec<Contest>)| {
        contests.sort_by(|a, b| (place(a), &a.conflict.record, &a.id).cmp(&(place(b), &b.conflict.record, &b.id)));
        Group { of, kind, contests }
    };
    found.into_iter().map(group).collect()
}

/// What settles conflicts: for each the choice of each of its fields. `account` is the account's name of whoever chooses: one
/// that keeps what stands against its own proposal takes the proposal back.
pub fn settle<'a>(
    chosen: impl IntoIterator<Item = (&'a Contest, &'a [Choice])>,
    account: &str,
    now: &Records,
) -> Vec<Change> {
    // Two conflicts may be about one record: its fields change in one op.
    let mut wanted: BTreeMap<RecordId, (&Conflict, BTreeMap<String, Value>)> = BTreeMap::new();
    let mut states = Vec::new();
    for (contest, choices) in chosen {
        let conflict = &contest.conflict;
        for (field, choice) in contest.fields.iter().zip(choices) {
            let value = match choice {
                Choice::Official => continue,
                Choice::Proposed => field.proposed.clone(),
                Choice::Other(value) => value.clone(),
            };
            let of_record = wanted
                .entry(conflict.record.clone())
                .or_insert((conflict, BTreeMap::new()));
            of_record.1.insert(field.name.clone(), value);
        }
        let is_own = !account.is_empty() && conflict.by == account;
        let keeps = choices.iter().all(|choice| *choice == Choice::Official);
        let state = if is_own && keeps { "withdrawn" } else { "settled" };
        if let Some(record) = now.get(&contest.id) {
            states.extend(Change::of_fields(record, [("state".to_owned(), state.into())]));
        }
    }
    let values = wanted.into_iter().filter_map(|(id, (conflict, fields))| {
        let record = now.get(&id).cloned().unwrap_or_else(|| Record {
            id,
            kind: conflict.of,
            scope: conflict.unit.clone(),
            fields: BTreeMap::new(),
            rev: 0,
        });
        Change::of_fields(&record, fields)
    });
    values.chain(states).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::model::conflict::Contested;
    use crate::model::record::cell_field;
    use crate::model::returns::{Cell, Return};
    use crate::model::unit::{Unit, UnitKind};

    fn given(unit: &str, admitted: u64) -> Record {
        let mut found = Return::new("admission".into(), unit.into(), Period::Month(2022, 3));
        found.cells.insert("admitted".into(), Cell::count(admitted));
        Record {
            rev: 7,
            ..found.to_record()
        }
    }

    fn conflict(id: &str, record: &Record, fields: &[(&str, u64)]) -> Record {
        let contested = fields.iter().map(|(field, proposed)| {
            let contested = Contested {
                base: Value::Null,
                proposed: (*proposed).into(),
                current: record.fields.get(*field).cloned().unwrap_or(Value::Null),
            };
            ((*field).to_owned(), contested)
        });
        Conflict {
            id: id.into(),
            record: record.id.clone(),
            of: record.kind,
            unit: record.scope.clone(),
            contested: contested.collect(),
            by: "chi-bo".into(),
            device: "d".into(),
            at_ms: 1,
            current_by: "vpdu".into(),
            current_at_ms: 2,
            state: ConflictState::Open,
        }
        .to_record()
    }

    fn books(records: Vec<Record>) -> (Records, Ledger) {
        let unit = |id: &str, order| {
            let mut unit = Unit::new(id, Some("b".into()), UnitKind::GrassrootsCell, id);
            unit.order = order;
            unit.to_record()
        };
        let root = Unit::new("b", None, UnitKind::BlocCommittee, "b").to_record();
        let all = [root, unit("u1", 2), unit("u2", 1)].into_iter().chain(records);
        let records: Records = all.map(|record| (record.id.clone(), record)).collect();
        let ledger = Ledger::from_records(records.values());
        (records, ledger)
    }

    const CELL: &str = "cell:admitted";

    fn groups(records: &Records, ledger: &Ledger) -> Vec<Group> {
        let conflicts = records.values().filter_map(|record| Conflict::from_record(record).ok());
        let beside = conflicts.map(|conflict| {
            let now = records.get(&conflict.record);
            Contest::beside(conflict, now)
        });
        super::groups(beside, ledger)
    }

    #[test]
    fn conflicts_stand_by_form_and_in_the_official_order_and_settled_ones_do_not() {
        let (one, two) = (given("u1", 4), given("u2", 7));
        let mut settled = conflict("3", &two, &[(CELL, 1)]);
        settled.fields.insert("state".into(), "settled".into());
        let unit = Unit::new("u1", None, UnitKind::GrassrootsCell, "x").to_record();
        let of_unit = conflict("4", &unit, &[("order", 9)]);
        let (records, ledger) = books(vec![
            conflict("1", &one, &[(CELL, 5), ("cell:transferred", 2)]),
            conflict("2", &two, &[(CELL, 8)]),
            one,
            two,
            settled,
            of_unit,
        ]);
        let groups = groups(&records, &ledger);
        assert_eq!(groups.len(), 2);
        assert_eq!((groups[0].of.clone(), groups[0].kind), (None, RecordKind::Unit));
        let of_form = &groups[1];
        assert_eq!(of_form.of, Some(("admission".into(), Period::Month(2022, 3))));
        assert_eq!(of_form.fields(), 3);
        let units: Vec<&str> = of_form.contests.iter().map(|it| it.conflict.unit.as_str()).collect();
        assert_eq!(units, ["u2", "u1"]);
        assert_eq!(of_form.contests[0].fields[0].official, 7);
    }

    #[test]
    fn what_stands_now_is_shown_not_what_stood_then() {
        let then = given("u1", 4);
        let made = conflict("1", &then, &[(CELL, 5)]);
        let (records, ledger) = books(vec![given("u1", 5), made]);
        let field = &groups(&records, &ledger)[0].contests[0].fields[0];
        assert_eq!(field.official, 5);
        assert!(field.is_agreed());
    }

    #[test]
    fn settling_changes_the_record_and_the_state_in_one_act_that_can_be_undone() {
        let one = given("u1", 4);
        let (records, ledger) = books(vec![
            conflict("1", &one, &[(CELL, 5), ("cell:transferred", 2)]),
            conflict("2", &one, &[("cell:other", 3)]),
            one,
        ]);
        let groups = groups(&records, &ledger);
        let [first, second] = &groups[0].contests[..] else {
            unreachable!()
        };
        let (both, last) = ([Choice::Other(6.into()), Choice::Official], [Choice::Proposed]);
        let changes = settle([(first, &both[..]), (second, &last[..])], "vpdu", &records);
        // One op for the return, one for each conflict.
        assert_eq!(changes.len(), 3);
        assert_eq!(changes[0].base_rev, 7);
        let mut after = records.clone();
        for change in &changes {
            change.apply(&mut after);
        }
        let now = &after[&first.conflict.record];
        assert_eq!((&now.fields[CELL], &now.fields["cell:other"]), (&6.into(), &3.into()));
        assert!(!now.fields.contains_key("cell:transferred"));
        assert!(super::tests::groups(&after, &ledger).is_empty());
        for change in changes.iter().rev() {
            change.undo(&after).unwrap().apply(&mut after);
        }
        assert_eq!(after, records);
    }

    #[test]
    fn whoever_keeps_what_stands_against_their_own_proposal_takes_it_back() {
        let one = given("u1", 4);
        let (records, ledger) = books(vec![conflict("1", &one, &[(CELL, 5)]), one]);
        let groups = groups(&records, &ledger);
        let contest = &groups[0].contests[0];
        let state = |choice: Choice, account: &str| {
            let changes = settle([(contest, &[choice][..])], account, &records);
            changes.last().unwrap().set["state"].new.clone()
        };
        assert_eq!(state(Choice::Official, "chi-bo"), "withdrawn");
        assert_eq!(state(Choice::Proposed, "chi-bo"), "settled");
        assert_eq!(state(Choice::Official, "vpdu"), "settled");
        assert_eq!(state(Choice::Official, ""), "settled");
    }

    #[test]
    fn the_proposal_for_a_record_that_is_gone_makes_it_again() {
        let gone = given("u1", 4);
        let (records, ledger) = books(vec![conflict("1", &gone, &[(&cell_field(&"admitted".into()), 5)])]);
        let groups = groups(&records, &ledger);
        let changes = settle([(&groups[0].contests[0], &[Choice::Proposed][..])], "", &records);
        assert_eq!(changes[0].record, gone.id);
        assert_eq!((changes[0].kind, changes[0].base_rev), (RecordKind::Return, 0));
    }
}
