//! A part of the page in which nothing waits: one line, so that what needs a person is not pushed down.

use leptos::prelude::*;

use crate::ui::icon::{Icon, IconName};

/// The line.
#[component]
pub fn Nothing(
    /// What there is none of.
    #[prop(into)]
    title: Signal<String>,
    /// What would stand here.
    #[prop(into)]
    why: Signal<String>,
) -> impl IntoView {
    view! {
        <div class="sync__nothing">
            <Icon name=IconName::Check/>
            <p class="sync__nothing-title">{title}</p>
            <p class="muted">{why}</p>
        </div>
    }
}
