//! What is to be entered: a form for a period, laid out, and the units that report it.

use super::edit::Of;
use super::sheet::{Sheet, lay_out};
use crate::analysis::Scope;
use crate::analysis::calendar::before;
use crate::analysis::scope::UnitsAs;
use crate::model::date::Date;
use crate::model::id::{CellKey, UnitId};
use crate::model::measure::Form;
use crate::model::period::Period;
use crate::model::returns::Return;
use crate::model::text::Text;
use crate::model::unit::Unit;
use std::sync::Arc;

/// A unit's row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitRow {
    /// The unit.
    pub id: UnitId,
    /// Its full name.
    pub name: String,
    /// The columns that it is not asked for, by place.
    pub not_asked: Vec<usize>,
}

/// A form for a period, with the rows and columns to be filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The form.
    pub form: Form,
    /// The period.
    pub period: Period,
    /// The period whose figures are shown beside.
    pub before: Option<Period>,
    /// The columns and their head.
    pub sheet: Sheet,
    /// The units, in the official order.
    pub units: Vec<UnitRow>,
}

/// A plan with what it was made of, to see whether it still is the plan.
#[derive(Clone, Debug)]
pub struct KeptPlan {
    /// The plan.
    pub plan: Arc<Plan>,
    revision: usize,
    today: Date,
    units_as: UnitsAs,
}

impl KeptPlan {
    /// Makes the plan of a form for a period.
    pub fn new(scope: &Scope<'_>, form: &Form, period: &Period) -> KeptPlan {
        KeptPlan {
            plan: Arc::new(Plan::new(scope, form, period)),
            revision: scope.ledger.revision(),
            today: scope.today,
            units_as: scope.units_as,
        }
    }

    /// Brings the plan up to date: one that still holds stays the same one, in the same place. A figure that is typed makes
    /// no other plan, unless its unit is asked only for the sake of its figures: that is looked up for the returns that were touched.
    pub fn update(self, scope: &Scope<'_>) -> KeptPlan {
        let same = (self.today, self.units_as) == (scope.today, scope.units_as);
        let touched = scope.ledger.touched_since(self.revision).filter(|_| same);
        let Plan {
            form, period, units, ..
        } = &*self.plan;
        let stays = |unit: UnitId| {
            let found = scope.ledger.find(&form.id, period, &unit);
            found.is_some_and(Return::has_values) && units.iter().any(|row| row.id == unit)
        };
        let of_plan = |record| Return::unit_of(record, &form.id, period);
        match touched {
            Some(touched) if touched.iter().filter_map(of_plan).all(stays) => KeptPlan {
                revision: scope.ledger.revision(),
                ..self
            },
            _ => KeptPlan::new(scope, form, period),
        }
    }
}

impl Plan {
    /// The plan of a form for a period within a scope.
    pub fn new(scope: &Scope<'_>, form: &Form, period: &Period) -> Plan {
        let year = scope.ledger.span(period).map(|(_, end)| end.year());
        let sheet = lay_out(scope.catalogue, form, year);
        let not_asked = |unit: &Unit| {
            let columns = sheet.columns.iter().enumerate();
            let strange = columns.filter(|(_, column)| !form.asks(column.key.measure(), unit));
            strange.map(|(at, _)| at).collect()
        };
        let units = scope.units(&form.id, period).into_iter().map(|unit| UnitRow {
            id: unit.id.clone(),
            name: unit.name.clone(),
            not_asked: not_asked(unit),
        });
        Plan {
            units: units.collect(),
            before: before(period, scope.ledger),
            sheet,
            form: form.clone(),
            period: period.clone(),
        }
    }

    /// The return of one of its units.
    pub fn of(&self, unit: &UnitId) -> Of {
        Of {
            form: self.form.id.clone(),
            period: self.period.clone(),
            unit: unit.clone(),
        }
    }

    /// The cells that a unit is not asked for.
    pub fn not_asked(&self, unit: usize) -> Vec<CellKey> {
        let columns = self.units.get(unit).map_or(&[][..], |row| &row.not_asked).iter();
        let columns = columns.filter_map(|&at| self.sheet.columns.get(at));
        columns.map(|column| column.key.clone()).collect()
    }

    /// How many units are asked for a column.
    pub fn asked(&self, column: usize) -> usize {
        let asked = self.units.iter().filter(|row| !row.not_asked.contains(&column));
        asked.count()
    }

