//! Joining without a link that was opened: paste one, scan one, or sign in with an account that is there.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::code::{Pasted, read};
use super::scanner::Scanner;
use super::sign_in::SignInForm;
use crate::i18n::join::{JOIN, leads_to};
use crate::state::preferences::{use_lang, use_words};
use crate::state::route::Route;
use crate::state::router::use_router;
use crate::state::workspace::use_workspace;
use crate::sync::wire::Me;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::disclosure::Disclosure;
use crate::ui::field::TextField;
use crate::ui::focus::focus_wrong_soon;
use crate::ui::notice::{Notice, NoticeKind};

/// The step.
#[component]
pub fn EnterCode(
    /// Called when somebody signed in.
    #[prop(into)]
    on_signed_in: Callback<(Me,)>,
) -> impl IntoView {
    let w = use_words(&JOIN);
    let lang = use_lang();
    let router = use_router();
    let text = RwSignal::new(String::new());
    // What was wrong with it: nothing typed, or a scanned code of something else.
    let wrong = RwSignal::new(None::<bool>);
    let elsewhere = RwSignal::new(None::<(String, String)>);
    let take = move |given: &str, scanned: bool| {
        wrong.set(None);
        elsewhere.set(None);
        match read(given, &origin()) {
            Some(Pasted::Code(code)) => router.go(router.place_untracked().at(Route::Join(code))),
            Some(Pasted::Elsewhere { link, host }) => elsewhere.set(Some((link, host))),
            None => {
                wrong.set(Some(scanned));
                focus_wrong_soon();
            }
        }
    };
    let send = move |event: SubmitEvent| {
        event.prevent_default();
        take(&text.get_untracked(), false);
    };
    let error = move || {
        wrong.get().map(|scanned| {
            let word = if scanned { w().scan_other } else { w().code_wrong };
            word.to_owned()
        })
    };
    let workspace = use_workspace();
    let has_own = move || {
        workspace
            .entries
            .with(|entries| entries.iter().any(|entry| entry.account.is_none()))
    };
    view! {
        {move || has_own().then(|| view! { <p class="muted">{move || w().beside}</p> })}
        <form class="form" novalidate=true on:submit=send>
            <TextField
                label=move || w().code
                help=move || w().code_help
                value=text
                error=Signal::derive(error)
                autocomplete="one-time-code"
                on_change=move |typed| text.set(typed)
            />
            <div class="form__actions">
                <Button label=move || w().open kind=ButtonKind::Primary submit=true/>
            </div>
        </form>
        <div role="alert">
            {move || {
                elsewhere
                    .get()
                    .map(|(link, host)| {
                        view! {
                            <Notice kind=NoticeKind::Warning>
                                <span>
                                    <strong>{move || w().elsewhere}</strong>
                                    ". "
                                    {move || leads_to(lang(), &host)}
                                </span>
                                <span class="row">
                                    <a class="button button--small" href=link rel="noreferrer">
                                        {move || w().go_there}
                                    </a>
                                </span>
                            </Notice>
                        }
                    })
            }}
        </div>
        <Scanner on_read=move |read: String| {
            text.set(read.clone());
            take(&read, true);
        }/>
        <Disclosure label=move || w().to_sign_in>
            <SignInForm account=None on_done=on_signed_in/>
        </Disclosure>
    }
}

/// The address of this app.
pub fn origin() -> String {
    window().location().origin().unwrap_or_default()
}
