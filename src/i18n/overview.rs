//! Words of the overview: the targets that matter, who still has to report, what a person must look at.

use super::Both;
use crate::model::date::Date;
use crate::model::number::format_count;
use crate::model::quantity::Quantity;
use crate::model::text::Lang;
use crate::report::sentence::words::quantity;

/// Words of the overview.
pub struct Overview {
    /// The page's name.
    pub title: &'static str,
    /// Section: targets.
    pub targets: &'static str,
    /// Why the section may be empty.
    pub targets_empty: &'static str,
    /// What to do then.
    pub targets_empty_why: &'static str,
    /// Goes to where a target can be set.
    pub set_target: &'static str,
    /// Goes to all targets.
    pub all_targets: &'static str,
    /// Section: completeness of due forms.
    pub due: &'static str,
    /// Nothing is due.
    pub due_empty: &'static str,
    /// What will stand there.
    pub due_empty_why: &'static str,
    /// Section: findings.
    pub findings: &'static str,
    /// No findings.
    pub findings_empty: &'static str,
    /// What was checked.
    pub findings_empty_why: &'static str,
    /// There is nothing yet that could be wrong.
    pub nothing_to_check: &'static str,
    /// What will be checked.
    pub nothing_to_check_why: &'static str,
    /// To the page of all findings.
    pub findings_all: &'static str,
    /// No units yet.
    pub no_units: &'static str,
    /// What to do then.
    pub no_units_why: &'static str,
    /// Goes to the units.
    pub add_units: &'static str,
}

/// Both languages of the overview.
pub static OVERVIEW: Both<Overview> = Both {
    vi: Overview {
        title: "Tổng quan",
        targets: "Chỉ tiêu",
        targets_empty: "Chưa có chỉ tiêu cho kỳ này",
        targets_empty_why: "Khi đặt chỉ tiêu, ở đây có giá trị đạt được, phần còn thiếu và nhịp cần có mỗi tuần.",
        set_target: "Đặt chỉ tiêu",
        all_targets: "Xem mọi chỉ tiêu",
        due: "Hạn nộp số liệu",
        due_empty: "Không có biểu nào đến hạn",
        due_empty_why: "Biểu sắp đến hạn trong 30 ngày và biểu quá hạn của kỳ trước sẽ hiện ở đây.",
        findings: "Cần xem lại",
        findings_empty: "Không có điểm nào cần xem lại",
        findings_empty_why: "Mọi ô đã nhập đều khớp với quy tắc của biểu và với số báo cáo đã công bố.",
        nothing_to_check: "Chưa có số liệu để kiểm tra",
        nothing_to_check_why: "Khi có số liệu, sổ đối chiếu với quy tắc của biểu và với số báo cáo đã công bố.",
        findings_all: "Xem tất cả",
        no_units: "Chưa có đơn vị nào",
        no_units_why: "Tổng quan cần danh sách đơn vị để biết ai phải báo cáo.",
        add_units: "Thêm đơn vị",
    },
    en: Overview {
        title: "Overview",
        targets: "Targets",
        targets_empty: "No target for this period",
        targets_empty_why: "Once a target is set, this shows what is reached, what is missing and the pace needed each week.",
        set_target: "Set a target",
        all_targets: "All targets",
        due: "Figures due",
        due_empty: "No form is due",
        due_empty_why: "Forms due within 30 days, and overdue ones of the last period, will stand here.",
        findings: "To be looked at",
        findings_empty: "Nothing needs a look",
        findings_empty_why: "All cells agree with the rules of their forms and with the published reports.",
        nothing_to_check: "No figures to check yet",
        nothing_to_check_why: "Once there are some, they are held against the rules of their forms and the published reports.",
        findings_all: "See all",
        no_units: "No units yet",
        no_units_why: "The overview needs the list of units to know who has to report.",
        add_units: "Add units",
    },
};

/// The page's finding: what needs a person first.
pub fn headline(lang: Lang, overdue_units: usize, findings: usize, due_units: usize) -> String {
    let count = |n: usize| format_count(n as u64, lang);
    match (lang, overdue_units, findings, due_units) {
        (Lang::Vi, 0, 0, 0) => "Không có biểu quá hạn, không có điểm nào cần xem lại".to_owned(),
        (Lang::Vi, 0, 0, due) => format!("Không có biểu quá hạn; còn {} lượt báo cáo sắp đến hạn", count(due)),
        (Lang::Vi, 0, found, _) => format!("Không có biểu quá hạn; có {} điểm cần xem lại", count(found)),
        (Lang::Vi, late, 0, _) => format!("Còn {} lượt báo cáo quá hạn", count(late)),
        (Lang::Vi, late, found, _) => {
            format!(
                "Còn {} lượt báo cáo quá hạn và {} điểm cần xem lại",
                count(late),
                count(found)
            )
        }
        (Lang::En, 0, 0, 0) => "Nothing is overdue, nothing needs a look".to_owned(),
        (Lang::En, 0, 0, due) => format!("Nothing is overdue; {} soon due", returns_en(due)),
        (Lang::En, 0, found, _) => format!("Nothing is overdue; {} a look", points_en(found)),
        (Lang::En, late, 0, _) => format!("{} overdue", returns_en(late)),
        (Lang::En, late, found, _) => format!("{} overdue and {} a look", returns_en(late), points_en(found)),
    }
}

