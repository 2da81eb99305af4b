//! Short notices that go by themselves: "Đã sửa …" with "Hoàn tác".
//!
//! A toast stays for 10 seconds and longer while it is pointed at or holds the focus. What it undoes can also be
//! undone elsewhere (Ctrl+Z, the history): a toast is a convenience, never the only way.

use leptos::prelude::*;
use std::sync::Arc;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusEvent, HtmlElement};

use super::button::{Button, ButtonKind, IconButton, LinkButton};
use super::focus::FocusMark;
use super::icon::IconName;
use super::parts::use_parts;
use crate::i18n::ui::UI;
use crate::state::preferences::use_words;
use crate::state::route::Place;

/// How long a toast stays, and how often the time left is looked at.
const STAY: Duration = Duration::from_secs(10);
const TICK: Duration = Duration::from_millis(500);

/// What takes back. Not a `Callback`: that would go with the dialog or menu that it was made in, and the toast
/// outlives them.
type Undo = Arc<dyn Fn() + Send + Sync>;

#[derive(Clone)]
struct Toast {
    id: u32,
    text: String,
    undo: Option<Undo>,
    link: Option<Lead>,
}

/// Where a toast leads: what the link says, and the place.
#[derive(Clone, Debug)]
pub struct Lead {
    /// What the link says.
    pub label: String,
    /// Where it leads.
    pub to: Place,
}

/// Says short things. A context; cheap to copy.
#[derive(Debug, Clone, Copy)]
pub struct Toasts {
    shown: RwSignal<Vec<Toast>>,
    next: StoredValue<u32>,
    /// Where the focus was before it went to a toast.
    came_from: StoredValue<Option<FocusMark>, LocalStorage>,
}

impl Toasts {
    /// Says that something was done.
    pub fn say(self, text: impl Into<String>) {
        self.show(text.into(), None, None);
    }

    /// Says that something was done, and offers to take it back.
    pub fn offer_undo(self, text: impl Into<String>, undo: impl Fn() + Send + Sync + 'static) {
        self.show(text.into(), Some(Arc::new(undo)), None);
    }

    /// Says that something was done elsewhere: leads there, and offers to take it back.
    pub fn offer_undo_and_lead(self, text: impl Into<String>, link: Lead, undo: impl Fn() + Send + Sync + 'static) {
        self.show(text.into(), Some(Arc::new(undo)), Some(link));
    }

    fn show(self, text: String, undo: Option<Undo>, link: Option<Lead>) {
        let id = self.next.get_value();
        self.next.set_value(id.wrapping_add(1));
        self.shown.update(|shown| {
            // What is only said again, key after key, stands there once, and is read out anew.
            shown.retain(|toast| toast.undo.is_some() || toast.link.is_some() || toast.text != text);
            shown.push(Toast { id, text, undo, link });
            // Three at a time: older ones have been read or will not be.
            let excess = shown.len().saturating_sub(3);
            shown.drain(..excess);
        });
    }

    /// Takes back what the newest toast offers to. Answers whether there was one.
    pub fn undo_newest(self) -> bool {
        let newest = self.shown.with_untracked(|shown| {
            let mut offers = shown.iter().rev();
            offers.find_map(|toast| Some((toast.id, toast.undo.clone()?)))
        });
        if let Some((id, undo)) = &newest {
            undo();
            self.dismiss(*id);
        }
        newest.is_some()
    }

    /// Puts the focus on the newest toast. Answers whether there was one.
    pub fn focus_newest(self) -> bool {
        let newest = document().query_selector(".toast:last-of-type button").ok().flatten();
        let newest = newest.and_then(|button| button.dyn_into::<HtmlElement>().ok());
        newest.is_some_and(|button| button.focus().is_ok())
    }

    /// A toast goes, and the focus, if it was there, goes back.
    fn dismiss(self, id: u32) {
        self.shown.update(|shown| shown.retain(|toast| toast.id != id));
        if let Some(mark) = self.came_from.try_update_value(Option::take).flatten() {
            mark.restore();
        }
    }

