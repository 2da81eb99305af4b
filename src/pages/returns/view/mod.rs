//! What the page draws. In the browser only.

mod closed_note;
mod closing;
mod look;
mod matrix;
mod page;
mod remind;
mod tools;
mod unit;
mod unit_list;

pub use closed_note::ClosedNote;
pub use page::ReturnsPage;

use super::figures::{Line, Rows, Wanted, lines};
use super::papers::{Papers, use_papers};
use crate::analysis::Scope;
use crate::analysis::completeness::matrix::Matrix;
use crate::model::id::FormId;
use crate::state::lens::Lens;
use crate::state::route::{Place, Route};
use crate::ui::sector_filter::use_sector;
use leptos::prelude::*;

/// The filters of the address.
mod filter {
    /// The form that is looked at alone.
    pub const FORM: &str = "form";
    /// Which rows.
    pub const ROWS: &str = "rows";
    /// Grouped by sector where it is set.
    pub const GROUP: &str = "group";
}

/// What the parts of the page share. Cheap to copy.
#[derive(Clone, Copy)]
struct Seen {
    lens: Lens,
    /// The form that is looked at alone; empty for all.
    form: Memo<String>,
    matrix: Memo<Matrix>,
    query: RwSignal<String>,
    lines: Memo<Vec<Line>>,
    papers: Papers,
    /// The unit whose papers are shown, by its place.
    unit: RwSignal<Option<usize>>,
    /// Whether the reminders are shown.
    reminding: RwSignal<bool>,
}

impl Seen {
    fn new(lens: Lens) -> Seen {
        let router = lens.router();
        let form = router.filter(filter::FORM);
        let (rows, group) = (router.filter(filter::ROWS), router.filter(filter::GROUP));
        let sector = use_sector(lens);
        let matrix = Memo::new(move |_| {
            let period = lens.period();
            let form = Some(form.get()).filter(|form| !form.is_empty()).map(FormId::new);
            lens.with(|scope| Matrix::of(&scope.in_sector(sector.get()), &period, form.as_ref()))
        });
        let query = RwSignal::new(String::new());
        let wanted = Memo::new(move |_| Wanted {
            query: query.get(),
            rows: Rows::named(&rows.get()),
            by_sector: !group.get().is_empty(),
        });
        let lines = Memo::new(move |_| {
            matrix.with(|matrix| wanted.with(|wanted| lens.ledger(|ledger| lines(matrix, ledger, wanted))))
        });
        Seen {
            lens,
            form,
            matrix,
            query,
            lines,
            papers: use_papers(lens),
            unit: RwSignal::new(None),
            reminding: RwSignal::new(false),
        }
    }

    /// Whether one form is looked at.
    fn alone(self) -> bool {
        self.form.with(|form| !form.is_empty())
    }

    /// Asks the books and the matrix something; follows both.
    fn with<T>(self, ask: impl FnOnce(&Scope<'_>, &Matrix) -> T) -> T {
        self.matrix.with(|matrix| self.lens.with(|scope| ask(scope, matrix)))
    }

    /// The name of a unit.
    fn unit_name(self, place: usize) -> String {
        self.with(|scope, matrix| {
            let unit = matrix.units.get(place).and_then(|id| scope.ledger.units.get(id));
            unit.map(|unit| unit.name.clone()).unwrap_or_default()
        })
    }

    /// Where a cell leads: to the return, or, where it stands for several, to those of its form.
    fn place_of(self, unit: usize, column: usize) -> Option<Place> {
        let here = self.lens.router().place_untracked();
        self.matrix.with(|matrix| {
            let papers = matrix.papers.get(matrix.columns.get(column)?.clone())?;
            let first = papers.first()?;
            if papers.len() > 1 {
                return Some(here.with_filter(filter::FORM, first.form.as_str()));
            }
            let route = Route::Entry {
                form: Some(first.form.to_string()),
                unit: Some(matrix.units.get(unit)?.to_string()),
            };
            Some(here.at(route).with_period(&first.period.to_string()))
        })
    }

    /// Where the head of a column leads: to the sheet of all units, or to the papers of its form.
    fn place_of_column(self, column: usize) -> Option<Place> {
        let here = self.lens.router().place_untracked();
        self.matrix.with(|matrix| {
            let papers = matrix.papers.get(matrix.columns.get(column)?.clone())?;
            let first = papers.first()?;
            if papers.len() > 1 {
                return Some(here.with_filter(filter::FORM, first.form.as_str()));
            }
            let route = Route::Entry {
                form: Some(first.form.to_string()),
                unit: None,
            };
            Some(here.at(route).with_period(&first.period.to_string()))
        })
    }
}
