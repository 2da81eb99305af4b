//! A chart on the page: figures drawn by `charts/`, shown by ECharts, inside the frame that every chart has.
//!
//! The drawing follows the width of its place, the theme, the language, the patterns setting and the
//! figures. What a mouse can pick on a bar, a keyboard picks in the table of the same figures.

use leptos::html::Div;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;

use super::badge::{Badge, Tone};
use super::button::Button;
use super::chart_frame::ChartFrame;
use super::empty::Skeleton;
use super::icon::IconName;
use super::notice::{Notice, NoticeKind};
use crate::charts::picture::{self, Caption};
use crate::charts::{Drawing, Empty, Look, REST, option};
use crate::exhibit::subject::Subject;
use crate::i18n::chart::{AROUND, CHART, show_folded};
use crate::platform::echarts::{self, Click, EChart, Library, WidthObserver};
use crate::platform::{download, picture as raster};
use crate::state::preferences::{use_lang, use_preferences, use_words};

/// Figures to a drawing: called again whenever the look or what it reads changes.
pub type Draw = Callback<Look, Result<Drawing, Empty>>;

/// The width of a saved picture: fits a page of A4 between its margins, twice over.
const PICTURE_PX: f64 = 860.0;

/// A drawing ready for ECharts; equal where nothing that is seen differs.
#[derive(Clone, PartialEq)]
struct Prepared {
    option: String,
    width_px: u32,
    height_px: u32,
    keys: Vec<String>,
    folded: usize,
}

/// How far the chart library is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Loading {
    Pending,
    Ready,
    /// The library did not come.
    Missing,
    /// It came and could not draw.
    Refused,
}

impl Loading {
    /// The table stands in.
    fn failed(self) -> bool {
        matches!(self, Loading::Missing | Loading::Refused)
    }
}

thread_local! {
    /// Tells all charts of the page that the library is there.
    static LIBRARY_CAME: ArcTrigger = ArcTrigger::new();
}

