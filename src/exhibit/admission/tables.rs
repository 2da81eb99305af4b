//! A year's admissions as tables: by month, by unit.

use super::figures::{AdmissionFigures, UnitYear, admission_form, goal};
use crate::analysis::Total;
use crate::analysis::series::Point;
use crate::exhibit::cells::{count, entry_place, some_count, unit_place};
use crate::i18n::admission::{ADMISSION, year_name};
use crate::model::ledger::Ledger;
use crate::model::statement::Realisation;
use crate::model::text::Lang;
use crate::report::period_name::period_title;
use crate::report::sentence::from_analysis::unit_name;
use crate::report::table::{Cell, Column, Row, RowKind, Table};

/// A month's figure in a table: its count, or why there is none.
fn month_cell(lang: Lang, point: &Point) -> Cell {
    let words = ADMISSION.in_lang(lang);
    match (point.total.quantity, point.realisation) {
        (Some(quantity), _) => count(lang, quantity.count),
        (None, Realisation::Planned) => Cell::text(words.ahead),
        (None, _) => Cell::text(words.not_reported),
    }
}

fn month_row(lang: Lang, point: &Point, ledger: &Ledger, more: Option<Cell>) -> Row {
    let mut cells = vec![
        Cell::text(period_title(lang, &point.period, ledger)),
        month_cell(lang, point),
    ];
    cells.extend(more);
    Row::new(point.period.to_string(), cells).to(entry_place(&admission_form(), None, &point.period))
}

/// Admissions month by month, beside last year's where there are any.
pub(super) fn month_table(lang: Lang, figures: &AdmissionFigures, ledger: &Ledger) -> Table {
    let words = ADMISSION.in_lang(lang);
    let with_before = figures.has_last_year();
    let mut columns = vec![
        Column::words(words.month),
        Column::figures(year_name(lang, figures.year)),
    ];
    columns.extend(with_before.then(|| Column::figures(year_name(lang, figures.year - 1))));
    let before = |before: &Option<Total>| {
        let quantity = before.as_ref().and_then(|total| total.quantity);
        some_count(lang, quantity.map(|quantity| quantity.count))
    };
    let months = figures.months.iter();
    Table {
        caption: words.by_month.to_owned(),
        columns,
        rows: months
            .map(|month| month_row(lang, &month.now, ledger, with_before.then(|| before(&month.before))))
            .collect(),
    }
}

/// Transfers month by month.
pub(super) fn transfer_table(lang: Lang, figures: &AdmissionFigures, ledger: &Ledger) -> Table {
    let words = ADMISSION.in_lang(lang);
    Table {
        caption: words.transfers.to_owned(),
        columns: vec![Column::words(words.month), Column::figures(words.column_transfers)],
        rows: figures
            .transfers
            .iter()
            .map(|point| month_row(lang, point, ledger, None))
            .collect(),
    }
}

/// The sum so far, month by month.
pub(super) fn cumulative_table(lang: Lang, figures: &AdmissionFigures, ledger: &Ledger) -> Table {
    let words = ADMISSION.in_lang(lang);
    let with_before = figures.has_last_year();
    let mut columns = vec![Column::words(words.month), Column::figures(words.admitted)];
    columns.extend(with_before.then(|| Column::figures(words.last_year)));
    let count = |point: &Point| match point.total.quantity {
        Some(quantity) => count(lang, quantity.count),
        None => Cell::text(words.ahead),
    };
    let row = |(at, now): (usize, &Point)| {
        let mut cells = vec![Cell::text(period_title(lang, &now.period, ledger)), count(now)];
        if with_before {
            cells.push(figures.cumulative_before.get(at).map_or_else(Cell::default, count));
        }
        Row::new(now.period.to_string(), cells)
    };
    Table {
        caption: words.cumulative.to_owned(),
        columns,
        rows: figures.cumulative.iter().enumerate().map(row).collect(),
    }
}

fn unit_columns(lang: Lang) -> Vec<Column> {
    let words = ADMISSION.in_lang(lang);
    vec![
        Column::words(words.unit),
        Column::figures(words.column_done),
        Column::figures(words.column_target),
        Column::figures(words.column_remaining),
    ]
}

fn unit_row(lang: Lang, unit: &UnitYear, ledger: &Ledger) -> Row {
    let words = ADMISSION.in_lang(lang);
    let asked = unit.target.as_ref().and_then(goal);
    let done = unit.total.quantity.map(|quantity| quantity.count);
    let cells = vec![
        Cell::text(unit_name(ledger, &unit.unit)),
        done.map_or_else(|| Cell::text(words.not_reported), |done| count(lang, done)),
        some_count(lang, asked),
        some_count(lang, asked.map(|asked| asked.saturating_sub(done.unwrap_or(0)))),
    ];
    let kind = if done.is_some() { RowKind::Plain } else { RowKind::Muted };
    Row::new(unit.unit.to_string(), cells)
        .kind(kind)
        .to(unit_place(&unit.unit))
}

/// The units that lack some, as they were put in order.
pub(super) fn lacking_table(lang: Lang, lacking: &[&UnitYear], ledger: &Ledger) -> Table {
    Table {
        caption: ADMISSION.in_lang(lang).lacking.to_owned(),
        columns: unit_columns(lang),
        rows: lacking.iter().map(|unit| unit_row(lang, unit, ledger)).collect(),
    }
}

/// Every unit against its target, and all of them.
pub(super) fn unit_table(lang: Lang, figures: &AdmissionFigures, ledger: &Ledger) -> Table {
    let words = ADMISSION.in_lang(lang);
    let mut rows: Vec<Row> = figures.units.iter().map(|unit| unit_row(lang, unit, ledger)).collect();
    if let Some(done) = figures.admitted.now.quantity.filter(|_| rows.len() > 1) {
        let asked = figures.target.as_ref().and_then(goal);
        let total = vec![
            Cell::text(words.whole),
            count(lang, done.count),
            some_count(lang, asked),
            some_count(lang, asked.map(|asked| asked.saturating_sub(done.count))),
        ];
        rows.push(Row::new("", total).kind(RowKind::Total));
    }
    Table {
        caption: words.by_unit.to_owned(),
        columns: unit_columns(lang),
        rows,
    }
}
