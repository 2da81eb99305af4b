//! Moving a line or a level up and down: two buttons, and Alt with an arrow in its name. The focus goes along.

use crate::i18n::catalogue::{CATALOGUE, numbered};
use crate::state::preferences::use_words;
use crate::ui::button::IconButton;
use crate::ui::icon::IconName;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos::web_sys::HtmlElement;
use wasm_bindgen::JsCast;

/// What keeps the focus when a line has moved.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Held {
    /// The button that moves it on.
    Button {
        /// The one upward.
        up: bool,
    },
    /// Its name.
    Name,
}

/// Puts the focus on what is held of the line at `at`, once it is drawn.
fn focus_on(at: usize, held: Held) {
    let part = match held {
        Held::Name => "input",
        Held::Button { up: true } => ".catalogue__moves button:first-child",
        Held::Button { up: false } => ".catalogue__moves button:last-child",
    };
    request_animation_frame(move || {
        let found = document().query_selector(&format!("[data-line=\"{at}\"] {part}"));
        let field = found
            .ok()
            .flatten()
            .and_then(|field| field.dyn_into::<HtmlElement>().ok());
        if let Some(field) = field {
            let _ = field.focus();
        }
    });
}

/// Puts the focus on the name of a line, once it is drawn.
pub fn focus_line(at: usize) {
    focus_on(at, Held::Name);
}

/// Which way an arrow with Alt moves; `None` for another key.
pub fn way(event: &KeyboardEvent) -> Option<bool> {
    match event.key().as_str() {
        "ArrowUp" if event.alt_key() => Some(true),
        "ArrowDown" if event.alt_key() => Some(false),
        _ => None,
    }
}

/// Moves by the keyboard: the name that is being typed keeps the focus.
pub fn move_by_key(event: &KeyboardEvent, moved: impl FnOnce(bool) -> usize) {
    if let Some(up) = way(event) {
        event.prevent_default();
        focus_on(moved(up), Held::Name);
    }
}

/// The two buttons.
#[component]
pub fn MoveButtons(
    /// Where the line is.
    at: usize,
    /// How many there are.
    #[prop(into)]
    count: Signal<usize>,
    /// What is moved: "dòng", "mức".
    #[prop(into)]
    thing: Signal<&'static str>,
    /// Moves it, and answers where it is then.
    #[prop(into)]
    on_move: Callback<(bool,), usize>,
) -> impl IntoView {
    let w = use_words(&CATALOGUE);
    let press = move |up: bool| focus_on(on_move.run((up,)), Held::Button { up });
    view! {
        <span class="catalogue__moves">
            <IconButton
                icon=IconName::Up
                label=Signal::derive(move || numbered(w().up, thing.get(), at))
                disabled=Signal::derive(move || at == 0)
                on_press=move || press(true)
            />
            <IconButton
                icon=IconName::Down
                label=Signal::derive(move || numbered(w().down, thing.get(), at))
                disabled=Signal::derive(move || at + 1 >= count.get())
                on_press=move || press(false)
            />
        </span>
    }
}
