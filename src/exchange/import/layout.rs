//! Where a sheet's header and body are: below titles, above totals, in one row or two.

use super::names::{Match, Names, kind_said};
use super::sheet::{RawCell, RawSheet};
use crate::model::fold::fold;

/// The most rows that a header is taken from.
const HEADER_ROWS: usize = 3;

/// A sheet understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// What stands over each column, from above to below: "Bài thu hoạch / Xuất sắc". Empty where nothing does.
    pub headers: Vec<String>,
    /// The column with the units' names.
    pub name_column: usize,
    /// The rows of units, by their place in the sheet.
    pub body: Vec<usize>,
    /// Rows below the header that are no unit's: subtotals, headings of groups, numbers of columns.
    pub passed: Vec<usize>,
}

/// Understands a sheet; `None` where no column looks like names of organisations.
pub fn find(sheet: &RawSheet, names: &Names) -> Option<Layout> {
    let name_column = name_column(sheet, names)?;
    let is_unit = |row: usize| is_name(sheet.cell(row, name_column), names);
    // A title may name an organisation too, and stands alone in its row.
    let units = || (0..sheet.rows.len()).filter(|&row| is_unit(row));
    let first = units().find(|&row| !is_alone(sheet, row)).or_else(|| units().next())?;
    let header = header_rows(sheet, first);
    let headers = (0..sheet.width())
        .map(|column| header_of(sheet, &header, column))
        .collect();
    let mut layout = Layout {
        headers,
        name_column,
        body: Vec::new(),
        passed: Vec::new(),
    };
    for row in first..sheet.rows.len() {
        let name = sheet.cell(row, name_column);
        if sheet.rows[row].iter().all(RawCell::is_empty) {
            continue;
        }
        match name {
            RawCell::Text(text) if is_unit(row) || !(is_total(text) || is_heading(sheet, row)) => layout.body.push(row),
            _ => layout.passed.push(row),
        }
    }
    Some(layout)
}

/// Understands a sheet by a header over the names, whatever the names look like: a list for books that have no unit yet.
/// Rows with something in that column are the body, but for totals and headings of groups.
pub fn find_under(sheet: &RawSheet, is_header: impl Fn(&str) -> bool) -> Option<Layout> {
    let named = |row: usize| {
        let mut columns = 0..sheet.width();
        columns.find(|&column| matches!(sheet.cell(row, column), RawCell::Text(text) if is_header(text)))
    };
    let (top, name_column) = (0..sheet.rows.len().min(50)).find_map(|row| Some((row, named(row)?)))?;
    let below = top + 1..sheet.rows.len();
    let is_body = |row: usize| {
        let RawCell::Text(text) = sheet.cell(row, name_column) else {
            return false;
        };
        let filled = sheet.rows[row].iter().filter(|cell| !cell.is_empty()).count();
        let is_numbers = is_numbering(
            &sheet.rows[row]
                .iter()
                .filter(|cell| !cell.is_empty())
                .collect::<Vec<_>>(),
        );
        let alone = filled == 1 && sheet.rows[top].iter().filter(|cell| !cell.is_empty()).count() > 1;
        !(is_total(text) || is_numbers || is_heading(sheet, row) && filled > 1 || alone && kind_said(text).is_none())
    };
    let first = below.clone().find(|&row| is_body(row) && !sheet.rows[row].is_empty())?;
    // A header in two rows: what is below it and above the first name.
    let header: Vec<usize> = (top..first)
        .filter(|&row| {
            let filled: Vec<&RawCell> = sheet.rows[row].iter().filter(|cell| !cell.is_empty()).collect();
            row == top || (sheet.cell(row, name_column).is_empty() && !is_numbering(&filled) && !is_heading(sheet, row))
        })
        .take(HEADER_ROWS)
        .collect();
    let mut layout = Layout {
        headers: (0..sheet.width())
            .map(|column| header_of(sheet, &header, column))
            .collect(),
        name_column,
        body: Vec::new(),
        passed: Vec::new(),
    };
    for row in below.filter(|row| !header.contains(row)) {
        if sheet.rows[row].iter().all(RawCell::is_empty) {
            continue;
        }
        match is_body(row) {
            true => layout.body.push(row),
            false => layout.passed.push(row),
        }
    }
    Some(layout)
}

