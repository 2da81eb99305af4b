//! An invitation that was opened: whom it is for, and the form that takes it up.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::device::device_label;
use super::draft::{Draft, account_name};
use super::said::{field, is_final, said_line};
use super::sign_in::agent;
use crate::i18n::join::{JOIN, role_words, short_password, wrong_name};
use crate::platform::clock::moment;
use crate::state::preferences::{use_lang, use_words};
use crate::state::sync::endpoint::{self, Trouble};
use crate::sync::wire::{Invitation, Me};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::field::TextField;
use crate::ui::focus::focus_wrong_soon;
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::password_field::{PasswordField, PasswordKind};

/// Whom it is for.
#[component]
pub fn InvitationFacts(
    /// The invitation.
    invitation: Invitation,
) -> impl IntoView {
    let w = use_words(&JOIN);
    let lang = use_lang();
    let Invitation {
        bloc,
        unit_name,
        role,
        expires_ms,
        new_account,
        ..
    } = invitation;
    // The heading of an invitation to a bloc names it; that of a new password names the account.
    let names_bloc = !new_account;
    let bloc = move || {
        if bloc.is_empty() {
            w().bloc_unnamed.to_owned()
        } else {
            bloc.clone()
        }
    };
    view! {
        <dl class="settings settings--facts">
            {names_bloc
                .then(|| {
                    view! {
                        <dt>{move || w().bloc}</dt>
                        <dd>{bloc}</dd>
                    }
                })}
            {(!unit_name.is_empty())
                .then(|| {
                    view! {
                        <dt>{move || w().unit}</dt>
                        <dd>{unit_name}</dd>
                    }
                })}
            <dt>{move || w().role}</dt>
            <dd>{move || role_words(lang(), role)}</dd>
            <dt>{move || w().until}</dt>
            <dd>{move || moment(lang(), expires_ms)}</dd>
        </dl>
    }
}

/// The form. An invitation to a new password asks for the password alone.
#[component]
pub fn TakeUp(
    /// The invitation.
    invitation: Invitation,
    /// Its code.
    code: String,
    /// Called when the account is in.
    #[prop(into)]
    on_done: Callback<(Me,)>,
    /// Called when the invitation can be used no longer.
    #[prop(into)]
    on_refused: Callback<(Trouble,)>,
) -> impl IntoView {
    let w = use_words(&JOIN);
    let lang = use_lang();
    let draft = RwSignal::new(Draft {
        name: invitation.name.clone(),
        password: String::new(),
        device: device_label(&agent()),
    });
    let (tried, busy) = (RwSignal::new(false), RwSignal::new(false));
    let trouble = RwSignal::new(None::<Trouble>);
    let is_new = invitation.new_account;
    let send = move |event: SubmitEvent| {
        event.prevent_default();
        tried.set(true);
        let Some(join) = draft.with_untracked(Draft::to_send) else {
            return focus_wrong_soon();
        };
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        trouble.set(None);
        let code = code.clone();
        spawn_local(async move {
            let done = endpoint::take_up_invitation(&code, &join).await;
            let _ = busy.try_set(false);
            match done {
                Ok(me) => {
                    let _ = on_done.try_run((me,));
                }
                Err(found) if is_final(&found) && field(&found).is_none() && !is_about_a_field(&found) => {
                    let _ = on_refused.try_run((found,));
                }
                Err(found) => {
                    let _ = trouble.try_set(Some(found));
                    focus_wrong_soon();
                }
            }
        });
    };
    // What the server found wrong stands under its field, until that is changed.
    let of_server = move |wanted: &'static str| {
        trouble.with(|trouble| {
            let found = trouble.as_ref().filter(|trouble| field_of(trouble) == Some(wanted));
            found.map(|trouble| said_line(lang(), trouble))
        })
    };
    let name_error = move || {
        let wrong = draft.with(|draft| match (draft.name_is_missing(), draft.name_is_wrong()) {
            (true, _) => Some(w().name_missing.to_owned()),
            (false, true) => Some(wrong_name(lang(), &account_name(&draft.name))),
            (false, false) => None,
        });
        wrong.filter(|_| tried.get()).or_else(|| of_server("name"))
    };
    let password_error = move || {
        let short = tried.get() && draft.with(Draft::password_is_short);
        let short = short.then(|| short_password(lang(), draft.with(Draft::password_length)));
        short.or_else(|| of_server("password"))
    };
    let other = move || {
        trouble
            .get()
            .filter(|trouble| !matches!(field_of(trouble), Some("name" | "password")))
    };
    let name = invitation.name;
    let name_field = if is_new {
        view! {
            <TextField
                label=move || w().name
                help=move || w().name_help
                value=Signal::derive(move || draft.with(|draft| draft.name.clone()))
                error=Signal::derive(name_error)
                autocomplete="username"
                on_change=move |text| {
                    trouble.set(None);
                    draft.update(|draft| draft.name = text);
                }
            />
        }
        .into_any()
    } else {
        view! {
            <p>{move || w().name} ": " <strong>{name.clone()}</strong></p>
            <input class="sr-only" type="text" autocomplete="username" readonly tabindex="-1" aria-hidden="true" prop:value=name/>
        }
        .into_any()
    };
    view! {
        <form class="form" novalidate=true on:submit=send>
            {name_field}
            <PasswordField
                label=move || w().password
                help=move || w().password_help
                kind=PasswordKind::New
                value=Signal::derive(move || draft.with(|draft| draft.password.clone()))
                error=Signal::derive(password_error)
                on_change=move |text| {
                    trouble.set(None);
                    draft.update(|draft| draft.password = text);
                }
            />
            <TextField
                label=move || w().device
                help=move || w().device_help
                value=Signal::derive(move || draft.with(|draft| draft.device.clone()))
                on_change=move |text| draft.update(|draft| draft.device = text)
            />
            <div role="alert">
                {move || {
                    other()
                        .map(|trouble| {
                            view! { <Notice kind=NoticeKind::Failure>{move || said_line(lang(), &trouble)}</Notice> }
                        })
                }}
            </div>
            <div class="form__actions">
                <Button
                    label=move || match (busy.get(), is_new) {
                        (true, _) => w().sending,
                        (false, true) => w().join,
                        (false, false) => w().set_password,
                    }
                    kind=ButtonKind::Primary
                    submit=true
                    busy
                />
            </div>
            <p class="muted">{move || w().promise}</p>
        </form>
    }
}

/// The field that a trouble is about: as the server names it, or as its code says.
fn field_of(trouble: &Trouble) -> Option<&str> {
    field(trouble).or_else(|| match trouble.code() {
        Some(code) if code.contains("password") => Some("password"),
        Some(code) if code.contains("name") => Some("name"),
        _ => None,
    })
}

fn is_about_a_field(trouble: &Trouble) -> bool {
    field_of(trouble).is_some() || trouble.code() == Some("throttled")
}
