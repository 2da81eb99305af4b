//! A table on a screen: how wide its columns are, and which rows stand on which page.

use super::layout::wrapped;
use super::stage::LINE;
use crate::charts::lettering;
use crate::report::table::{Row, RowKind, Table};

/// The columns of a table, as they stand on every page.
#[derive(Clone, Debug, PartialEq)]
pub struct Columns {
    /// Their widths in pixels.
    pub widths: Vec<f64>,
    /// They are wider than the room, however they are set.
    pub is_cut: bool,
    text_px: f64,
    slack: f64,
}

/// The room around a cell's text, in parts of its size, as the style sheet has it.
const AROUND: f64 = 1.0;
/// Above and below it together.
const ABOVE: f64 = 0.5;
/// Words up to this width, in parts of the text's size, stand on one line like a figure: "khớp", "Đúng tiến độ".
const SHORT: f64 = 9.0;
/// On so many lines a head may stand.
const HEAD_LINES: usize = 4;
/// So many rows are enough to know on how many lines heads make a table lowest.
const WEIGHED: usize = 300;

/// What a column asks for, in pixels.
struct Want {
    /// It stands on one line: figures, short words.
    is_whole: bool,
    /// Its widest cell.
    cell: f64,
    /// The longest word of its cells and its head.
    word: f64,
    /// The least width of its head on one line, on two, and so on.
    head: [f64; HEAD_LINES],
}

impl Columns {
    /// Makes them. Figures and short words are as wide as they are; names and remarks share the rest evenly, as far as each has
    /// something to say. Heads stand on as many lines as make the table lowest. Where that is too wide, figures break
    /// between their words.
    pub fn of(table: &Table, text_px: f64, width: f64, slack: f64) -> Columns {
        let wants: Vec<Want> = (0..table.columns.len())
            .map(|at| Want::of(table, at, text_px, slack))
            .collect();
        let made = |breaks: bool, lines: usize| {
            let (widths, is_cut) = shared(&wants, width, breaks, lines);
            Columns {
                widths: widths.into_iter().map(f64::floor).collect(),
                is_cut,
                text_px,
                slack,
            }
        };
        let fits = |breaks: bool| {
            (0..HEAD_LINES)
                .map(move |lines| made(breaks, lines))
                .filter(|it| !it.is_cut)
        };
        fits(false)
            .map(|columns| (columns.weight(table), columns))
            .min_by(|one, other| one.0.total_cmp(&other.0))
            .map(|(_, columns)| columns)
            .or_else(|| fits(true).next())
            .unwrap_or_else(|| made(true, HEAD_LINES - 1))
    }

    /// How high the table is, its heads once.
    fn weight(&self, table: &Table) -> f64 {
        let rows = table.rows.iter().take(WEIGHED);
        self.heads(table) + rows.map(|row| self.row(row)).sum::<f64>()
    }

    fn heads(&self, table: &Table) -> f64 {
        let heads: Vec<&str> = table.columns.iter().map(|column| column.head.as_str()).collect();
        self.row_height(&heads, false, true)
    }

    fn row_height(&self, texts: &[&str], whole: bool, bold: bool) -> f64 {
        let all: f64 = self.widths.iter().sum();
        let line = (self.text_px * LINE).ceil();
        let lines = texts.iter().enumerate().map(|(at, text)| {
            let width = if whole {
                all
            } else {
                self.widths.get(at).copied().unwrap_or(all)
            };
            wrapped(text, self.text_px, (width - self.text_px * AROUND) * self.slack, bold)
        });
        lines.max().unwrap_or(1) as f64 * line + (self.text_px * ABOVE).ceil() + 2.0
    }

    fn row(&self, row: &Row) -> f64 {
        let texts: Vec<&str> = row.cells.iter().map(|cell| cell.text.as_str()).collect();
        self.row_height(&texts, row.kind == RowKind::Group, row.kind != RowKind::Plain)
    }
}

impl Want {
    fn of(table: &Table, at: usize, text_px: f64, slack: f64) -> Want {
        let around = text_px * AROUND;
        let text = |text: &str| lettering::width_bold(text, text_px) / slack;
        let column = &table.columns[at];
        let rows = table.rows.iter().filter(|row| row.kind != RowKind::Group);
        let cells = rows.filter_map(|row| row.cells.get(at)).map(|cell| cell.text.as_str());
        let widest = |it: f64, other: &str| it.max(text(other));
        let cell = cells.clone().fold(0.0, widest);
        let words = cells.chain([column.head.as_str()]).flat_map(str::split_whitespace);
        // Whole pixels, a little more than the text: what fits exactly would break by a rounding.
        let column_of = |text: f64| (text + around + 0.01).ceil();
        Want {
            is_whole: at > 0 && (column.figures || cell <= text_px * SHORT),
            cell: column_of(cell),
            word: column_of(words.fold(0.0, widest)),
            head: std::array::from_fn(|lines| column_of(head_width(&column.head, lines + 1, text))),
        }
    }

    /// What it cannot do without, and what it would like.
    fn range(&self, breaks: bool, lines: usize) -> (f64, f64) {
        let (head, whole) = (self.head[lines], self.cell.max(self.head[0]));
        match self.is_whole {
            true if breaks => (self.word, self.cell.max(head)),
            true => (self.cell.max(head).max(self.word), self.cell.max(head).max(self.word)),
            false => (self.word.max(head), whole.max(self.word)),
        }
    }
}

