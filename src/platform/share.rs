//! The system's own way to hand a link to another program (Web Share).

use js_sys::{Function, Object, Promise, Reflect};
use leptos::tachys::dom::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Whether the browser can.
pub fn can_share() -> bool {
    sharing().is_some()
}

/// Hands a link over, with words before it. Called from a press, or the browser refuses. A person who leaves the system's
/// list of programs without choosing one has decided: nothing is said of it.
pub async fn share(title: &str, url: &str) {
    if let Some(asked) = ask(title, url) {
        let _ = JsFuture::from(asked).await;
    }
}

fn sharing() -> Option<Function> {
    Reflect::get(&window().navigator(), &JsValue::from_str("share"))
        .ok()?
        .dyn_into()
        .ok()
}

fn ask(title: &str, url: &str) -> Option<Promise> {
    let data = Object::new();
    Reflect::set(&data, &"title".into(), &title.into()).ok()?;
    Reflect::set(&data, &"url".into(), &url.into()).ok()?;
    sharing()?.call1(&window().navigator(), &data).ok()?.dyn_into().ok()
}
