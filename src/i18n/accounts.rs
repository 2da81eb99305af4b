//! Words of the accounts of a server: who this device is, sessions, accounts, invitations.

use super::Both;
use crate::model::number::format_count;
use crate::model::text::Lang;

/// Words of the panel.
pub struct Accounts {
    /// The panel's heading.
    pub title: &'static str,
    /// The open bloc is on this device alone.
    pub local: &'static str,
    /// How it gets to a server.
    pub local_why: &'static str,
    /// Goes to the page of invitations.
    pub join: &'static str,
    /// Publishes the open bloc.
    pub publish: &'static str,
    /// What is asked of the server.
    pub asking: &'static str,
    /// The account.
    pub account: &'static str,
    /// What it may do.
    pub role: &'static str,
    /// Whose returns it writes.
    pub unit: &'static str,
    /// The server's address.
    pub server: &'static str,
    /// The device's clock is off.
    pub clock: &'static str,
    /// Changes the password.
    pub change_password: &'static str,
    /// The password so far.
    pub old_password: &'static str,
    /// The new one.
    pub new_password: &'static str,
    /// It was changed.
    pub password_changed: &'static str,
    /// Signs this device out.
    pub sign_out: &'static str,
    /// What that means.
    pub sign_out_why: &'static str,
    /// This device was signed out.
    pub signed_out: &'static str,
    /// Heading: sessions.
    pub sessions: &'static str,
    /// What they are.
    pub sessions_note: &'static str,
    /// This device's session.
    pub this_device: &'static str,
    /// A device without a name.
    pub unnamed_device: &'static str,
    /// When it began.
    pub since: &'static str,
    /// When it was last used.
    pub seen: &'static str,
    /// Ends a session.
    pub end: &'static str,
    /// Ends all sessions.
    pub end_all: &'static str,
    /// What that means.
    pub end_all_why: &'static str,
    /// A session was ended.
    pub ended: &'static str,
    /// All were.
    pub ended_all: &'static str,
    /// Heading: accounts of the server.
    pub all: &'static str,
    /// What the list is for.
    pub all_note: &'static str,
    /// There is none beside one's own.
    pub none: &'static str,
    /// Why, and what to do.
    pub none_why: &'static str,
    /// It can sign in no longer.
    pub disabled: &'static str,
    /// It has never been seen.
    pub never_seen: &'static str,
    /// What can be done with an account.
    pub deeds: &'static str,
    /// Changes role or unit.
    pub change: &'static str,
    /// The change is taken in.
    pub change_do: &'static str,
    /// It was changed.
    pub changed: &'static str,
    /// Disables.
    pub disable: &'static str,
    /// Enables.
    pub enable: &'static str,
    /// Invites to a new password.
    pub reset: &'static str,
    /// Heading: invitations.
    pub invitations: &'static str,
    /// What they are.
    pub invitations_note: &'static str,
    /// None is open.
    pub no_invitations: &'static str,
    /// Invites.
    pub invite: &'static str,
    /// Whom.
    pub invite_whom: &'static str,
    /// Which unit.
    pub invite_unit: &'static str,
    /// No unit was chosen.
    pub unit_missing: &'static str,
    /// Chooses a unit.
    pub choose_unit: &'static str,
    /// Makes the invitation.
    pub invite_do: &'static str,
    /// Invites all units without an account.
    pub invite_all: &'static str,
    /// What that makes.
    pub invite_all_why: &'static str,
    /// They are being made.
    pub inviting: &'static str,
    /// Every unit has an account or an invitation.
    pub all_invited: &'static str,
    /// The invitation is there: its heading.
    pub made: &'static str,
    /// How to hand it over.
    pub made_why: &'static str,
    /// The link.
    pub link: &'static str,
    /// Copies the link.
    pub copy: &'static str,
    /// It was copied.
    pub copied: &'static str,
    /// The browser did not copy it.
    pub not_copied: &'static str,
    /// Shares it by another app.
    pub share: &'static str,
    /// What is shared beside the link.
    pub share_words: &'static str,
    /// What the QR code is.
    pub qr: &'static str,
    /// The text is too long for a QR code.
    pub no_qr: &'static str,
    /// Withdraws an invitation.
    pub withdraw: &'static str,
    /// It was withdrawn.
    pub withdrawn: &'static str,
    /// For a new account.
    pub for_account: &'static str,
    /// For a new password.
    pub for_password: &'static str,
    /// It can be used no longer.
    pub expired: &'static str,
    /// The sheet of invitations: its heading.
    pub sheet: &'static str,
    /// What to do with it.
    pub sheet_why: &'static str,
    /// How one reads it, on each slip.
    pub sheet_how: &'static str,
    /// Prints it.
    pub print: &'static str,
    /// Writes it as CSV.
    pub csv: &'static str,
    /// Name of the CSV file, without its ending.
    pub csv_name: &'static str,
    /// Closes the sheet.
    pub sheet_close: &'static str,
    /// Until when an invitation can be used.
    pub until: &'static str,
    /// Code of an invitation.
    pub code: &'static str,
    /// What was made is shown once.
    pub once: &'static str,
    /// The name of an account.
    pub name: &'static str,
    /// What it should be.
    pub name_help: &'static str,
    /// Puts away what was read.
    pub done: &'static str,
    /// Loads again.
    pub again: &'static str,
}

