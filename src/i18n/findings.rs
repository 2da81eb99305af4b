//! Words of the page of findings: what a person must look at, what was explained, published against computed figures.

use super::Both;
use crate::model::number::format_count;
use crate::model::text::Lang;

/// Words of the page.
pub struct Findings {
    /// The page's name.
    pub title: &'static str,
    /// Section: what is open.
    pub open: &'static str,
    /// How the open ones are grouped; read out.
    pub by: &'static str,
    /// Grouped by severity.
    pub by_severity: &'static str,
    /// Grouped by unit.
    pub by_unit: &'static str,
    /// Nothing is open, and nothing had to be explained.
    pub none_why: &'static str,
    /// Nothing was entered yet.
    pub unchecked: &'static str,
    /// What would be checked.
    pub unchecked_why: &'static str,
    /// To entry.
    pub enter: &'static str,
    /// Opens the form of an explanation.
    pub explain: &'static str,
    /// Changes an explanation.
    pub edit: &'static str,
    /// Takes an explanation back.
    pub take_back: &'static str,
    /// Heading of the form.
    pub form_title: &'static str,
    /// The field.
    pub text: &'static str,
    /// How to fill it.
    pub text_help: &'static str,
    /// It is empty.
    pub text_missing: &'static str,
    /// Keeps the explanation.
    pub save: &'static str,
    /// Said when it was kept.
    pub saved: &'static str,
    /// Said when it was taken back.
    pub taken_back: &'static str,
    /// In front of an explanation.
    pub explanation: &'static str,
    /// Section: published against computed figures.
    pub published: &'static str,
    /// What the section is for.
    pub published_help: &'static str,
    /// Caption: what does not agree.
    pub differing: &'static str,
    /// Caption: plans.
    pub planned: &'static str,
    /// Caption: what has nothing to be compared with.
    pub alone: &'static str,
    /// No published figure in this period.
    pub nothing_published: &'static str,
    /// Column: what is stated.
    pub subject: &'static str,
    /// Column: the stated figure.
    pub stated: &'static str,
    /// Column: the computed figure.
    pub computed: &'static str,
    /// Column: how they compare.
    pub comparison: &'static str,
    /// Column: why.
    pub why: &'static str,
    /// Column: what can be done with a row.
    pub tools: &'static str,
    /// Column: the document.
    pub source: &'static str,
    /// To the tree of units.
    pub to_units: &'static str,
    /// To the targets.
    pub to_targets: &'static str,
    /// The way to what the bloc counts.
    pub to_catalogue: &'static str,
    /// Heading of the returns that are late.
    pub late: &'static str,
    /// To the form of all units.
    pub open_form: &'static str,
}

