//! A deck as it is handed out: slides of finished words, pictures and tables, for whoever writes a file of them.

use super::document::Picture;
use super::table::Table;
use crate::model::from_json::FromJson;
use crate::model::text::Lang;
use serde::Serialize;

/// A deck.
#[derive(Clone, Debug, PartialEq, Serialize, FromJson)]
pub struct SlideShow {
    /// Its language.
    pub lang: Lang,
    /// What it is called.
    pub title: String,
    /// "Số liệu đến … · 70/73 đơn vị đã báo cáo": what all of it stands for.
    #[serde(default)]
    pub stamp: String,
    /// Its slides, in the order in which they are shown.
    pub slides: Vec<ShownSlide>,
}

/// A slide.
#[derive(Clone, Debug, Default, PartialEq, Serialize, FromJson)]
#[serde(default)]
pub struct ShownSlide {
    /// What it says.
    pub headline: String,
    /// What else is to be said of it.
    pub sentence: String,
    /// Numerator and denominator, coverage, as-of: the line at its foot.
    pub foot: String,
    /// What stands below the headline.
    pub body: Body,
    /// What the presenter wants to say.
    pub notes: String,
    /// The figures that it shows, whatever it shows them as.
    pub figures: Option<Table>,
}

/// What stands below a slide's headline.
#[derive(Clone, Debug, Default, PartialEq, Serialize, FromJson)]
#[serde(rename_all = "snake_case")]
pub enum Body {
    /// Nothing.
    #[default]
    Nothing,
    /// A chart.
    Picture(Picture),
    /// A table.
    Table(Table),
    /// Names, one below the other.
    List(Vec<String>),
    /// Sentences.
    Words(Vec<String>),
    /// What the meeting is about; the headline is its name.
    Opening(Opening),
}

/// What a deck opens with, around the name of the meeting's business.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, FromJson)]
#[serde(default)]
pub struct Opening {
    /// Whose figures are shown.
    pub whose: String,
    /// The period, and what a person adds.
    pub lines: Vec<String>,
    /// The day of the meeting.
    pub day: String,
    /// What all figures rest on: the latest day that they stand for, how many units reported.
    pub rests: Vec<String>,
}

impl Opening {
    /// What stands at the foot, part by part.
    pub fn facts(&self) -> Vec<String> {
        let all = std::iter::once(&self.day).chain(&self.rests);
        all.filter(|part| !part.is_empty()).cloned().collect()
    }

    /// The line at the foot.
    pub fn foot(&self) -> String {
        self.facts().join(" · ")
    }
}
