//! Hands a file to the person: a download from bytes made in the app.

use js_sys::{Array, Uint8Array};
use leptos::tachys::dom::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// Offers `bytes` as a file for download.
///
/// # Errors
/// What the browser said when it refused.
pub fn offer(name: &str, media_type: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let parts = Array::of1(&Uint8Array::from(bytes));
    let kind = BlobPropertyBag::new();
    kind.set_type(media_type);
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &kind)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let offered = offer_url(name, &url);
    // The download has its own hold on the data once the click has been handled.
    gloo_timers::callback::Timeout::new(30_000, move || {
        let _ = Url::revoke_object_url(&url);
    })
    .forget();
    offered
}

/// Offers what stands behind an address (a `data:` or `blob:` one) as a file for download.
///
/// # Errors
/// What the browser said when it refused.
pub fn offer_url(name: &str, url: &str) -> Result<(), JsValue> {
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(url);
    link.set_download(name);
    link.click();
    Ok(())
}
