//! A deck with its figures as they were at one moment. It is what is presented, and what files are made of: whatever the books say
//! later, it stays as it is.

use super::opening::{opening, opens, rests_on};
use crate::analysis::Scope;
use crate::exhibit::{self, Exhibit};
use crate::model::date::Date;
use crate::model::deck::{Deck, Form, Slide};
use crate::model::from_json::FromJson;
use crate::model::id::SlideId;
use crate::model::text::Lang;
use crate::report::sentence::coverage::{Reach, completeness, reported_brief};
use crate::report::slide_show::Opening;
use serde::Serialize;

/// A deck as it was.
#[derive(Clone, Debug, PartialEq, Serialize, FromJson)]
pub struct Frozen {
    /// The deck's identifier, as it stands in an address.
    pub deck: String,
    /// What it is called.
    pub name: String,
    /// When it was frozen, in milliseconds since 1970.
    pub at_ms: i64,
    /// The language of its words.
    pub lang: Lang,
    /// The latest day that its figures stand for.
    #[serde(default)]
    pub as_of: Option<Date>,
    /// Whose figures they are.
    pub bloc: String,
    /// Its slides, in their order.
    pub slides: Vec<FrozenSlide>,
}

/// A slide as it was.
#[derive(Clone, Debug, PartialEq, Serialize, FromJson)]
pub struct FrozenSlide {
    /// Its identifier within the deck.
    pub id: SlideId,
    /// What the deck asks for.
    pub slide: Slide,
    /// What the books said; `None` for words, and where this version has no such thing.
    #[serde(default)]
    pub exhibit: Option<Exhibit>,
    /// What stands around the headline of the slide that opens the deck.
    #[serde(default)]
    pub opening: Option<Opening>,
}

/// What is to be frozen.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// The deck's identifier, as it stands in an address.
    pub deck: String,
    /// What it is called.
    pub name: String,
    /// Its slides, in their order.
    pub slides: Vec<(SlideId, Slide)>,
}

impl Source {
    /// A deck that is kept.
    pub fn of(deck: &Deck) -> Source {
        let slides = deck.in_order().into_iter();
        Source {
            deck: deck.id.to_string(),
            name: deck.name.clone(),
            slides: slides.map(|(id, slide)| (id.clone(), slide.clone())).collect(),
        }
    }
}

/// Freezes a deck as the books are now.
pub fn freeze(scope: &Scope<'_>, lang: Lang, source: &Source, at_ms: i64) -> Frozen {
    let mut slides: Vec<FrozenSlide> = source
        .slides
        .iter()
        .map(|(id, slide)| {
            let subject = slide.subject.parse().ok();
            let exhibit = subject.and_then(|subject| exhibit::make(scope, lang, &subject));
            FrozenSlide {
                id: id.clone(),
                slide: headed(slide, exhibit.as_ref(), lang),
                exhibit,
                opening: None,
            }
        })
        .collect();
    let profile = scope.ledger.profile.as_ref();
    let bloc = profile.map(|profile| profile.name.clone()).unwrap_or_default();
    let exhibits = slides.iter().filter_map(|slide| slide.exhibit.as_ref());
    let rests = rests_on(lang, exhibits);
    if let Some(first) = slides.first_mut().filter(|first| opens(&first.slide)) {
        first.opening = Some(opening(lang, &first.slide, &bloc, scope.today, rests));
    }
    Frozen {
        deck: source.deck.clone(),
        name: source.name.clone(),
        at_ms,
        lang,
        as_of: slides
            .iter()
            .filter_map(|slide| slide.exhibit.as_ref().and_then(|exhibit| exhibit.as_of))
            .max(),
        bloc,
        slides,
    }
}

/// A list of who has not reported says in its headline how many have, where nobody wrote another one.
fn headed(slide: &Slide, exhibit: Option<&Exhibit>, lang: Lang) -> Slide {
    let mut slide = slide.clone();
    if let (Form::Missing, true, Some(exhibit)) = (slide.form, slide.headline.is_empty(), exhibit)
        && let Some(reported) = exhibit.reported
    {
        let reach = Reach {
            expected: reported.expected,
            missing: exhibit.missing.clone(),
            ..Reach::default()
        };
        // Who is missing stands below, by name.
        slide.headline = match reach.is_complete() {
            true => completeness(lang, &reach),
            false => reported_brief(lang, &reach),
        };
    }
    slide
}

impl Frozen {
    /// Whether another one shows the same: then there is nothing new to tell.
    pub fn shows_the_same_as(&self, other: &Frozen) -> bool {
        // The day of the meeting is no news.
        let same = |(own, other): (&FrozenSlide, &FrozenSlide)| {
            own.id == other.id && own.slide == other.slide && own.exhibit == other.exhibit
        };
        let count = self.slides.len() == other.slides.len();
        let slides = || self.slides.iter().zip(&other.slides).all(same);
        self.lang != other.lang || (self.bloc == other.bloc && count && slides())
    }
}

