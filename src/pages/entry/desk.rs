//! The desk: which cell is active and what is being typed; how that gets into the books is in `typing`.
//!
//! One input exists in the whole sheet, in the active cell. What is typed lives here, not in the input, so that it
//! is committed whatever takes the input away: a move, a click elsewhere, another page, a closed tab.

mod typing;

use leptos::ev;
use leptos::prelude::*;
use leptos::reactive::computed::Selector;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::groups::{By, Groups};
use super::kept::Kept;
use super::moves::{At, Move, step};
use super::plan::Plan;
use super::row::{Look, RowFigures, ShownCell, cell_text, shown_cell};
use super::sheet::SheetColumn;
use super::tally::Tally;
use super::tools::Narrowing;
use crate::analysis::completeness::due_date;
use crate::model::closing::{Closing, closing_of};
use crate::model::id::{RecordId, UnitId};
use crate::model::measure::ValueType;
use crate::model::record::cell_field;
use crate::model::returns::Return;
use crate::model::text::Lang;
use crate::pages::returns::{Papers, use_papers};
use crate::state::lens::Lens;
use crate::state::preferences::use_preferences;
use crate::state::sync::{Phase, use_sync};
use crate::store::desk::FieldState;
use crate::store::link::Link;
use crate::sync::rights::Actor;
use crate::ui::toast::{Toasts, use_toasts};
use crate::ui::windowed::Windowed;

/// A cell: the place of its unit among all units of the plan, and its column. The column after the last one is
/// the return's state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Spot {
    /// The unit's place.
    pub unit: usize,
    /// The column.
    pub column: usize,
}

/// Two values that two tabs gave one cell at the same time.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Crossed {
    /// The other tab's.
    theirs: String,
    /// What was typed here, which stands.
    ours: String,
}

/// What is being typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Where.
    pub spot: Spot,
    /// The text as it stands.
    pub text: String,
    /// The value's text when it began, so that a value that was changed elsewhere meanwhile is noticed.
    pub base: String,
    /// Whether arrows move in the text (after F2 or Enter) or leave the cell (when typing replaced it).
    pub caret: bool,
}

/// The state of the sheet. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Desk {
    /// What the pages look through.
    pub lens: Lens,
    /// What is being entered.
    pub plan: StoredValue<Arc<Plan>>,
    /// Which rows are shown.
    pub narrowing: Narrowing,
    /// The rows shown, as places of units.
    pub shown: RwSignal<Vec<usize>>,
    /// The active cell.
    pub active: RwSignal<Spot>,
    /// The corner of the selection across from the active cell, where more than that is selected.
    pub corner: RwSignal<Option<Spot>>,
    /// The other corner, where it is not the active cell: of whole rows, whole columns, everything.
    pub anchor: RwSignal<Option<Spot>>,
    /// The groups that rows stand in; none while they are not grouped.
    pub groups: RwSignal<Groups>,
    /// What is being typed.
    pub draft: RwSignal<Option<Draft>>,
    /// The cell that was left with something that is not understood.
    pub complaint: RwSignal<Option<Spot>>,
    /// The cells that another tab wrote while they were typed in here, with what it wrote. Both values are in the history.
    conflicts: RwSignal<BTreeMap<Spot, Crossed>>,
    /// Whether the panel of the active cell is open.
    pub panel: RwSignal<bool>,
    /// Whether the active cell takes the focus when it is drawn; not on arrival at the page.
    pub grabs: StoredValue<bool>,
    /// The column that a run of Tabs began in.
    tabbed: StoredValue<Option<usize>>,
    /// The sheet's rows, which know how many a page down is.
    pub page: StoredValue<Option<Windowed>>,
    /// What is known of all rows at once, and what tells when it changed.
    tally: StoredValue<Tally>,
    tallied: Memo<usize>,
    /// Whether the deadline has passed and the figures are open: who has not handed in is late.
    pub late: Memo<bool>,
    /// Whether changes are being sent to a server.
    is_sending: Memo<bool>,
    /// What closes the figures: then they are only read (`lock`).
    pub closing: Memo<Option<Closing>>,
    /// Whose edits these are; `None` without a server.
    pub(super) actor: Memo<Option<Actor>>,
    pub(super) lang: RwSignal<Lang>,
    pub(super) toasts: Toasts,
    pub(super) papers: Papers,
    selector: StoredValue<Selector<Spot>>,
}

