//! Sentences that only reports have: what a bloc is made of, how a drive was held, what the next period asks for.

use super::coverage::pick;
use super::status::asked;
use super::words::{begun_small, capitalised, count, names, plural, quantity};
use crate::model::indicator::Comparison;
use crate::model::number::Count;
use crate::model::quantity::Quantity;
use crate::model::target::TargetValue;
use crate::model::text::Lang;

/// "Đến 23/11/2022, Đảng bộ Khối … có 72 tổ chức cơ sở đảng, gồm 46 đảng bộ cơ sở và 26 chi bộ cơ sở; hơn 4.200 đảng viên".
/// `parts` are counts with their names; `members` is `None` where nobody reported them.
pub fn organisations(
    lang: Lang,
    day: &str,
    bloc: &str,
    whole: (Count, &str),
    parts: &[(Count, String)],
    members: Option<Quantity>,
) -> String {
    let counted = |(number, name): &(Count, String)| format!("{} {name}", count(lang, *number));
    if whole.0 == 0 && members.is_none() {
        return match lang {
            Lang::Vi => format!("Đến {day}, {bloc} chưa có số liệu về {} và đảng viên", whole.1),
            Lang::En => format!("As of {day}, there are no figures of {} and members of {bloc}", whole.1),
        };
    }
    let all = format!("{} {}", count(lang, whole.0), whole.1);
    let mut text = match (lang, whole.0) {
        (Lang::Vi, 0) => format!("Đến {day}, {bloc} chưa có số liệu về {}", whole.1),
        (Lang::En, 0) => format!("As of {day}, there are no figures of {} of {bloc}", whole.1),
        (Lang::Vi, _) => format!("Đến {day}, {bloc} có {all}"),
        (Lang::En, _) => format!("As of {day}, {bloc} has {all}"),
    };
    let held: Vec<String> = parts.iter().filter(|(number, _)| *number > 0).map(counted).collect();
    if held.len() > 1 {
        text.push_str(pick(lang, ", gồm ", ": "));
        text.push_str(&in_a_row(lang, &held));
    }
    text.push_str(&match (lang, members) {
        (Lang::Vi, Some(members)) => format!("; {} đảng viên", quantity(lang, members)),
        (Lang::En, Some(members)) => {
            format!(
                "; {} {}",
                quantity(lang, members),
                plural(members.count, "member", "members")
            )
        }
        (Lang::Vi, None) => "; chưa có số liệu về số đảng viên".to_owned(),
        (Lang::En, None) => "; no figures of members yet".to_owned(),
    });
    text
}

/// "Có 10 đảng bộ bộ phận, 259 chi bộ trực thuộc": what stands below or beside the organisations.
pub fn below(lang: Lang, parts: &[(Count, String)]) -> String {
    let held = parts.iter().filter(|(number, _)| *number > 0);
    let held: Vec<String> = held
        .map(|(number, name)| format!("{} {name}", count(lang, *number)))
        .collect();
    match held.is_empty() {
        true => String::new(),
        false => format!("{}{}", pick(lang, "Có ", "There are "), in_a_row(lang, &held)),
    }
}

/// "Phân theo 2 loại hình: cơ quan hành chính 30; doanh nghiệp 4".
pub fn by_sector(lang: Lang, sectors: &[(String, Count)]) -> String {
    let held = sectors.iter().filter(|(_, number)| *number > 0);
    let held: Vec<String> = held
        .map(|(name, number)| format!("{name}\u{a0}{}", count(lang, *number)))
        .collect();
    match held.len() {
        0 | 1 => String::new(),
        number => match lang {
            Lang::Vi => format!("Phân theo {number} loại hình: {}", names(&held)),
            Lang::En => format!("By {number} sectors: {}", names(&held)),
        },
    }
}

/// "Đợt “Nghị quyết Đại hội XIII” (01/06/2021 – 31/07/2021), đang diễn ra": `stage` says how far it is, and is empty of what is over.
pub fn drive(lang: Lang, name: &str, days: &str, citation: &str, stage: &str) -> String {
    let beside: Vec<&str> = [citation, days].into_iter().filter(|text| !text.is_empty()).collect();
    let beside = beside.join("; ");
    let stage = match stage.is_empty() {
        true => String::new(),
        false => format!(", {}", begun_small(stage)),
    };
    match lang {
        Lang::Vi => format!("Đợt “{name}” ({beside}){stage}"),
        Lang::En => format!("“{name}” ({beside}){stage}"),
    }
}

