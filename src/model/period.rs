//! Periods: what span of time a return, a target or a chart speaks of.
//!
//! Text forms: `2021-07` (month), `2021-Q3`, `2021-H1`, `2021-M9` (January to September, cumulative),
//! `2021`, `2020..2025` (a term) and `drive:<id>`. A drive is a period of its own; its dates stand on
//! the drive's record, so calendar questions about it answer `None` here.

use super::date::Date;
use super::from_json::{FromJson, JsonError, parsed};
use super::id::DriveId;
use serde::{Serialize, Serializer};
use serde_json::Value;
use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;
use thiserror::Error;

/// A span of time that figures are reported for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Period {
    /// One month of a year (1 to 12).
    Month(i32, u8),
    /// One quarter of a year (1 to 4).
    Quarter(i32, u8),
    /// January to June (1) or July to December (2).
    HalfYear(i32, u8),
    /// January to September, cumulative.
    NineMonths(i32),
    /// A calendar year.
    Year(i32),
    /// A term between two congresses, named by its years: 2020–2025. Its five working years are the
    /// ones after the congress's: 2021 to 2025 ("750 in the term = 5 × 150 a year").
    Term(i32, i32),
    /// A study drive.
    Drive(DriveId),
}

/// The kind of a period, as forms name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, FromJson)]
#[serde(rename_all = "snake_case")]
pub enum PeriodKind {
    /// [`Period::Month`].
    Month,
    /// [`Period::Quarter`].
    Quarter,
    /// [`Period::HalfYear`].
    HalfYear,
    /// [`Period::NineMonths`].
    NineMonths,
    /// [`Period::Year`].
    Year,
    /// [`Period::Term`].
    Term,
    /// [`Period::Drive`].
    Drive,
}

/// Text that names no period.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("not a period: {0}")]
pub struct PeriodError(pub String);

impl Period {
    /// Its kind.
    pub const fn kind(&self) -> PeriodKind {
        match self {
            Period::Month(..) => PeriodKind::Month,
            Period::Quarter(..) => PeriodKind::Quarter,
            Period::HalfYear(..) => PeriodKind::HalfYear,
            Period::NineMonths(_) => PeriodKind::NineMonths,
            Period::Year(_) => PeriodKind::Year,
            Period::Term(..) => PeriodKind::Term,
            Period::Drive(_) => PeriodKind::Drive,
        }
    }

    /// The month that a date falls in.
    pub fn month_of(date: Date) -> Period {
        Period::Month(date.year(), date.month())
    }

    /// The calendar period of `kind` that a date falls in; `None` for terms and drives.
    pub fn of_kind_at(kind: PeriodKind, date: Date) -> Option<Period> {
        let (year, month) = (date.year(), date.month());
        Some(match kind {
            PeriodKind::Month => Period::Month(year, month),
            PeriodKind::Quarter => Period::Quarter(year, (month - 1) / 3 + 1),
            PeriodKind::HalfYear => Period::HalfYear(year, (month - 1) / 6 + 1),
            PeriodKind::NineMonths => Period::NineMonths(year),
            PeriodKind::Year => Period::Year(year),
            PeriodKind::Term | PeriodKind::Drive => return None,
        })
    }

    /// First and last month as (year, month), both inclusive; `None` for a drive.
    fn span(&self) -> Option<((i32, u8), (i32, u8))> {
        Some(match *self {
            Period::Month(year, month) => ((year, month), (year, month)),
            Period::Quarter(year, quarter) => ((year, quarter * 3 - 2), (year, quarter * 3)),
            Period::HalfYear(year, half) => ((year, half * 6 - 5), (year, half * 6)),
            Period::NineMonths(year) => ((year, 1), (year, 9)),
            Period::Year(year) => ((year, 1), (year, 12)),
            Period::Term(from, to) => ((from + 1, 1), (to, 12)),
            Period::Drive(_) => return None,
        })
    }

    /// Its first day; `None` for a drive.
    pub fn start(&self) -> Option<Date> {
        let ((year, month), _) = self.span()?;
        Date::new(year, month, 1)
    }

    /// Its last day; `None` for a drive.
    pub fn end(&self) -> Option<Date> {
        let (_, (year, month)) = self.span()?;
        Date::new(year, month, 1).map(Date::end_of_month)
    }

