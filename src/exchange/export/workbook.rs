//! A form's returns, or a blank form, as a sheet of a workbook: its keys in a hidden first row, titles, a header, a row for each
//! unit. What is drawn how is decided where the file is made (`workbook_file`).

use super::form_table::{Heads, TableColumn};
use crate::exchange::cell_text::shown;
use crate::exchange::import::keys::Keys;
use crate::exchange::import::sheet::{RawCell, RawSheet};
use crate::model::id::FormId;
use crate::model::number::Count;
use crate::model::period::Period;
use crate::model::quantity::Qualifier;
use crate::model::returns::{Cell, CellValue, Return};
use crate::model::text::Lang;

/// The largest count that a spreadsheet's number keeps exactly.
const EXACT: Count = 1 << 53;
/// The longest name that a sheet may have.
const LONGEST_NAME: usize = 31;

/// What stands over a form's table.
#[derive(Clone, Debug)]
pub struct Titles<'a> {
    /// The form.
    pub form: &'a FormId,
    /// The period.
    pub period: &'a Period,
    /// The sheet's name.
    pub name: &'a str,
    /// Lines above the header: the bloc, the form and period, how to fill it in.
    pub lines: Vec<String>,
}

/// The sheet of these units. A unit without a return has empty cells: with none at all it is a form to be filled in.
pub fn sheet<'a>(
    lang: Lang,
    titles: &Titles<'_>,
    heads: Heads<'_>,
    columns: &[TableColumn<'_>],
    units: impl IntoIterator<Item = (&'a str, Option<&'a Return>)>,
) -> RawSheet {
    let mut cells = vec![None, None];
    cells.extend(columns.iter().map(|column| Some(column.key.clone())));
    let keys = Keys {
        form: titles.form.clone(),
        period: titles.period.clone(),
        cells,
    };
    let mut rows = vec![keys.row()];
    rows.extend(titles.lines.iter().map(|line| vec![RawCell::text(line)]));
    // The header begins below an empty row: so the file's maker and the import know where the titles end.
    rows.push(Vec::new());
    let mut header = vec![RawCell::text(heads.number), RawCell::text(heads.name)];
    header.extend(columns.iter().map(|column| RawCell::text(column.header)));
    rows.push(header);
    for (at, (name, found)) in units.into_iter().enumerate() {
        let mut row = vec![RawCell::Number((at + 1) as f64), RawCell::text(name)];
        row.extend(columns.iter().map(|column| {
            let cell = found.and_then(|found| found.cells.get(column.key));
            cell.map_or(RawCell::Empty, |cell| out(lang, cell, column))
        }));
        rows.push(row);
    }
    RawSheet {
        name: titles.name.to_owned(),
        rows,
        merged: Vec::new(),
    }
}

/// Exact counts and dates as what they are; everything else as it is typed.
fn out(lang: Lang, cell: &Cell, column: &TableColumn<'_>) -> RawCell {
    match (&cell.value, cell.qualifier) {
        (CellValue::Count(count), Qualifier::Exact) if *count <= EXACT => RawCell::Number(*count as f64),
        (CellValue::Date(date), Qualifier::Exact) => RawCell::Date(*date),
        _ => RawCell::text(&shown(cell, column.field, lang)),
    }
}

/// Gives every sheet a name that a spreadsheet allows, and none twice.
pub fn name_sheets(sheets: &mut [RawSheet]) {
    let names = sheet_names(sheets.iter().map(|sheet| sheet.name.as_str()));
    for (sheet, name) in sheets.iter_mut().zip(names) {
        sheet.name = name;
    }
}

/// These names as a spreadsheet allows them for its sheets, none twice.
pub fn sheet_names<'a>(wanted: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let mut taken: Vec<String> = Vec::new();
    for (at, wanted) in wanted.into_iter().enumerate() {
        let allowed = |c: &char| !c.is_control() && !matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\'');
        let plain: String = wanted.chars().filter(allowed).collect();
        let cut = |longest: usize| {
            plain
                .trim()
                .chars()
                .take(longest)
                .collect::<String>()
                .trim_end()
                .to_owned()
        };
        let mut name = cut(LONGEST_NAME);
        if name.is_empty() || taken.contains(&name.to_lowercase()) {
            let number = format!(" {}", at + 1);
            name = format!("{}{number}", cut(LONGEST_NAME - number.chars().count()));
        }
        taken.push(name.to_lowercase());
        names.push(name.trim().to_owned());
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sheets_have_names_that_a_spreadsheet_allows() {
        let long = "Học tập, quán triệt nghị quyết: đợt 1/2021 của toàn Đảng bộ Khối";
        let named = |name: &str| RawSheet {
            name: name.to_owned(),
            ..RawSheet::default()
        };
        let mut sheets = [named(long), named(long), named(""), named("'[]")];
        name_sheets(&mut sheets);
        let names: Vec<&str> = sheets.iter().map(|sheet| sheet.name.as_str()).collect();
        assert_eq!(
            names,
            [
                "Học tập, quán triệt nghị quyết",
                "Học tập, quán triệt nghị quyế 2",
                "3",
                "4"
            ]
        );
        assert!(names.iter().all(|name| name.chars().count() <= LONGEST_NAME));
    }
}
