//! What people type into a list of units: of which kind one is, and dates.

use crate::exchange::import::names::normal;
use crate::exchange::import::sheet::RawCell;
use crate::model::date::Date;
use crate::model::fold::fold;
use crate::model::unit::UnitKind;

/// A kind as a list names it, in both languages and abbreviated.
pub(super) fn kind_named(text: &str) -> Option<UnitKind> {
    let text = normal(text);
    let called: [(UnitKind, &[&str]); 5] = [
        (
            UnitKind::SectionalCommittee,
            &["dang bo bo phan", "sectional committee"],
        ),
        (UnitKind::SubordinateCell, &["chi bo truc thuoc", "subordinate cell"]),
        (
            UnitKind::GrassrootsCommittee,
            &[
                "dang bo co so",
                "dang bo",
                "dang uy co so",
                "grassroots committee",
                "committee",
            ],
        ),
        (
            UnitKind::GrassrootsCell,
            &["chi bo co so", "chi bo", "grassroots cell", "cell"],
        ),
        (
            UnitKind::MassOrganisation,
            &[
                "to chuc doan the",
                "doan the",
                "mass organisation",
                "to chuc chinh tri xa hoi",
            ],
        ),
    ];
    let is = |(_, names): &&(UnitKind, &[&str])| names.contains(&text.as_str());
    called.iter().find(is).map(|(kind, _)| *kind)
}

/// A date of a list: one that the file holds as one, a day number of a spreadsheet, or text.
pub(super) fn date_of(cell: &RawCell) -> Option<Date> {
    match cell {
        RawCell::Date(date) => Some(*date),
        RawCell::Number(days) if days.fract() == 0.0 => day_number(*days as i64),
        RawCell::Text(text) => {
            if let Ok(days) = text.parse() {
                return day_number(days);
            }
            let text = fold(text);
            let text = text.trim_start_matches("ngay ").trim();
            Date::parse_typed(text).ok().or_else(|| text.parse().ok())
        }
        _ => None,
    }
}

/// Days since 30/12/1899, as spreadsheets count; from 1927 to 2119.
fn day_number(days: i64) -> Option<Date> {
    let is_day = (10_000..80_000).contains(&days);
    Date::new(1899, 12, 30)
        .filter(|_| is_day)
        .map(|first| first.plus_days(days))
}