    /// Remembers where the focus comes from when it enters the toasts.
    fn enter(self, event: &FocusEvent) {
        let from = event.related_target().and_then(|from| from.dyn_into::<Element>().ok());
        if !from.as_ref().is_some_and(is_toast) {
            self.came_from
                .set_value(from.and_then(FocusMark::of).or_else(FocusMark::heading));
        }
    }

    /// Forgets it when the focus goes elsewhere by itself.
    fn leave(self, event: &FocusEvent) {
        let to = event.related_target().and_then(|to| to.dyn_into::<Element>().ok());
        if to.is_some_and(|to| !is_toast(&to)) {
            self.came_from.set_value(None);
        }
    }
}

fn is_toast(element: &Element) -> bool {
    element.closest(".toast").is_ok_and(|found| found.is_some())
}

/// Makes toasts known to every component; `ToastHost` shows them.
pub fn provide_toasts() -> Toasts {
    let toasts = Toasts {
        shown: RwSignal::new(Vec::new()),
        next: StoredValue::new(0),
        came_from: StoredValue::new_local(None),
    };
    provide_context(toasts);
    toasts
}

/// The toasts.
pub fn use_toasts() -> Toasts {
    use_context().unwrap_or_else(provide_toasts)
}

/// Where toasts appear. Part of the frame.
#[component]
pub fn ToastHost() -> impl IntoView {
    let w = use_words(&UI);
    let toasts = use_toasts();
    let parts = use_parts();
    // Drawn once there is something to say; from then on they come and go by themselves.
    let spoken =
        Memo::new(move |was: Option<&bool>| was == Some(&true) || toasts.shown.with(|shown| !shown.is_empty()));
    view! {
        <div class="toasts" role="region" aria-label=move || w().notices>
            <div role="status">{move || spoken.get().then(|| parts.drawn(|parts| (parts.toasts)(toasts)))}</div>
        </div>
    }
}

/// The toasts themselves.
pub(super) fn toast_list(toasts: Toasts) -> AnyView {
    view! {
        <For each=move || toasts.shown.get() key=|toast| toast.id let:toast>
            <ToastView toast/>
        </For>
    }
    .into_any()
}

#[component]
fn ToastView(toast: Toast) -> impl IntoView {
    let w = use_words(&UI);
    let toasts = use_toasts();
    let id = toast.id;
    let held = StoredValue::new(false);
    let left = StoredValue::new(STAY);
    let clock = set_interval_with_handle(
        move || {
            if held.get_value() {
                return;
            }
            left.update_value(|left| *left = left.saturating_sub(TICK));
            if left.get_value().is_zero() {
                toasts.dismiss(id);
            }
        },
        TICK,
    )
    .ok();
    on_cleanup(move || {
        if let Some(clock) = clock {
            clock.clear();
        }
    });
    view! {
        <div
            class="toast"
            on:pointerenter=move |_| held.set_value(true)
            on:pointerleave=move |_| held.set_value(false)
            on:focusin=move |event| {
                held.set_value(true);
                toasts.enter(&event);
            }
            on:focusout=move |event| {
                held.set_value(false);
                toasts.leave(&event);
            }
        >
            <p>{toast.text}</p>
            {toast.link.map(|link| view! { <LinkButton to=link.to label=link.label kind=ButtonKind::Quiet small=true/> })}
            {toast
                .undo
                .map(|undo| {
                    view! {
                        <Button
                            label=move || w().undo
                            kind=ButtonKind::Quiet
                            small=true
                            on_press=move || {
                                undo();
                                toasts.dismiss(id);
                            }
                        />
                    }
                })}
            <IconButton icon=IconName::Close label=move || w().dismiss on_press=move || toasts.dismiss(id)/>
        </div>
    }
}
