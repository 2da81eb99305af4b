//! Words of the reports: the list, one in the making, its head and foot.

use super::Both;
use crate::model::number::format_count;
use crate::model::text::Lang;
use crate::report::sentence::paragraph;
use crate::report::sentence::words::names;

/// Words of the reports.
pub struct Reports {
    /// The page's name.
    pub title: &'static str,
    /// Section: what can be written now.
    pub make: &'static str,
    /// What happens at a press.
    pub make_why: &'static str,
    /// Field: another period.
    pub other: &'static str,
    /// Makes the report of the chosen period.
    pub make_other: &'static str,
    /// Section: the reports that are there.
    pub kept: &'static str,
    /// No report yet.
    pub none: &'static str,
    /// What will stand here.
    pub none_why: &'static str,
    /// To what published reports state.
    pub reconcile: &'static str,
    /// An address that names no report.
    pub unknown: &'static str,
    /// Why it may not be there.
    pub unknown_why: &'static str,
    /// Back to the list.
    pub to_list: &'static str,
    /// Choice: the report's language.
    pub language: &'static str,
    /// Opens head and foot.
    pub head_and_foot: &'static str,
    /// What is written there is kept for the next report.
    pub head_why: &'static str,
    /// Saves head and foot.
    pub save: &'static str,
    /// What else can be done.
    pub more: &'static str,
    /// Removes the report.
    pub remove: &'static str,
    /// Writes over a paragraph.
    pub edit: &'static str,
    /// Writes where nobody has written.
    pub write: &'static str,
    /// Leaves a paragraph out.
    pub leave_out: &'static str,
    /// Takes it in again.
    pub take_in: &'static str,
    /// Puts back what figures say.
    pub put_back: &'static str,
    /// Takes what figures say now.
    pub take_new: &'static str,
    /// Keeps the text, as right for the figures of now.
    pub keep_text: &'static str,
    /// To the page with the cells.
    pub cells: &'static str,
    /// A paragraph that a person wrote.
    pub by_person: &'static str,
    /// A paragraph that was left out.
    pub left_out: &'static str,
    /// A place where nobody has written.
    pub to_write: &'static str,
    /// Offers of figures to who writes.
    pub offered: &'static str,
    /// A caution beside a computed paragraph.
    pub caution: &'static str,
    /// Takes an offered sentence into the text.
    pub take_offer: &'static str,
    /// Field: the paragraph's text.
    pub text: &'static str,
    /// How paragraphs are parted.
    pub text_help: &'static str,
    /// Keeps the text.
    pub keep: &'static str,
    /// Leaves it as it was.
    pub cancel: &'static str,
    /// What the figures say, beside the text.
    pub computed: &'static str,
    /// Figures changed.
    pub changed: &'static str,
    /// Names the marked numbers in a text for who does not see colours.
    pub old_number: &'static str,
    /// Section: annexes.
    pub annexes: &'static str,
    /// Vietnamese, as a choice.
    pub vietnamese: &'static str,
    /// English, as a choice.
    pub english: &'static str,
    /// A line of the head: who is above.
    pub above: &'static str,
    /// Who issues it.
    pub issuer: &'static str,
    /// Number and symbol.
    pub number: &'static str,
    /// Place and date.
    pub place_and_date: &'static str,
    /// The kind of document.
    pub kind: &'static str,
    /// What it reports on.
    pub subject: &'static str,
    /// Who gets it.
    pub recipients: &'static str,
    /// Who signs.
    pub signature: &'static str,
    /// Each on a line of its own.
    pub a_line_each: &'static str,
}

