//! Workbooks of Excel before 2007.

use super::grid::Grid;
use super::problem::FileError;
use super::read::Found;
use super::serial::day;
use crate::exchange::import::sheet::RawCell;
use crate::model::date::Date;
use calamine::{Data, Reader, SheetType, SheetVisible, Xls, XlsError};
use std::io::Cursor;

/// Reads it.
///
/// # Errors
/// [`FileError`]
pub fn read(bytes: Vec<u8>, progress: &dyn Fn(u8)) -> Result<Vec<Found>, FileError> {
    let mut book = Xls::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsError::Password => FileError::Encrypted,
        _ => FileError::Corrupt,
    })?;
    progress(60);
    let mut found = Vec::new();
    for sheet in book.sheets_metadata().to_vec() {
        if sheet.typ != SheetType::WorkSheet {
            continue;
        }
        let range = book.worksheet_range(&sheet.name).map_err(|_| FileError::Corrupt)?;
        let (top, left) = range.start().unwrap_or_default();
        let mut grid = Grid::default();
        for (row, column, value) in range.used_cells() {
            grid.put(top as usize + row, left as usize + column, cell(value))?;
        }
        for area in book.merge_cells_by_sheet_name(&sheet.name).unwrap_or_default() {
            let at = |(row, column): (u32, u32)| (row as usize, column as usize);
            grid.merge(at(area.start), at(area.end));
        }
        found.extend(grid.finish(&sheet.name).map(|read| Found {
            sheet: read,
            hidden: sheet.visible != SheetVisible::Visible,
        }));
    }
    progress(95);
    Ok(found)
}

fn cell(value: &Data) -> RawCell {
    match value {
        Data::Int(number) => RawCell::Number(*number as f64),
        Data::Float(number) => RawCell::Number(*number),
        Data::String(text) => RawCell::text(text),
        Data::Bool(is) => RawCell::Text(if *is { "TRUE" } else { "FALSE" }.to_owned()),
        // The reader has counted days of 1904 as those of 1900 already where a workbook counts so.
        Data::DateTime(at) if at.is_datetime() => {
            let (year, month, day_of_month, ..) = at.to_ymd_hms_milli();
            let date = Date::new(i32::from(year), month, day_of_month);
            date.filter(|_| day(at.as_f64(), false).is_some())
                .map_or(RawCell::Number(at.as_f64()), RawCell::Date)
        }
        Data::DateTime(at) => RawCell::Number(at.as_f64()),
        Data::DateTimeIso(text) | Data::DurationIso(text) => RawCell::text(text),
        Data::Error(error) => RawCell::Error(error.to_string()),
        _ => RawCell::Empty,
    }
}
