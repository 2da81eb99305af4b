//! One indicator of a period: its value, what it is made of, and what it is held against.

use crate::analysis::achievement::{Achievement, achievement};
use crate::analysis::aggregate::{self, Total, YearOnYear};
use crate::analysis::calendar;
use crate::analysis::rate::{self, Rate};
use crate::analysis::{Coverage, Scope};
use crate::catalogue::EVERY;
use crate::model::id::{CellKey, IndicatorId, OptionId};
use crate::model::indicator::{Averaging, Indicator, Operand};
use crate::model::measure::OptionItem;
use crate::model::number::Percent;
use crate::model::period::Period;
use crate::model::quantity::Quantity;
use crate::model::target::{Relation, Target, TargetValue};
use crate::model::text::Text;

/// An indicator with its value and what it is held against.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// What is measured.
    pub indicator: Indicator,
    /// The value, and last year's.
    pub value: Value,
    /// What a total is made of, where its measure is split by who did something: the counts under each of them that
    /// did. Empty where there is one alone, and for levels, whose sum is the whole.
    pub parts: Vec<(Text, Quantity)>,
    /// How it stands against the bloc's target for the period; `None` too while one sector is looked at.
    pub target: Option<Achievement>,
}

/// A value beside the same period last year.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A rate or a ratio.
    Rate {
        /// This period's.
        now: Box<Rate>,
        /// Last year's, where it has figures.
        before: Option<Box<Rate>>,
        /// Over several years: what the other averaging method gives.
        other: Option<(Averaging, Percent)>,
        /// Over several years: those that are over and not in it, because a side of it is not known.
        without: Vec<Period>,
    },
    /// A total.
    Total(Box<YearOnYear>),
}

impl Figure {
    /// Whether anybody has reported it.
    pub fn is_reported(&self) -> bool {
        match &self.value {
            Value::Rate { now, .. } => now.numerator.quantity.is_some(),
            Value::Total(both) => both.now.quantity.is_some() || both.now.planned.is_some(),
        }
    }

    /// Whether it is shown: it was reported, and is no average over one thing.
    pub fn is_told(&self) -> bool {
        let of_one = self
            .rate()
            .is_some_and(|rate| rate.ratio && rate.denominator.count() <= 1);
        self.is_reported() && !of_one
    }

    /// Over whom it is.
    pub fn coverage(&self) -> &Coverage {
        match &self.value {
            Value::Rate { now, .. } => now.coverage(),
            Value::Total(both) => &both.now.coverage,
        }
    }

    /// Whether it says more than a count that stands in a chart already: a rate, a target, last year's.
    pub fn says_more(&self) -> bool {
        match &self.value {
            Value::Rate { .. } => true,
            Value::Total(both) => self.target.is_some() || both.before.quantity.is_some(),
        }
    }

    /// Its rate.
    pub fn rate(&self) -> Option<&Rate> {
        match &self.value {
            Value::Rate { now, .. } => Some(now),
            Value::Total(_) => None,
        }
    }
}

/// One indicator of a period; `None` for a rate that the catalogue does not allow.
pub fn figure(scope: &Scope<'_>, indicator: &Indicator, period: &Period) -> Option<Figure> {
    let value = match indicator.denominator {
        Some(_) => rate_value(scope, indicator, period)?,
        None => Value::Total(Box::new(total_value(scope, indicator, period))),
    };
    Some(Figure {
        target: target(scope, &indicator.id, period),
        parts: parts(scope, indicator, period).unwrap_or_default(),
        indicator: indicator.clone(),
        value,
    })
}

