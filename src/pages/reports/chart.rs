//! Charts and annexes of a report, as the pages show them.

use super::paper::exhibit_of;
use super::report::ReportView;
use crate::charts::{Empty, Look};
use crate::exhibit::Exhibit;
use crate::report::table::{self, RowKind};
use crate::ui::chart::Chart;
use crate::ui::page_head::FactList;
use crate::ui::table::{Cell, Column, Row, RowKind as Drawn, Table};
use leptos::prelude::*;

/// A chart in the text.
#[component]
pub fn PaperChart(
    /// The report.
    view: ReportView,
    /// What it is of.
    subject: String,
) -> impl IntoView {
    let exhibit = Memo::new(move |_| exhibit_of(view, &subject));
    let text = move |of: fn(&Exhibit) -> &String| {
        Signal::derive(move || exhibit.with(|exhibit| exhibit.as_ref().map_or_else(String::new, |it| of(it).clone())))
    };
    let draw = move |look: Look| {
        exhibit.with(|exhibit| match exhibit.as_ref().and_then(|it| it.shape.as_ref()) {
            Some(shape) => shape.draw(&look),
            None => Err(Empty::NoRows),
        })
    };
    let facts = Signal::derive(move || exhibit.with(|it| it.as_ref().map(|it| it.facts.clone()).unwrap_or_default()));
    let sentence = Signal::derive(move || {
        exhibit.with(|it| {
            it.as_ref().map_or_else(String::new, |it| match it.sentence.is_empty() {
                true => it.finding.clone(),
                false => it.sentence.clone(),
            })
        })
    });
    view! {
        <div class="paper__chart">
            <Chart
                title=text(|it| &it.title)
                sentence
                facts
                draw
                table=move || view! { {move || exhibit.get().map(|it| table_of(it.table))} }
            />
        </div>
    }
}

/// An annex, below the sheet.
#[component]
pub fn AnnexTable(
    /// The report.
    view: ReportView,
    /// Which annex, from 0 on.
    at: usize,
    /// What it is of.
    subject: String,
) -> impl IntoView {
    let exhibit = Memo::new(move |_| exhibit_of(view, &subject));
    let heading = move || {
        let title = exhibit.with(|it| it.as_ref().map_or_else(String::new, |it| it.title.clone()));
        format!("{}. {title}", crate::exhibit::report::annex_number(view.lang.get(), at))
    };
    let facts = Signal::derive(move || exhibit.with(|it| it.as_ref().map(|it| it.facts.clone()).unwrap_or_default()));
    view! {
        <section class="section" lang=move || view.lang.get().tag()>
            <div class="section__head">
                <h2>{heading}</h2>
            </div>
            <FactList facts/>
            {move || exhibit.get().map(|it| table_of(it.table))}
        </section>
    }
}

/// A table of figures as the pages draw tables.
fn table_of(of: table::Table) -> impl IntoView {
    let columns: Vec<Column> = of
        .columns
        .iter()
        .map(|column| match column.figures {
            true => Column::figures(column.head.clone()),
            false => Column::words(column.head.clone()),
        })
        .collect();
    let row = |row: table::Row| {
        let muted = row.kind == RowKind::Muted;
        let cells = row.cells.into_iter().map(|cell| match muted {
            true => Cell::muted(cell.text),
            false => Cell::text(cell.text),
        });
        let drawn = Row::new(cells.collect());
        match row.kind {
            RowKind::Total => drawn.kind(Drawn::Total),
            RowKind::Group => drawn.kind(Drawn::Group),
            RowKind::Plain | RowKind::Muted => drawn,
        }
    };
    let rows: Vec<Row> = of.rows.into_iter().map(row).collect();
    view! { <Table caption=of.caption columns rows/> }
}
