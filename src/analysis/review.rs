//! What needs a person: the findings that nobody has explained, and the returns that are late.

use super::Scope;
use super::completeness::{ReturnState, Urgency, due_forms};
use super::rules::{Finding, findings};
use crate::model::date::Date;
use crate::model::id::{FormId, UnitId};
use crate::model::period::Period;

/// A form that units are late with: whom the office chases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Late {
    /// The form.
    pub form: FormId,
    /// For when.
    pub period: Period,
    /// The deadline that has passed.
    pub due: Date,
    /// How many days ago.
    pub days: i64,
    /// Who is late and how far they are, in the official order.
    pub units: Vec<(UnitId, ReturnState)>,
    /// How many were expected to report.
    pub expected: usize,
}

impl Late {
    /// Each late return: whose, and how far it is.
    pub fn returns(&self) -> impl Iterator<Item = &(UnitId, ReturnState)> {
        self.units.iter()
    }

    /// The same of one of its units alone.
    pub fn of(&self, unit: &(UnitId, ReturnState)) -> Late {
        Late {
            form: self.form.clone(),
            period: self.period.clone(),
            due: self.due,
            days: self.days,
            units: vec![unit.clone()],
            expected: self.expected,
        }
    }
}

/// The forms that units are late with on the day of the scope, the oldest deadline first. They are about that day, and not
/// about a period that somebody looks at.
pub fn late(scope: &Scope<'_>) -> Vec<Late> {
    let overdue = due_forms(scope)
        .into_iter()
        .filter(|due| due.urgency == Urgency::Overdue);
    overdue
        .map(|due| Late {
            days: scope.today.days_since(due.due),
            expected: due.completeness.expected(),
            units: due
                .completeness
                .rows
                .into_iter()
                .filter(|(_, state)| !state.is_handed_in() && *state != ReturnState::NotDue)
                .collect(),
            form: due.form,
            period: due.period,
            due: due.due,
        })
        .collect()
}

/// How many points need a person: the findings of a period that are open, and the forms that units are late with.
pub fn to_review(scope: &Scope<'_>, period: &Period) -> usize {
    let open = findings(scope, period)
        .iter()
        .filter(|one| Finding::is_open(one))
        .count();
    open + late(scope).len()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::fixture::*;
    use super::*;
    use crate::model::returns::ReturnStatus;

    #[test]
    fn who_is_late_is_named_with_how_far_they_are() {
        let mut book = Book::new(3);
        book.set("month", "2022-01", "u1", "admitted", 1)
            .edit("month", "2022-01", "u1", |it| it.status = ReturnStatus::Submitted)
            .set("month", "2022-01", "u3", "admitted", 2);
        book.ask("2022-02-20", |scope| {
            let found = late(scope);
            let month = found.iter().find(|late| late.form.as_str() == "month").unwrap();
            assert_eq!((month.days, month.expected), (15, 3));
            let units: Vec<_> = month
                .units
                .iter()
                .map(|(unit, state)| (unit.as_str(), *state))
                .collect();
            assert_eq!(units, [("u2", ReturnState::Late), ("u3", ReturnState::Draft)]);
            assert_eq!(month.of(&month.units[1]).units, [("u3".into(), ReturnState::Draft)]);
            assert_eq!(to_review(scope, &Period::Year(2022)), found.len());
        });
        book.ask("2022-02-05", |scope| assert_eq!(late(scope), []));
    }

    #[test]
    fn what_is_open_counts_until_it_is_explained() {
        let mut book = Book::new(1);
        book.drive("d", "2022-01-01", "2022-01-10")
            .set("study", "drive:d", "u1", "attended.members", 9)
            .set("study", "drive:d", "u1", "invited.members", 8)
            .edit("study", "drive:d", "u1", |it| it.status = ReturnStatus::Submitted);
        let count = |book: &Book| book.ask("2022-01-12", |scope| to_review(scope, &Period::Year(2022)));
        assert_eq!(count(&book), 1);
        let found = book.ask("2022-01-12", |scope| findings(scope, &Period::Year(2022)));
        book.put(&crate::model::record::Explanation {
            finding: found[0].key.clone(),
            unit: found[0].unit.clone(),
            text: "đúng".into(),
            figures: found[0].figures(),
        });
        assert_eq!(count(&book), 0);
    }
}
