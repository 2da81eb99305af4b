//! The mouse and the finger in the sheet: going to a cell, drawing over several, editing by a second press.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, MouseEvent, PointerEvent};

use super::desk::{Desk, Spot};
use super::moves::Move;
use crate::model::measure::ValueType;

fn spot_at(element: &Element) -> Option<Spot> {
    let cell = element.closest("[data-spot]").ok().flatten()?;
    let spot = cell.get_attribute("data-spot")?;
    let (unit, column) = spot.split_once(':')?;
    Some(Spot {
        unit: unit.parse().ok()?,
        column: column.parse().ok()?,
    })
}

/// The cell that an event happened in, and whether in something of its own that takes presses.
fn spot_of(event: &MouseEvent) -> Option<(Spot, bool)> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let in_input = target.closest("input, button").ok().flatten().is_some();
    Some((spot_at(&target)?, in_input))
}

/// Goes to the pressed cell, or selects up to it with Shift. Answers whether the pointer may now be drawn over more.
pub fn press(desk: Desk, event: &MouseEvent) -> bool {
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
    desk.follow_tabs(Move::SheetStart);
    if event.shift_key() {
        desk.extend_to(spot);
    } else {
        desk.go_to(spot);
    }
    true
}

/// Selects up to the cell that the mouse is over.
pub fn draw_over(desk: Desk, drawing: StoredValue<bool>, event: &MouseEvent) {
    if drawing.get_value()
        && let Some((spot, _)) = spot_of(event)
    {
        desk.extend_to(spot);
    }
}

/// A second press edits.
pub fn press_twice(desk: Desk, event: &MouseEvent) {
    let Some((spot, _)) = spot_of(event) else { return };
    match desk.value_type(spot) {
        _ if desk.group_at(spot.unit).is_some() => {}
        Some(ValueType::Done) => desk.toggle(spot),
        Some(_) => desk.edit_text(spot),
        None => {}
    }
}

/// The corner of the active cell that a finger draws over more: elsewhere a finger scrolls. It is there for fingers only.
#[component]
pub fn DrawHandle(desk: Desk) -> impl IntoView {
    let node = NodeRef::<html::Span>::new();
    let drawing = StoredValue::new(false);
    let begin = move |event: PointerEvent| {
        event.prevent_default();
        event.stop_propagation();
        if let Some(handle) = node.get_untracked() {
            let _ = handle.set_pointer_capture(event.pointer_id());
        }
        drawing.set_value(true);
    };
    let draw = move |event: PointerEvent| {
        if !drawing.get_value() {
            return;
        }
        let (x, y) = (event.client_x() as f32, event.client_y() as f32);
        if let Some(spot) = document()
            .element_from_point(x, y)
            .and_then(|element| spot_at(&element))
        {
            desk.extend_to(spot);
        }
    };
    view! {
        <span
            node_ref=node
            class="sheet__handle"
            aria-hidden="true"
            on:pointerdown=begin
            on:mousedown=|event| {
                event.prevent_default();
                event.stop_propagation();
            }
            on:pointermove=draw
            on:pointerup=move |_| drawing.set_value(false)
            on:pointercancel=move |_| drawing.set_value(false)
        ></span>
    }
}
