//! What the page of a topic draws. In the browser only.

mod along;
mod by_unit;
mod compared;
mod done;
mod indicators;
mod levels;
mod matrix;
mod page;
mod statements;
mod tables;
mod unit_rows;

pub use page::{Parts, TopicPage};

use super::drawn::Drawn;
use super::figures::{Body, Done, Figure, Levels, Matrix, Shown, TopicFigures, Whose, scope_of};
use super::worded::part_sentence;
use crate::analysis::Scope;
use crate::catalogue::Catalogue;
use crate::exhibit::subject::Subject;
use crate::i18n::topics::TOPICS;
use crate::model::ledger::Ledger;
use crate::model::text::Lang;
use crate::state::lens::Lens;
use crate::state::preferences::use_lang;
use crate::state::route::{Place, Route};
use crate::ui::to_deck::subject_here;
use leptos::prelude::*;

/// A topic's figures as the parts of its page read them. Cheap to copy.
#[derive(Clone, Copy)]
pub struct TopicView {
    /// The books.
    pub lens: Lens,
    /// Whose figures they are.
    pub whose: Signal<Whose>,
    /// The figures; `None` where there is no such topic.
    pub figures: Memo<Option<TopicFigures>>,
    /// What the explorer shows of the form; none on the page of a topic.
    pub chosen: Option<Memo<String>>,
}

impl TopicView {
    /// Reads the figures, the books and the catalogue; follows them. A topic that is gone gives the default.
    pub fn read<T: Default>(self, question: impl FnOnce(&TopicFigures, &Ledger, &Catalogue) -> T) -> T {
        self.figures.with(|figures| match figures {
            Some(figures) => self.lens.with(|scope| question(figures, scope.ledger, scope.catalogue)),
            None => T::default(),
        })
    }

    /// A part of it.
    const fn part(self, at: usize) -> PartView {
        PartView { topic: self, at }
    }
}

/// One part of a page. Cheap to copy.
#[derive(Clone, Copy)]
struct PartView {
    topic: TopicView,
    at: usize,
}

/// What a part is read with.
struct Read<'a> {
    shown: &'a Shown,
    ledger: &'a Ledger,
    catalogue: &'a Catalogue,
    topic: &'a TopicFigures,
}

impl Read<'_> {
    /// How its charts are drawn.
    fn drawn(&self, lang: Lang, money: bool) -> Drawn<'static> {
        Drawn::of(lang, &self.topic.topic, money)
    }
}

