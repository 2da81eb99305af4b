//! The shell: what every component may ask for, the frame, and the page that the address names.

use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::lazy::{self, DrawAlone, DrawPin, Fetch, Later, Lazy, with_style};
use super::overview::OverviewPage;
use super::pin::Part;
use crate::i18n::frame::FRAME;
use crate::i18n::shell::{SHELL, is_closed};
use crate::i18n::store::error_text;
use crate::report::period_name::period_title;
use crate::state::boot::{Boot, follow_address};
use crate::state::choices::period_choices;
use crate::state::install::provide_installation;
use crate::state::lens::{Lens, provide_lens};
use crate::state::preferences::{provide_preferences, use_lang, use_words};
use crate::state::review::review_count;
use crate::state::route::Route;
use crate::state::router::{provide_router, use_router};
use crate::state::sync::{Phase, Standing, provide_sync, use_sync};
use crate::state::version::provide_updates;
use crate::state::workspace::{Workspace, provide_workspace};
use crate::ui::button::{Button, ButtonKind, LinkButton};
use crate::ui::empty::{EmptyState, Skeleton};
use crate::ui::error_panel::ErrorPanel;
use crate::ui::frame::{Frame, NEW_BLOC, TopicLink};
use crate::ui::icon::IconName;
use crate::ui::menu::Choice;
use crate::ui::page_head::use_title;
use crate::ui::parts::provide_parts;
use crate::ui::safety::SafetyNotices;
use crate::ui::toast::{provide_toasts, use_toasts};
use crate::ui::version::UpdatePrompt;

/// Starts the app in the page's body, in the place of the first paint.
pub fn mount() {
    console_error_panic_hook::set_once();
    let Some(body) = document().body() else {
        return;
    };
    body.set_inner_html("");
    mount_to(body, App).forget();
}

/// The app: what every component may ask for, the frame, and the page.
#[component]
fn App() -> impl IntoView {
    provide_preferences();
    provide_toasts();
    provide_parts();
    provide_router();
    provide_installation();
    let workspace = provide_workspace();
    let standing = provide_sync().standing;
    let sync = Signal::derive(move || standing.with(|it| it.conflicts + it.rejected));
    let lens = provide_lens();
    let boot = follow_address();
    let save = workspace.save_state();
    let updates = provide_updates(save);
    tell_refusals(workspace);
    let router = use_router();
    let place = Signal::derive(move || router.place());
    let bloc = Signal::derive(move || {
        let current = workspace.current.get().map(|entry| entry.id);
        // The one whose PIN is asked for is not open, and stands there all the same.
        let asked = || place.get().bloc.filter(|_| boot.get() == Boot::Sealed);
        current.or_else(asked).unwrap_or_default()
    });
    let demo = Signal::derive(move || {
        let current = workspace.current.get().filter(|entry| entry.demo);
        current.map(|entry| entry.name)
    });
    let route = router.route();
    // What is presented has the window for itself, with nothing around it: notices wait until it is over.
    let alone = Memo::new(move |_| {
        let presents = matches!(route.get(), Route::Presenting(_) | Route::Speaker(_));
        presents && matches!(boot.get(), Boot::Reading | Boot::Open)
    });
    let framed = move || {
        view! {
            <Frame
                blocs=blocs(workspace)
                bloc=bloc
                periods=periods(lens)
                period=Signal::derive(move || lens.period().to_string())
                save=save
                demo=demo
                on_undo=undo(workspace)
                sealed=workspace.sealed
                on_lock=lock(workspace)
                topics=topics(lens, boot)
                review=review_count(lens)
                sync=sync
            >
                <UpdatePrompt updates save/>
                <SafetyNotices/>
                <SignedOut/>
                <Page boot=boot/>
            </Frame>
        }
    };
    move || match alone.get() {
        true => view! { <main id="content" class="alone" tabindex="-1"><Page boot=boot/></main> }.into_any(),
        false => framed().into_any(),
    }
}

