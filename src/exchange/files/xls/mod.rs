//! Workbooks of Excel 95 to 2003.
//!
//! Written here and not taken from a crate for the same reason as [`super::xlsx`]: every length, place and index in such a file
//! may lie, and a reader that believes one of them ends the worker instead of saying what is wrong with the file.
//!
//! * `container`: the streams of the file; `records`: what a stream is made of; `text`, `bytes`: what records are made of
//! * `book`: which sheets there are, and what their cells refer to; `sheet`: the cells of one sheet

mod book;
mod bytes;
mod container;
mod records;
mod sheet;
#[cfg(test)]
mod tests;
mod text;

use super::grid::Room;
use super::problem::FileError;
use super::read::Found;

/// Reads it.
///
/// # Errors
/// [`FileError`]
pub fn read(bytes: &[u8], progress: &dyn Fn(u8)) -> Result<Vec<Found>, FileError> {
    let stream = container::stream(bytes, &["Workbook", "Book"]).ok_or(FileError::Corrupt)?;
    progress(20);
    let (sheets, context) = book::read(&stream)?;
    let (room, mut found) = (Room::new(), Vec::new());
    for (at, entry) in sheets.iter().enumerate() {
        let part = stream.get(entry.at..).ok_or(FileError::Corrupt)?;
        let grid = sheet::read(part, &context, &room)?;
        found.extend(grid.finish(&entry.name).map(|sheet| Found {
            sheet,
            hidden: entry.hidden,
        }));
        progress((20 + 75 * (at + 1) / sheets.len()) as u8);
    }
    Ok(found)
}
