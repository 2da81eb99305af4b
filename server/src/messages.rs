//! What the person who started the program reads, in Vietnamese and English. An error says what
//! happened and what to do.

use std::{io, path::Path};

use crate::{
    audit::Report,
    backup::BackupError,
    db::{Place, PlaceError},
    fault::Fault,
    options::{DEFAULT_DATA, DEFAULT_DIST, DEFAULT_PORT, OptionsError},
    site::SiteError,
};

/// The app is being served at `address`.
pub fn started(address: &str) -> String {
    format!("Sổ Khối: {address}")
}

/// The last line of a start: how it ends.
pub fn how_to_stop() -> &'static str {
    "Dừng / Stop: Ctrl+C"
}

/// Nobody has joined yet: the link for the first administrator.
pub fn first_admin(link: &str) -> String {
    format!(
        "\nChưa có tài khoản nào. Mở liên kết này để đặt tài khoản quản trị (dùng một lần, trong 14 ngày; lần chạy sau có liên kết mới):\n\
         There is no account yet. Open this link to make the administrator's (works once, for 14 days; the next start prints a new one):\n\n\
         \x20   {link}\n"
    )
}

/// The link for one more administrator.
pub fn invitation(link: &str) -> String {
    format!(
        "Liên kết cho một tài khoản quản trị mới (dùng một lần, trong 14 ngày) / A link for a new administrator (works once, for 14 days):\n\n\
         \x20   {link}\n"
    )
}

/// Others in the network can reach the program, and nothing is encrypted.
pub fn unprotected() -> String {
    "Máy khác trong mạng mở được địa chỉ này, không mã hóa: chỉ dùng trong mạng nội bộ tin cậy. \
     Không có https thì không cài được ứng dụng và không mở được khi mất mạng.\n\
     Other machines can open this address, unencrypted: use it in a trusted network only. \
     Without https the app cannot be installed or opened offline."
        .to_owned()
}

/// A copy was made.
pub fn backed_up(file: &Path, rows: u64) -> String {
    let file = shown(file);
    format!("Đã sao lưu {rows} dòng vào {file}.\nCopied {rows} rows to {file}.")
}

/// A copy was put back.
pub fn restored(file: &Path, rows: u64) -> String {
    let file = shown(file);
    format!(
        "Đã khôi phục {rows} dòng từ {file}. Các máy sẽ tự gửi lại những gì đã gửi trong 90 ngày qua.\n\
         Put back {rows} rows from {file}. Devices will send again what they sent in the last 90 days."
    )
}

/// A copy could not be made or put back.
pub fn backup(error: &BackupError) -> String {
    format!("Chưa làm được, không có gì bị thay đổi: {error}.\nIt could not be done, and nothing was changed: {error}.")
}

/// Every chain of the audit is whole.
pub fn verified(report: &Report) -> String {
    let Report { chains, lines, .. } = report;
    format!(
        "Nhật ký nguyên vẹn: {lines} dòng, {chains} chuỗi.\n\
         The audit is whole: {lines} lines in {chains} chains."
    )
}

/// Chains of the audit are broken.
pub fn broken(report: &Report) -> String {
    let at: Vec<String> = report.broken.iter().map(|(unit, at)| format!("{unit}: {at}")).collect();
    let at = at.join(", ");
    format!(
        "Nhật ký đã bị sửa hoặc mất dòng (đơn vị: dòng đầu tiên sai): {at}. Hãy giữ nguyên số liệu này và khôi phục từ bản sao lưu.\n\
         Lines of the audit were changed or taken away (unit: first wrong line): {at}. Keep this database as it is, and restore a backup."
    )
}

/// The database does not answer, or holds what cannot be read.
pub fn fault(fault: &Fault) -> String {
    format!("Lỗi cơ sở dữ liệu: {fault}.\nA fault of the database: {fault}.")
}

