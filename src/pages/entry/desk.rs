//! The desk: which cell is active, what is being typed into it, and how that gets into the books.
//!
//! One input exists in the whole sheet, in the active cell. What is typed lives here, not in the input, so that it
//! is committed whatever takes the input away: a move, a click elsewhere, another page, a closed tab.

use leptos::ev;
use leptos::prelude::*;
use leptos::reactive::computed::Selector;
use web_sys::KeyboardEvent;

use super::edit::{with_as_of, with_cell, with_status};
use super::moves::{At, Move, step};
use super::plan::Plan;
use super::row::{RowFigures, cell_text};
use crate::exchange::cell_text::{Typed, enter, read};
use crate::i18n::entry::{part_of, submitted_units};
use crate::model::date::Date;
use crate::model::id::UnitId;
use crate::model::measure::ValueType;
use crate::model::record::{Entity, Record, cell_field};
use crate::model::returns::{Cell, CellValue, Return, ReturnStatus};
use crate::state::books::{Books, Written};
use crate::state::preferences::use_lang;
use crate::ui::toast::use_toasts;

/// A cell: the place of its unit among all units of the plan, and its column. The column after the last one is
/// the return's state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct Spot {
    /// The unit's place.
    pub unit: usize,
    /// The column.
    pub column: usize,
}

/// What is being typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Where.
    pub spot: Spot,
    /// The text as it stands.
    pub text: String,
    /// Whether arrows move in the text (after F2 or Enter) or leave the cell (when typing replaced it).
    pub caret: bool,
}

/// The state of the sheet. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Desk {
    /// The books.
    pub books: Books,
    /// What is being entered.
    pub plan: StoredValue<Plan>,
    /// The rows shown, as places of units.
    pub shown: RwSignal<Vec<usize>>,
    /// The active cell.
    pub active: RwSignal<Spot>,
    /// What is being typed.
    pub draft: RwSignal<Option<Draft>>,
    /// The cell that was left with something that is not understood.
    pub complaint: RwSignal<Option<Spot>>,
    /// Whether the panel of the active cell is open.
    pub panel: RwSignal<bool>,
    /// Whether the active cell takes the focus when it is drawn; not on arrival at the page.
    pub grabs: StoredValue<bool>,
    /// How many rows a page down is.
    pub page: StoredValue<usize>,
    selector: StoredValue<Selector<Spot>>,
}

impl Desk {
    /// A desk for a plan. What is being typed is committed when the page is hidden or left.
    pub fn new(books: Books, plan: Plan) -> Desk {
        let active = RwSignal::new(Spot::default());
        let desk = Desk {
            books,
            shown: RwSignal::new((0..plan.units.len()).collect()),
            plan: StoredValue::new(plan),
            active,
            draft: RwSignal::new(None),
            complaint: RwSignal::new(None),
            panel: RwSignal::new(false),
            grabs: StoredValue::new(false),
            page: StoredValue::new(10),
            selector: StoredValue::new(Selector::new(move || active.get())),
        };
        let hidden = window_event_listener(ev::pagehide, move |_| desk.commit());
        let unseen = window_event_listener(ev::visibilitychange, move |_| desk.commit());
        on_cleanup(move || {
            desk.commit();
            hidden.remove();
            unseen.remove();
        });
        desk
    }

    /// How many columns there are, without the one of states.
    pub fn columns(self) -> usize {
        self.plan.with_value(|plan| plan.sheet.columns.len())
    }

    /// Whether this cell is active; followed cell by cell.
    pub fn is_active(self, spot: Spot) -> bool {
        self.selector.with_value(|selector| selector.selected(&spot))
    }

    /// The unit of a place.
    pub fn unit(self, place: usize) -> Option<UnitId> {
        self.plan.with_value(|plan| plan.units.get(place).map(|row| row.id.clone()))
    }

    /// The figures of a row, now and before; follows the books.
    pub fn row(self, place: usize) -> Memo<RowFigures> {
        Memo::new(move |_| self.figures(place, true))
    }

