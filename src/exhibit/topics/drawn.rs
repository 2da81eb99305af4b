//! A topic's figures as the inputs of charts.

use super::compared::{LevelRows, Moment, One};
use super::figures::{Done, Levels, Limit};
use super::worded::stage;
use crate::analysis::achievement::Achievement;
use crate::catalogue::topic::{Topic, TopicColour};
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
use crate::i18n::topics::{TOPICS, Topics, at_most};
use crate::model::id::UnitId;
use crate::model::ledger::Ledger;
use crate::model::number::Count;
use crate::model::period::Period;
use crate::model::statement::Realisation;
use crate::model::target::TargetValue;
use crate::model::text::Lang;
use crate::report::period_name::{period_tick, period_title};
use crate::report::sentence::from_analysis::unit_name_in;

/// Bars of money are drawn and labelled in this many đồng.
pub const MILLION: Count = 1_000_000;

/// The colours of the series of one chart, the topic's own first.
pub(super) const HUES: [Hue; 6] = [Hue::Blue, Hue::Amber, Hue::Green, Hue::Violet, Hue::Sky, Hue::Vermilion];

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

impl Drawn<'static> {
    /// How charts of a topic are drawn.
    pub fn of(lang: Lang, topic: &Topic, money: bool) -> Drawn<'static> {
        Drawn {
            lang,
            words: TOPICS.in_lang(lang),
            hue: hue(topic.colour),
            money,
        }
    }
}

impl Drawn<'_> {
    pub(super) fn scaled(self, count: Count) -> Count {
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
pub(super) fn second(hue: Hue) -> Hue {
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
