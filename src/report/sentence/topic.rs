//! What a topic's figures say: totals, rates beside last year's, counts by options, what was done, a row of periods.

use super::coverage::{NAMED, Reach, tail};
use super::words::{bound, names, percent, quantity, units};
use crate::model::indicator::Comparison;
use crate::model::letter_case::{lower, lowered};
use crate::model::number::{Count, Percent, format_count, format_tenths};
use crate::model::quantity::Quantity;
use crate::model::text::{Lang, Text};
use crate::report::sentence::words::qualifier_word;

/// An amount of money as it is said: `1,6 tỷ đồng` where that is exact, else all of it: `1.612.345.678 đồng`.
pub fn money(lang: Lang, amount: Quantity) -> String {
    let word = qualifier_word(lang, amount.qualifier);
    let (billion, million) = match lang {
        Lang::Vi => ("tỷ đồng", "triệu đồng"),
        Lang::En => ("billion đồng", "million đồng"),
    };
    let count = amount.count;
    let short = |unit: Count| (count >= unit && count.is_multiple_of(unit / 10)).then(|| count / (unit / 10));
    let tenths = |tenths: Count| match tenths.is_multiple_of(10) {
        true => format_count(tenths / 10, lang),
        false => format_tenths(tenths, lang),
    };
    match (short(1_000_000_000), short(1_000_000)) {
        (Some(amount), _) => format!("{word}{} {billion}", tenths(amount)),
        (None, Some(amount)) => format!("{word}{} {million}", tenths(amount)),
        (None, None) => format!("{word}{} đồng", format_count(count, lang)),
    }
}

/// A total and what it is held against.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TotalFact<'a> {
    /// The indicator's name.
    pub label: &'a Text,
    /// What is counted, behind its number.
    pub counts: &'a Text,
    /// How many; `None` when nobody reported.
    pub quantity: Option<Quantity>,
    /// What it is the sum of, where a report gives these and not the sum.
    pub parts: &'a [Under],
    /// What is reported for a time that lies ahead.
    pub planned: Option<Quantity>,
    /// Whether it is an amount of money.
    pub money: bool,
    /// Who reported; `None` where one return holds the whole bloc's.
    pub reach: Option<Reach>,
    /// What is asked for.
    pub target: Option<(Comparison, Count)>,
    /// The same period last year.
    pub before: Option<Quantity>,
}

/// "71 lượt tổ chức đảng được kiểm tra; cùng kỳ năm trước 65".
pub fn total(lang: Lang, fact: &TotalFact<'_>) -> String {
    let (label, counts) = (fact.label.in_lang(lang), fact.counts.in_lang(lang));
    let written = |amount: Quantity| match fact.money {
        true => money(lang, amount),
        false => quantity(lang, amount),
    };
    let Some(amount) = fact.quantity else {
        return match (lang, fact.planned) {
            (Lang::Vi, Some(planned)) => format!("{label}: {} theo kế hoạch, chưa đến kỳ", written(planned)),
            (Lang::En, Some(planned)) => format!("{label}: {} planned, not due yet", written(planned)),
            (Lang::Vi, None) => format!("Chưa có số liệu: {}", lowered(label)),
            (Lang::En, None) => format!("No figures yet: {}", lowered(label)),
        };
    };
    let mut text = match (lang, fact.money) {
        _ if fact.parts.len() > 1 => of_parts(lang, fact, &written(amount)),
        (Lang::Vi, false) => super::words::capitalised(&format!("{} {counts}", written(amount))),
        _ => format!("{label}: {}", written(amount)),
    };
    if let Some((comparison, count)) = fact.target {
        text.push_str(&against(lang, amount.count, comparison, count, written));
    }
    text.push_str(&fact.reach.as_ref().map_or_else(String::new, |reach| tail(lang, reach)));
    if let Some(before) = fact.before {
        text.push_str(&last_year(lang, &written(before)));
    }
    text
}