    /// The figures of a row now.
    pub fn figures_now(self, place: usize) -> RowFigures {
        self.figures(place, false)
    }

    fn figures(self, place: usize, follow: bool) -> RowFigures {
        self.plan.with_value(|plan| {
            let Some(unit) = plan.units.get(place) else {
                return RowFigures::default();
            };
            let read = |books: &crate::model::ledger::Ledger| {
                RowFigures::read(books, self.books.catalogue(), plan, &unit.id)
            };
            if follow {
                self.books.ledger.with(read)
            } else {
                self.books.ledger.with_untracked(read)
            }
        })
    }

    /// The cell's text as it is typed: the draft's, or the value's.
    pub fn text(self, spot: Spot) -> String {
        match self.draft.get() {
            Some(draft) if draft.spot == spot => draft.text,
            _ => self.value_text(spot),
        }
    }

    fn value_text(self, spot: Spot) -> String {
        let figures = self.figures_now(spot.unit);
        let lang = use_lang();
        self.plan.with_value(|plan| {
            plan.sheet
                .columns
                .get(spot.column)
                .map_or_else(String::new, |column| cell_text(column, figures.found.as_ref(), untrack(lang)))
        })
    }

    /// What the cell holds.
    pub fn value_type(self, spot: Spot) -> Option<ValueType> {
        self.plan
            .with_value(|plan| plan.sheet.columns.get(spot.column).map(|column| column.value))
    }

    /// Makes a cell active, committing what was being typed.
    pub fn go_to(self, spot: Spot) {
        self.commit();
        self.grabs.set_value(true);
        if self.active.get_untracked() != spot {
            self.active.set(spot);
        }
    }

    /// Moves the active cell. Answers whether it moved; at the sheet's ends Tab does not.
    pub fn go(self, to: Move) -> bool {
        let Spot { unit, column } = self.active.get_untracked();
        let shown = self.shown.get_untracked();
        let row = shown.iter().position(|place| *place == unit).unwrap_or(0);
        let to = step(At { row, column }, to, shown.len(), self.columns() + 1, self.page.get_value());
        let spot = to.and_then(|at| {
            shown.get(at.row).map(|unit| Spot {
                unit: *unit,
                column: at.column,
            })
        });
        match spot {
            Some(spot) => {
                self.go_to(spot);
                true
            }
            None => {
                self.commit();
                false
            }
        }
    }

    /// Takes what the input now says.
    pub fn type_into(self, spot: Spot, text: String) {
        self.draft.update(|draft| {
            let caret = draft.as_ref().is_some_and(|draft| draft.spot == spot && draft.caret);
            *draft = Some(Draft { spot, text, caret });
        });
    }

    /// Begins to edit the text that is there.
    pub fn edit_text(self, spot: Spot) {
        let text = self.text(spot);
        self.draft.set(Some(Draft {
            spot,
            text,
            caret: true,
        }));
    }

    /// Throws away what is being typed; the value stands as it was.
    pub fn restore(self) {
        self.draft.set(None);
    }

    /// Takes what is being typed into the books.
    pub fn commit(self) {
        let Some(draft) = self.draft.try_get_untracked().flatten() else {
            return;
        };
        self.draft.set(None);
        self.enter_text(draft.spot, &draft.text);
    }

    /// Enters a text into a cell, as if it had been typed there.
    pub fn enter_text(self, spot: Spot, text: &str) {
        let lang = untrack(use_lang());
        let figures = self.figures_now(spot.unit);
        let found = figures.found.as_ref();
        let Some((cell, invalid)) = self.plan.with_value(|plan| {
            let column = plan.sheet.columns.get(spot.column)?;
            let field = column.field(found);
            let before = found.and_then(|found| found.cells.get(&column.key));
            // Leaving a text as it stands changes nothing, not even a note.
            if before.is_some_and(|before| cell_text(column, found, lang) == text && before.quantity().is_some()) {
                return None;
            }
            let invalid = matches!(read(text, field), Typed::Invalid(_));
            Some((enter(text, field, before, |whole| part_of(lang, whole)), invalid))
        }) else {
            return;
        };
        if invalid {
            self.complaint.set(Some(spot));
        } else if self.complaint.get_untracked() == Some(spot) {
            self.complaint.set(None);
        }
        self.put(spot, cell);
    }

