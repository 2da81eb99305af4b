//! What became of the bloc's units over time: "73 → 70 → 72", and each unit's own history, read from the units.

use crate::model::date::Date;
use crate::model::id::UnitId;
use crate::model::tree::UnitTree;
use crate::model::unit::{Earlier, SuccessionKind, Unit};
use std::collections::BTreeMap;

/// Something that happened to units on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// A unit began, of no other.
    Begun(UnitId),
    /// A unit ended, and nothing followed.
    Ended(UnitId),
    /// Units ended and became one.
    Merged {
        /// Which.
        units: Vec<UnitId>,
        /// What they became.
        into: UnitId,
    },
    /// A unit ended and became several.
    Split {
        /// Which.
        unit: UnitId,
        /// What it became.
        into: Vec<UnitId>,
    },
    /// A unit went on under another name.
    Renamed {
        /// Which.
        unit: UnitId,
        /// The name it had.
        from: String,
        /// The name it got.
        to: String,
    },
    /// A unit went on below another one, or in another sector.
    Moved {
        /// Which.
        unit: UnitId,
        /// Below which unit it stood.
        from: Option<UnitId>,
        /// Below which unit it stands.
        to: Option<UnitId>,
    },
}

impl Event {
    /// The units that it is about.
    pub fn units(&self) -> Vec<&UnitId> {
        match self {
            Event::Begun(unit) | Event::Ended(unit) | Event::Renamed { unit, .. } | Event::Moved { unit, .. } => {
                vec![unit]
            }
            Event::Merged { units, into } => units.iter().chain([into]).collect(),
            Event::Split { unit, into } => [unit].into_iter().chain(into).collect(),
        }
    }
}

/// A day on which something happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The first day of what came.
    pub day: Date,
    /// What happened.
    pub events: Vec<Event>,
    /// Grassroots organisations on the day before, and on the day.
    pub counts: (usize, usize),
}

/// Everything that happened, the earliest day first. A unit's being there since before the books is nothing that happened.
pub fn steps(tree: &UnitTree) -> Vec<Step> {
    let mut days: BTreeMap<Date, Vec<Event>> = BTreeMap::new();
    let mut put = |day: Date, event: Event| days.entry(day).or_default().push(event);
    let mut merged: BTreeMap<(Date, UnitId), Vec<UnitId>> = BTreeMap::new();
    let followed: Vec<&UnitId> = tree
        .iter()
        .filter_map(|unit| unit.succession.as_ref())
        .flat_map(|then| &then.into)
        .collect();
    for unit in tree.in_order() {
        if let Some(from) = unit.valid_from
            && !followed.contains(&&unit.id)
        {
            put(from, Event::Begun(unit.id.clone()));
        }
        for (day, event) in changes(unit) {
            put(day, event);
        }
        let Some(day) = unit.valid_to.map(|to| to.plus_days(1)) else {
            continue;
        };
        match unit.succession.as_ref().map(|then| (then.kind, then.into.as_slice())) {
            Some((SuccessionKind::Merge | SuccessionKind::Rename | SuccessionKind::Move, [into])) => {
                let units = merged.entry((day, into.clone())).or_default();
                units.push(unit.id.clone());
            }
            Some((_, into)) if !into.is_empty() => put(
                day,
                Event::Split {
                    unit: unit.id.clone(),
                    into: into.to_vec(),
                },
            ),
            _ => put(day, Event::Ended(unit.id.clone())),
        }
    }
    for ((day, into), units) in merged {
        put(day, Event::Merged { units, into });
    }
    let on = |day: Date| tree.root().map_or(0, |root| tree.grassroots(&root.id, day).len());
    let step = |(day, events)| Step {
        day,
        events,
        counts: (on(day.plus_days(-1)), on(day)),
    };
    days.into_iter().map(step).collect()
}

/// The changes of a unit that went on: what it was beside what came after.
fn changes(unit: &Unit) -> Vec<(Date, Event)> {
    let now = Earlier {
        until: Date::EPOCH,
        name: unit.name.clone(),
        short_name: unit.short_name.clone(),
        parent: unit.parent.clone(),
        kind: unit.kind,
        sector: unit.sector.clone(),
    };
    let next = unit.earlier.iter().skip(1).chain([&now]);
    let mut found = Vec::new();
    for (was, is) in unit.earlier.iter().zip(next) {
        let day = was.until.plus_days(1);
        if was.name != is.name {
            found.push((
                day,
                Event::Renamed {
                    unit: unit.id.clone(),
                    from: was.name.clone(),
                    to: is.name.clone(),
                },
            ));
        }
        if was.parent != is.parent || was.sector != is.sector {
            found.push((
                day,
                Event::Moved {
                    unit: unit.id.clone(),
                    from: was.parent.clone(),
                    to: is.parent.clone(),
                },
            ));
        }
    }
    found
}

/// The steps that a unit took part in, with its own events alone.
pub fn of_unit(steps: &[Step], unit: &UnitId) -> Vec<Step> {
    let own = |step: &Step| Step {
        events: step
            .events
            .iter()
            .filter(|event| event.units().contains(&unit))
            .cloned()
            .collect(),
        ..step.clone()
    };
    steps.iter().map(own).filter(|step| !step.events.is_empty()).collect()
}

/// The number of grassroots organisations over time: at first, and after each day on which it changed.
pub fn numbers(steps: &[Step]) -> Vec<usize> {
    let mut numbers: Vec<usize> = steps.iter().take(1).map(|step| step.counts.0).collect();
    numbers.extend(steps.iter().map(|step| step.counts.1));
    numbers.dedup();
    // Where the books know no unit before the first day, they begin with that day.
    if numbers.len() > 1 && numbers[0] == 0 {
        numbers.remove(0);
    }
    numbers
}
