//! The frame around every page: navigation, bloc, period, search, save line.
//!
//! From 1024 pixels a sidebar; below that a bar at the bottom with four pages and "Thêm". Bloc and period are
//! chosen here and nowhere else; choosing them changes the address, and every page reads them from there.

pub mod dialogs;
mod keys;
mod navigation;

use leptos::prelude::*;
use web_sys::{ScrollIntoViewOptions, ScrollLogicalPosition};

use self::dialogs::Overlays;
use self::keys::listen_to_keys;
pub use self::navigation::TopicLink;
use self::navigation::{Count, DAILY, Navigation, REST, WATCH};
use super::button::IconButton;
use super::icon::{Icon, IconName};
use super::link::A;
use super::menu::{Choice, Switcher};
use super::notice::{DemoBand, OfflineMark};
use super::parts::use_parts;
use super::save_line::SaveLine;
use super::shortcut_help::command_key;
use super::toast::ToastHost;
use crate::i18n::frame::{FRAME, sync_words};
use crate::state::preferences::use_words;
use crate::state::route::Route;
use crate::state::router::use_router;
use crate::state::save::SaveState;

/// The value of the choice in `blocs` that leads to a further bloc.
pub const NEW_BLOC: &str = "+";

/// The frame. Its children are the page.
#[component]
pub fn Frame(
    /// The blocs on this device; with none, the switcher is not shown.
    #[prop(into)]
    blocs: Signal<Vec<Choice>>,
    /// The id of the bloc that is shown.
    #[prop(into)]
    bloc: Signal<String>,
    /// The periods that can be shown; with none, the switcher is not shown.
    #[prop(into)]
    periods: Signal<Vec<Choice>>,
    /// The period that is shown, as the model writes it.
    #[prop(into)]
    period: Signal<String>,
    /// Whether everything is saved.
    #[prop(into)]
    save: Signal<SaveState>,
    /// Takes back what was done last: Ctrl/⌘Z outside of fields and sheets, where no notice offers it.
    #[prop(optional, into)]
    on_undo: Option<Callback<()>>,
    /// Whether the bloc is sealed by a PIN.
    #[prop(optional, into)]
    sealed: Signal<bool>,
    /// Locks it.
    #[prop(optional, into)]
    on_lock: Option<Callback<()>>,
    /// Whose illustrative figures these are, when they are a demo's.
    #[prop(optional, into)]
    demo: Signal<Option<String>>,
    /// The pages that the catalogue makes.
    #[prop(optional, into)]
    topics: Signal<Vec<TopicLink>>,
    /// How many points need a person: shown beside the page that lists them.
    #[prop(optional, into)]
    review: Signal<usize>,
    /// How much of sending needs a person: shown beside its page.
    #[prop(optional, into)]
    sync: Signal<usize>,
    /// The page.
    children: Children,
) -> impl IntoView {
    let w = use_words(&FRAME);
    let router = use_router();
    let parts = use_parts();
    let searching = RwSignal::new(false);
    let more = RwSignal::new(false);
    let keys = RwSignal::new(false);
    listen_to_keys(searching, keys, on_undo);
    // The switchers are drawn once: one that was drawn anew at every choice would lose the focus.
    let no_blocs = Memo::new(move |_| blocs.with(Vec::is_empty));
    let no_periods = Memo::new(move |_| periods.with(Vec::is_empty));
    let section = Memo::new(move |_| router.route().get().section());
    let navigation = Navigation {
        section,
        topics: Memo::new(move |_| topics.get()),
        review,
        sync,
    };
    let item = move |page, class| navigation.item(page, class);
    let overlays = Overlays {
        searching,
        more,
        keys,
        navigation,
        on_undo,
    };
    // Drawn when the first of them is opened; from then on they open and close by themselves.
    let over = Memo::new(move |was: Option<&bool>| was == Some(&true) || searching.get() || more.get() || keys.get());
    let is_behind_more = move || {
        let section = section.get();
        matches!(section, Route::Topic(_) | Route::Explore)
            || WATCH.iter().chain(&REST).any(|(route, ..)| section == *route)
    };
    // Following a link of the sheet closes it.
    Effect::new(move || {
        router.route().track();
        more.set(false);
    });
    // In a low window the sidebar scrolls: the place in it is seen.
    Effect::new(move || {
        section.track();
        request_animation_frame(|| {
            let here = document().query_selector(".sidebar > [aria-current=page], .sidebar__group [aria-current=page]");
            if let Ok(Some(here)) = here {
                let nearest = ScrollIntoViewOptions::new();
                nearest.set_block(ScrollLogicalPosition::Nearest);
                here.scroll_into_view_with_scroll_into_view_options(&nearest);
            }
        });
    });
    let switch_bloc = move |id: String| {
        let here = router.place_untracked();
        router.go(if id == NEW_BLOC {
            here.at(Route::Start)
        } else {
            here.with_bloc(&id)
        });
    };
    let switch_period = move |period: String| router.go(router.place_untracked().with_period(&period));
    view! {
        <a class="skip-link" href="#content">
            {move || w().skip}
        </a>
        <div class="frame">
            <nav class="sidebar" aria-label=move || w().navigation>
                <A to=Route::Overview class="sidebar__name">
                    <Icon name=IconName::Ledger/>
                    {move || w().app}
                </A>
                {DAILY.iter().map(|page| item(page, "nav-item")).collect_view()}
                {navigation.topic_group("sidebar__group")}
                <div class="sidebar__group">
                    {WATCH.iter().map(|page| item(page, "nav-item")).collect_view()}
                </div>
                <div class="sidebar__rest">{REST.iter().map(|page| item(page, "nav-item")).collect_view()}</div>
            </nav>
            <header class="topbar">
                {move || {
                    no_blocs
                        .get()
                        .then(|| {
                            view! {
                                <A to=Route::Overview class="topbar__name">
                                    <Icon name=IconName::Ledger/>
                                    {move || w().app}
                                </A>
                            }
                        })
                }}
                {move || {
                    (!no_blocs.get())
                        .then(|| {
                            view! {
                                <Switcher
                                    label=move || w().bloc
                                    choices=blocs
                                    value=bloc
                                    on_choose=switch_bloc
                                    strong=true
                                />
                            }
                        })
                }}
                {move || {
                    (!no_periods.get())
                        .then(|| {
                            view! {
                                <Switcher label=move || w().period choices=periods value=period on_choose=switch_period/>
                            }
                        })
                }}
                <div class="topbar__end">
                    <button type="button" class="topbar__search" on:click=move |_| searching.set(true)>
                        <Icon name=IconName::Search small=true/>
                        {move || w().search}
                        <kbd>{command_key()} "K"</kbd>
                    </button>
                    <OfflineMark/>
                    {move || {
                        on_lock
                            .filter(|_| sealed.get())
                            .map(|on_press| {
                                view! { <IconButton icon=IconName::Lock label=move || w().lock on_press=on_press/> }
                            })
                    }}
                    <SaveLine state=save/>
                </div>
            </header>
            <main id="content" class="page" tabindex="-1">
                <DemoBand source=demo/>
                {children()}
            </main>
        </div>
        <ToastHost/>
        <nav class="bottombar" aria-label=move || w().navigation>
            {DAILY.iter().map(|page| item(page, "bottombar__item")).collect_view()}
            <button
                type="button"
                class="bottombar__item"
                aria-haspopup="dialog"
                aria-current=move || is_behind_more().then_some("page")
                on:click=move |_| more.set(true)
            >
                <Icon name=IconName::More/>
                <span>{move || w().more}</span>
                <Count
                    number=Signal::derive(move || review.get() + sync.get())
                    words=sync_words
                />
            </button>
        </nav>
        {move || over.get().then(|| parts.drawn(|parts| (parts.dialogs)(overlays)))}
    }
}