/// Both languages of the page.
pub static FINDINGS: Both<Findings> = Both {
    vi: Findings {
        title: "Cần xem lại",
        open: "Chưa xử lý",
        by: "Xếp theo",
        by_severity: "Theo mức độ",
        by_unit: "Theo đơn vị",
        none_why: "Mọi ô đã nhập đều khớp với quy tắc của biểu, với cây đơn vị và với số đã công bố.",
        unchecked: "Chưa có số liệu để kiểm tra",
        unchecked_why: "Khi có số liệu, mỗi ô được đối chiếu với quy tắc của biểu; chỗ nào không khớp sẽ hiện ở đây, kèm cách xử lý.",
        enter: "Nhập liệu",
        explain: "Đã kiểm tra, giải thích…",
        edit: "Sửa lời giải thích",
        take_back: "Bỏ lời giải thích",
        form_title: "Giải thích số liệu",
        text: "Lời giải thích",
        text_help: "Nêu vì sao số liệu vẫn đúng, không ghi tên người. Lời giải thích đi cùng số liệu; số thay đổi thì điểm này mở lại.",
        text_missing: "Lời giải thích: chưa có. Ghi một câu, hoặc sửa số liệu.",
        save: "Lưu lời giải thích",
        saved: "Đã lưu lời giải thích",
        taken_back: "Đã bỏ lời giải thích",
        explanation: "Giải thích",
        published: "Số công bố và số tính được",
        published_help: "Số báo cáo nêu được giữ bên cạnh số tính từ số liệu đơn vị. Lệch thì nêu lý do có thể, không tự sửa.",
        differing: "Không khớp",
        planned: "Kế hoạch",
        alone: "Chỉ có số công bố, không có số đếm để đối chiếu",
        nothing_published: "Sổ chưa có số công bố nào của kỳ này.",
        subject: "Nội dung",
        stated: "Báo cáo nêu",
        computed: "Tính từ số liệu",
        comparison: "Đối chiếu",
        why: "Lý do có thể",
        tools: "Thao tác",
        source: "Nguồn",
        to_units: "Xem các đơn vị",
        to_targets: "Xem chỉ tiêu",
        to_catalogue: "Mở Danh mục",
        late: "Quá hạn chưa nộp",
        open_form: "Mở biểu của mọi đơn vị",
    },
    en: Findings {
        title: "To review",
        open: "Open",
        by: "Group by",
        by_severity: "By severity",
        by_unit: "By unit",
        none_why: "All cells entered agree with the rules of their forms, with the tree of units and with what is published.",
        unchecked: "There are no figures to check yet",
        unchecked_why: "Once there are figures, each cell is held against the rules of its form; what does not hold will stand here, with what to do.",
        enter: "Enter figures",
        explain: "Checked, explain…",
        edit: "Edit the explanation",
        take_back: "Take the explanation back",
        form_title: "Explain the figures",
        text: "Explanation",
        text_help: "Say why the figures are right all the same; name no person. It travels with the figures; when they change, this is open again.",
        text_missing: "Explanation: none yet. Write a sentence, or correct the figures.",
        save: "Save the explanation",
        saved: "The explanation is saved",
        taken_back: "The explanation was taken back",
        explanation: "Explanation",
        published: "Published and computed figures",
        published_help: "What reports state is kept beside what the units' figures give. A difference is shown with its likely reason, never corrected silently.",
        differing: "Do not agree",
        planned: "Plans",
        alone: "Published only, without counts to compare with",
        nothing_published: "The ledger has no published figure of this period.",
        subject: "Subject",
        stated: "Stated",
        computed: "Computed",
        comparison: "Comparison",
        why: "Likely reason",
        tools: "Actions",
        source: "Source",
        to_units: "See the units",
        to_targets: "See the target",
        to_catalogue: "Open the catalogue",
        late: "Overdue",
        open_form: "Open the form of all units",
    },
};

fn number(lang: Lang, count: usize) -> String {
    format_count(count as u64, lang)
}

/// What a headline counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    /// Points that need a person.
    pub points: usize,
    /// Units that they are about.
    pub units: usize,
    /// Points that cannot be right.
    pub errors: usize,
    /// Forms that units are late with.
    pub late: usize,
    /// Points that a person has explained.
    pub explained: usize,
}

/// The page's finding: "4 điểm cần xem lại ở 3 đơn vị; 1 lỗi; 2 biểu quá hạn".
pub fn headline(lang: Lang, counted: &Counted) -> String {
    let n = |count| number(lang, count);
    let Counted {
        points,
        units,
        errors,
        late,
        explained,
    } = *counted;
    let mut said = match (lang, points, explained) {
        (Lang::Vi, 0, 0) => "Không có điểm nào cần xem lại".to_owned(),
        (Lang::Vi, 0, _) => format!("Không còn điểm nào cần xem lại; {} điểm đã giải thích", n(explained)),
        (Lang::Vi, _, _) => format!("{} điểm cần xem lại ở {} đơn vị", n(points), n(units)),
        (Lang::En, 0, 0) => "Nothing to review".to_owned(),
        (Lang::En, 0, 1) => "Nothing left to review; 1 point is explained".to_owned(),
        (Lang::En, 0, _) => format!("Nothing left to review; {} points are explained", n(explained)),
        (Lang::En, _, _) => format!(
            "{} in {}",
            if points == 1 {
                "1 point to review".to_owned()
            } else {
                format!("{} points to review", n(points))
            },
            if units == 1 {
                "1 unit".to_owned()
            } else {
                format!("{} units", n(units))
            },
        ),
    };
    if errors > 0 {
        said.push_str(&match (lang, errors) {
            (Lang::Vi, _) => format!("; {} lỗi", n(errors)),
            (Lang::En, 1) => "; 1 error".to_owned(),
            (Lang::En, _) => format!("; {} errors", n(errors)),
        });
    }
    if late > 0 {
        said.push_str(&match (lang, late) {
            (Lang::Vi, _) => format!("; {} biểu quá hạn", n(late)),
            (Lang::En, 1) => "; 1 form overdue".to_owned(),
            (Lang::En, _) => format!("; {} forms overdue", n(late)),
        });
    }
    said
}

/// Late units that are folded away.
pub fn other_units(lang: Lang, number: usize) -> String {
    match (lang, number) {
        (Lang::Vi, _) => format!("{number} đơn vị khác"),
        (Lang::En, 1) => "1 other unit".to_owned(),
        (Lang::En, _) => format!("{number} other units"),
    }
}

