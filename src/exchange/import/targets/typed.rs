//! What people type into a list of targets: how much, how it compares, for when, by which document.

use super::TargetProblem;
use crate::model::date::Date;
use crate::model::document::DocumentRef;
use crate::model::fold::fold;
use crate::model::indicator::Comparison;
use crate::model::number::{TypedCount, parse_count, parse_percent};
use crate::model::period::Period;
use crate::model::target::TargetValue;

const COMPARISONS: [(&str, Comparison); 18] = [
    (">=", Comparison::AtLeast),
    ("≥", Comparison::AtLeast),
    ("it nhat", Comparison::AtLeast),
    ("toi thieu", Comparison::AtLeast),
    ("khong duoi", Comparison::AtLeast),
    ("dat tu", Comparison::AtLeast),
    ("at least", Comparison::AtLeast),
    ("tu", Comparison::AtLeast),
    ("<=", Comparison::AtMost),
    ("≤", Comparison::AtMost),
    ("khong qua", Comparison::AtMost),
    ("toi da", Comparison::AtMost),
    ("at most", Comparison::AtMost),
    (">", Comparison::MoreThan),
    ("tren", Comparison::MoreThan),
    ("hon", Comparison::MoreThan),
    ("more than", Comparison::MoreThan),
    ("=", Comparison::Equal),
];

/// How a cell says that it compares.
pub(super) fn comparison_of(text: &str) -> Option<Comparison> {
    let text = fold(text);
    let found = COMPARISONS.iter().find(|(word, _)| text == *word);
    found.map(|(_, comparison)| *comparison).or(match text.as_str() {
        "bang" | "dat" | "equal" => Some(Comparison::Equal),
        _ => None,
    })
}

/// "≥ 130", "trên 85%", "từ 90 % trở lên", "130 đồng chí": how it compares, where it says, and how much.
///
/// # Errors
/// [`TargetProblem::Value`], [`TargetProblem::NoPercent`].
pub(super) fn value_of(
    text: &str,
    shares: bool,
    percent_header: bool,
) -> Result<(Option<Comparison>, TargetValue), TargetProblem> {
    let folded = fold(text);
    let mut rest = folded.as_str();
    let mut said = None;
    for (word, comparison) in COMPARISONS {
        if let Some(after) = rest.strip_prefix(word) {
            (said, rest) = (Some(comparison), after);
            break;
        }
    }
    let mut rest = rest.trim();
    for word in ["dat", "la"] {
        rest = rest.strip_prefix(word).unwrap_or(rest).trim();
    }
    if let Some(before) = rest.strip_suffix("tro len") {
        (said, rest) = (said.or(Some(Comparison::AtLeast)), before.trim());
    }
    // The number, then perhaps what is counted: "đồng chí", "đảng viên", without another figure in it.
    let end = rest.find(char::is_alphabetic).unwrap_or(rest.len());
    let (number, words) = (rest[..end].trim(), &rest[end..]);
    if words.contains(|c: char| c.is_ascii_digit()) {
        return Err(TargetProblem::Value);
    }
    if number.ends_with('%') || percent_header && !number.is_empty() {
        let percent = parse_percent(number).map_err(|_| TargetProblem::Value)?;
        return Ok((said, TargetValue::Percent(percent)));
    }
    match parse_count(number) {
        Ok(TypedCount::Count(_)) if shares => Err(TargetProblem::NoPercent),
        Ok(TypedCount::Count(count)) => Ok((said, TargetValue::Count(count))),
        _ => Err(TargetProblem::Value),
    }
}

