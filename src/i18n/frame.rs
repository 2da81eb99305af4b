//! Words of the frame around every page: navigation, switchers, save line, search, the keys' list.

use super::Both;
use super::store::error_text;
use crate::model::number::format_count;
use crate::model::text::Lang;
use crate::state::save::SaveState;

/// Words of the frame.
pub struct Frame {
    /// The product's name.
    pub app: &'static str,
    /// Skips the navigation for those who use a keyboard.
    pub skip: &'static str,
    /// Name of the main navigation for screen readers.
    pub navigation: &'static str,
    /// Tổng quan.
    pub overview: &'static str,
    /// Nhập liệu.
    pub entry: &'static str,
    /// Học tập.
    pub study: &'static str,
    /// Kết nạp.
    pub admission: &'static str,
    /// Chỉ tiêu.
    pub targets: &'static str,
    /// Tình hình nộp báo cáo.
    pub returns: &'static str,
    /// Cần xem lại.
    pub findings: &'static str,
    /// Khám phá số liệu.
    pub explore: &'static str,
    /// Heading over the pages that the catalogue makes.
    pub topics: &'static str,
    /// Đơn vị.
    pub units: &'static str,
    /// Cài đặt.
    pub settings: &'static str,
    /// The component kit, for those who build pages.
    pub kit: &'static str,
    /// Opens what does not fit into the bottom bar.
    pub more: &'static str,
    /// Label of the bloc switcher.
    pub bloc: &'static str,
    /// Label of the period switcher.
    pub period: &'static str,
    /// What the search button says.
    pub search: &'static str,
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
    /// Title of the page that no address has.
    pub not_found: &'static str,
    /// Why it may be missing.
    pub not_found_why: &'static str,
    /// The way back.
    pub to_overview: &'static str,
    /// Switches to the other language, named in that language.
    pub other_language: &'static str,
    /// Action: light theme.
    pub theme_light: &'static str,
    /// Action: dark theme.
    pub theme_dark: &'static str,
    /// Action: the theme of the system.
    pub theme_system: &'static str,
    /// Shown while nothing is reachable.
    pub offline: &'static str,
}

/// Both languages of the frame.
pub static FRAME: Both<Frame> = Both {
    vi: Frame {
        app: "Sổ Khối",
        skip: "Đến nội dung",
        navigation: "Các trang",
        overview: "Tổng quan",
        entry: "Nhập liệu",
        study: "Học tập",
        admission: "Kết nạp",
        targets: "Chỉ tiêu",
        returns: "Nộp báo cáo",
        findings: "Cần xem lại",
        explore: "Khám phá số liệu",
        topics: "Các mặt công tác",
        units: "Đơn vị",
        settings: "Cài đặt",
        kit: "Bộ thành phần",
        more: "Thêm",
        bloc: "Khối",
        period: "Kỳ",
        search: "Tìm",
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
        key_go: "Đi đến trang: t tổng quan, n nhập liệu, h học tập, k kết nạp, i chỉ tiêu, p nộp báo cáo, x cần xem lại, d đơn vị, c cài đặt; b thông báo",
        not_found: "Không có trang này",
        not_found_why: "Địa chỉ có thể đã gõ sai hoặc trang đã đổi chỗ. Số liệu không bị ảnh hưởng.",
        to_overview: "Về Tổng quan",
        other_language: "English",
        theme_light: "Giao diện sáng",
        theme_dark: "Giao diện tối",
        theme_system: "Giao diện theo hệ thống",
        offline: "Đang ngoại tuyến. Mọi thứ vẫn dùng được, số liệu lưu trên máy này.",
    },
    en: Frame {
        app: "Sổ Khối",
        skip: "Skip to content",
        navigation: "Pages",
        overview: "Overview",
        entry: "Data entry",
        study: "Study drives",
        admission: "Admissions",
        targets: "Targets",
        returns: "Returns",
        findings: "To be looked at",
        explore: "Explore the figures",
        topics: "Areas of work",
        units: "Units",
        settings: "Settings",
        kit: "Component kit",
        more: "More",
        bloc: "Bloc",
        period: "Period",
        search: "Search",
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
        key_go: "Go to a page: t overview, n data entry, h study drives, k admissions, i targets, p returns, x to be looked at, d units, c settings; b notices",
        not_found: "There is no such page",
        not_found_why: "The address may be mistyped, or the page has moved. No figures are affected.",
        to_overview: "Back to the overview",
        other_language: "Tiếng Việt",
        theme_light: "Light theme",
        theme_dark: "Dark theme",
        theme_system: "Theme of the system",
        offline: "Offline. Everything still works; figures are kept on this device.",
    },
};

