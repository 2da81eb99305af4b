//! Tables that this app made say in their first row, which is hidden, what they are: the form, the period, and the cell of
//! each column. So they come back to where they belong, whatever a person did to the words above them.

use super::layout::Layout;
use super::mapping::{Mapping, Target};
use super::sheet::{RawCell, RawSheet};
use crate::model::id::{CellKey, FormId};
use crate::model::period::Period;

/// What the first cell begins with.
const MARK: &str = "so-khoi/1";

/// What a table of ours is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keys {
    /// The form.
    pub form: FormId,
    /// The period.
    pub period: Period,
    /// The cells, by column.
    pub cells: Vec<Option<CellKey>>,
}

impl Keys {
    /// The first row of a table.
    pub fn row(&self) -> Vec<RawCell> {
        let mut row = vec![RawCell::Text(format!("{MARK} {} {}", self.form, self.period))];
        row.extend(self.cells.iter().skip(1).map(|cell| match cell {
            Some(key) => RawCell::Text(key.to_string()),
            None => RawCell::Empty,
        }));
        row
    }

    /// What a sheet says of itself; `None` for tables made elsewhere.
    pub fn of(sheet: &RawSheet) -> Option<Keys> {
        let first = sheet.cell(0, 0).typed();
        let mut words = first.split(' ');
        if words.next() != Some(MARK) {
            return None;
        }
        let (form, period) = (words.next()?, words.next()?);
        Some(Keys {
            form: FormId::new(form),
            period: period.parse().ok()?,
            cells: (0..sheet.width())
                .map(|column| match (column, sheet.cell(0, column)) {
                    (1.., RawCell::Text(key)) => Some(CellKey::new(key)),
                    _ => None,
                })
                .collect(),
        })
    }

    /// What the columns are.
    pub fn mapping(&self, layout: &Layout) -> Mapping {
        let target = |column: usize| match self.cells.get(column).cloned().flatten() {
            _ if column == layout.name_column => Target::Name,
            Some(key) => Target::Cell(key),
            None => Target::Nothing,
        };
        Mapping {
            columns: (0..layout.headers.len()).map(target).collect(),
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_table_of_ours_is_known_again_and_others_are_not() {
        let keys = Keys {
            form: "study".into(),
            period: "drive:kl01".parse().unwrap(),
            cells: vec![None, None, Some("write_ups.good".into())],
        };
        let sheet = RawSheet {
            rows: vec![keys.row()],
            ..RawSheet::default()
        };
        assert_eq!(Keys::of(&sheet), Some(keys));
        for text in ["", "so-khoi/1", "so-khoi/1 study", "so-khoi/1 study ?", "STT"] {
            let sheet = RawSheet {
                rows: vec![vec![RawCell::text(text)]],
                ..RawSheet::default()
            };
            assert_eq!(Keys::of(&sheet), None, "{text}");
        }
    }
}
