//! A drive's figures as the inputs of charts: names put to identifiers, rates given as their counts.

use super::figures::{DriveFigures, GradeFigures};
use super::list::UnitAndDrives;
use super::progress::Progress;
use super::targets::Held;
use crate::analysis::rate::Rate;
use crate::charts::grouped_bars::{Bars, GroupedBars};
use crate::charts::heat_map::{Head, HeatMap};
use crate::charts::lines::{ProgressLine, Step};
use crate::charts::look::Hue;
use crate::charts::ranked_bars::{Amount, RankedBars, TargetAt, TargetLine, UnitBar};
use crate::charts::stacked_by_unit::{StackedByUnit, UnitParts};
use crate::charts::stacked_whole::{Part, StackedWhole};
use crate::model::date::Date;
use crate::model::drive::Drive;
use crate::model::id::{SectorId, UnitId};
use crate::model::ledger::Ledger;
use crate::model::number::Count;
use crate::model::text::Lang;
use crate::report::period_name::capitalised;

/// A unit's full name; its identifier where the unit is gone.
pub fn full_name(ledger: &Ledger, unit: &UnitId) -> String {
    let found = ledger.units.get(unit);
    found.map_or_else(|| unit.to_string(), |unit| unit.name.clone())
}

/// A sector's name; `without` for units that have none.
pub fn sector_name(ledger: &Ledger, sector: Option<&SectorId>, lang: Lang, without: &str) -> String {
    let Some(id) = sector else {
        return without.to_owned();
    };
    let found = ledger.sectors.iter().find(|sector| sector.id == *id);
    found.map_or_else(|| id.to_string(), |sector| sector.label.in_lang(lang).to_owned())
}

/// A rate as a bar: its part and its whole, or not reported.
pub fn amount(rate: &Rate) -> Amount {
    match (rate.numerator.quantity, rate.denominator.quantity) {
        (Some(part), Some(whole)) => Amount::Share {
            part: part.count,
            whole: whole.count,
        },
        _ => Amount::NotReported,
    }
}

/// A target as a line, with its label "Chỉ tiêu 100%".
pub fn target_line(held: &Held, label: &str, lang: Lang) -> TargetLine {
    TargetLine {
        at: TargetAt::Percent(held.percent),
        label: format!("{label} {}", held.percent.format_short(lang)),
    }
}

/// Units compared by the participation of the chosen audience.
pub fn units(figures: &DriveFigures, ledger: &Ledger, lang: Lang, target: &str) -> RankedBars {
    let row = |(unit, rate): &(UnitId, Rate)| UnitBar {
        key: unit.to_string(),
        name: full_name(ledger, unit),
        amount: amount(rate),
    };
    RankedBars {
        rows: figures.units.iter().map(row).collect(),
        hue: Hue::Blue,
        target: main_target(figures).map(|held| target_line(held, target, lang)),
    }
}

fn main_target(figures: &DriveFigures) -> Option<&Held> {
    figures.main().and_then(|main| main.target.as_ref())
}

/// Sectors in the bloc's order. A picked group gives its sector's identifier.
pub fn sectors(figures: &DriveFigures, ledger: &Ledger, lang: Lang, without: &str, target: &str) -> GroupedBars {
    let name = figures
        .main()
        .map_or_else(String::new, |main| main.audience.label.in_lang(lang).to_owned());
    GroupedBars {
        groups: figures
            .sectors
            .iter()
            .map(|(sector, _)| Head {
                key: sector.as_ref().map_or_else(String::new, |sector| sector.to_string()),
                name: sector_name(ledger, sector.as_ref(), lang, without),
            })
            .collect(),
        series: vec![Bars {
            name,
            hue: Hue::Blue,
            amounts: figures.sectors.iter().map(|(_, rate)| amount(rate)).collect(),
        }],
        target: main_target(figures).map(|held| target_line(held, target, lang)),
    }
}

/// The rates of audiences and of the work around the drive that somebody reported, a bar each.
pub fn overview(figures: &DriveFigures, lang: Lang) -> GroupedBars {
    let audiences = figures.audiences.iter().map(|it| (&it.indicator, &it.rate));
    let work = figures.work.iter().map(|it| (&it.indicator, &it.rate));
    let all: Vec<_> = audiences
        .chain(work)
        .filter(|(_, rate)| rate.percent.is_some())
        .collect();
    GroupedBars {
        groups: all
            .iter()
            .map(|(indicator, _)| Head {
                key: indicator.id.to_string(),
                name: indicator.label.in_lang(lang).to_owned(),
            })
            .collect(),
        series: vec![Bars {
            name: figures.drive.name.clone(),
            hue: Hue::Blue,
            amounts: all.iter().map(|(_, rate)| amount(rate)).collect(),
        }],
        target: None,
    }
}