impl PartView {
    /// Reads the part; follows it. One that is gone gives the default.
    fn read<T: Default>(self, question: impl FnOnce(Read<'_>) -> T) -> T {
        self.topic
            .read(|topic, ledger, catalogue| match topic.parts.get(self.at) {
                Some(shown) => question(Read {
                    shown,
                    ledger,
                    catalogue,
                    topic,
                }),
                None => T::default(),
            })
    }

    /// Reads its levels; a part of another kind gives the default.
    fn levels<T: Default>(self, question: impl FnOnce(&Levels, Read<'_>) -> T) -> T {
        self.read(|read| match &read.shown.body {
            Body::Levels(levels) => question(levels, read),
            _ => T::default(),
        })
    }

    /// Reads its matrix; a part of another kind gives the default.
    fn matrix<T: Default>(self, question: impl FnOnce(&Matrix, Read<'_>) -> T) -> T {
        self.read(|read| match &read.shown.body {
            Body::Matrix(matrix) => question(matrix, read),
            _ => T::default(),
        })
    }

    /// Reads who has done it; a part of another kind gives the default.
    fn done<T: Default>(self, question: impl FnOnce(&Done, Read<'_>) -> T) -> T {
        self.read(|read| match &read.shown.body {
            Body::Done(done) => question(done, read),
            _ => T::default(),
        })
    }

    /// What the whole of it says, in the language now.
    fn sentence(self) -> Signal<String> {
        self.text(|lang, read| part_sentence(lang, read.shown, read.ledger, read.catalogue))
    }

    /// The same as a paragraph of its own.
    fn paragraph(self) -> Signal<String> {
        self.text(|lang, read| format!("{}.", part_sentence(lang, read.shown, read.ledger, read.catalogue)))
    }

    /// A text made of the part, in the language now.
    fn text(self, question: impl Fn(Lang, Read<'_>) -> String + Send + Sync + 'static) -> Signal<String> {
        let lang = use_lang();
        Signal::derive(move || {
            let lang = lang();
            self.read(|part| question(lang, part))
        })
    }

    /// Asks more of the books, in the scope and for the period of the part; follows them.
    fn ask<T: Default>(self, question: impl FnOnce(&Scope<'_>, &Shown) -> T) -> T {
        let whose = self.topic.whose.get();
        self.topic.figures.with(|figures| {
            let shown = figures.as_ref().and_then(|figures| figures.parts.get(self.at));
            match shown {
                Some(shown) => self.topic.lens.with(|scope| {
                    let scope = scope_of(&whose.scope(scope), &shown.form);
                    question(&scope, shown)
                }),
                None => T::default(),
            }
        })
    }

    /// What is shown of the part, to be put into a deck: of an indicator, or of the measure that the part is of. None where the
    /// figures are one unit's.
    fn subject(self, of: Option<String>, what: &str) -> Option<Subject> {
        if matches!(self.topic.whose.get(), Whose::Unit(_)) {
            return None;
        }
        self.read(|part| {
            let measure = match &part.shown.body {
                Body::Levels(levels) => Some(levels.measure.id.to_string()),
                Body::Matrix(matrix) => Some(matrix.measure.id.to_string()),
                Body::Done(done) => Some(done.measure.id.to_string()),
                Body::Indicators(_) => None,
            };
            let form = part.shown.form.id.as_str();
            let path = match self.topic.chosen {
                // The explorer shows forms, some of which are of no topic. What is divided has indicators beside it.
                Some(chosen) => {
                    let of = of.filter(|_| measure.is_some());
                    let of = of.unwrap_or_else(|| chosen.get());
                    vec!["form".to_owned(), form.to_owned(), of, what.to_owned()]
                }
                None => {
                    let topic = part.topic.topic.id.clone();
                    vec![
                        "topic".to_owned(),
                        topic,
                        form.to_owned(),
                        of.or(measure)?,
                        what.to_owned(),
                    ]
                }
            };
            let path: Vec<&str> = path.iter().map(String::as_str).collect();
            let here = subject_here(self.topic.lens, &path, part.topic.asked.clone());
            // The explorer names its sector in another way than the pages of topics.
            let sector = match self.topic.whose.get() {
                Whose::Sector(sector) => Some(sector),
                _ => here.sector,
            };
            Some(Subject { sector, ..here })
        })
    }

    /// Whether figures of single units are made up: never those that the bloc committee reports.
    fn illustrative(self) -> Signal<bool> {
        Signal::derive(move || self.read(|part| part.ledger.is_demo() && !part.shown.is_of_bloc()))
    }

    /// The part's name.
    fn title(self) -> Signal<String> {
        self.text(|lang, part| part.shown.label().in_lang(lang).to_owned())
    }

    /// What stands below the part's name: that it is of the whole bloc, while a part of it is looked at.
    fn note(self) -> Signal<String> {
        let lang = use_lang();
        Signal::derive(move || {
            let part_of_bloc = self.topic.whose.with(|whose| *whose != Whose::All);
            let whole = self.read(|part| part.shown.is_of_bloc());
            match part_of_bloc && whole {
                true => TOPICS.in_lang(lang()).of_bloc.to_owned(),
                false => String::new(),
            }
        })
    }
}

/// The figure of a part that the address chooses, or the one that the page begins with, or the part's first. The address names indicators of several parts.
fn chosen<'s>(topic: &TopicFigures, shown: &'s Shown, ids: &str) -> Option<&'s Figure> {
    let figures = || shown.figures.iter();
    let named = |figure: &&Figure| ids.split(',').any(|id| figure.indicator.id.as_str() == id);
    let headline = topic.headline().map(|(_, figure)| &figure.indicator.id);
    figures()
        .find(named)
        .or_else(|| figures().find(|figure| Some(&figure.indicator.id) == headline && figure.is_reported()))
        .or_else(|| figures().find(|figure| figure.is_reported()))
}

/// The choice in the address with another indicator of a part chosen; those of other parts stay.
fn with_choice(shown: &Shown, ids: &str, id: &str) -> String {
    let of_part = |id: &&str| shown.figures.iter().any(|figure| figure.indicator.id.as_str() == *id);
    let others = ids.split(',').filter(|id| !id.is_empty() && !of_part(id));
    others.chain([id]).collect::<Vec<_>>().join(",")
}

/// Where the figures of a unit stand, from the place now.
fn unit_place(here: &Place, unit: &str) -> Place {
    here.at(Route::Unit(unit.to_owned()))
}

/// The entry page of a form for a period.
pub fn entry_place(here: &Place, form: &str, period: &str) -> Place {
    let route = Route::Entry {
        form: Some(form.to_owned()),
        unit: None,
    };
    here.at(route).with_period(period)
}
