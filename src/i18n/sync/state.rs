//! Sentences of sending: what is on this device, what a server has, what goes on, what needs somebody.

use super::many;
use crate::i18n::frame::to_choose;
use crate::model::number::format_count;
use crate::model::text::Lang;

fn count(lang: Lang, number: u64) -> String {
    format_count(number, lang)
}

/// What goes on between this device and its server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Happening<'a> {
    /// Nothing: all was sent and fetched at this time of day, where it is known.
    Quiet(Option<&'a str>),
    /// So many changes are being sent.
    Sending(u64),
    /// Records are being fetched: so many of so many, 0 where it is not known of how many.
    Fetching(u64, u64),
    /// The server cannot be reached.
    Offline,
    /// It is tried again at this time of day.
    WaitingUntil(&'a str),
    /// Something else answers in the server's place; it is tried again at this time of day.
    Intercepted(&'a str),
    /// The session is over.
    SignedOut,
}

/// What goes on, in a sentence.
pub fn happening_line(lang: Lang, happening: Happening<'_>) -> String {
    match (lang, happening) {
        (Lang::Vi, Happening::Quiet(None)) => "Đang chờ lần gửi đầu tiên.".to_owned(),
        (Lang::Vi, Happening::Quiet(Some(at))) => format!("Đã khớp với máy chủ lúc {at}."),
        (Lang::Vi, Happening::Sending(number)) => format!("Đang gửi {} thay đổi.", count(lang, number)),
        (Lang::Vi, Happening::Fetching(0, 0)) => "Đang hỏi máy chủ có gì mới.".to_owned(),
        (Lang::Vi, Happening::Fetching(done, 0)) => format!("Đang nhận số liệu: {} mục.", count(lang, done)),
        (Lang::Vi, Happening::Fetching(done, total)) => {
            format!("Đang nhận số liệu: {}/{} mục.", count(lang, done), count(lang, total))
        }
        (Lang::Vi, Happening::Offline) => "Không kết nối được máy chủ. Khi có mạng, máy tự gửi tiếp.".to_owned(),
        (Lang::Vi, Happening::WaitingUntil(at)) => format!("Máy chủ chưa nhận được; máy tự thử lại lúc {at}."),
        (Lang::Vi, Happening::Intercepted(at)) => format!(
            "Nơi trả lời không phải máy chủ của Khối, thường là trang đăng nhập Wi-Fi. Mở trình duyệt đăng nhập mạng; máy tự thử lại lúc {at}."
        ),
        (Lang::Vi, Happening::SignedOut) => {
            "Phiên đăng nhập đã hết. Mọi thay đổi vẫn ở trên máy; đăng nhập lại, máy sẽ gửi tiếp.".to_owned()
        }
        (Lang::En, Happening::Quiet(None)) => "Waiting to send for the first time.".to_owned(),
        (Lang::En, Happening::Quiet(Some(at))) => format!("In step with the server at {at}."),
        (Lang::En, Happening::Sending(number)) => format!("Sending {}.", many(number, "change", "changes")),
        (Lang::En, Happening::Fetching(0, 0)) => "Asking the server for news.".to_owned(),
        (Lang::En, Happening::Fetching(done, 0)) => format!("Fetching: {} items.", count(lang, done)),
        (Lang::En, Happening::Fetching(done, total)) => {
            format!("Fetching: {} of {} items.", count(lang, done), count(lang, total))
        }
        (Lang::En, Happening::Offline) => "The server cannot be reached. It goes on by itself once online.".to_owned(),
        (Lang::En, Happening::WaitingUntil(at)) => {
            format!("The server could not take it yet; it is tried again at {at}.")
        }
        (Lang::En, Happening::Intercepted(at)) => format!(
            "What answers is not the bloc's server, often a Wi-Fi sign-in page. Sign in to the network; it is tried again at {at}."
        ),
        (Lang::En, Happening::SignedOut) => {
            "The session has ended. Every change is on this device; sign in again and it is sent.".to_owned()
        }
    }
}

/// How the device stands beside its server where nothing needs a person: how many changes wait to be sent.
pub fn unsent_line(lang: Lang, unsent: u64) -> String {
    match (lang, unsent) {
        (Lang::Vi, 0) => "Mọi thay đổi đã gửi lên máy chủ".to_owned(),
        (Lang::Vi, _) => format!("Còn {} thay đổi chờ gửi lên máy chủ", count(lang, unsent)),
        (Lang::En, 0) => "Every change is on the server".to_owned(),
        (Lang::En, _) => format!("{} waiting to be sent to the server", many(unsent, "change", "changes")),
    }
}

/// When the server was last spoken to, as a fact beside others.
pub fn exchanged_fact(lang: Lang, at: &str) -> String {
    match lang {
        Lang::Vi => format!("Gửi và nhận lần cuối lúc {at}"),
        Lang::En => format!("Last sent and fetched at {at}"),
    }
}

/// Whose account a bloc is linked as.
pub fn account_line(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Vi => format!("Tài khoản {name}"),
        Lang::En => format!("Account {name}"),
    }
}

/// How far an op has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpState {
    /// It waits.
    Waiting,
    /// It waits for its own account.
    OtherAccount,
    /// It is on its way.
    Sending,
    /// The server has it.
    Accepted,
    /// Two people entered differently.
    Conflict,
    /// The server did not take it.
    Rejected,
    /// It was put aside or tried again.
    Withdrawn,
}

