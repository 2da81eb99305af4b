//! What the marks of the cells mean, and the mark itself: each is a shape, told without its colour.

use leptos::prelude::*;

use super::kept::Kept;
use super::row::Look;
use crate::i18n::entry::ENTRY;
use crate::state::preferences::use_words;
use crate::state::sync::use_sync;
use crate::ui::disclosure::Disclosure;
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

/// The mark of a cell for which somebody has to do something.
pub fn kept_mark(kept: Kept) -> Option<AnyView> {
    match kept {
        Kept::Conflicting => mark(Look::Conflicting),
        Kept::Rejected => {
            let class = "sheet__mark sheet__mark--invalid";
            let mark = view! { <span class=class aria-hidden="true"><Icon name=IconName::Refused small=true/></span> };
            Some(mark.into_any())
        }
        _ => None,
    }
}

/// The legend, below the sheet: a line until it is asked for.
#[component]
pub fn Legend() -> impl IntoView {
    let w = use_words(&ENTRY);
    let standing = use_sync().standing;
    let is_linked = Memo::new(move |_| standing.with(|standing| standing.link.is_some()));
    let looks = [Look::Invalid, Look::Flagged, Look::Conflicting, Look::Explained].map(|look| {
        let words = move || match look {
            Look::Invalid => w().invalid,
            Look::Flagged => w().suspicious,
            // The same mark for both, and the cell's own lines say which.
            Look::Conflicting if is_linked.get() => w().conflicting_or_contested,
            Look::Conflicting => w().conflicting,
            _ => w().explained,
        };
        view! { <li>{mark(look)} <span>{words}</span></li> }
    });
    // What only a server brings is explained where there is one.
    let of_server = move || {
        let line = |kept: Kept, class: &'static str| {
            let mark =
                kept_mark(kept).unwrap_or_else(|| view! { <span class=class aria-hidden="true"></span> }.into_any());
            view! { <li>{mark} <span>{move || kept.words(w())}</span></li> }
        };
        is_linked.get().then(|| {
            view! {
                {line(Kept::Sending, "sheet-legend__sending")}
                {line(Kept::Accepted, "sheet-legend__accepted")}
                {line(Kept::Rejected, "")}
            }
        })
    };
    view! {
        <Disclosure label=move || w().legend>
        <ul class="sheet-legend" aria-label=move || w().legend>
            <li>
                <span class="sheet-legend__zero" aria-hidden="true">"0"</span>
                <span>{move || w().legend_zero}</span>
            </li>
            <li>
                <span class="sheet-legend__dot" aria-hidden="true"></span>
                <span>{move || w().on_device}</span>
            </li>
            {of_server}
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
        </Disclosure>
    }
}
