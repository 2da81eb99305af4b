//! What becomes of units from a day on: several become one, one becomes several, another name, another place, an end.
//! Each is worked out whole before it is done, so that a person sees what it comes to. Nothing is stored here.

use super::change::{kinds_below, next_order};
use crate::analysis::Scope;
use crate::model::date::Date;
use crate::model::id::{SectorId, UnitId};
use crate::model::period::Period;
use crate::model::tree::UnitTree;
use crate::model::unit::{Earlier, Succession, SuccessionKind, Unit, UnitKind};
use thiserror::Error;

/// A unit that is made by it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fresh {
    /// Its identifier.
    pub id: UnitId,
    /// Its name.
    pub name: String,
    /// Its kind.
    pub kind: UnitKind,
}

/// What becomes of which units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// Several become one that is there already.
    Absorb {
        /// Those that end.
        units: Vec<UnitId>,
        /// The one that goes on.
        into: UnitId,
    },
    /// Several become a new one.
    Merge {
        /// Those that end.
        units: Vec<UnitId>,
        /// The one that begins.
        into: Fresh,
    },
    /// One becomes several new ones.
    Split {
        /// The one that ends.
        unit: UnitId,
        /// Those that begin.
        into: Vec<Fresh>,
    },
    /// It goes on under another name.
    Rename {
        /// Which.
        unit: UnitId,
        /// Its new name.
        name: String,
        /// Its new short name; empty for none.
        short_name: String,
    },
    /// It goes on below another unit, or in another sector.
    Move {
        /// Which.
        unit: UnitId,
        /// Below which unit.
        parent: UnitId,
        /// In which sector.
        sector: Option<SectorId>,
    },
    /// It ends; another may go on with what it did.
    Close {
        /// Which.
        unit: UnitId,
        /// Who goes on with it.
        into: Option<UnitId>,
    },
}

/// Why it cannot be done. The remedy is worded in `i18n/reorganise.rs`.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Refusal {
    /// No day is given.
    #[error("no day")]
    NoDay,
    /// A name is missing.
    #[error("a unit needs a name")]
    NoName,
    /// A name that another unit has.
    #[error("{0} is there already")]
    NameTaken(String),
    /// Merging takes two units, splitting makes two.
    #[error("fewer than two units")]
    TooFew,
    /// A unit cannot become itself.
    #[error("{0} cannot become itself")]
    IntoItself(String),
    /// Nothing would be other than it is.
    #[error("nothing changes")]
    NothingChanges,
    /// It does not exist on the day before, or ends before the day.
    #[error("{name} does not exist on the day before {day}")]
    NotThere {
        /// Its name.
        name: String,
        /// The day.
        day: Date,
    },
    /// It was renamed or moved later than that.
    #[error("{name} was changed on {last} already")]
    ChangedSince {
        /// Its name.
        name: String,
        /// The first day of its last change.
        last: Date,
    },
    /// It has figures of periods that begin on the day or later.
    #[error("{name} has figures for {period}")]
    HasFigures {
        /// Its name.
        name: String,
        /// The first such period.
        period: Period,
    },
    /// It would stand below itself.
    #[error("{0} cannot stand below itself")]
    BelowItself(String),
    /// No unit can stand below that kind of unit.
    #[error("nothing stands below {0}")]
    NothingBelow(String),
    /// Units below it would be left without one above.
    #[error("{count} units stand below {name}")]
    LeavesUnits {
        /// Its name.
        name: String,
        /// How many.
        count: usize,
    },
    /// The bloc committee itself cannot end or move.
    #[error("the bloc committee stays")]
    Root,
}

/// What it comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The units that are stored, as one act.
    pub units: Vec<Unit>,
    /// Grassroots organisations on the day before, and on the day.
    pub counts: (usize, usize),
    /// Units that end the day before, by name, each with how many returns of the day's year stay with it.
    pub ended: Vec<(String, usize)>,
    /// Units that begin on the day, by name.
    pub begun: Vec<String>,
    /// Units that stand below another one from the day on, with the other one's name: units below those that end too.
    pub moved: Vec<(String, String)>,
    /// Targets of the day's year and later that stay with units that end.
    pub targets: usize,
}

