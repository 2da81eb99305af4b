//! Words of joining a server: opening an invitation, the first load, signing in again.

use super::Both;
use crate::model::number::format_count;
use crate::model::text::Lang;
use crate::sync::rights::Role;
use crate::sync::wire::LEAST_PASSWORD;

/// Words of joining.
pub struct Join {
    /// The page's name.
    pub title: &'static str,
    /// The page's name for an invitation that sets a new password.
    pub title_password: &'static str,
    /// The invitation is being read.
    pub opening: &'static str,
    /// The bloc.
    pub bloc: &'static str,
    /// The bloc has no name yet.
    pub bloc_unnamed: &'static str,
    /// The unit.
    pub unit: &'static str,
    /// What the account may do.
    pub role: &'static str,
    /// Until when the invitation can be used.
    pub until: &'static str,
    /// The account's name.
    pub name: &'static str,
    /// What it should be.
    pub name_help: &'static str,
    /// It is empty.
    pub name_missing: &'static str,
    /// The password.
    pub password: &'static str,
    /// The password of an account that is there.
    pub password_own: &'static str,
    /// What it should be.
    pub password_help: &'static str,
    /// It is empty, of an account that is there.
    pub password_missing: &'static str,
    /// Shows what was typed.
    pub show: &'static str,
    /// Hides it.
    pub hide: &'static str,
    /// The same in one word.
    pub show_short: &'static str,
    /// The same in one word.
    pub hide_short: &'static str,
    /// What the device is called.
    pub device: &'static str,
    /// What that is for.
    pub device_help: &'static str,
    /// Joins.
    pub join: &'static str,
    /// Sets the new password.
    pub set_password: &'static str,
    /// It is being sent.
    pub sending: &'static str,
    /// What is kept, and where.
    pub promise: &'static str,
    /// The invitation cannot be used.
    pub refused: &'static str,
    /// There was no answer to the invitation.
    pub not_reached: &'static str,
    /// What is safe.
    pub refused_safe: &'static str,
    /// Tries again.
    pub again: &'static str,
    /// Goes to the sign-in form.
    pub to_sign_in: &'static str,
    /// Enters another code.
    pub other_code: &'static str,
    /// Goes to the figures on this device.
    pub to_overview: &'static str,
    /// The account is in already.
    pub here_title: &'static str,
    /// What joining would do then.
    pub here_why: &'static str,
    /// Stays with the account that is signed in.
    pub here_stay: &'static str,
    /// Takes the invitation up all the same.
    pub here_join: &'static str,
    /// Loads the bloc of the account that is signed in.
    pub load_here: &'static str,
    /// Somebody else filled the server before this device's bloc was published.
    pub filled_meanwhile: &'static str,
    /// A bloc of this device's own stays beside.
    pub beside: &'static str,
    /// The first load: its heading.
    pub loading: &'static str,
    /// What to do meanwhile.
    pub loading_note: &'static str,
    /// The first load broke off.
    pub loading_failed: &'static str,
    /// What is safe then.
    pub loading_safe: &'static str,
    /// Goes on with it.
    pub load_again: &'static str,
    /// Publishing broke off.
    pub publishing_failed: &'static str,
    /// What is safe then.
    pub publishing_safe: &'static str,
    /// Goes on with it.
    pub publish_again: &'static str,
    /// The server is empty: what to begin with.
    pub empty_title: &'static str,
    /// What publishing means.
    pub empty_why: &'static str,
    /// Publishes a bloc of this device.
    pub publish: &'static str,
    /// What is said of a demo in that list.
    pub publish_demo: &'static str,
    /// Begins anew.
    pub anew: &'static str,
    /// What that takes.
    pub anew_help: &'static str,
    /// It is being published.
    pub publishing: &'static str,
    /// The server has no bloc yet, and this account is not the one that brings it.
    pub still_empty: &'static str,
    /// What to do then.
    pub still_empty_why: &'static str,
    /// Joined.
    pub joined: &'static str,
    /// The new password is set.
    pub password_set: &'static str,
    /// The page without a code: its heading.
    pub by_code: &'static str,
    /// What a code is.
    pub by_code_why: &'static str,
    /// The link or code.
    pub code: &'static str,
    /// Where it comes from.
    pub code_help: &'static str,
    /// It is empty or no code.
    pub code_wrong: &'static str,
    /// Opens it.
    pub open: &'static str,
    /// The link leads to another server.
    pub elsewhere: &'static str,
    /// Goes there.
    pub go_there: &'static str,
    /// Scans a code.
    pub scan: &'static str,
    /// The camera looks.
    pub scanning: &'static str,
    /// Stops it.
    pub scan_stop: &'static str,
    /// What the picture shows.
    pub scan_picture: &'static str,
    /// The browser reads no codes.
    pub scan_unable: &'static str,
    /// The camera was refused.
    pub scan_refused: &'static str,
    /// There is no camera.
    pub scan_no_camera: &'static str,
    /// Another program has the camera.
    pub scan_taken: &'static str,
    /// What reads codes could not be fetched.
    pub scan_not_fetched: &'static str,
    /// A code was read that is none of ours.
    pub scan_other: &'static str,
    /// The sign-in form: its heading.
    pub sign_in_title: &'static str,
    /// Why it is asked for.
    pub sign_in_why: &'static str,
    /// Signs in.
    pub sign_in: &'static str,
    /// Asks how to get in again.
    pub forgotten: &'static str,
    /// The answer.
    pub forgotten_why: &'static str,
    /// Signed in again.
    pub signed_in: &'static str,
}

