//! A topic's figures in words: cards, sentences, what they rest on.

use super::compared::{Moment, One};
use super::figures::{Body, Done, Figure, Levels, Matrix, Shown, Value};
use crate::analysis::achievement::TargetStatus;
use crate::analysis::rank;
use crate::analysis::rate::Rate;
use crate::analysis::shares::of_sum;
use crate::catalogue::Catalogue;
use crate::i18n::topics::{at_most, limit_note};
use crate::model::id::UnitId;
use crate::model::indicator::Indicator;
use crate::model::ledger::Ledger;
use crate::model::letter_case::lowered;
use crate::model::number::Count;
use crate::model::quantity::Quantity;
use crate::model::statement::Realisation;
use crate::model::target::TargetValue;
use crate::model::text::Lang;
use crate::report::period_name::period_name;
use crate::report::sentence::coverage::{Reach, reported_brief};
use crate::report::sentence::facts::{Facts, averaging, facts};
use crate::report::sentence::finding::according_to;
use crate::report::sentence::from_analysis::{parts, unit_name};
use crate::report::sentence::grades::grades;
use crate::report::sentence::ranking::{Ranked, ranking};
use crate::report::sentence::share::{RateTarget, Share, ShareFact, part_of_whole, share};
use crate::report::sentence::topic::{self, Stage, TotalFact, Under, hundredth, last_year, other_method};
use crate::report::sentence::words;

/// The counting unit of amounts of money.
const MONEY: &str = "dong";

/// Whether an indicator counts đồng.
pub fn is_money(catalogue: &Catalogue, indicator: &Indicator) -> bool {
    let counted = catalogue.counting_units_of(&indicator.numerator);
    counted.iter().any(|unit| unit.as_str() == MONEY)
}

/// A count as the page writes it: money short, anything else in full.
pub fn written(lang: Lang, quantity: Quantity, is_money: bool) -> String {
    match is_money {
        true => topic::money(lang, quantity),
        false => words::quantity(lang, quantity),
    }
}

/// What a card shows, written.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// What is measured.
    pub label: String,
    /// The value.
    pub value: String,
    /// What it is out of, or counted in.
    pub unit: String,
    /// What is asked for.
    pub target: String,
    /// The line below: who reported, last year.
    pub foot: String,
    /// How it stands.
    pub status: Option<TargetStatus>,
    /// How long its bar is, and where its target stands: shares of the whole.
    pub bar: Option<(f64, Option<f64>)>,
}

/// The card of a figure.
pub fn card(lang: Lang, shown: &Shown, figure: &Figure, ledger: &Ledger, catalogue: &Catalogue) -> Card {
    let indicator = &figure.indicator;
    let target = figure.target.as_ref();
    let money = is_money(catalogue, indicator);
    let asked = target.map(|found| match found.target.value {
        TargetValue::Percent(percent) => percent.format_short(lang),
        TargetValue::Count(count) => written(lang, Quantity::exact(count), money),
    });
    let asked = target.zip(asked);
    let asked = asked.map_or_else(String::new, |(found, asked)| {
        format!("{} {asked}", found.target.comparison.sign())
    });
    let mut foot: Vec<String> = Vec::new();
    // Before a year is over its figures are in a term's value and not yet due: "0/67" would deny the value above it.
    let reach = Reach::of(figure.coverage(), ledger);
    if !shown.is_of_bloc() && (reach.included() > 0 || !figure.is_reported()) {
        foot.push(reported_brief(lang, &reach));
    }
    let (value, unit, bar) = match &figure.value {
        Value::Rate { now, before, other, .. } => {
            foot.extend(
                before
                    .as_ref()
                    .and_then(|before| rate_value(lang, before))
                    .map(|it| before_text(lang, &it)),
            );
            foot.extend(
                other.map(|(method, share)| format!("{}: {}", averaging(lang, method), share.format_short(lang))),
            );
            let asked = target.and_then(|found| match found.target.value {
                TargetValue::Percent(percent) => Some(percent.to_f64()),
                TargetValue::Count(_) => None,
            });
            let out_of = Share::of(now).map_or_else(String::new, |share| part_of_whole(lang, &share));
            (
                rate_value(lang, now),
                out_of,
                now.percent.map(|percent| (percent.to_f64(), asked)),
            )
        }
        Value::Total(both) => {
            foot.extend(
                both.before
                    .quantity
                    .map(|before| before_text(lang, &written(lang, before, money))),
            );
            let unit = both
                .now
                .counting_unit
                .as_ref()
                .and_then(|unit| catalogue.counting_unit(unit));
            let unit = unit.filter(|_| !money && both.now.quantity.is_some());
            (
                both.now.quantity.map(|quantity| written(lang, quantity, money)),
                unit.map_or_else(String::new, |unit| unit.label.in_lang(lang).to_owned()),
                None,
            )
        }
    };
    Card {
        label: indicator.label.in_lang(lang).to_owned(),
        value: value.unwrap_or_else(|| "–".to_owned()),
        unit,
        target: asked,
        foot: foot.join("; "),
        status: target.map(|found| found.status),
        bar,
    }
}

