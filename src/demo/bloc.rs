//! The organisations of a demo: those of its lists, in its own sectors, with what lies below them.

use super::figures::{Agency, Below, Figures, Files};
use super::split;
use crate::model::date::Date;
use crate::model::id::UnitId;
use crate::model::number::Count;
use crate::model::unit::{Sector, Unit, UnitKind};

/// The organisations of a demo with the weights that totals are split by.
pub struct Bloc {
    /// The bloc's sectors.
    pub sectors: Vec<Sector>,
    /// The grassroots organisations, in the official order.
    pub units: Vec<Unit>,
    /// Members of each; its size where no head count is published.
    pub heads: Vec<Count>,
    /// Sectional committees and subordinate cells.
    pub below: Vec<Unit>,
    /// The day of the report.
    pub seen_on: Date,
}

/// How many units lie below a grassroots committee.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CountsBelow {
    /// Sectional committees.
    pub sectional_committees: Count,
    /// All cells.
    pub cells: Count,
    /// Of these: under sectional committees.
    pub sectional_cells: Count,
}

impl Bloc {
    /// The bloc of a demo.
    pub fn of(figures: &Figures, files: &Files) -> Bloc {
        let listed = figures.lists.iter().flat_map(|&list| &files.list(list).units);
        let kept: Vec<&Agency> = listed
            .filter(|agency| !figures.without.contains(&agency.unit.id))
            .collect();
        let sizes: Vec<u64> = kept.iter().map(|agency| agency.size).collect();
        let units: Vec<Unit> = (1..)
            .zip(kept)
            .map(|(order, agency)| in_sector(figures, order, &agency.unit))
            .collect();
        let heads = match figures.head_counts.last() {
            Some(published) => split::freely(published.total, &sizes),
            None => sizes,
        };
        let below = figures.below.as_ref();
        Bloc {
            sectors: sectors(figures, files),
            below: below.map_or_else(Vec::new, |below| units_below(below, &units, &heads)),
            units,
            heads,
            seen_on: figures.seen_on,
        }
    }

    /// What lies below a grassroots committee.
    pub fn counts_below(&self, committee: &UnitId) -> CountsBelow {
        let mut counts = CountsBelow::default();
        for unit in self.below.iter().filter(|unit| unit.parent.as_ref() == Some(committee)) {
            if unit.kind == UnitKind::SectionalCommittee {
                let cells = self.below.iter().filter(|cell| cell.parent.as_ref() == Some(&unit.id));
                let cells = Count::try_from(cells.count()).unwrap_or(Count::MAX);
                counts.sectional_committees += 1;
                counts.sectional_cells += cells;
                counts.cells += cells;
            } else {
                counts.cells += 1;
            }
        }
        counts
    }
}

fn sectors(figures: &Figures, files: &Files) -> Vec<Sector> {
    if figures.lists.is_empty() || figures.sectors.is_empty() {
        return match figures.lists.is_empty() {
            true => Vec::new(),
            false => files.sectors.sectors.clone(),
        };
    }
    let own = (1..).zip(&figures.sectors);
    own.map(|(order, group)| Sector {
        id: group.id.clone(),
        label: group.label.clone(),
        order,
    })
    .collect()
}

fn in_sector(figures: &Figures, order: u32, unit: &Unit) -> Unit {
    let named = figures.sectors.iter().find(|group| group.units.contains(&unit.id));
    let taken = || {
        let of = unit.sector.as_ref()?;
        figures.sectors.iter().find(|group| group.from.contains(of))
    };
    let own = named.or_else(taken).map(|group| group.id.clone());
    Unit {
        parent: Some(figures.root.id.clone()),
        order,
        sector: own.or_else(|| unit.sector.clone()),
        ..unit.clone()
    }
}

/// Units below the grassroots committees, more of them below larger ones. Every committee has two cells at least.
/// Names say that they are made up.
fn units_below(below: &Below, units: &[Unit], heads: &[Count]) -> Vec<Unit> {
    let (committees, sizes): (Vec<&Unit>, Vec<Count>) = units
        .iter()
        .zip(heads)
        .filter(|(unit, _)| unit.kind == UnitKind::GrassrootsCommittee)
        .unzip();
    let sectional = split::bounded(below.sectional_committees, &sizes, 0, 1);
    let direct = split::bounded(
        below.cells.saturating_sub(below.sectional_cells),
        &sizes,
        2,
        below.cells,
    );
    let with_sectional: Vec<Count> = sizes.iter().zip(&sectional).map(|(&size, &has)| size * has).collect();
    let sectional_cells = split::freely(below.sectional_cells, &with_sectional);
    let mut found = Vec::new();
    for (at, committee) in committees.into_iter().enumerate() {
        let mut number = 0;
        let mut cell = |parent: &UnitId, order: u32| {
            number += 1;
            let id = format!("{}-c{number}", committee.id);
            made_up(
                &id,
                parent,
                UnitKind::SubordinateCell,
                &format!("Chi bộ {number}"),
                committee,
                order,
            )
        };
        for order in (1..).take(usize::try_from(direct[at]).unwrap_or(0)) {
            found.push(cell(&committee.id, order));
        }
        if sectional[at] > 0 {
            let id = format!("{}-s1", committee.id);
            let order = u32::try_from(direct[at]).unwrap_or(0) + 1;
            let kind = UnitKind::SectionalCommittee;
            let part = made_up(&id, &committee.id, kind, "Đảng bộ bộ phận 1", committee, order);
            for order in (1..).take(usize::try_from(sectional_cells[at]).unwrap_or(0)) {
                found.push(cell(&part.id, order));
            }
            found.push(part);
        }
    }
    found
}

fn made_up(id: &str, parent: &UnitId, kind: UnitKind, title: &str, committee: &Unit, order: u32) -> Unit {
    let of = committee.brief();
    let name = format!("{title} – {of} (minh họa)");
    Unit {
        short_name: format!("{title} – {of}"),
        order,
        ..Unit::new(id, Some(parent.clone()), kind, name)
    }
}