/// Both languages.
pub static REPORTS: Both<Reports> = Both {
    vi: Reports {
        title: "Báo cáo",
        make: "Lập báo cáo",
        make_why: "Bấm một kỳ: báo cáo được soạn ngay từ số liệu trong sổ, sửa từng đoạn được.",
        other: "Kỳ khác",
        make_other: "Lập báo cáo kỳ này",
        kept: "Báo cáo đã lập",
        none: "Chưa lập báo cáo nào",
        none_why: "Báo cáo đã lập nằm ở đây; số liệu trong đó luôn theo sổ, chữ đã sửa được giữ nguyên.",
        reconcile: "Đối chiếu báo cáo đã công bố",
        unknown: "Không có báo cáo này",
        unknown_why: "Báo cáo có thể đã bị xóa, hoặc thuộc Khối khác.",
        to_list: "Về danh sách báo cáo",
        language: "Ngôn ngữ của báo cáo",
        head_and_foot: "Đầu, cuối văn bản",
        head_why: "Cấp trên, cơ quan ban hành, nơi nhận và người ký được giữ cho báo cáo sau.",
        save: "Lưu",
        more: "Việc khác",
        remove: "Xóa báo cáo",
        edit: "Sửa",
        write: "Viết",
        leave_out: "Bỏ đoạn này",
        take_in: "Đưa lại vào báo cáo",
        put_back: "Lấy lại câu tính từ số liệu",
        take_new: "Lấy câu mới",
        keep_text: "Vẫn giữ câu đã sửa",
        cells: "Xem số liệu",
        by_person: "Đã sửa",
        left_out: "Đã bỏ khỏi báo cáo",
        to_write: "Chưa viết",
        offered: "Gợi ý từ số liệu",
        caution: "Lưu ý trước khi ký",
        take_offer: "Đưa vào đoạn",
        text: "Nội dung đoạn",
        text_help: "Mỗi dòng là một đoạn văn.",
        keep: "Giữ nội dung này",
        cancel: "Thôi",
        computed: "Câu tính từ số liệu",
        changed: "Số liệu đã đổi từ khi sửa đoạn này",
        old_number: "số cũ",
        annexes: "Phụ lục",
        vietnamese: "Tiếng Việt",
        english: "English",
        above: "Cấp trên trực tiếp",
        issuer: "Cơ quan ban hành",
        number: "Số, ký hiệu",
        place_and_date: "Địa danh, ngày tháng",
        kind: "Tên loại văn bản",
        subject: "Trích yếu",
        recipients: "Nơi nhận",
        signature: "Thẩm quyền ký, chức vụ",
        a_line_each: "Mỗi nơi một dòng.",
    },
    en: Reports {
        title: "Reports",
        make: "Write a report",
        make_why: "Press a period: the report is composed of the figures at once, and every paragraph can be edited.",
        other: "Another period",
        make_other: "Write the report of this period",
        kept: "Reports",
        none: "No report yet",
        none_why: "Reports stand here; their figures follow the books, and what was edited stays as it was written.",
        reconcile: "Reconcile a published report",
        unknown: "There is no such report",
        unknown_why: "It may have been removed, or belong to another bloc.",
        to_list: "To the reports",
        language: "Language of the report",
        head_and_foot: "Head and foot",
        head_why: "Who is above, who issues, who gets it and who signs are kept for the next report.",
        save: "Save",
        more: "More",
        remove: "Remove the report",
        edit: "Edit",
        write: "Write",
        leave_out: "Leave this out",
        take_in: "Take it in again",
        put_back: "Put back what the figures say",
        take_new: "Take the new sentence",
        keep_text: "Keep the text",
        cells: "See the figures",
        by_person: "Edited",
        left_out: "Left out",
        to_write: "To be written",
        offered: "Offered by the figures",
        caution: "Before signing",
        take_offer: "Take it in",
        text: "Text of the paragraph",
        text_help: "Each line is a paragraph.",
        keep: "Keep this text",
        cancel: "Cancel",
        computed: "What the figures say",
        changed: "Figures have changed since this was edited",
        old_number: "old number",
        annexes: "Annexes",
        vietnamese: "Tiếng Việt",
        english: "English",
        above: "Committee above",
        issuer: "Issuer",
        number: "Number and symbol",
        place_and_date: "Place and date",
        kind: "Kind of document",
        subject: "Subject",
        recipients: "Recipients",
        signature: "Authority and office of who signs",
        a_line_each: "One a line.",
    },
};

/// The finding of the list: how many reports there are.
pub fn list_finding(lang: Lang, reports: usize) -> String {
    let number = format_count(reports as u64, lang);
    match (lang, reports) {
        (Lang::Vi, 0) => "Lập báo cáo từ số liệu trong sổ".to_owned(),
        (Lang::En, 0) => "Write a report from the books".to_owned(),
        (Lang::Vi, _) => format!("{number} báo cáo đã lập"),
        (Lang::En, 1) => "1 report".to_owned(),
        (Lang::En, _) => format!("{number} reports"),
    }
}

/// What a report in the making still asks for: "2 đoạn có số liệu đã đổi; 5 chỗ chưa viết".
pub fn report_state(lang: Lang, stale: usize, to_write: usize) -> String {
    let mut parts = Vec::new();
    if stale > 0 {
        parts.push(match lang {
            Lang::Vi => format!("{stale} đoạn đã sửa có số liệu đã đổi"),
            Lang::En if stale == 1 => "1 edited paragraph has figures that changed".to_owned(),
            Lang::En => format!("{stale} edited paragraphs have figures that changed"),
        });
    }
    if to_write > 0 {
        parts.push(match lang {
            Lang::Vi => format!("{to_write} chỗ chờ viết"),
            Lang::En if to_write == 1 => "1 place to be written".to_owned(),
            Lang::En => format!("{to_write} places to be written"),
        });
    }
    match (parts.is_empty(), lang) {
        (true, Lang::Vi) => "Các đoạn đều khớp với số liệu trong sổ".to_owned(),
        (true, Lang::En) => "Every paragraph agrees with the books".to_owned(),
        (false, _) => crate::report::sentence::words::capitalised(&parts.join("; ")),
    }
}

