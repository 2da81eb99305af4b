//! A sheet as it lies in a file or on the clipboard: cells, and areas that were merged.

use super::compose::composed;
use crate::model::date::Date;

/// The most rows that are read of one sheet.
pub const MAX_ROWS: usize = 20_000;
/// The most columns that are read of one sheet.
pub const MAX_COLUMNS: usize = 400;
/// The most cells with something in them that are read of one sheet.
pub const MAX_CELLS: usize = 1_000_000;

/// A cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum RawCell {
    /// Nothing, or white space.
    #[default]
    Empty,
    /// Text, trimmed.
    Text(String),
    /// A number that the file holds as one.
    Number(f64),
    /// A date that the file holds as one.
    Date(Date),
    /// A formula that failed in the file: "#REF!".
    Error(String),
}

impl RawCell {
    /// A cell of text; empty for white space.
    pub fn text(text: &str) -> RawCell {
        match clean(text) {
            text if text.is_empty() => RawCell::Empty,
            text => RawCell::Text(text),
        }
    }

    /// Whether nothing is in it.
    pub fn is_empty(&self) -> bool {
        *self == RawCell::Empty
    }

    /// The cell as a person would type it in Vietnamese: whole numbers without separators, others with a comma.
    pub fn typed(&self) -> String {
        match self {
            RawCell::Empty => String::new(),
            RawCell::Text(text) | RawCell::Error(text) => text.clone(),
            // Up to 2^53 every whole number is exact.
            RawCell::Number(number) if number.fract() == 0.0 && number.abs() < 9_007_199_254_740_992.0 => {
                format!("{number:.0}")
            }
            RawCell::Number(number) => number.to_string().replace('.', ","),
            RawCell::Date(date) => date.format(crate::model::text::Lang::Vi),
        }
    }

    /// Whether it holds a figure: a number, or text that begins like one.
    pub fn is_figure(&self) -> bool {
        match self {
            RawCell::Number(_) => true,
            RawCell::Text(text) => text.starts_with(|c: char| c.is_ascii_digit() || ('０'..='９').contains(&c)),
            _ => false,
        }
    }
}

/// Text without what cannot be seen: control and bidirectional marks, the byte order mark, doubled white space; its letters
/// and their marks as one.
fn clean(text: &str) -> String {
    let seen = |c: &char| {
        c.is_whitespace()
            || !(c.is_control()
                || matches!(*c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}'))
    };
    let kept: String = text.chars().filter(seen).collect();
    let words: Vec<&str> = kept.split_whitespace().collect();
    composed(&words.join(" "))
}

/// Cells that were merged into one: rows and columns from, and to (inclusive).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Merged {
    /// The first row and column, where the value stands.
    pub from: (usize, usize),
    /// The last row and column.
    pub to: (usize, usize),
}

/// A sheet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RawSheet {
    /// Its name in the workbook; empty for one that was pasted.
    pub name: String,
    /// Its rows. They may differ in length.
    pub rows: Vec<Vec<RawCell>>,
    /// What was merged.
    pub merged: Vec<Merged>,
}

impl RawSheet {
    /// A cell; empty outside.
    pub fn cell(&self, row: usize, column: usize) -> &RawCell {
        const NOTHING: &RawCell = &RawCell::Empty;
        self.rows.get(row).and_then(|row| row.get(column)).unwrap_or(NOTHING)
    }

    /// How many columns the longest row has.
    pub fn width(&self) -> usize {
        self.rows.iter().map(Vec::len).max().unwrap_or(0)
    }

    /// What stands over a cell: its own value, or that of the merged area that it lies in.
    pub fn seen_at(&self, row: usize, column: usize) -> &RawCell {
        let own = self.cell(row, column);
        if !own.is_empty() {
            return own;
        }
        let holds =
            |area: &&Merged| (area.from.0..=area.to.0).contains(&row) && (area.from.1..=area.to.1).contains(&column);
        self.merged
            .iter()
            .find(holds)
            .map_or(own, |area| self.cell(area.from.0, area.from.1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_read_as_a_person_would_type_it() {
        assert_eq!(RawCell::Number(4201.0).typed(), "4201");
        assert_eq!(RawCell::Number(39.2).typed(), "39,2");
        assert_eq!(
            RawCell::text("  Sở \u{202e}Y\u{0}\n tế \u{feff}"),
            RawCell::Text("Sở Y tế".into())
        );
        assert_eq!(RawCell::text(" \t"), RawCell::Empty);
    }

    #[test]
    fn a_merged_area_shows_its_value_everywhere() {
        let sheet = RawSheet {
            rows: vec![vec![
                RawCell::text("Bài thu hoạch"),
                RawCell::Empty,
                RawCell::text("Khác"),
            ]],
            merged: vec![Merged {
                from: (0, 0),
                to: (0, 1),
            }],
            ..RawSheet::default()
        };
        assert_eq!(sheet.seen_at(0, 1).typed(), "Bài thu hoạch");
        assert_eq!(sheet.seen_at(0, 2).typed(), "Khác");
        assert!(sheet.seen_at(5, 9).is_empty());
    }
}
