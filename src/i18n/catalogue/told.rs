//! What the catalogue's page says of its things, with names and numbers in it.

use crate::model::indicator::Comparison;
use crate::model::period::PeriodKind;
use crate::model::text::Lang;

/// What a period's kind is called: "tháng", "năm", "đợt học tập".
pub const fn period_kind(lang: Lang, kind: PeriodKind) -> &'static str {
    match (lang, kind) {
        (Lang::Vi, PeriodKind::Month) => "tháng",
        (Lang::Vi, PeriodKind::Quarter) => "quý",
        (Lang::Vi, PeriodKind::HalfYear) => "6 tháng",
        (Lang::Vi, PeriodKind::NineMonths) => "9 tháng",
        (Lang::Vi, PeriodKind::Year) => "năm",
        (Lang::Vi, PeriodKind::Term) => "nhiệm kỳ",
        (Lang::Vi, PeriodKind::Drive) => "đợt học tập",
        (Lang::En, PeriodKind::Month) => "month",
        (Lang::En, PeriodKind::Quarter) => "quarter",
        (Lang::En, PeriodKind::HalfYear) => "half-year",
        (Lang::En, PeriodKind::NineMonths) => "nine months",
        (Lang::En, PeriodKind::Year) => "year",
        (Lang::En, PeriodKind::Term) => "term",
        (Lang::En, PeriodKind::Drive) => "study drive",
    }
}

/// What a list of the catalogue holds.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Listed {
    /// Forms.
    Forms,
    /// Indicators.
    Indicators,
    /// Rules.
    Rules,
    /// Sets of options.
    Sets,
    /// Sectors: all are the bloc's own.
    Sectors,
}

impl Listed {
    fn name(self, lang: Lang, count: usize) -> &'static str {
        match (lang, self, count) {
            (Lang::Vi, Listed::Forms, _) => "biểu",
            (Lang::Vi, Listed::Indicators, _) => "chỉ số",
            (Lang::Vi, Listed::Rules, _) => "quy tắc",
            (Lang::Vi, Listed::Sets, _) => "bộ lựa chọn",
            (Lang::Vi, Listed::Sectors, _) => "lĩnh vực",
            (Lang::En, Listed::Forms, 1) => "form",
            (Lang::En, Listed::Forms, _) => "forms",
            (Lang::En, Listed::Indicators, 1) => "indicator",
            (Lang::En, Listed::Indicators, _) => "indicators",
            (Lang::En, Listed::Rules, 1) => "rule",
            (Lang::En, Listed::Rules, _) => "rules",
            (Lang::En, Listed::Sets, 1) => "option set",
            (Lang::En, Listed::Sets, _) => "option sets",
            (Lang::En, Listed::Sectors, 1) => "sector",
            (Lang::En, Listed::Sectors, _) => "sectors",
        }
    }
}

/// What there is: "12 biểu có sẵn, 1 biểu của Khối".
pub fn finding(lang: Lang, listed: Listed, built_in: usize, own: usize) -> String {
    let (name, owned) = (listed.name(lang, built_in), listed.name(lang, own));
    match (lang, listed, own) {
        (Lang::Vi, Listed::Sectors, 0) => "Khối chưa chia lĩnh vực".to_owned(),
        (Lang::Vi, Listed::Sectors, _) => format!("Khối chia đơn vị theo {own} lĩnh vực"),
        (Lang::En, Listed::Sectors, 0) => "The bloc has no sectors yet".to_owned(),
        (Lang::En, Listed::Sectors, _) => format!("The bloc groups its units by {own} {owned}"),
        (Lang::Vi, _, 0) => format!("{built_in} {name} có sẵn, Khối chưa thêm {name} nào"),
        (Lang::Vi, ..) => format!("{built_in} {name} có sẵn, {own} {owned} của Khối"),
        (Lang::En, _, 0) => format!("{built_in} built-in {name}, none of the bloc's own yet"),
        (Lang::En, ..) => format!("{built_in} built-in {name}, {own} of the bloc's own"),
    }
}