/// A sum leads with what it is made of: "Lượt tham gia cuộc thi: Đảng ủy Khối tổ chức 38.960; cấp tỉnh 20.843; cộng
/// 59.803". Of many parts the largest is named: "Giám sát: 90, cộng của 5 nơi; nhiều nhất: Cấp ủy cơ sở 41".
fn of_parts(lang: Lang, fact: &TotalFact<'_>, sum: &str) -> String {
    let label = fact.label.in_lang(lang);
    if fact.parts.len() <= MOST_PARTS {
        let parts: Vec<String> = fact.parts.iter().map(Under::told).collect();
        let parts = parts.join("; ");
        return match lang {
            Lang::Vi => format!("{label}: {parts}; cộng {sum}"),
            Lang::En => format!("{label}: {parts}; {sum} in all"),
        };
    }
    let number = fact.parts.len();
    let largest = fact.parts.iter().max_by_key(|part| part.count);
    let largest = largest.map(Under::told).unwrap_or_default();
    match lang {
        Lang::Vi => format!("{label}: {sum}, cộng của {number} nơi; nhiều nhất: {largest}"),
        Lang::En => format!("{label}: {sum}, the sum of {number}; most: {largest}"),
    }
}

fn against(
    lang: Lang,
    reached: Count,
    comparison: Comparison,
    asked: Count,
    written: impl Fn(Quantity) -> String,
) -> String {
    let wanted = bound(lang, comparison, &written(Quantity::exact(asked)));
    let gap = written(Quantity::exact(reached.abs_diff(asked)));
    match (lang, comparison.holds(&reached, &asked), comparison) {
        (Lang::Vi, true, _) => format!(", đạt chỉ tiêu {wanted}"),
        (Lang::En, true, _) => format!(", meeting the target of {wanted}"),
        (Lang::Vi, false, Comparison::AtMost) => format!(", vượt {gap} so với mức {wanted}"),
        (Lang::En, false, Comparison::AtMost) => format!(", {gap} above the limit of {wanted}"),
        (Lang::Vi, false, _) => format!(", chỉ tiêu {wanted}, còn thiếu {gap}"),
        (Lang::En, false, _) => format!(", {gap} short of the target of {wanted}"),
    }
}

/// "; cùng kỳ năm trước 95,2%".
pub fn last_year(lang: Lang, before: &str) -> String {
    match lang {
        Lang::Vi => format!("; cùng kỳ năm trước {before}"),
        Lang::En => format!("; {before} in the same period last year"),
    }
}

/// "; trung bình cộng tỷ lệ các năm 75,7%": what the other averaging method gives, with its name.
pub fn other_method(lang: Lang, method: &str, share: Percent) -> String {
    format!("; {method} {}", percent(lang, share))
}

/// A ratio of two kinds of thing: "Số buổi bình quân mỗi chi bộ: 3,25 (260/80)".
pub fn ratio(lang: Lang, label: &Text, hundredths: u64, above: Quantity, below: Quantity) -> String {
    format!(
        "{}: {} ({}/{})",
        label.in_lang(lang),
        hundredth(lang, hundredths),
        quantity(lang, above),
        quantity(lang, below)
    )
}

/// A number in hundredths, with two decimals: `3,25`.
pub fn hundredth(lang: Lang, hundredths: u64) -> String {
    let point = crate::model::number::decimal_point(lang);
    format!("{}{point}{:02}", format_count(hundredths / 100, lang), hundredths % 100)
}

/// A sum of up to this many parts names each.
const MOST_PARTS: usize = 3;

/// A count under an option, named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Under {
    /// The option's name.
    pub name: String,
    /// How many.
    pub count: Count,
    /// The same, written with what is counted.
    pub written: String,
}

impl Under {
    fn told(&self) -> String {
        match self.name.is_empty() {
            true => self.written.clone(),
            // The number stays on the line of the last word.
            false => format!("{}\u{a0}{}", inside(&self.name), self.written),
        }
    }
}