    /// Its months in order; empty for a drive.
    pub fn months(&self) -> Vec<Period> {
        let Some(((mut year, mut month), last)) = self.span() else {
            return Vec::new();
        };
        let mut months = Vec::new();
        while (year, month) <= last {
            months.push(Period::Month(year, month));
            (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
        }
        months
    }

    /// The years of a term or the year of a calendar period; empty for a drive.
    pub fn years(&self) -> Vec<i32> {
        self.span()
            .map_or_else(Vec::new, |((from, _), (to, _))| (from..=to).collect())
    }

    /// The year of a period within one year; `None` for terms and drives.
    pub fn year(&self) -> Option<i32> {
        match self.years().as_slice() {
            [year] => Some(*year),
            _ => None,
        }
    }

    /// Whether every day of `other` is a day of this period. A drive contains only itself.
    pub fn contains(&self, other: &Period) -> bool {
        match (self.span(), other.span()) {
            (Some((from, to)), Some((other_from, other_to))) => from <= other_from && other_to <= to,
            _ => self == other,
        }
    }

    /// Whether `date` is a day of this calendar period; `false` for a drive.
    pub fn contains_date(&self, date: Date) -> bool {
        self.contains(&Period::month_of(date))
    }

    /// The same period last year (cùng kỳ): a year earlier, or the term before; `None` for a drive.
    pub fn same_last_year(&self) -> Option<Period> {
        Some(match *self {
            Period::Month(year, month) => Period::Month(year - 1, month),
            Period::Quarter(year, quarter) => Period::Quarter(year - 1, quarter),
            Period::HalfYear(year, half) => Period::HalfYear(year - 1, half),
            Period::NineMonths(year) => Period::NineMonths(year - 1),
            Period::Year(year) => Period::Year(year - 1),
            Period::Term(from, to) => Period::Term(from - (to - from), from),
            Period::Drive(_) => return None,
        })
    }

    /// The period of the same kind just before; `None` for a drive.
    pub fn previous(&self) -> Option<Period> {
        self.step(-1)
    }

    /// The period of the same kind just after; `None` for a drive.
    pub fn next(&self) -> Option<Period> {
        self.step(1)
    }

    fn step(&self, by: i32) -> Option<Period> {
        let within = |year: i32, part: u8, parts: i32| {
            let index = year * parts + i32::from(part) - 1 + by;
            // Parts are at most 12, so the remainder fits a u8.
            (index.div_euclid(parts), index.rem_euclid(parts) as u8 + 1)
        };
        Some(match *self {
            Period::Month(year, month) => {
                let (year, month) = within(year, month, 12);
                Period::Month(year, month)
            }
            Period::Quarter(year, quarter) => {
                let (year, quarter) = within(year, quarter, 4);
                Period::Quarter(year, quarter)
            }
            Period::HalfYear(year, half) => {
                let (year, half) = within(year, half, 2);
                Period::HalfYear(year, half)
            }
            Period::NineMonths(year) => Period::NineMonths(year + by),
            Period::Year(year) => Period::Year(year + by),
            Period::Term(from, to) => Period::Term(from + by * (to - from), to + by * (to - from)),
            Period::Drive(_) => return None,
        })
    }
}

/// In time: by first day, then the longer first, so that a year comes before its months. Drives come
/// after all calendar periods, by identifier.
impl Ord for Period {
    fn cmp(&self, other: &Period) -> Ordering {
        match (self.span(), other.span()) {
            (Some((from, to)), Some((other_from, other_to))) => from
                .cmp(&other_from)
                .then(other_to.cmp(&to))
                .then(self.kind().cmp(&other.kind()))
                .then_with(|| self.to_string().cmp(&other.to_string())),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => self.to_string().cmp(&other.to_string()),
        }
    }
}

impl PartialOrd for Period {
    fn partial_cmp(&self, other: &Period) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Period::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Period::Quarter(year, quarter) => write!(f, "{year:04}-Q{quarter}"),
            Period::HalfYear(year, half) => write!(f, "{year:04}-H{half}"),
            Period::NineMonths(year) => write!(f, "{year:04}-M9"),
            Period::Year(year) => write!(f, "{year:04}"),
            Period::Term(from, to) => write!(f, "{from:04}..{to:04}"),
            Period::Drive(id) => write!(f, "drive:{id}"),
        }
    }
}

impl FromStr for Period {
    type Err = PeriodError;

