//! Words of the settings page.

use super::Both;
use crate::model::number::decimal_point;
use crate::model::profile::BlocKind;
use crate::model::text::Lang;

/// Words of the settings page.
pub struct Settings {
    /// The page's name.
    pub title: &'static str,
    /// Heading: the bloc.
    pub bloc: &'static str,
    /// The bloc's name.
    pub name: &'static str,
    /// Its name is missing.
    pub name_missing: &'static str,
    /// Its short name.
    pub short_name: &'static str,
    /// What the short name is for.
    pub short_name_help: &'static str,
    /// Its kind.
    pub kind: &'static str,
    /// Its term.
    pub term: &'static str,
    /// The term cannot be read.
    pub term_invalid: &'static str,
    /// How a term is typed.
    pub term_help: &'static str,
    /// A profile change was stored.
    pub bloc_changed: &'static str,
    /// Heading: the forms that the bloc uses.
    pub forms: &'static str,
    /// What using a form means.
    pub forms_why: &'static str,
    /// Forms of no known area.
    pub other_forms: &'static str,
    /// The last form cannot be left out.
    pub last_form: &'static str,
    /// Heading: looks.
    pub looks: &'static str,
    /// Language.
    pub language: &'static str,
    /// Theme.
    pub theme: &'static str,
    /// As the system.
    pub theme_system: &'static str,
    /// Light.
    pub theme_light: &'static str,
    /// Dark.
    pub theme_dark: &'static str,
    /// Patterns on charts.
    pub patterns: &'static str,
    /// What patterns are for.
    pub patterns_help: &'static str,
    /// Heading: storage.
    pub storage: &'static str,
    /// Where figures are kept.
    pub storage_note: &'static str,
    /// How much is used.
    pub used: &'static str,
    /// Unknown size.
    pub used_unknown: &'static str,
    /// Whether the browser may clear the figures.
    pub kept: &'static str,
    /// It may not.
    pub kept_yes: &'static str,
    /// It may.
    pub kept_no: &'static str,
    /// Asks for it.
    pub keep: &'static str,
    /// The browser refused.
    pub keep_refused: &'static str,
    /// Heading: blocs on this device.
    pub blocs: &'static str,
    /// Opens a bloc.
    pub open: &'static str,
    /// It is open.
    pub is_open: &'static str,
    /// Removes a bloc from this device.
    pub remove: &'static str,
    /// It opens by its PIN only.
    pub sealed: &'static str,
    /// A demo.
    pub demo: &'static str,
    /// Starts another bloc.
    pub start: &'static str,
    /// Title of the removal's dialog.
    pub remove_title: &'static str,
    /// What removal means.
    pub remove_why: &'static str,
    /// Label of the field for the name.
    pub remove_type: &'static str,
    /// Removes for good.
    pub remove_do: &'static str,
    /// The typed name differs.
    pub remove_differs: &'static str,
    /// Heading: installing.
    pub install: &'static str,
    /// Installs now.
    pub install_do: &'static str,
    /// It is installed.
    pub installed: &'static str,
    /// Why install.
    pub install_why: &'static str,
    /// How on an iPhone.
    pub install_ios: &'static str,
    /// How elsewhere.
    pub install_other: &'static str,
    /// Heading: about.
    pub about: &'static str,
    /// Version.
    pub version: &'static str,
    /// Licence.
    pub licence: &'static str,
    /// The promise.
    pub privacy: &'static str,
    /// Aggregates only.
    pub privacy_words: &'static str,
    /// Where the figures are.
    pub privacy_place: &'static str,
    /// The page of components.
    pub kit: &'static str,
    /// Heading: trying large blocs.
    pub trial: &'static str,
    /// What that is.
    pub trial_note: &'static str,
    /// Shows its tools.
    pub trial_show: &'static str,
    /// Whom they are for.
    pub trial_show_help: &'static str,
    /// A bloc of a whole term.
    pub trial_term: &'static str,
    /// What is in it.
    pub trial_term_help: &'static str,
    /// A bloc of very many units.
    pub trial_crowd: &'static str,
    /// What is in it.
    pub trial_crowd_help: &'static str,
    /// Makes it and opens it.
    pub trial_make: &'static str,
    /// It is being made.
    pub trial_making: &'static str,
    /// The keyboard's keys.
    pub language_names: [&'static str; 2],
}

/// Both languages of the settings page.
pub static SETTINGS: Both<Settings> = Both {
    vi: Settings {
        title: "Cài đặt",
        bloc: "Khối đang mở",
        name: "Tên Khối",
        name_missing: "Tên Khối: chưa có tên. Gõ tên đầy đủ của Đảng bộ Khối.",
        short_name: "Tên ngắn",
        short_name_help: "Hiện ở thanh trên cùng.",
        kind: "Loại Khối",
        term: "Nhiệm kỳ",
        term_invalid: "Nhiệm kỳ: không đọc được. Gõ hai năm, ví dụ 2020–2025.",
        term_help: "Hai năm đại hội, ví dụ 2020–2025.",
        bloc_changed: "Đã sửa thông tin Khối",
        forms: "Biểu Khối dùng",
        forms_why: "Biểu không dùng thì không hiện ở Nhập liệu và không ai bị nhắc nộp. Số đã nhập vẫn được giữ và vẫn hiện ở các trang.",
        other_forms: "Biểu khác",
        last_form: "Cần giữ ít nhất một biểu",
        looks: "Hiển thị",
        language: "Ngôn ngữ",
        theme: "Nền",
        theme_system: "Theo máy",
        theme_light: "Sáng",
        theme_dark: "Tối",
        patterns: "Họa tiết trên mọi biểu đồ",
        patterns_help: "Phân biệt các phần không chỉ bằng màu; hợp khi in đen trắng.",
        storage: "Lưu trữ trên máy",
        storage_note: "Số liệu nằm trong trình duyệt của máy này, dùng được khi không có mạng.",
        used: "Dung lượng đã dùng",
        used_unknown: "trình duyệt không cho biết",
        kept: "Giữ lâu dài",
        kept_yes: "Trình duyệt sẽ không tự xóa số liệu.",
        kept_no: "Khi máy gần đầy, trình duyệt có thể xóa số liệu. Trong cửa sổ ẩn danh, số liệu mất khi đóng cửa sổ.",
        keep: "Xin giữ lâu dài",
        keep_refused: "Trình duyệt chưa đồng ý. Cài ứng dụng hoặc dùng thường xuyên rồi thử lại.",
        blocs: "Các Khối trên máy này",
        open: "Mở",
        is_open: "đang mở",
        remove: "Xóa khỏi máy",
        demo: "minh họa",
        sealed: "có mã PIN",
        start: "Bắt đầu Khối khác",
        remove_title: "Xóa Khối khỏi máy này",
        remove_why: "Toàn bộ đơn vị, số liệu, chỉ tiêu và lịch sử của Khối này trên máy sẽ mất và không lấy lại được.",
        remove_type: "Gõ lại tên Khối để xác nhận",
        remove_do: "Xóa vĩnh viễn",
        remove_differs: "Tên gõ vào chưa giống tên Khối.",
        install: "Cài ứng dụng",
        install_do: "Cài đặt trên máy này",
        installed: "Ứng dụng đã được cài trên máy này.",
        install_why: "Mở như một ứng dụng riêng, có biểu tượng, chạy khi không có mạng.",
        install_ios: "Trên iPhone, iPad: nhấn Chia sẻ, rồi Thêm vào màn hình chính.",
        install_other: "Mở trang này bằng Chrome hoặc Edge, rồi chọn Cài đặt trong trình đơn của trình duyệt.",
        about: "Giới thiệu",
        version: "Phiên bản",
        licence: "Giấy phép",
        privacy: "Cam kết về dữ liệu",
        privacy_words: "Sổ Khối chỉ ghi số tổng hợp theo tổ chức. Không lưu hồ sơ hay thông tin cá nhân của bất kỳ đảng viên nào.",
        privacy_place: "Số liệu ở trên máy này; chỉ gửi đi khi Khối được nối với máy chủ của mình.",
        kit: "Bộ thành phần",
        trial: "Thử tải",
        trial_note: "Tạo một Khối thật lớn bằng số liệu minh họa để xem máy này chạy nhanh đến đâu. Khối này đứng riêng, không lẫn với số liệu thật, xóa được như các Khối minh họa khác.",
        trial_show: "Hiện công cụ thử tải",
        trial_show_help: "Dành cho người cài đặt, kiểm tra ứng dụng.",
        trial_term: "130 đơn vị, 5 năm",
        trial_term_help: "Mọi phiếu, mọi kỳ của năm 2021 đến 2025; có phiếu nộp muộn, phiếu thiếu, ô không đọc được.",
        trial_crowd: "10.000 đơn vị, 12 tháng",
        trial_crowd_help: "Kết nạp hằng tháng của năm 2025, một lần đếm đảng viên, một đợt học tập. Cần khoảng 100 MB và vài chục giây.",
        trial_make: "Tạo và mở",
        trial_making: "Đang tạo số liệu minh họa",
        language_names: ["Tiếng Việt", "English"],
    },
    en: Settings {
        title: "Settings",
        bloc: "The open bloc",
        name: "Bloc's name",
        name_missing: "Bloc's name: it is missing. Type the full name of the bloc committee.",
        short_name: "Short name",
        short_name_help: "Shown in the top bar.",
        kind: "Kind of bloc",
        term: "Term",
        term_invalid: "Term: cannot be read. Type two years, for example 2020–2025.",
        term_help: "The two congress years, for example 2020–2025.",
        bloc_changed: "The bloc's particulars were changed",
        forms: "Forms that the bloc uses",
        forms_why: "A form that is not used is not listed for entry, and nobody is reminded of it. Figures already entered are kept and still shown.",
        other_forms: "Other forms",
        last_form: "At least one form must be kept",
        looks: "Display",
        language: "Language",
        theme: "Theme",
        theme_system: "As the system",
        theme_light: "Light",
        theme_dark: "Dark",
        patterns: "Patterns on every chart",
        patterns_help: "Tells parts apart by more than colour; good for printing in black and white.",
        storage: "Storage on this device",
        storage_note: "The figures are in this device's browser and can be used without a network.",
        used: "Space used",
        used_unknown: "the browser does not say",
        kept: "Kept for good",
        kept_yes: "The browser will not clear the figures by itself.",
        kept_no: "When the device is nearly full, the browser may clear the figures. In a private window they go when it is closed.",
        keep: "Ask to keep them",
        keep_refused: "The browser has not agreed. Install the app or use it regularly, then try again.",
        blocs: "Blocs on this device",
        open: "Open",
        is_open: "open",
        remove: "Remove from this device",
        demo: "demo",
        sealed: "has a PIN",
        start: "Start another bloc",
        remove_title: "Remove the bloc from this device",
        remove_why: "All units, figures, targets and the history of this bloc on this device will be gone and cannot be brought back.",
        remove_type: "Type the bloc's name to confirm",
        remove_do: "Remove for good",
        remove_differs: "The typed name is not the bloc's name yet.",
        install: "Install the app",
        install_do: "Install on this device",
        installed: "The app is installed on this device.",
        install_why: "It opens as an app of its own, has an icon, and runs without a network.",
        install_ios: "On an iPhone or iPad: press Share, then Add to Home Screen.",
        install_other: "Open this page in Chrome or Edge and choose Install in the browser's menu.",
        about: "About",
        version: "Version",
        licence: "Licence",
        privacy: "The promise about data",
        privacy_words: "Sổ Khối records totals by organisation only. No record of and no personal data about any member is stored.",
        privacy_place: "The figures are on this device; they are sent only where the bloc joined a server of its own.",
        kit: "Component kit",
        trial: "Load trial",
        trial_note: "Makes a very large bloc of illustrative figures, to see how quick this device is. It stands apart from real figures and is removed like any demo.",
        trial_show: "Show the tools for load trials",
        trial_show_help: "For whoever installs and checks the app.",
        trial_term: "130 units, 5 years",
        trial_term_help: "Every form for every period from 2021 to 2025; some returns late or missing, some cells unreadable.",
        trial_crowd: "10,000 units, 12 months",
        trial_crowd_help: "Admissions of each month of 2025, one head count, one study drive. Needs about 100 MB and some tens of seconds.",
        trial_make: "Make and open",
        trial_making: "Making illustrative figures",
        language_names: ["Tiếng Việt", "English"],
    },
};

/// What a bloc is made of.
pub const fn bloc_kind(lang: Lang, kind: BlocKind) -> &'static str {
    match (lang, kind) {
        (Lang::Vi, BlocKind::Agencies) => "Khối các cơ quan",
        (Lang::Vi, BlocKind::AgenciesAndEnterprises) => "Khối các cơ quan và doanh nghiệp",
        (Lang::Vi, BlocKind::Enterprises) => "Khối doanh nghiệp",
        (Lang::Vi, BlocKind::Other) => "Đảng bộ khác",
        (Lang::En, BlocKind::Agencies) => "Bloc of agencies",
        (Lang::En, BlocKind::AgenciesAndEnterprises) => "Bloc of agencies and enterprises",
        (Lang::En, BlocKind::Enterprises) => "Bloc of enterprises",
        (Lang::En, BlocKind::Other) => "Another committee",
    }
}

