//! Words of closing a period and opening it again.

use crate::i18n::Both;
use crate::model::number::{Count, format_count};
use crate::model::text::Lang;

/// Words of closing.
pub struct ClosingWords {
    /// The section.
    pub title: &'static str,
    /// What closing does.
    pub note: &'static str,
    /// Opens the form that closes.
    pub close: &'static str,
    /// Title of that form.
    pub close_title: &'static str,
    /// Closes, in the form.
    pub close_now: &'static str,
    /// What is closed already cannot be closed.
    pub all_closed: &'static str,
    /// Which forms.
    pub forms: &'static str,
    /// None was chosen.
    pub forms_missing: &'static str,
    /// Who closes.
    pub by: &'static str,
    /// What to write there.
    pub by_help: &'static str,
    /// Nothing was written there.
    pub by_missing: &'static str,
    /// A remark.
    pub remark: &'static str,
    /// Everything is in and looked at.
    pub nothing_open: &'static str,
    /// What is open does not forbid closing.
    pub open_anyway: &'static str,
    /// Opens the form that opens a period again.
    pub reopen: &'static str,
    /// Title of that form.
    pub reopen_title: &'static str,
    /// Opens it again, in the form.
    pub reopen_now: &'static str,
    /// Why.
    pub reason: &'static str,
    /// What to write there.
    pub reason_help: &'static str,
    /// Nothing was written there.
    pub reason_missing: &'static str,
    /// Who opens it again.
    pub reopen_by: &'static str,
    /// Heading of the past.
    pub history: &'static str,
    /// Nothing was ever closed.
    pub history_none: &'static str,
    /// It was opened again.
    pub reopened: &'static str,
    /// All forms.
    pub all_forms: &'static str,
    /// Where a closed return is opened again, after the sentence that it is closed.
    pub read_only: &'static str,
    /// The same for somebody who cannot open it.
    pub read_only_here: &'static str,
    /// The account does not write these returns.
    pub not_theirs: &'static str,
    /// The link to the page.
    pub to_page: &'static str,
}

/// Both languages of closing.
pub static CLOSING: Both<ClosingWords> = Both {
    vi: ClosingWords {
        title: "Chốt số liệu",
        note: "Khi chốt, số liệu và tình trạng báo cáo của kỳ chỉ để xem, không ai sửa được cho đến khi mở lại. Chốt một năm là chốt cả các tháng, quý và đợt học tập kết thúc trong năm đó.",
        close: "Chốt số liệu…",
        close_title: "Chốt số liệu",
        close_now: "Chốt",
        all_closed: "Kỳ này đã chốt",
        forms: "Chốt những biểu nào",
        forms_missing: "Chưa chọn biểu nào. Chọn ít nhất một biểu để chốt.",
        by: "Ai chốt",
        by_help: "Ghi bộ phận hoặc chức danh, ví dụ Văn phòng Đảng ủy Khối. Không ghi tên người.",
        by_missing: "Chưa ghi ai chốt. Ghi bộ phận hoặc chức danh.",
        remark: "Ghi chú",
        nothing_open: "Các biểu đã chọn đã nộp đủ, đã chấp nhận và không còn điểm nào cần xem lại.",
        open_anyway: "Vẫn chốt được. Phần còn thiếu chỉ bổ sung được sau khi mở lại kỳ.",
        reopen: "Mở lại…",
        reopen_title: "Mở lại kỳ đã chốt",
        reopen_now: "Mở lại",
        reason: "Lý do mở lại",
        reason_help: "Lý do được giữ trong lịch sử chốt số liệu.",
        reason_missing: "Chưa ghi lý do. Ghi vì sao phải mở lại kỳ đã chốt.",
        reopen_by: "Ai mở lại",
        history: "Lịch sử chốt số liệu",
        history_none: "Chưa chốt kỳ nào.",
        reopened: "mở lại",
        all_forms: "tất cả biểu",
        read_only_here: "Số liệu chỉ để xem. Muốn sửa, nhờ văn phòng Khối mở lại kỳ.",
        read_only: "Số liệu chỉ để xem. Muốn sửa, mở lại kỳ ở trang",
        not_theirs: "Tài khoản này chỉ xem số liệu ở đây. Muốn sửa, đăng nhập bằng tài khoản của đơn vị hoặc của văn phòng Khối.",
        to_page: "Tình hình nộp báo cáo",
    },
    en: ClosingWords {
        title: "Closing figures",
        note: "Once closed, the figures and the state of the period's returns can only be read until it is opened again. Closing a year closes its months, quarters and the study drives that end in it.",
        close: "Close figures…",
        close_title: "Close figures",
        close_now: "Close",
        all_closed: "This period is closed",
        forms: "Which forms",
        forms_missing: "No form is chosen. Choose at least one.",
        by: "Who closes it",
        by_help: "The office or the post, for example the committee's office. No person's name.",
        by_missing: "It does not say who closes it. Give the office or the post.",
        remark: "Remark",
        nothing_open: "The forms chosen are all in and accepted, and nothing is left to be looked at.",
        open_anyway: "It can be closed all the same. What is missing can only be added after it is opened again.",
        reopen: "Open again…",
        reopen_title: "Open a closed period",
        reopen_now: "Open again",
        reason: "Reason",
        reason_help: "It is kept in the history of closings.",
        reason_missing: "No reason is given. Say why the closed period has to be opened.",
        reopen_by: "Who opens it",
        history: "History of closings",
        history_none: "No period was ever closed.",
        reopened: "opened again",
        all_forms: "all forms",
        read_only_here: "The figures can only be read. To change them, ask the bloc's office to open the period again.",
        read_only: "The figures can only be read. To change them, open the period again on the page",
        not_theirs: "This account only reads the figures here. To change them, sign in with the account of the unit or of the bloc's office.",
        to_page: "Returns",
    },
};

