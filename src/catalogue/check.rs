//! Whether a catalogue hangs together: every name it uses exists, cells are looked for on a form that has
//! them, and counts of different things are neither added, nor compared, nor divided by each other unless
//! an indicator says that it is a ratio.

use super::Catalogue;
use crate::model::condition::Only;
use crate::model::id::{CellKey, CountingUnitId, FormId, MeasureId, RuleId};
use crate::model::indicator::{Indicator, Operand, Rule};
use crate::model::measure::ValueType;
use crate::model::number::Percent;
use crate::model::unit::UnitKind;
use thiserror::Error;

/// What is wrong in a catalogue.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Problem {
    /// A name that nothing bears.
    #[error("{user} names {name}, which does not exist")]
    Unknown {
        /// Who uses it.
        user: String,
        /// The name.
        name: String,
    },
    /// A level without a scale to take it from, or a scale for what is no level.
    #[error("{0} holds a level and names no scale for it, or the other way round")]
    Scale(MeasureId),
    /// One operand adds up counts of different units: members and non-members.
    #[error("{user} adds counts of different units: {units:?}")]
    MixedSum {
        /// The indicator or rule.
        user: String,
        /// The units.
        units: Vec<CountingUnitId>,
    },
    /// An indicator or rule adds up cells that do not stand on its form, so nothing would ever be found.
    #[error("{user} adds up {cell}, which does not stand on the form {form}")]
    NotOnForm {
        /// The indicator or rule.
        user: String,
        /// The cells.
        cell: CellKey,
        /// The form.
        form: FormId,
    },
    /// A rule compares counts of different units.
    #[error("{user} compares {left:?} with {right:?}")]
    MixedRule {
        /// The rule.
        user: String,
        /// What the left side counts.
        left: Vec<CountingUnitId>,
        /// What the right side counts.
        right: Vec<CountingUnitId>,
    },
    /// A rule that holds in no year, or over no share.
    #[error("{0} can never hold: its years or its share are empty")]
    Empty(RuleId),
    /// A condition names kinds of units that do not report the form, so it would ask nobody.
    #[error("{user} is asked of {kinds:?}, which do not report the form {form}")]
    AskedOfNobody {
        /// The rule or the form.
        user: String,
        /// The kinds.
        kinds: Vec<UnitKind>,
        /// The form.
        form: FormId,
    },
    /// A rate of different units: entries over members.
    #[error("{user} divides {numerator:?} by {denominator:?} and does not say that it is a ratio")]
    MixedRate {
        /// The indicator.
        user: String,
        /// What the numerator counts.
        numerator: Vec<CountingUnitId>,
        /// What the denominator counts.
        denominator: Vec<CountingUnitId>,
    },
}

impl Problem {
    /// Names it across time and devices: the same as long as the same thing is wrong in the same way, whatever the names.
    pub fn key(&self) -> String {
        match self {
            Problem::Unknown { user, name } => format!("unknown/{user}/{name}"),
            Problem::Scale(id) => format!("scale/{id}"),
            Problem::MixedSum { user, .. } => format!("sum/{user}"),
            Problem::NotOnForm { user, cell, form } => format!("form/{user}/{form}/{cell}"),
            Problem::MixedRule { user, .. } => format!("rule/{user}"),
            Problem::Empty(id) => format!("empty/{id}"),
            Problem::AskedOfNobody { user, form, .. } => format!("nobody/{user}/{form}"),
            Problem::MixedRate { user, .. } => format!("rate/{user}"),
        }
    }

    /// Whether a figure comes of it that counts nothing: members and entries in one sum, one rule or one rate.
    pub fn is_mixed(&self) -> bool {
        matches!(
            self,
            Problem::MixedSum { .. } | Problem::MixedRule { .. } | Problem::MixedRate { .. }
        )
    }
}

