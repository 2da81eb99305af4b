//! A deck being presented: the slide, and what keys, clickers and fingers make of it.

use gloo_timers::callback::Timeout;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, PointerEvent};

use super::controls::{Controls, Cover};
use super::keys::{Pressed, swiped, wanted};
use super::overview::Overview;
use super::presentation::{Presentation, window_size};
use super::show::Action;
use super::slide::{Presses, SlideView};
use crate::i18n::presenting::PRESENTING;
use crate::platform::wake_lock::Awake;
use crate::state::preferences::use_words;
use crate::state::route::Route;
use crate::state::version::Updates;
use crate::ui::button::{ButtonKind, LinkButton};
use crate::ui::empty::{EmptyState, Skeleton};
use crate::ui::icon::IconName;
use crate::ui::page_head::use_title;

/// How long the pointer and the buttons stay when nothing moves, in milliseconds.
const STAY: u32 = 3_000;

/// A deck being presented.
#[component]
pub fn PresentingPage(
    /// Which.
    id: String,
) -> impl IntoView {
    let w = use_words(&PRESENTING);
    let presentation = Presentation::new(id);
    let frozen = presentation.frozen;
    use_title(Signal::derive(move || {
        frozen.with(|frozen| {
            frozen
                .as_ref()
                .map_or_else(|| w().begin.to_owned(), |frozen| frozen.name.clone())
        })
    }));
    hold_updates();
    let awake = StoredValue::new_local(Some(Awake::hold()));
    on_cleanup(move || awake.set_value(None));
    let resized = window_event_listener(ev::resize, move |_| presentation.size.set(window_size()));
    on_cleanup(move || resized.remove());
    listen_to_keys(presentation);
    let stirs = follow_pointer();
    let swipe = StoredValue::new(None::<(f64, f64)>);
    let point = |event: &PointerEvent| (f64::from(event.client_x()), f64::from(event.client_y()));
    let presses = Presses {
        pick: Callback::new(move |key| presentation.act(Action::Behind(key))),
        back: Callback::new(move |()| presentation.act(Action::Out)),
    };
    let shown = Memo::new(move |_| presentation.shown());
    let drawn = presentation;
    let overview = Memo::new(move |_| presentation.show.with(|show| show.overview.is_some()));
    let empty =
        Memo::new(move |_| frozen.with(|frozen| frozen.as_ref().is_some_and(|frozen| frozen.slides.is_empty())));
    let said = move || {
        let said = |shown: super::slide::Shown| {
            let slide = shown.frozen.slides.get(shown.slide)?;
            Some(shown.behind.unwrap_or_else(|| slide.headline().to_owned()))
        };
        shown.get().and_then(said)
    };
    let stage = move || match (presentation.missing.get(), empty.get(), shown.get()) {
        (true, ..) => nothing(move || w().no_deck, move || w().no_deck_why).into_any(),
        (_, true, _) => nothing(move || w().empty, move || w().empty_why).into_any(),
        (_, _, Some(shown)) => {
            let drawn = untrack(|| drawn.drawn());
            let (slide, mark) = untrack(|| presentation.show.with(|show| (show.slide, show.behind.clone())));
            let tight = shown.layout.tight;
            let on_drawn = Callback::new(move |cut| presentation.was_drawn(slide, mark.clone(), tight, cut));
            view! { <SlideView shown drawn presses=Some(presses) on_drawn/> }.into_any()
        }
        _ => view! { <Skeleton label=move || w().opening lines=4/> }.into_any(),
    };
    view! {
        <div
            class="presenting"
            data-made-smaller=move || presentation.made_smaller().to_string()
            class:presenting--still=move || !stirs.get()
            class:presenting--dark=move || presentation.drawn().dark
            on:pointerdown=move |event| swipe.set_value((event.pointer_type() == "touch").then(|| point(&event)))
            on:pointerup=move |event| {
                let from = swipe.try_update_value(Option::take).flatten();
                let to = point(&event);
                if let Some(action) = from.and_then(|from| swiped(to.0 - from.0, to.1 - from.1)) {
                    presentation.act(action);
                }
            }
        >
            {stage}
            {move || overview.get().then(|| view! { <Overview presentation/> })}
            <Cover presentation/>
            <Controls presentation/>
            <p class="sr-only" role="status">{said}</p>
        </div>
    }
}

/// There is nothing to present, and the way back.
fn nothing(
    title: impl Fn() -> &'static str + Copy + Send + Sync + 'static,
    why: impl Fn() -> &'static str + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let w = use_words(&PRESENTING);
    view! {
        <EmptyState icon=IconName::Present title=title why=why page=true>
            <LinkButton to=Route::Decks label=move || w().to_decks kind=ButtonKind::Primary/>
        </EmptyState>
    }
}

/// A version that was accepted waits until the presentation is over.
fn hold_updates() {
    if let Some(updates) = use_context::<Updates>() {
        updates.hold(true);
        on_cleanup(move || updates.hold(false));
    }
}

fn listen_to_keys(presentation: Presentation) {
    let listener = window_event_listener(ev::keydown, move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let within = |selector: &str| {
            let found = target.as_ref().map(|target| target.closest(selector));
            found.is_some_and(|found| found.is_ok_and(|found| found.is_some()))
        };
        let (key, code) = (event.key(), event.code());
        let action = wanted(Pressed {
            key: &key,
            code: &code,
            shift: event.shift_key(),
            command: event.ctrl_key() || event.meta_key() || event.alt_key(),
            // A slide of the overview that is marked is meant by Enter, whoever has the focus.
            on_control: within("button, a") && !within(".overview"),
        });
        if let Some(action) = action {
            event.prevent_default();
            presentation.act(action);
        }
    });
    on_cleanup(move || listener.remove());
}

/// Whether the pointer has moved a moment ago.
fn follow_pointer() -> RwSignal<bool> {
    let stirs = RwSignal::new(true);
    let timer = StoredValue::new_local(None::<Timeout>);
    let stir = move || {
        if !stirs.get_untracked() {
            stirs.set(true);
        }
        timer.set_value(Some(Timeout::new(STAY, move || {
            let _ = stirs.try_set(false);
        })));
    };
    stir();
    let moved = window_event_listener(ev::pointermove, move |_| stir());
    let pressed = window_event_listener(ev::pointerdown, move |_| stir());
    on_cleanup(move || {
        moved.remove();
        pressed.remove();
        timer.set_value(None);
    });
    stirs
}
