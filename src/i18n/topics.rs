//! Words of the pages of topics.

use super::Both;
use crate::model::letter_case::lowered;
use crate::model::text::{Lang, Text};

/// Words of the pages of topics.
pub struct Topics {
    /// To the entry page of the topic's form.
    pub enter: &'static str,
    /// Nothing reported: title.
    pub empty: &'static str,
    /// Nothing reported: why.
    pub empty_why: &'static str,
    /// Nothing reported: what the links lead to.
    pub to_enter: &'static str,
    /// A topic that the catalogue does not have.
    pub not_here: &'static str,
    /// Why it may be missing.
    pub not_here_why: &'static str,
    /// Section: parts without figures.
    pub without: &'static str,
    /// What that section is.
    pub without_why: &'static str,
    /// A part that does not follow the sector filter.
    pub of_bloc: &'static str,
    /// Label of the choice of the indicator compared.
    pub shown: &'static str,
    /// Chart: along time.
    pub along: &'static str,
    /// Chart: by unit.
    pub by_unit: &'static str,
    /// Chart: by sector.
    pub by_sector: &'static str,
    /// Chart: by year.
    pub by_year: &'static str,
    /// Chart: what was set and what was reached.
    pub board: &'static str,
    /// Chart: the whole bloc.
    pub whole: &'static str,
    /// The line of what was set.
    pub set: &'static str,
    /// The line of the target.
    pub target: &'static str,
    /// The series of this year.
    pub now: &'static str,
    /// The series of last year.
    pub last_year: &'static str,
    /// Done.
    pub done: &'static str,
    /// Table: who has not done it, or has not said.
    pub still_to_do: &'static str,
    /// Not done.
    pub not_done: &'static str,
    /// Not reported.
    pub not_reported: &'static str,
    /// Column: the unit.
    pub unit: &'static str,
    /// Column: the sector.
    pub sector: &'static str,
    /// A unit without a sector.
    pub no_sector: &'static str,
    /// Column: the period.
    pub period: &'static str,
    /// Column: the value.
    pub value: &'static str,
    /// Column: the share of the whole.
    pub share: &'static str,
    /// Column: how many.
    pub count: &'static str,
    /// Column: the level.
    pub level: &'static str,
    /// Column: the indicator.
    pub indicator: &'static str,
    /// Column: numerator and denominator.
    pub out_of: &'static str,
    /// Column: what is asked for.
    pub asked: &'static str,
    /// Column: how it stands.
    pub standing: &'static str,
    /// Column: the first option set.
    pub option: &'static str,
    /// Row or column: the sum.
    pub total: &'static str,
    /// Row: what rounding leaves of 100 %.
    pub rounding: &'static str,
    /// Column: done or not.
    pub state: &'static str,
    /// A matrix whose empty rows or columns are left out.
    pub shortened: &'static str,
    /// What bars of money are drawn in.
    pub million: &'static str,
    /// Section: all units and indicators.
    pub all_units: &'static str,
    /// Unfolds the table of all units and indicators.
    pub all_units_table: &'static str,
    /// Section: what reports state.
    pub statements_title: &'static str,
    /// What is offered: all figures of a topic.
    pub all_figures: &'static str,
    /// Section: percentages that a report gives without counts.
    pub stated_title: &'static str,
    /// Below such a percentage.
    pub stated_only: &'static str,
    /// Unfolds what was counted beside them.
    pub counted_beside: &'static str,
}

