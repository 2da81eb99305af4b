//! A topic's figures in words: cards, sentences, what they rest on. `divided`: what is divided by levels or options.

mod divided;

pub use divided::{done_sentence, levels_along_sentence, levels_limit, levels_sentence, matrix_sentence};

use super::compared::{Moment, One};
use super::figures::{Body, Done, Figure, Levels, Matrix, Shown, TopicFigures, Value};
use crate::analysis::Coverage;
use crate::analysis::achievement::TargetStatus;
use crate::analysis::rate::Rate;
use crate::catalogue::Catalogue;
use crate::model::indicator::Indicator;
use crate::model::ledger::Ledger;
use crate::model::number::Count;
use crate::model::quantity::Quantity;
use crate::model::statement::Realisation;
use crate::model::target::TargetValue;
use crate::model::text::Lang;
use crate::report::period_name::period_name;
use crate::report::sentence::coverage::{Reach, reported_brief};
use crate::report::sentence::facts::{Facts, averaging, facts};
use crate::report::sentence::share::{RateTarget, Share, ShareFact, part_of_whole, share};
use crate::report::sentence::topic::{self, Stage, TotalFact, Under, before_it, hundredth, other_method};
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
            // Two methods that give the same need no second sentence.
            let other = other.filter(|(_, share)| Some(*share) != now.percent);
            text.push_str(&other.map_or_else(String::new, |(method, share)| {
                other_method(lang, averaging(lang, method), share)
            }));
            let before = before.as_ref().and_then(|before| rate_value(lang, before));
            text.push_str(&before.map_or_else(String::new, |before| before_it(lang, shown.is_of_term(), &before)));
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
                    reach: (!shown.is_of_bloc()).then(|| reach(shown, &both.now.coverage, ledger)),
                    target: asked,
                    before: both.before.quantity,
                    of_term: shown.is_of_term(),
                },
            )
        }
    }
}

/// The sentence that a topic's page begins with: its figure, and what the topic tells beside it. "71 lượt tổ chức đảng được kiểm tra;
/// 73 lượt đảng viên được kiểm tra; 6 đảng viên bị thi hành kỷ luật".
pub fn headline(lang: Lang, figures: &TopicFigures, ledger: &Ledger, catalogue: &Catalogue) -> Option<String> {
    let (shown, figure) = figures.headline()?;
    let mut said = vec![sentence(lang, shown, figure, ledger, catalogue)];
    let is_plain = |figure: &Figure| match &figure.value {
        Value::Rate { .. } => false,
        Value::Total(both) => both.now.quantity.is_some() && both.before.quantity.is_none() && figure.parts.is_empty(),
    };
    if is_plain(figure) && figure.target.is_none() && shown.is_of_bloc() {
        let all = || figures.parts.iter().flat_map(|part| &part.figures);
        let beside = figures.topic.beside.iter().filter(|id| **id != figure.indicator.id);
        said.extend(beside.filter_map(|id| {
            let found = all().find(|other| other.indicator.id == *id)?;
            let Value::Total(both) = &found.value else { return None };
            let quantity = both.now.quantity.filter(|quantity| quantity.count > 0)?;
            let (indicator, number) = (&found.indicator, words::quantity(lang, quantity));
            Some(match lang {
                Lang::Vi => format!("{number} {}", indicator.counts.vi),
                Lang::En => format!("{}: {number}", words::begun_small(indicator.label.in_lang(lang))),
            })
        }));
    }
    Some(said.join("; "))
}

/// Who reported, as a sentence of the part says it: what one return holds for the whole bloc has nobody missing, and what was said
/// before is not said again.
pub fn reach(shown: &Shown, coverage: &Coverage, ledger: &Ledger) -> Reach {
    match shown.is_of_bloc() {
        true => Reach::complete(1),
        false => Reach::of(coverage, ledger).unless_said(shown.said.as_ref()),
    }
}

fn rate_fact<'f>(shown: &Shown, figure: &'f Figure, rate: &Rate, ledger: &Ledger) -> ShareFact<'f> {
    let target = figure.target.as_ref().and_then(RateTarget::of);
    let mut fact = ShareFact::of(&figure.indicator, rate, target, ledger);
    fact.reach = reach(shown, rate.coverage(), ledger);
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

/// What a part rests on that says who has done it.
pub fn done_rests_on(lang: Lang, shown: &Shown, done: &Done, ledger: &Ledger) -> Vec<String> {
    let known = Facts {
        reach: Some(Reach::of(&done.coverage(), ledger)),
        ..Facts::default()
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
