//! Units in order, in words: by an indicator, and by their share of the best level.

use super::compared::{LevelRows, One};
use super::figures::Levels;
use super::worded::value;
use crate::analysis::rank;
use crate::analysis::shares::of_sum;
use crate::i18n::topics::share_at;
use crate::model::id::UnitId;
use crate::model::indicator::Indicator;
use crate::model::ledger::Ledger;
use crate::model::number::Percent;
use crate::model::sort::SmallSort;
use crate::model::text::Lang;
use crate::report::sentence::from_analysis::unit_name;
use crate::report::sentence::ranking::{Ranked, ranking};
use crate::report::sentence::words;

/// Units in order: the best, the worst, who is missing.
pub fn units_sentence(
    lang: Lang,
    indicator: &Indicator,
    rows: &[(UnitId, One)],
    money: bool,
    ledger: &Ledger,
) -> String {
    ranked_units(lang, indicator, (rows, money), ledger, true)
}

/// The same without who is missing.
pub fn units_headline(
    lang: Lang,
    indicator: &Indicator,
    rows: &[(UnitId, One)],
    money: bool,
    ledger: &Ledger,
) -> String {
    ranked_units(lang, indicator, (rows, money), ledger, false)
}

fn ranked_units(
    lang: Lang,
    indicator: &Indicator,
    (rows, money): (&[(UnitId, One)], bool),
    ledger: &Ledger,
    with_missing: bool,
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
        .filter(|_| with_missing)
        .map(name)
        .collect();
    ranking(lang, &indicator.label, &ranked, &missing)
}

/// Units by their share of the best level: the most, the fewest, who is missing.
pub fn levels_units_sentence(lang: Lang, levels: &Levels, units: &LevelRows<UnitId>, ledger: &Ledger) -> String {
    let Some((best, _)) = levels.levels.first() else {
        return String::new();
    };
    let mut rows: Vec<(Percent, String)> = Vec::new();
    let mut missing = Vec::new();
    for (unit, counts) in &units.rows {
        let name = unit_name(ledger, unit);
        let shares = counts.as_ref().map(|counts| of_sum(counts, 1));
        match shares {
            Some(shares) => rows.extend(shares.parts.first().and_then(|part| Some((part.percent?, name)))),
            None => missing.push(name),
        }
    }
    rows.small_sort_by_key(|(share, _)| std::cmp::Reverse(*share));
    let ranked: Vec<Ranked> = rows
        .into_iter()
        .map(|(share, name)| Ranked {
            name,
            value: words::percent(lang, share),
        })
        .collect();
    ranking(lang, &share_at(&best.label), &ranked, &missing)
}
