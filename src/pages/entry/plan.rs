//! What is to be entered: a form for a period, laid out, and the units that report it.

use super::choice::before;
use super::edit::Of;
use super::sheet::{Sheet, lay_out};
use crate::analysis::Scope;
use crate::model::id::UnitId;
use crate::model::measure::Form;
use crate::model::period::Period;
use crate::model::text::Text;

/// A unit's row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitRow {
    /// The unit.
    pub id: UnitId,
    /// Its full name.
    pub name: String,
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
        let units = scope.units(&form.id, period).into_iter().map(|unit| UnitRow {
            id: unit.id.clone(),
            name: unit.name.clone(),
        });
        Plan {
            units: units.collect(),
            before: before(period, scope.ledger),
            sheet: lay_out(scope.catalogue, form, year),
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

    /// The name of a column, for a place in it; the column of states has none.
    pub fn column_name(&self, column: usize) -> Option<&Text> {
        self.sheet.columns.get(column).map(|column| &column.name)
    }
}