/// Says why an edit was refused: the one way is the period's figures being closed.
fn tell_refusals(workspace: Workspace) {
    let lang = use_lang();
    let toasts = use_toasts();
    let standing = use_sync().standing;
    Effect::new(move || {
        if let Some(period) = workspace.refused.get() {
            let period = workspace
                .ledger
                .with_untracked(|ledger| period_title(untrack(lang), &period, ledger));
            let may_reopen = standing.with_untracked(Standing::may_reopen);
            toasts.say(is_closed(untrack(lang), &period, may_reopen));
        }
    });
}

/// Takes back what was done last, from any page.
fn undo(workspace: Workspace) -> impl Fn() + Copy + Send + Sync + 'static {
    let w = use_words(&SHELL);
    let toasts = use_toasts();
    move || {
        spawn_local(async move {
            if !workspace.undo_from_anywhere().await {
                toasts.say(untrack(move || w().not_fetched_remedy));
            }
        });
    }
}

/// Locks the open bloc, which has a PIN.
fn lock(workspace: Workspace) -> impl Fn() + Copy + Send + Sync + 'static {
    let w = use_words(&SHELL);
    let toasts = use_toasts();
    move || {
        let said = untrack(move || w().not_locked);
        spawn_local(async move {
            if !workspace.lock().await {
                toasts.say(said);
            }
        });
    }
}

/// The blocs of this device, and the way to a further one.
fn blocs(workspace: Workspace) -> Signal<Vec<Choice>> {
    let w = use_words(&SHELL);
    Signal::derive(move || {
        let entries = workspace.entries.get();
        if entries.is_empty() {
            return Vec::new();
        }
        let choices = entries.into_iter().map(|entry| {
            let choice = Choice::new(entry.id, entry.name);
            if entry.demo { choice.hint(w().demo) } else { choice }
        });
        choices.chain([Choice::new(NEW_BLOC, w().another_bloc)]).collect()
    })
}

/// The topics of the catalogue, for the navigation; none while there is no bloc. One that is being opened has those of the built-in
/// catalogue at least: they stand there meanwhile, so that what is below does not move when the figures are there.
fn topics(lens: Lens, boot: Signal<Boot>) -> Signal<Vec<TopicLink>> {
    let router = use_router();
    Signal::derive(move || {
        let opening = boot.get() == Boot::Reading && router.place().bloc.is_some();
        if lens.ledger(|ledger| ledger.profile.is_none()) && !opening {
            return Vec::new();
        }
        lens.catalogue(|catalogue| catalogue.topics().iter().map(TopicLink::of).collect())
    })
}

/// The periods on offer; none while no bloc is open.
fn periods(lens: Lens) -> Signal<Vec<Choice>> {
    let lang = use_lang();
    Signal::derive(move || {
        let chosen = lens.period();
        let today = lens.device_today();
        lens.ledger(|ledger| {
            if ledger.profile.is_none() {
                return Vec::new();
            }
            let mut offered = period_choices(ledger, today);
            // A period that only the address names is offered too, so that the switcher can show it.
            if !offered.contains(&chosen) {
                offered.insert(0, chosen);
            }
            let choice = |period| Choice::new(format!("{period}"), period_title(lang(), &period, ledger));
            offered.into_iter().map(choice).collect()
        })
    })
}

/// Asks to sign in while the session of the open bloc is over.
#[component]
fn SignedOut() -> impl IntoView {
    let sync = use_sync();
    let is_over = Memo::new(move |_| sync.standing.with(|standing| standing.phase == Phase::SignedOut));
    move || {
        let notice = || view! { <Later fetch=|| with_style(lazy::sign_in) draw=|draw: DrawAlone| draw() lines=1/> };
        is_over.get().then(notice)
    }
}

