//! Waiting for a moment in which the browser has nothing to draw and nobody types.

use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    /// Not every browser has it.
    #[wasm_bindgen(catch, js_name = requestIdleCallback)]
    fn request_idle_callback(then: &Function) -> Result<u32, JsValue>;
}

/// Resolves in an idle moment; at once where the browser does not tell.
pub async fn idle() {
    let moment = Promise::new(&mut |resolve, _| {
        if request_idle_callback(&resolve).is_err() {
            let _ = resolve.call0(&JsValue::UNDEFINED);
        }
    });
    let _ = JsFuture::from(moment).await;
}
