//! A topic's figures as the inputs of charts.

use super::compared::{LevelRows, Moment, One};
use super::figures::{Done, Levels, Limit, Matrix};
use super::worded::stage;
use crate::analysis::achievement::Achievement;
use crate::analysis::aggregate::Total;
use crate::catalogue::topic::TopicColour;
use crate::charts::blocks::{Block, BlockRow, Blocks};
use crate::charts::bullet::{Bullet, Bullets};
use crate::charts::cap::Cap;
use crate::charts::grouped_bars::{Bars, GroupedBars};
use crate::charts::heat_map::Head;
use crate::charts::lines::Step;
use crate::charts::look::Hue;
use crate::charts::monthly_columns::MonthlyColumns;
use crate::charts::ranked_bars::{Amount, RankedBars, TargetAt, TargetLine, UnitBar};
use crate::charts::stacked_by_unit::{StackedByUnit, UnitParts};
use crate::charts::stacked_whole::{Part, StackedWhole};
use crate::i18n::admission::year_name;
use crate::i18n::topics::{Topics, at_most};
use crate::model::id::UnitId;
use crate::model::ledger::Ledger;
use crate::model::number::Count;
use crate::model::period::Period;
use crate::model::statement::Realisation;
use crate::model::target::TargetValue;
use crate::model::text::{Lang, Text};
use crate::report::period_name::{period_tick, period_title};
use crate::report::sentence::from_analysis::unit_name_in;

/// Bars of money are drawn and labelled in this many đồng.
pub const MILLION: Count = 1_000_000;

/// The colours of the series of one chart, the topic's own first.
const HUES: [Hue; 6] = [Hue::Blue, Hue::Amber, Hue::Green, Hue::Violet, Hue::Sky, Hue::Vermilion];

/// A topic's colour as a chart's.
pub const fn hue(colour: TopicColour) -> Hue {
    match colour {
        TopicColour::Blue => Hue::Blue,
        TopicColour::Sky => Hue::Sky,
        TopicColour::Green => Hue::Green,
        TopicColour::Amber => Hue::Amber,
        TopicColour::Vermilion => Hue::Vermilion,
        TopicColour::Violet => Hue::Violet,
    }
}

/// What charts of a part are drawn by.
#[derive(Clone, Copy)]
pub struct Drawn<'a> {
    /// The language.
    pub lang: Lang,
    /// The words of the page.
    pub words: &'a Topics,
    /// The topic's colour.
    pub hue: Hue,
    /// Whether counts are đồng, drawn in millions.
    pub money: bool,
}

impl Drawn<'_> {
    fn scaled(self, count: Count) -> Count {
        match self.money {
            true => count.saturating_add(MILLION / 2) / MILLION,
            false => count,
        }
    }

    /// A value as a bar; nothing for one that nobody reported.
    fn amount(self, one: &One) -> Amount {
        match one {
            One::Rate(rate) => match (rate.numerator.quantity, rate.denominator.quantity) {
                (Some(part), Some(whole)) => Amount::Share {
                    part: part.count,
                    whole: whole.count,
                },
                _ => Amount::NotReported,
            },
            One::Total(total) => match total.quantity {
                Some(quantity) => Amount::Count {
                    count: self.scaled(quantity.count),
                    target: None,
                },
                None => Amount::NotReported,
            },
        }
    }

    fn target_line(self, target: Option<&Achievement>) -> Option<TargetLine> {
        let found = target?;
        let TargetValue::Percent(percent) = found.target.value else {
            return None;
        };
        Some(TargetLine {
            at: TargetAt::Percent(percent),
            label: format!(
                "{} {} {}",
                self.words.target,
                found.target.comparison.sign(),
                percent.format_short(self.lang)
            ),
        })
    }
}

/// Units compared, by the names they had in the period. The bloc's target is a line across rates; it says nothing of one
/// unit's count.
pub fn units(
    rows: &[(UnitId, One)],
    target: Option<&Achievement>,
    (ledger, period): (&Ledger, &Period),
    drawn: Drawn<'_>,
) -> RankedBars {
    let bar = |(unit, one): &(UnitId, One)| UnitBar {
        key: unit.to_string(),
        name: unit_name_in(ledger, unit, period),
        amount: drawn.amount(one),
    };
    RankedBars {
        rows: rows.iter().map(bar).collect(),
        hue: drawn.hue,
        target: drawn.target_line(target),
    }
}

/// Counts along time, beside last year's where there are any.
pub fn columns(moments: &[Moment], drawn: Drawn<'_>) -> MonthlyColumns {
    let count = |one: &One| one.count().map(|count| drawn.scaled(count));
    let before: Vec<Option<Count>> = moments
        .iter()
        .map(|moment| moment.before.as_ref().and_then(count))
        .collect();
    let year = moments.iter().find_map(|moment| moment.period.year());
    let name = |year: Option<i32>| year.map_or_else(String::new, |year| year_name(drawn.lang, year));
    MonthlyColumns {
        steps: moments
            .iter()
            .map(|moment| Step {
                key: moment.period.to_string(),
                label: period_tick(drawn.lang, &moment.period),
            })
            .collect(),
        due: moments
            .iter()
            .filter(|moment| {
                moment.realisation == Realisation::Done && moment.before.is_some() || moment.now.is_reported()
            })
            .count()
            .min(moments.len()),
        now: (name(year), moments.iter().map(|moment| count(&moment.now)).collect()),
        before: before
            .iter()
            .any(Option::is_some)
            .then(|| (name(year.map(|year| year - 1)), before)),
        hue: drawn.hue,
    }
}