/// A chart with its heading, sentence, facts, table and files.
#[component]
pub fn Chart(
    /// The chart's heading.
    #[prop(into)]
    title: Signal<String>,
    /// What the chart shows, in a sentence: below it for all, and read out in its place.
    #[prop(into)]
    sentence: Signal<String>,
    /// Numerator and denominator, coverage, as-of.
    #[prop(optional, into)]
    facts: Signal<Vec<String>>,
    /// Draws the figures: `draw=move |look| ranked_bars(&bars.get(), &look)`.
    #[prop(into)]
    draw: Draw,
    /// The same figures as a `Table`, its rows linked to what their bars lead to.
    #[prop(into)]
    table: ViewFn,
    /// The key of the row whose bar or name was picked.
    #[prop(optional, into)]
    on_pick: Option<Callback<String>>,
    /// The split over units was made for a demonstration.
    #[prop(optional, into)]
    illustrative: Signal<bool>,
    /// Instead of the words for an empty chart.
    #[prop(optional, into)]
    empty: Option<ViewFn>,
    /// What belongs beside the heading: a choice of what is drawn.
    #[prop(optional, into)]
    controls: Option<ViewFn>,
    /// What the chart is of, where it can be put into a deck.
    #[prop(optional, into)]
    subject: Signal<Option<Subject>>,
) -> impl IntoView {
    let preferences = use_preferences();
    let lang = use_lang();
    let words = use_words(&CHART);
    let w = use_words(&AROUND);
    let place = NodeRef::<Div>::new();
    let host = NodeRef::<Div>::new();
    let width = RwSignal::new(0.0_f64);
    let expanded = RwSignal::new(false);
    let loading = RwSignal::new(Loading::Pending);
    let save_failed = RwSignal::new(false);
    let library = StoredValue::new_local(None::<Library>);
    let chart = StoredValue::new_local(None::<EChart>);
    let observer = StoredValue::new_local(None::<WidthObserver>);

    let look = move |width_px: f64| Look {
        dark: preferences.is_dark(),
        patterns: preferences.patterns.get(),
        expanded: expanded.get(),
        ..Look::new(lang(), words(), width_px)
    };
    let drawing = Memo::new(move |_| {
        let width_px = width.get();
        (width_px > 0.0).then(|| {
            draw.run(look(width_px))
                .map(|drawing| prepare(&drawing, on_pick.is_some()))
        })
    });
    let drawn = move || matches!(drawing.get(), Some(Ok(_)));
    let nothing = Signal::derive(move || matches!(drawing.get(), Some(Err(_))));
    let folded = Memo::new(move |_| drawing.with(|drawing| matches!(drawing, Some(Ok(ready)) if ready.folded > 0)));
    // One button folds and unfolds, and keeps the focus when it is pressed.
    let folds = Memo::new(move |_| (folded.get() || expanded.get()) && !loading.get().failed());

    let library_came = LIBRARY_CAME.with(Clone::clone);
    let fetch = move || {
        loading.set(Loading::Pending);
        spawn_local(async move {
            let loaded = echarts::load().await;
            // The page may have been left while the library was on its way.
            let _ = library.try_update_value(|library| *library = loaded.as_ref().ok().cloned());
            let state = if loaded.is_ok() {
                Loading::Ready
            } else {
                Loading::Missing
            };
            let _ = loading.try_set(state);
            if state == Loading::Ready {
                LIBRARY_CAME.with(ArcTrigger::notify);
            }
        });
    };
    // Once one chart has its library after all, the others that wait for it need not be asked one by one.
    Effect::new(move || {
        library_came.track();
        if loading.get_untracked() == Loading::Missing {
            fetch();
        }
    });
    Effect::new(move || {
        if let Some(place) = place.get() {
            observer.set_value(
                WidthObserver::new(&place, move |px| {
                    let _ = width.try_set(px);
                })
                .ok(),
            );
            fetch();
        }
    });
    Effect::new(move || {
        let (Some(host), Loading::Ready) = (host.get(), loading.get()) else {
            return;
        };
        match drawing.get() {
            Some(Ok(ready)) => {
                let shown = show(chart, library, &host, &ready, lang().tag(), move |click| {
                    let key = drawing.with_untracked(|drawing| match drawing {
                        Some(Ok(ready)) => key_of(&click, &ready.keys),
                        _ => None,
                    });
                    match (key, on_pick) {
                        (Some(key), _) if key == REST => expanded.set(true),
                        (Some(key), Some(on_pick)) => on_pick.run(key),
                        _ => {}
                    }
                });
                if shown.is_err() {
                    loading.set(Loading::Refused);
                }
            }
            _ => chart.set_value(None),
        }
    });
    on_cleanup(move || {
        chart.set_value(None);
        observer.set_value(None);
    });

    let save = move |kind: Kind| {
        let Some(library) = library.get_value() else {
            save_failed.set(true);
            return;
        };
        // On paper, whatever the screen's theme, and wide enough for names beside bars.
        let look = Look {
            dark: false,
            ..untrack(|| look(PICTURE_PX))
        };
        let Ok(drawing) = untrack(|| draw.run(look)) else {
            return;
        };
        let mut facts = facts.get_untracked();
        if illustrative.get_untracked() {
            facts.push(AROUND.in_lang(look.lang).illustrative.to_owned());
        }
        let caption = Caption {
            title: title.get_untracked(),
            sentence: sentence.get_untracked(),
            facts,
        };
        spawn_local(async move {
            let saved = save_picture(&library, drawing, caption, look, kind).await;
            let _ = save_failed.try_set(saved.is_err());
        });
    };
    let height = move || {
        drawing.with(|drawing| match drawing {
            Some(Ok(ready)) => Some(format!("{}px", ready.height_px)),
            _ => None,
        })
    };
    let min_width = move || {
        drawing.with(|drawing| match drawing {
            Some(Ok(ready)) if f64::from(ready.width_px) > width.get() + 1.0 => Some(format!("{}px", ready.width_px)),
            _ => None,
        })
    };
    let all_controls = move || {
        view! {
            {move || illustrative.get().then(|| view! { <Badge label=move || w().illustrative icon=IconName::Info tone=Tone::None/> })}
            {controls.as_ref().map(|controls| controls.run())}
        }
        .into_any()
    };
    let empty = StoredValue::new(empty);
    view! {
        <ChartFrame
            title
            sentence
            facts
            table
            on_png=move || save(Kind::Png)
            on_svg=move || save(Kind::Svg)
            controls=all_controls
            bare=nothing
            subject
            table_shown=Signal::derive(move || loading.get().failed())
        >
            <div
                class="chart__scroll"
                node_ref=place
                tabindex=move || min_width().map(|_| "0")
                role=move || min_width().map(|_| "group")
                aria-label=move || min_width().map(|_| title.get())
            >
                <div
                    class="chart__canvas"
                    node_ref=host
                    role="img"
                    aria-label=sentence
                    hidden=move || !drawn() || loading.get().failed()
                    style:block-size=height
                    style:inline-size=min_width
                ></div>
            </div>
            {move || match (drawing.get(), loading.get()) {
                (Some(Err(_)), _) => {
                    empty
                        .with_value(|empty| {
                            empty
                                .as_ref()
                                .map(ViewFn::run)
                                .unwrap_or_else(|| view! { <p class="chart__empty">{move || w().nothing}</p> }.into_any())
                        })
                }
                (_, state) if state.failed() => {
                    view! {
                        <Notice kind=NoticeKind::Warning>
                            <p>{move || w().failed}</p>
                            <Button label=move || w().retry small=true on_press=move || fetch()/>
                        </Notice>
                    }
                        .into_any()
                }
                (None, _) | (_, Loading::Pending) => {
                    view! { <div class="chart__waiting"><Skeleton label=move || w().loading block=true/></div> }.into_any()
                }
                _ => ().into_any(),
            }}
            {move || {
                folds
                    .get()
                    .then(|| {
                        let label = move || {
                            drawing
                                .with(|drawing| match drawing {
                                    Some(Ok(ready)) if ready.folded > 0 => show_folded(lang(), ready.folded),
                                    _ => w().fold.to_owned(),
                                })
                        };
                        view! { <Button label=label small=true on_press=move || expanded.update(|all| *all = !*all)/> }
                    })
            }}
            {move || {
                save_failed
                    .get()
                    .then(|| view! { <Notice kind=NoticeKind::Warning><p>{move || w().save_failed}</p></Notice> })
            }}
        </ChartFrame>
    }
}

