//! Rates: a numerator over a denominator, with both totals and their coverage beside the percentage.
//!
//! A rate is computed from counts by one exact fraction and rounded once. Counts of different things are
//! refused ([`RateError::DifferentUnits`]) unless the indicator says that it is a ratio.

use super::Scope;
use super::aggregate::{Total, group_by_sector};
use super::coverage::Coverage;
use super::fraction::Fraction;
use super::pairing::{Pair, Pairs, Side, pair};
use super::reading::plus;
use super::series::heat;
use crate::model::id::{CountingUnitId, FormId, IndicatorId, SectorId, UnitId};
use crate::model::indicator::{Averaging, Indicator, Operand};
use crate::model::number::{Count, Percent};
use crate::model::period::{Period, PeriodKind};

/// A rate, or a ratio of two kinds of thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rate {
    /// The numerator's total. Its coverage is the rate's.
    pub numerator: Total,
    /// The denominator's total, over the units that are in the rate.
    pub denominator: Total,
    /// The exact value; `None` when nobody reported or there is nothing to divide by.
    pub exact: Option<Fraction>,
    /// The value as a percentage at the indicator's decimals; `None` for a ratio too.
    pub percent: Option<Percent>,
    /// Whether it is a ratio of two kinds of thing: read [`Rate::ratio_hundredths`] then.
    pub ratio: bool,
    /// How several periods became one.
    pub averaging: Averaging,
}

impl Rate {
    /// Over whom.
    pub fn coverage(&self) -> &Coverage {
        &self.numerator.coverage
    }

    /// The percentage at other decimals (0 to 2), rounded once from the counts.
    pub fn percent_at(&self, decimals: u8) -> Option<Percent> {
        self.exact.filter(|_| !self.ratio).map(|exact| exact.percent(decimals))
    }

    /// A ratio's value in hundredths: 48,56 copies for each organisation is 4856.
    pub fn ratio_hundredths(&self) -> Option<u64> {
        self.exact.filter(|_| self.ratio).map(Fraction::hundredths)
    }
}

/// Why there is no rate.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RateError {
    /// The indicator is a total.
    #[error("{0} has no denominator")]
    NoDenominator(IndicatorId),
    /// The indicator's form is not in the catalogue.
    #[error("there is no form {0}")]
    UnknownForm(FormId),
    /// Entries over members is no participation rate.
    #[error("{numerator:?} are not a share of {denominator:?}")]
    DifferentUnits {
        /// What the numerator counts.
        numerator: Vec<CountingUnitId>,
        /// What the denominator counts.
        denominator: Vec<CountingUnitId>,
    },
    /// One side adds up different things: members and non-members.
    #[error("counts of different things are added: {0:?}")]
    MixedUnits(Vec<CountingUnitId>),
}

/// The denominator, when the indicator may be divided by it.
fn guard<'i>(scope: &Scope<'_>, indicator: &'i Indicator) -> Result<&'i Operand, RateError> {
    let Some(over) = &indicator.denominator else {
        return Err(RateError::NoDenominator(indicator.id.clone()));
    };
    if scope.catalogue.form(&indicator.form).is_none() {
        return Err(RateError::UnknownForm(indicator.form.clone()));
    }
    let numerator = scope.catalogue.counting_units_of(&indicator.numerator);
    let denominator = scope.catalogue.counting_units_of(over);
    if !indicator.ratio && numerator != denominator {
        return Err(RateError::DifferentUnits { numerator, denominator });
    }
    for units in [numerator, denominator] {
        if units.len() > 1 {
            return Err(RateError::MixedUnits(units));
        }
    }
    Ok(over)
}

/// The rate over a scope and a span, pooled over the form's periods within it.
///
/// # Errors
/// [`RateError`] when the indicator cannot be a rate at all. No figures are no error: `percent` is `None`.
pub fn rate(scope: &Scope<'_>, indicator: &Indicator, period: &Period) -> Result<Rate, RateError> {
    let over = guard(scope, indicator)?;
    let pairs = pair(scope, indicator, over, period);
    Ok(fold(indicator, &pairs, &pairs.rows))
}

