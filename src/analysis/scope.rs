//! Whose figures a question is about, and the day they are seen from.

use super::calendar::{Slot, slots_of_form};
use super::reading::Readings;
use crate::catalogue::Catalogue;
use crate::model::date::Date;
use crate::model::id::{FormId, SectorId, UnitId};
use crate::model::indicator::Operand;
use crate::model::ledger::Ledger;
use crate::model::period::Period;
use crate::model::sort::SmallSort;
use crate::model::tree::UnitTree;
use crate::model::unit::{Unit, UnitKind};
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fmt;
use std::rc::Rc;

/// Which units figures of earlier periods stand under.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum UnitsAs {
    /// Under the units of that time (đơn vị theo từng thời điểm): by the name, the place and the sector they had then.
    #[default]
    Then,
    /// Under those of today (quy về đơn vị hiện nay): the figures of units that became one are counted under that one.
    /// What was split stays whole, under the unit that it was. Totals of what is added up over time are the same.
    Now,
}

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
    /// Which units earlier figures stand under.
    pub units_as: UnitsAs,
    /// What was read through this scope and those made of it.
    read: Rc<RefCell<AlreadyRead<'a>>>,
}

/// One reading of the returns, with what it is of.
struct Reading<'a> {
    today: Date,
    root: UnitId,
    sector: Option<SectorId>,
    units_as: UnitsAs,
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

/// Stands for the units of no known sector.
const NO_SECTOR: &str = "";

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
            units_as: UnitsAs::Then,
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
                && of.units_as == self.units_as
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
            units_as: self.units_as,
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

    /// The same question of each sector, in the order of the bloc's list, and of the units of no known one.
    pub(crate) fn by_sector(&self) -> Vec<(Option<SectorId>, Scope<'a>)> {
        let sectors = self.ledger.sectors.iter();
        let sectors = sectors.filter(|of| self.sector.is_none() || self.sector.as_ref() == Some(&of.id));
        let mut scopes: Vec<_> = sectors
            .map(|of| (Some(of.id.clone()), self.in_sector(Some(of.id.clone()))))
            .collect();
        if self.sector.is_none() {
            scopes.push((None, self.in_sector(Some(SectorId::new(NO_SECTOR)))));
        }
        scopes
    }

    /// The same question with earlier figures under the units of that time, or under those of today.
    pub fn with_units_as(&self, units_as: UnitsAs) -> Scope<'a> {
        Scope {
            units_as,
            ..self.clone()
        }
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
        let is_asked = |unit: &Unit, slots: &[Slot]| {
            found.unit_kinds.contains(&unit.kind)
                && unit.exists_within(first.start, last.end)
                && slots.iter().any(|slot| {
                    (slot.has_begun() || !any_begun) && unit.exists_on(slot.reference_day(self.today))
                        || self.has_values(form, &slot.period, &unit.id)
                })
        };
        if !self.ledger.units.has_past() {
            let mut units = self.subtree(&self.ledger.units);
            units.retain(|unit| is_asked(unit, slots));
            return units;
        }
        // Units stood elsewhere: each stretch of slots in one tree is asked by itself, the last one first, so that a unit
        // stands as what it was last.
        let tree = |slot: &Slot| self.tree_on(slot.reference_day(self.today));
        let mut units: Vec<&'a Unit> = Vec::new();
        let mut seen: BTreeSet<&'a UnitId> = BTreeSet::new();
        for stretch in slots.chunk_by(|a, b| std::ptr::eq(tree(a), tree(b))).rev() {
            let Some(first) = stretch.first() else { continue };
            let there = self.subtree(tree(first)).into_iter();
            units.extend(there.filter(|unit| is_asked(unit, stretch) && seen.insert(&unit.id)));
        }
        let places = self.ledger.units.places();
        units.small_sort_by_key(|unit| places.get(&unit.id).copied());
        units
    }

    /// The units of `kinds` that exist on the last day of `period` (or on the day it is seen from, or its
    /// first day when it lies ahead), in the official order.
    pub fn units_of_kinds(&self, kinds: &[UnitKind], period: &Period) -> Vec<&'a Unit> {
        let Some((start, end)) = self.ledger.span(period) else {
            return Vec::new();
        };
        let day = end.min(self.today).max(start);
        let mut units = self.subtree(self.tree_on(day));
        units.retain(|unit| kinds.contains(&unit.kind) && unit.exists_on(day));
        units
    }

    /// The unit whose figures a unit's are: its own, or, as of today, those of the one that took it over.
    pub(crate) fn counted_as(&self, unit: &'a Unit) -> &'a Unit {
        match self.units_as {
            UnitsAs::Then => unit,
            UnitsAs::Now => self.ledger.units.present(&unit.id, self.today).unwrap_or(unit),
        }
    }

    /// The tree that units stand in on a day.
    fn tree_on(&self, day: Date) -> &'a UnitTree {
        match self.units_as {
            UnitsAs::Then => self.ledger.units.on(day),
            UnitsAs::Now => &self.ledger.units,
        }
    }

    /// Whether a unit stood in the subtree and the sector on a day. Costs nothing where no unit was ever moved.
    pub(crate) fn holds_on(&self, unit: &'a Unit, day: Date) -> bool {
        if self.units_as == UnitsAs::Now || !self.ledger.units.has_past() {
            return true;
        }
        let tree = self.tree_on(day);
        let Some(then) = tree.get(&unit.id) else { return false };
        self.is_of_sector(then)
            && (then.id == self.root || tree.ancestors(&then.id).iter().any(|above| above.id == self.root))
    }

    fn is_of_sector(&self, unit: &Unit) -> bool {
        match &self.sector {
            None => true,
            Some(none) if none.as_str() == NO_SECTOR => !self
                .ledger
                .sectors
                .iter()
                .any(|of| Some(&of.id) == unit.sector.as_ref()),
            some => unit.sector == *some,
        }
    }

    /// Every unit of the subtree and the sector, whatever its kind and dates; as of today, those too that are counted
    /// under one of them.
    fn subtree(&self, tree: &'a UnitTree) -> Vec<&'a Unit> {
        if self.units_as == UnitsAs::Now && tree.iter().any(|unit| unit.succession.is_some()) {
            let mut within: BTreeSet<&UnitId> = BTreeSet::new();
            within.extend(tree.subtree(&self.root).into_iter().map(|unit| &unit.id));
            let mut units = tree.in_order();
            units.retain(|unit| {
                let present = self.counted_as(unit);
                within.contains(&present.id) && self.is_of_sector(present)
            });
            return units;
        }
        let mut units = tree.subtree(&self.root);
        units.retain(|unit| self.is_of_sector(unit));
        units
    }

    /// Every unit that a question of this scope can be about, and perhaps others, in the official order: to put answers
    /// in order.
    pub(crate) fn in_order(&self) -> Vec<&'a Unit> {
        match self.units_as == UnitsAs::Now || self.ledger.units.has_past() {
            true => self.ledger.units.in_order(),
            false => self.ledger.units.subtree(&self.root),
        }
    }

    fn has_values(&self, form: &FormId, period: &Period, unit: &UnitId) -> bool {
        self.ledger
            .find(form, period, unit)
            .is_some_and(|found| found.has_values())
    }
}
