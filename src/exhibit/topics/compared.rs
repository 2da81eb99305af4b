//! One indicator, or the levels of one measure, over units and along time.

use super::figures::of_bloc;
use crate::analysis::Scope;
use crate::analysis::aggregate::{self, Total};
use crate::analysis::calendar::{self, slots};
use crate::analysis::rate::{self, Rate};
use crate::model::id::{CellKey, SectorId, UnitId};
use crate::model::indicator::{Indicator, Operand};
use crate::model::measure::{Column, Form};
use crate::model::number::Count;
use crate::model::period::{Period, PeriodKind};
use crate::model::quantity::Quantity;
use crate::model::statement::Realisation;

/// One value of an indicator.
#[derive(Clone, Debug, PartialEq)]
pub enum One {
    /// A rate.
    Rate(Box<Rate>),
    /// A total.
    Total(Box<Total>),
}

impl One {
    /// Whether anybody has reported it.
    pub fn is_reported(&self) -> bool {
        match self {
            One::Rate(rate) => rate.numerator.quantity.is_some(),
            One::Total(total) => total.quantity.is_some(),
        }
    }

    /// The count of a total, the numerator's of a rate.
    pub fn count(&self) -> Option<Count> {
        match self {
            One::Rate(rate) => rate.numerator.quantity,
            One::Total(total) => total.quantity,
        }
        .map(|quantity| quantity.count)
    }
}

/// An indicator over a scope and a period; nothing for a rate that the catalogue does not allow.
fn one(scope: &Scope<'_>, indicator: &Indicator, period: &Period) -> Option<One> {
    Some(match indicator.denominator {
        Some(_) => One::Rate(Box::new(rate::rate(scope, indicator, period).ok()?)),
        None => One::Total(Box::new(aggregate::total(
            scope,
            &indicator.form,
            &indicator.numerator,
            period,
        ))),
    })
}

/// Each expected unit's own, in the official order; none where only the bloc committee reports.
pub fn by_unit(scope: &Scope<'_>, form: &Form, indicator: &Indicator, period: &Period) -> Vec<(UnitId, One)> {
    if of_bloc(form) {
        return Vec::new();
    }
    match indicator.denominator {
        Some(_) => {
            let period = year_with_figures(scope, indicator, period).unwrap_or_else(|| period.clone());
            let rates = rate::by_unit(scope, indicator, &period).unwrap_or_default().into_iter();
            rates.map(|(unit, rate)| (unit, One::Rate(Box::new(rate)))).collect()
        }
        None => {
            let totals = aggregate::by_unit(scope, &indicator.form, &indicator.numerator, period).into_iter();
            totals
                .map(|(unit, total)| (unit, One::Total(Box::new(total))))
                .collect()
        }
    }
}

/// The one year of a term that has figures of a rate against a number of units. The rate of the whole is that year's
/// (51 of 67), so a unit's is too: 1 of 1, and not 1 of the 3 years that have begun.
fn year_with_figures(scope: &Scope<'_>, indicator: &Indicator, period: &Period) -> Option<Period> {
    let against_units = matches!(indicator.denominator, Some(Operand::Units { .. }));
    if !against_units || period.kind() != PeriodKind::Term {
        return None;
    }
    let parts = rate::averaged(scope, indicator, period, indicator.averaging)
        .ok()?
        .parts;
    let mut known = parts.into_iter().filter(|(_, part)| part.numerator.quantity.is_some());
    let (year, _) = known.next()?;
    known.next().is_none().then_some(year)
}

/// What was set and what was done of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sides {
    /// What was set.
    pub set: Option<Quantity>,
    /// What was done.
    pub done: Option<Quantity>,
}

impl Sides {
    /// Whether either is known.
    pub fn is_known(self) -> bool {
        self.set.is_some() || self.done.is_some()
    }
}

/// The sides of a rate of the whole bloc; nothing is known of a total, and of a ratio of two kinds of thing.
fn sides(scope: &Scope<'_>, form: &Form, indicator: &Indicator, period: &Period) -> Sides {
    match &indicator.denominator {
        Some(over) if of_bloc(form) && !indicator.ratio => Sides {
            set: aggregate::total(scope, &indicator.form, over, period).quantity,
            done: aggregate::total(scope, &indicator.form, &indicator.numerator, period).quantity,
        },
        _ => Sides::default(),
    }
}

/// A period of a row along time.
#[derive(Clone, Debug, PartialEq)]
pub struct Moment {
    /// The period.
    pub period: Period,
    /// Whether it lies ahead, runs, or is over.
    pub realisation: Realisation,
    /// Its value.
    pub now: One,
    /// What was set and what was done of it, each where it is known: of a rate that the bloc committee reports.
    pub sides: Sides,
    /// The same period last year; `None` where years are beside each other, or last year has no figures.
    pub before: Option<One>,
}

/// The kinds of period that a form can be looked at along, the finest first.
pub fn grains(form: &Form) -> Vec<PeriodKind> {
    let all = [
        PeriodKind::Month,
        PeriodKind::Quarter,
        PeriodKind::HalfYear,
        PeriodKind::Year,
    ];
    match all.iter().position(|kind| *kind == form.period) {
        Some(own) => all[own..].to_vec(),
        None => vec![PeriodKind::Year],
    }
}

