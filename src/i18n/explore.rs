//! Words of the explorer.

use super::Both;
use crate::model::number::format_count;
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
    /// Opens the choice of one unit.
    pub one_unit: &'static str,
    /// Field: the name of a unit.
    pub find_unit: &'static str,
    /// Choice: the level of units.
    pub level: &'static str,
    /// Units of every level.
    pub any_level: &'static str,
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
    /// Gives a view another name.
    pub rename: &'static str,
    /// Keeps the other name.
    pub save_name: &'static str,
    /// A view without a name.
    pub no_name: &'static str,
    /// Another view bears the name.
    pub same_name: &'static str,
}

/// Both languages.
pub static EXPLORE: Both<Explore> = Both {
    vi: Explore {
        title: "Khám phá số liệu",
        form: "Biểu nhập",
        subject: "Nội dung, chỉ số",
        whose: "Phạm vi",
        all: "Toàn Khối",
        one_unit: "Chọn một đơn vị",
        find_unit: "Tìm theo tên đơn vị",
        level: "Cấp",
        any_level: "Mọi cấp",
        along: "Theo thời gian",
        by_month: "Từng tháng",
        by_quarter: "Từng quý",
        by_half_year: "Từng 6 tháng",
        by_year: "Từng năm",
        views: "Góc nhìn đã lưu",
        views_why: "Lưu trong sổ của Khối, có trong bản sao lưu. Địa chỉ của trang cũng giữ mọi lựa chọn nên chép lại để mở đúng góc nhìn này.",
        name: "Tên góc nhìn",
        save: "Lưu góc nhìn này",
        remove: "Xóa",
        rename: "Đổi tên",
        save_name: "Lưu tên",
        no_name: "Cần một tên cho góc nhìn.",
        same_name: "Đã có góc nhìn tên này; chọn tên khác.",
    },
    en: Explore {
        title: "Explore the figures",
        form: "Form",
        subject: "Measure or indicator",
        whose: "Scope",
        all: "The whole bloc",
        one_unit: "Choose a unit",
        find_unit: "Find a unit by its name",
        level: "Level",
        any_level: "Every level",
        along: "Over time",
        by_month: "By month",
        by_quarter: "By quarter",
        by_half_year: "By half-year",
        by_year: "By year",
        views: "Saved views",
        views_why: "Kept with the bloc's records, backups included. The page's address holds every choice too: copied, it opens the same view.",
        name: "Name of the view",
        save: "Save this view",
        remove: "Remove",
        rename: "Rename",
        save_name: "Save the name",
        no_name: "The view needs a name.",
        same_name: "Another view has this name; choose another.",
    },
};

/// Grassroots organisations as a level.
pub const fn grassroots(lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => "tổ chức cơ sở đảng",
        Lang::En => "grassroots organisations",
    }
}

/// How many of the units found are listed.
pub fn shown_of(lang: Lang, shown: usize, all: usize) -> String {
    let number = |count: usize| format_count(count as u64, lang);
    match (lang, all) {
        (Lang::Vi, 0) => "Không có đơn vị nào như vậy.".to_owned(),
        (Lang::En, 0) => "There is no such unit.".to_owned(),
        (Lang::Vi, _) if shown == all => format!("{} đơn vị", number(all)),
        (Lang::En, 1) => "1 unit".to_owned(),
        (Lang::En, _) if shown == all => format!("{} units", number(all)),
        (Lang::Vi, _) => format!(
            "{} trong {} đơn vị. Gõ tên để tìm đúng đơn vị.",
            number(shown),
            number(all)
        ),
        (Lang::En, _) => format!(
            "{} of {} units. Type a name to find the one you want.",
            number(shown),
            number(all)
        ),
    }
}

/// A view was kept, or what it shows was changed.
pub fn saved(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Vi => format!("Đã lưu góc nhìn “{name}”"),
        Lang::En => format!("Saved the view “{name}”"),
    }
}

/// A view has another name.
pub fn renamed(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Vi => format!("Đã đổi tên góc nhìn thành “{name}”"),
        Lang::En => format!("Renamed the view to “{name}”"),
    }
}

/// A view was removed.
pub fn removed(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Vi => format!("Đã xóa góc nhìn “{name}”"),
        Lang::En => format!("Removed the view “{name}”"),
    }
}
