//! Whether a count that grows over a period keeps up with what it is to reach.

use crate::model::date::Date;
use crate::model::number::Count;

/// The pace of a count towards a goal. Days are counted with both ends, and today has passed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pace {
    /// The first day.
    pub start: Date,
    /// The last day.
    pub end: Date,
    /// The day it is seen from.
    pub today: Date,
    /// Days that have passed, at most `total_days`.
    pub elapsed_days: u64,
    /// All days.
    pub total_days: u64,
    /// How many there are so far.
    pub value: Count,
    /// How many are to be reached.
    pub goal: Count,
    /// How many there would be by now at an even pace, in tenths, rounded half-up.
    pub expected_by_now_tenths: u64,
    /// How many are still lacking.
    pub remaining: Count,
    /// How many a week reach the goal in time, in tenths, rounded up so that keeping to it suffices; `None`
    /// when no day is left.
    pub needed_per_week_tenths: Option<u64>,
    /// The same for a month of 30,4375 days.
    pub needed_per_month_tenths: Option<u64>,
}

/// Part of the even pace at which a count is still on track: 90 %. Figures come in month by month and some
/// days late, so a count right on its way is always a little below the line.
pub const TOLERANCE_PERCENT: u64 = 90;

impl Pace {
    /// The pace on `today` of a count that runs from `start` to `end`.
    pub fn new(start: Date, end: Date, today: Date, value: Count, goal: Count) -> Pace {
        let days = |from: Date, to: Date| u64::try_from(to.days_since(from) + 1).unwrap_or(0);
        let total_days = days(start, end).max(1);
        let elapsed_days = days(start, today).min(total_days);
        let left = total_days - elapsed_days;
        let remaining = goal.saturating_sub(value);
        Pace {
            start,
            end,
            today,
            elapsed_days,
            total_days,
            value,
            goal,
            expected_by_now_tenths: expected(goal, elapsed_days, total_days),
            remaining,
            needed_per_week_tenths: needed(remaining, left, 70_000),
            needed_per_month_tenths: needed(remaining, left, 304_375),
        }
    }

    /// Whether the count is at least [`TOLERANCE_PERCENT`] of an even pace.
    pub fn is_on_track(&self) -> bool {
        u128::from(self.value) * 1000 >= u128::from(self.expected_by_now_tenths) * u128::from(TOLERANCE_PERCENT)
    }

    /// What an even pace would have reached at the end of `day`, in tenths: the target line of a chart.
    pub fn expected_on_tenths(&self, day: Date) -> u64 {
        let elapsed = u64::try_from(day.days_since(self.start) + 1).unwrap_or(0);
        expected(self.goal, elapsed.min(self.total_days), self.total_days)
    }
}

fn expected(goal: Count, elapsed: u64, total: u64) -> u64 {
    let (goal, elapsed, total) = (u128::from(goal), u128::from(elapsed), u128::from(total.max(1)));
    u64::try_from((20 * goal * elapsed + total) / (2 * total)).unwrap_or(u64::MAX)
}

/// `remaining` over `left` days, for spans of `span` ten-thousandths of a day, in tenths, rounded up.
fn needed(remaining: Count, left: u64, span: u128) -> Option<u64> {
    let days = u128::from(left) * 10_000;
    (days > 0).then(|| u64::try_from((u128::from(remaining) * 10 * span).div_ceil(days)).unwrap_or(u64::MAX))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn year(today: &str, value: Count, goal: Count) -> Pace {
        let day = |text: &str| text.parse().unwrap();
        Pace::new(day("2022-01-01"), day("2022-12-31"), day(today), value, goal)
    }

    #[test]
    fn what_is_needed_a_week_reaches_the_goal() {
        // 38 days are left: 5 weeks and 3 days for 9 admissions.
        let pace = year("2022-11-23", 121, 130);
        assert_eq!((pace.elapsed_days, pace.total_days, pace.remaining), (327, 365, 9));
        assert_eq!(pace.needed_per_week_tenths, Some(17));
        assert_eq!(pace.needed_per_month_tenths, Some(73));
        assert_eq!(pace.expected_by_now_tenths, 1165);
        assert!(pace.is_on_track());
    }

    #[test]
    fn the_line_is_flat_outside_and_ends_at_the_goal() {
        let pace = year("2022-06-30", 10, 130);
        assert_eq!(pace.expected_on_tenths("2021-05-01".parse().unwrap()), 0);
        assert_eq!(pace.expected_on_tenths(pace.end), 1300);
        assert_eq!(pace.expected_on_tenths("2023-05-01".parse().unwrap()), 1300);
        assert!(!pace.is_on_track());
    }

    #[test]
    fn after_the_end_nothing_can_be_done() {
        let pace = year("2023-02-01", 121, 130);
        assert_eq!((pace.needed_per_week_tenths, pace.elapsed_days), (None, 365));
        assert_eq!(pace.expected_by_now_tenths, 1300);
    }

    proptest! {
        #[test]
        fn more_never_needs_more(day in 0i64..365, value in 0u64..1000, more in 0u64..1000, goal in 0u64..1500) {
            let today = "2022-01-01".parse::<Date>().unwrap().plus_days(day).to_string();
            let (less, more) = (year(&today, value, goal), year(&today, value + more, goal));
            prop_assert!(more.remaining <= less.remaining);
            prop_assert!(more.needed_per_week_tenths <= less.needed_per_week_tenths);
            prop_assert!(!less.is_on_track() || more.is_on_track());
        }

        #[test]
        fn the_expected_count_never_falls(day in 0i64..400, later in 0i64..400, goal in 0u64..10_0000) {
            let start: Date = "2022-01-01".parse().unwrap();
            let pace = year("2022-06-01", 0, goal);
            let (before, after) = (start.plus_days(day), start.plus_days(day + later));
            prop_assert!(pace.expected_on_tenths(before) <= pace.expected_on_tenths(after));
            prop_assert!(pace.expected_on_tenths(after) <= goal * 10);
        }

        #[test]
        fn what_is_needed_suffices(day in 0i64..364, value in 0u64..1000, goal in 0u64..1500) {
            let today = "2022-01-01".parse::<Date>().unwrap().plus_days(day).to_string();
            let pace = year(&today, value, goal);
            let left = pace.total_days - pace.elapsed_days;
            let reached = pace.needed_per_week_tenths.unwrap() * left;
            prop_assert!(reached >= pace.remaining * 70);
        }
    }
}