/// Results of write-ups as one bar. Grades that nobody got are left out, so that they take no room.
pub fn grades(grades: &GradeFigures, lang: Lang, remainder: &str) -> StackedWhole {
    StackedWhole {
        parts: grades
            .grades
            .iter()
            .filter(|(_, total)| total.count() > 0)
            .map(|(column, total)| Part {
                key: column.key.to_string(),
                name: column.label.in_lang(lang).to_owned(),
                count: total.count(),
            })
            .collect(),
        whole: grades.whole(),
        remainder: remainder.to_owned(),
        hue: Hue::Blue,
        cap: None,
    }
}

/// Results of write-ups by unit.
pub fn grades_by_unit(grades: &GradeFigures, ledger: &Ledger, lang: Lang) -> StackedByUnit {
    let used: Vec<bool> = grades.grades.iter().map(|(_, total)| total.count() > 0).collect();
    let only_used = |counts: &Vec<Count>| -> Vec<Count> {
        let kept = counts.iter().zip(&used).filter(|(_, used)| **used);
        kept.map(|(count, _)| *count).collect()
    };
    StackedByUnit {
        parts: grades
            .grades
            .iter()
            .zip(&used)
            .filter(|(_, used)| **used)
            .map(|((column, _), _)| Head {
                key: column.key.to_string(),
                name: column.label.in_lang(lang).to_owned(),
            })
            .collect(),
        rows: grades
            .units
            .iter()
            .map(|(unit, counts)| UnitParts {
                key: unit.to_string(),
                name: full_name(ledger, unit),
                counts: counts.as_ref().map(only_used),
            })
            .collect(),
        hue: Hue::Blue,
        cap: None,
    }
}

/// At most so many steps on a drive's time axis: longer drives are drawn week by week.
const STEPS: i64 = 45;

/// A drive over its days, as shares of all that were invited. Days after the last return are still to come;
/// returns from before the first day count on it.
pub fn progress(
    progress: &Progress,
    drive: &Drive,
    whole: Count,
    target: Option<&Held>,
    lang: Lang,
    label: &str,
) -> ProgressLine {
    let last = progress.days.last().map(|day| day.date);
    let end = last.map_or(drive.end, |last| last.max(drive.end));
    let stride = (end.days_since(drive.start) / STEPS + 1).max(1);
    let mut dates: Vec<Date> = Vec::new();
    let mut at = drive.start;
    while at < end {
        dates.push(at);
        at = at.plus_days(stride);
    }
    dates.push(end);
    let sum_by = |date: Date| {
        let until = progress.days.iter().take_while(|day| day.date <= date);
        until.last().map_or(0, |day| day.sum)
    };
    // A step is past when something was reported on it or after it; the step just behind the last return too.
    let reached =
        |at: usize| last.is_some_and(|last| at == 0 || dates.get(at - 1).is_some_and(|before| *before < last));
    ProgressLine {
        steps: dates
            .iter()
            .map(|date| Step {
                key: date.to_string(),
                label: format!("{}/{}", date.day(), date.month()),
            })
            .collect(),
        hue: Hue::Blue,
        done: dates
            .iter()
            .enumerate()
            .map(|(at, date)| reached(at).then(|| sum_by(*date)))
            .collect(),
        whole,
        target: target.map(|held| (format!("{label} {}", held.percent.format_short(lang)), held.percent)),
        pace: None,
    }
}

/// Names by what tells them apart: the words that all of them begin with are left out. "Nghị quyết Đại hội đại biểu toàn quốc lần
/// thứ XIII" beside "Nghị quyết Đại hội đại biểu Đảng bộ tỉnh" is "Toàn quốc lần thứ XIII" in a narrow column.
pub fn told_apart(names: &[&str]) -> Vec<String> {
    let words: Vec<Vec<&str>> = names.iter().map(|name| name.split_whitespace().collect()).collect();
    let shared = |at: usize| {
        let first = words.first().and_then(|words| words.get(at));
        first.is_some() && words.iter().all(|words| words.get(at) == first)
    };
    let shared = (0..).take_while(|at| shared(*at)).count();
    // A name that another one begins with would be left without a word: then all stay whole.
    let left_out = if words.iter().any(|words| words.len() <= shared) {
        0
    } else {
        shared
    };
    words
        .iter()
        .map(|words| capitalised(&words.get(left_out..).unwrap_or_default().join(" ")))
        .collect()
}

