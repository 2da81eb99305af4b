//! Words of PINs: setting one, the page that asks for it, forgetting it.

use super::Both;
use crate::model::number::{Count, format_count};
use crate::model::text::Lang;
use crate::store::seal::{LEAST, Unfit};

/// Words of PINs.
pub struct Pin {
    /// Heading of the part of the settings.
    pub title: &'static str,
    /// What it is for.
    pub note: &'static str,
    /// There is none.
    pub none: &'static str,
    /// There is one.
    pub there: &'static str,
    /// This page was not opened over https.
    pub no_crypto: &'static str,
    /// Sets one.
    pub set: &'static str,
    /// Changes it.
    pub change: &'static str,
    /// Takes it away.
    pub remove: &'static str,
    /// Locks now.
    pub lock: &'static str,
    /// What it protects from.
    pub protects: &'static str,
    /// What it does not protect from, point by point.
    pub not: &'static [&'static str],
    /// Heading of these.
    pub not_title: &'static str,
    /// Nobody can open it without the PIN.
    pub no_second_way: &'static str,
    /// Of a bloc without a server everything would be lost.
    pub no_server: &'static str,
    /// What a PIN is.
    pub help: &'static str,
    /// The PIN that is there.
    pub pin: &'static str,
    /// A new one.
    pub new: &'static str,
    /// The same again.
    pub again: &'static str,
    /// They differ.
    pub differs: &'static str,
    /// Nothing was typed.
    pub missing: &'static str,
    /// One sign again and again.
    pub plain: &'static str,
    /// Rows are being sealed.
    pub working: &'static str,
    /// It was set.
    pub was_set: &'static str,
    /// It was changed.
    pub was_changed: &'static str,
    /// It was taken away.
    pub was_removed: &'static str,
    /// What removing it means.
    pub remove_why: &'static str,
    /// Heading of the page that asks for it.
    pub locked: &'static str,
    /// What to do there.
    pub locked_why: &'static str,
    /// Opens it.
    pub open: &'static str,
    /// It was forgotten.
    pub forgot: &'static str,
    /// What that means.
    pub forgot_why: &'static str,
    /// How one goes on with a server.
    pub forgot_server: &'static str,
    /// How one goes on without one.
    pub forgot_alone: &'static str,
    /// That this is understood.
    pub forgot_agree: &'static str,
    /// It was not ticked.
    pub forgot_not_agreed: &'static str,
    /// Does it.
    pub forgot_do: &'static str,
    /// It was done.
    pub forgotten: &'static str,
}

