//! Words that the components themselves say, whatever page they stand on.

use super::Both;
use crate::model::number::{Count, format_count};
use crate::model::text::Lang;

/// Words of the components.
pub struct Ui {
    /// Label of the choice of a sector.
    pub sector: &'static str,
    /// No sector chosen.
    pub all_sectors: &'static str,
    /// Puts what is shown here into a deck.
    pub to_deck: &'static str,
    /// Closes a dialog or a sheet.
    pub close: &'static str,
    /// Leaves without doing.
    pub cancel: &'static str,
    /// Takes back what was just done.
    pub undo: &'static str,
    /// Takes a notice away.
    pub dismiss: &'static str,
    /// Something is being fetched or computed.
    pub loading: &'static str,
    /// A field that may stay empty.
    pub optional: &'static str,
    /// Stands for a figure that does not exist.
    pub none: &'static str,
    /// Severity: cannot be right.
    pub error: &'static str,
    /// Severity: probably not right.
    pub warning: &'static str,
    /// Severity: worth a look.
    pub notice: &'static str,
    /// A return that is being filled in.
    pub draft: &'static str,
    /// A return handed in.
    pub submitted: &'static str,
    /// A return accepted by the office.
    pub accepted: &'static str,
    /// A return sent back with a remark.
    pub sent_back: &'static str,
    /// A return changed after it was accepted.
    pub amended: &'static str,
    /// A return that was due and has not come.
    pub late: &'static str,
    /// Nothing was reported yet.
    pub not_reported: &'static str,
    /// Label of the target's mark in a bar.
    pub target: &'static str,
    /// Tells that a wide table scrolls.
    pub scroll_hint: &'static str,
    /// Error panel: what happened.
    pub what_happened: &'static str,
    /// Error panel: what is safe.
    pub what_is_safe: &'static str,
    /// Error panel: what to do.
    pub what_to_do: &'static str,
    /// Error panel: the technical text, folded away.
    pub details: &'static str,
    /// Name of the trail above a page's head.
    pub breadcrumb: &'static str,
    /// Name of the region where notices appear.
    pub notices: &'static str,
    /// Shown when the copied text is in the clipboard.
    pub copied: &'static str,
    /// Sort a column upward or downward.
    pub sort: &'static str,
    /// How a date is typed.
    pub date_help: &'static str,
    /// What was typed is no date.
    pub date_wrong: &'static str,
    /// Shows the chart's figures as a table.
    pub show_table: &'static str,
    /// Hides that table again.
    pub hide_table: &'static str,
    /// Opens the ways to save a chart.
    pub save_chart: &'static str,
    /// Saves the chart as a picture of dots.
    pub save_png: &'static str,
    /// Saves the chart as a drawing.
    pub save_svg: &'static str,
}

/// Both languages of the components.
pub static UI: Both<Ui> = Both {
    vi: Ui {
        to_deck: "Thêm vào trình chiếu",
        sector: "Loại hình",
        all_sectors: "Mọi loại hình",
        close: "Đóng",
        cancel: "Thôi",
        undo: "Hoàn tác",
        dismiss: "Bỏ thông báo",
        loading: "Đang tải",
        optional: "không bắt buộc",
        none: "–",
        error: "Lỗi",
        warning: "Nghi vấn",
        notice: "Lưu ý",
        draft: "Đang nhập",
        submitted: "Đã nộp",
        accepted: "Đã nhận",
        sent_back: "Trả lại",
        amended: "Sửa sau khi nhận",
        late: "Quá hạn",
        not_reported: "Chưa báo cáo",
        target: "Chỉ tiêu",
        scroll_hint: "Bảng rộng hơn màn hình: cuộn ngang để xem hết.",
        what_happened: "Sự việc",
        what_is_safe: "Không ảnh hưởng",
        what_to_do: "Việc cần làm",
        details: "Chi tiết kỹ thuật",
        breadcrumb: "Vị trí trang",
        notices: "Thông báo",
        copied: "Đã chép",
        sort: "Sắp xếp",
        date_help: "Ngày/tháng/năm, ví dụ 18/05/2021.",
        date_wrong: "Chưa đọc được ngày. Gõ ngày/tháng/năm, ví dụ 18/05/2021.",
        show_table: "Xem bảng số liệu",
        hide_table: "Ẩn bảng số liệu",
        save_chart: "Tải biểu đồ",
        save_png: "Tải ảnh PNG",
        save_svg: "Tải hình SVG",
    },
    en: Ui {
        to_deck: "Add to a deck",
        sector: "Sector",
        all_sectors: "All sectors",
        close: "Close",
        cancel: "Cancel",
        undo: "Undo",
        dismiss: "Dismiss",
        loading: "Loading",
        optional: "optional",
        none: "–",
        error: "Error",
        warning: "Doubtful",
        notice: "Note",
        draft: "In progress",
        submitted: "Submitted",
        accepted: "Accepted",
        sent_back: "Sent back",
        amended: "Changed since accepted",
        late: "Overdue",
        not_reported: "Not reported",
        target: "Target",
        scroll_hint: "The table is wider than the screen: scroll sideways to see all of it.",
        what_happened: "What happened",
        what_is_safe: "What is safe",
        what_to_do: "What to do",
        details: "Technical details",
        breadcrumb: "Where this page is",
        notices: "Notices",
        copied: "Copied",
        sort: "Sort",
        date_help: "Day/month/year, for example 18/05/2021.",
        date_wrong: "This is not read as a date. Type day/month/year, for example 18/05/2021.",
        show_table: "Show the figures as a table",
        hide_table: "Hide the table",
        save_chart: "Save the chart",
        save_png: "Save as PNG",
        save_svg: "Save as SVG",
    },
};

/// The button that unfolds a long table.
pub fn show_all(lang: Lang, hidden: usize) -> String {
    match lang {
        Lang::Vi => format!("Hiện thêm {hidden} dòng"),
        Lang::En => format!("Show {hidden} more rows"),
    }
}

/// The button that unfolds the next rows of a very long table.
pub fn show_more(lang: Lang, more: usize, hidden: usize) -> String {
    let count = |count: usize| format_count(Count::try_from(count).unwrap_or(Count::MAX), lang);
    match lang {
        Lang::Vi => format!("Hiện thêm {} trong {} dòng còn lại", count(more), count(hidden)),
        Lang::En => format!("Show {} of {} more rows", count(more), count(hidden)),
    }
}

/// A bullet bar for those who do not see it: the value, its target, both already written.
pub fn bullet_label(lang: Lang, label: &str, value: &str, target: Option<&str>) -> String {
    match (lang, target) {
        (Lang::Vi, Some(target)) => format!("{label}: {value}, chỉ tiêu {target}"),
        (Lang::En, Some(target)) => format!("{label}: {value}, target {target}"),
        (_, None) => format!("{label}: {value}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_told_with_its_target() {
        assert_eq!(
            bullet_label(Lang::Vi, "Kết nạp", "121", Some("130")),
            "Kết nạp: 121, chỉ tiêu 130"
        );
        assert_eq!(bullet_label(Lang::En, "Plans", "73/73", None), "Plans: 73/73");
    }
}
