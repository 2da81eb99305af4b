//! Words of the overview: the targets that matter, who still has to report, what a person must look at.

use super::Both;
use super::frame::{refused, review_words, to_choose};
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
    /// What the list of units is good for.
    pub add_units_why: &'static str,
    /// Goes to the forms that the bloc uses.
    pub choose_forms: &'static str,
    /// What choosing them is good for.
    pub choose_forms_why: &'static str,
    /// What a target is good for.
    pub set_target_why: &'static str,
    /// Three steps before there are figures: title.
    pub steps: &'static str,
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
        add_units_why: "Dán danh sách từ Excel hoặc gõ từng tên.",
        choose_forms: "Chọn biểu",
        choose_forms_why: "Biểu nào Khối dùng, hạn nộp bao nhiêu ngày.",
        set_target_why: "Có chỉ tiêu thì trang này cho thấy đã đạt bao nhiêu, còn thiếu bao nhiêu.",
        steps: "Sổ mới mở: ba việc để bắt đầu",
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
        findings: "To review",
        findings_empty: "Nothing to review",
        findings_empty_why: "All cells agree with the rules of their forms and with the published reports.",
        nothing_to_check: "No figures to check yet",
        nothing_to_check_why: "Once there are some, they are held against the rules of their forms and the published reports.",
        findings_all: "See all",
        no_units: "No units yet",
        no_units_why: "The overview needs the list of units to know who has to report.",
        add_units: "Add units",
        add_units_why: "Paste the list from Excel, or type the names.",
        choose_forms: "Choose forms",
        choose_forms_why: "Which forms the bloc uses, and when they are due.",
        set_target_why: "With a target, this page shows what is reached and what is missing.",
        steps: "A new ledger: three steps to begin",
    },
};

/// What the overview's headline speaks of: how much of each needs a person.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Needs {
    /// Returns that are overdue.
    pub overdue: usize,
    /// Returns that are soon due.
    pub soon: usize,
    /// Points to be looked at.
    pub findings: usize,
    /// Cells and fields that two places entered differently.
    pub contested: usize,
    /// Changes that the server refused.
    pub refused: usize,
}

/// The page's finding: what needs a person first.
pub fn headline(lang: Lang, needs: Needs) -> String {
    let count = |n: usize| format_count(n as u64, lang);
    let found = to_review(lang, needs);
    match (lang, needs.overdue, &found[..]) {
        (Lang::Vi, 0, "") if needs.soon > 0 => {
            format!(
                "Không có biểu quá hạn; còn {} lượt báo cáo sắp đến hạn",
                count(needs.soon)
            )
        }
        (Lang::Vi, 0, "") => "Không có biểu quá hạn, không có điểm nào cần xem lại".to_owned(),
        (Lang::Vi, 0, found) => format!("Không có biểu quá hạn; có {found}"),
        (Lang::Vi, late, "") => format!("Còn {} lượt báo cáo quá hạn", count(late)),
        (Lang::En, 0, "") if needs.soon > 0 => format!("Nothing overdue; {} due soon", returns_en(needs.soon)),
        (Lang::En, 0, "") => "Nothing overdue, nothing to review".to_owned(),
        (Lang::En, 0, found) => format!("Nothing overdue; {found}"),
        (Lang::En, late, "") => format!("{} overdue", returns_en(late)),
        (Lang::Vi, late, _) => {
            let late = format!("{} lượt báo cáo quá hạn", count(late));
            format!(
                "Còn {}",
                listed(lang, [late].into_iter().chain(parts(lang, needs)).collect())
            )
        }
        (Lang::En, late, _) => {
            let late = format!("{} overdue", returns_en(late));
            listed(lang, [late].into_iter().chain(parts(lang, needs)).collect())
        }
    }
}

