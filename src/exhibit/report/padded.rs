//! Counts below ten with two digits (05), as offices write them in reports. Only counts: a month, an order, a share, a date and a
//! number that is part of a name stay as they are.

use super::numbers::numbers;
use crate::model::letter_case::lowered;

/// Words behind which a number is none of things counted.
const NOT_COUNTED_BEHIND: [&str; 22] = [
    "tháng", "quý", "năm", "ngày", "khóa", "thứ", "lần", "số", "điều", "khoản", "mục", "bộ", "phòng", "ban", "tổ",
    "khối", "loại", "cấp", "lục", "đội", "mức", "bằng",
];

/// Words before which a number is none.
const NOT_COUNTED_BEFORE: [&str; 4] = ["tháng", "tốt", "năm", "tỷ"];

/// The text with its counts of one digit written with two.
pub fn padded(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut from = 0;
    for number in numbers(text) {
        let (before, after) = text.split_at(number.start);
        let after = after.get(number.text.len()..).unwrap_or_default();
        out.push_str(text.get(from..number.start).unwrap_or_default());
        if is_small(&number.text) && is_count(before, after) {
            out.push('0');
        }
        out.push_str(&number.text);
        from = number.end;
    }
    out.push_str(text.get(from..).unwrap_or_default());
    out
}

fn is_small(number: &str) -> bool {
    number.len() == 1 && number != "0"
}

fn is_count(before: &str, after: &str) -> bool {
    // 5/20, 01-KL, XIV.2, 3,5 and what stands in a name's quotes.
    let joined = before
        .chars()
        .next_back()
        .is_some_and(|last| last.is_alphanumeric() || "/-–.,“".contains(last));
    let joins = after
        .chars()
        .next()
        .is_some_and(|next| next.is_alphanumeric() || "/-–“".contains(next));
    let quoted = before.rfind('“') > before.rfind('”');
    let last = lowered(before.split_whitespace().next_back().unwrap_or_default());
    let next = lowered(after.split_whitespace().next().unwrap_or_default());
    let next = next.trim_end_matches(['.', ',', ';', ':', ')']);
    !joined
        && !joins
        && !quoted
        && !NOT_COUNTED_BEHIND.contains(&last.trim_start_matches('('))
        && !NOT_COUNTED_BEFORE.contains(&next)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_counts_are_padded() {
        assert_eq!(
            padded("Kỷ luật 6 đảng viên: khiển trách 2; cảnh cáo 3"),
            "Kỷ luật 06 đảng viên: khiển trách 02; cảnh cáo 03"
        );
        for same in [
            "Kết nạp 12 đảng viên, đạt 5%",
            "6 tháng đầu năm 2022",
            "Đến 5/2021, tháng 7/2021, quý 3",
            "Chi bộ 4 báo cáo 10 cuộc",
            "đề án “3 sạch”, mô hình chi bộ 4 tốt",
            "mục tiêu hoàn thành 5/20",
            "còn 0 đơn vị; 1,6 tỷ đồng",
        ] {
            assert_eq!(padded(same), same);
        }
    }
}
