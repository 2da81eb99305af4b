//! A chart on a slide: drawn once for its page, with nothing around it.

use leptos::html::Div;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;

use crate::charts::fit::Sheet;
use crate::charts::option::{option, still};
use crate::charts::{Drawing, Look};
use crate::i18n::presenting::PRESENTING;
use crate::platform::echarts::{self, Click, EChart};
use crate::state::preferences::use_words;

/// A chart on a slide. What a mouse picks on it, a keyboard picks in the list of its marks.
#[component]
pub fn SlideChart(
    /// What of the chart stands on the page.
    sheet: Sheet,
    /// How it is drawn.
    look: Look,
    /// What it shows, for who does not see it.
    label: String,
    /// The key of the row whose bar or name was picked.
    on_pick: Option<Callback<String>>,
    /// Becomes true once it is drawn, or cannot be.
    is_drawn: RwSignal<bool>,
    /// Only its drawing stays: nothing of it lives on.
    picture: bool,
) -> impl IntoView {
    let w = use_words(&PRESENTING);
    let host = NodeRef::<Div>::new();
    let chart = StoredValue::new_local(None::<EChart>);
    let failed = RwSignal::new(false);
    let drawing = sheet.draw(&look).ok();
    let size = drawing.as_ref().map(|drawing| (drawing.width_px, drawing.height_px));
    let drawing = StoredValue::new_local(drawing);
    Effect::new(move || {
        let (Some(host), Some(drawing)) = (host.get(), drawing.get_value()) else {
            return;
        };
        spawn_local(async move {
            let drawn = draw(&host, &drawing, look.lang.tag(), on_pick).await;
            // The slide may have been left while the library was on its way.
            let _ = match drawn {
                Ok(drawn) if picture => keep_drawing(&host, drawn).is_some(),
                Ok(drawn) => chart.try_update_value(|chart| *chart = Some(drawn)).is_some(),
                Err(_) => failed.try_set(true).is_none(),
            };
            let _ = is_drawn.try_set(true);
        });
    });
    on_cleanup(move || chart.set_value(None));
    let px = |px: u32| format!("{px}px");
    view! {
        <div
            class="slide__chart"
            node_ref=host
            role="img"
            aria-label=label
            hidden=move || failed.get()
            style:inline-size=size.map(|(width, _)| px(width))
            style:block-size=size.map(|(_, height)| px(height))
        ></div>
        {move || failed.get().then(|| view! { <p class="slide__note">{move || w().no_chart}</p> })}
    }
}

async fn draw(
    host: &web_sys::HtmlDivElement,
    drawing: &Drawing,
    lang: &str,
    on_pick: Option<Callback<String>>,
) -> Result<EChart, JsValue> {
    let library = echarts::load().await?;
    let mut value = option(drawing);
    if on_pick.is_none() {
        still(&mut value);
    }
    let chart = EChart::new(&library, host, lang)?;
    if let Some(on_pick) = on_pick {
        let keys = drawing.keys.clone();
        chart.on_click(move |click| {
            if let Some(key) = key_of(&click, &keys) {
                on_pick.run(key);
            }
        })?;
    }
    chart.draw(&value.to_string(), drawing.width_px, drawing.height_px)?;
    Ok(chart)
}

/// Puts a copy of the drawing in its place and lets go of the chart.
fn keep_drawing(host: &web_sys::HtmlDivElement, drawn: EChart) -> Option<()> {
    let drawing = host.query_selector("svg").ok()??.clone_node_with_deep(true).ok()?;
    drop(drawn);
    host.set_text_content(None);
    host.append_child(&drawing).ok()?;
    Some(())
}

/// The key of what was clicked: marks carry it as their name, axis labels have it at their place.
fn key_of(click: &Click, keys: &[String]) -> Option<String> {
    let key = match click.part == "series" {
        true => Some(click.name.clone()),
        false => click.index.and_then(|index| keys.get(index).cloned()),
    };
    key.filter(|key| !key.is_empty())
}
