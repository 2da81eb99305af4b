//! Words of the entry pages: choosing a form, the sheet of all units, the form of one unit.

use super::Both;
use crate::exchange::cell_text::Problem;
use crate::model::number::{Count, NumberError, format_count};
use crate::model::quantity::Qualifier;
use crate::model::text::Lang;

/// Words of the entry pages.
pub struct Entry {
    /// The page's name.
    pub title: &'static str,
    /// Heading over forms that are due.
    pub due_now: &'static str,
    /// Nothing is due.
    pub nothing_due: &'static str,
    /// To the list of forms.
    pub all_forms: &'static str,
    /// Heading over the forms that the bloc uses.
    pub used_forms: &'static str,
    /// Forms of no known area.
    pub other_forms: &'static str,
    /// To the choice of the forms that the bloc uses.
    pub choose_forms: &'static str,
    /// Opens a form.
    pub open: &'static str,
    /// Label of the period's switcher.
    pub period: &'static str,
    /// The period before.
    pub earlier: &'static str,
    /// The period after.
    pub later: &'static str,
    /// Head of the column of units.
    pub unit: &'static str,
    /// Label of the search among units.
    pub search: &'static str,
    /// Label of the choice of rows.
    pub rows: &'static str,
    /// All units.
    pub rows_all: &'static str,
    /// Units with nothing entered.
    pub rows_missing: &'static str,
    /// Units with something to look at.
    pub rows_look: &'static str,
    /// No unit matches search and choice.
    pub no_rows: &'static str,
    /// Takes search and choice back.
    pub show_all: &'static str,
    /// Label of the order of rows.
    pub order: &'static str,
    /// The official order.
    pub order_official: &'static str,
    /// By the Vietnamese alphabet.
    pub order_alphabet: &'static str,
    /// Takes the last change back.
    pub undo: &'static str,
    /// Makes it again.
    pub redo: &'static str,
    /// The totals row.
    pub total: &'static str,
    /// Head of the column of states.
    pub status: &'static str,
    /// Hands a return in.
    pub submit: &'static str,
    /// Takes a handed-in return back to being entered.
    pub reopen: &'static str,
    /// A return that can be neither handed in nor taken back here.
    pub no_deed: &'static str,
    /// The menu of tables in and out.
    pub tables: &'static str,
    /// To the import of a table.
    pub import_table: &'static str,
    /// Downloads what is entered.
    pub download_table: &'static str,
    /// Downloads the form with nothing in it.
    pub download_blank: &'static str,
    /// Head of the column of numbers.
    pub number_head: &'static str,
    /// Head of the column of units.
    pub name_head: &'static str,
    /// A download was refused.
    pub not_downloaded: &'static str,
    /// Name of the panel of one cell.
    pub details: &'static str,
    /// What the panel says while no cell is active.
    pub details_none: &'static str,
    /// Label of how exact a count is.
    pub qualifier: &'static str,
    /// As it stands.
    pub exact: &'static str,
    /// At least.
    pub at_least: &'static str,
    /// More than.
    pub more_than: &'static str,
    /// About.
    pub about: &'static str,
    /// Label of a cell's note.
    pub note: &'static str,
    /// What a note is for. Names of persons do not belong there.
    pub note_help: &'static str,
    /// Heading of a cell's history.
    pub history: &'static str,
    /// No change of this cell is known on this device.
    pub history_none: &'static str,
    /// An emptied cell, in its history.
    pub emptied: &'static str,
    /// Label of the figure of the period before.
    pub before: &'static str,
    /// Label of the value entered now.
    pub now: &'static str,
    /// Label of the date that head counts stand for.
    pub as_of: &'static str,
    /// What is wrong with a date.
    pub as_of_invalid: &'static str,
    /// A cell without a value.
    pub empty: &'static str,
    /// A cell that the unit is not asked for.
    pub not_asked: &'static str,
    /// A cell being written.
    pub saving: &'static str,
    /// A cell on this device, not yet sent.
    pub on_device: &'static str,
    /// A cell that keeps what was typed.
    pub invalid: &'static str,
    /// A cell that a rule names.
    pub suspicious: &'static str,
    /// The next question; the next unit at the end.
    pub next: &'static str,
    /// The next unit.
    pub next_unit: &'static str,
    /// The unit before.
    pub previous_unit: &'static str,
    /// All units in the sheet.
    pub all_units: &'static str,
    /// One unit alone.
    pub one_unit: &'static str,
    /// Done.
    pub done: &'static str,
    /// Not done.
    pub not_done: &'static str,
    /// Nothing chosen.
    pub choose: &'static str,
    /// What stands under the sheet while nothing is wrong with the active cell.
    pub keys: &'static str,
    /// Name of the sheet for a screen reader.
    pub sheet: &'static str,
    /// No units: title.
    pub no_units: &'static str,
    /// No units: why.
    pub no_units_why: &'static str,
    /// No units: next step.
    pub no_units_do: &'static str,
    /// No drive: title.
    pub no_drives: &'static str,
    /// No drive: why.
    pub no_drives_why: &'static str,
    /// No drive: next step.
    pub no_drives_do: &'static str,
    /// The address names a form or a unit that is not there: title.
    pub unknown: &'static str,
    /// Why so.
    pub unknown_why: &'static str,
    /// What was submitted is told so.
    pub submitted: &'static str,
    /// What was reopened is told so.
    pub reopened: &'static str,
    /// Overdue.
    pub overdue: &'static str,
    /// Goes to the next cell that keeps what was typed.
    pub next_invalid: &'static str,
    /// Whose figures by unit are illustrative.
    pub optional: &'static str,
}