/// Works out what becomes of units from `day` on.
///
/// # Errors
/// [`Refusal`] for the first thing that cannot be.
pub fn outcome(scope: &Scope<'_>, act: &Act, day: Option<Date>) -> Result<Outcome, Refusal> {
    let work = Work {
        scope,
        tree: &scope.ledger.units,
        day: day.ok_or(Refusal::NoDay)?,
    };
    let units = match act {
        Act::Absorb { units, into } => work.absorb(units, into),
        Act::Merge { units, into } => work.merge(units, into),
        Act::Split { unit, into } => work.split(unit, into),
        Act::Rename { unit, name, short_name } => work.rename(unit, name, short_name),
        Act::Move { unit, parent, sector } => work.relocate(unit, parent, sector.as_ref()),
        Act::Close { unit, into } => work.close(unit, into.as_ref()),
    }?;
    Ok(work.told(units))
}

struct Work<'w, 'a> {
    scope: &'w Scope<'a>,
    tree: &'a UnitTree,
    day: Date,
}

impl<'a> Work<'_, 'a> {
    fn eve(&self) -> Date {
        self.day.plus_days(-1)
    }

    /// A unit that can be changed from the day on: it exists the day before and on the day.
    fn unit(&self, id: &UnitId) -> Result<&'a Unit, Refusal> {
        let unit = self.tree.get(id).ok_or(Refusal::NothingChanges)?;
        if !unit.exists_on(self.eve()) || unit.valid_to.is_some() {
            return Err(Refusal::NotThere {
                name: unit.name.clone(),
                day: self.day,
            });
        }
        match unit.earlier.last() {
            Some(was) if self.day <= was.until.plus_days(1) => Err(Refusal::ChangedSince {
                name: unit.name.clone(),
                last: was.until.plus_days(1),
            }),
            _ => Ok(unit),
        }
    }

    /// One that can end the day before: it has no figures of later periods.
    fn ending(&self, id: &UnitId) -> Result<&'a Unit, Refusal> {
        let unit = self.unit(id)?;
        if unit.parent.is_none() {
            return Err(Refusal::Root);
        }
        let begins = |period: &Period| self.scope.ledger.span(period).map(|(start, _)| start);
        let later = self.returns(id).filter(|period| begins(period) >= Some(self.day));
        match later.min_by_key(|period| begins(period)) {
            Some(period) => Err(Refusal::HasFigures {
                name: unit.name.clone(),
                period: period.clone(),
            }),
            None => Ok(unit),
        }
    }

    /// The periods for which a unit has handed in figures.
    fn returns(&self, id: &UnitId) -> impl Iterator<Item = &'a Period> {
        let ledger = self.scope.ledger;
        let forms = self.scope.catalogue.forms().iter();
        let periods = forms.flat_map(move |form| ledger.periods_of(&form.id));
        let has = move |returns: &crate::model::ledger::ReturnsOfPeriod| {
            returns.get(id).is_some_and(|found| found.has_values())
        };
        periods
            .filter(move |(_, returns)| has(returns))
            .map(|(period, _)| period)
    }

    fn ended(&self, unit: &Unit, kind: SuccessionKind, into: Vec<UnitId>) -> Unit {
        Unit {
            valid_to: Some(self.eve()),
            succession: (!into.is_empty()).then_some(Succession { kind, into }),
            ..unit.clone()
        }
    }

    /// A unit that begins on the day in the place of another.
    fn begun(&self, fresh: &Fresh, like: &Unit, ending: &[UnitId], order: u32) -> Result<Unit, Refusal> {
        let name = self.name(&fresh.name, ending)?;
        Ok(Unit {
            sector: like.sector.clone(),
            order,
            valid_from: Some(self.day),
            ..Unit::new(fresh.id.clone(), like.parent.clone(), fresh.kind, name)
        })
    }

    /// A name that no other unit has that goes on. One that ends may leave its name to its successor.
    fn name(&self, name: &str, leaving: &[UnitId]) -> Result<String, Refusal> {
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let same = |unit: &Unit| unit.name == name && !leaving.contains(&unit.id) && unit.exists_on(self.day);
        match name.is_empty() {
            true => Err(Refusal::NoName),
            false if self.tree.iter().any(same) => Err(Refusal::NameTaken(name)),
            false => Ok(name),
        }
    }

    /// The unit as it is from the day on, with what it was until then.
    fn changed(&self, unit: &Unit, change: impl FnOnce(&mut Unit)) -> Unit {
        let mut after = unit.clone();
        after.earlier.push(Earlier {
            until: self.eve(),
            name: unit.name.clone(),
            short_name: unit.short_name.clone(),
            parent: unit.parent.clone(),
            kind: unit.kind,
            sector: unit.sector.clone(),
        });
        change(&mut after);
        after
    }

    /// The units below one that ends, below another from the day on.
    fn take_over(&self, from: &Unit, to: &Unit) -> Result<Vec<Unit>, Refusal> {
        let mut found = Vec::new();
        for child in self.tree.children(&from.id).filter(|child| child.exists_on(self.day)) {
            let child = match child.valid_from {
                // One that begins on the day has never stood elsewhere.
                Some(first) if first >= self.day => child,
                _ => self.unit(&child.id)?,
            };
            if !kinds_below(to.kind).contains(&child.kind) {
                return Err(Refusal::NothingBelow(to.name.clone()));
            }
            found.push(self.changed(child, |after| after.parent = Some(to.id.clone())));
        }
        Ok(found)
    }

    fn all_end(&self, units: &[UnitId], into: &Unit, kind: SuccessionKind) -> Result<Vec<Unit>, Refusal> {
        let mut found = Vec::new();
        for id in units {
            let unit = self.ending(id)?;
            if self.tree.ancestors(&into.id).iter().any(|above| above.id == *id) {
                return Err(Refusal::BelowItself(unit.name.clone()));
            }
            let below = self.take_over(unit, into)?;
            found.extend(below.into_iter().filter(|child| !units.contains(&child.id)));
            found.push(self.ended(unit, kind, vec![into.id.clone()]));
        }
        Ok(found)
    }

    fn absorb(&self, units: &[UnitId], into: &UnitId) -> Result<Vec<Unit>, Refusal> {
        let one = self.unit(into)?;
        if units.contains(into) {
            return Err(Refusal::IntoItself(one.name.clone()));
        }
        match units.is_empty() {
            true => Err(Refusal::TooFew),
            false => self.all_end(units, one, SuccessionKind::Merge),
        }
    }

    fn merge(&self, units: &[UnitId], into: &Fresh) -> Result<Vec<Unit>, Refusal> {
        let (Some(first), true) = (units.first(), units.iter().any(|unit| Some(unit) != units.first())) else {
            return Err(Refusal::TooFew);
        };
        let first = self.ending(first)?;
        let one = self.begun(into, first, units, first.order)?;
        let mut found = self.all_end(units, &one, SuccessionKind::Merge)?;
        found.push(one);
        Ok(found)
    }

    fn split(&self, unit: &UnitId, into: &[Fresh]) -> Result<Vec<Unit>, Refusal> {
        let whole = self.ending(unit)?;
        if into.len() < 2 {
            return Err(Refusal::TooFew);
        }
        let last = whole.parent.as_ref().map_or(0, |parent| next_order(self.tree, parent));
        let mut found: Vec<Unit> = Vec::new();
        for (order, fresh) in (last..).zip(into) {
            let order = if found.is_empty() { whole.order } else { order - 1 };
            let part = self.begun(fresh, whole, std::slice::from_ref(unit), order)?;
            if found.iter().any(|other| other.name == part.name) {
                return Err(Refusal::NameTaken(part.name));
            }
            found.push(part);
        }
        // Who goes where among the units below is not known here: they stand below the first that can have any.
        let ids = found.iter().map(|part| part.id.clone()).collect();
        let first = found
            .iter()
            .find(|part| !kinds_below(part.kind).is_empty())
            .unwrap_or(&found[0]);
        let below = self.take_over(whole, first)?;
        found.push(self.ended(whole, SuccessionKind::Split, ids));
        found.extend(below);
        Ok(found)
    }

    fn rename(&self, unit: &UnitId, name: &str, short_name: &str) -> Result<Vec<Unit>, Refusal> {
        let unit = self.unit(unit)?;
        let (name, short_name) = (self.name(name, std::slice::from_ref(&unit.id))?, short_name.trim());
        if name == unit.name && short_name == unit.short_name {
            return Err(Refusal::NothingChanges);
        }
        Ok(vec![self.changed(unit, |after| {
            after.name = name;
            after.short_name = short_name.to_owned();
        })])
    }

    fn relocate(&self, unit: &UnitId, parent: &UnitId, sector: Option<&SectorId>) -> Result<Vec<Unit>, Refusal> {
        let unit = self.unit(unit)?;
        if unit.parent.is_none() {
            return Err(Refusal::Root);
        }
        if unit.parent.as_ref() == Some(parent) && unit.sector.as_ref() == sector {
            return Err(Refusal::NothingChanges);
        }
        let above = self.tree.get(parent).ok_or(Refusal::NothingChanges)?;
        if above.id == unit.id || self.tree.ancestors(parent).iter().any(|above| above.id == unit.id) {
            return Err(Refusal::BelowItself(unit.name.clone()));
        }
        if !above.exists_on(self.day) || above.valid_to.is_some() {
            return Err(Refusal::NotThere {
                name: above.name.clone(),
                day: self.day,
            });
        }
        let kinds = kinds_below(above.kind);
        let has_below = self.tree.children(&unit.id).any(|child| child.exists_on(self.day));
        let can_have = |kind: &&UnitKind| !has_below || !kinds_below(**kind).is_empty();
        let kind = match kinds.contains(&unit.kind) {
            true => Some(&unit.kind),
            false => kinds.iter().find(can_have),
        };
        let kind = *kind.ok_or_else(|| Refusal::NothingBelow(above.name.clone()))?;
        let is_there = unit.parent.as_ref() == Some(parent);
        Ok(vec![self.changed(unit, |after| {
            if !is_there {
                after.order = next_order(self.tree, parent);
            }
            after.parent = Some(parent.clone());
            after.sector = sector.cloned();
            after.kind = kind;
        })])
    }

    fn close(&self, unit: &UnitId, into: Option<&UnitId>) -> Result<Vec<Unit>, Refusal> {
        let unit = self.ending(unit)?;
        if let Some(into) = into {
            return self.absorb(std::slice::from_ref(&unit.id), into);
        }
        let count = self
            .tree
            .children(&unit.id)
            .filter(|child| child.exists_on(self.day))
            .count();
        match count {
            0 => Ok(vec![self.ended(unit, SuccessionKind::Merge, Vec::new())]),
            _ => Err(Refusal::LeavesUnits {
                name: unit.name.clone(),
                count,
            }),
        }
    }

    /// What it comes to.
    fn told(&self, units: Vec<Unit>) -> Outcome {
        let after = UnitTree::new(self.tree.iter().cloned().chain(units.iter().cloned()));
        let grassroots = |tree: &UnitTree, day| tree.root().map_or(0, |root| tree.grassroots(&root.id, day).len());
        let year = self.day.year();
        let name_of = |id: &UnitId| after.get(id).map_or_else(String::new, |unit| unit.name.clone());
        let mut told = Outcome {
            counts: (grassroots(self.tree, self.eve()), grassroots(&after, self.day)),
            ended: Vec::new(),
            begun: Vec::new(),
            moved: Vec::new(),
            targets: 0,
            units: Vec::new(),
        };
        for unit in &units {
            if unit.valid_to == Some(self.eve()) {
                let ledger = self.scope.ledger;
                let of_year = |period: &&Period| ledger.span(period).is_some_and(|(_, end)| end.year() == year);
                told.ended
                    .push((unit.name.clone(), self.returns(&unit.id).filter(of_year).count()));
                let ahead = |end: Date| end >= self.day;
                let targets = ledger.targets_of(&unit.id);
                told.targets += targets
                    .filter(|of| ledger.span(&of.period).is_some_and(|(_, end)| ahead(end)))
                    .count();
            } else if unit.valid_from == Some(self.day) && self.tree.get(&unit.id).is_none() {
                told.begun.push(unit.name.clone());
            } else if let Some(before) = self.tree.get(&unit.id).filter(|before| before.parent != unit.parent) {
                told.moved.push((
                    before.name.clone(),
                    unit.parent.as_ref().map_or_else(String::new, name_of),
                ));
            }
        }
        told.units = units;
        told
    }
}

#[cfg(test)]
mod tests;