/// "Cấp 3.545 cuốn tài liệu đến 70/73 đơn vị"; where all have some, "đến cả 73 đơn vị".
pub fn copies(lang: Lang, copies: Quantity, units: usize, expected: usize) -> String {
    let figure = quantity(lang, copies);
    let number = |number: usize| count(lang, Count::try_from(number).unwrap_or(Count::MAX));
    let to = match (lang, units == expected && expected > 1) {
        (Lang::Vi, true) => format!("cả {} đơn vị", number(expected)),
        (Lang::En, true) => format!("all {} units", number(expected)),
        (Lang::Vi, false) => format!("{}/{} đơn vị", number(units), number(expected)),
        (Lang::En, false) => format!("{} of {} units", number(units), number(expected)),
    };
    match lang {
        Lang::Vi => format!("Cấp {figure} cuốn tài liệu đến {to}"),
        Lang::En => format!(
            "{} {} handed out to {to}",
            capitalised(&figure),
            plural(copies.count, "copy", "copies")
        ),
    }
}

/// "Chưa có số liệu": of a part of a report that nobody has reported anything of.
pub const fn no_figures(lang: Lang) -> &'static str {
    pick(lang, "Chưa có số liệu", "No figures yet")
}

/// "chưa có số liệu học tập": of a drive.
pub const fn none_studied(lang: Lang) -> &'static str {
    pick(lang, "Chưa có số liệu học tập", "No figures of study yet")
}

/// "Sinh hoạt định kỳ; sinh hoạt chuyên đề": what nobody has reported of parts that say something else, below a heading that says so.
pub fn lacking(of: &[String]) -> String {
    capitalised(&names(of))
}

/// "Năm 2022, số liệu đến 22/11/2022 – 7 nghị quyết chuyên đề": figures of a time that goes on after the report's, with the day
/// that they stand for where it is known.
pub fn of_longer(lang: Lang, period: &str, day: Option<&str>, said: &str) -> String {
    format!("{} – {said}", longer(lang, period, day))
}

/// "Số liệu dưới đây là của năm 2022, đến 22/11/2022": the same, said once for several sentences.
pub fn all_of_longer(lang: Lang, period: &str, day: Option<&str>) -> String {
    match (lang, day) {
        (Lang::Vi, Some(day)) => format!("Số liệu dưới đây là của {period}, đến {day}"),
        (Lang::Vi, None) => format!("Số liệu dưới đây là của {period}"),
        (Lang::En, Some(day)) => format!("The figures below are of {period}, as of {day}"),
        (Lang::En, None) => format!("The figures below are of {period}"),
    }
}

fn longer(lang: Lang, period: &str, day: Option<&str>) -> String {
    let period = capitalised(period);
    match (lang, day) {
        (Lang::Vi, Some(day)) => format!("{period}, số liệu đến {day}"),
        (Lang::En, Some(day)) => format!("{period}, as of {day}"),
        (_, None) => period,
    }
}

/// "Không có đợt học tập nào trong kỳ".
pub const fn no_drive(lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => "Không có đợt học tập nào trong kỳ",
        Lang::En => "No study drive in the period",
    }
}

/// What published figures are of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Published {
    /// The period, where it is not that of the report.
    pub period: Option<String>,
    /// Whether they are means of the rates of several years.
    pub yearly: bool,
    /// Whether they are shares without counts.
    pub only_shares: bool,
}

/// "Theo số đã công bố, không kèm số lượng: tỷ lệ … 97,8%; …": what only a published report says.
pub fn as_published(lang: Lang, of: &Published, said: &[String]) -> String {
    let period = of.period.as_ref().map(|period| match lang {
        Lang::Vi => format!(" của {period}"),
        Lang::En => format!(" of {period}"),
    });
    let yearly = of
        .yearly
        .then(|| pick(lang, ", bình quân hằng năm", ", yearly averages"));
    let without = of
        .only_shares
        .then(|| pick(lang, ", không kèm số lượng", ", without counts"));
    format!(
        "{}{}{}{}: {}",
        pick(lang, "Theo số đã công bố", "As published"),
        period.unwrap_or_default(),
        yearly.unwrap_or_default(),
        without.unwrap_or_default(),
        names(said)
    )
}

/// "Lũy kế từ đầu năm: kết nạp 54/130 đảng viên …"; of a period that begins with the year, whose own figures are those of the year
/// so far: "So với chỉ tiêu năm 2022: kết nạp 54/130 đảng viên …".
pub fn so_far(lang: Lang, year: i32, from_start: bool, said: &str) -> String {
    let said = begun_small(said);
    match (lang, from_start) {
        (Lang::Vi, false) => format!("Lũy kế từ đầu năm: {said}"),
        (Lang::Vi, true) => format!("So với chỉ tiêu năm {year}: {said}"),
        (Lang::En, false) => format!("Since the beginning of the year: {said}"),
        (Lang::En, true) => format!("Against the target of {year}: {said}"),
    }
}

