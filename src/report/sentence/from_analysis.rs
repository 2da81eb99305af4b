//! From what `analysis/` gives to what the sentences take: the names of units are looked up here, once.

use super::admission::{AdmissionFact, CountTarget};
use super::comparison::same_period_last_year;
use super::coverage::Reach;
use super::facts::Facts;
use super::grades::Part;
use super::share::{RateTarget, Share, ShareFact};
use crate::analysis::aggregate::YearOnYear;
use crate::analysis::{Coverage, Rate, Total};
use crate::model::id::UnitId;
use crate::model::indicator::Indicator;
use crate::model::ledger::Ledger;
use crate::model::measure::Column;
use crate::model::number::Count;
use crate::model::period::Period;
use crate::model::quantity::Quantity;
use crate::model::text::Lang;

/// The full name of a unit; its identifier where the unit is gone.
pub fn unit_name(ledger: &Ledger, unit: &UnitId) -> String {
    ledger
        .units
        .get(unit)
        .map_or_else(|| unit.to_string(), |unit| unit.name.clone())
}

/// The full name that a unit has on the last day of a period: one that was renamed since keeps its old name there.
pub fn unit_name_in(ledger: &Ledger, unit: &UnitId, period: &Period) -> String {
    let day = ledger.span(period).map(|(_, end)| end);
    let then = day.and_then(|day| ledger.units.on(day).get(unit));
    then.map_or_else(|| unit_name(ledger, unit), |unit| unit.name.clone())
}

impl Reach {
    /// A coverage with the units' names.
    pub fn of(coverage: &Coverage, ledger: &Ledger) -> Reach {
        let named = |units: &[UnitId]| units.iter().map(|unit| unit_name(ledger, unit)).collect();
        Reach {
            expected: coverage.expected(),
            missing: named(&coverage.missing),
            partial: named(&coverage.partial),
        }
    }
}

impl Share {
    /// The share of a rate; `None` when nobody reported.
    pub fn of(rate: &Rate) -> Option<Share> {
        Some(Share {
            part: rate.numerator.quantity?,
            whole: rate.denominator.quantity.unwrap_or(Quantity::exact(0)),
            percent: rate.percent,
        })
    }
}

impl<'a> ShareFact<'a> {
    /// What is known of a rate of an indicator.
    pub fn of(indicator: &'a Indicator, rate: &Rate, target: Option<RateTarget>, ledger: &Ledger) -> ShareFact<'a> {
        ShareFact {
            counts: &indicator.counts,
            share: Share::of(rate),
            reach: Reach::of(rate.coverage(), ledger),
            target,
            direction: indicator.direction,
        }
    }
}

impl AdmissionFact {
    /// What is known of a total of admissions. `ahead`: the period has not begun.
    pub fn of(total: &Total, target: Option<CountTarget>, ahead: bool, ledger: &Ledger) -> AdmissionFact {
        AdmissionFact {
            admitted: total.quantity,
            target,
            reach: Reach::of(&total.coverage, ledger),
            ahead,
        }
    }
}

impl Facts {
    /// What a rate rests on.
    pub fn of_rate(rate: &Rate, ledger: &Ledger) -> Facts {
        Facts {
            share: Share::of(rate),
            reach: Some(Reach::of(rate.coverage(), ledger)),
            as_of: rate.numerator.as_of,
            invalid: rate.numerator.invalid + rate.denominator.invalid,
            ..Facts::default()
        }
    }

    /// What a total rests on.
    pub fn of_total(total: &Total, ledger: &Ledger) -> Facts {
        Facts {
            total: total.quantity,
            reach: Some(Reach::of(&total.coverage, ledger)),
            as_of: total.as_of,
            invalid: total.invalid,
            ..Facts::default()
        }
    }

    /// The same, with the mark of figures of single units that are made up.
    pub fn with_illustrative(self, illustrative: bool) -> Facts {
        Facts { illustrative, ..self }
    }
}

/// The parts of a whole from its options' totals ([`crate::analysis::aggregate::by_option`]) and their shares
/// ([`crate::analysis::shares`]).
pub fn parts<'a>(options: &'a [(Column, Total)], shares: &crate::analysis::shares::Shares) -> Vec<Part<'a>> {
    options
        .iter()
        .zip(&shares.parts)
        .map(|((column, _), share)| Part {
            label: &column.label,
            count: share.count,
            percent: share.percent,
        })
        .collect()
}

/// The counts of options, for [`crate::analysis::shares::of_sum`].
pub fn counts(options: &[(Column, Total)]) -> Vec<Count> {
    options.iter().map(|(_, total)| total.count()).collect()
}

/// A total beside that of the same period last year, as a sentence.
pub fn year_on_year(lang: Lang, both: &YearOnYear) -> String {
    same_period_last_year(lang, both.now.quantity, both.before.quantity)
}
