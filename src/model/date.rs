//! Calendar dates without a time or a zone: deadlines, as-of dates, dates of documents.

use super::from_json::{FromJson, JsonError, parsed};
use super::text::Lang;
use serde::{Serialize, Serializer};
use serde_json::Value;
use std::fmt;
use thiserror::Error;

/// A calendar date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(time::Date);

/// Text that is no date.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("not a date: {0}")]
pub struct DateError(pub String);

impl Date {
    /// 1 January 1970, where a clock shows no date of the calendar.
    pub const EPOCH: Date = Date(time::OffsetDateTime::UNIX_EPOCH.date());

    /// The date of a year (1 to 9999), month (1 to 12) and day; `None` when there is no such day.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Date> {
        if !(1..=9999).contains(&year) {
            return None;
        }
        let month = time::Month::try_from(month).ok()?;
        time::Date::from_calendar_date(year, month, day).ok().map(Date)
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u8 {
        u8::from(self.0.month())
    }

    /// The day of the month, from 1.
    pub fn day(self) -> u8 {
        self.0.day()
    }

    /// The date `days` later (earlier when negative); stays within the calendar's limits.
    pub fn plus_days(self, days: i64) -> Date {
        Date(self.0.saturating_add(time::Duration::days(days)))
    }

    /// Days from `earlier` to this date; negative when this date is before it.
    pub fn days_since(self, earlier: Date) -> i64 {
        (self.0 - earlier.0).whole_days()
    }

    /// The last day of this date's month.
    pub fn end_of_month(self) -> Date {
        let days = self.0.month().length(self.0.year());
        self.0.replace_day(days).map_or(self, Date)
    }

    /// Written for people: `18/5/2021` in Vietnamese as on documents, `18 May 2021` in English.
    pub fn format(self, lang: Lang) -> String {
        match lang {
            Lang::Vi => format!("{:02}/{:02}/{}", self.day(), self.month(), self.year()),
            Lang::En => format!("{} {} {}", self.day(), &self.0.month().to_string()[..3], self.year()),
        }
    }

    /// Reads what people type: `18/5/2021`, `18-05-2021`, `18.5.2021`, or `2021-05-18`.
    ///
    /// # Errors
    /// [`DateError`] when it is none of these or no such day exists.
    pub fn parse_typed(text: &str) -> Result<Date, DateError> {
        let text = text.trim();
        // A year of four figures: 0210 is a slip of the finger in either order.
        if let Some(date) = text.parse::<Date>().ok().filter(|date| date.year() >= 1000) {
            return Ok(date);
        }
        let parts: Vec<&str> = text.split(['/', '-', '.']).map(str::trim).collect();
        let numbers: Option<Vec<i32>> = parts.iter().map(|part| part.parse().ok()).collect();
        match numbers.as_deref() {
            Some([day, month, year]) if *year >= 1000 => u8::try_from(*day)
                .ok()
                .zip(u8::try_from(*month).ok())
                .and_then(|(day, month)| Date::new(*year, month, day)),
            _ => None,
        }
        .ok_or_else(|| DateError(text.to_owned()))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

impl std::str::FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Date, DateError> {
        let mut parts = text.splitn(3, '-');
        let mut next = |width: usize| {
            parts
                .next()
                .filter(|part| part.len() == width && part.bytes().all(|b| b.is_ascii_digit()))
        };
        let found = (|| {
            let year = next(4)?.parse().ok()?;
            let month = next(2)?.parse().ok()?;
            let day = next(2)?.parse().ok()?;
            Date::new(year, month, day)
        })();
        found.ok_or_else(|| DateError(text.to_owned()))
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl FromJson for Date {
    fn from_json(value: &Value) -> Result<Date, JsonError> {
        parsed(value)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    /// Found by fuzzing: a year that would be shown as one that is not read.
    #[test]
    fn a_year_has_four_figures_in_either_order() {
        for typed in ["0210-07-31", "31/07/0210", "31/07/210"] {
            assert!(Date::parse_typed(typed).is_err(), "{typed}");
        }
    }

    #[test]
    fn reads_typed_and_stored_dates() {
        let date = Date::new(2021, 5, 18).unwrap();
        for text in ["18/5/2021", "18-05-2021", " 18.5.2021 ", "2021-05-18"] {
            assert_eq!(Date::parse_typed(text).unwrap(), date, "{text}");
        }
        for text in ["31/2/2021", "5/2021", "18/5/21", "", "2021-5-18x"] {
            assert!(Date::parse_typed(text).is_err(), "{text}");
        }
        assert_eq!(date.format(Lang::Vi), "18/05/2021");
        assert_eq!(date.to_string().parse::<Date>().unwrap(), date);
    }
}
