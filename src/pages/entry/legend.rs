//! What the marks of the cells mean, and the mark itself: each is a shape, told without its colour.

use leptos::prelude::*;

use super::row::Look;
use crate::i18n::entry::ENTRY;
use crate::state::preferences::use_words;
use crate::ui::icon::{Icon, IconName};

/// The mark of a cell whose look needs one.
pub fn mark(look: Look) -> Option<AnyView> {
    let (icon, class) = match look {
        Look::Invalid => (IconName::Failed, "sheet__mark sheet__mark--invalid"),
        Look::Flagged => (IconName::Warning, "sheet__mark sheet__mark--flagged"),
        Look::Conflicting => {
            return Some(
                view! { <span class="sheet__mark sheet__mark--conflicting" aria-hidden="true">"≠"</span> }.into_any(),
            );
        }
        Look::Explained => (IconName::Check, "sheet__mark sheet__mark--explained"),
        Look::Empty | Look::Value | Look::NotAsked => return None,
    };
    Some(view! { <span class=class aria-hidden="true"><Icon name=icon small=true/></span> }.into_any())
}

/// The legend, below the sheet.
#[component]
pub fn Legend() -> impl IntoView {
    let w = use_words(&ENTRY);
    let looks = [Look::Invalid, Look::Flagged, Look::Conflicting, Look::Explained].map(|look| {
        let words = move || match look {
            Look::Invalid => w().invalid,
            Look::Flagged => w().suspicious,
            Look::Conflicting => w().conflicting,
            _ => w().explained,
        };
        view! { <li>{mark(look)} <span>{words}</span></li> }
    });
    view! {
        <ul class="sheet-legend" aria-label=move || w().legend>
            <li>
                <span class="sheet-legend__zero" aria-hidden="true">"0"</span>
                <span>{move || w().legend_zero}</span>
            </li>
            <li>
                <span class="sheet-legend__dot" aria-hidden="true"></span>
                <span>{move || w().on_device}</span>
            </li>
            {looks.into_iter().collect_view()}
            <li>
                <span class="sheet-legend__note" aria-hidden="true"></span>
                <span>{move || w().legend_note}</span>
            </li>
            <li>
                <span class="sheet-legend__not-asked" aria-hidden="true"></span>
                <span>{move || w().not_asked}</span>
            </li>
        </ul>
    }
}
