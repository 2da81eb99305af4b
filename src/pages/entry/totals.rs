//! The totals row of a sheet, and how far a return is filled in. One pass over the returns.

use super::row::RowFigures;
use super::sheet::Sheet;
use crate::model::id::CellKey;
use crate::model::measure::ValueType;
use crate::model::quantity::Quantity;
use crate::model::returns::{CellValue, Return};
use std::collections::HashMap;

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

/// The totals of the sheet's columns over some returns.
pub fn totals<'a>(sheet: &Sheet, returns: impl IntoIterator<Item = &'a Return>) -> Vec<ColumnTotal> {
    let places: HashMap<&CellKey, usize> = sheet
        .columns
        .iter()
        .enumerate()
        .map(|(place, column)| (&column.key, place))
        .collect();
    let mut totals = vec![ColumnTotal::default(); sheet.columns.len()];
    for (key, cell) in returns.into_iter().flat_map(|found| &found.cells) {
        let Some(total) = places.get(key).and_then(|&place| totals.get_mut(place)) else {
            continue;
        };
        if matches!(cell.value, CellValue::Invalid(_)) {
            total.invalid += 1;
            continue;
        }
        total.filled += 1;
        if let Some(quantity) = cell.quantity() {
            let sum = total.sum.get_or_insert_with(Quantity::default);
            sum.count = sum.count.saturating_add(quantity.count);
            sum.qualifier = sum.qualifier.combine(quantity.qualifier);
        }
    }
    totals
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
    use crate::model::period::Period;
    use crate::model::quantity::Qualifier;
    use crate::model::returns::Cell;
    use crate::model::text::Text;

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

    fn found(cells: &[(&str, Cell)]) -> Return {
        let mut found = Return::new("f".into(), "u".into(), Period::Year(2021));
        found
            .cells
            .extend(cells.iter().map(|(key, cell)| ((*key).into(), cell.clone())));
        found
    }

    #[test]
    fn invalid_cells_are_left_out_and_counted() {
        let about = Cell {
            qualifier: Qualifier::About,
            ..Cell::count(5)
        };
        let invalid = Cell::from(CellValue::Invalid("1.5".into()));
        let returns = [
            found(&[("a", Cell::count(3)), ("b", invalid), ("gone", Cell::count(9))]),
            found(&[("a", about)]),
        ];
        let totals = totals(&sheet(), &returns);
        assert_eq!(totals[0].sum.unwrap().count, 8);
        assert_eq!(totals[0].sum.unwrap().qualifier, Qualifier::About);
        assert_eq!((totals[1].sum, totals[1].filled, totals[1].invalid), (None, 0, 1));
        let row = |found: Option<&Return>, not_asked: &[&str]| RowFigures {
            found: found.cloned(),
            not_asked: not_asked.iter().map(|key| CellKey::new(*key)).collect(),
            ..RowFigures::default()
        };
        let all = filled(&sheet(), &row(returns.first(), &[]));
        assert_eq!((all.filled, all.invalid, all.of), (1, 1, 2));
        assert!(filled(&sheet(), &row(None, &[])).is_empty());
        // A cell that is not asked for counts only while something stands in it.
        let of = |found, not_asked: &[&str]| filled(&sheet(), &row(found, not_asked)).of;
        assert_eq!((of(None, &["b"]), of(returns.first(), &["b"])), (1, 2));
    }
}
