//! More than one cell at once: which are selected, and what is done to all of them in one act.

use leptos::prelude::*;
use std::collections::HashMap;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::area::Area;
use super::desk::{Desk, Spot};
use super::moves::{At, Move};
use crate::i18n::entry::{cells_cleared, cells_filled};
use crate::model::id::{CellKey, UnitId};
use crate::model::returns::{Cell, Return};
use crate::state::workspace::Done;

/// What is selected as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whole {
    /// Every cell.
    Sheet,
    /// The rows of what is selected.
    Rows,
    /// The columns of what is selected.
    Columns,
}

/// What entering several texts came to.
pub struct Entered {
    /// The act, to be undone by name.
    pub done: Done,
    /// How many cells were changed.
    pub changed: usize,
    /// How many of them are kept as they came.
    pub invalid: usize,
}

impl Desk {
    /// The cells that are selected; follows the selection. `None` where the active cell is a state.
    pub fn area(self) -> Option<Area> {
        let (active, corner) = (self.active.get(), self.corner.get());
        let from = self.anchor.get().unwrap_or(active);
        self.shown.with(|shown| self.area_between(shown, from, corner))
    }

    /// The same, asked once.
    pub fn area_now(self) -> Option<Area> {
        untrack(|| self.area())
    }

    fn area_between(self, shown: &[usize], active: Spot, corner: Option<Spot>) -> Option<Area> {
        let last = self.columns().checked_sub(1)?;
        let at = |spot: Spot| {
            let row = shown.iter().position(|place| *place == spot.unit)?;
            Some(At {
                row,
                column: spot.column.min(last),
            })
        };
        if corner.is_none() && active.column > last {
            return None;
        }
        let active = at(active)?;
        Some(Area::between(active, corner.and_then(at).unwrap_or(active)))
    }

    /// The columns that are selected in a row, where more than one cell is; follows the selection row by row.
    pub fn selected_in(self, area: Memo<Option<Area>>, row: usize) -> Memo<Option<(usize, usize)>> {
        Memo::new(move |_| {
            area.with(|area| {
                let area = area
                    .as_ref()
                    .filter(|area| !area.is_one() && area.rows.contains(&row))?;
                Some((area.columns.start, area.columns.end))
            })
        })
    }

    /// The cell of a place in the sheet as it is shown.
    pub fn spot_at(self, at: At) -> Option<Spot> {
        let unit = self.shown.with_untracked(|shown| shown.get(at.row).copied())?;
        Some(Spot {
            unit,
            column: at.column,
        })
    }

    /// The active cell alone is selected.
    pub fn select_one(self) {
        if self.corner.get_untracked().is_some() {
            self.corner.set(None);
        }
        if self.anchor.get_untracked().is_some() {
            self.anchor.set(None);
        }
    }

    /// Selects every cell, whole rows or whole columns; the active cell stays where it is.
    pub fn select_whole(self, what: Whole) {
        self.commit();
        let last_column = self.columns().saturating_sub(1);
        let ends = self
            .shown
            .with_untracked(|shown| shown.first().copied().zip(shown.last().copied()));
        let Some((first, last)) = ends else { return };
        let active = self.active.get_untracked();
        let (from, to) = (
            self.anchor.get_untracked().unwrap_or(active),
            self.corner.get_untracked().unwrap_or(active),
        );
        let rows = if what == Whole::Rows {
            (from.unit, to.unit)
        } else {
            (first, last)
        };
        let columns = if what == Whole::Columns {
            (from.column.min(last_column), to.column.min(last_column))
        } else {
            (0, last_column)
        };
        let spot = |unit, column| Some(Spot { unit, column });
        self.anchor.set(spot(rows.0, columns.0));
        self.corner.set(spot(rows.1, columns.1));
    }

    /// Moves the corner across from the active cell.
    pub fn extend(self, to: Move) {
        let from = self
            .corner
            .get_untracked()
            .unwrap_or_else(|| self.active.get_untracked());
        if let Some(spot) = self.target(from, to, self.columns(), false) {
            self.extend_to(spot);
        }
    }

    /// Selects from the active cell to this one.
    pub fn extend_to(self, spot: Spot) {
        self.commit();
        let spot = Spot {
            column: spot.column.min(self.columns().saturating_sub(1)),
            ..spot
        };
        let from = self
            .anchor
            .get_untracked()
            .unwrap_or_else(|| self.active.get_untracked());
        let corner = (spot != from).then_some(spot);
        if self.corner.get_untracked() == corner {
            return;
        }
        self.corner.set(corner);
        self.bring_into_view(spot);
    }

