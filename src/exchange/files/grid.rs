//! Cells put together to a sheet, wherever they say that they stand. The sheet is as large as what is in it, never as large
//! as it claims to be.

use super::problem::{FileError, MAX_READ, MAX_TEXT};
use crate::exchange::import::delimited::TableError;
use crate::exchange::import::sheet::{MAX_CELLS, MAX_COLUMNS, MAX_ROWS, Merged, RawCell, RawSheet};
use std::cell::Cell;
use std::rc::Rc;

/// The most places, empty ones counted, that a sheet takes in memory.
const MAX_PLACES: usize = 2 * MAX_CELLS;
/// The most places and rows, empty ones counted, that all sheets of a workbook take in memory.
const MAX_ALL_PLACES: usize = 2 * MAX_PLACES;
/// The most merged areas that are looked at.
const MAX_MERGED: usize = 1_000;

/// What the sheets of a workbook have taken together. A few bytes of a file can stand for a million cells, for many sheets, or
/// for one long text in every cell: so it is counted what comes out, not only what goes in.
#[derive(Debug, Default)]
pub struct Room {
    places: Cell<usize>,
    text: Cell<usize>,
    read: Cell<usize>,
}

impl Room {
    /// Nothing is taken yet.
    pub fn new() -> Rc<Room> {
        Rc::default()
    }

    /// So many bytes were looked at once more: a part that several sheets have, a text that several cells have.
    ///
    /// # Errors
    /// When it is more than [`MAX_READ`].
    pub fn read(&self, bytes: usize) -> Result<(), FileError> {
        take(&self.read, bytes, MAX_READ, FileError::Bomb)
    }
}

fn take(taken: &Cell<usize>, more: usize, most: usize, refusal: FileError) -> Result<(), FileError> {
    taken.set(taken.get().saturating_add(more));
    match taken.get() > most {
        true => Err(refusal),
        false => Ok(()),
    }
}

/// A sheet that grows.
#[derive(Default)]
pub struct Grid {
    room: Rc<Room>,
    rows: Vec<Vec<RawCell>>,
    merged: Vec<Merged>,
    places: usize,
    filled: usize,
}

impl Grid {
    /// A sheet of the workbook that has this room.
    pub fn within(room: &Rc<Room>) -> Grid {
        Grid {
            room: Rc::clone(room),
            ..Grid::default()
        }
    }

    /// Puts a cell to its place, from 0. One with nothing in it takes none.
    ///
    /// # Errors
    /// When the place is outside of what is read, or the sheet is full.
    pub fn put(&mut self, row: usize, column: usize, cell: RawCell) -> Result<(), FileError> {
        if cell.is_empty() {
            return Ok(());
        }
        if row >= MAX_ROWS || column >= MAX_COLUMNS {
            return Err(FileError::FarCell(place(row, column)));
        }
        let (all, many) = (&self.room.places, FileError::Table(TableError::TooManyCells));
        if self.rows.len() <= row {
            take(all, row + 1 - self.rows.len(), MAX_ALL_PLACES, many.clone())?;
            self.rows.resize_with(row + 1, Vec::new);
        }
        let Some(cells) = self.rows.get_mut(row) else {
            return Ok(());
        };
        if cells.len() <= column {
            let more = column + 1 - cells.len();
            self.places += more;
            if self.places > MAX_PLACES {
                return Err(many);
            }
            take(all, more, MAX_ALL_PLACES, many)?;
            cells.resize(column + 1, RawCell::Empty);
        }
        self.filled += 1;
        if self.filled > MAX_CELLS {
            return Err(TableError::TooManyCells.into());
        }
        if let RawCell::Text(text) | RawCell::Error(text) = &cell {
            take(&self.room.text, text.len(), MAX_TEXT, FileError::Bomb)?;
        }
        if let Some(slot) = cells.get_mut(column) {
            *slot = cell;
        }
        Ok(())
    }

    /// Says that these places are one.
    pub fn merge(&mut self, from: (usize, usize), to: (usize, usize)) {
        let is_area = from != to && from.0 <= to.0 && from.1 <= to.1;
        if is_area && self.merged.len() < MAX_MERGED && from.0 < MAX_ROWS && from.1 < MAX_COLUMNS {
            let to = (to.0.min(MAX_ROWS - 1), to.1.min(MAX_COLUMNS - 1));
            self.merged.push(Merged { from, to });
        }
    }

