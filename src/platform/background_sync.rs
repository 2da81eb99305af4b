//! Being woken when there is a network again, where a browser does that (Background Sync): the service worker
//! (`scripts/sw.js`) tells the open pages, and sends by itself where none is open (`scripts/sw-send.js`).

use js_sys::{Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageEvent, ServiceWorkerContainer, ServiceWorkerRegistration};

/// What the worker is woken for, and what it then posts.
const TAG: &str = "so-khoi-sync";

#[wasm_bindgen]
extern "C" {
    type SyncManager;

    #[wasm_bindgen(method, catch)]
    fn register(this: &SyncManager, tag: &str) -> Result<Promise, JsValue>;
}

fn container() -> Option<ServiceWorkerContainer> {
    let navigator = web_sys::window()?.navigator();
    // Plain http and some private windows have none.
    let found = Reflect::get(&navigator, &"serviceWorker".into()).ok()?;
    found.dyn_into().ok()
}

/// Asks to be woken. Answers whether the browser will.
pub async fn ask() -> bool {
    let Some(container) = container() else { return false };
    // Without a worker `ready` never comes.
    if container.controller().is_none() {
        return false;
    }
    let ready = container.ready().ok();
    let Some(ready) = ready else { return false };
    let Ok(registration) = JsFuture::from(ready).await else {
        return false;
    };
    let registration: ServiceWorkerRegistration = registration.unchecked_into();
    let Ok(manager) = Reflect::get(&registration, &"sync".into()) else {
        return false;
    };
    if !manager.is_object() {
        return false;
    }
    match manager.unchecked_into::<SyncManager>().register(TAG) {
        Ok(asked) => JsFuture::from(asked).await.is_ok(),
        Err(_) => false,
    }
}

/// Calls `woken` when the worker was woken, as long as the page is open.
pub fn follow(woken: impl Fn() + 'static) {
    let Some(container) = container() else { return };
    let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        if event.data().as_string().as_deref() == Some(TAG) {
            woken();
        }
    });
    let _ = container.add_event_listener_with_callback("message", heard.as_ref().unchecked_ref());
    heard.forget();
}
