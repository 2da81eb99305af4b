//! What the bloc's totals would be with another value in a cell: for who has to choose between what two people entered.
//!
//! Nothing is changed by asking. Each total is worked out by the same code as every other one ([`super::aggregate`]), over
//! books that hold no more than the returns of the form and the period.

use super::Scope;
use super::aggregate::total;
use crate::catalogue::Catalogue;
use crate::model::date::Date;
use crate::model::id::{CellKey, FormId, UnitId};
use crate::model::indicator::Operand;
use crate::model::ledger::Ledger;
use crate::model::measure::{OverUnits, ValueType};
use crate::model::period::Period;
use crate::model::quantity::Quantity;
use crate::model::record::Entity;
use crate::model::returns::{Cell, Return};

/// A cell of one unit's return with the value that it is tried with; `None` empties it.
pub type Tried<'a> = (&'a UnitId, &'a CellKey, Option<Cell>);

/// The returns of one form and period, to be tried with other values.
pub struct Trial<'a> {
    books: Ledger,
    catalogue: &'a Catalogue,
    today: Date,
    form: FormId,
    period: Period,
}

impl<'a> Trial<'a> {
    /// Takes the returns of a form and a period aside.
    pub fn new(scope: &Scope<'a>, form: &FormId, period: &Period) -> Trial<'a> {
        let from = scope.ledger;
        let mut books = Ledger::default();
        books.profile.clone_from(&from.profile);
        books.sectors.clone_from(&from.sectors);
        books.units = from.units.clone();
        books.drives.clone_from(&from.drives);
        for found in from.returns_of(form, period).into_iter().flat_map(|of| of.values()) {
            put(&mut books, found);
        }
        Trial {
            books,
            catalogue: scope.catalogue,
            today: scope.today,
            form: form.clone(),
            period: period.clone(),
        }
    }

    /// Whether a cell is of a measure that is added up over units: of a date, a level or words there is no total.
    pub fn has_total(&self, key: &CellKey) -> bool {
        self.catalogue.measure(key.measure()).is_some_and(|measure| {
            measure.over_units == OverUnits::Sum && matches!(measure.value, ValueType::Count | ValueType::Done)
        })
    }

    /// The whole bloc's total of a cell as the books have it; `None` when nobody reported it.
    pub fn total(&self, key: &CellKey) -> Option<Quantity> {
        let cells = Operand::Cells {
            cells: vec![key.clone()],
            form: None,
            latest: false,
        };
        let scope = Scope::whole(&self.books, self.catalogue, self.today);
        let total = total(&scope, &self.form, &cells, &self.period);
        // Of a period that lies ahead all figures are plans.
        total.quantity.or(total.planned)
    }

    /// The whole bloc's total of a cell, were these cells so.
    pub fn total_with(&mut self, key: &CellKey, tried: &[Tried<'_>]) -> Option<Quantity> {
        let mut before = Vec::with_capacity(tried.len());
        for (unit, of, cell) in tried {
            let found = self.books.find(&self.form, &self.period, unit).cloned();
            let mut found = found.unwrap_or_else(|| {
                let unit = (*unit).clone();
                Return::new(self.form.clone(), unit, self.period.clone())
            });
            before.push(found.clone());
            match cell {
                Some(cell) => found.cells.insert((*of).clone(), cell.clone()),
                None => found.cells.remove(*of),
            };
            put(&mut self.books, &found);
        }
        let total = self.total(key);
        // Backwards, because one return may have been tried with several cells.
        for found in before.iter().rev() {
            put(&mut self.books, found);
        }
        total
    }
}

fn put(books: &mut Ledger, found: &Return) {
    books.apply(&found.to_record(), std::iter::empty());
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::model::record::Record;
    use crate::model::unit::{Unit, UnitKind};

    fn records() -> Vec<Record> {
        let month = Period::Month(2022, 3);
        let unit = |id: &str, above: Option<&str>, kind| Unit::new(id, above.map(UnitId::new), kind, id).to_record();
        let given = |unit: &str, admitted| {
            let mut found = Return::new("admission".into(), unit.into(), month.clone());
            found.cells.insert("admitted".into(), Cell::count(admitted));
            found.to_record()
        };
        vec![
            unit("b", None, UnitKind::BlocCommittee),
            unit("u1", Some("b"), UnitKind::GrassrootsCell),
            unit("u2", Some("b"), UnitKind::GrassrootsCell),
            unit("u3", Some("b"), UnitKind::GrassrootsCell),
            given("u1", 4),
            given("u2", 7),
        ]
    }

    fn with_trial(look: impl FnOnce(&mut Trial<'_>)) {
        let ledger = Ledger::from_records(&records());
        let catalogue = Catalogue::built_in().unwrap();
        let scope = Scope::whole(&ledger, &catalogue, "2022-05-01".parse().unwrap());
        look(&mut Trial::new(&scope, &"admission".into(), &Period::Month(2022, 3)));
    }

    #[test]
    fn a_total_is_told_with_each_value_and_stays_as_it_was() {
        with_trial(|trial| {
            let key: CellKey = "admitted".into();
            let with = |trial: &mut Trial<'_>, unit: &str, count: Option<u64>| {
                let unit = UnitId::new(unit);
                trial
                    .total_with(&key, &[(&unit, &key, count.map(Cell::count))])
                    .map(|quantity| quantity.count)
            };
            assert_eq!(trial.total(&key).map(|it| it.count), Some(11));
            assert_eq!(with(trial, "u1", Some(1)), Some(8));
            assert_eq!(with(trial, "u1", None), Some(7));
            // A unit that has reported nothing so far.
            assert_eq!(with(trial, "u3", Some(30)), Some(41));
            assert_eq!(trial.total(&key).map(|it| it.count), Some(11));
        });
    }

    #[test]
    fn several_cells_are_tried_together() {
        with_trial(|trial| {
            let key: CellKey = "admitted".into();
            let (one, two) = (UnitId::new("u1"), UnitId::new("u2"));
            let other: CellKey = "transferred".into();
            let tried = [
                (&one, &key, Some(Cell::count(0))),
                (&one, &other, Some(Cell::count(9))),
                (&two, &key, None),
            ];
            assert_eq!(trial.total_with(&key, &tried).map(|it| it.count), Some(0));
            assert_eq!(trial.total(&key).map(|it| it.count), Some(11));
            assert_eq!(trial.total(&other), None);
        });
    }

    #[test]
    fn what_is_not_added_up_has_no_total() {
        let ledger = Ledger::from_records(&records());
        let catalogue = Catalogue::built_in().unwrap();
        let scope = Scope::whole(&ledger, &catalogue, "2023-02-01".parse().unwrap());
        let trial = Trial::new(&scope, &"classification".into(), &Period::Year(2022));
        assert!(!trial.has_total(&"quality_own".into()));
        assert!(trial.has_total(&"quality_members.excellent".into()));
        assert!(!trial.has_total(&"unknown".into()));
    }
}
