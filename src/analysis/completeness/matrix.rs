//! Where every unit stands with every form of a period, as a table: units down, forms or periods across.
//!
//! A *paper* is one form for one of its own periods. A column is a form, with all its papers within the period that is
//! looked at; or, where one form is looked at, one paper. Each paper's states are those of [`of_form`].

use super::{Completeness, ReturnState, begins, due_date, of_form};
use crate::analysis::Scope;
use crate::analysis::calendar::slots;
use crate::model::date::Date;
use crate::model::id::{FormId, UnitId};
use crate::model::measure::Form;
use crate::model::period::{Period, PeriodKind};
use std::ops::Range;

/// One form for one of its own periods.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// The form.
    pub form: FormId,
    /// The period.
    pub period: Period,
    /// The deadline.
    pub due: Date,
}

/// The table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matrix {
    /// Every paper, column by column, in time within each.
    pub papers: Vec<Paper>,
    /// The papers of each column, by place.
    pub columns: Vec<Range<usize>>,
    /// The units that are asked for any of them, in the official order.
    pub units: Vec<UnitId>,
    /// Unit by unit, paper by paper; `None` where the unit is not asked.
    states: Vec<Option<ReturnState>>,
    /// Of each paper, whether it is closed, or its deadline has passed.
    stands: Vec<Stands>,
}

/// What time makes of a paper that is not in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Stands {
    /// There is time.
    #[default]
    Open,
    /// The deadline has passed.
    Overdue,
    /// The figures are closed: nobody is asked for it any more.
    Closed,
}

/// How many returns stand where.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    /// Asked for.
    pub expected: usize,
    /// Handed in, in time or late, accepted or not.
    pub handed_in: usize,
    /// Of these, handed in after the deadline and not accepted yet.
    pub late: usize,
    /// Of those handed in, waiting to be accepted, again or for the first time.
    pub waiting: usize,
    /// Of those handed in, accepted.
    pub accepted: usize,
    /// Not in though it is time to: sent back and being entered are among them.
    pub missing: usize,
    /// Of these, past the deadline.
    pub overdue: usize,
    /// Of those missing, of periods that are closed: nobody is asked for them any more.
    pub closed: usize,
    /// Of those not in, sent back.
    pub sent_back: usize,
    /// Not in, and it is not time to.
    pub not_due: usize,
}

impl Sum {
    /// How many are owed: missing, and still taken.
    pub const fn owed(&self) -> usize {
        self.missing.saturating_sub(self.closed)
    }

    fn add(&mut self, state: ReturnState, stands: Stands) {
        self.expected += 1;
        match state {
            ReturnState::NotDue => self.not_due += 1,
            _ if state.is_handed_in() => {
                self.handed_in += 1;
                self.late += usize::from(state == ReturnState::SubmittedLate);
                let accepted = state == ReturnState::Accepted;
                self.accepted += usize::from(accepted);
                self.waiting += usize::from(!accepted);
            }
            _ => {
                self.missing += 1;
                self.overdue += usize::from(stands == Stands::Overdue);
                self.closed += usize::from(stands == Stands::Closed);
                self.sent_back += usize::from(state == ReturnState::SentBack);
            }
        }
    }
}

impl Matrix {
    /// The table of a scope for a period; with a form, its papers alone.
    ///
    /// Papers of periods that have not begun are left out, and nobody is asked for a time before the bloc's books begin.
    /// Forms that the bloc does not use are asked of nobody.
    pub fn of(scope: &Scope<'_>, period: &Period, form: Option<&FormId>) -> Matrix {
        let used = scope.catalogue.forms().iter().filter(|of| scope.ledger.uses(&of.id));
        let wanted = used.filter(|of| form.is_none_or(|form| of.id == *form));
        Matrix::of_wanted(scope, period, wanted, form.is_some())
    }

    /// The table of some forms for a period, each with its papers within the period and no others.
    pub fn of_forms(scope: &Scope<'_>, period: &Period, forms: &[Form]) -> Matrix {
        Matrix::of_wanted(scope, period, forms.iter(), false)
    }

