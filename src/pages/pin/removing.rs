//! Taking the PIN away: all rows are opened again.

use leptos::prelude::*;

use super::typed::{PinField, Typed};
use crate::i18n::pin::PIN;
use crate::state::preferences::use_words;
use crate::state::workspace::use_workspace;
use crate::ui::dialog::Dialog;
use crate::ui::dialog_form::DialogForm;
use crate::ui::toast::use_toasts;

/// The dialog.
#[component]
pub fn RemoveDialog(
    /// Whether it is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let w = use_words(&PIN);
    view! {
        <Dialog open title=move || w().remove>
            <Fields open/>
        </Dialog>
    }
}

#[component]
fn Fields(open: RwSignal<bool>) -> impl IntoView {
    let w = use_words(&PIN);
    let (workspace, toasts) = (use_workspace(), use_toasts());
    let typed = Typed::new();
    let send = move || {
        let said = untrack(|| w().was_removed);
        let look = move |pin: String| -> std::pin::Pin<Box<dyn Future<Output = _>>> {
            Box::pin(async move { workspace.unseal(&pin).await })
        };
        typed.send(look, move || {
            let _ = open.try_set(false);
            toasts.say(said);
        });
    };
    view! {
        <DialogForm button=move || w().remove on_send=send on_cancel=move || open.set(false)>
            <p>{move || w().remove_why}</p>
            <PinField typed label=move || w().pin/>
        </DialogForm>
    }
}
