//! Words of reconciling: what a published report states, beside what the counts give.

use super::Both;
use crate::model::number::format_count;
use crate::model::text::Lang;

/// Words of reconciling.
pub struct Reconcile {
    /// The page's name.
    pub title: &'static str,
    /// The page above.
    pub reports: &'static str,
    /// Section: the text.
    pub paste: &'static str,
    /// What happens with it.
    pub paste_why: &'static str,
    /// Field: the text.
    pub text: &'static str,
    /// An example of it.
    pub example: &'static str,
    /// Field: the report's name.
    pub document: &'static str,
    /// Field: its date.
    pub day: &'static str,
    /// How a date is typed.
    pub day_help: &'static str,
    /// What is no date.
    pub day_wrong: &'static str,
    /// Field: the period that its figures are about.
    pub period: &'static str,
    /// Nothing was found.
    pub no_numbers: &'static str,
    /// Field of a number: what it is of.
    pub of: &'static str,
    /// A number that is left.
    pub not_taken: &'static str,
    /// Section: what is kept.
    pub kept: &'static str,
    /// What it is good for.
    pub kept_why: &'static str,
    /// Nothing is kept.
    pub none: &'static str,
    /// What will stand here.
    pub none_why: &'static str,
    /// Statements of no document.
    pub no_source: &'static str,
    /// Removes the statements of a document.
    pub remove: &'static str,
    /// Changes one figure.
    pub edit: &'static str,
    /// Removes one figure.
    pub remove_one: &'static str,
    /// Dialog: one published figure.
    pub edit_title: &'static str,
    /// Field: the figure.
    pub figure: &'static str,
    /// How it is typed.
    pub figure_help: &'static str,
    /// What is no figure.
    pub figure_wrong: &'static str,
    /// Field: how exact the report says that it is.
    pub exactness: &'static str,
    /// Choice: exactly so many.
    pub exact: &'static str,
    /// Keeps the figure.
    pub save: &'static str,
}

/// Both languages.
pub static RECONCILE: Both<Reconcile> = Both {
    vi: Reconcile {
        title: "Đối chiếu",
        reports: "Báo cáo",
        paste: "Dán nội dung báo cáo",
        paste_why: "Dán đoạn văn, hoặc gõ mỗi dòng một nội dung và số. Số nào chưa nhận đúng thì chọn lại; không có gì bị sửa trong sổ.",
        text: "Nội dung báo cáo",
        example: "Đảng bộ có 73 tổ chức cơ sở đảng (46 đảng bộ cơ sở, 26 chi bộ cơ sở)…",
        document: "Tên báo cáo",
        day: "Ngày báo cáo",
        day_help: "ngày/tháng/năm, ví dụ 23/11/2022",
        day_wrong: "Chưa phải một ngày. Gõ ngày/tháng/năm, ví dụ 23/11/2022.",
        period: "Kỳ số liệu",
        no_numbers: "Không thấy số nào trong nội dung này.",
        of: "Số này là",
        not_taken: "Không đối chiếu",
        kept: "Số đã công bố và số tính được",
        kept_why: "Hai bên để cạnh nhau, chỗ lệch kèm lý do có thể. Số trong sổ không bị sửa theo báo cáo.",
        none: "Chưa có số công bố nào",
        none_why: "Dán một báo cáo đã công bố ở trên: số nêu, số tính, chênh lệch và lý do sẽ nằm ở đây.",
        no_source: "Không ghi tên báo cáo",
        remove: "Xóa các số của báo cáo này",
        edit: "Sửa",
        remove_one: "Xóa",
        edit_title: "Số báo cáo nêu",
        figure: "Số nêu trong báo cáo",
        figure_help: "Số đếm hoặc tỷ lệ, ví dụ 4.201 hoặc 39,2%",
        figure_wrong: "Chưa đọc được số này. Gõ số đếm như 4.201, hoặc tỷ lệ có dấu % như 39,2%.",
        exactness: "Báo cáo nêu là",
        exact: "Đúng số này",
        save: "Lưu",
    },
    en: Reconcile {
        title: "Reconcile",
        reports: "Reports",
        paste: "Paste a report",
        paste_why: "Paste its text, or type what and how many, one a line. Choose anew what was not understood; nothing in the books is changed.",
        text: "Text of the report",
        example: "Đảng bộ có 73 tổ chức cơ sở đảng (46 đảng bộ cơ sở, 26 chi bộ cơ sở)…",
        document: "Name of the report",
        day: "Date of the report",
        day_help: "day/month/year, for example 23/11/2022",
        day_wrong: "This is no date. Type day/month/year, for example 23/11/2022.",
        period: "Period of its figures",
        no_numbers: "There is no number in this text.",
        of: "This number is",
        not_taken: "Leave it",
        kept: "Published and computed figures",
        kept_why: "They stand side by side, with likely reasons where they differ. The books are not changed.",
        none: "Nothing published yet",
        none_why: "Paste a published report above: what it states, what the counts give, the difference and why will stand here.",
        no_source: "Report not named",
        remove: "Remove the figures of this report",
        edit: "Edit",
        remove_one: "Remove",
        edit_title: "Published figure",
        figure: "Figure in the report",
        figure_help: "A count or a share, for example 4.201 or 39,2%",
        figure_wrong: "This cannot be read. Type a count like 4.201, or a share with its sign like 39,2%.",
        exactness: "The report says",
        exact: "Exactly this",
        save: "Save",
    },
};