/// How a kind of period is written in an address.
pub const fn grain_name(grain: PeriodKind) -> &'static str {
    match grain {
        PeriodKind::Month => "month",
        PeriodKind::Quarter => "quarter",
        PeriodKind::HalfYear => "half-year",
        _ => "year",
    }
}

/// The kind of period of an address among those that a form can be looked at along.
pub fn grain_of(form: &Form, text: &str) -> Option<PeriodKind> {
    grains(form).into_iter().find(|grain| grain_name(*grain) == text)
}

/// The periods that a form is looked at along: its own, or those of a coarser `grain`, within the year of `period`;
/// or years where the form is a yearly one or a term is asked for.
pub fn moments(
    scope: &Scope<'_>,
    form: &Form,
    indicator: &Indicator,
    period: &Period,
    grain: Option<PeriodKind>,
) -> Vec<Moment> {
    let possible = grains(form);
    let grain = grain
        .filter(|grain| possible.contains(grain))
        .or_else(|| possible.first().copied());
    let within_a_year = match grain {
        Some(PeriodKind::Year) | None => None,
        Some(grain) => period.year().map(|year| (Period::Year(year), grain)),
    };
    let moment = |period: Period, before: Option<One>| {
        let (start, end) = scope.ledger.span(&period)?;
        Some(Moment {
            realisation: Realisation::at(start, end, scope.today),
            now: one(scope, indicator, &period)?,
            sides: sides(scope, form, indicator, &period),
            before: before.filter(One::is_reported),
            period,
        })
    };
    match within_a_year {
        Some((year, grain)) => {
            let earlier = scope.on(calendar::a_year_before(scope.today));
            let own = slots(scope.ledger, grain, &year, scope.today).into_iter();
            own.filter_map(|slot| {
                let before = slot.period.same_last_year();
                let before = before.and_then(|before| one(&earlier, indicator, &before));
                moment(slot.period, before)
            })
            .collect()
        }
        None => years(scope, period)
            .into_iter()
            .filter_map(|year| moment(year, None))
            .collect(),
    }
}

/// The years that a period is looked at among: its own or the bloc's term where it lies in it, else the five
/// that end with it.
pub fn years(scope: &Scope<'_>, period: &Period) -> Vec<Period> {
    let term = scope.ledger.profile.as_ref().map(|profile| &profile.term);
    let years = match (period, term) {
        (Period::Term(..), _) => period.years(),
        (_, Some(term)) if term.contains(period) => term.years(),
        _ => match scope.ledger.span(period) {
            Some((_, end)) => (end.year() - 4..=end.year()).collect(),
            None => Vec::new(),
        },
    };
    years.into_iter().map(Period::Year).collect()
}

/// Levels of many: the columns, and a row for each unit or sector with its counts, `None` where nobody reported.
#[derive(Clone, Debug, PartialEq)]
pub struct LevelRows<K> {
    /// The levels.
    pub columns: Vec<Column>,
    /// The rows.
    pub rows: Vec<(K, Option<Vec<Count>>)>,
}

impl<K> Default for LevelRows<K> {
    fn default() -> Self {
        LevelRows {
            columns: Vec::new(),
            rows: Vec::new(),
        }
    }
}

fn counts(totals: &[Total]) -> Option<Vec<Count>> {
    let reported = totals.iter().any(|total| total.quantity.is_some());
    reported.then(|| totals.iter().map(Total::count).collect())
}

/// Each unit's counts at the levels of a measure.
pub fn levels_by_unit(scope: &Scope<'_>, form: &Form, key: &CellKey, period: &Period) -> LevelRows<UnitId> {
    let (columns, rows) = aggregate::by_unit_and_option(scope, &form.id, key, period);
    let rows = rows.into_iter().map(|(unit, totals)| (unit, counts(&totals))).collect();
    LevelRows { columns, rows }
}

/// Each sector's.
pub fn levels_by_sector(scope: &Scope<'_>, form: &Form, key: &CellKey, period: &Period) -> LevelRows<Option<SectorId>> {
    let (columns, rows) = aggregate::by_unit_and_option(scope, &form.id, key, period);
    let sectors = scope
        .ledger
        .sectors
        .iter()
        .map(|sector| Some(sector.id.clone()))
        .chain([None]);
    let rows = sectors.filter_map(|sector| {
        let of_sector = rows.iter().filter(|(unit, _)| {
            let unit = scope.ledger.units.get(unit);
            unit.and_then(|unit| unit.sector.clone()) == sector
        });
        let of_sector: Vec<Option<Vec<Count>>> = of_sector.map(|(_, totals)| counts(totals)).collect();
        if of_sector.is_empty() {
            return None;
        }
        let sum = of_sector
            .into_iter()
            .flatten()
            .reduce(|sum, more| sum.iter().zip(more).map(|(a, b)| a + b).collect());
        Some((sector, sum))
    });
    let rows = rows.collect();
    LevelRows { columns, rows }
}

/// The whole bloc's, year by year; years without figures are left out.
pub fn levels_by_year(scope: &Scope<'_>, form: &Form, key: &CellKey, period: &Period) -> LevelRows<Period> {
    let mut found = LevelRows::default();
    for year in years(scope, period) {
        let levels = aggregate::by_option(scope, &form.id, key, &year);
        let (columns, totals): (Vec<Column>, Vec<Total>) = levels.into_iter().unzip();
        found.columns = columns;
        if let Some(counts) = counts(&totals) {
            found.rows.push((year, Some(counts)));
        }
    }
    found
}
