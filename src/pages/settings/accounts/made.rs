//! An invitation that was just made: its QR code, its link, and ways to hand it over.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::slips::Slip;
use crate::i18n::accounts::ACCOUNTS;
use crate::platform::clipboard;
use crate::platform::clock::moment;
use crate::platform::share::{can_share, share};
use crate::state::preferences::{use_lang, use_words};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::dialog::{Dialog, DialogActions, open_while};
use crate::ui::field::new_id;
use crate::ui::icon::IconName;
use crate::ui::qr::QrCode;
use crate::ui::toast::use_toasts;

/// The dialog; open while there is one to show.
#[component]
pub fn MadeDialog(
    /// The invitation.
    made: RwSignal<Option<Slip>>,
) -> impl IntoView {
    let w = use_words(&ACCOUNTS);
    let open = open_while(made);
    view! {
        <Dialog open title=move || w().made>
            {move || made.get().map(|slip| view! { <Made slip open/> })}
        </Dialog>
    }
}

#[component]
fn Made(slip: Slip, open: RwSignal<bool>) -> impl IntoView {
    let w = use_words(&ACCOUNTS);
    let lang = use_lang();
    let toasts = use_toasts();
    let Slip {
        whom, link, expires_ms, ..
    } = slip;
    let id = new_id("link");
    let copied = link.clone();
    let copy = move || {
        let (link, words) = (copied.clone(), untrack(w));
        spawn_local(async move {
            let done = clipboard::copy(&link).await;
            toasts.say(if done { words.copied } else { words.not_copied });
        });
    };
    let shared = link.clone();
    let hand_over = move || {
        let (link, title) = (shared.clone(), untrack(|| w().share_words));
        spawn_local(async move { share(title, &link).await });
    };
    let select_all = |event: web_sys::FocusEvent| event_target::<web_sys::HtmlInputElement>(&event).select();
    view! {
        <div class="invitation">
            <p>
                <strong>{whom}</strong>
            </p>
            <QrCode text=link.clone() label=move || w().qr/>
            <p class="muted small">{move || w().made_why}</p>
            <div class="field">
                <label class="field__label" for=id.clone()>
                    {move || w().link}
                </label>
                <input
                    id=id
                    class="field__input"
                    type="text"
                    readonly
                    prop:value=link
                    on:focus=select_all
                />
                <p class="field__note">
                    {move || format!("{} {}. {}", w().until, moment(lang(), expires_ms), w().once)}
                </p>
            </div>
            <DialogActions>
                {can_share()
                    .then(|| {
                        view! { <Button label=move || w().share icon=IconName::Upload on_press=hand_over/> }
                    })}
                <Button label=move || w().copy icon=IconName::Copy kind=ButtonKind::Primary on_press=copy/>
                <Button label=move || w().done kind=ButtonKind::Quiet on_press=move || open.set(false)/>
            </DialogActions>
        </div>
    }
}
