//! Changing the PIN: the old one, the new one twice. No row is written anew.

use leptos::prelude::*;

use super::typed::{NewPin, NewPinFields, PinField, Typed};
use crate::i18n::pin::PIN;
use crate::state::preferences::use_words;
use crate::state::workspace::use_workspace;
use crate::ui::dialog::Dialog;
use crate::ui::dialog_form::DialogForm;
use crate::ui::toast::use_toasts;

/// The dialog.
#[component]
pub fn ChangeDialog(
    /// Whether it is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let w = use_words(&PIN);
    view! {
        <Dialog open title=move || w().change>
            <Fields open/>
        </Dialog>
    }
}

#[component]
fn Fields(open: RwSignal<bool>) -> impl IntoView {
    let w = use_words(&PIN);
    let (workspace, toasts) = (use_workspace(), use_toasts());
    let (old, new) = (Typed::new(), NewPin::new());
    let send = move || {
        let Some(new) = new.taken() else { return };
        let said = untrack(|| w().was_changed);
        let look = move |pin: String| -> std::pin::Pin<Box<dyn Future<Output = _>>> {
            Box::pin(async move { workspace.change_pin(&pin, &new).await })
        };
        old.send(look, move || {
            let _ = open.try_set(false);
            toasts.say(said);
        });
    };
    view! {
        <DialogForm button=move || w().change on_send=send on_cancel=move || open.set(false)>
            <PinField typed=old label=move || w().pin/>
            <NewPinFields pin=new/>
        </DialogForm>
    }
}
