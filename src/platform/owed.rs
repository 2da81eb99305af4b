//! One thing that outlives everything else of a bloc on this device: that a session is still to be ended on the server. Nothing of
//! the bloc or the account is in it: it is the mere being there of an empty shelf of the Cache Storage, which the service
//! worker sees too (`scripts/sw-send.js` says the same name); a browser without one (plain http) keeps a word instead.

use super::handed_file::{get, settled};
use super::preferences;
use wasm_bindgen::JsValue;

const NAME: &str = "so-khoi-leaving";

fn shelves() -> Option<JsValue> {
    get(&js_sys::global(), "caches")
}

/// Whether a session is to be ended.
pub async fn is_owed() -> bool {
    let on_shelf = match shelves() {
        Some(shelves) => settled(&shelves, "has", NAME)
            .await
            .is_some_and(|found| found.is_truthy()),
        None => false,
    };
    on_shelf || preferences::read(NAME).is_some()
}

/// Remembers it.
pub async fn remember() {
    let kept = match shelves() {
        Some(shelves) => settled(&shelves, "open", NAME).await.is_some(),
        None => false,
    };
    if !kept {
        preferences::write(NAME, Some("1"));
    }
}

/// It was ended.
pub async fn forget() {
    preferences::write(NAME, None);
    if let Some(shelves) = shelves() {
        settled(&shelves, "delete", NAME).await;
    }
}
