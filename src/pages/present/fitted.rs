//! Whether a slide that was drawn is cut. Its layout is computed with the widths of the font; what a browser makes of it with another font,
//! or with text that a person has enlarged, only the drawing itself says.

use gloo_timers::future::TimeoutFuture;
use leptos::html::Article;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Charts move into their place, and fonts come; then it is measured, in milliseconds.
const SETTLED: u32 = 250;
/// Browsers round: so much is not cut, in pixels of the slide.
const ROUNDED: f64 = 2.0;

/// What has text that must be seen whole.
const TEXTS: &str =
    ".slide__chart svg text, .slide__table th, .slide__table td, .slide__names li, .slide__words li, .opening > *";
/// The room for them.
const ROOM: &str = ".slide__room, .opening";

/// Tells whether something of a slide is cut, once it and its chart are drawn.
pub fn told_when_drawn(article: NodeRef<Article>, chart_drawn: RwSignal<bool>, tell: Callback<bool>) {
    Effect::new(move || {
        if article.get().is_none() || !chart_drawn.get() {
            return;
        }
        spawn_local(async move {
            TimeoutFuture::new(SETTLED).await;
            // The slide may have been left meanwhile.
            if let Some(Some(slide)) = article.try_get_untracked() {
                tell.run(is_cut(&slide));
            }
        });
    });
}

/// Whether something in a slide is larger than its place, or stands outside of the room for it.
fn is_cut(slide: &HtmlElement) -> bool {
    is_overfull(slide) || elements(slide, "*").any(|element| is_overfull(&element)) || leaves_room(slide)
}

/// An element whose content is larger than it is. What a drawing holds is measured by where its words stand.
fn is_overfull(element: &Element) -> bool {
    let Some(element) = element.dyn_ref::<HtmlElement>() else {
        return false;
    };
    let hidden = element.client_width() == 0 || element.closest(".slide__marks").is_ok_and(|found| found.is_some());
    let over = |content: i32, place: i32| f64::from(content) > f64::from(place) + ROUNDED;
    !hidden
        && (over(element.scroll_width(), element.client_width())
            || over(element.scroll_height(), element.client_height()))
}

/// Whether words stand outside of the room for the content, or of the slide.
fn leaves_room(slide: &HtmlElement) -> bool {
    let Ok(Some(room)) = slide.query_selector(ROOM) else {
        return false;
    };
    let (outer, room) = (slide.get_bounding_client_rect(), room.get_bounding_client_rect());
    // A slide that is shown smaller is measured smaller.
    let slack = ROUNDED * outer.width() / f64::from(slide.offset_width().max(1));
    elements(slide, TEXTS).any(|text| {
        let text = text.get_bounding_client_rect();
        let beside = text.left() < outer.left() - slack || text.right() > outer.right() + slack;
        let above = text.top() < room.top() - slack || text.bottom() > room.bottom() + slack;
        text.width() > 0.0 && (beside || above)
    })
}

fn elements(within: &HtmlElement, selector: &str) -> impl Iterator<Item = Element> + use<> {
    let found = within.query_selector_all(selector).ok();
    let count = found.as_ref().map_or(0, web_sys::NodeList::length);
    (0..count).filter_map(move |at| found.as_ref()?.get(at)?.dyn_into().ok())
}
