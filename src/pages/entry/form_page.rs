//! One form for one period: its head, its tools, and the sheet, the list of units or the form of one unit.

use leptos::prelude::*;

use super::choice::{period_for, periods};
use super::desk::Desk;
use super::grid::Grid;
use super::legend::Legend;
use super::line::SheetLine;
use super::lock::StrangeNote;
use super::one_unit::{OneUnit, place_of};
use super::panel::CellPanel;
use super::plan::{KeptPlan, Plan};
use super::tally::Tally;
use super::tools::{Tools, use_narrow};
use super::unit_list::UnitList;
use crate::i18n::entry::{ENTRY, due, due_on, form_finding, handed_in};
use crate::model::id::{FormId, UnitId};
use crate::model::ledger::Ledger;
use crate::model::measure::Form;
use crate::model::period::Period;
use crate::model::text::Lang;
use crate::pages::findings::{ExplainDialog, use_explaining};
use crate::pages::returns::{ClosedNote, SendBackDialog};
use crate::report::period_name::{period_name, period_title};
use crate::state::lens::{Lens, use_lens};
use crate::state::preferences::{use_lang, use_words};
use crate::state::route::Route;
use crate::state::router::use_router;
use crate::ui::breadcrumb::Crumb;
use crate::ui::button::{ButtonKind, IconButton, LinkButton};
use crate::ui::empty::EmptyState;
use crate::ui::icon::IconName;
use crate::ui::menu::{Choice, Switcher};
use crate::ui::page_head::{PageHead, use_title};
use std::sync::Arc;

/// What stands on the page: made anew when the form, the period or the units change, not when a figure does.
#[derive(Clone, PartialEq)]
enum Shown {
    Unknown,
    NoDrives,
    NoUnits(Form, Period),
    Plan(Arc<Plan>),
}

impl Shown {
    /// The period of the page, as an address has it.
    fn period(&self) -> Option<String> {
        let period = match self {
            Shown::Unknown | Shown::NoDrives => return None,
            Shown::NoUnits(_, period) => period,
            Shown::Plan(plan) => &plan.period,
        };
        Some(period.to_string())
    }
}

/// The page of a form.
#[component]
pub fn FormPage(
    /// The form's identifier, from the address.
    form: String,
    /// The one unit to be entered, from the address.
    unit: Option<String>,
) -> impl IntoView {
    let lens = use_lens();
    let router = use_router();
    let found = lens.catalogue(|catalogue| catalogue.form(&FormId::new(&form)).cloned());
    let unit = unit.map(UnitId::new);
    let kept = StoredValue::new(None::<KeptPlan>);
    let shown = Memo::new(move |_| {
        let Some(form) = &found else { return Shown::Unknown };
        let wanted: Option<Period> = router.place().period.and_then(|period| period.parse().ok());
        lens.with(|scope| {
            let Some(period) = period_for(form, wanted.as_ref(), scope.ledger, scope.today) else {
                return Shown::NoDrives;
            };
            let before = kept.try_update_value(Option::take).flatten();
            let now = match before.filter(|kept| kept.plan.period == period) {
                Some(kept) => kept.update(scope),
                None => KeptPlan::new(scope, form, &period),
            };
            let plan = Arc::clone(&now.plan);
            kept.set_value(Some(now));
            if plan.units.is_empty() {
                Shown::NoUnits(form.clone(), period)
            } else {
                Shown::Plan(plan)
            }
        })
    });
    // The address, and so the top bar, says the period that the page is about.
    Effect::new(move || {
        let place = router.place();
        let period = shown.with(Shown::period);
        if let Some(period) = period.filter(|period| place.period.as_ref() != Some(period))
            && matches!(place.route, Route::Entry { form: Some(_), .. })
        {
            router.replace(place.with_period(&period));
        }
    });
    move || match shown.get() {
        Shown::Unknown => view! { <NothingHere/> }.into_any(),
        Shown::NoDrives => view! { <NoDrives/> }.into_any(),
        Shown::NoUnits(form, period) => no_units(lens, &form, &period),
        Shown::Plan(plan) => {
            let place = unit
                .as_ref()
                .map(|unit| plan.units.iter().position(|row| row.id == *unit));
            match place {
                Some(None) => view! { <NothingHere/> }.into_any(),
                place => planned(Desk::new(lens, plan), place.flatten()),
            }
        }
    }
}

fn planned(desk: Desk, chosen: Option<usize>) -> AnyView {
    // A form that only one unit reports needs no sheet of units.
    let units = desk.plan.with_value(|plan| plan.units.len());
    let place = chosen.or_else(|| (units == 1).then_some(0));
    let w = use_words(&ENTRY);
    let lang = use_lang();
    let router = use_router();
    let narrow = use_narrow();
    let title = Signal::derive(move || desk.plan.with_value(|plan| plan.form.label.in_lang(lang()).to_owned()));
    let standing = Memo::new(move |_| desk.tally(Tally::standing));
    let finding = Signal::derive(move || {
        let lang = lang();
        desk.plan.with_value(|plan| {
            // The unit stands above its questions, and stays there: here stands what is entered.
            if place.is_some() {
                return String::new();
            }
            let period = desk.lens.ledger(|ledger| period_title(lang, &plan.period, ledger));
            let standing = standing.get();
            form_finding(lang, &period, standing.begun, standing.expected)
        })
    });
    let facts = Signal::derive(move || {
        let lang = lang();
        let standing = standing.get();
        let mut facts: Vec<String> = Vec::new();
        if place.is_none() {
            facts.push(handed_in(lang, standing.handed_in, standing.expected));
        }
        facts.extend(standing.deadline.map(|deadline| {
            let date = deadline.due.format(lang);
            if standing.handed_in == standing.expected || deadline.closed {
                due_on(lang, &date)
            } else {
                due(lang, &date, deadline.due.days_since(deadline.seen))
            }
        }));
        facts
    });
    let trail = Signal::derive(move || {
        let mut trail = vec![Crumb {
            label: w().title.to_owned(),
            place: router.here(Route::entry()),
        }];
        if chosen.is_some() && units > 1 {
            trail.push(Crumb {
                label: w().all_units.to_owned(),
                place: place_of(desk, None),
            });
        }
        trail
    });
    let body = move || match (place, narrow.get()) {
        (Some(place), _) => view! { <OneUnit desk place/> }.into_any(),
        (None, true) => view! { <UnitList desk/> }.into_any(),
        (None, false) => view! { <SheetOfAll desk/> }.into_any(),
    };
    view! {
        <div class="entry" class:entry--one=place.is_some()>
            <PageHead title finding facts trail actions=move || period_switcher(desk).into_any()/>
            <ClosedNote lens=desk.lens closing=desk.closing/>
            <StrangeNote desk/>
            {body}
            <SendBackDialog papers=desk.papers/>
        </div>
    }
    .into_any()
}

