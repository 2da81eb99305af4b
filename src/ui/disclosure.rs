//! What is folded away until it is asked for.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

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
    /// Follows whether it is unfolded, for what is only worked out when it is looked at.
    #[prop(optional)]
    opened: Option<RwSignal<bool>>,
    /// What is folded away.
    children: Children,
) -> impl IntoView {
    view! {
        <details
            class="disclosure"
            open=open
            on:toggle=move |event| {
                let details = event.target().and_then(|target| target.dyn_into::<Element>().ok());
                if let (Some(opened), Some(details)) = (opened, details) {
                    opened.set(details.has_attribute("open"));
                }
            }
        >
            <summary>
                <Icon name=IconName::Forward small=true/>
                <span>{label}</span>
            </summary>
            <div class="disclosure__body">{children()}</div>
        </details>
    }
}
