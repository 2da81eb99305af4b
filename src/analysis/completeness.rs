//! Who has handed in, who has not, who is late, and what is due now.
//!
//! This is about returns as papers. Whether a unit's *figures* are in a total is told by the total's
//! coverage: a draft with values counts there, and shows here as a draft.

pub mod matrix;

use super::Scope;
use super::calendar::slots;
use crate::model::closing::is_closed;
use crate::model::date::Date;
use crate::model::id::{FormId, UnitId};
use crate::model::ledger::Ledger;
use crate::model::measure::Form;
use crate::model::period::{Period, PeriodKind};
use crate::model::returns::{Return, ReturnStatus};
use crate::model::sort::SmallSort;

/// Where a unit's return of one form and period stands, seen from a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReturnState {
    /// Nothing entered, and the period is not over yet.
    NotDue,
    /// Nothing entered; the period is over, the deadline is not. Or it is not to be changed any more, see [`seen_on`].
    Missing,
    /// Nothing entered, and the deadline has passed.
    Late,
    /// Being entered. Whether it is late too is told by [`Completeness::is_overdue`].
    Draft,
    /// Handed in by the deadline, or on a day nobody noted.
    Submitted,
    /// Handed in after the deadline.
    SubmittedLate,
    /// Accepted by the committee.
    Accepted,
    /// Sent back to the unit.
    SentBack,
    /// Accepted and changed since: it asks to be accepted again.
    Amended,
}

impl ReturnState {
    /// Every state.
    pub const ALL: [ReturnState; 9] = [
        ReturnState::NotDue,
        ReturnState::Missing,
        ReturnState::Late,
        ReturnState::Draft,
        ReturnState::Submitted,
        ReturnState::SubmittedLate,
        ReturnState::Accepted,
        ReturnState::SentBack,
        ReturnState::Amended,
    ];

    /// Whether the unit has entered something, handed in or not.
    pub const fn is_begun(self) -> bool {
        !matches!(self, ReturnState::NotDue | ReturnState::Missing | ReturnState::Late)
    }

    /// Whether the unit has done its part.
    pub const fn is_handed_in(self) -> bool {
        matches!(
            self,
            ReturnState::Submitted | ReturnState::SubmittedLate | ReturnState::Accepted | ReturnState::Amended
        )
    }
}

/// The last day on which a return is in time; `None` for an unknown drive.
pub fn due_date(ledger: &Ledger, form: &Form, period: &Period) -> Option<Date> {
    let (_, end) = ledger.span(period)?;
    Some(end.plus_days(form.due_days))
}

/// The day that returns are seen from: today; of a period that is closed, its deadline at the latest. What is not in there
/// stays out, but nobody can hand it in, so nobody is late with it.
pub fn seen_on(closed: bool, due: Date, today: Date) -> Date {
    if closed { today.min(due) } else { today }
}

/// When the returns of a form for a period are due, and the day that they are seen from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// The period's last day.
    pub end: Date,
    /// The last day on which a return is in time.
    pub due: Date,
    /// Whether the figures are closed: nobody is asked for them any more.
    pub closed: bool,
    /// Today, or the deadline of what is closed ([`seen_on`]).
    pub seen: Date,
}

impl Deadline {
    /// The deadline of a form for one of its own periods; `None` for an unknown drive.
    pub fn of(scope: &Scope<'_>, form: &Form, period: &Period) -> Option<Deadline> {
        let (_, end) = scope.ledger.span(period)?;
        let due = end.plus_days(form.due_days);
        let closed = is_closed(scope.ledger, &form.id, period);
        let seen = seen_on(closed, due, scope.today);
        Some(Deadline { end, due, closed, seen })
    }

    /// The state of a unit's return.
    pub fn state(&self, found: Option<&Return>) -> ReturnState {
        state(found, self.end, self.due, self.seen)
    }
}

