//! Exact fractions. A rate stays a fraction of counts until it is shown, and is rounded once.

use crate::model::number::{Count, Percent};
use std::cmp::Ordering;

/// A fraction of counts, or an exact mean of such fractions, in lowest terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fraction {
    numerator: u128,
    denominator: u128,
}

/// Numerators and denominators stay below this, so that scaling to a percentage cannot overflow.
const LIMIT: u128 = 1 << 96;

/// The denominator used when an exact mean would grow past [`LIMIT`].
const FINE: u128 = 1_000_000_000_000_000_000;

impl Fraction {
    /// `numerator ÷ denominator`; `None` when there is nothing to divide by.
    pub fn of(numerator: Count, denominator: Count) -> Option<Fraction> {
        (denominator > 0).then(|| Fraction::reduced(numerator.into(), denominator.into()))
    }

    /// The mean of `numerator ÷ denominator` over `counts`; `None` when there are none or one has nothing
    /// to divide by.
    ///
    /// Exact as long as the common denominator has at most 96 bits, which five years of counts stay far
    /// below; beyond that each rate is taken to 18 decimals, 14 more than are ever shown.
    pub fn mean(counts: &[(Count, Count)]) -> Option<Fraction> {
        let rates: Vec<Fraction> = counts.iter().map(|&(n, d)| Fraction::of(n, d)).collect::<Option<_>>()?;
        let many = u128::try_from(rates.len()).ok().filter(|many| *many > 0)?;
        let exact = rates
            .iter()
            .try_fold(Fraction::reduced(0, 1), |sum, rate| sum.plus(*rate));
        let sum = exact.unwrap_or_else(|| {
            let fine = |rate: &Fraction| rate.numerator * FINE / rate.denominator;
            Fraction {
                numerator: rates.iter().map(fine).fold(0, u128::saturating_add),
                denominator: FINE,
            }
        });
        Some(Fraction::reduced(sum.numerator, sum.denominator.saturating_mul(many)))
    }

    fn plus(self, other: Fraction) -> Option<Fraction> {
        let shared = gcd(self.denominator, other.denominator);
        let denominator = (self.denominator / shared).checked_mul(other.denominator)?;
        let left = self.numerator.checked_mul(denominator / self.denominator)?;
        let right = other.numerator.checked_mul(denominator / other.denominator)?;
        let sum = Fraction::reduced(left.checked_add(right)?, denominator);
        (sum.numerator < LIMIT && sum.denominator < LIMIT / 1024).then_some(sum)
    }

    fn reduced(numerator: u128, denominator: u128) -> Fraction {
        let shared = gcd(numerator, denominator).max(1);
        Fraction {
            numerator: numerator / shared,
            denominator: denominator / shared,
        }
    }

    /// As a percentage, rounded half-up to `decimals` (0 to 2) places.
    pub fn percent(self, decimals: u8) -> Percent {
        let scale = 10_u128.pow(u32::from(decimals.min(2)));
        let (n, d) = self.bounded();
        let rounded = (2 * n * 100 * scale + d) / (2 * d);
        Percent::from_hundredths(i64::try_from(rounded * 100 / scale).unwrap_or(i64::MAX))
    }

    /// As a plain number in hundredths, rounded half-up: copies for each organisation.
    pub fn hundredths(self) -> u64 {
        let (n, d) = self.bounded();
        u64::try_from((200 * n + d) / (2 * d)).unwrap_or(u64::MAX)
    }

    /// How it compares with a percentage, exactly: 84,96 % is below 85 % though it is shown as 85,0 %.
    pub fn compare(self, percent: Percent) -> Ordering {
        let Ok(percent) = u128::try_from(percent.hundredths()) else {
            return Ordering::Greater;
        };
        let (n, d) = self.bounded();
        (n * 10_000).cmp(&percent.saturating_mul(d))
    }

