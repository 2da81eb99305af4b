//! What is known of all rows of a sheet at once: sums, flags, what was not understood, who has handed in. An edit is taken in row by row, so
//! that a key costs the same under 73 units and under 10,000.

use super::flags::{flags, flags_of};
use super::plan::Plan;
use super::row::Flag;
use super::totals::{ColumnTotal, Part, RunningSum};
use crate::analysis::Scope;
use crate::analysis::completeness::{Deadline, ReturnState};
use crate::model::date::Date;
use crate::model::id::{RecordId, UnitId};
use crate::model::returns::Return;
use std::collections::{BTreeSet, HashMap};

/// A place of the sheet: the unit's and the column's.
pub type Place = (usize, usize);

/// How far the units are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// How many are asked.
    pub expected: usize,
    /// How many have entered something, handed in or not.
    pub begun: usize,
    /// How many have handed in.
    pub handed_in: usize,
    /// Until when they are asked; `None` for an unknown drive.
    pub deadline: Option<Deadline>,
}

/// The tally of a plan.
#[derive(Debug, Default)]
pub struct Tally {
    /// The revision of the books and the day that it was made for.
    seen: Option<(usize, Date)>,
    /// How often anything in it changed.
    version: usize,
    places: HashMap<UnitId, usize>,
    deadline: Option<Deadline>,
    states: Vec<ReturnState>,
    ready: Vec<bool>,
    parts: Vec<Vec<Part>>,
    flags: Vec<Vec<Flag>>,
    group_of: Vec<usize>,
    total: Vec<RunningSum>,
    groups: Vec<Vec<RunningSum>>,
    invalid: BTreeSet<Place>,
}

impl Tally {
    /// Takes in what changed in the books. Answers a number that is another one afterwards where something did.
    pub fn update(&mut self, scope: &Scope<'_>, plan: &Plan) -> usize {
        let now = (scope.ledger.revision(), scope.today);
        let touched = self.seen.and_then(|(revision, today)| {
            let touched = scope.ledger.touched_since(revision)?;
            (today == scope.today).then_some(touched)
        });
        match touched {
            Some([]) => {}
            Some(touched) => {
                let units: BTreeSet<usize> = touched.iter().filter_map(|id| self.place_of(id)).collect();
                for place in units {
                    self.read_row(scope, plan, place);
                    let found = plan.units.get(place).map(|unit| flags_of(scope, plan, &unit.id));
                    if let (Some(now), Some(found)) = (self.flags.get_mut(place), found) {
                        *now = found;
                    }
                }
                self.version += 1;
            }
            None => self.read_all(scope, plan),
        }
        self.seen = Some(now);
        self.version
    }

    /// The unit whose return a record is, of this form or of one that its figures are held against.
    fn place_of(&self, record: &RecordId) -> Option<usize> {
        let unit = record.as_str().splitn(4, '/').nth(3)?;
        self.places.get(&UnitId::new(unit)).copied()
    }

    fn read_all(&mut self, scope: &Scope<'_>, plan: &Plan) {
        let (rows, columns) = (plan.units.len(), plan.sheet.columns.len());
        let units = plan.units.iter().enumerate();
        self.places = units.map(|(place, unit)| (unit.id.clone(), place)).collect();
        self.deadline = Deadline::of(scope, &plan.form, &plan.period);
        self.states = vec![ReturnState::NotDue; rows];
        self.ready = vec![false; rows];
        self.parts = vec![vec![Part::Nothing; columns]; rows];
        self.total = vec![RunningSum::default(); columns];
        for group in &mut self.groups {
            *group = vec![RunningSum::default(); columns];
        }
        self.invalid.clear();
        for place in 0..rows {
            self.read_row(scope, plan, place);
        }
        let mut found = flags(scope, plan);
        let of_unit = |unit: &super::plan::UnitRow| found.remove(&unit.id).unwrap_or_default();
        self.flags = plan.units.iter().map(of_unit).collect();
        self.version += 1;
    }