/// Flags or environment could not be read, or help was asked for.
pub fn options(error: &OptionsError) -> String {
    let what = match error {
        OptionsError::Help => String::new(),
        OptionsError::Port(text) => format!(
            "Cổng không hợp lệ: {text} (cần số nguyên từ 0 đến 65535).\n\
             Not a port: {text} (a whole number from 0 to 65535 is needed).\n\n"
        ),
        OptionsError::Log(text) => format!(
            "Mức nhật ký không hợp lệ: {text} (info, warn hoặc error).\n\
             Not a level of the log: {text} (info, warn or error).\n\n"
        ),
        OptionsError::MissingValue(flag) => {
            format!("Thiếu giá trị sau {flag}.\n{flag} needs a value.\n\n")
        }
        OptionsError::Unknown(flag) => {
            format!("Không có tham số {flag}.\nThere is no flag {flag}.\n\n")
        }
        OptionsError::Address(text) => {
            format!("Địa chỉ không hợp lệ: {text}.\nNot an address: {text}.\n\n")
        }
        OptionsError::PublicUrl(text) => format!(
            "Địa chỉ không hợp lệ: {text} (ví dụ https://so.tinh.vn).\n\
             Not a web address: {text} (such as https://so.tinh.vn).\n\n"
        ),
    };
    format!(
        "{what}so-khoi-server [serve]        phục vụ / serve\n\
         so-khoi-server backup FILE    sao lưu, kể cả khi đang chạy / copy the database, also while it is served\n\
         so-khoi-server restore FILE   khôi phục / put a copy back\n\
         so-khoi-server verify         kiểm tra nhật ký và số liệu / check the audit and what is stored\n\
         so-khoi-server invite-admin   liên kết quản trị mới / a new link for an administrator\n\n\
         \x20 --port PORT         PORT={DEFAULT_PORT}   cổng / the port\n\
         \x20 --listen ADDRESS    SO_KHOI_LISTEN=127.0.0.1   0.0.0.0: cả mạng nội bộ / the whole network\n\
         \x20 --public-url URL    SO_KHOI_PUBLIC_URL   địa chỉ trong liên kết mời / the address in links\n\
         \x20 --data DIR          SO_KHOI_DATA={DEFAULT_DATA}   thư mục số liệu / the folder of the database\n\
         \x20 --database URL      DATABASE_URL   postgres://… hoặc sqlite:… / or\n\
         \x20 --dist DIR          SO_KHOI_DIST={DEFAULT_DIST}   thư mục của ứng dụng / the folder of the built app\n\
         \x20 --trusted-proxies A,B   SO_KHOI_TRUSTED_PROXIES   proxy trên máy khác / proxies on other machines\n\
         \x20 --log LEVEL         SO_KHOI_LOG=info   warn, error: bớt dòng nhật ký / fewer lines in the log"
    )
}

/// The database cannot be opened.
pub fn database(place: &Place, error: &PlaceError) -> String {
    format!(
        "Không mở được cơ sở dữ liệu {place:?} ({error}). Hãy kiểm tra DATABASE_URL hoặc SO_KHOI_DATA.\n\
         Cannot open the database {place:?} ({error}). Check DATABASE_URL or SO_KHOI_DATA."
    )
}

/// The folder cannot be served.
pub fn site(error: &SiteError) -> String {
    let (vietnamese, english) = match error {
        SiteError::Missing(folder) => {
            let folder = shown(folder);
            (
                format!("Chưa có ứng dụng trong {folder}. Hãy chạy: make dist"),
                format!("There is no built app in {folder}. Run: make dist"),
            )
        }
        SiteError::Unreadable { path, error } => {
            let path = shown(path);
            (
                format!("Không đọc được {path} ({error}). Hãy kiểm tra quyền truy cập."),
                format!("Cannot read {path} ({error}). Check its permissions."),
            )
        }
        SiteError::Damaged(path) => {
            let path = shown(path);
            (
                format!("{path} bị hỏng. Hãy chạy lại: make dist"),
                format!("{path} is damaged. Run again: make dist"),
            )
        }
    };
    format!("{vietnamese}\n{english}")
}

/// The port cannot be listened on.
pub fn listen(port: u16, error: &io::Error) -> String {
    let other = port.checked_add(1).unwrap_or(DEFAULT_PORT);
    let remedy = format!("PORT={other} make run");
    match error.kind() {
        io::ErrorKind::AddrInUse => format!(
            "Cổng {port} đang được chương trình khác dùng. Hãy chọn cổng khác: {remedy}\n\
             Port {port} is taken by another program. Choose another: {remedy}"
        ),
        io::ErrorKind::PermissionDenied => format!(
            "Không được phép dùng cổng {port}. Hãy chọn cổng từ 1024 trở lên: PORT={DEFAULT_PORT} make run\n\
             Port {port} is not allowed. Choose one from 1024 up: PORT={DEFAULT_PORT} make run"
        ),
        _ => format!(
            "Không mở được cổng {port} ({error}). Hãy thử cổng khác: {remedy}\n\
             Cannot listen on port {port} ({error}). Try another: {remedy}"
        ),
    }
}

/// Serving ended with an error of the system.
pub fn stopped(error: &io::Error) -> String {
    format!("Máy chủ đã dừng ({error}).\nThe server stopped ({error}).")
}

fn shown(path: &Path) -> String {
    // The whole path, where there is one: "dist" alone does not say which.
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    whole.display().to_string()
}