fn number(lang: Lang, number: usize) -> String {
    format_count(number as u64, lang)
}

/// The finding: how many published figures, and how many of them do not agree.
pub fn finding(lang: Lang, all: usize, apart: usize) -> String {
    let (total, differ) = (number(lang, all), number(lang, apart));
    match (lang, all, apart) {
        (Lang::Vi, 0, _) => "Chưa có số công bố để đối chiếu".to_owned(),
        (Lang::En, 0, _) => "No published figures to reconcile".to_owned(),
        (Lang::Vi, _, 0) => format!("{total} số đã công bố, không số nào lệch"),
        (Lang::En, _, 0) => format!("{total} published figures, none differs"),
        (Lang::Vi, ..) => format!("{differ}/{total} số đã công bố lệch với số tính được"),
        (Lang::En, ..) => format!("{differ} of {total} published figures differ from the counts"),
    }
}

/// "Thấy 4 số; 3 số sẽ được đối chiếu".
pub fn found_numbers(lang: Lang, found: usize, taken: usize) -> String {
    let (found, taken) = (number(lang, found), number(lang, taken));
    match lang {
        Lang::Vi => format!("Thấy {found} số; {taken} số sẽ được đối chiếu"),
        Lang::En => format!("{found} numbers found; {taken} will be reconciled"),
    }
}

/// "Đối chiếu 3 số".
pub fn reconcile_number(lang: Lang, taken: usize) -> String {
    let count = number(lang, taken);
    match (lang, taken) {
        (Lang::Vi, _) => format!("Đối chiếu {count} số"),
        (Lang::En, 1) => "Reconcile 1 number".to_owned(),
        (Lang::En, _) => format!("Reconcile {count} numbers"),
    }
}

/// Toast: so many were kept.
pub fn added(lang: Lang, made: usize) -> String {
    let count = number(lang, made);
    match lang {
        Lang::Vi => format!("Đã ghi {count} số công bố"),
        Lang::En => format!("{count} published figures kept"),
    }
}

/// Toast: one was changed.
pub const fn changed(lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => "Đã sửa số công bố",
        Lang::En => "Published figure changed",
    }
}

/// Toast: so many were removed.
pub fn removed(lang: Lang, gone: usize) -> String {
    let count = number(lang, gone);
    match lang {
        Lang::Vi => format!("Đã xóa {count} số công bố"),
        Lang::En if gone == 1 => "Published figure removed".to_owned(),
        Lang::En => format!("{count} published figures removed"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_differs_is_told_first() {
        assert_eq!(finding(Lang::Vi, 9, 1), "1/9 số đã công bố lệch với số tính được");
        assert_eq!(finding(Lang::En, 9, 0), "9 published figures, none differs");
        assert_eq!(finding(Lang::Vi, 0, 0), "Chưa có số công bố để đối chiếu");
        assert_eq!(reconcile_number(Lang::En, 1), "Reconcile 1 number");
    }
}
