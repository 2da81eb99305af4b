//! The slides of a deck as a list that is arranged by hand: by dragging, by buttons, by keys.

use super::deck::DeckView;
use super::told::Kind;
use crate::i18n::decks::{DECKS, moved_to, slide_of, slide_removed};
use crate::model::id::SlideId;
use crate::state::decks::{deck_now, move_slide, remove_slide};
use crate::state::preferences::{use_lang, use_words};
use crate::state::router::after_drawing;
use crate::ui::button::{Button, IconButton};
use crate::ui::focus::all;
use crate::ui::icon::{Icon, IconName};
use crate::ui::toast::{Toasts, use_toasts};
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent, PointerEvent};

/// How near to an edge of the window a slide is dragged for the page to scroll, and how far it does, in CSS pixels.
const EDGE: f64 = 72.0;
const STEP: f64 = 14.0;

/// A slide being dragged, and where it would go.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Dragged {
    id: SlideId,
    to: usize,
}

/// The list as its lines use it. Cheap to copy.
#[derive(Clone, Copy)]
struct List {
    view: DeckView,
    place: NodeRef<html::Ol>,
    dragged: RwSignal<Option<Dragged>>,
    /// What is read out.
    said: RwSignal<String>,
    toasts: Toasts,
}

/// The list.
#[component]
pub fn SlideList(
    /// The deck.
    view: DeckView,
    /// Opens the choice of what to add.
    adding: RwSignal<bool>,
) -> impl IntoView {
    let w = use_words(&DECKS);
    let list = List {
        view,
        place: NodeRef::new(),
        dragged: RwSignal::new(None),
        said: RwSignal::new(String::new()),
        toasts: use_toasts(),
    };
    view! {
        <section class="deck__slides" aria-label=move || w().slides>
            <ol class="slides" node_ref=list.place>
                <For each=move || view.order.get() key=SlideId::clone let:id>
                    <Line list id/>
                </For>
            </ol>
            <p class="sr-only" role="status">{list.said}</p>
            <Button label=move || w().add icon=IconName::Add on_press=move || adding.set(true)/>
            <p class="muted small deck__keys">{move || w().keys}</p>
        </section>
    }
}