    /// The terms, halved together until they fit. Only the 18-decimal fallback ever needs it.
    fn bounded(self) -> (u128, u128) {
        let (mut n, mut d) = (self.numerator, self.denominator);
        while n >= LIMIT || d >= LIMIT {
            (n, d) = (n / 2, (d / 2).max(1));
        }
        (n, d)
    }
}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Fraction) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// By continued fractions, so that no product can overflow.
impl Ord for Fraction {
    fn cmp(&self, other: &Fraction) -> Ordering {
        let (mut a, mut b) = ((self.numerator, self.denominator), (other.numerator, other.denominator));
        let mut turned = false;
        loop {
            let wholes = (a.0 / a.1).cmp(&(b.0 / b.1));
            let rests = (a.0 % a.1, b.0 % b.1);
            let order = match (wholes, rests) {
                (Ordering::Equal, (0, 0)) => Ordering::Equal,
                (Ordering::Equal, (0, _)) => Ordering::Less,
                (Ordering::Equal, (_, 0)) => Ordering::Greater,
                (Ordering::Equal, _) => {
                    (a, b) = ((a.1, rests.0), (b.1, rests.1));
                    turned = !turned;
                    continue;
                }
                (unequal, _) => unequal,
            };
            return if turned { order.reverse() } else { order };
        }
    }
}

fn gcd(mut a: u128, mut b: u128) -> u128 {
    while b > 0 {
        (a, b) = (b, a % b);
    }
    a
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_two_averages_of_a_published_report() {
        let pooled = Fraction::of(4 + 5, 5 + 7).unwrap();
        let mean = Fraction::mean(&[(4, 5), (5, 7)]).unwrap();
        assert_eq!(pooled.percent(1).to_string(), "75%");
        assert_eq!(mean.percent(1).to_string(), "75,7%");
    }

    #[test]
    fn a_mean_is_not_taken_from_rounded_percentages() {
        // 1/3 and 1/3 and 1/3 are 33,3 % each; so is their mean, but 2/3 thrice rounds up each time.
        let thirds = [(2, 3), (2, 3), (2, 3)];
        assert_eq!(Fraction::mean(&thirds).unwrap().percent(2).hundredths(), 66_67);
        // 0,05 % rounds to 0,1 % alone; the mean with 0 is 0,025 %, which rounds to 0,0 %.
        let mean = Fraction::mean(&[(1, 2000), (0, 2000)]).unwrap();
        let of_rounded = (Percent::of(1, 2000, 1).unwrap().hundredths()) / 2;
        assert_eq!(of_rounded, 5);
        assert_eq!(mean.percent(1), Percent::ZERO);
        assert_ne!(mean.percent(1), Percent::from_hundredths(of_rounded).rounded(1));
    }

    #[test]
    fn no_rate_without_a_denominator() {
        assert_eq!(Fraction::of(3, 0), None);
        assert_eq!(Fraction::mean(&[(1, 2), (1, 0)]), None);
        assert_eq!(Fraction::mean(&[]), None);
    }

    #[test]
    fn comparing_is_exact() {
        let nearly = Fraction::of(8496, 10_000).unwrap();
        assert_eq!(nearly.percent(1).to_string(), "85%");
        assert_eq!(nearly.compare(Percent::from_hundredths(85_00)), Ordering::Less);
    }

    fn counts() -> impl Strategy<Value = Vec<(Count, Count)>> {
        proptest::collection::vec((0u64..1_000_000_000, 1u64..1_000_000_000), 1..14)
    }

    proptest! {
        #[test]
        fn pooled_and_mean_lie_between_the_rates(counts in counts()) {
            let rates: Vec<Fraction> = counts.iter().map(|&(n, d)| Fraction::of(n, d).unwrap()).collect();
            let (low, high) = (*rates.iter().min().unwrap(), *rates.iter().max().unwrap());
            let pooled = Fraction::of(counts.iter().map(|it| it.0).sum(), counts.iter().map(|it| it.1).sum()).unwrap();
            prop_assert!(low <= pooled && pooled <= high);
            // The 18-decimal fallback may be lower by less than what is ever shown.
            let mean = Fraction::mean(&counts).unwrap().percent(2);
            prop_assert!(low.percent(2) <= mean && mean <= high.percent(2));
        }

        #[test]
        fn the_order_is_that_of_the_products(a in 0u64..1 << 40, b in 1u64..1 << 40, c in 0u64..1 << 40, d in 1u64..1 << 40) {
            let by_products = (u128::from(a) * u128::from(d)).cmp(&(u128::from(c) * u128::from(b)));
            prop_assert_eq!(Fraction::of(a, b).unwrap().cmp(&Fraction::of(c, d).unwrap()), by_products);
        }

        #[test]
        fn a_percentage_is_that_of_the_model(n in 0u64..1 << 50, d in 1u64..1 << 50, decimals in 0u8..3) {
            prop_assert_eq!(Some(Fraction::of(n, d).unwrap().percent(decimals)), Percent::of(n, d, decimals));
        }
    }
}
