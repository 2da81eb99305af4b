//! The frame around every page: navigation, bloc, period, search, save line.
//!
//! From 1024 pixels a sidebar; below that a bar at the bottom with four pages and "Thêm". Bloc and period are
//! chosen here and nowhere else; choosing them changes the address, and every page reads them from there.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

use super::command_palette::{Command, CommandPalette};
use super::dialog::{Dialog, DialogKind};
use super::icon::{Icon, IconName};
use super::link::A;
use super::menu::{Choice, Switcher};
use super::notice::{DemoBand, OfflineMark};
use super::save_line::SaveLine;
use super::shortcut_help::{ShortcutHelp, command_key};
use super::toast::{ToastHost, use_toasts};
use crate::catalogue::topic::Topic;
use crate::i18n::frame::{FRAME, Frame as Words, review_mark, review_words};
use crate::model::text::{Lang, Text};
use crate::state::preferences::{Theme, use_lang, use_preferences, use_words};
use crate::state::route::Route;
use crate::state::router::use_router;
use crate::state::save::SaveState;

/// A page of the navigation: where, which icon, which word, which letter after `g`.
type Page = (Route, IconName, fn(&Words) -> &'static str, &'static str);

/// Pages of daily work: first in the sidebar, and all there is in the bottom bar.
static DAILY: [Page; 4] = [
    (Route::Overview, IconName::Overview, |w| w.overview, "t"),
    (Route::entry(), IconName::Entry, |w| w.entry, "n"),
    (Route::Study, IconName::Study, |w| w.study, "h"),
    (Route::Admission, IconName::Admission, |w| w.admission, "k"),
];

/// Pages that watch over the figures: below the daily ones, behind "Thêm" on a phone.
static WATCH: [Page; 3] = [
    (Route::Targets, IconName::Target, |w| w.targets, "i"),
    (Route::Returns, IconName::Table, |w| w.returns, "p"),
    (Route::Findings, IconName::Warning, |w| w.findings, "x"),
];

/// Pages that are visited now and then: last in the sidebar, behind "Thêm" on a phone.
static REST: [Page; 2] = [
    (Route::Units, IconName::Units, |w| w.units, "d"),
    (Route::Settings, IconName::Settings, |w| w.settings, "c"),
];

/// A topic in the navigation: what the catalogue makes a page of.
#[derive(Clone, Debug, PartialEq)]
pub struct TopicLink {
    id: String,
    icon: IconName,
    label: Text,
}

impl TopicLink {
    /// The link to a topic.
    pub fn of(topic: &Topic) -> TopicLink {
        TopicLink {
            id: topic.id.clone(),
            icon: IconName::of_topic(topic.icon),
            label: topic.label.clone(),
        }
    }

    fn route(&self) -> Route {
        Route::Topic(self.id.clone())
    }
}

