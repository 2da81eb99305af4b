//! What keys do in the active cell.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

use super::desk::Desk;
use super::moves::of_key;
use super::selection::Whole;
use crate::model::measure::ValueType;

/// Handles a key in the sheet; one that is used up is not the browser's any more.
pub fn in_sheet(desk: Desk, event: &KeyboardEvent) {
    if handle(desk, event) {
        event.prevent_default();
        event.stop_propagation();
    }
}

/// Answers whether the key was used up.
fn handle(desk: Desk, event: &KeyboardEvent) -> bool {
    // A syllable being composed takes its own keys.
    if event.is_composing() {
        return false;
    }
    let key = event.key();
    let control = event.ctrl_key() || event.meta_key();
    let spot = desk.active.get_untracked();
    let draft = desk.draft.get_untracked();
    let typing = draft.is_some();
    let caret = draft.is_some_and(|draft| draft.caret);
    if let Some(group) = desk.group_at(spot.unit)
        && matches!(key.as_str(), "Enter" | " " | "F2" | "d" | "D" | "Delete" | "Backspace")
        && desk.corner.with_untracked(Option::is_none)
    {
        if matches!(key.as_str(), "Enter" | " ") {
            desk.fold(group);
        }
        return true;
    }
    if would_change(desk, event) && desk.refuses(spot.unit) {
        return true;
    }
    match key.as_str() {
        "a" | "A" if control && !typing => desk.select_whole(Whole::Sheet),
        " " if event.shift_key() && control && !typing => desk.select_whole(Whole::Sheet),
        " " if event.shift_key() && !typing => desk.select_whole(Whole::Rows),
        " " if control && !typing => desk.select_whole(Whole::Columns),
        "Escape" if typing => desk.restore(),
        "Escape" if desk.corner.with_untracked(Option::is_some) => desk.select_one(),
        "Escape" => leave(),
        "F2" if event.shift_key() => open_panel(desk),
        "F2" if !typing && desk.value_type(spot).is_some() => desk.edit_text(spot),
        "Enter" if typing => desk.next_line(event.shift_key()),
        "Enter" | " " if desk.value_type(spot).is_none() => desk.act_next(spot.unit),
        " " if !typing && desk.value_type(spot) == Some(ValueType::Done) => desk.toggle(spot),
        // Where nothing is typed it goes on as it does after typing.
        "Enter" if untrack(|| desk.lock(spot.unit)).is_some() => desk.next_line(event.shift_key()),
        "Enter" => desk.edit_text(spot),
        "Delete" | "Backspace" if !typing => desk.clear_selected(),
        "d" | "D" if control && !caret => desk.fill_down(),
        "z" | "Z" if control && !typing => {
            if event.shift_key() {
                desk.redo();
            } else {
                desk.undo();
            }
        }
        "y" | "Y" if control && !typing => desk.redo(),
        _ => return movement(desk, &key, control, event.shift_key(), caret),
    }
    true
}

/// Whether a key begins to change a figure: where figures are only read it says why instead.
pub fn would_change(desk: Desk, event: &KeyboardEvent) -> bool {
    let control = event.ctrl_key() || event.meta_key();
    let key = event.key();
    if desk.value_type(desk.active.get_untracked()).is_none() || event.alt_key() {
        return false;
    }
    match key.as_str() {
        "F2" => !event.shift_key(),
        "Delete" | "Backspace" => true,
        "d" | "D" if control => true,
        " " => !control && !event.shift_key(),
        // A letter or a digit; the names of other keys are longer.
        key => !control && key.chars().count() == 1,
    }
}

/// Moves, unless the key moves within a text that is being edited. At the sheet's ends Tab goes on to the page.
fn movement(desk: Desk, key: &str, control: bool, shift: bool, caret: bool) -> bool {
    let within_text = caret && matches!(key, "ArrowLeft" | "ArrowRight" | "Home" | "End");
    match of_key(key, control, shift) {
        Some(to) if shift && !within_text && key != "Tab" => {
            desk.extend(to);
            true
        }
        Some(to) if !within_text => {
            desk.follow_tabs(to);
            desk.go(to) || key != "Tab"
        }
        _ => false,
    }
}

/// Opens the panel of the cell and goes to its first field.
pub fn open_panel(desk: Desk) {
    desk.commit();
    desk.panel.set(true);
    request_animation_frame(|| focus("#cell-panel select, #cell-panel input, #cell-panel textarea"));
}

/// Leaves the sheet for what stands after it, so that nobody is caught in it.
fn leave() {
    focus("#sheet-after");
}

/// Puts the focus on the first element that a selector finds.
pub fn focus(selector: &str) {
    let found = document().query_selector(selector).ok().flatten();
    if let Some(element) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}
