//! Words of the admission page: the year against its target, months, units, transfers, the target's form.

use super::Both;
use crate::model::indicator::Comparison;
use crate::model::number::{Count, format_count};
use crate::model::text::{Lang, Text};

/// Words of the admission page.
pub struct Admission {
    /// The page's name.
    pub title: &'static str,
    /// Label of the year choice.
    pub year: &'static str,
    /// To the entry page of this form.
    pub enter: &'static str,
    /// Sets the year's target.
    pub set_target: &'static str,
    /// Edits the year's target.
    pub edit_target: &'static str,
    /// What else can be done.
    pub more: &'static str,
    /// Takes the target away.
    pub remove_target: &'static str,
    /// No figures: title.
    pub empty: &'static str,
    /// No figures: why and what will stand here.
    pub empty_why: &'static str,
    /// No target: title.
    pub no_target: &'static str,
    /// No target: what it would give.
    pub no_target_why: &'static str,
    /// A sector is chosen: the bloc's target does not apply.
    pub target_is_of_all: &'static str,
    /// Section: cumulative.
    pub cumulative: &'static str,
    /// Name of the line of this year.
    pub admitted: &'static str,
    /// Name of the target's line.
    pub target: &'static str,
    /// Name of the pace line.
    pub pace: &'static str,
    /// Name of the forecast.
    pub forecast: &'static str,
    /// Name of last year's line.
    pub last_year: &'static str,
    /// Section: by month.
    pub by_month: &'static str,
    /// Section: by month, where last year has figures too.
    pub by_month_and_before: &'static str,
    /// Section: by unit.
    pub by_unit: &'static str,
    /// Part: the units that lack some.
    pub lacking: &'static str,
    /// Section: transfers.
    pub transfers: &'static str,
    /// Section: the table.
    pub table: &'static str,
    /// Fact: admitted.
    pub fact_admitted: &'static str,
    /// Fact: target.
    pub fact_target: &'static str,
    /// Fact: remaining.
    pub fact_remaining: &'static str,
    /// Fact: beyond the target.
    pub fact_beyond: &'static str,
    /// Fact: needed pace by week.
    pub fact_needed: &'static str,
    /// Fact: needed pace by month.
    pub fact_needed_month: &'static str,
    /// Behind a target that no document set.
    pub illustrative: &'static str,
    /// Fact: the document that sets the target.
    pub fact_source: &'static str,
    /// Fact: expected by now on an even pace.
    pub fact_expected: &'static str,
    /// Fact: forecast.
    pub fact_forecast: &'static str,
    /// Fact: same period last year.
    pub fact_last_year: &'static str,
    /// Fact: transfers.
    pub fact_transfers: &'static str,
    /// Column: unit.
    pub unit: &'static str,
    /// Column: month.
    pub month: &'static str,
    /// Column: target.
    pub column_target: &'static str,
    /// Column: done.
    pub column_done: &'static str,
    /// Column: remaining.
    pub column_remaining: &'static str,
    /// Column: transfers.
    pub column_transfers: &'static str,
    /// Column: sum of the months.
    pub column_year: &'static str,
    /// The bloc's row.
    pub whole: &'static str,
    /// Stands for a month that lies ahead.
    pub ahead: &'static str,
    /// Stands for a month without a return.
    pub not_reported: &'static str,
}

