//! The system's own way to hand a file to another program or device (Web Share), where the browser has it for files.

use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use leptos::tachys::dom::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag};

/// What came of handing a file over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Handed {
    /// The person chose a program.
    Over,
    /// The person left the list without choosing.
    Not,
    /// The browser refused: the press that asked for it is too long ago, or it does not share such files.
    Refused,
}

/// A file, ready to be handed over.
#[derive(Clone)]
pub struct Shareable(JsValue);

impl Shareable {
    /// The file under the first of these names and kinds that the browser shares; `None` where it shares none of them.
    /// Browsers on Android share only a few kinds of files, text among them; what is in the file stays as it is.
    pub fn new(names: &[(&str, &str)], bytes: &[u8]) -> Option<Shareable> {
        let can_share: Function = method("canShare")?;
        names.iter().find_map(|(name, media_type)| {
            let data = Object::new();
            let files = Array::of1(&file(name, media_type, bytes)?);
            Reflect::set(&data, &"files".into(), &files).ok()?;
            let can = can_share.call1(&window().navigator(), &data).ok()?;
            can.is_truthy().then(|| Shareable(data.into()))
        })
    }

    /// Whether the browser shares files of one of these names and kinds at all.
    pub fn is_possible(names: &[(&str, &str)]) -> bool {
        Shareable::new(names, b"?").is_some()
    }

    /// Opens the system's list of programs. Called from a press, or the browser refuses.
    pub async fn share(&self) -> Handed {
        let asked = method("share").and_then(|share| share.call1(&window().navigator(), &self.0).ok());
        let Some(asked) = asked.and_then(|asked| asked.dyn_into::<Promise>().ok()) else {
            return Handed::Refused;
        };
        match JsFuture::from(asked).await {
            Ok(_) => Handed::Over,
            Err(error) if name_of(&error) == "AbortError" => Handed::Not,
            Err(_) => Handed::Refused,
        }
    }
}

fn name_of(error: &JsValue) -> String {
    let name = Reflect::get(error, &"name".into()).ok();
    name.and_then(|name| name.as_string()).unwrap_or_default()
}

fn method(name: &str) -> Option<Function> {
    Reflect::get(&window().navigator(), &name.into()).ok()?.dyn_into().ok()
}

/// A file made of bytes. There is no constructor for it in the browser's older bindings that takes a name and a kind.
fn file(name: &str, media_type: &str, bytes: &[u8]) -> Option<JsValue> {
    let parts = Array::of1(&Uint8Array::from(bytes));
    let kind = BlobPropertyBag::new();
    kind.set_type(media_type);
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &kind).ok()?;
    let constructor: Function = Reflect::get(&window(), &"File".into()).ok()?.dyn_into().ok()?;
    let arguments = Array::of3(&Array::of1(&blob), &name.into(), &kind);
    Reflect::construct(&constructor, &arguments).ok()
}