    fn read_row(&mut self, scope: &Scope<'_>, plan: &Plan, place: usize) {
        let Some(unit) = plan.units.get(place) else { return };
        let found = scope.ledger.find(&plan.form.id, &plan.period, &unit.id);
        if let (Some(state), Some(deadline)) = (self.states.get_mut(place), self.deadline) {
            *state = deadline.state(found);
        }
        if let Some(ready) = self.ready.get_mut(place) {
            *ready = found.is_some_and(Return::is_ready);
        }
        let group = self.group_of.get(place).copied();
        for (at, column) in plan.sheet.columns.iter().enumerate() {
            let now = Part::of(found.and_then(|found| found.cells.get(&column.key)));
            let Some(part) = self.parts.get_mut(place).and_then(|row| row.get_mut(at)) else {
                continue;
            };
            let before = std::mem::replace(part, now);
            if before == now {
                continue;
            }
            if now == Part::Invalid {
                self.invalid.insert((place, at));
            } else {
                self.invalid.remove(&(place, at));
            }
            let of_group = group.and_then(|group| self.groups.get_mut(group)?.get_mut(at));
            for sum in self.total.get_mut(at).into_iter().chain(of_group) {
                sum.replace(before, now);
            }
        }
    }

    /// Adds up by other groups: each unit's, by its place.
    pub fn regroup(&mut self, group_of: &[usize], groups: usize) {
        let columns = self.total.len();
        self.group_of = group_of.to_vec();
        self.groups = vec![vec![RunningSum::default(); columns]; groups];
        for (row, &group) in self.parts.iter().zip(group_of) {
            let Some(sums) = self.groups.get_mut(group) else {
                continue;
            };
            for (sum, part) in sums.iter_mut().zip(row) {
                sum.replace(Part::Nothing, *part);
            }
        }
        self.version += 1;
    }

    /// The total of a column.
    pub fn total(&self, column: usize) -> ColumnTotal {
        self.total.get(column).map(RunningSum::total).unwrap_or_default()
    }

    /// The subtotal of a column in a group.
    pub fn subtotal(&self, group: usize, column: usize) -> ColumnTotal {
        let sum = self.groups.get(group).and_then(|group| group.get(column));
        sum.map(RunningSum::total).unwrap_or_default()
    }

    /// How far the units are.
    pub fn standing(&self) -> Standing {
        let count = |is: fn(ReturnState) -> bool| self.states.iter().filter(|state| is(**state)).count();
        Standing {
            expected: self.states.len(),
            begun: count(ReturnState::is_begun),
            handed_in: count(ReturnState::is_handed_in),
            deadline: self.deadline,
        }
    }

    /// The units whose draft is handed in with the others, by their places.
    pub fn ready(&self) -> Vec<usize> {
        let places = self.ready.iter().enumerate();
        places.filter(|(_, ready)| **ready).map(|(place, _)| place).collect()
    }

    /// What rules say of a unit's return.
    pub fn flags(&self, place: usize) -> &[Flag] {
        self.flags.get(place).map_or(&[], Vec::as_slice)
    }

