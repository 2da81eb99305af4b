//! Words of the page of targets: board, table, chart, chain.

use crate::i18n::Both;
use crate::model::number::{Count, format_count};
use crate::model::text::Lang;

/// Words of the page of targets, which the page of one shares.
pub struct Targets {
    /// The page's name.
    pub title: &'static str,
    /// Makes a new one.
    pub add: &'static str,
    /// What else can be done.
    pub more: &'static str,
    /// Copies the year's targets.
    pub copy_all: &'static str,
    /// To the import of targets.
    pub import: &'static str,
    /// Copies one target.
    pub copy_one: &'static str,
    /// Takes the mark of a copy away: a person has looked it through.
    pub review: &'static str,
    /// The same for all on the page.
    pub review_all: &'static str,
    /// To the findings.
    pub to_findings: &'static str,
    /// In front of the explanation of parts that do not add up.
    pub explained: &'static str,
    /// Edits it.
    pub edit: &'static str,
    /// Removes it.
    pub remove: &'static str,
    /// Divides it among units.
    pub divide: &'static str,
    /// To the entry page of its figures.
    pub enter: &'static str,
    /// No targets: title.
    pub empty: &'static str,
    /// No targets: why and what will stand here.
    pub empty_why: &'static str,
    /// No targets of units: title.
    pub empty_units: &'static str,
    /// No targets of units: what to do.
    pub empty_units_why: &'static str,
    /// Label of the choice of view.
    pub view: &'static str,
    /// View: board.
    pub view_board: &'static str,
    /// View: table.
    pub view_table: &'static str,
    /// View: chart.
    pub view_chart: &'static str,
    /// Label of the choice of whose targets.
    pub whose: &'static str,
    /// Whose: the bloc's.
    pub whose_bloc: &'static str,
    /// Whose: the units'.
    pub whose_units: &'static str,
    /// The chart's heading.
    pub chart: &'static str,
    /// Column: the target.
    pub column_target: &'static str,
    /// Column: the level.
    pub column_goal: &'static str,
    /// Column: what was reached.
    pub column_done: &'static str,
    /// Column: what is left.
    pub column_left: &'static str,
    /// Column: the pace needed.
    pub column_needed: &'static str,
    /// Column: status.
    pub column_status: &'static str,
    /// Column: the document.
    pub column_source: &'static str,
    /// Column: the period.
    pub column_period: &'static str,
    /// Column: unit.
    pub column_unit: &'static str,
    /// There is no document.
    pub no_source: &'static str,
    /// Behind a target that no document set.
    pub illustrative: &'static str,
    /// Before the name of a target within another.
    pub of_which: &'static str,
    /// Section: the chain.
    pub chain: &'static str,
    /// What the chain is for.
    pub chain_help: &'static str,
    /// The chain has one line.
    pub no_chain: &'static str,
}

