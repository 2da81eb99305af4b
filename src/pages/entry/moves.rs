//! Moving about a sheet by keys.

/// A place in the sheet: row and column, from 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct At {
    /// The row.
    pub row: usize,
    /// The column.
    pub column: usize,
}

/// Where to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// One row up.
    Up,
    /// One row down.
    Down,
    /// One column to the left.
    Left,
    /// One column to the right.
    Right,
    /// The row's first column.
    RowStart,
    /// The row's last column.
    RowEnd,
    /// The sheet's first cell.
    SheetStart,
    /// The sheet's last cell.
    SheetEnd,
    /// A screenful up.
    PageUp,
    /// A screenful down.
    PageDown,
    /// The next cell, over the row's end into the next row.
    Next,
    /// The cell before, over the row's start into the row above.
    Previous,
}

/// The key, with and without Ctrl or ⌘ and Shift, that moves while nothing is being typed.
pub fn of_key(key: &str, control: bool, shift: bool) -> Option<Move> {
    Some(match (key, control) {
        ("ArrowUp", false) => Move::Up,
        ("ArrowDown", false) => Move::Down,
        ("ArrowLeft", false) => Move::Left,
        ("ArrowRight", false) => Move::Right,
        ("Home", false) => Move::RowStart,
        ("End", false) => Move::RowEnd,
        ("Home", true) | ("ArrowUp", true) => Move::SheetStart,
        ("End", true) | ("ArrowDown", true) => Move::SheetEnd,
        ("ArrowLeft", true) => Move::RowStart,
        ("ArrowRight", true) => Move::RowEnd,
        ("PageUp", _) => Move::PageUp,
        ("PageDown", _) => Move::PageDown,
        ("Tab", false) if shift => Move::Previous,
        ("Tab", false) => Move::Next,
        _ => return None,
    })
}

/// Where a move from `at` ends in a sheet of `rows` × `columns`. `None` where it would leave the sheet by
/// its first or last cell (Tab then goes on to what stands after the sheet), or when the sheet is empty.
pub fn step(at: At, to: Move, rows: usize, columns: usize, page: usize) -> Option<At> {
    let (last_row, last_column) = (rows.checked_sub(1)?, columns.checked_sub(1)?);
    let At { row, column } = at;
    let (row, column) = match to {
        Move::Up => (row.saturating_sub(1), column),
        Move::Down => (row + 1, column),
        Move::Left => (row, column.saturating_sub(1)),
        Move::Right => (row, column + 1),
        Move::RowStart => (row, 0),
        Move::RowEnd => (row, last_column),
        Move::SheetStart => (0, 0),
        Move::SheetEnd => (last_row, last_column),
        Move::PageUp => (row.saturating_sub(page.max(1)), column),
        Move::PageDown => (row + page.max(1), column),
        Move::Next if column < last_column => (row, column + 1),
        Move::Next if row < last_row => (row + 1, 0),
        Move::Next => return None,
        Move::Previous if column > 0 => (row, column - 1),
        Move::Previous if row > 0 => (row - 1, last_column),
        Move::Previous => return None,
    };
    Some(At {
        row: row.min(last_row),
        column: column.min(last_column),
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    const fn at(row: usize, column: usize) -> At {
        At { row, column }
    }

    #[test]
    fn tab_runs_through_every_cell_once_and_leaves() {
        let mut here = at(0, 0);
        let mut seen = vec![here];
        while let Some(next) = step(here, Move::Next, 3, 4, 10) {
            seen.push(next);
            here = next;
        }
        assert_eq!(seen.len(), 12);
        let mut back = vec![here];
        while let Some(next) = step(here, Move::Previous, 3, 4, 10) {
            back.push(next);
            here = next;
        }
        back.reverse();
        assert_eq!(seen, back);
    }

    #[test]
    fn arrows_stop_at_the_edges() {
        assert_eq!(step(at(0, 0), Move::Up, 3, 4, 10), Some(at(0, 0)));
        assert_eq!(step(at(2, 3), Move::Down, 3, 4, 10), Some(at(2, 3)));
        assert_eq!(step(at(2, 3), Move::Right, 3, 4, 10), Some(at(2, 3)));
        assert_eq!(step(at(1, 1), Move::PageDown, 3, 4, 10), Some(at(2, 1)));
        assert_eq!(step(at(1, 2), Move::RowStart, 3, 4, 10), Some(at(1, 0)));
        assert_eq!(step(at(1, 2), Move::SheetEnd, 3, 4, 10), Some(at(2, 3)));
        assert_eq!(step(at(0, 0), Move::Down, 0, 4, 10), None);
    }

    #[test]
    fn keys_move() {
        assert_eq!(of_key("Home", true, false), Some(Move::SheetStart));
        assert_eq!(of_key("Tab", false, true), Some(Move::Previous));
        assert_eq!(of_key("a", false, false), None);
        assert_eq!(of_key("Tab", true, false), None);
    }
}
