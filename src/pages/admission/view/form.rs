//! The year's target: the form of targets, with everything chosen but the level and its document.

use super::YearView;
use crate::exhibit::admission::figures::{admitted, target_of, term_target};
use crate::model::period::Period;
use crate::model::target::Relation;
use crate::model::text::Lang;
use crate::pages::targets::draft::TargetDraft;
use crate::pages::targets::view::deeds::remove;
use crate::pages::targets::view::form::TargetFormHandle;
use crate::ui::toast::Toasts;
use leptos::prelude::*;

/// Opens the form for the year in view: its target, or a new one that hangs on the term's where there is one.
pub fn open(form: TargetFormHandle, view: YearView) {
    let period = Period::Year(view.figures.with_untracked(|figures| figures.year));
    let draft = view.lens.with_untracked(|scope| {
        if let Some(target) = target_of(scope.ledger, &scope.root, &period) {
            return TargetDraft::of(target);
        }
        let term = period
            .year()
            .and_then(|year| term_target(scope.ledger, &scope.root, year));
        TargetDraft {
            indicator: admitted().to_string(),
            parent: term.map_or_else(String::new, |term| term.id.to_string()),
            relation: Relation::PartOf,
            ..TargetDraft::new(scope, &period)
        }
    });
    form.open_level(draft);
}

/// Takes the year's target away, with its parts, and offers to bring it back.
pub fn remove_target(view: YearView, toasts: Toasts, lang: Lang) {
    let target = view
        .figures
        .with_untracked(|figures| figures.target.as_ref().map(|target| target.id.clone()));
    if let Some(target) = target {
        remove(view.lens, toasts, lang, &target);
    }
}
