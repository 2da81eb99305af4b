//! Putting the app on the home screen: the browser's own offer where there is one, instructions where there is none.

use std::{cell::RefCell, rc::Rc};

use js_sys::{Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    /// Chromium's event: it offers to install, and can be kept until a person asks for it.
    #[wasm_bindgen(extends = web_sys::Event)]
    #[derive(Clone)]
    type BeforeInstallPromptEvent;

    #[wasm_bindgen(method, catch)]
    fn prompt(this: &BeforeInstallPromptEvent) -> Result<Promise, JsValue>;
}

/// How the app can be installed here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InstallWay {
    /// It runs installed already.
    Installed,
    /// The browser offers it: show a button that calls [`prompt`].
    Button,
    /// iPhone and iPad: "Share, then Add to Home Screen", which only a person can do.
    ShareSheet,
    /// No offer (yet): the browser's menu may have one.
    BrowserMenu,
}

thread_local! {
    static OFFER: RefCell<Option<BeforeInstallPromptEvent>> = const { RefCell::new(None) };
}

/// Keeps the browser's offer when it comes. `on_change` is called when [`way`] may give another answer. Call it
/// once, early: the offer comes soon after the page has loaded and is not repeated.
pub fn watch(on_change: impl Fn() + 'static) {
    let on_change: Rc<dyn Fn()> = Rc::new(on_change);
    let changed = Rc::clone(&on_change);
    listen("beforeinstallprompt", move |event| {
        event.prevent_default();
        OFFER.set(Some(event.unchecked_into()));
        changed();
    });
    listen("appinstalled", move |_| {
        OFFER.set(None);
        on_change();
    });
}

/// How the app can be installed here and now.
pub fn way() -> InstallWay {
    if is_standalone() {
        InstallWay::Installed
    } else if can_install() {
        InstallWay::Button
    } else if is_ios() {
        InstallWay::ShareSheet
    } else {
        InstallWay::BrowserMenu
    }
}

/// Whether the browser has offered to install the app.
pub fn can_install() -> bool {
    OFFER.with_borrow(Option::is_some)
}

/// Shows the browser's own question; true when the person accepted. Call it from a click. An offer is good for one
/// question: afterwards [`can_install`] is false until the browser makes another.
pub async fn prompt() -> bool {
    let Some(offer) = OFFER.take() else { return false };
    let Ok(asked) = offer.prompt() else { return false };
    let Ok(answer) = JsFuture::from(asked).await else {
        return false;
    };
    Reflect::get(&answer, &"outcome".into()).is_ok_and(|outcome| outcome == "accepted")
}

/// Whether the app runs in a window of its own.
pub fn is_standalone() -> bool {
    let Some(window) = web_sys::window() else { return false };
    let by_display_mode = window
        .match_media("(display-mode: standalone)")
        .ok()
        .flatten()
        .is_some_and(|query| query.matches());
    // Safari on iOS says it in a property of its own.
    let by_navigator = Reflect::get(&window.navigator(), &"standalone".into()).is_ok_and(|value| value.is_truthy());
    by_display_mode || by_navigator
}

/// Whether this is an iPhone or an iPad, where no page can offer to install itself.
pub fn is_ios() -> bool {
    let Some(window) = web_sys::window() else { return false };
    let navigator = window.navigator();
    let agent = navigator.user_agent().unwrap_or_default();
    // An iPad calls itself a Macintosh, but no Macintosh has a touch screen.
    let touch_points = Reflect::get(&navigator, &"maxTouchPoints".into())
        .ok()
        .and_then(|value| value.as_f64());
    let is_ipad = agent.contains("Macintosh") && touch_points.is_some_and(|points| points > 1.0);
    is_ipad || ["iPhone", "iPad", "iPod"].iter().any(|name| agent.contains(name))
}

/// Listens to the window for as long as the page lives.
fn listen(event: &str, handler: impl Fn(web_sys::Event) + 'static) {
    let closure = Closure::<dyn Fn(web_sys::Event)>::new(handler);
    let added = web_sys::window().is_some_and(|window| {
        window
            .add_event_listener_with_callback(event, closure.as_ref().unchecked_ref())
            .is_ok()
    });
    if added {
        closure.forget();
    }
}
