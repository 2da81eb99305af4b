//! Workbooks of LibreOffice. A cell or row may say that it is repeated a million times: what is empty is passed over, what is
//! not is refused at the first place outside of what is read.

use super::archive::Archive;
use super::grid::{Grid, Room};
use super::problem::{FileError, MAX_SHEETS};
use super::read::Found;
use super::xml::{Piece, Xml, attribute, name};
use crate::exchange::import::sheet::{MAX_COLUMNS, MAX_ROWS, RawCell};
use crate::model::date::Date;
use quick_xml::events::BytesStart;
use std::collections::BTreeSet;
use std::io::BufRead;
use std::rc::Rc;

/// Reads it.
///
/// # Errors
/// [`FileError`]
pub fn read(archive: &mut Archive, progress: &dyn Fn(u8)) -> Result<Vec<Found>, FileError> {
    if is_protected(archive)? {
        return Err(FileError::Encrypted);
    }
    let Some(part) = archive.part("content.xml")? else {
        return Err(FileError::Corrupt);
    };
    let mut xml = Xml::new(part);
    progress(20);
    let read = tables(&mut xml);
    drop(xml);
    progress(95);
    match read {
        Ok(book) if book.is_spreadsheet => Ok(book.found),
        Ok(_) => Err(FileError::NotATable),
        Err(Stopped::Broken) => Err(archive.failure()),
        Err(Stopped::Refused(error)) => Err(error),
    }
}

/// Whether the list of parts says that they are encrypted.
fn is_protected(archive: &mut Archive) -> Result<bool, FileError> {
    let Some(part) = archive.part("META-INF/manifest.xml")? else {
        return Ok(false);
    };
    let mut xml = Xml::new(part);
    loop {
        match xml.next() {
            Ok(Piece::Open(element)) if name(&element) == "encryption-data" => return Ok(true),
            Ok(Piece::End) | Err(_) => return Ok(false),
            Ok(_) => {}
        }
    }
}

enum Stopped {
    Broken,
    Refused(FileError),
}

#[derive(Default)]
struct Book {
    found: Vec<Found>,
    is_spreadsheet: bool,
}

/// A cell that is being read.
#[derive(Default)]
struct Pending {
    cell: Option<RawCell>,
    words: String,
    times: usize,
    span: (usize, usize),
}

#[derive(Default)]
struct Table {
    name: String,
    hidden: bool,
    grid: Grid,
    row: usize,
    /// The cells of the row that is being read: place, value, how often, how far merged.
    cells: Vec<(usize, RawCell, usize, (usize, usize))>,
    column: usize,
    rows: usize,
}

