//! From a demo's figures to records: units, head counts, returns, targets, statements.

use super::figures::{Agencies, Figures, HeadCount, Monthly, Sectors, Study};
use super::random::Random;
use super::split;
use crate::model::date::Date;
use crate::model::document::DocumentRef;
use crate::model::drive::Drive;
use crate::model::id::{CellKey, FormId, TargetId, UnitId};
use crate::model::number::Count;
use crate::model::period::Period;
use crate::model::profile::Profile;
use crate::model::record::{Entity, Record};
use crate::model::returns::{Cell, CellValue, Return, ReturnStatus};
use crate::model::target::{Relation, Target, TargetValue};
use crate::model::unit::Unit;

/// The organisations of a demo with the weights that totals are split by.
struct Bloc {
    units: Vec<Unit>,
    /// Members of each unit; its size where no head count is published.
    heads: Vec<Count>,
    seen_on: Date,
}

/// Everything of a demo as records.
pub fn records(figures: &Figures, agencies: &Agencies, sectors: &Sectors) -> Vec<Record> {
    let mut random = Random::new(figures.random_seed);
    let bloc = bloc(figures, agencies);
    let profile = Profile {
        demo: true,
        seen_on: Some(figures.seen_on),
        ..figures.profile.clone()
    };
    let mut records = vec![profile.to_record(), figures.root.to_record()];
    records.extend(sectors.sectors.iter().map(Entity::to_record));
    records.extend(bloc.units.iter().map(Entity::to_record));
    records.extend(figures.drives.iter().map(Entity::to_record));
    let mut returns = Vec::new();
    for head_count in &figures.head_counts {
        returns.extend(head_counts(&bloc, head_count));
    }
    for study in &figures.studies {
        let drive = figures.drives.iter().find(|drive| drive.id == study.drive);
        returns.extend(
            drive
                .into_iter()
                .flat_map(|drive| studies(&bloc, drive, study, &mut random)),
        );
    }
    for monthly in &figures.monthly {
        returns.extend(months(&bloc, monthly, &mut random));
    }
    returns.extend(figures.whole_bloc.iter().map(|whole| {
        let mut found = Return::new(whole.form.clone(), figures.root.id.clone(), whole.period.clone());
        found.status = ReturnStatus::Submitted;
        found.submitted_on = Some(bloc.seen_on);
        found.cells = whole
            .counts
            .iter()
            .map(|(key, &count)| (key.clone(), Cell::count(count)))
            .collect();
        found
    }));
    records.extend(returns.iter().map(Entity::to_record));
    let targets: Vec<Target> = figures
        .targets
        .iter()
        .map(|target| sourced(target, &figures.source))
        .collect();
    for chain in &figures.chains {
        if let Some(target) = targets.iter().find(|target| target.id == chain.target) {
            records.extend(parts(&bloc, target).iter().map(Entity::to_record));
        }
    }
    records.extend(targets.iter().map(Entity::to_record));
    records.extend(figures.statements.iter().map(|statement| {
        let mut statement = statement.clone();
        statement.source = figures.source.clone();
        statement.to_record()
    }));
    records
}

fn bloc(figures: &Figures, agencies: &Agencies) -> Bloc {
    let mut units = Vec::new();
    let mut sizes = Vec::new();
    let kept = agencies
        .units
        .iter()
        .filter(|agency| !figures.without.contains(&agency.unit.id));
    for (order, agency) in (1..).zip(kept) {
        units.push(Unit {
            parent: Some(figures.root.id.clone()),
            order,
            ..agency.unit.clone()
        });
        sizes.push(agency.size);
    }
    let heads = match figures.head_counts.last() {
        Some(published) => split::freely(published.total, &sizes),
        None => sizes,
    };
    Bloc {
        units,
        heads,
        seen_on: figures.seen_on,
    }
}

fn head_counts(bloc: &Bloc, published: &HeadCount) -> Vec<Return> {
    let counts = split::freely(published.total, &bloc.heads);
    let of_unit = |(unit, &count): (&Unit, &Count)| {
        let mut found = Return::new(FormId::new("headcount"), unit.id.clone(), published.period.clone());
        found.status = ReturnStatus::Accepted;
        found.submitted_on = Some(published.as_of);
        found.as_of = Some(published.as_of);
        let cell = Cell {
            value: CellValue::Count(count),
            qualifier: published.qualifier,
            note: published.note.clone(),
        };
        found.cells.insert("head_count.members".into(), cell);
        found
    };
    bloc.units.iter().zip(&counts).map(of_unit).collect()
}

