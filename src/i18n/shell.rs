//! Words of the shell: opening a bloc, and what stands in the way.

use super::Both;
use crate::model::text::Lang;

/// Words of the shell.
pub struct Shell {
    /// Shown while a bloc is being read.
    pub opening: &'static str,
    /// Beside a demo bloc's name.
    pub demo: &'static str,
    /// Leads to a further bloc.
    pub another_bloc: &'static str,
    /// The bloc cannot be opened.
    pub not_opened: &'static str,
    /// What is safe then.
    pub not_opened_safe: &'static str,
    /// Loads the page again.
    pub reload: &'static str,
    /// Shown while a page's code is on its way.
    pub fetching: &'static str,
    /// A page's code could not be fetched.
    pub not_fetched: &'static str,
    /// What to do then.
    pub not_fetched_remedy: &'static str,
    /// Tries it again.
    pub again: &'static str,
    /// The address names a bloc that is not here.
    pub elsewhere: &'static str,
    /// Why that may be.
    pub elsewhere_why: &'static str,
    /// Opens the bloc that was open last.
    pub open_last: &'static str,
    /// Something is not written yet, so it was not locked.
    pub not_locked: &'static str,
}

/// Both languages of the shell.
pub static SHELL: Both<Shell> = Both {
    vi: Shell {
        opening: "Đang mở sổ…",
        demo: "minh họa",
        another_bloc: "Thêm khối khác",
        not_opened: "Chưa mở được sổ trên máy này",
        not_opened_safe: "Số liệu đã lưu vẫn còn nguyên.",
        reload: "Tải lại trang",
        fetching: "Đang tải trang…",
        not_fetched: "Chưa tải được trang này",
        not_fetched_remedy: "Kết nối mạng rồi thử lại. Sau lần mở đầu tiên, trang này dùng được cả khi không có mạng.",
        again: "Thử lại",
        elsewhere: "Khối này không có trên máy",
        elsewhere_why: "Sổ nằm trên máy khác, hoặc đã xóa khỏi máy này. Số liệu của các khối khác không bị ảnh hưởng.",
        open_last: "Mở sổ gần nhất",
        not_locked: "Chưa khóa: còn số liệu chưa lưu được trên máy.",
    },
    en: Shell {
        opening: "Opening the ledger…",
        demo: "demo",
        another_bloc: "Add another bloc",
        not_opened: "The ledger on this device could not be opened",
        not_opened_safe: "What was saved is untouched.",
        reload: "Reload the page",
        fetching: "Loading the page…",
        not_fetched: "This page could not be loaded",
        not_fetched_remedy: "Connect to a network and try again. After the first visit this page works without one.",
        again: "Try again",
        elsewhere: "This bloc is not on this device",
        elsewhere_why: "Its ledger is on another device, or was removed from this one. Other blocs are not affected.",
        open_last: "Open the last ledger",
        not_locked: "Not locked: something could not be saved on this device yet.",
    },
};

/// Why an edit was refused, and what to do: who may opens the period again, others ask for it.
pub fn is_closed(lang: Lang, period: &str, may_reopen: bool) -> String {
    let (refused, remedy) = match lang {
        Lang::Vi => (
            "đã chốt số liệu nên chưa sửa được.",
            match may_reopen {
                true => "Mở lại kỳ ở Tình hình nộp báo cáo rồi sửa.",
                false => "Muốn sửa, nhờ văn phòng Khối mở lại kỳ.",
            },
        ),
        Lang::En => (
            "is closed, so nothing was changed.",
            match may_reopen {
                true => "Open it again on the page Returns, then change it.",
                false => "To change it, ask the bloc's office to open the period again.",
            },
        ),
    };
    format!("{period} {refused} {remedy}")
}
