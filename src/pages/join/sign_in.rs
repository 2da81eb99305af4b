//! Signing in: on the page of invitations by name and password, elsewhere when a session is over by the password alone.
//!
//! What was typed stays when the server does not take it, and nothing else on the page is touched.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::device::device_label;
use super::said::said_line;
use crate::i18n::join::JOIN;
use crate::state::preferences::{use_lang, use_words};
use crate::state::route::Route;
use crate::state::router::use_router;
use crate::state::sync::endpoint::{self, Trouble};
use crate::state::sync::{Phase, use_sync};
use crate::sync::wire::{Me, SignIn};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::dialog::Dialog;
use crate::ui::disclosure::Disclosure;
use crate::ui::field::TextField;
use crate::ui::focus::focus_wrong_soon;
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::password_field::PasswordField;
use crate::ui::toast::use_toasts;

/// The form.
#[component]
pub fn SignInForm(
    /// The account, where it is known: then only the password is asked for.
    #[prop(into)]
    account: Signal<Option<String>>,
    /// Called when the session is there.
    #[prop(into)]
    on_done: Callback<(Me,)>,
) -> impl IntoView {
    let w = use_words(&JOIN);
    let lang = use_lang();
    let sync = use_sync();
    let toasts = use_toasts();
    let (name, password) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let (tried, busy) = (RwSignal::new(false), RwSignal::new(false));
    let trouble = RwSignal::new(None::<Trouble>);
    let is_known = Memo::new(move |_| account.with(Option::is_some));
    let the_name = move || account.get().unwrap_or_else(|| name.get().trim().to_owned());
    let send = move |event: SubmitEvent| {
        event.prevent_default();
        tried.set(true);
        let given = SignIn {
            name: untrack(the_name),
            password: password.get_untracked(),
            device_label: device_label(&agent()),
        };
        if given.name.is_empty() || given.password.is_empty() {
            return focus_wrong_soon();
        }
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        trouble.set(None);
        let (again, said_in) = (is_known.get_untracked(), untrack(lang));
        spawn_local(async move {
            // Whoever names an account brings its own bloc: whatever is open stays as it is.
            let done = match again {
                true => sync.sign_in(&given).await,
                false => endpoint::sign_in(&given).await,
            };
            let _ = busy.try_set(false);
            match done {
                Ok(me) => {
                    // The form may be gone by now: whatever asked to sign in is no more.
                    if again {
                        toasts.say(JOIN.in_lang(said_in).signed_in);
                        // How it goes is in the phase.
                        spawn_local(async move { drop(sync.sync_now().await) });
                    }
                    let _ = password.try_set(String::new());
                    let _ = on_done.try_run((me,));
                }
                Err(found) => {
                    let _ = trouble.try_set(Some(found));
                }
            }
        });
    };
    let missing = move |empty: bool, word: &'static str| (tried.get() && empty).then(|| word.to_owned());
    view! {
        <form class="form" novalidate=true on:submit=send>
            {move || {
                if is_known.get() {
                    // A keeper of passwords finds the account by this field.
                    view! {
                        <p>{move || w().name} ": " <strong>{the_name}</strong></p>
                        <input class="sr-only" type="text" autocomplete="username" readonly tabindex="-1" aria-hidden="true" prop:value=the_name/>
                    }
                        .into_any()
                } else {
                    view! {
                        <TextField
                            label=move || w().name
                            value=name
                            autocomplete="username"
                            error=Signal::derive(move || missing(name.with(|name| name.trim().is_empty()), w().name_missing))
                            on_change=move |text| name.set(text)
                        />
                    }
                        .into_any()
                }
            }}
            <PasswordField
                label=move || w().password_own
                value=password
                error=Signal::derive(move || missing(password.with(String::is_empty), w().password_missing))
                on_change=move |text| password.set(text)
            />
            <div role="alert">
                {move || {
                    trouble
                        .get()
                        .map(|trouble| {
                            view! { <Notice kind=NoticeKind::Failure>{move || said_line(lang(), &trouble)}</Notice> }
                        })
                }}
            </div>
            <div class="form__actions">
                <Button label=move || w().sign_in kind=ButtonKind::Primary submit=true busy/>
            </div>
            <Disclosure label=move || w().forgotten>
                <p class="muted">{move || w().forgotten_why}</p>
            </Disclosure>
        </form>
    }
}

/// What stands above every page while the session of the open bloc is over: a line, and a dialog that asks for the password.
#[component]
pub fn SignInNotice() -> impl IntoView {
    let w = use_words(&JOIN);
    let sync = use_sync();
    let router = use_router();
    let open = RwSignal::new(false);
    // On the page of invitations the form stands in the page; Đồng bộ has the button at its head.
    let is_over = Memo::new(move |_| {
        let over = sync.standing.with(|standing| standing.phase == Phase::SignedOut);
        over && !matches!(router.route().get(), Route::Join(_) | Route::Sync)
    });
    view! {
        {move || {
            is_over
                .get()
                .then(|| {
                    view! {
                        <div class="signed-out">
                            <Notice kind=NoticeKind::Warning>
                                <span>{move || w().sign_in_why}</span>
                                <span class="row">
                                    <Button label=move || w().sign_in small=true on_press=move || open.set(true)/>
                                </span>
                            </Notice>
                        </div>
                    }
                })
        }}
        <SignInDialog open/>
    }
}

/// The form as a dialog.
#[component]
pub fn SignInDialog(
    /// Whether it is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let w = use_words(&JOIN);
    view! {
        <Dialog open title=move || w().sign_in_title>
            <SignInAgain on_done=move || open.set(false)/>
        </Dialog>
    }
}

/// The form for the account of the open bloc; what waits is sent afterwards.
#[component]
pub fn SignInAgain(
    /// Called when the session is there again.
    #[prop(optional, into)]
    on_done: Option<Callback<()>>,
) -> impl IntoView {
    let w = use_words(&JOIN);
    let sync = use_sync();
    let account = Signal::derive(move || {
        sync.standing
            .with(|standing| standing.link.as_ref().map(|link| link.name.clone()))
    });
    let done = move |_: Me| {
        if let Some(on_done) = on_done {
            on_done.run(());
        }
    };
    view! {
        <p class="muted">{move || w().sign_in_why}</p>
        <SignInForm account on_done=done/>
    }
}

/// What the browser says of itself.
pub(super) fn agent() -> String {
    window().navigator().user_agent().unwrap_or_default()
}
