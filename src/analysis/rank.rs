//! Units in order of a figure. Who has not reported stands apart, never at the bottom.

use super::aggregate::Total;
use super::fraction::Fraction;
use super::rate::Rate;
use crate::model::id::UnitId;
use crate::model::indicator::Direction;
use crate::model::sort::SmallSort;

/// A unit in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranked<T> {
    /// Its place from 1. Equal figures share a place, and the next place is skipped: 1, 1, 3.
    pub place: usize,
    /// The unit.
    pub unit: UnitId,
    /// Its figure.
    pub figure: T,
}

/// Units in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranking<T> {
    /// The best first; equal ones in the official order.
    pub rows: Vec<Ranked<T>>,
    /// Who has no figure, in the official order.
    pub not_reported: Vec<UnitId>,
}

/// The two ends of a ranking, for a chart that cannot show all of it.
#[derive(Debug, PartialEq, Eq)]
pub struct Ends<'r, T> {
    /// The first ones.
    pub top: &'r [Ranked<T>],
    /// How many stand between.
    pub others: usize,
    /// The last ones, the very last at the end.
    pub bottom: &'r [Ranked<T>],
}

impl<T> Ranking<T> {
    /// The first `top` and the last `bottom` rows; everything is in `top` when they would meet.
    pub fn ends(&self, top: usize, bottom: usize) -> Ends<'_, T> {
        let many = self.rows.len();
        if top.saturating_add(bottom) >= many {
            return Ends {
                top: &self.rows,
                others: 0,
                bottom: &[],
            };
        }
        Ends {
            top: &self.rows[..top],
            others: many - top - bottom,
            bottom: &self.rows[many - bottom..],
        }
    }
}

/// Units by the exact value of their rates, not by the rounded percentage. `rates` come in the official
/// order, as [`super::rate::by_unit`] gives them.
pub fn by_rate(rates: Vec<(UnitId, Rate)>, direction: Direction) -> Ranking<Rate> {
    rank(rates, direction, |rate: &Rate| -> Option<Fraction> { rate.exact })
}

/// Units by count. `totals` come in the official order, as [`super::aggregate::by_unit`] gives them.
pub fn by_total(totals: Vec<(UnitId, Total)>, direction: Direction) -> Ranking<Total> {
    rank(totals, direction, |total| total.quantity.map(|quantity| quantity.count))
}

/// For a direction that is neither better nor worse, the larger figure comes first.
fn rank<T, K: Ord + Copy>(
    figures: Vec<(UnitId, T)>,
    direction: Direction,
    key: impl Fn(&T) -> Option<K>,
) -> Ranking<T> {
    let mut not_reported = Vec::new();
    let mut keyed: Vec<(K, UnitId, T)> = Vec::with_capacity(figures.len());
    for (unit, figure) in figures {
        match key(&figure) {
            Some(key) => keyed.push((key, unit, figure)),
            None => not_reported.push(unit),
        }
    }
    // A stable sort keeps the official order among equals.
    match direction {
        Direction::Lower => keyed.small_sort_by_key(|row| row.0),
        Direction::Higher | Direction::Neutral => keyed.small_sort_by_key(|row| std::cmp::Reverse(row.0)),
    }
    let mut rows: Vec<Ranked<T>> = Vec::with_capacity(keyed.len());
    let mut before: Option<K> = None;
    for (key, unit, figure) in keyed {
        let place = match rows.last() {
            Some(last) if before == Some(key) => last.place,
            _ => rows.len() + 1,
        };
        before = Some(key);
        rows.push(Ranked { place, unit, figure });
    }
    Ranking { rows, not_reported }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::quantity::Quantity;

    fn totals(counts: &[Option<u64>]) -> Vec<(UnitId, Total)> {
        let total = |count: &Option<u64>| Total {
            quantity: count.map(Quantity::exact),
            ..Total::default()
        };
        counts
            .iter()
            .enumerate()
            .map(|(at, count)| (format!("u{at}").as_str().into(), total(count)))
            .collect()
    }

    #[test]
    fn ties_share_a_place_in_the_official_order() {
        let ranking = by_total(totals(&[Some(3), None, Some(7), Some(7), Some(0)]), Direction::Higher);
        let rows: Vec<_> = ranking.rows.iter().map(|row| (row.place, row.unit.as_str())).collect();
        assert_eq!(rows, [(1, "u2"), (1, "u3"), (3, "u0"), (4, "u4")]);
        assert_eq!(ranking.not_reported, ["u1".into()]);
    }

    #[test]
    fn less_can_be_better() {
        let ranking = by_total(totals(&[Some(3), Some(7), Some(0)]), Direction::Lower);
        let rows: Vec<_> = ranking.rows.iter().map(|row| row.unit.as_str()).collect();
        assert_eq!(rows, ["u2", "u0", "u1"]);
    }

    #[test]
    fn ends_leave_out_the_middle_only_when_there_is_one() {
        let ranking = by_total(totals(&[Some(1); 30]), Direction::Higher);
        let ends = ranking.ends(10, 10);
        assert_eq!((ends.top.len(), ends.others, ends.bottom.len()), (10, 10, 10));
        let all = ranking.ends(20, 10);
        assert_eq!((all.top.len(), all.others, all.bottom.len()), (30, 0, 0));
    }
}
