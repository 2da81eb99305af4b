//! Parts of a whole, rounded half-up, with what rounding leaves to 100 %. Nothing is balanced silently.

use crate::model::number::{Count, Percent};

/// A part of a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// How many.
    pub count: Count,
    /// Its percentage of the whole; `None` when the whole is zero.
    pub percent: Option<Percent>,
}

/// The parts of a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shares {
    /// The whole.
    pub whole: Count,
    /// The parts in the order they were given.
    pub parts: Vec<Share>,
    /// What of the whole is in no part (not graded); `None` when the parts make up the whole.
    pub rest: Option<Share>,
    /// By how much the parts go beyond the whole: their figures cannot all be right.
    pub excess: Count,
    /// What is left from the sum of the rounded percentages, the rest's included, to 100 %. It is shown,
    /// not spread over the parts. 0 when there are no percentages.
    pub rounding: Percent,
}

/// The shares of `parts` in `whole`, each rounded half-up to `decimals` (0 to 2).
pub fn shares(parts: &[Count], whole: Count, decimals: u8) -> Shares {
    let share = |count: Count| Share {
        count,
        percent: Percent::of(count, whole, decimals),
    };
    let sum = parts.iter().fold(0, |sum: Count, part| sum.saturating_add(*part));
    let rest = (sum < whole).then(|| share(whole - sum));
    let parts: Vec<Share> = parts.iter().copied().map(share).collect();
    let shown: i64 = parts
        .iter()
        .chain(&rest)
        .filter_map(|share| share.percent)
        .map(Percent::hundredths)
        .fold(0, i64::saturating_add);
    Shares {
        whole,
        excess: sum.saturating_sub(whole),
        rounding: match whole {
            0 => Percent::ZERO,
            _ => Percent::from_hundredths(Percent::HUNDRED.hundredths().saturating_sub(shown)),
        },
        parts,
        rest,
    }
}

/// The shares of parts in their own sum.
pub fn of_sum(parts: &[Count], decimals: u8) -> Shares {
    let sum = parts.iter().fold(0, |sum: Count, part| sum.saturating_add(*part));
    shares(parts, sum, decimals)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_grades_of_a_published_report() {
        let shares = of_sum(&[1647, 1924, 613, 17], 1);
        let shown: Vec<String> = shares.parts.iter().map(|it| it.percent.unwrap().to_string()).collect();
        assert_eq!(shown, ["39,2%", "45,8%", "14,6%", "0,4%"]);
        assert_eq!((shares.whole, shares.rounding), (4201, Percent::ZERO));
    }

    #[test]
    fn thirds_leave_a_tenth() {
        let shares = of_sum(&[1, 1, 1], 1);
        assert_eq!(shares.rounding, Percent::from_hundredths(10));
        let sixths = of_sum(&[1, 1, 1, 1, 1, 1], 1);
        assert_eq!(sixths.rounding, Percent::from_hundredths(-20));
    }

    #[test]
    fn parts_beyond_the_whole_are_told() {
        let over = shares(&[46, 30], 73, 1);
        assert_eq!((over.excess, over.rest), (3, None));
        let under = shares(&[46, 26], 73, 1);
        assert_eq!((under.excess, under.rest.unwrap().count), (0, 1));
        assert_eq!(shares(&[], 0, 1).rounding, Percent::ZERO);
    }

    proptest! {
        #[test]
        fn shares_rest_and_rounding_are_exactly_a_hundred(
            parts in proptest::collection::vec(0u64..1_000_000, 0..12),
            whole in 1u64..10_000_000,
            decimals in 0u8..3,
        ) {
            let shares = shares(&parts, whole, decimals);
            let shown: i64 = shares.parts.iter().chain(&shares.rest).map(|it| it.percent.unwrap().hundredths()).sum();
            prop_assert_eq!(shown + shares.rounding.hundredths(), 10_000);
            let counted: u64 = shares.parts.iter().chain(&shares.rest).map(|it| it.count).sum();
            prop_assert_eq!(counted, whole + shares.excess);
            if shares.excess == 0 {
                // Each of the n rounded figures is off by at most half a unit in its last place.
                let figures = shares.parts.len() as i64 + i64::from(shares.rest.is_some());
                let unit = 100 / 10_i64.pow(u32::from(decimals));
                prop_assert!(2 * shares.rounding.hundredths().abs() <= figures * unit);
            }
        }
    }
}
