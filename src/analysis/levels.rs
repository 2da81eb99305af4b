//! Units by the level that each was given: so many "hoàn thành tốt", and which.

use super::Scope;
use super::calendar::slots_of_form;
use super::coverage::Coverage;
use crate::model::id::{CellKey, FormId, MeasureId, OptionId, UnitId};
use crate::model::measure::OptionItem;
use crate::model::number::Count;
use crate::model::period::Period;
use crate::model::returns::CellValue;

/// Units by level.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Levels {
    /// Each level of the scale that is valid in the period's year, in its order, with its units in the
    /// official order; levels that no unit has are there too.
    pub rows: Vec<(OptionItem, Vec<UnitId>)>,
    /// Units with a level that the scale of that year does not have. They are in no row.
    pub unknown: Vec<(UnitId, OptionId)>,
    /// Over whom.
    pub coverage: Coverage,
    /// Cells that are kept as typed and left out.
    pub invalid: usize,
}

impl Levels {
    /// How many units each level has, in the scale's order: the parts of a whole.
    pub fn counts(&self) -> Vec<Count> {
        let size = |units: &Vec<UnitId>| Count::try_from(units.len()).unwrap_or(Count::MAX);
        self.rows.iter().map(|(_, units)| size(units)).collect()
    }
}

/// The units of a scope by the level that `measure` gave them last within `period`. A measure that holds no
/// level, or is not in the catalogue, gives no rows.
pub fn levels(scope: &Scope<'_>, form: &FormId, measure: &MeasureId, period: &Period) -> Levels {
    let mut levels = Levels::default();
    let slots = slots_of_form(scope, form, period);
    let set = scope
        .catalogue
        .measure(measure.as_str())
        .and_then(|it| it.levels.as_ref());
    let Some((set, last)) = set.zip(slots.last()) else {
        return levels;
    };
    let options = scope.catalogue.option_set(set, Some(last.year()));
    levels.rows = options.map_or_else(Vec::new, |set| {
        let rows = set.options.iter().map(|option| (option.clone(), Vec::new()));
        rows.collect()
    });
    let key = CellKey::of(measure, &[]);
    let asks = scope.catalogue.form(form);
    // The last level stands: who is not there any more when the last period closes has none of its own then.
    let closes = slots.iter().rfind(|slot| slot.has_begun());
    let closes = closes.map(|slot| slot.reference_day(scope.today));
    for unit in scope.units_for(form, &slots) {
        if closes.is_some_and(|day| !unit.exists_on(day)) {
            continue;
        }
        let asked = asks.is_none_or(|form| form.asks(measure.as_str(), unit));
        let mut level = None;
        let mut due = false;
        // Whether a period after the last level had none, or one that could not be read.
        let mut stale = false;
        for slot in slots.iter().filter(|slot| slot.has_begun()) {
            let due_here = asked && slot.required && unit.exists_on(slot.reference_day(scope.today));
            due |= due_here;
            let found = scope.ledger.find(form, &slot.period, &unit.id);
            match found.and_then(|found| found.cells.get(&key)).map(|cell| &cell.value) {
                Some(CellValue::Level(option)) => (level, stale) = (Some(option.clone()), false),
                Some(CellValue::Invalid(_)) => {
                    levels.invalid += 1;
                    stale = true;
                }
                _ => stale |= due_here,
            }
        }
        if !due && level.is_none() {
            continue;
        }
        levels.coverage.expected.push(unit.id.clone());
        let Some(level) = level else {
            levels.coverage.missing.push(unit.id.clone());
            continue;
        };
        if stale {
            levels.coverage.partial.push(unit.id.clone());
        }
        match levels.rows.iter_mut().find(|(option, _)| option.id == level) {
            Some((_, units)) => units.push(unit.id.clone()),
            None => levels.unknown.push((unit.id.clone(), level)),
        }
    }
    levels
}

#[cfg(test)]
mod tests {
    use super::super::fixture::*;
    use super::*;
    use crate::model::returns::Cell;

    #[test]
    fn units_stand_under_the_level_they_were_given() {
        let mut book = Book::new(5);
        for (unit, level) in [("u1", "good"), ("u2", "excellent"), ("u3", "good"), ("u5", "gone")] {
            let level = Cell::from(CellValue::Level(level.into()));
            book.cell("year", "2022", unit, "quality", level);
        }
        book.ask("2023-02-01", |scope| {
            let found = levels(scope, &"year".into(), &"quality".into(), &period("2022"));
            assert_eq!(found.counts(), [1, 2, 0]);
            assert_eq!(ids(&found.rows[1].1), ["u1", "u3"]);
            assert_eq!(found.unknown, [("u5".into(), "gone".into())]);
            assert_eq!(ids(&found.coverage.missing), ["u4"]);
            let none = levels(scope, &"year".into(), &"rated".into(), &period("2022"));
            assert_eq!(none, Levels::default());
        });
    }

    #[test]
    fn the_last_level_of_a_term_stands_and_bad_input_is_counted() {
        let mut book = Book::new(1);
        for (year, level) in [("2021", "good"), ("2022", "excellent")] {
            let level = Cell::from(CellValue::Level(level.into()));
            book.cell("year", year, "u1", "quality", level);
        }
        book.bad("year", "2023", "u1", "quality");
        book.ask("2024-02-01", |scope| {
            let found = levels(scope, &"year".into(), &"quality".into(), &period("2020..2025"));
            assert_eq!((found.counts(), found.invalid), (vec![1, 0, 0], 1));
            assert_eq!(ids(&found.coverage.partial), ["u1"]);
        });
    }
}