/// Both languages of PINs.
pub static PIN: Both<Pin> = Both {
    vi: Pin {
        title: "Mã PIN",
        note: "Dùng khi nhiều người chung một máy: sổ chỉ mở khi nhập đúng mã PIN.",
        none: "Sổ này chưa có mã PIN. Ai mở được máy là đọc được số liệu.",
        there: "Sổ này có mã PIN. Rời ứng dụng năm phút thì sổ tự khóa.",
        no_crypto: "Chỉ đặt được mã PIN khi mở ứng dụng qua https. Địa chỉ đang mở không phải https.",
        set: "Đặt mã PIN",
        change: "Đổi mã PIN",
        remove: "Bỏ mã PIN",
        lock: "Khóa sổ trên máy này",
        protects: "Số liệu và tên đơn vị trên máy này được mã hóa. Người khác mở ứng dụng, hoặc đọc ổ nhớ của máy, không xem được.",
        not_title: "Mã PIN không ngăn được",
        not: &[
            "Người xem màn hình khi sổ đang mở, hoặc nhìn lúc nhập mã.",
            "Người lấy ổ nhớ đi dò mã bằng phần mềm: sáu chữ số dò xong trong vài ngày. Cần chắc hơn thì dùng cả một câu.",
            "Tên Khối, số bản ghi và mã định danh: phần này không mã hóa.",
            "Tệp sao lưu, báo cáo, bản in đã lấy ra khỏi ứng dụng.",
            "Số liệu trên máy chủ: phiên đăng nhập của máy này vẫn giữ sau khi khóa sổ.",
        ],
        no_second_way: "Quên mã PIN thì không ai mở lại được sổ trên máy này.",
        no_server: "Khối này chưa nối máy chủ: quên mã PIN là mất toàn bộ sổ trên máy này. Nên sao lưu trước; tệp sao lưu không có mã PIN nên cất nơi an toàn.",
        help: "Ít nhất sáu chữ số, hoặc một câu dễ nhớ.",
        pin: "Mã PIN",
        new: "Mã PIN mới",
        again: "Nhập lại mã PIN mới",
        differs: "Hai lần nhập khác nhau.",
        missing: "Nhập mã PIN.",
        plain: "Mã này quá dễ đoán. Chọn mã khác.",
        working: "Đang mã hóa sổ. Đừng đóng trang.",
        was_set: "Đã đặt mã PIN.",
        was_changed: "Đã đổi mã PIN.",
        was_removed: "Đã bỏ mã PIN.",
        remove_why: "Số liệu trên máy này trở lại như trước khi đặt mã PIN: ai mở được máy là đọc được.",
        locked: "Sổ đang khóa",
        locked_why: "Nhập mã PIN đã đặt trên máy này.",
        open: "Mở sổ",
        forgot: "Quên mã PIN",
        forgot_why: "Không có cách nào mở sổ mà không có mã PIN. Chỉ có thể gỡ sổ khỏi máy này rồi lấy lại.",
        forgot_server: "Số liệu trên máy chủ vẫn còn. Sau khi gỡ, đăng nhập lại bằng mật khẩu để tải về.",
        forgot_alone: "Sổ này không nối máy chủ: chỉ lấy lại được từ tệp sao lưu, nếu có.",
        forgot_agree: "Đồng ý mất những gì nêu trên",
        forgot_not_agreed: "Đánh dấu đồng ý rồi mới gỡ.",
        forgot_do: "Gỡ sổ khỏi máy này",
        forgotten: "Đã gỡ sổ khỏi máy này.",
    },
    en: Pin {
        title: "PIN",
        note: "For a device that several people use: the ledger opens by its PIN only.",
        none: "This ledger has no PIN. Whoever can unlock the device reads its figures.",
        there: "This ledger has a PIN. It locks itself when nobody has looked at it for five minutes.",
        no_crypto: "A PIN can be set only where the app was opened over https. This address is not https.",
        set: "Set a PIN",
        change: "Change the PIN",
        remove: "Remove the PIN",
        lock: "Lock the ledger on this device",
        protects: "Figures and names of units on this device are encrypted. Somebody else who opens the app, or reads the device's disk, does not see them.",
        not_title: "What a PIN does not prevent",
        not: &[
            "Somebody who sees the screen while the ledger is open, or watches the PIN being typed.",
            "A program that tries PINs on a copy of the disk: six digits are found within days. A whole sentence is safer.",
            "The bloc's name, the number of records and their identifiers: these are not encrypted.",
            "Backups, reports and prints that were taken out of the app.",
            "Figures on the server: this device stays signed in after the ledger was locked.",
        ],
        no_second_way: "If the PIN is forgotten, nobody can open the ledger on this device again.",
        no_server: "This bloc has no server: if the PIN is forgotten, the whole ledger on this device is lost. Make a backup first; a backup has no PIN, so keep it in a safe place.",
        help: "At least six digits, or a sentence that is easy to remember.",
        pin: "PIN",
        new: "New PIN",
        again: "New PIN once more",
        differs: "The two differ.",
        missing: "Type the PIN.",
        plain: "This one is too easily guessed. Choose another.",
        working: "The ledger is being encrypted. Keep this page open.",
        was_set: "The PIN was set.",
        was_changed: "The PIN was changed.",
        was_removed: "The PIN was removed.",
        remove_why: "Figures on this device are again as before the PIN was set: whoever can unlock the device reads them.",
        locked: "The ledger is locked",
        locked_why: "Type the PIN that was set on this device.",
        open: "Open the ledger",
        forgot: "Forgotten PIN",
        forgot_why: "There is no way to open the ledger without the PIN. It can only be removed from this device and fetched again.",
        forgot_server: "The figures on the server are still there. Afterwards, sign in with the password to fetch them.",
        forgot_alone: "This ledger has no server: it can be had again from a backup only, if there is one.",
        forgot_agree: "What is named above may be lost",
        forgot_not_agreed: "Tick that it may be lost, then remove it.",
        forgot_do: "Remove the ledger from this device",
        forgotten: "The ledger was removed from this device.",
    },
};

fn number(lang: Lang, count: usize) -> String {
    format_count(Count::try_from(count).unwrap_or(Count::MAX), lang)
}

/// What forgetting the PIN would lose of a bloc with a server, as it is now.
pub fn would_be_lost(lang: Lang, unsent: usize) -> String {
    let count = number(lang, unsent);
    match (lang, unsent) {
        (Lang::Vi, 0) => "Mọi thay đổi trên máy này đã gửi lên máy chủ: quên mã PIN thì tải lại được.".to_owned(),
        (Lang::Vi, _) => format!("{count} thay đổi chưa gửi lên máy chủ. Quên mã PIN trước khi gửi là mất những thay đổi này; phần đã gửi tải lại được."),
        (Lang::En, 0) => "Every change on this device was sent to the server: if the PIN is forgotten, all can be fetched again.".to_owned(),
        (Lang::En, 1) => "One change was not sent to the server. If the PIN is forgotten before it is, it is lost; what was sent can be fetched again.".to_owned(),
        (Lang::En, _) => format!("{count} changes were not sent to the server. If the PIN is forgotten before they are, they are lost; what was sent can be fetched again."),
    }
}

