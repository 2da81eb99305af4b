//! A rectangle of cells: what is copied, cleared, filled down or pasted into.

use super::moves::At;
use std::ops::Range;

/// A rectangle of cells, by the rows that are shown and the columns. Never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Area {
    /// The rows.
    pub rows: Range<usize>,
    /// The columns.
    pub columns: Range<usize>,
}

/// A cell of the sheet that is to be filled, and the cell of what is pasted that goes there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Put {
    /// Where to.
    pub to: At,
    /// Where from.
    pub from: At,
}

impl Area {
    /// The rectangle between two corners.
    pub fn between(one: At, other: At) -> Area {
        Area {
            rows: one.row.min(other.row)..one.row.max(other.row) + 1,
            columns: one.column.min(other.column)..one.column.max(other.column) + 1,
        }
    }

    /// Whether it is one cell alone.
    pub fn is_one(&self) -> bool {
        self.cells() == 1
    }

    /// How many cells it has.
    pub fn cells(&self) -> usize {
        self.rows.len() * self.columns.len()
    }

    /// Its cells, row by row.
    pub fn each(&self) -> impl Iterator<Item = At> + '_ {
        let columns = self.columns.clone();
        self.rows
            .clone()
            .flat_map(move |row| columns.clone().map(move |column| At { row, column }))
    }

    /// Where each cell of a pasted table goes in a sheet of `rows` × `columns`. It begins at the first cell; where the
    /// area holds it several times over, it is repeated, as in a spreadsheet. Answers also how many cells fall
    /// outside of the sheet.
    pub fn paste(&self, table: &[Vec<String>], rows: usize, columns: usize) -> (Vec<Put>, usize) {
        let width = table.iter().map(Vec::len).max().unwrap_or(0);
        if width == 0 {
            return (Vec::new(), 0);
        }
        let times = |room: usize, size: usize| if room.is_multiple_of(size) { room / size } else { 1 };
        let down = times(self.rows.len(), table.len()) * table.len();
        let across = times(self.columns.len(), width) * width;
        let (mut puts, mut outside) = (Vec::new(), 0);
        for row in 0..down {
            for column in 0..across {
                let from = At {
                    row: row % table.len(),
                    column: column % width,
                };
                if table.get(from.row).is_none_or(|row| row.len() <= from.column) {
                    continue;
                }
                let to = At {
                    row: self.rows.start + row,
                    column: self.columns.start + column,
                };
                if to.row < rows && to.column < columns {
                    puts.push(Put { to, from });
                } else {
                    outside += 1;
                }
            }
        }
        (puts, outside)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn at(row: usize, column: usize) -> At {
        At { row, column }
    }

    fn table(rows: usize, columns: usize) -> Vec<Vec<String>> {
        vec![vec![String::from("1"); columns]; rows]
    }

    fn ends(area: &Area, table: &[Vec<String>]) -> (usize, Option<At>, usize) {
        let (puts, outside) = area.paste(table, 10, 4);
        (puts.len(), puts.last().map(|put| put.to), outside)
    }

    #[test]
    fn corners_may_come_in_any_order() {
        let area = Area::between(at(4, 1), at(2, 3));
        assert_eq!((area.rows.clone(), area.columns.clone()), (2..5, 1..4));
        assert_eq!((area.cells(), area.each().next()), (9, Some(at(2, 1))));
        assert!(Area::between(at(1, 1), at(1, 1)).is_one());
    }

    #[test]
    fn a_pasted_table_begins_at_the_first_cell() {
        let one = Area::between(at(2, 1), at(2, 1));
        assert_eq!(ends(&one, &table(3, 2)), (6, Some(at(4, 2)), 0));
        // An area of another shape changes nothing.
        let odd = Area::between(at(2, 1), at(3, 1));
        assert_eq!(ends(&odd, &table(3, 2)), (6, Some(at(4, 2)), 0));
    }

    #[test]
    fn a_table_is_repeated_over_an_area_that_holds_it_whole_times() {
        let area = Area::between(at(0, 0), at(5, 1));
        assert_eq!(ends(&area, &table(1, 1)), (12, Some(at(5, 1)), 0));
        assert_eq!(ends(&area, &table(3, 2)), (12, Some(at(5, 1)), 0));
    }

    #[test]
    fn what_falls_outside_is_counted() {
        let area = Area::between(at(9, 3), at(9, 3));
        assert_eq!(ends(&area, &table(2, 2)), (1, Some(at(9, 3)), 3));
        assert_eq!(area.paste(&[], 10, 4), (Vec::new(), 0));
    }
}