    fn of_wanted<'f>(
        scope: &Scope<'_>,
        period: &Period,
        wanted: impl Iterator<Item = &'f Form>,
        alone: bool,
    ) -> Matrix {
        let books = begins(scope, scope.catalogue.forms());
        let mut matrix = Matrix::default();
        let mut found: Vec<Completeness> = Vec::new();
        for of in wanted {
            let begin = begins(scope, std::slice::from_ref(of)).or(books);
            let start = matrix.papers.len();
            for period in periods(scope, of, period, alone) {
                let (Some(due), Some((_, end))) = (due_date(scope.ledger, of, &period), scope.ledger.span(&period))
                else {
                    continue;
                };
                if scope.today > due && begin.is_none_or(|begin| end < begin) {
                    continue;
                }
                let standing = of_form(scope, &of.id, &period);
                if standing.rows.is_empty() {
                    continue;
                }
                if alone {
                    matrix.columns.push(matrix.papers.len()..matrix.papers.len() + 1);
                }
                matrix.stands.push(match standing.is_overdue() {
                    _ if standing.closed => Stands::Closed,
                    true => Stands::Overdue,
                    false => Stands::Open,
                });
                matrix.papers.push(Paper {
                    form: of.id.clone(),
                    period,
                    due,
                });
                found.push(standing);
            }
            if !alone && matrix.papers.len() > start {
                matrix.columns.push(start..matrix.papers.len());
            }
        }
        matrix.fill(scope, &found);
        matrix
    }

    fn fill(&mut self, scope: &Scope<'_>, found: &[Completeness]) {
        let all = scope.ledger.units.in_order();
        let places = scope.ledger.units.places();
        let mut asked = vec![false; all.len()];
        let each = || found.iter().flat_map(|standing| &standing.rows);
        for place in each().filter_map(|(unit, _)| places.get(unit)) {
            asked[*place] = true;
        }
        // Where each unit of the tree has its row.
        let mut row_of = vec![0; all.len()];
        for (place, unit) in all.iter().enumerate() {
            if asked[place] {
                row_of[place] = self.units.len();
                self.units.push(unit.id.clone());
            }
        }
        self.states = vec![None; self.units.len() * self.papers.len()];
        for (paper, standing) in found.iter().enumerate() {
            for (unit, state) in &standing.rows {
                if let Some(place) = places.get(unit) {
                    self.states[row_of[*place] * self.papers.len() + paper] = Some(*state);
                }
            }
        }
    }

    /// Where a unit stands with a paper; `None` where it is not asked.
    pub fn state(&self, unit: usize, paper: usize) -> Option<ReturnState> {
        *self.states.get(unit * self.papers.len() + paper)?
    }

    /// The sum of a unit's papers, of one column or of all.
    pub fn sum_of(&self, unit: usize, papers: Range<usize>) -> Sum {
        self.sum([unit], papers)
    }

    /// The sum of some units' papers.
    pub fn sum(&self, units: impl IntoIterator<Item = usize>, papers: Range<usize>) -> Sum {
        let mut sum = Sum::default();
        for unit in units {
            for paper in papers.clone() {
                if let Some(state) = self.state(unit, paper) {
                    sum.add(state, self.stands(paper));
                }
            }
        }
        sum
    }

    /// The sum of all units' papers that are not closed.
    pub fn sum_open(&self, papers: Range<usize>) -> Sum {
        let mut sum = Sum::default();
        for paper in papers.filter(|paper| !self.is_closed(*paper)) {
            for state in (0..self.units.len()).filter_map(|unit| self.state(unit, paper)) {
                sum.add(state, self.stands(paper));
            }
        }
        sum
    }

    /// The sum of everything.
    pub fn total(&self) -> Sum {
        self.sum(0..self.units.len(), 0..self.papers.len())
    }

    fn stands(&self, paper: usize) -> Stands {
        self.stands.get(paper).copied().unwrap_or_default()
    }

    /// Whether a paper is closed.
    pub fn is_closed(&self, paper: usize) -> bool {
        self.stands(paper) == Stands::Closed
    }

    /// The papers that a unit owes: not in though it is time to, and still taken.
    pub fn owed(&self, unit: usize) -> impl Iterator<Item = (&Paper, ReturnState)> {
        self.owed_at(unit)
            .filter_map(|(at, state)| Some((self.papers.get(at)?, state)))
    }

    /// The same by the places of the papers.
    pub fn owed_at(&self, unit: usize) -> impl Iterator<Item = (usize, ReturnState)> {
        (0..self.papers.len()).filter_map(move |at| {
            let state = self.state(unit, at)?;
            let is_owed = !state.is_handed_in() && state != ReturnState::NotDue && !self.is_closed(at);
            is_owed.then_some((at, state))
        })
    }

    /// The state of several papers in one: the one that most needs somebody. `None` where the unit is asked for none.
    pub fn worst(&self, unit: usize, papers: Range<usize>) -> Option<ReturnState> {
        let states = papers.filter_map(|paper| self.state(unit, paper));
        states.min_by_key(|state| urgency(*state))
    }
}

