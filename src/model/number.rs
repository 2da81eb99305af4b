//! Counts and percentages: exact arithmetic, rounding, and how they are written and read.
//!
//! Conventions: `4.201` and `39,2%` in Vietnamese, `4,201` and `39.2%` in English. Input is read by
//! the Vietnamese convention in both languages, because that is what is on the paper being typed
//! from; what could mean two things is refused with the remedy, never guessed.

use super::from_json::FromJson;
use super::text::Lang;
use serde::Serialize;
use std::fmt;
use thiserror::Error;

/// A count of whole things, 0 or more.
pub type Count = u64;

/// A percentage, kept as a whole number of hundredths of a percent (39,22 % is 3922).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, FromJson)]
#[serde(transparent)]
pub struct Percent(i64);

impl Percent {
    /// 0 %.
    pub const ZERO: Percent = Percent(0);
    /// 100 %.
    pub const HUNDRED: Percent = Percent(100_00);

    /// A percentage from hundredths of a percent.
    pub const fn from_hundredths(hundredths: i64) -> Percent {
        Percent(hundredths)
    }

    /// Hundredths of a percent.
    pub const fn hundredths(self) -> i64 {
        self.0
    }

    /// `numerator ÷ denominator`, rounded half-up to `decimals` (0 to 2) places; `None` when there is
    /// nothing to divide by.
    pub fn of(numerator: Count, denominator: Count, decimals: u8) -> Option<Percent> {
        if denominator == 0 {
            return None;
        }
        let (numerator, denominator) = (i128::from(numerator), i128::from(denominator));
        let scale = 10_i128.pow(u32::from(decimals.min(2)));
        // Half-up in whole numbers: floor((2·n·100·scale + d) ÷ 2d).
        let rounded = (2 * numerator * 100 * scale + denominator) / (2 * denominator);
        Some(Percent(i64::try_from(rounded * 100 / scale).unwrap_or(i64::MAX)))
    }

    /// The change from `before` to `after` relative to `before`, as a signed percentage with one
    /// decimal: 130 after 121 is +7,4 %. `None` when `before` is zero.
    pub fn change(before: Count, after: Count) -> Option<Percent> {
        let size = Percent::of(before.abs_diff(after), before, 1)?;
        Some(if after < before { Percent(-size.0) } else { size })
    }

    /// Rounded half-up (away from zero) to `decimals` places.
    pub fn rounded(self, decimals: u8) -> Percent {
        let unit = 100 / 10_i64.pow(u32::from(decimals.min(2)));
        let size = (self.0.abs() + unit / 2) / unit * unit;
        Percent(if self.0 < 0 { -size } else { size })
    }

    /// As a fraction for drawing (0.392 for 39,2 %). Never used to compute another figure.
    pub fn to_f64(self) -> f64 {
        self.0 as f64 / 10_000.0
    }

    /// Written with `decimals` places and the sign %: `39,2%` or `39.2%`.
    pub fn format(self, decimals: u8, lang: Lang) -> String {
        let rounded = self.rounded(decimals);
        let size = rounded.0.unsigned_abs();
        let sign = if rounded.0 < 0 { "−" } else { "" };
        let whole = format_count(size / 100, lang);
        let point = decimal_point(lang);
        match decimals {
            0 => format!("{sign}{whole}%"),
            1 => format!("{sign}{whole}{point}{}%", size % 100 / 10),
            _ => format!("{sign}{whole}{point}{:02}%", size % 100),
        }
    }

    /// Written with as many decimals as it has, at least one unless it is whole: `100%`, `75,7%`, `99,24%`.
    pub fn format_short(self, lang: Lang) -> String {
        let decimals = match self.0 % 100 {
            0 => 0,
            rest if rest % 10 == 0 => 1,
            _ => 2,
        };
        self.format(decimals, lang)
    }

    /// Written with its sign, for a change: `+7,4%`.
    pub fn format_signed(self, decimals: u8, lang: Lang) -> String {
        let text = self.format(decimals, lang);
        if self.0 > 0 { format!("+{text}") } else { text }
    }
}

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.format_short(Lang::Vi))
    }
}

/// The sign between whole and fraction.
pub const fn decimal_point(lang: Lang) -> char {
    match lang {
        Lang::Vi => ',',
        Lang::En => '.',
    }
}