/// Each expected unit's own rate, in the official order.
///
/// # Errors
/// As [`rate`].
pub fn by_unit(scope: &Scope<'_>, indicator: &Indicator, period: &Period) -> Result<Vec<(UnitId, Rate)>, RateError> {
    let over = guard(scope, indicator)?;
    let pairs = pair(scope, indicator, over, period);
    let expected = pairs.rows.iter().filter(|row| row.expected);
    Ok(expected
        .map(|row| (row.unit.id.clone(), fold(indicator, &pairs, [row])))
        .collect())
}

/// Each sector's rate, in the order of the bloc's list; units without a known sector come last, as `None`.
///
/// # Errors
/// As [`rate`].
pub fn by_sector(
    scope: &Scope<'_>,
    indicator: &Indicator,
    period: &Period,
) -> Result<Vec<(Option<SectorId>, Rate)>, RateError> {
    let over = guard(scope, indicator)?;
    if scope.ledger.units.has_past() {
        // A unit may have moved within the span: each sector is asked for itself.
        let sectors = scope.by_sector().into_iter();
        let pairs = sectors.map(|(sector, scope)| (sector, pair(&scope, indicator, over, period)));
        let pairs = pairs.filter(|(_, pairs)| pairs.rows.iter().any(|row| row.expected));
        return Ok(pairs
            .map(|(sector, pairs)| (sector, fold(indicator, &pairs, &pairs.rows)))
            .collect());
    }
    let pairs = pair(scope, indicator, over, period);
    let groups = group_by_sector(scope, &pairs.rows, |row| row.unit.sector.as_ref());
    Ok(groups
        .into_iter()
        .filter(|(_, rows)| rows.iter().any(|row| row.expected))
        .map(|(sector, rows)| (sector, fold(indicator, &pairs, rows)))
        .collect())
}

/// Each unit's rate in each of `periods`, in the official order: a heat map of units × drives.
///
/// # Errors
/// As [`rate`].
#[expect(clippy::type_complexity, reason = "rows of a table: a unit and its cells")]
pub fn by_unit_and_period(
    scope: &Scope<'_>,
    indicator: &Indicator,
    periods: &[Period],
) -> Result<Vec<(UnitId, Vec<Option<Rate>>)>, RateError> {
    let columns: Result<Vec<_>, RateError> = periods.iter().map(|period| by_unit(scope, indicator, period)).collect();
    Ok(heat(scope, columns?))
}

fn fold<'r, 'a: 'r>(indicator: &Indicator, pairs: &Pairs<'a>, rows: impl IntoIterator<Item = &'r Pair<'a>>) -> Rate {
    let mut coverage = Coverage::default();
    let mut numerator = Total {
        counting_unit: pairs.numerator_unit.clone(),
        ..Total::default()
    };
    let mut denominator = Total {
        counting_unit: pairs.denominator_unit.clone(),
        ..Total::default()
    };
    for row in rows {
        let missing = match pairs.together {
            true => !row.is_whole(),
            false => row.numerator.quantity.is_none(),
        };
        if row.expected {
            coverage.expected.push(row.unit.id.clone());
            if missing {
                coverage.missing.push(row.unit.id.clone());
            } else if row.partial {
                coverage.partial.push(row.unit.id.clone());
            }
        }
        numerator.invalid += row.numerator.invalid;
        denominator.invalid += row.denominator.invalid;
        if row.is_whole() || !pairs.together {
            add(&mut numerator, &row.numerator);
            add(&mut denominator, &row.denominator);
        }
    }
    numerator.coverage = coverage.clone();
    denominator.coverage = coverage;
    let exact = numerator
        .quantity
        .and_then(|above| Fraction::of(above.count, denominator.count()));
    Rate {
        numerator,
        denominator,
        exact,
        percent: percent(indicator, exact),
        ratio: indicator.ratio,
        averaging: Averaging::Pooled,
    }
}

fn add(total: &mut Total, side: &Side) {
    total.quantity = plus(total.quantity, side.quantity);
    total.as_of = total.as_of.max(side.as_of);
    total.as_of_earliest = match (total.as_of_earliest, side.as_of) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    };
}

