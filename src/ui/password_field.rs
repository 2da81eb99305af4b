//! A field for a password, with a button that shows what was typed: long sentences with accents are easily mistyped.

use leptos::prelude::*;

use super::field::FieldFrame;
use crate::i18n::join::JOIN;
use crate::state::preferences::use_words;

/// Which password is asked for, so that the browser's own keeper of passwords offers the right thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PasswordKind {
    /// That of an account that is there.
    #[default]
    Own,
    /// A new one.
    New,
    /// A PIN of this device: not for a keeper that others of the device use too.
    Pin,
}

/// The field.
#[component]
pub fn PasswordField(
    /// Whose password.
    #[prop(into)]
    label: Signal<String>,
    /// What was typed.
    #[prop(into)]
    value: Signal<String>,
    /// Called with every change.
    #[prop(into)]
    on_change: Callback<(String,)>,
    /// Which.
    #[prop(optional)]
    kind: PasswordKind,
    /// What belongs here.
    #[prop(optional, into)]
    help: Signal<String>,
    /// What is wrong and what to do.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
) -> impl IntoView {
    let w = use_words(&JOIN);
    let shown = RwSignal::new(false);
    let frame = FieldFrame::new(label, help, error, false);
    let control = view! {
        <div class="field__password">
            <input
                id=frame.id.clone()
                class="field__input"
                type=move || if shown.get() { "text" } else { "password" }
                autocomplete=match kind {
                    PasswordKind::Own => "current-password",
                    PasswordKind::New => "new-password",
                    PasswordKind::Pin => "off",
                }
                autocapitalize="none"
                spellcheck="false"
                prop:value=value
                aria-invalid=frame.invalid()
                aria-describedby=frame.described_by()
                on:input=move |event| on_change.run((event_target_value(&event),))
            />
            <button
                type="button"
                class="button button--quiet button--small"
                aria-label=move || if shown.get() { w().hide } else { w().show }
                on:click=move |_| shown.update(|shown| *shown = !*shown)
            >
                <span class="button__label">{move || if shown.get() { w().hide_short } else { w().show_short }}</span>
            </button>
        </div>
    };
    frame.around(control.into_any())
}
