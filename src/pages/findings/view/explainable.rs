//! A finding with what a person may do about it: explain it, or change the explanation and take it back.

use super::explain::Explaining;
use super::line::FindingLine;
use crate::analysis::rules::Finding;
use crate::i18n::findings::{FINDINGS, explained_before};
use crate::state::lens::Lens;
use crate::state::preferences::{use_lang, use_words};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::icon::IconName;
use leptos::prelude::*;

/// The line. The panel of a cell shows it too.
#[component]
pub fn ExplainableLine(
    /// Which.
    finding: Finding,
    /// What the page looks through.
    lens: Lens,
    /// Opens the form of an explanation.
    form: Explaining,
) -> impl IntoView {
    let w = use_words(&FINDINGS);
    let lang = use_lang();
    let subject = StoredValue::new(finding.clone());
    let open = move |()| form.open(subject.get_value());
    let explanation = finding.explanation().map(|explanation| explanation.text.clone());
    let before = finding
        .earlier_explanation()
        .map(|before| (explained_before(lang(), &before.figures), before.text.clone()));
    let deeds = if explanation.is_some() {
        view! {
            <Button label=move || w().edit kind=ButtonKind::Quiet icon=IconName::Edit small=true on_press=open/>
            <Button
                label=move || w().take_back
                kind=ButtonKind::Quiet
                icon=IconName::Undo
                small=true
                on_press=move |()| subject.with_value(|gone| form.take_back(gone, w().taken_back))
            />
        }
        .into_any()
    } else {
        view! { <Button label=move || w().explain small=true on_press=open/> }.into_any()
    };
    view! {
        <FindingLine finding lens>
            {explanation.map(|text| quoted(w().explanation.to_owned(), text))}
            {before.map(|(cite, text)| quoted(cite, text))}
            <div class="row">{deeds}</div>
        </FindingLine>
    }
}

/// What a person has written, with what it was written for.
fn quoted(cite: String, text: String) -> AnyView {
    view! {
        <blockquote class="finding__explanation">
            <cite>{cite}</cite>
            {text}
        </blockquote>
    }
    .into_any()
}