/// The save line: where the figures are, in a few words.
pub fn save_line(lang: Lang, state: &SaveState) -> String {
    let stored = match lang {
        Lang::Vi => "Đã lưu trên máy",
        Lang::En => "Saved on this device",
    };
    match (state, lang) {
        (SaveState::Saving, Lang::Vi) => "Đang lưu".to_owned(),
        (SaveState::Saving, Lang::En) => "Saving".to_owned(),
        (SaveState::Failed(_), Lang::Vi) => "Chưa lưu được".to_owned(),
        (SaveState::Failed(_), Lang::En) => "Not saved".to_owned(),
        (SaveState::Idle | SaveState::Saved { unsent: 0, .. }, _) => stored.to_owned(),
        (SaveState::Saved { unsent, .. }, Lang::Vi) => {
            format!("{stored} · {} chưa gửi", format_count(u64::from(*unsent), lang))
        }
        (SaveState::Saved { unsent, .. }, Lang::En) => {
            format!("{stored} · {} not sent", format_count(u64::from(*unsent), lang))
        }
    }
}

/// What the save line is for, in a sentence: for screen readers and as the line's tooltip.
pub fn save_sentence(lang: Lang, state: &SaveState) -> String {
    match (state, lang) {
        (SaveState::Failed(error), _) => error_text(lang, error),
        (SaveState::Saving, Lang::Vi) => "Đang ghi thay đổi xuống máy này.".to_owned(),
        (SaveState::Saving, Lang::En) => "Writing the change to this device.".to_owned(),
        (SaveState::Idle | SaveState::Saved { unsent: 0, .. }, Lang::Vi) => {
            "Mọi số liệu đã nhập đều nằm trên máy này.".to_owned()
        }
        (SaveState::Idle | SaveState::Saved { unsent: 0, .. }, Lang::En) => {
            "Every figure entered is on this device.".to_owned()
        }
        (SaveState::Saved { unsent, .. }, Lang::Vi) => format!(
            "Mọi số liệu đã nhập đều nằm trên máy này; {} thay đổi chưa gửi lên máy chủ.",
            format_count(u64::from(*unsent), lang)
        ),
        (SaveState::Saved { unsent, .. }, Lang::En) => format!(
            "Every figure entered is on this device; {} changes have not been sent to a server.",
            format_count(u64::from(*unsent), lang)
        ),
    }
}

/// The band over figures that no one entered: what they are and whose they are.
pub fn demo_line(lang: Lang, source: &str) -> String {
    match lang {
        Lang::Vi => format!("Số liệu minh họa · {source}"),
        Lang::En => format!("Illustrative figures · {source}"),
    }
}

/// The number beside the page of findings, as short as its place.
pub fn review_mark(lang: Lang, points: usize) -> String {
    match points {
        1000.. => "999+".to_owned(),
        _ => format_count(points as u64, lang),
    }
}

/// The same for those who hear it: "5 điểm cần xem lại".
pub fn review_words(lang: Lang, points: usize) -> String {
    let number = format_count(points as u64, lang);
    match (lang, points) {
        (Lang::Vi, _) => format!("{number} điểm cần xem lại"),
        (Lang::En, 1) => "1 point needs a look".to_owned(),
        (Lang::En, _) => format!("{number} points need a look"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::error::StoreError;

    #[test]
    fn the_save_line_counts_what_waits() {
        let saved = SaveState::Saved {
            on_device: 1300,
            unsent: 1204,
        };
        assert_eq!(save_line(Lang::Vi, &saved), "Đã lưu trên máy · 1.204 chưa gửi");
        assert_eq!(save_line(Lang::En, &saved), "Saved on this device · 1,204 not sent");
    }

    #[test]
    fn the_mark_stays_short_and_the_words_say_all() {
        assert_eq!(
            (review_mark(Lang::Vi, 6).as_str(), review_mark(Lang::Vi, 1200).as_str()),
            ("6", "999+")
        );
        assert_eq!(review_words(Lang::Vi, 1200), "1.200 điểm cần xem lại");
        assert_eq!(review_words(Lang::En, 1), "1 point needs a look");
    }

    #[test]
    fn nothing_waiting_is_not_mentioned() {
        let saved = SaveState::Saved {
            on_device: 3,
            unsent: 0,
        };
        assert_eq!(save_line(Lang::Vi, &saved), save_line(Lang::Vi, &SaveState::Idle));
    }

    #[test]
    fn a_failure_tells_its_own_story() {
        let failed = SaveState::Failed(StoreError::Full);
        assert!(save_sentence(Lang::Vi, &failed).starts_with("Máy đã hết chỗ lưu."));
        assert_eq!(save_line(Lang::Vi, &failed), "Chưa lưu được");
    }
}
