//! What stands where figures will stand: what, why not yet, and the next step. And the grey before they come.

use leptos::prelude::*;

use super::icon::{Icon, IconName};

/// An empty state. Its children are the next steps: one or two buttons.
#[component]
pub fn EmptyState(
    /// An icon of what will stand here.
    #[prop(default = IconName::Chart)]
    icon: IconName,
    /// What will stand here, or what is missing.
    #[prop(into)]
    title: Signal<String>,
    /// Why it is empty and what would fill it.
    #[prop(into)]
    why: Signal<String>,
    /// The whole page is empty: the title is its heading (and gets the focus on arrival).
    #[prop(optional)]
    page: bool,
    /// The next step.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty">
            <Icon name=icon/>
            {if page {
                view! {
                    <h1 class="empty__title" tabindex="-1">
                        {title}
                    </h1>
                }
                    .into_any()
            } else {
                view! { <p class="empty__title">{title}</p> }.into_any()
            }}
            <p class="empty__why">{why}</p>
            {children.map(|children| view! { <div class="row">{children()}</div> })}
        </div>
    }
}

/// Grey lines in the place of text that is on its way. `label` is read out once.
#[component]
pub fn Skeleton(
    /// What is on its way.
    #[prop(into)]
    label: Signal<String>,
    /// How many lines.
    #[prop(default = 3)]
    lines: usize,
    /// A block of a chart's height instead of lines.
    #[prop(optional)]
    block: bool,
) -> impl IntoView {
    let class = if block { "skeleton skeleton--block" } else { "skeleton" };
    view! {
        <div class=class role="status">
            <span class="sr-only">{label}</span>
            {(0..if block { 1 } else { lines }).map(|_| view! { <div aria-hidden="true"></div> }).collect_view()}
        </div>
    }
}
