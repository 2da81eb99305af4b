//! Whether a catalogue hangs together: every name it uses exists, and no indicator divides one kind
//! of thing by another unless it says that it is a ratio.

use super::Catalogue;
use crate::model::id::{CellKey, CountingUnitId};
use crate::model::indicator::Operand;
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
    /// One operand adds up counts of different units: members and non-members.
    #[error("{user} adds counts of different units: {units:?}")]
    MixedSum {
        /// The indicator or rule.
        user: String,
        /// The units.
        units: Vec<CountingUnitId>,
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

/// Every problem of a catalogue; none in one that may be used.
pub fn problems(catalogue: &Catalogue) -> Vec<Problem> {
    let mut found = Vec::new();
    let unknown = |user: &str, name: &str| Problem::Unknown {
        user: user.to_owned(),
        name: name.to_owned(),
    };
    for measure in &catalogue.part().measures {
        for set in measure.by.iter().chain(&measure.levels) {
            if catalogue.option_set(set, None).is_none() {
                found.push(unknown(measure.id.as_str(), set.as_str()));
            }
        }
        for column in catalogue.columns_of(measure, None) {
            if catalogue.counting_unit(&column.counting_unit).is_none() {
                found.push(unknown(measure.id.as_str(), column.counting_unit.as_str()));
            }
        }
    }
    for form in catalogue.forms() {
        for measure in form.measures() {
            if catalogue.measure(measure.as_str()).is_none() {
                found.push(unknown(form.id.as_str(), measure.as_str()));
            }
        }
    }
    for indicator in catalogue.indicators() {
        let user = indicator.id.as_str();
        if catalogue.form(&indicator.form).is_none() {
            found.push(unknown(user, indicator.form.as_str()));
        }
        let numerator = operand(catalogue, user, &indicator.numerator, &mut found);
        if let Some(denominator) = &indicator.denominator {
            let denominator = operand(catalogue, user, denominator, &mut found);
            if !indicator.ratio && numerator != denominator {
                found.push(Problem::MixedRate {
                    user: user.to_owned(),
                    numerator,
                    denominator,
                });
            }
        }
    }
    for rule in &catalogue.part().rules {
        let user = rule.id.as_str();
        if catalogue.form(&rule.form).is_none() {
            found.push(unknown(user, rule.form.as_str()));
        }
        operand(catalogue, user, &rule.left, &mut found);
        operand(catalogue, user, &rule.right, &mut found);
    }
    found
}

fn operand(catalogue: &Catalogue, user: &str, operand: &Operand, found: &mut Vec<Problem>) -> Vec<CountingUnitId> {
    if let Operand::Cells { cells, form, .. } = operand {
        let missing = |key: &&CellKey| catalogue.cells(key, None).is_empty();
        found.extend(cells.iter().filter(missing).map(|key| Problem::Unknown {
            user: user.to_owned(),
            name: key.to_string(),
        }));
        if let Some(form) = form.as_ref().filter(|form| catalogue.form(form).is_none()) {
            found.push(Problem::Unknown {
                user: user.to_owned(),
                name: form.to_string(),
            });
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
