//! The sheet of all units: units down, columns across, totals below. It is a grid to a screen reader.

use leptos::attr::custom::custom_attribute;
use leptos::ev;
use leptos::prelude::*;

use super::area::Area;
use super::cell::cell_view;
use super::clipboard::{on_copy, on_cut, on_paste};
use super::desk::{Desk, Spot};
use super::group_row::group_row;
use super::pointer::{draw_over, press, press_twice};
use super::sheet::HeadCell;
use super::state_cell::state_cell;
use super::totals::ColumnTotal;
use crate::exchange::cell_text::sign;
use crate::i18n::entry::ENTRY;
use crate::model::measure::ValueType;
use crate::model::number::format_count;
use crate::model::text::Lang;
use crate::state::drawn_rows::ALL_DRAWN;
use crate::state::preferences::{use_lang, use_words};
use crate::ui::windowed::{Windowed, WindowedRows};

/// The sheet.
#[component]
pub fn Grid(desk: Desk) -> impl IntoView {
    let w = use_words(&ENTRY);
    let lang = use_lang();
    let rows = Signal::derive(move || desk.shown.with(Vec::len));
    // The active row is drawn even where it is not seen: the sheet is come to there, and what is typed stays.
    let active = Memo::new(move |_| {
        let unit = desk.active.get().unit;
        desk.shown.with(|shown| shown.iter().position(|place| *place == unit))
    });
    let depth = desk.plan.with_value(|plan| plan.sheet.head.len());
    let windowed = Windowed::new(rows, active.into());
    desk.page.set_value(Some(windowed));
    let area = Memo::new(move |_| desk.area());
    let grouped = Memo::new(move |_| desk.groups.with(|groups| !groups.all.is_empty()));
    // Where a press began, cells that the pointer is drawn over are selected.
    let drawing = StoredValue::new(false);
    let lifted = window_event_listener(ev::mouseup, move |_| {
        let _ = drawing.try_set_value(false);
    });
    on_cleanup(move || lifted.remove());
    let name = move || {
        desk.plan
            .with_value(|plan| format!("{}: {}", w().sheet, plan.form.label.in_lang(lang())))
    };
    view! {
        <div
            class="sheet"
            class:sheet--whole={move || rows.get() <= ALL_DRAWN}
            node_ref=windowed.frame
            on:scroll=move |_| windowed.measure()
        >
            <table
                role=move || if grouped.get() { "treegrid" } else { "grid" }
                aria-label=name
                aria-rowcount=move || (depth + rows.get() + 1).to_string()
                aria-colcount=(desk.columns() + 2).to_string()
                aria-multiselectable="true"
                on:mousedown=move |event| drawing.set_value(press(desk, &event))
                on:mouseover=move |event| draw_over(desk, drawing, &event)
                on:copy=move |event| on_copy(desk, &event)
                on:cut=move |event| on_cut(desk, &event)
                on:paste=move |event| on_paste(desk, &event)
                on:dblclick=move |event| press_twice(desk, &event)
            >
                {head(desk)}
                <tbody>
                    <WindowedRows
                        windowed
                        key=move |row| desk.shown.with(|shown| shown.get(row).copied())
                        row=move |row, place| match desk.group_at(place) {
                            Some(group) => group_row(desk, row, place, group, depth),
                            None => row_view(desk, area, row, place, depth),
                        }
                    />
                </tbody>
                {foot(desk)}
            </table>
        </div>
    }
}

fn head(desk: Desk) -> AnyView {
    let w = use_words(&ENTRY);
    let lang = use_lang();
    let rows = desk.plan.with_value(|plan| plan.sheet.head.clone());
    let depth = rows.len().to_string();
    let rows = rows
        .into_iter()
        .enumerate()
        .map(|(at, row)| {
            let first = at == 0;
            let depth = depth.clone();
            let corner = first.then(|| {
                view! {
                    <th class="sheet__corner" scope="col" rowspan=depth.clone()>
                        {move || w().unit}
                    </th>
                }
            });
            let end = first.then(|| {
                view! {
                    <th class="sheet__state sheet__begins" scope="col" rowspan=depth>
                        {move || w().status}
                    </th>
                }
            });
            view! { <tr aria-rowindex=(at + 1).to_string()>{corner} {row.into_iter().map(|cell| head_cell(cell, lang)).collect_view()} {end}</tr> }
        })
        .collect_view();
    view! { <thead>{rows}</thead> }.into_any()
}

