//! Words and sentences of lists: of units, of targets.

use crate::exchange::import::targets::{TargetColumn, TargetProblem};
use crate::exchange::import::units::{RowProblem, UnitColumn};
use crate::model::number::{Count, format_count};
use crate::model::text::Lang;
use crate::report::sentence::words::plural;

/// What was read of a list: "73 hàng; bỏ qua 4 hàng cộng, tiêu đề nhóm".
pub fn read_list_line(lang: Lang, rows: usize, passed: usize) -> String {
    let count = |n: usize| format_count(n as Count, lang);
    let passed_text = match (lang, passed) {
        (_, 0) => String::new(),
        (Lang::Vi, _) => format!("; bỏ qua {} hàng cộng, tiêu đề nhóm", count(passed)),
        (Lang::En, 1) => "; 1 row of totals or a group heading left out".to_owned(),
        (Lang::En, _) => format!("; {} rows of totals and group headings left out", count(passed)),
    };
    match lang {
        Lang::Vi => format!("{} hàng{passed_text}", count(rows)),
        Lang::En => format!("{} {}{passed_text}", count(rows), plural(rows as u64, "row", "rows")),
    }
}

/// A column of a list of units; the list that is written has these over its columns.
pub const fn unit_column(lang: Lang, column: UnitColumn) -> &'static str {
    match (lang, column) {
        (Lang::Vi, UnitColumn::Name) => "Tên đơn vị",
        (Lang::Vi, UnitColumn::ShortName) => "Tên ngắn",
        (Lang::Vi, UnitColumn::Kind) => "Loại tổ chức",
        (Lang::Vi, UnitColumn::Parent) => "Trực thuộc",
        (Lang::Vi, UnitColumn::Sector) => "Loại hình",
        (Lang::Vi, UnitColumn::Order) => "Thứ tự",
        (Lang::Vi, UnitColumn::From) => "Thành lập từ ngày",
        (Lang::Vi, UnitColumn::To) => "Ngày cuối hoạt động",
        (Lang::En, UnitColumn::Name) => "Unit's name",
        (Lang::En, UnitColumn::ShortName) => "Short name",
        (Lang::En, UnitColumn::Kind) => "Kind",
        (Lang::En, UnitColumn::Parent) => "Below",
        (Lang::En, UnitColumn::Sector) => "Sector",
        (Lang::En, UnitColumn::Order) => "Order",
        (Lang::En, UnitColumn::From) => "Exists from",
        (Lang::En, UnitColumn::To) => "Last day",
    }
}

/// Why a row of units is not understood, with the remedy.
pub const fn row_problem(lang: Lang, problem: RowProblem) -> &'static str {
    match (lang, problem) {
        (Lang::Vi, RowProblem::Kind) => {
            "Loại tổ chức: ghi đảng bộ cơ sở, chi bộ cơ sở, đảng bộ bộ phận, chi bộ trực thuộc hoặc tổ chức đoàn thể."
        }
        (Lang::Vi, RowProblem::Parent) => "Trực thuộc: không có đơn vị tên đó trong sổ hay trong bảng.",
        (Lang::Vi, RowProblem::Place) => "Trực thuộc: đơn vị đó không thể có đơn vị bên dưới, hoặc vòng về chính nó.",
        (Lang::Vi, RowProblem::Date) => "Ngày: không đọc được. Ghi ngày/tháng/năm, ví dụ 01/07/2021.",
        (Lang::Vi, RowProblem::Order) => "Thứ tự: ghi số nguyên.",
        (Lang::Vi, RowProblem::Days) => "Ngày cuối hoạt động trước ngày thành lập. Kiểm tra lại hai ngày.",
        (Lang::En, RowProblem::Kind) => {
            "Kind: write grassroots committee, grassroots cell, sectional committee, subordinate cell or mass organisation."
        }
        (Lang::En, RowProblem::Parent) => "Below: no unit of that name is in the books or in the table.",
        (Lang::En, RowProblem::Place) => "Below: that unit can have nothing below it, or leads back to this one.",
        (Lang::En, RowProblem::Date) => "Date: cannot be read. Write day/month/year, for example 01/07/2021.",
        (Lang::En, RowProblem::Order) => "Order: write a whole number.",
        (Lang::En, RowProblem::Days) => "The last day is before the first. Check both dates.",
    }
}

