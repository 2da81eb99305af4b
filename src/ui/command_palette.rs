//! Ctrl/⌘K: one field that finds pages, units, drives and actions. Marks need not be typed.

use leptos::ev::SubmitEvent;
use leptos::html;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

use super::dialog::{Dialog, DialogKind};
use super::icon::{Icon, IconName};
use crate::i18n::frame::FRAME;
use crate::i18n::over::OVER;
use crate::model::fold::{fold, matches_folded};
use crate::state::preferences::use_words;

/// How many results are shown; more would be a list, not a search.
const SHOWN: usize = 40;

/// Something that the search can do or go to.
#[derive(Debug, Clone, PartialEq)]
pub struct Command {
    /// What is found and shown.
    pub label: String,
    /// A second, muted text that is searched too: where it belongs, or other names of it.
    pub hint: String,
    /// Its icon.
    pub icon: IconName,
    /// The heading it stands under; commands of one group should follow each other.
    pub group: String,
    /// Runs when chosen.
    pub run: CommandRun,
}

/// What a command runs; two are never equal, since it cannot be known what they do.
#[derive(Debug, Clone, Copy)]
pub struct CommandRun(pub Callback<()>);

impl PartialEq for CommandRun {
    fn eq(&self, other: &Self) -> bool {
        self.0.matches(&other.0)
    }
}

impl Command {
    /// A command.
    pub fn new(
        group: impl Into<String>,
        icon: IconName,
        label: impl Into<String>,
        run: impl Fn() + Send + Sync + 'static,
    ) -> Self {
        Self {
            label: label.into(),
            hint: String::new(),
            icon,
            group: group.into(),
            run: CommandRun(Callback::new(move |()| run())),
        }
    }

    /// The same command with a second text.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }
}

/// The search.
#[component]
pub fn CommandPalette(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// All that can be found, in the order in which it is offered.
    #[prop(into)]
    commands: Signal<Vec<Command>>,
) -> impl IntoView {
    let w = use_words(&FRAME);
    view! {
        <Dialog open title=move || w().search kind=DialogKind::Search>
            <Search open commands/>
        </Dialog>
    }
}

#[component]
fn Search(open: RwSignal<bool>, commands: Signal<Vec<Command>>) -> impl IntoView {
    let w = use_words(&FRAME);
    let over = use_words(&OVER);
    let query = RwSignal::new(String::new());
    let at = RwSignal::new(0_usize);
    let field = NodeRef::<html::Input>::new();
    // Read once while it is open: there may be thousands of units, and each key asks again.
    let known = Memo::new(move |_| {
        if !open.get() {
            return Vec::new();
        }
        let folded = |command: Command| (fold(&format!("{} {}", command.label, command.hint)), command);
        commands.get().into_iter().map(folded).collect()
    });
    let found = Memo::new(move |_| {
        let query = fold(&query.get());
        known.with(|known| {
            known
                .iter()
                .filter(|(text, _)| matches_folded(text, &query))
                .map(|(_, command)| command)
                .take(SHOWN)
                .cloned()
                .collect::<Vec<_>>()
        })
    });
    Effect::new(move || {
        if let Some(field) = field.get() {
            let _ = field.focus();
        }
    });
    let run = move |index: usize| {
        let chosen = found.with_untracked(|found| found.get(index).map(|command| command.run));
        if let Some(chosen) = chosen {
            open.set(false);
            chosen.0.run(());
        }
    };
    let on_key = move |event: KeyboardEvent| {
        let count = found.with_untracked(Vec::len);
        let next = match (event.key().as_str(), count) {
            (_, 0) => return,
            ("ArrowDown", _) => (at.get_untracked() + 1) % count,
            ("ArrowUp", _) => (at.get_untracked() + count - 1) % count,
            _ => return,
        };
        event.prevent_default();
        at.set(next);
        request_animation_frame(move || {
            if let Some(line) = document().get_element_by_id(&line_id(next)) {
                let nearest = web_sys::ScrollIntoViewOptions::new();
                nearest.set_block(web_sys::ScrollLogicalPosition::Nearest);
                line.scroll_into_view_with_scroll_into_view_options(&nearest);
            }
        });
    };
    let lines = move || {
        let mut group = String::new();
        found
            .get()
            .into_iter()
            .enumerate()
            .map(|(index, command)| {
                let heading = (command.group != group).then(|| command.group.clone());
                group.clone_from(&command.group);
                line_view(index, command, heading, at, Callback::new(move |()| run(index)))
            })
            .collect_view()
    };
    view! {
        <form
            class="search"
            on:submit=move |event: SubmitEvent| {
                event.prevent_default();
                run(at.get_untracked());
            }
        >
            <Icon name=IconName::Search/>
            <input
                node_ref=field
                class="search__field"
                type="text"
                role="combobox"
                autocomplete="off"
                spellcheck="false"
                enterkeyhint="go"
                aria-label=move || w().search
                aria-expanded="true"
                aria-controls="search-results"
                aria-describedby="search-help"
                aria-activedescendant=move || found.with(|found| !found.is_empty()).then(|| line_id(at.get()))
                placeholder=move || over().search_hint
                prop:value=query
                on:input=move |event| {
                    query.set(event_target_value(&event));
                    at.set(0);
                }
                on:keydown=on_key
            />
            <kbd>"Esc"</kbd>
        </form>
        <div id="search-results" class="search__results" role="listbox" aria-label=move || w().search>
            {lines}
        </div>
        <p class="search__empty" role="status">
            {move || found.with(Vec::is_empty).then(|| over().search_empty)}
        </p>
        <p id="search-help" class="sr-only">
            {move || over().search_help}
        </p>
    }
}

fn line_id(index: usize) -> String {
    format!("search-line-{index}")
}

fn line_view(
    index: usize,
    command: Command,
    heading: Option<String>,
    at: RwSignal<usize>,
    run: Callback<()>,
) -> AnyView {
    view! {
        {heading.map(|heading| view! { <p class="search__group" role="presentation">{heading}</p> })}
        <div
            id=line_id(index)
            class="search__line"
            role="option"
            aria-selected=move || if at.get() == index { "true" } else { "false" }
            on:click=move |_| run.run(())
            on:pointermove=move |_| at.set(index)
        >
            <Icon name=command.icon/>
            <span>{command.label}</span>
            <span class="search__hint">{command.hint}</span>
        </div>
    }
    .into_any()
}
