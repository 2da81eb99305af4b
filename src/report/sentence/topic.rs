//! What a topic's figures say: totals, rates beside last year's, counts by options, what was done, a row of periods.

use super::coverage::{NAMED, Reach, tail};
use super::words::{bound, names, percent, quantity, units};
use crate::model::indicator::Comparison;
use crate::model::letter_case::lowered;
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

/// A count under an option, named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Under {
    /// The option's name.
    pub name: String,
    /// How many, written with what is counted.
    pub written: String,
}

/// "Kiểm tra, giám sát: kiểm tra tổ chức đảng 71; kiểm tra đảng viên 73".
pub fn by_options(lang: Lang, label: &Text, parts: &[Under]) -> String {
    let label = label.in_lang(lang);
    if parts.is_empty() {
        return nothing(lang, label);
    }
    let parts: Vec<String> = parts
        .iter()
        .map(|part| match part.name.is_empty() {
            true => part.written.clone(),
            false => format!("{} {}", lowered(&part.name), part.written),
        })
        .collect();
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

/// Periods beside each other: "Mục tiêu đã hoàn thành: năm 2021 5/20 · 25%; năm 2022 7/21 · 33,3%". Of many, the
/// highest and the lowest. `points` are names, written values and what they are ordered by.
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
            .map(|(name, value, _)| format!("{name} {value}"))
            .collect();
        return format!("{label}: {}", all.join("; "));
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
    fn options_done_and_periods_are_told() {
        let label = Text::new("Kiểm tra, giám sát", "Inspection");
        let under = |name: &str, written: &str| Under {
            name: name.to_owned(),
            written: written.to_owned(),
        };
        assert_eq!(
            by_options(
                Lang::Vi,
                &label,
                &[under("Kiểm tra · Tổ chức đảng", "71"), under("", "5")]
            ),
            "Kiểm tra, giám sát: kiểm tra · tổ chức đảng 71; 5"
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
            "Kiểm tra, giám sát: năm 2021 5/20; năm 2022 7/21"
        );
        assert_eq!(none_of(Lang::Vi, &label, true), "Kiểm tra, giám sát: không có");
        assert_eq!(hundredth(Lang::Vi, 325), "3,25");
    }
}
