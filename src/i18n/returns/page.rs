//! Words of the page of returns: who has handed in what, reminders.

use crate::i18n::Both;
use crate::model::number::{Count, format_count};
use crate::model::text::Lang;

/// Words of the page.
pub struct Returns {
    /// The page's name.
    pub title: &'static str,
    /// The period before.
    pub earlier: &'static str,
    /// The period after.
    pub later: &'static str,
    /// Label of the choice of a form.
    pub form: &'static str,
    /// All forms.
    pub all_forms: &'static str,
    /// Label of the search.
    pub search: &'static str,
    /// Label of the choice of rows.
    pub rows: &'static str,
    /// All units.
    pub rows_all: &'static str,
    /// Units that owe a return.
    pub rows_owing: &'static str,
    /// Units of which a return waits to be accepted.
    pub rows_waiting: &'static str,
    /// Groups the rows by sector.
    pub by_sector: &'static str,
    /// Units of no sector.
    pub no_sector: &'static str,
    /// No row matches.
    pub no_rows: &'static str,
    /// Takes search and choice back.
    pub show_all: &'static str,
    /// Name of the table for a screen reader.
    pub table: &'static str,
    /// How to move in it.
    pub keys: &'static str,
    /// Head of the column of units.
    pub unit: &'static str,
    /// Head of the column of numbers.
    pub number: &'static str,
    /// The sums.
    pub total: &'static str,
    /// The signs and what they mean.
    pub legend: &'static str,
    /// A unit that is not asked for a form.
    pub not_asked: &'static str,
    /// A form whose period is closed.
    pub closed: &'static str,
    /// Other things to do.
    pub more: &'static str,
    /// Downloads the table.
    pub download: &'static str,
    /// Prints the page.
    pub print: &'static str,
    /// Opens the reminders.
    pub remind: &'static str,
    /// Heading of the reminders.
    pub reminders: &'static str,
    /// What to do with them.
    pub reminders_help: &'static str,
    /// Copies one reminder.
    pub copy: &'static str,
    /// It was copied.
    pub copied: &'static str,
    /// Copies one message for everybody.
    pub copy_group: &'static str,
    /// Label of a reminder's text.
    pub text: &'static str,
    /// Shows the text of a reminder.
    pub show_text: &'static str,
    /// The clipboard is not to be had.
    pub not_copied: &'static str,
    /// Nobody owes anything.
    pub nothing_owed: &'static str,
    /// Of one unit.
    pub unit_complete: &'static str,
    /// Nothing is asked for in the period.
    pub empty: &'static str,
    /// Why that may be.
    pub empty_why: &'static str,
    /// To the units.
    pub to_units: &'static str,
    /// To entering.
    pub to_entry: &'static str,
}

/// Both languages of the page.
pub static RETURNS: Both<Returns> = Both {
    vi: Returns {
        title: "Tình hình nộp báo cáo",
        earlier: "Kỳ trước",
        later: "Kỳ sau",
        form: "Biểu",
        all_forms: "Tất cả biểu",
        search: "Tìm đơn vị",
        rows: "Lọc đơn vị",
        rows_all: "Tất cả đơn vị",
        rows_owing: "Còn báo cáo chưa nộp",
        rows_waiting: "Có báo cáo chờ chấp nhận",
        by_sector: "Nhóm theo loại hình",
        no_sector: "Chưa có loại hình",
        no_rows: "Không có đơn vị nào khớp với tìm kiếm và bộ lọc.",
        show_all: "Hiện tất cả",
        table: "Đơn vị nào đã nộp biểu nào",
        keys: "Phím mũi tên để đi giữa các ô, Enter để mở báo cáo.",
        unit: "Đơn vị",
        number: "STT",
        total: "Cộng",
        legend: "Ký hiệu",
        not_asked: "không phải nộp",
        closed: "đã chốt",
        more: "Việc khác",
        download: "Tải bảng về (CSV)",
        print: "In bảng này",
        remind: "Nhắc nộp",
        reminders: "Lời nhắc để gửi Zalo",
        reminders_help: "Chép từng lời nhắc rồi dán vào Zalo của đơn vị, hoặc chép một tin cho cả nhóm. Sổ không tự gửi.",
        copy: "Chép lời nhắc",
        copied: "Đã chép",
        copy_group: "Chép một tin cho cả nhóm",
        text: "Nội dung lời nhắc",
        show_text: "Xem nội dung",
        not_copied: "Trình duyệt không cho chép tự động. Nội dung đã được chọn sẵn bên dưới: nhấn Ctrl+C (trên điện thoại: giữ rồi chọn Sao chép).",
        nothing_owed: "Không có đơn vị nào còn nợ báo cáo trong phần đang xem",
        unit_complete: "Đơn vị không còn nợ báo cáo nào trong phần đang xem.",
        empty: "Chưa có báo cáo nào để theo dõi trong kỳ này",
        empty_why: "Ở đây là bảng đơn vị nào đã nộp, nộp trễ hay chưa nộp từng biểu. Bảng bắt đầu từ kỳ đầu tiên có số liệu và chỉ gồm các kỳ đã bắt đầu.",
        to_units: "Đến Đơn vị",
        to_entry: "Đến Nhập liệu",
    },
    en: Returns {
        title: "Returns",
        earlier: "Earlier period",
        later: "Later period",
        form: "Form",
        all_forms: "All forms",
        search: "Find a unit",
        rows: "Filter units",
        rows_all: "All units",
        rows_owing: "With a return missing",
        rows_waiting: "With a return to be accepted",
        by_sector: "Group by sector",
        no_sector: "No sector",
        no_rows: "No unit matches the search and the filter.",
        show_all: "Show all",
        table: "Which unit has handed in which form",
        keys: "Arrow keys move between cells, Enter opens the return.",
        unit: "Unit",
        number: "No.",
        total: "Total",
        legend: "Signs",
        not_asked: "not asked",
        closed: "closed",
        more: "More",
        download: "Download the table (CSV)",
        print: "Print this table",
        remind: "Remind",
        reminders: "Reminders to send",
        reminders_help: "Copy each reminder and paste it into a message to the unit, or copy one message for the group. Nothing is sent from here.",
        copy: "Copy the reminder",
        copied: "Copied",
        copy_group: "Copy one message for the group",
        text: "The reminder",
        show_text: "Show the text",
        not_copied: "The browser does not allow copying. The text below is selected: press Ctrl+C (on a phone: hold it and choose Copy).",
        nothing_owed: "No unit owes a return in what is shown",
        unit_complete: "The unit owes no return in what is shown.",
        empty: "There is no return to follow in this period",
        empty_why: "Here stands which unit has handed in which form, late or in time. The table begins with the first period that has figures, and holds only periods that have begun.",
        to_units: "To the units",
        to_entry: "To data entry",
    },
};

