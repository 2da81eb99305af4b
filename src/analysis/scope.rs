//! Whose figures a question is about, and the day they are seen from.

use super::calendar::{Slot, slots_of_form};
use super::reading::Readings;
use crate::catalogue::Catalogue;
use crate::model::date::Date;
use crate::model::id::{FormId, SectorId, UnitId};
use crate::model::indicator::Operand;
use crate::model::ledger::Ledger;
use crate::model::period::Period;
use crate::model::unit::{Unit, UnitKind};
use std::cell::RefCell;
use std::fmt;
use std::rc::Rc;

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
    /// What was read through this scope and those made of it.
    read: Rc<RefCell<AlreadyRead<'a>>>,
}

/// One reading of the returns, with what it is of.
struct Reading<'a> {
    today: Date,
    root: UnitId,
    sector: Option<SectorId>,
    form: FormId,
    operand: Operand,
    period: Period,
    readings: Rc<Readings<'a>>,
}

/// Readings that are kept while a scope lives: a page asks the same for its sentence, its chart and its table. The
/// ledger cannot change under it, because the scope borrows it.
#[derive(Default)]
struct AlreadyRead<'a> {
    kept: Vec<Reading<'a>>,
    values: usize,
}

/// Readings of fewer values are as quick to read again as to find.
const WORTH_KEEPING: usize = 64;

/// How many values are kept at once: those of a year of 10,000 units several times.
const MOST_VALUES: usize = 500_000;

/// How many readings are kept at once.
const MOST_READINGS: usize = 64;

impl fmt::Debug for AlreadyRead<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} readings", self.kept.len())
    }
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
            read: Rc::default(),
        }
    }

    /// A reading that was made before.
    pub(crate) fn already_read(&self, form: &FormId, operand: &Operand, period: &Period) -> Option<Rc<Readings<'a>>> {
        let read = self.read.borrow();
        let same = |of: &&Reading<'a>| {
            of.period == *period
                && of.form == *form
                && of.operand == *operand
                && of.today == self.today
                && of.root == self.root
                && of.sector == self.sector
        };
        read.kept.iter().find(same).map(|of| of.readings.clone())
    }

    /// Keeps a reading for who asks the same again.
    pub(crate) fn keep_read(&self, form: &FormId, operand: &Operand, period: &Period, readings: &Rc<Readings<'a>>) {
        let values = readings.rows.len() * readings.slots.len();
        if values < WORTH_KEEPING {
            return;
        }
        let mut read = self.read.borrow_mut();
        if read.values + values > MOST_VALUES || read.kept.len() >= MOST_READINGS {
            *read = AlreadyRead::default();
        }
        read.values += values;
        read.kept.push(Reading {
            today: self.today,
            root: self.root.clone(),
            sector: self.sector.clone(),
            form: form.clone(),
            operand: operand.clone(),
            period: period.clone(),
            readings: readings.clone(),
        });
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
