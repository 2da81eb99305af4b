//! What is done with returns as papers: handing in, taking back, accepting, sending back. Used where figures are entered
//! and on the page of returns.

use crate::i18n::Both;
use crate::model::number::{Count, format_count};
use crate::model::returns::{Deed, ReturnStatus};
use crate::model::text::Lang;

/// Words of the deeds.
pub struct Deeds {
    /// The menu of deeds.
    pub menu: &'static str,
    /// Hands in.
    pub hand_in: &'static str,
    /// Takes back.
    pub take_back: &'static str,
    /// Accepts.
    pub accept: &'static str,
    /// Opens the form that sends back.
    pub send_back: &'static str,
    /// Title of that form.
    pub reason_title: &'static str,
    /// Label of the reason.
    pub reason: &'static str,
    /// What to write there.
    pub reason_help: &'static str,
    /// Nothing was written there.
    pub reason_missing: &'static str,
    /// Sends back, in the form.
    pub send: &'static str,
    /// Why a return came back, before the reason.
    pub sent_back: &'static str,
    /// What to do then.
    pub sent_back_remedy: &'static str,
    /// That an accepted return was changed.
    pub amended: &'static str,
    /// Heading of a return's history.
    pub history: &'static str,
    /// Nothing happened to it on this device.
    pub history_none: &'static str,
    /// Who, while there are no accounts.
    pub here: &'static str,
    /// None of the returns meant is one for this deed.
    pub nothing: &'static str,
}

/// Both languages of the deeds.
pub static DEEDS: Both<Deeds> = Both {
    vi: Deeds {
        menu: "Duyệt phiếu",
        hand_in: "Nộp",
        take_back: "Rút lại",
        accept: "Chấp nhận",
        send_back: "Trả lại…",
        reason_title: "Trả lại báo cáo",
        reason: "Lý do trả lại",
        reason_help: "Nêu rõ biểu nào, ô nào và cần sửa gì. Đơn vị đọc được lý do này, lời nhắc gửi Zalo cũng nêu.",
        reason_missing: "Chưa ghi lý do. Ghi cần sửa gì để đơn vị biết, rồi bấm Trả lại.",
        send: "Trả lại",
        sent_back: "Báo cáo bị trả lại:",
        sent_back_remedy: "Sửa theo lý do này rồi nộp lại.",
        amended: "Đã chấp nhận, sau đó có số được sửa. Cần chấp nhận lại hoặc trả lại; lịch sử từng ô cho biết số nào đã đổi.",
        history: "Lịch sử báo cáo",
        history_none: "Chưa nộp lần nào trên máy này.",
        here: "trên máy này",
        nothing: "Không có báo cáo nào ở tình trạng làm được việc này",
    },
    en: Deeds {
        menu: "Review returns",
        hand_in: "Submit",
        take_back: "Take back",
        accept: "Accept",
        send_back: "Send back…",
        reason_title: "Send back",
        reason: "Reason",
        reason_help: "Say which form, which cell, and what to change. The unit reads this; the reminder repeats it.",
        reason_missing: "No reason is given. Say what is to be changed, then press Send back.",
        send: "Send back",
        sent_back: "This return was sent back:",
        sent_back_remedy: "Change it as the reason says, then submit it again.",
        amended: "It was accepted and a figure was changed since. Accept it again or send it back; the history of each cell tells what changed.",
        history: "History of the return",
        history_none: "Never submitted on this device.",
        here: "on this device",
        nothing: "No return is in a state for this",
    },
};

/// Whose returns a deed of the menu is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// All that are shown.
    Shown,
    /// Those of the rows selected.
    Selected,
}

fn number(lang: Lang, count: usize) -> String {
    format_count(Count::try_from(count).unwrap_or(Count::MAX), lang)
}

/// An entry of the menu: "Chấp nhận 12 báo cáo đã chọn".
pub fn deed_of(lang: Lang, deed: &Deed, count: usize, whose: Whose) -> String {
    let some = number(lang, count);
    match lang {
        Lang::Vi => {
            let verb = match deed {
                Deed::HandIn => "Nộp",
                Deed::TakeBack => "Rút lại",
                Deed::Accept => "Chấp nhận",
                Deed::SendBack(_) => "Trả lại",
            };
            let whose = match (whose, deed) {
                (Whose::Selected, _) => "đã chọn",
                (Whose::Shown, Deed::HandIn) => "đã điền",
                (Whose::Shown, _) => "đã nộp",
            };
            let more = if matches!(deed, Deed::SendBack(_)) { "…" } else { "" };
            format!("{verb} {some} báo cáo {whose}{more}")
        }
        Lang::En => {
            let verb = match deed {
                Deed::HandIn => "Submit",
                Deed::TakeBack => "Take back",
                Deed::Accept => "Accept",
                Deed::SendBack(_) => "Send back",
            };
            let whose = match (whose, deed) {
                (Whose::Selected, _) => "selected",
                (Whose::Shown, Deed::HandIn) => "filled",
                (Whose::Shown, _) => "submitted",
            };
            let noun = if count == 1 { "return" } else { "returns" };
            let more = if matches!(deed, Deed::SendBack(_)) { "…" } else { "" };
            format!("{verb} {some} {whose} {noun}{more}")
        }
    }
}