fn number(lang: Lang, count: usize) -> String {
    format_count(Count::try_from(count).unwrap_or(Count::MAX), lang)
}

/// "Năm 2021 đã chốt số liệu lúc 05/01/2022 10:00 (Văn phòng Đảng ủy)".
pub fn closed_line(lang: Lang, period: &str, at: &str, by: &str) -> String {
    match lang {
        Lang::Vi => format!("{period} đã chốt số liệu lúc {at} ({by})"),
        Lang::En => format!("{period} was closed on {at} ({by})"),
    }
}

/// What is open before closing, each as a sentence; none where nothing is.
pub fn still_open(lang: Lang, missing: usize, waiting: usize, findings: usize) -> Vec<String> {
    let of = |count: usize, vi: &str, one: &str, many: &str| {
        (count > 0).then(|| {
            let some = number(lang, count);
            match lang {
                Lang::Vi => format!("{some} {vi}"),
                Lang::En => format!("{some} {}", if count == 1 { one } else { many }),
            }
        })
    };
    [
        of(missing, "báo cáo chưa nộp", "return is not in", "returns are not in"),
        of(
            waiting,
            "báo cáo đã nộp chưa được chấp nhận",
            "return waits to be accepted",
            "returns wait to be accepted",
        ),
        of(
            findings,
            "điểm cần xem lại còn mở",
            "point is still to be looked at",
            "points are still to be looked at",
        ),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The toast after closing.
pub fn closed_now(lang: Lang, period: &str) -> String {
    match lang {
        Lang::Vi => format!("Đã chốt số liệu: {period}"),
        Lang::En => format!("Closed: {period}"),
    }
}

/// The toast after opening again.
pub fn reopened_now(lang: Lang, period: &str) -> String {
    match lang {
        Lang::Vi => format!("Đã mở lại: {period}"),
        Lang::En => format!("Opened again: {period}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_open_is_told_piece_by_piece() {
        assert_eq!(still_open(Lang::Vi, 0, 0, 0), Vec::<String>::new());
        assert_eq!(
            still_open(Lang::Vi, 3, 12, 0),
            ["3 báo cáo chưa nộp", "12 báo cáo đã nộp chưa được chấp nhận"]
        );
        assert_eq!(
            still_open(Lang::En, 1, 0, 2),
            ["1 return is not in", "2 points are still to be looked at"]
        );
    }
}