fn number(lang: Lang, count: usize) -> String {
    format_count(Count::try_from(count).unwrap_or(Count::MAX), lang)
}

/// The head of a form's column where it has several papers: "12 kỳ".
pub fn periods_of_form(lang: Lang, papers: usize) -> String {
    let some = number(lang, papers);
    match lang {
        Lang::Vi => format!("{some} kỳ"),
        Lang::En => format!("{some} periods"),
    }
}

/// The deadline under the head of a paper.
pub fn due_by(lang: Lang, date: &str) -> String {
    match lang {
        Lang::Vi => format!("hạn {date}"),
        Lang::En => format!("due {date}"),
    }
}

/// The button that accepts what a column has waiting.
pub fn accept_all(lang: Lang, count: usize) -> String {
    let some = number(lang, count);
    match lang {
        Lang::Vi => format!("Chấp nhận {some}"),
        Lang::En => format!("Accept {some}"),
    }
}

/// "còn 3": what a unit owes, on the button that opens its reminder.
pub fn owes(lang: Lang, count: usize) -> String {
    let some = number(lang, count);
    match lang {
        Lang::Vi => format!("còn {some}"),
        Lang::En => format!("{some} missing"),
    }
}

/// How many reminders there are, and how many were copied.
pub fn reminders_line(lang: Lang, units: usize, copied: usize) -> String {
    let (some, done) = (number(lang, units), number(lang, copied));
    match (lang, units) {
        (Lang::Vi, _) => format!("{some} đơn vị còn nợ báo cáo, đã chép {done}"),
        (Lang::En, 1) => format!("1 unit owes a return, {done} copied"),
        (Lang::En, _) => format!("{some} units owe returns, {done} copied"),
    }
}

/// Units beyond those that are listed.
pub fn more_units(lang: Lang, count: usize) -> String {
    let some = number(lang, count);
    match lang {
        Lang::Vi => format!("Còn {some} đơn vị nữa: lọc theo loại hình hoặc tìm tên để thu hẹp danh sách."),
        Lang::En => format!("{some} more units: filter by sector or search to shorten the list."),
    }
}

/// The rows that are shown.
pub fn units_shown(lang: Lang, shown: usize, all: usize) -> String {
    let (some, whole) = (number(lang, shown), number(lang, all));
    match lang {
        Lang::Vi if shown == all => format!("{whole} đơn vị"),
        Lang::Vi => format!("{some} trong {whole} đơn vị"),
        Lang::En if shown == all => format!("{whole} units"),
        Lang::En => format!("{some} of {whole} units"),
    }
}

/// The day that the page is seen from.
pub fn as_of_day(lang: Lang, date: &str) -> String {
    match lang {
        Lang::Vi => format!("tính đến {date}"),
        Lang::En => format!("as of {date}"),
    }
}