fn tables<R: BufRead>(xml: &mut Xml<R>) -> Result<Book, Stopped> {
    let mut book = Book::default();
    let mut hidden_styles: BTreeSet<String> = BTreeSet::new();
    let mut style = String::new();
    let room = Room::new();
    let mut table = Table::within(&room);
    let mut pending = Pending::default();
    // Paragraphs deep; inside a remark the paragraphs are not the cell's.
    let (mut paragraphs, mut remarks) = (0_usize, 0_usize);
    loop {
        match xml.next().map_err(|_| Stopped::Broken)? {
            Piece::Open(element) => match name(&element) {
                "spreadsheet" => book.is_spreadsheet = true,
                "style" => style = attribute(&element, "name").unwrap_or_default(),
                "table-properties" if attribute(&element, "display").is_some_and(|is| is == "false") => {
                    hidden_styles.insert(std::mem::take(&mut style));
                }
                "table" => {
                    let style = attribute(&element, "style-name").unwrap_or_default();
                    table = Table {
                        name: attribute(&element, "name").unwrap_or_default(),
                        hidden: hidden_styles.contains(&style),
                        ..Table::within(&room)
                    };
                }
                "table-row" => {
                    table.rows = number(&element, "number-rows-repeated");
                    table.column = 0;
                    table.cells.clear();
                }
                "table-cell" | "covered-table-cell" => pending = begun(&element),
                "annotation" => remarks += 1,
                "p" => {
                    paragraphs += 1;
                    pending.words.push(' ');
                }
                "s" | "tab" | "line-break" => pending.words.push(' '),
                _ => {}
            },
            Piece::Text(text) if paragraphs > 0 && remarks == 0 => pending.words.push_str(&text),
            Piece::Text(_) => {}
            Piece::Close(closed) => match closed.as_str() {
                "annotation" => remarks = remarks.saturating_sub(1),
                "p" => paragraphs = paragraphs.saturating_sub(1),
                "table-cell" | "covered-table-cell" => {
                    let done = std::mem::take(&mut pending);
                    let cell = done.cell.unwrap_or_else(|| RawCell::text(&done.words));
                    if !cell.is_empty() {
                        table.cells.push((table.column, cell, done.times, done.span));
                    }
                    table.column = table.column.saturating_add(done.times);
                }
                "table-row" => table.end_row().map_err(Stopped::Refused)?,
                "table" => {
                    let done = std::mem::replace(&mut table, Table::within(&room));
                    let hidden = done.hidden;
                    let sheet = done.grid.finish(&done.name);
                    if book.found.len() < MAX_SHEETS {
                        book.found.extend(sheet.map(|sheet| Found { sheet, hidden }));
                    }
                }
                _ => {}
            },
            Piece::End => return Ok(book),
        }
    }
}

impl Table {
    /// A table of the workbook that has this room.
    fn within(room: &Rc<Room>) -> Table {
        Table {
            grid: Grid::within(room),
            ..Table::default()
        }
    }

    fn end_row(&mut self) -> Result<(), FileError> {
        // What is repeated beyond what is read is refused by the first cell outside.
        let times = match self.cells.is_empty() {
            true => 0,
            false => self.rows.min(MAX_ROWS + 1),
        };
        for below in 0..times {
            for (column, cell, times, span) in &self.cells {
                for right in 0..(*times).min(MAX_COLUMNS + 1) {
                    let at = (self.row.saturating_add(below), column.saturating_add(right));
                    self.grid.put(at.0, at.1, cell.clone())?;
                    if below == 0 && right == 0 {
                        let to = (at.0.saturating_add(span.0 - 1), at.1.saturating_add(span.1 - 1));
                        self.grid.merge(at, to);
                    }
                }
            }
        }
        self.row = self.row.saturating_add(self.rows);
        Ok(())
    }
}

/// What a cell's element says of it.
fn begun(element: &BytesStart<'_>) -> Pending {
    let value = || {
        attribute(element, "value")
            .and_then(|value| value.parse::<f64>().ok())
            .filter(|number| number.is_finite())
    };
    // LibreOffice writes the kind of a cell twice, the second time in a name space of its own; an error only there.
    let kinds: Vec<String> = element
        .attributes()
        .with_checks(false)
        .flatten()
        .filter(|attribute| attribute.key.local_name().as_ref() == "value-type")
        .map(|attribute| attribute.value.into_owned())
        .collect();
    let is = |kind: &str| kinds.iter().any(|other| other == kind);
    let cell = if is("error") {
        None
    } else if is("percentage") {
        value().map(|number| super::serial::Shown::Percent.cell(number, false))
    } else if is("float") || is("currency") {
        value().map(RawCell::Number)
    } else if is("date") {
        let day = attribute(element, "date-value").and_then(|day| day.get(..10)?.parse::<Date>().ok());
        day.map(RawCell::Date)
    } else {
        None
    };
    Pending {
        cell,
        words: String::new(),
        times: number(element, "number-columns-repeated"),
        span: (
            number(element, "number-rows-spanned"),
            number(element, "number-columns-spanned"),
        ),
    }
}

/// A count that is one where it is not said.
fn number(element: &BytesStart<'_>, called: &str) -> usize {
    let said = attribute(element, called).and_then(|number| number.parse::<usize>().ok());
    said.filter(|number| *number > 0).unwrap_or(1)
}
