//! One drive: the finding, the cards, then what it is made of.

use super::cards::WorkSection;
use super::drive_row::RealisationBadge;
use super::form::{DriveForm, remove_drive, use_drive_form};
use super::grades::GradesSection;
use super::progress::ProgressSection;
use super::statements::StatementsSection;
use super::table::TableSection;
use super::units::UnitsSection;
use super::{DriveView, entry_place};
use crate::exhibit::study::figures::read;
use crate::exhibit::study::sentences::finding;
use crate::i18n::study::{STUDY, days};
use crate::model::drive::Drive;
use crate::model::id::{DriveId, SectorId};
use crate::model::text::Lang;
use crate::report::sentence::facts::Facts;
use crate::state::lens::use_lens;
use crate::state::preferences::{use_lang, use_words};
use crate::state::route::Route;
use crate::ui::breadcrumb::Crumb;
use crate::ui::button::{ButtonKind, LinkButton};
use crate::ui::empty::EmptyState;
use crate::ui::icon::IconName;
use crate::ui::menu::{Menu, MenuAction};
use crate::ui::page_head::PageHead;
use crate::ui::sector_filter::SectorFilter;
use crate::ui::toast::use_toasts;
use crate::ui::units_as::UnitsAsChoice;
use leptos::prelude::*;

/// What there is to show of a drive.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shown {
    /// No such drive.
    Unknown,
    /// Nobody has reported; a published report may state something.
    Empty,
    /// Figures.
    Figures,
}

/// One study drive.
#[component]
pub fn DrivePage(
    /// Its identifier.
    drive: String,
) -> impl IntoView {
    let w = use_words(&STUDY);
    let lens = use_lens();
    let router = lens.router();
    let (sector, audience) = (router.filter("sector"), router.filter("audience"));
    let id = DriveId::new(&drive);
    let figures = Memo::new(move |_| {
        let sector = Some(sector.get()).filter(|id| !id.is_empty()).map(SectorId::new);
        let audience = audience.get();
        lens.with(|scope| read(&scope.in_sector(sector), &id, Some(audience.as_str())))
    });
    let view = DriveView { lens, figures };
    let shown = Memo::new(move |_| {
        figures.with(|figures| match figures {
            None => Shown::Unknown,
            Some(figures) if figures.has_figures() => Shown::Figures,
            Some(_) => Shown::Empty,
        })
    });
    move || match shown.get() {
        Shown::Unknown => view! {
            <EmptyState icon=IconName::Search title=move || w().unknown why=move || w().unknown_why page=true>
                <LinkButton to=Route::Study label=move || w().to_list kind=ButtonKind::Primary/>
            </EmptyState>
        }
        .into_any(),
        Shown::Empty => view! {
            <Head view/>
            <div class="section">
                <NoCounts view/>
            </div>
            <StatementsSection view/>
        }
        .into_any(),
        Shown::Figures => view! {
            <Head view/>
            <div class="study__filters row">
                <SectorFilter lens/>
                <UnitsAsChoice lens/>
            </div>
            <UnitsSection view/>
            <GradesSection view/>
            <WorkSection view/>
            <ProgressSection view/>
            <StatementsSection view/>
            <TableSection view/>
        }
        .into_any(),
    }
}

/// The drive's name, the finding, and what can be done.
#[component]
fn Head(view: DriveView) -> impl IntoView {
    let w = use_words(&STUDY);
    let lang = use_lang();
    let (lens, toasts) = (view.lens, use_toasts());
    let router = lens.router();
    let form = use_drive_form();
    let title = Signal::derive(move || view.read(|figures, _| figures.drive.name.clone()));
    let facts = Signal::derive(move || {
        let rests_on = view.read(|figures, ledger| {
            let facts = figures.main().map(|main| Facts::of_rate(&main.rate, ledger));
            facts
                .filter(|_| figures.has_figures())
                .map(|facts| facts.with_illustrative(ledger.is_demo()))
        });
        let mut all = view.read(|figures, _| about(lang(), &figures.drive));
        all.extend(
            rests_on
                .map(|facts| super::fact_list(lang(), &facts))
                .unwrap_or_default(),
        );
        all
    });
    let finding = view.text(finding);
    let trail = Signal::derive(move || {
        vec![Crumb {
            label: w().title.to_owned(),
            place: router.here(Route::Study),
        }]
    });
    let when = Memo::new(move |_| {
        view.figures
            .with(|figures| figures.as_ref().map(|figures| figures.realisation))
    });
    let now = move || {
        view.figures
            .with_untracked(|figures| figures.as_ref().map(|figures| figures.drive.clone()))
    };
    let entry = Signal::derive(move || {
        let here = router.place();
        view.read(|figures, _| Some(entry_place(&here, figures.drive.id.as_str())))
            .unwrap_or(here)
    });
    let actions = move || {
        let edit = MenuAction::new(IconName::Edit, Signal::derive(move || w().edit.to_owned()), move || {
            if let Some(drive) = now() {
                form.open_edit(&drive);
            }
        });
        let remove = MenuAction::new(
            IconName::Delete,
            Signal::derive(move || w().remove.to_owned()),
            move || {
                if let Some(drive) = now() {
                    remove_drive(lens, toasts, untrack(lang), &drive);
                    router.go(router.place_untracked().at(Route::Study));
                }
            },
        );
        view! {
            <LinkButton to=entry label=move || w().enter kind=ButtonKind::Primary icon=IconName::Entry/>
            <Menu label=move || w().more icon=IconName::More actions=vec![edit, remove]/>
        }
    };
    view! {
        <PageHead
            title
            finding
            facts
            trail
            badge=move || view! { {move || when.get().map(|when| view! { <RealisationBadge when/> })} }
            actions
        />
        <DriveForm form/>
    }
}

/// The document and the days.
fn about(lang: Lang, drive: &Drive) -> Vec<String> {
    let citation = drive.document.citation(lang);
    let mut facts = vec![days(lang, drive.start, drive.end)];
    if !citation.is_empty() && citation != drive.name {
        facts.insert(0, citation);
    }
    facts
}

/// Nobody has reported: what will stand here, and the way to enter it.
#[component]
fn NoCounts(view: DriveView) -> impl IntoView {
    let w = use_words(&STUDY);
    let router = view.lens.router();
    let stated = Memo::new(move |_| {
        view.read(|figures, ledger| {
            let period = figures.drive.period();
            ledger.statements.iter().any(|statement| statement.period == period)
        })
    });
    let why = move || {
        if stated.get() {
            w().stated_why
        } else {
            w().no_counts_why
        }
    };
    let entry = Signal::derive(move || {
        let here = router.place();
        view.read(|figures, _| Some(entry_place(&here, figures.drive.id.as_str())))
            .unwrap_or(here)
    });
    view! {
        <EmptyState icon=IconName::Study title=move || w().no_counts why>
            <LinkButton to=entry label=move || w().enter icon=IconName::Entry/>
        </EmptyState>
    }
}