fn list_finding(lang: Lang, (vi, en): (&str, &str), new: usize, changed: usize, doubtful: usize) -> String {
    let count = |n: usize| format_count(n as Count, lang);
    let mut parts = match lang {
        Lang::Vi if new + changed == 0 => vec![format!("Chưa có {vi} nào để ghi")],
        Lang::En if new + changed == 0 => vec![format!("No {en} to write yet")],
        _ => Vec::new(),
    };
    if new > 0 {
        parts.push(match lang {
            Lang::Vi => format!("Thêm {} {vi}", count(new)),
            Lang::En => format!("{} {en}{} added", count(new), if new == 1 { "" } else { "s" }),
        });
    }
    if changed > 0 {
        parts.push(match lang {
            Lang::Vi => format!("sửa {} {vi}", count(changed)),
            Lang::En => format!("{} {en}{} changed", count(changed), if changed == 1 { "" } else { "s" }),
        });
    }
    if doubtful > 0 {
        parts.push(match lang {
            Lang::Vi => format!("{} hàng cần xem", count(doubtful)),
            Lang::En => format!(
                "{} row{} to look at",
                count(doubtful),
                if doubtful == 1 { "" } else { "s" }
            ),
        });
    }
    crate::report::period_name::capitalised(&parts.join("; "))
}

/// The finding over a list of units: "Thêm 70 đơn vị; sửa 2 đơn vị; 1 hàng cần xem".
pub fn units_finding(lang: Lang, new: usize, changed: usize, doubtful: usize) -> String {
    list_finding(lang, ("đơn vị", "unit"), new, changed, doubtful)
}

/// The finding over a list of targets.
pub fn targets_finding(lang: Lang, new: usize, changed: usize, doubtful: usize) -> String {
    list_finding(lang, ("chỉ tiêu", "target"), new, changed, doubtful)
}

fn list_write(lang: Lang, (vi, en): (&str, &str), rows: usize) -> String {
    let count = format_count(rows as Count, lang);
    match lang {
        Lang::Vi => format!("Ghi {count} {vi} vào sổ"),
        Lang::En => format!("Write {count} {en}{}", if rows == 1 { "" } else { "s" }),
    }
}

/// The button over units: "Ghi 72 đơn vị vào sổ".
pub fn units_write(lang: Lang, rows: usize) -> String {
    list_write(lang, ("đơn vị", "unit"), rows)
}

/// The button over targets.
pub fn targets_write(lang: Lang, rows: usize) -> String {
    list_write(lang, ("chỉ tiêu", "target"), rows)
}

fn list_written(lang: Lang, (vi, en): (&str, &str), rows: usize) -> String {
    let count = format_count(rows as Count, lang);
    match lang {
        Lang::Vi => format!("Đã ghi {count} {vi}"),
        Lang::En => format!("{count} {en}{} written", if rows == 1 { "" } else { "s" }),
    }
}

/// After writing units: "Đã ghi 72 đơn vị".
pub fn units_written(lang: Lang, rows: usize) -> String {
    list_written(lang, ("đơn vị", "unit"), rows)
}

/// After writing targets.
pub fn targets_written(lang: Lang, rows: usize) -> String {
    list_written(lang, ("chỉ tiêu", "target"), rows)
}

fn list_same(lang: Lang, (vi, en): (&str, &str), rows: usize) -> String {
    let count = format_count(rows as Count, lang);
    match lang {
        Lang::Vi => format!("{count} {vi} đã có trong sổ, không đổi."),
        Lang::En => format!(
            "{count} {en}{} in the books already, unchanged.",
            if rows == 1 { "" } else { "s" }
        ),
    }
}

/// Units that stay as they are.
pub fn units_same(lang: Lang, rows: usize) -> String {
    list_same(lang, ("đơn vị", "unit"), rows)
}