/// The state of a return. `end` is the period's last day, `due` the deadline.
pub fn state(found: Option<&Return>, end: Date, due: Date, today: Date) -> ReturnState {
    match found {
        Some(found) => match &found.status {
            ReturnStatus::Draft if found.has_values() => ReturnState::Draft,
            ReturnStatus::Draft => nothing(end, due, today),
            ReturnStatus::Submitted if found.submitted_on.is_some_and(|on| on > due) => ReturnState::SubmittedLate,
            ReturnStatus::Submitted => ReturnState::Submitted,
            ReturnStatus::Accepted => ReturnState::Accepted,
            ReturnStatus::SentBack(_) => ReturnState::SentBack,
            ReturnStatus::Amended => ReturnState::Amended,
        },
        None => nothing(end, due, today),
    }
}

fn nothing(end: Date, due: Date, today: Date) -> ReturnState {
    if today > due {
        ReturnState::Late
    } else if today >= end {
        ReturnState::Missing
    } else {
        ReturnState::NotDue
    }
}

/// Where all units stand with one form for one of its periods.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completeness {
    /// The form.
    pub form: FormId,
    /// The period.
    pub period: Period,
    /// The deadline; `None` when the period has no dates.
    pub due: Option<Date>,
    /// The day this is seen from.
    pub today: Date,
    /// Whether the figures are closed: nobody is asked for them any more.
    pub closed: bool,
    /// Each expected unit, in the official order.
    pub rows: Vec<(UnitId, ReturnState)>,
}

impl Completeness {
    /// How many units are expected to report.
    pub fn expected(&self) -> usize {
        self.rows.len()
    }

    /// How many are in a state.
    pub fn count(&self, state: ReturnState) -> usize {
        self.rows.iter().filter(|(_, of)| *of == state).count()
    }

    /// How many have handed in.
    pub fn handed_in(&self) -> usize {
        self.rows.iter().filter(|(_, of)| of.is_handed_in()).count()
    }

    /// How many have entered something, handed in or not.
    pub fn begun(&self) -> usize {
        self.rows.iter().filter(|(_, of)| of.is_begun()).count()
    }

    /// Whether everybody has handed in.
    pub fn is_complete(&self) -> bool {
        self.handed_in() == self.expected()
    }

    /// Whether the deadline has passed, and returns are still taken.
    pub fn is_overdue(&self) -> bool {
        !self.closed && self.due.is_some_and(|due| self.today > due)
    }

    /// Who has not handed in though it is time to, in the official order: the ones to call. Nobody once it is closed.
    pub fn outstanding(&self) -> Vec<&UnitId> {
        self.rows
            .iter()
            .filter(|(_, state)| !self.closed && !state.is_handed_in() && *state != ReturnState::NotDue)
            .map(|(unit, _)| unit)
            .collect()
    }
}

/// The completeness of a form for one of its own periods; no rows for a period of another kind or an
/// unknown form.
pub fn of_form(scope: &Scope<'_>, form: &FormId, period: &Period) -> Completeness {
    let mut completeness = Completeness {
        form: form.clone(),
        period: period.clone(),
        due: None,
        today: scope.today,
        closed: false,
        rows: Vec::new(),
    };
    let found = scope.catalogue.form(form).filter(|found| found.period == period.kind());
    let Some((found, deadline)) = found.and_then(|found| Some((found, Deadline::of(scope, found, period)?))) else {
        return completeness;
    };
    completeness.due = Some(deadline.due);
    completeness.closed = deadline.closed;
    let own = slots(scope.ledger, found.period, period, scope.today);
    let returns = scope.ledger.returns_of(form, period);
    completeness.rows = scope
        .units_for(form, &own)
        .into_iter()
        .map(|unit| {
            let found = returns.and_then(|returns| returns.get(&unit.id));
            (unit.id.clone(), deadline.state(found))
        })
        .collect();
    completeness
}

/// How urgent a due form is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Urgency {
    /// The deadline has passed and returns are outstanding.
    Overdue,
    /// Due within 30 days.
    Soon,
    /// The period runs; there is time.
    Open,
}

