//! The forms by area: what they count, and for the bloc's own what may be done with them.

use super::Dialogs;
use super::keeping::{keep, offer_undo};
use crate::analysis::Scope;
use crate::catalogue::Catalogue;
use crate::catalogue::help::of_form;
use crate::i18n::catalogue::{CATALOGUE, moved_up, removed, reported, switched, until};
use crate::i18n::settings::SETTINGS;
use crate::model::id::FormId;
use crate::model::measure::{Form, Measure, OverTime, ValueType};
use crate::model::own::{OwnSection, OwnThing, is_own};
use crate::model::profile::Profile;
use crate::model::text::{Lang, Text};
use crate::pages::catalogue::form_draft::FormDraft;
use crate::pages::catalogue::usage::{self, exchanged};
use crate::report::sentence::finding::kinds_name;
use crate::state::lens::{Lens, use_lens};
use crate::state::preferences::{use_lang, use_words};
use crate::ui::badge::{Badge, Tone};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::disclosure::Disclosure;
use crate::ui::focus::FocusMark;
use crate::ui::icon::IconName;
use crate::ui::page_head::Section;
use crate::ui::table::{Cell, Column, Row, RowKind, Table};
use crate::ui::toast::use_toasts;
use leptos::prelude::*;

/// A form as it is listed.
#[derive(Clone, PartialEq)]
struct Listed {
    form: Form,
    used: bool,
    filled: bool,
}

fn by_area(scope: &Scope<'_>) -> Vec<(Option<Text>, Vec<Listed>)> {
    let forms: Vec<&Form> = scope.catalogue.forms().iter().collect();
    let listed = |form: &Form| Listed {
        form: form.clone(),
        used: scope.ledger.uses(&form.id),
        filled: usage::of_form(scope.ledger, &form.id).is_some(),
    };
    let areas = scope.catalogue.by_area(&forms).into_iter();
    let areas = areas.map(|(area, forms)| {
        let forms = forms.into_iter().map(listed).collect();
        (area.map(|area| area.label.clone()), forms)
    });
    areas.collect()
}

/// The list. Forms of the bloc's own stand in their area like the others.
#[component]
pub fn FormsList(dialogs: Dialogs) -> impl IntoView {
    let w = use_words(&SETTINGS);
    let lang = use_lang();
    let lens = use_lens();
    let areas = Memo::new(move |_| lens.with(by_area));
    move || {
        let area = |(label, forms): (Option<Text>, Vec<Listed>)| {
            let title = move || match &label {
                Some(label) => label.in_lang(lang()).to_owned(),
                None => w().other_forms.to_owned(),
            };
            view! {
                <Section title=Signal::derive(title)>
                    <ul class="catalogue__list">
                        {forms.into_iter().map(|listed| view! { <FormItem dialogs listed/> }).collect_view()}
                    </ul>
                </Section>
            }
        };
        areas.get().into_iter().map(area).collect_view()
    }
}

#[component]
fn FormItem(dialogs: Dialogs, listed: Listed) -> impl IntoView {
    let w = use_words(&CATALOGUE);
    let lang = use_lang();
    let lens = use_lens();
    let Listed { form, used, filled } = listed;
    let own = is_own(form.id.as_str());
    let label = form.label.clone();
    let (period, kinds, days) = (form.period, form.unit_kinds.clone(), form.due_days);
    let help = of_form(&form).cloned();
    let of = form.clone();
    let rows = Signal::derive(move || lens.with(|scope| rows(lang(), scope.catalogue, &of)));
    let columns = Signal::derive(move || {
        let w = w();
        [w.measure, w.unit, w.split, w.over_time].map(Column::words).to_vec()
    });
    let caption = label.clone();
    let sections = StoredValue::new(own_sections(lens, &form.id));
    let name = label.clone();
    view! {
        <li class="catalogue__item catalogue__item--form">
            <Disclosure label=Signal::derive(move || label.in_lang(lang()).to_owned())>
                <p class="muted">
                    {move || reported(lang(), period, &kinds_name(lang(), &kinds), days)}
                    {help.map(|help| view! { <br/> {move || help.in_lang(lang()).to_owned()} })}
                </p>
                <Table
                    caption=Signal::derive(move || caption.in_lang(lang()).to_owned())
                    columns
                    rows
                    quiet=true
                    cards=true
                />
                <div class="row catalogue__deeds">
                    {match own {
                        true => view! { <OwnDeeds dialogs form=form.clone() filled used/> }.into_any(),
                        false => {
                            let id = form.id.clone();
                            view! {
                                {sections
                                    .get_value()
                                    .into_iter()
                                    .enumerate()
                                    .map(|(at, section)| view! { <SectionDeed dialogs section above=above(sections, at)/> })
                                    .collect_view()}
                                <Button
                                    label=move || w().add_section
                                    small=true
                                    icon=IconName::Add
                                    on_press=move || dialogs.form.set(Some(FormDraft::new_section(&id)))
                                />
                            }
                                .into_any()
                        }
                    }}
                </div>
            </Disclosure>
            <span class="catalogue__marks" title=move || name.in_lang(lang()).to_owned()>
                {own.then(|| view! { <Badge label=move || w().own icon=IconName::Edit tone=Tone::Calm/> })}
                {(!used).then(|| view! { <Badge label=move || w().not_used icon=IconName::None/> })}
            </span>
        </li>
    }
}