/// Whether a form is used, and that its figures stay where it is not.
pub const fn form_state(lang: Lang, used: bool, filled: bool) -> &'static str {
    match (lang, used, filled) {
        (Lang::Vi, true, _) => "đang dùng",
        (Lang::Vi, false, true) => "không dùng; số đã nhập vẫn giữ",
        (Lang::Vi, false, false) => "không dùng",
        (Lang::En, true, _) => "used",
        (Lang::En, false, true) => "not used; figures entered are kept",
        (Lang::En, false, false) => "not used",
    }
}

/// Said when a form was taken in or left out.
pub fn form_switched(lang: Lang, form: &str, used: bool) -> String {
    match (lang, used) {
        (Lang::Vi, true) => format!("Dùng biểu “{form}”"),
        (Lang::Vi, false) => format!("Thôi dùng biểu “{form}”"),
        (Lang::En, true) => format!("“{form}” is used now"),
        (Lang::En, false) => format!("“{form}” is no longer used"),
    }
}

/// A size: "12,3 MB"; in kilobytes while it is less than a tenth of a megabyte, from a thousand megabytes on in gigabytes.
pub fn size(lang: Lang, bytes: f64) -> String {
    const KILOBYTE: f64 = 1_024.0;
    let (amount, unit) = match bytes / (KILOBYTE * KILOBYTE) {
        tiny if tiny > 0.0 && tiny < 0.1 => (bytes / KILOBYTE, "KB"),
        small if small < 1000.0 => (small, "MB"),
        large => (large / KILOBYTE, "GB"),
    };
    let tenths = (amount * 10.0).round().max(0.0) as u64;
    format!("{}{}{} {unit}", tenths / 10, decimal_point(lang), tenths % 10)
}

/// "12,3 MB trong 2,0 GB trình duyệt cho phép".
pub fn used_of(lang: Lang, used: f64, quota: Option<f64>) -> String {
    let used = size(lang, used);
    match (lang, quota) {
        (_, None) => used,
        (Lang::Vi, Some(quota)) => format!("{used} trong {} trình duyệt cho phép", size(lang, quota)),
        (Lang::En, Some(quota)) => format!("{used} of {} that the browser allows", size(lang, quota)),
    }
}

/// How far the making of a bloc is, in whole percents: "45%".
pub fn made_so_far(done: usize, of: usize) -> String {
    format!("{}%", done * 100 / of.max(1))
}

/// The toast after a demo was removed.
pub fn removed(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Vi => format!("Đã xóa “{name}” khỏi máy"),
        Lang::En => format!("“{name}” was removed from this device"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_follow_the_language() {
        assert_eq!(size(Lang::Vi, 12.9e6), "12,3 MB");
        assert_eq!(size(Lang::Vi, 2_355.0), "2,3 KB");
        assert_eq!(
            used_of(Lang::En, 0.0, Some(2_147_483_648.0)),
            "0.0 MB of 2.0 GB that the browser allows"
        );
    }
}
