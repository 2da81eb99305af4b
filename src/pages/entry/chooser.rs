//! Choosing what to enter: what is due first, then every form that the bloc uses, by area.

use leptos::prelude::*;

use super::choice::period_for;
use crate::analysis::Scope;
use crate::analysis::completeness::{DueForm, Urgency, due_forms};
use crate::catalogue::help::of_form;
use crate::i18n::catalogue::CATALOGUE;
use crate::i18n::entry::{ENTRY, due, due_finding, forms_not_used, reported};
use crate::i18n::returns::RETURNS;
use crate::model::id::FormId;
use crate::model::measure::Form;
use crate::model::period::Period;
use crate::model::text::Text;
use crate::pages::backup::reminder::BackupReminder;
use crate::report::period_name::{capitalised, period_name};
use crate::state::lens::use_lens;
use crate::state::preferences::{use_lang, use_words};
use crate::state::route::{Place, Route};
use crate::state::router::use_router;
use crate::ui::badge::{Badge, Tone};
use crate::ui::bullet::ProgressBar;
use crate::ui::button::{ButtonKind, LinkButton};
use crate::ui::icon::{Icon, IconName};
use crate::ui::link::A;
use crate::ui::page_head::{PageHead, Section};

/// The page.
#[component]
pub fn Chooser() -> impl IntoView {
    let w = use_words(&ENTRY);
    let returns = use_words(&RETURNS);
    let lang = use_lang();
    let lens = use_lens();
    // What runs for months yet is opened from the list of all forms.
    let forms = Memo::new(move |_| {
        let mut forms = lens.with(due_forms);
        forms.retain(|form| form.urgency != Urgency::Open);
        forms
    });
    let areas = Memo::new(move |_| lens.with(by_area));
    let not_used = Memo::new(move |_| {
        lens.with(|scope| {
            let forms = scope.catalogue.forms().iter();
            forms.filter(|form| !scope.ledger.uses(&form.id)).count()
        })
    });
    let area = move |(label, forms): (Option<Text>, Vec<Form>)| {
        let name = move || {
            let known = label.as_ref().map(|label| label.in_lang(lang()).to_owned());
            known.unwrap_or_else(|| w().other_forms.to_owned())
        };
        view! {
            <div class="forms__area">
                <h3>{name}</h3>
                <ul class="forms">{forms.into_iter().map(form_item).collect_view()}</ul>
            </div>
        }
        .into_any()
    };
    let own = use_words(&CATALOGUE);
    let to_catalogue = move || use_router().place().at(Route::Catalogue);
    let to_settings = move || use_router().place().at(Route::Settings);
    let to_returns =
        move || view! { <LinkButton to=Route::Returns label=move || returns().title icon=IconName::Table/> }.into_any();
    let has_units = Memo::new(move |_| lens.ledger(|ledger| ledger.units.len() > 1));
    let finding = move || {
        if !has_units.get() {
            return w().no_units_at_all.to_owned();
        }
        forms.with(|forms| {
            let missing = forms
                .iter()
                .map(|form| form.completeness.expected() - form.completeness.begun())
                .sum();
            due_finding(lang(), forms.len(), missing)
        })
    };
    let due_list = move || {
        let forms = forms.get();
        if forms.is_empty() {
            return view! { <p class="muted">{move || w().nothing_due}</p> }.into_any();
        }
        let items = forms.into_iter().map(due_item).collect_view();
        view! { <ul class="forms">{items}</ul> }.into_any()
    };
    view! {
        <PageHead title=move || w().title finding=Signal::derive(finding) actions=to_returns/>
        <BackupReminder/>
        <div class="entry__choice">
            {move || match has_units.get() {
                true => view! { <Section title=move || w().due_now>{due_list}</Section> }.into_any(),
                false => view! {
                    <div class="section">
                        <p>{move || w().no_units_at_all_why}</p>
                        <div class="row">
                            <LinkButton
                                to=Route::Units
                                label=move || w().no_units_do
                                icon=IconName::Add
                                kind=ButtonKind::Primary
                            />
                        </div>
                    </div>
                }
                .into_any(),
            }}
            <Section title=move || w().used_forms>
                {move || areas.get().into_iter().map(area).collect_view()}
                {move || {
                    let count = not_used.get();
                    (count > 0)
                        .then(|| {
                            view! {
                                <p class="muted small">
                                    {move || forms_not_used(lang(), count)} " "
                                    <A to=Signal::derive(to_settings)>{move || w().choose_forms}</A>
                                </p>
                            }
                        })
                }}
                <p class="muted small">
                    <A to=Signal::derive(to_catalogue)>{move || own().link}</A>
                </p>
            </Section>
        </div>
    }
}