/// The column in which most rows name a unit that is known, or else an organisation at all. A name alone in its row may be a
/// title, so names beside something count first.
fn name_column(sheet: &RawSheet, names: &Names) -> Option<usize> {
    let score = |column: usize| {
        let rows = (0..sheet.rows.len()).filter(|&row| is_name(sheet.cell(row, column), names));
        rows.fold((0, 0), |(beside, all), row| {
            (beside + usize::from(!is_alone(sheet, row)), all + 1)
        })
    };
    let best = (0..sheet.width())
        .map(|column| (score(column), std::cmp::Reverse(column)))
        .max()?;
    (best.0.1 > 0).then_some(best.1.0)
}

/// Whether one cell of a row has something in it.
fn is_alone(sheet: &RawSheet, row: usize) -> bool {
    sheet.rows[row].iter().filter(|cell| !cell.is_empty()).count() == 1
}

fn is_name(cell: &RawCell, names: &Names) -> bool {
    let RawCell::Text(text) = cell else {
        return false;
    };
    !is_total(text) && (kind_said(text).is_some() || matches!(names.find(text), Match::Same(_) | Match::Likely(_)))
}

/// The rows right above the body that name columns: at least two filled cells, none of them a figure of the body.
fn header_rows(sheet: &RawSheet, first: usize) -> Vec<usize> {
    let mut rows = Vec::new();
    for row in (0..first).rev() {
        let filled: Vec<&RawCell> = sheet.rows[row].iter().filter(|cell| !cell.is_empty()).collect();
        // Between the header and the body: nothing, the columns' numbers, the heading of a group. Above it: titles.
        let is_between = filled.is_empty() || is_numbering(&filled) || is_heading(sheet, row);
        match (is_between, rows.is_empty()) {
            (true, true) => continue,
            (true, false) => break,
            _ if rows.len() == HEADER_ROWS => break,
            _ => {}
        }
        rows.push(row);
    }
    rows.reverse();
    rows
}

/// "A B 1 2 3" or "(1) (2) (3)" under a header: the columns' numbers.
fn is_numbering(cells: &[&RawCell]) -> bool {
    cells.len() > 1
        && cells.iter().all(|cell| {
            let text = cell.typed();
            let text = text.trim_matches(|c| c == '(' || c == ')');
            text.len() <= 2 && text.chars().all(|c| c.is_ascii_digit())
                || text.len() == 1 && text.chars().all(char::is_alphabetic)
        })
}

fn header_of(sheet: &RawSheet, rows: &[usize], column: usize) -> String {
    let mut parts: Vec<String> = Vec::new();
    for (at, &row) in rows.iter().enumerate() {
        let mut cell = sheet.seen_at(row, column);
        // A heading over several columns of the row below, in a file that does not say what is merged.
        if cell.is_empty() && at + 1 < rows.len() && !sheet.cell(rows[at + 1], column).is_empty() {
            let left = (0..column)
                .rev()
                .map(|left| sheet.cell(row, left))
                .find(|cell| !cell.is_empty());
            let first_has_below = |left: usize| !sheet.cell(rows[at + 1], left).is_empty();
            let reaches = (0..column)
                .rev()
                .take_while(|&left| sheet.cell(row, left).is_empty())
                .all(first_has_below);
            let heading = (0..column).rev().find(|&left| !sheet.cell(row, left).is_empty());
            if let (Some(left), true, true) = (left, reaches, heading.is_some_and(first_has_below)) {
                cell = left;
            }
        }
        let text = cell.typed();
        if !text.is_empty() && parts.last() != Some(&text) {
            parts.push(text);
        }
    }
    parts.join(" / ")
}

/// "Tổng cộng", "Cộng", "Tổng số": a row of sums.
fn is_total(text: &str) -> bool {
    let text = fold(text);
    ["tong cong", "tong so", "cong", "tong", "toan khoi", "total"]
        .iter()
        .any(|word| {
            text == *word
                || text
                    .strip_prefix(word)
                    .is_some_and(|rest| rest.starts_with([' ', ':', '(']) && rest.len() < 12)
        })
}