/// What is to be looked at, part by part: points, conflicts, refusals.
fn parts(lang: Lang, needs: Needs) -> impl Iterator<Item = String> {
    let (contested, number) = (needs.contested as u64, needs.refused as u64);
    let contested_said = match lang {
        Lang::Vi => format!("{} chỗ hai nơi nhập khác nhau", format_count(contested, lang)),
        Lang::En => to_choose(lang, contested),
    };
    let parts = [
        (needs.findings as u64, review_words(lang, needs.findings)),
        (contested, contested_said),
        (number, refused(lang, number)),
    ];
    parts
        .into_iter()
        .filter(|(number, _)| *number > 0)
        .map(|(_, said)| said)
}

/// The same in one: "1 điểm cần xem lại và 4 chỗ hai nơi nhập khác nhau"; empty where there is nothing.
fn to_review(lang: Lang, needs: Needs) -> String {
    listed(lang, parts(lang, needs).collect())
}

/// "a, b và c".
fn listed(lang: Lang, mut parts: Vec<String>) -> String {
    let Some(last) = parts.pop() else {
        return String::new();
    };
    if parts.is_empty() {
        return last;
    }
    let and = match lang {
        Lang::Vi => "và",
        Lang::En => "and",
    };
    format!("{} {and} {last}", parts.join(", "))
}

/// The finding of a bloc whose units nobody has entered: what there is all the same.
pub fn headline_without_units(lang: Lang, targets: usize, needs: Needs) -> String {
    let count = |n: usize| format_count(n as u64, lang);
    let mut text = match (lang, targets) {
        (Lang::Vi, 0) => "Chưa có đơn vị và chỉ tiêu".to_owned(),
        (Lang::Vi, _) => format!("Chưa có đơn vị; đã có {} chỉ tiêu", count(targets)),
        (Lang::En, 0) => "No units and no targets yet".to_owned(),
        (Lang::En, 1) => "No units yet; 1 target is set".to_owned(),
        (Lang::En, _) => format!("No units yet; {} targets are set", count(targets)),
    };
    let found = to_review(lang, needs);
    match (lang, &found[..]) {
        (_, "") => {}
        (Lang::Vi, found) => text.push_str(&format!("; có {found}")),
        (Lang::En, found) => text.push_str(&format!("; {found}")),
    }
    text
}

fn returns_en(count: usize) -> String {
    match count {
        1 => "1 return".to_owned(),
        _ => format!("{} returns", format_count(count as u64, Lang::En)),
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
        let needs = Needs {
            overdue: 3,
            soon: 3,
            findings: 1,
            ..Needs::default()
        };
        assert_eq!(
            headline(Lang::Vi, needs),
            "Còn 3 lượt báo cáo quá hạn và 1 điểm cần xem lại"
        );
        let late = Needs {
            overdue: 1,
            ..Needs::default()
        };
        assert_eq!(headline(Lang::En, late), "1 return overdue");
        assert_eq!(
            headline(Lang::Vi, Needs::default()),
            "Không có biểu quá hạn, không có điểm nào cần xem lại"
        );
        let soon = Needs {
            soon: 1_200,
            ..Needs::default()
        };
        assert_eq!(headline(Lang::En, soon), "Nothing overdue; 1,200 returns due soon");
    }

    #[test]
    fn the_headline_does_not_say_that_nothing_needs_a_look_while_conflicts_wait() {
        let waiting = Needs {
            contested: 4,
            soon: 2,
            ..Needs::default()
        };
        assert_eq!(
            headline(Lang::Vi, waiting),
            "Không có biểu quá hạn; có 4 chỗ hai nơi nhập khác nhau"
        );
        let all = Needs {
            overdue: 3,
            findings: 1,
            refused: 2,
            ..waiting
        };
        assert_eq!(
            headline(Lang::Vi, all),
            "Còn 3 lượt báo cáo quá hạn, 1 điểm cần xem lại, 4 chỗ hai nơi nhập khác nhau và 2 thay đổi bị máy chủ từ chối"
        );
        assert_eq!(
            headline(Lang::En, Needs { overdue: 0, ..all }),
            "Nothing overdue; 1 point to review, 4 conflicts to settle and 2 changes refused by the server"
        );
        assert_eq!(
            headline_without_units(Lang::En, 1, waiting),
            "No units yet; 1 target is set; 4 conflicts to settle"
        );
    }
}
