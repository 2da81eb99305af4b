//! Tables in and out of a form: to the import, and downloads of what is entered or of the blank form.

use leptos::prelude::*;

use super::desk::Desk;
use super::workbooks::{form_sheet, year_sheets};
use crate::exchange::export::form_table::{Heads, TableColumn, table};
use crate::exchange::worker::workbook::WriteWorkbook;
use crate::i18n::entry::{ENTRY, Entry};
use crate::model::text::Lang;
use crate::state::preferences::{use_lang, use_words};
use crate::state::route::Route;
use crate::ui::icon::IconName;
use crate::ui::making::{Making, XLSX};
use crate::ui::menu::MenuAction;

/// The actions of the menu. Where figures are only read nothing is imported.
pub fn table_actions(desk: Desk, making: Making, is_read: bool) -> Vec<MenuAction> {
    let w = use_words(&ENTRY);
    let lang = use_lang();
    let import = move || {
        let place = desk.plan.with_value(|plan| {
            let place = desk
                .lens
                .router()
                .place_untracked()
                .at(Route::Import(plan.form.id.to_string()));
            place.with_period(&plan.period.to_string())
        });
        desk.commit();
        desk.lens.router().go(place);
    };
    let make = |icon, label: fn(&Entry) -> &'static str, on_choose: Box<dyn Fn() + Send + Sync>| {
        MenuAction::new(icon, Signal::derive(move || label(w()).to_owned()), on_choose)
    };
    let import = MenuAction::new(
        IconName::Upload,
        Signal::derive(move || w().import_table.to_owned()),
        import,
    );
    let made = vec![
        make(
            IconName::Download,
            |w| w.workbook,
            Box::new(move || book(desk, making, untrack(lang), What::Filled)),
        ),
        make(
            IconName::Table,
            |w| w.workbook_blank,
            Box::new(move || book(desk, making, untrack(lang), What::Blank)),
        ),
        make(
            IconName::Table,
            |w| w.workbook_year,
            Box::new(move || book(desk, making, untrack(lang), What::Year)),
        ),
        MenuAction::new(
            IconName::Download,
            Signal::derive(move || w().download_table.to_owned()),
            move || {
                comma_separated(desk, making, untrack(lang), true);
            },
        ),
        MenuAction::new(
            IconName::Table,
            Signal::derive(move || w().download_blank.to_owned()),
            move || {
                comma_separated(desk, making, untrack(lang), false);
            },
        ),
    ];
    Some(import).filter(|_| !is_read).into_iter().chain(made).collect()
}

/// What goes into a workbook.
#[derive(Clone, Copy, PartialEq, Eq)]
enum What {
    /// The form as it is filled in.
    Filled,
    /// The form with nothing in it.
    Blank,
    /// Every form with figures of the year.
    Year,
}

fn book(desk: Desk, making: Making, lang: Lang, what: What) {
    desk.commit();
    let (name, sheets) = desk.plan.with_value(|plan| {
        desk.lens.with_untracked(|scope| {
            let year = scope.ledger.span(&plan.period).map(|(_, end)| end.year());
            let period = plan.period.to_string().replace(':', "-");
            match (what, year) {
                (What::Year, Some(year)) => (format!("so-khoi-{year}.xlsx"), year_sheets(scope, year, lang)),
                (What::Blank, _) => (
                    format!("{}-{period}-trong.xlsx", plan.form.id),
                    vec![form_sheet(scope, plan, lang, false)],
                ),
                _ => (
                    format!("{}-{period}.xlsx", plan.form.id),
                    vec![form_sheet(scope, plan, lang, true)],
                ),
            }
        })
    });
    making.begin(lang, name, XLSX, WriteWorkbook(sheets));
}

fn comma_separated(desk: Desk, making: Making, lang: Lang, filled: bool) {
    desk.commit();
    let words = ENTRY.in_lang(lang);
    let (name, rows) = desk.plan.with_value(|plan| {
        let headers: Vec<&str> = plan
            .sheet
            .columns
            .iter()
            .map(|column| column.name.in_lang(lang))
            .collect();
        let columns: Vec<TableColumn<'_>> = plan
            .sheet
            .columns
            .iter()
            .zip(headers)
            .map(|(column, header)| TableColumn {
                key: &column.key,
                header,
                field: column.field(None),
            })
            .collect();
        let heads = Heads {
            number: words.number_head,
            name: words.name_head,
        };
        let rows = desk.lens.ledger_untracked(|ledger| {
            let units = plan.units.iter().map(|unit| {
                let found = ledger.find(&plan.form.id, &plan.period, &unit.id);
                (unit.name.as_str(), found.filter(|_| filled))
            });
            table(lang, heads, &columns, units)
        });
        let period = plan.period.to_string().replace(':', "-");
        (format!("{}-{period}.csv", plan.form.id), rows)
    });
    making.csv(lang, name, rows);
}
