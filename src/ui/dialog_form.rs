//! A form that is all of a dialog: what is asked for, the button that leaves it and the button that sends it.

use leptos::prelude::*;

use super::button::{Button, ButtonKind};
use super::dialog::DialogActions;
use crate::i18n::ui::UI;
use crate::state::preferences::use_words;

/// The form. Enter in a field of one line sends it too.
#[component]
pub fn DialogForm(
    /// What the button that sends it says.
    #[prop(into)]
    button: Signal<String>,
    /// Called when it is sent.
    #[prop(into)]
    on_send: Callback<()>,
    /// Called when it is left.
    #[prop(into)]
    on_cancel: Callback<()>,
    /// What is asked for.
    children: Children,
) -> impl IntoView {
    let w = use_words(&UI);
    view! {
        <form
            class="stack"
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                on_send.run(());
            }
        >
            {children()}
            <DialogActions>
                <Button label=move || w().cancel kind=ButtonKind::Quiet on_press=on_cancel/>
                <Button label=button kind=ButtonKind::Primary submit=true/>
            </DialogActions>
        </form>
    }
}