/// The finding of a bloc whose units nobody has entered: what there is all the same.
pub fn headline_without_units(lang: Lang, targets: usize, findings: usize) -> String {
    let count = |n: usize| format_count(n as u64, lang);
    let mut text = match (lang, targets) {
        (Lang::Vi, 0) => "Chưa có đơn vị và chỉ tiêu".to_owned(),
        (Lang::Vi, _) => format!("Chưa có đơn vị; đã có {} chỉ tiêu", count(targets)),
        (Lang::En, 0) => "No units and no targets yet".to_owned(),
        (Lang::En, 1) => "No units yet; 1 target is set".to_owned(),
        (Lang::En, _) => format!("No units yet; {} targets are set", count(targets)),
    };
    match (lang, findings) {
        (_, 0) => {}
        (Lang::Vi, _) => text.push_str(&format!(" và {} điểm cần xem lại", count(findings))),
        (Lang::En, _) => text.push_str(&format!(" and {} a look", points_en(findings))),
    }
    text
}

fn returns_en(count: usize) -> String {
    match count {
        1 => "1 return is".to_owned(),
        _ => format!("{} returns are", format_count(count as u64, Lang::En)),
    }
}

fn points_en(count: usize) -> String {
    match count {
        1 => "1 point needs".to_owned(),
        _ => format!("{} points need", format_count(count as u64, Lang::En)),
    }
}

/// "hạn 05/08/2021" or "quá hạn từ 05/08/2021".
pub fn due_line(lang: Lang, due: Date, today: Date) -> String {
    let date = due.format(lang);
    match (lang, due < today) {
        (Lang::Vi, true) => format!("quá hạn từ {date}"),
        (Lang::Vi, false) => format!("hạn {date}"),
        (Lang::En, true) => format!("overdue since {date}"),
        (Lang::En, false) => format!("due {date}"),
    }
}

/// How many units of which kind: "72 tổ chức cơ sở đảng (46 đảng bộ, 26 chi bộ)".
pub fn size_line(lang: Lang, committees: usize, cells: usize) -> String {
    let count = |n: usize| format_count(n as u64, lang);
    let (all, committees, cells) = (count(committees + cells), count(committees), count(cells));
    match lang {
        Lang::Vi => format!("{all} tổ chức cơ sở đảng ({committees} đảng bộ, {cells} chi bộ)"),
        Lang::En => format!("{all} organisations ({committees} committees, {cells} cells)"),
    }
}

/// "4.201 đảng viên đến 31/07/2021".
pub fn members_line(lang: Lang, members: Quantity, as_of: Option<Date>) -> String {
    let figure = quantity(lang, members);
    match (lang, as_of) {
        (Lang::Vi, Some(date)) => format!("{figure} đảng viên đến {}", date.format(lang)),
        (Lang::Vi, None) => format!("{figure} đảng viên"),
        (Lang::En, Some(date)) => format!("{figure} members as of {}", date.format(lang)),
        (Lang::En, None) => format!("{figure} members"),
    }
}

/// "hơn 4.200 đảng viên theo báo cáo".
pub fn stated_members_line(lang: Lang, stated: &str) -> String {
    match lang {
        Lang::Vi => format!("{stated} đảng viên theo báo cáo"),
        Lang::En => format!("{stated} members as reported"),
    }
}

/// "70/73 đã nộp", and how many have begun without handing in.
pub fn handed_in_line(lang: Lang, done: usize, begun: usize, whole: usize) -> String {
    let count = |n: usize| format_count(n as u64, lang);
    let drafts = begun.saturating_sub(done);
    let mut text = match lang {
        Lang::Vi => format!("{}/{} đã nộp", count(done), count(whole)),
        Lang::En => format!("{} of {} handed in", count(done), count(whole)),
    };
    if drafts > 0 {
        text.push_str(&match lang {
            Lang::Vi => format!(", {} đang nhập", count(drafts)),
            Lang::En => format!(", {} being entered", count(drafts)),
        });
    }
    text
}

/// "và 4 điểm khác".
pub fn findings_more(lang: Lang, rest: usize) -> String {
    let count = format_count(rest as u64, lang);
    match lang {
        Lang::Vi => format!("và {count} điểm khác"),
        Lang::En => format!("and {count} more"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_headline_names_what_needs_a_person() {
        assert_eq!(
            headline(Lang::Vi, 3, 1, 3),
            "Còn 3 lượt báo cáo quá hạn và 1 điểm cần xem lại"
        );
        assert_eq!(headline(Lang::En, 1, 0, 1), "1 return is overdue");
        assert_eq!(
            headline(Lang::Vi, 0, 0, 0),
            "Không có biểu quá hạn, không có điểm nào cần xem lại"
        );
    }
}