/// What is looked at first.
const fn urgency(state: ReturnState) -> u8 {
    match state {
        ReturnState::Late => 0,
        ReturnState::SentBack => 1,
        ReturnState::Draft => 2,
        ReturnState::Missing => 3,
        ReturnState::Amended => 4,
        ReturnState::SubmittedLate => 5,
        ReturnState::Submitted => 6,
        ReturnState::Accepted => 7,
        ReturnState::NotDue => 8,
    }
}

/// A form's own periods within a period that have begun. Of one form alone there are always some to compare: where the
/// period is not longer than the form's own, those of its year; of a yearly form, those of the term.
fn periods(scope: &Scope<'_>, form: &Form, period: &Period, alone: bool) -> Vec<Period> {
    let within = |span: &Period| {
        let mut slots = slots(scope.ledger, form.period, span, scope.today);
        slots.retain(|slot| slot.has_begun());
        slots.into_iter().map(|slot| slot.period).collect::<Vec<_>>()
    };
    let found = within(period);
    if !alone || found.len() > 1 {
        return found;
    }
    let Some((_, end)) = scope.ledger.span(period) else {
        return found;
    };
    let term = scope.ledger.profile.as_ref().map(|profile| profile.term.clone());
    match form.period {
        PeriodKind::Year | PeriodKind::NineMonths => {
            let own = term.filter(|term| term.contains_date(end));
            own.map_or_else(|| within(&Period::Year(end.year())), |term| within(&term))
        }
        PeriodKind::Term => found,
        _ => within(&Period::Year(end.year())),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::super::fixture::*;
    use super::*;
    use crate::model::closing::Closing;
    use crate::model::returns::ReturnStatus;

    /// Three units; January is complete but for a return that was sent back, February is being entered by one.
    fn book() -> Book {
        let mut book = Book::new(3);
        for unit in ["u1", "u2", "u3"] {
            book.set("month", "2022-01", unit, "admitted", 1)
                .edit("month", "2022-01", unit, |it| {
                    it.status = ReturnStatus::Submitted;
                    it.submitted_on = Some(date("2022-02-03"));
                });
        }
        book.edit("month", "2022-01", "u2", |it| {
            it.submitted_on = Some(date("2022-02-09"))
        })
        .edit("month", "2022-01", "u3", |it| {
            it.status = ReturnStatus::SentBack("thiếu".into())
        })
        .set("month", "2022-02", "u1", "admitted", 0);
        book
    }

    #[test]
    fn a_form_is_a_column_with_its_papers() {
        book().ask("2022-03-03", |scope| {
            let matrix = Matrix::of(scope, &period("2022"), None);
            let of = |form: &str| {
                let column = matrix.columns.iter();
                let mut column = column.filter(|column| matrix.papers[column.start].form.as_str() == form);
                column.next().cloned().unwrap()
            };
            let month = of("month");
            let names: Vec<String> = matrix.papers[month.clone()]
                .iter()
                .map(|paper| paper.period.to_string())
                .collect();
            assert_eq!(names, ["2022-01", "2022-02", "2022-03"]);
            assert_eq!(ids(&matrix.units), ["u1", "u2", "u3"]);
            let states = |unit: usize| -> Vec<_> { month.clone().map(|paper| matrix.state(unit, paper)).collect() };
            use ReturnState::*;
            assert_eq!(states(0), [Some(Submitted), Some(Draft), Some(NotDue)]);
            assert_eq!(states(1), [Some(SubmittedLate), Some(Missing), Some(NotDue)]);
            assert_eq!(matrix.worst(2, month.clone()), Some(SentBack));
            assert_eq!(matrix.worst(1, month.clone()), Some(Missing));
            let sum = matrix.sum(0..3, month.clone());
            let expected = Sum {
                expected: 9,
                handed_in: 2,
                late: 1,
                waiting: 2,
                accepted: 0,
                missing: 4,
                overdue: 1,
                closed: 0,
                sent_back: 1,
                not_due: 3,
            };
            assert_eq!(sum, expected);
            let owed = |unit: usize| {
                let owed = matrix.owed(unit).filter(|(paper, _)| paper.form.as_str() == "month");
                owed.map(|(paper, state)| (paper.period.to_string(), state))
                    .collect::<Vec<_>>()
            };
            assert_eq!(owed(2), [("2022-01".into(), SentBack), ("2022-02".into(), Missing)]);
        });
    }

    #[test]
    fn what_is_closed_is_missing_but_nobody_is_late_with_it_or_owes_it() {
        let mut book = book();
        book.put(&Closing {
            id: "c1".into(),
            period: period("2022-01"),
            forms: vec!["month".into()],
            at_ms: 0,
            by: "Văn phòng".into(),
            note: String::new(),
            reopened: None,
        })
        .edit("month", "2022-01", "u1", |it| {
            it.cells.clear();
            it.status = ReturnStatus::Draft;
        });
        book.ask("2022-03-12", |scope| {
            let matrix = Matrix::of(scope, &period("2022"), Some(&"month".into()));
            assert!(matrix.is_closed(0) && !matrix.is_closed(1));
            // January: nothing of the first, which is missing but not late; the third was sent back.
            assert_eq!(matrix.state(0, 0), Some(ReturnState::Missing));
            let january = matrix.sum(0..3, 0..1);
            let counts = (january.missing, january.overdue, january.closed, january.owed());
            assert_eq!(counts, (2, 0, 2, 0));
            // February is open: one is being entered, two have nothing.
            assert_eq!(matrix.state(1, 1), Some(ReturnState::Late));
            let february = matrix.sum(0..3, 1..2);
            let counts = (february.missing, february.overdue, february.closed, february.owed());
            assert_eq!(counts, (3, 3, 0, 3));
            for unit in 0..3 {
                let owed: Vec<String> = matrix.owed(unit).map(|(paper, _)| paper.period.to_string()).collect();
                assert_eq!(owed, ["2022-02"]);
                assert_eq!(matrix.sum_of(unit, 0..matrix.papers.len()).owed(), owed.len());
            }
        });
    }

    #[test]
    fn one_form_has_a_column_for_each_paper_of_its_year() {
        book().ask("2022-03-03", |scope| {
            let matrix = Matrix::of(scope, &period("2022-02"), Some(&"month".into()));
            let names: Vec<String> = matrix.papers.iter().map(|paper| paper.period.to_string()).collect();
            assert_eq!(names, ["2022-01", "2022-02", "2022-03"]);
            assert_eq!(matrix.columns, [0..1, 1..2, 2..3]);
        });
    }

    #[test]
    fn nobody_is_asked_for_a_time_before_the_books_or_ahead() {
        book().ask("2022-03-03", |scope| {
            assert_eq!(Matrix::of(scope, &period("2021"), None), Matrix::default());
            assert_eq!(Matrix::of(scope, &period("2023"), None).columns, []);
        });
    }

    #[test]
    fn sums_of_columns_and_rows_add_up_to_the_total() {
        book().ask("2022-03-12", |scope| {
            let matrix = Matrix::of(scope, &period("2022"), None);
            let total = matrix.total();
            let columns = matrix.columns.iter().map(|column| matrix.sum(0..3, column.clone()));
            assert_eq!(columns.map(|sum| sum.expected).sum::<usize>(), total.expected);
            let rows = (0..3).map(|unit| matrix.sum_of(unit, 0..matrix.papers.len()));
            assert_eq!(rows.map(|sum| sum.missing).sum::<usize>(), total.missing);
            assert_eq!(total.expected, total.handed_in + total.missing + total.not_due);
            let owed: usize = (0..3).map(|unit| matrix.owed(unit).count()).sum();
            assert_eq!(owed, total.missing);
        });
    }
}
