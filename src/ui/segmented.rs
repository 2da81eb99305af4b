//! One of two to five, all of them visible: a row of radio buttons that looks like one control.

use leptos::prelude::*;

use super::field::new_id;
use super::menu::Choice;

/// A segmented control. Arrow keys move and choose, as in any group of radio buttons.
#[component]
pub fn Segmented(
    /// What is chosen; read out.
    #[prop(into)]
    label: Signal<String>,
    /// What there is to choose.
    #[prop(into)]
    choices: Signal<Vec<Choice>>,
    /// The value chosen.
    #[prop(into)]
    value: Signal<String>,
    /// Called with the new value.
    #[prop(into)]
    on_change: Callback<(String,)>,
) -> impl IntoView {
    let name = new_id("choice");
    // Drawn anew only when a choice is another one: the focus is on one of them.
    let choices = Memo::new(move |_| choices.get());
    let parts = move || {
        let name = name.clone();
        choices
            .get()
            .into_iter()
            .map(move |choice| {
                let id = choice.value.clone();
                let chosen = choice.value.clone();
                view! {
                    <label class="segmented__part">
                        <input
                            type="radio"
                            class="sr-only"
                            name=name.clone()
                            value=choice.value
                            prop:checked=move || value.get() == id
                            on:change=move |_| on_change.run((chosen.clone(),))
                        />
                        <span>{choice.label}</span>
                    </label>
                }
            })
            .collect_view()
    };
    view! {
        <fieldset class="segmented">
            <legend class="sr-only">{label}</legend>
            {parts}
        </fieldset>
    }
}