/// How a form is reported: "Mỗi năm · đảng bộ cơ sở, chi bộ cơ sở · hạn 15 ngày sau khi hết kỳ".
pub fn reported(lang: Lang, kind: PeriodKind, kinds: &str, days: i64) -> String {
    let period = period_kind(lang, kind);
    match lang {
        Lang::Vi => format!("Mỗi {period} · {kinds} · hạn {days} ngày sau khi hết kỳ"),
        Lang::En => format!("Each {period} · {kinds} · due {days} days after its end"),
    }
}

/// A year as the last one.
pub fn until(lang: Lang, year: i32) -> String {
    match lang {
        Lang::Vi => format!("hết năm {year}"),
        Lang::En => format!("the end of {year}"),
    }
}

/// The last year of a rule.
pub fn applies_until(lang: Lang, year: i32) -> String {
    match lang {
        Lang::Vi => format!("Áp dụng đến hết năm {year}"),
        Lang::En => format!("Applies until the end of {year}"),
    }
}

/// It stays because of its figures.
pub fn has_figures(lang: Lang, year: i32) -> String {
    match lang {
        Lang::Vi => {
            format!("Đã có số liệu đến năm {year} nên không bỏ được. Ghi lại tên, hoặc chọn “Hỏi đến hết năm {year}”.")
        }
        Lang::En => format!(
            "It has figures until {year} and cannot go. Give it a name, or choose “Asked until the end of {year}”."
        ),
    }
}

/// A toast.
pub fn saved(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Vi => format!("Đã lưu “{name}”"),
        Lang::En => format!("“{name}” is saved"),
    }
}

/// A toast; `others` is what went with it.
pub fn removed(lang: Lang, name: &str, others: usize) -> String {
    match (lang, others) {
        (Lang::Vi, 0) => format!("Đã bỏ “{name}”"),
        (Lang::Vi, _) => format!("Đã bỏ “{name}” cùng {others} mục dùng đến nó"),
        (Lang::En, 0) => format!("“{name}” is removed"),
        (Lang::En, _) => format!("“{name}” is removed, and {others} that use it"),
    }
}

/// A toast: a section changed places with the one above it.
pub fn moved_up(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Vi => format!("Đã đưa “{name}” lên trên"),
        Lang::En => format!("“{name}” was moved up"),
    }
}

/// A toast: whether a form is asked for.
pub fn switched(lang: Lang, name: &str, used: bool) -> String {
    match (lang, used) {
        (Lang::Vi, true) => format!("Dùng lại “{name}”"),
        (Lang::Vi, false) => format!("Thôi dùng “{name}”. Số liệu cũ vẫn giữ và vẫn xem được"),
        (Lang::En, true) => format!("“{name}” is used again"),
        (Lang::En, false) => format!("“{name}” is not used any more. Its figures stay and can be seen"),
    }
}

/// Why something stays: who uses it.
pub fn in_use(lang: Lang, name: &str, by: &str) -> String {
    match lang {
        Lang::Vi => format!("“{name}” đang được dùng ở: {by}. Bỏ những chỗ đó trước."),
        Lang::En => format!("“{name}” is used by: {by}. Remove those first."),
    }
}

/// Two lists make too many columns.
pub fn too_wide(lang: Lang, columns: usize, most: usize) -> String {
    match lang {
        Lang::Vi => {
            format!("Chia như vậy thành {columns} cột, quá {most}. Bỏ bớt một danh sách hoặc chọn danh sách ngắn hơn.")
        }
        Lang::En => {
            format!("That makes {columns} columns, more than {most}. Take a list out, or choose a shorter one.")
        }
    }
}

/// What a button does to which thing: "Đưa lên: dòng 2".
pub fn numbered(deed: &str, thing: &str, at: usize) -> String {
    format!("{deed}: {thing} {}", at + 1)
}

/// How many more the search has found.
pub fn more(lang: Lang, count: usize) -> String {
    match lang {
        Lang::Vi => format!("… còn {count} mục nữa, gõ thêm để tìm"),
        Lang::En => format!("… {count} more, type on to find them"),
    }
}