/// What was set and what was reached of it, period by period: a board of bullets. A period that is only known by half
/// says what is missing.
pub fn board(moments: &[Moment], ledger: &Ledger, drawn: Drawn<'_>) -> Bullets {
    let row = |moment: &Moment| {
        let (set, done) = (moment.sides.set, moment.sides.done);
        // A bar is drawn where both are known; what is known of the others is written in its place.
        let both = set.filter(|set| set.count > 0).zip(done);
        Bullet {
            key: moment.period.to_string(),
            name: period_title(drawn.lang, &moment.period, ledger),
            value: both.map(|(_, done)| done.count),
            target: both.map_or(1, |(set, _)| set.count),
            pace: None,
            written: both.is_none().then(|| {
                let known = stage(drawn.lang, moment, ledger);
                let side = |side: Option<String>| side.unwrap_or_else(|| "–".to_owned());
                (format!("{}/{}", side(known.done), side(known.set)), "–".to_owned())
            }),
            hue: drawn.hue,
        }
    };
    let begun = moments
        .iter()
        .filter(|moment| moment.realisation != Realisation::Planned || moment.sides.is_known());
    Bullets {
        rows: begun.map(row).collect(),
        target_label: drawn.words.set.to_owned(),
        pace_label: String::new(),
    }
}

/// Rates period by period, beside last year's where there are any.
pub fn rates(moments: &[Moment], target: Option<&Achievement>, ledger: &Ledger, drawn: Drawn<'_>) -> GroupedBars {
    let begun: Vec<&Moment> = moments
        .iter()
        .filter(|moment| moment.realisation != Realisation::Planned)
        .collect();
    let before = begun.iter().any(|moment| moment.before.is_some());
    let amounts = |of: &dyn Fn(&Moment) -> Amount| begun.iter().map(|moment| of(moment)).collect();
    let mut series = vec![Bars {
        name: drawn.words.now.to_owned(),
        hue: drawn.hue,
        amounts: amounts(&|moment| drawn.amount(&moment.now)),
    }];
    if before {
        series.push(Bars {
            name: drawn.words.last_year.to_owned(),
            hue: second(drawn.hue),
            amounts: amounts(&|moment| {
                moment
                    .before
                    .as_ref()
                    .map_or(Amount::NotReported, |one| drawn.amount(one))
            }),
        });
    }
    GroupedBars {
        groups: begun
            .iter()
            .map(|moment| Head {
                key: moment.period.to_string(),
                name: period_title(drawn.lang, &moment.period, ledger),
            })
            .collect(),
        series,
        target: drawn.target_line(target),
    }
}

/// A colour beside a topic's own.
fn second(hue: Hue) -> Hue {
    if hue == Hue::Sky { Hue::Blue } else { Hue::Sky }
}

/// Levels as parts of one whole.
pub fn whole(levels: &Levels, drawn: Drawn<'_>) -> StackedWhole {
    StackedWhole {
        parts: levels
            .levels
            .iter()
            .map(|(column, total)| Part {
                key: column.key.to_string(),
                name: column.label.in_lang(drawn.lang).to_owned(),
                count: total.count(),
            })
            .collect(),
        whole: levels.whole(),
        remainder: String::new(),
        hue: drawn.hue,
        cap: levels.limit.as_ref().map(|limit| cap(limit, drawn)),
    }
}

/// A limit as charts draw it.
pub fn cap(limit: &Limit, drawn: Drawn<'_>) -> Cap {
    Cap {
        share: limit.share,
        of: limit.of.clone(),
        label: at_most(drawn.lang, &limit.share.format_short(drawn.lang)),
    }
}

/// Levels of many, a bar each. `row` gives a row's key and name.
pub fn level_rows<K>(
    rows: &LevelRows<K>,
    row: impl Fn(&K) -> (String, String),
    cap: Option<Cap>,
    drawn: Drawn<'_>,
) -> StackedByUnit {
    StackedByUnit {
        parts: rows
            .columns
            .iter()
            .map(|column| Head {
                key: column.key.to_string(),
                name: column.label.in_lang(drawn.lang).to_owned(),
            })
            .collect(),
        rows: rows
            .rows
            .iter()
            .map(|(of, counts)| {
                let (key, name) = row(of);
                UnitParts {
                    key,
                    name,
                    counts: counts.clone(),
                }
            })
            .collect(),
        hue: drawn.hue,
        cap,
    }
}

