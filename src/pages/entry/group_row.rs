//! The head of a group in the sheet: its name and how many units it has, a subtotal in each column. Folded, it stands for
//! its units.

use leptos::attr::custom::custom_attribute;
use leptos::html;
use leptos::prelude::*;

use super::desk::{Desk, Spot};
use super::grid::total_text;
use super::keys::in_sheet;
use crate::i18n::entry::{ENTRY, rows_shown};
use crate::model::measure::ValueType;
use crate::state::preferences::{use_lang, use_words};
use crate::ui::icon::{Icon, IconName};

/// The row of a group; `id` is how the row is known.
pub fn group_row(desk: Desk, row: usize, id: usize, group: usize, depth: usize) -> AnyView {
    let w = use_words(&ENTRY);
    let lang = use_lang();
    let (name, units) = desk.groups.with_untracked(|groups| {
        let found = groups.all.get(group);
        (
            found.and_then(|group| group.name.clone()),
            found.map_or(0, |group| group.units),
        )
    });
    let name = Memo::new(move |_| {
        let named = name.as_ref().map(|name| name.in_lang(lang()).to_owned());
        named.unwrap_or_else(|| w().group_none.to_owned())
    });
    let folded = Memo::new(move |_| desk.narrowing.folded.with(|folded| folded.contains(&group)));
    let values: Vec<ValueType> = desk
        .plan
        .with_value(|plan| plan.sheet.columns.iter().map(|column| column.value).collect());
    let begins = desk.plan.with_value(|plan| super::grid::begins(plan));
    let cells = values
        .into_iter()
        .zip(begins)
        .enumerate()
        .map(|(column, (value, begins))| {
            let text = Memo::new(move |_| {
                let units = desk.asked_in(group, column);
                desk.tally(|tally| total_text(lang(), &tally.subtotal(group, column), value, units))
            });
            let left_out = Memo::new(move |_| desk.tally(|tally| tally.subtotal(group, column).invalid > 0));
            let label = move || {
                let named = desk.plan.with_value(|plan| {
                    let name = plan.column_name(column);
                    name.map(|name| name.in_lang(lang()).to_owned()).unwrap_or_default()
                });
                let text = text.get();
                let text = if text.is_empty() { w().empty } else { &text };
                format!("{}, {named}, {}: {text}", name.get(), w().subtotal)
            };
            let class = if begins {
                "sheet__subtotal sheet__begins"
            } else {
                "sheet__subtotal"
            };
            let content = move || {
                view! { <span class:sheet__total--partial=move || left_out.get()>{move || text.get()}</span> }
                    .into_any()
            };
            head_cell(desk, Spot { unit: id, column }, class, label, content)
        })
        .collect_view();
    let last = Spot {
        unit: id,
        column: desk.columns(),
    };
    let last_label = move || name.get();
    view! {
        <tr
            class="sheet__group"
            data-row=row.to_string()
            aria-rowindex=(depth + row + 1).to_string()
            {..custom_attribute("aria-level", "1")}
            aria-expanded=move || if folded.get() { "false" } else { "true" }
        >
            <th scope="rowgroup" class="sheet__unit">
                <button
                    type="button"
                    class="sheet__fold"
                    tabindex="-1"
                    aria-expanded=move || if folded.get() { "false" } else { "true" }
                    on:click=move |_| desk.fold(group)
                >
                    {move || {
                        let icon = if folded.get() { IconName::Forward } else { IconName::Down };
                        view! { <Icon name=icon small=true/> }
                    }}
                    <span>{move || name.get()}</span>
                    <span class="muted">{move || rows_shown(lang(), units, units)}</span>
                </button>
            </th>
            {cells}
            {head_cell(desk, last, "sheet__subtotal sheet__begins", last_label, || ().into_any())}
        </tr>
    }
    .into_any()
}

/// A cell of the row. It takes the focus itself, for there is nothing to type into.
fn head_cell(
    desk: Desk,
    spot: Spot,
    class: &'static str,
    label: impl Fn() -> String + Copy + Send + Sync + 'static,
    content: impl Fn() -> AnyView,
) -> AnyView {
    let node = NodeRef::<html::Td>::new();
    let active = move || desk.is_active(spot);
    Effect::new(move || {
        if active()
            && desk.grabs.get_value()
            && let Some(cell) = node.get()
        {
            let _ = cell.focus();
        }
    });
    view! {
        <td
            node_ref=node
            role="gridcell"
            class=move || {
                let active = if active() { " sheet__cell--active" } else { "" };
                format!("{class}{active}")
            }
            data-spot=format!("{}:{}", spot.unit, spot.column)
            aria-colindex=(spot.column + 2).to_string()
            aria-label=label
            tabindex=move || if active() { "0" } else { "-1" }
            on:keydown=move |event| in_sheet(desk, &event)
        >
            {content()}
        </td>
    }
    .into_any()
}