/// Both languages of the entry pages.
pub static ENTRY: Both<Entry> = Both {
    vi: Entry {
        title: "Nhập liệu",
        due_now: "Cần nhập",
        nothing_due: "Không có biểu nào đang đến hạn. Vẫn có thể mở bất kỳ biểu nào bên dưới.",
        all_forms: "Tất cả biểu",
        used_forms: "Các biểu Khối dùng",
        other_forms: "Biểu khác",
        choose_forms: "Chọn biểu dùng trong Cài đặt",
        open: "Mở",
        period: "Kỳ",
        earlier: "Kỳ trước",
        later: "Kỳ sau",
        unit: "Đơn vị",
        search: "Tìm đơn vị",
        rows: "Lọc đơn vị",
        rows_all: "Tất cả",
        rows_missing: "Chưa có số liệu",
        rows_look: "Cần xem lại",
        no_rows: "Không có đơn vị nào khớp với tìm kiếm và bộ lọc.",
        show_all: "Hiện tất cả",
        order: "Thứ tự",
        order_official: "Thứ tự chính thức",
        order_alphabet: "Theo bảng chữ cái",
        undo: "Hoàn tác",
        redo: "Làm lại",
        total: "Cộng",
        status: "Tình trạng",
        submit: "Nộp",
        reopen: "Mở lại",
        no_deed: "chưa có gì để nộp",
        tables: "Bảng tính",
        import_table: "Nhập từ bảng",
        download_table: "Tải số liệu về (CSV)",
        download_blank: "Tải biểu trống về (CSV)",
        number_head: "STT",
        name_head: "Tên đơn vị",
        not_downloaded: "Trình duyệt không cho tải tệp về. Kiểm tra quyền tải tệp của trang, rồi thử lại.",
        details: "Chi tiết ô",
        details_none: "Chọn một ô để xem mức chính xác, ghi chú, lịch sử và số kỳ trước.",
        qualifier: "Mức chính xác",
        exact: "chính xác",
        at_least: "ít nhất",
        more_than: "trên",
        about: "khoảng",
        note: "Ghi chú",
        note_help: "Nguồn, cách tính. Không ghi tên đảng viên.",
        history: "Lịch sử ô",
        history_none: "Chưa có thay đổi nào trên máy này.",
        emptied: "để trống",
        before: "Kỳ trước",
        now: "Đang nhập",
        as_of: "Số liệu tính đến ngày",
        as_of_invalid: "Không đọc được ngày này. Gõ ngày/tháng/năm, ví dụ 31/07/2021.",
        empty: "trống",
        not_asked: "không hỏi đơn vị này",
        saving: "đang lưu",
        on_device: "đã lưu trên máy, chưa gửi",
        invalid: "chưa hiểu, không cộng vào tổng",
        suspicious: "cần xem lại",
        next: "Tiếp",
        next_unit: "Đơn vị sau",
        previous_unit: "Đơn vị trước",
        all_units: "Bảng tất cả đơn vị",
        one_unit: "Nhập riêng đơn vị này",
        done: "Đã làm",
        not_done: "Chưa làm",
        choose: "Chưa chọn",
        keys: "Gõ để thay, Enter hoặc F2 để sửa, Delete để xóa, Ctrl+Z để hoàn tác, Shift+F2 để ghi chú.",
        sheet: "Bảng nhập",
        no_units: "Chưa có đơn vị nào báo cáo biểu này",
        no_units_why: "Mỗi dòng của bảng nhập là một đơn vị. Khối chưa có đơn vị thuộc loại phải báo cáo biểu này trong kỳ đã chọn.",
        no_units_do: "Thêm đơn vị",
        no_drives: "Chưa có đợt học tập nào",
        no_drives_why: "Biểu học tập được nhập theo từng đợt. Tạo một đợt học tập rồi quay lại đây.",
        no_drives_do: "Tạo đợt học tập",
        unknown: "Không tìm thấy",
        unknown_why: "Địa chỉ này trỏ tới một biểu hoặc một đơn vị không có trong Khối đang mở.",
        submitted: "Đã nộp",
        reopened: "Đã mở lại để nhập",
        overdue: "quá hạn",
        next_invalid: "Tới ô chưa hiểu",
        optional: "không bắt buộc",
    },
    en: Entry {
        title: "Entry",
        due_now: "To be entered",
        nothing_due: "No form is due. Any form below can still be opened.",
        all_forms: "All forms",
        used_forms: "Forms that the bloc uses",
        other_forms: "Other forms",
        choose_forms: "Choose the forms in the settings",
        open: "Open",
        period: "Period",
        earlier: "Earlier period",
        later: "Later period",
        unit: "Unit",
        search: "Find a unit",
        rows: "Filter units",
        rows_all: "All",
        rows_missing: "No figures",
        rows_look: "To be looked at",
        no_rows: "No unit matches the search and the filter.",
        show_all: "Show all",
        order: "Order",
        order_official: "Official order",
        order_alphabet: "Alphabetical",
        undo: "Undo",
        redo: "Redo",
        total: "Total",
        status: "Status",
        submit: "Submit",
        reopen: "Reopen",
        no_deed: "nothing to submit",
        tables: "Spreadsheet",
        import_table: "Import a table",
        download_table: "Download figures (CSV)",
        download_blank: "Download a blank form (CSV)",
        number_head: "No.",
        name_head: "Unit",
        not_downloaded: "The browser refused the download. Check that this site may download files, and try again.",
        details: "Cell details",
        details_none: "Choose a cell to see its exactness, note, history and the earlier figure.",
        qualifier: "Exactness",
        exact: "exact",
        at_least: "at least",
        more_than: "more than",
        about: "about",
        note: "Note",
        note_help: "Source, way of counting. No names of members.",
        history: "History of the cell",
        history_none: "No change is known on this device.",
        emptied: "emptied",
        before: "Earlier period",
        now: "Now",
        as_of: "Figures as of",
        as_of_invalid: "This date cannot be read. Type day/month/year, for example 31/07/2021.",
        empty: "empty",
        not_asked: "not asked of this unit",
        saving: "saving",
        on_device: "saved on this device, not sent",
        invalid: "not understood, left out of the total",
        suspicious: "to be looked at",
        next: "Next",
        next_unit: "Next unit",
        previous_unit: "Previous unit",
        all_units: "Sheet of all units",
        one_unit: "Enter this unit alone",
        done: "Done",
        not_done: "Not done",
        choose: "Not chosen",
        keys: "Type to replace, Enter or F2 to edit, Delete to clear, Ctrl+Z to undo, Shift+F2 for a note.",
        sheet: "Entry sheet",
        no_units: "No unit reports this form yet",
        no_units_why: "Each row of the sheet is a unit. The bloc has no unit of the kinds that report this form in the chosen period.",
        no_units_do: "Add units",
        no_drives: "There is no study drive yet",
        no_drives_why: "The study form is entered drive by drive. Make a study drive, then come back.",
        no_drives_do: "Make a study drive",
        unknown: "Not found",
        unknown_why: "This address points to a form or a unit that the open bloc does not have.",
        submitted: "Submitted",
        reopened: "Reopened for entry",
        overdue: "overdue",
        next_invalid: "To the cell not understood",
        optional: "optional",
    },
};

