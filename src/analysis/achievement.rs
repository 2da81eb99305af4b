//! Targets against figures: the value, what is lacking, the status, and how each was come by.

use super::Scope;
use super::aggregate::{Total, total};
use super::calendar::slots_of_form;
use super::forecast::{Forecast, forecast};
use super::pace::Pace;
use super::rate::{AveragedRate, Rate, RateError, averaged};
use super::status::{Standing, count_goal, percent_goal, status};
use crate::model::id::IndicatorId;
use crate::model::indicator::{Averaging, Comparison, Indicator, Operand};
use crate::model::ledger::Ledger;
use crate::model::measure::OverTime;
use crate::model::number::{Count, Percent};
use crate::model::period::Period;
use crate::model::statement::Realisation;
use crate::model::target::{Relation, ShareOf, Target, TargetValue};

pub use super::status::TargetStatus;

/// Why a target cannot be judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoFigures {
    /// It names no indicator: nothing in the catalogue measures it yet.
    NoIndicator,
    /// It names an indicator that the catalogue does not have.
    UnknownIndicator(IndicatorId),
    /// Its period has not begun.
    NotBegun,
    /// Nobody has reported.
    NobodyReported,
    /// It is a percentage, and its indicator is no rate.
    Rate(RateError),
    /// It is a percentage of a ratio of two kinds of thing.
    NotAPercentage,
}

/// What was reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AchievedValue {
    /// A count.
    Count(Total),
    /// A percentage, with its rate.
    Percent(Rate),
}

/// The value less the target: negative while something is lacking ("còn thiếu 9" is −9).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// In what is counted: for a percentage, how many more of the denominator would reach it. `None` for a
    /// mean of rates, which no single count would change by a known amount.
    pub count: Option<i64>,
    /// For a percentage: in percentage points, from the rounded percentage.
    pub percent: Option<Percent>,
}

/// How the value was come by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Basis {
    /// The indicator, with the denominator that the target is a share of.
    pub indicator: Indicator,
    /// What an "of which" share was taken of.
    pub share_of: Option<ShareOf>,
    /// By which method several years became one.
    pub averaging: Averaging,
    /// The rates of the years of a term, or the one rate; empty for a count.
    pub parts: Vec<(Period, Rate)>,
}

/// A target with what was reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Achievement {
    /// The target.
    pub target: Target,
    /// What was reached; `None` without figures.
    pub value: Option<AchievedValue>,
    /// The count that reaches the target: for a percentage, of the denominator as it is known.
    pub goal: Option<Count>,
    /// What is lacking or over.
    pub gap: Option<Gap>,
    /// How it stands.
    pub status: TargetStatus,
    /// Why there are no figures.
    pub no_figures: Option<NoFigures>,
    /// Whether units are missing from the value, so that it can still change even after the end.
    pub provisional: bool,
    /// How the value was come by.
    pub basis: Option<Basis>,
    /// The pace, for figures that grow over the period.
    pub pace: Option<Pace>,
    /// Where it will end, for monthly counts.
    pub forecast: Option<Forecast>,
    /// Whether the period lies ahead, runs, or is over.
    pub realisation: Realisation,
}

/// Judges a target by the figures of its own unit. Of `scope` only the books and the day matter.
pub fn achievement(scope: &Scope<'_>, target: &Target) -> Achievement {
    let scope = scope.at(&target.unit);
    let realisation = match scope.ledger.span(&target.period) {
        Some((start, end)) => Realisation::at(start, end, scope.today),
        None => Realisation::Planned,
    };
    let blank = Achievement {
        target: target.clone(),
        value: None,
        goal: match target.value {
            TargetValue::Count(count) => Some(count_goal(target.comparison, count)),
            TargetValue::Percent(_) => None,
        },
        gap: None,
        status: TargetStatus::NoFigures,
        no_figures: None,
        provisional: false,
        basis: None,
        pace: None,
        forecast: None,
        realisation,
    };
    judge(&scope, target, blank.clone()).unwrap_or_else(|reason| Achievement {
        no_figures: Some(reason),
        ..blank
    })
}

