//! The input of a cell, in the sheet and in the form of one unit: its text is what is being typed, or the value.
//!
//! A value that is not being edited is selected as a whole, so that typing replaces it. Text and selection are set
//! together, in this order, before the browser gives out the next key: a text that is set after the selection
//! puts the caret behind it, and what is typed is then added to the value.

use leptos::html;
use leptos::prelude::*;
use web_sys::{HtmlInputElement, KeyboardEvent, MouseEvent};

use super::desk::{Desk, Spot};
use super::row::{Look, ShownCell, is_numeric};

/// Where an input stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stands {
    /// In the active cell of the sheet: it takes the focus when it is drawn.
    InSheet,
    /// In a question of one unit's form: it is there before it is come to.
    InQuestion,
}

/// What the input was when its text was set last.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Was {
    /// A value, to be replaced by typing.
    Whole,
    /// Being typed.
    Typed,
}

/// An input that types into the desk.
#[component]
pub fn CellInput(
    /// The desk.
    desk: Desk,
    /// The cell.
    spot: Spot,
    /// What the cell shows.
    shown: Memo<ShownCell>,
    /// Where it stands.
    stands: Stands,
    /// Its look.
    class: &'static str,
    /// What handles a key.
    on_key: fn(Desk, &KeyboardEvent),
    /// What describes it.
    #[prop(into)]
    described_by: String,
    /// Its identifier, for a label.
    #[prop(optional, into)]
    id: Option<String>,
    /// Its name, where no label gives it one.
    #[prop(optional, into)]
    label: MaybeProp<String>,
) -> impl IntoView {
    let value = desk.value_type(spot).unwrap_or_default();
    let lock = desk.locked(spot.unit);
    let node = NodeRef::<html::Input>::new();
    Effect::new(move |before: Option<Option<Was>>| {
        let input = node.get()?;
        let draft = desk
            .draft
            .with(|draft| draft.clone().filter(|draft| draft.spot == spot));
        let caret = draft.as_ref().map(|draft| draft.caret);
        let text = draft.map_or_else(|| shown.with(|shown| shown.text.clone()), |draft| draft.text);
        if input.value() != text {
            input.set_value(&text);
        }
        let before = before.flatten();
        if before.is_none() && stands == Stands::InSheet && desk.grabs.get_value() {
            let _ = input.focus();
        }
        match caret {
            None if has_focus(&input) => input.select(),
            // After Enter or F2 the caret stands behind the text.
            Some(true) if before != Some(Was::Typed) => caret_to_end(&input),
            _ => {}
        }
        Some(if caret.is_some() { Was::Typed } else { Was::Whole })
    });
    let on_press = move |event: MouseEvent| {
        let Some(input) = node.get_untracked().filter(|_| event.button() == 0) else {
            return;
        };
        if desk.is_typing(spot) {
            // The caret goes where it is put, and stays in the text.
            desk.hold_caret();
        } else if stands == Stands::InSheet || !has_focus(&input) {
            event.prevent_default();
            let _ = input.focus();
            input.select();
        }
    };
    view! {
        <input
            node_ref=node
            id=id
            class=class
            type="text"
            readonly=move || shown.with(|shown| shown.look == Look::NotAsked) || lock.get().is_some()
            inputmode=if is_numeric(value) { "numeric" } else { "text" }
            enterkeyhint="next"
            autocomplete="off"
            spellcheck="false"
            aria-label=move || label.get()
            aria-invalid=move || shown.with(|shown| shown.problem.is_some()).then_some("true")
            aria-describedby=described_by
            on:mousedown=on_press
            on:focus=move |_| {
                desk.come_to(spot);
                if let Some(input) = node.get_untracked().filter(|_| !desk.is_typing(spot)) {
                    input.select();
                }
            }
            on:input=move |event| desk.type_into(spot, event_target_value(&event))
            on:blur=move |_| desk.commit()
            on:keydown=move |event| on_key(desk, &event)
        />
    }
}

fn has_focus(input: &HtmlInputElement) -> bool {
    document().active_element().as_ref() == Some(input.as_ref())
}

fn caret_to_end(input: &HtmlInputElement) {
    let end = u32::try_from(input.value().encode_utf16().count()).unwrap_or(0);
    let _ = input.set_selection_range(end, end);
}
