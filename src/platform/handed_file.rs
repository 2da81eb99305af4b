//! A file that another program handed to the installed app: shared from it (the service worker keeps it, `scripts/sw.js`), or
//! opened with it from the file manager.

use std::rc::Rc;

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

/// Where the service worker keeps a shared file. `scripts/sw.js` says the same.
const SHELF: &str = "so-khoi-shared";
const SHARED: &str = "/shared-file";

/// The file that was shared, if there is one. It is taken off the shelf: nobody gets it twice.
pub async fn shared() -> Option<Blob> {
    let caches = get(&js_sys::global(), "caches")?;
    let shelf = settled(&caches, "open", SHELF).await?;
    let answer = settled(&shelf, "match", SHARED)
        .await
        .filter(|answer| !answer.is_undefined())?;
    let blob = settled(&answer, "blob", "").await?;
    settled(&shelf, "delete", SHARED).await;
    blob.dyn_into().ok()
}

/// Calls back with the file that the app was opened with, now or when one is opened while this page is shown.
pub fn on_opened(take: impl Fn(Blob) + 'static) {
    let Some(queue) = get(&js_sys::global(), "launchQueue") else {
        return;
    };
    let take = Rc::new(take);
    let consumer = Closure::<dyn Fn(JsValue)>::new(move |params: JsValue| {
        let take = Rc::clone(&take);
        let first = get(&params, "files")
            .and_then(|files| files.dyn_into::<Array>().ok())
            .map(|files| files.get(0));
        wasm_bindgen_futures::spawn_local(async move {
            if let Some(handle) = first.filter(|handle| !handle.is_undefined())
                && let Some(file) = settled(&handle, "getFile", "").await
                && let Ok(blob) = file.dyn_into()
            {
                take(blob);
            }
        });
    });
    if let Some(set) = get(&queue, "setConsumer").and_then(|set| set.dyn_into::<Function>().ok()) {
        let _ = set.call1(&queue, &consumer.into_js_value());
    }
}

pub(super) fn get(of: &JsValue, key: &str) -> Option<JsValue> {
    let found = Reflect::get(of, &key.into()).ok()?;
    (!found.is_undefined() && !found.is_null()).then_some(found)
}

/// Calls a method of one word or none, and waits for what it promises.
pub(super) async fn settled(of: &JsValue, method: &str, word: &str) -> Option<JsValue> {
    let method: Function = get(of, method)?.dyn_into().ok()?;
    let called = match word {
        "" => method.call0(of),
        _ => method.call1(of, &word.into()),
    };
    let promise: Promise = called.ok()?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()
}