/// How a matrix is drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum MatrixChart {
    /// Every cell counts something: groups of bars beside each other.
    Groups(GroupedBars),
    /// Some cells count nothing: a block for each row, with what it counts.
    Blocks(Blocks),
}

/// A matrix as a chart; `None` where a sentence says as much: it holds one count at most, or nothing above one.
pub fn matrix(matrix: &Matrix, drawn: Drawn<'_>) -> Option<MatrixChart> {
    let cells = || matrix.cells.iter().flatten();
    let held = cells().filter(|total| total.count() > 0).count();
    if held < 2 || cells().all(|total| total.count() <= 1) {
        return None;
    }
    let (rows, columns) = (matrix.rows.len(), matrix.columns.len());
    Some(
        match rows == 1 || columns == 1 || (columns < 3 && held == rows * columns) {
            true => MatrixChart::Groups(groups(matrix, drawn)),
            false => MatrixChart::Blocks(blocks(matrix, drawn)),
        },
    )
}

/// A block for each row of a matrix. Columns that begin with the same word (an action) have one colour.
fn blocks(matrix: &Matrix, drawn: Drawn<'_>) -> Blocks {
    let lang = drawn.lang;
    let labels: Vec<&str> = matrix.columns.iter().map(|column| column.label.in_lang(lang)).collect();
    let action = |label: &str| {
        label
            .split_once(" · ")
            .map_or_else(String::new, |(first, _)| first.to_owned())
    };
    let mut actions: Vec<String> = Vec::new();
    for label in &labels {
        let action = action(label);
        if !actions.contains(&action) {
            actions.push(action);
        }
    }
    let hues = [drawn.hue, second(drawn.hue)];
    let hue = |label: &str| {
        let at = actions.iter().position(|one| *one == action(label)).unwrap_or(0);
        hues[at % hues.len()]
    };
    let block = |(name, cells): (&Text, &Vec<Total>)| Block {
        name: name.in_lang(lang).to_owned(),
        rows: labels
            .iter()
            .zip(cells)
            .filter(|(_, total)| total.count() > 0)
            .map(|(label, total)| BlockRow {
                name: label.replacen(" · ", ": ", 1).replace(" · ", " "),
                count: drawn.scaled(total.count()),
                hue: hue(label),
            })
            .collect(),
    };
    Blocks {
        blocks: matrix.rows.iter().zip(&matrix.cells).map(block).collect(),
    }
}

/// A matrix as grouped bars: its rows the groups, or its columns where it has one row only.
fn groups(matrix: &Matrix, drawn: Drawn<'_>) -> GroupedBars {
    let lang = drawn.lang;
    let amount = |row: usize, column: usize| {
        let total = matrix.cells.get(row).and_then(|row| row.get(column));
        match total.and_then(|total| total.quantity) {
            Some(quantity) => Amount::Count {
                count: drawn.scaled(quantity.count),
                target: None,
            },
            None => Amount::NotReported,
        }
    };
    let head = |(at, label): (usize, &Text)| Head {
        key: at.to_string(),
        name: label.in_lang(lang).to_owned(),
    };
    let (rows, columns) = (matrix.rows.len(), matrix.columns.len());
    let labels: Vec<Text> = matrix.columns.iter().map(|column| column.label.clone()).collect();
    if rows == 1 && columns > 1 {
        return GroupedBars {
            groups: labels.iter().enumerate().map(head).collect(),
            series: vec![Bars {
                name: matrix.rows[0].in_lang(lang).to_owned(),
                hue: drawn.hue,
                amounts: (0..columns).map(|column| amount(0, column)).collect(),
            }],
            target: None,
        };
    }
    let hues = std::iter::once(drawn.hue)
        .chain(HUES.into_iter().filter(|hue| *hue != drawn.hue))
        .cycle();
    GroupedBars {
        groups: matrix.rows.iter().enumerate().map(head).collect(),
        series: labels
            .iter()
            .zip(hues)
            .enumerate()
            .map(|(column, (label, hue))| Bars {
                name: match label.in_lang(lang) {
                    "" => matrix.measure.label.in_lang(lang).to_owned(),
                    name => name.to_owned(),
                },
                hue,
                amounts: (0..rows).map(|row| amount(row, column)).collect(),
            })
            .collect(),
        target: None,
    }
}

/// Who has done it, as parts of all units.
pub fn done(done: &Done, drawn: Drawn<'_>) -> StackedWhole {
    let count = |units: &[UnitId]| Count::try_from(units.len()).unwrap_or(Count::MAX);
    let part = |key: &str, name: &str, units: &[UnitId]| Part {
        key: key.to_owned(),
        name: name.to_owned(),
        count: count(units),
    };
    StackedWhole {
        parts: vec![
            part("done", drawn.words.done, &done.done),
            part("not", drawn.words.not_done, &done.not),
        ],
        whole: count(&done.done) + count(&done.not) + count(&done.missing),
        remainder: drawn.words.not_reported.to_owned(),
        hue: drawn.hue,
        cap: None,
    }
}
