//! Rates and counts of a section of a form: a card each, then one of them along time and over units.

use super::PartView;
use super::along::Along;
use super::by_unit::ByUnit;
use super::compared::Compared;
use super::tables::Cards;
use crate::exhibit::topics::compared::{Moment, by_unit, grain_of, moments};
use crate::exhibit::topics::figures::Figure;
use crate::i18n::topics::TOPICS;
use crate::state::preferences::{use_lang, use_words};
use crate::ui::field::SelectField;
use crate::ui::menu::Choice;
use crate::ui::page_head::Section;
use leptos::prelude::*;

/// A section of indicators.
#[component]
pub fn IndicatorsSection(
    /// The part.
    part: PartView,
) -> impl IntoView {
    let w = use_words(&TOPICS);
    let lang = use_lang();
    let compared = Compared::of(part);
    let choices = Memo::new(move |_| {
        let lang = lang();
        part.read(|part| {
            let reported = part.shown.figures.iter().filter(|figure| figure.is_reported());
            let choice =
                |figure: &Figure| Choice::new(figure.indicator.id.as_str(), figure.indicator.label.in_lang(lang));
            reported.map(choice).collect::<Vec<_>>()
        })
    });
    let value = Memo::new(move |_| compared.figure(|_, figure| figure.indicator.id.to_string()));
    let many = Memo::new(move |_| choices.with(Vec::len) > 1);
    let grain = part.topic.lens.router().filter("along");
    let moments = Memo::new(move |_| {
        let indicator = compared.indicator();
        part.ask(|scope, shown| {
            let grain = grain.with(|text| grain_of(&shown.form, text));
            let found = indicator.map(|indicator| moments(scope, &shown.form, &indicator, &shown.period, grain));
            found.unwrap_or_default()
        })
    });
    let units = Memo::new(move |_| {
        let indicator = compared.indicator();
        part.ask(|scope, shown| {
            let found = indicator.map(|indicator| by_unit(scope, &shown.form, &indicator, &shown.period));
            found.unwrap_or_default()
        })
    });
    // A year of which only one side is known stands on a board too.
    let some_moments = Memo::new(move |_| {
        let told = |moment: &&Moment| moment.now.is_reported() || moment.sides.is_known();
        moments.with(|moments| moments.iter().filter(told).count()) > 1
    });
    let some_units = Memo::new(move |_| {
        let ratio = compared.figure(|_, figure| figure.indicator.ratio);
        !ratio && units.with(|units| units.iter().any(|(_, one)| one.is_reported()))
    });
    // There is something to choose for where units or periods stand beside each other.
    let drawable = Memo::new(move |_| {
        part.read(|part| !part.shown.is_of_bloc() || part.ledger.periods_of(&part.shown.form.id).nth(1).is_some())
    });
    let controls = move || {
        (many.get() && drawable.get()).then(|| {
            view! {
                <SelectField
                    label=move || w().shown
                    choices
                    value
                    compact=true
                    on_change=move |id: String| compared.choose(&id)
                />
            }
        })
    };
    view! {
        <Section title=part.title() note=part.note() actions=move || view! { {controls} }>
            <Cards part/>
            {move || some_units.get().then(|| view! { <ByUnit compared units/> })}
            {move || some_moments.get().then(|| view! { <Along compared moments/> })}
        </Section>
    }
}
