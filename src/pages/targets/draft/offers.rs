//! What the form of a target offers to choose from.

use super::TargetDraft;
use crate::analysis::achievement::is_within;
use crate::analysis::chain::family;
use crate::model::date::Date;
use crate::model::id::{TargetId, UnitId};
use crate::model::ledger::Ledger;
use crate::model::period::Period;
use crate::model::sort::SmallSort;
use crate::model::target::Target;

/// The periods that a target may be set for: terms, the years around the ones in the books, drives, and those that
/// targets have already. The latest first.
pub fn periods(ledger: &Ledger, today: Date) -> Vec<Period> {
    let seen = ledger.seen_on(today).year();
    let mut found: Vec<Period> = (seen - 1..=seen + 2).map(Period::Year).collect();
    let term = ledger.profile.as_ref().map(|profile| &profile.term);
    found.extend(
        term.into_iter()
            .flat_map(|term| term.years().into_iter().map(Period::Year).chain([term.clone()])),
    );
    found.extend(ledger.targets.values().map(|target| target.period.clone()));
    found.extend(ledger.drives.iter().map(|drive| drive.period()));
    found.small_sort_by(|a, b| b.cmp(a));
    found.dedup();
    found
}

/// The targets that the drafted one may belong to. The one chosen now is among them, so that it is seen.
pub fn parents<'a>(ledger: &'a Ledger, draft: &TargetDraft) -> Vec<&'a Target> {
    let own = draft.editing.as_ref().map(|target| target.id.clone());
    let own = own.unwrap_or_else(|| TargetId::new(""));
    let period: Option<Period> = draft.period.parse().ok();
    let fits = |target: &&Target| {
        target.id.as_str() == draft.parent
            || period
                .as_ref()
                .is_some_and(|period| may_hold(ledger, target, &own, &draft.unit.as_str().into(), period))
    };
    ledger.targets.values().filter(fits).collect()
}

/// Whether `parent` may be what a target hangs on: for the same or a longer period, of the same unit or one above
/// it, and not itself hanging on the target.
pub(super) fn may_hold(ledger: &Ledger, parent: &Target, target: &TargetId, unit: &UnitId, period: &Period) -> bool {
    let above = parent.unit == *unit || ledger.units.ancestors(unit).iter().any(|known| known.id == parent.unit);
    let below = ledger.targets.get(target);
    let own = below.is_some_and(|own| family(ledger, own).iter().any(|member| member.id == parent.id));
    above && !own && is_within(ledger, &parent.period, period)
}
