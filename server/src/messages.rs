//! What the person who started the program reads, in Vietnamese and English. An error says what
//! happened and what to do.

use std::{io, path::Path};

use crate::{
    options::{DEFAULT_DIST, DEFAULT_PORT, OptionsError},
    site::SiteError,
};

/// The app is being served at `address`.
pub fn started(address: &str) -> String {
    format!("Sổ Khối: {address}\nDừng / Stop: Ctrl+C")
}

/// Flags or environment could not be read, or help was asked for.
pub fn options(error: &OptionsError) -> String {
    let what = match error {
        OptionsError::Help => String::new(),
        OptionsError::Port(text) => format!(
            "Cổng không hợp lệ: {text} (cần số nguyên từ 0 đến 65535).\n\
             Not a port: {text} (a whole number from 0 to 65535 is needed).\n\n"
        ),
        OptionsError::MissingValue(flag) => {
            format!("Thiếu giá trị sau {flag}.\n{flag} needs a value.\n\n")
        }
        OptionsError::Unknown(flag) => {
            format!("Không có tham số {flag}.\nThere is no flag {flag}.\n\n")
        }
    };
    format!(
        "{what}so-khoi-server [--port PORT] [--dist DIR]\n\
         \x20 --port   PORT={DEFAULT_PORT}   cổng trên 127.0.0.1 / the port on 127.0.0.1\n\
         \x20 --dist   SO_KHOI_DIST={DEFAULT_DIST}   thư mục của ứng dụng / the folder of the built app"
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
