//! A demo's books and the questions that the pages ask of them.

use so_khoi::analysis::aggregate::{by_option, total};
use so_khoi::analysis::reconcile::{Agreement, Reconciliation, reconcile};
use so_khoi::analysis::rules::{Finding, FindingKind, findings};
use so_khoi::analysis::{Scope, Total, rate};
use so_khoi::catalogue::Catalogue;
use so_khoi::demo;
use so_khoi::model::date::Date;
use so_khoi::model::indicator::{Averaging, Indicator, Operand};
use so_khoi::model::ledger::Ledger;
use so_khoi::model::period::Period;
use so_khoi::model::quantity::Quantity;
use so_khoi::model::text::Lang;
use so_khoi::model::unit::UnitKind;
use so_khoi::report::sentence::statement;

pub struct Book {
    pub ledger: Ledger,
    pub catalogue: Catalogue,
}

impl Book {
    /// The records of a demo, read as the app reads them.
    pub fn open(demo: &str) -> Book {
        Book {
            ledger: Ledger::from_records(&demo::load(demo).unwrap().records),
            catalogue: Catalogue::built_in().unwrap(),
        }
    }

    /// Seen from the day of the report, whatever day it is today.
    pub fn scope(&self) -> Scope<'_> {
        Scope::whole(&self.ledger, &self.catalogue, Date::new(2030, 1, 1).unwrap())
    }

    /// How many units of these kinds there are in a period.
    pub fn units(&self, kinds: &[UnitKind], period: &str) -> usize {
        self.scope().units_of_kinds(kinds, &span(period)).len()
    }

    /// The counts of a measure's options, in the catalogue's order, those that were given.
    pub fn options(&self, form: &str, key: &str, period: &str) -> Vec<u64> {
        let options = by_option(&self.scope(), &form.into(), &key.into(), &span(period));
        let given = options.iter().filter_map(|(_, total)| Some(total.quantity?.count));
        given.collect()
    }

    /// One cell of the root unit's return.
    pub fn cell(&self, form: &str, key: &str, period: &str) -> Quantity {
        let operand = Operand::Cells {
            cells: vec![key.into()],
            form: None,
            latest: false,
        };
        let found = total(&self.scope(), &form.into(), &operand, &span(period));
        found
            .quantity
            .unwrap_or_else(|| panic!("{key} has no figure in {period}"))
    }

    /// A rate over the years of a term by a method.
    pub fn averaged(&self, indicator: &str, term: &str, averaging: Averaging) -> rate::AveragedRate {
        let indicator = self.catalogue.indicator(&indicator.into()).unwrap();
        rate::averaged(&self.scope(), indicator, &span(term), averaging).unwrap()
    }

    /// Why a total may not be divided by an operand.
    pub fn refusal(&self, total: &str, below: Operand, period: &str) -> rate::RateError {
        let refused = Indicator {
            denominator: Some(below),
            ..self.catalogue.indicator(&total.into()).unwrap().clone()
        };
        rate::rate(&self.scope(), &refused, &span(period)).unwrap_err()
    }

    /// What the report states, as the page of reconciliation says it.
    pub fn said(&self, id: &str) -> String {
        let found = self.ledger.statements.iter().find(|it| it.id.as_str() == id).unwrap();
        statement::stated(Lang::Vi, found.value, found.qualifier)
    }

    /// An indicator's count.
    pub fn total(&self, indicator: &str, period: &str) -> Total {
        let indicator = self.catalogue.indicator(&indicator.into()).unwrap();
        total(&self.scope(), &indicator.form, &indicator.numerator, &span(period))
    }

    /// An indicator's rate.
    pub fn rate(&self, indicator: &str, period: &str) -> rate::Rate {
        let indicator = self.catalogue.indicator(&indicator.into()).unwrap();
        rate::rate(&self.scope(), indicator, &span(period)).unwrap()
    }
}

pub fn span(period: &str) -> Period {
    period.parse().unwrap()
}

pub fn counts(rate: &rate::Rate) -> (u64, u64) {
    (rate.numerator.count(), rate.denominator.count())
}
/// What the report states that the counts do not give, except what nothing can be compared with.
pub fn differing(book: &Book) -> Vec<String> {
    let all = reconcile(&book.scope());
    let differing = all.iter().filter(|it| it.agreement == Agreement::Differs);
    differing.map(|it| it.statement.id.to_string()).collect()
}

pub fn stated<'a>(all: &'a [Reconciliation], id: &str) -> &'a Reconciliation {
    all.iter().find(|it| it.statement.id.as_str() == id).unwrap()
}

/// The statements that there is nothing to compare with.
pub fn only_stated(book: &Book) -> Vec<String> {
    let all = reconcile(&book.scope());
    let only = all.iter().filter(|it| it.agreement == Agreement::NotComparable);
    let mut ids: Vec<String> = only.map(|it| it.statement.id.to_string()).collect();
    ids.sort();
    ids
}

/// The members of a bloc as the latest head counts give them.
pub fn members() -> Operand {
    Operand::Cells {
        cells: vec!["head_count.members".into()],
        form: Some("headcount".into()),
        latest: true,
    }
}

/// The findings of a span that are not about what a report states.
pub fn other_findings(book: &Book, period: &str) -> Vec<Finding> {
    let found = findings(&book.scope(), &span(period)).into_iter();
    let stated = |kind: &FindingKind| matches!(kind, FindingKind::Stated(_) | FindingKind::StatedParts(_));
    found.filter(|found| !stated(&found.kind)).collect()
}
