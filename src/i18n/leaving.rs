//! Words of leaving the server: what stays, what would be lost, and what becomes of the session.

use super::Both;
use crate::model::number::{Count, format_count};
use crate::model::text::Lang;

/// Words of leaving.
pub struct Leaving {
    /// Leaves the server.
    pub leave: &'static str,
    /// What leaving means.
    pub why: &'static str,
    /// There are changes that are not sent, and the bloc stays.
    pub unsent_stay: &'static str,
    /// Keeps the bloc as a copy.
    pub keep: &'static str,
    /// What that means.
    pub keep_help: &'static str,
    /// Removes it from this device.
    pub wipe: &'static str,
    /// What that means.
    pub wipe_help: &'static str,
    /// Takes the changes away that would be lost.
    pub take: &'static str,
    /// They were taken away.
    pub taken: &'static str,
    /// Neither taken nor given up.
    pub undecided: &'static str,
    /// It was left.
    pub left: &'static str,
    /// It was left, and the session is not over.
    pub left_owing: &'static str,
}

/// Both languages of leaving.
pub static LEAVING: Both<Leaving> = Both {
    vi: Leaving {
        leave: "Rời máy chủ",
        why: "Máy này không gửi, nhận nữa. Số liệu trên máy chủ và máy khác không bị đụng đến.",
        unsent_stay: "Còn thay đổi chưa gửi: chúng ở lại trên máy này, máy chủ không có. Muốn gửi thì đồng bộ trước khi rời.",
        keep: "Giữ trên máy như bản riêng",
        keep_help: "Khối ở lại trên máy, không còn nối với máy chủ.",
        wipe: "Xóa Khối khỏi máy này",
        wipe_help: "Dùng khi trả máy hoặc đổi người. Không hoàn tác được; số liệu vẫn còn trên máy chủ.",
        take: "Tải danh sách các thay đổi này",
        taken: "Đã tải danh sách các thay đổi này.",
        undecided: "Tải danh sách về, hoặc đánh dấu là không cần giữ, rồi mới rời máy chủ.",
        left: "Đã rời máy chủ.",
        left_owing: "Đã rời máy chủ. Phiên đăng nhập sẽ kết thúc khi máy có mạng lại.",
    },
    en: Leaving {
        leave: "Leave the server",
        why: "This device no longer sends and fetches. What is on the server and on other devices is not touched.",
        unsent_stay: "Some changes are not sent: they stay on this device, and the server does not have them. To send them, synchronise before leaving.",
        keep: "Keep it here as a copy of its own",
        keep_help: "The bloc stays on this device, without a server.",
        wipe: "Remove the bloc from this device",
        wipe_help: "For a device that is handed back or on. It cannot be undone; the figures stay on the server.",
        take: "Download a list of these changes",
        taken: "The list of these changes was downloaded.",
        undecided: "Download the list, or tick that it is not needed; then leave the server.",
        left: "The server was left.",
        left_owing: "The server was left. The session ends as soon as this device has a network again.",
    },
};

fn number(lang: Lang, count: usize) -> String {
    format_count(Count::try_from(count).unwrap_or(Count::MAX), lang)
}

/// What would be lost by leaving: changes that the server refused, and those that were not sent where the bloc goes.
pub fn would_be_lost(lang: Lang, refused: usize, unsent: usize) -> String {
    let (some, more) = (number(lang, refused), number(lang, unsent));
    match (lang, refused, unsent) {
        (Lang::Vi, 0, _) => format!("{more} thay đổi chưa gửi sẽ mất khi xóa Khối khỏi máy này."),
        (Lang::Vi, _, 0) => format!("{some} thay đổi máy chủ không nhận sẽ mất khi rời máy chủ."),
        (Lang::Vi, _, _) => {
            format!("{some} thay đổi máy chủ không nhận và {more} thay đổi chưa gửi sẽ mất khi xóa Khối khỏi máy này.")
        }
        (Lang::En, 0, 1) => "One change that is not sent will be lost when the bloc is removed.".to_owned(),
        (Lang::En, 0, _) => format!("{more} changes that are not sent will be lost when the bloc is removed."),
        (Lang::En, 1, 0) => "One change that the server refused will be lost on leaving.".to_owned(),
        (Lang::En, _, 0) => format!("{some} changes that the server refused will be lost on leaving."),
        (Lang::En, _, _) => {
            format!("{some} refused and {more} unsent changes will be lost when the bloc is removed.")
        }
    }
}

/// That they are not needed.
pub fn not_needed(lang: Lang, count: usize) -> String {
    let some = number(lang, count);
    match (lang, count) {
        (Lang::Vi, 1) => "Không cần giữ thay đổi này".to_owned(),
        (Lang::Vi, _) => format!("Không cần giữ {some} thay đổi này"),
        (Lang::En, 1) => "This change is not needed".to_owned(),
        (Lang::En, _) => format!("These {some} changes are not needed"),
    }
}

/// What becomes of the session where there is no network now; `until` is when it ends by itself.
pub fn session_goes_on(lang: Lang, until: &str) -> String {
    match lang {
        Lang::Vi => format!(
            "Máy chưa kết nối được máy chủ, nên phiên đăng nhập chưa kết thúc được ngay. Máy sẽ tự kết thúc phiên khi có mạng lại; nếu không bao giờ có mạng lại, phiên còn đến {until}. Cần kết thúc ngay thì vào Cài đặt, Tài khoản và thiết bị, Các lần đăng nhập trên một máy khác của tài khoản này, hoặc nhờ văn phòng Khối khóa tài khoản."
        ),
        Lang::En => format!(
            "This device cannot reach the server, so the session cannot end at once. It ends as soon as there is a network again; if there never is, it lasts until {until}. To end it now, use Settings, Accounts and devices, Sessions on another device of this account, or ask the bloc's office to disable the account."
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_be_lost_is_counted() {
        assert_eq!(
            would_be_lost(Lang::Vi, 3, 0),
            "3 thay đổi máy chủ không nhận sẽ mất khi rời máy chủ."
        );
        assert!(would_be_lost(Lang::Vi, 0, 1200).starts_with("1.200 thay đổi chưa gửi"));
        assert!(would_be_lost(Lang::En, 1, 0).starts_with("One change that the server refused"));
        assert!(would_be_lost(Lang::En, 2, 5).starts_with("2 refused and 5 unsent"));
        assert_eq!(not_needed(Lang::En, 1), "This change is not needed");
    }
}