/// A row with a name and nothing else, or numbered "I", "A": the heading of a group.
fn is_heading(sheet: &RawSheet, row: usize) -> bool {
    let filled: Vec<String> = sheet.rows[row]
        .iter()
        .filter(|cell| !cell.is_empty())
        .map(RawCell::typed)
        .collect();
    let is_group = |text: &String| {
        let text = text.trim_end_matches(['.', ')']);
        !text.is_empty()
            && (text.chars().all(|c| matches!(c, 'I' | 'V' | 'X')) || matches!(text, "A" | "B" | "C" | "D"))
    };
    filled.len() == 1 || filled.first().is_some_and(is_group)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::delimited::read;
    use super::*;
    use crate::model::unit::{Unit, UnitKind};

    fn names() -> Names {
        let units = ["Đảng bộ Sở Y tế", "Chi bộ Báo tỉnh", "Hội Nông dân"]
            .map(|name| Unit::new(name, None, UnitKind::GrassrootsCell, name));
        Names::of(&units)
    }

    #[test]
    fn a_messy_sheet_is_understood() {
        let text = "ĐẢNG BỘ KHỐI\t\t\t\t\t\n\
                    KẾT QUẢ HỌC TẬP NĂM 2021\t\t\t\t\t\n\
                    \t\t\t\t\t\n\
                    STT\tTên đơn vị\tSố đảng viên\tBài thu hoạch\t\tGhi chú\n\
                    \t\t\tXuất sắc\tGiỏi\t\n\
                    A\tB\t1\t2\t3\t4\n\
                    I\tKhối hành chính\t\t\t\t\n\
                    1\tĐB Sở Y tế\t120\t50\t70\t\n\
                    2\tChi bộ Sở Lạ\t9\t1\t2\tmới\n\
                    \tCộng\t129\t51\t72\t\n\
                    II\tKhối đoàn thể\t\t\t\t\n\
                    3\tHội Nông dân\t30\t\t\t\n\
                    \tTổng cộng:\t159\t51\t72\t\n";
        let layout = find(&read(text).unwrap(), &names()).unwrap();
        assert_eq!(
            layout.headers,
            [
                "STT",
                "Tên đơn vị",
                "Số đảng viên",
                "Bài thu hoạch / Xuất sắc",
                "Bài thu hoạch / Giỏi",
                "Ghi chú"
            ]
        );
        assert_eq!(layout.name_column, 1);
        assert_eq!(layout.body, [7, 8, 11]);
        assert_eq!(layout.passed, [9, 10, 12]);
    }

    #[test]
    fn a_title_that_names_an_organisation_is_no_unit() {
        let text = "ĐẢNG BỘ KHỐI CÁC CƠ QUAN\t\nĐơn vị\tSố đảng viên\nHội Nông dân\t5\nSở Lạ\t6\n";
        let layout = find(&read(text).unwrap(), &names()).unwrap();
        assert_eq!((layout.body, &layout.headers[1][..]), (vec![2, 3], "Số đảng viên"));
    }

    #[test]
    fn a_title_with_a_name_does_not_say_which_column_has_the_names() {
        let text = "Đảng bộ Sở Y tế\t\t\nCông tác năm 2022\t\t\nSTT\tTên đơn vị\tNghị quyết\n1\tĐảng bộ Sở Y tế\t7\n";
        let layout = find(&read(text).unwrap(), &names()).unwrap();
        assert_eq!((layout.name_column, layout.body), (1, vec![3]));
        assert_eq!(layout.headers[2], "Nghị quyết");
    }

    #[test]
    fn a_sheet_without_a_header_still_has_a_body() {
        let layout = find(&read("Đảng bộ Sở Y tế\t5\nChi bộ Báo tỉnh\t6").unwrap(), &names()).unwrap();
        assert_eq!(
            (layout.body, layout.headers),
            (vec![0, 1], vec![String::new(), String::new()])
        );
        assert_eq!(find(&read("a\tb\n1\t2").unwrap(), &names()), None);
    }
}