/// Both languages of joining.
pub static JOIN: Both<Join> = Both {
    vi: Join {
        title: "Tham gia bằng lời mời",
        title_password: "Đặt mật khẩu mới",
        opening: "Đang mở lời mời…",
        bloc: "Khối",
        bloc_unnamed: "Máy chủ mới, chưa có Khối nào",
        unit: "Đơn vị",
        role: "Được làm",
        until: "Dùng được đến",
        name: "Tên tài khoản",
        name_help: "Tên đơn vị hoặc bộ phận viết không dấu, không phải tên người. Dùng để đăng nhập lần sau.",
        name_missing: "Tên tài khoản còn trống: nhập tên đơn vị hoặc bộ phận, ví dụ chi-bo-bao-tinh.",
        password: "Mật khẩu mới",
        password_own: "Mật khẩu",
        password_help: "Ít nhất 12 ký tự. Một câu ngắn dễ nhớ là tốt nhất.",
        password_missing: "Mật khẩu còn trống: nhập mật khẩu của tài khoản này.",
        show: "Hiện mật khẩu",
        hide: "Ẩn mật khẩu",
        show_short: "Hiện",
        hide_short: "Ẩn",
        device: "Tên máy này",
        device_help: "Để nhận ra máy trong danh sách đăng nhập.",
        join: "Tham gia",
        set_password: "Đặt mật khẩu",
        sending: "Đang gửi…",
        promise: "Chỉ số tổng hợp được gửi lên máy chủ này. Sau khi tải xong, máy dùng được cả khi không có mạng.",
        refused: "Lời mời không dùng được",
        not_reached: "Chưa mở được lời mời",
        refused_safe: "Số liệu đã có trên máy này không bị đụng đến.",
        again: "Thử lại",
        to_sign_in: "Đăng nhập bằng tài khoản đã có",
        other_code: "Nhập mã khác",
        to_overview: "Về tổng quan",
        here_title: "Máy này đang đăng nhập",
        here_why: "Dùng lời mời này thì máy chuyển sang tài khoản mới. Khối của tài khoản cũ vẫn nằm trên máy; thay đổi chưa gửi của tài khoản đó chờ đến khi đăng nhập lại.",
        here_stay: "Giữ tài khoản đang dùng",
        here_join: "Chuyển sang lời mời này",
        load_here: "Mở Khối của tài khoản này",
        filled_meanwhile: "Máy chủ vừa có số liệu từ nơi khác: số liệu đó được tải về. Khối trên máy giữ nguyên, đứng riêng.",
        beside: "Khối đang có trên máy vẫn giữ nguyên, đứng riêng, không gửi gì lên máy chủ này. Chuyển giữa các Khối ở đầu trang.",
        loading: "Đang tải số liệu về máy",
        loading_note: "Giữ trang này mở. Mạng đứt giữa chừng thì bấm Thử lại, phần đã tải không mất.",
        loading_failed: "Tải chưa xong",
        loading_safe: "Tài khoản đã vào được. Phần đã tải vẫn ở trên máy.",
        load_again: "Tải tiếp",
        publishing_failed: "Đưa lên chưa xong",
        publishing_safe: "Tài khoản đã vào được. Khối trên máy này vẫn nguyên; phần đã gửi không phải gửi lại.",
        publish_again: "Gửi tiếp",
        empty_title: "Máy chủ chưa có số liệu",
        empty_why: "Chọn một Khối trên máy này để đưa lên, giữ nguyên số liệu và lịch sử; hoặc bắt đầu Khối mới. Mục nào máy chủ không nhận thì vẫn ở trên máy, có lý do ở trang Đồng bộ.",
        publish: "Đưa lên máy chủ",
        publish_demo: "dữ liệu xem thử",
        anew: "Bắt đầu Khối mới",
        anew_help: "Ba bước: tên, nhiệm kỳ, danh sách đơn vị. Xong thì đưa lên máy chủ.",
        publishing: "Đang đưa Khối lên máy chủ",
        still_empty: "Máy chủ chưa có số liệu",
        still_empty_why: "Người quản trị chưa đưa Khối lên. Tài khoản đã sẵn sàng: khi Khối có trên máy chủ, bấm Thử lại.",
        joined: "Đã tham gia. Máy này dùng được cả khi không có mạng.",
        password_set: "Đã đặt mật khẩu mới.",
        by_code: "Tham gia bằng mã",
        by_code_why: "Văn phòng Khối gửi lời mời là một liên kết hoặc mã QR. Mở liên kết, quét mã, hoặc dán vào đây.",
        code: "Liên kết hoặc mã mời",
        code_help: "Dán cả liên kết, hoặc chỉ phần cuối của nó.",
        code_wrong: "Chưa có mã: dán liên kết mời, ví dụ https://…/join/…, hoặc phần cuối của nó.",
        open: "Mở lời mời",
        elsewhere: "Lời mời này thuộc máy chủ khác",
        go_there: "Mở ở máy chủ đó",
        scan: "Quét mã QR",
        scanning: "Đưa mã QR vào giữa khung hình.",
        scan_stop: "Thôi quét",
        scan_picture: "Hình từ máy ảnh",
        scan_unable: "Trang này không dùng được máy ảnh. Mở máy ảnh của điện thoại, quét mã rồi bấm vào liên kết; hoặc dán liên kết ở trên.",
        scan_refused: "Chưa được phép dùng máy ảnh. Cho phép trong phần cài đặt trang của trình duyệt, hoặc dán liên kết ở trên.",
        scan_no_camera: "Không tìm thấy máy ảnh trên máy này. Dán liên kết ở trên.",
        scan_taken: "Máy ảnh đang được chương trình khác dùng. Đóng chương trình đó rồi bấm Quét mã QR lại, hoặc dán liên kết ở trên.",
        scan_not_fetched: "Chưa tải được phần đọc mã. Kiểm tra mạng rồi bấm Quét mã QR lại, hoặc dán liên kết ở trên.",
        scan_other: "Mã vừa quét không phải lời mời của Sổ Khối. Quét mã trên tờ mời của văn phòng Khối.",
        sign_in_title: "Đăng nhập lại",
        sign_in_why: "Phiên đăng nhập đã hết. Mọi thay đổi vẫn ở trên máy; đăng nhập xong máy gửi tiếp.",
        sign_in: "Đăng nhập",
        forgotten: "Quên mật khẩu",
        forgotten_why: "Máy chủ không giữ mật khẩu nên không gửi lại được. Xin văn phòng Khối một lời mời đặt mật khẩu mới (Cài đặt › Tài khoản và thiết bị). Trong lúc chờ vẫn nhập được; không có gì mất.",
        signed_in: "Đã đăng nhập lại.",
    },
    en: Join {
        title: "Join by an invitation",
        title_password: "Set a new password",
        opening: "Opening the invitation…",
        bloc: "Bloc",
        bloc_unnamed: "A new server without a bloc",
        unit: "Unit",
        role: "It may",
        until: "Can be used until",
        name: "Account name",
        name_help: "The unit or office in small letters without accents, not a person. It is what one signs in by.",
        name_missing: "The account name is empty: enter that of the unit or office, such as chi-bo-bao-tinh.",
        password: "New password",
        password_own: "Password",
        password_help: "At least 12 characters. A short sentence is best.",
        password_missing: "The password is empty: enter that of this account.",
        show: "Show the password",
        hide: "Hide the password",
        show_short: "Show",
        hide_short: "Hide",
        device: "Name of this device",
        device_help: "To know it again in the list of sessions.",
        join: "Join",
        set_password: "Set the password",
        sending: "Sending…",
        promise: "Aggregates only go to this server. Once loaded, this device works without a network.",
        refused: "The invitation cannot be used",
        not_reached: "The invitation could not be opened",
        refused_safe: "What is on this device is not touched.",
        again: "Try again",
        to_sign_in: "Sign in with an existing account",
        other_code: "Enter another code",
        to_overview: "To the overview",
        here_title: "This device is signed in",
        here_why: "Taking up this invitation changes to a new account. The bloc of the account so far stays on this device; its changes that are not sent wait until it signs in again.",
        here_stay: "Keep the account",
        here_join: "Change to this invitation",
        load_here: "Open this account's bloc",
        filled_meanwhile: "Somebody else has just filled the server: that bloc was loaded. The one on this device stays as it is, beside it.",
        beside: "Blocs on this device stay as they are, beside it, and nothing of them is sent to this server. Change between them at the top of the page.",
        loading: "Loading onto this device",
        loading_note: "Keep this page open. If the network breaks off, press Try again; what was loaded stays.",
        loading_failed: "Not all was loaded",
        loading_safe: "The account is in. What was loaded stays on this device.",
        load_again: "Go on",
        publishing_failed: "Not all was published",
        publishing_safe: "The account is in. The bloc on this device is as it was; what was sent need not be sent again.",
        publish_again: "Go on",
        empty_title: "The server is empty",
        empty_why: "Choose a bloc of this device to publish, with its figures and history; or begin a new one. What the server does not take stays on this device, with the reason on the page Sync.",
        publish: "Publish",
        publish_demo: "demo",
        anew: "Begin a new bloc",
        anew_help: "Three steps: name, term, list of units. Then it is published.",
        publishing: "Publishing the bloc",
        still_empty: "The server is empty",
        still_empty_why: "The administrator has not published the bloc yet. The account is ready: press Try again when it is there.",
        joined: "Joined. This device works without a network too.",
        password_set: "The new password is set.",
        by_code: "Join by a code",
        by_code_why: "The office sends an invitation as a link or a QR code. Open the link, scan the code, or paste it here.",
        code: "Link or code",
        code_help: "Paste the whole link, or only its end.",
        code_wrong: "There is no code: paste the link of the invitation, such as https://…/join/…, or its end.",
        open: "Open the invitation",
        elsewhere: "This invitation belongs to another server",
        go_there: "Open it there",
        scan: "Scan a QR code",
        scanning: "Hold the QR code in the middle of the picture.",
        scan_stop: "Stop",
        scan_picture: "What the camera sees",
        scan_unable: "This page cannot use the camera. Use the phone's own camera and tap the link, or paste the link above.",
        scan_refused: "The camera was not allowed. Allow it in the browser's settings of this page, or paste the link above.",
        scan_no_camera: "No camera was found on this device. Paste the link above.",
        scan_taken: "Another program is using the camera. Close it and press Scan a QR code again, or paste the link above.",
        scan_not_fetched: "What reads the code could not be fetched. Check the network and press Scan a QR code again, or paste the link above.",
        scan_other: "The code is no invitation of Sổ Khối. Scan the one on the office's sheet.",
        sign_in_title: "Sign in again",
        sign_in_why: "The session has ended. Every change is still on this device and is sent after signing in.",
        sign_in: "Sign in",
        forgotten: "Forgotten password",
        forgotten_why: "The server keeps no passwords, so it cannot send one. Ask the office for an invitation that sets a new one (Settings › Accounts and devices). Meanwhile figures can be entered; nothing is lost.",
        signed_in: "Signed in again.",
    },
};

