//! Words of the page that reads a table made elsewhere into a form.

use super::Both;
use crate::exchange::import::delimited::TableError;
use crate::exchange::import::sheet::{MAX_CELLS, MAX_COLUMNS, MAX_ROWS};
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

#[cfg(test)]
mod tests {
    use super::*;

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