/// How exact, in a word.
pub const fn qualifier_word(words: &Entry, qualifier: Qualifier) -> &'static str {
    match qualifier {
        Qualifier::Exact => words.exact,
        Qualifier::AtLeast => words.at_least,
        Qualifier::MoreThan => words.more_than,
        Qualifier::About => words.about,
    }
}

/// What is wrong with a typed text and what to do about it, without the field's name.
pub fn remedy(lang: Lang, problem: Problem) -> String {
    let text = match (lang, problem) {
        (Lang::Vi, Problem::Number(NumberError::NotANumber)) => "không phải số. Gõ chữ số, ví dụ 12 hoặc 4.201.",
        (Lang::Vi, Problem::Number(NumberError::Negative)) => "số đếm không âm. Gõ số từ 0 trở lên.",
        (Lang::Vi, Problem::Number(NumberError::Ambiguous)) => {
            "có thể là số lẻ hoặc dấu ngăn hàng nghìn đặt sai chỗ. Gõ số nguyên, ví dụ 1500 hoặc 1.500."
        }
        (Lang::Vi, Problem::Number(NumberError::PercentForCount)) => {
            "đây là ô số đếm; tỉ lệ phần trăm được tính từ số đếm. Gõ số lượng."
        }
        (Lang::Vi, Problem::Number(NumberError::TooLarge)) => "số quá lớn. Gõ số có nhiều nhất 15 chữ số.",
        (Lang::Vi, Problem::Number(NumberError::PartAboveWhole)) => {
            "tử số lớn hơn mẫu số, hoặc mẫu số bằng 0. Kiểm tra lại hai số."
        }
        (Lang::Vi, Problem::Done) => "chỉ nhận đã làm hoặc chưa làm. Gõ 1 hoặc x, 0, hay nhấn phím cách.",
        (Lang::Vi, Problem::Date) => "không đọc được ngày này. Gõ ngày/tháng/năm, ví dụ 18/05/2021.",
        (Lang::Vi, Problem::Level) => "không khớp với đúng một mức. Gõ số thứ tự hoặc tên mức.",
        (Lang::En, Problem::Number(NumberError::NotANumber)) => "not a number. Type digits, for example 12 or 4.201.",
        (Lang::En, Problem::Number(NumberError::Negative)) => "a count is not negative. Type 0 or more.",
        (Lang::En, Problem::Number(NumberError::Ambiguous)) => {
            "could be a decimal fraction or a misplaced thousands mark. Type a whole number, for example 1500 or 1.500."
        }
        (Lang::En, Problem::Number(NumberError::PercentForCount)) => {
            "this cell holds a count; percentages are computed from counts. Type how many."
        }
        (Lang::En, Problem::Number(NumberError::TooLarge)) => "too large. Type at most 15 digits.",
        (Lang::En, Problem::Number(NumberError::PartAboveWhole)) => {
            "the part is larger than the whole, or the whole is 0. Check both numbers."
        }
        (Lang::En, Problem::Done) => "only done or not done. Type 1 or x, 0, or press Space.",
        (Lang::En, Problem::Date) => "this date cannot be read. Type day/month/year, for example 18/05/2021.",
        (Lang::En, Problem::Level) => "does not match exactly one level. Type its number or its name.",
        (Lang::Vi, Problem::OtherWhole { typed, known }) => {
            return format!(
                "mẫu số {} khác số {} đã nhập cho đơn vị này. Sửa một trong hai, hoặc chỉ gõ tử số.",
                format_count(typed, lang),
                format_count(known, lang)
            );
        }
        (Lang::En, Problem::OtherWhole { typed, known }) => {
            return format!(
                "the whole {} differs from the {} entered for this unit. Correct either, or type the part only.",
                format_count(typed, lang),
                format_count(known, lang)
            );
        }
    };
    text.to_owned()
}