/// Both languages of the panel.
pub static ACCOUNTS: Both<Accounts> = Both {
    vi: Accounts {
        title: "Tài khoản và thiết bị",
        local: "Khối này chỉ nằm trên máy này.",
        local_why: "Nối với máy chủ để nhiều máy cùng nhập; mọi việc vẫn làm được khi không có mạng.",
        join: "Tham gia bằng mã",
        publish: "Đưa Khối này lên máy chủ",
        asking: "Đang hỏi máy chủ…",
        account: "Tài khoản",
        role: "Được làm",
        unit: "Đơn vị",
        server: "Máy chủ",
        clock: "Đồng hồ máy này lệch so với máy chủ. Số liệu không bị ảnh hưởng, nhưng giờ hiển thị có thể sai: chỉnh lại giờ của máy.",
        change_password: "Đổi mật khẩu",
        old_password: "Mật khẩu hiện nay",
        new_password: "Mật khẩu mới",
        password_changed: "Đã đổi mật khẩu.",
        sign_out: "Đăng xuất máy này",
        sign_out_why: "Số liệu vẫn ở trên máy và vẫn nhập được; chỉ tạm không gửi, nhận.",
        signed_out: "Đã đăng xuất. Số liệu vẫn ở trên máy.",
        sessions: "Các lần đăng nhập",
        sessions_note: "Máy nào lạ hoặc không còn dùng thì đăng xuất máy đó. Số liệu chưa gửi trên máy đó không mất.",
        this_device: "máy này",
        unnamed_device: "Máy chưa đặt tên",
        since: "Đăng nhập từ",
        seen: "Dùng lần cuối",
        end: "Đăng xuất",
        end_all: "Đăng xuất mọi nơi",
        end_all_why: "Mọi máy của tài khoản này, cả máy này, phải đăng nhập lại. Số liệu trên các máy vẫn còn.",
        ended: "Đã đăng xuất máy đó.",
        ended_all: "Đã đăng xuất mọi nơi.",
        all: "Tài khoản của Khối",
        all_note: "Mỗi tài khoản là một đơn vị hoặc bộ phận, không phải một người.",
        none: "Chưa có tài khoản nào khác",
        none_why: "Mời văn phòng và các đơn vị: mỗi lời mời là một liên kết hoặc mã QR dùng một lần.",
        disabled: "Đang khóa",
        never_seen: "chưa dùng",
        deeds: "Thao tác",
        change: "Sửa",
        change_do: "Đổi",
        changed: "Đã đổi quyền của tài khoản.",
        disable: "Khóa",
        enable: "Mở khóa",
        reset: "Mật khẩu mới",
        invitations: "Lời mời đang chờ",
        invitations_note: "Mã chỉ hiện một lần khi tạo. Mất mã thì rút lời mời và mời lại.",
        no_invitations: "Không có lời mời nào đang chờ.",
        invite: "Mời",
        invite_whom: "Mời ai",
        invite_unit: "Đơn vị",
        unit_missing: "Chưa chọn đơn vị: chọn đơn vị sẽ nhập báo cáo bằng tài khoản này.",
        choose_unit: "Chọn đơn vị",
        invite_do: "Tạo lời mời",
        invite_all: "Mời tất cả đơn vị chưa có tài khoản",
        invite_all_why: "Tạo cho mỗi đơn vị một lời mời và in thành tờ có mã QR để phát.",
        inviting: "Đang tạo lời mời",
        all_invited: "Mọi đơn vị đã có tài khoản hoặc lời mời.",
        made: "Lời mời đã sẵn sàng",
        made_why: "Cho quét mã này, hoặc gửi liên kết qua kênh chỉ người nhận đọc được. Ai có liên kết thì vào được.",
        link: "Liên kết",
        copy: "Sao chép liên kết",
        copied: "Đã sao chép liên kết.",
        not_copied: "Trình duyệt không cho sao chép. Chọn liên kết và sao chép bằng tay.",
        share: "Chia sẻ",
        share_words: "Lời mời vào Sổ Khối",
        qr: "Mã QR của lời mời",
        no_qr: "Liên kết dài quá, không vẽ được mã QR. Hãy gửi liên kết.",
        withdraw: "Rút lại",
        withdrawn: "Đã rút lời mời.",
        for_account: "Tài khoản mới",
        for_password: "Mật khẩu mới",
        expired: "Hết hạn",
        sheet: "Tờ mời của các đơn vị",
        sheet_why: "In, cắt theo đường kẻ và phát cho từng đơn vị. Mã chỉ hiện lần này: in hoặc tải tệp CSV trước khi đóng.",
        sheet_how: "Mở máy ảnh của điện thoại, quét mã, bấm vào liên kết rồi đặt mật khẩu.",
        print: "In",
        csv: "Tải tệp CSV",
        csv_name: "loi-moi",
        sheet_close: "Đã phát xong, đóng lại",
        until: "Dùng được đến",
        code: "Mã mời",
        once: "Mã chỉ hiện lần này.",
        name: "Tên tài khoản",
        name_help: "Có thể để trống: người nhận tự đặt.",
        done: "Xong",
        again: "Tải lại danh sách",
    },
    en: Accounts {
        title: "Accounts and devices",
        local: "This bloc is on this device alone.",
        local_why: "Connect it to a server, so that several devices enter figures; everything still works without a network.",
        join: "Join by a code",
        publish: "Publish this bloc",
        asking: "Asking the server…",
        account: "Account",
        role: "It may",
        unit: "Unit",
        server: "Server",
        clock: "This device's clock differs from the server's. Figures are not affected, but times shown may be wrong: set the clock.",
        change_password: "Change the password",
        old_password: "Password so far",
        new_password: "New password",
        password_changed: "The password was changed.",
        sign_out: "Sign this device out",
        sign_out_why: "What is on this device stays and can be changed; it only does not send and fetch for now.",
        signed_out: "Signed out. What is on this device stays.",
        sessions: "Sessions",
        sessions_note: "Sign out a device that is strange or no longer used. What it has not sent is not lost.",
        this_device: "this device",
        unnamed_device: "A device without a name",
        since: "Signed in since",
        seen: "Last used",
        end: "Sign out",
        end_all: "Sign out everywhere",
        end_all_why: "Every device of this account, this one too, has to sign in again. What is on them stays.",
        ended: "That device was signed out.",
        ended_all: "Signed out everywhere.",
        all: "Accounts of the bloc",
        all_note: "Each account is a unit or an office, not a person.",
        none: "There is no other account yet",
        none_why: "Invite the office and the units: each invitation is a link or QR code that works once.",
        disabled: "Disabled",
        never_seen: "not used yet",
        deeds: "Actions",
        change: "Edit",
        change_do: "Change",
        changed: "The account's role was changed.",
        disable: "Disable",
        enable: "Enable",
        reset: "New password",
        invitations: "Open invitations",
        invitations_note: "A code is shown once, when it is made. If it is lost, withdraw the invitation and invite again.",
        no_invitations: "No invitation is open.",
        invite: "Invite",
        invite_whom: "Whom",
        invite_unit: "Unit",
        unit_missing: "No unit is chosen: choose the one whose returns this account enters.",
        choose_unit: "Choose a unit",
        invite_do: "Make the invitation",
        invite_all: "Invite all units without an account",
        invite_all_why: "Makes an invitation for each and prints them as slips with QR codes.",
        inviting: "Making invitations",
        all_invited: "Every unit has an account or an invitation.",
        made: "The invitation is ready",
        made_why: "Have this code scanned, or send the link where only its receiver reads it. Whoever has the link gets in.",
        link: "Link",
        copy: "Copy the link",
        copied: "The link was copied.",
        not_copied: "The browser does not allow copying. Select the link and copy it by hand.",
        share: "Share",
        share_words: "An invitation to Sổ Khối",
        qr: "QR code of the invitation",
        no_qr: "The link is too long for a QR code. Send the link.",
        withdraw: "Withdraw",
        withdrawn: "The invitation was withdrawn.",
        for_account: "New account",
        for_password: "New password",
        expired: "Expired",
        sheet: "Invitations of the units",
        sheet_why: "Print, cut along the lines and hand one to each unit. Codes are shown this once: print or save the CSV before closing.",
        sheet_how: "Scan the code with a phone's camera, tap the link and choose a password.",
        print: "Print",
        csv: "Save as CSV",
        csv_name: "invitations",
        sheet_close: "All handed out, close",
        until: "Can be used until",
        code: "Code",
        once: "The code is shown this once.",
        name: "Account name",
        name_help: "May stay empty: whoever joins chooses it.",
        done: "Done",
        again: "Load the list again",
    },
};

