//! One unit: what it is, its figures by form and period, what stands below it, where it came from.

use leptos::prelude::*;

use super::edit::{EditDialog, Editing};
use super::figures::{FormFigures, figures_of};
use super::page::{Dialogs, step_list, unit_menu};
use super::reorganise_dialog::ReorganiseDialog;
use super::timeline::{self, Event, Step};
use crate::i18n::reorganise::REORGANISE;
use crate::i18n::units::{UNITS, kind_name, validity};
use crate::model::id::{FormId, UnitId};
use crate::model::ledger::Ledger;
use crate::model::period::Period;
use crate::model::text::Lang;
use crate::model::unit::Unit;
use crate::report::period_name::{capitalised, period_title};
use crate::state::lens::{Lens, use_lens};
use crate::state::preferences::{use_lang, use_words};
use crate::state::route::{Place, Route};
use crate::ui::badge::ReturnBadge;
use crate::ui::breadcrumb::Crumb;
use crate::ui::button::{Button, ButtonKind, LinkButton};
use crate::ui::empty::EmptyState;
use crate::ui::icon::IconName;
use crate::ui::link::A;
use crate::ui::page_head::{PageHead, Section, use_title};

/// The page.
#[component]
pub fn UnitPage(
    /// The unit's identifier, from the address.
    id: String,
) -> impl IntoView {
    let w = use_words(&UNITS);
    let lens = use_lens();
    let id = UnitId::new(id);
    let unit = Memo::new({
        let id = id.clone();
        move |_| lens.ledger(|ledger| ledger.units.get(&id).cloned())
    });
    let is_there = Memo::new(move |_| unit.with(Option::is_some));
    move || {
        if is_there.get() {
            page(lens, id.clone(), unit)
        } else {
            use_title(Signal::derive(move || w().unknown.to_owned()));
            view! {
                <EmptyState icon=IconName::Units title=move || w().unknown why=move || w().unknown_why page=true>
                    <LinkButton to=Route::Units label=move || w().all kind=ButtonKind::Primary/>
                </EmptyState>
            }
            .into_any()
        }
    }
}

fn page(lens: Lens, id: UnitId, unit: Memo<Option<Unit>>) -> AnyView {
    let w = use_words(&UNITS);
    let lang = use_lang();
    let router = lens.router();
    let dialogs = Dialogs::new();
    let name =
        Signal::derive(move || unit.with(|unit| unit.as_ref().map(|unit| unit.name.clone()).unwrap_or_default()));
    let facts = Signal::derive(move || {
        let lang = lang();
        unit.with(|unit| {
            unit.as_ref()
                .map(|unit| lens.ledger(|ledger| facts(ledger, unit, lang)))
        })
        .unwrap_or_default()
    });
    let trail = Signal::derive(move || {
        let mut trail = vec![Crumb {
            label: w().title.to_owned(),
            place: router.here(Route::Units),
        }];
        let above: Vec<(String, String)> = lens.ledger(|ledger| {
            let ancestors = unit.with(|unit| unit.as_ref().map(|unit| ledger.units.ancestors(&unit.id)));
            // The root is the whole bloc: the page of all units.
            let between = ancestors
                .unwrap_or_default()
                .into_iter()
                .filter(|above| above.parent.is_some());
            between
                .map(|above| (above.id.to_string(), above.name.clone()))
                .collect()
        });
        trail.extend(above.into_iter().rev().map(|(id, label)| Crumb {
            label,
            place: router.here(Route::Unit(id)),
        }));
        trail
    });
    let figures = {
        let id = id.clone();
        Memo::new(move |_| {
            let lang = lang();
            lens.with(|scope| figures_of(scope.ledger, scope.catalogue, &id, lang))
        })
    };
    let below = {
        let id = id.clone();
        Memo::new(move |_| {
            lens.ledger(|ledger| {
                let children = ledger.units.children(&id);
                children
                    .map(|unit| (unit.id.clone(), unit.name.clone()))
                    .collect::<Vec<_>>()
            })
        })
    };
    let steps = {
        let id = id.clone();
        Memo::new(move |_| lens.ledger(|ledger| timeline::of_unit(&timeline::steps(&ledger.units), &id)))
    };
    let itself = id.clone();
    let of = id.clone();
    view! {
        <PageHead
            title=name
            facts
            trail
            actions=move || {
                let id = id.clone();
                view! {
                    <Button
                        label=move || w().edit
                        icon=IconName::Edit
                        on_press=move || dialogs.editing.set(Some(Editing::Old(id.clone())))
                    />
                    {move || unit.get().map(|unit| unit_menu(lens, dialogs, &unit))}
                }
                    .into_any()
            }
        />
        <div class="unit">
            {move || history(lens, &itself, &steps.get())}
            <Section title=move || w().figures>
                {move || {
                    let (empty, told): (Vec<_>, Vec<_>) = figures.get().into_iter().partition(|form| form.periods.is_empty());
                    view! {
                        {told.into_iter().map(|form| form_view(lens, &of, form)).collect_view()}
                        {(!empty.is_empty()).then(|| empty_forms(lens, &of, empty))}
                    }
                }}
            </Section>
            {move || {
                let units = below.get();
                (!units.is_empty())
                    .then(|| {
                        view! {
                            <Section title=move || w().below>
                                <ul class="unit__list">{units.into_iter().map(unit_link).collect_view()}</ul>
                            </Section>
                        }
                    })
            }}
        </div>
        <EditDialog editing=dialogs.editing/>
        <ReorganiseDialog changing=dialogs.changing/>
    }
    .into_any()
}