/// "2022", "năm 2022", "nhiệm kỳ 2020–2025", "quý II/2022", "tháng 7/2022", "6 tháng đầu năm 2022", or as the app writes it.
pub(super) fn period_of(text: &str) -> Option<Period> {
    if let Ok(period) = text.trim().parse() {
        return Some(period);
    }
    let text = fold(text);
    let parts = text.split(|c: char| !c.is_alphanumeric());
    let words: Vec<&str> = parts.filter(|word| !word.is_empty()).collect();
    let year = |word: &&str| word.len() == 4 && word.parse::<i32>().is_ok_and(|year| (1900..3000).contains(&year));
    let years: Vec<i32> = words
        .iter()
        .filter(|word| year(word))
        .filter_map(|word| word.parse().ok())
        .collect();
    let after = |name: &str| {
        words
            .iter()
            .position(|word| *word == name)
            .and_then(|at| words.get(at + 1))
            .copied()
    };
    let [of, ..] = years[..] else { return None };
    if let [from, to] = years[..] {
        return (from < to).then_some(Period::Term(from, to));
    }
    if text.contains("9 thang") {
        return Some(Period::NineMonths(of));
    }
    if text.contains("6 thang") {
        return Some(Period::HalfYear(of, if text.contains("cuoi") { 2 } else { 1 }));
    }
    if let Some(quarter) = after("quy") {
        let at = ["i", "ii", "iii", "iv"].iter().position(|roman| *roman == quarter);
        let quarter = at
            .and_then(|at| u8::try_from(at + 1).ok())
            .or_else(|| quarter.parse().ok());
        return quarter
            .filter(|of| (1..=4).contains(of))
            .map(|quarter| Period::Quarter(of, quarter));
    }
    if let Some(month) = after("thang") {
        let month: u8 = month.parse().ok()?;
        return (1..=12).contains(&month).then_some(Period::Month(of, month));
    }
    Some(Period::Year(of))
}

/// "01-KL/TW, 18/5/2021" or "Nghị quyết …": a reference, as far as it is one.
pub(super) fn document_of(text: &str) -> DocumentRef {
    let (head, date) = match text.rsplit_once([',', ' ']) {
        Some((head, day)) => match Date::parse_typed(day) {
            Ok(date) => (
                head.trim().trim_end_matches("ngày").trim_end_matches([',', ' ']),
                Some(date),
            ),
            Err(_) => (text, None),
        },
        None => (text, None),
    };
    let mut source = DocumentRef {
        date,
        ..DocumentRef::default()
    };
    match head.split_once('-') {
        Some((number, symbol)) if !number.is_empty() && number.chars().all(|c| c.is_ascii_digit()) => {
            source.number = number.to_owned();
            source.symbol = symbol.trim().to_owned();
        }
        _ => source.title = head.to_owned(),
    }
    source
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::model::number::Percent;

    #[test]
    fn values_are_read_as_offices_write_them() {
        let count = |count| TargetValue::Count(count);
        let percent = |whole: i64| TargetValue::Percent(Percent::from_hundredths(whole * 100));
        for (text, said, value) in [
            ("≥ 130", Some(Comparison::AtLeast), count(130)),
            ("130 đồng chí", None, count(130)),
            ("trên 85%", Some(Comparison::MoreThan), percent(85)),
            ("từ 90 % trở lên", Some(Comparison::AtLeast), percent(90)),
            ("không quá 1.200", Some(Comparison::AtMost), count(1200)),
            ("đạt 100%", None, percent(100)),
        ] {
            assert_eq!(value_of(text, false, false), Ok((said, value)), "{text}");
        }
        assert_eq!(value_of("90", true, false), Err(TargetProblem::NoPercent));
        assert_eq!(value_of("90", true, true), Ok((None, percent(90))));
        for text in ["1.5", "nhiều", "2 đến 3", "0,9"] {
            assert_eq!(value_of(text, false, false), Err(TargetProblem::Value), "{text}");
        }
    }

    #[test]
    fn periods_and_documents_are_read_as_offices_write_them() {
        for (text, period) in [
            ("2022", "2022"),
            ("Năm 2022", "2022"),
            ("nhiệm kỳ 2020 – 2025", "2020..2025"),
            ("Quý III/2022", "2022-Q3"),
            ("tháng 7/2022", "2022-07"),
            ("6 tháng đầu năm 2022", "2022-H1"),
            ("9 tháng năm 2022", "2022-M9"),
        ] {
            assert_eq!(period_of(text).unwrap().to_string(), period, "{text}");
        }
        assert_eq!(period_of("tháng 13/2022"), None);
        assert_eq!(period_of("sang năm"), None);
        let document = document_of("01-KL/TW, 18/5/2021");
        assert_eq!((document.number.as_str(), document.symbol.as_str()), ("01", "KL/TW"));
        assert!(document.date.is_some());
        assert_eq!(document_of("Nghị quyết Đại hội").title, "Nghị quyết Đại hội");
    }
}