/// A count with its thousands separated: `4.201` or `4,201`.
pub fn format_count(count: Count, lang: Lang) -> String {
    let digits = count.to_string();
    let separator = match lang {
        Lang::Vi => '.',
        Lang::En => ',',
    };
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

/// A number with one decimal for rates such as "4,3 a week".
pub fn format_tenths(tenths: u64, lang: Lang) -> String {
    format!(
        "{}{}{}",
        format_count(tenths / 10, lang),
        decimal_point(lang),
        tenths % 10
    )
}

/// Why a typed figure was not understood. The remedy is worded in `i18n/`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum NumberError {
    /// There is something else than digits and separators in it.
    #[error("not a number")]
    NotANumber,
    /// A count is whole and not negative.
    #[error("a count is not negative")]
    Negative,
    /// `1.5` or `4,2`: a decimal fraction, or a thousand misplaced.
    #[error("could be a decimal or a misplaced thousands separator")]
    Ambiguous,
    /// A percentage where a count belongs; counts are entered, percentages are computed.
    #[error("a percentage where a count belongs")]
    PercentForCount,
    /// More than 15 digits.
    #[error("too large")]
    TooLarge,
    /// `75/73` with a numerator above the denominator, or a zero denominator.
    #[error("the part is larger than the whole")]
    PartAboveWhole,
}

/// What a count cell's text says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TypedCount {
    /// Nothing was typed.
    Empty,
    /// A count.
    Count(Count),
    /// `70/73`: a count and the whole it is part of.
    Part {
        /// The count.
        part: Count,
        /// What it is out of.
        whole: Count,
    },
}

/// Digits in full width and other digits and separators brought to their plain form.
fn plain(text: &str) -> String {
    text.trim()
        .chars()
        .map(|c| match c {
            '０'..='９' => char::from(b'0' + (c as u32 - '０' as u32) as u8),
            '．' => '.',
            '，' => ',',
            '／' => '/',
            '％' => '%',
            '\u{a0}' | '\u{202f}' | '\u{2009}' | '\u{3000}' => ' ',
            '−' | '–' => '-',
            other => other,
        })
        .collect::<String>()
        .trim()
        .to_owned()
}

/// Reads a count: `4201`, `4.201`, `4 201`, `73/73`, full-width digits.
///
/// # Errors
/// [`NumberError`] for anything ambiguous (`1.5`, `4,2`), negative, not a number or too large.
pub fn parse_count(text: &str) -> Result<TypedCount, NumberError> {
    let text = plain(text);
    if text.is_empty() {
        return Ok(TypedCount::Empty);
    }
    if text.ends_with('%') {
        return Err(NumberError::PercentForCount);
    }
    if let Some((part, whole)) = text.split_once('/') {
        let (part, whole) = (whole_number(part.trim())?, whole_number(whole.trim())?);
        if whole == 0 || part > whole {
            return Err(NumberError::PartAboveWhole);
        }
        return Ok(TypedCount::Part { part, whole });
    }
    whole_number(&text).map(TypedCount::Count)
}

fn whole_number(text: &str) -> Result<Count, NumberError> {
    if let Some(rest) = text.strip_prefix('-') {
        return Err(match whole_number(rest) {
            Ok(_) => NumberError::Negative,
            Err(error) => error,
        });
    }
    if text.is_empty() || !text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | ' ')) {
        return Err(NumberError::NotANumber);
    }
    let separators: Vec<char> = text.chars().filter(|c| !c.is_ascii_digit()).collect();
    let Some(&separator) = separators.first() else {
        return digits(text);
    };
    // A comma is the decimal sign here: "4,201" could be four thousand or four and a fifth.
    if separator == ',' || separators.iter().any(|&other| other != separator) {
        return Err(NumberError::Ambiguous);
    }
    let groups: Vec<&str> = text.split(separator).collect();
    let first_fits = groups
        .first()
        .is_some_and(|group| (1..=3).contains(&group.len()) && *group != "0");
    if first_fits && groups.iter().skip(1).all(|group| group.len() == 3) {
        digits(&groups.concat())
    } else {
        Err(NumberError::Ambiguous)
    }
}

fn digits(text: &str) -> Result<Count, NumberError> {
    if text.len() > 15 {
        return Err(NumberError::TooLarge);
    }
    text.parse().map_err(|_| NumberError::NotANumber)
}

