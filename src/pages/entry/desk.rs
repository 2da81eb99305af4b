//! The desk: which cell is active, what is being typed, and how that gets into the books.
//!
//! One input exists in the whole sheet, in the active cell. What is typed lives here, not in the input, so that it
//! is committed whatever takes the input away: a move, a click elsewhere, another page, a closed tab.

use leptos::ev;
use leptos::prelude::*;
use leptos::reactive::computed::Selector;
use std::collections::HashMap;

use super::flags::flags;
use super::moves::{At, Move, step};
use super::plan::Plan;
use super::row::{Flag, Look, RowFigures, ShownCell, cell_text, shown_cell};
use super::sheet::SheetColumn;
use super::tools::Narrowing;
use crate::analysis::completeness::due_date;
use crate::exchange::cell_text::{Typed, enter, read};
use crate::i18n::entry::part_of;
use crate::model::closing::{Closing, closing_of};
use crate::model::id::{RecordId, UnitId};
use crate::model::measure::ValueType;
use crate::model::record::cell_field;
use crate::model::returns::{Cell, CellValue, Return};
use crate::model::text::Lang;
use crate::pages::returns::{Papers, use_papers};
use crate::state::lens::Lens;
use crate::state::preferences::use_preferences;
use crate::store::desk::FieldState;
use crate::ui::toast::{Toasts, use_toasts};
use crate::ui::windowed::Windowed;

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
    /// What the pages look through.
    pub lens: Lens,
    /// What is being entered.
    pub plan: StoredValue<Plan>,
    /// Which rows are shown.
    pub narrowing: Narrowing,
    /// The rows shown, as places of units.
    pub shown: RwSignal<Vec<usize>>,
    /// The active cell.
    pub active: RwSignal<Spot>,
    /// The corner of the selection across from the active cell, where more than that is selected.
    pub corner: RwSignal<Option<Spot>>,
    /// What is being typed.
    pub draft: RwSignal<Option<Draft>>,
    /// The cell that was left with something that is not understood.
    pub complaint: RwSignal<Option<Spot>>,
    /// Whether the panel of the active cell is open.
    pub panel: RwSignal<bool>,
    /// Whether the active cell takes the focus when it is drawn; not on arrival at the page.
    pub grabs: StoredValue<bool>,
    /// The sheet's rows, which know how many a page down is.
    pub page: StoredValue<Option<Windowed>>,
    /// What rules say, by unit.
    flags: Memo<HashMap<UnitId, Vec<Flag>>>,
    /// Whether the deadline has passed.
    pub late: Memo<bool>,
    /// What closes the figures: then they are only read.
    pub closing: Memo<Option<Closing>>,
    pub(super) lang: RwSignal<Lang>,
    pub(super) toasts: Toasts,
    pub(super) papers: Papers,
    selector: StoredValue<Selector<Spot>>,
}

