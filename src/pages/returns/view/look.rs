//! How a state looks: icon and tone, the same in the table, in the list and in the legend.

use crate::analysis::completeness::ReturnState;
use crate::i18n::returns::RETURNS;
use crate::report::sentence::returns::return_state;
use crate::state::preferences::{use_lang, use_words};
use crate::ui::badge::{Badge, Tone};
use crate::ui::icon::IconName;
use leptos::prelude::*;

/// Icon and tone of a state.
pub const fn look(state: ReturnState) -> (IconName, Tone) {
    match state {
        ReturnState::NotDue => (IconName::Calendar, Tone::None),
        ReturnState::Missing => (IconName::None, Tone::None),
        ReturnState::Late => (IconName::Failed, Tone::Bad),
        ReturnState::Draft => (IconName::Edit, Tone::Warn),
        ReturnState::Submitted => (IconName::Upload, Tone::Calm),
        ReturnState::SubmittedLate => (IconName::Waiting, Tone::Calm),
        ReturnState::Accepted => (IconName::Check, Tone::Good),
        ReturnState::SentBack => (IconName::Undo, Tone::Bad),
        ReturnState::Amended => (IconName::Redo, Tone::Warn),
    }
}

/// A state as a badge.
#[component]
pub fn StateBadge(state: ReturnState) -> impl IntoView {
    let lang = use_lang();
    let (icon, tone) = look(state);
    view! { <Badge label=move || return_state(lang(), state).to_owned() icon tone/> }
}

/// The signs and what they mean, in the order of a return's life.
#[component]
pub fn Legend() -> impl IntoView {
    const ORDER: [ReturnState; 9] = [
        ReturnState::Submitted,
        ReturnState::SubmittedLate,
        ReturnState::Accepted,
        ReturnState::Amended,
        ReturnState::SentBack,
        ReturnState::Draft,
        ReturnState::Missing,
        ReturnState::Late,
        ReturnState::NotDue,
    ];
    let w = use_words(&RETURNS);
    view! {
        <ul class="returns__legend" aria-label=move || w().legend>
            {ORDER.into_iter().map(|state| view! { <li><StateBadge state/></li> }).collect_view()}
        </ul>
    }
}
