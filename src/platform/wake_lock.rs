//! Keeps the screen from going dark. A small binding, since web-sys hides its own behind an unstable flag.

use js_sys::{Promise, Reflect};
use leptos::tachys::dom::{document, window};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

#[wasm_bindgen]
extern "C" {
    type WakeLock;
    #[wasm_bindgen(method, catch)]
    fn request(this: &WakeLock, kind: &str) -> Result<Promise, JsValue>;

    type Sentinel;
    #[wasm_bindgen(method, catch)]
    fn release(this: &Sentinel) -> Result<Promise, JsValue>;
}

/// The screen stays awake until this is dropped, as far as the browser lets it.
pub struct Awake {
    held: Rc<Held>,
    listener: Closure<dyn FnMut()>,
}

#[derive(Default)]
struct Held {
    sentinel: RefCell<Option<Sentinel>>,
    over: Cell<bool>,
}

const SHOWN: &str = "visibilitychange";

impl Awake {
    /// Asks for it, and again whenever the page is shown after it was not: the browser lets go of it then.
    pub fn hold() -> Awake {
        let held = Rc::<Held>::default();
        let again = Rc::clone(&held);
        let listener = Closure::<dyn FnMut()>::new(move || {
            if !document().hidden() {
                ask(Rc::clone(&again));
            }
        });
        let _ = document().add_event_listener_with_callback(SHOWN, listener.as_ref().unchecked_ref());
        ask(Rc::clone(&held));
        Awake { held, listener }
    }
}

impl Drop for Awake {
    fn drop(&mut self) {
        self.held.over.set(true);
        let _ = document().remove_event_listener_with_callback(SHOWN, self.listener.as_ref().unchecked_ref());
        if let Some(sentinel) = self.held.sentinel.take() {
            let _ = sentinel.release();
        }
    }
}

fn ask(held: Rc<Held>) {
    let found = Reflect::get(&window().navigator(), &"wakeLock".into()).ok();
    let Some(lock) = found.filter(JsValue::is_object) else {
        return;
    };
    let Ok(asked) = lock.unchecked_ref::<WakeLock>().request("screen") else {
        return;
    };
    spawn_local(async move {
        // A machine that saves its battery may refuse: then the screen goes dark as it always does.
        let Ok(sentinel) = JsFuture::from(asked).await else {
            return;
        };
        let sentinel: Sentinel = sentinel.unchecked_into();
        if held.over.get() {
            let _ = sentinel.release();
        } else {
            held.sentinel.replace(Some(sentinel));
        }
    });
}
