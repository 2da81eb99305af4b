//! Links between pages of the app.

use leptos::prelude::*;
use web_sys::MouseEvent;

use crate::state::route::{Place, Route};
use crate::state::router::use_router;

/// Where a link leads: a page (about the bloc and period of now), or a whole place.
#[derive(Debug, Clone, Copy)]
pub struct Destination(Signal<Place>);

impl Destination {
    /// The place now; follows it in a reactive place.
    pub fn get(self) -> Place {
        self.0.get()
    }

    /// The place now, for an event handler.
    pub fn get_untracked(self) -> Place {
        self.0.get_untracked()
    }
}

impl From<Route> for Destination {
    fn from(route: Route) -> Self {
        let router = use_router();
        Self(Signal::derive(move || router.here(route.clone())))
    }
}

impl From<Place> for Destination {
    fn from(place: Place) -> Self {
        Self(Signal::stored(place))
    }
}

impl From<Signal<Place>> for Destination {
    fn from(place: Signal<Place>) -> Self {
        Self(place)
    }
}

/// A link within the app: a real `<a href>`, so that it can be copied, and opened in another tab by the usual
/// keys; a plain click stays in this page. `current` marks the place the reader is at.
#[component]
pub fn A(
    /// Where it leads: a `Route`, a `Place` or a `Signal<Place>`.
    #[prop(into)]
    to: Destination,
    /// Classes.
    #[prop(optional, into)]
    class: Signal<String>,
    /// Whether this is the place the reader is at (`aria-current="page"`).
    #[prop(optional, into)]
    current: Signal<bool>,
    /// The link's content.
    children: Children,
) -> impl IntoView {
    let router = use_router();
    let follow = move |event: MouseEvent| {
        if is_plain(&event) {
            event.prevent_default();
            router.go(to.get_untracked());
        }
    };
    view! {
        <a
            href=move || to.get().to_url()
            class=move || class.get()
            aria-current=move || current.get().then_some("page")
            on:click=follow
        >
            {children()}
        </a>
    }
}

/// A click that means "go there here": main button, no key held, nobody else has handled it.
fn is_plain(event: &MouseEvent) -> bool {
    event.button() == 0
        && !event.default_prevented()
        && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key())
}
