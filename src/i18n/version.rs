//! Words about the app itself: a new version, and putting it on the home screen.

use super::Both;

/// Words about versions and installation.
pub struct Version {
    /// Name of the notice.
    pub new_version: &'static str,
    /// What it says.
    pub ready: &'static str,
    /// Takes the new version.
    pub update: &'static str,
    /// Keeps the old one for now.
    pub later: &'static str,
    /// Accepted, but a write is under way.
    pub waiting: &'static str,
    /// Accepted, but something could not be saved.
    pub unsaved: &'static str,
    /// Head of the offer to install.
    pub install: &'static str,
    /// What installing gives.
    pub install_why: &'static str,
    /// The button, where the browser offers it.
    pub install_button: &'static str,
    /// It is installed.
    pub installed: &'static str,
    /// How on an iPhone or iPad.
    pub install_ios: &'static str,
    /// How where no button can be offered.
    pub install_menu: &'static str,
}

/// Both languages.
pub static VERSION: Both<Version> = Both {
    vi: Version {
        new_version: "Phiên bản mới",
        ready: "Đã có phiên bản mới. Số liệu trên máy giữ nguyên.",
        update: "Cập nhật",
        later: "Để sau",
        waiting: "Đang đợi lưu xong rồi cập nhật.",
        unsaved: "Chưa cập nhật: có số liệu chưa lưu được vào máy. Xem dòng trạng thái lưu ở đầu trang.",
        install: "Cài vào máy",
        install_why: "Mở như một ứng dụng riêng, cả khi không có mạng.",
        install_button: "Cài Sổ Khối",
        installed: "Đã cài trên máy này.",
        install_ios: "Trên iPhone, iPad: mở bằng Safari, chạm Chia sẻ, rồi chọn Thêm vào Màn hình chính.",
        install_menu: "Mở trình đơn của trình duyệt rồi chọn Cài đặt ứng dụng hoặc Thêm vào màn hình chính. \
                       Firefox trên máy tính chưa cài được; vẫn dùng được khi không có mạng.",
    },
    en: Version {
        new_version: "New version",
        ready: "A new version is ready. What is saved on this device stays as it is.",
        update: "Update",
        later: "Later",
        waiting: "Updating as soon as everything is saved.",
        unsaved: "Not updated: some figures could not be saved on this device. See the save line at the top.",
        install: "Install on this device",
        install_why: "Opens as an app of its own, also without a network.",
        install_button: "Install Sổ Khối",
        installed: "Installed on this device.",
        install_ios: "On iPhone and iPad: open it in Safari, tap Share, then choose Add to Home Screen.",
        install_menu: "Open the browser's menu and choose Install app or Add to home screen. \
                       Firefox on a computer cannot install it yet; it works without a network all the same.",
    },
};
