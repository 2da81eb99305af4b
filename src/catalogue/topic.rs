//! Topics: what a bloc looks at together, and so what stands on one page. Which forms a page shows, and which figure
//! it begins with, is data like the forms themselves; how a figure is drawn follows from what it is.

use crate::model::from_json::FromJson;
use crate::model::id::{FormId, IndicatorId};
use crate::model::text::Text;
use serde::Serialize;

/// The topic of what a bloc has added and no other page shows.
pub const OWN_TOPIC: &str = "own";

/// A topic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, FromJson)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// Its identifier, in addresses.
    pub id: String,
    /// Its name.
    pub label: Text,
    /// Its icon in the navigation.
    pub icon: TopicIcon,
    /// The colour of its charts.
    pub colour: TopicColour,
    /// What it shows, in the order of the page.
    pub forms: Vec<FormId>,
    /// The figures that the page's first sentence may tell, the first that is reported first.
    pub headline: Vec<IndicatorId>,
    /// What is told beside it, where the figure is a count without parts: the members beside the organisations.
    #[serde(default)]
    pub beside: Vec<IndicatorId>,
}

/// What an icon stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, FromJson)]
#[serde(rename_all = "snake_case")]
pub enum TopicIcon {
    /// Levels from best to worst.
    Levels,
    /// A close look.
    Inspection,
    /// Things to be done.
    Tasks,
    /// What stands out.
    Models,
    /// What is told to many.
    Propaganda,
    /// What comes back on a date.
    Meetings,
}

/// The colour that a topic keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, FromJson)]
#[serde(rename_all = "snake_case")]
pub enum TopicColour {
    /// Blue.
    Blue,
    /// Light blue.
    Sky,
    /// Green.
    Green,
    /// Amber.
    Amber,
    /// Vermilion.
    Vermilion,
    /// Violet.
    Violet,
}
