//! Words of the page that reads a table made elsewhere into a form.

use super::Both;
use crate::exchange::import::delimited::TableError;
use crate::exchange::import::sheet::{MAX_CELLS, MAX_COLUMNS, MAX_ROWS};
use crate::exchange::import::targets::{TargetColumn, TargetProblem};
use crate::exchange::import::units::{RowProblem, UnitColumn};
use crate::model::number::{Count, format_count};
use crate::model::text::Lang;

/// Words of the import.
pub struct Import {
    /// The page's name.
    pub title: &'static str,
    /// Before there is a table: what to do.
    pub begin: &'static str,
    /// Section: the table.
    pub table: &'static str,
    /// Where to paste.
    pub paste: &'static str,
    /// How to paste.
    pub paste_help: &'static str,
    /// Chooses a file.
    pub choose_file: &'static str,
    /// Which files.
    pub files: &'static str,
    /// Starts with another table.
    pub another: &'static str,
    /// No column names organisations.
    pub no_names: &'static str,
    /// A file of a workbook, which is not read yet.
    pub workbook: &'static str,
    /// The file could not be opened.
    pub unreadable: &'static str,
    /// Section: columns.
    pub columns: &'static str,
    /// What the section is for.
    pub columns_note: &'static str,
    /// Column: what stands over it in the table.
    pub header: &'static str,
    /// Column: examples.
    pub examples: &'static str,
    /// Column: which cell of the form.
    pub goes_to: &'static str,
    /// A column without a header.
    pub no_header: &'static str,
    /// A column that is not read.
    pub nothing: &'static str,
    /// The column of names.
    pub names: &'static str,
    /// No column is read yet.
    pub no_columns: &'static str,
    /// Section: rows whose unit is not known.
    pub unsettled: &'static str,
    /// What the section is for.
    pub unsettled_note: &'static str,
    /// Chooses no unit.
    pub leave_out: &'static str,
    /// Section: what would change.
    pub changes: &'static str,
    /// What the section is for.
    pub changes_note: &'static str,
    /// Column: the unit.
    pub unit: &'static str,
    /// Column: the figure's name.
    pub figure: &'static str,
    /// Column: what stands in the books.
    pub before: &'static str,
    /// Column: what the table says.
    pub after: &'static str,
    /// Column: what that means.
    pub meaning: &'static str,
    /// A figure that is new.
    pub new: &'static str,
    /// A figure that changes.
    pub changed: &'static str,
    /// A figure that is far from what stood there.
    pub suspicious: &'static str,
    /// A figure that is not understood.
    pub invalid: &'static str,
    /// A figure that the unit is not asked for; it is left out.
    pub not_asked: &'static str,
    /// Nothing would change.
    pub no_changes: &'static str,
    /// Why.
    pub no_changes_why: &'static str,
    /// Back to the form.
    pub to_form: &'static str,
    /// The form is not there.
    pub unknown: &'static str,
    /// What to do then.
    pub unknown_why: &'static str,
    /// To the forms.
    pub all_forms: &'static str,
    /// The page of units: its name.
    pub units_title: &'static str,
    /// The page of targets: its name.
    pub targets_title: &'static str,
    /// Section: columns of a list.
    pub columns_of_list: &'static str,
    /// Section: rows that resemble units that are there.
    pub similar: &'static str,
    /// What the section is for.
    pub similar_note: &'static str,
    /// Nothing is said of a row yet.
    pub say: &'static str,
    /// It is a new unit.
    pub is_new: &'static str,
    /// A row that resembles a unit that is there.
    pub resembles: &'static str,
    /// A row that another row says already.
    pub repeated: &'static str,
    /// A row that a person left out.
    pub left_out: &'static str,
    /// What is written of a list of units.
    pub units_note: &'static str,
    /// Why nothing of units changes.
    pub no_units_change: &'static str,
    /// Adds every unit that is not there.
    pub add_all: &'static str,
    /// Chooses a new unit for a row.
    pub adds_unit: &'static str,
    /// A column of head counts beside another form.
    pub heads: &'static str,
    /// Section: what rows are of that do not say.
    pub for_rows: &'static str,
    /// What the section is for.
    pub for_rows_note: &'static str,
    /// Which measure.
    pub measure: &'static str,
    /// Which period.
    pub period: &'static str,
    /// No measure is chosen.
    pub no_measure: &'static str,
    /// A target that is far from the one that stood there.
    pub far: &'static str,
    /// Why nothing of targets changes.
    pub no_targets_change: &'static str,
    /// Column: the document.
    pub source_column: &'static str,
}

