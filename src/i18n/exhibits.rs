//! Words of exhibits: their names, and the tables behind the marks of charts.

use super::Both;
use crate::model::letter_case::lowered;
use crate::model::number::{Count, format_count};
use crate::model::text::Lang;

/// Words of exhibits.
pub struct Exhibits {
    /// Column: what was entered.
    pub item: &'static str,
    /// Column: the figure.
    pub figure: &'static str,
    /// Column: what a count is out of.
    pub out_of: &'static str,
    /// Column: the note beside a figure.
    pub note: &'static str,
    /// Column: the unit.
    pub unit: &'static str,
    /// Column: the period.
    pub period: &'static str,
    /// Column: how a return stands.
    pub state: &'static str,
    /// Column: what is told of a target.
    pub fact: &'static str,
    /// Column: the remark beside it.
    pub remark: &'static str,
    /// A unit without figures.
    pub not_reported: &'static str,
    /// Stands where there is no figure.
    pub none: &'static str,
    /// Exhibit: who has not reported.
    pub missing: &'static str,
    /// Exhibit: what was done in a drive, all together.
    pub overview: &'static str,
    /// Exhibit: who has handed in a form.
    pub returns: &'static str,
    /// Group: returns.
    pub returns_group: &'static str,
    /// Exhibit and group: what a published report states.
    pub stated: &'static str,
    /// Column: what a statement speaks of.
    pub subject: &'static str,
    /// What of that differs.
    pub differing: &'static str,
    /// Column: as stated.
    pub as_stated: &'static str,
    /// Column: as computed.
    pub computed: &'static str,
    /// Column: how the two compare.
    pub comparison: &'static str,
    /// Fact: figures of earlier periods stand under the units of today.
    pub units_now: &'static str,
}

/// Both languages.
pub static EXHIBITS: Both<Exhibits> = Both {
    vi: Exhibits {
        item: "Nội dung",
        figure: "Số liệu",
        out_of: "Trên tổng số",
        note: "Ghi chú",
        unit: "Đơn vị",
        period: "Kỳ",
        state: "Tình trạng",
        fact: "Nội dung",
        remark: "Ghi chú",
        not_reported: "chưa báo cáo",
        none: "–",
        missing: "Đơn vị chưa báo cáo",
        overview: "Kết quả chung",
        returns: "Tình hình nộp báo cáo",
        returns_group: "Tình hình nộp báo cáo",
        stated: "Đối chiếu với báo cáo đã công bố",
        differing: "Số liệu lệch với báo cáo đã công bố",
        subject: "Nội dung",
        as_stated: "Báo cáo nêu",
        computed: "Số tính được",
        comparison: "So sánh",
        units_now: "quy về đơn vị hiện nay",
    },
    en: Exhibits {
        item: "Item",
        figure: "Figure",
        out_of: "Out of",
        note: "Note",
        unit: "Unit",
        period: "Period",
        state: "State",
        fact: "Item",
        remark: "Note",
        not_reported: "not reported",
        none: "–",
        missing: "Units that have not reported",
        overview: "All together",
        returns: "Returns handed in",
        returns_group: "Returns",
        stated: "Against the published report",
        differing: "Figures that differ from the published report",
        subject: "Item",
        as_stated: "Stated",
        computed: "Computed",
        comparison: "Compared",
        units_now: "under the units of today",
    },
};

/// The name of an exhibit: what it is of, and how it is looked at. "Kết nạp: theo tháng".
pub fn titled(what: &str, how: &str) -> String {
    format!("{what}: {}", lowered(how))
}

/// The title of a table of units, which says so where it is cut: "Xuất sắc: 50 trong 1.300 đơn vị".
pub fn some_of(lang: Lang, what: &str, shown: usize, all: usize) -> String {
    if shown >= all {
        return what.to_owned();
    }
    let number = |some: usize| format_count(Count::try_from(some).unwrap_or(Count::MAX), lang);
    let (shown, all) = (number(shown), number(all));
    match lang {
        Lang::Vi => format!("{what}: {shown} trong {all} đơn vị"),
        Lang::En => format!("{what}: {shown} of {all} units"),
    }
}

/// The same of units that stand in order: "Xuất sắc: 50 trong 1.300 đơn vị, từ nhiều nhất".
pub fn most_of(lang: Lang, what: &str, shown: usize, all: usize) -> String {
    let some = some_of(lang, what, shown, all);
    match lang {
        _ if shown >= all => some,
        Lang::Vi => format!("{some}, từ nhiều nhất"),
        Lang::En => format!("{some}, from the most"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cut_table_says_so() {
        assert_eq!(titled("Kết nạp", "Theo tháng"), "Kết nạp: theo tháng");
        assert_eq!(most_of(Lang::Vi, "Giỏi", 12, 12), "Giỏi");
        assert_eq!(
            most_of(Lang::Vi, "Giỏi", 50, 1300),
            "Giỏi: 50 trong 1.300 đơn vị, từ nhiều nhất"
        );
        assert_eq!(
            most_of(Lang::En, "Good", 50, 1300),
            "Good: 50 of 1,300 units, from the most"
        );
    }
}
