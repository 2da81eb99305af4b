//! The sheet of all units: units down, columns across, totals below. It is a grid to a screen reader.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, MouseEvent};

use super::area::Area;
use super::cell::cell_view;
use super::clipboard::{on_copy, on_cut, on_paste};
use super::desk::{Desk, Spot};
use super::sheet::HeadCell;
use super::state_cell::state_cell;
use super::totals::{ColumnTotal, totals};
use crate::exchange::cell_text::sign;
use crate::i18n::entry::ENTRY;
use crate::model::measure::ValueType;
use crate::model::number::format_count;
use crate::model::text::Lang;
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
        <div class="sheet" node_ref=windowed.frame on:scroll=move |_| windowed.measure()>
            <table
                role="grid"
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
                        row=move |row, place| row_view(desk, area, row, place, depth)
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
    let begins: Vec<bool> = desk.plan.with_value(begins);
    let cells = begins
        .into_iter()
        .enumerate()
        .map(|(column, begins)| cell_view(desk, Spot { unit: place, column }, figures, selected, begins))
        .collect_view();
    let title = name.clone();
    view! {
        <tr data-row=row.to_string() aria-rowindex=(depth + row + 1).to_string()>
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
    let sums = Memo::new(move |_| {
        desk.plan.with_value(|plan| {
            desk.lens.ledger(|ledger| {
                let of_period = ledger.returns_of(&plan.form.id, &plan.period);
                let returns = plan.units.iter().filter_map(|unit| of_period?.get(&unit.id));
                totals(&plan.sheet, returns)
            })
        })
    });
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
            let text = Memo::new(move |_| sums.with(|sums| sums.get(at).map(|sum| total_text(sum, value, units(at)))));
            let left_out = move || sums.with(|sums| sums.get(at).is_some_and(|sum| sum.invalid > 0));
            view! {
                <td class="sheet__total" class:sheet__begins=begins class:sheet__total--partial=left_out>
                    {move || text.get()}
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

/// "4.201"; of done-or-not "70/73"; of anything else how many have a value.
fn total_text(total: &ColumnTotal, value: ValueType, units: usize) -> String {
    match (value, total.sum) {
        (_, _) if total.filled == 0 => String::new(),
        (ValueType::Count, Some(sum)) => format!("{}{}", sign(sum.qualifier), format_count(sum.count, Lang::Vi)),
        (ValueType::Done, Some(sum)) => format!("{}/{units}", sum.count),
        _ => format!("{}/{units}", total.filled),
    }
}

/// The cell that an event happened in.
fn spot_of(event: &MouseEvent) -> Option<(Spot, bool)> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let cell = target.closest("[data-spot]").ok().flatten()?;
    let (unit, column) = cell.get_attribute("data-spot").and_then(|spot| {
        let (unit, column) = spot.split_once(':')?;
        Some((unit.parse().ok()?, column.parse().ok()?))
    })?;
    let in_input = target.closest("input, button").ok().flatten().is_some();
    Some((Spot { unit, column }, in_input))
}

/// Goes to the pressed cell, or selects up to it with Shift. Answers whether the pointer may now be drawn over more.
fn press(desk: Desk, event: &MouseEvent) -> bool {
    if event.button() != 0 {
        return false;
    }
    let Some((spot, in_input)) = spot_of(event) else {
        return false;
    };
    if in_input {
        desk.select_one();
        return !desk.is_typing(spot);
    }
    event.prevent_default();
    if event.shift_key() {
        desk.extend_to(spot);
    } else {
        desk.go_to(spot);
    }
    true
}

fn draw_over(desk: Desk, drawing: StoredValue<bool>, event: &MouseEvent) {
    if drawing.get_value()
        && let Some((spot, _)) = spot_of(event)
    {
        desk.extend_to(spot);
    }
}

fn press_twice(desk: Desk, event: &MouseEvent) {
    let Some((spot, _)) = spot_of(event) else { return };
    match desk.value_type(spot) {
        Some(ValueType::Done) => desk.toggle(spot),
        Some(_) => desk.edit_text(spot),
        None => {}
    }
}
