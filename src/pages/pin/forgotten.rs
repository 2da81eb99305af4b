//! The PIN was forgotten: the bloc goes from this device, and is fetched anew, or had from a backup.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::typed::FailureNote;
use crate::i18n::pin::{PIN, is_lost};
use crate::state::preferences::{use_lang, use_words};
use crate::state::route::Route;
use crate::state::router::use_router;
use crate::state::sync::use_sync;
use crate::state::workspace::use_workspace;
use crate::store::error::StoreError;
use crate::store::registry::Entry;
use crate::ui::dialog::Dialog;
use crate::ui::dialog_form::DialogForm;
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::toast::use_toasts;
use crate::ui::toggle::Checkbox;

/// The dialog.
#[component]
pub fn ForgottenDialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// The bloc.
    entry: Memo<Option<Entry>>,
) -> impl IntoView {
    let w = use_words(&PIN);
    view! {
        <Dialog open title=move || w().forgot>
            {move || entry.get().map(|entry| view! { <Fields open entry/> })}
        </Dialog>
    }
}

#[component]
fn Fields(open: RwSignal<bool>, entry: Entry) -> impl IntoView {
    let w = use_words(&PIN);
    let lang = use_lang();
    let (workspace, sync, router, toasts) = (use_workspace(), use_sync(), use_router(), use_toasts());
    let has_server = entry.account.is_some();
    let (agreed, undecided) = (RwSignal::new(false), RwSignal::new(false));
    let failure = RwSignal::new(None::<StoreError>);
    let unsent = RwSignal::new(None::<usize>);
    let id = entry.id.clone();
    spawn_local(async move {
        if let Ok(outside) = workspace.outside(&id).await {
            let _ = unsent.try_set(Some(outside.unsent));
        }
    });
    let remove = move || {
        if !agreed.get_untracked() {
            return undecided.set(true);
        }
        let (entry, said) = (entry.clone(), untrack(|| w().forgotten));
        spawn_local(async move {
            if let Err(error) = sync.forget(&entry).await {
                let _ = failure.try_set(Some(error));
                return;
            }
            let _ = open.try_set(false);
            toasts.say(said);
            let mut place = router.place_untracked().at(match has_server {
                true => Route::Join(String::new()),
                false => Route::Backup,
            });
            (place.bloc, place.period) = (None, None);
            router.go(place);
        });
    };
    let lost = move || match has_server {
        true => unsent.get().map(|unsent| is_lost(lang(), unsent)),
        false => None,
    };
    view! {
        <DialogForm button=move || w().forgot_do on_send=remove on_cancel=move || open.set(false)>
            <p>{move || w().forgot_why}</p>
            <Notice kind=NoticeKind::Warning>
                {move || if has_server { w().forgot_server } else { w().forgot_alone }} " " {lost}
            </Notice>
            <Checkbox
                label=move || w().forgot_agree
                checked=agreed
                on_change=move |checked| {
                    agreed.set(checked);
                    undecided.set(false);
                }
            />
            <div role="alert">
                {move || {
                    undecided
                        .get()
                        .then(|| view! { <Notice kind=NoticeKind::Failure>{move || w().forgot_not_agreed}</Notice> })
                }}
            </div>
            <FailureNote failure/>
        </DialogForm>
    }
}
