//! A finding as a line of a list: how much it weighs, what does not hold, what to do, where.

use leptos::prelude::*;

use super::badge::{Badge, Tone};
use super::icon::IconName;
use super::link::A;
use crate::i18n::ui::{UI, Ui};
use crate::model::indicator::Severity;
use crate::state::preferences::use_words;
use crate::state::route::Place;

/// The word of a severity.
pub const fn severity_word(words: &Ui, severity: Severity) -> &'static str {
    match severity {
        Severity::Error => words.error,
        Severity::Warning => words.warning,
        Severity::Notice => words.notice,
    }
}

/// What a line of the list weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Something does not hold.
    Of(Severity),
    /// A return has not come in time.
    Late,
}

/// How much a line weighs: icon, word, colour.
#[component]
fn WeightBadge(weight: Weight) -> impl IntoView {
    let w = use_words(&UI);
    let (icon, tone) = match weight {
        Weight::Of(Severity::Error) => (IconName::Failed, Tone::Bad),
        Weight::Of(Severity::Warning) => (IconName::Warning, Tone::Warn),
        Weight::Of(Severity::Notice) => (IconName::Info, Tone::Calm),
        Weight::Late => (IconName::Waiting, Tone::Bad),
    };
    let word = move || match weight {
        Weight::Of(severity) => severity_word(w(), severity),
        Weight::Late => w().late,
    };
    view! { <Badge label=word icon tone/> }
}

/// The line; it stands in a list (`<ul class="findings">`). Its children follow the words: an explanation, a button.
#[component]
pub fn FindingRow(
    /// How much it weighs.
    weight: Weight,
    /// What does not hold, with its figures.
    #[prop(into)]
    sentence: String,
    /// What to do about it.
    #[prop(into)]
    remedy: String,
    /// What stands where, and the way there.
    links: Vec<(String, Place)>,
    /// What follows.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let links: Vec<_> = links
        .into_iter()
        .map(|(label, place)| view! { <li><A to=place>{label}</A></li> })
        .collect();
    view! {
        <li class="finding">
            <WeightBadge weight/>
            <div class="finding__words">
                <p>{sentence}</p>
                <p class="finding__remedy">{remedy}</p>
                {(!links.is_empty()).then(|| view! { <ul class="finding__cells">{links}</ul> })}
                {children.map(|children| children())}
            </div>
        </li>
    }
}
