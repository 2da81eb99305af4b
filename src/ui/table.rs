//! Tables of figures. A table is data (columns and rows of written cells); what it looks like is decided here, once.
//!
//! The first column names the row and stays in view, as the head does. Figures stand right, words left; a counting
//! unit stands once, in the head. A table wider than its place scrolls in itself, or becomes cards on a phone.

use crate::model::sort::SmallSort;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::badge::{Status, StatusBadge};
use super::bullet::{Bullet, BulletBar};
use super::button::Button;
use super::field::new_id;
use super::focus::all;
use super::icon::{Icon, IconName};
use super::link::A;
use crate::i18n::ui::{UI, show_all, show_more};
use crate::state::preferences::{use_lang, use_words};
use crate::state::route::Place;
use crate::state::router::after_drawing;

/// Where a column's cells stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Align {
    /// Words.
    #[default]
    Start,
    /// Figures.
    End,
    /// Marks.
    Center,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Column {
    label: String,
    unit: String,
    align: Align,
    sortable: bool,
}

impl Column {
    /// A column of words.
    pub fn words(label: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            ..Self::default()
        }
    }

    /// A column of figures.
    pub fn figures(label: impl Into<String>) -> Self {
        Self {
            align: Align::End,
            ..Self::words(label)
        }
    }

    /// A column of marks or badges.
    pub fn marks(label: impl Into<String>) -> Self {
        Self {
            align: Align::Center,
            ..Self::words(label)
        }
    }

    /// The same column with its counting unit below the label.
    #[must_use]
    pub fn unit(mut self, unit: impl Into<String>) -> Self {
        self.unit = unit.into();
        self
    }

    /// The same column, sortable by its head; its cells need an `order`.
    #[must_use]
    pub fn sortable(mut self) -> Self {
        self.sortable = true;
        self
    }
}

/// A cell: written out, ready to be read.
#[derive(Clone, Default)]
pub struct Cell {
    text: String,
    note: String,
    order: Option<f64>,
    look: Look,
}

/// What a cell shows beside or instead of its text.
#[derive(Clone, Default)]
enum Look {
    #[default]
    Text,
    Muted,
    Status(Status),
    Bar(BulletBar, Status),
    View(ViewFn),
}

impl Cell {
    /// Words or a written figure.
    pub fn text(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            ..Self::default()
        }
    }

    /// A written figure that can be sorted by.
    pub fn figure(text: impl Into<String>, order: f64) -> Self {
        Self::text(text).order(order)
    }

    /// A figure that does not exist ("–"); last in any order.
    pub fn none() -> Self {
        Self::muted("–")
    }

    /// Muted words.
    pub fn muted(text: impl Into<String>) -> Self {
        Self {
            look: Look::Muted,
            ..Self::text(text)
        }
    }

    /// A status badge.
    pub fn status(status: Status) -> Self {
        Self {
            look: Look::Status(status),
            ..Self::default()
        }
    }

    /// A bar with its figure behind it.
    pub fn bar(text: impl Into<String>, bar: BulletBar, status: Status) -> Self {
        Self {
            look: Look::Bar(bar, status),
            order: Some(bar.value),
            ..Self::text(text)
        }
    }

    /// Anything else: a button, a badge. It takes the text's place.
    pub fn view(view: impl Into<ViewFn>) -> Self {
        Self {
            look: Look::View(view.into()),
            ..Self::default()
        }
    }

    /// The same cell with a muted line below its text.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.note = note.into();
        self
    }

    /// The same cell with its place in the order of its column: a value, or a name's rank in the alphabet.
    #[must_use]
    pub fn order(mut self, order: f64) -> Self {
        self.order = Some(order);
        self
    }
}

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RowKind {
    /// One of many.
    #[default]
    Plain,
    /// The sum of the others: stays last in any order.
    Total,
    /// A heading over the rows that follow: only its first cell is shown, and the table is not sorted across it.
    Group,
    /// Not reported, closed: muted.
    Muted,
}

/// A row. Its first cell names it.
#[derive(Clone, Default)]
pub struct Row {
    cells: Vec<Cell>,
    kind: RowKind,
    link: Option<Place>,
}

impl Row {
    /// A row.
    pub fn new(cells: Vec<Cell>) -> Self {
        Self {
            cells,
            ..Self::default()
        }
    }

    /// The same row, of another kind.
    #[must_use]
    pub fn kind(mut self, kind: RowKind) -> Self {
        self.kind = kind;
        self
    }

    /// The same row, leading somewhere: its name is the link, and the whole row follows it.
    #[must_use]
    pub fn link(mut self, place: Place) -> Self {
        self.link = Some(place);
        self
    }
}

