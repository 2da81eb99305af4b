//! How a table's heads, rows and cells are drawn.

use leptos::prelude::*;

use super::Sorting;
use super::cell::{Align, Cell, Column, Look, NONE, Row, RowKind};
use crate::i18n::ui::UI;
use crate::state::preferences::use_words;
use crate::ui::badge::StatusBadge;
use crate::ui::bullet::Bullet;
use crate::ui::icon::{Icon, IconName};
use crate::ui::link::A;

const fn align_class(align: Align) -> &'static str {
    match align {
        Align::Start => "cell",
        Align::End => "cell cell--figure",
        Align::Center => "cell cell--mark",
    }
}

pub(super) fn head_view(index: usize, column: Column, sorting: RwSignal<Sorting>, cards: bool) -> AnyView {
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

pub(super) fn row_view(row: Row, columns: &[Column], cards: bool) -> AnyView {
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
            let none = matches!(cell.look, Look::Muted) && cell.text == NONE;
            view! {
                <td
                    class=align_class(column.align)
                    class:cell--none=none
                    data-label=label
                    role=cards.then_some("cell")
                >
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
