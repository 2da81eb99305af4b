//! The router: one signal for the place, and the browser's history behind it.
//!
//! There is no table of routes to register: `Route` is an enum and the shell matches on it. A link is a real
//! `<a href>` (see `ui::link`), so that it can be copied and opened elsewhere.

use leptos::ev;
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{FocusOptions, HtmlElement, ScrollRestoration};

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
        let other_page = place.route != here.route;
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

/// After the page has drawn: scrolls, and puts the focus on its heading (or on `<main>` while there is none), so
/// that a screen reader reads where it is and Tab goes on from there.
fn arrive(top: f64) {
    request_animation_frame(move || {
        request_animation_frame(move || {
            window().scroll_to_with_x_and_y(0.0, top);
            let head = document().query_selector("main h1").ok().flatten();
            let head = head.or_else(|| document().query_selector("main").ok().flatten());
            if let Some(head) = head.and_then(|head| head.dyn_into::<HtmlElement>().ok()) {
                let quietly = FocusOptions::new();
                quietly.set_prevent_scroll(true);
                let _ = head.focus_with_options(&quietly);
            }
        });
    });
}
