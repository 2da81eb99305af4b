//! What only the presenter sees: the slide of now and the next one, the notes, the time. In a window of its own, which follows the one
//! that the room sees and can lead it.

use gloo_timers::callback::Interval;
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::frozen::Frozen;
use super::kept;
use super::keys::{Pressed, wanted};
use super::on_screen::{Tightened, drawn, layouts_of, shown};
use super::presentation::{channel_name, window_size};
use super::show::{Action, Show};
use super::slide::{Shown, SlideView};
use super::wire::{Now, Said};
use crate::i18n::presenting::{PRESENTING, place};
use crate::platform::broadcast::Channel;
use crate::platform::clock::now_ms;
use crate::state::lens::use_lens;
use crate::state::preferences::{use_lang, use_preferences, use_words};
use crate::state::route::Route;
use crate::ui::badge::{Badge, Tone};
use crate::ui::button::{Button, ButtonKind, LinkButton};
use crate::ui::empty::EmptyState;
use crate::ui::icon::IconName;
use crate::ui::page_head::use_title;

/// How often the time is shown anew, in milliseconds.
const TICK: u32 = 500;

/// How long the presentation has gone on, with pauses.
#[derive(Clone, Copy, Default)]
struct Timer {
    /// What was counted before the last pause.
    before_ms: i64,
    /// Since when it counts; `None` while it does not.
    since_ms: Option<i64>,
}

impl Timer {
    fn elapsed(self, now_ms: i64) -> i64 {
        self.before_ms + self.since_ms.map_or(0, |since| (now_ms - since).max(0))
    }
}

/// `1:05:09`, `05:09`.
fn written(ms: i64) -> String {
    let seconds = ms / 1_000;
    let (hours, minutes, seconds) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    match hours {
        0 => format!("{minutes:02}:{seconds:02}"),
        _ => format!("{hours}:{minutes:02}:{seconds:02}"),
    }
}