/// What was checked: "đã kiểm 146 phiếu", "1 phiếu".
pub fn checked(lang: Lang, returns: usize) -> String {
    let count = number(lang, returns);
    match (lang, returns) {
        (Lang::Vi, _) => format!("đã kiểm {count} phiếu có số liệu"),
        (Lang::En, 1) => "1 return with figures checked".to_owned(),
        (Lang::En, _) => format!("{count} returns with figures checked"),
    }
}

/// What could not be checked because it has not come.
pub fn not_come(lang: Lang, returns: usize) -> String {
    let count = number(lang, returns);
    match (lang, returns) {
        (_, 0) => String::new(),
        (Lang::Vi, _) => format!("{count} lượt báo cáo quá hạn chưa có để kiểm"),
        (Lang::En, 1) => "1 overdue return is not there to check".to_owned(),
        (Lang::En, _) => format!("{count} overdue returns are not there to check"),
    }
}

/// "đến 23/11/2022".
pub fn as_of(lang: Lang, date: &str) -> String {
    match lang {
        Lang::Vi => format!("đến {date}"),
        Lang::En => format!("as of {date}"),
    }
}

/// A group's name with its size: "Nghi vấn (3)".
pub fn group(lang: Lang, name: &str, size: usize) -> String {
    format!("{name} ({})", number(lang, size))
}

/// What is folded away: "Đã giải thích (2)".
pub fn explained(lang: Lang, count: usize) -> String {
    group(
        lang,
        match lang {
            Lang::Vi => "Đã giải thích",
            Lang::En => "Explained",
        },
        count,
    )
}

/// What agrees, folded away.
pub fn agreeing(lang: Lang, count: usize) -> String {
    group(
        lang,
        match lang {
            Lang::Vi => "Khớp với số tính được",
            Lang::En => "Agree with the counts",
        },
        count,
    )
}

/// Shows more of a long list.
pub fn more(lang: Lang, hidden: usize) -> String {
    let count = number(lang, hidden);
    match lang {
        Lang::Vi => format!("Xem thêm (còn {count})"),
        Lang::En => format!("Show more ({count} left)"),
    }
}

/// An explanation of figures that have changed since: "Đã giải thích khi số là 12 | 10".
pub fn explained_before(lang: Lang, figures: &str) -> String {
    match lang {
        Lang::Vi => format!("Giải thích trước đây, khi số là {figures}"),
        Lang::En => format!("Explained before, when it was {figures}"),
    }
}

/// A figure that leads to its cell: "Dự học – đảng viên: 12".
pub fn cell_link(name: &str, period: Option<&str>, figure: &str) -> String {
    let period = period.map(|period| format!(", {period}")).unwrap_or_default();
    let figure = if figure.is_empty() {
        String::new()
    } else {
        format!(": {figure}")
    };
    format!("{name}{period}{figure}")
}

/// What a statement is a part of.
pub fn part_of(lang: Lang, whole: &str) -> String {
    match lang {
        Lang::Vi => format!("một phần của “{whole}”"),
        Lang::En => format!("a part of “{whole}”"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_headline_counts_points_units_errors_and_late_forms() {
        let said = |lang, points, units, errors, late, explained| {
            headline(
                lang,
                &Counted {
                    points,
                    units,
                    errors,
                    late,
                    explained,
                },
            )
        };
        assert_eq!(said(Lang::Vi, 4, 3, 1, 0, 0), "4 điểm cần xem lại ở 3 đơn vị; 1 lỗi");
        assert_eq!(
            said(Lang::Vi, 2, 73, 0, 2, 9),
            "2 điểm cần xem lại ở 73 đơn vị; 2 biểu quá hạn"
        );
        assert_eq!(
            said(Lang::Vi, 0, 0, 0, 0, 2),
            "Không còn điểm nào cần xem lại; 2 điểm đã giải thích"
        );
        assert_eq!(said(Lang::En, 1, 1, 1, 0, 0), "1 point to review in 1 unit; 1 error");
        assert_eq!(
            said(Lang::En, 1200, 2, 2, 1, 0),
            "1,200 points to review in 2 units; 2 errors; 1 form overdue"
        );
    }

    #[test]
    fn a_link_says_what_stands_in_the_cell() {
        assert_eq!(cell_link("Kết nạp", None, "12"), "Kết nạp: 12");
        assert_eq!(
            cell_link("Số người", Some("tháng 2/2022"), ""),
            "Số người, tháng 2/2022"
        );
    }
}
