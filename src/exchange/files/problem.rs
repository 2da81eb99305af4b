//! Why a file is not read.

use crate::exchange::import::delimited::TableError;
use std::fmt;

/// The largest workbook that is read, in bytes, packed as it is.
pub const MAX_WORKBOOK: usize = 30 * 1024 * 1024;
/// The most bytes that the parts of a packed workbook unfold to, all together.
pub const MAX_UNPACKED: u64 = 128 * 1024 * 1024;
/// The most parts that a packed workbook has.
pub const MAX_PARTS: usize = 4_000;

/// The most sheets of a workbook that are read.
pub const MAX_SHEETS: usize = 200;
/// The most bytes of text that the cells of a workbook hold together.
pub const MAX_TEXT: usize = 64 * 1024 * 1024;
/// The most bytes of a workbook that are looked at more than once: parts and texts that several sheets or cells have.
pub const MAX_READ: usize = 256 * 1024 * 1024;

/// Why a file is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileError {
    /// What is wrong with its table.
    Table(TableError),
    /// A kind of file that holds no table: a picture, a PDF, a letter.
    NotATable,
    /// A workbook in a form that is not read: xlsb, or a web page or XML under the name of one.
    OtherWorkbook,
    /// Protected by a password.
    Encrypted,
    /// Damaged, or cut off.
    Corrupt,
    /// A workbook of more than [`MAX_WORKBOOK`] bytes.
    TooLarge,
    /// Unfolds to more than [`MAX_UNPACKED`] bytes, has more than [`MAX_PARTS`] parts, or makes more of its texts than [`MAX_TEXT`].
    Bomb,
    /// Something stands in a cell far outside of any table; its place, as a spreadsheet names it: "XFD1048576".
    FarCell(String),
    /// No sheet with anything in it.
    Empty,
}

impl From<TableError> for FileError {
    fn from(error: TableError) -> FileError {
        FileError::Table(error)
    }
}

const CODES: [(FileError, &str); 12] = [
    (FileError::Table(TableError::TooLarge), "table-too-large"),
    (FileError::Table(TableError::TooManyRows), "rows"),
    (FileError::Table(TableError::TooManyColumns), "columns"),
    (FileError::Table(TableError::TooManyCells), "cells"),
    (FileError::Table(TableError::Empty), "empty-table"),
    (FileError::NotATable, "not-a-table"),
    (FileError::OtherWorkbook, "other-workbook"),
    (FileError::Encrypted, "encrypted"),
    (FileError::Corrupt, "corrupt"),
    (FileError::TooLarge, "too-large"),
    (FileError::Bomb, "bomb"),
    (FileError::Empty, "empty"),
];

/// As it travels from the worker to the page.
impl fmt::Display for FileError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            FileError::FarCell(place) => write!(out, "far {place}"),
            _ => {
                let code = CODES.iter().find(|(error, _)| error == self);
                out.write_str(code.map_or("corrupt", |(_, code)| code))
            }
        }
    }
}

impl FileError {
    /// What was displayed; `None` for other words.
    pub fn parse(text: &str) -> Option<FileError> {
        if let Some(place) = text.strip_prefix("far ") {
            return Some(FileError::FarCell(place.to_owned()));
        }
        let found = CODES.iter().find(|(_, code)| *code == text);
        found.map(|(error, _)| error.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_travels() {
        let far = FileError::FarCell("XFD1048576".into());
        for error in CODES.iter().map(|(error, _)| error).chain([&far]) {
            assert_eq!(FileError::parse(&error.to_string()).as_ref(), Some(error));
        }
        assert_eq!(FileError::parse("?"), None);
    }
}