fn prepare(drawing: &Drawing, pickable: bool) -> Prepared {
    let mut value = option(drawing);
    if !pickable {
        crate::charts::option::still(&mut value);
    }
    Prepared {
        option: value.to_string(),
        width_px: drawing.width_px,
        height_px: drawing.height_px,
        keys: drawing.keys.clone(),
        folded: drawing.folded,
    }
}

/// The key of what was clicked: marks carry it as their name, axis labels have it at their place.
fn key_of(click: &Click, keys: &[String]) -> Option<String> {
    let key = if click.part == "series" {
        Some(click.name.clone())
    } else {
        click.index.and_then(|index| keys.get(index).cloned())
    };
    key.filter(|key| !key.is_empty())
}

/// Draws into the host, beginning the chart there if it is not there yet.
fn show(
    chart: StoredValue<Option<EChart>, LocalStorage>,
    library: StoredValue<Option<Library>, LocalStorage>,
    host: &web_sys::HtmlDivElement,
    ready: &Prepared,
    lang: &str,
    on_click: impl Fn(Click) + 'static,
) -> Result<(), JsValue> {
    if chart.with_value(Option::is_none) {
        let Some(library) = library.get_value() else {
            return Ok(());
        };
        let begun = EChart::new(&library, host, lang)?;
        begun.on_click(on_click)?;
        chart.set_value(Some(begun));
    }
    chart.with_value(|chart| match chart {
        Some(chart) => chart.draw(&ready.option, ready.width_px, ready.height_px),
        None => Ok(()),
    })
}

/// The kinds of files a chart is saved as.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Png,
    Svg,
}

async fn save_picture(
    library: &Library,
    drawing: Drawing,
    caption: Caption,
    look: Look,
    kind: Kind,
) -> Result<(), JsValue> {
    let json = option(&drawing).to_string();
    let svg = echarts::to_svg(library, &json, look.lang.tag(), drawing.width_px, drawing.height_px)?;
    match kind {
        Kind::Svg => {
            let picture = picture::compose(&svg, &drawing, &caption, "", &look);
            download::offer(
                &picture::file_name(&caption.title, "svg"),
                "image/svg+xml",
                picture.svg.as_bytes(),
            )
        }
        Kind::Png => {
            let fonts = raster::embedded_fonts("Be Vietnam Pro").await;
            let picture = picture::compose(&svg, &drawing, &caption, &fonts, &look);
            let png = raster::png(&picture.svg, picture.width_px, picture.height_px, 2).await?;
            download::offer_url(&picture::file_name(&caption.title, "png"), &png)
        }
    }
}