/// How many accounts there are, and how many of the units have one: "12 tài khoản · 9/73 đơn vị có tài khoản".
pub fn accounts_line(lang: Lang, accounts: usize, units_with: usize, units: usize) -> String {
    let count = |number: usize| format_count(number as u64, lang);
    let (accounts, with, of) = (count(accounts), count(units_with), count(units));
    match lang {
        Lang::Vi => format!("{accounts} tài khoản · {with}/{of} đơn vị có tài khoản"),
        Lang::En => format!("Accounts: {accounts} · units with an account: {with}/{of}"),
    }
}

/// How many units still want an invitation: "Còn 64 đơn vị chưa có tài khoản và chưa được mời."
pub fn left_to_invite(lang: Lang, units: usize) -> String {
    let number = format_count(units as u64, lang);
    match (lang, units) {
        (Lang::Vi, _) => format!("Còn {number} đơn vị chưa có tài khoản và chưa được mời."),
        (Lang::En, 1) => "One unit has neither an account nor an invitation.".to_owned(),
        (Lang::En, _) => format!("{number} units have neither an account nor an invitation."),
    }
}

/// How many invitations were made: "Đã tạo 64 lời mời."
pub fn invited_line(lang: Lang, made: usize) -> String {
    let number = format_count(made as u64, lang);
    match (lang, made) {
        (Lang::Vi, _) => format!("Đã tạo {number} lời mời."),
        (Lang::En, 1) => "One invitation was made.".to_owned(),
        (Lang::En, _) => format!("{number} invitations were made."),
    }
}