/// Both languages.
pub static ADMISSION: Both<Admission> = Both {
    vi: Admission {
        title: "Kết nạp",
        year: "Năm",
        enter: "Nhập số liệu",
        set_target: "Đặt chỉ tiêu năm",
        edit_target: "Sửa chỉ tiêu",
        more: "Thao tác khác",
        remove_target: "Xóa chỉ tiêu",
        empty: "Chưa có số liệu kết nạp của năm này",
        empty_why: "Khi các đơn vị báo cáo hằng tháng, ở đây sẽ có đường lũy kế so với chỉ tiêu, số theo tháng và phần còn lại của từng đơn vị.",
        no_target: "Năm này chưa có chỉ tiêu kết nạp",
        no_target_why: "Có chỉ tiêu thì trang này tính được tiến độ, số còn thiếu và số cần kết nạp mỗi tuần.",
        target_is_of_all: "Chỉ tiêu đặt cho toàn Khối, nên không so với riêng một loại hình.",
        cumulative: "Lũy kế trong năm",
        admitted: "Đã kết nạp",
        target: "Chỉ tiêu",
        pace: "Tiến độ đều",
        forecast: "Dự báo",
        last_year: "Năm trước",
        by_month: "Theo tháng",
        by_month_and_before: "Theo tháng, so với cùng kỳ năm trước",
        by_unit: "Theo đơn vị",
        lacking: "Đơn vị chưa đạt chỉ tiêu",
        transfers: "Chuyển đảng chính thức",
        table: "Số liệu theo đơn vị và tháng",
        fact_admitted: "Đã kết nạp",
        fact_target: "Chỉ tiêu năm",
        fact_remaining: "Còn phải kết nạp",
        fact_beyond: "Vượt chỉ tiêu",
        fact_needed: "Cần mỗi tuần",
        fact_needed_month: "Cần mỗi tháng",
        illustrative: "minh họa",
        fact_source: "Văn bản giao",
        fact_expected: "Tiến độ đều đến nay",
        fact_forecast: "Dự báo cả năm",
        fact_last_year: "Cùng kỳ năm trước",
        fact_transfers: "Chuyển chính thức",
        unit: "Đơn vị",
        month: "Tháng",
        column_target: "Chỉ tiêu",
        column_done: "Đã kết nạp",
        column_remaining: "Còn lại phải làm",
        column_transfers: "Chuyển chính thức",
        column_year: "Cả năm",
        whole: "Toàn Khối",
        ahead: "chưa đến",
        not_reported: "chưa báo cáo",
    },
    en: Admission {
        title: "Admissions",
        year: "Year",
        enter: "Enter figures",
        set_target: "Set the year's target",
        edit_target: "Edit target",
        more: "More actions",
        remove_target: "Remove target",
        empty: "No admission figures for this year yet",
        empty_why: "As units report each month, this page will show the cumulative line against the target, the months, and what is left for every unit.",
        no_target: "This year has no admission target",
        no_target_why: "With a target this page can tell the pace, what is missing and what is needed each week.",
        target_is_of_all: "The target is set for the whole bloc and is not compared with one sector.",
        cumulative: "Cumulative over the year",
        admitted: "Admitted",
        target: "Target",
        pace: "Even pace",
        forecast: "Forecast",
        last_year: "Last year",
        by_month: "By month",
        by_month_and_before: "By month, against the same period last year",
        by_unit: "By unit",
        lacking: "Units short of their target",
        transfers: "Full-membership transfers",
        table: "Figures by unit and month",
        fact_admitted: "Admitted",
        fact_target: "Year's target",
        fact_remaining: "Still to admit",
        fact_beyond: "Beyond the target",
        fact_needed: "Needed each week",
        fact_needed_month: "Needed each month",
        illustrative: "illustrative",
        fact_source: "Set by",
        fact_expected: "Even pace until now",
        fact_forecast: "Forecast for the year",
        fact_last_year: "Same period last year",
        fact_transfers: "Full-membership transfers",
        unit: "Unit",
        month: "Month",
        column_target: "Target",
        column_done: "Admitted",
        column_remaining: "Left to do",
        column_transfers: "Transfers",
        column_year: "Year",
        whole: "Whole bloc",
        ahead: "ahead",
        not_reported: "not reported",
    },
};

/// A month on an axis: `T7`, or `Jul`.
pub const fn month_tick(lang: Lang, month: u8) -> &'static str {
    const VI: [&str; 12] = [
        "T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8", "T9", "T10", "T11", "T12",
    ];
    const EN: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    // A month is 1 to 12 by construction; anything else is read as the nearest one.
    let at = match month {
        0 => 0,
        1..=12 => month as usize - 1,
        _ => 11,
    };
    match lang {
        Lang::Vi => VI[at],
        Lang::En => EN[at],
    }
}

/// A target with its comparison: `≥ 130`.
pub fn target_text(lang: Lang, comparison: Comparison, count: Count) -> String {
    format!("{} {}", comparison.sign(), format_count(count, lang))
}

/// Units with a target of their own: how many have reached it.
pub fn units_reached(lang: Lang, reached: usize, of: usize) -> String {
    match lang {
        Lang::Vi => format!("{reached}/{of} đơn vị có chỉ tiêu riêng đã đạt"),
        Lang::En => format!("{reached} of {of} units with a target of their own have reached it"),
    }
}

/// What admissions are called in a sentence about units or months.
pub fn admissions() -> Text {
    Text::new("Số đảng viên được kết nạp", "Members admitted")
}

/// What transfers are called in a sentence about months.
pub fn transfers() -> Text {
    Text::new("Số đảng viên được công nhận chính thức", "Members confirmed")
}

/// The label of last year's columns and of this year's.
pub fn year_name(lang: Lang, year: i32) -> String {
    match lang {
        Lang::Vi => format!("Năm {year}"),
        Lang::En => year.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_targets() {
        assert_eq!(target_text(Lang::Vi, Comparison::AtLeast, 1250), "≥ 1.250");
    }

    #[test]
    fn names_every_month() {
        assert_eq!(month_tick(Lang::Vi, 12), "T12");
        assert_eq!(month_tick(Lang::En, 1), "Jan");
    }
}