/// An option's name inside a sentence: "Kiểm tra · Tổ chức đảng" is "kiểm tra tổ chức đảng". What has a capital
/// besides its first is a name ("Ban Thường vụ Đảng ủy Khối") and stays as it is.
fn inside(name: &str) -> String {
    let words = |one: &str| {
        let mut letters = one.chars();
        letters.next();
        match letters.any(|letter| lower(letter) != letter) {
            true => one.to_owned(),
            false => lowered(one),
        }
    };
    name.split(" · ").map(words).collect::<Vec<_>>().join(" ")
}

/// "Kiểm tra, giám sát: kiểm tra tổ chức đảng 71; kiểm tra đảng viên 73".
pub fn by_options(lang: Lang, label: &Text, parts: &[Under]) -> String {
    let label = label.in_lang(lang);
    if parts.is_empty() {
        return nothing(lang, label);
    }
    let parts: Vec<String> = parts.iter().map(Under::told).collect();
    format!("{label}: {}", parts.join("; "))
}

fn nothing(lang: Lang, label: &str) -> String {
    match lang {
        Lang::Vi => format!("{label}: chưa có số liệu"),
        Lang::En => format!("{label}: no figures yet"),
    }
}

/// "Đảng viên bị kỷ luật: không có" where it was reported that there was nothing, "chưa có số liệu" where nobody
/// reported.
pub fn none_of(lang: Lang, label: &Text, reported: bool) -> String {
    let label = label.in_lang(lang);
    match (lang, reported) {
        (_, false) => nothing(lang, label),
        (Lang::Vi, true) => format!("{label}: không có"),
        (Lang::En, true) => format!("{label}: none"),
    }
}

/// "Làm điểm mô hình: 51 đơn vị đã làm, 20 đơn vị chưa; 2 đơn vị chưa báo cáo: …".
pub fn done(lang: Lang, label: &Text, done: usize, not: usize, missing: &[String]) -> String {
    let label = label.in_lang(lang);
    if done + not == 0 {
        return nothing(lang, label);
    }
    let (has, has_not) = (units(lang, done), units(lang, not));
    let mut text = match lang {
        Lang::Vi => format!("{label}: {has} đã làm, {has_not} chưa làm"),
        Lang::En => format!("{label}: done by {has}, not by {has_not}"),
    };
    if !missing.is_empty() {
        let number = units(lang, missing.len());
        let list = match missing.len() <= NAMED {
            true => format!(": {}", names(missing)),
            false => String::new(),
        };
        text.push_str(&match lang {
            Lang::Vi => format!("; {number} chưa báo cáo{list}"),
            Lang::En => format!("; {number} not reported{list}"),
        });
    }
    text
}

/// Periods beside each other: "Mục tiêu đã hoàn thành – năm 2021: 5/20 · 25%; năm 2022: 7/21 · 33,3%". Of many,
/// the highest and the lowest. `points` are names, written values and what they are ordered by.
pub fn along(lang: Lang, label: &Text, points: &[(String, String, Count)]) -> String {
    let label = label.in_lang(lang);
    let (Some(most), Some(least)) = (
        points.iter().max_by_key(|point| point.2),
        points.iter().min_by_key(|point| point.2),
    ) else {
        return nothing(lang, label);
    };
    if points.len() <= 6 {
        let all: Vec<String> = points
            .iter()
            .map(|(name, value, _)| format!("{name}: {value}"))
            .collect();
        return format!("{label} – {}", all.join("; "));
    }
    match lang {
        Lang::Vi => format!(
            "{label}: cao nhất {} ({}), thấp nhất {} ({})",
            most.0, most.1, least.0, least.1
        ),
        Lang::En => format!(
            "{label}: highest {} ({}), lowest {} ({})",
            most.0, most.1, least.0, least.1
        ),
    }
}

