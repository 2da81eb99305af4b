//! All slides beside each other, each drawn small, to go to one of them, and to see before the meeting whether one does not fit.
//!
//! Numbers and headlines are there at once. The slides are drawn one after the other, those around the marked one first, so that a long
//! deck opens without a wait and a key is answered meanwhile.

use gloo_timers::callback::Timeout;
use leptos::html::{Button as ButtonElement, Div};
use leptos::prelude::*;

use super::frozen::FrozenSlide;
use super::presentation::Presentation;
use super::show::Action;
use super::slide::SlideView;
use crate::i18n::presenting::PRESENTING;
use crate::platform::echarts::WidthObserver;
use crate::state::preferences::use_words;
use crate::ui::icon::{Icon, IconName};

/// How long keys have time between two slides that are drawn, in milliseconds.
const BETWEEN: u32 = 16;

/// The overview.
#[component]
pub fn Overview(
    /// Of what.
    presentation: Presentation,
) -> impl IntoView {
    let w = use_words(&PRESENTING);
    let marked = Memo::new(move |_| presentation.show.with(|show| show.overview));
    let count = move || {
        presentation
            .frozen
            .with_untracked(|frozen| frozen.as_ref().map_or(0, |frozen| frozen.slides.len()))
    };
    let begun = RwSignal::new(0_usize);
    draw_in_turn(begun, count());
    let width = RwSignal::new(0.0_f64);
    let from = marked.get_untracked().unwrap_or(0);
    let card = move |(at, slide): (usize, FrozenSlide)| {
        let node = NodeRef::<ButtonElement>::new();
        let is_marked = Memo::new(move |_| marked.get() == Some(at));
        Effect::new(move || {
            if let (true, Some(button)) = (is_marked.get(), node.get()) {
                let _ = button.focus();
            }
        });
        let turn = turn_of(at, from, count());
        let is_due = Memo::new(move |_| begun.get() > turn);
        let cut = Memo::new(move |_| presentation.is_cut(at));
        let pages = Memo::new(move |_| {
            presentation
                .layouts()
                .with(|layouts| layouts.get(at).map_or(1, |layout| layout.pages.len()))
        });
        let headline = match slide.headline().is_empty() {
            true => w().unknown.to_owned(),
            false => slide.headline().to_owned(),
        };
        view! {
            <li class="overview__item">
                <Thumbnail presentation at is_due width/>
                <button
                    type="button"
                    class="overview__card"
                    node_ref=node
                    aria-current=move || is_marked.get().then_some("true")
                    on:click=move |_| presentation.act(Action::To(at))
                >
                    <span class="overview__number">
                        {(at + 1).to_string()}
                        {move || (pages.get() > 1).then(|| format!(" ×{}", pages.get()))}
                    </span>
                    <span class="overview__headline">{headline}</span>
                    {move || {
                        cut.get()
                            .then(|| {
                                view! {
                                    <span class="overview__cut">
                                        <Icon name=IconName::Warning small=true/>
                                        {move || w().cut}
                                    </span>
                                }
                            })
                    }}
                </button>
            </li>
        }
    };
    let cards = move || {
        let slides = presentation
            .frozen
            .get()
            .map(|frozen| frozen.slides.clone())
            .unwrap_or_default();
        slides.into_iter().enumerate().map(card).collect_view()
    };
    view! {
        <section class="overview" aria-label=move || w().overview>
            <ol class="overview__grid" style=("--columns", move || presentation.columns().to_string())>{cards}</ol>
        </section>
    }
}

/// When a slide is drawn: those behind the marked one first, then those before it.
fn turn_of(at: usize, from: usize, count: usize) -> usize {
    match at.checked_sub(from) {
        Some(turn) => turn,
        None => count.saturating_sub(from) + at,
    }
}

/// Begins one slide more at a time, until all are.
fn draw_in_turn(begun: RwSignal<usize>, count: usize) {
    let next = StoredValue::new_local(None::<Timeout>);
    Effect::new(move || {
        let done = begun.get();
        if done < count {
            next.set_value(Some(Timeout::new(BETWEEN, move || {
                let _ = begun.try_update(|begun| *begun += 1);
            })));
        }
    });
    on_cleanup(move || next.set_value(None));
}

/// A slide, small: the one that the room sees, in the size of its card. Nobody reads or presses anything in it.
#[component]
fn Thumbnail(
    /// Of what.
    presentation: Presentation,
    /// Which slide.
    at: usize,
    /// Its turn has come.
    is_due: Memo<bool>,
    /// How wide the cards are; the first one tells.
    width: RwSignal<f64>,
) -> impl IntoView {
    let place = NodeRef::<Div>::new();
    let observer = StoredValue::new_local(None::<WidthObserver>);
    Effect::new(move || {
        if let (0, Some(place)) = (at, place.get()) {
            let follow = move |px| {
                let _ = width.try_set(px);
            };
            observer.set_value(WidthObserver::new(&place, follow).ok());
        }
    });
    on_cleanup(move || observer.set_value(None));
    let is_wide = Memo::new(move |_| width.get() > 0.0);
    let shown = Memo::new(move |_| {
        (is_due.get() && is_wide.get())
            .then(|| presentation.thumbnail(at))
            .flatten()
    });
    let slide = move || {
        shown.get().map(|shown| {
            let drawn = untrack(|| presentation.drawn());
            let tight = shown.layout.tight;
            let on_drawn = Callback::new(move |cut| presentation.was_drawn(at, None, tight, cut));
            view! { <SlideView shown drawn presses=None on_drawn picture=true/> }
        })
    };
    let ratio = move || {
        let stage = presentation.stage();
        format!("{} / {}", stage.width.max(1), stage.height.max(1))
    };
    let scale = move || (width.get() / f64::from(presentation.stage().width.max(1))).to_string();
    view! {
        <div class="overview__slide" node_ref=place inert aria-hidden="true" style:aspect-ratio=ratio style=("--scale", scale)>
            {slide}
        </div>
    }
}
