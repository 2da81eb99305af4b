//! What a topic's figures say: totals, rates beside last year's, ratios, money. `parts`: what they are divided into; `periods`: a row
//! of them.

mod parts;
mod periods;

pub use parts::{Under, by_options, classed, done, none_of, own_level};
pub use periods::{Stage, along, board, stage, without};

use super::coverage::{Reach, completeness, tail};
use super::words::{bound, capitalised, percent, quantity};
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
    /// Whether what it is compared with is the term before, not last year.
    pub of_term: bool,
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
        (Lang::Vi, false) => capitalised(&format!("{} {counts}", written(amount))),
        _ => format!("{label}: {}", written(amount)),
    };
    if let Some((comparison, count)) = fact.target {
        text.push_str(&against(lang, amount.count, comparison, count, written));
    }
    text.push_str(
        &fact
            .reach
            .as_ref()
            .map_or_else(String::new, |reach| match of_open_term(reach, fact.of_term) {
                true => format!("; {}", not_all_years(lang)),
                false => tail(lang, reach),
            }),
    );
    if let Some(before) = fact.before {
        text.push_str(&before_it(lang, fact.of_term, &written(before)));
    }
    text
}

/// A term that is not over has years to come, or years that nobody reported: nobody is late for that.
fn of_open_term(reach: &Reach, of_term: bool) -> bool {
    of_term && reach.expected > 0 && reach.missing.is_empty() && reach.partial.len() == reach.expected
}

const fn not_all_years(lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => "chưa đủ số liệu các năm của nhiệm kỳ",
        Lang::En => "not of all years of the term",
    }
}

/// Who reported what follows, said once for several sentences: "70/73 đơn vị đã báo cáo; còn 3 đơn vị: …".
pub fn reached(lang: Lang, reach: &Reach, of_term: bool) -> String {
    match of_open_term(reach, of_term) {
        true => capitalised(not_all_years(lang)),
        false => completeness(lang, reach),
    }
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

/// "; cùng kỳ năm trước 95,2%"; of a term, "; nhiệm kỳ trước 95,2%".
pub fn before_it(lang: Lang, of_term: bool, before: &str) -> String {
    match (lang, of_term) {
        (Lang::Vi, false) => format!("; cùng kỳ năm trước {before}"),
        (Lang::Vi, true) => format!("; nhiệm kỳ trước {before}"),
        (Lang::En, false) => format!("; {before} in the same period last year"),
        (Lang::En, true) => format!("; {before} in the term before"),
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
            of_term: false,
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
        assert_eq!(hundredth(Lang::Vi, 325), "3,25");
    }

    #[test]
    fn who_reported_is_said_once_and_a_term_that_goes_on_says_so() {
        let part = |missing: &[&str], partial: &[&str]| Reach {
            expected: 2,
            missing: missing.iter().map(|&name| name.to_owned()).collect(),
            partial: partial.iter().map(|&name| name.to_owned()).collect(),
        };
        let reach = part(&["Chi bộ A"], &[]);
        assert_eq!(
            reached(Lang::Vi, &reach, true),
            "1/2 đơn vị đã báo cáo; còn 1 đơn vị: Chi bộ A"
        );
        assert_eq!(
            reached(Lang::Vi, &part(&[], &["A", "B"]), true),
            "Chưa đủ số liệu các năm của nhiệm kỳ"
        );
        assert!(reach.clone().unless_said(Some(&reach)).is_complete());
        assert_eq!(reach.clone().unless_said(Some(&part(&[], &["A"]))), reach);
        assert_eq!(reach.clone().unless_said(None), reach);
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
            of_term: false,
        };
        assert_eq!(
            total(Lang::Vi, &fact(&two)),
            "Lượt tham gia cuộc thi: Đảng ủy Khối tổ chức\u{a0}38.960; cấp tỉnh, Trung ương tổ chức\u{a0}20.843; cộng 59.803"
        );
        let many = ["a", "b", "c", "d"].map(|name| part(name, u64::from(name == "b") + 1));
        assert_eq!(
            total(Lang::Vi, &fact(&many)),
            "Lượt tham gia cuộc thi: 59.803, cộng của 4 nơi; nhiều nhất: b\u{a0}2"
        );
    }
}
