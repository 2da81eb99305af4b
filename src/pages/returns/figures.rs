//! Which rows of the table are shown, and what each unit owes.

use crate::analysis::completeness::matrix::{Matrix, Paper};
use crate::model::fold::{fold, matches_folded};
use crate::model::id::SectorId;
use crate::model::ledger::Ledger;
use crate::model::returns::ReturnStatus;
use crate::report::sentence::reminder::Owed;

/// Which rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rows {
    /// All.
    #[default]
    All,
    /// Those of units that owe a return.
    Owing,
    /// Those of units of which a return waits to be accepted.
    Waiting,
}

impl Rows {
    /// By its name in the address.
    pub fn named(name: &str) -> Rows {
        match name {
            "owing" => Rows::Owing,
            "waiting" => Rows::Waiting,
            _ => Rows::All,
        }
    }
}

/// What is wanted of the rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// What is searched for.
    pub query: String,
    /// Which rows.
    pub rows: Rows,
    /// Whether they stand under the names of their sectors.
    pub by_sector: bool,
}

/// A line of the table.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Line {
    /// The heading of a sector, with the places of its units that are shown.
    Sector(Option<SectorId>, Vec<usize>),
    /// A unit, by its place in the matrix.
    Unit(usize),
}

/// The lines that are wanted, in the official order.
pub fn lines(matrix: &Matrix, ledger: &Ledger, wanted: &Wanted) -> Vec<Line> {
    let query = fold(&wanted.query);
    let all = 0..matrix.papers.len();
    let is_wanted = |place: &usize| {
        let unit = matrix.units.get(*place).and_then(|id| ledger.units.get(id));
        let sum = || matrix.sum_of(*place, all.clone());
        unit.is_some_and(|unit| matches_folded(&fold(&unit.name), &query))
            && match wanted.rows {
                Rows::All => true,
                Rows::Owing => sum().owed() > 0,
                Rows::Waiting => sum().waiting > 0,
            }
    };
    let units: Vec<usize> = (0..matrix.units.len()).filter(is_wanted).collect();
    if !wanted.by_sector {
        return units.into_iter().map(Line::Unit).collect();
    }
    let sector_of = |place: usize| {
        let unit = matrix.units.get(place).and_then(|id| ledger.units.get(id));
        unit.and_then(|unit| unit.sector.clone())
            .filter(|id| ledger.sectors.iter().any(|sector| sector.id == *id))
    };
    let sectors = ledger
        .sectors
        .iter()
        .map(|sector| Some(sector.id.clone()))
        .chain([None]);
    let mut lines = Vec::with_capacity(units.len());
    for sector in sectors {
        let of: Vec<usize> = units
            .iter()
            .copied()
            .filter(|place| sector_of(*place) == sector)
            .collect();
        if !of.is_empty() {
            lines.push(Line::Sector(sector, of.clone()));
            lines.extend(of.into_iter().map(Line::Unit));
        }
    }
    lines
}

/// The places of the units among lines.
pub fn units_of(lines: &[Line]) -> Vec<usize> {
    let units = lines.iter().filter_map(|line| match line {
        Line::Unit(place) => Some(*place),
        Line::Sector(..) => None,
    });
    units.collect()
}

/// What a unit owes, with why it was sent back.
pub fn owed(matrix: &Matrix, ledger: &Ledger, place: usize) -> Vec<Owed> {
    let Some(unit) = matrix.units.get(place) else {
        return Vec::new();
    };
    let of = |(paper, state): (&Paper, _)| {
        let found = ledger.find(&paper.form, &paper.period, unit);
        let reason = found.and_then(|found| match &found.status {
            ReturnStatus::SentBack(reason) => Some(reason.clone()),
            _ => None,
        });
        Owed {
            paper: paper.clone(),
            state,
            reason: reason.unwrap_or_default(),
        }
    };
    matrix.owed(place).map(of).collect()
}

