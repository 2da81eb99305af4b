//! Tables of figures. A table is data (columns and rows of written cells); what it looks like is decided here, once.
//!
//! The first column names the row and stays in view, as the head does. Figures stand right, words left; a counting
//! unit stands once, in the head. A table wider than its place scrolls in itself, or becomes cards on a phone.

mod cell;
mod drawn;

pub use cell::{Align, Cell, Column, Row, RowKind};

use crate::model::sort::SmallSort;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::button::Button;
use super::field::new_id;
use super::focus::all;
use super::icon::IconName;
use crate::i18n::ui::{UI, show_all, show_more};
use crate::state::preferences::{use_lang, use_words};
use crate::state::router::after_drawing;
use drawn::{head_view, row_view};

/// How many more rows are shown at once.
const AT_ONCE: usize = 1_000;

/// From how many rows on a table scrolls in itself, so that its head stays in view.
const LONG: usize = 60;

/// Which column the rows are sorted by, and whether downward.
type Sorting = Option<(usize, bool)>;

/// A table of figures.
#[component]
pub fn Table(
    /// What the table shows; read out and, unless `quiet`, shown above it.
    #[prop(into)]
    caption: Signal<String>,
    /// The columns; the first names the rows.
    #[prop(into)]
    columns: Signal<Vec<Column>>,
    /// The rows, in the order in which they are shown until a head is pressed.
    #[prop(into)]
    rows: Signal<Vec<Row>>,
    /// The caption is only read out, since a heading above says the same.
    #[prop(optional)]
    quiet: bool,
    /// Rows become cards on a phone: for tables that are read row by row.
    #[prop(optional)]
    cards: bool,
    /// Rows shown at first; a button shows the rest, of very many rows the next thousand. Totals are always shown.
    #[prop(default = 100)]
    fold_after: usize,
) -> impl IntoView {
    let w = use_words(&UI);
    let lang = use_lang();
    let id = new_id("table");
    let labelled_by = id.clone();
    let sorting = RwSignal::new(None::<(usize, bool)>);
    let limit = RwSignal::new(fold_after);
    let lines = NodeRef::<html::Tbody>::new();
    // The button goes when it is pressed; the focus goes on to the first row that it has shown.
    let unfold = move || {
        let shown = limit.get_untracked();
        limit.set(shown + AT_ONCE);
        after_drawing(move || {
            let row = lines
                .get_untracked()
                .and_then(|lines| all(&lines, "tr").into_iter().nth(shown));
            let link = row.and_then(|row| all(&row, "a[href], button").into_iter().next());
            let region = || lines.get_untracked()?.closest(".table-scroll").ok()??.dyn_into().ok();
            if let Some(next) = link.or_else(region) {
                let _ = next.focus();
            }
        });
    };
    let all_rows = Memo::new(move |_| rows.with(|rows| rows.iter().filter(|row| row.kind != RowKind::Total).count()));
    let hidden = Memo::new(move |_| all_rows.get().saturating_sub(limit.get()));
    let is_long = Memo::new(move |_| all_rows.get().min(limit.get()) > LONG);
    let head = move || {
        columns
            .get()
            .into_iter()
            .enumerate()
            .map(|(index, column)| head_view(index, column, sorting, cards))
            .collect_view()
    };
    let body = move || {
        let columns = columns.get();
        let limit = limit.get();
        let mut shown = 0;
        sorted(rows.get(), sorting.get())
            .into_iter()
            .filter(|row| {
                let total = row.kind == RowKind::Total;
                shown += usize::from(!total);
                total || shown <= limit
            })
            .map(|row| row_view(row, &columns, cards))
            .collect_view()
    };
    let class = if cards { "table table--cards" } else { "table" };
    let role = move |role: &'static str| cards.then_some(role);
    view! {
        <div class="table-region">
            {(!quiet).then(|| view! { <p class="table-caption" aria-hidden="true">{caption}</p> })}
            <div class="table-scroll" class:table-scroll--long=is_long role="group" tabindex="0" aria-labelledby=labelled_by>
                <table class=class role=role("table")>
                    <caption class="sr-only" id=id>
                        {caption}
                    </caption>
                    <thead role=role("rowgroup")>
                        <tr role=role("row")>{head}</tr>
                    </thead>
                    <tbody node_ref=lines role=role("rowgroup")>
                        {body}
                    </tbody>
                </table>
            </div>
            <p class="table-hint">{move || w().scroll_hint}</p>
            {move || {
                (hidden.get() > 0)
                    .then(|| {
                        view! {
                            <Button
                                label=move || {
                                    let hidden = hidden.get();
                                    if hidden > AT_ONCE {
                                        show_more(lang(), AT_ONCE, hidden)
                                    } else {
                                        show_all(lang(), hidden)
                                    }
                                }
                                small=true
                                icon=IconName::Down
                                on_press=unfold
                            />
                        }
                    })
            }}
        </div>
    }
}

/// The rows by one column: figures from large to small first, cells without an order last, totals after all.
/// Groups keep the table as it is: a row belongs to the heading above it.
fn sorted(mut rows: Vec<Row>, sorting: Sorting) -> Vec<Row> {
    let Some((column, upward)) = sorting else {
        return rows;
    };
    if rows.iter().any(|row| row.kind == RowKind::Group) {
        return rows;
    }
    let order = |row: &Row| row.cells.get(column).and_then(|cell| cell.order);
    rows.small_sort_by(|left, right| {
        let total = |row: &Row| row.kind == RowKind::Total;
        let by_value = match (order(left), order(right)) {
            (Some(left), Some(right)) if upward => left.total_cmp(&right),
            (Some(left), Some(right)) => right.total_cmp(&left),
            (left, right) => right.is_some().cmp(&left.is_some()),
        };
        total(left).cmp(&total(right)).then(by_value)
    });
    rows
}