/// The bloc's own sections on a built-in form.
fn own_sections(lens: Lens, form: &FormId) -> Vec<OwnSection> {
    lens.ledger_untracked(|ledger| {
        let sections = ledger.own.iter().filter_map(|thing| match thing {
            OwnThing::Section(section) if section.form == *form => Some(section.clone()),
            _ => None,
        });
        sections.collect()
    })
}

/// The section that stands above another, if it is the bloc's own.
fn above(sections: StoredValue<Vec<OwnSection>>, at: usize) -> Option<OwnSection> {
    sections.with_value(|sections| at.checked_sub(1).and_then(|above| sections.get(above).cloned()))
}

/// What a form counts, section by section.
fn rows(lang: Lang, catalogue: &Catalogue, form: &Form) -> Vec<Row> {
    let mut rows = Vec::new();
    for section in &form.sections {
        if form.sections.len() > 1 {
            let heading = Cell::text(section.label.in_lang(lang));
            rows.push(Row::new(vec![heading, Cell::text(""), Cell::text(""), Cell::text("")]).kind(RowKind::Group));
        }
        let measures = section.measures.iter().filter_map(|id| catalogue.measure(id.as_str()));
        rows.extend(measures.map(|measure| row(lang, catalogue, measure)));
    }
    rows
}

fn row(lang: Lang, catalogue: &Catalogue, measure: &Measure) -> Row {
    let w = CATALOGUE.in_lang(lang);
    let sets = measure.by.iter().chain(&measure.levels);
    let sets: Vec<&str> = sets
        .filter_map(|set| catalogue.option_set(set, None))
        .map(|set| set.label.in_lang(lang))
        .collect();
    let unit = match measure.value {
        ValueType::Done => w.done,
        ValueType::Level => w.level,
        _ => catalogue
            .counting_unit(&measure.counting_unit)
            .map_or("", |unit| unit.label.in_lang(lang)),
    };
    let mut name = Cell::text(measure.label.in_lang(lang));
    if let Some(year) = measure.valid_to {
        name = name.note(format!("{} · {}", w.retired, until(lang, year)));
    }
    let time = match measure.over_time {
        OverTime::Sum => w.summed,
        OverTime::Last => w.last,
    };
    let split = if sets.is_empty() {
        w.no_split.to_owned()
    } else {
        sets.join(" × ")
    };
    Row::new(vec![name, Cell::text(unit), Cell::text(split), Cell::text(time)])
}