fn rate_value(scope: &Scope<'_>, indicator: &Indicator, period: &Period) -> Option<Value> {
    let method = indicator.averaging;
    let found = rate::averaged(scope, indicator, period, method).ok()?;
    let earlier = scope.on(calendar::a_year_before(scope.today));
    let before = period.same_last_year();
    let before = before.and_then(|before| rate::averaged(&earlier, indicator, &before, method).ok());
    let several = found.parts.iter().filter(|(_, part)| part.exact.is_some()).count() > 1;
    let another = match method {
        Averaging::Pooled => Averaging::MeanOfRates,
        Averaging::MeanOfRates => Averaging::Pooled,
    };
    let other = several
        .then(|| rate::averaged(scope, indicator, period, another).ok())
        .flatten();
    let over = |period: &Period| scope.ledger.span(period).is_some_and(|(_, end)| end <= scope.today);
    let without = found.parts.iter().filter(|(of, part)| part.exact.is_none() && over(of));
    let without = without
        .map(|(of, _)| of.clone())
        .filter(|_| found.rate.exact.is_some())
        .collect();
    Some(Value::Rate {
        now: Box::new(found.rate),
        before: before.map(|it| it.rate).filter(|it| it.exact.is_some()).map(Box::new),
        other: other.and_then(|it| Some((another, it.rate.percent?))),
        without,
    })
}

/// The parts of a total over the first set of its measure, `None` where it has none or is of one option only.
fn parts(scope: &Scope<'_>, indicator: &Indicator, period: &Period) -> Option<Vec<(Text, Quantity)>> {
    let Operand::Cells { cells, .. } = &indicator.numerator else {
        return None;
    };
    let ([key], None) = (cells.as_slice(), &indicator.denominator) else {
        return None;
    };
    let mut wanted = key.options();
    if wanted.next().is_some_and(|option| option != EVERY) {
        return None;
    }
    let rest: Vec<OptionId> = wanted.map(OptionId::new).collect();
    let measure = scope.catalogue.measure(key.measure())?;
    let year = scope.ledger.span(period).map(|(_, end)| end.year());
    let set = scope.catalogue.option_set(measure.by.first()?, year)?;
    if set.ordered {
        return None;
    }
    let part = |item: &OptionItem| {
        let options: Vec<OptionId> = std::iter::once(item.id.clone()).chain(rest.clone()).collect();
        let operand = Operand::Cells {
            cells: vec![CellKey::of(&measure.id, &options)],
            form: None,
            latest: false,
        };
        let found = aggregate::total(scope, &indicator.form, &operand, period).quantity;
        Some((item.label.clone(), found.filter(|found| found.count > 0)?))
    };
    let parts: Vec<(Text, Quantity)> = set.options.iter().filter_map(part).collect();
    (parts.len() > 1).then_some(parts)
}

fn total_value(scope: &Scope<'_>, indicator: &Indicator, period: &Period) -> YearOnYear {
    let (form, operand) = (&indicator.form, &indicator.numerator);
    aggregate::year_on_year(scope, form, operand, period).unwrap_or_else(|| YearOnYear {
        now: aggregate::total(scope, form, operand, period),
        before: Total::default(),
        change: None,
    })
}

/// The bloc's target of an indicator for a period, or, for a percentage, for a longer one that the period lies in
/// ("90 % a year" of a term is held against each year). Of several the nearest, and one that is no part of another.
fn target(scope: &Scope<'_>, indicator: &IndicatorId, period: &Period) -> Option<Achievement> {
    if scope.sector.is_some() {
        return None;
    }
    let speaks = |target: &&Target| {
        target.unit == scope.root
            && target.indicator.as_ref() == Some(indicator)
            && (target.period == *period
                || (matches!(target.value, TargetValue::Percent(_)) && target.period.contains(period)))
    };
    let of_which = |target: &Target| matches!(target.relation, Some(Relation::OfWhich(_)));
    let found = scope.ledger.targets.values().filter(speaks);
    let nearest = found.min_by_key(|target| (target.period.months().len(), of_which(target)))?;
    let of_period = Target {
        period: period.clone(),
        ..nearest.clone()
    };
    Some(achievement(scope, &of_period))
}
