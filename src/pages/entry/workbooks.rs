//! A form, or every form of a year, as sheets of a workbook.

use super::plan::Plan;
use crate::analysis::Scope;
use crate::exchange::export::form_table::{Heads, TableColumn};
use crate::exchange::export::workbook::{Titles, sheet};
use crate::exchange::import::sheet::RawSheet;
use crate::i18n::entry::ENTRY;
use crate::model::returns::Return;
use crate::model::text::Lang;
use crate::report::period_name::{capitalised, period_name};

/// The sheet of a form for a period, filled in or blank.
pub fn form_sheet(scope: &Scope<'_>, plan: &Plan, lang: Lang, filled: bool) -> RawSheet {
    let words = ENTRY.in_lang(lang);
    let columns: Vec<TableColumn<'_>> = plan
        .sheet
        .columns
        .iter()
        .map(|column| TableColumn {
            key: &column.key,
            header: column.name.in_lang(lang),
            field: column.field(None),
        })
        .collect();
    let label = plan.form.label.in_lang(lang);
    let period = capitalised(&period_name(lang, &plan.period, scope.ledger));
    let bloc = scope
        .ledger
        .units
        .root()
        .map_or_else(String::new, |root| root.name.clone());
    let titles = Titles {
        form: &plan.form.id,
        period: &plan.period,
        name: label,
        lines: vec![bloc, format!("{label} · {period}"), words.how_to_fill.to_owned()],
    };
    let heads = Heads {
        number: words.number_head,
        name: words.name_head,
    };
    let units = plan.units.iter().map(|unit| {
        let found = scope.ledger.find(&plan.form.id, &plan.period, &unit.id);
        (unit.name.as_str(), found.filter(|_| filled))
    });
    sheet(lang, &titles, heads, &columns, units)
}

/// The sheets of every form with figures in a year, in the catalogue's order, the earliest period first.
pub fn year_sheets(scope: &Scope<'_>, year: i32, lang: Lang) -> Vec<RawSheet> {
    let mut sheets = Vec::new();
    for form in scope.catalogue.forms() {
        for (period, returns) in scope.ledger.periods_of(&form.id) {
            let ends = scope.ledger.span(period).map(|(_, end)| end.year());
            if ends == Some(year) && returns.values().any(Return::has_values) {
                sheets.push(form_sheet(scope, &Plan::new(scope, form, period), lang, true));
            }
        }
    }
    sheets
}