#[component]
fn Line(list: List, id: SlideId) -> impl IntoView {
    let w = use_words(&DECKS);
    let lang = use_lang();
    let view = list.view;
    let told = {
        let id = id.clone();
        Memo::new(move |_| view.told(&id))
    };
    let place = {
        let id = id.clone();
        Memo::new(move |_| view.place_of(&id))
    };
    let id = StoredValue::new(id);
    let chosen = Memo::new(move |_| {
        view.chosen
            .with(|chosen| id.with_value(|id| chosen.as_ref() == Some(id)))
    });
    let headline = move || told.with(|told| told.as_ref().map(|told| told.headline.clone()).unwrap_or_default());
    let about = move || told.with(|told| told.as_ref().map(|told| told.about.clone()).unwrap_or_default());
    let sign = move || {
        told.with(|told| match told.as_ref().map(|told| told.kind) {
            Some(Kind::Chart) => IconName::Chart,
            Some(Kind::Table) => IconName::Table,
            Some(Kind::Missing) => IconName::Waiting,
            Some(Kind::Words) => IconName::Report,
            Some(Kind::Unknown) | None => IconName::Warning,
        })
    };
    let number = move || place.get().0 + 1;
    let deed = move |what: &'static str| {
        let (at, of) = place.get();
        format!("{what}: {}", slide_of(lang(), at + 1, of))
    };
    let is_dragged = move || {
        list.dragged.with(|dragged| {
            dragged
                .as_ref()
                .is_some_and(|dragged| id.with_value(|id| dragged.id == *id))
        })
    };
    // The line stands above the slide that the dragged one would come before.
    let before = move || {
        let at = place.get().0;
        list.dragged.with(|dragged| {
            dragged.as_ref().is_some_and(|dragged| {
                let from = view.place_of(&dragged.id).0;
                let line_at = if dragged.to > from { dragged.to + 1 } else { dragged.to };
                dragged.to != from && line_at == at
            })
        })
    };
    let after = move || {
        let (at, of) = place.get();
        list.dragged.with(|dragged| {
            let last = |dragged: &Dragged| dragged.to + 1 == of && view.place_of(&dragged.id).0 + 1 != of;
            at + 1 == of && dragged.as_ref().is_some_and(last)
        })
    };
    let move_by = move |by: isize| id.with_value(|id| list.move_by(id, by));
    let remove = move || id.with_value(|id| list.remove(id));
    view! {
        <li
            class="slide-line"
            id=id.with_value(|id| format!("slide-{id}"))
            class:slide-line--chosen=chosen
            class:slide-line--dragged=is_dragged
            class:slide-line--before=before
            class:slide-line--after=after
            on:keydown=move |event| id.with_value(|id| list.on_key(id, &event))
        >
            <span
                class="slide-line__grip"
                title=move || w().drag
                aria-hidden="true"
                on:pointerdown=move |event| id.with_value(|id| list.grip(id, &event))
                on:pointermove=move |event| list.drag(&event)
                on:pointerup=move |_| list.drop()
                on:pointercancel=move |_| list.dragged.set(None)
            >
                <Icon name=IconName::Move/>
            </span>
            <button
                type="button"
                class="slide-line__open"
                aria-current=move || chosen.get().then_some("true")
                on:click=move |_| id.with_value(|id| list.open(id))
            >
                <span class="slide-line__number">{number}</span>
                <span class="slide-line__words">
                    <span class="slide-line__headline">{headline}</span>
                    <span class="slide-line__about">{move || view! { <Icon name=sign() small=true/> }} <span>{about}</span></span>
                </span>
            </button>
            <span class="slide-line__deeds">
                <IconButton
                    icon=IconName::Up
                    label=move || deed(w().up)
                    disabled=Signal::derive(move || place.get().0 == 0)
                    on_press=move || move_by(-1)
                />
                <IconButton
                    icon=IconName::Down
                    label=move || deed(w().down)
                    disabled=Signal::derive(move || place.with(|(at, of)| at + 1 >= *of))
                    on_press=move || move_by(1)
                />
                <IconButton icon=IconName::Delete label=move || deed(w().remove) on_press=remove/>
            </span>
        </li>
    }
}