    /// The sheet; none where nothing is in it.
    pub fn finish(self, name: &str) -> Option<RawSheet> {
        (self.filled > 0).then(|| RawSheet {
            name: RawCell::text(name).typed(),
            rows: self.rows,
            merged: self.merged,
        })
    }
}

/// A place as a spreadsheet names it: (0, 27) is "AB1".
pub fn place(row: usize, column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column.saturating_add(1);
    while rest > 0 {
        letters.push(char::from(b'A' + ((rest - 1) % 26) as u8));
        rest = (rest - 1) / 26;
    }
    letters.reverse();
    letters
        .into_iter()
        .chain(row.saturating_add(1).to_string().chars())
        .collect()
}

/// A place by its name; `None` where it is no name of one.
pub fn parse_place(name: &str) -> Option<(usize, usize)> {
    let name = name.replace('$', "");
    let digits = name.find(|c: char| c.is_ascii_digit())?;
    let (letters, number) = name.split_at_checked(digits)?;
    if letters.is_empty() || letters.len() > 4 {
        return None;
    }
    let mut column = 0;
    for letter in letters.chars() {
        let upper = letter.to_ascii_uppercase();
        if !upper.is_ascii_uppercase() {
            return None;
        }
        column = column * 26 + (upper as usize - 'A' as usize + 1);
    }
    let row: usize = number.parse().ok()?;
    Some((row.checked_sub(1)?, column - 1))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_far_cell_takes_no_memory_and_is_named() {
        let mut grid = Grid::default();
        grid.put(0, 0, RawCell::Number(1.0)).unwrap();
        let far = grid.put(1_048_575, 16_383, RawCell::Number(1.0)).unwrap_err();
        assert_eq!(far, FileError::FarCell("XFD1048576".into()));
        assert_eq!(grid.put(1_048_575, 16_383, RawCell::Empty), Ok(()));
        // Found by fuzzing: a row whose number is the largest there is.
        let last = FileError::FarCell(format!("A{}", usize::MAX));
        assert_eq!(grid.put(usize::MAX, 0, RawCell::Number(1.0)), Err(last));
    }

    #[test]
    fn a_staircase_of_cells_is_bounded() {
        let mut grid = Grid::default();
        let found = (0..MAX_ROWS).try_for_each(|row| grid.put(row, MAX_COLUMNS - 1, RawCell::Number(1.0)));
        assert_eq!(found.unwrap_err(), FileError::Table(TableError::TooManyCells));
    }

    #[test]
    fn the_sheets_of_a_workbook_share_its_room() {
        let room = Room::new();
        // One cell in the last row of each sheet: twenty thousand rows for a few bytes.
        let sheets = (0..MAX_ALL_PLACES / MAX_ROWS + 1)
            .try_for_each(|_| Grid::within(&room).put(MAX_ROWS - 1, 0, RawCell::Number(1.0)));
        assert_eq!(sheets.unwrap_err(), FileError::Table(TableError::TooManyCells));
        // One long text in every cell.
        let (mut grid, long) = (Grid::default(), RawCell::Text("a".repeat(MAX_TEXT / 10)));
        let cells = (0..11).try_for_each(|row| grid.put(row, 0, long.clone()));
        assert_eq!(cells, Err(FileError::Bomb));
        let many = (0..1_000).try_for_each(|_| room.read(MAX_READ / 999));
        assert_eq!(many, Err(FileError::Bomb));
    }

    #[test]
    fn what_is_no_place_is_none() {
        for name in ["", "A", "1", "A0", "ABCDE1", "Ạ1", "A-1", "A99999999999999999999999"] {
            assert_eq!(parse_place(name), None, "{name}");
        }
    }

    proptest! {
        #[test]
        fn places_come_back(row in 0..2_000_000_usize, column in 0..20_000_usize) {
            prop_assert_eq!(parse_place(&place(row, column)), Some((row, column)));
        }
    }
}
