//! Ready decks: which slides a meeting of some purpose begins with. All of it is data (`built_in/decks.toml`), and none of it is
//! fetched before somebody opens the decks.

use super::CatalogueError;
use crate::model::deck::Form;
use crate::model::from_json::{self, FromJson};
use crate::model::period::PeriodKind;
use crate::model::text::Text;
use serde::Serialize;
use std::sync::OnceLock;

pub(super) const BUILT_IN: &str = include_str!(concat!(env!("OUT_DIR"), "/decks.json"));

/// Every ready deck.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, FromJson)]
#[serde(default, deny_unknown_fields)]
pub struct ReadyDecks {
    /// The decks, in the order in which they are offered.
    pub decks: Vec<ReadyDeck>,
}

/// A deck for a purpose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, FromJson)]
#[serde(deny_unknown_fields)]
pub struct ReadyDeck {
    /// Its identifier.
    pub id: String,
    /// Its name.
    pub label: Text,
    /// What it is for, in a line.
    pub about: Text,
    /// The kind of period that it is of.
    pub period: PeriodKind,
    /// Its slides, in order.
    pub slides: Vec<ReadySlide>,
}

/// A slide, or several of one kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, FromJson)]
#[serde(deny_unknown_fields)]
pub struct ReadySlide {
    /// What it shows: subjects' paths, `*` for any one step. The first of them that the period has figures for is shown; none
    /// for a slide of words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub of: Vec<String>,
    /// What of it.
    #[serde(default)]
    pub form: Form,
    /// How many slides of that path there may be: one for each drive, say.
    #[serde(default = "one")]
    pub most: usize,
    /// Headline of a slide of words. `{deck}`, `{bloc}`, `{period}` and `{as_of}` are filled in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub headline: Option<Text>,
    /// Its words, a line each, filled in the same way.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub text: Vec<Text>,
}

const fn one() -> usize {
    1
}

impl ReadyDecks {
    /// The built-in decks.
    ///
    /// # Errors
    /// [`CatalogueError`] when the file does not have the form of these types. A test proves that this build's has.
    pub fn read() -> Result<ReadyDecks, CatalogueError> {
        Ok(from_json::read(BUILT_IN.as_bytes())?)
    }

    /// The built-in decks, read once; none where they cannot be read.
    pub fn built_in() -> &'static ReadyDecks {
        static DECKS: OnceLock<ReadyDecks> = OnceLock::new();
        DECKS.get_or_init(|| ReadyDecks::read().unwrap_or_default())
    }

    /// A deck.
    pub fn deck(&self, id: &str) -> Option<&ReadyDeck> {
        self.decks.iter().find(|deck| deck.id == id)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_read_and_every_slide_shows_something() {
        let decks = ReadyDecks::read().unwrap().decks;
        assert!(!decks.is_empty());
        for deck in decks {
            assert!(!deck.label.vi.is_empty() && !deck.label.en.is_empty(), "{}", deck.id);
            for slide in &deck.slides {
                assert!(
                    slide.of.is_empty() != slide.headline.is_none(),
                    "{}: {slide:?}",
                    deck.id
                );
                assert!(slide.most > 0, "{}: {slide:?}", deck.id);
            }
        }
    }
}
