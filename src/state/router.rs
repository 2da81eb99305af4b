//! The router: one signal for the place, and the browser's history behind it.
//!
//! There is no table of routes to register: `Route` is an enum and the shell matches on it. A link is a real
//! `<a href>` (see `ui::link`), so that it can be copied and opened elsewhere.

use leptos::ev;
use leptos::prelude::*;
use std::cell::Cell;
use std::time::Duration;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, FocusOptions, HtmlElement, ScrollRestoration};

use super::route::{Place, Route};

/// Where the app is and how it gets elsewhere. A context; cheap to copy.
#[derive(Debug, Clone, Copy)]
pub struct Router {
    place: RwSignal<Place>,
    route: Memo<Route>,
}

impl Router {
    /// The place now; follows it in a reactive place.
    pub fn place(self) -> Place {
        self.place.get()
    }

    /// The place now, for an event handler.
    pub fn place_untracked(self) -> Place {
        self.place.get_untracked()
    }

    /// Only the page: does not change with filters, period or bloc.
    pub fn route(self) -> Memo<Route> {
        self.route
    }

    /// A page about the bloc and period of now; follows them in a reactive place.
    pub fn here(self, route: Route) -> Place {
        self.place.with(|place| place.at(route))
    }

    /// A filter of this page as a signal; empty when it is not set.
    pub fn filter(self, key: &'static str) -> Memo<String> {
        Memo::new(move |_| {
            self.place
                .with(|place| place.filter(key).unwrap_or_default().to_owned())
        })
    }

    /// Sets one filter without a step in the history.
    pub fn set_filter(self, key: &str, value: &str) {
        let place = self.place.with_untracked(|place| place.with_filter(key, value));
        self.replace(place);
    }

    /// Goes to a place: a new step in the history. On another page the view begins at its top and the heading is
    /// focused; on the same page (another period, say) both stay where they are.
    pub fn go(self, place: Place) {
        let url = place.to_url();
        let here = self.place.get_untracked();
        if url == here.to_url() {
            return;
        }
        remember_scroll();
        if let Ok(history) = window().history() {
            let _ = history.push_state_with_url(&JsValue::from_f64(0.0), "", Some(&url));
        }
        // The first bloc takes the place of the first visit, at the same address.
        let other_page = place.route != here.route || (here.bloc.is_none() && place.bloc.is_some());
        self.place.set(place);
        if other_page {
            arrive(0.0);
        }
    }

    /// Changes the place without a step in the history.
    pub fn replace(self, place: Place) {
        if let Ok(history) = window().history() {
            let _ = history.replace_state_with_url(&JsValue::from_f64(scroll_top()), "", Some(&place.to_url()));
        }
        self.place.set(place);
    }
}

/// Starts the router at the address of the page and makes it known to every component.
pub fn provide_router() -> Router {
    let place = RwSignal::new(current_place());
    let router = Router {
        place,
        route: Memo::new(move |_| place.with(|place| place.route.clone())),
    };
    if let Ok(history) = window().history() {
        // Pages draw after the browser would scroll, so the position is kept and restored here.
        let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
    }
    window_event_listener(ev::popstate, move |_| {
        let there = current_place();
        let other_page = there.route != router.place.with_untracked(|here| here.route.clone());
        router.place.set(there);
        if other_page {
            let kept = window().history().and_then(|history| history.state());
            arrive(kept.ok().and_then(|state| state.as_f64()).unwrap_or(0.0));
        }
    });
    let mut remember = debounce(Duration::from_millis(200), |_: ev::Event| remember_scroll());
    let remember = StoredValue::new_local(move |event: ev::Event| remember(event));
    window_event_listener(ev::scroll, move |event| {
        remember.update_value(|remember| remember(event));
    });
    count_deeds();
    provide_context(router);
    router
}

/// The router. Where none was provided (a component on its own in a test), one that starts at the address.
pub fn use_router() -> Router {
    use_context().unwrap_or_else(provide_router)
}

fn current_place() -> Place {
    let location = window().location();
    Place::parse(
        &location.pathname().unwrap_or_default(),
        &location.search().unwrap_or_default(),
    )
}

