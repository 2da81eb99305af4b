//! Badges: a state as icon, word and colour, so that none of the three is needed alone.

use leptos::prelude::*;

use super::icon::{Icon, IconName};
use crate::i18n::ui::{UI, Ui};
use crate::model::returns::ReturnStatus;
use crate::report::sentence::status::standing_word;
use crate::state::preferences::{use_lang, use_words};

pub use crate::report::sentence::status::Standing as Status;

impl Status {
    /// The class that carries the state's colour (`tone--…`); also used by cards, bars and cells.
    pub const fn tone(self) -> Tone {
        match self {
            Self::Met | Self::Exceeded => Tone::Good,
            Self::OnTrack => Tone::Calm,
            Self::Behind => Tone::Warn,
            Self::NotMet => Tone::Bad,
            Self::NoFigures | Self::Ahead => Tone::None,
        }
    }

    /// Its icon.
    pub const fn icon(self) -> IconName {
        match self {
            Self::Met => IconName::Check,
            Self::Exceeded => IconName::Exceeded,
            Self::OnTrack => IconName::OnTrack,
            Self::Behind => IconName::Warning,
            Self::NotMet => IconName::Failed,
            Self::NoFigures => IconName::None,
            Self::Ahead => IconName::Calendar,
        }
    }
}

/// The colours a state may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Tone {
    /// Green.
    Good,
    /// Blue.
    Calm,
    /// Amber.
    Warn,
    /// Vermilion.
    Bad,
    /// Grey.
    #[default]
    None,
}

impl Tone {
    /// The class that sets `--tone` (for words and lines), `--tone-wash` and `--tone-fill` for what is inside.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Good => "tone--good",
            Self::Calm => "tone--calm",
            Self::Warn => "tone--warn",
            Self::Bad => "tone--bad",
            Self::None => "tone--none",
        }
    }
}

/// A badge of any word: icon, word, colour.
#[component]
pub fn Badge(
    /// The word.
    #[prop(into)]
    label: Signal<String>,
    /// The icon.
    icon: IconName,
    /// The colour.
    #[prop(optional)]
    tone: Tone,
) -> impl IntoView {
    view! {
        <span class=format!("badge {}", tone.class())>
            <Icon name=icon small=true/>
            <span>{label}</span>
        </span>
    }
}

/// How a figure stands against its target.
#[component]
pub fn StatusBadge(
    /// The status.
    #[prop(into)]
    status: Signal<Status>,
) -> impl IntoView {
    let lang = use_lang();
    move || {
        let status = status.get();
        view! { <Badge label=move || standing_word(lang(), status) icon=status.icon() tone=status.tone()/> }
    }
}

/// How far a return has come: not begun, late, being filled in, handed in, accepted, sent back.
#[component]
pub fn ReturnBadge(
    /// The return's status; none for a return that does not exist yet.
    #[prop(into)]
    status: Signal<Option<ReturnStatus>>,
    /// It is not handed in and its deadline has passed.
    #[prop(optional, into)]
    late: Signal<bool>,
) -> impl IntoView {
    let w = use_words(&UI);
    move || {
        let (word, icon, tone): (fn(&Ui) -> &'static str, _, _) = match (status.get(), late.get()) {
            (None | Some(ReturnStatus::Draft), true) => (|w| w.late, IconName::Waiting, Tone::Bad),
            (None, false) => (|w| w.not_reported, IconName::None, Tone::None),
            (Some(ReturnStatus::Draft), false) => (|w| w.draft, IconName::Edit, Tone::Warn),
            (Some(ReturnStatus::Submitted), _) => (|w| w.submitted, IconName::Upload, Tone::Calm),
            (Some(ReturnStatus::Accepted), _) => (|w| w.accepted, IconName::Check, Tone::Good),
            (Some(ReturnStatus::SentBack(_)), _) => (|w| w.sent_back, IconName::Undo, Tone::Bad),
            (Some(ReturnStatus::Amended), _) => (|w| w.amended, IconName::Redo, Tone::Warn),
        };
        view! { <Badge label=move || word(w()) icon tone/> }
    }
}
