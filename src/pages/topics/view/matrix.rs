//! A count under several option sets: a chart, and a table of its rows and columns.

use super::PartView;
use super::tables::{Indicators, count};
use crate::charts::Empty;
use crate::charts::blocks::blocks;
use crate::charts::grouped_bars::grouped_bars;
use crate::charts::look::Look;
use crate::exhibit::topics::figures::{Matrix, MatrixColumn};
use crate::exhibit::topics::matrices::{self, MatrixChart};
use crate::exhibit::topics::worded::matrix_rests_on;
use crate::i18n::topics::TOPICS;
use crate::model::number::Count;
use crate::model::text::Lang;
use crate::state::preferences::{use_lang, use_words};
use crate::ui::chart::Chart;
use crate::ui::page_head::Section;
use crate::ui::table::{Cell, Column, Row, RowKind, Table};
use leptos::prelude::*;

/// A section of a matrix.
#[component]
pub fn MatrixSection(
    /// The part.
    part: PartView,
) -> impl IntoView {
    let w = use_words(&TOPICS);
    let lang = use_lang();
    let draw = move |look: Look| {
        let chart = part.matrix(|matrix, read| matrices::matrix(matrix, read.drawn(look.lang, false)));
        match chart {
            Some(MatrixChart::Groups(input)) => grouped_bars(&input, &look),
            Some(MatrixChart::Blocks(input)) => blocks(&input, &look),
            None => Err(Empty::NoRows),
        }
    };
    let facts = Signal::derive(move || {
        let lang = lang();
        part.matrix(|matrix, read| matrix_rests_on(lang, read.shown, matrix, read.ledger))
    });
    // The note explains cells that are empty: none is, none is explained.
    let shortened = Memo::new(move |_| {
        part.matrix(|matrix, _| matrix.shortened && matrix.cells.iter().flatten().any(|total| total.count() == 0))
    });
    // Where the sentence has every count, a table of the same counts says them again.
    let more = Memo::new(move |_| {
        part.read(|read| {
            let figures = &read.shown.figures;
            figures
                .iter()
                .any(|figure| figure.target.is_some() || figure.rate().is_some())
        })
    });
    let wide = Memo::new(move |_| part.matrix(|matrix, _| matrix.columns.len() > 1));
    let drawable = Memo::new(move |_| {
        let lang = lang();
        part.matrix(|matrix, read| matrices::matrix(matrix, read.drawn(lang, false)).is_some())
    });
    let sentence = part.sentence();
    view! {
        <Section title=part.title() note=part.note()>
            {move || match drawable.get() {
                true => {
                    view! {
                        <Chart
                            title=move || w().whole
                            sentence
                            facts
                            draw=Callback::new(draw)
                            subject=Signal::derive(move || part.subject(None, "matrix"))
                            illustrative=part.illustrative()
                            table=move || view! { <MatrixTable part/> }
                        />
                        // On a phone the chart is a block for each row already; its table is behind the button.
                        {move || {
                            wide.get()
                                .then(|| {
                                    view! {
                                        <div class="topic__read topic__beside">
                                            <MatrixTable part/>
                                            {move || {
                                                shortened
                                                    .get()
                                                    .then(|| view! { <p class="muted small">{move || w().shortened}</p> })
                                            }}
                                        </div>
                                    }
                                })
                        }}
                    }
                        .into_any()
                }
                false => view! { <p>{part.paragraph()}</p> }.into_any(),
            }}
            {move || {
                (drawable.get() || more.get())
                    .then(|| {
                        view! {
                            <div class="topic__read">
                                <Indicators part/>
                            </div>
                        }
                    })
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
        part.matrix(|matrix, _| {
            let mut columns = vec![Column::words(w().option)];
            columns.extend(matrix.columns.iter().map(|column| head(lang, w().count, column)));
            if sums(matrix) {
                columns.push(Column::figures(w().total));
            }
            columns
        })
    };
    let rows = move || {
        let lang = lang();
        part.matrix(|matrix, _| matrix_rows(lang, w().total, matrix, sums(matrix)))
    };
    view! {
        <div class="wide-names">
            <Table
                caption=part.title()
                columns=Signal::derive(columns)
                rows=Signal::derive(rows)
                quiet=true
                cards=true
            />
        </div>
    }
}

/// The head of a column: its first option, and below it the others, or what is counted.
fn head(lang: Lang, count: &str, column: &MatrixColumn) -> Column {
    let label = match column.label.in_lang(lang) {
        "" => count,
        label => label,
    };
    match label.split_once(" · ") {
        Some((first, rest)) => Column::figures(first).unit(crate::model::letter_case::lowered(rest)),
        None => {
            let unit = column.counted.as_ref().map(|counted| counted.in_lang(lang));
            // A column that is named by what it counts says it once.
            let unit = unit.filter(|unit| !crate::model::letter_case::lowered(label).starts_with(unit));
            Column::figures(label).unit(unit.unwrap_or_default())
        }
    }
}

/// A cell that counts nothing stays empty: a wide matrix is mostly that.
fn figure(lang: Lang, at: Option<Count>) -> Cell {
    at.filter(|at| *at > 0).map_or_else(Cell::default, |at| count(lang, at))
}

fn matrix_rows(lang: Lang, sum: &str, matrix: &Matrix, with_sums: bool) -> Vec<Row> {
    let row = |(at, label): (usize, &crate::model::text::Text)| {
        let mut cells = vec![Cell::text(label.in_lang(lang))];
        let totals = matrix.cells.get(at).into_iter().flatten();
        cells.extend(totals.map(|total| figure(lang, total.quantity.map(|quantity| quantity.count))));
        if with_sums {
            cells.push(figure(lang, matrix.row_total(at)));
        }
        Row::new(cells)
    };
    let mut rows: Vec<Row> = matrix.rows.iter().enumerate().map(row).collect();
    let columns = 0..matrix.columns.len();
    if rows.len() > 1 && columns.clone().any(|column| matrix.column_total(column).is_some()) {
        let mut cells = vec![Cell::text(sum)];
        cells.extend(columns.map(|column| figure(lang, matrix.column_total(column))));
        if with_sums {
            cells.push(figure(lang, matrix.whole()));
        }
        rows.push(Row::new(cells).kind(RowKind::Total));
    }
    rows
}
