//! A form's returns as a table: a row for each unit, a column for each cell, headed so that the import knows it again.

use super::csv::Out;
use crate::exchange::cell_text::{Field, shown};
use crate::model::id::CellKey;
use crate::model::quantity::Qualifier;
use crate::model::returns::{Cell, CellValue, Return};
use crate::model::text::Lang;

/// A column of the table.
#[derive(Clone, Copy, Debug)]
pub struct TableColumn<'a> {
    /// The cell's key.
    pub key: &'a CellKey,
    /// What stands over it.
    pub header: &'a str,
    /// What its cells hold.
    pub field: Field<'a>,
}

/// The words over the number and the name of a unit.
#[derive(Clone, Copy, Debug)]
pub struct Heads<'a> {
    /// "STT".
    pub number: &'a str,
    /// "Tên đơn vị".
    pub name: &'a str,
}

/// The table of these units. A unit without a return has empty cells: with none at all it is a blank form to be filled in.
pub fn table<'a>(
    lang: Lang,
    heads: Heads<'_>,
    columns: &[TableColumn<'_>],
    units: impl IntoIterator<Item = (&'a str, Option<&'a Return>)>,
) -> Vec<Vec<Out>> {
    let words = |text: &str| Out::Text(text.to_owned());
    let mut head = vec![words(heads.number), words(heads.name)];
    head.extend(columns.iter().map(|column| words(column.header)));
    let mut rows = vec![head];
    for (at, (name, found)) in units.into_iter().enumerate() {
        let mut row = vec![Out::Number(at as u64 + 1), words(name)];
        row.extend(columns.iter().map(|column| {
            let cell = found.and_then(|found| found.cells.get(column.key));
            cell.map_or(Out::Empty, |cell| out(lang, cell, column.field))
        }));
        rows.push(row);
    }
    rows
}

/// An exact count as a number; everything else as it is typed.
fn out(lang: Lang, cell: &Cell, field: Field<'_>) -> Out {
    match (&cell.value, cell.qualifier) {
        (CellValue::Count(count), Qualifier::Exact) => Out::Number(*count),
        _ => Out::Text(shown(cell, field, lang)),
    }
}
