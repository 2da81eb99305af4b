//! Words of the explorer.

use super::Both;
use crate::model::text::Lang;

/// Words of the explorer.
pub struct Explore {
    /// The page's name.
    pub title: &'static str,
    /// Choice: the form.
    pub form: &'static str,
    /// Choice: the measure or indicator.
    pub subject: &'static str,
    /// Choice: whose figures.
    pub whose: &'static str,
    /// Everybody's.
    pub all: &'static str,
    /// Choice: the kind of period along time.
    pub along: &'static str,
    /// By month.
    pub by_month: &'static str,
    /// By quarter.
    pub by_quarter: &'static str,
    /// By half-year.
    pub by_half_year: &'static str,
    /// By year.
    pub by_year: &'static str,
    /// Section: saved views.
    pub views: &'static str,
    /// What saved views are.
    pub views_why: &'static str,
    /// Field: the view's name.
    pub name: &'static str,
    /// Keeps the view.
    pub save: &'static str,
    /// Removes a view.
    pub remove: &'static str,
}

/// Both languages.
pub static EXPLORE: Both<Explore> = Both {
    vi: Explore {
        title: "Khám phá số liệu",
        form: "Biểu nhập",
        subject: "Nội dung, chỉ số",
        whose: "Của ai",
        all: "Toàn Khối",
        along: "Theo thời gian",
        by_month: "Từng tháng",
        by_quarter: "Từng quý",
        by_half_year: "Từng 6 tháng",
        by_year: "Từng năm",
        views: "Góc nhìn đã lưu",
        views_why: "Lưu trên máy này, cho Khối đang mở. Địa chỉ của trang cũng giữ mọi lựa chọn nên có thể gửi cho người khác.",
        name: "Tên góc nhìn",
        save: "Lưu góc nhìn này",
        remove: "Xóa",
    },
    en: Explore {
        title: "Explore the figures",
        form: "Form",
        subject: "Measure or indicator",
        whose: "Whose",
        all: "The whole bloc",
        along: "Over time",
        by_month: "By month",
        by_quarter: "By quarter",
        by_half_year: "By half-year",
        by_year: "By year",
        views: "Saved views",
        views_why: "Kept on this device, for the bloc that is open. The page's address holds every choice too, so it can be sent to others.",
        name: "Name of the view",
        save: "Save this view",
        remove: "Remove",
    },
};

/// A view was removed.
pub fn removed(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Vi => format!("Đã xóa góc nhìn “{name}”"),
        Lang::En => format!("Removed the view “{name}”"),
    }
}