/// A role, in one or two words.
pub fn role_name(lang: Lang, role: Role) -> &'static str {
    match (lang, role) {
        (Lang::Vi, Role::Admin) => "Quản trị",
        (Lang::Vi, Role::Editor) => "Văn phòng Khối",
        (Lang::Vi, Role::Viewer) => "Chỉ xem",
        (Lang::Vi, Role::Unit) => "Đơn vị",
        (Lang::En, Role::Admin) => "Administrator",
        (Lang::En, Role::Editor) => "Office",
        (Lang::En, Role::Viewer) => "Viewer",
        (Lang::En, Role::Unit) => "Unit",
    }
}

/// What a role may do, in plain words.
pub fn role_words(lang: Lang, role: Role) -> &'static str {
    match (lang, role) {
        (Lang::Vi, Role::Admin) => "Nhập, sửa mọi số liệu của Khối; mời và quản lý tài khoản",
        (Lang::Vi, Role::Editor) => "Nhập, sửa mọi số liệu của Khối; mời đơn vị và người xem",
        (Lang::Vi, Role::Viewer) => "Xem mọi số liệu của Khối, không sửa",
        (Lang::Vi, Role::Unit) => "Nhập báo cáo của đơn vị mình; xem chỉ tiêu và đợt học tập của Khối",
        (Lang::En, Role::Admin) => "Enter and change all figures of the bloc; invite and manage accounts",
        (Lang::En, Role::Editor) => "Enter and change all figures of the bloc; invite units and viewers",
        (Lang::En, Role::Viewer) => "See all figures of the bloc, change none",
        (Lang::En, Role::Unit) => "Enter the returns of its own unit; see the bloc's targets and study drives",
    }
}

