//! What opens over the page from anywhere: the search, the list of the keys, and on a phone what "Thêm" holds. Fetched with the
//! other parts of the frame.

use leptos::prelude::*;

use super::navigation::{Navigation, REST, TopicLink, WATCH, pages};
use crate::i18n::frame::FRAME;
use crate::i18n::over::OVER;
use crate::i18n::shell::SHELL;
use crate::model::drive::Drive;
use crate::model::text::Lang;
use crate::model::unit::Unit;
use crate::state::lens::use_lens;
use crate::state::preferences::{Theme, use_preferences, use_words};
use crate::state::route::Route;
use crate::state::router::use_router;
use crate::ui::command_palette::{Command, CommandPalette};
use crate::ui::dialog::{Dialog, DialogKind};
use crate::ui::icon::{Icon, IconName};
use crate::ui::shortcut_help::ShortcutHelp;

/// Which of them are open, and what they show.
#[derive(Clone, Copy)]
pub struct Overlays {
    /// The search.
    pub searching: RwSignal<bool>,
    /// "Thêm".
    pub more: RwSignal<bool>,
    /// The list of the keys.
    pub keys: RwSignal<bool>,
    /// The navigation.
    pub navigation: Navigation,
    /// Takes back what was done last.
    pub on_undo: Option<Callback<()>>,
}

/// All of them.
pub fn dialogs(of: Overlays) -> AnyView {
    let w = use_words(&FRAME);
    let Overlays {
        searching,
        more,
        keys,
        navigation,
        ..
    } = of;
    view! {
        <Dialog open=more title=move || w().more kind=DialogKind::Sheet>
            <nav class="stack stack--tight" aria-label=move || w().more>
                {navigation.topic_group("stack stack--tight")}
                {WATCH.iter().chain(&REST).map(|page| navigation.item(page, "nav-item")).collect_view()}
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
        <CommandPalette open=searching commands=all_commands(commands(of.on_undo), navigation.topics, keys)/>
        <ShortcutHelp open=keys/>
    }
    .into_any()
}

/// What the search offers on every page: the pages, then what the app hands in, then language, theme and keys.
fn all_commands(
    given: Signal<Vec<Command>>,
    topics: Memo<Vec<TopicLink>>,
    keys: RwSignal<bool>,
) -> Signal<Vec<Command>> {
    let w = use_words(&FRAME);
    let over = use_words(&OVER);
    let router = use_router();
    let preferences = use_preferences();
    Signal::derive(move || {
        let (words, said) = (w(), over());
        let pages = pages().map(|(route, icon, word, _)| {
            Command::new(said.group_pages, *icon, word(words), move || {
                router.go(router.place_untracked().at(route.clone()));
            })
        });
        let lang = preferences.lang.get();
        let topic = |topic: TopicLink| {
            let route = topic.route();
            Command::new(said.group_pages, topic.icon, topic.label.in_lang(lang), move || {
                router.go(router.place_untracked().at(route.clone()));
            })
        };
        let mut topics: Vec<Command> = topics.get().into_iter().map(topic).collect();
        if !topics.is_empty() {
            topics.push(Command::new(
                said.group_pages,
                IconName::Filter,
                words.explore,
                move || {
                    router.go(router.place_untracked().at(Route::Explore));
                },
            ));
        }
        let group = said.group_actions;
        let theme = |theme, icon, label| Command::new(group, icon, label, move || preferences.theme.set(theme));
        let actions = [
            Command::new(group, IconName::Language, said.other_language, move || {
                preferences.lang.update(|lang| {
                    *lang = match lang {
                        Lang::Vi => Lang::En,
                        Lang::En => Lang::Vi,
                    };
                });
            }),
            theme(Theme::Light, IconName::Light, said.theme_light),
            theme(Theme::Dark, IconName::Dark, said.theme_dark),
            theme(Theme::System, IconName::System, said.theme_system),
            Command::new(group, IconName::Keys, said.keys, move || keys.set(true)),
        ];
        pages.chain(topics).chain(given.get()).chain(actions).collect()
    })
}

/// What the search finds beside pages: study drives, units, undo, and the way to a further bloc.
fn commands(on_undo: Option<Callback<()>>) -> Signal<Vec<Command>> {
    let w = use_words(&SHELL);
    let over = use_words(&OVER);
    let lens = use_lens();
    let router = lens.router();
    Signal::derive(move || {
        let words = over();
        let go = move |route: Route| move || router.go(router.place_untracked().at(route.clone()));
        let drive = |drive: &Drive| {
            let route = Route::StudyDrive(drive.id.to_string());
            Command::new(words.drives, IconName::Study, drive.name.clone(), go(route))
        };
        let unit = |unit: &Unit| {
            let route = Route::Unit(unit.id.to_string());
            Command::new(words.units, IconName::Units, unit.name.clone(), go(route))
        };
        let mut found: Vec<Command> = lens.ledger(|ledger| {
            let drives = ledger.drives.iter().map(drive);
            drives.chain(ledger.units.in_order().into_iter().map(unit)).collect()
        });
        if let Some(on_undo) = on_undo {
            found.push(Command::new(words.actions, IconName::Undo, words.undo, move || {
                on_undo.run(())
            }));
        }
        let another = Command::new(words.actions, IconName::Add, w().another_bloc, go(Route::Start));
        found.push(another);
        found
    })
}