/// All pages of the navigation.
fn pages() -> impl Iterator<Item = &'static Page> {
    DAILY.iter().chain(&WATCH).chain(&REST)
}

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
    /// Opens what waits to be sent; without it the save line is only read.
    #[prop(optional, into)]
    on_save_line: Option<Callback<()>>,
    /// Takes back what was done last: Ctrl/⌘Z outside of fields and sheets, where no notice offers it.
    #[prop(optional, into)]
    on_undo: Option<Callback<()>>,
    /// Whose illustrative figures these are, when they are a demo's.
    #[prop(optional, into)]
    demo: Signal<Option<String>>,
    /// What the search finds beside pages: units, drives, actions.
    #[prop(optional, into)]
    commands: Signal<Vec<Command>>,
    /// The pages that the catalogue makes.
    #[prop(optional, into)]
    topics: Signal<Vec<TopicLink>>,
    /// How many points need a person: shown beside the page that lists them.
    #[prop(optional, into)]
    review: Signal<usize>,
    /// The page.
    children: Children,
) -> impl IntoView {
    let w = use_words(&FRAME);
    let lang = use_lang();
    let router = use_router();
    let searching = RwSignal::new(false);
    let more = RwSignal::new(false);
    let keys = RwSignal::new(false);
    listen_to_keys(searching, keys, on_undo);
    // The switchers are drawn once: one that was drawn anew at every choice would lose the focus.
    let no_blocs = Memo::new(move |_| blocs.with(Vec::is_empty));
    let no_periods = Memo::new(move |_| periods.with(Vec::is_empty));
    let section = Memo::new(move |_| router.route().get().section());
    let item = move |page: &'static Page, class: &'static str| {
        let (route, icon, word, _) = page;
        let current = Signal::derive(move || section.get() == *route);
        view! {
            <A to=route.clone() class=class current=current>
                <Icon name=*icon/>
                <span>{move || word(w())}</span>
                {(*route == Route::Findings).then(|| view! { <ReviewCount review/> })}
            </A>
        }
        .into_any()
    };
    let topics = Memo::new(move |_| topics.get());
    let topic_items = move || {
        let item = |topic: TopicLink| {
            let (route, icon, label) = (topic.route(), topic.icon, topic.label);
            let here = route.clone();
            let current = Signal::derive(move || section.get() == here);
            view! {
                <A to=route class="nav-item" current=current>
                    <Icon name=icon/>
                    <span>{move || label.in_lang(lang()).to_owned()}</span>
                </A>
            }
        };
        topics.get().into_iter().map(item).collect_view()
    };
    let explore = move || {
        let current = Signal::derive(move || section.get() == Route::Explore);
        view! {
            <A to=Route::Explore class="nav-item" current=current>
                <Icon name=IconName::Filter/>
                <span>{move || w().explore}</span>
            </A>
        }
    };
    let has_topics = Memo::new(move |_| topics.with(|topics| !topics.is_empty()));
    let topic_group = move |class: &'static str| {
        move || {
            has_topics.get().then(|| {
                view! {
                    <div class=class>
                        <p class="nav-heading">{move || w().topics}</p>
                        {topic_items}
                        {explore}
                    </div>
                }
            })
        }
    };
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
                {topic_group("sidebar__group")}
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
                    {match on_save_line {
                        Some(on_open) => view! { <SaveLine state=save on_open/> }.into_any(),
                        None => view! { <SaveLine state=save/> }.into_any(),
                    }}
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
                <ReviewCount review/>
            </button>
        </nav>
        <Dialog open=more title=move || w().more kind=DialogKind::Sheet>
            <nav class="stack stack--tight" aria-label=move || w().more>
                {topic_group("stack stack--tight")}
                {WATCH.iter().chain(&REST).map(|page| item(page, "nav-item")).collect_view()}
                <button
                    type="button"
                    class="nav-item"
                    on:click=move |_| {
                        more.set(false);
                        searching.set(true);
                    }
                >
                    <Icon name=IconName::Search/>
                    <span>{move || w().search}</span>
                </button>
            </nav>
        </Dialog>
        <CommandPalette open=searching commands=all_commands(commands, topics, keys)/>
        <ShortcutHelp open=keys/>
    }
}

/// The number of points that need a person, at the end of what leads to them: seen as a number, read out in words. Nothing
/// where there is none.
#[component]
fn ReviewCount(review: Signal<usize>) -> impl IntoView {
    let lang = use_lang();
    move || {
        let number = review.get();
        (number > 0).then(|| {
            view! {
                <span class="nav-count" aria-hidden="true">
                    {review_mark(lang(), number)}
                </span>
                <span class="sr-only">{review_words(lang(), number)}</span>
            }
        })
    }
}

