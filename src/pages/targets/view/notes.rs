//! What is to be minded about one target, said on its page for as long as it is so: that it was copied and nobody has
//! looked it through, that its parts do not add up to it.

use super::deeds::review;
use super::detail::TargetView;
use super::division::DivisionHandle;
use crate::analysis::chain::Division;
use crate::analysis::rules::{Finding, FindingKind, of_targets};
use crate::i18n::targets::{TARGETS, copied_mark, parts_differ};
use crate::model::number::Count;
use crate::model::statement::StatedValue;
use crate::model::target::Target;
use crate::report::period_name::{capitalised, period_name};
use crate::state::preferences::{use_lang, use_words};
use crate::state::route::Route;
use crate::ui::button::{Button, LinkButton};
use crate::ui::icon::IconName;
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::toast::use_toasts;
use leptos::prelude::*;

/// Whether the target is a copy that nobody has looked through.
#[component]
pub fn CopyNote(
    /// The target.
    view: TargetView,
) -> impl IntoView {
    let w = use_words(&TARGETS);
    let lang = use_lang();
    let (lens, toasts) = (view.lens, use_toasts());
    let from = Memo::new(move |_| view.read(|found| found.target.copied_from.clone()));
    move || {
        from.get().map(|from| {
            let mark = move || {
                let name = lens.ledger(|ledger| period_name(lang(), &from, ledger));
                format!("{}.", capitalised(&copied_mark(lang(), &name)))
            };
            view! {
                <div class="targets__note">
                    <Notice>
                        <p>{mark}</p>
                        <Button
                            label=move || w().review
                            icon=IconName::Check
                            small=true
                            on_press=move || review(lens, toasts, untrack(lang), &[view.id.get_value()])
                        />
                    </Notice>
                </div>
            }
        })
    }
}

/// Parts that do not add up to the target, as the findings have it, with what a person has said of it.
#[component]
pub fn PartsNotes(
    /// The target.
    view: TargetView,
    /// Opens the division among units.
    division: DivisionHandle,
) -> impl IntoView {
    let w = use_words(&TARGETS);
    let lang = use_lang();
    let lens = view.lens;
    let router = lens.router();
    let apart = Memo::new(move |_| {
        let target = view.read(|found| Some(found.target.clone()));
        target.map_or_else(Vec::new, |target| lens.with(|scope| apart(scope, &target)))
    });
    let note = move |finding: Finding| {
        let sum = finding
            .parts
            .iter()
            .fold(0, |sum: Count, part| sum.saturating_add(*part));
        let whole = match finding.left {
            Some(StatedValue::Count(whole)) => whole,
            _ => 0,
        };
        let among_units = matches!(finding.kind, FindingKind::TargetParts(_, Division::Units));
        let explained = finding.explanation().map(|explanation| explanation.text.clone());
        let divide = move || {
            if let Some(target) = view.target() {
                division.open(lens, &target);
            }
        };
        let place = finding
            .period
            .map(|period| router.here(Route::Findings).with_period(&period.to_string()));
        view! {
            <div class="targets__note">
                <Notice kind=NoticeKind::Warning>
                    <p>{move || parts_differ(lang(), sum, whole)}</p>
                    {explained.map(|text| view! { <p>{move || w().explained} ": “" {text} "”"</p> })}
                    <div class="row">
                        {among_units.then(|| view! { <Button label=move || w().divide small=true on_press=divide/> })}
                        {place.map(|to| view! { <LinkButton to label=move || w().to_findings small=true/> })}
                    </div>
                </Notice>
            </div>
        }
    };
    move || apart.get().into_iter().map(note).collect_view()
}

fn apart(scope: &crate::analysis::Scope<'_>, target: &Target) -> Vec<Finding> {
    let mut found = of_targets(&scope.at(&target.unit), &target.period);
    found.retain(|one| matches!(&one.kind, FindingKind::TargetParts(id, _) if *id == target.id));
    found
}