/// Both languages.
pub static TOPICS: Both<Topics> = Both {
    vi: Topics {
        enter: "Nhập số liệu",
        empty: "Chưa có số liệu của kỳ này",
        empty_why: "Khi các đơn vị nhập số liệu, biểu đồ, bảng và so sánh sẽ hiện ở đây.",
        to_enter: "Nhập ở biểu",
        not_here: "Không có chuyên đề này",
        not_here_why: "Danh mục chỉ tiêu có thể đã đổi. Số liệu không bị ảnh hưởng.",
        without: "Chưa có số liệu",
        without_why: "Những phần này chưa ai nhập cho kỳ đang xem.",
        of_bloc: "Nhập một lần cho toàn Khối, không tách theo loại hình.",
        shown: "Chỉ số đang xem",
        along: "Theo thời gian",
        by_unit: "Theo đơn vị",
        by_sector: "Theo loại hình",
        by_year: "Theo năm",
        board: "Đề ra và đã làm",
        whole: "Toàn Khối",
        set: "Số đề ra",
        target: "Chỉ tiêu",
        now: "Kỳ này",
        last_year: "Cùng kỳ năm trước",
        done: "Đã làm",
        still_to_do: "Đơn vị chưa làm hoặc chưa báo cáo",
        not_done: "Chưa làm",
        not_reported: "Chưa báo cáo",
        unit: "Đơn vị",
        sector: "Loại hình",
        no_sector: "Chưa phân loại",
        period: "Kỳ",
        value: "Kết quả",
        share: "Tỷ lệ",
        count: "Số lượng",
        level: "Mức",
        indicator: "Chỉ số",
        out_of: "Tính theo",
        asked: "Chỉ tiêu",
        standing: "Trạng thái",
        option: "Nội dung",
        total: "Cộng",
        rounding: "Chênh do làm tròn",
        state: "Tình trạng",
        shortened: "Ô trống là không có; hàng, cột trống hết thì không hiện.",
        million: "Đơn vị: triệu đồng",
        all_units: "Các đơn vị, mọi chỉ số",
        all_units_table: "Bảng số của từng đơn vị",
        statements_title: "Theo báo cáo đã công bố",
        all_figures: "Bảng tổng hợp",
        stated_title: "Tỷ lệ theo báo cáo",
        stated_only: "theo báo cáo, không có số đếm",
        counted_beside: "Số đếm có trong sổ",
    },
    en: Topics {
        enter: "Enter figures",
        empty: "No figures for this period",
        empty_why: "Once figures are entered, charts, tables and comparisons stand here.",
        to_enter: "Enter them in",
        not_here: "There is no such topic",
        not_here_why: "The catalogue may have changed. No figures are affected.",
        without: "No figures yet",
        without_why: "Nobody has entered these for the period shown.",
        of_bloc: "Entered once for the whole bloc, so not by sector.",
        shown: "Indicator shown",
        along: "Over time",
        by_unit: "By unit",
        by_sector: "By sector",
        by_year: "By year",
        board: "Set and reached",
        whole: "The whole bloc",
        set: "Set",
        target: "Target",
        now: "This year",
        last_year: "Last year",
        done: "Done",
        still_to_do: "Units that have not done it or not reported",
        not_done: "Not done",
        not_reported: "Not reported",
        unit: "Unit",
        sector: "Sector",
        no_sector: "No sector",
        period: "Period",
        value: "Value",
        share: "Share",
        count: "Count",
        level: "Level",
        indicator: "Indicator",
        out_of: "Counted in",
        asked: "Target",
        standing: "Status",
        option: "Item",
        total: "Total",
        rounding: "Left by rounding",
        state: "State",
        shortened: "An empty cell counts nothing; rows and columns without any count are left out.",
        million: "In million đồng",
        all_units: "Units and indicators",
        all_units_table: "Table of every unit",
        statements_title: "As published",
        all_figures: "Summary table",
        stated_title: "Shares as stated",
        stated_only: "as stated, without counts",
        counted_beside: "What the books count",
    },
};

/// The way to the latest period with figures.
pub fn latest_figures(lang: Lang, period: &str) -> String {
    match lang {
        Lang::Vi => format!("Xem số liệu {period}"),
        Lang::En => format!("See the figures of {period}"),
    }
}

/// The share at a level, for a ranking of units.
pub fn share_at(level: &Text) -> Text {
    Text::new(
        format!("Tỷ lệ {}", lowered(&level.vi)),
        format!("Share at “{}”", level.en),
    )
}

/// The name of the line of a limit on the best levels.
pub fn at_most(lang: Lang, share: &str) -> String {
    match lang {
        Lang::Vi => format!("Tối đa {share}"),
        Lang::En => format!("At most {share}"),
    }
}

/// What the line is: the rule in words, and its document.
pub fn limit_note(lang: Lang, line: &str, rule: &str, document: &str) -> String {
    match lang {
        Lang::Vi => format!("Vạch “{line}”: {rule} {document}"),
        Lang::En => format!("The line “{line}”: {rule} {document}"),
    }
}