/// Units × drives. A picked cell gives `unit|drive`.
pub fn heat(drives: &[Drive], rows: &[UnitAndDrives], ledger: &Ledger) -> HeatMap {
    let names: Vec<&str> = drives.iter().map(|drive| drive.name.as_str()).collect();
    HeatMap {
        columns: drives
            .iter()
            .zip(told_apart(&names))
            .map(|(drive, name)| Head {
                key: drive.id.to_string(),
                name,
            })
            .collect(),
        rows: rows
            .iter()
            .map(|(unit, _)| Head {
                key: unit.to_string(),
                name: full_name(ledger, unit),
            })
            .collect(),
        cells: rows
            .iter()
            .map(|(_, cells)| cells.iter().map(|cell| cell.as_ref().map(amount)).collect())
            .collect(),
        hue: Hue::Blue,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use super::super::progress::Day;
    use super::*;

    #[test]
    fn a_column_is_named_by_what_tells_it_apart() {
        let names = [
            "Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng",
            "Nghị quyết Đại hội đại biểu Đảng bộ tỉnh Hòa Bình lần thứ XVII",
        ];
        assert_eq!(
            told_apart(&names),
            ["Toàn quốc lần thứ XIII của Đảng", "Đảng bộ tỉnh Hòa Bình lần thứ XVII"]
        );
        assert_eq!(told_apart(&names[..1]), names[..1], "one has nothing to be told from");
        assert_eq!(
            told_apart(&["Kết luận 01", "Kết luận 01"]),
            ["Kết luận 01"; 2],
            "never empty"
        );
        assert_eq!(told_apart(&["Kết luận", "Kết luận 01"]), ["Kết luận", "Kết luận 01"]);
    }

    fn drive(start: &str, end: &str) -> Drive {
        Drive {
            id: "d".into(),
            unit: "khoi".into(),
            name: "D".into(),
            document: crate::model::document::DocumentRef::default(),
            start: start.parse().unwrap(),
            end: end.parse().unwrap(),
            audiences: Vec::new(),
        }
    }

    fn day(date: &str, sum: Count) -> Day {
        Day {
            date: date.parse().unwrap(),
            sum,
            units: 1,
        }
    }

    fn over(start: &str, end: &str, days: Vec<Day>) -> ProgressLine {
        let found = Progress {
            days,
            ..Progress::default()
        };
        progress(&found, &drive(start, end), 100, None, Lang::Vi, "Chỉ tiêu")
    }

    #[test]
    fn days_to_come_have_no_figure() {
        let line = over(
            "2021-06-01",
            "2021-06-05",
            vec![day("2021-06-02", 10), day("2021-06-03", 40)],
        );
        let labels: Vec<&str> = line.steps.iter().map(|step| step.label.as_str()).collect();
        assert_eq!(labels, ["1/6", "2/6", "3/6", "4/6", "5/6"]);
        assert_eq!(line.done, [Some(0), Some(10), Some(40), None, None]);
    }

    #[test]
    fn returns_before_and_after_the_drive_are_not_lost() {
        let line = over(
            "2021-06-02",
            "2021-06-03",
            vec![day("2021-05-30", 10), day("2021-06-04", 40)],
        );
        assert_eq!(line.done, [Some(10), Some(10), Some(40)]);
        let one_day = over("2021-06-02", "2021-06-02", vec![day("2021-06-02", 7)]);
        assert_eq!(one_day.done, [Some(7)]);
    }

    #[test]
    fn a_long_drive_is_drawn_in_strides_and_ends_on_its_last_day() {
        let line = over("2021-01-01", "2021-12-31", vec![day("2021-12-30", 100)]);
        assert!(line.steps.len() <= 50, "{}", line.steps.len());
        assert_eq!(line.steps.last().unwrap().key, "2021-12-31");
        assert_eq!(line.done.last(), Some(&Some(100)));
    }
}
