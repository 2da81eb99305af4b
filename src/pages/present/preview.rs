//! The slide as the room will see it, smaller, beside what can be changed of it.

use super::deck::DeckView;
use super::frozen::{Frozen, FrozenSlide};
use super::layout::Layout;
use super::on_screen::drawn;
use super::opening::{opening, opens};
use super::presentation::PRESET;
use super::slide::{Shown, SlideView};
use super::stage::{Preset, Stage, TIGHTEST};
use crate::i18n::decks::{DECKS, in_parts};
use crate::model::deck::Slide;
use crate::model::id::SlideId;
use crate::model::ledger::Ledger;
use crate::platform::echarts::WidthObserver;
use crate::platform::preferences as stored;
use crate::state::preferences::{use_preferences, use_words};
use crate::ui::badge::{Badge, Tone};
use crate::ui::icon::IconName;
use leptos::html;
use leptos::prelude::*;
use std::sync::Arc;

/// The screen that a slide is looked at on before the meeting, in CSS pixels: that of most projectors.
const SCREEN: (u32, u32) = (1366, 768);

/// The slide, as wide as its place.
#[component]
pub fn Preview(
    /// The deck.
    view: DeckView,
    /// The slide.
    id: StoredValue<SlideId>,
) -> impl IntoView {
    let w = use_words(&DECKS);
    let preferences = use_preferences();
    let place = NodeRef::<html::Div>::new();
    let width = RwSignal::new(0.0_f64);
    let observer = StoredValue::new_local(None::<WidthObserver>);
    Effect::new(move || {
        if let Some(place) = place.get() {
            let follow = move |px| {
                let _ = width.try_set(px);
            };
            observer.set_value(WidthObserver::new(&place, follow).ok());
        }
    });
    on_cleanup(move || observer.set_value(None));
    let stage = Stage {
        width: SCREEN.0,
        height: SCREEN.1,
        preset: Preset::from_name(&stored::read(PRESET).unwrap_or_default()),
    };
    // What was cut where it was drawn is made smaller, as it will be before the room.
    let (tight, stays_cut) = (RwSignal::new(0_u8), RwSignal::new(false));
    let asked = Memo::new(move |_| (view.lang.get(), id.with_value(|id| one_of(view, id))));
    Effect::watch(
        move || asked.track(),
        move |(), _, _| {
            tight.set(0);
            stays_cut.set(false);
        },
        false,
    );
    let on_drawn = Callback::new(move |is_cut: bool| match tight.get_untracked() {
        _ if !is_cut => {}
        TIGHTEST => stays_cut.set(true),
        steps => tight.set(steps + 1),
    });
    let shown = Memo::new(move |_| {
        let lang = view.lang.get();
        let drawn = drawn(lang, stage.preset, preferences);
        let frozen = asked.get().1?;
        let at = frozen
            .slides
            .iter()
            .position(|slide| id.with_value(|id| slide.id == *id))?;
        let layout = Layout::tightened(frozen.slides.get(at)?, &frozen.bloc, stage, drawn, tight.get());
        Some(Shown {
            slide: at,
            page: 0,
            behind: None,
            mark: None,
            layout: Arc::new(layout),
            frozen: Arc::new(frozen),
            stage,
            dark: drawn.dark,
        })
    });
    let computed = Memo::new(move |_| shown.with(|shown| shown.as_ref().is_some_and(|shown| shown.layout.is_cut())));
    let cut = Memo::new(move |_| computed.get() || stays_cut.get());
    let parts = Memo::new(move |_| shown.with(|shown| shown.as_ref().map_or(1, |shown| shown.layout.pages.len())));
    let scale = Memo::new(move |_| width.get() / f64::from(stage.width));
    // Drawn once its place has a width, and not again when that changes.
    let there = Memo::new(move |_| scale.get() > 0.0);
    view! {
        <div
            class="one-slide__preview"
            node_ref=place
            inert
            style:block-size=move || format!("{}px", (f64::from(stage.height) * scale.get()).round())
            style=("--scale", move || scale.get().to_string())
        >
            {move || {
                let shown = shown.get().filter(|_| there.get());
                shown
                    .map(|shown| {
                        let drawn = drawn(shown.frozen.lang, stage.preset, preferences);
                        view! { <SlideView shown drawn presses=None on_drawn/> }
                    })
            }}
        </div>
        {move || {
            (cut.get() || parts.get() > 1)
                .then(|| {
                    view! {
                        <p class="row small">
                            {move || cut.get().then(|| view! { <Badge label=move || w().cut icon=IconName::Warning tone=Tone::Warn/> })}
                            {move || (parts.get() > 1).then(|| in_parts(view.lang.get(), parts.get()))}
                        </p>
                    }
                })
        }}
    }
}

/// The deck with the figures of one slide alone, and without its notes: what others show, and what is only said, draws nothing anew.
fn one_of(view: DeckView, id: &SlideId) -> Option<Frozen> {
    let (order, lang) = (view.order.get(), view.lang.get());
    let mut slide = view.slide(id, |slide, exhibit| {
        Some(FrozenSlide {
            id: id.clone(),
            slide: Slide {
                notes: String::new(),
                at: String::new(),
                ..slide.clone()
            },
            exhibit: exhibit.cloned(),
            opening: None,
        })
    })?;
    let bloc = |ledger: &Ledger| ledger.profile.as_ref().map(|profile| profile.name.clone());
    let bloc = view.lens.ledger(bloc).unwrap_or_default();
    if order.first() == Some(id) && opens(&slide.slide) {
        slide.opening = Some(opening(lang, &slide.slide, &bloc, view.lens.today(), view.rests_on()));
    }
    let blank = |other: SlideId| match other == *id {
        true => slide.clone(),
        false => FrozenSlide {
            id: other,
            slide: Slide::default(),
            exhibit: None,
            opening: None,
        },
    };
    Some(Frozen {
        deck: String::new(),
        name: String::new(),
        at_ms: 0,
        lang,
        as_of: None,
        bloc,
        slides: order.into_iter().map(blank).collect(),
    })
}