fn percent(indicator: &Indicator, exact: Option<Fraction>) -> Option<Percent> {
    exact
        .filter(|_| !indicator.ratio)
        .map(|exact| exact.percent(indicator.decimals))
}

/// A rate over several periods, with the rate of each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AveragedRate {
    /// The whole; `averaging` says by which method.
    pub rate: Rate,
    /// Each period's own rate: what the whole is made of. Periods without figures have none and are not in it.
    pub parts: Vec<(Period, Rate)>,
}

/// The rate over `periods` by a method: all numerators over all denominators, or the mean of the periods'
/// rates. Both are exact from the counts; a percentage is never averaged from percentages.
///
/// # Errors
/// As [`rate`].
pub fn over_periods(
    scope: &Scope<'_>,
    indicator: &Indicator,
    periods: &[Period],
    averaging: Averaging,
) -> Result<AveragedRate, RateError> {
    guard(scope, indicator)?;
    let mut parts = Vec::with_capacity(periods.len());
    for period in periods {
        parts.push((period.clone(), rate(scope, indicator, period)?));
    }
    let with_figures = || parts.iter().map(|(_, part)| part).filter(|part| part.exact.is_some());
    let coverage = Coverage::across(due(scope, &parts).map(Rate::coverage));
    let sum = |side: fn(&Rate) -> &Total| {
        let mut sum = Total {
            coverage: coverage.clone(),
            ..Total::default()
        };
        for (_, part) in &parts {
            let part = side(part);
            sum.counting_unit = part.counting_unit.clone();
            sum.invalid += part.invalid;
        }
        for part in with_figures().map(side) {
            sum.quantity = plus(sum.quantity, part.quantity);
            sum.as_of = sum.as_of.max(part.as_of);
        }
        sum
    };
    let (numerator, denominator) = (sum(|rate| &rate.numerator), sum(|rate| &rate.denominator));
    let exact = match averaging {
        Averaging::Pooled => numerator
            .quantity
            .and_then(|above| Fraction::of(above.count, denominator.count())),
        Averaging::MeanOfRates => {
            let counts: Vec<(Count, Count)> = with_figures()
                .map(|part| (part.numerator.count(), part.denominator.count()))
                .collect();
            Fraction::mean(&counts)
        }
    };
    Ok(AveragedRate {
        rate: Rate {
            numerator,
            denominator,
            exact,
            percent: percent(indicator, exact),
            ratio: indicator.ratio,
            averaging,
        },
        parts,
    })
}

/// The parts whose figures are due: those that are over, or all while none is (see [`super::calendar::Slot`]). Where
/// only one that runs has figures, the whole is that one's, and so is its coverage.
fn due<'p>(scope: &Scope<'_>, parts: &'p [(Period, Rate)]) -> impl Iterator<Item = &'p Rate> {
    let is_over = |period: &Period| scope.ledger.span(period).is_some_and(|(_, end)| end <= scope.today);
    let is_known = |part: &Rate| part.numerator.quantity.is_some();
    let over: Vec<bool> = parts.iter().map(|(period, _)| is_over(period)).collect();
    let none = !over.contains(&true);
    let known_over = parts.iter().zip(&over).any(|((_, part), over)| *over && is_known(part));
    let runs_alone = !known_over && parts.iter().any(|(_, part)| is_known(part));
    parts
        .iter()
        .zip(over)
        .filter(move |((_, part), over)| if runs_alone { is_known(part) } else { none || *over })
        .map(|((_, part), _)| part)
}

/// The rate of a span by a method: a term is averaged over its years; anything within a year is one rate.
///
/// # Errors
/// As [`rate`].
pub fn averaged(
    scope: &Scope<'_>,
    indicator: &Indicator,
    period: &Period,
    averaging: Averaging,
) -> Result<AveragedRate, RateError> {
    let years: Vec<Period> = match period.kind() {
        PeriodKind::Term => period.years().into_iter().map(Period::Year).collect(),
        _ => vec![period.clone()],
    };
    over_periods(scope, indicator, &years, averaging)
}

#[cfg(test)]
mod tests;
