//! What is divided, in words: by levels, under options, done or not.

use super::{reach, written};
use crate::analysis::shares::of_sum;
use crate::exhibit::topics::compared::LevelRows;
use crate::exhibit::topics::figures::{Done, Levels, Matrix, Shown};
use crate::i18n::topics::{at_most, limit_note};
use crate::model::ledger::Ledger;
use crate::model::letter_case::lowered;
use crate::model::number::{Count, Percent};
use crate::model::period::{Period, PeriodKind};
use crate::model::quantity::Quantity;
use crate::model::text::{Lang, Text};
use crate::report::period_name::period_name;
use crate::report::sentence::coverage::Reach;
use crate::report::sentence::finding::according_to;
use crate::report::sentence::from_analysis::{parts, unit_name};
use crate::report::sentence::grades::grades;
use crate::report::sentence::share::{Share, part_of_whole};
use crate::report::sentence::topic::{self, Under};
use crate::report::sentence::words;

/// Levels as a sentence: how many at each, of how many, who is missing. What they are of is said: "6 đảng viên bị thi hành kỷ luật:
/// 2 khiển trách …", "12 nhiệm vụ được xếp loại: …".
pub fn levels_sentence(lang: Lang, shown: &Shown, levels: &Levels, ledger: &Ledger) -> String {
    let reported = shown.is_reported();
    if levels.whole() == 0 {
        return topic::none_of(lang, &levels.measure.label, reported);
    }
    if levels.is_own_level() && shown.is_of_bloc() && (levels.whole() == 1 || shown.form.period == PeriodKind::Year) {
        let held: Vec<(&Text, Count)> = levels
            .levels
            .iter()
            .map(|(of, total)| (&of.label, total.count()))
            .collect();
        return topic::own_level(lang, &levels.measure.label, &held);
    }
    let shares = of_sum(&levels.counts(), 1);
    let reach = match levels.levels.first() {
        Some((_, total)) => reach(shown, &total.coverage, ledger),
        None => Reach::complete(1),
    };
    let (label, counted) = (&levels.measure.label, &levels.counted);
    let is_named = |lang| lowered(label.in_lang(lang)).starts_with(&lowered(counted.in_lang(lang)));
    if is_named(lang) {
        let named = Text::new(
            topic::classed(Lang::Vi, &label.vi),
            topic::classed(Lang::En, label.in_lang(Lang::En)),
        );
        return grades(lang, &named, &parts(&levels.levels, &shares), &reach);
    }
    let said = grades(lang, counted, &parts(&levels.levels, &shares), &reach);
    format!("{} – {}", label.in_lang(lang), words::begun_small(&said))
}

/// The best of the levels that occur, year by year: "Nhiệm vụ theo mức hoàn thành – năm 2021: 4/5 hoàn thành xuất sắc nhiệm vụ
/// (80%); năm 2022: …". One thing's own level is named.
pub fn levels_along_sentence(
    lang: Lang,
    shown: &Shown,
    levels: &Levels,
    years: &LevelRows<Period>,
    ledger: &Ledger,
) -> String {
    let best = levels.counts().iter().position(|count| *count > 0);
    let Some(best) = best.filter(|_| years.rows.len() > 1) else {
        return levels_sentence(lang, shown, levels, ledger);
    };
    let own = levels.is_own_level() && shown.is_of_bloc();
    let level = |at: usize| {
        let column = years.columns.get(at);
        column.map_or_else(String::new, |column| words::name_inside(column.label.in_lang(lang)))
    };
    let told = years.rows.iter().filter_map(|(year, counts)| {
        let counts = counts.as_ref()?;
        let (whole, count) = (counts.iter().sum::<Count>(), counts.get(best).copied().unwrap_or(0));
        let said = match own {
            true => level(counts.iter().position(|count| *count > 0)?),
            false => {
                let share = Share {
                    part: Quantity::exact(count),
                    whole: Quantity::exact(whole),
                    percent: Percent::of(count, whole, 1),
                };
                let percent = share
                    .percent
                    .map(|percent| format!(" ({})", words::percent(lang, percent)));
                format!(
                    "{} {}{}",
                    part_of_whole(lang, &share),
                    level(best),
                    percent.unwrap_or_default()
                )
            }
        };
        Some(format!("{}: {said}", period_name(lang, year, ledger)))
    });
    let told: Vec<String> = told.collect();
    format!("{} – {}", levels.measure.label.in_lang(lang), told.join("; "))
}

/// What the line of a limit on the best levels is, and who sets it; nothing where there is none.
pub fn levels_limit(lang: Lang, levels: &Levels) -> Option<String> {
    let limit = levels.limit.as_ref().filter(|_| levels.whole() > 0)?;
    let document = limit.rule.source.as_ref();
    let document = document.map_or_else(String::new, |source| according_to(lang, source));
    let line = at_most(lang, &limit.share.format_short(lang));
    Some(limit_note(lang, &line, limit.rule.label.in_lang(lang), &document))
}

/// A matrix as a sentence: its columns' sums, or its rows where there is one column.
pub fn matrix_sentence(lang: Lang, shown: &Shown, matrix: &Matrix) -> String {
    if !shown.is_reported() {
        return topic::none_of(lang, &matrix.measure.label, false);
    }
    let counted = |column: usize| {
        let counted = matrix.columns.get(column).and_then(|column| column.counted.as_ref());
        counted.map_or_else(String::new, |unit| unit.in_lang(lang).to_owned())
    };
    let number = |quantity: Quantity| written(lang, quantity, false);
    let label = lowered(matrix.measure.label.in_lang(lang));
    let under = |name: &str, found: Quantity, unit: &str| {
        if let Some((action, _)) = name.split_once(" · ").filter(|(_, whom)| lowered(whom) == unit) {
            return Under::of_action(lang, "", action, found, unit);
        }
        Under {
            name: name.to_owned(),
            count: found.count,
            // A column that is named by what it counts says it once, and so does a measure ("Giải thưởng cuộc thi" of "giải").
            written: match unit.is_empty() || label.starts_with(unit) || label.ends_with(unit) || lowered(name) == unit
            {
                true => number(found),
                false => format!("{} {unit}", number(found)),
            },
        }
    };
    let all: Vec<Under> = match matrix.columns.len() {
        1 => {
            let rows = matrix.rows.iter().zip(&matrix.cells);
            let rows = rows.filter_map(|(row, cells)| Some((row, cells.first()?.quantity?)));
            let action = matrix.columns.first().map_or("", |column| column.label.in_lang(lang));
            // Who did what: "Ban Thường vụ Đảng ủy Khối kiểm tra 3 tổ chức đảng".
            let action = action.split_once(" · ").map(|(action, _)| action);
            rows.map(|(row, found)| match (row.in_lang(lang), action) {
                (row, Some(action)) => Under::of_action(lang, row, action, found, &counted(0)),
                (row, None) => under(row, found, &counted(0)),
            })
            .collect()
        }
        _ => {
            let columns = matrix.columns.iter().enumerate();
            let columns = columns.filter_map(|(at, column)| Some((at, column, matrix.column_sum(at)?)));
            columns
                .map(|(at, column, found)| under(column.label.in_lang(lang), found, &counted(at)))
                .collect()
        }
    };
    topic::by_options(lang, &matrix.measure.label, &all)
}

/// Done or not as a sentence.
pub fn done_sentence(lang: Lang, done: &Done, ledger: &Ledger) -> String {
    let missing: Vec<String> = done.missing.iter().map(|unit| unit_name(ledger, unit)).collect();
    topic::done(lang, &done.measure.label, done.done.len(), done.not.len(), &missing)
}
