//! Decks: what is presented at a meeting, slide by slide. A deck says what is shown; the figures come from the books when a presentation
//! begins, and are frozen then.

use super::from_json::FromJson;
use super::id::{DeckId, RecordId, SlideId, UnitId};
use super::record::{Entity, Fields, Record, RecordError, RecordKind, WHOLE_BLOC, fields_of, take_parts};
use super::sort::SmallSort;
use serde::Serialize;
use std::collections::BTreeMap;

/// A deck.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, FromJson)]
pub struct Deck {
    /// Its identifier.
    pub id: DeckId,
    /// What it is called.
    pub name: String,
    /// The ready deck that it began as; empty for one's own.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub from: String,
    /// Its slides. Each is a field of the record, so that two people can work on one deck.
    #[serde(default)]
    pub slides: BTreeMap<SlideId, Slide>,
}

/// A slide.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, FromJson)]
#[serde(default)]
pub struct Slide {
    /// Where it stands: slides are shown in the order of these texts, which has room between any two of them.
    pub at: String,
    /// What it shows, as an exhibit's subject is written; empty for a slide of words.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub subject: String,
    /// Its headline, where a person wrote one instead of the finding.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub headline: String,
    /// The words of a slide of words, a line each.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// What the presenter wants to say; only the presenter sees it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub notes: String,
    /// What stands beside the headline: the chart, the table of the same figures, or who has not reported.
    #[serde(skip_serializing_if = "Form::is_chart")]
    pub form: Form,
}

/// What of an exhibit a slide shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, FromJson)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// The chart.
    #[default]
    Chart,
    /// The table of the same figures.
    Table,
    /// The units that have not reported, by name.
    Missing,
}

impl Form {
    fn is_chart(&self) -> bool {
        *self == Form::Chart
    }
}

impl Deck {
    /// Its slides in their order.
    pub fn in_order(&self) -> Vec<(&SlideId, &Slide)> {
        let mut slides: Vec<(&SlideId, &Slide)> = self.slides.iter().collect();
        slides.small_sort_by(|(a, left), (b, right)| (&left.at, *a).cmp(&(&right.at, *b)));
        slides
    }
}

/// The prefix of a deck's fields that are slides.
const SLIDE: &str = "slide:";

/// The name of the field that holds a slide of a deck.
pub fn slide_field(slide: &SlideId) -> String {
    format!("{SLIDE}{slide}")
}

impl Entity for Deck {
    const KIND: RecordKind = RecordKind::Deck;

    fn record_id(&self) -> RecordId {
        RecordId::new(format!("deck/{}", self.id))
    }

    fn scope(&self) -> UnitId {
        WHOLE_BLOC.into()
    }

    fn to_fields(&self) -> Fields {
        let mut fields = fields_of(self);
        fields.remove("slides");
        for (id, slide) in &self.slides {
            fields.insert(slide_field(id), serde_json::to_value(slide).unwrap_or_default());
        }
        fields
    }

    fn from_record(record: &Record) -> Result<Deck, RecordError> {
        let (mut deck, slides) = take_parts::<Deck, Slide>(record, SLIDE)?;
        deck.slides = slides.map(|(id, slide)| (SlideId::new(id), slide)).collect();
        Ok(deck)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use serde_json::Value;

    fn deck() -> Deck {
        let slide = |at: &str| Slide {
            at: at.to_owned(),
            subject: "admission/units?period=2022".to_owned(),
            ..Slide::default()
        };
        Deck {
            id: "d1".into(),
            name: "Sơ kết".into(),
            from: String::new(),
            slides: [("s1".into(), slide("b")), ("s2".into(), slide("a"))].into(),
        }
    }

    #[test]
    fn each_slide_is_a_field_and_comes_back() {
        let record = deck().to_record();
        assert!(record.fields.contains_key("slide:s1") && !record.fields.contains_key("slides"));
        assert_eq!(Deck::from_record(&record).unwrap(), deck());
        let order: Vec<SlideId> = deck().in_order().into_iter().map(|(id, _)| id.clone()).collect();
        assert_eq!(order, ["s2".into(), "s1".into()]);
    }

    #[test]
    fn a_slide_that_was_taken_out_is_gone() {
        let mut record = deck().to_record();
        record.fields.insert(slide_field(&"s1".into()), Value::Null);
        assert_eq!(Deck::from_record(&record).unwrap().slides.len(), 1);
    }
}
