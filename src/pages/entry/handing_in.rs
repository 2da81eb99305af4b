//! Handing returns in, taking them back, accepting them and sending them back, from the sheet and from the form of one
//! unit; and the day that their counts stand for.

use leptos::prelude::*;

use super::desk::Desk;
use super::edit::with_as_of;
use super::lock::may_set;
use super::tally::Tally;
use crate::i18n::returns::Whose;
use crate::model::date::Date;
use crate::model::id::UnitId;
use crate::model::record::{Record, RecordKind};
use crate::model::returns::{Deed, Return, ReturnStatus};

impl Desk {
    fn stored(self, unit: &UnitId) -> Option<Record> {
        let id = self
            .plan
            .with_value(|plan| Return::record_id(&plan.form.id, &plan.period, unit));
        self.lens.workspace().record(&id)
    }

    /// Sets the date that a unit's counts stand for.
    pub fn set_as_of(self, place: usize, date: Option<Date>) {
        let Some(unit) = self.unit(place).filter(|_| !self.refuses(place)) else {
            return;
        };
        let stored = self.stored(&unit);
        let record = self
            .plan
            .with_value(|plan| with_as_of(&plan.of(&unit), stored.as_ref(), date));
        self.lens.workspace().edit(vec![record]);
    }

    /// Does a deed with the returns of these units, as one act; offers to undo it.
    pub fn act(self, places: &[usize], deed: &Deed) {
        self.commit();
        let papers = places
            .iter()
            .filter_map(|place| {
                let unit = self.unit(*place)?;
                Some(self.plan.with_value(|plan| plan.of(&unit)))
            })
            .collect();
        self.papers.act(papers, deed);
    }

    /// Does the next thing with a unit's return: hands it in, or accepts it where it is handed in. An empty one is not handed in.
    pub fn act_next(self, place: usize) {
        let next = self.next_deed(place, self.row_now(place).found.as_ref());
        match untrack(|| next) {
            Some(deed) => self.act(&[place], &deed),
            None => {
                self.refuses(place);
            }
        }
    }

    /// What this account does next with a return; `None` where nothing is. Follows its rights and the closing.
    pub fn next_deed(self, place: usize, found: Option<&Return>) -> Option<Deed> {
        let found = found?;
        next_deed(found).filter(|deed| self.may(place, found, deed))
    }

    /// The rows that the menu is for: those selected, the one whose state is active, else all that are shown. Follows them.
    pub fn meant(self) -> (Vec<usize>, Whose) {
        let spot = self.active.get();
        let area = self.area().filter(|area| !area.is_one());
        self.shown.with(|shown| match area {
            Some(area) => {
                let selected = shown.get(area.rows.clone()).unwrap_or_default();
                (selected.to_vec(), Whose::Selected)
            }
            None if spot.column >= self.columns() => (vec![spot.unit], Whose::Selected),
            None => (shown.clone(), Whose::Shown),
        })
    }

    /// The units whose draft is handed in with the others; follows the books and the account.
    pub fn ready(self) -> Vec<usize> {
        let drafts = self.tally(Tally::ready);
        let is_open = self.actor.with(Option::is_none) && self.closing.with(Option::is_none);
        if is_open {
            drafts
        } else {
            self.fit_for(&drafts, &Deed::HandIn)
        }
    }

    /// Those of some units whose return is one for a deed; follows the books.
    pub fn fit_for(self, places: &[usize], deed: &Deed) -> Vec<usize> {
        if self.closing.with(Option::is_some) {
            return Vec::new();
        }
        let actor = self.actor.get();
        let actor = actor.as_ref();
        self.plan.with_value(|plan| {
            self.lens.ledger(|ledger| {
                let Some(of_period) = ledger.returns_of(&plan.form.id, &plan.period) else {
                    return Vec::new();
                };
                let writes = |unit| actor.is_none_or(|it| it.may_write_in(RecordKind::Return, unit, &ledger.units));
                let fits = |place: &&usize| {
                    let unit = plan.units.get(**place);
                    let found = unit.and_then(|unit| of_period.get(&unit.id));
                    found.is_some_and(|found| {
                        found.is_fit_for(deed) && may_set(actor, found, deed) && writes(&found.unit)
                    })
                };
                places.iter().filter(fits).copied().collect()
            })
        })
    }
}

/// What is done next with a return; `None` where nothing is.
fn next_deed(found: &Return) -> Option<Deed> {
    match found.status {
        ReturnStatus::Draft | ReturnStatus::SentBack(_) => found.has_values().then_some(Deed::HandIn),
        ReturnStatus::Submitted | ReturnStatus::Amended => Some(Deed::Accept),
        ReturnStatus::Accepted => None,
    }
}