/// A rate's percentage or a ratio's number.
fn rate_value(lang: Lang, rate: &Rate) -> Option<String> {
    match rate.ratio_hundredths() {
        Some(hundredths) => Some(hundredth(lang, hundredths)),
        None => rate.percent.map(|percent| percent.format_short(lang)),
    }
}

fn before_text(lang: Lang, before: &str) -> String {
    match lang {
        Lang::Vi => format!("cùng kỳ {before}"),
        Lang::En => format!("last year {before}"),
    }
}

/// A figure as a sentence: its value, what it is of, target, coverage, last year.
pub fn sentence(lang: Lang, shown: &Shown, figure: &Figure, ledger: &Ledger, catalogue: &Catalogue) -> String {
    let indicator = &figure.indicator;
    match &figure.value {
        Value::Rate {
            now,
            before,
            other,
            without,
        } => {
            let mut text = match (now.ratio_hundredths(), now.numerator.quantity, now.denominator.quantity) {
                (Some(hundredths), Some(above), Some(below)) => {
                    topic::ratio(lang, &indicator.label, hundredths, above, below)
                }
                _ if shown.is_of_bloc() && now.numerator.quantity.is_none() => {
                    topic::none_of(lang, &indicator.label, false)
                }
                _ => share(lang, &rate_fact(shown, figure, now, ledger)),
            };
            text.push_str(&other.map_or_else(String::new, |(method, share)| {
                other_method(lang, averaging(lang, method), share)
            }));
            let before = before.as_ref().and_then(|before| rate_value(lang, before));
            text.push_str(&before.map_or_else(String::new, |before| last_year(lang, &before)));
            // What units report says who is missing; the bloc's own says when.
            if shown.is_of_bloc() {
                let names: Vec<String> = without.iter().map(|of| period_name(lang, of, ledger)).collect();
                text.push_str(&topic::without(lang, &names));
            }
            text
        }
        Value::Total(both) => {
            let asked = figure.target.as_ref().and_then(|found| match found.target.value {
                TargetValue::Count(count) => Some((found.target.comparison, count)),
                TargetValue::Percent(_) => None,
            });
            let money = is_money(catalogue, indicator);
            let parts: Vec<Under> = figure
                .parts
                .iter()
                .map(|(name, quantity)| Under {
                    name: name.in_lang(lang).to_owned(),
                    count: quantity.count,
                    written: written(lang, *quantity, money),
                })
                .collect();
            topic::total(
                lang,
                &TotalFact {
                    parts: &parts,
                    label: &indicator.label,
                    counts: &indicator.counts,
                    quantity: both.now.quantity,
                    planned: both.now.planned,
                    money,
                    reach: (!shown.is_of_bloc()).then(|| Reach::of(&both.now.coverage, ledger)),
                    target: asked,
                    before: both.before.quantity,
                },
            )
        }
    }
}

/// What one return holds for the whole bloc has nobody missing.
fn rate_fact<'f>(shown: &Shown, figure: &'f Figure, rate: &Rate, ledger: &Ledger) -> ShareFact<'f> {
    let target = figure.target.as_ref().and_then(RateTarget::of);
    let mut fact = ShareFact::of(&figure.indicator, rate, target, ledger);
    if shown.is_of_bloc() {
        fact.reach = Reach::complete(1);
    }
    fact
}

