//! A script of its own, beside the app: fetched when it is first needed. The page's head says where it stands
//! (`scripts/dist.mjs`).

use js_sys::Promise;
use leptos::tachys::dom::document;
use std::cell::{Cell, RefCell};
use std::thread::LocalKey;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    /// The dynamic `import()` of modules: the one way to fetch code that a strict policy allows.
    #[wasm_bindgen(js_name = "import", catch)]
    fn import_module(url: &str) -> Result<Promise, JsValue>;
}

/// A script.
pub struct Script {
    /// The name of the meta element that says where it is.
    meta: &'static str,
    /// Being fetched or there; forgotten when fetching failed, so that it can be tried again.
    pending: RefCell<Option<Promise>>,
    /// How often fetching has failed.
    failures: Cell<u32>,
}

impl Script {
    /// The one whose place the meta element of this name says.
    pub const fn named(meta: &'static str) -> Script {
        Script {
            meta,
            pending: RefCell::new(None),
            failures: Cell::new(0),
        }
    }

    fn fetch(&self) -> Result<Promise, JsValue> {
        if let Some(pending) = self.pending.borrow().clone() {
            return Ok(pending);
        }
        // A browser may remember that an address failed; the fragment makes it ask anew.
        let address = match self.failures.get() {
            0 => self.address()?,
            failures => format!("{}#{failures}", self.address()?),
        };
        let pending = import_module(&address)?;
        self.pending.replace(Some(pending.clone()));
        Ok(pending)
    }

    fn address(&self) -> Result<String, JsValue> {
        document()
            .query_selector(&format!("meta[name='{}']", self.meta))?
            .and_then(|meta| meta.get_attribute("content"))
            .filter(|address| !address.is_empty())
            .ok_or_else(|| JsValue::from_str("the page does not say where the script is"))
    }

    fn failed(&self) {
        // Of several that waited for the same fetch, the first clears it.
        if self.pending.take().is_some() {
            self.failures.set(self.failures.get() + 1);
        }
    }
}

/// Fetches a script, once for all who need it; answers what it exports.
///
/// # Errors
/// What the browser said: no network and not yet stored, or the page names no such script.
pub async fn load(script: &'static LocalKey<Script>) -> Result<JsValue, JsValue> {
    let pending = script.with(Script::fetch)?;
    let found = JsFuture::from(pending).await;
    if found.is_err() {
        script.with(Script::failed);
    }
    found
}
