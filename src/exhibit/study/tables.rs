//! A drive's figures as tables.

use super::drawn::{full_name, sector_name};
use super::figures::{DriveFigures, GradeFigures, study_form};
use super::list::UnitAndDrives;
use super::progress::Day;
use super::sentences::invited;
use super::targets::Held;
use crate::analysis::Scope;
use crate::analysis::completeness::{ReturnState, of_form, seen_on};
use crate::analysis::rank::Ranking;
use crate::analysis::rate::Rate;
use crate::analysis::shares::of_sum;
use crate::exhibit::cells::{count, entry_place, none, percent, share, unit_place};
use crate::i18n::exhibits::EXHIBITS;
use crate::i18n::study::STUDY;
use crate::i18n::ui::UI;
use crate::model::drive::Drive;
use crate::model::id::{SectorId, UnitId};
use crate::model::indicator::Indicator;
use crate::model::ledger::Ledger;
use crate::model::number::Percent;
use crate::model::returns::ReturnStatus;
use crate::model::text::Lang;
use crate::report::sentence::from_analysis::{counts, unit_name};
use crate::report::sentence::returns::return_told;
use crate::report::table::{Cell, Column, Row, RowKind, Table};
use std::collections::HashMap;

/// The rates of audiences and of the work around the drive, a row each.
pub fn overview(lang: Lang, figures: &DriveFigures) -> Table {
    let w = STUDY.in_lang(lang);
    let audiences = figures
        .audiences
        .iter()
        .map(|it| (&it.indicator, &it.rate, it.target.as_ref()));
    let work = figures
        .work
        .iter()
        .map(|it| (&it.indicator, &it.rate, it.target.as_ref()));
    let all: Vec<_> = audiences.chain(work).collect();
    let with_target = all.iter().any(|(.., target)| target.is_some());
    let mut columns = vec![
        Column::words(EXHIBITS.in_lang(lang).item),
        Column::figures(w.column_count),
        Column::figures(EXHIBITS.in_lang(lang).out_of),
        Column::figures(w.rate),
    ];
    columns.extend(with_target.then(|| Column::figures(UI.in_lang(lang).target)));
    let row = |(indicator, rate, target): &(&Indicator, &Rate, Option<&Held>)| {
        let mut cells = vec![Cell::text(indicator.label.in_lang(lang))];
        cells.extend(rate_cells(lang, rate));
        cells.extend(with_target.then(|| percent(lang, target.map(|held| held.percent))));
        let kind = if rate.percent.is_some() {
            RowKind::Plain
        } else {
            RowKind::Muted
        };
        Row::new(indicator.id.to_string(), cells).kind(kind)
    };
    let mut rows: Vec<Row> = all.iter().map(row).collect();
    if let Some(found) = figures.copies.quantity {
        let mut cells = vec![Cell::text(w.copies), count(lang, found.count)];
        cells.resize_with(columns.len(), || none(lang));
        rows.push(Row::new("copies", cells));
    }
    Table {
        caption: figures.drive.name.clone(),
        columns,
        rows,
    }
}

/// Units in order of participation, the not reported ones last.
pub fn units(lang: Lang, figures: &DriveFigures, ranked: &Ranking<Rate>, ledger: &Ledger) -> Table {
    let w = STUDY.in_lang(lang);
    let row = |unit: &UnitId, cells: Vec<Cell>| {
        let name = Cell::text(full_name(ledger, unit));
        Row::new(unit.to_string(), std::iter::once(name).chain(cells).collect()).to(unit_place(unit))
    };
    let reported = ranked.rows.iter().map(|it| row(&it.unit, rate_cells(lang, &it.figure)));
    let rates: HashMap<&UnitId, &Rate> = figures.units.iter().map(|(unit, rate)| (unit, rate)).collect();
    let missing = ranked.not_reported.iter().filter_map(|unit| {
        let cells = rate_cells(lang, rates.get(unit)?);
        Some(row(unit, cells).kind(RowKind::Muted))
    });
    let mut rows: Vec<Row> = reported.chain(missing).collect();
    if let Some(main) = figures
        .main()
        .filter(|main| main.rate.exact.is_some() && rows.len() > 1)
    {
        let cells = std::iter::once(Cell::text(w.whole)).chain(rate_cells(lang, &main.rate));
        rows.push(Row::new("", cells.collect()).kind(RowKind::Total));
    }
    Table {
        caption: figures.drive.name.clone(),
        columns: rate_columns(lang, w.unit),
        rows,
    }
}

