//! Whether a backup is due: calmly, only where something was entered that no backup has, and not before two weeks.

use crate::store::backups::Backups;

/// Days after which a backup is due.
const DAYS: i64 = 14;
const DAY_MS: i64 = 86_400_000;

/// What is known of a bloc's backups on this device.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// When the last one was made here, in milliseconds since 1970.
    pub last_ms: Option<i64>,
    /// How many acts came after it; without one, how many there are.
    pub acts: u64,
    /// How many whole days ago it was; without one, how long the bloc has been here.
    pub days: i64,
    /// Whether one is due.
    pub is_due: bool,
}

/// The state of a bloc's backups. `lines`: the number of lines of its journal, of which the first is its making.
pub fn state(backups: &Backups, lines: u64, created_ms: i64, now_ms: i64) -> State {
    let last = backups.last_made();
    let acts = lines.saturating_sub(last.map_or(1, |mark| mark.line));
    let since = last.map_or(created_ms, |mark| mark.at_ms);
    let days = now_ms.saturating_sub(since).max(0) / DAY_MS;
    State {
        last_ms: last.map(|mark| mark.at_ms),
        acts,
        days,
        is_due: acts > 0 && days >= DAYS,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::backups::Mark;

    fn made(line: u64, day: i64) -> Backups {
        let mark = |made, at| Mark {
            id: String::new(),
            at_ms: at,
            line,
            made,
            heard: 0,
        };
        Backups {
            marks: vec![mark(true, day * DAY_MS), mark(false, 99 * DAY_MS)],
        }
    }

    #[test]
    fn one_is_due_after_two_weeks_of_which_something_is_nowhere_else() {
        let never = Backups::default();
        assert!(!state(&never, 1, 0, 90 * DAY_MS).is_due);
        assert!(!state(&never, 5, 0, 13 * DAY_MS).is_due);
        assert!(state(&never, 5, 0, 14 * DAY_MS).is_due);
        let after = state(&made(5, 10), 8, 0, 30 * DAY_MS);
        assert_eq!((after.acts, after.days, after.is_due), (3, 20, true));
        assert_eq!(after.last_ms, Some(10 * DAY_MS));
        assert!(!state(&made(8, 10), 8, 0, 90 * DAY_MS).is_due);
        // A clock that was set back makes nothing due.
        assert!(!state(&made(5, 10), 8, 0, 0).is_due);
    }
}