fn studies(bloc: &Bloc, drive: &Drive, study: &Study, random: &mut Random) -> Vec<Return> {
    let mut columns: Vec<(CellKey, Vec<Count>)> = Vec::new();
    columns.extend(study.done.iter().map(|key| (key.clone(), vec![1; bloc.units.len()])));
    columns.extend(study.everyone.iter().map(|key| (key.clone(), bloc.heads.clone())));
    for shared in &study.shared {
        columns.push((shared.cell.clone(), split::freely(shared.total, &bloc.heads)));
    }
    let totals: Vec<Count> = study.partition.iter().map(|part| part.total).collect();
    let rows = split::within_wholes(&totals, &bloc.heads, random);
    columns.extend(study.partition.iter().map(|part| part.cell.clone()).zip(rows));
    let days = u64::try_from(drive.end.days_since(drive.start)).unwrap_or(0);
    let mut returns = Vec::new();
    for (at, unit) in bloc.units.iter().enumerate() {
        let mut found = Return::new(FormId::new("study"), unit.id.clone(), drive.period());
        found.status = ReturnStatus::Accepted;
        // Handed in over the last four fifths of the drive.
        let day = random.between(days / 5, days);
        found.submitted_on = Some(drive.start.plus_days(i64::try_from(day).unwrap_or(0)).min(bloc.seen_on));
        for (key, counts) in &columns {
            found.cells.insert(key.clone(), Cell::count(counts[at]));
        }
        returns.push(found);
    }
    returns
}

fn months(bloc: &Bloc, monthly: &Monthly, random: &mut Random) -> Vec<Return> {
    let periods: Vec<Period> = Period::Year(monthly.year).months();
    let periods = &periods[..monthly.months.len().min(periods.len())];
    let mut returns: Vec<Vec<Return>> = periods
        .iter()
        .map(|period| {
            let of_unit = |unit: &Unit| handed_in(bloc, &monthly.form, &unit.id, period, random);
            bloc.units.iter().map(of_unit).collect()
        })
        .collect();
    for cell in &monthly.cells {
        let of_months = split::freely(cell.total, &monthly.months);
        let mut of_units: Vec<Count> = vec![0; bloc.units.len()];
        for (month, &count) in returns.iter_mut().zip(&of_months) {
            let mut drawn: Vec<Count> = vec![0; bloc.units.len()];
            for _ in 0..count {
                // One admission for each fifteen members and year is the most that looks plausible.
                let weights: Vec<u64> = bloc
                    .heads
                    .iter()
                    .zip(&of_units)
                    .map(|(&heads, &has)| if has < heads / 15 + 1 { heads } else { 0 })
                    .collect();
                if let Some(at) = random.pick(&weights) {
                    drawn[at] += 1;
                    of_units[at] += 1;
                }
            }
            for (found, count) in month.iter_mut().zip(drawn) {
                found.cells.insert(cell.cell.clone(), Cell::count(count));
            }
        }
    }
    returns.into_iter().flatten().collect()
}

/// A return handed in within five days after its month; that of a month that is not over, in the last days.
fn handed_in(bloc: &Bloc, form: &FormId, unit: &UnitId, period: &Period, random: &mut Random) -> Return {
    let mut found = Return::new(form.clone(), unit.clone(), period.clone());
    let after = |date: Date, days: u64| date.plus_days(i64::try_from(days).unwrap_or(0));
    match period.end() {
        Some(end) if end < bloc.seen_on => {
            found.status = ReturnStatus::Accepted;
            found.submitted_on = Some(after(end, random.between(1, 5)).min(bloc.seen_on));
        }
        _ => {
            found.status = ReturnStatus::Submitted;
            found.submitted_on = Some(after(bloc.seen_on.plus_days(-3), random.between(0, 2)));
        }
    }
    found
}

fn sourced(target: &Target, source: &DocumentRef) -> Target {
    Target {
        source: (!target.illustrative).then(|| source.clone()),
        ..target.clone()
    }
}

/// An illustrative part of a target for each unit that gets one; together exactly the target.
fn parts(bloc: &Bloc, target: &Target) -> Vec<Target> {
    let TargetValue::Count(total) = target.value else {
        return Vec::new();
    };
    let counts = split::freely(total, &bloc.heads);
    let part = |(unit, count): (&Unit, Count)| Target {
        id: TargetId::new(format!("{}-{}", target.id, unit.id)),
        unit: unit.id.clone(),
        value: TargetValue::Count(count),
        parent: Some(target.id.clone()),
        relation: Some(Relation::PartOf),
        label: String::new(),
        source: None,
        illustrative: true,
        ..target.clone()
    };
    let given = bloc.units.iter().zip(counts).filter(|(_, count)| *count > 0);
    given.map(part).collect()
}