/// Sectors in the bloc's order.
pub fn sectors(lang: Lang, figures: &DriveFigures, ledger: &Ledger) -> Table {
    let w = STUDY.in_lang(lang);
    let row = |(sector, rate): &(Option<SectorId>, Rate)| {
        let name = Cell::text(sector_name(ledger, sector.as_ref(), lang, w.no_sector));
        let key = sector.as_ref().map_or_else(String::new, ToString::to_string);
        Row::new(key, std::iter::once(name).chain(rate_cells(lang, rate)).collect())
    };
    Table {
        caption: w.by_sector.to_owned(),
        columns: rate_columns(lang, w.column_sector),
        rows: figures.sectors.iter().map(row).collect(),
    }
}

fn rate_columns(lang: Lang, name: &str) -> Vec<Column> {
    let w = STUDY.in_lang(lang);
    vec![
        Column::words(name),
        Column::figures(w.attended),
        Column::figures(w.invited),
        Column::figures(w.rate),
    ]
}

/// The cells of a rate: its part, its whole, its share.
fn rate_cells(lang: Lang, rate: &Rate) -> Vec<Cell> {
    match rate.numerator.quantity {
        Some(part) => vec![
            count(lang, part.count),
            count(lang, rate.denominator.count()),
            percent(lang, rate.percent),
        ],
        None => vec![none(lang), none(lang), Cell::text(UI.in_lang(lang).not_reported)],
    }
}

/// The days on which something was reported, with what had been reported by then.
pub fn days(lang: Lang, figures: &DriveFigures) -> Table {
    let w = STUDY.in_lang(lang);
    let whole = invited(figures);
    let row = |day: &Day| {
        Row::new(
            day.date.to_string(),
            vec![
                Cell::text(day.date.format(lang)),
                count(lang, day.units as u64),
                count(lang, day.sum),
                percent(lang, Percent::of(day.sum, whole, 1)),
            ],
        )
    };
    Table {
        caption: w.progress.to_owned(),
        columns: vec![
            Column::words(w.column_day),
            Column::figures(w.column_units),
            Column::figures(w.attended),
            Column::figures(w.rate),
        ],
        rows: figures.progress.days.iter().map(row).collect(),
    }
}

/// Grades with their counts and shares, the sum last.
pub fn grades(lang: Lang, grades: &GradeFigures) -> Table {
    let w = STUDY.in_lang(lang);
    let shares = of_sum(&counts(&grades.grades), 1);
    let mut rows: Vec<Row> = grades
        .grades
        .iter()
        .zip(&shares.parts)
        .map(|((column, _), part)| {
            let cells = vec![
                Cell::text(column.label.in_lang(lang)),
                count(lang, part.count),
                share(lang, part.percent),
            ];
            Row::new(column.key.to_string(), cells)
        })
        .collect();
    let sum = shares.parts.iter().filter_map(|part| part.percent);
    let sum = Percent::from_hundredths(sum.map(Percent::hundredths).sum());
    let total = vec![
        Cell::text(w.whole),
        count(lang, shares.whole),
        share(lang, (shares.whole > 0).then_some(sum)),
    ];
    rows.push(Row::new("", total).kind(RowKind::Total));
    Table {
        caption: w.grades.to_owned(),
        columns: vec![
            Column::words(w.grade),
            Column::figures(w.column_count),
            Column::figures(w.rate),
        ],
        rows,
    }
}

