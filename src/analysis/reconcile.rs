//! What published reports state against what the counts give. Neither corrects the other: a difference is
//! shown with its likely reasons, each of which was tested on the figures.

use super::Scope;
use super::aggregate::{Total, total};
use super::fraction::Fraction;
use super::rate::{Rate, averaged};
use super::reading::read;
use crate::model::id::{FormId, StatementId, UnitId};
use crate::model::indicator::{Averaging, Indicator, Operand};
use crate::model::ledger::Ledger;
use crate::model::number::{Count, Percent};
use crate::model::period::Period;
use crate::model::quantity::Qualifier;
use crate::model::sort::SmallSort;
use crate::model::statement::{Realisation, StatedValue, Statement, Subject};
use std::collections::{HashMap, HashSet};

/// Whether a statement and the counts agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Agreement {
    /// They do, as exactly as the statement is worded ("trên 4.200" and 4.201).
    Agrees,
    /// They do not.
    Differs,
    /// There is nothing to compare: no counts, or a plan.
    NotComparable,
}

/// A likely reason for a difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The percentage was rounded or cut differently: it is off by no more than one in its last place.
    Rounding,
    /// The other averaging method gives the stated figure.
    AveragingMethod(Averaging),
    /// The stated figure is over all that are known, not only over those that reported both counts.
    OtherDenominator {
        /// That denominator.
        denominator: Count,
    },
    /// These units have not reported, or not all.
    MissingUnits(Vec<UnitId>),
    /// The parts that the report itself names do not add up to it.
    PartsDoNotAddUp {
        /// The parts.
        parts: Vec<Count>,
        /// Their sum.
        sum: Count,
    },
    /// There are no counts for it.
    NoCounts,
}

/// What the counts give, with what it is over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Computed {
    /// A count.
    Count(Total),
    /// A percentage.
    Percent(Rate),
}

/// A statement beside what the counts give.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reconciliation {
    /// The statement.
    pub statement: Statement,
    /// What the counts give; `None` where there are none.
    pub computed: Option<Computed>,
    /// The same as a figure of the stated kind.
    pub figure: Option<StatedValue>,
    /// Stated less computed: a count, or hundredths of a percentage point. `None` when not comparable.
    pub difference: Option<i64>,
    /// The parts that the report names, where it names any.
    pub parts: Vec<Count>,
    /// Their sum; `None` without parts, and where one of them is rough: then the sum contradicts nothing.
    pub parts_sum: Option<Count>,
    /// Whether they agree.
    pub agreement: Agreement,
    /// Why they may not, the surest first. Parts that do not add up are told even when the whole agrees.
    pub likely: Vec<Reason>,
    /// Whether the figure had happened when the report was made.
    pub realisation: Realisation,
}

impl Reconciliation {
    /// How exact the computed figure is. The qualifiers of both sides of a rate say nothing simple about it.
    pub fn computed_is(&self) -> Qualifier {
        match &self.computed {
            Some(Computed::Count(total)) => total.quantity.map_or(Qualifier::Exact, |quantity| quantity.qualifier),
            _ => Qualifier::Exact,
        }
    }

    /// How far the parts that an exact statement names are from it; `None` where they add up, or none are named.
    pub fn parts_apart(&self) -> Option<Count> {
        match (self.statement.value, self.parts_sum) {
            (StatedValue::Count(whole), Some(sum)) if self.statement.qualifier.is_exact() && sum != whole => {
                Some(sum.abs_diff(whole))
            }
            _ => None,
        }
    }
}

/// Every statement about the units of a scope, in the ledger's order.
pub fn reconcile(scope: &Scope<'_>) -> Vec<Reconciliation> {
    reconcile_where(scope, |_| true)
}

/// The statements that belong to a period: about a time within it, about a drive that ends in it, and what a report
/// of that time states of other times, plans included.
pub fn of_period(scope: &Scope<'_>, period: &Period) -> Vec<Reconciliation> {
    reconcile_where(scope, |statement| {
        let reported = statement.source.date.is_some_and(|date| period.contains_date(date));
        reported || concerns(scope.ledger, period, &statement.period)
    })
}

/// The statements about exactly this period: a drive, say.
pub fn of_exactly(scope: &Scope<'_>, period: &Period) -> Vec<Reconciliation> {
    reconcile_where(scope, |statement| statement.period == *period)
}

/// The statements about the units of a scope that are wanted.
pub fn reconcile_where(scope: &Scope<'_>, wanted: impl Fn(&Statement) -> bool) -> Vec<Reconciliation> {
    let within: HashSet<&UnitId> = scope
        .ledger
        .units
        .subtree(&scope.root)
        .into_iter()
        .map(|unit| &unit.id)
        .collect();
    let parts = parts_by_whole(scope.ledger);
    let statements = scope.ledger.statements.iter();
    statements
        .filter(|statement| within.contains(&statement.unit) && wanted(statement))
        .map(|statement| one(scope, statement, parts.get(&statement.id).cloned().unwrap_or_default()))
        .collect()
}