impl FrozenSlide {
    /// What stands above: a person's headline, or what was found.
    pub fn headline(&self) -> &str {
        match (&self.exhibit, self.slide.headline.is_empty()) {
            (Some(exhibit), true) => &exhibit.finding,
            _ => &self.slide.headline,
        }
    }

    /// The name of what is shown; empty for words.
    pub fn title(&self) -> &str {
        self.exhibit.as_ref().map_or("", |exhibit| &exhibit.title)
    }

    /// What its figures rest on: numerator and denominator, coverage, as-of.
    pub fn facts(&self) -> &[String] {
        self.exhibit.as_ref().map_or(&[], |exhibit| &exhibit.facts)
    }

    /// Whether it shows words alone, to be read.
    pub fn is_words(&self) -> bool {
        self.slide.subject.is_empty()
    }

    /// Whether there is nothing of it to draw or to list: what it finds stands alone.
    pub fn is_told_alone(&self) -> bool {
        let nothing = |exhibit: &Exhibit| exhibit.shape.is_none() && exhibit.table.rows.is_empty();
        self.slide.form != Form::Missing && self.exhibit.as_ref().is_some_and(nothing)
    }

    /// The lines of a slide of words.
    pub fn words(&self) -> Vec<String> {
        let lines = self.slide.text.lines().map(str::trim).filter(|line| !line.is_empty());
        lines.map(str::to_owned).collect()
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
pub(super) mod tests {
    use super::*;
    use crate::catalogue::Catalogue;
    use crate::model::from_json;
    use crate::model::ledger::Ledger;
    use crate::model::record::Record;

    pub(in crate::pages::present) fn source() -> Source {
        let slide = |subject: &str, headline: &str, text: &str| Slide {
            subject: subject.to_owned(),
            headline: headline.to_owned(),
            text: text.to_owned(),
            ..Slide::default()
        };
        Source {
            deck: "d1".to_owned(),
            name: "Kết nạp".to_owned(),
            slides: vec![
                ("s1".into(), slide("admission/cumulative?period=2022", "", "")),
                ("s2".into(), slide("admission/units?period=2022", "Ai còn thiếu", "")),
                ("s3".into(), slide("", "Việc cần làm", "Rà soát\n\n  Bồi dưỡng ")),
                ("s4".into(), slide("tomorrow/things?period=2022", "", "")),
            ],
        }
    }

    fn frozen(records: &[Record]) -> Frozen {
        let ledger = Ledger::from_records(records);
        let catalogue = Catalogue::built_in().unwrap();
        let scope = Scope::whole(&ledger, &catalogue, "2030-01-01".parse().unwrap());
        freeze(&scope, Lang::Vi, &source(), 7)
    }

    #[test]
    fn it_is_kept_as_it_was() {
        let found = frozen(&crate::demo::load("hoa-binh-2022").unwrap().records);
        let headlines: Vec<&str> = found.slides.iter().map(FrozenSlide::headline).collect();
        assert_eq!(
            headlines,
            [
                "Kết nạp 121/130 đảng viên, đạt 93,1%; còn thiếu 9",
                "Ai còn thiếu",
                "Việc cần làm",
                ""
            ]
        );
        assert_eq!(found.slides[2].words(), ["Rà soát", "Bồi dưỡng"]);
        assert!(found.as_of.is_some() && !found.bloc.is_empty());
        let kept = serde_json::to_vec(&found).unwrap();
        assert_eq!(from_json::read::<Frozen>(&kept).unwrap(), found);
    }

    #[test]
    fn a_list_of_who_is_missing_says_how_many_have_reported() {
        let records = crate::demo::load("hoa-binh-2022").unwrap().records;
        let ledger = Ledger::from_records(&records);
        let catalogue = Catalogue::built_in().unwrap();
        let scope = Scope::whole(&ledger, &catalogue, "2030-01-01".parse().unwrap());
        let mut source = source();
        for (_, slide) in &mut source.slides {
            slide.form = Form::Missing;
        }
        let frozen = freeze(&scope, Lang::Vi, &source, 7);
        assert_eq!(frozen.slides[0].headline(), "Cả 72 đơn vị đã báo cáo");
        assert_eq!(frozen.slides[1].headline(), "Ai còn thiếu");
    }

    #[test]
    fn it_says_when_the_books_show_something_else() {
        let records = crate::demo::load("hoa-binh-2022").unwrap().records;
        let (before, again) = (frozen(&records), frozen(&records));
        assert!(before.shows_the_same_as(&Frozen { at_ms: 9, ..again }));
        assert!(!before.shows_the_same_as(&frozen(&[])));
    }
}
