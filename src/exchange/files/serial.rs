//! Days and shares that a spreadsheet keeps as plain numbers and shows by a format.

use crate::exchange::import::sheet::RawCell;
use crate::model::date::Date;

/// What a cell's format makes of its number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shown {
    /// A number.
    #[default]
    Number,
    /// A day, counted from 1900 or 1904.
    Day,
    /// A share: 0,392 is seen as 39,2%.
    Percent,
}

impl Shown {
    /// By the number of a format that every spreadsheet knows; those above 163 are told by their code.
    pub fn built_in(id: u32) -> Shown {
        match id {
            9 | 10 => Shown::Percent,
            14..=17 | 22 | 27..=31 | 34..=36 | 50..=54 | 57 | 58 => Shown::Day,
            _ => Shown::Number,
        }
    }

    /// By the code of a format: `dd/mm/yyyy`, `0.0%`. A time of day is no day.
    pub fn of_code(code: &str) -> Shown {
        // Words in quotes, brackets and behind a backslash are shown as they are. Only the first part is for numbers
        // above zero.
        let (mut plain, mut letters) = (String::new(), code.chars());
        while let Some(letter) = letters.next() {
            match letter {
                '"' => drop(letters.by_ref().find(|&end| end == '"')),
                '[' => drop(letters.by_ref().find(|&end| end == ']')),
                '\\' | '_' | '*' => drop(letters.next()),
                ';' => break,
                _ => plain.push(letter.to_ascii_lowercase()),
            }
        }
        match plain {
            _ if plain.contains(['d', 'y']) => Shown::Day,
            _ if plain.contains('%') => Shown::Percent,
            _ => Shown::Number,
        }
    }

    /// The cell that this number makes.
    pub fn cell(self, number: f64, is_1904: bool) -> RawCell {
        match self {
            Shown::Day => day(number, is_1904).map_or(RawCell::Number(number), RawCell::Date),
            Shown::Percent => {
                // What a division left behind the tenth decimal is none.
                let percent = (number * 1e12).round() / 1e10;
                if !percent.is_finite() {
                    return RawCell::Number(number);
                }
                RawCell::Text(format!("{}%", percent.to_string().replace('.', ",")))
            }
            Shown::Number => RawCell::Number(number),
        }
    }
}

/// The day of a serial number, or `None` outside of the years that spreadsheets know. A time of day is cut off.
pub fn day(serial: f64, is_1904: bool) -> Option<Date> {
    if !(0.0..2_958_466.0).contains(&serial) {
        return None;
    }
    let days = serial.floor() as i64;
    let (year, month, first) = match (is_1904, days) {
        (true, _) => (1904, 1, 1),
        // In 1900 there was no 29 February, but its number is counted.
        (false, 0 | 60) => return None,
        (false, 1..60) => (1899, 12, 31),
        (false, _) => (1899, 12, 30),
    };
    Date::new(year, month, first).map(|start| start.plus_days(days))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_both_calendars() {
        assert_eq!(day(44_406.0, false), Date::new(2021, 7, 29));
        assert_eq!(day(44_406.75, false), Date::new(2021, 7, 29));
        assert_eq!(day(44_406.0 - 1_462.0, true), Date::new(2021, 7, 29));
        assert_eq!(day(59.0, false), Date::new(1900, 2, 28));
        assert_eq!(day(61.0, false), Date::new(1900, 3, 1));
        for no_day in [60.0, -1.0, 3e9, f64::NAN, f64::INFINITY] {
            assert_eq!(day(no_day, false), None, "{no_day}");
        }
    }

    #[test]
    fn formats_say_what_is_seen() {
        for code in ["dd/mm/yyyy", "[$-42A]d\\ mmmm\\ yyyy;@", "m/d/yy h:mm"] {
            assert_eq!(Shown::of_code(code), Shown::Day, "{code}");
        }
        for code in ["General", "#,##0", "\"ngày\" 0", "h:mm:ss", "[Red]0.00", "0_d"] {
            assert_eq!(Shown::of_code(code), Shown::Number, "{code}");
        }
        assert_eq!(Shown::of_code("0.0%"), Shown::Percent);
        assert_eq!(Shown::Percent.cell(0.392, false), RawCell::Text("39,2%".into()));
        assert_eq!(Shown::Percent.cell(1.0, false), RawCell::Text("100%".into()));
        // A hundred times it is more than a number can be.
        assert_eq!(Shown::Percent.cell(1e308, false), RawCell::Number(1e308));
    }
}
