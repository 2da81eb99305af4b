//! The three steps of a new bloc. What was typed stays when going back, and when a step is not right.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::draft::Draft;
use super::view::Opening;
use crate::catalogue::Catalogue;
use crate::i18n::welcome::{WELCOME, units_line};
use crate::model::profile::BlocKind;
use crate::platform::ids::new_id;
use crate::state::lens::use_lens;
use crate::state::preferences::{use_lang, use_words};
use crate::state::router::focus_heading;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::field::{NumberField, TextField};
use crate::ui::focus::focus_wrong_soon;
use crate::ui::menu::Choice;
use crate::ui::segmented::Segmented;
use crate::ui::text_area::TextArea;

const LAST: usize = 3;

/// The steps.
#[component]
pub fn NewBloc(
    /// Makes the bloc at the end.
    opening: Opening,
    /// Leaves the steps.
    #[prop(into)]
    on_cancel: Callback<()>,
) -> impl IntoView {
    let w = use_words(&WELCOME);
    let lang = use_lang();
    let lens = use_lens();
    let draft = RwSignal::new(Draft::in_year(lens.device_today().year()));
    let step = RwSignal::new(1usize);
    // What is wrong is said once someone has tried to go on, not while typing begins.
    let tried = RwSignal::new(false);
    let is_right = move || {
        draft.with(|draft| match step.get() {
            1 => !draft.name_is_missing(),
            2 => draft.term().is_some(),
            _ => true,
        })
    };
    let go_on = move |event: SubmitEvent| {
        event.prevent_default();
        if !is_right() {
            tried.set(true);
            focus_wrong_soon();
        } else if step.get_untracked() < LAST {
            tried.set(false);
            step.update(|step| *step += 1);
            focus_heading();
        } else if let Some(records) = {
            let forms = lens.catalogue(Catalogue::first_forms);
            draft.with_untracked(|draft| draft.records(forms, new_id))
        } {
            let name = draft.with_untracked(|draft| draft.name.trim().to_owned());
            opening.open(name, records, false);
        }
    };
    let back = move |()| {
        tried.set(false);
        if step.get_untracked() > 1 {
            step.update(|step| *step -= 1);
            focus_heading();
        } else {
            on_cancel.run(());
        }
    };
    let title = move || match step.get() {
        1 => w().step_name,
        2 => w().step_term,
        _ => w().step_units,
    };
    let wrong = move |missing: fn(&Draft) -> bool, word: &'static str| {
        (tried.get() && draft.with(missing)).then(|| word.to_owned())
    };
    view! {
        <form class="welcome__steps" novalidate=true on:submit=go_on>
            <p class="welcome__step" role="status">
                {move || format!("{} {}/{LAST}", w().step, step.get())}
            </p>
            <h1 tabindex="-1">{title}</h1>
            {move || match step.get() {
                1 => {
                    view! {
                        <TextField
                            label=move || w().name
                            help=move || w().name_help
                            value=Signal::derive(move || draft.with(|draft| draft.name.clone()))
                            error=Signal::derive(move || wrong(Draft::name_is_missing, w().name_missing))
                            on_change=move |text| draft.update(|draft| draft.name = text)
                        />
                        <Segmented
                            label=move || w().kind
                            choices=Signal::derive(move || kinds(w()))
                            value=Signal::derive(move || kind_value(draft.with(|draft| draft.kind)).to_owned())
                            on_change=move |value: String| {
                                draft.update(|draft| draft.kind = kind_of_value(&value));
                            }
                        />
                    }
                        .into_any()
                }
                2 => {
                    view! {
                        <div class="welcome__years">
                            <NumberField
                                label=move || w().term_from
                                value=Signal::derive(move || draft.with(|draft| draft.from.clone()))
                                error=Signal::derive(move || wrong(|draft| draft.term().is_none(), w().term_wrong))
                                help=move || w().term_help
                                on_change=move |text| draft.update(|draft| draft.from = text)
                            />
                            <NumberField
                                label=move || w().term_to
                                value=Signal::derive(move || draft.with(|draft| draft.to.clone()))
                                on_change=move |text| draft.update(|draft| draft.to = text)
                            />
                        </div>
                    }
                        .into_any()
                }
                _ => {
                    view! {
                        <TextArea
                            label=move || w().units
                            help=move || w().units_help
                            placeholder=move || w().units_example
                            rows=10
                            value=Signal::derive(move || draft.with(|draft| draft.units.clone()))
                            on_change=move |text| draft.update(|draft| draft.units = text)
                        />
                        <p class="welcome__count" role="status">
                            {move || draft.with(|draft| units_line(lang(), &draft.unit_list()))}
                        </p>
                    }
                        .into_any()
                }
            }}
            <div class="welcome__buttons">
                <Button
                    label=move || { if step.get() < LAST { w().next } else { w().finish } }
                    kind=ButtonKind::Primary
                    submit=true
                    busy=Signal::derive(move || opening.busy.get().is_some())
                />
                <Button
                    label=move || { if step.get() > 1 { w().back } else { w().cancel } }
                    kind=ButtonKind::Quiet
                    on_press=back
                />
            </div>
        </form>
    }
}

const KINDS: [(BlocKind, &str); 4] = [
    (BlocKind::Agencies, "agencies"),
    (BlocKind::AgenciesAndEnterprises, "agencies_and_enterprises"),
    (BlocKind::Enterprises, "enterprises"),
    (BlocKind::Other, "other"),
];

fn kinds(words: &crate::i18n::welcome::Welcome) -> Vec<Choice> {
    let labels = [
        words.kind_agencies,
        words.kind_agencies_enterprises,
        words.kind_enterprises,
        words.kind_other,
    ];
    KINDS
        .iter()
        .zip(labels)
        .map(|((_, value), label)| Choice::new(*value, label))
        .collect()
}

fn kind_value(kind: BlocKind) -> &'static str {
    KINDS
        .iter()
        .find(|(known, _)| *known == kind)
        .map_or("other", |(_, value)| value)
}

fn kind_of_value(value: &str) -> BlocKind {
    KINDS
        .iter()
        .find(|(_, known)| *known == value)
        .map_or(BlocKind::Other, |(kind, _)| *kind)
}
