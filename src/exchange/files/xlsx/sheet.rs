//! The cells of a sheet.

use super::super::archive::Archive;
use super::super::grid::{Grid, Room, parse_place};
use super::super::problem::FileError;
use super::super::strings::Strings;
use super::super::xml::{Piece, Xml, attribute, name};
use super::styles::Styles;
use crate::exchange::import::sheet::{RawCell, RawSheet};
use crate::model::date::Date;
use std::rc::Rc;

/// The longest formula that is shown in place of a value.
const LONGEST_FORMULA: usize = 60;

/// What cells refer to.
pub struct Context<'a> {
    /// Texts.
    pub strings: &'a Strings,
    /// Formats.
    pub styles: &'a Styles,
    /// Whether days are counted from 1904.
    pub is_1904: bool,
    /// What all sheets take.
    pub room: &'a Rc<Room>,
}

/// A cell that is being read.
#[derive(Default)]
struct Pending {
    kind: String,
    style: usize,
    value: String,
    inline: String,
    formula: String,
}

/// Reads it; none where nothing is in it.
///
/// # Errors
/// [`FileError`]
pub fn read(
    archive: &mut Archive,
    path: &str,
    called: &str,
    context: &Context<'_>,
) -> Result<Option<RawSheet>, FileError> {
    let Some(part) = archive.part(path)? else {
        return Err(FileError::Corrupt);
    };
    let mut xml = Xml::new(part);
    let read = cells(&mut xml, context);
    drop(xml);
    match read {
        Ok(grid) => Ok(grid.finish(called)),
        Err(Stopped::Broken) => Err(archive.failure()),
        Err(Stopped::Refused(error)) => Err(error),
    }
}

enum Stopped {
    Broken,
    Refused(FileError),
}

fn cells<R: std::io::BufRead>(xml: &mut Xml<R>, context: &Context<'_>) -> Result<Grid, Stopped> {
    let mut grid = Grid::within(context.room);
    // The place of the next cell, where a file does not name it.
    let (mut row, mut column) = (0_usize, 0_usize);
    let mut pending = Pending::default();
    let mut inside = String::new();
    loop {
        match xml.next().map_err(|_| Stopped::Broken)? {
            Piece::Open(element) => match name(&element) {
                "row" => {
                    let said = attribute(&element, "r").and_then(|number| number.parse::<usize>().ok());
                    row = said.and_then(|number| number.checked_sub(1)).unwrap_or(row);
                    column = 0;
                }
                "c" => {
                    if let Some(place) = attribute(&element, "r") {
                        (row, column) = parse_place(&place).ok_or(Stopped::Broken)?;
                    }
                    let style = attribute(&element, "s").and_then(|number| number.parse().ok());
                    pending = Pending {
                        kind: attribute(&element, "t").unwrap_or_default(),
                        style: style.unwrap_or_default(),
                        ..Pending::default()
                    };
                }
                "mergeCell" => {
                    let area = attribute(&element, "ref").unwrap_or_default();
                    if let Some((from, to)) = area.split_once(':')
                        && let (Some(from), Some(to)) = (parse_place(from), parse_place(to))
                    {
                        grid.merge(from, to);
                    }
                }
                other @ ("v" | "t" | "f" | "rPh") => inside = other.to_owned(),
                _ => {}
            },
            Piece::Text(text) => match inside.as_str() {
                "v" => pending.value.push_str(&text),
                "t" => pending.inline.push_str(&text),
                "f" => pending.formula.push_str(&text),
                _ => {}
            },
            Piece::Close(closed) => match closed.as_str() {
                "c" => {
                    let done = std::mem::take(&mut pending);
                    if done.kind == "s" {
                        // One text for every cell: as long as the file likes, as often as it likes.
                        let shared = shared(&done, context).map_or(0, str::len);
                        context.room.read(shared).map_err(Stopped::Refused)?;
                    }
                    let cell = cell(done, context).ok_or(Stopped::Broken)?;
                    grid.put(row, column, cell).map_err(Stopped::Refused)?;
                    column += 1;
                }
                "row" => row = row.saturating_add(1),
                "v" | "t" | "f" | "rPh" => inside.clear(),
                _ => {}
            },
            Piece::End => return Ok(grid),
        }
    }
}

/// The text that a cell refers to.
fn shared<'a>(pending: &Pending, context: &Context<'a>) -> Option<&'a str> {
    context.strings.get(pending.value.trim().parse().ok()?)
}

/// What stands in a cell; `None` where a file refers to a text that it does not have.
fn cell(pending: Pending, context: &Context<'_>) -> Option<RawCell> {
    let value = pending.value.trim();
    if value.is_empty() && pending.inline.is_empty() {
        return Some(match pending.formula.is_empty() || pending.kind == "str" {
            true => RawCell::Empty,
            // A program wrote it and no spreadsheet has computed it: nobody knows its value, and that must be seen.
            false => RawCell::Error(format!(
                "={}",
                RawCell::text(&pending.formula.chars().take(LONGEST_FORMULA).collect::<String>()).typed()
            )),
        });
    }
    Some(match pending.kind.as_str() {
        "s" => RawCell::text(&unescaped(shared(&pending, context)?)),
        "inlineStr" => RawCell::text(&unescaped(&pending.inline)),
        "str" => RawCell::text(&unescaped(&pending.value)),
        "b" => RawCell::Text(if value == "1" { "TRUE" } else { "FALSE" }.to_owned()),
        "e" => RawCell::Error(RawCell::text(value).typed()),
        "d" => {
            let day = value.get(..10).and_then(|day| day.parse::<Date>().ok());
            day.map_or_else(|| RawCell::text(value), RawCell::Date)
        }
        _ => match value.parse::<f64>() {
            Ok(number) if number.is_finite() => context.styles.get(pending.style).cell(number, context.is_1904),
            _ => RawCell::text(value),
        },
    })
}

/// Line ends in texts are written as `_x000D_` by some programs.
fn unescaped(text: &str) -> String {
    text.replace("_x000D_", " ")
        .replace("_x000A_", " ")
        .replace("_x0009_", " ")
}
