//! What the admission page draws. In the browser only.

mod chain;
mod cumulative;
mod facts;
mod form;
mod months;
mod page;
mod table;
mod transfers;
mod units;

pub use page::AdmissionPage;

use super::figures::AdmissionFigures;
use crate::exhibit::admission::drawn::Labels;
use crate::exhibit::subject::Subject;
use crate::i18n::admission::ADMISSION;
use crate::model::ledger::Ledger;
use crate::model::period::Period;
use crate::model::text::Lang;
use crate::state::lens::Lens;
use crate::state::preferences::use_lang;
use crate::state::route::{Place, Route};
use crate::ui::to_deck::subject_here;
use leptos::prelude::*;

/// One year's figures as the parts of the page read them. Cheap to copy.
#[derive(Clone, Copy)]
struct YearView {
    lens: Lens,
    figures: Memo<AdmissionFigures>,
}

impl YearView {
    /// Reads the figures and the books; follows both.
    fn read<T>(self, question: impl FnOnce(&AdmissionFigures, &Ledger) -> T) -> T {
        self.figures
            .with(|figures| self.lens.ledger(|ledger| question(figures, ledger)))
    }

    /// A text made of the figures, in the language now.
    fn text(
        self,
        question: impl Fn(Lang, &AdmissionFigures, &Ledger) -> String + Send + Sync + 'static,
    ) -> Signal<String> {
        let lang = use_lang();
        Signal::derive(move || {
            let lang = lang();
            self.read(|figures, ledger| question(lang, figures, ledger))
        })
    }

    /// What is shown of the year, to be put into a deck.
    fn subject(self, what: &'static str) -> Signal<Option<Subject>> {
        Signal::derive(move || {
            let year = self.figures.with(|figures| figures.year);
            Some(subject_here(self.lens, &["admission", what], Period::Year(year)))
        })
    }

    /// Whether figures of single units are made up.
    fn illustrative(self) -> Signal<bool> {
        Signal::derive(move || self.lens.ledger(Ledger::is_demo))
    }
}

/// The labels of charts in a language.
fn labels(lang: Lang) -> Labels<'static> {
    Labels {
        lang,
        words: ADMISSION.in_lang(lang),
    }
}

/// Where the figures of a unit stand, from the place now.
fn unit_place(here: &Place, unit: &str) -> Place {
    here.at(Route::Unit(unit.to_owned()))
}

/// The entry page of a month.
fn entry_place(here: &Place, month: &str) -> Place {
    let route = Route::Entry {
        form: Some("admission".to_owned()),
        unit: None,
    };
    here.at(route).with_period(month)
}
