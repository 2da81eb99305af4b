//! The list of drives, and units × drives below it.

use super::drive_row::DriveRowView;
use super::fact_list;
use super::form::{DriveForm, use_drive_form};
use super::heat::HeatSection;
use crate::exhibit::study::list::{DriveRow, drives_within, main_indicator, rows};
use crate::i18n::study::{STUDY, list_finding, stated_as};
use crate::model::id::SectorId;
use crate::model::statement::StatedValue;
use crate::model::text::Lang;
use crate::report::period_name::period_name;
use crate::report::sentence::facts::Facts;
use crate::report::sentence::share::{ShareFact, share};
use crate::report::sentence::statement::stated;
use crate::state::lens::{Lens, use_lens};
use crate::state::preferences::{use_lang, use_words};
use crate::state::router::use_router;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::empty::EmptyState;
use crate::ui::icon::IconName;
use crate::ui::menu::Choice;
use crate::ui::page_head::{PageHead, Section};
use crate::ui::sector_filter::SectorFilter;
use crate::ui::segmented::Segmented;
use crate::ui::units_as::UnitsAsChoice;
use leptos::prelude::*;

/// Shows all drives, whatever the period.
const ALL: &str = "all";

/// Học tập.
#[component]
pub fn StudyPage() -> impl IntoView {
    let w = use_words(&STUDY);
    let lang = use_lang();
    let lens = use_lens();
    let router = lens.router();
    let (sector, show) = (router.filter("sector"), router.filter("show"));
    let chosen_sector = move || Some(sector.get()).filter(|id| !id.is_empty()).map(SectorId::new);
    let found = Memo::new(move |_| {
        let within = (show.get() != ALL).then(|| lens.period());
        lens.with(|scope| {
            let scope = scope.in_sector(chosen_sector());
            rows(&scope, &drives_within(scope.ledger, within.as_ref()))
        })
    });
    let none_at_all = Memo::new(move |_| lens.ledger(|ledger| ledger.drives.is_empty()));
    let none_here = Memo::new(move |_| found.with(Vec::is_empty));
    let form = use_drive_form();
    let finding = move || {
        let lang = lang();
        let within = (show.get() != ALL).then(|| lens.ledger(|ledger| period_name(lang, &lens.period(), ledger)));
        let latest = found.with(|rows| rows.iter().find_map(|row| standing(lang, lens, row)));
        list_finding(lang, found.with(Vec::len), within.as_deref(), latest.as_deref())
    };
    let facts = move || {
        found.with(|rows| match rows.iter().find_map(|row| row.rate.as_ref()) {
            Some(rate) => lens.ledger(|ledger| {
                let facts = Facts::of_rate(rate, ledger).with_illustrative(ledger.is_demo());
                fact_list(lang(), &facts)
            }),
            None => Vec::new(),
        })
    };
    view! {
        <PageHead
            title=move || w().title
            finding
            facts
            actions=move || {
                view! {
                    <Button
                        label=move || w().add
                        kind=ButtonKind::Primary
                        icon=IconName::Add
                        on_press=move || form.open_new()
                    />
                }
            }
        />
        {move || {
            if none_at_all.get() {
                view! {
                    <EmptyState icon=IconName::Study title=move || w().empty why=move || w().empty_why>
                        <Button label=move || w().add icon=IconName::Add on_press=move || form.open_new()/>
                    </EmptyState>
                }
                    .into_any()
            } else {
                view! {
                    <Section title=move || w().drives actions=move || view! { <Filters lens/> }>
                        {move || none_here.get().then(|| view! { <NoneInPeriod/> })}
                        <ol class="drives">
                            <For
                                each=move || found.get()
                                key=|row| row.drive.id.to_string()
                                children=move |row| {
                                    let id = row.drive.id.clone();
                                    let now = Memo::new(move |_| {
                                        found.with(|rows| rows.iter().find(|row| row.drive.id == id).cloned())
                                    });
                                    view! { <DriveRowView lens row=now form/> }
                                }
                            />
                        </ol>
                    </Section>
                    <HeatSection lens drives=found sector=Signal::derive(chosen_sector)/>
                }
                    .into_any()
            }
        }}
        <DriveForm form/>
    }
}

/// How the latest drive with figures stands, for the finding: its participation, or what a report states of it.
fn standing(lang: Lang, lens: Lens, row: &DriveRow) -> Option<String> {
    lens.with(|scope| {
        let indicator = main_indicator(scope, &row.drive)?;
        let rate = row.rate.as_ref().filter(|rate| rate.exact.is_some());
        match (rate, &row.stated) {
            (Some(rate), _) => Some(share(lang, &ShareFact::of(indicator, rate, None, scope.ledger))),
            (None, Some(found)) => {
                let value = stated(lang, found.value, found.qualifier);
                matches!(found.value, StatedValue::Percent(_)).then(|| stated_as(lang, &value))
            }
            (None, None) => None,
        }
    })
}

/// Which drives, and of which sector.
#[component]
fn Filters(lens: Lens) -> impl IntoView {
    let w = use_words(&STUDY);
    let router = use_router();
    let show = router.filter("show");
    let shown = move || vec![Choice::new("", w().in_period), Choice::new(ALL, w().all_periods)];
    view! {
        <Segmented
            label=move || w().which
            choices=Signal::derive(shown)
            value=show
            on_change=move |value: String| router.set_filter("show", &value)
        />
        <SectorFilter lens/>
        <UnitsAsChoice lens/>
    }
}

/// The period has no drive, others have.
#[component]
fn NoneInPeriod() -> impl IntoView {
    let w = use_words(&STUDY);
    let router = use_router();
    view! {
        <EmptyState icon=IconName::Calendar title=move || w().none_in_period why=move || w().none_in_period_why>
            <Button label=move || w().all_periods on_press=move || router.set_filter("show", ALL)/>
        </EmptyState>
    }
}