/// The least width at which a head stands on so many lines: of all that stand together, the narrowest division.
fn head_width(head: &str, lines: usize, width: impl Fn(&str) -> f64) -> f64 {
    let words: Vec<&str> = head.split_whitespace().collect();
    let joined = |from: usize, to: usize| width(&words[from..to].join(" "));
    let mut least: Vec<f64> = (0..=words.len()).map(|to| joined(0, to)).collect();
    for _ in 1..lines {
        least = (0..=words.len())
            .map(|to| {
                let last = (0..to).map(|from| least[from].max(joined(from, to)));
                last.fold(least[to], f64::min)
            })
            .collect();
    }
    least[words.len()]
}

/// Every column has what it cannot do without; of the rest, each as much as it likes where there is enough, else all up to the
/// same width. And whether there is too little.
fn shared(wants: &[Want], width: f64, breaks: bool, lines: usize) -> (Vec<f64>, bool) {
    let ranges: Vec<(f64, f64)> = wants.iter().map(|want| want.range(breaks, lines)).collect();
    let at = |level: f64| {
        ranges
            .iter()
            .map(move |(least, liked)| level.clamp(*least, liked.max(*least)))
    };
    let sum = |level: f64| at(level).sum::<f64>();
    // The widths grow with the level: halving the distance finds it.
    let (mut low, mut high) = (0.0, width);
    for _ in 0..24 {
        let middle = (low + high) / 2.0;
        match sum(middle) > width {
            true => high = middle,
            false => low = middle,
        }
    }
    let level = if sum(width) <= width { width } else { low };
    (at(level).collect(), sum(0.0) > width + 1.0)
}

/// The pages of a table in a room of this height, each with its own height. A heading never stands last on a page.
pub fn table_pages(table: &Table, columns: &Columns, height: f64) -> Vec<(Table, f64)> {
    let head = columns.heads(table);
    let mut pages: Vec<(Vec<Row>, f64)> = Vec::new();
    for (at, row) in table.rows.iter().enumerate() {
        let own = columns.row(row);
        let next = table.rows.get(at + 1).filter(|_| row.kind == RowKind::Group);
        let needed = own + next.map_or(0.0, |next| columns.row(next));
        match pages.last_mut().filter(|(_, used)| used + needed <= height) {
            Some((rows, used)) => {
                rows.push(row.clone());
                *used += own;
            }
            None => pages.push((vec![row.clone()], head + own)),
        }
    }
    let page = |(rows, high): (Vec<Row>, f64)| {
        let part = Table {
            caption: table.caption.clone(),
            columns: table.columns.clone(),
            rows,
        };
        (part, high)
    };
    pages.into_iter().map(page).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::table::{Cell, Column};

    fn table(columns: usize, rows: usize) -> Table {
        let row = |at: usize| {
            let name = Cell::text(format!("Đảng bộ Ban Quản lý dự án đầu tư xây dựng công trình số {at}"));
            let cells = std::iter::once(name).chain((1..columns).map(|_| Cell::count("4.201", 4_201)));
            let kind = if at.is_multiple_of(10) {
                RowKind::Group
            } else {
                RowKind::Plain
            };
            Row::new(at.to_string(), cells.collect()).kind(kind)
        };
        let heads = std::iter::once(Column::words("Đơn vị")).chain((1..columns).map(|_| Column::figures("Đã kết nạp")));
        Table {
            caption: String::new(),
            columns: heads.collect(),
            rows: (0..rows).map(row).collect(),
        }
    }

    #[test]
    fn every_row_stands_on_one_page_and_no_heading_stands_last() {
        let table = table(4, 130);
        let columns = Columns::of(&table, 24.0, 921.0, 0.97);
        assert!(!columns.is_cut && columns.widths.iter().sum::<f64>() <= 921.0);
        let pages = table_pages(&table, &columns, 430.0);
        let keys = pages
            .iter()
            .flat_map(|(page, _)| page.rows.iter().map(|row| row.key.clone()));
        assert_eq!(
            keys.collect::<Vec<_>>(),
            (0..130).map(|at| at.to_string()).collect::<Vec<_>>()
        );
        for (page, high) in &pages {
            assert!(*high <= 430.0);
            assert!(page.rows.last().is_some_and(|row| row.kind != RowKind::Group));
        }
    }

    #[test]
    fn heads_and_short_words_are_not_broken_while_there_is_room() {
        let row = |name: &str, figure: &str, said: &str| {
            let cells = [name, figure, figure, said].map(Cell::text);
            Row::new(name, cells.to_vec())
        };
        let table = Table {
            caption: String::new(),
            columns: vec![
                Column::words("Nội dung"),
                Column::figures("Báo cáo nêu"),
                Column::figures("Số tính được"),
                Column::words("So sánh"),
            ],
            rows: vec![
                row("Tham gia học tập – Đảng viên", "4.201", "khớp"),
                row("Viết bài thu hoạch – Đảng viên", "4.201", "khớp"),
                row("Tỷ lệ bài loại giỏi", "45,8%", "khớp"),
            ],
        };
        let columns = Columns::of(&table, 24.0, 1_200.0, 0.97);
        let head = columns.heads(&table);
        assert!(head < 24.0 * 2.5, "on one line: {head}");
        // Narrower, the heads break first, as far as that makes the table lower; the names stay on one line.
        let narrow = Columns::of(&table, 24.0, 720.0, 0.97);
        assert!(!narrow.is_cut && narrow.heads(&table) > head);
        assert_eq!(narrow.row(&table.rows[0]), columns.row(&table.rows[0]));
    }

    #[test]
    fn a_table_of_too_many_columns_says_so() {
        assert!(Columns::of(&table(14, 3), 24.0, 921.0, 0.97).is_cut);
    }
}