/// The line below the sheet for a cell that keeps what was typed: field, what was typed, remedy.
pub fn invalid_message(lang: Lang, field: &str, typed: &str, problem: Problem) -> String {
    match lang {
        Lang::Vi => format!("{field}: “{typed}” {}", remedy(lang, problem)),
        Lang::En => format!("{field}: “{typed}” – {}", remedy(lang, problem)),
    }
}

/// The note that keeps the whole of a typed `70/73`.
pub fn part_of(lang: Lang, whole: Count) -> String {
    match lang {
        Lang::Vi => format!("trên tổng {}", format_count(whole, lang)),
        Lang::En => format!("out of {}", format_count(whole, lang)),
    }
}

/// The head of the page that chooses a form.
pub fn due_finding(lang: Lang, forms: usize, missing: usize) -> String {
    match (lang, forms, missing) {
        (Lang::Vi, 0, _) => "Không có biểu nào đang đến hạn".to_owned(),
        (Lang::Vi, _, 0) => format!("{forms} biểu đến hạn, các đơn vị đã có số liệu đủ"),
        (Lang::Vi, ..) => format!("{forms} biểu đến hạn, còn thiếu số liệu của {missing} đơn vị"),
        (Lang::En, 0, _) => "No form is due".to_owned(),
        (Lang::En, 1, 0) => "1 form is due and every unit has figures".to_owned(),
        (Lang::En, _, 0) => format!("{forms} forms are due and every unit has figures"),
        (Lang::En, 1, 1) => "1 form is due, 1 unit has no figures".to_owned(),
        (Lang::En, 1, _) => format!("1 form is due, {missing} units have no figures"),
        (Lang::En, ..) => format!("{forms} forms are due, figures of {missing} units are missing"),
    }
}