/// Whether a time belongs to a period: it is within it, or it is a drive that ends in it.
pub(crate) fn concerns(ledger: &Ledger, period: &Period, other: &Period) -> bool {
    period.contains(other)
        || match (other, ledger.span(other)) {
            (Period::Drive(_), Some((_, end))) => period.contains_date(end),
            _ => false,
        }
}

/// The counts that a report names as parts of another.
#[derive(Clone, Debug, Default)]
struct NamedParts {
    counts: Vec<Count>,
    /// Whether one of them is "more than" or "about" so many.
    rough: bool,
}

/// The stated counts by the statement that they are parts of.
fn parts_by_whole(ledger: &Ledger) -> HashMap<StatementId, NamedParts> {
    let mut parts: HashMap<StatementId, NamedParts> = HashMap::new();
    for statement in &ledger.statements {
        if let (Some(whole), StatedValue::Count(count)) = (&statement.part_of, statement.value) {
            let named = parts.entry(whole.clone()).or_default();
            named.counts.push(count);
            named.rough |= !statement.qualifier.is_exact();
        }
    }
    // Ledgers are read in no order; 46 + 26 is told the larger first.
    for named in parts.values_mut() {
        named.counts.small_sort_by_key(|count| std::cmp::Reverse(*count));
    }
    parts
}

fn one(scope: &Scope<'_>, statement: &Statement, named: NamedParts) -> Reconciliation {
    let NamedParts { counts: parts, rough } = named;
    // The report is held against what was so on its own day, not against what came in later.
    let seen = statement.on.or(statement.source.date).unwrap_or(scope.today);
    let scope = scope.at(&statement.unit).on(seen.min(scope.today));
    let realisation = statement.realisation();
    let computed = match realisation {
        Realisation::Planned => None,
        Realisation::Ongoing | Realisation::Done => compute(&scope, statement),
    };
    let figure = computed.as_ref().and_then(|computed| figure(computed, statement.value));
    let agreement = match (&computed, figure) {
        (Some(computed), Some(figure)) if agrees(statement, computed, figure) => Agreement::Agrees,
        (Some(_), Some(_)) => Agreement::Differs,
        _ => Agreement::NotComparable,
    };
    let parts_sum =
        (!parts.is_empty() && !rough).then(|| parts.iter().fold(0, |sum: Count, part| sum.saturating_add(*part)));
    let mut likely = Vec::new();
    let exact = statement.qualifier.is_exact();
    if let Some(sum) = parts_sum.filter(|&sum| exact && statement.value != StatedValue::Count(sum)) {
        let parts = parts.clone();
        likely.push(Reason::PartsDoNotAddUp { parts, sum });
    }
    match (&computed, agreement) {
        (Some(computed), Agreement::Differs) => likely.extend(reasons(&scope, statement, computed)),
        (None, _) if realisation != Realisation::Planned && statement.value != StatedValue::Some => {
            likely.push(Reason::NoCounts)
        }
        _ => {}
    }
    Reconciliation {
        difference: figure.and_then(|figure| less(statement.value, figure)),
        statement: statement.clone(),
        computed,
        figure,
        parts,
        parts_sum,
        agreement,
        likely,
        realisation,
    }
}

fn compute(scope: &Scope<'_>, statement: &Statement) -> Option<Computed> {
    let period = &statement.period;
    match (&statement.subject, statement.value) {
        (Subject::Cells { form, cells }, StatedValue::Count(_)) => {
            let operand = Operand::Cells {
                cells: cells.clone(),
                form: None,
                latest: false,
            };
            some_count(total(scope, form, &operand, period))
        }
        (Subject::Units { kinds }, StatedValue::Count(_)) => {
            let operand = Operand::Units { units: kinds.clone() };
            some_count(total(scope, &FormId::new(""), &operand, period))
        }
        (Subject::Indicator { indicator, .. }, StatedValue::Count(_)) => {
            let indicator = scope.catalogue.indicator(indicator)?;
            some_count(total(scope, &indicator.form, &indicator.numerator, period))
        }
        (Subject::Indicator { indicator, averaging }, StatedValue::Percent(_)) => {
            let indicator = scope.catalogue.indicator(indicator)?;
            let rate = rate_by(scope, statement, indicator, averaging.unwrap_or(indicator.averaging))?;
            Some(Computed::Percent(rate))
        }
        // A percentage of cells says of what only in words, a named thing has no measure, and "some" is no number.
        (Subject::Cells { .. } | Subject::Units { .. } | Subject::Named { .. }, _) | (_, StatedValue::Some) => None,
    }
}

fn some_count(total: Total) -> Option<Computed> {
    total.quantity.is_some().then_some(Computed::Count(total))
}

fn rate_by(scope: &Scope<'_>, statement: &Statement, indicator: &Indicator, averaging: Averaging) -> Option<Rate> {
    let found = averaged(scope, indicator, &statement.period, averaging).ok()?;
    found.rate.percent.is_some().then_some(found.rate)
}

