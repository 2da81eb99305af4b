//! The indicator of a section that is looked at along time and over units.

use super::{PartView, Read, chosen, with_choice};
use crate::exhibit::subject::Subject;
use crate::exhibit::topics::compared::One;
use crate::exhibit::topics::figures::Figure;
use crate::exhibit::topics::worded::{is_money, rests_on, value};
use crate::i18n::topics::Topics;
use crate::model::indicator::Indicator;
use crate::model::text::Lang;
use crate::report::sentence::share::{Share, part_of_whole};
use crate::state::preferences::use_lang;
use crate::ui::table::Cell;
use leptos::prelude::*;

/// The filter of the address that holds the choice.
const SHOW: &str = "show";

/// The indicator that is compared: the one chosen in the address, or the first that has figures.
#[derive(Clone, Copy)]
pub struct Compared {
    /// The part that it stands in.
    pub part: PartView,
    choice: Memo<String>,
}

impl Compared {
    /// The one that the address chooses.
    pub fn of(part: PartView) -> Compared {
        Compared {
            part,
            choice: part.topic.lens.router().filter(SHOW),
        }
    }

    /// Chooses another.
    pub fn choose(self, id: &str) {
        let choice = self
            .part
            .read(|part| with_choice(part.shown, &self.choice.get_untracked(), id));
        self.part.topic.lens.router().set_filter(SHOW, &choice);
    }

    /// Reads it; nothing chosen gives the default.
    pub fn figure<T: Default>(self, question: impl FnOnce(Read<'_>, &Figure) -> T) -> T {
        let choice = self.choice.get();
        self.part.read(|part| match chosen(part.topic, part.shown, &choice) {
            Some(figure) => question(part, figure),
            None => T::default(),
        })
    }

    /// The indicator itself.
    pub fn indicator(self) -> Option<Indicator> {
        self.figure(|_, figure| Some(figure.indicator.clone()))
    }

    /// Whether it counts đồng.
    pub fn is_money(self) -> bool {
        self.figure(|part, figure| is_money(part.catalogue, &figure.indicator))
    }

    /// A text made of it, in the language now.
    pub fn text(self, question: impl Fn(Lang, Read<'_>, &Figure) -> String + Send + Sync + 'static) -> Signal<String> {
        let lang = use_lang();
        Signal::derive(move || {
            let lang = lang();
            self.figure(|part, figure| question(lang, part, figure))
        })
    }

    /// What is shown of it, to be put into a deck.
    pub fn subject(self, what: &'static str) -> Signal<Option<Subject>> {
        Signal::derive(move || {
            let indicator = self.indicator()?;
            self.part.subject(Some(indicator.id.to_string()), what)
        })
    }

    /// What is shown of it along time, by the kind of period that is looked at.
    pub fn subject_along(self) -> Signal<Option<Subject>> {
        let grain = self.part.topic.lens.router().filter("along");
        Signal::derive(move || {
            let indicator = self.indicator()?;
            let what = match grain.get().as_str() {
                "" => "along".to_owned(),
                grain => format!("along-{grain}"),
            };
            self.part.subject(Some(indicator.id.to_string()), &what)
        })
    }

    /// What it rests on.
    pub fn facts(self) -> Signal<Vec<String>> {
        let lang = use_lang();
        Signal::derive(move || {
            let lang = lang();
            self.figure(|part, figure| rests_on(lang, part.shown, figure, part.ledger))
        })
    }
}

/// A value as two cells of a table that can be sorted by either: the counts, then, of a rate, the share.
pub fn value_cells(lang: Lang, words: &Topics, one: &One, money: bool) -> Vec<Cell> {
    let not_reported = || Cell::muted(words.not_reported);
    match one {
        One::Rate(rate) => {
            let counts = Share::of(rate).map_or_else(not_reported, |share| {
                Cell::figure(part_of_whole(lang, &share), share.part.count as f64)
            });
            vec![counts, super::tables::share(lang, rate.percent)]
        }
        One::Total(total) => vec![match (total.quantity, value(lang, one, money)) {
            (Some(quantity), Some(text)) => Cell::figure(text, quantity.count as f64),
            _ => not_reported(),
        }],
    }
}
