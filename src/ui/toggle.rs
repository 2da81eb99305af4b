//! Yes or no: a checkbox in a form, a switch where it takes effect at once.

use leptos::prelude::*;

/// A checkbox: part of a form that is sent later, or one of several.
#[component]
pub fn Checkbox(
    /// What is true when it is checked.
    #[prop(into)]
    label: Signal<String>,
    /// Whether it is checked.
    #[prop(into)]
    checked: Signal<bool>,
    /// Called with the new answer.
    #[prop(into)]
    on_change: Callback<(bool,)>,
    /// A muted remark below the label.
    #[prop(optional, into)]
    help: Signal<String>,
) -> impl IntoView {
    toggle("checkbox", None, label, help, checked, on_change)
}

/// A switch: a setting that takes effect at once.
#[component]
pub fn Switch(
    /// What is on when it is on.
    #[prop(into)]
    label: Signal<String>,
    /// Whether it is on.
    #[prop(into)]
    checked: Signal<bool>,
    /// Called with the new answer.
    #[prop(into)]
    on_change: Callback<(bool,)>,
    /// A muted remark below the label.
    #[prop(optional, into)]
    help: Signal<String>,
) -> impl IntoView {
    toggle("switch", Some("switch"), label, help, checked, on_change)
}

fn toggle(
    look: &'static str,
    role: Option<&'static str>,
    label: Signal<String>,
    help: Signal<String>,
    checked: Signal<bool>,
    on_change: Callback<(bool,)>,
) -> AnyView {
    view! {
        <label class="toggle">
            <input
                type="checkbox"
                role=role
                class=look
                prop:checked=checked
                on:change=move |event| on_change.run((event_target_checked(&event),))
            />
            <span class="toggle__words">
                <span>{label}</span>
                {move || (!help.with(String::is_empty)).then(|| view! { <small class="muted">{help}</small> })}
            </span>
        </label>
    }
    .into_any()
}
