//! Words that sentences are made of: qualified counts, parts of a whole, lists of names.

use crate::model::indicator::Comparison;
use crate::model::letter_case::lower;
use crate::model::number::{Count, Percent, format_count, format_tenths};
use crate::model::quantity::{Qualifier, Quantity};
use crate::model::text::Lang;

pub use crate::report::period_name::capitalised;

/// The word of a qualifier in front of a figure; empty for an exact one.
pub const fn qualifier_word(lang: Lang, qualifier: Qualifier) -> &'static str {
    match (lang, qualifier) {
        (_, Qualifier::Exact) => "",
        (Lang::Vi, Qualifier::AtLeast) => "ít nhất ",
        (Lang::Vi, Qualifier::MoreThan) => "hơn ",
        (Lang::Vi, Qualifier::About) => "khoảng ",
        (Lang::En, Qualifier::AtLeast) => "at least ",
        (Lang::En, Qualifier::MoreThan) => "more than ",
        (Lang::En, Qualifier::About) => "about ",
    }
}

/// A count as it is known: `4.201`, `hơn 4.200`.
pub fn quantity(lang: Lang, quantity: Quantity) -> String {
    format!(
        "{}{}",
        qualifier_word(lang, quantity.qualifier),
        format_count(quantity.count, lang)
    )
}

/// A count.
pub fn count(lang: Lang, count: Count) -> String {
    format_count(count, lang)
}

/// A number with a decimal only where it is not whole: `4`, `4,3`.
pub fn tenths(lang: Lang, tenths: u64) -> String {
    if tenths.is_multiple_of(10) {
        format_count(tenths / 10, lang)
    } else {
        format_tenths(tenths, lang)
    }
}

/// A percentage as sentences give it: `100%`, `39,2%`.
pub fn percent(lang: Lang, percent: Percent) -> String {
    percent.format_short(lang)
}

/// What is asked of a figure: "từ 130 trở lên", "hơn 85%", "đúng 3", "không quá 3"; of all there is, "100%".
pub fn bound(lang: Lang, comparison: Comparison, figure: &str) -> String {
    match (lang, comparison) {
        // There is nothing above all.
        (_, Comparison::AtLeast | Comparison::Equal) if figure == ALL => figure.to_owned(),
        (Lang::Vi, Comparison::AtLeast) => format!("từ {figure} trở lên"),
        (Lang::Vi, Comparison::MoreThan) => format!("trên {figure}"),
        (Lang::Vi, Comparison::Equal) => format!("đúng {figure}"),
        (Lang::Vi, Comparison::AtMost) => format!("không quá {figure}"),
        (Lang::En, Comparison::AtLeast) => format!("at least {figure}"),
        (Lang::En, Comparison::MoreThan) => format!("more than {figure}"),
        (Lang::En, Comparison::Equal) => format!("exactly {figure}"),
        (Lang::En, Comparison::AtMost) => format!("at most {figure}"),
    }
}

/// All there is, as percentages are written.
const ALL: &str = "100%";

/// How names begin that are no proper names, though a proper name may stand further on: "Cơ quan tham mưu, giúp việc của Đảng".
const COMMON: [&str; 9] = [
    "Cơ quan ",
    "Cấp ",
    "Đơn vị ",
    "Doanh nghiệp ",
    "Công ty ",
    "Tổ chức ",
    "Tỷ lệ ",
    "Số ",
    "Làm ",
];

/// A name inside a sentence: in small letters, unless it is a proper name: one with capitals besides its first ("Ban Thường vụ
/// Đảng ủy Khối"). Capitals between quotation marks are the quoted name's.
pub fn name_inside(name: &str) -> String {
    let mut quoted = false;
    let mut capitals = name.chars().skip(1).filter(|letter| {
        match letter {
            '“' => quoted = true,
            '”' => quoted = false,
            _ => {}
        }
        !quoted && lower(*letter) != *letter
    });
    match capitals.next().is_some() && !COMMON.iter().any(|common| name.starts_with(common)) {
        true => name.to_owned(),
        false => begun_small(name),
    }
}

/// A sentence behind a colon or a comma.
pub fn begun_small(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map_or_else(String::new, |first| lower(first).to_string() + letters.as_str())
}

/// A number of reporting units: "1 đơn vị", "3 units".
pub fn units(lang: Lang, number: usize) -> String {
    let figure = format_count(Count::try_from(number).unwrap_or(Count::MAX), lang);
    match (lang, number) {
        (Lang::Vi, _) => format!("{figure} đơn vị"),
        (Lang::En, 1) => format!("{figure} unit"),
        (Lang::En, _) => format!("{figure} units"),
    }
}

/// Names in a row. They have commas of their own ("Sở Văn hóa, Thể thao và Du lịch"), so semicolons part them.
pub fn names<S: AsRef<str>>(names: &[S]) -> String {
    names.iter().map(AsRef::as_ref).collect::<Vec<&str>>().join("; ")
}

/// One word for one, another for any other number (English).
pub const fn plural<'w>(number: u64, one: &'w str, many: &'w str) -> &'w str {
    if number == 1 { one } else { many }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_keep_their_qualifier() {
        let over = Quantity {
            count: 4200,
            qualifier: Qualifier::MoreThan,
        };
        assert_eq!(quantity(Lang::Vi, over), "hơn 4.200");
        assert_eq!(quantity(Lang::En, over), "more than 4,200");
        assert_eq!(quantity(Lang::Vi, Quantity::exact(0)), "0");
        assert_eq!(tenths(Lang::Vi, 40), "4");
        assert_eq!(tenths(Lang::En, 43), "4.3");
    }

    #[test]
    fn names_with_commas_stay_apart() {
        assert_eq!(names(&["Sở A, B và C", "Sở D"]), "Sở A, B và C; Sở D");
        assert_eq!(units(Lang::En, 1), "1 unit");
    }

    #[test]
    fn all_is_asked_for_without_more_above_it() {
        assert_eq!(bound(Lang::Vi, Comparison::AtLeast, "100%"), "100%");
        assert_eq!(bound(Lang::En, Comparison::AtLeast, "100%"), "100%");
        assert_eq!(bound(Lang::Vi, Comparison::AtLeast, "96%"), "từ 96% trở lên");
        assert_eq!(bound(Lang::Vi, Comparison::AtLeast, "100"), "từ 100 trở lên");
    }

    #[test]
    fn proper_names_keep_their_capitals_inside_a_sentence() {
        assert_eq!(name_inside("Kiểm tra"), "kiểm tra");
        assert_eq!(name_inside("Ban Thường vụ Đảng ủy Khối"), "Ban Thường vụ Đảng ủy Khối");
        assert_eq!(name_inside("Mặt trận Tổ quốc, đoàn thể"), "Mặt trận Tổ quốc, đoàn thể");
        assert_eq!(
            name_inside("Cơ quan tham mưu, giúp việc của Đảng"),
            "cơ quan tham mưu, giúp việc của Đảng"
        );
        assert_eq!(
            name_inside("Điểm mô hình “Chi bộ 4 tốt”"),
            "điểm mô hình “Chi bộ 4 tốt”"
        );
    }
}
