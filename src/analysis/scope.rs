//! Whose figures a question is about, and the day they are seen from.

use super::calendar::{Slot, slots_of_form};
use crate::catalogue::Catalogue;
use crate::model::date::Date;
use crate::model::id::{FormId, SectorId, UnitId};
use crate::model::ledger::Ledger;
use crate::model::period::Period;
use crate::model::unit::{Unit, UnitKind};

/// A part of the bloc, seen on a day. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Scope<'a> {
    /// The bloc's books.
    pub ledger: &'a Ledger,
    /// What is counted.
    pub catalogue: &'a Catalogue,
    /// The day that figures are seen from. Figures for later days are plans.
    pub today: Date,
    /// The unit whose subtree is looked at.
    pub root: UnitId,
    /// Only units of this sector.
    pub sector: Option<SectorId>,
}

impl<'a> Scope<'a> {
    /// The whole bloc, seen on its profile's day or on the device's `today`. A workspace without any
    /// unit gives a scope of no units.
    pub fn whole(ledger: &'a Ledger, catalogue: &'a Catalogue, today: Date) -> Scope<'a> {
        Scope {
            ledger,
            catalogue,
            today: ledger.seen_on(today),
            root: ledger.root().map_or_else(|| UnitId::new(""), |root| root.id.clone()),
            sector: None,
        }
    }

    /// The same question about a unit and what is below it, whatever its sector.
    pub fn at(&self, unit: &UnitId) -> Scope<'a> {
        Scope {
            root: unit.clone(),
            sector: None,
            ..self.clone()
        }
    }

    /// The same question about one sector; `None` for all.
    pub fn in_sector(&self, sector: Option<SectorId>) -> Scope<'a> {
        Scope { sector, ..self.clone() }
    }

    /// The same question on another day.
    pub fn on(&self, today: Date) -> Scope<'a> {
        Scope { today, ..self.clone() }
    }

    /// The units that report `form` for `period`, in the official order: of the form's kinds, in the
    /// subtree and the sector, and existing when one of the form's periods within `period` closes.
    /// A unit that ended before that and has handed in values is among them too, so that no figure is lost.
    pub fn units(&self, form: &FormId, period: &Period) -> Vec<&'a Unit> {
        let slots = slots_of_form(self, form, period);
        self.units_for(form, &slots)
    }

    pub(crate) fn units_for(&self, form: &FormId, slots: &[Slot]) -> Vec<&'a Unit> {
        let (Some(found), Some(first), Some(last)) = (self.catalogue.form(form), slots.first(), slots.last()) else {
            return Vec::new();
        };
        // Once a slot has begun, the ones ahead do not decide who is expected.
        let any_begun = slots.iter().any(Slot::has_begun);
        let mut units = self.subtree();
        units.retain(|unit| {
            if !found.unit_kinds.contains(&unit.kind) || !unit.exists_within(first.start, last.end) {
                return false;
            }
            slots.iter().any(|slot| {
                (slot.has_begun() || !any_begun) && unit.exists_on(slot.reference_day(self.today))
                    || self.has_values(form, &slot.period, &unit.id)
            })
        });
        units
    }

    /// The units of `kinds` that exist on the last day of `period` (or on the day it is seen from, or its
    /// first day when it lies ahead), in the official order.
    pub fn units_of_kinds(&self, kinds: &[UnitKind], period: &Period) -> Vec<&'a Unit> {
        let Some((start, end)) = self.ledger.span(period) else {
            return Vec::new();
        };
        let day = end.min(self.today).max(start);
        let mut units = self.subtree();
        units.retain(|unit| kinds.contains(&unit.kind) && unit.exists_on(day));
        units
    }

    /// Every unit of the subtree and the sector, whatever its kind and dates.
    fn subtree(&self) -> Vec<&'a Unit> {
        let mut units = self.ledger.units.subtree(&self.root);
        if let Some(sector) = &self.sector {
            units.retain(|unit| unit.sector.as_ref() == Some(sector));
        }
        units
    }

    fn has_values(&self, form: &FormId, period: &Period, unit: &UnitId) -> bool {
        self.ledger
            .find(form, period, unit)
            .is_some_and(|found| found.has_values())
    }
}
