//! Words of the charts, and of what stands around each of them.

use super::Both;
use crate::charts::Words;
use crate::model::text::Lang;

/// What charts say themselves. Names, targets and figures come from what is drawn.
pub static CHART: Both<Words> = Both {
    vi: Words {
        not_reported: "chưa báo cáo",
        not_reported_group: "Chưa báo cáo · {n} đơn vị",
        alike: "{n} đơn vị",
        others: "… {n} đơn vị khác",
        from_to: "từ {a} đến {b}",
        all_at: "đều {a}",
        own_target: "Chỉ tiêu của từng đơn vị",
    },
    en: Words {
        not_reported: "not reported",
        not_reported_group: "Not reported · {n} units",
        alike: "{n} units",
        others: "… {n} other units",
        from_to: "from {a} to {b}",
        all_at: "all {a}",
        own_target: "Each unit's own target",
    },
};

/// Words around a chart.
pub struct Around {
    /// The chart is being fetched.
    pub loading: &'static str,
    /// The chart library could not be fetched; the table stands in.
    pub failed: &'static str,
    /// Tries again.
    pub retry: &'static str,
    /// There is nothing to draw.
    pub nothing: &'static str,
    /// Folds the middle rows again.
    pub fold: &'static str,
    /// Badge: the split over units was made for the demonstration.
    pub illustrative: &'static str,
    /// The picture could not be made.
    pub save_failed: &'static str,
}

/// Both languages of the words around a chart.
pub static AROUND: Both<Around> = Both {
    vi: Around {
        loading: "Đang tải biểu đồ",
        failed: "Chưa tải được phần vẽ biểu đồ. Số liệu vẫn đủ trong bảng dưới đây.",
        retry: "Thử lại",
        nothing: "Chưa có số liệu để vẽ biểu đồ.",
        fold: "Thu gọn",
        illustrative: "Số liệu minh họa",
        save_failed: "Chưa tạo được ảnh biểu đồ. Có thể chụp màn hình hoặc dùng bảng số liệu.",
    },
    en: Around {
        loading: "Loading the chart",
        failed: "The chart could not be loaded. All of its figures are in the table below.",
        retry: "Try again",
        nothing: "There are no figures to draw yet.",
        fold: "Show fewer",
        illustrative: "Illustrative figures",
        save_failed: "The picture could not be made. Take a screenshot, or use the table.",
    },
};

/// The button that shows all rows instead of the first and last ones.
pub fn show_folded(lang: Lang, folded: usize) -> String {
    match (lang, folded) {
        (Lang::Vi, _) => format!("Xem thêm {folded} đơn vị"),
        (Lang::En, 1) => "Show 1 more unit".to_owned(),
        (Lang::En, _) => format!("Show {folded} more units"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_how_many_are_folded() {
        assert_eq!(show_folded(Lang::Vi, 53), "Xem thêm 53 đơn vị");
        assert_eq!(show_folded(Lang::En, 1), "Show 1 more unit");
    }
}