/// Both languages.
pub static IMPORT: Both<Import> = Both {
    vi: Import {
        title: "Nhập từ bảng",
        begin: "Dán bảng từ Excel, hoặc chọn tệp",
        table: "Bảng",
        paste: "Dán bảng vào đây",
        paste_help: "Trong Excel: chọn vùng có cả tiêu đề, Ctrl+C, rồi Ctrl+V vào ô này.",
        choose_file: "Chọn tệp",
        files: "Tệp CSV, TSV hoặc TXT. Chưa ghi gì vào sổ cho đến khi bạn bấm ghi ở cuối trang.",
        another: "Chọn bảng khác",
        no_names: "Không thấy cột nào có tên đơn vị. Hãy chép cả cột tên đơn vị, rồi dán lại.",
        workbook: "Tệp Excel chưa đọc được trực tiếp. Mở tệp, chọn vùng số liệu, Ctrl+C, rồi dán vào ô bên trên.",
        unreadable: "Không mở được tệp này. Kiểm tra tệp còn ở chỗ cũ, rồi chọn lại.",
        columns: "Cột nào là số liệu nào",
        columns_note: "Phần mềm đoán theo tiêu đề; sửa lại chỗ chưa đúng.",
        header: "Tiêu đề trong bảng",
        examples: "Ví dụ",
        goes_to: "Ghi vào",
        no_header: "(không có tiêu đề)",
        nothing: "Không đọc",
        names: "Tên đơn vị",
        no_columns: "Chưa cột nào được chọn. Chọn ít nhất một cột ở bảng trên.",
        unsettled: "Hàng chưa rõ của đơn vị nào",
        unsettled_note: "Chọn đơn vị để số liệu của hàng được ghi; hàng không chọn thì bỏ qua.",
        leave_out: "Bỏ qua hàng này",
        changes: "Sẽ thay đổi",
        changes_note: "Số cần xem kỹ đứng trước. Sau khi ghi vẫn hoàn tác được bằng một lần bấm.",
        unit: "Đơn vị",
        figure: "Số liệu",
        before: "Trong sổ",
        after: "Trong bảng",
        meaning: "Nghĩa là",
        new: "Mới",
        changed: "Thay đổi",
        suspicious: "Lệch nhiều",
        invalid: "Chưa hiểu",
        not_asked: "Không yêu cầu, bỏ qua",
        no_changes: "Không có gì thay đổi",
        no_changes_why: "Mọi số trong bảng đã có trong sổ.",
        to_form: "Về biểu",
        unknown: "Không có biểu này",
        unknown_why: "Địa chỉ không ứng với biểu nào đang dùng.",
        all_forms: "Xem mọi biểu",
        units_title: "Nhập danh sách đơn vị",
        targets_title: "Nhập chỉ tiêu từ bảng",
        columns_of_list: "Cột nào là gì",
        similar: "Giống đơn vị đã có",
        similar_note: "Cho biết hàng này là đơn vị nào; chưa chọn thì chưa ghi hàng đó.",
        say: "Chưa chọn",
        is_new: "Là đơn vị mới",
        resembles: "Giống đơn vị đã có",
        repeated: "Trùng hàng trên, bỏ qua",
        left_out: "Bỏ qua",
        units_note: "Hàng cần xem kỹ đứng trước. Đơn vị không có trong bảng giữ nguyên. Sau khi ghi vẫn hoàn tác được bằng một lần bấm.",
        no_units_change: "Mọi đơn vị trong bảng đã có trong sổ.",
        add_all: "Thêm tất cả đơn vị chưa có",
        adds_unit: "Thêm đơn vị mới",
        heads: "Số đảng viên của đơn vị",
        for_rows: "Chỉ tiêu của các hàng không ghi rõ",
        for_rows_note: "Dùng cho hàng không có tên chỉ tiêu hoặc không có kỳ.",
        measure: "Chỉ tiêu",
        period: "Kỳ",
        no_measure: "Chưa chọn",
        far: "Lệch nhiều so với trong sổ",
        no_targets_change: "Mọi chỉ tiêu trong bảng đã có trong sổ.",
        source_column: "Văn bản",
    },
    en: Import {
        title: "Import a table",
        begin: "Paste a table from Excel, or choose a file",
        table: "Table",
        paste: "Paste the table here",
        paste_help: "In Excel: select the area with its header, Ctrl+C, then Ctrl+V in this field.",
        choose_file: "Choose a file",
        files: "A CSV, TSV or TXT file. Nothing is written until you press the button at the end of the page.",
        another: "Another table",
        no_names: "No column has names of units. Copy the column of names too, and paste again.",
        workbook: "Excel files cannot be read directly yet. Open the file, select the figures, Ctrl+C, and paste them above.",
        unreadable: "This file cannot be opened. Check that it is still there, and choose it again.",
        columns: "Which column is which figure",
        columns_note: "Guessed from the headers; correct what is not right.",
        header: "Header in the table",
        examples: "Examples",
        goes_to: "Goes to",
        no_header: "(no header)",
        nothing: "Not read",
        names: "Name of the unit",
        no_columns: "No column is chosen yet. Choose at least one in the table above.",
        unsettled: "Rows of units that are not known",
        unsettled_note: "Choose a unit and the row's figures are written; rows without one are left out.",
        leave_out: "Leave this row out",
        changes: "What will change",
        changes_note: "Figures that deserve a look come first. One press undoes all of it afterwards.",
        unit: "Unit",
        figure: "Figure",
        before: "In the books",
        after: "In the table",
        meaning: "That is",
        new: "New",
        changed: "Changed",
        suspicious: "Far apart",
        invalid: "Not understood",
        not_asked: "Not asked, left out",
        no_changes: "Nothing changes",
        no_changes_why: "Every figure of the table is in the books already.",
        to_form: "Back to the form",
        unknown: "There is no such form",
        unknown_why: "The address belongs to no form in use.",
        all_forms: "All forms",
        units_title: "Import a list of units",
        targets_title: "Import targets",
        columns_of_list: "Which column is what",
        similar: "Resemble units that are there",
        similar_note: "Say which unit a row is; until then it is not written.",
        say: "Not chosen yet",
        is_new: "A new unit",
        resembles: "Resembles a unit",
        repeated: "Same as a row above, left out",
        left_out: "Left out",
        units_note: "Rows that deserve a look come first. Units that the table does not have stay as they are. One press undoes all of it afterwards.",
        no_units_change: "Every unit of the table is in the books already.",
        add_all: "Add every unit that is not there",
        adds_unit: "Add as a new unit",
        heads: "Members of the unit",
        for_rows: "Rows that do not say it",
        for_rows_note: "For rows without a measure or a period.",
        measure: "Measure",
        period: "Period",
        no_measure: "Not chosen",
        far: "Far from what is in the books",
        no_targets_change: "Every target of the table is in the books already.",
        source_column: "Document",
    },
};

