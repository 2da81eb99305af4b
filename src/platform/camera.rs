//! Reading a QR code with the camera: `getUserMedia`, and the browser's own Barcode Detection API or, where it has none, a
//! script with the same interface (`scripts/scan-entry.js`), which is fetched only then.
//!
//! Nothing of the picture is kept or leaves the page. The camera is on until the scan is dropped.

use super::script::{self, Script};
use gloo_timers::future::TimeoutFuture;
use js_sys::{Array, Function, Object, Promise, Reflect};
use leptos::tachys::dom::window;
use leptos::web_sys::HtmlVideoElement;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Why no code was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoScan {
    /// The browser lends its camera to no page (over plain HTTP, say).
    Unable,
    /// The person or the system did not allow it.
    Refused,
    /// There is no camera.
    NoCamera,
    /// Another program has the camera.
    Taken,
    /// What reads codes could not be fetched.
    NotFetched,
}

thread_local! {
    static READER: Script = const { Script::named("so-khoi-scan") };
}

/// How long between two looks, in milliseconds.
const BETWEEN: u32 = 200;

/// Whether it can be tried here.
pub fn can_scan() -> bool {
    media_devices().is_some()
}

/// A camera that is on. Dropping it turns it off.
pub struct Scan {
    stream: JsValue,
    video: HtmlVideoElement,
    detector: JsValue,
}

impl Scan {
    /// Turns the camera on and shows in `video` what it sees. Called from a press.
    ///
    /// # Errors
    /// [`NoScan`]
    pub async fn begin(video: HtmlVideoElement) -> Result<Scan, NoScan> {
        let devices = media_devices().ok_or(NoScan::Unable)?;
        let stream = match call(&devices, "getUserMedia", &wish()) {
            Some(asked) => JsFuture::from(asked).await.map_err(|error| why(&error))?,
            None => return Err(NoScan::Unable),
        };
        // From here on dropping turns the camera off, whatever fails.
        let mut scan = Scan {
            stream,
            video,
            detector: JsValue::UNDEFINED,
        };
        let shown = Reflect::set(&scan.video, &"srcObject".into(), &scan.stream);
        if shown != Ok(true) {
            return Err(NoScan::Unable);
        }
        if let Ok(playing) = scan.video.play() {
            // A browser that waits for a press to play has had one.
            let _ = JsFuture::from(playing).await;
        }
        scan.detector = detector().await?;
        Ok(scan)
    }

    /// Looks until a code is seen; `None` when `go_on` says to stop.
    pub async fn read(&self, go_on: impl Fn() -> bool) -> Option<String> {
        while go_on() {
            if let Some(text) = self.look().await {
                return Some(text);
            }
            TimeoutFuture::new(BETWEEN).await;
        }
        None
    }

    async fn look(&self) -> Option<String> {
        let asked = call(&self.detector, "detect", &self.video)?;
        // A picture that is not there yet is no failure: the next look may see one.
        let found: Array = JsFuture::from(asked).await.ok()?.dyn_into().ok()?;
        let first = found.iter().next()?;
        Reflect::get(&first, &"rawValue".into()).ok()?.as_string()
    }
}

impl Drop for Scan {
    fn drop(&mut self) {
        let _ = Reflect::set(&self.video, &"srcObject".into(), &JsValue::NULL);
        let tracks = method(&self.stream, "getTracks").and_then(|tracks| tracks.call0(&self.stream).ok());
        let tracks: Option<Array> = tracks.and_then(|tracks| tracks.dyn_into().ok());
        for track in tracks.iter().flat_map(Array::iter) {
            if let Some(stop) = method(&track, "stop") {
                let _ = stop.call0(&track);
            }
        }
    }
}

/// The camera on the back, where there is one, and sharp enough for a code that is held at arm's length.
fn wish() -> JsValue {
    let (wish, video, width) = (Object::new(), Object::new(), Object::new());
    let _ = Reflect::set(&width, &"ideal".into(), &1280.into());
    let _ = Reflect::set(&video, &"width".into(), &width);
    let _ = Reflect::set(&video, &"facingMode".into(), &"environment".into());
    let _ = Reflect::set(&wish, &"video".into(), &video);
    wish.into()
}

fn why(error: &JsValue) -> NoScan {
    let name = Reflect::get(error, &"name".into())
        .ok()
        .and_then(|name| name.as_string());
    match name.as_deref() {
        Some("NotAllowedError" | "SecurityError") => NoScan::Refused,
        Some("NotReadableError" | "AbortError") => NoScan::Taken,
        _ => NoScan::NoCamera,
    }
}

fn media_devices() -> Option<JsValue> {
    let devices = Reflect::get(&window().navigator(), &"mediaDevices".into()).ok()?;
    devices.is_object().then_some(devices)
}

/// What reads QR codes: the browser's, or ours.
async fn detector() -> Result<JsValue, NoScan> {
    if let Some(detector) = detector_in(&window()).await {
        return Ok(detector);
    }
    let ours = script::load(&READER).await.map_err(|_| NoScan::NotFetched)?;
    detector_in(&ours).await.ok_or(NoScan::Unable)
}

/// A detector of QR codes; some systems have the class and nothing behind it.
async fn detector_in(place: &JsValue) -> Option<JsValue> {
    let class = method(place, "BarcodeDetector")?;
    let formats = method(&class, "getSupportedFormats")?.call0(&class).ok()?;
    let formats = JsFuture::from(formats.dyn_into::<Promise>().ok()?).await.ok()?;
    let formats: Array = formats.dyn_into().ok()?;
    if !formats.includes(&"qr_code".into(), 0) {
        return None;
    }
    let options = Object::new();
    Reflect::set(&options, &"formats".into(), &Array::of1(&"qr_code".into())).ok()?;
    Reflect::construct(&class, &Array::of1(&options)).ok()
}

fn method(of: &JsValue, name: &str) -> Option<Function> {
    Reflect::get(of, &name.into()).ok()?.dyn_into().ok()
}

fn call(of: &JsValue, name: &str, with: &JsValue) -> Option<Promise> {
    method(of, name)?.call1(of, with).ok()?.dyn_into().ok()
}