/// The heading of an invitation: "Lời mời vào Đảng bộ Khối các cơ quan tỉnh".
pub fn invited(lang: Lang, bloc: &str) -> String {
    match (lang, bloc.is_empty()) {
        (Lang::Vi, true) => "Lời mời quản trị máy chủ mới".to_owned(),
        (Lang::Vi, false) => format!("Lời mời vào {bloc}"),
        (Lang::En, true) => "An invitation to run a new server".to_owned(),
        (Lang::En, false) => format!("An invitation to {bloc}"),
    }
}

/// The heading of an invitation that sets a new password.
pub fn new_password_for(lang: Lang, account: &str) -> String {
    match lang {
        Lang::Vi => format!("Mật khẩu mới cho tài khoản {account}"),
        Lang::En => format!("A new password for the account {account}"),
    }
}

/// How far a load is: "Đang tải 1.240 / 3.000 mục".
pub fn loaded_line(lang: Lang, done: u64, total: u64) -> String {
    let (done, total) = (format_count(done, lang), format_count(total, lang));
    match lang {
        Lang::Vi => format!("Đang tải {done} / {total} mục"),
        Lang::En => format!("Loading {done} / {total} items"),
    }
}

/// How far publishing is: "Đã gửi 1.240 / 3.000 mục".
pub fn published_line(lang: Lang, done: u64, total: u64) -> String {
    let (done, total) = (format_count(done, lang), format_count(total, lang));
    match lang {
        Lang::Vi => format!("Đã gửi {done} / {total} mục"),
        Lang::En => format!("Sent {done} / {total} items"),
    }
}

