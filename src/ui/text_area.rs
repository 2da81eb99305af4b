//! A field of several lines: a pasted list, a note.

use leptos::prelude::*;

use super::field::FieldFrame;

/// A field of several lines.
#[component]
pub fn TextArea(
    /// What to type.
    #[prop(into)]
    label: Signal<String>,
    /// The text.
    #[prop(into)]
    value: Signal<String>,
    /// Called with each change.
    #[prop(into)]
    on_change: Callback<(String,)>,
    /// How to fill it.
    #[prop(optional, into)]
    help: Signal<String>,
    /// What is wrong, with the remedy.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Whether it may stay empty.
    #[prop(optional)]
    optional: bool,
    /// An example, while it is empty.
    #[prop(optional, into)]
    placeholder: Signal<String>,
    /// Lines shown.
    #[prop(default = 4)]
    rows: u32,
) -> impl IntoView {
    let frame = FieldFrame::new(label, help, error, optional);
    let area = view! {
        <textarea
            id=frame.id.clone()
            class="field__input field__input--lines"
            rows=rows
            autocomplete="off"
            placeholder=placeholder
            prop:value=value
            aria-invalid=frame.invalid()
            aria-describedby=frame.described_by()
            on:input=move |event| on_change.run((event_target_value(&event),))
        ></textarea>
    };
    frame.around(area.into_any())
}
