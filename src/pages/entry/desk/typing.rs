//! What is typed on its way into the books: begun, thrown away or entered, and what another tab wrote meanwhile.

use leptos::prelude::*;

use super::{Crossed, Desk, Draft, Spot};
use crate::exchange::cell_text::{Typed, enter, read};
use crate::i18n::entry::part_of;
use crate::model::returns::{Cell, CellValue, Return};
use crate::pages::entry::row::{Look, cell_text, shown_cell};

impl Desk {
    /// Takes what the input now says.
    pub fn type_into(self, spot: Spot, text: String) {
        self.select_one();
        let going_on = self
            .draft
            .with_untracked(|draft| draft.clone().filter(|draft| draft.spot == spot));
        let (base, caret) = match going_on {
            Some(draft) => (draft.base, draft.caret),
            None => (self.value_text(spot), false),
        };
        self.draft.set(Some(Draft {
            spot,
            text,
            base,
            caret,
        }));
    }

    /// Begins to edit the text that is there.
    pub fn edit_text(self, spot: Spot) {
        let text = self.value_text(spot);
        self.draft.set(Some(Draft {
            spot,
            base: text.clone(),
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
        // Another tab may have written the cell meanwhile: what was typed last stands, the other value is offered.
        let theirs = self.value_text(draft.spot);
        self.enter_text(draft.spot, &draft.text);
        let ours = self.value_text(draft.spot);
        if theirs != draft.base && theirs != ours && ours != draft.base {
            self.conflicts.update(|all| {
                all.insert(draft.spot, Crossed { theirs, ours });
            });
        }
    }

    /// Settles a conflict: the value that stands is kept, or the other one is taken.
    pub fn settle(self, spot: Spot, take_theirs: bool) {
        let crossed = self.conflicts.with_untracked(|all| all.get(&spot).cloned());
        self.conflicts.update(|all| {
            all.remove(&spot);
        });
        if let Some(crossed) = crossed.filter(|_| take_theirs) {
            self.enter_text(spot, &crossed.theirs);
        }
    }

    /// What another tab wrote into a cell while it was typed in here, as long as what was typed here stands; follows it.
    pub fn conflict(self, spot: Spot) -> Option<String> {
        let crossed = self.conflicts.with(|all| all.get(&spot).cloned())?;
        (self.value_text(spot) == crossed.ours).then_some(crossed.theirs)
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
        if self.is_not_asked(spot) || self.refuses(spot.unit) {
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