/// What is lost by removing a locked bloc that has a server.
pub fn is_lost(lang: Lang, unsent: usize) -> String {
    let count = number(lang, unsent);
    match (lang, unsent) {
        (Lang::Vi, 0) => "Không mất thay đổi nào: tất cả đã gửi lên máy chủ.".to_owned(),
        (Lang::Vi, _) => format!("{count} thay đổi chưa gửi lên máy chủ sẽ mất."),
        (Lang::En, 0) => "No change is lost: all were sent to the server.".to_owned(),
        (Lang::En, 1) => "One change that was not sent to the server is lost.".to_owned(),
        (Lang::En, _) => format!("{count} changes that were not sent to the server are lost."),
    }
}

/// It is not the PIN; how often one may try still.
pub fn wrong(lang: Lang, left: u32) -> String {
    match (lang, left) {
        (Lang::Vi, _) => format!("Mã PIN chưa đúng. Còn {left} lần thử, sau đó phải chờ."),
        (Lang::En, 1) => "This is not the PIN. One more try, then one has to wait.".to_owned(),
        (Lang::En, _) => format!("This is not the PIN. {left} more tries, then one has to wait."),
    }
}

/// How long is to be waited.
pub fn wait(lang: Lang, ms: i64) -> String {
    let seconds = (ms.max(0) + 999) / 1000;
    let (minutes, rest) = (seconds / 60, seconds % 60);
    let time = match (lang, minutes, rest) {
        (Lang::Vi, 0, _) => format!("{rest} giây"),
        (Lang::Vi, _, 0) => format!("{minutes} phút"),
        (Lang::Vi, _, _) => format!("{minutes} phút {rest} giây"),
        (Lang::En, 0, _) => format!("{rest} s"),
        (Lang::En, _, 0) => format!("{minutes} min"),
        (Lang::En, _, _) => format!("{minutes} min {rest} s"),
    };
    match lang {
        Lang::Vi => format!("Đã nhập sai nhiều lần. Thử lại sau {time}."),
        Lang::En => format!("Too many wrong PINs. Try again in {time}."),
    }
}

/// Why a text will not do as a PIN.
pub fn unfit(lang: Lang, why: Unfit) -> String {
    match (lang, why) {
        (Lang::Vi, Unfit::Short(0)) => PIN.vi.missing.to_owned(),
        (Lang::En, Unfit::Short(0)) => PIN.en.missing.to_owned(),
        (Lang::Vi, Unfit::Short(signs)) => format!("Mới có {signs} ký tự, cần ít nhất {LEAST}."),
        (Lang::En, Unfit::Short(signs)) => format!("{signs} characters so far; at least {LEAST} are needed."),
        (Lang::Vi, Unfit::Plain) => PIN.vi.plain.to_owned(),
        (Lang::En, Unfit::Plain) => PIN.en.plain.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_to_be_waited_is_told_in_minutes_and_seconds() {
        assert_eq!(wait(Lang::Vi, 29_001), "Đã nhập sai nhiều lần. Thử lại sau 30 giây.");
        assert_eq!(wait(Lang::Vi, 120_000), "Đã nhập sai nhiều lần. Thử lại sau 2 phút.");
        assert_eq!(wait(Lang::En, 61_000), "Too many wrong PINs. Try again in 1 min 1 s.");
    }

    #[test]
    fn what_would_be_lost_is_counted() {
        assert!(would_be_lost(Lang::Vi, 1_200).starts_with("1.200 thay đổi chưa gửi"));
        assert!(would_be_lost(Lang::En, 1).starts_with("One change"));
        assert_eq!(is_lost(Lang::Vi, 3), "3 thay đổi chưa gửi lên máy chủ sẽ mất.");
        assert!(is_lost(Lang::En, 0).starts_with("No change"));
    }

    #[test]
    fn a_wrong_pin_and_one_that_will_not_do_say_what_is_next() {
        assert_eq!(wrong(Lang::Vi, 4), "Mã PIN chưa đúng. Còn 4 lần thử, sau đó phải chờ.");
        assert_eq!(unfit(Lang::Vi, Unfit::Short(4)), "Mới có 4 ký tự, cần ít nhất 6.");
        assert_eq!(unfit(Lang::En, Unfit::Short(0)), "Type the PIN.");
    }
}
