//! The device's clock. It is shown to people and stamps what they did; it orders nothing.

use crate::model::date::Date;
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

/// A moment as `31/07/2021 14:05`, by the device's clock.
pub fn moment(at_ms: i64) -> String {
    let date = JsDate::new(&(at_ms as f64).into());
    format!(
        "{:02}/{:02}/{} {:02}:{:02}",
        date.get_date(),
        date.get_month() + 1,
        date.get_full_year(),
        date.get_hours(),
        date.get_minutes()
    )
}
