//! Changing the password of this account.

use leptos::prelude::*;

use super::asked::{Asked, TroubleNote};
use crate::i18n::accounts::ACCOUNTS;
use crate::i18n::join::{JOIN, short_password};
use crate::state::preferences::{use_lang, use_words};
use crate::state::sync::endpoint;
use crate::sync::wire::{LEAST_PASSWORD, NewPassword};
use crate::ui::dialog::Dialog;
use crate::ui::dialog_form::DialogForm;
use crate::ui::focus::focus_wrong_soon;
use crate::ui::password_field::{PasswordField, PasswordKind};
use crate::ui::toast::use_toasts;

/// The dialog.
#[component]
pub fn PasswordDialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// Whose password, for the browser's keeper of passwords.
    account: String,
) -> impl IntoView {
    let w = use_words(&ACCOUNTS);
    let account = StoredValue::new(account);
    view! {
        <Dialog open title=move || w().change_password>
            <Fields open account=account.get_value()/>
        </Dialog>
    }
}

#[component]
fn Fields(open: RwSignal<bool>, account: String) -> impl IntoView {
    let w = use_words(&ACCOUNTS);
    let join = use_words(&JOIN);
    let lang = use_lang();
    let toasts = use_toasts();
    let (old, new) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let tried = RwSignal::new(false);
    let asked = Asked::new();
    let length = move || new.with(|new| new.chars().count());
    let old_error = move || {
        let missing = tried.get() && old.with(String::is_empty);
        missing.then(|| join().password_missing.to_owned())
    };
    let new_error = move || (tried.get() && length() < LEAST_PASSWORD).then(|| short_password(lang(), length()));
    let send = move || {
        tried.set(true);
        if untrack(old_error).is_some() || untrack(new_error).is_some() {
            return focus_wrong_soon();
        }
        let given = NewPassword {
            old: old.get_untracked(),
            new: new.get_untracked(),
        };
        let said = untrack(|| w().password_changed);
        asked.run(async move { endpoint::change_password(&given).await }, move |()| {
            toasts.say(said);
            open.set(false);
        });
    };
    view! {
        <DialogForm button=move || w().change_password on_send=send on_cancel=move || open.set(false)>
            <input class="sr-only" type="text" autocomplete="username" readonly tabindex="-1" aria-hidden="true" prop:value=account/>
            <PasswordField
                label=move || w().old_password
                value=old
                error=Signal::derive(old_error)
                on_change=move |text| old.set(text)
            />
            <PasswordField
                label=move || w().new_password
                help=move || join().password_help
                kind=PasswordKind::New
                value=new
                error=Signal::derive(new_error)
                on_change=move |text| new.set(text)
            />
            <TroubleNote asked/>
        </DialogForm>
    }
}