fn head_cell(cell: HeadCell, lang: impl Fn() -> Lang + Copy + Send + Sync + 'static) -> AnyView {
    let HeadCell {
        label,
        counting_unit,
        help,
        columns,
        rows,
        begins,
    } = cell;
    let title = move || help.as_ref().map(|help| help.in_lang(lang()).to_owned());
    let unit = counting_unit.map(|unit| {
        view! { <span class="sheet__unit-of-count">{move || unit.in_lang(lang()).to_owned()}</span> }
    });
    let scope = if columns > 1 { "colgroup" } else { "col" };
    view! {
        <th
            scope=scope
            class="sheet__head"
            class:sheet__begins=begins
            colspan=columns.to_string()
            rowspan=rows.to_string()
            title=title
        >
            <span>{move || label.in_lang(lang()).to_owned()}</span>
            {unit}
        </th>
    }
    .into_any()
}

fn row_view(desk: Desk, area: Memo<Option<Area>>, row: usize, place: usize, depth: usize) -> AnyView {
    let figures = desk.row(place);
    let selected = desk.selected_in(area, row);
    let name = desk.unit_name(place);
    let begins: Vec<bool> = desk.plan.with_value(|plan| begins(plan));
    let cells = begins
        .into_iter()
        .enumerate()
        .map(|(column, begins)| cell_view(desk, Spot { unit: place, column }, figures, selected, begins))
        .collect_view();
    let title = name.clone();
    let level = move || desk.groups.with(|groups| (!groups.all.is_empty()).then_some("2"));
    view! {
        <tr
            data-row=row.to_string()
            aria-rowindex=(depth + row + 1).to_string()
            {..custom_attribute("aria-level", level)}
        >
            <th scope="row" class="sheet__unit" title=title>
                <span>{name}</span>
            </th>
            {cells}
            {state_cell(desk, place, figures)}
        </tr>
    }
    .into_any()
}

/// Of each column, whether a measure begins there.
pub fn begins(plan: &super::plan::Plan) -> Vec<bool> {
    let mut before = None;
    plan.sheet
        .columns
        .iter()
        .map(|column| {
            let begins = before != Some(column.key.measure());
            before = Some(column.key.measure());
            begins
        })
        .collect()
}

fn foot(desk: Desk) -> AnyView {
    let w = use_words(&ENTRY);
    let lang = use_lang();
    let columns: Vec<(ValueType, bool)> = desk.plan.with_value(|plan| {
        let values = plan.sheet.columns.iter().map(|column| column.value);
        values.zip(begins(plan)).collect()
    });
    let depth = desk.plan.with_value(|plan| plan.sheet.head.len());
    let units = move |column: usize| desk.plan.with_value(|plan| plan.asked(column));
    let cells = columns
        .into_iter()
        .enumerate()
        .map(|(at, (value, begins))| {
            let sum = Memo::new(move |_| desk.tally(|tally| tally.total(at)));
            let text = move || sum.with(|sum| total_text(lang(), sum, value, units(at)));
            let left_out = move || sum.with(|sum| sum.invalid > 0);
            view! {
                <td class="sheet__total" class:sheet__begins=begins class:sheet__total--partial=left_out>
                    {text}
                </td>
            }
        })
        .collect_view();
    view! {
        <tfoot>
            <tr aria-rowindex=move || (depth + desk.shown.with(Vec::len) + 1).to_string()>
                <th scope="row" class="sheet__unit">
                    {move || w().total}
                </th>
                {cells}
                <td class="sheet__total sheet__begins"></td>
            </tr>
        </tfoot>
    }
    .into_any()
}

/// "4.201" or "4,201": not typed, so it is written as the page's language does. Of done-or-not "70/73"; of anything else how many have a value.
pub fn total_text(lang: Lang, total: &ColumnTotal, value: ValueType, units: usize) -> String {
    match (value, total.sum) {
        (_, _) if total.filled == 0 => String::new(),
        (ValueType::Count, Some(sum)) => format!("{}{}", sign(sum.qualifier), format_count(sum.count, lang)),
        (ValueType::Done, Some(sum)) => format!("{}/{units}", sum.count),
        _ => format!("{}/{units}", total.filled),
    }
}
