//! The keys that work everywhere.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

use super::navigation::pages;
use crate::state::router::use_router;
use crate::ui::toast::use_toasts;

/// Goes to the notices, after `g`: what a notice offers to take back must be within reach while it is there.
const TO_NOTICES: &str = "b";

/// Ctrl/⌘K, Ctrl/⌘Z, "?", and `g` followed by a letter.
pub(super) fn listen_to_keys(searching: RwSignal<bool>, keys: RwSignal<bool>, on_undo: Option<Callback<()>>) {
    let router = use_router();
    let toasts = use_toasts();
    let after_g = StoredValue::new(false);
    let listener = window_event_listener(ev::keydown, move |event| {
        let with_command = event.ctrl_key() || event.meta_key();
        if with_command && !event.shift_key() && !event.alt_key() && event.key().eq_ignore_ascii_case("k") {
            event.prevent_default();
            searching.update(|open| *open = !*open);
            return;
        }
        let is_undo = with_command && !event.shift_key() && !event.alt_key() && event.key().eq_ignore_ascii_case("z");
        if is_undo && !event.default_prevented() && !is_typing(&event) {
            event.prevent_default();
            // A dialog covers the notices; what they offer can be taken back all the same.
            if let (false, Some(on_undo), false) = (toasts.undo_newest(), on_undo, dialog_is_open()) {
                on_undo.run(());
            }
            return;
        }
        if with_command || event.alt_key() || is_typing(&event) || dialog_is_open() {
            after_g.set_value(false);
            return;
        }
        let key = event.key();
        if after_g.get_value() {
            let page = pages().find(|(.., letter)| *letter == key);
            if let Some((route, ..)) = page {
                event.prevent_default();
                router.go(router.place_untracked().at(route.clone()));
            } else if key == TO_NOTICES && toasts.focus_newest() {
                event.prevent_default();
            }
        }
        after_g.set_value(key == "g");
        if key == "?" {
            event.prevent_default();
            keys.set(true);
        }
    });
    on_cleanup(move || listener.remove());
}

/// Whether the key goes into a field or a grid, where letters are text.
fn is_typing(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
    target.is_some_and(|target| {
        target.is_content_editable()
            || target
                .closest("input, textarea, select, [role=grid], [role=menu]")
                .is_ok_and(|found| found.is_some())
    })
}

fn dialog_is_open() -> bool {
    document()
        .query_selector("dialog[open]")
        .is_ok_and(|found| found.is_some())
}