/// How many more rows are shown at once.
const AT_ONCE: usize = 1_000;

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
    let hidden = Memo::new(move |_| {
        rows.with(|rows| rows.iter().filter(|row| row.kind != RowKind::Total).count())
            .saturating_sub(limit.get())
    });
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
            <div class="table-scroll" role="group" tabindex="0" aria-labelledby=labelled_by>
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

const fn align_class(align: Align) -> &'static str {
    match align {
        Align::Start => "cell",
        Align::End => "cell cell--figure",
        Align::Center => "cell cell--mark",
    }
}

fn head_view(index: usize, column: Column, sorting: RwSignal<Sorting>, cards: bool) -> AnyView {
    let w = use_words(&UI);
    let Column {
        label,
        unit,
        align,
        sortable,
    } = column;
    let unit = (!unit.is_empty()).then(|| view! { <span class="cell__note">{unit}</span> });
    let direction = move || match sorting.get() {
        Some((sorted, upward)) if sorted == index => Some(upward),
        _ => None,
    };
    let content = if sortable {
        let turn = move |_| {
            sorting.update(|sorting| {
                *sorting = match *sorting {
                    Some((sorted, upward)) if sorted == index => Some((index, !upward)),
                    _ => Some((index, false)),
                };
            });
        };
        let icon = move || {
            let name = match direction() {
                Some(true) => IconName::Up,
                Some(false) => IconName::Down,
                None => IconName::Sort,
            };
            view! { <Icon name small=true/> }
        };
        view! {
            <button type="button" class="sort" title=move || w().sort on:click=turn>
                <span>{label} {unit}</span>
                {icon}
            </button>
        }
        .into_any()
    } else {
        view! {
            {label}
            {unit}
        }
        .into_any()
    };
    view! {
        <th
            scope="col"
            class=align_class(align)
            role=cards.then_some("columnheader")
            aria-sort=move || {
                sortable
                    .then(|| match direction() {
                        Some(true) => "ascending",
                        Some(false) => "descending",
                        None => "none",
                    })
            }
        >
            {content}
        </th>
    }
    .into_any()
}

fn row_view(row: Row, columns: &[Column], cards: bool) -> AnyView {
    let class = match row.kind {
        RowKind::Plain => "line",
        RowKind::Total => "line line--total",
        RowKind::Group => "line line--group",
        RowKind::Muted => "line line--muted",
    };
    if row.kind == RowKind::Group {
        let text = row.cells.into_iter().next().map(|cell| cell.text);
        return view! {
            <tr class=class role=cards.then_some("row")>
                <th class="cell" scope="rowgroup" colspan=columns.len().to_string() role=cards.then_some("rowheader")>
                    {text}
                </th>
            </tr>
        }
        .into_any();
    }
    let linked = row.link.is_some();
    let mut cells = row.cells.into_iter();
    let name = cells.next().unwrap_or_default();
    let name = match row.link {
        Some(place) => {
            let Cell { text, note, .. } = name;
            view! {
                <A to=place class="line__link">
                    {text}
                </A>
                {note_view(note)}
            }
            .into_any()
        }
        None => content_view(name, ""),
    };
    let rest = cells
        .zip(columns.iter().skip(1))
        .map(|(cell, column)| {
            // A card has no head to read the counting unit in.
            let label = match column.unit.as_str() {
                "" => column.label.clone(),
                unit => format!("{}, {unit}", column.label),
            };
            view! {
                <td class=align_class(column.align) data-label=label role=cards.then_some("cell")>
                    {content_view(cell, &column.label)}
                </td>
            }
        })
        .collect_view();
    let align = columns.first().map(|column| column.align).unwrap_or_default();
    view! {
        <tr class=class class:line--linked=linked role=cards.then_some("row")>
            <th scope="row" class=align_class(align) role=cards.then_some("rowheader")>
                {name}
            </th>
            {rest}
        </tr>
    }
    .into_any()
}

fn content_view(cell: Cell, column: &str) -> AnyView {
    let Cell { text, note, look, .. } = cell;
    let note = note_view(note);
    match look {
        Look::Text => view! {
            {text}
            {note}
        }
        .into_any(),
        Look::Muted => view! {
            <span class="muted">{text}</span>
            {note}
        }
        .into_any(),
        Look::Status(status) => view! {
            <StatusBadge status/>
            {note}
        }
        .into_any(),
        Look::Bar(bar, status) => view! {
            <div class="cell__bar">
                <Bullet label=column.to_owned() value=text.clone() bar=bar tone=status.tone()/>
                <span class="figure" aria-hidden="true">
                    {text}
                </span>
            </div>
            {note}
        }
        .into_any(),
        Look::View(content) => view! {
            {content.run()}
            {note}
        }
        .into_any(),
    }
}

fn note_view(note: String) -> Option<AnyView> {
    (!note.is_empty()).then(|| view! { <span class="cell__note">{note}</span> }.into_any())
}