/// The toast after a deed.
pub fn deed_done(lang: Lang, deed: &Deed, count: usize) -> String {
    let some = number(lang, count);
    match (lang, deed) {
        (Lang::Vi, Deed::HandIn) => format!("Đã nộp {some} báo cáo"),
        (Lang::Vi, Deed::TakeBack) => format!("Đã rút lại {some} báo cáo để nhập tiếp"),
        (Lang::Vi, Deed::Accept) => format!("Đã chấp nhận {some} báo cáo"),
        (Lang::Vi, Deed::SendBack(_)) => format!("Đã trả lại {some} báo cáo"),
        (Lang::En, deed) => {
            let noun = if count == 1 { "return" } else { "returns" };
            let verb = match deed {
                Deed::HandIn => "submitted",
                Deed::TakeBack => "taken back for entry",
                Deed::Accept => "accepted",
                Deed::SendBack(_) => "sent back",
            };
            format!("{some} {noun} {verb}")
        }
    }
}

/// Whose returns are about to be sent back.
pub fn sending_back(lang: Lang, unit: Option<&str>, count: usize) -> String {
    match (lang, unit) {
        (Lang::Vi, Some(unit)) => format!("Báo cáo của {unit} về tình trạng “trả lại” để đơn vị sửa và nộp lại."),
        (Lang::Vi, None) => format!(
            "{} báo cáo về tình trạng “trả lại” để các đơn vị sửa và nộp lại, cùng một lý do.",
            number(lang, count)
        ),
        (Lang::En, Some(unit)) => format!("The return of {unit} goes back to be changed and submitted again."),
        (Lang::En, None) => format!(
            "{} returns go back to be changed and submitted again, for the same reason.",
            number(lang, count)
        ),
    }
}

/// What became of a return, in its history; `None` for a return that was not there.
pub fn became(lang: Lang, status: Option<&ReturnStatus>) -> String {
    let word = match (lang, status) {
        (Lang::Vi, None) => "chưa nhập",
        (Lang::Vi, Some(ReturnStatus::Draft)) => "đang nhập",
        (Lang::Vi, Some(ReturnStatus::Submitted)) => "đã nộp",
        (Lang::Vi, Some(ReturnStatus::Accepted)) => "được chấp nhận",
        (Lang::Vi, Some(ReturnStatus::Amended)) => "sửa số sau khi chấp nhận, chờ chấp nhận lại",
        (Lang::En, None) => "nothing entered",
        (Lang::En, Some(ReturnStatus::Draft)) => "in progress",
        (Lang::En, Some(ReturnStatus::Submitted)) => "submitted",
        (Lang::En, Some(ReturnStatus::Accepted)) => "accepted",
        (Lang::En, Some(ReturnStatus::Amended)) => "changed after it was accepted, to be accepted again",
        (Lang::Vi, Some(ReturnStatus::SentBack(reason))) => return format!("trả lại: {reason}"),
        (Lang::En, Some(ReturnStatus::SentBack(reason))) => return format!("sent back: {reason}"),
    };
    word.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_deed_says_how_many_and_whose() {
        let send = Deed::SendBack(String::new());
        assert_eq!(
            deed_of(Lang::Vi, &Deed::Accept, 1200, Whose::Shown),
            "Chấp nhận 1.200 báo cáo đã nộp"
        );
        assert_eq!(
            deed_of(Lang::Vi, &send, 3, Whose::Selected),
            "Trả lại 3 báo cáo đã chọn…"
        );
        assert_eq!(
            deed_of(Lang::En, &Deed::HandIn, 1, Whose::Shown),
            "Submit 1 filled return"
        );
        assert_eq!(deed_done(Lang::Vi, &send, 1), "Đã trả lại 1 báo cáo");
        assert_eq!(deed_done(Lang::En, &Deed::Accept, 2), "2 returns accepted");
    }

    #[test]
    fn the_history_repeats_the_reason() {
        let back = ReturnStatus::SentBack("thiếu cột C".to_owned());
        assert_eq!(became(Lang::Vi, Some(&back)), "trả lại: thiếu cột C");
        assert_eq!(became(Lang::En, None), "nothing entered");
    }
}
