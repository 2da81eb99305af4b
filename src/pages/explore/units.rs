//! Finding one unit among thousands: by its level, its sector, and what is typed of its name.

use crate::model::date::Date;
use crate::model::fold::matches;
use crate::model::id::{SectorId, UnitId};
use crate::model::ledger::Ledger;
use crate::model::unit::{Unit, UnitKind};

/// How many units are listed; more would be a list to scroll, not a search.
pub const SHOWN: usize = 30;

/// A level of the tree that can be chosen from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Level {
    /// Grassroots organisations (TCCSĐ), committees and cells.
    #[default]
    Grassroots,
    /// Units of one kind below them, or beside.
    Of(UnitKind),
    /// Every unit below the bloc committee.
    Any,
}

impl Level {
    /// The levels that a bloc has units of; more than one gives a choice, and the choice of all.
    pub fn of(ledger: &Ledger) -> Vec<Level> {
        let has = |kind: UnitKind| ledger.units.iter().any(|unit| unit.kind == kind);
        let others = [
            UnitKind::SectionalCommittee,
            UnitKind::SubordinateCell,
            UnitKind::MassOrganisation,
        ];
        let mut levels = vec![Level::Grassroots];
        levels.extend(others.into_iter().filter(|kind| has(*kind)).map(Level::Of));
        if levels.len() > 1 {
            levels.push(Level::Any);
        }
        levels
    }

    /// How it is named to a field of choices.
    pub fn key(self) -> String {
        match self {
            Level::Grassroots => String::new(),
            Level::Of(kind) => format!("{kind:?}"),
            Level::Any => "any".to_owned(),
        }
    }

    fn holds(self, unit: &Unit) -> bool {
        match self {
            Level::Grassroots => unit.kind.is_grassroots(),
            Level::Of(kind) => unit.kind == kind,
            Level::Any => unit.kind != UnitKind::BlocCommittee,
        }
    }
}

/// What is looked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wanted {
    /// The level.
    pub level: Level,
    /// One sector.
    pub sector: Option<SectorId>,
    /// What is typed of the name; marks need not be typed.
    pub query: String,
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The first of them in the official order: each with its name and, below the grassroots, where it belongs.
    pub units: Vec<(UnitId, String, String)>,
    /// How many there are in all.
    pub all: usize,
}

/// The units that exist on a day between `start` and `end` and are what is wanted.
pub fn find(ledger: &Ledger, wanted: &Wanted, (start, end): (Date, Date)) -> Found {
    let mut found = Found::default();
    for unit in ledger.units.in_order() {
        let of_sector = wanted.sector.is_none() || unit.sector == wanted.sector;
        let there = wanted.level.holds(unit) && of_sector && unit.exists_within(start, end);
        if !there || !(matches(&unit.name, &wanted.query) || matches(unit.brief(), &wanted.query)) {
            continue;
        }
        found.all += 1;
        if found.units.len() < SHOWN {
            let above = unit.parent.as_ref().filter(|_| !unit.kind.is_grassroots());
            let above = above.and_then(|id| ledger.units.get(id));
            let above = above.filter(|above| above.kind != UnitKind::BlocCommittee);
            let above = above.map_or_else(String::new, |above| above.name.clone());
            found.units.push((unit.id.clone(), unit.name.clone(), above));
        }
    }
    found
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::model::record::{Entity, Record};

    fn bloc(cells: usize) -> Ledger {
        let unit = |id: String, parent: Option<&str>, kind, name: String| {
            Unit::new(UnitId::new(id), parent.map(UnitId::new), kind, name).to_record()
        };
        let mut records: Vec<Record> = vec![
            unit("bloc".into(), None, UnitKind::BlocCommittee, "Khối".into()),
            unit(
                "a".into(),
                Some("bloc"),
                UnitKind::GrassrootsCommittee,
                "Đảng bộ Sở Nội vụ".into(),
            ),
        ];
        records.extend((0..cells).map(|at| {
            let name = format!("Chi bộ Phòng số {at}");
            unit(format!("c{at}"), Some("a"), UnitKind::SubordinateCell, name)
        }));
        Ledger::from_records(&records)
    }

    fn year() -> (Date, Date) {
        ("2022-01-01".parse().unwrap(), "2022-12-31".parse().unwrap())
    }

    #[test]
    fn grassroots_organisations_first_and_cells_when_asked_for() {
        let ledger = bloc(10_000);
        let wanted = Wanted::default();
        let found = find(&ledger, &wanted, year());
        assert_eq!((found.all, found.units.len()), (1, 1));
        assert_eq!(found.units[0].2, "");
        let cells = Wanted {
            level: Level::Of(UnitKind::SubordinateCell),
            ..wanted
        };
        let found = find(&ledger, &cells, year());
        assert_eq!((found.all, found.units.len()), (10_000, SHOWN));
        assert_eq!(found.units[0].2, "Đảng bộ Sở Nội vụ");
        let typed = Wanted {
            level: Level::Any,
            query: "phong so 9999".to_owned(),
            ..Wanted::default()
        };
        assert_eq!(find(&ledger, &typed, year()).all, 1);
    }

    #[test]
    fn only_levels_that_there_are_can_be_chosen() {
        assert_eq!(Level::of(&bloc(0)), [Level::Grassroots]);
        let levels = Level::of(&bloc(1));
        assert_eq!(
            levels,
            [Level::Grassroots, Level::Of(UnitKind::SubordinateCell), Level::Any]
        );
    }
}
