//! A list that opens under its button: of choices (a switcher) or of actions (a menu).
//!
//! Keys as one expects of a menu: Enter, Space or ↓ open it and go into it, arrows, Home and End move, a letter
//! jumps, Esc closes and gives the focus back, Tab leaves.

use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent, Node};

use super::icon::{Icon, IconName};
use crate::model::fold::fold;

/// One thing to choose: a value for the program, a label for the person.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choice {
    /// What is handed to `on_choose`.
    pub value: String,
    /// What is shown.
    pub label: String,
    /// A second, muted line or remark; may be empty.
    pub hint: String,
}

impl Choice {
    /// A choice without a remark.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            value: value.into(),
            label: label.into(),
            hint: String::new(),
        }
    }

    /// The same choice with a remark.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }
}

/// A button that shows what is chosen now and opens the list of what may be chosen.
#[component]
pub fn Switcher(
    /// What is chosen here ("Khối", "Kỳ"); read out before the choice.
    #[prop(into)]
    label: Signal<String>,
    /// What there is to choose.
    #[prop(into)]
    choices: Signal<Vec<Choice>>,
    /// The value chosen now.
    #[prop(into)]
    value: Signal<String>,
    /// Called with the new value.
    #[prop(into)]
    on_choose: Callback<(String,)>,
    /// The choice is the heading of what follows: larger type.
    #[prop(optional)]
    strong: bool,
) -> impl IntoView {
    let shown = move || {
        choices.with(|choices| {
            let value = value.get();
            choices
                .iter()
                .find(|choice| choice.value == value)
                .map_or(value, |choice| choice.label.clone())
        })
    };
    let entries = Signal::derive(move || {
        let value = value.get();
        choices.with(|choices| {
            choices
                .iter()
                .map(|choice| MenuEntry {
                    label: choice.label.clone(),
                    hint: choice.hint.clone(),
                    icon: None,
                    checked: Some(choice.value == value),
                })
                .collect::<Vec<_>>()
        })
    });
    let choose = move |index: usize| {
        let chosen = choices.with_untracked(|choices| choices.get(index).map(|choice| choice.value.clone()));
        if let Some(chosen) = chosen {
            on_choose.run((chosen,));
        }
    };
    view! {
        <Popup
            class=if strong { "switcher switcher--strong" } else { "switcher" }
            entries=entries
            on_choose=Callback::new(move |(index,)| choose(index))
            button=move || {
                view! {
                    <span class="sr-only">{label} ": "</span>
                    <span class="switcher__value">{shown}</span>
                    <Icon name=IconName::Down small=true/>
                }
                    .into_any()
            }
        />
    }
}

/// One action of a menu.
#[derive(Debug, Clone, Copy)]
pub struct MenuAction {
    /// What it does.
    pub label: Signal<String>,
    /// Its icon.
    pub icon: IconName,
    /// Runs when chosen.
    pub run: Callback<()>,
}

impl MenuAction {
    /// An action.
    pub fn new(icon: IconName, label: Signal<String>, run: impl Fn() + Send + Sync + 'static) -> Self {
        Self {
            label,
            icon,
            run: Callback::new(move |()| run()),
        }
    }
}

/// A button that opens a list of actions.
#[component]
pub fn Menu(
    /// What the actions are about; shown unless `icon` stands for it.
    #[prop(into)]
    label: Signal<String>,
    /// An icon instead of the label's words.
    #[prop(optional)]
    icon: Option<IconName>,
    /// The actions.
    actions: Vec<MenuAction>,
    /// The list opens toward the start, for a button at the end of its line.
    #[prop(optional)]
    end: bool,
) -> impl IntoView {
    let actions = StoredValue::new(actions);
    let entries = Signal::derive(move || {
        actions.with_value(|actions| {
            actions
                .iter()
                .map(|action| MenuEntry {
                    label: action.label.get(),
                    hint: String::new(),
                    icon: Some(action.icon),
                    checked: None,
                })
                .collect::<Vec<_>>()
        })
    });
    view! {
        <Popup
            class=if icon.is_some() { "icon-button" } else { "button" }
            end=end
            entries=entries
            on_choose=Callback::new(move |(index,): (usize,)| {
                if let Some(action) = actions.with_value(|actions| actions.get(index).copied()) {
                    action.run.run(());
                }
            })
            button=move || match icon {
                Some(name) => view! { <Icon name/> <span class="sr-only">{label}</span> }.into_any(),
                None => view! { <span>{label}</span> <Icon name=IconName::Down small=true/> }.into_any(),
            }
        />
    }
}

