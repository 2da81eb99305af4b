//! Names of files: the bloc's name in plain letters, which every disk and messenger takes, and the day.

use crate::model::date::Date;
use crate::model::fold::fold;

/// How long the bloc's part may be.
const MOST: usize = 48;

/// `dang-bo-khoi-2026-11-22.sokhoi`
pub fn file_name(bloc: &str, day: Option<Date>, extension: &str) -> String {
    let mut name = String::new();
    for character in fold(bloc).chars() {
        match character {
            'a'..='z' | '0'..='9' => name.push(character),
            _ if name.is_empty() || name.ends_with('-') => {}
            _ => name.push('-'),
        }
        if name.len() >= MOST {
            break;
        }
    }
    let name = name.trim_end_matches('-');
    let name = if name.is_empty() { "so-khoi" } else { name };
    match day {
        Some(day) => format!("{name}-{day}.{extension}"),
        None => format!("{name}.{extension}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_plain_letters_and_a_day() {
        let day = Date::new(2026, 11, 22);
        let name = file_name("Đảng bộ Khối các cơ quan & DN tỉnh / \"Điện Biên\"", day, "sokhoi");
        assert_eq!(name, "dang-bo-khoi-cac-co-quan-dn-tinh-dien-bien-2026-11-22.sokhoi");
        assert_eq!(file_name("***", None, "json"), "so-khoi.json");
        assert!(file_name(&"khối ".repeat(60), day, "json").len() < 80);
    }
}