/// Reads a percentage: `39,2%`, `39,2`, `100`. At most two decimals.
///
/// # Errors
/// [`NumberError`] for anything else; `39.2` is refused as ambiguous.
pub fn parse_percent(text: &str) -> Result<Percent, NumberError> {
    let text = plain(text);
    let text = text.strip_suffix('%').unwrap_or(&text).trim();
    if text.starts_with('-') {
        return Err(NumberError::Negative);
    }
    let (whole, fraction) = text.split_once(',').unwrap_or((text, ""));
    if whole.contains('.') && fraction.is_empty() && !text.contains(',') {
        return Err(NumberError::Ambiguous);
    }
    if fraction.len() > 2 || (text.contains(',') && fraction.is_empty()) {
        return Err(NumberError::Ambiguous);
    }
    if !fraction.chars().all(|c| c.is_ascii_digit()) {
        return Err(NumberError::NotANumber);
    }
    let whole = whole_number(whole)?;
    let fraction: i64 = format!("{fraction:0<2}").parse().map_err(|_| NumberError::NotANumber)?;
    let whole = i64::try_from(whole)
        .ok()
        .filter(|whole| *whole <= 1_000_000)
        .ok_or(NumberError::TooLarge)?;
    Ok(Percent(whole * 100 + fraction))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn reads_what_an_office_types() {
        for text in [
            "4201",
            "4.201",
            "4 201",
            " 4\u{a0}201 ",
            "4\u{202f}201",
            "4\u{2009}201",
            "４２０１",
            "４．２０１",
        ] {
            assert_eq!(parse_count(text), Ok(TypedCount::Count(4201)), "{text}");
        }
        assert_eq!(parse_count("73/73"), Ok(TypedCount::Part { part: 73, whole: 73 }));
        assert_eq!(parse_count("  "), Ok(TypedCount::Empty));
        assert_eq!(parse_percent("39,2%"), Ok(Percent(3920)));
        assert_eq!(parse_percent("39,2"), Ok(Percent(3920)));
        assert_eq!(parse_percent("99,24 %"), Ok(Percent(9924)));
    }

    #[test]
    fn refuses_the_ambiguous() {
        for text in ["1.5", "4,201", "1,5", "42.01", "1.234,5", "4.2 01", "0.201", "4..201"] {
            assert_eq!(parse_count(text), Err(NumberError::Ambiguous), "{text}");
        }
        assert_eq!(parse_count("39,2%"), Err(NumberError::PercentForCount));
        assert_eq!(parse_count("-3"), Err(NumberError::Negative));
        assert_eq!(parse_count("hai"), Err(NumberError::NotANumber));
        assert_eq!(parse_count("75/73"), Err(NumberError::PartAboveWhole));
        assert_eq!(parse_count("1234567890123456"), Err(NumberError::TooLarge));
        assert_eq!(parse_percent("39.2%"), Err(NumberError::Ambiguous));
    }

    #[test]
    fn rounds_half_up() {
        assert_eq!(Percent::of(1, 8, 1).unwrap().to_string(), "12,5%");
        assert_eq!(Percent::of(1, 16, 1).unwrap().to_string(), "6,3%");
        assert_eq!(Percent::of(1, 2000, 1).unwrap().to_string(), "0,1%");
        assert_eq!(Percent::of(1647, 4201, 1).unwrap().to_string(), "39,2%");
        assert_eq!(Percent::of(5, 0, 1), None);
        assert_eq!(Percent::change(121, 130).unwrap().format_signed(1, Lang::Vi), "+7,4%");
        assert_eq!(Percent(9924).format_short(Lang::En), "99.24%");
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(count in 0u64..1_000_000_000_000) {
            prop_assert_eq!(parse_count(&format_count(count, Lang::Vi)), Ok(TypedCount::Count(count)));
        }

        #[test]
        fn parsing_never_panics(text in "\\PC{0,20}") {
            let _ = parse_count(&text);
            let _ = parse_percent(&text);
        }

        #[test]
        fn a_part_is_never_over_a_hundred(whole in 1u64..1_000_000, share in 0u64..=1_000_000) {
            let part = share.min(whole);
            prop_assert!(Percent::of(part, whole, 2).unwrap() <= Percent::HUNDRED);
        }
    }
}