/// Tools, sheet, line and panel.
#[component]
fn SheetOfAll(desk: Desk) -> impl IntoView {
    let form = use_explaining(desk.lens);
    view! {
        <div class="entry__desk" class:entry__desk--open=move || desk.panel.get()>
            <div class="entry__main">
                <Tools desk/>
                <Grid desk/>
                <SheetLine desk/>
                <Legend/>
            </div>
            {move || desk.panel.get().then(|| view! { <CellPanel desk form/> })}
        </div>
        <ExplainDialog form/>
    }
}

/// The period of this form: the one before, a list, the one after.
fn period_switcher(desk: Desk) -> impl IntoView {
    let w = use_words(&ENTRY);
    let lang = use_lang();
    let router = use_router();
    let form = desk.plan.with_value(|plan| plan.form.clone());
    let offered = Memo::new(move |_| desk.lens.with(|scope| periods(&form, scope.ledger, scope.today)));
    let now = desk.plan.with_value(|plan| plan.period.clone());
    let choices = {
        let now = now.clone();
        Signal::derive(move || {
            let lang = lang();
            desk.lens.ledger(|ledger| {
                let mut all = offered.get();
                if !all.contains(&now) {
                    all.insert(0, now.clone());
                }
                let choice = |period: &Period| Choice::new(period.to_string(), period_title(lang, period, ledger));
                all.iter().map(choice).collect::<Vec<_>>()
            })
        })
    };
    let go = move |period: String| {
        desk.commit();
        let place = router.place_untracked().with_period(&period);
        router.go(place);
    };
    let value = now.to_string();
    let beside = {
        let now = now.clone();
        move |later: bool| {
            offered.with(|offered| {
                let at = offered.iter().position(|period| *period == now)?;
                let at = if later { at.checked_sub(1)? } else { at + 1 };
                offered.get(at).map(Period::to_string)
            })
        }
    };
    let beside = StoredValue::new(beside);
    let step = move |later: bool| {
        if let Some(period) = beside.with_value(|beside| beside(later)) {
            go(period);
        }
    };
    let none = move |later: bool| beside.with_value(|beside| beside(later)).is_none();
    view! {
        <div class="entry__period">
            <IconButton
                icon=IconName::Back
                label=move || w().earlier
                disabled=Signal::derive(move || none(false))
                on_press=move || step(false)
            />
            <Switcher label=move || w().period choices value on_choose=move |period: String| go(period)/>
            <IconButton
                icon=IconName::Forward
                label=move || w().later
                disabled=Signal::derive(move || none(true))
                on_press=move || step(true)
            />
        </div>
    }
}

/// No unit reports the form: what would stand here, and where to add units.
fn no_units(lens: Lens, form: &Form, period: &Period) -> AnyView {
    let w = use_words(&ENTRY);
    let lang = use_lang();
    let (label, period) = (form.label.clone(), period.clone());
    let title =
        move |ledger: &Ledger, lang: Lang| format!("{}, {}", label.in_lang(lang), period_name(lang, &period, ledger));
    use_title(Signal::derive(move || lens.ledger(|ledger| title(ledger, lang()))));
    view! {
        <EmptyState icon=IconName::Units title=move || w().no_units why=move || w().no_units_why page=true>
            <LinkButton to=Route::Units label=move || w().no_units_do kind=ButtonKind::Primary/>
            <LinkButton to=Route::entry() label=move || w().all_forms/>
        </EmptyState>
    }
    .into_any()
}

/// The form is entered drive by drive and there is none.
#[component]
fn NoDrives() -> impl IntoView {
    let w = use_words(&ENTRY);
    use_title(Signal::derive(move || w().title.to_owned()));
    view! {
        <EmptyState icon=IconName::Study title=move || w().no_drives why=move || w().no_drives_why page=true>
            <LinkButton to=Route::Study label=move || w().no_drives_do kind=ButtonKind::Primary/>
            <LinkButton to=Route::entry() label=move || w().all_forms/>
        </EmptyState>
    }
}

/// The address names something that is not there.
#[component]
fn NothingHere() -> impl IntoView {
    let w = use_words(&ENTRY);
    use_title(Signal::derive(move || w().unknown.to_owned()));
    view! {
        <EmptyState icon=IconName::Search title=move || w().unknown why=move || w().unknown_why page=true>
            <LinkButton to=Route::entry() label=move || w().all_forms kind=ButtonKind::Primary/>
        </EmptyState>
    }
}
