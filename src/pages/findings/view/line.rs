//! One finding, as its line in a list.

use crate::analysis::rules::Finding;
use crate::pages::findings::said::Said;
use crate::state::lens::Lens;
use crate::state::preferences::use_lang;
use crate::ui::finding::{FindingRow, Weight};
use leptos::prelude::*;

/// A finding. The overview shows it too.
#[component]
pub fn FindingLine(
    /// Which.
    finding: Finding,
    /// What the page looks through.
    lens: Lens,
    /// What follows its words.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let lang = use_lang();
    let weight = Weight::Of(finding.severity);
    // Lines are made anew when the findings change: the books are not followed line by line.
    let here = lens.router().place_untracked();
    let Said {
        sentence,
        remedy,
        links,
    } = {
        let lang = lang();
        lens.with_untracked(|scope| Said::of(lang, scope, &finding, &here))
    };
    match children {
        Some(children) => view! {
            <FindingRow weight sentence remedy links>
                {children()}
            </FindingRow>
        }
        .into_any(),
        None => view! { <FindingRow weight sentence remedy links/> }.into_any(),
    }
}