#[component]
fn SectionDeed(dialogs: Dialogs, section: OwnSection, above: Option<OwnSection>) -> impl IntoView {
    let w = use_words(&CATALOGUE);
    let lang = use_lang();
    let label = section.label.clone();
    let lens = dialogs.lens;
    let toasts = use_toasts();
    let has_above = above.is_some();
    let above_held = StoredValue::new(above);
    let filled = lens.ledger_untracked(|ledger| {
        let mut measures = section.measures.iter();
        measures.any(|id| usage::of_measure(ledger, &section.form, id.as_str()).is_some())
    });
    let gone = section.clone();
    let remove = move || {
        let pressed = FocusMark::here();
        let records = lens.ledger_untracked(|ledger| usage::with_section(&ledger.own, &gone));
        let done = keep(lens, &[], &records);
        if let Some(pressed) = pressed {
            pressed.restore();
        }
        let lang = untrack(lang);
        let said = removed(lang, gone.label.in_lang(lang), usage::derived_among(&records));
        offer_undo(lens, toasts, said, done);
    };
    let risen = section.clone();
    let rising = label.clone();
    let rise = move || {
        let Some(above) = &above_held.get_value() else {
            return;
        };
        let pressed = FocusMark::here();
        let done = keep(lens, &exchanged(above, &risen), &[]);
        if let Some(pressed) = pressed {
            pressed.restore();
        }
        let lang = untrack(lang);
        offer_undo(lens, toasts, moved_up(lang, risen.label.in_lang(lang)), done);
    };
    let name = label.clone();
    let open = move || {
        let draft = dialogs
            .lens
            .with_untracked(|scope| FormDraft::of_section(scope.ledger, scope.catalogue, &section));
        dialogs.form.set(Some(draft));
    };
    view! {
        <Button
            label=Signal::derive(move || format!("{}: {}", w().edit, label.in_lang(lang())))
            small=true
            icon=IconName::Edit
            on_press=open
        />
        {has_above
            .then(|| {
                view! {
                    <Button
                        label=Signal::derive(move || format!("{}: {}", w().up, rising.in_lang(lang())))
                        small=true
                        kind=ButtonKind::Quiet
                        icon=IconName::Up
                        on_press=rise
                    />
                }
            })}
        {(!filled)
            .then(|| {
                view! {
                    <Button
                        label=Signal::derive(move || format!("{}: {}", w().remove, name.in_lang(lang())))
                        small=true
                        kind=ButtonKind::Quiet
                        icon=IconName::Delete
                        on_press=remove
                    />
                }
            })}
    }
}

#[component]
fn OwnDeeds(dialogs: Dialogs, form: Form, filled: bool, used: bool) -> impl IntoView {
    let w = use_words(&CATALOGUE);
    let lang = use_lang();
    let lens = dialogs.lens;
    let toasts = use_toasts();
    let (edited, switched_form, gone) = (form.clone(), form.clone(), form);
    let edit = move || {
        let draft = lens.with_untracked(|scope| FormDraft::of_form(scope.ledger, scope.catalogue, &edited));
        dialogs.form.set(Some(draft));
    };
    let switch = move || {
        let said = switched(untrack(lang), switched_form.label.in_lang(untrack(lang)), !used);
        let profile = with_form(lens, &switched_form.id, !used);
        let done = profile.and_then(|profile| lens.workspace().put([&profile]));
        offer_undo(lens, toasts, said, done);
    };
    let remove = move || {
        let pressed = FocusMark::here();
        let records = lens.ledger_untracked(|ledger| usage::with_form(&ledger.own, &gone.id));
        let others = usage::derived_among(&records);
        let done = keep(lens, &[], &records);
        if let Some(pressed) = pressed {
            pressed.restore();
        }
        let lang = untrack(lang);
        offer_undo(lens, toasts, removed(lang, gone.label.in_lang(lang), others), done);
    };
    view! {
        <Button label=move || w().edit small=true icon=IconName::Edit on_press=edit/>
        <Button
            label=move || if used { w().stop } else { w().again }
            small=true
            kind=ButtonKind::Quiet
            on_press=switch
        />
        {(!filled)
            .then(|| {
                view! {
                    <Button
                        label=move || w().remove
                        small=true
                        kind=ButtonKind::Quiet
                        icon=IconName::Delete
                        on_press=remove
                    />
                }
            })}
    }
}

/// The profile with one form taken in or left out; `None` where no form would be left.
fn with_form(lens: Lens, form: &FormId, used: bool) -> Option<Profile> {
    let all: Vec<FormId> = lens.catalogue(|catalogue| catalogue.forms().iter().map(|form| form.id.clone()).collect());
    let profile = lens.ledger_untracked(|ledger| ledger.profile.clone())?;
    let forms = profile.forms_with(&all, form, used)?;
    Some(Profile { forms, ..profile })
}