/// Both languages.
pub static TARGETS: Both<Targets> = Both {
    vi: Targets {
        title: "Chỉ tiêu",
        add: "Thêm chỉ tiêu",
        more: "Thao tác khác",
        copy_all: "Chép sang năm sau",
        import: "Nhập từ bảng",
        copy_one: "Chép sang năm sau",
        review: "Đã rà soát",
        review_all: "Đã rà soát tất cả",
        to_findings: "Xem ở mục Cần xem lại",
        explained: "Đã giải thích",
        edit: "Sửa chỉ tiêu",
        remove: "Xóa chỉ tiêu",
        divide: "Giao cho đơn vị",
        enter: "Nhập số liệu",
        empty: "Chưa có chỉ tiêu nào cho kỳ này",
        empty_why: "Khi đặt chỉ tiêu, ở đây có kết quả so với mức giao, phần còn thiếu, nhịp cần có và chuỗi từ nhiệm kỳ đến từng đơn vị.",
        empty_units: "Chưa giao chỉ tiêu cho đơn vị nào",
        empty_units_why: "Mở một chỉ tiêu của Khối và chọn “Giao cho đơn vị” để chia mức chung cho từng đơn vị.",
        view: "Cách xem",
        view_board: "Thẻ",
        view_table: "Bảng",
        view_chart: "Biểu đồ",
        whose: "Chỉ tiêu của",
        whose_bloc: "Toàn Khối",
        whose_units: "Các đơn vị",
        chart: "Kết quả so với mức giao",
        column_target: "Chỉ tiêu",
        column_goal: "Mức giao",
        column_done: "Đạt được",
        column_left: "Còn lại phải làm",
        column_needed: "Cần mỗi tháng",
        column_status: "Tình trạng",
        column_source: "Văn bản giao",
        column_period: "Kỳ",
        column_unit: "Đơn vị",
        no_source: "chưa có văn bản giao",
        illustrative: "minh họa",
        of_which: "trong đó",
        chain: "Chuỗi chỉ tiêu từ nhiệm kỳ đến đơn vị",
        chain_help: "Mỗi dòng là một chỉ tiêu, kèm phần còn lại phải làm.",
        no_chain: "Chỉ tiêu chưa được chia cho nhiệm kỳ, năm hay đơn vị.",
    },
    en: Targets {
        title: "Targets",
        add: "Add a target",
        more: "More actions",
        copy_all: "Copy to next year",
        import: "Import a table",
        copy_one: "Copy to next year",
        review: "Reviewed",
        review_all: "All reviewed",
        to_findings: "See it under To review",
        explained: "Explained",
        edit: "Edit target",
        remove: "Remove target",
        divide: "Divide among units",
        enter: "Enter figures",
        empty: "No targets for this period",
        empty_why: "Once targets are set, this shows the result against each, what is missing, the pace needed, and the chain from the term down to every unit.",
        empty_units: "No unit has a target",
        empty_units_why: "Open a target of the bloc and choose “Divide among units” to give each unit its part.",
        view: "View",
        view_board: "Board",
        view_table: "Table",
        view_chart: "Chart",
        whose: "Targets of",
        whose_bloc: "The bloc",
        whose_units: "The units",
        chart: "Result against target",
        column_target: "Target",
        column_goal: "Level",
        column_done: "Reached",
        column_left: "Left to do",
        column_needed: "Needed a month",
        column_status: "Status",
        column_source: "Set by",
        column_period: "Period",
        column_unit: "Unit",
        no_source: "no document yet",
        illustrative: "illustrative",
        of_which: "of which",
        chain: "Targets from term to unit",
        chain_help: "Each line is a target with what is left to do.",
        no_chain: "The target has not been divided among term, years or units.",
    },
};

/// A chain whose parts do not add up to the whole.
pub fn parts_differ(lang: Lang, parts: Count, whole: Count) -> String {
    let (parts, whole) = (format_count(parts, lang), format_count(whole, lang));
    match lang {
        Lang::Vi => format!("Các phần cộng lại là {parts}, không bằng {whole} của chỉ tiêu này."),
        Lang::En => format!("The parts add up to {parts}, not to this target's {whole}."),
    }
}

/// How many targets the chart leaves out.
pub fn left_out_line(lang: Lang, number: usize) -> String {
    match (lang, number) {
        (_, 0) => String::new(),
        (Lang::Vi, _) => format!("{number} chỉ tiêu không có trong biểu đồ vì chưa đến kỳ hoặc chưa có chỉ số để tính"),
        (Lang::En, 1) => "1 target is not drawn: it is not yet due, or nothing measures it".to_owned(),
        (Lang::En, _) => format!("{number} targets are not drawn: they are not yet due, or nothing measures them"),
    }
}

/// Targets that no document sets yet.
pub fn without_source_line(lang: Lang, number: usize) -> String {
    match (lang, number) {
        (_, 0) => String::new(),
        (Lang::Vi, _) => format!("{number} chỉ tiêu chưa có văn bản giao"),
        (Lang::En, 1) => "1 target has no document yet".to_owned(),
        (Lang::En, _) => format!("{number} targets have no document yet"),
    }
}

/// How many units have a part of a target.
pub fn parts_line(lang: Lang, number: usize) -> String {
    match (lang, number) {
        (_, 0) => String::new(),
        (Lang::Vi, _) => format!("đã giao cho {number} đơn vị"),
        (Lang::En, 1) => "given to 1 unit".to_owned(),
        (Lang::En, _) => format!("given to {number} units"),
    }
}

/// Cards that are not shown.
pub fn more_line(lang: Lang, number: usize) -> String {
    match lang {
        Lang::Vi => format!("… {number} chỉ tiêu nữa, xem ở dạng bảng"),
        Lang::En => format!("… {number} more in the table"),
    }
}

/// What copying targets to the next year came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Copied {
    /// Targets that were made.
    pub made: usize,
    /// Those that were there.
    pub known: usize,
    /// Those of units that have become one, added to another's.
    pub joined: usize,
    /// Those of units that are gone.
    pub gone: usize,
}

