//! The words of the pages that read a table made elsewhere.

use crate::i18n::Both;

/// Words of the import.
pub struct Import {
    /// The page's name.
    pub title: &'static str,
    /// Before there is a table: what to do.
    pub begin: &'static str,
    /// Section: the table, before anybody said what it is of.
    pub table: &'static str,
    /// Section: the table, with the columns that are expected below.
    pub expected: &'static str,
    /// Where to paste.
    pub paste: &'static str,
    /// How to paste.
    pub paste_help: &'static str,
    /// Chooses a file.
    pub choose_file: &'static str,
    /// Which files.
    pub files: &'static str,
    /// A file may be dropped, where there is a pointer.
    pub drop: &'static str,
    /// Nothing is written yet.
    pub not_yet: &'static str,
    /// Starts with another table.
    pub another: &'static str,
    /// No column names organisations.
    pub no_names: &'static str,
    /// Below the names of a sheet: no column names organisations.
    pub no_names_here: &'static str,
    /// A file is read.
    pub reading: &'static str,
    /// Ends it.
    pub stop_reading: &'static str,
    /// The worker could not be fetched.
    pub no_worker: &'static str,
    /// The worker died.
    pub died: &'static str,
    /// It took too long.
    pub too_slow: &'static str,
    /// Which sheet of the workbook.
    pub sheet: &'static str,
    /// Why one is chosen already.
    pub sheet_help: &'static str,
    /// Section: read it for one more form.
    pub more_forms: &'static str,
    /// What the section is for.
    pub more_forms_note: &'static str,
    /// Adds the form.
    pub add_form: &'static str,
    /// Leaves a form out.
    pub leave_form_out: &'static str,
    /// The list of forms.
    pub form: &'static str,
    /// Nothing chosen in the list.
    pub choose_form: &'static str,
    /// A table was handed over: for which form?
    pub which_form: &'static str,
    /// The section that asks.
    pub which_form_section: &'static str,
    /// Goes on with what was chosen.
    pub go_on: &'static str,
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
    /// Every row of units that are not known, one by one.
    pub row_by_row: &'static str,
    /// Below the list of forms: it is no form's.
    pub which_list: &'static str,
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
}

/// Both languages.
pub static IMPORT: Both<Import> = Both {
    vi: Import {
        title: "Nhập từ bảng",
        begin: "Dán bảng từ Excel, hoặc chọn tệp",
        table: "Bảng số liệu",
        expected: "Các cột cần có",
        paste: "Dán bảng vào đây",
        paste_help: "Chép trong Excel cả hàng tiêu đề và cột tên đơn vị.",
        choose_file: "Chọn tệp",
        files: "Tệp .xlsx, .xls, .ods, .csv, .tsv hoặc .txt.",
        drop: "Thả tệp vào đây cũng được.",
        not_yet: "Số liệu được xem trước; bấm nút ghi ở cuối trang mới vào sổ.",
        another: "Chọn bảng khác",
        no_names: "Không thấy cột nào có tên đơn vị. Hãy chép cả cột tên đơn vị, rồi dán lại.",
        no_names_here: "Trang tính này không có cột nào ghi tên đơn vị. Chọn trang tính khác.",
        reading: "Đang đọc tệp",
        stop_reading: "Dừng",
        no_worker: "Chưa tải được phần đọc tệp. Nối mạng một lần rồi thử lại, hoặc chép bảng và dán vào ô bên trên.",
        died: "Tệp này quá nặng hoặc hỏng nên không đọc được; sổ vẫn nguyên. Mở tệp bằng Excel, chép riêng bảng số liệu sang tệp mới, lưu dạng .xlsx rồi chọn lại.",
        too_slow: "Đọc tệp này quá lâu nên đã dừng; sổ vẫn nguyên. Chép riêng bảng số liệu sang một tệp mới rồi chọn lại.",
        sheet: "Trang tính",
        sheet_help: "Đã chọn sẵn trang khớp nhất.",
        more_forms: "Tệp này còn số liệu của biểu khác?",
        more_forms_note: "Thêm biểu để ghi tất cả trong một lần.",
        add_form: "Thêm biểu",
        leave_form_out: "Bỏ biểu này",
        form: "Biểu",
        choose_form: "(chọn biểu)",
        which_form: "Đã đọc tệp; số liệu này của biểu nào?",
        which_form_section: "Ghi vào biểu",
        go_on: "Tiếp tục",
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
        unsettled_note: "Chọn đơn vị, hoặc tạo đơn vị mới, để số liệu của hàng được ghi; hàng không chọn thì bỏ qua.",
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
        row_by_row: "Xem từng hàng",
        which_list: "Hoặc ghi vào danh sách",
        adds_unit: "Thêm đơn vị mới",
        heads: "Số đảng viên của đơn vị",
        for_rows: "Chỉ tiêu của các hàng không ghi rõ",
        for_rows_note: "Dùng cho hàng không có tên chỉ tiêu hoặc không có kỳ.",
        measure: "Chỉ tiêu",
        period: "Kỳ",
        no_measure: "Chưa chọn",
        far: "Lệch nhiều so với trong sổ",
        no_targets_change: "Mọi chỉ tiêu trong bảng đã có trong sổ.",
    },
    en: Import {
        title: "Import a table",
        begin: "Paste a table from Excel, or choose a file",
        table: "Table",
        expected: "Expected columns",
        paste: "Paste the table here",
        paste_help: "Copy the header row and the column of names too.",
        choose_file: "Choose a file",
        files: ".xlsx, .xls, .ods, .csv, .tsv or .txt.",
        drop: "A file can also be dropped here.",
        not_yet: "Everything is shown first; it is written when the button at the end of the page is pressed.",
        another: "Another table",
        no_names: "No column has names of units. Copy the column of names too, and paste again.",
        no_names_here: "No column of this sheet has names of units. Choose another sheet.",
        reading: "Reading the file",
        stop_reading: "Stop",
        no_worker: "The part that reads files is not fetched yet. Go online once and try again, or copy the table and paste it above.",
        died: "This file is too heavy or damaged and was not read; the books are untouched. Open it in Excel, copy the table alone to a new file, save that as .xlsx and choose it.",
        too_slow: "Reading this file took too long and was ended; the books are untouched. Copy the table alone to a new file and choose that.",
        sheet: "Sheet",
        sheet_help: "The one that fits best is chosen.",
        more_forms: "Does the file have figures of another form?",
        more_forms_note: "Add the form, and everything is written as one act.",
        add_form: "Add the form",
        leave_form_out: "Leave this form out",
        form: "Form",
        choose_form: "(choose a form)",
        which_form: "The file is read; which form are these figures of?",
        which_form_section: "Write to the form",
        go_on: "Continue",
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
        unsettled_note: "Choose a unit or make a new one, and the row's figures are written; rows without one are left out.",
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
        row_by_row: "Row by row",
        which_list: "Or write to a list",
        adds_unit: "Add as a new unit",
        heads: "Members of the unit",
        for_rows: "Rows that do not say it",
        for_rows_note: "For rows without a measure or a period.",
        measure: "Measure",
        period: "Period",
        no_measure: "Not chosen",
        far: "Far from what is in the books",
        no_targets_change: "Every target of the table is in the books already.",
    },
};