/// How far an op has come, in a few words.
pub const fn op_state_name(lang: Lang, state: OpState) -> &'static str {
    match (lang, state) {
        (Lang::Vi, OpState::Waiting) => "Chờ gửi",
        (Lang::Vi, OpState::OtherAccount) => "Chờ đúng tài khoản",
        (Lang::Vi, OpState::Sending) => "Đang gửi",
        (Lang::Vi, OpState::Accepted) => "Máy chủ đã nhận",
        (Lang::Vi, OpState::Conflict) => "Hai nơi nhập khác nhau",
        (Lang::Vi, OpState::Rejected) => "Bị từ chối",
        (Lang::Vi, OpState::Withdrawn) => "Đã xử lý",
        (Lang::En, OpState::Waiting) => "Waits to be sent",
        (Lang::En, OpState::OtherAccount) => "Waits for its own account",
        (Lang::En, OpState::Sending) => "Being sent",
        (Lang::En, OpState::Accepted) => "Accepted by the server",
        (Lang::En, OpState::Conflict) => "Entered differently",
        (Lang::En, OpState::Rejected) => "Refused",
        (Lang::En, OpState::Withdrawn) => "Dealt with",
    }
}

/// How much waits, was refused or is contested: the line over the queue.
pub fn queue_line(lang: Lang, waiting: usize, rejected: usize) -> String {
    let number = |number: usize| count(lang, number as u64);
    match (lang, waiting, rejected) {
        (Lang::Vi, 0, 0) => "Không còn gì chờ gửi.".to_owned(),
        (Lang::Vi, _, 0) => format!("{} thay đổi chờ gửi.", number(waiting)),
        (Lang::Vi, 0, _) => format!("{} thay đổi bị từ chối, cần xem.", number(rejected)),
        (Lang::Vi, ..) => format!(
            "{} thay đổi chờ gửi, {} bị từ chối cần xem.",
            number(waiting),
            number(rejected)
        ),
        (Lang::En, 0, 0) => "Nothing waits to be sent.".to_owned(),
        (Lang::En, _, 0) => format!("Waiting to be sent: {}.", number(waiting)),
        (Lang::En, 0, _) => format!("Refused, to review: {}.", number(rejected)),
        (Lang::En, ..) => format!(
            "Waiting to be sent: {}; refused, to review: {}.",
            number(waiting),
            number(rejected)
        ),
    }
}

/// Said when a change was taken back from the queue.
pub fn withdrawn(lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => "Đã rút thay đổi",
        Lang::En => "The change was withdrawn",
    }
}

/// Said when a refused change was made again.
pub fn tried_again(lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => "Đã xếp gửi lại",
        Lang::En => "It will be sent again",
    }
}

/// More fields of the same change, which are not listed.
pub fn more_fields(lang: Lang, number: usize) -> String {
    match lang {
        Lang::Vi => format!("và {} trường khác", count(lang, number as u64)),
        Lang::En => format!("and {}", many(number as u64, "more field", "more fields")),
    }
}

/// The one line of the overview: what needs a person. Empty where nothing does.
pub fn attention_line(lang: Lang, conflicts: usize, rejected: usize, devices: &str) -> String {
    let mut parts = Vec::new();
    let number = |number: usize| count(lang, number as u64);
    if conflicts > 0 {
        parts.push(match lang {
            Lang::Vi => format!("{} chỗ hai nơi nhập khác nhau", number(conflicts)),
            Lang::En => to_choose(lang, conflicts as u64),
        });
    }
    if rejected > 0 {
        parts.push(match lang {
            Lang::Vi => format!("{} thay đổi của máy này bị từ chối", number(rejected)),
            Lang::En if rejected == 1 => "1 change of this device refused".to_owned(),
            Lang::En => format!("{} changes of this device refused", number(rejected)),
        });
    }
    if !devices.is_empty() {
        parts.push(devices.to_owned());
    }
    parts.join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_goes_on_is_told_with_its_figures() {
        let said = |happening| happening_line(Lang::Vi, happening);
        assert_eq!(said(Happening::Sending(1_200)), "Đang gửi 1.200 thay đổi.");
        assert_eq!(unsent_line(Lang::Vi, 1_200), "Còn 1.200 thay đổi chờ gửi lên máy chủ");
        assert_eq!(unsent_line(Lang::En, 1), "1 change waiting to be sent to the server");
        assert_eq!(
            said(Happening::Fetching(1_200, 10_000)),
            "Đang nhận số liệu: 1.200/10.000 mục."
        );
        assert!(said(Happening::WaitingUntil("09:45")).contains("09:45"));
        assert!(said(Happening::Intercepted("09:45")).contains("không phải máy chủ của Khối"));
        assert!(said(Happening::SignedOut).contains("vẫn ở trên máy"));
    }

    #[test]
    fn the_overview_is_silent_where_nothing_needs_a_person() {
        assert_eq!(attention_line(Lang::Vi, 0, 0, ""), "");
        assert_eq!(
            attention_line(Lang::Vi, 3, 0, "1 máy thiếu thay đổi"),
            "3 chỗ hai nơi nhập khác nhau · 1 máy thiếu thay đổi"
        );
        assert_eq!(
            attention_line(Lang::En, 1, 2, ""),
            "1 conflict to settle · 2 changes of this device refused"
        );
    }

    #[test]
    fn the_queue_says_how_much_waits() {
        assert_eq!(queue_line(Lang::Vi, 12, 0), "12 thay đổi chờ gửi.");
        assert_eq!(
            queue_line(Lang::En, 2, 1),
            "Waiting to be sent: 2; refused, to review: 1."
        );
    }
}