/// What files of the report will not have: "2 phần chưa viết: Hạn chế; Kiến nghị, đề xuất. Tệp bỏ qua các phần này …". Empty where
/// nothing is missing.
pub fn gaps(lang: Lang, unwritten: &[String], lacks_place: bool) -> String {
    let mut said = Vec::new();
    if !unwritten.is_empty() {
        let (number, parts) = (unwritten.len(), names(unwritten));
        said.push(match lang {
            Lang::Vi => {
                format!("{number} phần chưa viết: {parts}. Tạo tệp vẫn được; tệp bỏ qua phần chưa viết và đánh lại số mục")
            }
            Lang::En if number == 1 => {
                format!("1 part is not written: {parts}. Files can be made all the same; they leave it out and number on")
            }
            Lang::En => format!(
                "{number} parts are not written: {parts}. Files can be made all the same; they leave these out and number on"
            ),
        });
    }
    if lacks_place {
        said.push(
            match lang {
                Lang::Vi => "Chưa có địa danh; chỗ trống trước ngày tháng để ghi tay",
                Lang::En => "The place is not known; a gap before the date is left for it",
            }
            .to_owned(),
        );
    }
    paragraph(said)
}

/// "121 → 122; 93,1% → 93,8%".
pub fn changed_figures(lang: Lang, changes: &[(String, String)]) -> String {
    let none = match lang {
        Lang::Vi => "không còn",
        Lang::En => "gone",
    };
    let new = match lang {
        Lang::Vi => "mới",
        Lang::En => "new",
    };
    let one = |(old, now): &(String, String)| match (old.is_empty(), now.is_empty()) {
        (true, _) => format!("{new} {now}"),
        (_, true) => format!("{old} → {none}"),
        _ => format!("{old} → {now}"),
    };
    changes.iter().map(one).collect::<Vec<_>>().join("; ")
}

/// Toast: a paragraph was kept, left out, put back; the report was removed.
pub fn done(lang: Lang, deed: Deed) -> &'static str {
    match (lang, deed) {
        (Lang::Vi, Deed::Kept) => "Đã giữ đoạn đã sửa",
        (Lang::En, Deed::Kept) => "Text kept",
        (Lang::Vi, Deed::LeftOut) => "Đã bỏ đoạn khỏi báo cáo",
        (Lang::En, Deed::LeftOut) => "Paragraph left out",
        (Lang::Vi, Deed::PutBack) => "Đoạn lấy lại câu tính từ số liệu",
        (Lang::En, Deed::PutBack) => "Paragraph as the figures say",
        (Lang::Vi, Deed::Head) => "Đã lưu đầu, cuối văn bản",
        (Lang::En, Deed::Head) => "Head and foot saved",
        (Lang::Vi, Deed::Removed) => "Đã xóa báo cáo",
        (Lang::En, Deed::Removed) => "Report removed",
        (Lang::Vi, Deed::Made) => "Đã lập báo cáo",
        (Lang::En, Deed::Made) => "Report made",
    }
}

/// What was done to a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// A text was kept.
    Kept,
    /// A paragraph was left out.
    LeftOut,
    /// A paragraph is what figures say again.
    PutBack,
    /// Head and foot were saved.
    Head,
    /// It was removed.
    Removed,
    /// It was made.
    Made,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_says_what_it_still_asks_for() {
        assert_eq!(report_state(Lang::Vi, 0, 0), "Các đoạn đều khớp với số liệu trong sổ");
        assert_eq!(
            report_state(Lang::Vi, 2, 5),
            "2 đoạn đã sửa có số liệu đã đổi; 5 chỗ chờ viết"
        );
        assert_eq!(
            report_state(Lang::En, 1, 0),
            "1 edited paragraph has figures that changed"
        );
        assert_eq!(gaps(Lang::Vi, &[], false), "");
        let two = ["Hạn chế".to_owned(), "Kiến nghị, đề xuất".to_owned()];
        assert!(
            gaps(Lang::Vi, &two, false).starts_with("2 phần chưa viết: Hạn chế; Kiến nghị, đề xuất. Tạo tệp vẫn được")
        );
        let changes = [("121".to_owned(), "122".to_owned()), ("3".to_owned(), String::new())];
        assert_eq!(changed_figures(Lang::Vi, &changes), "121 → 122; 3 → không còn");
    }
}