/// What only the presenter sees.
#[component]
pub fn SpeakerPage(
    /// Which deck.
    id: String,
) -> impl IntoView {
    let w = use_words(&PRESENTING);
    let lang = use_lang();
    use_title(Signal::derive(move || w().speaker.to_owned()));
    let lens = use_lens();
    let deck = StoredValue::new(id);
    let now = RwSignal::new(None::<Now>);
    let frozen = RwSignal::new(None::<Arc<Frozen>>);
    let channel = StoredValue::new_local(None::<Channel>);
    let say = move |said: Said| {
        channel.with_value(|channel| {
            if let (Some(channel), Some(text)) = (channel, said.to_text()) {
                channel.post(&text);
            }
        });
    };
    let timer = RwSignal::new(Timer::default());
    let clock = RwSignal::new(now_ms());
    let ticking = StoredValue::new_local(Some(Interval::new(TICK, move || {
        let _ = clock.try_set(now_ms());
    })));
    let size = RwSignal::new(window_size());
    let resized = window_event_listener(ev::resize, move |_| size.set(window_size()));
    on_cleanup(move || {
        resized.remove();
        ticking.set_value(None);
        channel.set_value(None);
    });
    let router = lens.router();
    let bloc = Memo::new(move |_| router.place().bloc.unwrap_or_default());
    // What is kept on the device is what the room sees: it is read anew when another one is shown.
    let fetch = move |at_ms: i64| {
        spawn_local(async move {
            let bloc = bloc.try_get_untracked();
            let (Some(bloc), Some(id)) = (bloc, deck.try_get_value()) else {
                return;
            };
            for _ in 0..20 {
                let found = kept::read(lens.workspace(), Some(&bloc), &id).await;
                if let Some(found) = found.filter(|found| found.at_ms == at_ms) {
                    drop(frozen.try_set(Some(Arc::new(found))));
                    return;
                }
                // It is shown before it is kept.
                gloo_timers::future::TimeoutFuture::new(100).await;
            }
        });
    };
    let heard = move |text: String| match Said::of_text(&text) {
        Some(Said::Now(told)) => {
            let known = frozen.with_untracked(|frozen| frozen.as_ref().map(|frozen| frozen.at_ms));
            if known != Some(told.at_ms) {
                fetch(told.at_ms);
            }
            if timer.with_untracked(|timer| timer.since_ms.is_none() && timer.before_ms == 0) {
                timer.set(Timer {
                    before_ms: 0,
                    since_ms: Some(now_ms()),
                });
            }
            now.set(Some(told));
        }
        Some(Said::Over) => now.set(None),
        _ => {}
    };
    Effect::new(move || {
        channel.set_value(Channel::open(&channel_name(&bloc.get(), &deck.get_value()), heard));
        say(Said::Ask);
    });
    let act = move |action: Action| say(Said::Do(action));
    listen_to_keys(act);

    let preferences = use_preferences();
    // As small as the room's screen needs them.
    let tightened = Memo::new(move |_| {
        let told = now.with(|now| now.as_ref().map(|now| now.tightened.clone()));
        told.unwrap_or_default().into_iter().collect::<Tightened>()
    });
    let layouts = Memo::new(move |_| {
        let (Some(frozen), Some(stage)) = (frozen.get(), now.with(|now| now.as_ref().map(|now| now.stage))) else {
            return Vec::new();
        };
        let drawn = drawn(frozen.lang, stage.preset, preferences);
        layouts_of(&frozen, stage, drawn, &tightened.read())
    });
    let seen = move |show: &Show| {
        let (frozen, now) = (frozen.get()?, now.get()?);
        let dark = drawn(frozen.lang, now.stage.preset, preferences).dark;
        layouts.with(|layouts| shown(&frozen, layouts, show, (now.stage, dark), &tightened.read()))
    };
    let current = Memo::new(move |_| seen(&now.with(|now| now.as_ref().map(|now| now.show.clone()))?));
    let next = Memo::new(move |_| {
        let show = now.with(|now| now.as_ref().map(|now| now.show.clone()))?;
        let pages = current.get()?.layout.pages.len();
        let next = match show.page + 1 < pages && show.behind.is_none() {
            true => Show {
                page: show.page + 1,
                ..show
            },
            false => Show {
                slide: show.slide + 1,
                ..Show::default()
            },
        };
        seen(&next)
    });
    let preview = move |shown: Memo<Option<Shown>>, part: f64, main: bool| {
        move || {
            shown.get().map(|shown| {
                let width = (f64::from(size.get().0) * part).max(240.0);
                let scale = width / f64::from(shown.stage.width.max(1));
                let drawn = drawn(shown.frozen.lang, shown.stage.preset, preferences);
                let height = f64::from(shown.stage.height) * scale;
                view! {
                    <div
                        class="speaker__frame"
                        inert
                        style:inline-size=format!("{width}px")
                        style:block-size=format!("{height}px")
                        style=("--scale", scale.to_string())
                    >
                        <SlideView shown drawn presses=None picture=!main/>
                    </div>
                }
            })
        }
    };
    let notes = move || {
        let shown = current.get()?;
        let slide = shown.frozen.slides.get(shown.slide)?.clone();
        let said = slide.exhibit.as_ref().map(|exhibit| exhibit.sentence.clone());
        Some((slide.slide.notes.clone(), said.unwrap_or_default()))
    };
    let notes_view = move || {
        let (notes, said) = notes().unwrap_or_default();
        let lines: Vec<String> = notes.lines().map(str::to_owned).collect();
        let nothing = lines.is_empty();
        view! {
            {lines.into_iter().map(|line| view! { <p>{line}</p> }).collect_view()}
            {nothing.then(|| view! { <p class="speaker__none">{move || w().no_notes}</p> })}
            {(!said.is_empty()).then(|| view! { <p class="speaker__said">{said}</p> })}
        }
    };
    let position = move || {
        current.get().map(|shown| {
            let slides = shown.frozen.slides.len();
            place(lang(), shown.slide, slides, shown.page, shown.layout.pages.len())
        })
    };
    let pause = move || {
        let now = now_ms();
        timer.update(|timer| match timer.since_ms {
            Some(_) => {
                *timer = Timer {
                    before_ms: timer.elapsed(now),
                    since_ms: None,
                }
            }
            None => timer.since_ms = Some(now),
        });
    };
    let reset = move || {
        timer.update(|timer| {
            timer.before_ms = 0;
            timer.since_ms = timer.since_ms.map(|_| now_ms());
        });
    };
    let hour = move || {
        let date = js_sys::Date::new(&wasm_bindgen::JsValue::from_f64(clock.get() as f64));
        format!("{:02}:{:02}", date.get_hours(), date.get_minutes())
    };
    let begin = move || router.here(Route::Presenting(deck.get_value()));
    let nobody = Memo::new(move |_| now.with(Option::is_none));
    let blank = move || now.with(|now| now.as_ref().is_some_and(|now| now.show.blank));
    let news = move || now.with(|now| now.as_ref().is_some_and(|now| now.news));
    let cut = Memo::new(move |_| now.with(|now| now.as_ref().is_some_and(|now| now.cut)));
    let runs = move || timer.with(|timer| timer.since_ms.is_some());
    view! {
        <div class="speaker">
            <h1 class="sr-only" tabindex="-1">{move || w().speaker}</h1>
            {move || {
                nobody
                    .get()
                    .then(|| {
                        view! {
                            <EmptyState icon=IconName::Present title=move || w().nobody why=move || w().nobody_why>
                                <LinkButton to=begin() label=move || w().begin kind=ButtonKind::Primary/>
                            </EmptyState>
                        }
                    })
            }}
            <div class="speaker__board" hidden=move || nobody.get()>
                <section class="speaker__now" aria-label=move || w().now>
                    <h2>{move || w().now} <span class="speaker__place">{position}</span></h2>
                    {preview(current, 0.58, true)}
                    <p class="speaker__told row" role="status">
                        {move || blank().then(|| w().is_blank)}
                        {move || news().then(|| w().news)}
                        {move || {
                            cut.get().then(|| view! { <Badge label=move || w().cut icon=IconName::Warning tone=Tone::Warn/> })
                        }}
                    </p>
                    <div class="row">
                        <Button label=move || w().back icon=IconName::Back on_press=move |()| act(Action::Back)/>
                        <Button
                            label=move || w().next
                            icon=IconName::Forward
                            kind=ButtonKind::Primary
                            on_press=move |()| act(Action::Next)
                        />
                        <Button label=move || w().blank icon=IconName::Dark on_press=move |()| act(Action::Blank)/>
                        {move || {
                            news()
                                .then(|| {
                                    view! {
                                        <Button
                                            label=move || w().refresh
                                            icon=IconName::Sync
                                            on_press=move |()| act(Action::Refresh)
                                        />
                                    }
                                })
                        }}
                    </div>
                </section>
                <div class="speaker__side">
                    <section class="speaker__time" aria-label=move || w().elapsed>
                        <p class="speaker__elapsed" role="timer">{move || written(timer.get().elapsed(clock.get()))}</p>
                        <p class="speaker__clock">{move || w().clock} " " {hour}</p>
                        <div class="row">
                            <Button
                                label=move || if runs() { w().pause } else { w().start }
                                small=true
                                on_press=move |()| pause()
                            />
                            <Button label=move || w().reset small=true kind=ButtonKind::Quiet on_press=move |()| reset()/>
                        </div>
                    </section>
                    <section aria-label=move || w().after>
                        <h2>{move || w().after}</h2>
                        {preview(next, 0.32, false)}
                        {move || next.get().is_none().then(|| view! { <p class="speaker__none">{w().last}</p> })}
                    </section>
                    <section class="speaker__notes" aria-label=move || w().notes>
                        <h2>{move || w().notes}</h2>
                        {notes_view}
                    </section>
                </div>
            </div>
        </div>
    }
}

/// The same keys lead from here.
fn listen_to_keys(act: impl Fn(Action) + Copy + 'static) {
    let listener = window_event_listener(ev::keydown, move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let on_control = target.is_some_and(|target| target.closest("button, a").is_ok_and(|found| found.is_some()));
        let (key, code) = (event.key(), event.code());
        let action = wanted(Pressed {
            key: &key,
            code: &code,
            shift: event.shift_key(),
            command: event.ctrl_key() || event.meta_key() || event.alt_key(),
            on_control,
        });
        let action = match action {
            Some(Action::Line { down }) => Some(if down { Action::Next } else { Action::Back }),
            other => other,
        };
        if let Some(action) = action.filter(|action| Said::Do(action.clone()).to_text().is_some()) {
            event.prevent_default();
            act(action);
        }
    });
    on_cleanup(move || listener.remove());
}