/// A button of one icon that opens a list of things to choose from, which may be others each time.
#[component]
pub fn PickMenu(
    /// What choosing does; read out and shown as a tooltip.
    #[prop(into)]
    label: Signal<String>,
    /// The button's icon.
    icon: IconName,
    /// What there is to choose, asked for when the list opens.
    choices: Callback<(), Vec<Choice>>,
    /// Called with the value that was chosen.
    #[prop(into)]
    on_choose: Callback<(String,)>,
    /// The list is open from the start: it was asked for before this button was there.
    #[prop(optional)]
    opened: bool,
) -> impl IntoView {
    let asked = StoredValue::new(Vec::<Choice>::new());
    let entries = Signal::derive(move || {
        let found = choices.run(());
        let entry = |choice: &Choice| MenuEntry {
            label: choice.label.clone(),
            hint: choice.hint.clone(),
            icon: None,
            checked: None,
        };
        let entries = found.iter().map(entry).collect::<Vec<_>>();
        asked.set_value(found);
        entries
    });
    view! {
        <Popup
            class="icon-button"
            title=label
            end=true
            opened=opened
            entries=entries
            on_choose=Callback::new(move |(index,): (usize,)| {
                if let Some(choice) = asked.with_value(|asked| asked.get(index).cloned()) {
                    on_choose.run((choice.value,));
                }
            })
            button=move || view! { <Icon name=icon/> <span class="sr-only">{label}</span> }.into_any()
        />
    }
}

/// A line of an open list.
#[derive(Debug, Clone, PartialEq, Eq)]
struct MenuEntry {
    label: String,
    hint: String,
    icon: Option<IconName>,
    checked: Option<bool>,
}

/// The button, the list under it, and the keys. `on_choose` gets the index of the entry.
#[component]
fn Popup(
    class: &'static str,
    #[prop(optional)] title: Option<Signal<String>>,
    #[prop(optional)] end: bool,
    #[prop(optional)] opened: bool,
    entries: Signal<Vec<MenuEntry>>,
    on_choose: Callback<(usize,)>,
    #[prop(into)] button: ViewFn,
) -> impl IntoView {
    let open = RwSignal::new(opened);
    // Turned toward the start where the list would leave the screen at its end.
    let turned = RwSignal::new(end);
    let root = NodeRef::<html::Div>::new();
    let trigger = NodeRef::<html::Button>::new();
    let list = NodeRef::<html::Div>::new();
    let close = move |refocus: bool| {
        open.set(false);
        if refocus && let Some(trigger) = trigger.get_untracked() {
            let _ = trigger.focus();
        }
    };
    // As soon as the list stands, before another key can come: a frame later is too late for someone who types ahead.
    Effect::new(move |_| {
        let Some(list) = list.get() else {
            return;
        };
        if list.get_bounding_client_rect().right() > document_width() {
            turned.set(true);
        }
        let items = items_of(&list);
        let chosen = items
            .iter()
            .position(|item| item.get_attribute("aria-checked").as_deref() == Some("true"));
        focus(&items, chosen.unwrap_or(0));
    });
    let outside = window_event_listener(ev::pointerdown, move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Node>().ok());
        let inside = root.get_untracked().is_some_and(|root| root.contains(target.as_ref()));
        if open.get_untracked() && !inside {
            close(false);
        }
    });
    on_cleanup(move || outside.remove());
    let on_key = move |event: KeyboardEvent| {
        let Some(list) = list.get_untracked() else {
            return;
        };
        let items = items_of(&list);
        let at = items.iter().position(|item| {
            document()
                .active_element()
                .is_some_and(|active| item.is_same_node(Some(&active)))
        });
        match target_of(&event.key(), at, &items) {
            Some(next) => {
                event.prevent_default();
                focus(&items, next);
            }
            None if event.key() == "Escape" => {
                event.prevent_default();
                event.stop_propagation();
                close(true);
            }
            None if event.key() == "Tab" => close(false),
            None => {}
        }
    };
    view! {
        <div class="popup" class:popup--end=turned node_ref=root>
            <button
                type="button"
                class=class
                title=move || title.map(|title| title.get())
                node_ref=trigger
                aria-haspopup="menu"
                aria-expanded=move || if open.get() { "true" } else { "false" }
                on:click=move |_| if open.get_untracked() { close(true) } else { open.set(true) }
                on:keydown=move |event| {
                    if event.key() == "ArrowDown" && !open.get_untracked() {
                        event.prevent_default();
                        open.set(true);
                    }
                }
            >
                {button.run()}
            </button>
            {move || {
                open.get()
                    .then(|| {
                        let lines = entries
                            .get()
                            .into_iter()
                            .enumerate()
                            .map(|(index, entry)| {
                                entry_view(
                                    entry,
                                    Callback::new(move |()| {
                                        close(true);
                                        on_choose.run((index,));
                                    }),
                                )
                            })
                            .collect_view();
                        view! {
                            <div class="menu" role="menu" node_ref=list on:keydown=on_key>
                                {lines}
                            </div>
                        }
                    })
            }}
        </div>
    }
}

