//! A part of something that takes its time: how far the whole is when the part is so far.

use crate::store::backups::Progress;

/// One of several parts, one after another and each counted as long as the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// How many are before it.
    before: u64,
    /// How many there are.
    of: u64,
}

impl Part {
    /// All of it.
    pub const WHOLE: Part = Part { before: 0, of: 1 };
    /// What the page gathers of the store for a file.
    pub const GATHERING: Part = Part { before: 0, of: 2 };
    /// What the worker writes of it.
    pub const WRITING: Part = Part { before: 1, of: 2 };

    /// How far the whole is, in percent.
    pub fn percent(self, part: Progress) -> u8 {
        let percent = (part.done.min(part.of) * 100).checked_div(part.of).unwrap_or(0);
        u8::try_from((self.before * 100 + percent) / self.of).unwrap_or(100)
    }

    /// From how many percent of the whole it goes to how many.
    pub fn span(self) -> (u8, u8) {
        let at = |done| self.percent(Progress { done, of: 1 });
        (at(0), at(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn percent(part: Part, done: u64, of: u64) -> u8 {
        part.percent(Progress { done, of })
    }

    #[test]
    fn a_file_that_is_gathered_and_written_comes_to_its_end_once() {
        let gathered = (0..=1200).map(|done| percent(Part::GATHERING, done, 1200));
        let written = (0..=100).map(|done| percent(Part::WRITING, done, 100));
        let told: Vec<u8> = gathered.chain(written).collect();
        assert!(told.is_sorted());
        assert_eq!((told.first(), told.last()), (Some(&0), Some(&100)));
        assert_eq!((Part::GATHERING.span(), Part::WRITING.span()), ((0, 50), (50, 100)));
        assert_eq!(told.iter().filter(|percent| **percent == 100).count(), 1);
    }

    #[test]
    fn a_whole_is_as_far_as_its_only_part() {
        assert_eq!(percent(Part::WHOLE, 300, 1200), 25);
        assert_eq!(percent(Part::WHOLE, 7, 7), 100);
        // Nothing to do yet, and more than was thought.
        assert_eq!(percent(Part::GATHERING, 0, 0), 0);
        assert_eq!(percent(Part::WRITING, 9, 3), 100);
    }
}
