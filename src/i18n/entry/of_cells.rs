//! What is said of cells: what is wrong with one, how it is read aloud, what was done to several.

use super::Entry;
use crate::exchange::cell_text::Problem;
use crate::model::number::{Count, NumberError, format_count};
use crate::model::quantity::Qualifier;
use crate::model::text::Lang;

/// How exact, in a word.
pub const fn qualifier_word(words: &Entry, qualifier: Qualifier) -> &'static str {
    match qualifier {
        Qualifier::Exact => words.exact,
        Qualifier::AtLeast => words.at_least,
        Qualifier::MoreThan => words.more_than,
        Qualifier::About => words.about,
    }
}

/// What is wrong with a typed text and what to do about it, without the field's name.
pub fn remedy(lang: Lang, problem: Problem) -> String {
    let text = match (lang, problem) {
        (Lang::Vi, Problem::Number(NumberError::NotANumber)) => "không phải số. Gõ chữ số, ví dụ 12 hoặc 4.201.",
        (Lang::Vi, Problem::Number(NumberError::Negative)) => "số đếm không âm. Gõ số từ 0 trở lên.",
        (Lang::Vi, Problem::Number(NumberError::Ambiguous)) => {
            "có thể là số lẻ hoặc dấu ngăn hàng nghìn đặt sai chỗ. Gõ số nguyên, ví dụ 1500 hoặc 1.500."
        }
        (Lang::Vi, Problem::Number(NumberError::PercentForCount)) => {
            "đây là ô số đếm; tỉ lệ phần trăm được tính từ số đếm. Gõ số lượng."
        }
        (Lang::Vi, Problem::Number(NumberError::TooLarge)) => "số quá lớn. Gõ số có nhiều nhất 15 chữ số.",
        (Lang::Vi, Problem::Number(NumberError::PartAboveWhole)) => {
            "tử số lớn hơn mẫu số, hoặc mẫu số bằng 0. Kiểm tra lại hai số."
        }
        (Lang::Vi, Problem::WithUnit) => {
            "có chữ sau số. Chỉ gõ số, đếm đúng đơn vị ghi ở đầu cột: số lượt không phải là số người."
        }
        (Lang::Vi, Problem::Done) => "chỉ nhận đã làm hoặc chưa làm. Gõ 1 hoặc x, 0, hay nhấn phím cách.",
        (Lang::Vi, Problem::Date) => "không đọc được ngày này. Gõ ngày/tháng/năm, ví dụ 18/05/2021.",
        (Lang::Vi, Problem::Level) => "không khớp với đúng một mức. Gõ số thứ tự hoặc tên mức.",
        (Lang::En, Problem::Number(NumberError::NotANumber)) => "not a number. Type digits, for example 12 or 4.201.",
        (Lang::En, Problem::Number(NumberError::Negative)) => "a count is not negative. Type 0 or more.",
        (Lang::En, Problem::Number(NumberError::Ambiguous)) => {
            "could be a decimal fraction or a misplaced thousands mark. Type a whole number, for example 1500 or 1.500."
        }
        (Lang::En, Problem::Number(NumberError::PercentForCount)) => {
            "this cell holds a count; percentages are computed from counts. Type how many."
        }
        (Lang::En, Problem::Number(NumberError::TooLarge)) => "too large. Type at most 15 digits.",
        (Lang::En, Problem::Number(NumberError::PartAboveWhole)) => {
            "the part is larger than the whole, or the whole is 0. Check both numbers."
        }
        (Lang::En, Problem::WithUnit) => {
            "has words behind the number. Type the number alone, in the unit at the column's head: entries are not people."
        }
        (Lang::En, Problem::Done) => "only done or not done. Type 1 or x, 0, or press Space.",
        (Lang::En, Problem::Date) => "this date cannot be read. Type day/month/year, for example 18/05/2021.",
        (Lang::En, Problem::Level) => "does not match exactly one level. Type its number or its name.",
        (Lang::Vi, Problem::OtherWhole { typed, known }) => {
            return format!(
                "mẫu số {} khác số {} đã nhập cho đơn vị này. Sửa một trong hai, hoặc chỉ gõ tử số.",
                format_count(typed, lang),
                format_count(known, lang)
            );
        }
        (Lang::En, Problem::OtherWhole { typed, known }) => {
            return format!(
                "the whole {} differs from the {} entered for this unit. Correct either, or type the part only.",
                format_count(typed, lang),
                format_count(known, lang)
            );
        }
    };
    text.to_owned()
}

/// The line below the sheet for a cell that keeps what was typed: field, what was typed, remedy.
pub fn invalid_message(lang: Lang, field: &str, typed: &str, problem: Problem) -> String {
    match lang {
        Lang::Vi => format!("{field}: “{typed}” {}", remedy(lang, problem)),
        Lang::En => format!("{field}: “{typed}” – {}", remedy(lang, problem)),
    }
}

/// The note that keeps the whole of a typed `70/73`.
pub fn part_of(lang: Lang, whole: Count) -> String {
    match lang {
        Lang::Vi => format!("trên tổng {}", format_count(whole, lang)),
        Lang::En => format!("out of {}", format_count(whole, lang)),
    }
}

/// A change in a cell's history: "12 → 15".
pub fn changed(words: &Entry, old: Option<&str>, new: Option<&str>) -> String {
    let old = old.unwrap_or(words.empty);
    format!("{old} → {}", new.unwrap_or(words.emptied))
}

