//! What closing a period would close, and what is still open of that. What was closed before is neither.

use crate::analysis::Scope;
use crate::analysis::completeness::matrix::{Matrix, Sum};
use crate::analysis::rules::{Finding, findings};
use crate::model::closing::is_closed;
use crate::model::id::FormId;
use crate::model::period::Period;

/// What there is to close of a period.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ToClose {
    /// The forms that anything is asked of and that are not closed whole, by the order of the catalogue, each with where its
    /// returns stand that are not closed.
    pub forms: Vec<(FormId, Sum)>,
    /// Whether these are all forms of the period: none is closed whole.
    pub is_whole: bool,
}

impl ToClose {
    /// What there is to close of `period`.
    pub fn of(scope: &Scope<'_>, period: &Period) -> ToClose {
        let matrix = Matrix::of(scope, period, None);
        let open = |column: &std::ops::Range<usize>| {
            let form = &matrix.papers.get(column.start)?.form;
            let is_open = column.clone().any(|paper| !matrix.is_closed(paper));
            is_open.then(|| (form.clone(), matrix.sum_open(column.clone())))
        };
        let forms: Vec<_> = matrix.columns.iter().filter_map(open).collect();
        ToClose {
            is_whole: forms.len() == matrix.columns.len(),
            forms,
        }
    }

    /// How many returns of these forms are not in, and how many wait to be accepted.
    pub fn missing_and_waiting(&self, forms: &[FormId]) -> (usize, usize) {
        let sums = self.forms.iter().filter(|(form, _)| forms.contains(form));
        sums.fold((0, 0), |(missing, waiting), (_, sum)| {
            (missing + sum.missing, waiting + sum.waiting)
        })
    }
}

/// How many findings of these forms closing the period would leave open.
pub fn open_findings(scope: &Scope<'_>, period: &Period, forms: &[FormId]) -> usize {
    let would_be_closed = |found: &&Finding| {
        let Some(form) = found.form.as_ref().filter(|form| forms.contains(form)) else {
            return false;
        };
        let was_closed = |period: &Period| is_closed(scope.ledger, form, period);
        found.is_open() && !found.period.as_ref().is_some_and(was_closed)
    };
    findings(scope, period).iter().filter(would_be_closed).count()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::catalogue::Catalogue;
    use crate::model::closing::Closing;
    use crate::model::ledger::Ledger;
    use crate::model::record::Entity;
    use crate::model::returns::{CellValue, Return, ReturnStatus};

    /// The year 2022 of a demo at its end, with its year or one month of it closed.
    fn ask<T>(closed: Option<(&str, &[FormId])>, ask: impl FnOnce(&Scope<'_>, &Period) -> T) -> T {
        let mut records = crate::demo::load("hoa-binh-2022").unwrap().records;
        let month: Period = "2022-03".parse().unwrap();
        let mut changed = 0;
        for record in &mut records {
            if let Ok(mut found) = Return::from_record(record)
                && found.period == month
            {
                // Something of everything in the month that is closed: one is not in, of one a figure is not understood, others
                // wait.
                changed += 1;
                found.status = match changed {
                    1 => ReturnStatus::Draft,
                    _ => ReturnStatus::Submitted,
                };
                if changed == 2 {
                    found
                        .cells
                        .values_mut()
                        .for_each(|cell| cell.value = CellValue::Invalid("4?".into()));
                }
                *record = found.to_record();
            }
        }
        if let Some((period, forms)) = closed {
            let closing = Closing {
                id: "c1".into(),
                period: period.parse().unwrap(),
                forms: forms.to_vec(),
                at_ms: 0,
                by: "Văn phòng".into(),
                note: String::new(),
                reopened: None,
            };
            records.push(closing.to_record());
        }
        let ledger = Ledger::from_records(&records);
        let catalogue = Catalogue::built_in().unwrap();
        let scope = Scope::whole(&ledger, &catalogue, "2022-12-31".parse().unwrap());
        ask(&scope, &"2022".parse().unwrap())
    }

    #[test]
    fn months_that_were_closed_before_are_not_closed_again() {
        let month = |scope: &Scope<'_>| {
            let matrix = Matrix::of(scope, &"2022-03".parse().unwrap(), None);
            (
                matrix.total(),
                open_findings(scope, &"2022-03".parse().unwrap(), &forms(scope)),
            )
        };
        fn forms(scope: &Scope<'_>) -> Vec<FormId> {
            scope.catalogue.forms().iter().map(|form| form.id.clone()).collect()
        }
        let (of_month, findings_of_month) = ask(None, |scope, _| month(scope));
        assert!(
            of_month.missing > 0 && of_month.waiting > 0 && findings_of_month > 0,
            "{of_month:?}, {findings_of_month}"
        );
        let before = ask(None, |scope, year| {
            let found = ToClose::of(scope, year);
            assert!(found.is_whole);
            (
                found.missing_and_waiting(&forms(scope)),
                open_findings(scope, year, &forms(scope)),
            )
        });
        let after = ask(Some(("2022-03", &[])), |scope, year| {
            let found = ToClose::of(scope, year);
            assert!(found.is_whole);
            (
                found.missing_and_waiting(&forms(scope)),
                open_findings(scope, year, &forms(scope)),
            )
        });
        assert_eq!(after.0, (before.0.0 - of_month.missing, before.0.1 - of_month.waiting));
        assert_eq!(after.1, before.1 - findings_of_month);
    }

    #[test]
    fn a_form_that_is_closed_whole_is_not_offered() {
        let all = ask(None, |scope, year| ToClose::of(scope, year).forms);
        let (first, others) = all.split_first().unwrap();
        let found = ask(Some(("2022", std::slice::from_ref(&first.0))), |scope, year| {
            ToClose::of(scope, year)
        });
        assert_eq!((found.forms.as_slice(), found.is_whole), (others, false));
        let none = ask(Some(("2022", &[])), |scope, year| ToClose::of(scope, year).forms);
        assert!(none.is_empty());
    }
}