/// What a figure rests on, fact by fact.
pub fn rests_on(lang: Lang, shown: &Shown, figure: &Figure, ledger: &Ledger) -> Vec<String> {
    let known = match &figure.value {
        Value::Rate { now, other, .. } => Facts {
            averaging: other.is_some().then_some(now.averaging),
            ..Facts::of_rate(now, ledger)
        },
        Value::Total(both) => Facts {
            total: None,
            ..Facts::of_total(&both.now, ledger)
        },
    };
    listed(lang, shown, known, ledger)
}

/// What a part rests on that is no figure of its own: the coverage of its first total.
pub fn levels_rest_on(lang: Lang, shown: &Shown, levels: &Levels, ledger: &Ledger) -> Vec<String> {
    let Some((_, total)) = levels.levels.first() else {
        return Vec::new();
    };
    let known = Facts {
        total: None,
        ..Facts::of_total(total, ledger)
    };
    listed(lang, shown, known, ledger)
}

/// What a matrix rests on: the coverage of its first cell.
pub fn matrix_rests_on(lang: Lang, shown: &Shown, matrix: &Matrix, ledger: &Ledger) -> Vec<String> {
    let Some(total) = matrix.cells.iter().flatten().next() else {
        return Vec::new();
    };
    let known = Facts {
        total: None,
        ..Facts::of_total(total, ledger)
    };
    listed(lang, shown, known, ledger)
}

/// The facts with the day that they stand for; what only the bloc committee reports has nobody missing.
fn listed(lang: Lang, shown: &Shown, known: Facts, ledger: &Ledger) -> Vec<String> {
    let whole = shown.is_of_bloc();
    let nobody = known.reach.as_ref().is_some_and(|reach| reach.expected == 0);
    let known = Facts {
        reach: known.reach.filter(|reach| !whole && reach.expected > 0),
        as_of: known.as_of.or(shown.as_of).filter(|_| shown.is_reported()),
        ..known
    }
    .with_illustrative(!whole && !nobody && ledger.is_demo());
    let text = facts(lang, &known);
    text.split(" · ")
        .filter(|fact| !fact.is_empty())
        .map(str::to_owned)
        .collect()
}

/// A value as a row of a table or the end of a bar: "45/46 · 97,8%" or "12".
pub fn value(lang: Lang, one: &One, money: bool) -> Option<String> {
    match one {
        One::Rate(rate) => {
            let share = Share::of(rate)?;
            let written = rate_value(lang, rate).unwrap_or_else(|| "–".to_owned());
            Some(format!("{} · {written}", part_of_whole(lang, &share)))
        }
        One::Total(total) => total.quantity.map(|quantity| written(lang, quantity, money)),
    }
}

/// Units in order: the best, the worst, who is missing.
pub fn units_sentence(
    lang: Lang,
    indicator: &Indicator,
    rows: &[(UnitId, One)],
    money: bool,
    ledger: &Ledger,
) -> String {
    let name = |id: &UnitId| unit_name(ledger, id);
    let mut rates = Vec::new();
    let mut totals = Vec::new();
    for (unit, one) in rows {
        match one {
            One::Rate(rate) => rates.push((unit.clone(), (**rate).clone())),
            One::Total(total) => totals.push((unit.clone(), (**total).clone())),
        }
    }
    let rates = rank::by_rate(rates, indicator.direction);
    let totals = rank::by_total(totals, indicator.direction);
    let of_rates = rates.rows.iter().map(|row| Ranked {
        name: name(&row.unit),
        value: value(lang, &One::Rate(Box::new(row.figure.clone())), money).unwrap_or_default(),
    });
    let of_totals = totals.rows.iter().map(|row| Ranked {
        name: name(&row.unit),
        value: value(lang, &One::Total(Box::new(row.figure.clone())), money).unwrap_or_default(),
    });
    let ranked: Vec<Ranked> = of_rates.chain(of_totals).collect();
    let missing: Vec<String> = rates
        .not_reported
        .iter()
        .chain(&totals.not_reported)
        .map(name)
        .collect();
    ranking(lang, &indicator.label, &ranked, &missing)
}