/// Who is signed in on this device: "Tài khoản vpdu (Văn phòng Khối)".
pub fn signed_in_as(lang: Lang, account: &str, role: Role) -> String {
    let role = role_name(lang, role);
    match lang {
        Lang::Vi => format!("tài khoản {account} ({role})"),
        Lang::En => format!("account {account} ({role})"),
    }
}

/// Where an invitation to another server leads, so that a person sees it before going there.
pub fn leads_to(lang: Lang, host: &str) -> String {
    match lang {
        Lang::Vi => format!("Liên kết dẫn đến {host}. Chỉ mở nếu đúng địa chỉ mà văn phòng Khối đã cho."),
        Lang::En => format!("The link leads to {host}. Open it only if that is the address the office gave."),
    }
}

/// That a name cannot be used, with one that could be, made of what was typed.
pub fn wrong_name(lang: Lang, better: &str) -> String {
    let better = if better.len() < 3 { "chi-bo-bao-tinh" } else { better };
    match lang {
        Lang::Vi => format!("Tên tài khoản dùng 3 đến 40 chữ thường không dấu, số, gạch nối: ví dụ {better}."),
        Lang::En => {
            format!("An account name has 3 to 40 small letters without accents, digits and dashes: such as {better}.")
        }
    }
}

/// That a password is shorter than it may be: how many characters it has, and how many it needs.
pub fn short_password(lang: Lang, typed: usize) -> String {
    match (lang, typed) {
        (Lang::Vi, 0) => format!("Mật khẩu còn trống: đặt ít nhất {LEAST_PASSWORD} ký tự."),
        (Lang::Vi, _) => format!("Mật khẩu mới có {typed} ký tự: thêm cho đủ {LEAST_PASSWORD}."),
        (Lang::En, 0) => format!("The password is empty: choose at least {LEAST_PASSWORD} characters."),
        (Lang::En, _) => format!("The password has {typed} characters: it needs {LEAST_PASSWORD}."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_invitation_is_headed_by_the_bloc() {
        assert_eq!(invited(Lang::Vi, "Đảng bộ Khối tỉnh"), "Lời mời vào Đảng bộ Khối tỉnh");
        assert!(invited(Lang::En, "").contains("new server"));
    }

    #[test]
    fn a_load_is_counted_as_a_person_reads_it() {
        assert_eq!(loaded_line(Lang::Vi, 1_240, 3_000), "Đang tải 1.240 / 3.000 mục");
        assert_eq!(published_line(Lang::En, 12, 3_000), "Sent 12 / 3,000 items");
    }

    #[test]
    fn a_short_password_is_counted() {
        assert_eq!(short_password(Lang::Vi, 6), "Mật khẩu mới có 6 ký tự: thêm cho đủ 12.");
        assert!(short_password(Lang::En, 0).contains("empty"));
    }

    #[test]
    fn every_role_says_what_it_may() {
        for lang in [Lang::Vi, Lang::En] {
            for (at, role) in Role::ALL.into_iter().enumerate() {
                let others = Role::ALL.into_iter().skip(at + 1);
                assert!(
                    others
                        .clone()
                        .all(|other| role_words(lang, role) != role_words(lang, other))
                );
                assert!(
                    others
                        .clone()
                        .all(|other| role_name(lang, role) != role_name(lang, other))
                );
            }
        }
    }
}
