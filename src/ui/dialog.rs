//! What stands above the page until it is answered or closed: a dialog in the middle, a sheet at a phone's edge.
//!
//! Both are the browser's own `<dialog>`: the rest of the page is inert, Esc closes, and the focus goes back to
//! where it came from. Use one only for what cannot be undone or needs the whole attention; else an undo toast.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::MouseEvent;

use super::button::IconButton;
use super::focus::FocusMark;
use super::icon::IconName;
use crate::i18n::ui::UI;
use crate::state::preferences::use_words;
use crate::state::router::use_router;

/// Where a dialog stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum DialogKind {
    /// In the middle.
    #[default]
    Middle,
    /// At the bottom edge on a phone; in the middle on a laptop.
    Sheet,
    /// Near the top, wide, without a heading of its own: the search.
    Search,
}

impl DialogKind {
    const fn class(self) -> &'static str {
        match self {
            Self::Middle => "dialog",
            Self::Sheet => "dialog dialog--sheet",
            Self::Search => "dialog dialog--search",
        }
    }
}

/// A modal dialog. Its content is made when it opens and dropped when it closes.
#[component]
pub fn Dialog(
    /// Whether it is open; the person may close it too.
    open: RwSignal<bool>,
    /// Its heading, which also names it.
    #[prop(into)]
    title: Signal<String>,
    /// Where it stands.
    #[prop(optional)]
    kind: DialogKind,
    /// The content; put buttons last, in `<DialogActions>`.
    children: ChildrenFn,
) -> impl IntoView {
    let w = use_words(&UI);
    let node = NodeRef::<html::Dialog>::new();
    // The browser gives the focus back by itself, but not to what was drawn anew meanwhile.
    let opener = StoredValue::new_local(None::<FocusMark>);
    // On another page the focus belongs to its heading.
    let router = use_router();
    let route = move || router.place_untracked().route;
    let opened_on = StoredValue::new(route());
    Effect::new(move || {
        let open = open.get();
        if let Some(dialog) = node.get() {
            match (open, dialog.open()) {
                (true, false) => {
                    opener.set_value(FocusMark::here());
                    opened_on.set_value(route());
                    let _ = dialog.show_modal();
                }
                (false, true) => dialog.close(),
                _ => {}
            }
        }
    });
    // A click on the dialog itself, and not on what is in it, is a click on the veil around it.
    let on_veil = move |event: MouseEvent| {
        let target = event.target();
        let dialog = node.get_untracked();
        if target.is_some_and(|target| dialog.is_some_and(|dialog| dialog.is_same_node(target.dyn_ref()))) {
            open.set(false);
        }
    };
    let headless = kind == DialogKind::Search;
    view! {
        <dialog
            node_ref=node
            class=kind.class()
            aria-label=title
            on:close=move |_| {
                // The event comes a moment later: by then a quick hand may have opened it again.
                if node.get_untracked().is_some_and(|dialog| dialog.open()) {
                    return;
                }
                open.set(false);
                let opener = opener.try_update_value(Option::take).flatten();
                if let Some(opener) = opener.filter(|_| opened_on.get_value() == route()) {
                    opener.restore();
                }
            }
            on:click=on_veil
        >
            {move || {
                open.get()
                    .then(|| {
                        let content = children();
                        view! {
                            <div class="dialog__body">
                                {(!headless)
                                    .then(|| {
                                        view! {
                                            <header class="dialog__head">
                                                <h2>{title}</h2>
                                                <IconButton
                                                    icon=IconName::Close
                                                    label=move || w().close
                                                    on_press=move || open.set(false)
                                                />
                                            </header>
                                        }
                                    })}
                                {content}
                            </div>
                        }
                    })
            }}
        </dialog>
    }
}

/// The row of buttons at a dialog's end: the way out first, the deed last.
#[component]
pub fn DialogActions(
    /// The buttons.
    children: Children,
) -> impl IntoView {
    view! { <div class="dialog__actions">{children()}</div> }
}

/// Whether a dialog about `subject` is open: it opens when there is one, and closing it lets the subject go.
pub fn open_while<T: Send + Sync + 'static>(subject: RwSignal<Option<T>>) -> RwSignal<bool> {
    let open = RwSignal::new(false);
    // Each side is set only where it differs: a signal tells of every setting, and the two would call each other for ever.
    Effect::new(move || {
        let wanted = subject.with(Option::is_some);
        if open.get_untracked() != wanted {
            open.set(wanted);
        }
    });
    Effect::new(move || {
        if !open.get() && subject.with_untracked(Option::is_some) {
            subject.set(None);
        }
    });
    open
}