    /// The name of a column, for a place in it; the column of states has none.
    pub fn column_name(&self, column: usize) -> Option<&Text> {
        self.sheet.columns.get(column).map(|column| &column.name)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::catalogue::Catalogue;
    use crate::model::ledger::Ledger;
    use crate::model::period::PeriodKind;
    use crate::model::record::{Entity, Record};
    use crate::model::returns::Cell;
    use crate::model::unit::UnitKind;
    use crate::pages::entry::row::{Look, RowFigures, shown_cell};
    use proptest::prelude::*;

    const FEBRUARY: Period = Period::Month(2022, 2);

    /// Two units, and one that was closed within the month: it is asked only while it has figures of it.
    fn with_a_closed_unit() -> Ledger {
        let unit = |id: &str| Unit::new(id, Some("b".into()), UnitKind::GrassrootsCell, id);
        let mut closed = unit("closed");
        closed.valid_to = Some("2022-02-10".parse().unwrap());
        let bloc = Unit::new("b", None, UnitKind::BlocCommittee, "B");
        Ledger::from_records(&[bloc, unit("one"), unit("two"), closed].map(|unit| unit.to_record()))
    }

    fn figure(form: &str, unit: &str, period: Period, value: Option<u64>) -> Record {
        let mut found = Return::new(form.into(), unit.into(), period);
        found
            .cells
            .extend(value.map(|value| ("admitted".into(), Cell::count(value))));
        found.to_record()
    }

    proptest! {
        #[test]
        fn a_plan_that_is_kept_is_the_one_that_would_be_made(
            edits in prop::collection::vec((0..3_usize, 0..3_usize, prop::option::of(0..9_u64)), 1..20)
        ) {
            let catalogue = Catalogue::built_in().unwrap();
            let form = catalogue.form(&"admission".into()).unwrap();
            prop_assert_eq!(form.period, PeriodKind::Month);
            let mut ledger = with_a_closed_unit();
            let today = "2022-03-10".parse().unwrap();
            let mut kept = KeptPlan::new(&Scope::whole(&ledger, &catalogue, today), form, &FEBRUARY);
            for (unit, what, value) in edits {
                let unit = ["one", "two", "closed"][unit];
                let record = match what {
                    0 => figure("admission", unit, FEBRUARY, value),
                    1 => figure("admission", unit, Period::Month(2022, 1), value),
                    _ => figure("headcount", unit, FEBRUARY, value),
                };
                ledger.apply(&record, std::iter::empty());
                let scope = Scope::whole(&ledger, &catalogue, today);
                kept = kept.update(&scope);
                prop_assert_eq!(&*kept.plan, &Plan::new(&scope, form, &FEBRUARY));
            }
        }
    }

    #[test]
    fn a_figure_that_is_typed_leaves_the_plan_where_it_is() {
        let catalogue = Catalogue::built_in().unwrap();
        let form = catalogue.form(&"admission".into()).unwrap();
        let mut ledger = with_a_closed_unit();
        let today = "2022-03-10".parse().unwrap();
        let first = KeptPlan::new(&Scope::whole(&ledger, &catalogue, today), form, &FEBRUARY);
        let take = |ledger: &mut Ledger, kept: &KeptPlan, unit: &str, value| {
            ledger.apply(&figure("admission", unit, FEBRUARY, value), std::iter::empty());
            kept.clone().update(&Scope::whole(ledger, &catalogue, today))
        };
        let typed = take(&mut ledger, &first, "one", Some(5));
        assert!(Arc::ptr_eq(&first.plan, &typed.plan));
        let late = take(&mut ledger, &typed, "closed", Some(5));
        assert_eq!((typed.plan.units.len(), late.plan.units.len()), (2, 3));
        let gone = take(&mut ledger, &late, "closed", None);
        assert_eq!(gone.plan.units.len(), 2);
        let next_day = gone
            .clone()
            .update(&Scope::whole(&ledger, &catalogue, today.plus_days(1)));
        assert!(!Arc::ptr_eq(&gone.plan, &next_day.plan));
    }

    #[test]
    fn a_mass_organisation_is_asked_for_models_and_for_no_pilot() {
        let unit = |id: &str, kind| Unit::new(id, Some("b".into()), kind, id).to_record();
        let records = [
            Unit::new("b", None, UnitKind::BlocCommittee, "B").to_record(),
            unit("cell", UnitKind::GrassrootsCell),
            unit("union", UnitKind::MassOrganisation),
        ];
        let ledger = Ledger::from_records(&records);
        let catalogue = Catalogue::built_in().unwrap();
        let scope = Scope::whole(&ledger, &catalogue, "2022-06-01".parse().unwrap());
        let form = catalogue.form(&"models".into()).unwrap();
        let plan = Plan::new(&scope, form, &"2022".parse().unwrap());
        let pilot = plan
            .sheet
            .columns
            .iter()
            .position(|column| column.key.as_str() == "four_good");
        let pilot = pilot.unwrap();
        assert_eq!((plan.asked(pilot), plan.asked(0)), (1, 2));
        let place = |id: &str| plan.units.iter().position(|row| row.id.as_str() == id).unwrap();
        assert_eq!(plan.not_asked(place("cell")), []);
        assert_eq!(plan.not_asked(place("union")), ["four_good".into()]);
        let look = |id: &str| {
            let row = RowFigures::read(&ledger, &plan, place(id));
            shown_cell(&plan.sheet.columns[pilot], &row, crate::model::text::Lang::Vi).look
        };
        assert_eq!((look("cell"), look("union")), (Look::Empty, Look::NotAsked));
    }
}
