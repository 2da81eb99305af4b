//! The whole screen for the page.

use leptos::tachys::dom::document;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// Whether the page has the whole screen.
pub fn is_on() -> bool {
    document().fullscreen_element().is_some()
}

/// Asks for the whole screen, or gives it back. Called from a press, or the browser refuses; then all stays as it is.
pub fn toggle() {
    if is_on() {
        leave();
    } else if let Some(root) = document().document_element() {
        let _ = root.request_fullscreen();
    }
}

/// Gives the screen back.
pub fn leave() {
    if is_on() {
        document().exit_fullscreen();
    }
}

/// Tells whenever that changes, until dropped.
pub struct Follow {
    listener: Closure<dyn FnMut()>,
}

const CHANGE: &str = "fullscreenchange";

impl Follow {
    /// Follows it.
    pub fn new(mut on_change: impl FnMut(bool) + 'static) -> Follow {
        let listener = Closure::<dyn FnMut()>::new(move || on_change(is_on()));
        let _ = document().add_event_listener_with_callback(CHANGE, listener.as_ref().unchecked_ref());
        Follow { listener }
    }
}

impl Drop for Follow {
    fn drop(&mut self) {
        let _ = document().remove_event_listener_with_callback(CHANGE, self.listener.as_ref().unchecked_ref());
    }
}