    /// Writes a cell, or empties it, if that changes anything.
    pub fn put(self, spot: Spot, cell: Option<Cell>) {
        let Some(unit) = self.unit(spot.unit) else {
            return;
        };
        let record = self.plan.with_value(|plan| {
            let column = plan.sheet.columns.get(spot.column)?;
            let of = plan.of(&unit);
            let stored = self.stored(&unit);
            let before = stored.as_ref().and_then(|record| Return::from_record(record).ok());
            let same = before.and_then(|before| before.cells.get(&column.key).cloned()) == cell;
            (!same).then(|| with_cell(&of, stored.as_ref(), &column.key, cell.as_ref()))
        });
        if let Some(record) = record {
            self.books.edit(vec![record]);
        }
    }

    /// Turns done into not done, and nothing into done.
    pub fn toggle(self, spot: Spot) {
        self.draft.set(None);
        let figures = self.figures_now(spot.unit);
        let done = self.plan.with_value(|plan| {
            let column = plan.sheet.columns.get(spot.column)?;
            let cell = figures.found.as_ref()?.cells.get(&column.key)?;
            matches!(cell.value, CellValue::Count(1)).then_some(())
        });
        let count = u64::from(done.is_none());
        self.put(spot, Some(Cell::count(count)));
    }

    fn stored(self, unit: &UnitId) -> Option<Record> {
        self.plan.with_value(|plan| {
            let id = Return::record_id(&plan.form.id, &plan.period, unit);
            self.books.record(&id)
        })
    }

    /// How a cell is kept now.
    pub fn written(self, spot: Spot) -> Written {
        let Some(unit) = self.unit(spot.unit) else {
            return Written::Sent;
        };
        self.plan.with_value(|plan| {
            let Some(column) = plan.sheet.columns.get(spot.column) else {
                return Written::Sent;
            };
            let id = Return::record_id(&plan.form.id, &plan.period, &unit);
            self.books.written(&id, &cell_field(&column.key))
        })
    }

    /// Sets the date that a unit's counts stand for.
    pub fn set_as_of(self, place: usize, date: Option<Date>) {
        let Some(unit) = self.unit(place) else { return };
        let record = self
            .plan
            .with_value(|plan| with_as_of(&plan.of(&unit), self.stored(&unit).as_ref(), date));
        self.books.edit(vec![record]);
    }

    /// Hands in the returns of these units, or takes them back to be entered; offers to undo it.
    pub fn set_status(self, places: &[usize], status: &ReturnStatus) {
        self.commit();
        let lang = untrack(use_lang());
        let on = matches!(status, ReturnStatus::Submitted).then(|| self.books.today());
        let records: Vec<Record> = places
            .iter()
            .filter_map(|place| self.unit(*place))
            .map(|unit| {
                self.plan
                    .with_value(|plan| with_status(&plan.of(&unit), self.stored(&unit).as_ref(), status, on))
            })
            .collect();
        let count = records.len();
        if count == 0 {
            return;
        }
        self.books.edit(records);
        let said = match status {
            ReturnStatus::Submitted => submitted_units(lang, count),
            _ => crate::i18n::entry::ENTRY.in_lang(lang).reopened.to_owned(),
        };
        let books = self.books;
        use_toasts().offer_undo(said, move || books.undo());
    }

    /// A key pressed in the active cell. Answers whether it was used up.
    pub fn key(self, event: &KeyboardEvent) -> bool {
        super::keys::handle(self, event)
    }
}