/// What two tabs wrote into a cell at once; both stand in its history.
pub fn conflict(words: &Entry, lang: Lang, theirs: &str, ours: &str) -> String {
    let or_empty = |text: &str| {
        if text.is_empty() {
            words.empty.to_owned()
        } else {
            text.to_owned()
        }
    };
    let (theirs, ours) = (or_empty(theirs), or_empty(ours));
    match lang {
        Lang::Vi => format!("Trong lúc ô này đang được gõ, một thẻ khác đã ghi {theirs}. Ô đang giữ {ours}."),
        Lang::En => format!("While this cell was being typed in, another tab wrote {theirs}. It holds {ours} now."),
    }
}

/// How many cells of the sheet keep what was typed.
pub fn invalid_cells(lang: Lang, cells: usize) -> String {
    match (lang, cells) {
        (Lang::Vi, _) => format!("{cells} ô chưa hiểu, không cộng vào tổng"),
        (Lang::En, 1) => "1 cell not understood, left out of the totals".to_owned(),
        (Lang::En, _) => format!("{cells} cells not understood, left out of the totals"),
    }
}

/// What a screen reader says at a cell: unit, column, value, state.
pub fn cell_label(unit: &str, column: &str, value: &str, state: &str) -> String {
    let mut label = format!("{unit}, {column}: {value}");
    if !state.is_empty() {
        label.push_str(", ");
        label.push_str(state);
    }
    label
}

/// The grey figure beside the active cell, for a screen reader.
pub fn before_value(lang: Lang, value: &str) -> String {
    match lang {
        Lang::Vi => format!("kỳ trước {value}"),
        Lang::En => format!("earlier {value}"),
    }
}

/// What the levels of a column are typed as: "1 xuất sắc · 2 tốt".
pub fn level_keys<'a>(levels: impl IntoIterator<Item = &'a str>) -> String {
    let keys: Vec<String> = (1..)
        .zip(levels)
        .map(|(key, level): (usize, _)| format!("{key} {level}"))
        .collect();
    keys.join(" · ")
}

/// The toast after emptying several cells.
pub fn cells_cleared(lang: Lang, cells: usize) -> String {
    match (lang, cells) {
        (Lang::Vi, _) => format!("Đã xóa {cells} ô"),
        (Lang::En, 1) => "1 cell cleared".to_owned(),
        (Lang::En, _) => format!("{cells} cells cleared"),
    }
}

/// The toast after cutting cells.
pub fn cells_cut(lang: Lang, cells: usize) -> String {
    match (lang, cells) {
        (Lang::Vi, _) => format!("Đã cắt {cells} ô"),
        (Lang::En, 1) => "1 cell cut".to_owned(),
        (Lang::En, _) => format!("{cells} cells cut"),
    }
}

/// The toast after filling cells down.
pub fn cells_filled(lang: Lang, cells: usize) -> String {
    match (lang, cells) {
        (Lang::Vi, _) => format!("Đã điền xuống {cells} ô"),
        (Lang::En, 1) => "1 cell filled".to_owned(),
        (Lang::En, _) => format!("{cells} cells filled"),
    }
}

/// The toast after pasting: how many cells were changed, how many of them are kept as they came, and how many had no
/// cell to go to.
pub fn pasted(lang: Lang, changed: usize, invalid: usize, outside: usize) -> String {
    let mut said = match (lang, changed) {
        (Lang::Vi, _) => format!("Đã dán {changed} ô"),
        (Lang::En, 1) => "1 cell pasted".to_owned(),
        (Lang::En, _) => format!("{changed} cells pasted"),
    };
    if invalid > 0 {
        said.push_str("; ");
        said.push_str(&match lang {
            Lang::Vi => format!("{invalid} ô chưa hiểu được giữ nguyên và đánh dấu"),
            Lang::En => format!("{invalid} not understood, kept as they came and marked"),
        });
    }
    if outside > 0 {
        said.push_str("; ");
        said.push_str(&match lang {
            Lang::Vi => format!("{outside} ô nằm ngoài bảng, không dán"),
            Lang::En => format!("{outside} beyond the sheet, not pasted"),
        });
    }
    said
}

/// The line below the sheet while several cells are selected.
pub fn selected(lang: Lang, rows: usize, columns: usize) -> String {
    let cells = rows * columns;
    match lang {
        Lang::Vi => format!(
            "Đang chọn {cells} ô ({rows} đơn vị × {columns} cột). Ctrl+C để chép, Ctrl+D để điền xuống, Delete để xóa."
        ),
        Lang::En => format!(
            "{cells} cells selected ({rows} × {columns}). Ctrl+C to copy, Ctrl+D to fill down, Delete to clear."
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_names_field_text_and_remedy() {
        let problem = Problem::Number(NumberError::Ambiguous);
        let text = invalid_message(Lang::Vi, "Số kết nạp", "1.5", problem);
        assert!(text.starts_with("Số kết nạp: “1.5” có thể là số lẻ"), "{text}");
        let text = remedy(Lang::Vi, Problem::OtherWhole { typed: 73, known: 4201 });
        assert!(text.contains("73") && text.contains("4.201"), "{text}");
        assert_eq!(level_keys(["xuất sắc", "tốt"]), "1 xuất sắc · 2 tốt");
    }

    #[test]
    fn a_paste_says_what_it_left_out() {
        assert_eq!(pasted(Lang::Vi, 12, 0, 0), "Đã dán 12 ô");
        assert_eq!(
            pasted(Lang::En, 1, 1, 3),
            "1 cell pasted; 1 not understood, kept as they came and marked; 3 beyond the sheet, not pasted"
        );
    }
}
