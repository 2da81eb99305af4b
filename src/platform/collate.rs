//! The order of the Vietnamese alphabet, as the browser knows it.

use js_sys::Intl::Collator;
use js_sys::{Array, Object};
use std::cmp::Ordering;
use wasm_bindgen::JsValue;

thread_local! {
    static COMPARE: js_sys::Function = {
        let languages = Array::of1(&JsValue::from_str("vi"));
        Collator::new(&languages, &Object::new()).compare()
    };
}

/// Compares two names by the Vietnamese alphabet: a ă â … d đ …, then by their tones.
pub fn by_alphabet(left: &str, right: &str) -> Ordering {
    COMPARE.with(|compare| {
        let answer = compare.call2(&JsValue::UNDEFINED, &left.into(), &right.into());
        let answer = answer.ok().and_then(|answer| answer.as_f64()).unwrap_or(0.0);
        answer.partial_cmp(&0.0).unwrap_or(Ordering::Equal)
    })
}
