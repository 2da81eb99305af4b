//! The bar of buttons that comes with the pointer and goes by itself, what covers the slides, and the list of keys.

use leptos::prelude::*;

use super::presentation::Presentation;
use super::show::Action;
use super::stage::{PRESETS, Preset};
use crate::i18n::presenting::{PRESENTING, Presenting};
use crate::platform::full_screen;
use crate::state::preferences::use_words;
use crate::ui::button::{Button, ButtonKind, IconButton};
use crate::ui::icon::{Icon, IconName};
use crate::ui::notice::{Notice, NoticeKind};

fn name(preset: Preset, words: &'static Presenting) -> &'static str {
    match preset {
        Preset::Projector => words.projector,
        Preset::DarkRoom => words.dark_room,
        Preset::Near => words.near,
    }
}

/// The bar. Whoever goes through the page by keyboard finds it too.
#[component]
pub fn Controls(
    /// Of what.
    presentation: Presentation,
) -> impl IntoView {
    let w = use_words(&PRESENTING);
    let act = move |action: Action| move || presentation.act(action.clone());
    let whole = RwSignal::new(full_screen::is_on());
    let follow = StoredValue::new_local(Some(full_screen::Follow::new(move |on| {
        let _ = whole.try_set(on);
    })));
    on_cleanup(move || follow.set_value(None));
    let presets = PRESETS.map(|preset| {
        let chosen = move || presentation.preset.get() == preset;
        view! {
            <button
                type="button"
                class="controls__preset"
                aria-pressed=move || chosen().to_string()
                on:click=move |_| presentation.set_preset(preset)
            >
                {move || name(preset, w())}
            </button>
        }
    });
    view! {
        <div class="controls" role="toolbar" aria-label=move || w().controls>
            <IconButton icon=IconName::Back label=move || w().back on_press=act(Action::Back)/>
            <IconButton icon=IconName::Forward label=move || w().next on_press=act(Action::Next)/>
            <IconButton icon=IconName::Overview label=move || w().overview on_press=act(Action::Overview)/>
            <div class="controls__presets" role="group">{presets.into_iter().collect_view()}</div>
            {move || {
                presentation
                    .news
                    .get()
                    .then(|| view! { <Button label=move || w().refresh icon=IconName::Sync small=true on_press=act(Action::Refresh)/> })
            }}
            <span class="controls__desk">
                <IconButton icon=IconName::Copy label=move || w().notes_window on_press=act(Action::Notes)/>
            </span>
            <IconButton icon=IconName::Dark label=move || w().blank on_press=act(Action::Blank)/>
            <IconButton
                icon=IconName::Present
                label=move || w().full_screen
                pressed=Signal::derive(move || whole.get())
                on_press=act(Action::FullScreen)
            />
            <span class="controls__desk">
                <IconButton icon=IconName::Keys label=move || w().keys on_press=act(Action::Help)/>
            </span>
            <Button label=move || w().leave kind=ButtonKind::Quiet icon=IconName::Close small=true on_press=move |()| presentation.leave()/>
        </div>
    }
}

/// What lies over the slide: the black screen, the number that is typed, the keys, the dot that says that there are new figures.
#[component]
pub fn Cover(
    /// Of what.
    presentation: Presentation,
) -> impl IntoView {
    let w = use_words(&PRESENTING);
    let show = presentation.show;
    let blank = Memo::new(move |_| show.with(|show| show.blank));
    let help = Memo::new(move |_| show.with(|show| show.help));
    let number = Memo::new(move |_| show.with(|show| show.number.clone()));
    let keys = move || {
        let key = |(key, does): &(&'static str, &'static str)| view! { <dt>{*key}</dt><dd>{*does}</dd> };
        w().key_list.iter().map(key).collect_view()
    };
    view! {
        <div role="status" class="cover__status">
            {move || {
                presentation
                    .news
                    .get()
                    .then(|| {
                        view! {
                            <span class="cover__news" title=move || w().news>
                                <span class="sr-only">{move || w().news}</span>
                            </span>
                        }
                    })
            }}
            {move || number.get().map(|number| view! { <p class="cover__number">{w().to_number} " " {number} "_"</p> })}
        </div>
        {move || {
            blank
                .get()
                .then(|| {
                    view! {
                        <button type="button" class="cover__blank" on:click=move |_| presentation.act(Action::Blank)>
                            <span class="sr-only">{move || w().is_blank}</span>
                        </button>
                    }
                })
        }}
        {move || {
            help.get()
                .then(|| {
                    view! {
                        <section class="cover__keys" aria-label=move || w().keys>
                            <h2>
                                <Icon name=IconName::Keys/>
                                {move || w().keys}
                            </h2>
                            <dl>{keys}</dl>
                            <Button label=move || w().close on_press=move |()| presentation.act(Action::Help)/>
                        </section>
                    }
                })
        }}
        {move || {
            presentation
                .blocked
                .get()
                .then(|| {
                    view! {
                        <div class="cover__blocked">
                            <Notice kind=NoticeKind::Warning>
                                <span>{move || w().blocked}</span>
                                <span class="row">
                                    <a href=presentation.notes_url() target="_blank" on:click=move |_| presentation.blocked.set(false)>
                                        {move || w().open_notes}
                                    </a>
                                    <Button
                                        label=move || w().close
                                        kind=ButtonKind::Quiet
                                        small=true
                                        on_press=move |()| presentation.blocked.set(false)
                                    />
                                </span>
                            </Notice>
                        </div>
                    }
                })
        }}
    }
}
