//! Which form and period a table is for: two lists and a button.

use leptos::prelude::*;

use crate::i18n::import::IMPORT;
use crate::model::id::FormId;
use crate::model::measure::Form;
use crate::model::period::Period;
use crate::pages::entry::choice::{period_for, periods};
use crate::report::period_name::{capitalised, period_name};
use crate::state::lens::use_lens;
use crate::state::preferences::{use_lang, use_words};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::field::SelectField;
use crate::ui::menu::Choice;

/// Asks for a form that the bloc uses, and one of its periods.
#[component]
pub fn ForForm(
    /// What the button does.
    #[prop(into)]
    deed: Signal<String>,
    /// How much the button asks for attention.
    #[prop(optional)]
    kind: ButtonKind,
    /// What was chosen.
    #[prop(into)]
    on_choose: Callback<(Form, Period)>,
) -> impl IntoView {
    let w = use_words(&IMPORT);
    let lang = use_lang();
    let lens = use_lens();
    let router = lens.router();
    let form = RwSignal::new(String::new());
    let wanted = RwSignal::new(String::new());
    let chosen = move || lens.catalogue(|catalogue| catalogue.form(&FormId::new(form.get())).cloned());
    let forms = Signal::derive(move || {
        let lang = lang();
        let first = [Choice::new("", w().choose_form)];
        let used = lens.with(|scope| {
            let used = scope
                .catalogue
                .forms()
                .iter()
                .filter(|form| scope.ledger.uses(&form.id));
            used.map(|form| Choice::new(form.id.to_string(), form.label.in_lang(lang)))
                .collect::<Vec<_>>()
        });
        first.into_iter().chain(used).collect::<Vec<_>>()
    });
    let offered = Signal::derive(move || {
        let lang = lang();
        chosen().map_or_else(Vec::new, |form| {
            lens.with(|scope| {
                let offered = periods(&form, scope.ledger, scope.today).into_iter();
                offered
                    .map(|period| {
                        Choice::new(
                            period.to_string(),
                            capitalised(&period_name(lang, &period, scope.ledger)),
                        )
                    })
                    .collect()
            })
        })
    });
    // Until a person says otherwise, the period that the app is at.
    let period = Signal::derive(move || {
        let wanted = wanted.get();
        let is_offered = offered.with(|offered| offered.iter().any(|choice| choice.value == wanted));
        if is_offered {
            return wanted;
        }
        let here: Option<Period> = router.place().period.and_then(|period| period.parse().ok());
        let fitting =
            chosen().and_then(|form| lens.with(|scope| period_for(&form, here.as_ref(), scope.ledger, scope.today)));
        fitting.map_or_else(String::new, |period| period.to_string())
    });
    let done = move || {
        if let (Some(form), Ok(period)) = (untrack(chosen), period.get_untracked().parse::<Period>()) {
            on_choose.run((form, period));
        }
    };
    view! {
        <div class="import__for">
            <SelectField label=move || w().form choices=forms value=form on_change=move |chosen: String| form.set(chosen)/>
            <SelectField
                label=move || w().period
                choices=offered
                value=period
                on_change=move |chosen: String| wanted.set(chosen)
            />
            <Button label=deed kind=kind disabled=Signal::derive(move || period.with(String::is_empty)) on_press=done/>
        </div>
    }
}
