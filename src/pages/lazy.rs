//! Pages that are fetched when they are first shown ([`crate::platform::chunk`]): all but the overview.
//!
//! Their style sheet comes with the first of them. A chunk hands back the function that draws its pages, so that a page is made where it stands, under its owner.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::admission::AdmissionPage;
use super::backup::{BackupPage, Before, backup_before};
use super::catalogue::CataloguePage;
use super::entry::EntryPage;
use super::explore::ExplorePage;
use super::findings::{FindingLine, FindingsPage};
use super::import::ImportPage;
use super::join::JoinPage;
use super::join::sign_in::SignInNotice;
use super::kit::KitPage;
use super::pin;
use super::present::{DeckPage, DecksPage, PresentingPage, SpeakerPage};
use super::reports::{ReconcilePage, ReportPage, ReportsPage};
use super::returns::ReturnsPage;
use super::settings::{AccountsPanel, SettingsPage};
use super::study::{DrivePage, StudyPage};
use super::sync::{SyncAttention, SyncPage};
use super::targets::{TargetPage, TargetsPage};
use super::topics::TopicPage;
use super::units::{UnitPage, UnitsPage};
use super::welcome::WelcomePage;
use crate::analysis::rules::Finding;
use crate::i18n::shell::SHELL;
use crate::platform::chunk::{self, NotFetched, chunks};
use crate::platform::style_sheet;
use crate::state::lens::Lens;
use crate::state::preferences::use_words;
use crate::state::route::Route;
use crate::store::registry::Entry;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::empty::Skeleton;
use crate::ui::error_panel::ErrorPanel;
use crate::ui::to_deck::{ToDeck, subject_here};

/// What draws the pages of a chunk.
pub type Draw = fn(Route) -> AnyView;

/// What draws a list of findings.
pub type DrawFindings = fn(Vec<Finding>, Lens) -> AnyView;

/// What draws the button that makes a backup of a bloc.
pub type DrawBackupButton = fn(Entry, Before) -> AnyView;

/// What draws a part of what is about PINs.
pub type DrawPin = fn(pin::Part) -> AnyView;

/// What draws something of the period and the sector that are looked at.
pub type DrawHere = fn(Lens) -> AnyView;

/// What draws something that needs nothing handed in.
pub type DrawAlone = fn() -> AnyView;

/// A page that is on its way.
pub type Fetch = chunk::Fetch<Draw>;

