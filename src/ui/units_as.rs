//! Which units figures of earlier periods stand under, on every page that looks along time.

use leptos::prelude::*;

use super::field::SelectField;
use super::menu::Choice;
use crate::i18n::reorganise::{REORGANISE, undivided_line};
use crate::state::lens::{Lens, UNITS_AS, UNITS_NOW};
use crate::state::preferences::{use_lang, use_words};

/// Chooses between the units of that time and those of today, where units have become others; kept in the address.
/// Below it stands what cannot be divided.
#[component]
pub fn UnitsAsChoice(
    /// The books.
    lens: Lens,
) -> impl IntoView {
    let w = use_words(&REORGANISE);
    let lang = use_lang();
    let router = lens.router();
    let value = router.filter(UNITS_AS);
    let some = Memo::new(move |_| lens.with(|scope| scope.has_successors()));
    let choices = Signal::derive(move || vec![Choice::new("", w().as_then), Choice::new(UNITS_NOW, w().as_now)]);
    let undivided = move || {
        let is_now = value.with(|value| value == UNITS_NOW);
        let line = is_now.then(|| lens.with(|scope| undivided_line(lang(), &scope.undivided())));
        line.filter(|line| !line.is_empty())
            .map(|line| view! { <p class="muted">{line}</p> })
    };
    move || {
        some.get().then(|| {
            view! {
                <SelectField
                    label=move || w().units_as
                    choices
                    value
                    compact=true
                    on_change=move |value: String| router.set_filter(UNITS_AS, &value)
                />
                {undivided}
            }
        })
    }
}
