//! The explorer's page: the choices, the sentence, and the part that a topic would draw.

use super::choices::{Choices, use_choice};
use super::views::SavedViews;
use crate::exhibit::topics::figures::TopicFigures;
use crate::exhibit::topics::of_form::read;
use crate::exhibit::topics::worded::{part_sentence, rests_on};
use crate::i18n::explore::EXPLORE;
use crate::i18n::topics::TOPICS;
use crate::pages::topics::{Parts, TopicView, entry_place};
use crate::report::period_name::period_title;
use crate::state::lens::use_lens;
use crate::state::preferences::{use_lang, use_words};
use crate::ui::button::LinkButton;
use crate::ui::empty::EmptyState;
use crate::ui::icon::IconName;
use crate::ui::page_head::PageHead;
use crate::ui::units_as::UnitsAsChoice;
use leptos::prelude::*;

/// Khám phá số liệu.
#[component]
pub fn ExplorePage() -> impl IntoView {
    let w = use_words(&EXPLORE);
    let lang = use_lang();
    let lens = use_lens();
    let choice = use_choice(lens);
    let figures = Memo::new(move |_| {
        let (form, subject) = (choice.form.get(), choice.subject.get());
        let (whose, period) = (choice.whose.get(), lens.period());
        lens.with(|scope| {
            let form = scope.catalogue.form(&form.as_str().into())?;
            read(&whose.scope(scope), form, &subject, &period)
        })
    });
    let view = TopicView {
        lens,
        whose: choice.whose,
        figures,
        chosen: Some(choice.subject),
    };
    let finding = Signal::derive(move || {
        let lang = lang();
        view.read(|topic, ledger, catalogue| {
            let part = topic.parts.first();
            part.map_or_else(String::new, |part| part_sentence(lang, part, ledger, catalogue))
        })
    });
    let facts = Signal::derive(move || {
        let lang = lang();
        view.read(|topic, ledger, _| {
            let Some(part) = topic.parts.first() else {
                return Vec::new();
            };
            let mut all = vec![
                part.form.label.in_lang(lang).to_owned(),
                period_title(lang, &part.period, ledger),
            ];
            if let Some((shown, figure)) = topic.headline() {
                all.extend(rests_on(lang, shown, figure, ledger));
            }
            all
        })
    });
    let some = Memo::new(move |_| view.read(|topic, _, _| topic.has_figures()));
    let entry = Signal::derive(move || {
        let here = lens.router().place();
        let to = view.read(|topic: &TopicFigures, _, _| {
            let part = topic.parts.first();
            part.map(|part| entry_place(&here, part.form.id.as_str(), &part.period.to_string()))
        });
        to.unwrap_or(here)
    });
    view! {
        <PageHead title=move || w().title finding facts/>
        <Choices lens choice/>
        <UnitsAsChoice lens/>
        {move || match some.get() {
            true => view! { <Parts view/> }.into_any(),
            false => {
                view! {
                    <EmptyState
                        icon=IconName::Chart
                        title=move || TOPICS.in_lang(lang()).empty
                        why=move || TOPICS.in_lang(lang()).empty_why
                    >
                        <LinkButton to=entry label=move || TOPICS.in_lang(lang()).enter icon=IconName::Entry/>
                    </EmptyState>
                }
                    .into_any()
            }
        }}
        <SavedViews lens/>
    }
}