/// The page that the address names. It is made anew only when the page changes, not when a filter does.
#[component]
fn Page(boot: Signal<Boot>) -> impl IntoView {
    let w = use_words(&SHELL);
    let route = use_router().route();
    // Joining goes on while a bloc is opened beside it.
    let shown = Memo::new(move |_| match route.get() {
        route @ Route::Join(_) => (Boot::NoBloc, route),
        // A presentation begins from what is kept, while the books are still being read.
        route @ (Route::Presenting(_) | Route::Speaker(_)) if boot.get() == Boot::Reading => (Boot::Open, route),
        route => (boot.get(), route),
    });
    let lazy = |fetch: fn() -> Fetch, route: Route| view! { <Lazy fetch route/> }.into_any();
    move || match shown.get() {
        (_, route @ Route::Join(_)) => lazy(lazy::join, route),
        (_, Route::Kit) => lazy(lazy::office, Route::Kit),
        (Boot::NoBloc | Boot::Open, Route::Settings) => lazy(lazy::office, Route::Settings),
        (Boot::NoBloc | Boot::Open, Route::Backup) => lazy(lazy::backup, Route::Backup),
        (Boot::NoBloc, _) | (Boot::Open | Boot::Sealed, Route::Start) => lazy(lazy::welcome, Route::Start),
        (Boot::Reading, _) => view! { <Skeleton label=move || w().opening lines=6/> }.into_any(),
        (Boot::Elsewhere, _) => view! { <ElsewherePage/> }.into_any(),
        (Boot::Sealed, _) => {
            view! { <Later fetch=|| with_style(lazy::pin) draw=|draw: DrawPin| draw(Part::Locked)/> }.into_any()
        }
        (Boot::Failed(error), _) => {
            let lang = use_lang();
            view! {
                <ErrorPanel
                    happened=move || w().not_opened
                    safe=move || w().not_opened_safe
                    remedy=move || error_text(lang(), &error)
                >
                    <Button
                        label=move || w().reload
                        kind=ButtonKind::Primary
                        on_press=|()| {
                            let _ = window().location().reload();
                        }
                    />
                </ErrorPanel>
            }
            .into_any()
        }
        (Boot::Open, Route::Overview) => view! { <OverviewPage/> }.into_any(),
        (
            Boot::Open,
            route @ (Route::Study | Route::StudyDrive(_) | Route::Admission | Route::Topic(_) | Route::Explore),
        ) => lazy(lazy::charted, route),
        (Boot::Open, route @ (Route::Targets | Route::Target(_) | Route::Findings)) => lazy(lazy::watch, route),
        (Boot::Open, Route::Returns) => lazy(lazy::returns, Route::Returns),
        (Boot::Open, route @ (Route::Decks | Route::Deck(_) | Route::Presenting(_) | Route::Speaker(_))) => {
            lazy(lazy::present, route)
        }
        (Boot::Open, route @ (Route::Reports | Route::Report(_) | Route::Reconcile)) => lazy(lazy::report, route),
        (Boot::Open, Route::Sync) => lazy(lazy::sync, Route::Sync),
        (Boot::Open, route @ Route::Entry { .. }) => lazy(lazy::entry, route),
        (Boot::Open, route @ Route::Import(_)) => lazy(lazy::import, route),
        (Boot::Open, route @ (Route::Units | Route::Unit(_))) => lazy(lazy::office, route),
        (Boot::Open, Route::Catalogue) => lazy(lazy::own, Route::Catalogue),
        (Boot::Open, _) => view! { <NotFoundPage/> }.into_any(),
    }
}

/// The page for an address whose bloc is on another device, or was removed from this one.
#[component]
fn ElsewherePage() -> impl IntoView {
    let w = use_words(&SHELL);
    use_title(Signal::derive(move || w().elsewhere.to_owned()));
    let mut home = use_router().place_untracked().at(Route::Overview);
    home.bloc = None;
    view! {
        <EmptyState icon=IconName::Search title=move || w().elsewhere why=move || w().elsewhere_why page=true>
            <LinkButton to=home label=move || w().open_last kind=ButtonKind::Primary/>
        </EmptyState>
    }
}

/// The page for addresses that no page has.
#[component]
fn NotFoundPage() -> impl IntoView {
    let w = use_words(&FRAME);
    use_title(Signal::derive(move || w().not_found.to_owned()));
    view! {
        <EmptyState
            icon=IconName::Search
            title=move || w().not_found
            why=move || w().not_found_why
            page=true
        >
            <LinkButton to=Route::Overview label=move || w().to_overview kind=ButtonKind::Primary/>
        </EmptyState>
    }
}