/// Each unit's counts by grade, the bloc's last.
pub fn grades_by_unit(lang: Lang, grades: &GradeFigures, ledger: &Ledger) -> Table {
    let w = STUDY.in_lang(lang);
    let many = grades.grades.len();
    let row = |(unit, counts): &(UnitId, Option<Vec<u64>>)| {
        let mut cells = vec![Cell::text(full_name(ledger, unit))];
        match counts {
            Some(counts) => cells.extend(counts.iter().map(|some| count(lang, *some))),
            None => {
                cells.push(Cell::text(UI.in_lang(lang).not_reported));
                cells.extend((1..many).map(|_| none(lang)));
            }
        }
        let kind = if counts.is_some() {
            RowKind::Plain
        } else {
            RowKind::Muted
        };
        Row::new(unit.to_string(), cells).kind(kind).to(unit_place(unit))
    };
    let mut rows: Vec<Row> = grades.units.iter().map(row).collect();
    let sums = grades.grades.iter().map(|(_, total)| count(lang, total.count()));
    rows.push(Row::new("", std::iter::once(Cell::text(w.whole)).chain(sums).collect()).kind(RowKind::Total));
    let heads = grades.grades.iter();
    Table {
        caption: w.by_unit.to_owned(),
        columns: std::iter::once(Column::words(w.unit))
            .chain(heads.map(|(column, _)| Column::figures(column.label.in_lang(lang))))
            .collect(),
        rows,
    }
}

/// Who has not reported a drive, each with how its return stands.
pub fn missing(scope: &Scope<'_>, lang: Lang, drive: &Drive) -> Table {
    let words = EXHIBITS.in_lang(lang);
    let (form, period) = (study_form(), drive.period());
    let found = of_form(scope, &form, &period);
    let due = found.due.unwrap_or(drive.end);
    let seen = seen_on(found.closed, due, scope.today);
    let is_missing = |state: ReturnState| !state.is_handed_in() && state != ReturnState::Draft;
    let row = |(unit, state): &(UnitId, ReturnState)| {
        let own = scope.ledger.find(&form, &period, unit);
        let reason = own.and_then(|own| match &own.status {
            ReturnStatus::SentBack(reason) => Some(reason.as_str()),
            _ => None,
        });
        let told = return_told(lang, *state, due, seen, own.and_then(|own| own.submitted_on), reason);
        let cells = vec![Cell::text(unit_name(scope.ledger, unit)), Cell::text(told)];
        Row::new(unit.to_string(), cells).to(entry_place(&form, Some(unit), &period))
    };
    Table {
        caption: words.missing.to_owned(),
        columns: vec![Column::words(words.unit), Column::words(words.state)],
        rows: found
            .rows
            .iter()
            .filter(|(_, state)| is_missing(*state))
            .map(row)
            .collect(),
    }
}

/// Units × drives.
pub fn heat(lang: Lang, drives: &[Drive], rows: &[UnitAndDrives], named: impl Fn(&UnitAndDrives) -> String) -> Table {
    let w = STUDY.in_lang(lang);
    let cell = |rate: &Option<Rate>| match rate {
        None => none(lang),
        Some(rate) => match rate.percent {
            Some(share) => percent(lang, Some(share)),
            None => Cell::text(UI.in_lang(lang).not_reported),
        },
    };
    let row = |row: &UnitAndDrives| {
        let name = Cell::text(named(row));
        let cells = std::iter::once(name).chain(row.1.iter().map(cell)).collect();
        Row::new(row.0.to_string(), cells).to(unit_place(&row.0))
    };
    Table {
        caption: w.heat.to_owned(),
        columns: std::iter::once(Column::words(w.unit))
            .chain(drives.iter().map(|drive| Column::figures(drive.name.clone())))
            .collect(),
        rows: rows.iter().map(row).collect(),
    }
}