/// Periods beside each other, those without figures left out.
pub fn along_sentence(lang: Lang, indicator: &Indicator, moments: &[Moment], money: bool, ledger: &Ledger) -> String {
    let points: Vec<(String, String, Count)> = moments
        .iter()
        .filter(|moment| moment.realisation != Realisation::Planned)
        .filter_map(|moment| {
            let order = match &moment.now {
                One::Rate(rate) => rate.exact.map(|exact| exact.hundredths())?,
                One::Total(total) => total.quantity?.count,
            };
            let name = period_name(lang, &moment.period, ledger);
            Some((name, value(lang, &moment.now, money)?, order))
        })
        .collect();
    topic::along(lang, &indicator.label, &points)
}

/// A period of a board, written.
pub fn stage(lang: Lang, moment: &Moment, ledger: &Ledger) -> Stage {
    let write = |quantity: Quantity| written(lang, quantity, false);
    let share = match &moment.now {
        One::Rate(rate) => rate_value(lang, rate),
        One::Total(_) => None,
    };
    Stage {
        period: period_name(lang, &moment.period, ledger),
        set: moment.sides.set.map(write),
        done: moment.sides.done.map(write),
        share,
    }
}

/// A board as a sentence: every period that has begun, with what is known and what is missing.
pub fn board_sentence(lang: Lang, indicator: &Indicator, moments: &[Moment], ledger: &Ledger) -> String {
    let begun = moments
        .iter()
        .filter(|moment| moment.realisation != Realisation::Planned || moment.sides.is_known());
    let stages: Vec<Stage> = begun.map(|moment| stage(lang, moment, ledger)).collect();
    topic::board(lang, &indicator.label, &stages)
}

/// Levels as a sentence: how many at each, of how many, who is missing.
pub fn levels_sentence(lang: Lang, shown: &Shown, levels: &Levels, ledger: &Ledger) -> String {
    let reported = shown.is_reported();
    if levels.whole() == 0 {
        return topic::none_of(lang, &levels.measure.label, reported);
    }
    let shares = of_sum(&levels.counts(), 1);
    let reach = match levels.levels.first() {
        Some((_, total)) if !shown.is_of_bloc() => Reach::of(&total.coverage, ledger),
        _ => Reach::complete(1),
    };
    grades(lang, &levels.counted, &parts(&levels.levels, &shares), &reach)
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
    let number = |count: Count| written(lang, Quantity::exact(count), false);
    let under = |name: &str, count: Count, unit: &str| Under {
        name: name.to_owned(),
        count,
        // A column that is named by what it counts says it once, and so does a measure.
        written: match unit.is_empty()
            || lowered(matrix.measure.label.in_lang(lang)) == unit
            || name.rsplit(" · ").next().is_some_and(|last| lowered(last) == unit)
        {
            true => number(count),
            false => format!("{} {unit}", number(count)),
        },
    };
    let all: Vec<Under> = match matrix.columns.len() {
        1 => {
            let rows = matrix.rows.iter().zip(&matrix.cells);
            let rows = rows.filter_map(|(row, cells)| Some((row, cells.first()?.quantity?.count)));
            let action = matrix.columns.first().map_or("", |column| column.label.in_lang(lang));
            // Who did what: "Ban Thường vụ Đảng ủy Khối kiểm tra 3 tổ chức đảng".
            let action = action.split_once(" · ").map(|(action, _)| action);
            let name = |row: &str| action.map_or_else(|| row.to_owned(), |action| format!("{row} · {action}"));
            rows.map(|(row, count)| under(&name(row.in_lang(lang)), count, &counted(0)))
                .collect()
        }
        _ => {
            let columns = matrix.columns.iter().enumerate();
            let columns = columns.filter_map(|(at, column)| Some((at, column, matrix.column_total(at)?)));
            columns
                .map(|(at, column, count)| under(column.label.in_lang(lang), count, &counted(at)))
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

/// The part as a sentence: its first reported figure's, or what its levels, its matrix or its units say.
pub fn part_sentence(lang: Lang, shown: &Shown, ledger: &Ledger, catalogue: &Catalogue) -> String {
    match &shown.body {
        Body::Indicators(_) => {
            let reported = shown.figures.iter().find(|figure| figure.is_reported());
            let figure = reported.or(shown.figures.first());
            figure.map_or_else(String::new, |figure| sentence(lang, shown, figure, ledger, catalogue))
        }
        Body::Levels(levels) => levels_sentence(lang, shown, levels, ledger),
        Body::Matrix(matrix) => matrix_sentence(lang, shown, matrix),
        Body::Done(done) => done_sentence(lang, done, ledger),
    }
}
