//! The head of a page: its name, the finding as a sentence, the facts it rests on, and what can be done.
//! And the sections below it.

use leptos::prelude::*;

use super::breadcrumb::{Breadcrumb, Crumb};
use crate::i18n::frame::FRAME;
use crate::state::preferences::use_words;

/// The head of a page. The finding is the page's `h1`: whoever reads only this line knows what matters.
#[component]
pub fn PageHead(
    /// The page's name: above the finding, and in the window's title.
    #[prop(into)]
    title: Signal<String>,
    /// The finding, a sentence with its figures. A page without figures (settings) leaves it out: then its name is
    /// the heading.
    #[prop(optional, into)]
    finding: Signal<String>,
    /// What the finding rests on: "4.201/4.201 · 73/73 đơn vị đã báo cáo · đến 31/7/2021".
    #[prop(optional, into)]
    facts: Signal<Vec<String>>,
    /// The pages above this one.
    #[prop(optional, into)]
    trail: Signal<Vec<Crumb>>,
    /// A badge beside the page's name.
    #[prop(optional, into)]
    badge: Option<ViewFn>,
    /// Buttons; two at most, the rest in a menu.
    #[prop(optional, into)]
    actions: Option<ViewFn>,
) -> impl IntoView {
    use_title(title);
    let named_by_finding = Memo::new(move |_| finding.with(|finding| !finding.is_empty()));
    let heading = move || {
        if named_by_finding.get() {
            finding.get()
        } else {
            title.get()
        }
    };
    view! {
        <header class="page-head">
            <div class="page-head__words">
                {move || (!trail.with(Vec::is_empty)).then(|| view! { <Breadcrumb trail=trail/> })}
                <div class="page-head__name">
                    {move || named_by_finding.get().then(|| view! { <p>{title}</p> })}
                    {badge.map(|badge| badge.run())}
                </div>
                <h1 tabindex="-1">{heading}</h1>
                <FactList facts/>
            </div>
            {actions.map(|actions| view! { <div class="page-head__actions">{actions.run()}</div> })}
        </header>
    }
}

/// Facts on one line, parted by dots; on a phone they wrap between facts, never within one.
#[component]
pub fn FactList(
    /// The facts; empty ones are left out.
    #[prop(into)]
    facts: Signal<Vec<String>>,
) -> impl IntoView {
    move || {
        let facts: Vec<String> = facts.get().into_iter().filter(|fact| !fact.is_empty()).collect();
        (!facts.is_empty()).then(|| {
            view! {
                <ul class="facts">
                    {facts.into_iter().map(|fact| view! { <li>{fact}</li> }).collect_view()}
                </ul>
            }
        })
    }
}

/// A part of a page with a heading.
#[component]
pub fn Section(
    /// The heading (`h2`).
    #[prop(into)]
    title: Signal<String>,
    /// A muted remark under the heading.
    #[prop(optional, into)]
    note: Signal<String>,
    /// Controls of this part, at the heading's end.
    #[prop(optional, into)]
    actions: Option<ViewFn>,
    /// The part.
    children: Children,
) -> impl IntoView {
    view! {
        <section class="section">
            <div class="section__head">
                <h2>{title}</h2>
                {actions.map(|actions| view! { <div class="row">{actions.run()}</div> })}
                {move || (!note.with(String::is_empty)).then(|| view! { <p class="section__note">{note}</p> })}
            </div>
            {children()}
        </section>
    }
}

/// Keeps the window's title in step with the page. `PageHead` does it; a page without one calls it.
pub fn use_title(title: Signal<String>) {
    let w = use_words(&FRAME);
    Effect::new(move || {
        document().set_title(&format!("{} · {}", title.get(), w().app));
    });
}
