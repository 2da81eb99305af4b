//! The device's clock. It is shown to people and stamps what they did; it orders nothing.

use crate::model::date::Date;
use crate::model::text::Lang;
use js_sys::Date as JsDate;

/// Milliseconds since 1970.
pub fn now_ms() -> i64 {
    JsDate::now() as i64
}

/// The calendar date here and now.
pub fn today() -> Option<Date> {
    local_date(now_ms())
}

/// The calendar date here at a time in milliseconds since 1970.
pub fn local_date(at_ms: i64) -> Option<Date> {
    let date = JsDate::new(&(at_ms as f64).into());
    let year = i32::try_from(date.get_full_year()).ok()?;
    Date::new(year, date.get_month() as u8 + 1, date.get_date() as u8)
}

/// A moment as `31/07/2021 14:05` or `31 Jul 2021 14:05`, by the device's clock.
pub fn moment(lang: Lang, at_ms: i64) -> String {
    let day = local_date(at_ms).map(|date| date.format(lang)).unwrap_or_default();
    format!("{day} {}", time_of_day(at_ms))
}

/// The same for a column of a table, where it stays on one line.
pub fn moment_in_column(lang: Lang, at_ms: i64) -> String {
    moment(lang, at_ms).replace(' ', "\u{a0}")
}

/// A time of day as `14:05`, by the device's clock.
pub fn time_of_day(at_ms: i64) -> String {
    let date = JsDate::new(&(at_ms as f64).into());
    format!("{:02}:{:02}", date.get_hours(), date.get_minutes())
}
