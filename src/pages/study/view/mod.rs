//! What the study pages draw. In the browser only.

mod cards;
mod drive_page;
mod drive_row;
mod form;
mod grades;
mod heat;
mod list_page;
mod progress;
mod statements;
mod table;
mod units;

pub use drive_page::DrivePage;
pub use list_page::StudyPage;

use super::figures::DriveFigures;
use crate::exhibit::subject::Subject;
use crate::model::ledger::Ledger;
use crate::model::period::Period;
use crate::model::text::Lang;
use crate::report::sentence::facts::{Facts, facts};
use crate::state::lens::Lens;
use crate::state::preferences::use_lang;
use crate::state::route::{Place, Route};
use crate::ui::to_deck::subject_here;
use leptos::prelude::*;

/// One drive's figures as the parts of its page read them. Cheap to copy.
#[derive(Clone, Copy)]
struct DriveView {
    lens: Lens,
    figures: Memo<Option<DriveFigures>>,
}

impl DriveView {
    /// Reads the figures and the books; follows both. A drive that is gone gives the default.
    fn read<T: Default>(self, question: impl FnOnce(&DriveFigures, &Ledger) -> T) -> T {
        self.figures.with(|figures| match figures {
            Some(figures) => self.lens.ledger(|ledger| question(figures, ledger)),
            None => T::default(),
        })
    }

    /// A text made of the figures, in the language now.
    fn text(self, question: impl Fn(Lang, &DriveFigures, &Ledger) -> String + Send + Sync + 'static) -> Signal<String> {
        let lang = use_lang();
        Signal::derive(move || {
            let lang = lang();
            self.read(|figures, ledger| question(lang, figures, ledger))
        })
    }

    /// What figures rest on, fact by fact.
    fn facts(
        self,
        question: impl Fn(&DriveFigures, &Ledger) -> Option<Facts> + Send + Sync + 'static,
    ) -> Signal<Vec<String>> {
        let lang = use_lang();
        Signal::derive(move || {
            let found = self.read(|figures, ledger| question(figures, ledger));
            found.map(|found| fact_list(lang(), &found)).unwrap_or_default()
        })
    }

    /// What is shown of the drive, to be put into a deck.
    fn subject(self, what: &'static str) -> Signal<Option<Subject>> {
        Signal::derive(move || {
            let drive = self.read(|figures, _| Some(figures.drive.clone()))?;
            Some(subject_here(
                self.lens,
                &["study", drive.id.as_str(), what],
                Period::Drive(drive.id.clone()),
            ))
        })
    }

    /// Whether figures of single units are made up.
    fn illustrative(self) -> Signal<bool> {
        Signal::derive(move || self.lens.ledger(Ledger::is_demo))
    }
}

/// Facts one by one, so that a line breaks between them and not within.
fn fact_list(lang: Lang, rests_on: &Facts) -> Vec<String> {
    facts(lang, rests_on).split(" · ").map(str::to_owned).collect()
}

/// Where the figures of a unit stand, from the place now.
fn unit_place(here: &Place, unit: &str) -> Place {
    here.at(Route::Unit(unit.to_owned()))
}

/// The entry page of a drive.
fn entry_place(here: &Place, drive: &str) -> Place {
    let route = Route::Entry {
        form: Some("study".to_owned()),
        unit: None,
    };
    here.at(route).with_period(&format!("drive:{drive}"))
}
