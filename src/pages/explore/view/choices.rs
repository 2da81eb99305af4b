//! What is looked at: the form, the measure or indicator, whose, and by which kind of period. All of it stands in
//! the address, so that a view can be sent to somebody.

use super::filter::{self, SECTOR, UNIT};
use super::unit_choice::UnitChoice;
use crate::exhibit::topics::compared::{grain_name, grains};
use crate::exhibit::topics::figures::{Whose, of_bloc};
use crate::exhibit::topics::of_form::{Choice as Shown, subjects};
use crate::i18n::explore::{EXPLORE, Explore};
use crate::model::id::{SectorId, UnitId};
use crate::model::period::PeriodKind;
use crate::report::sentence::from_analysis::unit_name;
use crate::state::lens::Lens;
use crate::state::preferences::{use_lang, use_words};
use crate::ui::field::SelectField;
use crate::ui::menu::Choice;
use leptos::prelude::*;

/// What is chosen: what the address names, or the first there is.
#[derive(Clone, Copy)]
pub struct Chosen {
    /// The form.
    pub form: Memo<String>,
    /// The measure or indicator.
    pub subject: Memo<String>,
    /// Whose.
    pub whose: Signal<Whose>,
}

/// Follows the address.
pub fn use_choice(lens: Lens) -> Chosen {
    let router = lens.router();
    let (form, subject) = (router.filter(filter::FORM), router.filter(filter::SUBJECT));
    let form = Memo::new(move |_| {
        let named = form.get();
        lens.catalogue(|catalogue| {
            let forms = catalogue.forms();
            let found = forms.iter().find(|form| form.id.as_str() == named).or(forms.first());
            found.map_or_else(String::new, |form| form.id.to_string())
        })
    });
    let subject = Memo::new(move |_| {
        let (form, named) = (form.get(), subject.get());
        lens.catalogue(|catalogue| {
            let all = catalogue
                .form(&form.as_str().into())
                .map(|form| subjects(catalogue, form));
            let all = all.unwrap_or_default();
            let found = all.iter().find(|subject| subject.key == named).or(all.first());
            found.map_or_else(String::new, |subject| subject.key.clone())
        })
    });
    let whose = router.filter(filter::WHOSE);
    let whose = Signal::derive(move || {
        whose.with(|text| match (text.strip_prefix(SECTOR), text.strip_prefix(UNIT)) {
            (Some(sector), _) => Whose::Sector(SectorId::new(sector)),
            (None, Some(unit)) => Whose::Unit(UnitId::new(unit)),
            (None, None) => Whose::All,
        })
    });
    Chosen { form, subject, whose }
}

/// The choices as a row of fields.
#[component]
pub fn Choices(
    /// The books.
    lens: Lens,
    /// What is chosen.
    choice: Chosen,
) -> impl IntoView {
    let w = use_words(&EXPLORE);
    let lang = use_lang();
    let router = lens.router();
    let forms = Signal::derive(move || {
        let lang = lang();
        lens.catalogue(|catalogue| {
            let forms = catalogue.forms().iter();
            forms
                .map(|form| Choice::new(form.id.as_str(), form.label.in_lang(lang)))
                .collect::<Vec<_>>()
        })
    });
    let all_subjects = Signal::derive(move || {
        let (lang, form) = (lang(), choice.form.get());
        lens.catalogue(|catalogue| {
            let all = catalogue
                .form(&form.as_str().into())
                .map(|form| subjects(catalogue, form));
            let one = |subject: Shown| Choice::new(subject.key, subject.label.in_lang(lang));
            all.unwrap_or_default().into_iter().map(one).collect::<Vec<_>>()
        })
    });
    let by_unit = Memo::new(move |_| {
        let form = choice.form.get();
        lens.catalogue(|catalogue| catalogue.form(&form.as_str().into()).is_some_and(|form| !of_bloc(form)))
    });
    let units = Memo::new(move |_| {
        let lang = lang();
        let mut all = vec![Choice::new("", w().all)];
        lens.with(|scope| {
            let sectors = scope.ledger.sectors.iter();
            all.extend(sectors.map(|it| Choice::new(format!("{SECTOR}{}", it.id), it.label.in_lang(lang))));
            // Units are found by a search; the one that was chosen stands here.
            if let Whose::Unit(unit) = choice.whose.get() {
                all.push(Choice::new(format!("{UNIT}{unit}"), unit_name(scope.ledger, &unit)));
            }
        });
        all
    });
    let along = Signal::derive(move || {
        let form = choice.form.get();
        let possible = lens.catalogue(|catalogue| catalogue.form(&form.as_str().into()).map(grains));
        let one = |grain: PeriodKind| Choice::new(grain_name(grain), grain_label(w(), grain));
        possible.unwrap_or_default().into_iter().map(one).collect::<Vec<_>>()
    });
    let many_grains = Memo::new(move |_| along.with(Vec::len) > 1);
    let whose = router.filter(filter::WHOSE);
    let grain = router.filter(filter::ALONG);
    let set = move |key: &'static str| move |value: String| router.set_filter(key, &value);
    view! {
        <div class="explore__choices">
            <SelectField
                label=move || w().form
                choices=forms
                value=choice.form
                on_change=move |form: String| {
                    let here = router.place_untracked();
                    let here = here.with_filter(filter::FORM, &form).with_filter(filter::SUBJECT, "");
                    router.replace(here.with_filter(filter::ALONG, ""));
                }
            />
            <SelectField
                label=move || w().subject
                choices=all_subjects
                value=choice.subject
                on_change=set(filter::SUBJECT)
            />
            {move || {
                by_unit
                    .get()
                    .then(|| {
                        view! {
                            <div class="explore__whose">
                                <SelectField
                                    label=move || w().whose
                                    choices=units
                                    value=whose
                                    on_change=set(filter::WHOSE)
                                />
                                <UnitChoice lens/>
                            </div>
                        }
                    })
            }}
            {move || {
                many_grains
                    .get()
                    .then(|| {
                        view! {
                            <SelectField
                                label=move || w().along
                                choices=along
                                value=Signal::derive(move || {
                                    let named = grain.get();
                                    let first = || along.with(|all| all.first().map(|one| one.value.clone()));
                                    if named.is_empty() { first().unwrap_or_default() } else { named }
                                })
                                on_change=set(filter::ALONG)
                            />
                        }
                    })
            }}
        </div>
    }
}

const fn grain_label(words: &'static Explore, grain: PeriodKind) -> &'static str {
    match grain {
        PeriodKind::Month => words.by_month,
        PeriodKind::Quarter => words.by_quarter,
        PeriodKind::HalfYear => words.by_half_year,
        _ => words.by_year,
    }
}
