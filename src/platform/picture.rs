//! Pictures of dots from drawings of lines: an SVG drawn on a canvas, with the page's fonts in it.

use super::base64;
use gloo_timers::future::TimeoutFuture;
use js_sys::{Array, Uint8Array};
use leptos::tachys::dom::{document, window};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, Element, HtmlCanvasElement, HtmlImageElement, Response, Url,
};

/// Time for an image to take in the fonts that came with it.
const FONTS_MS: u32 = 150;

/// Draws an SVG at `scale` times its size and returns it as a PNG in a `data:` address.
///
/// # Errors
/// What the browser said: the SVG is broken, or the canvas was refused (too large).
pub async fn png(svg: &str, width_px: u32, height_px: u32, scale: u32) -> Result<String, JsValue> {
    let parts = Array::of1(&JsValue::from_str(svg));
    let kind = BlobPropertyBag::new();
    kind.set_type("image/svg+xml;charset=utf-8");
    let url = Url::create_object_url_with_blob(&Blob::new_with_str_sequence_and_options(&parts, &kind)?)?;
    let drawn = draw(&url, width_px, height_px, scale).await;
    Url::revoke_object_url(&url)?;
    drawn
}

async fn draw(url: &str, width_px: u32, height_px: u32, scale: u32) -> Result<String, JsValue> {
    let image = HtmlImageElement::new()?;
    image.set_src(url);
    JsFuture::from(image.decode()).await?;
    let canvas: HtmlCanvasElement = document().create_element("canvas")?.unchecked_into();
    canvas.set_width(width_px * scale);
    canvas.set_height(height_px * scale);
    let context: CanvasRenderingContext2d = canvas
        .get_context("2d")?
        .ok_or_else(|| JsValue::from_str("no canvas"))?
        .unchecked_into();
    let (width, height) = (f64::from(canvas.width()), f64::from(canvas.height()));
    let paint = || context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, height);
    paint()?;
    // Painting is what makes an image load the fonts in it; nothing tells when they are there.
    TimeoutFuture::new(FONTS_MS).await;
    paint()?;
    canvas.to_data_url_with_type("image/png")
}

/// The page's own fonts of a family as CSS that needs no other file: an image cannot fetch any. Empty
/// where the style sheet names none or cannot be read; the text then has the system's font.
pub async fn embedded_fonts(family: &str) -> String {
    let mut css = String::new();
    for rule in font_faces(family).await {
        let Some(address) = url_in(&rule) else { continue };
        let Ok(bytes) = fetch(address).await else { continue };
        let data = format!("data:font/woff2;base64,{}", base64::encode(&bytes));
        css.push_str(&rule.replace(address, &data));
        css.push('\n');
    }
    css
}

/// The `@font-face` rules of a family in the page's style sheets, as they are written.
async fn font_faces(family: &str) -> Vec<String> {
    let mut rules = Vec::new();
    let Ok(links) = document().query_selector_all("link[rel='stylesheet']") else {
        return rules;
    };
    for place in 0..links.length() {
        let address = links
            .get(place)
            .and_then(|node| node.dyn_into::<Element>().ok())
            .and_then(|link| link.get_attribute("href"));
        let Some(address) = address else { continue };
        let Ok(bytes) = fetch(&address).await else { continue };
        let css = String::from_utf8_lossy(&bytes).into_owned();
        rules.extend(
            css.split("@font-face")
                .skip(1)
                .filter_map(|rest| rest.find('}').and_then(|end| rest.get(..=end)))
                .filter(|rule| rule.contains(family))
                .map(|rule| format!("@font-face{rule}")),
        );
    }
    rules
}

/// The address in a rule's first `url(…)`.
fn url_in(rule: &str) -> Option<&str> {
    let (_, rest) = rule.split_once("url(")?;
    let (address, _) = rest.split_once(')')?;
    Some(address.trim_matches(['"', '\'']))
}

async fn fetch(address: &str) -> Result<Vec<u8>, JsValue> {
    let response: Response = JsFuture::from(window().fetch_with_str(address)).await?.unchecked_into();
    if !response.ok() {
        return Err(JsValue::from_str("not found"));
    }
    let buffer = JsFuture::from(response.array_buffer()?).await?;
    Ok(Uint8Array::new(&buffer).to_vec())
}
