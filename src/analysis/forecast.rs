//! Where a monthly count will stand at the end of its period, with a range.
//!
//! # Method
//! With counts x₁ … xₘ of m months that are over, of which n are still to come: the middle is what was
//! counted plus n times the mean month. The range is one standard deviation of such a sum on either side:
//! s·√(n + n²/m), where s is the standard deviation of the months (n for the spread of the months to come,
//! n²/m because the mean itself is known from m months only). About two times in three the count ends
//! within it. Everything is whole numbers: low rounded down, high rounded up, and never below what is
//! already counted. With fewer than three months nothing is said.

use super::Scope;
use super::series::series;
use crate::model::id::FormId;
use crate::model::indicator::Operand;
use crate::model::measure::OverTime;
use crate::model::number::Count;
use crate::model::period::{Period, PeriodKind};
use crate::model::statement::Realisation;

/// Fewer months than this say nothing about the rest.
pub const LEAST_MONTHS: usize = 3;

/// Where a count will stand at the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Forecast {
    /// The low end of the range.
    pub low: Count,
    /// The middle.
    pub mid: Count,
    /// The high end.
    pub high: Count,
    /// From how many months.
    pub months: usize,
    /// For how many months that are still to come.
    pub to_come: usize,
}

/// The forecast of a monthly count for a period; `None` for a form that is not monthly, a figure that is
/// not added up, too few months, or a period that is over.
///
/// Months that are over and that nobody reported yet are treated as still to come.
pub fn forecast(scope: &Scope<'_>, form: &FormId, operand: &Operand, period: &Period) -> Option<Forecast> {
    let Operand::Cells {
        cells,
        form: own,
        latest,
    } = operand
    else {
        return None;
    };
    let on = scope.catalogue.form(own.as_ref().unwrap_or(form))?;
    let measure = scope.catalogue.measure(cells.first()?.measure())?;
    if on.period != PeriodKind::Month || *latest || measure.over_time == OverTime::Last {
        return None;
    }
    let points = series(scope, form, operand, period);
    let over = |realisation: Realisation| realisation == Realisation::Done;
    if points.iter().all(|point| over(point.realisation)) {
        return None;
    }
    let months: Vec<Count> = points
        .iter()
        .filter(|point| over(point.realisation))
        .filter_map(|point| point.total.quantity.map(|quantity| quantity.count))
        .collect();
    let so_far = points
        .iter()
        .fold(0, |sum: Count, point| sum.saturating_add(point.total.count()));
    from_months(&months, points.len() - months.len(), so_far)
}

/// The forecast from the counts of the months that are over. `so_far` is all that is counted, the running
/// month's part included.
pub fn from_months(months: &[Count], to_come: usize, so_far: Count) -> Option<Forecast> {
    if months.len() < LEAST_MONTHS {
        return None;
    }
    let m = u128::try_from(months.len()).ok()?;
    let n = u128::try_from(to_come).ok()?;
    let sum = months.iter().map(|&month| u128::from(month)).sum::<u128>();
    let squares = months
        .iter()
        .try_fold(0u128, |sum, &month| sum.checked_add(u128::from(month).checked_pow(2)?))?;
    // s² = (m·Σx² − (Σx)²) ÷ (m·(m−1)); the variance of the forecast is s²·n·(m+n) ÷ m.
    let spread = m.checked_mul(squares)?.checked_sub(sum.checked_mul(sum)?)?;
    let variance = spread.checked_mul(n)?.checked_mul(m + n)?;
    let deviation = ceil_root(variance.div_ceil(m * m * (m - 1)));
    let middle = sum + (2 * sum * n + m) / (2 * m);
    let count = |value: u128| Count::try_from(value).unwrap_or(Count::MAX).max(so_far);
    Some(Forecast {
        low: count(middle.saturating_sub(deviation)),
        mid: count(middle),
        high: count(middle + deviation),
        months: months.len(),
        to_come,
    })
}

fn ceil_root(value: u128) -> u128 {
    let root = value.isqrt();
    if root * root == value { root } else { root + 1 }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::fixture::*;
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn even_months_leave_no_range() {
        let forecast = from_months(&[10; 9], 3, 90).unwrap();
        assert_eq!((forecast.low, forecast.mid, forecast.high), (120, 120, 120));
    }

    #[test]
    fn the_range_is_the_spread_of_the_months() {
        // s = 2 over 8, 10, 12; nine months to come: 2·√(9 + 81/3) = 12.
        let forecast = from_months(&[8, 10, 12], 9, 30).unwrap();
        assert_eq!((forecast.low, forecast.mid, forecast.high), (108, 120, 132));
    }

    #[test]
    fn too_few_months_say_nothing() {
        assert_eq!(from_months(&[10, 11], 10, 21), None);
    }

    #[test]
    fn only_a_monthly_count_of_a_running_period_is_forecast() {
        let mut book = Book::new(1);
        for month in 1..=10 {
            book.set("month", &format!("2022-{month:02}"), "u1", "admitted", 11);
        }
        book.set("month", "2022-11", "u1", "admitted", 20);
        let ask = |today: &str, form: &str, key: &str| {
            book.ask(today, |scope| {
                forecast(scope, &form.into(), &cells(&[key]), &period("2022"))
            })
        };
        let found = ask("2022-11-23", "month", "admitted").unwrap();
        assert_eq!((found.months, found.to_come), (10, 2));
        assert_eq!((found.low, found.mid, found.high), (132, 132, 132));
        assert_eq!(ask("2023-01-05", "month", "admitted"), None);
        assert_eq!(ask("2022-11-23", "head", "head"), None);
        assert_eq!(ask("2022-11-23", "year", "rated"), None);
    }

    proptest! {
        #[test]
        fn the_middle_lies_in_the_range(months in proptest::collection::vec(0u64..10_000, 3..60), n in 0usize..60) {
            let so_far: u64 = months.iter().sum();
            let forecast = from_months(&months, n, so_far).unwrap();
            prop_assert!(so_far <= forecast.low);
            prop_assert!(forecast.low <= forecast.mid && forecast.mid <= forecast.high);
        }
    }
}
