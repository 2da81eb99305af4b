//! What is said of a drive: one function a fact, for its page, slides and reports.

use super::drawn::{full_name, sector_name};
use super::figures::{DriveFigures, participation};
use super::list::{UnitAndDrives, all_alike, only_stated, stated_share};
use super::targets::Held;
use crate::analysis::Scope;
use crate::analysis::rank;
use crate::analysis::rate::Rate;
use crate::analysis::shares::of_sum;
use crate::catalogue::Catalogue;
use crate::i18n::study::{
    STUDY, all_alike as alike_told, only_stated as only_stated_told, progress_sentence, sectors as sectors_compared,
    share_of, write_ups,
};
use crate::model::drive::Drive;
use crate::model::indicator::{Direction, Indicator};
use crate::model::ledger::Ledger;
use crate::model::number::{Count, Percent};
use crate::model::sort::SmallSort;
use crate::model::statement::StatedValue;
use crate::model::text::{Lang, Text};
use crate::report::sentence::coverage::{Reach, completeness, still_missing};
use crate::report::sentence::from_analysis::{counts, parts};
use crate::report::sentence::grades::grades;
use crate::report::sentence::heat::{HeatFact, heat_map};
use crate::report::sentence::period_report::copies as copies_told;
use crate::report::sentence::ranking::{Ranked, ranking};
use crate::report::sentence::share::{ShareFact, percent_only, share, shares};

/// How the drive went: the counts of its main audience, or what a report states where there are none.
pub fn finding(lang: Lang, figures: &DriveFigures, ledger: &Ledger) -> String {
    let Some(main) = figures.main() else {
        return figures.drive.name.clone();
    };
    let stated = stated_share(ledger, &figures.drive, &main.indicator).filter(|_| main.rate.exact.is_none());
    match stated.as_ref().map(|stated| (stated.value, stated.qualifier)) {
        Some((StatedValue::Percent(percent), qualifier)) => {
            percent_only(lang, &main.indicator.label, qualifier, percent, false)
        }
        _ => {
            let target = main.target.as_ref().and_then(|held| held.in_sentence());
            share(lang, &ShareFact::of(&main.indicator, &main.rate, target, ledger))
        }
    }
}

/// The other audiences, then plans, programmes, commitments and copies: a sentence each, with who reported where the finding has not
/// said it.
pub fn work(lang: Lang, figures: &DriveFigures, ledger: &Ledger) -> Vec<String> {
    let said = figures.main().map(|main| Reach::of(main.rate.coverage(), ledger));
    let others = figures.audiences.iter().enumerate();
    let others = others.filter(|(at, it)| *at != figures.chosen && it.rate.numerator.quantity.is_some());
    let audiences = others.map(|(_, it)| (&it.indicator, &it.rate, it.target.as_ref()));
    let work = figures
        .work
        .iter()
        .map(|it| (&it.indicator, &it.rate, it.target.as_ref()));
    let told: Vec<ShareFact<'_>> = audiences
        .chain(work)
        .map(|(indicator, rate, target)| fact(indicator, rate, target, said.as_ref(), ledger))
        .collect();
    shares(lang, &told).into_iter().chain(copies(lang, figures)).collect()
}

/// A share of the drive; who reported it is left out where that was `said`.
pub fn fact<'i>(
    indicator: &'i Indicator,
    rate: &Rate,
    target: Option<&Held>,
    said: Option<&Reach>,
    ledger: &Ledger,
) -> ShareFact<'i> {
    let mut fact = ShareFact::of(indicator, rate, target.and_then(Held::in_sentence), ledger);
    fact.reach = fact.reach.unless_said(said);
    fact
}

/// How many copies went to how many units; nothing where nobody reported any.
pub fn copies(lang: Lang, figures: &DriveFigures) -> Option<String> {
    let found = figures.copies.quantity.filter(|found| found.count > 0)?;
    let coverage = &figures.copies.coverage;
    Some(copies_told(lang, found, coverage.included(), coverage.expected.len()))
}

/// Units in order of participation: the best, the worst, and who has not reported.
pub fn units(lang: Lang, figures: &DriveFigures, ledger: &Ledger) -> String {
    ranked_units(lang, figures, ledger, true)
}

/// The same without who has not reported.
pub fn units_headline(lang: Lang, figures: &DriveFigures, ledger: &Ledger) -> String {
    ranked_units(lang, figures, ledger, false)
}

fn ranked_units(lang: Lang, figures: &DriveFigures, ledger: &Ledger, with_missing: bool) -> String {
    let Some(main) = figures.main() else {
        return String::new();
    };
    let ranked = rank::by_rate(figures.units.clone(), Direction::Higher);
    // Reported, and nobody was invited: there is no order, and nobody is missing either.
    if ranked.rows.is_empty() && !main.rate.coverage().is_empty() {
        return finding(lang, figures, ledger);
    }
    let rows: Vec<Ranked> = ranked
        .rows
        .iter()
        .map(|row| Ranked {
            name: full_name(ledger, &row.unit),
            value: row
                .figure
                .percent
                .map_or_else(String::new, |percent| percent.format_short(lang)),
        })
        .collect();
    let missing = ranked.not_reported.iter().filter(|_| with_missing);
    let missing: Vec<String> = missing.map(|unit| full_name(ledger, unit)).collect();
    ranking(lang, &main.indicator.label, &rows, &missing)
}

