//! Splitting a published total over units so that the parts add up to it exactly and no part is more
//! than what it is part of.

use super::random::Random;
use crate::model::number::Count;
use crate::model::sort::SmallSort;

/// Splits `total` by weight (largest remainders first), no part above its limit. The parts add up to
/// the total whenever the limits of the weighted parts allow it.
pub fn by_weight(total: Count, weights: &[u64], limits: &[Count]) -> Vec<Count> {
    let mut parts = vec![0; weights.len().min(limits.len())];
    let mut left = total;
    while left > 0 {
        let open: Vec<usize> = (0..parts.len())
            .filter(|&at| parts[at] < limits[at] && weights[at] > 0)
            .collect();
        let weight: u128 = open.iter().map(|&at| u128::from(weights[at])).sum();
        if weight == 0 {
            break;
        }
        let exact = |at: usize| u128::from(left) * u128::from(weights[at]);
        let mut given = 0;
        let mut limited = false;
        for &at in &open {
            // A share of `left` is at most `left`, so it fits.
            let share = Count::try_from(exact(at) / weight).unwrap_or(left);
            let room = limits[at] - parts[at];
            limited |= share > room;
            parts[at] += share.min(room);
            given += share.min(room);
        }
        if !limited {
            // What rounding down has left, one each, to the largest remainders.
            let mut order = open;
            order.retain(|&at| parts[at] < limits[at]);
            order.small_sort_by_key(|&at| (std::cmp::Reverse(exact(at) % weight), at));
            for at in order
                .into_iter()
                .take(usize::try_from(left - given).unwrap_or(usize::MAX))
            {
                parts[at] += 1;
                given += 1;
            }
        }
        left -= given;
    }
    parts
}

/// Splits `total` by weight without limits.
pub fn freely(total: Count, weights: &[u64]) -> Vec<Count> {
    by_weight(total, weights, &vec![total; weights.len()])
}

/// Splits `total` by weight so that each part is at least `least` and at most `most`. A total too small to give
/// each the least gives what there is.
pub fn bounded(total: Count, weights: &[u64], least: Count, most: Count) -> Vec<Count> {
    let floor = by_weight(total, &vec![1; weights.len()], &vec![least; weights.len()]);
    let left = total.saturating_sub(floor.iter().sum());
    let room: Vec<Count> = floor.iter().map(|part| most.saturating_sub(*part)).collect();
    let rest = by_weight(left, weights, &room);
    floor.iter().zip(rest).map(|(floor, rest)| floor + rest).collect()
}

/// Splits several totals over the same units so that the parts of one unit are together at most its
/// whole: the grades of a unit's write-ups. Row `i` of the answer splits `totals[i]`. Units differ a
/// little from one another, by `random`.
pub fn within_wholes(totals: &[Count], wholes: &[Count], random: &mut Random) -> Vec<Vec<Count>> {
    let mut free = wholes.to_vec();
    let mut rows = Vec::with_capacity(totals.len());
    for (at, &total) in totals.iter().enumerate() {
        let later: Count = totals[at + 1..].iter().sum();
        // The last total takes what is left when the wholes leave no room for variation.
        let tight = later == 0 && free.iter().sum::<Count>() == total;
        let weights: Vec<u64> = free
            .iter()
            .map(|&free| if tight { free } else { free * random.between(70, 130) })
            .collect();
        let row = by_weight(total, &weights, &free);
        for (free, part) in free.iter_mut().zip(&row) {
            *free -= part;
        }
        rows.push(row);
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_largest_remainders_come_first() {
        assert_eq!(freely(10, &[50, 30, 15, 5]), [5, 3, 2, 0]);
        assert_eq!(by_weight(10, &[50, 30, 15, 5], &[2, 9, 9, 9]), [2, 6, 2, 0]);
    }

    proptest! {
        #[test]
        fn every_part_is_its_quota_rounded_up_or_down(total in 0u64..5_000, weights in prop::collection::vec(1u64..500, 1..90)) {
            let sum: u64 = weights.iter().sum();
            for (part, weight) in freely(total, &weights).iter().zip(&weights) {
                let quota = total * weight / sum;
                prop_assert!(*part == quota || *part == quota + 1);
            }
        }

        #[test]
        fn parts_add_up_to_the_total(total in 0u64..50_000, weights in prop::collection::vec(1u64..500, 1..90)) {
            prop_assert_eq!(freely(total, &weights).iter().sum::<u64>(), total);
        }

        #[test]
        fn no_part_is_above_its_limit(
            rows in prop::collection::vec((1u64..500, 0u64..300), 1..90),
            share in 0u64..=100,
        ) {
            let (weights, limits): (Vec<u64>, Vec<u64>) = rows.into_iter().unzip();
            let total = limits.iter().sum::<u64>() * share / 100;
            let parts = by_weight(total, &weights, &limits);
            prop_assert_eq!(parts.iter().sum::<u64>(), total);
            prop_assert!(parts.iter().zip(&limits).all(|(part, limit)| part <= limit));
        }

        #[test]
        fn bounded_parts_stay_in_bounds(
            weights in prop::collection::vec(1u64..500, 1..90), least in 0u64..4, more in 0u64..9, share in 0u64..=100,
        ) {
            let many = weights.len() as u64;
            let total = many * (least + more * share / 100);
            let parts = bounded(total, &weights, least, least + more);
            prop_assert_eq!(parts.iter().sum::<u64>(), total);
            prop_assert!(parts.iter().all(|part| (least..=least + more).contains(part)));
        }

        #[test]
        fn parts_of_a_whole_fill_it(wholes in prop::collection::vec(0u64..200, 1..90), cut in 0u64..=100, seed: u64) {
            let all: u64 = wholes.iter().sum();
            let totals = [all * cut / 100, all - all * cut / 100];
            let rows = within_wholes(&totals, &wholes, &mut Random::new(seed));
            for (row, total) in rows.iter().zip(&totals) {
                prop_assert_eq!(row.iter().sum::<u64>(), *total);
            }
            for (at, whole) in wholes.iter().enumerate() {
                prop_assert_eq!(rows[0][at] + rows[1][at], *whole);
            }
        }
    }
}