impl Desk {
    /// A desk for a plan. What is being typed is committed when the page is hidden or left.
    pub fn new(lens: Lens, plan: Arc<Plan>) -> Desk {
        lens.workspace().remember();
        let active = RwSignal::new(Spot::default());
        let shown = (0..plan.units.len()).collect();
        let plan = StoredValue::new(plan);
        let tally = StoredValue::new(Tally::default());
        let groups = RwSignal::new(Groups::default());
        let closing = Memo::new(move |_| {
            plan.with_value(|plan| lens.ledger(|ledger| closing_of(ledger, &plan.form.id, &plan.period).cloned()))
        });
        let standing = use_sync().standing;
        let desk = Desk {
            lens,
            plan,
            is_sending: Memo::new(move |_| standing.with(|it| it.phase == Phase::Sending)),
            narrowing: Narrowing::new(),
            shown: RwSignal::new(shown),
            active,
            corner: RwSignal::new(None),
            anchor: RwSignal::new(None),
            groups,
            draft: RwSignal::new(None),
            complaint: RwSignal::new(None),
            conflicts: RwSignal::new(BTreeMap::new()),
            panel: RwSignal::new(false),
            grabs: StoredValue::new(false),
            tabbed: StoredValue::new(None),
            page: StoredValue::new(None),
            tally,
            tallied: Memo::new(move |_| {
                let mut version = 0;
                groups.track();
                lens.with(|scope| {
                    plan.with_value(|plan| tally.update_value(|tally| version = tally.update(scope, plan)));
                });
                version
            }),
            late: Memo::new(move |_| {
                let today = lens.today();
                let due = plan.with_value(|plan| lens.ledger(|ledger| due_date(ledger, &plan.form, &plan.period)));
                due.is_some_and(|due| due < today) && closing.with(Option::is_none)
            }),
            closing,
            actor: Memo::new(move |_| standing.with(|it| it.link.as_ref().map(Link::actor))),
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

    /// Groups the rows, or does so no longer.
    pub fn group(self, by: By) {
        let groups = self
            .plan
            .with_value(|plan| self.lens.ledger_untracked(|ledger| Groups::new(ledger, plan, by)));
        self.tally
            .update_value(|tally| tally.regroup(&groups.of_unit, groups.all.len()));
        self.groups.set(groups);
    }

    /// The group whose head a row is; asked once.
    pub fn group_at(self, row: usize) -> Option<usize> {
        self.groups.with_untracked(|groups| groups.at(row))
    }

    /// Folds a group, or unfolds it. Its head becomes active: a cell of its units may be gone.
    pub fn fold(self, group: usize) {
        let head = self.groups.with_untracked(|groups| groups.of_unit.len() + group);
        let column = self.active.get_untracked().column;
        self.go_to(Spot { unit: head, column });
        self.narrowing.folded.update(|folded| {
            if !folded.remove(&group) {
                folded.insert(group);
            }
        });
    }

    /// How many units of a group are asked for a column.
    pub fn asked_in(self, group: usize, column: usize) -> usize {
        self.groups.with_untracked(|groups| {
            self.plan.with_value(|plan| {
                let units = plan.units.iter().zip(&groups.of_unit);
                let asked = units.filter(|(unit, of)| **of == group && !unit.not_asked.contains(&column));
                asked.count()
            })
        })
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
            row.flags = self.tally(|tally| tally.flags(place).to_vec());
            row
        })
    }

    /// Asks what is known of all rows at once; follows it.
    pub fn tally<T>(self, question: impl FnOnce(&Tally) -> T) -> T {
        // Asking for its version brings it up to date.
        self.tallied.with(|_| ());
        self.tally.with_value(question)
    }

    /// The figures of a row now, without following.
    pub fn row_now(self, place: usize) -> RowFigures {
        let mut row = self
            .lens
            .ledger_untracked(|ledger| self.plan.with_value(|plan| RowFigures::read(ledger, plan, place)));
        row.flags = untrack(|| self.tally(|tally| tally.flags(place).to_vec()));
        row
    }

    /// What a cell of a row shows; follows the row and the language.
    pub fn shown_cell(self, spot: Spot, row: Memo<RowFigures>) -> Memo<ShownCell> {
        Memo::new(move |_| {
            let lang = self.lang.get();
            let shown = self.column(spot, |column| row.with(|row| shown_cell(column, row, lang)));
            let mut shown = shown.unwrap_or_default();
            if self.conflict(spot).is_some() {
                shown.look = Look::Conflicting;
            }
            shown
        })
    }

    /// How safe a cell is.
    pub fn written(self, spot: Spot) -> Memo<Kept> {
        let field = self.field(spot);
        Memo::new(move |_| match self.field_state(field.as_ref()) {
            // Only cells that wait follow whether they are being sent.
            FieldState::OnDevice => Kept::of(FieldState::OnDevice, self.is_sending.get()),
            state => Kept::of(state, false),
        })
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

    /// Where a move from a cell ends. The heads of groups may be passed over: nothing is typed there.
    pub fn target(self, from: Spot, to: Move, columns: usize, over_heads: bool) -> Option<Spot> {
        self.shown.with_untracked(|shown| {
            let row = shown.iter().position(|place| *place == from.unit).unwrap_or(0);
            let at = At {
                row,
                column: from.column,
            };
            let page = self.page.get_value().map_or(10, Windowed::page);
            let mut at = step(at, to, shown.len(), columns, page)?;
            while over_heads && shown.get(at.row).is_some_and(|row| self.group_at(*row).is_some()) {
                at.row = match to {
                    Move::Up | Move::Previous | Move::PageUp => at.row.checked_sub(1)?,
                    _ => at.row + 1,
                };
            }
            Some(Spot {
                unit: *shown.get(at.row)?,
                column: at.column,
            })
        })
    }

    /// Moves the active cell. Answers whether it moved; at the sheet's ends Tab does not.
    pub fn go(self, to: Move) -> bool {
        let typing = self.draft.with_untracked(Option::is_some);
        let over_heads = typing || matches!(to, Move::Next | Move::Previous);
        match self.target(self.active.get_untracked(), to, self.columns() + 1, over_heads) {
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

    /// Remembers the column that a run of Tabs began in; any other move ends the run.
    pub fn follow_tabs(self, to: Move) {
        let began = self.tabbed.get_value();
        let column = self.active.get_untracked().column;
        self.tabbed.set_value(match to {
            Move::Next | Move::Previous => began.or(Some(column)),
            _ => None,
        });
    }

    /// What Enter does after typing: goes to the next row, or the one above, as a spreadsheet does after a run of Tabs in
    /// the column that the run began in.
    pub fn next_line(self, up: bool) {
        let from = self.active.get_untracked();
        let to = if up { Move::Up } else { Move::Down };
        let began = self.tabbed.get_value();
        match self.target(from, to, self.columns() + 1, true) {
            Some(spot) if spot.unit != from.unit => {
                self.go_to(Spot {
                    column: began.unwrap_or(spot.column),
                    ..spot
                });
                self.tabbed.set_value(began);
            }
            _ => self.commit(),
        }
    }
}
