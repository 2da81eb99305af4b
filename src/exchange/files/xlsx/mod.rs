//! Workbooks of Excel since 2007, as Excel, LibreOffice, Google and programs write them.
//!
//! Written here and not taken from a crate, because a file may lie: counts of strings and sizes of sheets are not believed, an
//! index of a string is looked up, and what is read is bounded by [`super::grid::Grid`] and [`super::archive::Archive`].
//!
//! * `book`: which sheets there are, and where; `strings`: the part with the texts that cells share; `styles`: which formats show days
//! * `sheet`: the cells of one sheet

mod book;
mod sheet;
mod strings;
mod styles;

use super::archive::Archive;
use super::grid::Room;
use super::problem::FileError;
use super::read::Found;

/// Reads it.
///
/// # Errors
/// [`FileError`]
pub fn read(archive: &mut Archive, progress: &dyn Fn(u8)) -> Result<Vec<Found>, FileError> {
    let book = book::read(archive)?;
    let strings = strings::read(archive, &book.strings)?;
    progress(20);
    let styles = styles::read(archive, &book.styles)?;
    let (room, mut found) = (Room::new(), Vec::new());
    for (at, entry) in book.sheets.iter().enumerate() {
        let context = sheet::Context {
            strings: &strings,
            styles: &styles,
            is_1904: book.is_1904,
            room: &room,
        };
        let read = sheet::read(archive, &entry.part, &entry.name, &context)?;
        found.extend(read.map(|sheet| Found {
            sheet,
            hidden: entry.hidden,
        }));
        progress((20 + 75 * (at + 1) / book.sheets.len()) as u8);
    }
    Ok(found)
}
