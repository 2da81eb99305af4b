//! The status of a target from a value, and the count that reaches it.

use crate::model::indicator::Comparison;
use crate::model::number::{Count, Percent};
use std::cmp::Ordering;

/// How a target stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TargetStatus {
    /// Reached (đạt).
    Met,
    /// Gone beyond (vượt): only for "at least" targets.
    Exceeded,
    /// Not over yet, and as far as it should be (đúng tiến độ); also what holds now but can still change.
    OnTrack,
    /// Not over yet, and not as far as it should be (chậm).
    Behind,
    /// Over and not reached (chưa đạt). Never before the end.
    NotMet,
    /// Nothing to judge by (chưa có số liệu).
    NoFigures,
}

/// What a status is decided by.
pub(crate) struct Standing {
    pub comparison: Comparison,
    /// The value against the target's figure.
    pub order: Ordering,
    /// Whether the period is over.
    pub over: bool,
    /// Whether what holds now will hold at the end.
    pub settled: bool,
    /// Whether it keeps pace, where it has a pace.
    pub on_track: Option<bool>,
}

/// The status that follows.
pub(crate) fn status(standing: &Standing) -> TargetStatus {
    let holds = match standing.comparison {
        Comparison::AtLeast => standing.order != Ordering::Less,
        Comparison::MoreThan => standing.order == Ordering::Greater,
        Comparison::Equal => standing.order == Ordering::Equal,
        Comparison::AtMost => standing.order != Ordering::Greater,
    };
    let reached = match (standing.comparison, standing.order) {
        (Comparison::AtLeast, Ordering::Greater) => TargetStatus::Exceeded,
        _ => TargetStatus::Met,
    };
    // A ceiling is kept only at the end; a floor is reached as soon as nothing can take it back.
    let settled = standing.settled && standing.comparison != Comparison::AtMost;
    match (holds, standing.over) {
        (true, true) => reached,
        (false, true) => TargetStatus::NotMet,
        (true, false) if settled => reached,
        (true, false) => TargetStatus::OnTrack,
        (false, false) if standing.order == Ordering::Greater => TargetStatus::Behind,
        (false, false) if standing.on_track == Some(true) => TargetStatus::OnTrack,
        (false, false) => TargetStatus::Behind,
    }
}

/// The least count that reaches a target (the greatest that keeps an "at most").
pub(crate) fn count_goal(comparison: Comparison, goal: Count) -> Count {
    match comparison {
        Comparison::MoreThan => goal.saturating_add(1),
        Comparison::AtLeast | Comparison::Equal | Comparison::AtMost => goal,
    }
}

/// The same for a percentage of `whole`.
pub(crate) fn percent_goal(comparison: Comparison, goal: Percent, whole: Count) -> Count {
    let parts = u128::from(whole) * u128::try_from(goal.hundredths()).unwrap_or(0);
    let count = match comparison {
        Comparison::AtLeast | Comparison::Equal => parts.div_ceil(10_000),
        Comparison::MoreThan => parts / 10_000 + 1,
        Comparison::AtMost => parts / 10_000,
    };
    Count::try_from(count).unwrap_or(Count::MAX)
}