/// Paper by paper who owes it, for one message to all.
pub fn owed_by_paper(matrix: &Matrix, ledger: &Ledger, units: &[usize]) -> Vec<(Paper, Vec<String>)> {
    let mut found: Vec<(Paper, Vec<String>)> = matrix.papers.iter().map(|paper| (paper.clone(), Vec::new())).collect();
    for place in units {
        let name = matrix.units.get(*place).and_then(|id| ledger.units.get(id));
        let Some(name) = name.map(|unit| unit.name.clone()) else {
            continue;
        };
        for (paper, _) in matrix.owed(*place) {
            if let Some((_, units)) = found.iter_mut().find(|(of, _)| of == paper) {
                units.push(name.clone());
            }
        }
    }
    found.retain(|(_, units)| !units.is_empty());
    found
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::analysis::Scope;
    use crate::catalogue::Catalogue;
    use crate::model::record::{Entity, Record};
    use crate::model::returns::{Cell, Return};
    use crate::model::unit::{Sector, Unit, UnitKind};

    fn unit(id: &str, sector: Option<&str>, order: u32) -> Record {
        Unit {
            sector: sector.map(Into::into),
            order,
            ..Unit::new(id, Some("b".into()), UnitKind::GrassrootsCell, format!("Chi bộ {id}"))
        }
        .to_record()
    }

    fn filed(unit: &str, status: ReturnStatus) -> Record {
        let mut found = Return::new("admission".into(), unit.into(), "2022-10".parse().unwrap());
        found.cells.insert("admitted".into(), Cell::count(1));
        found.status = status;
        found.to_record()
    }

    fn asked<T>(question: impl FnOnce(&Matrix, &Ledger) -> T) -> T {
        let sector = |id: &str, order| {
            Sector {
                id: id.into(),
                label: Default::default(),
                order,
            }
            .to_record()
        };
        let ledger = Ledger::from_records(&[
            Unit::new("b", None, UnitKind::BlocCommittee, "Đảng ủy Khối").to_record(),
            sector("s1", 1),
            sector("s2", 2),
            unit("Á", Some("s2"), 1),
            unit("B", Some("s1"), 2),
            unit("C", None, 3),
            filed("Á", ReturnStatus::Submitted),
            filed("B", ReturnStatus::Accepted),
            filed("C", ReturnStatus::SentBack("thiếu".into())),
        ]);
        let catalogue = Catalogue::built_in().unwrap();
        let scope = Scope::whole(&ledger, &catalogue, "2022-11-10".parse().unwrap());
        let period = "2022-10".parse().unwrap();
        let matrix = Matrix::of(&scope, &period, Some(&"admission".into()));
        question(&matrix, &ledger)
    }

    #[test]
    fn rows_are_narrowed_and_grouped() {
        asked(|matrix, ledger| {
            let of = |query: &str, rows: &str, by_sector| {
                let wanted = Wanted {
                    query: query.to_owned(),
                    rows: Rows::named(rows),
                    by_sector,
                };
                lines(matrix, ledger, &wanted)
            };
            use Line::{Sector, Unit};
            assert_eq!(of("", "", false), [Unit(0), Unit(1), Unit(2)]);
            assert_eq!(of("chi bo a", "", false), [Unit(0)]);
            assert_eq!(units_of(&of("", "owing", true)), [2]);
            let grouped = of("", "", true);
            let expected = [
                Sector(Some("s1".into()), vec![1]),
                Unit(1),
                Sector(Some("s2".into()), vec![0]),
                Unit(0),
                Sector(None, vec![2]),
                Unit(2),
            ];
            assert_eq!(grouped, expected);
        });
    }

    #[test]
    fn what_was_sent_back_is_owed_with_its_reason() {
        asked(|matrix, ledger| {
            let october = |owed: &Owed| owed.paper.period.to_string() == "2022-10";
            let reasons: Vec<String> = owed(matrix, ledger, 2)
                .into_iter()
                .filter(october)
                .map(|owed| owed.reason)
                .collect();
            assert_eq!(reasons, ["thiếu"]);
            assert_eq!(owed(matrix, ledger, 0).iter().filter(|one| october(one)).count(), 0);
            let by_paper = owed_by_paper(matrix, ledger, &[0, 1, 2]);
            let october: Vec<_> = by_paper
                .iter()
                .filter(|(paper, _)| paper.period.to_string() == "2022-10")
                .collect();
            assert_eq!(october.len(), 1);
            assert_eq!(october[0].1, ["Chi bộ C"]);
        });
    }
}
