//! Which rows of a long list are drawn: block by block, those that are seen and some more on either side so that
//! scrolling shows no gap. A list that is not long is one block, drawn whole, so that printing and the browser's own
//! search find everything.
//!
//! Blocks stand still: a row that is drawn is never moved about in the document by scrolling, which would take the
//! focus from it.

use std::ops::Range;

/// Lists of up to this many rows are drawn whole.
pub const ALL_DRAWN: usize = 200;

/// How many rows a block of a longer list has.
const BLOCK: usize = 25;

/// How many rows are drawn beyond those that are seen, above and below.
const MORE: usize = 12;

/// What is seen of a list, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Seen {
    /// How much of the list lies above what is seen.
    pub top: f64,
    /// How high what is seen is.
    pub height: f64,
    /// The height of a row.
    pub row: f64,
}

impl Default for Seen {
    /// What a screen is likely to show, before anything is measured.
    fn default() -> Seen {
        Seen {
            top: 0.0,
            height: 900.0,
            row: 36.0,
        }
    }
}

impl Seen {
    /// The blocks worth drawing, of a list of so many rows.
    pub fn blocks(self, rows: usize) -> Range<usize> {
        let row = self.row.max(1.0);
        let first = (self.top.max(0.0) / row) as usize;
        let end = first + (self.height.max(0.0) / row).ceil() as usize + 1;
        let last_block = blocks(rows);
        let block = |row: usize| block_of(rows, row);
        block(first.saturating_sub(MORE)).min(last_block)..(block(end + MORE) + 1).min(last_block)
    }

    /// How many rows a page down is: what is seen, but for one that stays.
    pub fn page(self) -> usize {
        ((self.height / self.row.max(1.0)).max(2.0) as usize).saturating_sub(1)
    }
}

/// How many blocks a list of so many rows has; at least one.
pub fn blocks(rows: usize) -> usize {
    if rows <= ALL_DRAWN { 1 } else { rows.div_ceil(BLOCK) }
}

/// The block that a row stands in.
pub fn block_of(rows: usize, row: usize) -> usize {
    if rows <= ALL_DRAWN { 0 } else { row / BLOCK }
}

/// The rows of a block.
pub fn rows_of(rows: usize, block: usize) -> Range<usize> {
    if rows <= ALL_DRAWN {
        return 0..rows;
    }
    (block * BLOCK).min(rows)..((block + 1) * BLOCK).min(rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(top: f64) -> Seen {
        Seen {
            top,
            height: 720.0,
            row: 36.0,
        }
    }

    #[test]
    fn what_is_seen_is_drawn_with_some_more_and_little_else() {
        for top in [0.0, 35.0, 3600.0, 100_000.0] {
            let drawn = seen(top).blocks(10_000);
            let rows = rows_of(10_000, drawn.start).start..rows_of(10_000, drawn.end - 1).end;
            let (first, end) = ((top / 36.0) as usize, ((top + 720.0) / 36.0).ceil() as usize);
            assert!(
                rows.start <= first.saturating_sub(MORE) && rows.end >= end + MORE,
                "{top}"
            );
            assert!(rows.len() <= 20 + 2 * MORE + 2 * BLOCK, "{top}");
        }
        assert_eq!(seen(1e9).blocks(500), 20..20);
        assert_eq!(seen(0.0).page(), 19);
    }

    #[test]
    fn a_short_list_is_one_block() {
        assert_eq!(seen(5000.0).blocks(ALL_DRAWN), 0..1);
        assert_eq!((blocks(0), rows_of(0, 0)), (1, 0..0));
        assert_eq!(rows_of(130, 0), 0..130);
        assert_eq!(block_of(130, 129), 0);
    }

    #[test]
    fn blocks_cover_every_row_once() {
        for rows in [201, 225, 10_000] {
            let all: Vec<usize> = (0..blocks(rows)).flat_map(|block| rows_of(rows, block)).collect();
            assert_eq!(all, (0..rows).collect::<Vec<_>>());
            assert!((0..rows).all(|row| rows_of(rows, block_of(rows, row)).contains(&row)));
        }
    }
}
