//! Setting a PIN: what it is and is not, what forgetting it would lose, the PIN twice.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::typed::{FailureNote, NewPin, NewPinFields};
use crate::i18n::pin::{PIN, would_be_lost};
use crate::pages::backup::Before;
use crate::pages::lazy::{self, DrawBackupButton, Later};
use crate::state::preferences::{use_lang, use_words};
use crate::state::workspace::use_workspace;
use crate::store::error::StoreError;
use crate::ui::dialog::Dialog;
use crate::ui::dialog_form::DialogForm;
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::toast::use_toasts;

/// The dialog.
#[component]
pub fn SetDialog(
    /// Whether it is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let w = use_words(&PIN);
    view! {
        <Dialog open title=move || w().set>
            <Fields open/>
        </Dialog>
    }
}

#[component]
fn Fields(open: RwSignal<bool>) -> impl IntoView {
    let w = use_words(&PIN);
    let lang = use_lang();
    let (workspace, toasts) = (use_workspace(), use_toasts());
    let pin = NewPin::new();
    let busy = RwSignal::new(false);
    let failure = RwSignal::new(None::<StoreError>);
    let entry = workspace.current.get_untracked();
    let lost = move || {
        workspace.follow_writes();
        match workspace.linked.get() {
            true => {
                let unsent = usize::try_from(workspace.unsent().0).unwrap_or(usize::MAX);
                would_be_lost(lang(), unsent)
            }
            false => w().no_server.to_owned(),
        }
    };
    let send = move || {
        if busy.get_untracked() {
            return;
        }
        let Some(pin) = pin.taken() else { return };
        busy.set(true);
        failure.set(None);
        let said = untrack(|| w().was_set);
        spawn_local(async move {
            match workspace.seal(&pin).await {
                Ok(()) => {
                    let _ = open.try_set(false);
                    toasts.say(said);
                }
                Err(error) => drop(failure.try_set(Some(error))),
            }
            let _ = busy.try_set(false);
        });
    };
    view! {
        <DialogForm button=move || w().set on_send=send on_cancel=move || open.set(false)>
            <p>{move || w().protects}</p>
            <div>
                <h3>{move || w().not_title}</h3>
                <ul class="pin__points">
                    {move || w().not.iter().map(|point| view! { <li>{*point}</li> }).collect_view()}
                </ul>
            </div>
            <Notice kind=NoticeKind::Warning>{move || w().no_second_way} " " {lost}</Notice>
            {entry
                .map(|entry| {
                    view! {
                        <Later
                            fetch=lazy::backup_button
                            draw=move |draw: DrawBackupButton| draw(entry.clone(), Before::Pin)
                            lines=1
                        />
                    }
                })}
            <NewPinFields pin/>
            <div role="status">
                {move || busy.get().then(|| view! { <Notice>{move || w().working}</Notice> })}
            </div>
            <FailureNote failure/>
        </DialogForm>
    }
}
