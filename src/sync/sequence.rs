//! The numbers of a device's ops, as a server has seen them: how far they go, and which are missing between.

use super::wire::Gap;

/// How many runs of missing numbers are told apart, and how many runs of numbers a device tells that nothing comes of.
pub const MOST_GAPS: usize = 50;

/// The numbers of a device's ops that came.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sequence {
    /// The highest.
    pub last: u64,
    /// What is missing before it, in order.
    pub gaps: Vec<Gap>,
}

impl Sequence {
    /// An op came. The first that a server sees of a device begins its sequence: what was before it was never for this server.
    pub fn take(&mut self, seq: u64) {
        if self.last == 0 || seq == self.last + 1 {
            self.last = seq.max(self.last);
        } else if seq > self.last {
            self.gaps.push(Gap {
                first: self.last + 1,
                last: seq - 1,
            });
            self.last = seq;
        } else {
            self.skip(Gap { first: seq, last: seq });
        }
        if self.gaps.len() > MOST_GAPS {
            let first = self.gaps.remove(0).first;
            self.gaps[0].first = first;
        }
    }

    /// These numbers are not missing: they came, or nothing will ever come of them. What is not missed anyway is passed over.
    pub fn skip(&mut self, numbers: Gap) {
        let mut left = Vec::with_capacity(self.gaps.len() + 1);
        for gap in &self.gaps {
            if gap.first < numbers.first {
                let last = gap.last.min(numbers.first - 1);
                left.push(Gap { last, ..*gap });
            }
            if gap.last > numbers.last {
                let first = gap.first.max(numbers.last + 1);
                left.push(Gap { first, ..*gap });
            }
        }
        self.gaps = left;
    }
}

/// Adds numbers to runs of numbers: the newest [`MOST_GAPS`] runs stay.
pub fn add(runs: &mut Vec<Gap>, numbers: Gap) {
    let Gap { mut first, mut last } = numbers;
    runs.retain(|run| {
        let apart = run.last.saturating_add(1) < first || last.saturating_add(1) < run.first;
        if !apart {
            (first, last) = (first.min(run.first), last.max(run.last));
        }
        apart
    });
    let at = runs.iter().take_while(|run| run.first < first).count();
    runs.insert(at, Gap { first, last });
    if runs.len() > MOST_GAPS {
        runs.remove(0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn pairs(gaps: &[Gap]) -> Vec<(u64, u64)> {
        gaps.iter().map(|gap| (gap.first, gap.last)).collect()
    }

    fn after(numbers: impl IntoIterator<Item = u64>) -> (u64, Vec<(u64, u64)>) {
        let mut sequence = Sequence::default();
        numbers.into_iter().for_each(|number| sequence.take(number));
        (sequence.last, pairs(&sequence.gaps))
    }

    #[test]
    fn what_is_missing_is_known_until_it_comes() {
        assert_eq!(after([1, 2, 3]), (3, vec![]));
        assert_eq!(after([41, 42]), (42, vec![]));
        assert_eq!(after([1, 5, 9]), (9, vec![(2, 4), (6, 8)]));
        assert_eq!(after([1, 9, 5]), (9, vec![(2, 4), (6, 8)]));
        assert_eq!(after([1, 5, 2]), (5, vec![(3, 4)]));
        assert_eq!(after([1, 5, 4, 3, 2, 2, 1]), (5, vec![]));
    }

    #[test]
    fn gaps_without_end_are_joined() {
        let (last, gaps) = after((1..400).map(|number| number * 3));
        assert_eq!(last, 1_197);
        assert_eq!(gaps.len(), MOST_GAPS);
        assert_eq!(gaps.first().map(|gap| gap.0), Some(4));
    }

    #[test]
    fn of_numbers_that_nothing_comes_of_only_missing_ones_count() {
        let mut sequence = Sequence::default();
        [2, 9].into_iter().for_each(|number| sequence.take(number));
        sequence.skip(Gap { first: 1, last: 4 });
        sequence.skip(Gap { first: 8, last: 99 });
        assert_eq!((sequence.last, pairs(&sequence.gaps)), (9, vec![(5, 7)]));
        sequence.skip(Gap {
            first: 0,
            last: u64::MAX,
        });
        assert_eq!((sequence.last, pairs(&sequence.gaps)), (9, vec![]));
    }

    #[test]
    fn of_runs_without_end_the_newest_stay() {
        let mut runs = Vec::new();
        (1..400).for_each(|number| {
            add(
                &mut runs,
                Gap {
                    first: number * 3,
                    last: number * 3,
                },
            )
        });
        assert_eq!(runs.len(), MOST_GAPS);
        assert_eq!(runs.last().map(|run| run.last), Some(1_197));
    }

    proptest! {
        #[test]
        fn both_are_sets_of_numbers(
            came in proptest::collection::vec(1u64..40, 1..40),
            skipped in proptest::collection::vec((0u64..40, 0u64..6), 0..8),
        ) {
            let (mut sequence, mut runs, mut told) = (Sequence::default(), Vec::new(), BTreeSet::new());
            came.iter().for_each(|number| sequence.take(*number));
            for (first, more) in skipped {
                let numbers = Gap { first, last: first + more };
                sequence.skip(numbers);
                add(&mut runs, numbers);
                told.extend(first..=first + more);
            }
            let missing: Vec<u64> = (came[0]..*came.iter().max().unwrap_or(&0))
                .filter(|number| !came.contains(number) && !told.contains(number))
                .collect();
            let numbers = |gaps: &[Gap]| gaps.iter().flat_map(|gap| gap.first..=gap.last).collect::<Vec<_>>();
            prop_assert_eq!(numbers(&sequence.gaps), missing);
            prop_assert_eq!(numbers(&runs), told.into_iter().collect::<Vec<_>>());
            prop_assert!(runs.windows(2).all(|two| two[0].last + 1 < two[1].first));
        }
    }
}