chunks! {
    /// The first visit, with the demos.
    welcome as fetch_welcome -> Draw: |_| view! { <WelcomePage/> }.into_any();
    /// Pages with charts.
    charted as fetch_charted -> Draw: |route| match route {
        Route::Admission => view! { <AdmissionPage/> }.into_any(),
        Route::Explore => view! { <ExplorePage/> }.into_any(),
        Route::Topic(id) => view! { <TopicPage id/> }.into_any(),
        Route::StudyDrive(drive) => view! { <DrivePage drive/> }.into_any(),
        _ => view! { <StudyPage/> }.into_any(),
    };
    /// Watching over figures.
    watch as fetch_watch -> Draw: |route| match route {
        Route::Targets => view! { <TargetsPage/> }.into_any(),
        Route::Target(id) => view! { <TargetPage id/> }.into_any(),
        _ => view! { <FindingsPage/> }.into_any(),
    };
    /// Puts the targets that the overview shows into a deck.
    targets_to_deck as fetch_targets_to_deck -> DrawHere: |lens| {
        let subject = move || Some(subject_here(lens, &["targets", "period"], lens.period()));
        view! { <ToDeck subject=Signal::derive(subject) opened=true/> }.into_any()
    };
    /// The lines of findings, which the overview has below its figures.
    finding_lines as fetch_finding_lines -> DrawFindings: |found, lens| {
        let line = |finding: Finding| view! { <FindingLine finding lens/> };
        view! { <ul class="findings">{found.into_iter().map(line).collect_view()}</ul> }.into_any()
    };
    /// Entering figures.
    entry as fetch_entry -> Draw: |route| match route {
        Route::Entry { form, unit } => view! { <EntryPage form unit/> }.into_any(),
        _ => view! { <EntryPage form=None unit=None/> }.into_any(),
    };
    /// Bringing figures and lists from elsewhere.
    import as fetch_import -> Draw: |route| match route {
        Route::Import(form) => view! { <ImportPage form/> }.into_any(),
        _ => view! { <ImportPage form=String::new()/> }.into_any(),
    };
    /// What was sent, what two people entered differently, what was refused.
    sync as fetch_sync -> Draw: |_| view! { <SyncPage/> }.into_any();
    /// What of that the overview tells.
    sync_attention as fetch_sync_attention -> DrawAlone: || view! { <SyncAttention/> }.into_any();
    /// Who has handed in what.
    returns as fetch_returns -> Draw: |_| view! { <ReturnsPage/> }.into_any();
    /// What is counted.
    own as fetch_own -> Draw: |_| view! { <CataloguePage/> }.into_any();
    /// Backups: packing, reading, comparing.
    backup as fetch_backup -> Draw: |_| view! { <BackupPage/> }.into_any();
    /// The button that makes a backup, before something that may lose the bloc.
    backup_button as fetch_backup_button -> DrawBackupButton: backup_before;
    /// Asking for PINs, and setting them.
    pin as fetch_pin -> DrawPin: pin::draw;
    /// Decks, and presenting them.
    present as fetch_present -> Draw: |route| match route {
        Route::Deck(id) => view! { <DeckPage id/> }.into_any(),
        Route::Presenting(id) => view! { <PresentingPage id/> }.into_any(),
        Route::Speaker(id) => view! { <SpeakerPage id/> }.into_any(),
        _ => view! { <DecksPage/> }.into_any(),
    };
    /// Reports, and what published ones state.
    report as fetch_report -> Draw: |route| match route {
        Route::Report(id) => view! { <ReportPage id/> }.into_any(),
        Route::Reconcile => view! { <ReconcilePage/> }.into_any(),
        _ => view! { <ReportsPage/> }.into_any(),
    };
    /// Joining a server.
    join as fetch_join -> Draw: |route| match route {
        Route::Join(code) => view! { <JoinPage code/> }.into_any(),
        _ => view! { <JoinPage code=String::new()/> }.into_any(),
    };
    /// The notice that somebody has to sign in.
    sign_in as fetch_sign_in -> DrawAlone: || view! { <SignInNotice/> }.into_any();
    /// Accounts, sessions, invitations.
    accounts as fetch_accounts -> DrawAlone: || view! { <AccountsPanel/> }.into_any();
    /// Pages that are visited now and then.
    office as fetch_office -> Draw: |route| match route {
        Route::Units => view! { <UnitsPage/> }.into_any(),
        Route::Unit(id) => view! { <UnitPage id/> }.into_any(),
        Route::Settings => view! { <SettingsPage/> }.into_any(),
        _ => view! { <KitPage/> }.into_any(),
    };
}

/// Shows a page as soon as its chunk is there.
#[component]
pub fn Lazy(
    /// Fetches the chunk.
    fetch: fn() -> Fetch,
    /// Which page.
    route: Route,
) -> impl IntoView {
    view! { <Later fetch=move || with_style(fetch) draw=move |draw: Draw| draw(route.clone())/> }
}

/// Fetches a chunk together with the style of pages, for what is shown on the overview too.
pub fn with_style<T: 'static>(fetch: fn() -> chunk::Fetch<T>) -> chunk::Fetch<T> {
    let style = style_sheet::pages();
    let part = fetch();
    Box::pin(async move {
        let part = part.await;
        style.await.and(part)
    })
}

/// Draws with what is in a chunk as soon as it is there: grey lines before, and a button where it did not come.
#[component]
pub fn Later<T: Copy + Send + Sync + 'static>(
    /// Fetches the chunk.
    fetch: impl Fn() -> chunk::Fetch<T> + Copy + Send + Sync + 'static,
    /// Draws with what is in it.
    draw: impl Fn(T) -> AnyView + Send + Sync + 'static,
    /// How many grey lines stand before.
    #[prop(default = 6)]
    lines: usize,
) -> impl IntoView {
    let w = use_words(&SHELL);
    let part = RwSignal::new(None::<T>);
    let failed = RwSignal::new(false);
    let load = move || {
        failed.set(false);
        let fetched = fetch();
        spawn_local(async move {
            // The page may have been left while its chunk was on its way.
            match fetched.await {
                Ok(found) => drop(part.try_set(Some(found))),
                Err(NotFetched) => drop(failed.try_set(true)),
            }
        });
    };
    load();
    move || {
        match (part.get(), failed.get()) {
        (Some(part), _) => draw(part),
        (None, false) => view! { <Skeleton label=move || w().fetching lines/> }.into_any(),
        (None, true) => view! {
            <ErrorPanel happened=move || w().not_fetched safe=move || w().not_opened_safe remedy=move || w().not_fetched_remedy>
                <Button label=move || w().again kind=ButtonKind::Primary on_press=move |()| load()/>
            </ErrorPanel>
        }
        .into_any(),
    }
    }
}
