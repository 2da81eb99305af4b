//! A unit's figures, form by form, period by period: what a bar of a chart leads to.

use crate::catalogue::Catalogue;
use crate::exchange::cell_text::{Field, shown};
use crate::model::id::{FormId, UnitId};
use crate::model::ledger::Ledger;
use crate::model::measure::Form;
use crate::model::period::Period;
use crate::model::returns::ReturnStatus;
use crate::model::text::{Lang, Text};
use crate::pages::entry::sheet::lay_out;

/// The figures of one form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormFigures {
    /// The form.
    pub form: FormId,
    /// Its name.
    pub label: Text,
    /// The periods with figures, the latest first.
    pub periods: Vec<Period>,
    /// Where each period's return stands.
    pub states: Vec<ReturnStatus>,
    /// What is counted, with a text for each period; empty where there is none.
    pub rows: Vec<FigureRow>,
}

/// One thing that is counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureRow {
    /// Its name.
    pub label: Text,
    /// What it counts.
    pub counting_unit: Text,
    /// Its text in each period.
    pub texts: Vec<String>,
}

/// How many periods stand side by side.
const SIDE_BY_SIDE: usize = 6;

/// The forms that a unit reports, with its figures in the latest periods. Rows without any figure are left out, and so are forms that the bloc
/// does not use, unless figures of them are there.
pub fn figures_of(ledger: &Ledger, catalogue: &Catalogue, unit: &UnitId, lang: Lang) -> Vec<FormFigures> {
    let Some(kind) = ledger.units.get(unit).map(|unit| unit.kind) else {
        return Vec::new();
    };
    let forms = catalogue.forms().iter().filter(|form| form.unit_kinds.contains(&kind));
    let all = forms.map(|form| of_form(ledger, catalogue, form, unit, lang));
    all.filter(|form| ledger.uses(&form.form) || !form.periods.is_empty())
        .collect()
}

fn of_form(ledger: &Ledger, catalogue: &Catalogue, form: &Form, unit: &UnitId, lang: Lang) -> FormFigures {
    let mut returns: Vec<_> = ledger
        .periods_of(&form.id)
        .filter_map(|(period, of_period)| Some((period, of_period.get(unit)?)))
        .filter(|(_, found)| found.has_values())
        .collect();
    // Drives have no place in the calendar's order: they stand by their last day.
    returns.sort_by_key(|(period, _)| std::cmp::Reverse(ledger.span(period).map(|(_, end)| end)));
    returns.truncate(SIDE_BY_SIDE);
    let year = returns
        .first()
        .and_then(|(period, _)| ledger.span(period))
        .map(|(_, end)| end.year());
    let rows = lay_out(catalogue, form, year).columns.into_iter().map(|column| {
        let field = Field {
            value: column.value,
            levels: &column.levels,
            whole: None,
        };
        let text = |found: &crate::model::returns::Return| {
            let cell = found.cells.get(&column.key);
            cell.map_or_else(String::new, |cell| shown(cell, field, lang))
        };
        FigureRow {
            texts: returns.iter().map(|(_, found)| text(found)).collect(),
            label: column.name,
            counting_unit: column.counting_unit,
        }
    });
    FormFigures {
        form: form.id.clone(),
        label: form.label.clone(),
        rows: rows
            .filter(|row| row.texts.iter().any(|text| !text.is_empty()))
            .collect(),
        periods: returns.iter().map(|(period, _)| (*period).clone()).collect(),
        states: returns.iter().map(|(_, found)| found.status.clone()).collect(),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::model::record::Entity;
    use crate::model::returns::{Cell, Return};
    use crate::model::unit::{Unit, UnitKind};

    #[test]
    fn the_latest_periods_stand_first_and_empty_rows_fall_away() {
        let unit = Unit::new("u", None, UnitKind::GrassrootsCell, "Chi bộ A");
        let month = |month, count| {
            let mut found = Return::new("admission".into(), "u".into(), Period::Month(2022, month));
            found.cells.insert("admitted".into(), Cell::count(count));
            found.to_record()
        };
        let records = [unit.to_record(), month(1, 2), month(3, 1200)];
        let ledger = Ledger::from_records(&records);
        let catalogue = Catalogue::built_in().unwrap();
        let forms = figures_of(&ledger, &catalogue, &"u".into(), Lang::Vi);
        let admission = forms.iter().find(|form| form.form.as_str() == "admission").unwrap();
        assert_eq!(admission.periods, [Period::Month(2022, 3), Period::Month(2022, 1)]);
        assert_eq!(admission.rows.len(), 1);
        assert_eq!(admission.rows[0].texts, ["1.200", "2"]);
        assert!(forms.iter().any(|form| form.rows.is_empty()));
        assert!(forms.iter().all(|form| form.form.as_str() != "committee"));
    }
}