fn unit_link((id, name): (UnitId, String)) -> AnyView {
    view! {
        <li>
            <A to=Route::Unit(id.to_string())>{name}</A>
        </li>
    }
    .into_any()
}

fn facts(ledger: &Ledger, unit: &Unit, lang: Lang) -> Vec<String> {
    let sector = unit
        .sector
        .as_ref()
        .and_then(|id| ledger.sectors.iter().find(|sector| sector.id == *id));
    let day = |date: Option<crate::model::date::Date>| date.map(|date| date.format(lang));
    vec![
        capitalised(kind_name(lang, unit.kind)),
        sector.map_or_else(String::new, |sector| sector.label.in_lang(lang).to_owned()),
        validity(lang, day(unit.valid_from).as_deref(), day(unit.valid_to).as_deref()),
    ]
}

/// What became of it over time, and the other units of it, to go to. Nothing where nothing ever happened.
fn history(lens: Lens, id: &UnitId, steps: &[Step]) -> Option<AnyView> {
    let w = use_words(&REORGANISE);
    let mut others: Vec<(UnitId, String)> = Vec::new();
    lens.ledger(|ledger| {
        let units = steps.iter().flat_map(|step| &step.events).flat_map(Event::units);
        for unit in units.filter_map(|unit| ledger.units.get(unit)) {
            if unit.id != *id && !others.iter().any(|(other, _)| *other == unit.id) {
                others.push((unit.id.clone(), unit.name.clone()));
            }
        }
    });
    let lines = step_list(lens, steps);
    (!steps.is_empty()).then(|| {
        view! {
            <Section title=move || w().history>
                {lines.run()}
                {(!others.is_empty())
                    .then(|| view! { <ul class="unit__list">{others.into_iter().map(unit_link).collect_view()}</ul> })}
            </Section>
        }
        .into_any()
    })
}

fn entry_place(lens: Lens, form: &FormId, unit: &UnitId, period: Option<&Period>) -> Place {
    let route = Route::Entry {
        form: Some(form.to_string()),
        unit: Some(unit.to_string()),
    };
    let mut place = lens.router().place_untracked().at(route);
    if let Some(period) = period {
        place.period = Some(period.to_string());
    }
    place
}

/// The forms without figures, together: each leads to where it is entered.
fn empty_forms(lens: Lens, unit: &UnitId, forms: Vec<FormFigures>) -> AnyView {
    let w = use_words(&UNITS);
    let lang = use_lang();
    let link = |form: FormFigures| {
        let (label, to) = (form.label, entry_place(lens, &form.form, unit, None));
        view! {
            <li>
                <A to>{move || label.in_lang(lang()).to_owned()}</A>
            </li>
        }
    };
    view! {
        <div class="unit__empty">
            <p class="muted">{move || w().no_figures}</p>
            <ul>{forms.into_iter().map(link).collect_view()}</ul>
        </div>
    }
    .into_any()
}

fn form_view(lens: Lens, unit: &UnitId, form: FormFigures) -> AnyView {
    let w = use_words(&UNITS);
    let lang = use_lang();
    let label = form.label.clone();
    let caption = form.label.clone();
    let enter = entry_place(lens, &form.form, unit, None);
    let body = {
        let heads: Vec<(Place, Period)> = form
            .periods
            .iter()
            .map(|period| (entry_place(lens, &form.form, unit, Some(period)), period.clone()))
            .collect();
        let states = form.states.clone();
        let rows = form.rows.clone();
        view! {
            <div class="unit__scroll" role="region" tabindex="0" aria-label=move || caption.in_lang(lang()).to_owned()>
                <table class="unit__table">
                    <thead>
                        <tr>
                            <th scope="col">{move || w().counted}</th>
                            {heads
                                .into_iter()
                                .map(|(place, period)| {
                                    let name = move || {
                                        lens.ledger(|ledger| period_title(lang(), &period, ledger))
                                    };
                                    view! {
                                        <th scope="col">
                                            <A to=place>{name}</A>
                                        </th>
                                    }
                                })
                                .collect_view()}
                        </tr>
                    </thead>
                    <tbody>
                        {rows
                            .into_iter()
                            .map(|row| {
                                let (label, of) = (row.label, row.counting_unit);
                                view! {
                                    <tr>
                                        <th scope="row">
                                            {move || label.in_lang(lang()).to_owned()}
                                            <small class="muted">{move || of.in_lang(lang()).to_owned()}</small>
                                        </th>
                                        {row
                                            .texts
                                            .into_iter()
                                            .map(|text| view! { <td>{text}</td> })
                                            .collect_view()}
                                    </tr>
                                }
                            })
                            .collect_view()}
                        <tr>
                            <th scope="row">{move || w().state}</th>
                            {states
                                .into_iter()
                                .map(|state| view! { <td><ReturnBadge status=Some(state)/></td> })
                                .collect_view()}
                        </tr>
                    </tbody>
                </table>
            </div>
        }
        .into_any()
    };
    view! {
        <div class="unit__form">
            <div class="unit__form-head">
                <h3>{move || label.in_lang(lang()).to_owned()}</h3>
                <LinkButton to=enter label=move || w().enter small=true icon=IconName::Entry/>
            </div>
            {body}
        </div>
    }
    .into_any()
}
