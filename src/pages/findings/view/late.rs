//! Who is late with a form, by name, each with the way to its return.

use crate::analysis::review::Late;
use crate::i18n::findings::{FINDINGS, other_units};
use crate::pages::findings::said::LateSaid;
use crate::state::lens::Lens;
use crate::state::preferences::{use_lang, use_words};
use crate::ui::disclosure::Disclosure;
use crate::ui::finding::{FindingRow, Weight};
use crate::ui::link::A;
use leptos::prelude::*;

/// Units named before the rest is folded away.
const NAMED: usize = 8;

/// Late returns of one form, of several units or of one.
#[component]
pub fn LateLine(
    /// Which.
    late: Late,
    /// What the page looks through.
    lens: Lens,
    /// Whether the list says already whose they are.
    of_unit: bool,
) -> impl IntoView {
    let w = use_words(&FINDINGS);
    let lang = use_lang();
    let here = lens.router().place_untracked();
    let said = {
        let lang = lang();
        lens.with_untracked(|scope| LateSaid::of(lang, scope, &late, of_unit, &here))
    };
    let LateSaid {
        sentence,
        remedy,
        mut units,
        form,
    } = said;
    if of_unit {
        let enter = units.into_iter().map(|(_, place)| (w().enter.to_owned(), place));
        return view! { <FindingRow weight=Weight::Late sentence remedy links=enter.collect()/> }.into_any();
    }
    let rest = units.split_off(units.len().min(NAMED));
    let folded = rest.len();
    let rest = rest.into_iter().map(|(name, to)| view! { <li><A to>{name}</A></li> });
    let rest = (folded > 0).then(|| {
        view! {
            <Disclosure label=move || other_units(lang(), folded)>
                <ul class="finding__cells">{rest.collect_view()}</ul>
            </Disclosure>
        }
    });
    view! {
        <FindingRow weight=Weight::Late sentence remedy links=units>
            {rest}
            {(late.expected > 1)
                .then(|| {
                    view! {
                        <p>
                            <A to=form>{move || w().open_form}</A>
                        </p>
                    }
                })}
        </FindingRow>
    }
    .into_any()
}