fn scroll_top() -> f64 {
    window().scroll_y().unwrap_or(0.0)
}

fn remember_scroll() {
    if let Ok(history) = window().history() {
        let _ = history.replace_state(&JsValue::from_f64(scroll_top()), "");
    }
}

/// After the page has drawn: scrolls, and puts the focus on its heading.
fn arrive(top: f64) {
    let before = Before::now();
    after_drawing(move || {
        window().scroll_to_with_x_and_y(0.0, top);
        lead_to_heading(&before);
    });
}

/// Puts the focus on the page's heading once it has drawn, so that a screen reader reads where it is and Tab goes on
/// from there: after a way to another page, and where a page becomes another one without a new address.
pub fn focus_heading() {
    let before = Before::now();
    after_drawing(move || lead_to_heading(&before));
}

fn focused() -> Option<Element> {
    document().active_element()
}

/// What had the focus, and how much had been pressed, when the way to a heading began.
struct Before {
    focused: Option<Element>,
    deeds: u32,
}

impl Before {
    fn now() -> Self {
        Self {
            focused: focused(),
            deeds: deeds(),
        }
    }
}

/// Puts the focus on the heading, unless somebody was quicker: a part of the page has it now that had not `before`, and
/// is a field that is typed into, or was come to by a key or a pointer.
fn lead_to_heading(before: &Before) {
    let is_chosen = |now: &Element| {
        let is_field = matches!(now.tag_name().as_str(), "INPUT" | "SELECT" | "TEXTAREA");
        before.focused.as_ref() != Some(now)
            && (is_field || deeds() != before.deeds)
            && now.closest("main, dialog").is_ok_and(|place| place.is_some())
    };
    if !focused().is_some_and(|now| is_chosen(&now)) {
        seek_heading(PATIENCE);
    }
}

/// Runs when what has changed is on the screen.
pub fn after_drawing(run: impl FnOnce() + 'static) {
    request_animation_frame(move || request_animation_frame(run));
}

/// How often a heading is looked for, and how often after it was found: a page may be fetched first, and be drawn
/// once more when its figures are there.
const PATIENCE: u32 = 100;
const PATIENCE_AFTER: u32 = 10;
const BETWEEN: Duration = Duration::from_millis(100);

thread_local! {
    /// How often a key or a pointer was pressed: whoever has acted since the heading was there goes on from where they are.
    static DEEDS: Cell<u32> = const { Cell::new(0) };
}

fn deeds() -> u32 {
    DEEDS.with(Cell::get)
}

/// Counts what is pressed, before anything else hears of it.
fn count_deeds() {
    let count = Closure::<dyn Fn()>::new(|| DEEDS.with(|deeds| deeds.set(deeds.get().wrapping_add(1))));
    for kind in ["keydown", "pointerdown"] {
        let _ = window().add_event_listener_with_callback_and_bool(kind, count.as_ref().unchecked_ref(), true);
    }
    // As long as the page.
    count.forget();
}

/// The heading, or `<main>` while there is none; ends as soon as the focus is somewhere else, or somebody has acted.
fn seek_heading(looks: u32) {
    let of = |selector| document().query_selector(selector).ok().flatten();
    let focus = |element: Option<Element>| {
        if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            let quietly = FocusOptions::new();
            quietly.set_prevent_scroll(true);
            let _ = element.focus_with_options(&quietly);
        }
    };
    let heading = of("main h1");
    let left = if heading.is_some() {
        looks.min(PATIENCE_AFTER)
    } else {
        looks
    };
    let found = heading.is_some();
    focus(heading.or_else(|| of("main")));
    let before = deeds();
    if left > 0 {
        set_timeout(
            move || {
                // Tab at the end of a page leaves the focus nowhere, which is no reason to take it back.
                if found && deeds() != before {
                    return;
                }
                let active = document().active_element().map(|active| active.tag_name());
                if active.is_none_or(|tag| matches!(tag.as_str(), "BODY" | "MAIN" | "H1")) {
                    seek_heading(left - 1);
                }
            },
            BETWEEN,
        );
    }
}