impl Desk {
    /// A desk for a plan. What is being typed is committed when the page is hidden or left.
    pub fn new(lens: Lens, plan: Plan) -> Desk {
        let active = RwSignal::new(Spot::default());
        let shown = (0..plan.units.len()).collect();
        let plan = StoredValue::new(plan);
        let desk = Desk {
            lens,
            plan,
            narrowing: Narrowing::new(),
            shown: RwSignal::new(shown),
            active,
            corner: RwSignal::new(None),
            draft: RwSignal::new(None),
            complaint: RwSignal::new(None),
            panel: RwSignal::new(false),
            grabs: StoredValue::new(false),
            page: StoredValue::new(None),
            flags: Memo::new(move |_| {
                plan.with_value(|plan| lens.with(|scope| flags(scope, &plan.form, &plan.period)))
            }),
            late: Memo::new(move |_| {
                let today = lens.today();
                let due = plan.with_value(|plan| lens.ledger(|ledger| due_date(ledger, &plan.form, &plan.period)));
                due.is_some_and(|due| due < today)
            }),
            closing: Memo::new(move |_| {
                plan.with_value(|plan| lens.ledger(|ledger| closing_of(ledger, &plan.form.id, &plan.period).cloned()))
            }),
            lang: use_preferences().lang,
            toasts: use_toasts(),
            papers: use_papers(lens),
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

    /// Asks a column something.
    pub fn column<T>(self, spot: Spot, question: impl FnOnce(&SheetColumn) -> T) -> Option<T> {
        self.plan
            .with_value(|plan| plan.sheet.columns.get(spot.column).map(question))
    }

    /// What the cell holds; `None` for the column of states.
    pub fn value_type(self, spot: Spot) -> Option<ValueType> {
        self.column(spot, |column| column.value)
    }

    /// Whether this cell is active; followed cell by cell.
    pub fn is_active(self, spot: Spot) -> bool {
        self.selector.with_value(|selector| selector.selected(&spot))
    }

    /// The unit of a place.
    pub fn unit(self, place: usize) -> Option<UnitId> {
        self.plan
            .with_value(|plan| plan.units.get(place).map(|row| row.id.clone()))
    }

    /// The name of the unit of a place.
    pub fn unit_name(self, place: usize) -> String {
        self.plan
            .with_value(|plan| plan.units.get(place).map(|row| row.name.clone()))
            .unwrap_or_default()
    }

    /// The record that a unit's return is stored as, and the name of a cell's field in it.
    pub fn field(self, spot: Spot) -> Option<(RecordId, String)> {
        let unit = self.unit(spot.unit)?;
        self.plan.with_value(|plan| {
            let column = plan.sheet.columns.get(spot.column)?;
            let record = Return::record_id(&plan.form.id, &plan.period, &unit);
            Some((record, cell_field(&column.key)))
        })
    }

    /// How safe a cell is; follows it in a reactive place.
    pub fn field_state(self, field: Option<&(RecordId, String)>) -> FieldState {
        field.map_or(FieldState::Settled, |(record, field)| {
            self.lens.workspace().field_state(record, field)
        })
    }

    /// The figures of a row, now and before; follows the books.
    pub fn row(self, place: usize) -> Memo<RowFigures> {
        Memo::new(move |_| {
            let mut row = self
                .lens
                .ledger(|ledger| self.plan.with_value(|plan| RowFigures::read(ledger, plan, place)));
            if let Some(unit) = self.unit(place) {
                row.flags = self.flags.with(|flags| flags.get(&unit).cloned().unwrap_or_default());
            }
            row
        })
    }

    /// The figures of a row now, without following.
    pub fn row_now(self, place: usize) -> RowFigures {
        let mut row = self
            .lens
            .ledger_untracked(|ledger| self.plan.with_value(|plan| RowFigures::read(ledger, plan, place)));
        if let Some(unit) = self.unit(place) {
            row.flags = self
                .flags
                .with_untracked(|flags| flags.get(&unit).cloned().unwrap_or_default());
        }
        row
    }

    /// What a cell of a row shows; follows the row and the language.
    pub fn shown_cell(self, spot: Spot, row: Memo<RowFigures>) -> Memo<ShownCell> {
        Memo::new(move |_| {
            let lang = self.lang.get();
            let shown = self.column(spot, |column| row.with(|row| shown_cell(column, row, lang)));
            shown.unwrap_or_default()
        })
    }

    /// How safe a cell is.
    pub fn written(self, spot: Spot) -> Memo<FieldState> {
        let field = self.field(spot);
        Memo::new(move |_| self.field_state(field.as_ref()))
    }

    /// Whether something is being typed into this cell; asked once.
    pub fn is_typing(self, spot: Spot) -> bool {
        let here = |draft: &Option<Draft>| draft.as_ref().is_some_and(|draft| draft.spot == spot);
        self.draft.with_untracked(here)
    }

    /// The value's text, without following.
    pub fn value_text(self, spot: Spot) -> String {
        let row = self.row_now(spot.unit);
        let lang = self.lang.get_untracked();
        self.column(spot, |column| cell_text(column, row.found.as_ref(), lang))
            .unwrap_or_default()
    }

    /// Makes a cell active, committing what was being typed.
    pub fn go_to(self, spot: Spot) {
        self.commit();
        self.select_one();
        self.grabs.set_value(true);
        if self.active.get_untracked() != spot {
            self.active.set(spot);
        }
    }

    /// Follows the focus: what has it is the active cell.
    pub fn come_to(self, spot: Spot) {
        if self.active.get_untracked() != spot {
            self.active.set(spot);
        }
    }

    /// From now on arrows move in the text that is being typed.
    pub fn hold_caret(self) {
        self.draft.update(|draft| {
            if let Some(draft) = draft {
                draft.caret = true;
            }
        });
    }

    /// Where a move from a cell ends.
    pub fn target(self, from: Spot, to: Move, columns: usize) -> Option<Spot> {
        self.shown.with_untracked(|shown| {
            let row = shown.iter().position(|place| *place == from.unit).unwrap_or(0);
            let at = At {
                row,
                column: from.column,
            };
            let page = self.page.get_value().map_or(10, Windowed::page);
            let at = step(at, to, shown.len(), columns, page)?;
            Some(Spot {
                unit: *shown.get(at.row)?,
                column: at.column,
            })
        })
    }

    /// Moves the active cell. Answers whether it moved; at the sheet's ends Tab does not.
    pub fn go(self, to: Move) -> bool {
        match self.target(self.active.get_untracked(), to, self.columns() + 1) {
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
        self.select_one();
        self.draft.update(|draft| {
            let caret = draft.as_ref().is_some_and(|draft| draft.spot == spot && draft.caret);
            *draft = Some(Draft { spot, text, caret });
        });
    }

    /// Begins to edit the text that is there.
    pub fn edit_text(self, spot: Spot) {
        let text = self.value_text(spot);
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

    /// Enters a text into a cell, as if it had been typed there. What is not understood is kept and complained of.
    pub fn enter_text(self, spot: Spot, text: &str) {
        let row = self.row_now(spot.unit);
        let Some((cell, invalid)) = self.entered(spot, row.found.as_ref(), text) else {
            return;
        };
        if invalid {
            self.complaint.set(Some(spot));
        } else if self.complaint.get_untracked() == Some(spot) {
            self.complaint.set(None);
        }
        self.put(spot, cell);
    }

    /// What a text makes of a cell of a return, and whether it is not understood; `None` where it changes nothing.
    pub fn entered(self, spot: Spot, found: Option<&Return>, text: &str) -> Option<(Option<Cell>, bool)> {
        let lang = self.lang.get_untracked();
        self.column(spot, |column| {
            let field = column.field(found);
            let before = found.and_then(|found| found.cells.get(&column.key));
            let invalid = matches!(read(text, field), Typed::Invalid(_));
            // Leaving a text as it stands changes nothing, not even a note.
            let same = before.is_some() && cell_text(column, found, lang) == text;
            (!same).then(|| (enter(text, field, before, |whole| part_of(lang, whole)), invalid))
        })
        .flatten()
    }

    /// Whether a cell is empty and nothing is asked in it.
    pub fn is_not_asked(self, spot: Spot) -> bool {
        let row = self.row_now(spot.unit);
        let lang = self.lang.get_untracked();
        self.column(spot, |column| shown_cell(column, &row, lang).look == Look::NotAsked)
            .unwrap_or(false)
    }

    /// Writes a cell, or empties it. One that the unit is not asked for stays empty.
    pub fn put(self, spot: Spot, cell: Option<Cell>) {
        if self.is_not_asked(spot) {
            return;
        }
        let Some(unit) = self.unit(spot.unit) else {
            return;
        };
        let what = self.plan.with_value(|plan| {
            let column = plan.sheet.columns.get(spot.column)?;
            Some((plan.form.id.clone(), plan.period.clone(), column.key.clone()))
        });
        if let Some((form, period, key)) = what {
            self.lens.workspace().set_cells(&form, &period, &unit, [(key, cell)]);
        }
    }

    /// Turns done into not done, and anything else into done.
    pub fn toggle(self, spot: Spot) {
        self.draft.set(None);
        let row = self.row_now(spot.unit);
        let done = self
            .column(spot, |column| {
                let cell = row.found.as_ref()?.cells.get(&column.key)?;
                Some(matches!(cell.value, CellValue::Count(1)))
            })
            .flatten();
        self.put(spot, Some(Cell::count(u64::from(done != Some(true)))));
    }

    /// Takes back the last change.
    pub fn undo(self) {
        self.commit();
        self.lens.workspace().undo();
    }

    /// Makes it again.
    pub fn redo(self) {
        self.commit();
        self.lens.workspace().redo();
    }
}