/// A period of a board: what was set, what was done, and the share, each written where it is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stage {
    /// The period, named.
    pub period: String,
    /// What was set.
    pub set: Option<String>,
    /// What was done.
    pub done: Option<String>,
    /// The share, where both are known.
    pub share: Option<String>,
}

/// What is known of a period: "5/20 · 25%", "đề ra 20, chưa có số đã làm".
pub fn stage(lang: Lang, stage: &Stage) -> String {
    match (lang, &stage.set, &stage.done) {
        (_, Some(set), Some(done)) => match &stage.share {
            Some(share) => format!("{done}/{set} · {share}"),
            None => format!("{done}/{set}"),
        },
        (Lang::Vi, Some(set), None) => format!("đề ra {set}, chưa có số đã làm"),
        (Lang::En, Some(set), None) => format!("{set} set, none reported as done"),
        (Lang::Vi, None, Some(done)) => format!("đã làm {done}, chưa có số đề ra"),
        (Lang::En, None, Some(done)) => format!("{done} done, not known of how many"),
        (Lang::Vi, None, None) => "chưa có số liệu".to_owned(),
        (Lang::En, None, None) => "no figures".to_owned(),
    }
}

/// What was set and done, period by period: "Mục tiêu – năm 2021: đề ra 20, chưa có số đã làm; …".
pub fn board(lang: Lang, label: &Text, stages: &[Stage]) -> String {
    let label = label.in_lang(lang);
    if stages.is_empty() {
        return nothing(lang, label);
    }
    let all: Vec<String> = stages
        .iter()
        .map(|one| format!("{}: {}", one.period, stage(lang, one)))
        .collect();
    format!("{label} – {}", all.join("; "))
}