/// The forms that the bloc uses, under the names of their areas.
fn by_area(scope: &Scope<'_>) -> Vec<(Option<Text>, Vec<Form>)> {
    let forms = scope.catalogue.forms().iter();
    let used: Vec<&Form> = forms.filter(|form| scope.ledger.uses(&form.id)).collect();
    let areas = scope.catalogue.by_area(&used).into_iter();
    let owned = areas.map(|(area, forms)| {
        let label = area.map(|area| area.label.clone());
        (label, forms.into_iter().cloned().collect())
    });
    owned.collect()
}

fn place_of(form: &FormId, period: Option<&Period>) -> Place {
    let route = Route::Entry {
        form: Some(form.to_string()),
        unit: None,
    };
    let mut place = use_router().place_untracked().at(route);
    place.period = period.map(Period::to_string).or(place.period);
    place
}

fn due_item(form: DueForm) -> AnyView {
    let w = use_words(&ENTRY);
    let lang = use_lang();
    let lens = use_lens();
    let DueForm {
        form,
        period,
        due: due_on,
        urgency,
        completeness,
    } = form;
    let label = lens.catalogue(|catalogue| {
        catalogue
            .form(&form)
            .map_or_else(Text::default, |form| form.label.clone())
    });
    let days = due_on.days_since(completeness.today);
    let (begun, expected) = (completeness.begun(), completeness.expected());
    let place = place_of(&form, Some(&period));
    let name = label.clone();
    let overdue = urgency == Urgency::Overdue;
    let is_full = expected > 0 && begun >= expected;
    view! {
        <li>
            <A to=place class="forms__link">
                <span class="forms__name">
                    <strong>{move || label.in_lang(lang()).to_owned()}</strong>
                    <span>
                        {move || {
                            lens.ledger(|ledger| capitalised(&period_name(lang(), &period, ledger)))
                        }}
                    </span>
                </span>
                <span class="forms__progress" class:tone--good=is_full>
                    <ProgressBar
                        label=move || name.in_lang(lang()).to_owned()
                        done=u32::try_from(begun).unwrap_or(u32::MAX)
                        whole=u32::try_from(expected).unwrap_or(u32::MAX)
                        text=move || reported(lang(), begun, expected)
                    />
                </span>
                <span class="forms__due">
                    {overdue
                        .then(|| {
                            view! { <Badge label=move || w().overdue icon=IconName::Waiting tone=Tone::Bad/> }
                        })}
                    {(is_full && !overdue)
                        .then(|| {
                            view! { <Badge label=move || w().all_in icon=IconName::Check tone=Tone::Good/> }
                        })} <span class="forms__when">{move || due(lang(), &due_on.format(lang()), days)}</span>
                </span>
                <Icon name=IconName::Forward small=true/>
            </A>
        </li>
    }
    .into_any()
}

fn form_item(form: Form) -> AnyView {
    let lang = use_lang();
    let lens = use_lens();
    let router = use_router();
    let (label, help) = (form.label.clone(), of_form(&form).cloned());
    let to = Signal::derive(move || {
        let here = router.place();
        let wanted: Option<Period> = here.period.as_ref().and_then(|period| period.parse().ok());
        let period = lens.with(|scope| period_for(&form, wanted.as_ref(), scope.ledger, scope.today));
        let mut place = here.at(Route::Entry {
            form: Some(form.id.to_string()),
            unit: None,
        });
        place.period = period.as_ref().map(Period::to_string).or(place.period);
        place
    });
    view! {
        <li>
            <A to=to class="forms__link">
                <span class="forms__name">
                    <strong>{move || label.in_lang(lang()).to_owned()}</strong>
                    <span class="muted">
                        {move || help.as_ref().map(|help| help.in_lang(lang()).to_owned())}
                    </span>
                </span>
                <Icon name=IconName::Forward small=true/>
            </A>
        </li>
    }
    .into_any()
}
