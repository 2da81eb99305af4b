//! Pages that are fetched when they are first shown ([`crate::platform::chunk`]): all but the overview.
//!
//! Their style sheet comes with the first of them. A chunk hands back the function that draws its pages, so that a page is made where it stands, under its owner.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::admission::AdmissionPage;
use super::entry::EntryPage;
use super::explore::ExplorePage;
use super::findings::FindingsPage;
use super::import::ImportPage;
use super::kit::KitPage;
use super::settings::SettingsPage;
use super::study::{DrivePage, StudyPage};
use super::targets::{TargetPage, TargetsPage};
use super::topics::TopicPage;
use super::units::{UnitPage, UnitsPage};
use super::welcome::WelcomePage;
use crate::i18n::shell::SHELL;
use crate::platform::chunk::{self, NotFetched, chunks};
use crate::platform::style_sheet;
use crate::state::preferences::use_words;
use crate::state::route::Route;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::empty::Skeleton;
use crate::ui::error_panel::ErrorPanel;

/// What draws the pages of a chunk.
pub type Draw = fn(Route) -> AnyView;

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
    /// Entering figures.
    entry as fetch_entry -> Draw: |route| match route {
        Route::Import(form) => view! { <ImportPage form/> }.into_any(),
        Route::Entry { form, unit } => view! { <EntryPage form unit/> }.into_any(),
        _ => view! { <EntryPage form=None unit=None/> }.into_any(),
    };
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
    let w = use_words(&SHELL);
    let draw = RwSignal::new(None::<Draw>);
    let failed = RwSignal::new(false);
    let load = move || {
        failed.set(false);
        let style = style_sheet::pages();
        spawn_local(async move {
            let page = fetch().await;
            match style.await.and(page) {
                // The page may have been left while its chunk was on its way.
                Ok(found) => drop(draw.try_set(Some(found))),
                Err(NotFetched) => drop(failed.try_set(true)),
            }
        });
    };
    load();
    move || {
        match (draw.get(), failed.get()) {
        (Some(draw), _) => draw(route.clone()),
        (None, false) => view! { <Skeleton label=move || w().fetching lines=6/> }.into_any(),
        (None, true) => view! {
            <ErrorPanel happened=move || w().not_fetched safe=move || w().not_opened_safe remedy=move || w().not_fetched_remedy>
                <Button label=move || w().again kind=ButtonKind::Primary on_press=move |()| load()/>
            </ErrorPanel>
        }
        .into_any(),
    }
    }
}
