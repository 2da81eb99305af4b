//! Which rows of a long list are drawn: block by block, those that are seen and some more on either side so that
//! scrolling shows no gap. A list that is not long is one block, drawn whole, so that printing and the browser's own
//! search find everything.
//!
//! A list that is not long begins with the rows that a screen may show; the others follow when there is time ([`Standing`]).
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

/// How many rows of a list that is drawn whole stand there from the first moment: what a high screen shows.
const AT_FIRST: usize = 30;

/// How many follow at a time. On a slow phone a row takes some milliseconds, and what is typed meanwhile waits for them.
const AT_A_TIME: usize = 8;

/// How much of a list that is drawn whole stands there by now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing(usize);

impl Default for Standing {
    fn default() -> Standing {
        Standing(AT_FIRST)
    }
}

impl Standing {
    /// All of it, however many rows there will be.
    pub const ALL: Standing = Standing(usize::MAX);

    /// The next few rows of so many.
    pub fn and_some(self, rows: usize) -> Standing {
        let next = self.0.saturating_add(AT_A_TIME);
        if next >= rows { Standing::ALL } else { Standing(next) }
    }

    /// Where the rows end that stand, of a list of so many, if one of them must stand there whatever else does.
    pub fn end(self, rows: usize, kept: Option<usize>) -> usize {
        let kept = kept.map_or(0, |row| row.saturating_add(MORE));
        if rows <= ALL_DRAWN {
            self.0.max(kept).min(rows)
        } else {
            rows
        }
    }
}

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

/// The blocks of a list that are drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawn {
    /// Those worth drawing.
    pub seen: Range<usize>,
    /// Those of rows that must stay wherever the list is scrolled to.
    pub kept: [Option<usize>; 2],
}

impl Drawn {
    /// Whether a block is drawn.
    pub fn holds(&self, block: usize) -> bool {
        self.seen.contains(&block) || self.kept.contains(&Some(block))
    }

    /// The blocks that may be drawn in one and not in the other: few, however long the list is.
    pub fn beside<'a>(&'a self, other: &'a Drawn) -> impl Iterator<Item = usize> + 'a {
        let of = |drawn: &Drawn| drawn.seen.clone().chain(drawn.kept.into_iter().flatten());
        let both = of(self).chain(of(other));
        both.filter(|block| self.holds(*block) != other.holds(*block))
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
    fn a_short_list_comes_to_stand_bit_by_bit() {
        let mut standing = Standing::default();
        assert_eq!((standing.end(20, None), standing.end(73, None)), (20, AT_FIRST));
        assert_eq!(standing.end(73, Some(40)), 40 + MORE);
        assert_eq!(standing.end(73, Some(72)), 73);
        // A long one is drawn by what is seen of it.
        assert_eq!(standing.end(ALL_DRAWN + 1, None), ALL_DRAWN + 1);
        let mut times = 0;
        while standing != Standing::ALL {
            let before = standing.end(73, None);
            standing = standing.and_some(73);
            assert!(standing.end(73, None) > before);
            times += 1;
        }
        assert_eq!(times, (73 - AT_FIRST).div_ceil(AT_A_TIME));
        assert_eq!(standing.end(150, None), 150);
    }

    #[test]
    fn of_a_long_list_few_blocks_change() {
        let drawn = |seen: Range<usize>, kept| Drawn {
            seen,
            kept: [kept, None],
        };
        let beside = |a: &Drawn, b: &Drawn| {
            let mut blocks: Vec<usize> = a.beside(b).collect();
            blocks.sort_unstable();
            blocks.dedup();
            blocks
        };
        let first = drawn(0..3, Some(2));
        assert!(first.holds(0) && first.holds(2) && !first.holds(3));
        assert_eq!(beside(&first, &drawn(0..3, Some(0))), Vec::<usize>::new());
        assert_eq!(beside(&first, &drawn(1..5, Some(2))), [0, 3, 4]);
        assert_eq!(beside(&first, &drawn(390..393, Some(2))), [0, 1, 390, 391, 392]);
        assert_eq!(beside(&first, &drawn(0..3, Some(399))), [399]);
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