/// The targets of the scope's root unit for `period` or for a period within it, drives that end in it
/// included; the targets of longer periods are asked for by those periods.
pub fn targets_of_period<'a>(scope: &Scope<'a>, period: &Period) -> impl Iterator<Item = &'a Target> {
    let ledger = scope.ledger;
    ledger
        .targets_of(&scope.root)
        .filter(move |target| is_within(ledger, period, &target.period))
}

/// How each of [`targets_of_period`] stands.
pub fn of_period(scope: &Scope<'_>, period: &Period) -> Vec<Achievement> {
    let targets = targets_of_period(scope, period);
    targets.map(|target| achievement(scope, target)).collect()
}

/// Whether `of` is `period`, lies within it, or is a drive that ends in it.
pub fn is_within(ledger: &Ledger, period: &Period, of: &Period) -> bool {
    period.contains(of)
        || match (of, ledger.span(of)) {
            (Period::Drive(_), Some((_, end))) => period.contains_date(end),
            _ => false,
        }
}

fn judge(scope: &Scope<'_>, target: &Target, blank: Achievement) -> Result<Achievement, NoFigures> {
    let id = target.indicator.as_ref().ok_or(NoFigures::NoIndicator)?;
    let indicator = scope.catalogue.indicator(id);
    let indicator = indicator.ok_or_else(|| NoFigures::UnknownIndicator(id.clone()))?;
    if blank.realisation == Realisation::Planned {
        return Err(NoFigures::NotBegun);
    }
    match target.value {
        TargetValue::Count(goal) => by_count(scope, target, indicator, goal, blank),
        TargetValue::Percent(goal) => by_percent(scope, target, indicator, goal, blank),
    }
}

fn by_count(
    scope: &Scope<'_>,
    target: &Target,
    indicator: &Indicator,
    goal: Count,
    blank: Achievement,
) -> Result<Achievement, NoFigures> {
    let total = total(scope, &indicator.form, &indicator.numerator, &target.period);
    let value = total.quantity.ok_or(NoFigures::NobodyReported)?.count;
    let grows = grows(scope, indicator);
    let reach = count_goal(target.comparison, goal);
    let pace = pace(scope, target, grows, value, reach);
    let status = status(&Standing {
        comparison: target.comparison,
        order: value.cmp(&goal),
        over: blank.realisation == Realisation::Done,
        settled: grows,
        on_track: pace.as_ref().map(Pace::is_on_track),
    });
    Ok(Achievement {
        gap: Some(Gap {
            count: Some(difference(value, reach)),
            percent: None,
        }),
        status,
        provisional: !total.coverage.is_complete(),
        forecast: forecast(scope, &indicator.form, &indicator.numerator, &target.period),
        basis: Some(Basis {
            indicator: indicator.clone(),
            share_of: None,
            averaging: Averaging::Pooled,
            parts: Vec::new(),
        }),
        value: Some(AchievedValue::Count(total)),
        pace,
        ..blank
    })
}

