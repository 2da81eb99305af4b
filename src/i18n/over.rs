//! Words of what opens over the page from anywhere: the search and what it offers, the keys' list. They are fetched with it.

use super::Both;

/// Words of what opens over the page.
pub struct Over {
    /// The search field's placeholder.
    pub search_hint: &'static str,
    /// Shown when the search finds nothing.
    pub search_empty: &'static str,
    /// How to move in the results, for screen readers.
    pub search_help: &'static str,
    /// Group of pages in the search.
    pub group_pages: &'static str,
    /// Group of actions in the search.
    pub group_actions: &'static str,
    /// Title of the keys' list.
    pub keys: &'static str,
    /// Key: search.
    pub key_search: &'static str,
    /// Key: this list.
    pub key_help: &'static str,
    /// Key: close what floats.
    pub key_close: &'static str,
    /// Key: undo.
    pub key_undo: &'static str,
    /// Keys: arrows in the list of units.
    pub key_rows: &'static str,
    /// Key: to a page, first `g`, then its letter.
    pub key_go: &'static str,
    /// Switches to the other language, named in that language.
    pub other_language: &'static str,
    /// Action: light theme.
    pub theme_light: &'static str,
    /// Action: dark theme.
    pub theme_dark: &'static str,
    /// Action: the theme of the system.
    pub theme_system: &'static str,
    /// Group of the search: drives.
    pub drives: &'static str,
    /// Group of the search: units.
    pub units: &'static str,
    /// Group of the search: actions.
    pub actions: &'static str,
    /// Action: undo.
    pub undo: &'static str,
}

/// Both languages of it.
pub static OVER: Both<Over> = Both {
    vi: Over {
        search_hint: "Tìm trang, đơn vị, đợt học tập, thao tác",
        search_empty: "Không tìm thấy. Thử một từ ngắn hơn; không cần gõ dấu.",
        search_help: "Dùng phím mũi tên để chọn, Enter để mở, Esc để đóng.",
        group_pages: "Trang",
        group_actions: "Thao tác",
        keys: "Phím tắt",
        key_search: "Tìm và đi đến",
        key_help: "Mở danh sách này",
        key_close: "Đóng phần đang nổi",
        key_undo: "Hoàn tác",
        key_rows: "Trong danh sách đơn vị: đến dòng khác, nút khác",
        key_go: "Đi đến trang: t tổng quan, n nhập liệu, h học tập, k kết nạp, i chỉ tiêu, p nộp báo cáo, x cần xem lại, d đơn vị, s đồng bộ, c cài đặt; b thông báo",
        other_language: "English",
        theme_light: "Giao diện sáng",
        theme_dark: "Giao diện tối",
        theme_system: "Giao diện theo hệ thống",
        drives: "Đợt học tập",
        units: "Đơn vị",
        actions: "Thao tác",
        undo: "Hoàn tác thay đổi vừa rồi",
    },
    en: Over {
        search_hint: "Search pages, units, study drives, actions",
        search_empty: "Nothing found. Try a shorter word; Vietnamese marks are not needed.",
        search_help: "Arrow keys choose, Enter opens, Esc closes.",
        group_pages: "Pages",
        group_actions: "Actions",
        keys: "Keyboard shortcuts",
        key_search: "Search and go",
        key_help: "Open this list",
        key_close: "Close what floats",
        key_undo: "Undo",
        key_rows: "In the list of units: to another row, another button",
        key_go: "Go to a page: t overview, n data entry, h study drives, k admissions, i targets, p returns, x to review, d units, s sync, c settings; b notices",
        other_language: "Tiếng Việt",
        theme_light: "Light theme",
        theme_dark: "Dark theme",
        theme_system: "Theme of the system",
        drives: "Study drives",
        units: "Units",
        actions: "Actions",
        undo: "Undo the last change",
    },
};