/// The side of a rule that is taken of the period before.
pub fn of_the_period_before(lang: Lang, side: &str) -> String {
    match lang {
        Lang::Vi => format!("{side} kỳ trước"),
        Lang::En => format!("{side} of the period before"),
    }
}

/// The sentence of a rule, made of its sides; the right one may be of the period before.
pub fn rule_sentence(lang: Lang, left: &str, comparison: Comparison, right: &str, share: &str, before: bool) -> String {
    let of = |whole: &str| match (lang, share.trim().trim_end_matches('%').trim()) {
        (_, "") => format!("“{whole}”"),
        (Lang::Vi, share) => format!("{share}% của “{whole}”"),
        (Lang::En, share) => format!("{share}% of “{whole}”"),
    };
    let right = if before {
        of_the_period_before(lang, &of(right))
    } else {
        of(right)
    };
    match (lang, comparison) {
        (Lang::Vi, Comparison::AtMost) => format!("“{left}” không quá {right}."),
        (Lang::Vi, Comparison::Equal) => format!("“{left}” bằng {right}."),
        (Lang::Vi, Comparison::AtLeast) => format!("“{left}” không dưới {right}."),
        (Lang::Vi, Comparison::MoreThan) => format!("“{left}” lớn hơn {right}."),
        (Lang::En, Comparison::AtMost) => format!("“{left}” is at most {right}."),
        (Lang::En, Comparison::Equal) => format!("“{left}” equals {right}."),
        (Lang::En, Comparison::AtLeast) => format!("“{left}” is at least {right}."),
        (Lang::En, Comparison::MoreThan) => format!("“{left}” is more than {right}."),
    }
}

/// How many units a rule would find now.
pub fn breaks(lang: Lang, count: usize, period: &str) -> String {
    match (lang, count) {
        (Lang::Vi, 0) => format!("Với số liệu {period}, không đơn vị nào trái quy tắc này."),
        (Lang::Vi, _) => format!("Với số liệu {period}, {count} đơn vị trái quy tắc này."),
        (Lang::En, 0) => format!("With the figures for {period}, no unit breaks it."),
        (Lang::En, 1) => format!("With the figures for {period}, 1 unit breaks it."),
        (Lang::En, _) => format!("With the figures for {period}, {count} units break it."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_list_tells_what_it_holds() {
        let said = |lang, listed, own| finding(lang, listed, 13, own);
        assert_eq!(
            said(Lang::Vi, Listed::Forms, 0),
            "13 biểu có sẵn, Khối chưa thêm biểu nào"
        );
        assert_eq!(
            said(Lang::Vi, Listed::Rules, 2),
            "13 quy tắc có sẵn, 2 quy tắc của Khối"
        );
        assert_eq!(
            said(Lang::En, Listed::Sets, 1),
            "13 built-in option sets, 1 of the bloc's own"
        );
        assert_eq!(
            finding(Lang::En, Listed::Sectors, 0, 1),
            "The bloc groups its units by 1 sector"
        );
        assert_eq!(finding(Lang::Vi, Listed::Sectors, 0, 0), "Khối chưa chia lĩnh vực");
    }

    #[test]
    fn a_rule_is_told_by_its_sides() {
        let said = |lang, share| rule_sentence(lang, "Bạn đọc", Comparison::AtMost, "Đảng viên có thẻ", share, false);
        assert_eq!(said(Lang::Vi, ""), "“Bạn đọc” không quá “Đảng viên có thẻ”.");
        assert_eq!(
            said(Lang::En, " 20% "),
            "“Bạn đọc” is at most 20% of “Đảng viên có thẻ”."
        );
        assert_eq!(
            rule_sentence(Lang::Vi, "Bạn đọc", Comparison::AtMost, "Bạn đọc", "300", true),
            "“Bạn đọc” không quá 300% của “Bạn đọc” kỳ trước."
        );
    }
}
