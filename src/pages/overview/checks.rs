//! What a person must look at: the findings of the period, which a chunk of its own looks for and draws.

use leptos::prelude::*;

use crate::analysis::rules::{self, Finding};
use crate::i18n::overview::{CHECKS, findings_more};
use crate::model::returns::Return;
use crate::model::sort::SmallSort;
use crate::pages::lazy::{DrawFindings, Later, finding_lines};
use crate::state::lens::Lens;
use crate::state::preferences::{use_lang, use_words};
use crate::ui::empty::EmptyState;
use crate::ui::icon::IconName;

/// Findings shown before the rest is only counted.
const SHOWN: usize = 6;

/// The findings that need a person. Tells `number` how many there are.
#[component]
pub fn Checks(lens: Lens, number: RwSignal<Option<usize>>) -> impl IntoView {
    let w = use_words(&CHECKS);
    let lang = use_lang();
    let found = Memo::new(move |_| {
        lens.with(|scope| {
            let mut found = rules::findings(scope, &lens.period());
            found.retain(Finding::is_open);
            found.small_sort_by_key(|one| one.severity);
            found
        })
    });
    Effect::new(move || {
        let now = Some(found.with(Vec::len));
        if number.get_untracked() != now {
            number.set(now);
        }
    });
    move || {
        let whole = found.with(Vec::len);
        if whole > 0 {
            let shown: Vec<Finding> = found.with(|found| found.iter().take(SHOWN).cloned().collect());
            return view! {
                <Later fetch=finding_lines lines=shown.len() draw=move |draw: DrawFindings| draw(shown.clone(), lens)/>
                {(whole > SHOWN).then(|| view! { <p class="overview__rest">{findings_more(lang(), whole - SHOWN)}</p> })}
            }
            .into_any();
        }
        let (icon, title, why) = if has_figures(lens) {
            (IconName::Check, w().findings_empty, w().findings_empty_why)
        } else {
            (IconName::Table, w().nothing_to_check, w().nothing_to_check_why)
        };
        view! { <EmptyState icon=icon title=move || title why=move || why/> }.into_any()
    }
}

/// Whether anything was entered: only then can it be said to hold.
fn has_figures(lens: Lens) -> bool {
    lens.with(|scope| {
        let forms = scope.catalogue.forms().iter();
        let mut returns = forms
            .flat_map(|form| scope.ledger.periods_of(&form.id))
            .flat_map(|(_, of)| of.values());
        returns.any(Return::has_values)
    })
}
