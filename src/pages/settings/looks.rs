//! Language, theme, patterns on charts.

use leptos::prelude::*;

use crate::i18n::settings::SETTINGS;
use crate::model::text::Lang;
use crate::state::preferences::{Theme, use_preferences, use_words};
use crate::ui::menu::Choice;
use crate::ui::page_head::Section;
use crate::ui::segmented::Segmented;
use crate::ui::toggle::Switch;

const THEMES: [(&str, Theme); 3] = [
    ("system", Theme::System),
    ("light", Theme::Light),
    ("dark", Theme::Dark),
];

/// How the app looks; each choice takes effect at once.
#[component]
pub fn LooksSection() -> impl IntoView {
    let w = use_words(&SETTINGS);
    let preferences = use_preferences();
    // A language is named in itself, so that whoever strayed into the other one finds back.
    let languages = move || {
        [Lang::Vi, Lang::En]
            .iter()
            .zip(w().language_names)
            .map(|(lang, name)| Choice::new(lang.tag(), name))
            .collect::<Vec<_>>()
    };
    let themes = move || {
        let words = w();
        let names = [words.theme_system, words.theme_light, words.theme_dark];
        THEMES
            .iter()
            .zip(names)
            .map(|((id, _), name)| Choice::new(*id, name))
            .collect::<Vec<_>>()
    };
    let theme = move || {
        let now = preferences.theme.get();
        let found = THEMES.iter().find(|(_, theme)| *theme == now);
        found.map_or("system", |(id, _)| id).to_owned()
    };
    view! {
        <Section title=move || w().looks>
            <dl class="settings">
                <dt>{move || w().language}</dt>
                <dd>
                    <Segmented
                        label=move || w().language
                        choices=Signal::derive(languages)
                        value=Signal::derive(move || preferences.lang.get().tag().to_owned())
                        on_change=move |tag: String| {
                            if let Some(lang) = Lang::from_tag(&tag) {
                                preferences.lang.set(lang);
                            }
                        }
                    />
                </dd>
                <dt>{move || w().theme}</dt>
                <dd>
                    <Segmented
                        label=move || w().theme
                        choices=Signal::derive(themes)
                        value=Signal::derive(theme)
                        on_change=move |id: String| {
                            if let Some((_, theme)) = THEMES.iter().find(|(known, _)| *known == id) {
                                preferences.theme.set(*theme);
                            }
                        }
                    />
                </dd>
            </dl>
            <Switch
                label=move || w().patterns
                help=move || w().patterns_help
                checked=preferences.patterns
                on_change=move |on| preferences.patterns.set(on)
            />
        </Section>
    }
}
