//! The cells of a sheet.

use super::super::grid::{Grid, Room};
use super::super::problem::FileError;
use super::book::{BEGIN, Context, END};
use super::bytes::{f64_at, u16_at, u32_at};
use super::records::{Record, Records};
use crate::exchange::import::sheet::RawCell;
use std::rc::Rc;

const FORMULA: u16 = 0x06;
const SEVERAL: u16 = 0xbd;
const RICH_TEXT: u16 = 0xd6;
const MERGED: u16 = 0xe5;
const SHARED_TEXT: u16 = 0xfd;
const NUMBER: u16 = 0x0203;
const TEXT: u16 = 0x0204;
const TRUTH_OR_ERROR: u16 = 0x0205;
const TEXT_OF_FORMULA: u16 = 0x0207;
const PACKED_NUMBER: u16 = 0x027e;

/// Reads the sheet at the beginning of a stream.
///
/// # Errors
/// [`FileError`]
pub fn read(stream: &[u8], context: &Context, room: &Rc<Room>) -> Result<Grid, FileError> {
    let mut grid = Grid::within(room);
    let mut records = Records::new(stream);
    if records.next().is_none_or(|record| record.kind != BEGIN) {
        return Err(FileError::Corrupt);
    }
    // Charts in the sheet are streams in the stream, with cells of their own.
    let mut depth = 0_usize;
    let mut formula = None;
    while let Some(record) = records.next() {
        match record.kind {
            BEGIN => depth += 1,
            END if depth == 0 => {
                room.read(stream.len() - records.left())?;
                return Ok(grid);
            }
            END => depth -= 1,
            _ if depth > 0 => {}
            FORMULA => {
                let at = place(record.data).ok_or(FileError::Corrupt)?;
                match result(record.data, context).ok_or(FileError::Corrupt)? {
                    Some(cell) => grid.put(at.0, at.1, cell)?,
                    None => formula = Some(at),
                }
            }
            TEXT_OF_FORMULA => {
                if let Some(at) = formula.take() {
                    let text = context.version.text(&mut record.from(0)).ok_or(FileError::Corrupt)?;
                    grid.put(at.0, at.1, RawCell::text(&text))?;
                }
            }
            SEVERAL => several(&mut grid, record.data, context)?,
            MERGED => merged(&mut grid, record.data),
            SHARED_TEXT => {
                let at = place(record.data).ok_or(FileError::Corrupt)?;
                let index = u32_at(record.data, 6).ok_or(FileError::Corrupt)?;
                let text = context.strings.get(index as usize).ok_or(FileError::Corrupt)?;
                room.read(text.len())?;
                grid.put(at.0, at.1, RawCell::text(text))?;
            }
            NUMBER | TEXT | RICH_TEXT | TRUTH_OR_ERROR | PACKED_NUMBER => {
                let at = place(record.data).ok_or(FileError::Corrupt)?;
                let cell = cell(&record, context).ok_or(FileError::Corrupt)?;
                grid.put(at.0, at.1, cell)?;
            }
            _ => {}
        }
    }
    Err(FileError::Corrupt)
}

/// Row and column of a cell.
fn place(data: &[u8]) -> Option<(usize, usize)> {
    Some((usize::from(u16_at(data, 0)?), usize::from(u16_at(data, 2)?)))
}

fn cell(record: &Record<'_>, context: &Context) -> Option<RawCell> {
    let data = record.data;
    Some(match record.kind {
        NUMBER => number(f64_at(data, 6)?, u16_at(data, 4)?, context),
        PACKED_NUMBER => number(unpacked(u32_at(data, 6)?), u16_at(data, 4)?, context),
        TRUTH_OR_ERROR => match data.get(7)? {
            0 => truth(*data.get(6)?),
            _ => error(*data.get(6)?),
        },
        _ => RawCell::text(&context.version.text(&mut record.from(6))?),
    })
}

/// Numbers side by side.
fn several(grid: &mut Grid, data: &[u8], context: &Context) -> Result<(), FileError> {
    let (row, first) = place(data).ok_or(FileError::Corrupt)?;
    // The last two bytes name the last column.
    let cells = data.get(4..data.len().saturating_sub(2)).ok_or(FileError::Corrupt)?;
    for (at, six) in cells.chunks_exact(6).enumerate() {
        if let (Some(style), Some(packed)) = (u16_at(six, 0), u32_at(six, 2)) {
            grid.put(row, first + at, number(unpacked(packed), style, context))?;
        }
    }
    Ok(())
}

fn merged(grid: &mut Grid, data: &[u8]) {
    let areas = data.get(2..).unwrap_or_default().chunks_exact(8);
    let count = u16_at(data, 0).map_or(0, usize::from);
    for area in areas.take(count) {
        let number = |at: usize| u16_at(area, at).map_or(0, usize::from);
        grid.merge((number(0), number(4)), (number(2), number(6)));
    }
}

/// What a formula gave; nothing inside where it is a text, which comes in a record of its own. `None`: it is damaged.
fn result(data: &[u8], context: &Context) -> Option<Option<RawCell>> {
    let value = data.get(6..14)?;
    if u16_at(value, 6)? != 0xffff {
        return Some(Some(number(f64_at(value, 0)?, u16_at(data, 4)?, context)));
    }
    let said = *value.get(2)?;
    Some(match value.first()? {
        0 => None,
        1 => Some(truth(said)),
        2 => Some(error(said)),
        _ => Some(RawCell::Empty),
    })
}

fn number(number: f64, style: u16, context: &Context) -> RawCell {
    let shown = context.styles.get(usize::from(style)).copied().unwrap_or_default();
    match number.is_finite() {
        true => shown.cell(number, context.is_1904),
        false => RawCell::Error("#NUM!".to_owned()),
    }
}

/// A number in four bytes: whole or the upper half of one with a point; in hundredths or not.
fn unpacked(packed: u32) -> f64 {
    let number = match packed & 2 {
        0 => f64::from_bits(u64::from(packed & !3) << 32),
        _ => f64::from(packed as i32 >> 2),
    };
    match packed & 1 {
        0 => number,
        _ => number / 100.0,
    }
}

fn truth(said: u8) -> RawCell {
    RawCell::Text(if said == 0 { "FALSE" } else { "TRUE" }.to_owned())
}

fn error(code: u8) -> RawCell {
    let words = match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0f => "#VALUE!",
        0x17 => "#REF!",
        0x1d => "#NAME?",
        0x24 => "#NUM!",
        _ => "#N/A",
    };
    RawCell::Error(words.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_unpacked() {
        // As Microsoft's description of the format has them: a whole number, hundredths, the upper half of one with a point.
        assert_eq!(unpacked(4201 << 2 | 2), 4201.0);
        assert_eq!(unpacked(3920 << 2 | 3), 39.2);
        assert_eq!(unpacked((-5_i32 << 2) as u32 | 2), -5.0);
        assert_eq!(unpacked((1.5_f64.to_bits() >> 32) as u32), 1.5);
    }
}