/// What the search offers on every page: the pages, then what the app hands in, then language, theme and keys.
fn all_commands(
    given: Signal<Vec<Command>>,
    topics: Memo<Vec<TopicLink>>,
    keys: RwSignal<bool>,
) -> Signal<Vec<Command>> {
    let w = use_words(&FRAME);
    let router = use_router();
    let preferences = use_preferences();
    Signal::derive(move || {
        let words = w();
        let pages = pages().map(|(route, icon, word, _)| {
            Command::new(words.group_pages, *icon, word(words), move || {
                router.go(router.place_untracked().at(route.clone()));
            })
        });
        let lang = preferences.lang.get();
        let topic = |topic: TopicLink| {
            let route = topic.route();
            Command::new(words.group_pages, topic.icon, topic.label.in_lang(lang), move || {
                router.go(router.place_untracked().at(route.clone()));
            })
        };
        let mut topics: Vec<Command> = topics.get().into_iter().map(topic).collect();
        if !topics.is_empty() {
            topics.push(Command::new(
                words.group_pages,
                IconName::Filter,
                words.explore,
                move || {
                    router.go(router.place_untracked().at(Route::Explore));
                },
            ));
        }
        let group = words.group_actions;
        let theme = |theme, icon, label| Command::new(group, icon, label, move || preferences.theme.set(theme));
        let actions = [
            Command::new(group, IconName::Language, words.other_language, move || {
                preferences.lang.update(|lang| {
                    *lang = match lang {
                        Lang::Vi => Lang::En,
                        Lang::En => Lang::Vi,
                    };
                });
            }),
            theme(Theme::Light, IconName::Light, words.theme_light),
            theme(Theme::Dark, IconName::Dark, words.theme_dark),
            theme(Theme::System, IconName::System, words.theme_system),
            Command::new(group, IconName::Keys, words.keys, move || keys.set(true)),
        ];
        pages.chain(topics).chain(given.get()).chain(actions).collect()
    })
}

/// Goes to the notices, after `g`: what a notice offers to take back must be within reach while it is there.
const TO_NOTICES: &str = "b";

/// Ctrl/⌘K, Ctrl/⌘Z, "?", and `g` followed by a letter.
fn listen_to_keys(searching: RwSignal<bool>, keys: RwSignal<bool>, on_undo: Option<Callback<()>>) {
    let router = use_router();
    let toasts = use_toasts();
    let after_g = StoredValue::new(false);
    let listener = window_event_listener(ev::keydown, move |event| {
        let with_command = event.ctrl_key() || event.meta_key();
        if with_command && !event.shift_key() && !event.alt_key() && event.key().eq_ignore_ascii_case("k") {
            event.prevent_default();
            searching.update(|open| *open = !*open);
            return;
        }
        let is_undo = with_command && !event.shift_key() && !event.alt_key() && event.key().eq_ignore_ascii_case("z");
        if is_undo && !event.default_prevented() && !is_typing(&event) {
            event.prevent_default();
            // A dialog covers the notices; what they offer can be taken back all the same.
            if let (false, Some(on_undo), false) = (toasts.undo_newest(), on_undo, dialog_is_open()) {
                on_undo.run(());
            }
            return;
        }
        if with_command || event.alt_key() || is_typing(&event) || dialog_is_open() {
            after_g.set_value(false);
            return;
        }
        let key = event.key();
        if after_g.get_value() {
            let page = pages().find(|(.., letter)| *letter == key);
            if let Some((route, ..)) = page {
                event.prevent_default();
                router.go(router.place_untracked().at(route.clone()));
            } else if key == TO_NOTICES && toasts.focus_newest() {
                event.prevent_default();
            }
        }
        after_g.set_value(key == "g");
        if key == "?" {
            event.prevent_default();
            keys.set(true);
        }
    });
    on_cleanup(move || listener.remove());
}

/// Whether the key goes into a field or a grid, where letters are text.
fn is_typing(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
    target.is_some_and(|target| {
        target.is_content_editable()
            || target
                .closest("input, textarea, select, [role=grid], [role=menu]")
                .is_ok_and(|found| found.is_some())
    })
}

fn dialog_is_open() -> bool {
    document()
        .query_selector("dialog[open]")
        .is_ok_and(|found| found.is_some())
}
