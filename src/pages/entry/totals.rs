//! Sums of a sheet's columns that a cell can be added to and taken from, and how far a return is filled in.

use super::row::RowFigures;
use super::sheet::Sheet;
use crate::model::measure::ValueType;
use crate::model::number::Count;
use crate::model::quantity::{Qualifier, Quantity};
use crate::model::returns::{Cell, CellValue};

/// The foot of one column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ColumnTotal {
    /// The sum of its counts; `None` while there is none. For done-or-not: how many are done.
    pub sum: Option<Quantity>,
    /// How many cells have a value.
    pub filled: usize,
    /// How many cells keep what was typed and are left out.
    pub invalid: usize,
}

/// What a cell brings to a sum.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Part {
    /// Nothing: it is empty.
    #[default]
    Nothing,
    /// A value that is no count.
    Value,
    /// A count.
    Counted(Quantity),
    /// Kept as typed: it is left out.
    Invalid,
}

impl Part {
    /// What a cell brings; an empty one is absent.
    pub fn of(cell: Option<&Cell>) -> Part {
        let Some(cell) = cell else { return Part::Nothing };
        match (&cell.value, cell.quantity()) {
            (CellValue::Invalid(_), _) => Part::Invalid,
            (_, Some(quantity)) => Part::Counted(quantity),
            _ => Part::Value,
        }
    }
}

const QUALIFIERS: [Qualifier; 4] = [
    Qualifier::Exact,
    Qualifier::AtLeast,
    Qualifier::MoreThan,
    Qualifier::About,
];

/// A sum that changes with one cell without being added up anew.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RunningSum {
    sum: u128,
    /// How many counts there are of each exactness.
    counts: [usize; 4],
    values: usize,
    invalid: usize,
}

impl RunningSum {
    /// Puts one cell's part in the place of what it was before.
    pub fn replace(&mut self, before: Part, now: Part) {
        match before {
            Part::Nothing => {}
            Part::Value => self.values -= 1,
            Part::Invalid => self.invalid -= 1,
            Part::Counted(quantity) => {
                self.sum -= u128::from(quantity.count);
                self.counts[place(quantity.qualifier)] -= 1;
            }
        }
        match now {
            Part::Nothing => {}
            Part::Value => self.values += 1,
            Part::Invalid => self.invalid += 1,
            Part::Counted(quantity) => {
                self.sum += u128::from(quantity.count);
                self.counts[place(quantity.qualifier)] += 1;
            }
        }
    }

    /// The sum as it is shown.
    pub fn total(&self) -> ColumnTotal {
        let counted: usize = self.counts.iter().sum();
        let present = QUALIFIERS.iter().zip(self.counts).filter(|(_, count)| *count > 0);
        let qualifier = present.fold(Qualifier::Exact, |all, (one, _)| all.combine(*one));
        ColumnTotal {
            sum: (counted > 0).then(|| Quantity {
                count: Count::try_from(self.sum).unwrap_or(Count::MAX),
                qualifier,
            }),
            filled: counted + self.values,
            invalid: self.invalid,
        }
    }
}

fn place(qualifier: Qualifier) -> usize {
    QUALIFIERS.iter().position(|one| *one == qualifier).unwrap_or(0)
}

/// How much of a sheet a return fills.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Filled {
    /// Cells with a value that was understood.
    pub filled: usize,
    /// Cells kept as typed.
    pub invalid: usize,
    /// Cells there are.
    pub of: usize,
}

impl Filled {
    /// Whether nothing was entered.
    pub const fn is_empty(self) -> bool {
        self.filled == 0 && self.invalid == 0
    }
}

/// How far a return is filled in. Text notes are not asked for, nor what the unit has no part in.
pub fn filled(sheet: &Sheet, row: &RowFigures) -> Filled {
    let found = row.found.as_ref();
    let mut count = Filled::default();
    for column in sheet.columns.iter().filter(|column| column.value != ValueType::Text) {
        let cell = found.and_then(|found| found.cells.get(&column.key));
        if cell.is_none() && row.not_asked.contains(&column.key) {
            continue;
        }
        count.of += 1;
        match cell {
            Some(cell) if matches!(cell.value, CellValue::Invalid(_)) => count.invalid += 1,
            Some(_) => count.filled += 1,
            None => {}
        }
    }
    count
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::sheet::SheetColumn;
    use super::*;
    use crate::model::id::CellKey;
    use crate::model::period::Period;
    use crate::model::returns::Return;
    use crate::model::text::Text;
    use proptest::prelude::*;

    fn sheet() -> Sheet {
        Sheet {
            columns: ["a", "b"]
                .map(|key| SheetColumn {
                    key: key.into(),
                    value: ValueType::Count,
                    name: Text::default(),
                    measure: Text::default(),
                    option: Text::default(),
                    counting_unit: Text::default(),
                    help: None,
                    section: Text::default(),
                    levels: Vec::new(),
                    whole: None,
                })
                .into(),
            head: Vec::new(),
        }
    }

    #[test]
    fn a_return_is_filled_as_far_as_its_cells_are_understood() {
        let mut found = Return::new("f".into(), "u".into(), Period::Year(2021));
        found.cells.insert("a".into(), Cell::count(3));
        found
            .cells
            .insert("b".into(), Cell::from(CellValue::Invalid("1.5".into())));
        let row = |found: Option<&Return>, not_asked: &[&str]| RowFigures {
            found: found.cloned(),
            not_asked: not_asked.iter().map(|key| CellKey::new(*key)).collect(),
            ..RowFigures::default()
        };
        let all = filled(&sheet(), &row(Some(&found), &[]));
        assert_eq!((all.filled, all.invalid, all.of), (1, 1, 2));
        assert!(filled(&sheet(), &row(None, &[])).is_empty());
        // A cell that is not asked for counts only while something stands in it.
        let of = |found, not_asked: &[&str]| filled(&sheet(), &row(found, not_asked)).of;
        assert_eq!((of(None, &["b"]), of(Some(&found), &["b"])), (1, 2));
    }

    #[test]
    fn invalid_cells_are_left_out_and_counted() {
        let mut sum = RunningSum::default();
        let about = Quantity {
            count: 5,
            qualifier: Qualifier::About,
        };
        for part in [Part::Counted(Quantity::exact(3)), Part::Counted(about), Part::Invalid] {
            sum.replace(Part::Nothing, part);
        }
        let total = sum.total();
        assert_eq!(total.sum, Some(Quantity { count: 8, ..about }));
        assert_eq!((total.filled, total.invalid), (2, 1));
        sum.replace(Part::Counted(about), Part::Nothing);
        assert_eq!(sum.total().sum, Some(Quantity::exact(3)));
    }

    fn part() -> impl Strategy<Value = Part> {
        let count = prop_oneof![0..9_u64, Just(Count::MAX)];
        let counted = (count, 0..4_usize).prop_map(|(count, at)| {
            let qualifier = QUALIFIERS[at];
            Part::Counted(Quantity { count, qualifier })
        });
        prop_oneof![Just(Part::Nothing), Just(Part::Value), Just(Part::Invalid), counted]
    }

    proptest! {
        #[test]
        fn a_sum_that_was_changed_is_the_sum_of_what_stands(
            changes in prop::collection::vec((0..4_usize, part()), 0..40)
        ) {
            let mut cells = [Part::Nothing; 4];
            let mut running = RunningSum::default();
            for (at, now) in changes {
                running.replace(cells[at], now);
                cells[at] = now;
            }
            let mut anew = RunningSum::default();
            for cell in cells {
                anew.replace(Part::Nothing, cell);
            }
            prop_assert_eq!(running, anew);
        }
    }
}
