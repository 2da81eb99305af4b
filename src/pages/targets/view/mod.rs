//! What the targets' pages draw, and the form and the chain that other pages show too. In the browser only.

mod board;
pub mod chain;
mod chart;
pub mod deeds;
mod detail;
mod division;
pub mod form;
mod history;
mod notes;
mod page;
mod table;

pub use detail::TargetPage;
pub use page::TargetsPage;

use super::figures::{Board, Whose};
use crate::analysis::Scope;
use crate::exhibit::subject::Subject;
use crate::i18n::targets::copied_mark;
use crate::model::ledger::Ledger;
use crate::model::target::Target;
use crate::model::text::Lang;
use crate::report::period_name::period_name;
use crate::state::lens::Lens;
use crate::state::preferences::use_lang;
use crate::state::route::{Place, Route};
use crate::ui::to_deck::subject_here;
use leptos::prelude::*;

/// The targets of the page as its parts read them. Cheap to copy.
#[derive(Clone, Copy)]
struct BoardView {
    lens: Lens,
    board: Memo<Board>,
    whose: Memo<Whose>,
}

impl BoardView {
    /// Reads the targets and the books; follows both.
    fn read<T>(self, question: impl FnOnce(&Board, &Scope<'_>) -> T) -> T {
        self.board.with(|board| self.lens.with(|scope| question(board, scope)))
    }

    /// A text made of the targets, in the language now.
    fn text(self, question: impl Fn(Lang, &Board, &Scope<'_>) -> String + Send + Sync + 'static) -> Signal<String> {
        let lang = use_lang();
        Signal::derive(move || {
            let lang = lang();
            self.read(|board, scope| question(lang, board, scope))
        })
    }

    /// The bloc's targets, to be put into a deck; those of units are on no slide.
    fn subject(self) -> Signal<Option<Subject>> {
        Signal::derive(move || {
            let period = self.board.with(|board| board.period.clone());
            (self.whose.get() == Whose::Bloc).then(|| subject_here(self.lens, &["targets", "board"], period))
        })
    }

    /// Whether figures of single units are made up.
    fn illustrative(self) -> Signal<bool> {
        Signal::derive(move || self.lens.ledger(Ledger::is_demo))
    }
}

/// The mark of a copy that nobody has looked through; empty for other targets.
fn copied(lang: Lang, target: &Target, ledger: &Ledger) -> String {
    let from = target.copied_from.as_ref();
    from.map_or_else(String::new, |from| copied_mark(lang, &period_name(lang, from, ledger)))
}

/// The page of a target, from the place now.
pub fn target_place(here: &Place, target: &str) -> Place {
    here.at(Route::Target(target.to_owned()))
}
