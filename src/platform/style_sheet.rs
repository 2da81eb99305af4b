//! The style sheet of all pages but the overview (`style/pages.css`), fetched with the first of them.

use std::cell::RefCell;

use js_sys::{Function, Promise};
use leptos::tachys::dom::document;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::Element;

use super::chunk::NotFetched;

/// The name of the meta element that says where the sheet is. A page without it (a test's) has everything already.
const ADDRESS: &str = "so-khoi-pages-css";

thread_local! {
    /// The sheet, on its way or there; forgotten when fetching failed, so that it can be tried again.
    static SHEET: RefCell<Option<Promise>> = const { RefCell::new(None) };
}

/// Begins to fetch the sheet, once for all pages; the answer waits until it is in force, so that no page is ever seen
/// without its style.
pub fn pages() -> impl Future<Output = Result<(), NotFetched>> {
    let pending = SHEET.with_borrow_mut(|sheet| sheet.get_or_insert_with(begin).clone());
    async move {
        match JsFuture::from(pending).await {
            Ok(_) => Ok(()),
            Err(_) => {
                SHEET.take();
                Err(NotFetched)
            }
        }
    }
}

fn begin() -> Promise {
    let Some(address) = address() else {
        return Promise::resolve(&JsValue::UNDEFINED);
    };
    Promise::new(&mut |resolve, reject| {
        if link(&address, &resolve, &reject).is_err() {
            let _ = reject.call0(&JsValue::UNDEFINED);
        }
    })
}

fn address() -> Option<String> {
    let meta = document().query_selector(&format!("meta[name='{ADDRESS}']")).ok()??;
    meta.get_attribute("content").filter(|address| !address.is_empty())
}

/// Puts the sheet into the document. One that failed stays behind without effect.
fn link(address: &str, loaded: &Function, failed: &Function) -> Result<(), JsValue> {
    let link: Element = document().create_element("link")?;
    link.set_attribute("rel", "stylesheet")?;
    link.set_attribute("href", address)?;
    link.add_event_listener_with_callback("load", loaded)?;
    link.add_event_listener_with_callback("error", failed)?;
    let head = document().head().ok_or(JsValue::UNDEFINED)?;
    head.append_child(&link)?;
    Ok(())
}