/// A form that is due for a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueForm {
    /// The form.
    pub form: FormId,
    /// For when.
    pub period: Period,
    /// The deadline.
    pub due: Date,
    /// How urgent it is.
    pub urgency: Urgency,
    /// Where the units stand.
    pub completeness: Completeness,
}

/// Days before a deadline from which it is near.
const SOON: i64 = 30;

/// Days for which an overdue drive is still told of.
const RECENT: i64 = 90;

/// The same of the drive that ended last: a year on, its books are what they will be.
const LAST: i64 = 366;

/// The forms to look after, the earliest deadline first: those of a period that runs or is before its
/// deadline, and those of the period before (of recent drives, and of the last one) that are overdue and
/// incomplete. Forms that no unit of the scope reports are left out, and nobody is chased for a time before
/// the bloc's books begin. Forms that the bloc does not use are asked of nobody, nor is what is closed.
pub fn due_forms(scope: &Scope<'_>) -> Vec<DueForm> {
    let mut due_forms: Vec<DueForm> = Vec::new();
    let books_begin = begins(scope, scope.catalogue.forms());
    let forms = scope.catalogue.forms().iter();
    for form in forms.filter(|form| scope.ledger.uses(&form.id)) {
        let begin = begins(scope, std::slice::from_ref(form)).or(books_begin);
        for period in candidates(scope, form) {
            let (Some((start, end)), Some(due)) = (scope.ledger.span(&period), due_date(scope.ledger, form, &period))
            else {
                continue;
            };
            if start > scope.today {
                continue;
            }
            let overdue = scope.today > due;
            if overdue && begin.is_none_or(|begin| end < begin) {
                continue;
            }
            let completeness = of_form(scope, &form.id, &period);
            if completeness.closed || completeness.rows.is_empty() || (overdue && completeness.is_complete()) {
                continue;
            }
            let urgency = if overdue {
                Urgency::Overdue
            } else if scope.today >= end || due.days_since(scope.today) <= SOON {
                Urgency::Soon
            } else {
                Urgency::Open
            };
            due_forms.push(DueForm {
                form: form.id.clone(),
                period,
                due,
                urgency,
                completeness,
            });
        }
    }
    due_forms.small_sort_by_key(|due| due.due);
    due_forms
}

/// The day that the books of some forms begin: that of their first period with a return (of a drive, its
/// last day, because a drive's books do not speak for the months it began in). `None` for empty books.
fn begins(scope: &Scope<'_>, forms: &[Form]) -> Option<Date> {
    let of_form = |form: &Form| {
        let periods = scope.ledger.periods_of(&form.id);
        let with_values = periods.filter(|(_, returns)| returns.values().any(Return::has_values));
        let days = with_values.filter_map(|(period, _)| {
            let (start, end) = scope.ledger.span(period)?;
            Some(if form.period == PeriodKind::Drive { end } else { start })
        });
        days.min()
    };
    forms.iter().filter_map(of_form).min()
}

fn candidates(scope: &Scope<'_>, form: &Form) -> Vec<Period> {
    match form.period {
        PeriodKind::Drive => {
            let due = |end: Date| end.plus_days(form.due_days);
            let ended = scope.ledger.drives.iter().filter(|drive| drive.end <= scope.today);
            let last = ended.map(|drive| drive.end).max();
            let wanted = scope.ledger.drives.iter().filter(|drive| {
                let told = if Some(drive.end) == last { LAST } else { RECENT };
                due(drive.end) >= scope.today || scope.today.days_since(drive.end) <= told
            });
            wanted.map(|drive| drive.period()).collect()
        }
        PeriodKind::Term => {
            let term = scope.ledger.profile.as_ref().map(|profile| profile.term.clone());
            term.into_iter().collect()
        }
        kind => {
            let now = Period::of_kind_at(kind, scope.today);
            now.iter().filter_map(Period::previous).chain(now.clone()).collect()
        }
    }
}

#[cfg(test)]
mod tests;