/// Targets that stay as they are.
pub fn targets_same(lang: Lang, rows: usize) -> String {
    list_same(lang, ("chỉ tiêu", "target"), rows)
}

/// A column of a list of targets.
pub const fn target_column(lang: Lang, column: TargetColumn) -> &'static str {
    match (lang, column) {
        (Lang::Vi, TargetColumn::Unit) => "Tên đơn vị",
        (Lang::Vi, TargetColumn::Measure) => "Chỉ tiêu",
        (Lang::Vi, TargetColumn::Comparison) => "So sánh",
        (Lang::Vi, TargetColumn::Value) => "Giá trị",
        (Lang::Vi, TargetColumn::Period) => "Kỳ",
        (Lang::Vi, TargetColumn::Source) => "Văn bản",
        (Lang::En, TargetColumn::Unit) => "Unit",
        (Lang::En, TargetColumn::Measure) => "Measure",
        (Lang::En, TargetColumn::Comparison) => "Comparison",
        (Lang::En, TargetColumn::Value) => "Value",
        (Lang::En, TargetColumn::Period) => "Period",
        (Lang::En, TargetColumn::Source) => "Document",
    }
}

/// Why a row of targets is not understood, with the remedy.
pub const fn target_problem(lang: Lang, problem: TargetProblem) -> &'static str {
    match (lang, problem) {
        (Lang::Vi, TargetProblem::Unit) => "Tên đơn vị: không rõ là đơn vị nào. Ghi tên như trong danh sách đơn vị.",
        (Lang::Vi, TargetProblem::Measure) => "Chỉ tiêu: chưa rõ đo cái gì. Chọn chỉ tiêu ở mục trên.",
        (Lang::Vi, TargetProblem::Value) => "Giá trị: ghi một số, ví dụ 130 hoặc 90%.",
        (Lang::Vi, TargetProblem::NoPercent) => "Giá trị: đây là tỷ lệ, ghi cả dấu %, ví dụ 90%.",
        (Lang::Vi, TargetProblem::Period) => "Kỳ: không đọc được. Ghi năm 2022, quý III/2022, hoặc nhiệm kỳ 2020-2025.",
        (Lang::Vi, TargetProblem::Comparison) => "So sánh: ghi ≥, >, = hoặc ≤.",
        (Lang::En, TargetProblem::Unit) => "Unit: it is not clear which. Write the name as in the list of units.",
        (Lang::En, TargetProblem::Measure) => "Measure: nothing says what is measured. Choose it above.",
        (Lang::En, TargetProblem::Value) => "Value: write one number, for example 130 or 90%.",
        (Lang::En, TargetProblem::NoPercent) => "Value: it is a share; write the % too, for example 90%.",
        (Lang::En, TargetProblem::Period) => "Period: cannot be read. Write 2022, quý III/2022, or 2020-2025.",
        (Lang::En, TargetProblem::Comparison) => "Comparison: write ≥, >, = or ≤.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_row_is_no_rows() {
        let said = |rows, passed| read_list_line(Lang::En, rows, passed);
        assert_eq!(said(1, 0), "1 row");
        assert_eq!(said(2, 1), "2 rows; 1 row of totals or a group heading left out");
        assert_eq!(
            said(1200, 4),
            "1,200 rows; 4 rows of totals and group headings left out"
        );
        assert_eq!(
            read_list_line(Lang::Vi, 73, 1),
            "73 hàng; bỏ qua 1 hàng cộng, tiêu đề nhóm"
        );
    }

    #[test]
    fn the_finding_over_a_list_says_what_is_added_and_changed() {
        assert_eq!(
            units_finding(Lang::Vi, 70, 2, 1),
            "Thêm 70 đơn vị; sửa 2 đơn vị; 1 hàng cần xem"
        );
        assert_eq!(units_finding(Lang::Vi, 0, 2, 0), "Sửa 2 đơn vị");
        assert_eq!(
            targets_finding(Lang::En, 0, 0, 1),
            "No target to write yet; 1 row to look at"
        );
    }
}
