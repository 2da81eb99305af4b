//! What the screen is like: media queries that are asked once and then followed.

use leptos::tachys::dom::window;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// Calls `on_change` whenever the answer to a media query changes and returns the answer now. The listener
/// stays for the life of the page.
pub fn follow_media(query: &str, on_change: impl Fn(bool) + 'static) -> bool {
    let Ok(Some(list)) = window().match_media(query) else {
        return false;
    };
    let listener = Closure::<dyn Fn(web_sys::MediaQueryListEvent)>::new(move |event: web_sys::MediaQueryListEvent| {
        on_change(event.matches())
    });
    let _ = list.add_event_listener_with_callback("change", listener.as_ref().unchecked_ref());
    listener.forget();
    list.matches()
}

/// Whether the screen is wider than a phone's, now.
pub fn is_wide() -> bool {
    let list = window().match_media("(min-width: 48rem)");
    list.is_ok_and(|list| list.is_some_and(|list| list.matches()))
}

/// Whether the keyboard of this machine says ⌘ where others say Ctrl.
pub fn is_apple() -> bool {
    window()
        .navigator()
        .user_agent()
        .is_ok_and(|agent| agent.contains("Mac") || agent.contains("iPhone"))
}
