//! Invitations that were not taken up yet.

use leptos::prelude::*;

use super::asked::{Asked, TroubleNote};
use super::list::Desk;
use crate::i18n::accounts::ACCOUNTS;
use crate::i18n::join::role_name;
use crate::platform::clock::{moment, now_ms};
use crate::state::preferences::{use_lang, use_words};
use crate::state::sync::endpoint;
use crate::sync::wire::Invitation;
use crate::ui::badge::{Badge, Tone};
use crate::ui::button::ButtonKind;
use crate::ui::disclosure::Disclosure;
use crate::ui::icon::IconName;
use crate::ui::named_button::NamedButton;
use crate::ui::toast::use_toasts;

/// The list.
#[component]
pub fn Waiting(desk: Desk) -> impl IntoView {
    let w = use_words(&ACCOUNTS);
    let toasts = use_toasts();
    let asked = Asked::new();
    let withdraw = move |id: String| {
        let said = untrack(|| w().withdrawn);
        asked.run(async move { endpoint::withdraw_invitation(&id).await }, move |()| {
            toasts.say(said);
            desk.load();
        });
    };
    let label = move || match desk.invitations.with(Vec::len) {
        0 => w().invitations.to_owned(),
        number => format!("{} ({number})", w().invitations),
    };
    view! {
        <Disclosure label=Signal::derive(label)>
            <p class="muted small">
                {move || {
                    if desk.invitations.with(Vec::is_empty) { w().no_invitations } else { w().invitations_note }
                }}
            </p>
            <ul class="blocs">
                <For each=move || desk.invitations.get() key=|one| one.id.clone() let:one>
                    {row(desk, one, Callback::new(move |(id,)| withdraw(id)))}
                </For>
            </ul>
            <TroubleNote asked/>
        </Disclosure>
    }
}

fn row(desk: Desk, one: Invitation, withdraw: Callback<(String,)>) -> AnyView {
    let w = use_words(&ACCOUNTS);
    let lang = use_lang();
    let Invitation {
        id,
        name,
        role,
        unit,
        expires_ms,
        new_account,
        ..
    } = one;
    let whom = Signal::derive(move || match (&unit, name.is_empty()) {
        (Some(unit), _) => desk.unit_name(unit),
        (None, false) => name.clone(),
        (None, true) => role_name(lang(), role).to_owned(),
    });
    let is_over = expires_ms <= now_ms();
    view! {
        <li class="blocs__row">
            <span class="blocs__name trial__words">
                <span>
                    {whom} " "
                    {is_over
                        .then(|| view! { <Badge label=move || w().expired icon=IconName::Waiting tone=Tone::Warn/> })}
                </span>
                <small class="muted">
                    {move || {
                        let kind = if new_account { w().for_account } else { w().for_password };
                        format!("{kind} · {} · {} {}", role_name(lang(), role), w().until, moment(lang(), expires_ms))
                    }}
                </small>
            </span>
            <NamedButton
                label=move || w().withdraw
                of=whom
                icon=IconName::Delete
                kind=ButtonKind::Quiet
                on_press=move || withdraw.run((id.clone(),))
            />
        </li>
    }
    .into_any()
}
