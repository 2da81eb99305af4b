//! Languages and the labels that exist in each of them.

use super::from_json::FromJson;
use serde::Serialize;

/// A language of the app. Vietnamese is the first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, FromJson)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Vietnamese.
    #[default]
    Vi,
    /// English.
    En,
}

impl Lang {
    /// The BCP 47 tag: `vi` or `en`.
    pub const fn tag(self) -> &'static str {
        match self {
            Lang::Vi => "vi",
            Lang::En => "en",
        }
    }

    /// The language of a BCP 47 tag such as `en-GB`; `None` for languages the app does not have.
    pub fn from_tag(tag: &str) -> Option<Lang> {
        match tag.split('-').next() {
            Some("vi") => Some(Lang::Vi),
            Some("en") => Some(Lang::En),
            _ => None,
        }
    }
}

/// A label in both languages. A bloc's own labels may have Vietnamese only.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, FromJson)]
pub struct Text {
    /// The Vietnamese wording.
    pub vi: String,
    /// The English wording; empty where nobody has written one.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub en: String,
}

impl Text {
    /// A label with both wordings.
    pub fn new(vi: impl Into<String>, en: impl Into<String>) -> Text {
        Text {
            vi: vi.into(),
            en: en.into(),
        }
    }

    /// The wording in `lang`, falling back to Vietnamese.
    pub fn in_lang(&self, lang: Lang) -> &str {
        match lang {
            Lang::En if !self.en.is_empty() => &self.en,
            _ => &self.vi,
        }
    }
}

/// The same words in both languages: what an area of the interface has in `i18n/`. A word without a
/// translation is a missing field and does not compile.
#[derive(Debug, Clone, Copy)]
pub struct Both<W> {
    /// Vietnamese, which comes first everywhere.
    pub vi: W,
    /// English.
    pub en: W,
}

impl<W> Both<W> {
    /// The words in one language.
    pub const fn in_lang(&self, lang: Lang) -> &W {
        match lang {
            Lang::Vi => &self.vi,
            Lang::En => &self.en,
        }
    }
}