    fn from_str(text: &str) -> Result<Period, PeriodError> {
        let year = |text: &str| -> Option<i32> {
            (text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit()))
                .then(|| text.parse().ok())
                .flatten()
                .filter(|year| (1900..=2999).contains(year))
        };
        let part = |text: &str, most: u8| -> Option<u8> { text.parse().ok().filter(|part| (1..=most).contains(part)) };
        let found = (|| {
            if let Some(id) = text.strip_prefix("drive:") {
                return (!id.is_empty()).then(|| Period::Drive(id.into()));
            }
            if let Some((from, to)) = text.split_once("..") {
                let (from, to) = (year(from)?, year(to)?);
                return (from < to && to - from <= 10).then_some(Period::Term(from, to));
            }
            let Some((head, tail)) = text.split_once('-') else {
                return year(text).map(Period::Year);
            };
            let head = year(head)?;
            match tail.as_bytes() {
                b"M9" => Some(Period::NineMonths(head)),
                [b'Q', _] => part(&tail[1..], 4).map(|quarter| Period::Quarter(head, quarter)),
                [b'H', _] => part(&tail[1..], 2).map(|half| Period::HalfYear(head, half)),
                [b'0' | b'1', b'0'..=b'9'] => part(tail, 12).map(|month| Period::Month(head, month)),
                _ => None,
            }
        })();
        found.ok_or_else(|| PeriodError(text.to_owned()))
    }
}

impl Serialize for Period {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl FromJson for Period {
    fn from_json(value: &Value) -> Result<Period, JsonError> {
        parsed(value)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn calendar() -> impl Strategy<Value = Period> {
        let year = 1990i32..2090;
        prop_oneof![
            (year.clone(), 1u8..=12).prop_map(|(y, m)| Period::Month(y, m)),
            (year.clone(), 1u8..=4).prop_map(|(y, q)| Period::Quarter(y, q)),
            (year.clone(), 1u8..=2).prop_map(|(y, h)| Period::HalfYear(y, h)),
            year.clone().prop_map(Period::NineMonths),
            year.clone().prop_map(Period::Year),
            year.prop_map(|y| Period::Term(y, y + 5)),
        ]
    }

    fn any_period() -> impl Strategy<Value = Period> {
        prop_oneof![
            6 => calendar(),
            1 => "[a-z0-9-]{1,12}".prop_map(|id| Period::Drive(id.as_str().into())),
        ]
    }

    #[test]
    fn refuses_what_is_no_period() {
        for text in [
            "",
            "21",
            "2021-13",
            "2021-00",
            "2021-1",
            "2021-Q5",
            "2021-H3",
            "2025..2020",
            "drive:",
            "2021-07-01",
            "２０２１",
        ] {
            assert!(text.parse::<Period>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_term_has_five_working_years() {
        assert_eq!(Period::Term(2020, 2025).years(), [2021, 2022, 2023, 2024, 2025]);
        assert_eq!(Period::Term(2020, 2025).previous(), Some(Period::Term(2015, 2020)));
    }

    proptest! {
        #[test]
        fn text_round_trips(period in any_period()) {
            prop_assert_eq!(period.to_string().parse::<Period>(), Ok(period));
        }

        #[test]
        fn a_period_contains_exactly_its_months(period in calendar(), year in 1990i32..2096, month in 1u8..=12) {
            let month = Period::Month(year, month);
            prop_assert_eq!(period.contains(&month), period.months().contains(&month));
        }

        #[test]
        fn containing_is_transitive_and_antisymmetric(a in calendar(), b in calendar(), c in calendar()) {
            prop_assert!(a.contains(&a));
            if a.contains(&b) && b.contains(&c) {
                prop_assert!(a.contains(&c));
            }
            if a.contains(&b) && b.contains(&a) {
                prop_assert_eq!((a.start(), a.end()), (b.start(), b.end()));
            }
        }

        #[test]
        fn next_undoes_previous_and_orders(period in calendar()) {
            let next = period.next().unwrap();
            prop_assert_eq!(next.previous(), Some(period.clone()));
            prop_assert!(period < next);
            if !matches!(period, Period::NineMonths(_)) {
                prop_assert_eq!(period.end().unwrap().plus_days(1), next.start().unwrap());
            }
        }

        #[test]
        fn the_order_is_total(a in any_period(), b in any_period(), c in any_period()) {
            prop_assert_eq!(a.cmp(&b), b.cmp(&a).reverse());
            prop_assert_eq!(a.cmp(&b) == Ordering::Equal, a == b);
            if a <= b && b <= c {
                prop_assert!(a <= c);
            }
        }

        #[test]
        fn last_year_is_twelve_months_before(year in 1990i32..2090, month in 1u8..=12) {
            let period = Period::Month(year, month);
            let mut back = period.clone();
            for _ in 0..12 {
                back = back.previous().unwrap();
            }
            prop_assert_eq!(period.same_last_year(), Some(back));
        }

        #[test]
        fn parsing_never_panics(text in "\\PC{0,16}") {
            let _ = text.parse::<Period>();
        }
    }
}