/// After copying to a year.
pub fn copied_line(lang: Lang, copied: &Copied, year: i32) -> String {
    let Copied {
        made,
        known,
        joined,
        gone,
    } = *copied;
    let mut rest = match (lang, known) {
        (_, 0) => String::new(),
        (Lang::Vi, _) => format!("; {known} chỉ tiêu đã có sẵn, giữ nguyên"),
        (Lang::En, _) => format!("; {known} were there and are left as they are"),
    };
    rest.push_str(&match (lang, joined) {
        (_, 0) => String::new(),
        (Lang::Vi, _) => format!("; {joined} chỉ tiêu của đơn vị đã hợp nhất cộng vào đơn vị kế tục"),
        (Lang::En, _) => format!("; {joined} of merged units added to their successor's"),
    });
    rest.push_str(&match (lang, gone) {
        (_, 0) => String::new(),
        (Lang::Vi, _) => format!("; {gone} chỉ tiêu của đơn vị đã kết thúc không chép, cần giao lại"),
        (Lang::En, _) => format!("; {gone} of units that are gone were left out and need to be set anew"),
    });
    match (lang, made) {
        (Lang::Vi, 0) => format!("Không chép thêm chỉ tiêu nào sang năm {year}{rest}"),
        (Lang::Vi, _) => format!("Đã chép {made} chỉ tiêu sang năm {year}, cần rà lại mức và văn bản giao{rest}"),
        (Lang::En, 0) => format!("Nothing to copy to {year}{rest}"),
        (Lang::En, 1) => format!("1 target copied to {year}; check its level and document{rest}"),
        (Lang::En, _) => format!("{made} targets copied to {year}; check their levels and documents{rest}"),
    }
}

/// The mark of a copy: `chép từ năm 2022, chưa rà soát`.
pub fn copied_mark(lang: Lang, from: &str) -> String {
    match lang {
        Lang::Vi => format!("chép từ {from}, chưa rà soát"),
        Lang::En => format!("copied from {from}, not reviewed yet"),
    }
}

/// Copies that nobody has looked through.
pub fn not_reviewed_line(lang: Lang, number: usize) -> String {
    match (lang, number) {
        (_, 0) => String::new(),
        (Lang::Vi, _) => format!("{number} chỉ tiêu chép từ năm trước, chưa rà soát mức và văn bản giao."),
        (Lang::En, 1) => {
            "1 target was copied from the year before; its level and document are not reviewed yet.".to_owned()
        }
        (Lang::En, _) => {
            format!(
                "{number} targets were copied from the year before; their levels and documents are not reviewed yet."
            )
        }
    }
}

/// After looking copies through.
pub fn reviewed_line(lang: Lang, number: usize) -> String {
    match (lang, number) {
        (Lang::Vi, 1) => "Đã ghi nhận là đã rà soát".to_owned(),
        (Lang::Vi, _) => format!("Đã ghi nhận {number} chỉ tiêu là đã rà soát"),
        (Lang::En, 1) => "Marked as reviewed".to_owned(),
        (Lang::En, _) => format!("{number} targets marked as reviewed"),
    }
}

/// After removing a target and what hung on it.
pub fn removed_line(lang: Lang, with: usize) -> String {
    match (lang, with) {
        (Lang::Vi, 0) => "Đã xóa chỉ tiêu".to_owned(),
        (Lang::Vi, _) => format!("Đã xóa chỉ tiêu và {with} chỉ tiêu thuộc nó"),
        (Lang::En, 0) => "Target removed".to_owned(),
        (Lang::En, _) => format!("Target removed, with {with} that belonged to it"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_what_was_done() {
        assert_eq!(copied_mark(Lang::Vi, "năm 2022"), "chép từ năm 2022, chưa rà soát");
        assert_eq!(not_reviewed_line(Lang::Vi, 0), "");
        assert_eq!(reviewed_line(Lang::Vi, 73), "Đã ghi nhận 73 chỉ tiêu là đã rà soát");
        assert_eq!(removed_line(Lang::Vi, 72), "Đã xóa chỉ tiêu và 72 chỉ tiêu thuộc nó");
        assert_eq!(
            copied_line(
                Lang::Vi,
                &Copied {
                    known: 1,
                    ..Copied::default()
                },
                2023
            ),
            "Không chép thêm chỉ tiêu nào sang năm 2023; 1 chỉ tiêu đã có sẵn, giữ nguyên"
        );
        let merged = Copied {
            made: 71,
            joined: 3,
            gone: 1,
            ..Copied::default()
        };
        assert_eq!(
            copied_line(Lang::Vi, &merged, 2023),
            "Đã chép 71 chỉ tiêu sang năm 2023, cần rà lại mức và văn bản giao; 3 chỉ tiêu của đơn vị đã hợp nhất cộng \
             vào đơn vị kế tục; 1 chỉ tiêu của đơn vị đã kết thúc không chép, cần giao lại"
        );
        assert_eq!(
            parts_differ(Lang::Vi, 128, 130),
            "Các phần cộng lại là 128, không bằng 130 của chỉ tiêu này."
        );
    }
}
