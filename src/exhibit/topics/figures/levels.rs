//! Levels from best to worst, and what units have done or not.

use crate::analysis::aggregate::{self, Total};
use crate::analysis::rules::caps::cap;
use crate::analysis::{Coverage, Scope};
use crate::model::id::{CellKey, MeasureId, UnitId};
use crate::model::indicator::{Operand, Rule, RuleScope};
use crate::model::measure::{Column, Form, Measure, ValueType};
use crate::model::number::{Count, Percent};
use crate::model::period::Period;
use crate::model::text::Text;

/// Levels from best to worst.
#[derive(Clone, Debug, PartialEq)]
pub struct Levels {
    /// The measure.
    pub measure: Measure,
    /// What is counted at each level.
    pub counted: Text,
    /// The levels, each over all units.
    pub levels: Vec<(Column, Total)>,
    /// The limit that a rule of the year sets on the best of them.
    pub limit: Option<Limit>,
}

/// A limit on the best levels.
#[derive(Clone, Debug, PartialEq)]
pub struct Limit {
    /// The rule.
    pub rule: Rule,
    /// How much of what it is of.
    pub share: Percent,
    /// The levels that the share is of, by place.
    pub of: Vec<usize>,
}

impl Limit {
    /// Whether it is one for each unit, and so drawn on each unit's bar too.
    pub fn is_of_each_unit(&self) -> bool {
        self.rule.scope == RuleScope::Unit
    }
}

impl Levels {
    /// How many there are at each level.
    pub fn counts(&self) -> Vec<Count> {
        self.levels.iter().map(|(_, total)| total.count()).collect()
    }

    /// How many there are in all.
    pub fn whole(&self) -> Count {
        self.counts().iter().sum()
    }

    /// Whether each unit has one level, not a number at each.
    pub fn is_own_level(&self) -> bool {
        self.measure.value == ValueType::Level
    }
}

/// Units by whether they have done it.
#[derive(Clone, Debug, PartialEq)]
pub struct Done {
    /// The measure.
    pub measure: Measure,
    /// Who has.
    pub done: Vec<UnitId>,
    /// Who has not.
    pub not: Vec<UnitId>,
    /// Who has not said.
    pub missing: Vec<UnitId>,
}

impl Done {
    /// Who was asked, and who has not said.
    pub fn coverage(&self) -> Coverage {
        Coverage {
            expected: [&self.done, &self.not, &self.missing]
                .into_iter()
                .flatten()
                .cloned()
                .collect(),
            missing: self.missing.clone(),
            partial: Vec::new(),
        }
    }
}

pub(super) fn levels(scope: &Scope<'_>, form: &Form, id: &MeasureId, period: &Period) -> Option<Levels> {
    let measure = scope.catalogue.measure(id.as_str())?;
    let levels = aggregate::by_option(scope, &form.id, &CellKey::of(id, &[]), period);
    Some(Levels {
        measure: measure.clone(),
        counted: scope.catalogue.counting_unit(&measure.counting_unit)?.label.clone(),
        limit: limit(scope, form, &levels, period),
        levels,
    })
}

/// The limit of the period's year; none for a span of several years, and none of the whole bloc while a part of it is
/// looked at.
fn limit(scope: &Scope<'_>, form: &Form, levels: &[(Column, Total)], period: &Period) -> Option<Limit> {
    let span = scope.ledger.span(period);
    let (start, _) = span.filter(|(start, end)| start.year() == end.year())?;
    let columns: Vec<Column> = levels.iter().map(|(column, _)| column.clone()).collect();
    let cap = cap(scope.catalogue, &form.id, &columns, start.year())?;
    let whole = scope.sector.is_none() && scope.ledger.root().is_some_and(|root| root.id == scope.root);
    (whole || cap.rule.scope == RuleScope::Unit).then(|| Limit {
        rule: cap.rule.clone(),
        share: cap.share,
        of: cap.of,
    })
}

pub(super) fn done(scope: &Scope<'_>, form: &Form, id: &MeasureId, period: &Period) -> Option<Done> {
    let measure = scope.catalogue.measure(id.as_str())?.clone();
    let operand = Operand::Cells {
        cells: vec![CellKey::of(id, &[])],
        form: None,
        latest: false,
    };
    let mut found = Done {
        measure,
        done: Vec::new(),
        not: Vec::new(),
        missing: Vec::new(),
    };
    for (unit, total) in aggregate::by_unit(scope, &form.id, &operand, period) {
        match total.quantity.map(|quantity| quantity.count) {
            None => found.missing.push(unit),
            Some(0) => found.not.push(unit),
            Some(_) => found.done.push(unit),
        }
    }
    Some(found)
}