/// "; chưa đủ số liệu năm 2021, năm 2022": periods that a figure over several leaves out.
pub fn without(lang: Lang, periods: &[String]) -> String {
    if periods.is_empty() {
        return String::new();
    }
    let periods = periods.join(", ");
    match lang {
        Lang::Vi => format!("; chưa đủ số liệu {periods}"),
        Lang::En => format!("; figures incomplete for {periods}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::quantity::Qualifier;

    #[test]
    fn money_is_said_short_only_where_that_is_exact() {
        let about = Quantity {
            count: 1_600_000_000,
            qualifier: Qualifier::About,
        };
        assert_eq!(money(Lang::Vi, about), "khoảng 1,6 tỷ đồng");
        assert_eq!(money(Lang::En, about), "about 1.6 billion đồng");
        assert_eq!(money(Lang::Vi, Quantity::exact(1_612_300_000)), "1.612,3 triệu đồng");
        assert_eq!(money(Lang::Vi, Quantity::exact(1_612_345_678)), "1.612.345.678 đồng");
        assert_eq!(money(Lang::Vi, Quantity::exact(2_000_000_000)), "2 tỷ đồng");
        assert_eq!(money(Lang::Vi, Quantity::exact(0)), "0 đồng");
    }

    #[test]
    fn a_total_says_its_target_and_last_year() {
        let (label, counts) = (
            Text::new("Kiểm tra", "Inspected"),
            Text::new("tổ chức đảng được kiểm tra", "inspected"),
        );
        let fact = TotalFact {
            label: &label,
            counts: &counts,
            quantity: Some(Quantity::exact(71)),
            parts: &[],
            planned: None,
            money: false,
            reach: None,
            target: Some((Comparison::AtLeast, 80)),
            before: Some(Quantity::exact(65)),
        };
        assert_eq!(
            total(Lang::Vi, &fact),
            "71 tổ chức đảng được kiểm tra, chỉ tiêu từ 80 trở lên, còn thiếu 9; cùng kỳ năm trước 65"
        );
        assert_eq!(
            total(Lang::En, &fact),
            "Inspected: 71, 9 short of the target of at least 80; 65 in the same period last year"
        );
        let none = TotalFact { quantity: None, ..fact };
        assert_eq!(total(Lang::Vi, &none), "Chưa có số liệu: kiểm tra");
    }

    #[test]
    fn a_sum_that_no_report_gives_leads_with_what_it_is_made_of() {
        let (label, counts) = (
            Text::new("Lượt tham gia cuộc thi", "Contest entries"),
            Text::new("lượt tham gia cuộc thi", "entries"),
        );
        let part = |name: &str, count: Count| Under {
            name: name.to_owned(),
            count,
            written: format_count(count, Lang::Vi),
        };
        let two = [
            part("Đảng ủy Khối tổ chức", 38_960),
            part("Cấp tỉnh, Trung ương tổ chức", 20_843),
        ];
        let fact = |parts| TotalFact {
            label: &label,
            counts: &counts,
            quantity: Some(Quantity::exact(59_803)),
            parts,
            planned: None,
            money: false,
            reach: None,
            target: None,
            before: None,
        };
        assert_eq!(
            total(Lang::Vi, &fact(&two)),
            "Lượt tham gia cuộc thi: Đảng ủy Khối tổ chức\u{a0}38.960; Cấp tỉnh, Trung ương tổ chức\u{a0}20.843; cộng 59.803"
        );
        let many = ["a", "b", "c", "d"].map(|name| part(name, u64::from(name == "b") + 1));
        assert_eq!(
            total(Lang::Vi, &fact(&many)),
            "Lượt tham gia cuộc thi: 59.803, cộng của 4 nơi; nhiều nhất: b\u{a0}2"
        );
    }

    #[test]
    fn a_board_says_of_each_period_what_is_missing() {
        let stage = |period: &str, set: Option<&str>, done: Option<&str>, share: Option<&str>| Stage {
            period: period.to_owned(),
            set: set.map(str::to_owned),
            done: done.map(str::to_owned),
            share: share.map(str::to_owned),
        };
        let stages = [
            stage("năm 2021", Some("20"), None, None),
            stage("năm 2022", None, Some("3"), None),
            stage("năm 2023", Some("18"), Some("2"), Some("11,1%")),
        ];
        assert_eq!(
            board(Lang::Vi, &Text::new("Mục tiêu", "Objectives"), &stages),
            "Mục tiêu – năm 2021: đề ra 20, chưa có số đã làm; năm 2022: đã làm 3, chưa có số đề ra; năm 2023: 2/18 · 11,1%"
        );
        assert_eq!(
            without(Lang::Vi, &["năm 2021".to_owned(), "năm 2022".to_owned()]),
            "; chưa đủ số liệu năm 2021, năm 2022"
        );
    }

    #[test]
    fn options_done_and_periods_are_told() {
        let label = Text::new("Kiểm tra, giám sát", "Inspection");
        let under = |name: &str, written: &str| Under {
            name: name.to_owned(),
            count: 0,
            written: written.to_owned(),
        };
        assert_eq!(
            by_options(
                Lang::Vi,
                &label,
                &[under("Kiểm tra · Tổ chức đảng", "71"), under("", "5")]
            ),
            "Kiểm tra, giám sát: kiểm tra tổ chức đảng\u{a0}71; 5"
        );
        assert_eq!(
            done(Lang::Vi, &label, 51, 15, &["Chi bộ A".to_owned()]),
            "Kiểm tra, giám sát: 51 đơn vị đã làm, 15 đơn vị chưa làm; 1 đơn vị chưa báo cáo: Chi bộ A"
        );
        let points = [
            ("năm 2021".to_owned(), "5/20".to_owned(), 5),
            ("năm 2022".to_owned(), "7/21".to_owned(), 7),
        ];
        assert_eq!(
            along(Lang::Vi, &label, &points),
            "Kiểm tra, giám sát – năm 2021: 5/20; năm 2022: 7/21"
        );
        assert_eq!(none_of(Lang::Vi, &label, true), "Kiểm tra, giám sát: không có");
        assert_eq!(hundredth(Lang::Vi, 325), "3,25");
    }
}
