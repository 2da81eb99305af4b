//! A file that a person chose, as bytes.

use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DataTransfer, Event, File, HtmlInputElement};

/// The file chosen in the field that an event comes from. The field is emptied, so that the same file can be chosen again.
pub fn chosen(event: &Event) -> Option<File> {
    let field: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = field.files()?.get(0);
    field.set_value("");
    file
}

/// What is in a file.
///
/// # Errors
/// What the browser said: the file was moved, changed or locked since it was chosen.
pub async fn bytes(file: &File) -> Result<Vec<u8>, JsValue> {
    let buffer = JsFuture::from(file.array_buffer()).await?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// The file that was dropped on an element; none where something else was.
pub fn dropped(event: &Event) -> Option<File> {
    let held: DataTransfer = js_sys::Reflect::get(event, &"dataTransfer".into())
        .ok()?
        .dyn_into()
        .ok()?;
    held.files()?.get(0)
}
