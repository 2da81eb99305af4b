//! What is to be entered: a form for a period, laid out, and the units that report it.

use super::edit::Of;
use super::sheet::{Sheet, lay_out};
use crate::analysis::Scope;
use crate::analysis::calendar::before;
use crate::model::id::{CellKey, UnitId};
use crate::model::measure::Form;
use crate::model::period::Period;
use crate::model::text::Text;
use crate::model::unit::Unit;

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
    use crate::model::record::Entity;
    use crate::model::unit::UnitKind;
    use crate::pages::entry::row::{Look, RowFigures, shown_cell};

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