    /// The cells that keep what was typed, row by row.
    pub fn invalid(&self) -> &BTreeSet<Place> {
        &self.invalid
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::analysis::completeness::of_form;
    use crate::catalogue::Catalogue;
    use crate::model::ledger::Ledger;
    use crate::model::period::Period;
    use crate::model::record::{Entity, Record};
    use crate::model::returns::{Cell, CellValue};
    use crate::model::unit::{Unit, UnitKind};
    use proptest::prelude::*;

    const MONTH: Period = Period::Month(2022, 2);

    fn bloc() -> Vec<Record> {
        let unit = |at: usize| {
            let mut unit = Unit::new(
                format!("u{at}").as_str(),
                Some("b".into()),
                UnitKind::GrassrootsCell,
                "U",
            );
            unit.order = at as u32 + 1;
            unit.to_record()
        };
        let mut records: Vec<Record> = (0..4).map(unit).collect();
        records.push(Unit::new("b", None, UnitKind::BlocCommittee, "B").to_record());
        records
    }

    fn of_month(form: &str, unit: usize, period: Period, key: &str, value: Option<u64>) -> Record {
        let mut found = Return::new(form.into(), format!("u{unit}").as_str().into(), period);
        let cell = match value {
            // One more than the largest stands for what was not understood.
            Some(30) => Some(Cell::from(CellValue::Invalid("1.5".into()))),
            value => value.map(Cell::count),
        };
        found.cells.extend(cell.map(|cell| (key.into(), cell)));
        found.to_record()
    }

    fn told(tally: &Tally) -> (Vec<ColumnTotal>, Vec<ColumnTotal>, Vec<usize>, Vec<Place>) {
        let of = |group: usize| tally.subtotal(group, 0);
        let flags = (0..4).map(|place| tally.flags(place).len()).collect();
        let invalid = tally.invalid().iter().copied().collect();
        (vec![tally.total(0), tally.total(1)], vec![of(0), of(1)], flags, invalid)
    }

    proptest! {
        #[test]
        fn what_is_taken_in_edit_by_edit_is_what_is_read_at_once(
            edits in prop::collection::vec((0..4_usize, 0..3_usize, prop::option::of(0..31_u64)), 1..30)
        ) {
            let catalogue = Catalogue::built_in().unwrap();
            let form = catalogue.form(&"admission".into()).unwrap();
            let mut ledger = Ledger::from_records(&bloc());
            let today = "2022-03-10".parse().unwrap();
            let plan = Plan::new(&Scope::whole(&ledger, &catalogue, today), form, &MONTH);
            let groups = [0, 1, 0, 1];
            let mut running = Tally::default();
            running.regroup(&groups, 2);
            running.update(&Scope::whole(&ledger, &catalogue, today), &plan);
            for (unit, what, value) in edits {
                // The head counts are another form's, which a rule holds admissions against.
                let record = match what {
                    0 => of_month("admission", unit, MONTH, "admitted", value),
                    1 => of_month("admission", unit, Period::Month(2022, 1), "admitted", value),
                    _ => of_month("headcount", unit, Period::Month(2022, 1), "head_count.members", value),
                };
                ledger.apply(&record, std::iter::empty());
                let scope = Scope::whole(&ledger, &catalogue, today);
                running.update(&scope, &plan);
                let mut anew = Tally::default();
                anew.update(&scope, &plan);
                anew.regroup(&groups, 2);
                prop_assert_eq!(told(&running), told(&anew));
                prop_assert_eq!((running.standing(), running.ready()), (anew.standing(), anew.ready()));
                let (found, standing) = (of_form(&scope, &form.id, &MONTH), running.standing());
                prop_assert_eq!((found.expected(), found.begun()), (standing.expected, standing.begun));
                prop_assert_eq!((found.handed_in(), found.due), (standing.handed_in, standing.deadline.map(|of| of.due)));
            }
        }
    }

    #[test]
    fn what_did_not_change_is_not_told_as_changed() {
        let catalogue = Catalogue::built_in().unwrap();
        let form = catalogue.form(&"admission".into()).unwrap();
        let mut ledger = Ledger::from_records(&bloc());
        let today = "2022-03-10".parse().unwrap();
        let plan = Plan::new(&Scope::whole(&ledger, &catalogue, today), form, &MONTH);
        let mut tally = Tally::default();
        let first = tally.update(&Scope::whole(&ledger, &catalogue, today), &plan);
        assert_eq!(tally.update(&Scope::whole(&ledger, &catalogue, today), &plan), first);
        ledger.apply(
            &of_month("admission", 1, MONTH, "admitted", Some(30)),
            std::iter::empty(),
        );
        assert_ne!(tally.update(&Scope::whole(&ledger, &catalogue, today), &plan), first);
        assert_eq!(tally.invalid().iter().collect::<Vec<_>>(), [&(1, 0)]);
    }
}
