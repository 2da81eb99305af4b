//! A button in a list of things, where every line has the same ones: what it does is shown, and of what is read out.

use leptos::prelude::*;

use super::button::ButtonKind;
use super::icon::{Icon, IconName};

/// A small button of one line.
#[component]
pub fn NamedButton(
    /// What it does: "Sửa".
    #[prop(into)]
    label: Signal<String>,
    /// Of what: the name that the line shows beside it.
    #[prop(into)]
    of: Signal<String>,
    /// An icon before the label.
    icon: IconName,
    /// How much it asks for attention.
    #[prop(optional)]
    kind: ButtonKind,
    /// Runs when pressed.
    #[prop(into)]
    on_press: Callback<()>,
) -> impl IntoView {
    let name = Signal::derive(move || format!("{}: {}", label.get(), of.get()));
    view! {
        <button
            type="button"
            class=kind.class()
            class:button--small=true
            aria-label=name
            on:click=move |_| on_press.run(())
        >
            <Icon name=icon small=true/>
            <span class="button__label">{label}</span>
        </button>
    }
}