/// That an account was disabled or enabled.
pub fn switched(lang: Lang, account: &str, disabled: bool) -> String {
    match (lang, disabled) {
        (Lang::Vi, true) => format!("Đã khóa tài khoản {account}. Số liệu đã gửi vẫn còn."),
        (Lang::Vi, false) => format!("Đã mở khóa tài khoản {account}."),
        (Lang::En, true) => format!("The account {account} was disabled. What it sent stays."),
        (Lang::En, false) => format!("The account {account} was enabled."),
    }
}

/// The heading of what is changed of an account.
pub fn change_of(lang: Lang, account: &str) -> String {
    match lang {
        Lang::Vi => format!("Quyền của tài khoản {account}"),
        Lang::En => format!("What the account {account} may do"),
    }
}

/// How much a device's clock is off, where that is worth a line: more than five minutes.
pub fn clock_is_off(device_ms: i64, server_ms: i64) -> bool {
    const FIVE_MINUTES: u64 = 5 * 60 * 1_000;
    device_ms.abs_diff(server_ms) > FIVE_MINUTES
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_headed_by_numbers() {
        assert_eq!(
            accounts_line(Lang::Vi, 12, 9, 73),
            "12 tài khoản · 9/73 đơn vị có tài khoản"
        );
        assert!(left_to_invite(Lang::En, 1).starts_with("One unit"));
        assert_eq!(invited_line(Lang::Vi, 1_064), "Đã tạo 1.064 lời mời.");
    }

    #[test]
    fn a_clock_is_off_after_five_minutes() {
        assert!(!clock_is_off(0, 299_000));
        assert!(clock_is_off(0, 301_000) && clock_is_off(301_000, 0));
    }
}