/// A target of a time to come: "Kết nạp đảng viên: từ 130 trở lên".
pub fn target_ahead(lang: Lang, name: &str, comparison: Comparison, value: TargetValue) -> String {
    format!("{}: {}", capitalised(name), asked(lang, comparison, value))
}

/// The only target of a period: "1 chỉ tiêu, đúng tiến độ: kết nạp 121/130 đảng viên, đạt 93,1%; còn thiếu 9".
pub fn only_target(summary: &str, target: &str) -> String {
    format!("{summary}: {}", begun_small(target))
}

/// "2 chỉ tiêu, đều chưa có số liệu: tỷ lệ đảng viên tham gia học tập; kết nạp đảng viên".
pub fn named_targets(summary: &str, targets: &[String]) -> String {
    format!("{summary}: {}", names(targets))
}

/// Of a target that a term sets, its term: "Kết nạp: từ 750 trở lên (nhiệm kỳ 2020–2025)".
pub fn of_period(target: &str, period: &str) -> String {
    format!("{target} ({period})")
}

/// "từng năm 2021–2025".
pub fn each_year(lang: Lang, from: i32, to: i32) -> String {
    match lang {
        Lang::Vi => format!("từng năm {from}–{to}"),
        Lang::En => format!("each year {from}–{to}"),
    }
}

fn in_a_row(lang: Lang, parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{}{}{last}", first.join(", "), pick(lang, " và ", " and ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::quantity::Qualifier;

    #[test]
    fn a_bloc_is_told_with_its_parts_and_as_exactly_as_it_is_known() {
        let over = Quantity {
            count: 4200,
            qualifier: Qualifier::MoreThan,
        };
        let parts = [(46, "đảng bộ cơ sở".to_owned()), (26, "chi bộ cơ sở".to_owned())];
        let said = organisations(
            Lang::Vi,
            "23/11/2022",
            "Đảng bộ Khối",
            (72, "tổ chức cơ sở đảng"),
            &parts,
            Some(over),
        );
        assert_eq!(
            said,
            "Đến 23/11/2022, Đảng bộ Khối có 72 tổ chức cơ sở đảng, gồm 46 đảng bộ cơ sở và 26 chi bộ cơ sở; hơn 4.200 đảng viên"
        );
        let said = organisations(Lang::En, "23/11/2022", "the bloc", (1, "organisation"), &[], None);
        assert_eq!(
            said,
            "As of 23/11/2022, the bloc has 1 organisation; no figures of members yet"
        );
    }

    #[test]
    fn what_is_not_there_is_not_told() {
        assert_eq!(below(Lang::Vi, &[(0, "đảng bộ bộ phận".to_owned())]), "");
        assert_eq!(
            by_sector(Lang::Vi, &[("Doanh nghiệp".to_owned(), 3), ("Báo chí".to_owned(), 0)]),
            ""
        );
        assert_eq!(
            organisations(
                Lang::Vi,
                "17/08/2020",
                "Đảng bộ Khối",
                (0, "tổ chức cơ sở đảng"),
                &[],
                None
            ),
            "Đến 17/08/2020, Đảng bộ Khối chưa có số liệu về tổ chức cơ sở đảng và đảng viên"
        );
        assert_eq!(
            lacking(&["hội nghị".to_owned(), "cuộc thi".to_owned()]),
            "Hội nghị; cuộc thi"
        );
    }

    #[test]
    fn figures_say_what_time_they_are_of() {
        assert_eq!(
            so_far(Lang::Vi, 2022, false, "Kết nạp 5"),
            "Lũy kế từ đầu năm: kết nạp 5"
        );
        assert_eq!(
            so_far(Lang::Vi, 2022, true, "Kết nạp 5"),
            "So với chỉ tiêu năm 2022: kết nạp 5"
        );
        assert_eq!(
            of_longer(Lang::Vi, "năm 2022", Some("22/11/2022"), "7 nghị quyết"),
            "Năm 2022, số liệu đến 22/11/2022 – 7 nghị quyết"
        );
        let of = Published {
            period: Some("nhiệm kỳ 2015–2020".to_owned()),
            yearly: true,
            only_shares: true,
        };
        assert_eq!(
            as_published(Lang::Vi, &of, &["tỷ lệ A 18,5%".to_owned(), "tỷ lệ B 67,6%".to_owned()]),
            "Theo số đã công bố của nhiệm kỳ 2015–2020, bình quân hằng năm, không kèm số lượng: tỷ lệ A 18,5%; tỷ lệ B 67,6%"
        );
    }
}