/// The head of a form's page: "Tháng 7/2021: 70/73 đơn vị đã có số liệu".
pub fn form_finding(lang: Lang, period: &str, begun: usize, expected: usize) -> String {
    match (lang, begun, expected) {
        (Lang::Vi, 0, 1) => format!("{period}: chưa có số liệu"),
        (Lang::Vi, 1, 1) => format!("{period}: đã có số liệu"),
        (Lang::Vi, begun, expected) if begun == expected => format!("{period}: cả {expected} đơn vị đã có số liệu"),
        (Lang::Vi, ..) => format!("{period}: {begun}/{expected} đơn vị đã có số liệu"),
        (Lang::En, 0, 1) => format!("{period}: no figures yet"),
        (Lang::En, 1, 1) => format!("{period}: figures are in"),
        (Lang::En, begun, expected) if begun == expected => format!("{period}: all {expected} units have figures"),
        (Lang::En, ..) => format!("{period}: {begun} of {expected} units have figures"),
    }
}

/// How many have handed in.
pub fn handed_in(lang: Lang, handed_in: usize, expected: usize) -> String {
    match lang {
        Lang::Vi => format!("đã nộp {handed_in}/{expected}"),
        Lang::En => format!("{handed_in} of {expected} handed in"),
    }
}

/// The deadline alone.
pub fn due_on(lang: Lang, date: &str) -> String {
    match lang {
        Lang::Vi => format!("hạn {date}"),
        Lang::En => format!("due {date}"),
    }
}

/// "70/73 đơn vị": behind a bar.
pub fn reported(lang: Lang, reported: usize, expected: usize) -> String {
    match lang {
        Lang::Vi => format!("{reported}/{expected} đơn vị"),
        Lang::En => format!("{reported}/{expected} units"),
    }
}

/// "hạn 05/08/2021", with how far it is from today; `days` is negative once it has passed.
pub fn due(lang: Lang, date: &str, days: i64) -> String {
    match (lang, days) {
        (Lang::Vi, 0) => format!("hạn {date}, hôm nay"),
        (Lang::Vi, 1..) => format!("hạn {date}, còn {days} ngày"),
        (Lang::Vi, _) => format!("hạn {date}, đã quá {} ngày", -days),
        (Lang::En, 0) => format!("due {date}, today"),
        (Lang::En, 1) => format!("due {date}, 1 day left"),
        (Lang::En, 2..) => format!("due {date}, {days} days left"),
        (Lang::En, -1) => format!("due {date}, 1 day ago"),
        (Lang::En, _) => format!("due {date}, {} days ago", -days),
    }
}

/// "8/12 ô": how far one unit's form is filled in.
pub fn progress(lang: Lang, filled: usize, of: usize) -> String {
    match lang {
        Lang::Vi => format!("{filled}/{of} ô"),
        Lang::En => format!("{filled}/{of} cells"),
    }
}

