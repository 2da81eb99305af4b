//! A count under several option sets: a table of rows and columns, and the same as grouped bars.

use super::tables::{Indicators, count};
use super::{PartView, Read};
use crate::charts::grouped_bars::grouped_bars;
use crate::charts::look::Look;
use crate::i18n::topics::TOPICS;
use crate::model::text::Lang;
use crate::pages::topics::drawn;
use crate::pages::topics::figures::{Body, Matrix};
use crate::pages::topics::worded::{matrix_rests_on, matrix_sentence};
use crate::state::preferences::{use_lang, use_words};
use crate::ui::chart::Chart;
use crate::ui::page_head::Section;
use crate::ui::table::{Cell, Column, Row, RowKind, Table};
use leptos::prelude::*;

/// Reads the matrix of a part.
fn of<T: Default>(part: PartView, question: impl FnOnce(&Matrix, Read<'_>) -> T) -> T {
    part.read(|read| match &read.shown.body {
        Body::Matrix(matrix) => question(matrix, read),
        _ => T::default(),
    })
}

/// A section of a matrix.
#[component]
pub fn MatrixSection(
    /// The part.
    part: PartView,
) -> impl IntoView {
    let w = use_words(&TOPICS);
    let lang = use_lang();
    let draw = move |look: Look| {
        let found = of(part, |matrix, read| {
            Some(grouped_bars(
                &drawn::matrix(matrix, read.drawn(look.lang, false)),
                &look,
            ))
        });
        found.unwrap_or(Err(crate::charts::Empty::NoRows))
    };
    let facts = Signal::derive(move || {
        let lang = lang();
        of(part, |matrix, read| {
            matrix_rests_on(lang, read.shown, matrix, read.ledger)
        })
    });
    let shortened = Memo::new(move |_| of(part, |matrix, _| matrix.shortened));
    let wide = Memo::new(move |_| of(part, |matrix, _| matrix.columns.len() > 1));
    let any = Memo::new(move |_| {
        of(part, |matrix, _| {
            matrix.cells.iter().flatten().any(|total| total.count() > 0)
        })
    });
    let sentence = part.text(|lang, read| match &read.shown.body {
        Body::Matrix(matrix) => matrix_sentence(lang, read.shown, matrix),
        _ => String::new(),
    });
    view! {
        <Section title=part.title() note=part.note()>
            {move || match any.get() {
                true => {
                    view! {
                        <Chart
                            title=move || w().whole
                            sentence
                            facts
                            draw=Callback::new(draw)
                            illustrative=part.illustrative()
                            table=move || view! { <MatrixTable part/> }
                        />
                        {move || wide.get().then(|| view! { <div class="topic__read"><MatrixTable part/></div> })}
                        {move || shortened.get().then(|| view! { <p class="muted small">{move || w().shortened}</p> })}
                        <div class="topic__read">
                            <Indicators part/>
                        </div>
                    }
                        .into_any()
                }
                false => view! { <p>{sentence} "."</p> }.into_any(),
            }}
        </Section>
    }
}

/// Rows, columns and the sums that may be taken: only where one thing is counted.
#[component]
fn MatrixTable(part: PartView) -> impl IntoView {
    let w = use_words(&TOPICS);
    let lang = use_lang();
    let sums = |matrix: &Matrix| (0..matrix.rows.len()).any(|row| matrix.row_total(row).is_some());
    let columns = move || {
        let lang = lang();
        of(part, |matrix, _| {
            let head = |column: &crate::pages::topics::figures::MatrixColumn| {
                let label = match column.label.in_lang(lang) {
                    "" => w().count,
                    label => label,
                };
                let unit = column.counted.as_ref().map(|counted| counted.in_lang(lang));
                // A column that is named by what it counts says it once.
                let unit = unit.filter(|unit| !label.rsplit(" · ").next().is_some_and(|last| same(last, unit)));
                Column::figures(label).unit(unit.unwrap_or_default())
            };
            let mut columns = vec![Column::words(w().option)];
            columns.extend(matrix.columns.iter().map(head));
            if sums(matrix) {
                columns.push(Column::figures(w().total));
            }
            columns
        })
    };
    let rows = move || {
        let lang = lang();
        of(part, |matrix, _| matrix_rows(lang, w().total, matrix, sums(matrix)))
    };
    view! {
        <div class="wide-names">
            <Table caption=part.title() columns=Signal::derive(columns) rows=Signal::derive(rows) quiet=true/>
        </div>
    }
}

fn same(label: &str, unit: &str) -> bool {
    crate::model::letter_case::lowered(label) == unit
}

fn matrix_rows(lang: Lang, sum: &str, matrix: &Matrix, with_sums: bool) -> Vec<Row> {
    let figure = |at: Option<u64>| at.map_or_else(Cell::none, |at| count(lang, at));
    let row = |(at, label): (usize, &crate::model::text::Text)| {
        let mut cells = vec![Cell::text(label.in_lang(lang))];
        let totals = matrix.cells.get(at).into_iter().flatten();
        cells.extend(totals.map(|total| figure(total.quantity.map(|quantity| quantity.count))));
        if with_sums {
            cells.push(figure(matrix.row_total(at)));
        }
        Row::new(cells)
    };
    let mut rows: Vec<Row> = matrix.rows.iter().enumerate().map(row).collect();
    let columns = 0..matrix.columns.len();
    if rows.len() > 1 && columns.clone().any(|column| matrix.column_total(column).is_some()) {
        let mut cells = vec![Cell::text(sum)];
        cells.extend(columns.map(|column| figure(matrix.column_total(column))));
        if with_sums {
            cells.push(figure(matrix.whole()));
        }
        rows.push(Row::new(cells).kind(RowKind::Total));
    }
    rows
}