/// What was read: "12 đơn vị, 4 cột số liệu; bỏ qua 3 hàng tiêu đề nhóm, cộng".
pub fn read_line(lang: Lang, units: usize, columns: usize, passed: usize) -> String {
    let count = |n: usize| format_count(n as Count, lang);
    let mut text = match lang {
        Lang::Vi => format!("{} hàng đơn vị, {} cột số liệu", count(units), count(columns)),
        Lang::En => format!("{} rows of units, {} columns of figures", count(units), count(columns)),
    };
    if passed > 0 {
        text.push_str(&match lang {
            Lang::Vi => format!("; bỏ qua {} hàng cộng, tiêu đề nhóm", count(passed)),
            Lang::En => format!("; {} rows of totals and group headings left out", count(passed)),
        });
    }
    text
}

/// The page's finding once there is a table: how much would be written, and what deserves a look.
pub fn finding(lang: Lang, to_write: usize, doubtful: usize, unsettled: usize) -> String {
    let count = |n: usize| format_count(n as Count, lang);
    let mut text = match (lang, to_write) {
        (Lang::Vi, 0) => "Chưa có số nào để ghi".to_owned(),
        (Lang::Vi, _) => format!("Sẽ ghi {} số", count(to_write)),
        (Lang::En, 0) => "No figure to write yet".to_owned(),
        (Lang::En, 1) => "1 figure will be written".to_owned(),
        (Lang::En, _) => format!("{} figures will be written", count(to_write)),
    };
    if doubtful > 0 {
        text.push_str(&match lang {
            Lang::Vi => format!(", trong đó {} số cần xem kỹ", count(doubtful)),
            Lang::En => format!(", {} of them to look at", count(doubtful)),
        });
    }
    if unsettled > 0 {
        text.push_str(&match lang {
            Lang::Vi => format!("; {} hàng chưa rõ đơn vị", count(unsettled)),
            Lang::En => format!(
                "; {} without a known unit",
                if unsettled == 1 {
                    "1 row".to_owned()
                } else {
                    format!("{} rows", count(unsettled))
                }
            ),
        });
    }
    text
}

