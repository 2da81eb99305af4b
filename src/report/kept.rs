//! Words that stay on one line: a number with what it counts, and the two syllables of a Vietnamese word, so that a headline on a wall
//! does not break within "học tập" or after "5".

/// Vietnamese words of two syllables that headlines are made of.
const WORDS: [&str; 60] = [
    "ban hành",
    "báo cáo",
    "bình quân",
    "bộ phận",
    "bồi dưỡng",
    "cán bộ",
    "cao nhất",
    "chi bộ",
    "chỉ tiêu",
    "chính thức",
    "chuyên đề",
    "chương trình",
    "công trình",
    "cơ quan",
    "cơ sở",
    "cuộc thi",
    "dự bị",
    "đại hội",
    "đảng bộ",
    "đảng viên",
    "điển hình",
    "đoàn thể",
    "doanh nghiệp",
    "đối chiếu",
    "đơn vị",
    "đúng hạn",
    "giám sát",
    "hằng năm",
    "hành động",
    "hoàn thành",
    "hội nghị",
    "học tập",
    "kế hoạch",
    "kết nạp",
    "kết quả",
    "khen thưởng",
    "kiểm tra",
    "kỷ luật",
    "loại hình",
    "mô hình",
    "mục tiêu",
    "nghị quyết",
    "nhiệm kỳ",
    "nhiệm vụ",
    "quán triệt",
    "sinh hoạt",
    "số đếm",
    "số liệu",
    "số lượng",
    "tham gia",
    "thấp nhất",
    "thi hành",
    "thu hoạch",
    "tiến độ",
    "tổ chức",
    "trắc nghiệm",
    "triển khai",
    "trung bình",
    "tuyên truyền",
    "xuất sắc",
];

/// Words that a number or a numeral belongs to: "năm 2022", "lần thứ XIII".
const BEFORE: [&str; 9] = ["năm", "tháng", "quý", "kỳ", "lần", "thứ", "số", "ngày", "khóa"];

/// No more words than these stay together, so that a line can always break.
const MOST: usize = 4;

/// The text in parts, each of which stays on one line.
pub fn kept_together(text: &str) -> Vec<String> {
    let mut parts: Vec<(String, usize)> = Vec::new();
    let mut before = "";
    for word in text.split_whitespace() {
        match parts
            .last_mut()
            .filter(|(_, words)| *words < MOST && belong(before, word))
        {
            Some((part, words)) => {
                part.push(' ');
                part.push_str(word);
                *words += 1;
            }
            None => parts.push((word.to_owned(), 1)),
        }
        before = word;
    }
    parts.into_iter().map(|(part, _)| part).collect()
}

fn belong(before: &str, word: &str) -> bool {
    // What ends a part of a sentence belongs to nothing behind it.
    if before.ends_with([',', ';', ':', '.', ')', '…']) {
        return false;
    }
    let bare = |word: &str| {
        word.trim_matches(|letter: char| !letter.is_alphanumeric())
            .to_lowercase()
    };
    let (first, second) = (bare(before), bare(word));
    let starts = |word: &str, of: fn(char) -> bool| word.chars().next().is_some_and(of);
    let numeral = !word.is_empty() && bare(word).chars().all(|letter| "ivxlc".contains(letter));
    let counted = starts(&first, char::is_numeric) && starts(word, char::is_lowercase);
    let numbered = BEFORE.contains(&first.as_str()) && (starts(&second, char::is_numeric) || numeral);
    let pair = || format!("{first} {second}");
    counted || numbered || WORDS.contains(&pair().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> String {
        kept_together(text).join(" | ")
    }

    #[test]
    fn words_stay_whole_and_numbers_with_what_they_count() {
        assert_eq!(parts("Kết quả học tập, quán triệt"), "Kết quả | học tập, | quán triệt");
        assert_eq!(parts("Kết quả nhiệm kỳ 2020–2025"), "Kết quả | nhiệm kỳ 2020–2025");
        assert_eq!(
            parts("17 số liệu báo cáo nêu: 13 khớp, 1 lệch"),
            "17 số liệu | báo cáo | nêu: | 13 khớp, | 1 lệch"
        );
        assert_eq!(
            parts("cao nhất 5 (3 đơn vị), thấp nhất 0 (23 đơn vị)"),
            "cao nhất | 5 | (3 đơn vị), | thấp nhất | 0 | (23 đơn vị)"
        );
        assert_eq!(
            parts("Đại hội lần thứ XIII của Đảng"),
            "Đại hội | lần | thứ XIII | của | Đảng"
        );
        assert_eq!(parts("121 new members of 130"), "121 new | members | of | 130");
        assert_eq!(parts(""), "");
    }
}