/// "12 đơn vị": the rows that are shown, where they are fewer than all.
pub fn rows_shown(lang: Lang, shown: usize, all: usize) -> String {
    match lang {
        Lang::Vi if shown == all => format!("{all} đơn vị"),
        Lang::Vi => format!("{shown} trong {all} đơn vị"),
        Lang::En if shown == all => format!("{all} units"),
        Lang::En => format!("{shown} of {all} units"),
    }
}

/// The button that hands in what is filled.
pub fn submit_filled(lang: Lang, units: usize) -> String {
    match (lang, units) {
        (Lang::Vi, _) => format!("Nộp {units} đơn vị đã điền"),
        (Lang::En, 1) => "Submit 1 filled unit".to_owned(),
        (Lang::En, _) => format!("Submit {units} filled units"),
    }
}

/// The toast after handing in.
pub fn submitted_units(lang: Lang, units: usize) -> String {
    match (lang, units) {
        (Lang::Vi, _) => format!("Đã nộp {units} báo cáo"),
        (Lang::En, 1) => "1 return submitted".to_owned(),
        (Lang::En, _) => format!("{units} returns submitted"),
    }
}

/// How many cells of the sheet keep what was typed.
pub fn invalid_cells(lang: Lang, cells: usize) -> String {
    match (lang, cells) {
        (Lang::Vi, _) => format!("{cells} ô chưa hiểu, không cộng vào tổng"),
        (Lang::En, 1) => "1 cell not understood, left out of the totals".to_owned(),
        (Lang::En, _) => format!("{cells} cells not understood, left out of the totals"),
    }
}

/// What a screen reader says at a cell: unit, column, value, state.
pub fn cell_label(unit: &str, column: &str, value: &str, state: &str) -> String {
    let mut label = format!("{unit}, {column}: {value}");
    if !state.is_empty() {
        label.push_str(", ");
        label.push_str(state);
    }
    label
}

/// The grey figure beside the active cell, for a screen reader.
pub fn before_value(lang: Lang, value: &str) -> String {
    match lang {
        Lang::Vi => format!("kỳ trước {value}"),
        Lang::En => format!("earlier {value}"),
    }
}

/// The toast after a cell was changed back.
pub fn undone(lang: Lang) -> String {
    match lang {
        Lang::Vi => "Đã hoàn tác thay đổi vừa rồi".to_owned(),
        Lang::En => "The last change was taken back".to_owned(),
    }
}

/// What the levels of a column are typed as: "1 xuất sắc · 2 tốt".
pub fn level_keys<'a>(levels: impl IntoIterator<Item = &'a str>) -> String {
    let keys: Vec<String> = (1..)
        .zip(levels)
        .map(|(key, level): (usize, _)| format!("{key} {level}"))
        .collect();
    keys.join(" · ")
}

/// How many forms the bloc does not use.
pub fn forms_not_used(lang: Lang, count: usize) -> String {
    match (lang, count) {
        (Lang::Vi, _) => format!("Còn {count} biểu Khối không dùng."),
        (Lang::En, 1) => "1 more form is not used.".to_owned(),
        (Lang::En, _) => format!("{count} more forms are not used."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_names_field_text_and_remedy() {
        let problem = Problem::Number(NumberError::Ambiguous);
        let text = invalid_message(Lang::Vi, "Số kết nạp", "1.5", problem);
        assert!(text.starts_with("Số kết nạp: “1.5” có thể là số lẻ"), "{text}");
        let text = remedy(Lang::Vi, Problem::OtherWhole { typed: 73, known: 4201 });
        assert!(text.contains("73") && text.contains("4.201"), "{text}");
    }

    #[test]
    fn counts_read_right_at_the_edges() {
        assert_eq!(
            due_finding(Lang::Vi, 2, 3),
            "2 biểu đến hạn, còn thiếu số liệu của 3 đơn vị"
        );
        assert_eq!(due_finding(Lang::En, 1, 1), "1 form is due, 1 unit has no figures");
        assert_eq!(due(Lang::Vi, "05/08/2021", -3), "hạn 05/08/2021, đã quá 3 ngày");
        assert_eq!(due(Lang::En, "5 Aug 2021", 0), "due 5 Aug 2021, today");
        assert_eq!(level_keys(["xuất sắc", "tốt"]), "1 xuất sắc · 2 tốt");
        assert_eq!(rows_shown(Lang::Vi, 3, 73), "3 trong 73 đơn vị");
    }
}
