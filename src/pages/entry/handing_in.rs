//! Handing returns in and taking them back, and the day that their counts stand for.

use leptos::prelude::*;

use super::desk::Desk;
use super::edit::{with_as_of, with_status};
use super::plan::Plan;
use crate::i18n::entry::{ENTRY, submitted_units};
use crate::model::date::Date;
use crate::model::id::UnitId;
use crate::model::record::Record;
use crate::model::returns::{Return, ReturnStatus};

impl Desk {
    fn stored(self, unit: &UnitId) -> Option<Record> {
        let id = self
            .plan
            .with_value(|plan| Return::record_id(&plan.form.id, &plan.period, unit));
        self.lens.workspace().record(&id)
    }

    /// Sets the date that a unit's counts stand for.
    pub fn set_as_of(self, place: usize, date: Option<Date>) {
        let Some(unit) = self.unit(place) else { return };
        let stored = self.stored(&unit);
        let record = self
            .plan
            .with_value(|plan| with_as_of(&plan.of(&unit), stored.as_ref(), date));
        self.lens.workspace().edit(vec![record]);
    }

    /// Hands in the returns of these units, or takes them back to be entered; offers to undo it.
    pub fn set_status(self, places: &[usize], status: &ReturnStatus) {
        self.commit();
        let lang = self.lang.get_untracked();
        let on = (*status == ReturnStatus::Submitted).then(|| untrack(|| self.lens.today()));
        let records = places
            .iter()
            .filter_map(|place| {
                let unit = self.unit(*place)?;
                let stored = self.stored(&unit);
                let record = |plan: &Plan| with_status(&plan.of(&unit), stored.as_ref(), status, on);
                Some(self.plan.with_value(record))
            })
            .collect();
        let workspace = self.lens.workspace();
        let Some(done) = workspace.edit(records) else { return };
        let said = match status {
            ReturnStatus::Submitted => submitted_units(lang, places.len()),
            _ => ENTRY.in_lang(lang).reopened.to_owned(),
        };
        self.toasts.offer_undo(said, move || workspace.undo_of(&done));
    }

    /// Hands a unit's return in, or takes it back where it is handed in. An empty one is not handed in.
    pub fn hand_in_or_back(self, place: usize) {
        let found = self.row_now(place).found;
        match found.map(|found| (found.has_values(), found.status)) {
            Some((true, ReturnStatus::Draft | ReturnStatus::SentBack(_))) => {
                self.set_status(&[place], &ReturnStatus::Submitted);
            }
            Some((_, ReturnStatus::Submitted)) => self.set_status(&[place], &ReturnStatus::Draft),
            _ => {}
        }
    }
}
