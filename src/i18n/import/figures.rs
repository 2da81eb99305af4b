//! Sentences of a table that is read into a form.

use crate::model::number::{Count, format_count};
use crate::model::text::Lang;
use crate::report::sentence::words::plural;

/// Columns that are named before the rest is only counted.
const NAMED: usize = 8;

/// Which columns a table should have: "Tên đơn vị · Đảng viên · Quần chúng và 3 cột khác"; empty where it is not known.
pub fn expected_columns(lang: Lang, columns: &[String]) -> String {
    if columns.is_empty() {
        return String::new();
    }
    let mut text = columns.iter().take(NAMED).cloned().collect::<Vec<_>>().join(" · ");
    let rest = columns.len().saturating_sub(NAMED) as Count;
    if rest > 0 {
        text.push_str(&match lang {
            Lang::Vi => format!(" và {} cột khác của biểu", format_count(rest, lang)),
            Lang::En => format!(" and {} more of the form", format_count(rest, lang)),
        });
    }
    text.push_str(match lang {
        Lang::Vi => ". Thiếu cột nào thì ô đó giữ nguyên.",
        Lang::En => ". What a missing column would hold stays as it is.",
    });
    text
}

/// What was read: "12 đơn vị, 4 cột số liệu; bỏ qua 3 hàng tiêu đề nhóm, cộng".
pub fn read_line(lang: Lang, units: usize, columns: usize, passed: usize) -> String {
    let count = |n: usize| format_count(n as Count, lang);
    let mut text = match lang {
        Lang::Vi => format!("{} hàng đơn vị, {} cột số liệu", count(units), count(columns)),
        Lang::En => format!(
            "{} {} of units, {} {} of figures",
            count(units),
            plural(units as u64, "row", "rows"),
            count(columns),
            plural(columns as u64, "column", "columns")
        ),
    };
    if passed > 0 {
        text.push_str(&match (lang, passed) {
            (Lang::Vi, _) => format!("; bỏ qua {} hàng cộng, tiêu đề nhóm", count(passed)),
            (Lang::En, 1) => "; 1 row of totals or a group heading left out".to_owned(),
            (Lang::En, _) => format!("; {} rows of totals and group headings left out", count(passed)),
        });
    }
    text
}

/// The page's finding once there is a table: how much would be written, and what deserves a look.
pub fn finding(lang: Lang, to_write: usize, doubtful: usize, unsettled: usize) -> String {
    let count = |n: usize| format_count(n as Count, lang);
    let mut text = match (lang, to_write) {
        (Lang::Vi, 0) => "Chưa có số nào để ghi".to_owned(),
        (Lang::Vi, _) => format!("Sẽ ghi {} số", count(to_write)),
        (Lang::En, 0) => "No figure to write yet".to_owned(),
        (Lang::En, 1) => "1 figure will be written".to_owned(),
        (Lang::En, _) => format!("{} figures will be written", count(to_write)),
    };
    if doubtful > 0 {
        text.push_str(&match lang {
            Lang::Vi => format!(", trong đó {} số cần xem kỹ", count(doubtful)),
            Lang::En => format!(", {} of them to look at", count(doubtful)),
        });
    }
    if unsettled > 0 {
        text.push_str(&match lang {
            Lang::Vi => format!("; {} hàng chưa rõ đơn vị", count(unsettled)),
            Lang::En => format!(
                "; {} without a known unit",
                if unsettled == 1 {
                    "1 row".to_owned()
                } else {
                    format!("{} rows", count(unsettled))
                }
            ),
        });
    }
    text
}

/// "49 số đã có sẵn, không đổi".
pub fn same_line(lang: Lang, same: usize) -> String {
    let count = format_count(same as Count, lang);
    match lang {
        Lang::Vi => format!("{count} số đã có trong sổ, không đổi."),
        Lang::En => format!("{count} are in the books already and stay as they are."),
    }
}

/// The button: "Ghi 219 số".
pub fn write_button(lang: Lang, figures: usize) -> String {
    let count = format_count(figures as Count, lang);
    match lang {
        Lang::Vi => format!("Ghi {count} số vào sổ"),
        Lang::En => format!("Write {count} {}", plural(figures as u64, "figure", "figures")),
    }
}

/// After writing: "Đã ghi 219 số của 73 đơn vị".
pub fn written(lang: Lang, figures: usize, units: usize) -> String {
    let count = |n: usize| format_count(n as Count, lang);
    match lang {
        Lang::Vi => format!("Đã ghi {} số của {} đơn vị", count(figures), count(units)),
        Lang::En => format!(
            "{} {} of {} {} written",
            count(figures),
            plural(figures as u64, "figure", "figures"),
            count(units),
            plural(units as u64, "unit", "units")
        ),
    }
}

/// After writing figures with the units that they are of.
pub fn written_with_units(lang: Lang, figures: usize, units: usize, added: usize) -> String {
    let added_text = format_count(added as Count, lang);
    let text = written(lang, figures, units);
    match (lang, added) {
        (_, 0) => text,
        (Lang::Vi, _) => format!("{text}, thêm {added_text} đơn vị mới"),
        (Lang::En, _) => format!("{text}, {added_text} {} added", plural(added as u64, "unit", "units")),
    }
}

/// The button that makes the units which the books do not have, together with their figures.
pub fn make_units(lang: Lang, units: usize) -> String {
    let count = format_count(units as Count, lang);
    match lang {
        Lang::Vi => format!("Tạo {count} đơn vị mới"),
        Lang::En => format!("Make {count} new unit{}", if units == 1 { "" } else { "s" }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_columns_expected_are_named_and_the_rest_is_counted() {
        let columns = |number: usize| (1..=number).map(|at| format!("Cột {at}")).collect::<Vec<_>>();
        assert_eq!(expected_columns(Lang::Vi, &[]), "");
        assert!(expected_columns(Lang::Vi, &columns(2)).starts_with("Cột 1 · Cột 2. "));
        assert!(expected_columns(Lang::Vi, &columns(10)).contains("Cột 8 và 2 cột khác của biểu. "));
    }

    #[test]
    fn one_of_a_kind_is_told_in_the_singular() {
        assert_eq!(
            read_line(Lang::En, 1, 1, 1),
            "1 row of units, 1 column of figures; 1 row of totals or a group heading left out"
        );
        assert_eq!(
            read_line(Lang::En, 12, 4, 3),
            "12 rows of units, 4 columns of figures; 3 rows of totals and group headings left out"
        );
        assert_eq!(write_button(Lang::En, 1), "Write 1 figure");
        assert_eq!(
            written_with_units(Lang::En, 1, 1, 1),
            "1 figure of 1 unit written, 1 unit added"
        );
        assert_eq!(
            written_with_units(Lang::En, 4, 2, 2),
            "4 figures of 2 units written, 2 units added"
        );
    }

    #[test]
    fn the_finding_says_what_would_be_written_and_what_is_in_doubt() {
        assert_eq!(finding(Lang::Vi, 219, 0, 0), "Sẽ ghi 219 số");
        assert_eq!(
            finding(Lang::Vi, 1219, 2, 3),
            "Sẽ ghi 1.219 số, trong đó 2 số cần xem kỹ; 3 hàng chưa rõ đơn vị"
        );
        assert_eq!(
            finding(Lang::En, 1, 0, 1),
            "1 figure will be written; 1 row without a known unit"
        );
        assert_eq!(written_with_units(Lang::Vi, 4, 2, 0), "Đã ghi 4 số của 2 đơn vị");
        assert_eq!(make_units(Lang::Vi, 73), "Tạo 73 đơn vị mới");
    }
}
