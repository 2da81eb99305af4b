//! How this person wants the app on this device: language, theme, patterns on charts.
//!
//! Kept in localStorage, so that the page's inline script can set language and theme before the first paint.

use leptos::prelude::*;

use crate::model::text::{Both, Lang};
use crate::platform::{preferences as stored, viewport};

const LANG: &str = "so-khoi:lang";
const THEME: &str = "so-khoi:theme";
const PATTERNS: &str = "so-khoi:patterns";

/// Light, dark, or as the system is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// Follows the system.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

impl Theme {
    /// The value of `data-theme` and of the stored setting; the system's theme has none.
    pub const fn name(self) -> Option<&'static str> {
        match self {
            Self::System => None,
            Self::Light => Some("light"),
            Self::Dark => Some("dark"),
        }
    }

    /// The theme of a name; anything else is the system's.
    pub fn from_name(name: Option<&str>) -> Self {
        match name {
            Some("light") => Self::Light,
            Some("dark") => Self::Dark,
            _ => Self::System,
        }
    }
}

/// The preferences as signals. Setting one applies and stores it.
#[derive(Debug, Clone, Copy)]
pub struct Preferences {
    /// The language of everything.
    pub lang: RwSignal<Lang>,
    /// The theme that was chosen.
    pub theme: RwSignal<Theme>,
    /// Patterns on every chart's fills, not only where they must be told apart.
    pub patterns: RwSignal<bool>,
    system_dark: RwSignal<bool>,
}

impl Preferences {
    /// Whether the page is dark now, chosen or by the system. Charts need it: they cannot read tokens.
    pub fn is_dark(self) -> bool {
        match self.theme.get() {
            Theme::System => self.system_dark.get(),
            Theme::Light => false,
            Theme::Dark => true,
        }
    }
}

/// Reads the preferences, keeps page and storage in step with them, and makes them known to every component.
pub fn provide_preferences() -> Preferences {
    let lang = stored::read(LANG)
        .or_else(stored::browser_language)
        .and_then(|tag| Lang::from_tag(&tag))
        .unwrap_or_default();
    let system_dark = RwSignal::new(false);
    system_dark.set(viewport::follow_media("(prefers-color-scheme: dark)", move |dark| {
        system_dark.set(dark)
    }));
    let preferences = Preferences {
        lang: RwSignal::new(lang),
        theme: RwSignal::new(Theme::from_name(stored::read(THEME).as_deref())),
        patterns: RwSignal::new(stored::read(PATTERNS).is_some()),
        system_dark,
    };
    Effect::new(move |before: Option<Lang>| {
        let lang = preferences.lang.get();
        stored::set_root_attribute("lang", Some(lang.tag()));
        // Only a choice is stored: a browser's own language may still change.
        if before.is_some_and(|before| before != lang) {
            stored::write(LANG, Some(lang.tag()));
        }
        lang
    });
    Effect::new(move || {
        let theme = preferences.theme.get().name();
        stored::set_root_attribute("data-theme", theme);
        stored::write(THEME, theme);
    });
    Effect::new(move || {
        stored::write(PATTERNS, preferences.patterns.get().then_some("on"));
    });
    provide_context(preferences);
    preferences
}

/// The preferences; where none were provided (a component on its own in a test), the defaults.
pub fn use_preferences() -> Preferences {
    use_context().unwrap_or_else(|| Preferences {
        lang: RwSignal::new(Lang::default()),
        theme: RwSignal::new(Theme::default()),
        patterns: RwSignal::new(false),
        system_dark: RwSignal::new(false),
    })
}

/// The language now; reading it in a reactive place follows it.
pub fn use_lang() -> impl Fn() -> Lang + Copy + Send + Sync + 'static {
    let lang = use_preferences().lang;
    move || lang.get()
}

/// The words of an area in the language now: `let w = use_words(&FRAME); … {move || w().overview}`.
pub fn use_words<W: Sync>(words: &'static Both<W>) -> impl Fn() -> &'static W + Copy + Send + Sync + 'static {
    let lang = use_preferences().lang;
    move || words.in_lang(lang.get())
}
