//! What the study pages say, with names and numbers in it.

use crate::model::date::Date;
use crate::model::letter_case::lowered;
use crate::model::number::{Count, format_count};
use crate::model::statement::Realisation;
use crate::model::text::{Lang, Text};

/// Whether a drive lies ahead, runs, or is over.
pub const fn realisation(lang: Lang, realisation: Realisation) -> &'static str {
    match (realisation, lang) {
        (Realisation::Planned, Lang::Vi) => "Sắp tới",
        (Realisation::Planned, Lang::En) => "Planned",
        (Realisation::Ongoing, Lang::Vi) => "Đang diễn ra",
        (Realisation::Ongoing, Lang::En) => "Ongoing",
        (Realisation::Done, Lang::Vi) => "Đã xong",
        (Realisation::Done, Lang::En) => "Done",
    }
}

/// What write-ups are called behind their number, and in front of their grades.
pub fn write_ups() -> Text {
    Text::new("bài thu hoạch, trắc nghiệm", "write-ups and quizzes")
}

/// The share of a grade, for a ranking of units.
pub fn share_of(grade: &Text) -> Text {
    Text::new(
        format!("Tỷ lệ bài loại {}", lowered(&grade.vi)),
        format!("Share graded {}", lowered(&grade.en)),
    )
}

/// Sectors compared: each name with its rate, the best first.
pub fn sectors(lang: Lang, ranked: &[(String, String)]) -> String {
    let many = ranked.len();
    match (lang, ranked) {
        (_, []) => String::new(),
        (_, [(name, value)]) => format!("{name}: {value}"),
        (Lang::Vi, [(_, first), .., (_, last)]) if first == last => format!("Cả {many} loại hình đều {first}"),
        (Lang::En, [(_, first), .., (_, last)]) if first == last => format!("All {many} sectors at {first}"),
        (Lang::Vi, [(best, high), .., (worst, low)]) => format!("Cao nhất {best} ({high}), thấp nhất {worst} ({low})"),
        (Lang::En, [(best, high), .., (worst, low)]) => format!("Highest {best} ({high}), lowest {worst} ({low})"),
    }
}

/// The progress of a drive in a sentence: how many by when, and what could not be placed on a day.
pub fn progress_sentence(lang: Lang, sum: Count, whole: Count, last: Date, undated: (usize, Count)) -> String {
    let (done, all) = (format_count(sum, lang), format_count(whole, lang));
    let last = last.format(lang);
    let mut text = match lang {
        Lang::Vi => format!("Đến {last} có {done}/{all} người đã học"),
        Lang::En => format!("By {last}, {done} of {all} people have studied"),
    };
    if undated.0 > 0 {
        let (units, sum) = (undated.0, format_count(undated.1, lang));
        text.push_str(&match lang {
            Lang::Vi => format!("; {units} đơn vị với {sum} người không ghi ngày nên không vẽ được"),
            Lang::En => format!("; {units} units with {sum} people gave no date and are not drawn"),
        });
    }
    text
}

/// Behind the number of copies: what they are, and to how many units they went.
pub fn copies_to(lang: Lang, units: usize) -> String {
    match lang {
        Lang::Vi => format!("cuốn đến {units} đơn vị"),
        Lang::En => format!("copies to {units} units"),
    }
}

/// Below a rate: how many are lacking to its target.
pub fn lacking(lang: Lang, lacking: Count) -> String {
    let lacking = format_count(lacking, lang);
    match lang {
        Lang::Vi => format!("còn thiếu {lacking}"),
        Lang::En => format!("{lacking} short"),
    }
}

/// The days of a drive: `01/06/2021 – 31/07/2021`, or the one day.
pub fn days(lang: Lang, start: Date, end: Date) -> String {
    if start == end {
        start.format(lang)
    } else {
        format!("{} – {}", start.format(lang), end.format(lang))
    }
}

