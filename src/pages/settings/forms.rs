//! Which forms the open bloc uses.

use leptos::prelude::*;

use crate::i18n::catalogue::CATALOGUE;
use crate::i18n::settings::{SETTINGS, form_state, form_switched};
use crate::model::id::FormId;
use crate::model::measure::Form;
use crate::model::profile::Profile;
use crate::model::returns::Return;
use crate::model::text::Text;
use crate::state::lens::{Lens, use_lens};
use crate::state::preferences::{use_lang, use_words};
use crate::state::route::Route;
use crate::ui::button::LinkButton;
use crate::ui::icon::IconName;
use crate::ui::page_head::Section;
use crate::ui::toast::{Toasts, use_toasts};
use crate::ui::toggle::Switch;

/// The forms by area, a switch each. Each takes effect at once and can be taken back.
#[component]
pub fn FormsSection() -> impl IntoView {
    let w = use_words(&SETTINGS);
    let own = use_words(&CATALOGUE);
    let lang = use_lang();
    let lens = use_lens();
    let areas = lens.catalogue(|catalogue| {
        let forms: Vec<&Form> = catalogue.forms().iter().collect();
        let areas = catalogue.by_area(&forms).into_iter();
        let owned = areas.map(|(area, forms)| {
            let label = area.map(|area| area.label.clone());
            (label, forms.into_iter().cloned().collect::<Vec<Form>>())
        });
        owned.collect::<Vec<_>>()
    });
    let group = move |(label, forms): (Option<Text>, Vec<Form>)| {
        let name = move || {
            let known = label.as_ref().map(|label| label.in_lang(lang()).to_owned());
            known.unwrap_or_else(|| w().other_forms.to_owned())
        };
        view! {
            <div class="used-forms__area">
                <h3>{name}</h3>
                {forms.into_iter().map(|form| view! { <FormSwitch form/> }).collect_view()}
            </div>
        }
    };
    view! {
        <Section title=move || w().forms note=move || w().forms_why>
            <div class="used-forms">{areas.into_iter().map(group).collect_view()}</div>
            <div class="row">
                <LinkButton to=Route::Catalogue label=move || own().link icon=IconName::Add/>
            </div>
        </Section>
    }
}

/// One form.
#[component]
fn FormSwitch(form: Form) -> impl IntoView {
    let w = use_words(&SETTINGS);
    let lang = use_lang();
    let lens = use_lens();
    let toasts = use_toasts();
    let Form { id, label, .. } = form;
    let (of, in_books) = (id.clone(), id.clone());
    let used = Memo::new(move |_| lens.ledger(|ledger| ledger.uses(&of)));
    let filled = Memo::new(move |_| {
        lens.ledger(|ledger| {
            let mut periods = ledger.periods_of(&in_books);
            periods.any(|(_, returns)| returns.values().any(Return::has_values))
        })
    });
    // The last one cannot be left out: then the switch goes back to what is kept.
    let refused = RwSignal::new(());
    let name = label.clone();
    let switch = move |on: bool| {
        let said = form_switched(lang(), name.in_lang(lang()), on);
        match with_form(lens, &id, on) {
            Some(profile) => store(lens, toasts, &profile, said),
            None => {
                toasts.say(w().last_form);
                refused.set(());
            }
        }
    };
    view! {
        <Switch
            label=move || label.in_lang(lang()).to_owned()
            help=Signal::derive(move || form_state(lang(), used.get(), filled.get()).to_owned())
            checked=Signal::derive(move || {
                refused.track();
                used.get()
            })
            on_change=switch
        />
    }
}

/// The profile with one form taken in or left out; `None` where no form would be left.
fn with_form(lens: Lens, form: &FormId, used: bool) -> Option<Profile> {
    let all: Vec<FormId> = lens.catalogue(|catalogue| catalogue.forms().iter().map(|form| form.id.clone()).collect());
    let profile = lens.ledger_untracked(|ledger| ledger.profile.clone())?;
    let forms = profile.forms_with(&all, form, used)?;
    Some(Profile { forms, ..profile })
}

fn store(lens: Lens, toasts: Toasts, profile: &Profile, said: String) {
    let workspace = lens.workspace();
    if let Some(done) = workspace.put([profile]) {
        toasts.offer_undo(said, move || workspace.undo_of(&done));
    }
}
