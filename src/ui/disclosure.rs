//! What is folded away until it is asked for.

use leptos::prelude::*;

use super::icon::{Icon, IconName};

/// A line that unfolds what belongs to it: the browser's own `<details>`, so that a search in the page finds it.
#[component]
pub fn Disclosure(
    /// What is folded away.
    #[prop(into)]
    label: Signal<String>,
    /// Unfolded from the beginning.
    #[prop(optional)]
    open: bool,
    /// What is folded away.
    children: Children,
) -> impl IntoView {
    view! {
        <details class="disclosure" open=open>
            <summary>
                <Icon name=IconName::Forward small=true/>
                <span>{label}</span>
            </summary>
            <div class="disclosure__body">{children()}</div>
        </details>
    }
}