/// Who has reported and who has not, by name where they are few.
pub fn who_reported(lang: Lang, figures: &DriveFigures, ledger: &Ledger) -> String {
    figures.main().map_or_else(String::new, |main| {
        completeness(lang, &Reach::of(main.rate.coverage(), ledger))
    })
}

/// Who has not, where others have.
pub fn missing(lang: Lang, figures: &DriveFigures, ledger: &Ledger) -> String {
    figures.main().map_or_else(String::new, |main| {
        still_missing(lang, &Reach::of(main.rate.coverage(), ledger))
    })
}

/// Sectors compared.
pub fn sectors(lang: Lang, figures: &DriveFigures, ledger: &Ledger) -> String {
    let without = STUDY.in_lang(lang).no_sector;
    let mut rows: Vec<_> = figures
        .sectors
        .iter()
        .filter(|(_, rate)| rate.exact.is_some())
        .collect();
    rows.small_sort_by_key(|(_, rate)| std::cmp::Reverse(rate.exact));
    let ranked: Vec<(String, String)> = rows
        .into_iter()
        .map(|(sector, rate)| {
            let value = rate
                .percent
                .map_or_else(String::new, |percent| percent.format_short(lang));
            (sector_name(ledger, sector.as_ref(), lang, without), value)
        })
        .collect();
    sectors_compared(lang, &ranked)
}

/// Out of how many: all that were invited, as far as is known.
pub fn invited(figures: &DriveFigures) -> Count {
    figures.main().map_or(0, |main| main.rate.denominator.count())
}

/// How many had studied by the last day that a return carries; nothing while none carries one.
pub fn progress(lang: Lang, figures: &DriveFigures) -> String {
    let last = figures.progress.days.last();
    last.map_or_else(
        || STUDY.in_lang(lang).progress_empty.to_owned(),
        |last| progress_sentence(lang, last.sum, invited(figures), last.date, figures.progress.undated),
    )
}

/// Write-ups by grade.
pub fn grades_whole(lang: Lang, figures: &DriveFigures, ledger: &Ledger) -> String {
    let options = &figures.grades.grades;
    let shares = of_sum(&counts(options), 1);
    let reach = options
        .first()
        .map(|(_, total)| Reach::of(&total.coverage, ledger))
        .unwrap_or_default();
    grades(lang, &write_ups(), &parts(options, &shares), &reach)
}

/// The units by their share of the best grade.
pub fn grades_by_unit(lang: Lang, figures: &DriveFigures, ledger: &Ledger) -> String {
    let Some((best, _)) = figures.grades.grades.first() else {
        return String::new();
    };
    let mut rows: Vec<(Percent, String)> = Vec::new();
    let mut missing = Vec::new();
    for (unit, counts) in &figures.grades.units {
        let name = full_name(ledger, unit);
        match counts
            .as_ref()
            .and_then(|counts| of_sum(counts, 1).parts.first()?.percent)
        {
            Some(percent) => rows.push((percent, name)),
            None => missing.push(name),
        }
    }
    rows.small_sort_by_key(|(percent, _)| std::cmp::Reverse(*percent));
    let ranked: Vec<Ranked> = rows
        .into_iter()
        .map(|(percent, name)| Ranked {
            name,
            value: percent.format_short(lang),
        })
        .collect();
    ranking(lang, &share_of(&best.label), &ranked, &missing)
}

/// Which drives units × drives leaves out, and why; empty where it has them all.
pub fn without_counts(scope: &Scope<'_>, lang: Lang, listed: &[Drive]) -> String {
    let left = only_stated(scope, listed);
    let names: Vec<&str> = left.iter().map(|drive| drive.name.as_str()).collect();
    only_stated_told(lang, &names)
}

/// What units × drives says where every cell is the same; nothing where a map shows more.
pub fn alike(lang: Lang, drives: &[Drive], rows: &[UnitAndDrives]) -> Option<String> {
    let share = all_alike(rows)?;
    let names: Vec<&str> = drives.iter().map(|drive| drive.name.as_str()).collect();
    Some(alike_told(lang, rows.len(), &names, &share.format_short(lang)))
}

/// Units × drives: how many cells have figures, and how many lack them.
pub fn heat(lang: Lang, catalogue: &Catalogue, drives: &[Drive], rows: &[UnitAndDrives]) -> String {
    let indicator = catalogue.indicator(&participation("members"));
    let label = indicator.map_or_else(Text::default, |indicator| indicator.label.clone());
    let of_drive = |at: usize| {
        let cells = || rows.iter().filter_map(move |(_, cells)| cells.get(at)?.as_ref());
        (cells().filter(|rate| rate.exact.is_some()).count(), cells().count())
    };
    let fact = HeatFact {
        units: rows.len(),
        drives: (0..drives.len()).map(of_drive).collect(),
    };
    heat_map(lang, &label, &fact)
}
