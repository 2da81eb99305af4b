//! The limit that an evaluation rule sets on the best levels of a measure in a year: what a chart of levels draws, from
//! the same rule that findings come from.

use crate::catalogue::Catalogue;
use crate::model::id::{CellKey, FormId};
use crate::model::indicator::{Comparison, Operand, Rule};
use crate::model::measure::Column;
use crate::model::number::Percent;

/// A limit on the first of some levels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cap<'a> {
    /// The rule.
    pub rule: &'a Rule,
    /// How much of what it is of.
    pub share: Percent,
    /// The levels that the share is of, by place.
    pub of: Vec<usize>,
}

/// The limit on the best of `levels` in a year; `None` where no rule of that year sets one for everybody.
pub fn cap<'a>(catalogue: &'a Catalogue, form: &'a FormId, levels: &[Column], year: i32) -> Option<Cap<'a>> {
    let places = |operand: &Operand| -> Option<Vec<usize>> {
        let Operand::Cells {
            cells,
            form: other,
            latest: false,
        } = operand
        else {
            return None;
        };
        if other.as_ref().is_some_and(|other| other != form) {
            return None;
        }
        let keys = cells.iter().flat_map(|key| catalogue.cells(key, Some(year)));
        let place = |key: &CellKey| levels.iter().position(|level| level.key == *key);
        let mut places: Vec<usize> = keys.map(|column| place(&column.key)).collect::<Option<_>>()?;
        places.sort_unstable();
        Some(places)
    };
    catalogue.rules_of(form).find_map(|rule| {
        let share = rule.share.filter(|_| rule.comparison == Comparison::AtMost)?;
        let best = places(&rule.left)?;
        let first = !best.is_empty() && best.iter().enumerate().all(|(at, place)| at == *place);
        let of = places(&rule.right)?;
        (first && rule.valid_in(year) && rule.only.is_anybody()).then_some(Cap { rule, share, of })
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn the_cap_is_that_of_the_years_rule() {
        let catalogue = Catalogue::built_in().unwrap();
        let (own, sub): (FormId, FormId) = ("classification".into(), "subordinate".into());
        let of = |form, key: &str, year| {
            let levels = catalogue.cells(&key.into(), Some(year));
            cap(&catalogue, form, &levels, year)
        };
        let members = of(&own, "quality_members", 2022).unwrap();
        assert_eq!((members.share.hundredths(), members.of), (2000, vec![0, 1]));
        assert_eq!(members.rule.id.as_str(), "members_excellent_cap_2019");
        assert_eq!(of(&own, "quality_members", 2023).unwrap().rule.valid_from, Some(2023));
        assert!(of(&own, "quality_own", 2024).is_some() && of(&sub, "quality_subordinate", 2020).is_some());
        for (key, year) in [
            ("quality_members", 2018),
            ("quality_members", 2025),
            ("quality_staff", 2022),
        ] {
            assert_eq!(of(&own, key, year), None, "{key} {year}");
        }
    }
}
