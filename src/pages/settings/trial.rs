//! Trying the app with more than a real bloc has: hidden behind a switch, off unless someone wants it.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::demo::scale::{Maker, Size};
use crate::i18n::settings::{SETTINGS, Settings, made_so_far};
use crate::i18n::store::error_text;
use crate::platform::preferences as stored;
use crate::state::lens::{Lens, use_lens};
use crate::state::preferences::{use_lang, use_words};
use crate::state::route::Route;
use crate::ui::button::Button;
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::page_head::Section;
use crate::ui::toggle::Switch;

/// Whether the tools are shown, on this device.
const SHOWN: &str = "so-khoi:load-trial";

/// What is being made, and how far it is.
#[derive(Clone, Copy)]
struct Making {
    size: RwSignal<Option<Size>>,
    done: RwSignal<(usize, usize)>,
    failure: RwSignal<Option<String>>,
}

/// The section.
#[component]
pub fn TrialSection() -> impl IntoView {
    let w = use_words(&SETTINGS);
    let lens = use_lens();
    let shown = RwSignal::new(stored::read(SHOWN).is_some());
    let making = Making {
        size: RwSignal::new(None),
        done: RwSignal::new((0, 1)),
        failure: RwSignal::new(None),
    };
    let show = move |on: bool| {
        stored::write(SHOWN, on.then_some("on"));
        shown.set(on);
    };
    view! {
        <Section title=move || w().trial>
            <Switch label=move || w().trial_show help=move || w().trial_show_help checked=shown on_change=show/>
            {move || shown.get().then(|| tools(lens, making))}
        </Section>
    }
}

fn tools(lens: Lens, making: Making) -> AnyView {
    let w = use_words(&SETTINGS);
    view! {
        <p class="muted">{move || w().trial_note}</p>
        <ul class="blocs">
            {row(lens, making, Size::TERM, |w| (w.trial_term, w.trial_term_help))}
            {row(lens, making, Size::CROWD, |w| (w.trial_crowd, w.trial_crowd_help))}
        </ul>
        {move || {
            making
                .size
                .get()
                .map(|_| {
                    view! {
                        <p class="trial__progress">
                            <label for="trial-progress">{move || w().trial_making}</label>
                            <progress
                                id="trial-progress"
                                max=move || making.done.get().1
                                prop:value=move || making.done.get().0 as f64
                            ></progress>
                            <span>
                                {move || {
                                    let (done, of) = making.done.get();
                                    made_so_far(done, of)
                                }}
                            </span>
                        </p>
                    }
                })
        }}
        {move || {
            making.failure.get().map(|failure| view! { <Notice kind=NoticeKind::Failure>{failure}</Notice> })
        }}
    }
    .into_any()
}

fn row(
    lens: Lens,
    making: Making,
    size: Size,
    words: fn(&'static Settings) -> (&'static str, &'static str),
) -> impl IntoView {
    let w = use_words(&SETTINGS);
    let lang = use_lang();
    let busy = Signal::derive(move || making.size.get() == Some(size));
    let make = move || {
        if making.size.get_untracked().is_some() {
            return;
        }
        making.size.set(Some(size));
        making.failure.set(None);
        making.done.set((0, 1));
        let maker = lens.catalogue(|catalogue| Maker::new(size, catalogue));
        let (parts, workspace, router) = (maker.parts(), lens.workspace(), lens.router());
        spawn_local(async move {
            // The page may be left while it is made: it is made all the same, and then only listed.
            let told = |done| {
                let _ = making.done.try_set((done, parts));
            };
            let made = workspace
                .create_in_parts(&size.name(), parts, |part| maker.part(part), told)
                .await;
            let still_here = making.size.try_set(None).is_none();
            match made {
                Ok(id) if still_here => router.go(router.place_untracked().at(Route::Overview).with_bloc(&id)),
                Ok(_) => {}
                Err(error) => drop(making.failure.try_set(Some(error_text(untrack(lang), &error)))),
            }
        });
    };
    view! {
        <li class="blocs__row">
            <span class="blocs__name trial__words">
                {move || words(w()).0} <small class="muted">{move || words(w()).1}</small>
            </span>
            <Button
                label=move || format!("{}: {}", w().trial_make, words(w()).0)
                small=true
                busy
                on_press=make
            />
        </li>
    }
}