/// The width that the page may use, in CSS pixels.
fn document_width() -> f64 {
    document()
        .document_element()
        .map_or(0.0, |root| f64::from(root.client_width()))
}

fn entry_view(entry: MenuEntry, choose: Callback<()>) -> AnyView {
    let checked = entry.checked;
    view! {
        <button
            type="button"
            class="menu__item"
            tabindex="-1"
            role=if checked.is_some() { "menuitemradio" } else { "menuitem" }
            aria-checked=checked.map(|checked| if checked { "true" } else { "false" })
            on:click=move |_| choose.run(())
        >
            {checked
                .map(|checked| {
                    view! { <span class="menu__mark">{checked.then(|| view! { <Icon name=IconName::Check small=true/> })}</span> }
                })}
            {entry.icon.map(|name| view! { <Icon name/> })}
            <span class="menu__words">
                <span>{entry.label}</span>
                {(!entry.hint.is_empty()).then(|| view! { <span class="menu__hint">{entry.hint}</span> })}
            </span>
        </button>
    }
    .into_any()
}

fn items_of(list: &web_sys::HtmlDivElement) -> Vec<HtmlElement> {
    let Ok(nodes) = list.query_selector_all(".menu__item") else {
        return Vec::new();
    };
    (0..nodes.length())
        .filter_map(|index| nodes.get(index)?.dyn_into().ok())
        .collect()
}

fn focus(items: &[HtmlElement], index: usize) {
    if let Some(item) = items.get(index) {
        let _ = item.focus();
    }
}

/// Which entry a key leads to from the one that has the focus.
fn target_of(key: &str, at: Option<usize>, items: &[HtmlElement]) -> Option<usize> {
    let last = items.len().checked_sub(1)?;
    match key {
        "ArrowDown" => Some(at.map_or(0, |at| if at == last { 0 } else { at + 1 })),
        "ArrowUp" => Some(at.map_or(last, |at| at.checked_sub(1).unwrap_or(last))),
        "Home" => Some(0),
        "End" => Some(last),
        letter if letter.chars().count() == 1 && letter != " " => {
            let wanted = fold(letter);
            let start = at.map_or(0, |at| at + 1);
            (0..items.len())
                .map(|step| (start + step) % items.len())
                .find(|index| fold(&items[*index].text_content().unwrap_or_default()).starts_with(&wanted))
        }
        _ => None,
    }
}
