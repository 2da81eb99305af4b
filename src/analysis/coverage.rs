//! Who a figure is over: the units expected to report, and those that have not, or not all.

use crate::model::id::UnitId;
use std::collections::HashMap;

/// The coverage of a figure.
///
/// A unit has *reported* when it has a value for every period that is due within the span (for a figure
/// of which the last one stands: for the last due period or a later one). It is *partial* when it has some
/// of them, or one of its cells could not be read, and *missing* when it has none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Who is expected to report, in the official order.
    pub expected: Vec<UnitId>,
    /// Of these, who has no value.
    pub missing: Vec<UnitId>,
    /// Of these, who has a value for a part only. It is in the figure as far as it goes.
    pub partial: Vec<UnitId>,
}

impl Coverage {
    /// How many have reported all that is due.
    pub fn reported(&self) -> usize {
        self.expected
            .len()
            .saturating_sub(self.missing.len() + self.partial.len())
    }

    /// How many are in the figure, in whole or in part.
    pub fn included(&self) -> usize {
        self.expected.len().saturating_sub(self.missing.len())
    }

    /// How many are expected.
    pub fn expected(&self) -> usize {
        self.expected.len()
    }

    /// Whether everybody expected has reported all that is due.
    pub fn is_complete(&self) -> bool {
        self.missing.is_empty() && self.partial.is_empty()
    }

    /// Whether nobody expected has reported anything.
    pub fn is_empty(&self) -> bool {
        self.included() == 0
    }
}

impl Coverage {
    /// The coverage of one figure made of several: a unit is missing when it is missing wherever it is
    /// expected, and partial when it is neither missing nor complete everywhere.
    pub fn across<'c>(parts: impl IntoIterator<Item = &'c Coverage>) -> Coverage {
        let mut order: Vec<UnitId> = Vec::new();
        // Of each unit: how often expected, missing, partial.
        let mut tally: HashMap<UnitId, [usize; 3]> = HashMap::new();
        for part in parts {
            for (at, units) in [&part.expected, &part.missing, &part.partial].into_iter().enumerate() {
                for unit in units {
                    let counts = tally.entry(unit.clone()).or_insert_with(|| {
                        order.push(unit.clone());
                        [0; 3]
                    });
                    counts[at] += 1;
                }
            }
        }
        let mut across = Coverage::default();
        for unit in order {
            let [expected, missing, partial] = tally.get(&unit).copied().unwrap_or_default();
            if missing == expected {
                across.missing.push(unit.clone());
            } else if missing + partial > 0 {
                across.partial.push(unit.clone());
            }
            across.expected.push(unit);
        }
        across
    }
}