impl List {
    /// Looks at a slide. On a phone the list makes room for it, so the focus goes along.
    fn open(self, id: &SlideId) {
        self.view.choose(Some(id));
        after_drawing(|| {
            let heading = document().query_selector(".one-slide__place").ok().flatten();
            let heading = heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok());
            let slides = document().query_selector(".deck__slides").ok().flatten();
            let is_phone = slides.and_then(|slides| slides.dyn_into().ok()).is_some_and(is_hidden);
            if let Some(heading) = heading.filter(|_| is_phone) {
                let _ = heading.focus();
                window().scroll_to_with_x_and_y(0.0, 0.0);
            }
        });
    }

    fn on_key(self, id: &SlideId, event: &KeyboardEvent) {
        let key = event.key();
        match (key.as_str(), event.alt_key()) {
            ("ArrowUp", true) => self.move_by(id, -1),
            ("ArrowDown", true) => self.move_by(id, 1),
            ("ArrowUp", false) => self.step(id, -1),
            ("ArrowDown", false) => self.step(id, 1),
            ("Delete", false) => self.remove(id),
            _ => return,
        }
        event.prevent_default();
    }

    /// Goes to the slide above or below.
    fn step(self, id: &SlideId, by: isize) {
        let (at, _) = untrack(|| self.view.place_of(id));
        let next = at.checked_add_signed(by);
        let next = next.and_then(|next| self.view.order.with_untracked(|order| order.get(next).cloned()));
        if let Some(next) = next {
            focus_line(&next);
        }
    }

    fn move_by(self, id: &SlideId, by: isize) {
        let (at, of) = untrack(|| self.view.place_of(id));
        if let Some(to) = at.checked_add_signed(by).filter(|to| *to < of) {
            self.move_to(id, to);
        }
    }

    fn move_to(self, id: &SlideId, to: usize) {
        let workspace = self.view.lens.workspace();
        let Some(deck) = self.deck_now() else {
            return;
        };
        // What had the focus is moved with its line, and loses it by that.
        let had = document()
            .active_element()
            .and_then(|active| active.dyn_into::<HtmlElement>().ok());
        if move_slide(workspace, &deck, id, to).is_none() {
            return;
        }
        let lang = self.view.lang.get_untracked();
        let told = untrack(|| self.view.told(id));
        let title = told.map(|told| told.headline).unwrap_or_default();
        self.said.set(moved_to(lang, &title, to + 1, deck.slides.len()));
        let id = id.clone();
        after_drawing(move || {
            let lost = document()
                .active_element()
                .is_none_or(|active| active.tag_name() == "BODY");
            match had.filter(|had| lost && had.is_connected() && had.tag_name() != "BODY") {
                Some(had) => drop(had.focus()),
                None if lost => focus_line(&id),
                None => {}
            }
        });
    }

    fn remove(self, id: &SlideId) {
        let workspace = self.view.lens.workspace();
        let Some(deck) = self.deck_now() else {
            return;
        };
        let (at, _) = untrack(|| self.view.place_of(id));
        let next = self.view.order.with_untracked(|order| {
            let left: Vec<&SlideId> = order.iter().filter(|known| *known != id).collect();
            left.get(at).or(left.last()).map(|next| (*next).clone())
        });
        if let Some(done) = remove_slide(workspace, &deck, id) {
            let lang = self.view.lang.get_untracked();
            self.toasts
                .offer_undo(slide_removed(lang, at + 1), move || workspace.undo_of(&done));
            after_drawing(move || match &next {
                Some(next) => focus_line(next),
                None => crate::state::router::focus_heading(),
            });
        }
    }

    fn deck_now(self) -> Option<crate::model::deck::Deck> {
        let id = self
            .view
            .deck
            .with_untracked(|deck| deck.as_ref().map(|deck| deck.id.clone()))?;
        deck_now(self.view.lens.workspace(), &id)
    }

    fn grip(self, id: &SlideId, event: &PointerEvent) {
        if event.button() != 0 {
            return;
        }
        event.prevent_default();
        if let Some(grip) = event.current_target().and_then(|grip| grip.dyn_into::<Element>().ok()) {
            let _ = grip.set_pointer_capture(event.pointer_id());
        }
        let to = untrack(|| self.view.place_of(id)).0;
        self.dragged.set(Some(Dragged { id: id.clone(), to }));
    }

    fn drag(self, event: &PointerEvent) {
        let (Some(dragged), Some(place)) = (self.dragged.get_untracked(), self.place.get_untracked()) else {
            return;
        };
        let y = f64::from(event.client_y());
        scroll_near_edges(y);
        let own = format!("slide-{}", dragged.id);
        let middle = |line: &HtmlElement| {
            let of = line.get_bounding_client_rect();
            of.top() + of.height() / 2.0
        };
        let others = all(&place, "li").into_iter().filter(|line| line.id() != own);
        let to = others.filter(|line| middle(line) < y).count();
        if to != dragged.to {
            self.dragged.set(Some(Dragged { to, ..dragged }));
        }
    }

    fn drop(self) {
        if let Some(dragged) = self.dragged.get_untracked() {
            self.dragged.set(None);
            if untrack(|| self.view.place_of(&dragged.id)).0 != dragged.to {
                self.move_to(&dragged.id, dragged.to);
            }
        }
    }
}

fn scroll_near_edges(y: f64) {
    let height = window()
        .inner_height()
        .ok()
        .and_then(|height| height.as_f64())
        .unwrap_or(0.0);
    if y < EDGE {
        window().scroll_by_with_x_and_y(0.0, -STEP);
    } else if y > height - EDGE {
        window().scroll_by_with_x_and_y(0.0, STEP);
    }
}

fn is_hidden(element: HtmlElement) -> bool {
    element.offset_width() == 0
}

fn focus_line(id: &SlideId) {
    let line = document().get_element_by_id(&format!("slide-{id}"));
    let button = line.and_then(|line| line.query_selector(".slide-line__open").ok().flatten());
    if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
        let _ = button.focus();
    }
}
