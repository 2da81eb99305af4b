//! What a period is called: in a heading, in a switcher, on an axis.

use crate::model::ledger::Ledger;
use crate::model::letter_case::upper;
use crate::model::period::Period;
use crate::model::text::Lang;

const ROMAN: [&str; 4] = ["I", "II", "III", "IV"];
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The full name: "tháng 7/2021", "quý III/2021", "6 tháng đầu năm 2021", "năm 2021", "nhiệm kỳ 2020–2025".
///
/// In Vietnamese it begins in lower case, as inside a sentence. A drive is called by its record's name.
pub fn period_name(lang: Lang, period: &Period, ledger: &Ledger) -> String {
    match (lang, period) {
        (_, Period::Drive(id)) => ledger
            .drive(id)
            .map_or_else(|| id.to_string(), |drive| drive.name.clone()),
        (Lang::Vi, Period::Month(year, month)) => format!("tháng {month}/{year}"),
        (Lang::Vi, Period::Quarter(year, quarter)) => format!("quý {}/{year}", roman(*quarter)),
        (Lang::Vi, Period::HalfYear(year, 1)) => format!("6 tháng đầu năm {year}"),
        (Lang::Vi, Period::HalfYear(year, _)) => format!("6 tháng cuối năm {year}"),
        (Lang::Vi, Period::NineMonths(year)) => format!("9 tháng năm {year}"),
        (Lang::Vi, Period::Year(year)) => format!("năm {year}"),
        (Lang::Vi, Period::Term(from, to)) => format!("nhiệm kỳ {from}–{to}"),
        (Lang::En, Period::Month(year, month)) => format!("{} {year}", month_name(*month)),
        (Lang::En, Period::Quarter(year, quarter)) => format!("Q{quarter} {year}"),
        (Lang::En, Period::HalfYear(year, 1)) => format!("first half of {year}"),
        (Lang::En, Period::HalfYear(year, _)) => format!("second half of {year}"),
        (Lang::En, Period::NineMonths(year)) => format!("January to September {year}"),
        (Lang::En, Period::Year(year)) => format!("{year}"),
        (Lang::En, Period::Term(from, to)) => format!("term {from}–{to}"),
    }
}

/// The name with a capital first letter, as a heading or a choice.
pub fn period_title(lang: Lang, period: &Period, ledger: &Ledger) -> String {
    capitalised(&period_name(lang, period, ledger))
}

/// The shortest name within its year, for an axis: "T7", "Quý III", "2021"; English "Jul", "Q3", "2021".
pub fn period_tick(lang: Lang, period: &Period) -> String {
    match (lang, period) {
        (Lang::Vi, Period::Month(_, month)) => format!("T{month}"),
        (Lang::En, Period::Month(_, month)) => month_name(*month).chars().take(3).collect(),
        (Lang::Vi, Period::Quarter(_, quarter)) => format!("Quý {}", roman(*quarter)),
        (Lang::En, Period::Quarter(_, quarter)) => format!("Q{quarter}"),
        (Lang::Vi, Period::HalfYear(_, half)) => format!("6T {}", if *half == 1 { "đầu" } else { "cuối" }),
        (Lang::En, Period::HalfYear(_, half)) => format!("H{half}"),
        (Lang::Vi, Period::NineMonths(_)) => "9T".to_owned(),
        (Lang::En, Period::NineMonths(_)) => "9M".to_owned(),
        (_, Period::Year(year)) => year.to_string(),
        (_, Period::Term(from, to)) => format!("{from}–{to}"),
        (_, Period::Drive(id)) => id.to_string(),
    }
}

/// The text with its first letter in upper case.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        std::iter::once(upper(first)).chain(letters).collect()
    })
}

fn roman(quarter: u8) -> &'static str {
    ROMAN.get(usize::from(quarter.saturating_sub(1))).copied().unwrap_or("")
}

fn month_name(month: u8) -> &'static str {
    MONTHS.get(usize::from(month.saturating_sub(1))).copied().unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_each_kind_in_both_languages() {
        let ledger = Ledger::default();
        let name = |text: &str| -> Option<(String, String)> {
            let period = text.parse().ok()?;
            Some((
                period_title(Lang::Vi, &period, &ledger),
                period_title(Lang::En, &period, &ledger),
            ))
        };
        let expected = [
            ("2021-07", "Tháng 7/2021", "July 2021"),
            ("2021-Q3", "Quý III/2021", "Q3 2021"),
            ("2021-H1", "6 tháng đầu năm 2021", "First half of 2021"),
            ("2021-M9", "9 tháng năm 2021", "January to September 2021"),
            ("2021", "Năm 2021", "2021"),
            ("2020..2025", "Nhiệm kỳ 2020–2025", "Term 2020–2025"),
        ];
        for (text, vi, en) in expected {
            assert_eq!(name(text), Some((vi.to_owned(), en.to_owned())), "{text}");
        }
    }
}
