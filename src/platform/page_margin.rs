//! A line in the bottom margin of every printed page: a sheet of style made for one printing, for what no file of style can know.

use js_sys::{Array, Reflect};
use leptos::tachys::dom::document;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = CSSStyleSheet)]
    type Sheet;
    #[wasm_bindgen(constructor, catch, js_class = "CSSStyleSheet")]
    fn new() -> Result<Sheet, JsValue>;
    #[wasm_bindgen(method, catch, js_name = replaceSync)]
    fn replace(this: &Sheet, text: &str) -> Result<(), JsValue>;
    #[wasm_bindgen(method, getter, js_name = cssRules)]
    fn rules(this: &Sheet) -> JsValue;
}

/// The list of sheets that scripts added to the document.
const ADOPTED: &str = "adoptedStyleSheets";

/// The line stands on pages printed until this is dropped.
pub struct PageMargin(Sheet);

impl PageMargin {
    /// Puts `line` below the pages of these names (CSS `page`). `None` where the browser prints nothing in margins: it drops the rule.
    pub fn below(pages: &[&str], line: &str) -> Option<PageMargin> {
        let line = quoted(line);
        let rule = |page: &&str| format!("@page {page} {{ @bottom-left {{ content: {line}; width: 100%; }} }}");
        let sheet = Sheet::new().ok()?;
        sheet.replace(&pages.iter().map(rule).collect::<String>()).ok()?;
        let first = Reflect::get_u32(&sheet.rules(), 0).ok()?;
        let kept = Reflect::get(&first, &"cssText".into()).ok()?.as_string()?;
        if !kept.contains("@bottom-left") {
            return None;
        }
        let all = adopted()?;
        all.push(&sheet);
        adopt(&all)?;
        Some(PageMargin(sheet))
    }
}

impl Drop for PageMargin {
    fn drop(&mut self) {
        if let Some(all) = adopted() {
            let own: &JsValue = self.0.as_ref();
            adopt(&all.filter(&mut |sheet, _, _| sheet != *own));
        }
    }
}

/// A copy of the list.
fn adopted() -> Option<Array> {
    let all = Reflect::get(&document(), &ADOPTED.into()).ok()?;
    Some(Array::from(&all))
}

fn adopt(all: &Array) -> Option<()> {
    Reflect::set(&document(), &ADOPTED.into(), all).ok()?.then_some(())
}

/// A text as a string of CSS: it cannot end the string, and a line stays one.
fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => out.extend(['\\', letter]),
            _ if letter.is_control() => out.push(' '),
            _ => out.push(letter),
        }
    }
    out.push('"');
    out
}