/// The finding above the list: how many drives, and how the latest one with figures stands.
pub fn list_finding(lang: Lang, drives: usize, period: Option<&str>, latest: Option<&str>) -> String {
    let drives_text = format_count(drives as Count, lang);
    let mut text = match (lang, drives) {
        (Lang::Vi, 0) => "Chưa có đợt học tập nào".to_owned(),
        (Lang::Vi, _) => format!("{drives_text} đợt học tập"),
        (Lang::En, 0) => "No study drive".to_owned(),
        (Lang::En, 1) => "1 study drive".to_owned(),
        (Lang::En, _) => format!("{drives_text} study drives"),
    };
    if let Some(period) = period {
        text.push_str(match lang {
            Lang::Vi => " trong ",
            Lang::En => " in ",
        });
        text.push_str(period);
    }
    if let Some(latest) = latest {
        // Of one drive it goes without saying which.
        text.push_str(match (lang, drives) {
            (_, 1) => ": ",
            (Lang::Vi, _) => "; gần nhất: ",
            (Lang::En, _) => "; the latest: ",
        });
        text.push_str(latest);
    }
    text
}

/// A drive that has a stated percentage only, behind "the latest:".
pub fn stated_as(lang: Lang, value: &str) -> String {
    match lang {
        Lang::Vi => format!("báo cáo nêu {value}, không kèm số đếm"),
        Lang::En => format!("stated as {value}, without counts"),
    }
}

/// Units × drives where every cell is the same: "Cả 73 đơn vị đều đạt 100% ở đợt “Nghị quyết …”".
pub fn all_alike(lang: Lang, units: usize, drives: &[&str], share: &str) -> String {
    let units = format_count(units as Count, lang);
    match (lang, drives) {
        (Lang::Vi, [one]) => format!("Cả {units} đơn vị đều đạt {share} ở đợt “{one}”."),
        (Lang::Vi, _) => format!("Cả {units} đơn vị đều đạt {share} ở cả {} đợt có số đếm.", drives.len()),
        (Lang::En, [one]) => format!("All {units} units reached {share} in the drive “{one}”."),
        (Lang::En, _) => format!(
            "All {units} units reached {share} in each of the {} drives with counts.",
            drives.len()
        ),
    }
}

/// Drives that units × drives leaves out: a report gives their percentage, and no unit has counts.
pub fn only_stated(lang: Lang, drives: &[&str]) -> String {
    let names: Vec<String> = drives.iter().map(|name| format!("“{name}”")).collect();
    let names = names.join(", ");
    match (lang, drives.len()) {
        (_, 0) => String::new(),
        (Lang::Vi, _) => {
            format!("Không tính đợt {names}: báo cáo chỉ nêu tỷ lệ chung, không có số đếm của từng đơn vị.")
        }
        (Lang::En, _) => format!("Without {names}: the report states one percentage, and there are no counts by unit."),
    }
}

/// Toast after a drive was saved.
pub fn saved(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Vi => format!("Đã lưu đợt “{name}”"),
        Lang::En => format!("Saved “{name}”"),
    }
}

/// Toast after a drive was removed.
pub fn removed(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Vi => format!("Đã xóa đợt “{name}”"),
        Lang::En => format!("Removed “{name}”"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_tells_how_many_and_how_it_stands() {
        assert_eq!(list_finding(Lang::Vi, 0, None, None), "Chưa có đợt học tập nào");
        assert_eq!(
            list_finding(Lang::Vi, 2, Some("năm 2021"), Some("4.201/4.201 đảng viên")),
            "2 đợt học tập trong năm 2021; gần nhất: 4.201/4.201 đảng viên"
        );
        assert_eq!(list_finding(Lang::En, 1, None, None), "1 study drive");
        assert_eq!(list_finding(Lang::En, 1, None, Some("all")), "1 study drive: all");
    }

    #[test]
    fn sectors_are_compared_by_their_ends() {
        let rows = |values: &[&str]| -> Vec<(String, String)> {
            let names = ["Cơ quan hành chính", "Doanh nghiệp", "Báo chí"];
            let rows = names.iter().zip(values);
            rows.map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
                .collect()
        };
        assert_eq!(
            sectors(Lang::Vi, &rows(&["100%", "100%", "100%"])),
            "Cả 3 loại hình đều 100%"
        );
        assert_eq!(
            sectors(Lang::Vi, &rows(&["100%", "97%", "90,1%"])),
            "Cao nhất Cơ quan hành chính (100%), thấp nhất Báo chí (90,1%)"
        );
        assert_eq!(sectors(Lang::En, &rows(&["99%"])), "Cơ quan hành chính: 99%");
        assert_eq!(sectors(Lang::En, &[]), "");
    }
}