/// What was computed, written as exactly as what is stated.
fn figure(computed: &Computed, stated: StatedValue) -> Option<StatedValue> {
    match (computed, stated) {
        (_, StatedValue::Some) => None,
        (Computed::Count(total), _) => Some(StatedValue::Count(total.quantity?.count)),
        (Computed::Percent(rate), StatedValue::Percent(stated)) => {
            rate.percent_at(decimals(stated)).map(StatedValue::Percent)
        }
        (Computed::Percent(_), StatedValue::Count(_)) => None,
    }
}

/// The decimals that a stated percentage is compared at: its own, and at least one, because a report that
/// says 100 % does not mean 99,6 %.
fn decimals(stated: Percent) -> u8 {
    if stated.hundredths() % 10 == 0 { 1 } else { 2 }
}

/// Whether what is stated can be so, given what was computed and how exact either is. "About" is within a
/// twentieth; "more than" and "at least" are what they say. "Trên 4.200" agrees with 4.201 counted, and with
/// more than 4.200 counted.
fn agrees(statement: &Statement, computed: &Computed, figure: StatedValue) -> bool {
    let (counted, stated) = match (figure, statement.value) {
        (StatedValue::Count(counted), StatedValue::Count(stated)) => (i128::from(counted), i128::from(stated)),
        (StatedValue::Percent(counted), StatedValue::Percent(stated)) => {
            (i128::from(counted.hundredths()), i128::from(stated.hundredths()))
        }
        _ => return false,
    };
    let counted_is = match computed {
        Computed::Count(total) => total.quantity.map_or(Qualifier::Exact, |quantity| quantity.qualifier),
        // The qualifiers of both sides of a rate say nothing simple about it.
        Computed::Percent(_) => Qualifier::Exact,
    };
    if statement.qualifier == Qualifier::About || counted_is == Qualifier::About {
        return (counted - stated).abs() * 20 <= stated.abs();
    }
    // The least and the greatest that each can mean, in whole steps; `None`: no upper bound.
    let range = |value: i128, qualifier: Qualifier| match qualifier {
        Qualifier::Exact | Qualifier::About => (value, Some(value)),
        Qualifier::AtLeast => (value, None),
        Qualifier::MoreThan => (value + 1, None),
    };
    let ((a, a_most), (b, b_most)) = (range(stated, statement.qualifier), range(counted, counted_is));
    a_most.is_none_or(|most| b <= most) && b_most.is_none_or(|most| a <= most)
}

fn less(stated: StatedValue, computed: StatedValue) -> Option<i64> {
    match (stated, computed) {
        (StatedValue::Count(stated), StatedValue::Count(computed)) => {
            i64::try_from(i128::from(stated) - i128::from(computed)).ok()
        }
        (StatedValue::Percent(stated), StatedValue::Percent(computed)) => {
            Some(stated.hundredths() - computed.hundredths())
        }
        _ => None,
    }
}

fn reasons(scope: &Scope<'_>, statement: &Statement, computed: &Computed) -> Vec<Reason> {
    let mut found = Vec::new();
    let coverage = match computed {
        Computed::Count(total) => &total.coverage,
        Computed::Percent(rate) => rate.coverage(),
    };
    if let (Computed::Percent(rate), StatedValue::Percent(stated)) = (computed, statement.value) {
        found.extend(reasons_of_rate(scope, statement, rate, stated));
    }
    if !coverage.is_complete() {
        let lacking = |unit: &&UnitId| coverage.missing.contains(unit) || coverage.partial.contains(unit);
        found.push(Reason::MissingUnits(
            coverage.expected.iter().filter(lacking).cloned().collect(),
        ));
    }
    found
}

fn reasons_of_rate(scope: &Scope<'_>, statement: &Statement, rate: &Rate, stated: Percent) -> Vec<Reason> {
    let mut found = Vec::new();
    let Subject::Indicator { indicator, .. } = &statement.subject else {
        return found;
    };
    let Some(indicator) = scope.catalogue.indicator(indicator) else {
        return found;
    };
    let gives = |exact: Option<Fraction>| exact.is_some_and(|exact| exact.percent(decimals(stated)) == stated);
    let other = match rate.averaging {
        Averaging::Pooled => Averaging::MeanOfRates,
        Averaging::MeanOfRates => Averaging::Pooled,
    };
    if gives(rate_by(scope, statement, indicator, other).and_then(|rate| rate.exact)) {
        found.push(Reason::AveragingMethod(other));
    }
    if let Some(over @ Operand::Cells { .. }) = &indicator.denominator {
        let all = super::aggregate::fold_all(&read(scope, &indicator.form, over, &statement.period));
        if all.count() != rate.denominator.count() && gives(Fraction::of(rate.numerator.count(), all.count())) {
            found.push(Reason::OtherDenominator {
                denominator: all.count(),
            });
        }
    }
    let last_place = if decimals(stated) == 1 { 10 } else { 1 };
    let shown = rate.percent_at(decimals(stated));
    if shown.is_some_and(|shown| (shown.hundredths() - stated.hundredths()).abs() <= last_place) {
        found.push(Reason::Rounding);
    }
    found
}

#[cfg(test)]
mod tests;