    fn bring_into_view(self, spot: Spot) {
        let row = self
            .shown
            .with_untracked(|shown| shown.iter().position(|place| *place == spot.unit));
        if let (Some(windowed), Some(row)) = (self.page.get_value(), row) {
            windowed.reveal(row);
        }
        let selector = format!("[data-spot='{}:{}']", spot.unit, spot.column);
        let found = document().query_selector(&selector).ok().flatten();
        if let Some(cell) = found.and_then(|cell| cell.dyn_into::<HtmlElement>().ok()) {
            let nearest = ScrollIntoViewOptions::new();
            nearest.set_block(ScrollLogicalPosition::Nearest);
            nearest.set_inline(ScrollLogicalPosition::Nearest);
            cell.scroll_into_view_with_scroll_into_view_options(&nearest);
        }
    }

    /// Enters texts into cells, as if they had been typed there one after another, in one act.
    pub fn enter_texts(self, texts: impl IntoIterator<Item = (Spot, String)>) -> Option<Entered> {
        // What the cells before in the same row came to: the whole of a part may be among them.
        let mut rows: HashMap<usize, Return> = HashMap::new();
        let mut cells: Vec<(UnitId, CellKey, Option<Cell>)> = Vec::new();
        let (form, period) = self.plan.with_value(|plan| (plan.form.id.clone(), plan.period.clone()));
        let mut invalid = 0;
        for (spot, text) in texts {
            let (Some(unit), Some(key)) = (self.unit(spot.unit), self.column(spot, |column| column.key.clone())) else {
                continue;
            };
            if self.is_not_asked(spot) {
                continue;
            }
            // All of it is one act: where a part is only read, nothing changes.
            if !rows.contains_key(&spot.unit) && self.refuses(spot.unit) {
                return None;
            }
            let found = rows.entry(spot.unit).or_insert_with(|| {
                let found = self.row_now(spot.unit).found;
                found.unwrap_or_else(|| Return::new(form.clone(), unit.clone(), period.clone()))
            });
            let Some((cell, not_understood)) = self.entered(spot, Some(found), &text) else {
                continue;
            };
            if cell.as_ref() == found.cells.get(&key) {
                continue;
            }
            invalid += usize::from(not_understood);
            match &cell {
                Some(cell) => found.cells.insert(key.clone(), cell.clone()),
                None => found.cells.remove(&key),
            };
            cells.push((unit, key, cell));
        }
        let changed = cells.len();
        let done = self.lens.workspace().set_cells_of(&form, &period, cells)?;
        Some(Entered { done, changed, invalid })
    }

    /// Empties every selected cell.
    pub fn clear_selected(self) {
        let Some(area) = self.area_now() else { return };
        let texts = area.each().filter_map(|at| Some((self.spot_at(at)?, String::new())));
        if let Some(entered) = self.enter_texts(texts)
            && entered.changed > 1
        {
            let said = cells_cleared(self.lang.get_untracked(), entered.changed);
            self.offer_undo(said, entered.done);
        }
    }

    /// Fills the first row of the selection down over the others; of one cell alone, what stands above it. The heads of
    /// groups are passed over.
    pub fn fill_down(self) {
        self.commit();
        let Some(mut area) = self.area_now() else { return };
        let is_unit = |row: &usize| {
            let row = self.shown.with_untracked(|shown| shown.get(*row).copied());
            row.is_some_and(|row| self.group_at(row).is_none())
        };
        if area.rows.len() == 1 {
            let Some(above) = (0..area.rows.start).rev().find(is_unit) else {
                return;
            };
            area.rows.start = above;
        }
        let Some(first) = area.rows.clone().find(is_unit) else {
            return;
        };
        let texts = area.each().filter(|at| at.row > first).filter_map(|at| {
            let text = self.value_text(self.spot_at(At { row: first, ..at })?);
            Some((self.spot_at(at)?, text))
        });
        if let Some(entered) = self.enter_texts(texts)
            && entered.changed > 1
        {
            let said = cells_filled(self.lang.get_untracked(), entered.changed);
            self.offer_undo(said, entered.done);
        }
    }

    /// Says what was done and offers to undo it.
    pub fn offer_undo(self, said: String, done: Done) {
        let workspace = self.lens.workspace();
        self.toasts.offer_undo(said, move || workspace.undo_of(&done));
    }
}