/// Every problem of a catalogue; none in one that may be used.
pub fn problems(catalogue: &Catalogue) -> Vec<Problem> {
    let mut found = Vec::new();
    for measure in &catalogue.part().measures {
        for set in measure.by.iter().chain(&measure.levels) {
            if catalogue.option_set(set, None).is_none() {
                found.push(unknown(measure.id.as_str(), set.as_str()));
            }
        }
        if (measure.value == ValueType::Level) != measure.levels.is_some() {
            found.push(Problem::Scale(measure.id.clone()));
        }
        for column in catalogue.columns_of(measure, None) {
            if catalogue.counting_unit(&column.counting_unit).is_none() {
                found.push(unknown(measure.id.as_str(), column.counting_unit.as_str()));
            }
        }
    }
    for form in catalogue.forms() {
        if let Some(area) = form
            .area
            .as_ref()
            .filter(|area| catalogue.part().areas.iter().all(|it| it.id != **area))
        {
            found.push(unknown(form.id.as_str(), area.as_str()));
        }
        for section in &form.sections {
            found.extend(asked_of_nobody(catalogue, form.id.as_str(), &form.id, &section.only));
        }
        for measure in form.measures() {
            if catalogue.measure(measure.as_str()).is_none() {
                found.push(unknown(form.id.as_str(), measure.as_str()));
            }
        }
    }
    found.extend(catalogue.indicators().iter().flat_map(|it| of_indicator(catalogue, it)));
    found.extend(catalogue.part().rules.iter().flat_map(|it| of_rule(catalogue, it)));
    for topic in catalogue.topics() {
        let forms = topic.forms.iter().filter(|form| catalogue.form(form).is_none());
        found.extend(forms.map(|form| unknown(&topic.id, form.as_str())));
        let of_topic = |indicator: &Indicator| topic.forms.contains(&indicator.form);
        let headline = topic.headline.iter().chain(&topic.beside);
        let headline = headline.filter(|id| !catalogue.indicator(id).is_some_and(of_topic));
        found.extend(headline.map(|id| unknown(&topic.id, id.as_str())));
    }
    found
}

fn unknown(user: &str, name: &str) -> Problem {
    Problem::Unknown {
        user: user.to_owned(),
        name: name.to_owned(),
    }
}

/// What is wrong with an indicator, whether the catalogue has it yet or not.
pub fn of_indicator(catalogue: &Catalogue, indicator: &Indicator) -> Vec<Problem> {
    let mut found = Vec::new();
    let user = indicator.id.as_str();
    if catalogue.form(&indicator.form).is_none() {
        found.push(unknown(user, indicator.form.as_str()));
    }
    let numerator = operand(catalogue, user, &indicator.form, &indicator.numerator, &mut found);
    if let Some(denominator) = &indicator.denominator {
        let denominator = operand(catalogue, user, &indicator.form, denominator, &mut found);
        if !indicator.ratio && numerator != denominator {
            found.push(Problem::MixedRate {
                user: user.to_owned(),
                numerator,
                denominator,
            });
        }
    }
    found
}

/// What is wrong with a rule, whether the catalogue has it yet or not.
pub fn of_rule(catalogue: &Catalogue, rule: &Rule) -> Vec<Problem> {
    let mut found = Vec::new();
    let user = rule.id.as_str();
    if catalogue.form(&rule.form).is_none() {
        found.push(unknown(user, rule.form.as_str()));
    }
    let left = operand(catalogue, user, &rule.form, &rule.left, &mut found);
    let right = operand(catalogue, user, &rule.form, &rule.right, &mut found);
    let years = rule.valid_from.zip(rule.valid_to);
    if years.is_some_and(|(from, to)| to < from) || rule.share.is_some_and(|share| share <= Percent::ZERO) {
        found.push(Problem::Empty(rule.id.clone()));
    }
    found.extend(asked_of_nobody(catalogue, user, &rule.form, &rule.only));
    if left != right {
        found.push(Problem::MixedRule {
            user: user.to_owned(),
            left,
            right,
        });
    }
    found
}

/// The kinds of a condition that do not report the form, if there are any.
fn asked_of_nobody(catalogue: &Catalogue, user: &str, form: &FormId, only: &Only) -> Option<Problem> {
    let reporting = &catalogue.form(form)?.unit_kinds;
    let strange = only.unit_kinds.iter().filter(|kind| !reporting.contains(kind));
    let kinds: Vec<UnitKind> = strange.copied().collect();
    (!kinds.is_empty()).then(|| Problem::AskedOfNobody {
        user: user.to_owned(),
        kinds,
        form: form.clone(),
    })
}

/// The counting units of an operand of `user`, whose own form is `own`; what is wrong with it is noted.
fn operand(
    catalogue: &Catalogue,
    user: &str,
    own: &FormId,
    operand: &Operand,
    found: &mut Vec<Problem>,
) -> Vec<CountingUnitId> {
    if let Operand::Cells { cells, form, .. } = operand {
        let unknown = |name: &str| unknown(user, name);
        let id = form.as_ref().unwrap_or(own);
        let stands_on = catalogue.form(id);
        if stands_on.is_none() && form.is_some() {
            found.push(unknown(id.as_str()));
        }
        for key in cells {
            if catalogue.cells(key, None).is_empty() {
                found.push(unknown(key.as_str()));
            } else if stands_on.is_some_and(|form| form.measures().all(|measure| measure.as_str() != key.measure())) {
                found.push(Problem::NotOnForm {
                    user: user.to_owned(),
                    cell: key.clone(),
                    form: id.clone(),
                });
            }
        }
    }
    let units = catalogue.counting_units_of(operand);
    if units.len() > 1 {
        found.push(Problem::MixedSum {
            user: user.to_owned(),
            units: units.clone(),
        });
    }
    units
}
