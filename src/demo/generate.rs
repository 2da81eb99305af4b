//! From a demo's figures to records: units, head counts, returns, targets, statements.

use super::bloc::Bloc;
use super::figures::{Figures, Files, HeadCount, Monthly, Split, Study, WholeBloc, Yearly};
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
use crate::model::unit::{Unit, UnitKind};

/// Everything of a demo as records.
pub fn records(figures: &Figures, files: &Files) -> Vec<Record> {
    let mut random = Random::new(figures.random_seed);
    let bloc = Bloc::of(figures, files);
    let profile = Profile {
        demo: true,
        seen_on: Some(figures.seen_on),
        ..figures.profile.clone()
    };
    let mut records = vec![profile.to_record(), figures.root.to_record()];
    records.extend(bloc.sectors.iter().map(Entity::to_record));
    records.extend(bloc.units.iter().map(Entity::to_record));
    records.extend(bloc.below.iter().map(Entity::to_record));
    records.extend(figures.more_units.iter().map(Entity::to_record));
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
    for split in &figures.splits {
        returns.extend(splits(&bloc, &figures.more_units, split, &mut random));
    }
    if let Some(below) = &figures.below {
        returns.extend(subordinates(&bloc, &below.period, &mut random));
    }
    returns.extend(
        figures
            .whole_bloc
            .iter()
            .map(|whole| of_the_root(figures, &bloc, whole)),
    );
    records.extend(returns.iter().map(Entity::to_record));
    let targets: Vec<Target> = figures
        .targets
        .iter()
        .map(|target| sourced(target, &figures.source))
        .flat_map(|target| years(&figures.yearly, target))
        .collect();
    for chain in &figures.chains {
        if let Some(target) = targets.iter().find(|target| target.id == chain.target) {
            records.extend(parts(&bloc, target).iter().map(Entity::to_record));
        }
    }
    records.extend(targets.iter().map(Entity::to_record));
    records.extend(figures.statements.iter().map(|statement| {
        let mut statement = statement.clone();
        if statement.source == DocumentRef::default() {
            statement.source = figures.source.clone();
        }
        statement.to_record()
    }));
    records
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

/// A published figure as it stands, in a return of the root unit.
fn of_the_root(figures: &Figures, bloc: &Bloc, whole: &WholeBloc) -> Return {
    let mut found = Return::new(whole.form.clone(), figures.root.id.clone(), whole.period.clone());
    found.status = ReturnStatus::Submitted;
    found.submitted_on = Some(bloc.seen_on);
    let counts = whole.counts.iter().map(|(key, &count)| (key, CellValue::Count(count)));
    let levels = whole
        .levels
        .iter()
        .map(|(key, level)| (key, CellValue::Level(level.clone())));
    for (key, value) in counts.chain(levels) {
        let cell = Cell {
            value,
            qualifier: whole.qualifiers.get(key).copied().unwrap_or_default(),
            note: whole.notes.get(key).unwrap_or(&whole.note).clone(),
        };
        found.cells.insert(key.clone(), cell);
    }
    found
}

fn splits(bloc: &Bloc, others: &[Unit], split: &Split, random: &mut Random) -> Vec<Return> {
    let others: &[Unit] = match split.cells.iter().any(|bounded| bounded.with_others) {
        true => others,
        false => &[],
    };
    let mut returns: Vec<Return> = bloc
        .units
        .iter()
        .chain(others)
        .map(|unit| handed_in(bloc, &split.form, &unit.id, &split.period, random))
        .collect();
    // What has no members of its own weighs as little as the smallest organisation.
    let least = bloc.heads.iter().min().copied().unwrap_or(1);
    let heads: Vec<Count> = bloc.heads.iter().copied().chain(others.iter().map(|_| least)).collect();
    for bounded in &split.cells {
        let most = bounded.at_most.unwrap_or(bounded.total);
        let weights = match bounded.with_others {
            true => &heads,
            false => &bloc.heads,
        };
        let counts = split::bounded(bounded.total, weights, bounded.at_least, most);
        for (found, count) in returns.iter_mut().zip(counts) {
            found.cells.insert(bounded.cell.clone(), Cell::count(count));
        }
    }
    returns
}

/// What each grassroots committee reports of the units below it.
fn subordinates(bloc: &Bloc, period: &Period, random: &mut Random) -> Vec<Return> {
    let committees = bloc
        .units
        .iter()
        .filter(|unit| unit.kind == UnitKind::GrassrootsCommittee);
    let of_unit = |unit: &Unit| {
        let mut found = handed_in(bloc, &FormId::new("subordinate"), &unit.id, period, random);
        let counts = bloc.counts_below(&unit.id);
        for (key, count) in [
            ("sectional_committees", counts.sectional_committees),
            ("subordinate_cells", counts.cells),
            ("sectional_cells", counts.sectional_cells),
        ] {
            found.cells.insert(CellKey::from(key), Cell::count(count));
        }
        found
    };
    committees.map(of_unit).collect()
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
        source: (!target.illustrative).then(|| target.source.as_ref().unwrap_or(source).clone()),
        ..target.clone()
    }
}

/// The target itself, or one for each year where it stands for each.
fn years(yearly: &[Yearly], target: Target) -> Vec<Target> {
    let Some(found) = yearly.iter().find(|yearly| yearly.targets.contains(&target.id)) else {
        return vec![target];
    };
    let of_year = |year: i32| {
        let named = |id: &TargetId| TargetId::new(format!("{id}-{year}"));
        let parent = target
            .parent
            .as_ref()
            .map(|parent| match found.targets.contains(parent) {
                true => named(parent),
                false => parent.clone(),
            });
        Target {
            id: named(&target.id),
            period: Period::Year(year),
            parent,
            ..target.clone()
        }
    };
    found.term.years().into_iter().map(of_year).collect()
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
        copied_from: None,
        ..target.clone()
    };
    let given = bloc.units.iter().zip(counts).filter(|(_, count)| *count > 0);
    given.map(part).collect()
}