/// "49 số đã có sẵn, không đổi".
pub fn same_line(lang: Lang, same: usize) -> String {
    let count = format_count(same as Count, lang);
    match lang {
        Lang::Vi => format!("{count} số đã có trong sổ, không đổi."),
        Lang::En => format!("{count} are in the books already and stay as they are."),
    }
}

/// The button: "Ghi 219 số".
pub fn write_button(lang: Lang, figures: usize) -> String {
    let count = format_count(figures as Count, lang);
    match lang {
        Lang::Vi => format!("Ghi {count} số vào sổ"),
        Lang::En => format!("Write {count} figures"),
    }
}

/// After writing: "Đã ghi 219 số của 73 đơn vị".
pub fn written(lang: Lang, figures: usize, units: usize) -> String {
    let count = |n: usize| format_count(n as Count, lang);
    match lang {
        Lang::Vi => format!("Đã ghi {} số của {} đơn vị", count(figures), count(units)),
        Lang::En => format!("{} figures of {} units written", count(figures), count(units)),
    }
}

/// Why a table cannot be read, with the remedy.
pub fn refused(lang: Lang, error: TableError) -> String {
    let count = |n: usize| format_count(n as Count, lang);
    match (lang, error) {
        (Lang::Vi, TableError::TooLarge) => {
            "Tệp lớn hơn 50 MB. Chia tệp thành nhiều phần rồi nhập từng phần.".to_owned()
        }
        (Lang::En, TableError::TooLarge) => "The file is larger than 50 MB. Split it and import the parts.".to_owned(),
        (Lang::Vi, TableError::TooManyRows) => {
            format!("Bảng có hơn {} hàng. Chia bảng thành nhiều phần.", count(MAX_ROWS))
        }
        (Lang::En, TableError::TooManyRows) => format!("The table has more than {} rows. Split it.", count(MAX_ROWS)),
        (Lang::Vi, TableError::TooManyColumns) => {
            format!("Bảng có hơn {} cột. Chỉ chép những cột cần nhập.", count(MAX_COLUMNS))
        }
        (Lang::En, TableError::TooManyColumns) => {
            format!(
                "The table has more than {} columns. Copy only those you need.",
                count(MAX_COLUMNS)
            )
        }
        (Lang::Vi, TableError::TooManyCells) => {
            format!("Bảng có hơn {} ô. Chia bảng thành nhiều phần.", count(MAX_CELLS))
        }
        (Lang::En, TableError::TooManyCells) => {
            format!("The table has more than {} cells. Split it.", count(MAX_CELLS))
        }
        (Lang::Vi, TableError::Empty) => "Bảng trống. Chép vùng có số liệu rồi dán lại.".to_owned(),
        (Lang::En, TableError::Empty) => "The table is empty. Copy the area with figures and paste again.".to_owned(),
    }
}

/// What was read of a list: "73 hàng; bỏ qua 4 hàng cộng, tiêu đề nhóm".
pub fn read_list_line(lang: Lang, rows: usize, passed: usize) -> String {
    let count = |n: usize| format_count(n as Count, lang);
    let passed_text = match (lang, passed) {
        (_, 0) => String::new(),
        (Lang::Vi, _) => format!("; bỏ qua {} hàng cộng, tiêu đề nhóm", count(passed)),
        (Lang::En, _) => format!("; {} rows of totals and group headings left out", count(passed)),
    };
    match lang {
        Lang::Vi => format!("{} hàng{passed_text}", count(rows)),
        Lang::En => format!("{} rows{passed_text}", count(rows)),
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

/// After writing figures with the units that they are of.
pub fn written_with_units(lang: Lang, figures: usize, units: usize, added: usize) -> String {
    let added_text = format_count(added as Count, lang);
    let text = written(lang, figures, units);
    match (lang, added) {
        (_, 0) => text,
        (Lang::Vi, _) => format!("{text}, thêm {added_text} đơn vị mới"),
        (Lang::En, _) => format!("{text}, {added_text} units added"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
        assert_eq!(written_with_units(Lang::Vi, 4, 2, 0), "Đã ghi 4 số của 2 đơn vị");
    }

    #[test]
    fn the_finding_says_what_would_be_written_and_what_is_in_doubt() {
        assert_eq!(finding(Lang::Vi, 219, 0, 0), "Sẽ ghi 219 số");
        assert_eq!(
            finding(Lang::Vi, 1219, 2, 3),
            "Sẽ ghi 1.219 số, trong đó 2 số cần xem kỹ; 3 hàng chưa rõ đơn vị"
        );
        assert_eq!(
            finding(Lang::En, 1, 0, 1),
            "1 figure will be written; 1 row without a known unit"
        );
    }
}
