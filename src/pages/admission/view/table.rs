//! Every unit by month, with its year, its target and its transfers.

use super::{YearView, unit_place};
use crate::analysis::Total;
use crate::exhibit::admission::figures::{AdmissionFigures, UnitYear, goal};
use crate::i18n::admission::{ADMISSION, month_tick};
use crate::model::deck::Form;
use crate::model::number::{Count, format_count};
use crate::model::statement::Realisation;
use crate::state::preferences::{use_lang, use_words};
use crate::ui::page_head::Section;
use crate::ui::table::{Cell, Column, Row, RowKind, Table};
use crate::ui::to_deck::ToDeck;
use leptos::prelude::*;

/// The table at the page's end.
#[component]
pub fn TableSection(
    /// The year.
    view: YearView,
) -> impl IntoView {
    let w = use_words(&ADMISSION);
    let lang = use_lang();
    let router = view.lens.router();
    let columns = move || {
        let lang = lang();
        let months = (1..=12).map(|month| Column::figures(month_tick(lang, month)));
        let mut columns = vec![Column::words(w().unit)];
        columns.push(Column::figures(w().column_year).sortable());
        columns.push(Column::figures(w().column_target).sortable());
        columns.push(Column::figures(w().column_transfers).sortable());
        columns.extend(months);
        columns
    };
    let rows = move || {
        let (lang, here) = (lang(), router.place());
        let figure = |count: Count| Cell::figure(format_count(count, lang), count as f64);
        let total = |total: &Total| match total.quantity {
            Some(quantity) => figure(quantity.count),
            None => Cell::none(),
        };
        view.read(|figures, ledger| {
            let begun = begun(figures);
            let row = |unit: &UnitYear| {
                let name = ledger.units.get(&unit.unit);
                let name = name.map_or_else(|| unit.unit.to_string(), |unit| unit.name.clone());
                let asked = unit.target.as_ref().and_then(goal);
                let mut cells = vec![
                    Cell::text(name),
                    total(&unit.total),
                    asked.map_or_else(Cell::none, figure),
                    total(&unit.transferred),
                ];
                cells.extend(unit.months.iter().enumerate().map(|(at, month)| match month {
                    Some(month) if month.quantity.is_some() => total(month),
                    // A month that is over and has no return is told apart from one that lies ahead.
                    _ if at < begun => Cell::none(),
                    _ => Cell::default(),
                }));
                let kind = match unit.total.quantity {
                    Some(_) => RowKind::Plain,
                    None => RowKind::Muted,
                };
                Row::new(cells).kind(kind).link(unit_place(&here, unit.unit.as_str()))
            };
            let mut rows: Vec<Row> = figures.units.iter().map(row).collect();
            let mut cells = vec![
                Cell::text(w().whole),
                total(&figures.admitted.now),
                figures.goal().map_or_else(Cell::none, figure),
                total(&figures.transferred.now),
            ];
            cells.extend(figures.months.iter().map(|month| match month.now.total.quantity {
                Some(quantity) => figure(quantity.count),
                None => Cell::default(),
            }));
            rows.push(Row::new(cells).kind(RowKind::Total));
            rows
        })
    };
    let subject = view.subject("units");
    let missing = Signal::derive(move || {
        let some = view.read(|figures, _| !figures.admitted.now.coverage.missing.is_empty());
        subject.get().filter(|_| some)
    });
    view! {
        <Section
            title=move || w().table
            actions=move || {
                view! {
                    <ToDeck subject=missing form=Form::Missing/>
                    <ToDeck subject=subject form=Form::Table/>
                }
                    .into_any()
            }
        >
            <div class="wide-names">
                <Table
                    caption=move || w().table
                    columns=Signal::derive(columns)
                    rows=Signal::derive(rows)
                    quiet=true
                />
            </div>
        </Section>
    }
}

/// How many months have begun.
fn begun(figures: &AdmissionFigures) -> usize {
    let months = figures.months.iter();
    months
        .filter(|month| month.now.realisation != Realisation::Planned)
        .count()
}