fn by_percent(
    scope: &Scope<'_>,
    target: &Target,
    indicator: &Indicator,
    goal: Percent,
    blank: Achievement,
) -> Result<Achievement, NoFigures> {
    let (indicator, share_of) = with_denominator(scope, target, indicator);
    if indicator.ratio {
        return Err(NoFigures::NotAPercentage);
    }
    let averaging = indicator.averaging;
    let AveragedRate { rate, parts } =
        averaged(scope, &indicator, &target.period, averaging).map_err(NoFigures::Rate)?;
    let (Some(exact), Some(percent)) = (rate.exact, rate.percent) else {
        return Err(NoFigures::NobodyReported);
    };
    let order = match target.comparison {
        // An equality is meant at the decimals that percentages are written with.
        Comparison::Equal => exact.percent(2).cmp(&goal),
        _ => exact.compare(goal),
    };
    let one_period = slots_of_form(scope, &indicator.form, &target.period).len() <= 1;
    let of_units = matches!(indicator.denominator, Some(Operand::Units { .. }));
    let pooled = parts.len() <= 1 || averaging == Averaging::Pooled;
    let reach = pooled.then(|| percent_goal(target.comparison, goal, rate.denominator.count()));
    let value = rate.numerator.count();
    // A rate of several periods is not on its way: 97 % in June cannot become 100 % in December.
    let grows = (one_period || of_units) && grows(scope, &indicator);
    let pace = reach.and_then(|reach| pace(scope, target, grows, value, reach));
    let complete = rate.coverage().is_complete();
    let status = status(&Standing {
        comparison: target.comparison,
        order,
        over: blank.realisation == Realisation::Done,
        settled: one_period && (of_units || complete),
        on_track: pace.as_ref().map(Pace::is_on_track),
    });
    Ok(Achievement {
        goal: reach,
        gap: Some(Gap {
            count: reach.map(|reach| difference(value, reach)),
            percent: Some(Percent::from_hundredths(percent.hundredths() - goal.hundredths())),
        }),
        status,
        provisional: !complete,
        basis: Some(Basis {
            indicator,
            share_of,
            averaging,
            parts,
        }),
        value: Some(AchievedValue::Percent(rate)),
        pace,
        ..blank
    })
}

/// The indicator with the denominator that the target is a share of. "Of which 20 % excellent" is a share of
/// the whole that the parent target is a share of; only where it says so, of the subset the parent names.
fn with_denominator(scope: &Scope<'_>, target: &Target, own: &Indicator) -> (Indicator, Option<ShareOf>) {
    let Some(Relation::OfWhich(share_of)) = target.relation else {
        return (own.clone(), None);
    };
    let parent = target.parent.as_ref().and_then(|id| scope.ledger.targets.get(id));
    let parent = parent.and_then(|parent| scope.catalogue.indicator(parent.indicator.as_ref()?));
    let over = parent.and_then(|parent| {
        let operand = match share_of {
            ShareOf::Whole => parent.denominator.clone()?,
            ShareOf::Subset => parent.numerator.clone(),
        };
        Some(on_form(operand, parent, own))
    });
    let denominator = over.or_else(|| own.denominator.clone());
    let indicator = Indicator {
        denominator,
        ..own.clone()
    };
    (indicator, Some(share_of))
}

/// An operand of `from`, written so that it means the same under `to`.
fn on_form(operand: Operand, from: &Indicator, to: &Indicator) -> Operand {
    match operand {
        Operand::Cells {
            cells,
            form: None,
            latest,
        } if from.form != to.form => Operand::Cells {
            cells,
            form: Some(from.form.clone()),
            latest,
        },
        other => other,
    }
}

/// Whether the numerator is added up over time, so that it can only grow.
fn grows(scope: &Scope<'_>, indicator: &Indicator) -> bool {
    match &indicator.numerator {
        Operand::Units { .. } => false,
        Operand::Cells { cells, latest, .. } => {
            let measure = cells.first().and_then(|key| scope.catalogue.measure(key.measure()));
            !latest && measure.is_some_and(|measure| measure.over_time == OverTime::Sum)
        }
    }
}

fn pace(scope: &Scope<'_>, target: &Target, grows: bool, value: Count, goal: Count) -> Option<Pace> {
    let upward = target.comparison != Comparison::AtMost;
    let (start, end) = scope.ledger.span(&target.period)?;
    (grows && upward).then(|| Pace::new(start, end, scope.today, value, goal))
}

fn difference(value: Count, goal: Count) -> i64 {
    let size = i64::try_from(value.abs_diff(goal)).unwrap_or(i64::MAX);
    if value < goal { -size } else { size }
}

#[cfg(test)]
mod tests;
