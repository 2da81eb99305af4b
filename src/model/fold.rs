//! Search that does not ask for Vietnamese marks: "hoc tap" finds "Học tập", and "đ" is found by "d".

use super::letter_case::lower;

/// The text in lower case without tone and vowel marks, composed or not; runs of white space become one space.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.trim().chars().map(lower) {
        match letter {
            // Marks that follow their letter, when the text came from a system that writes them apart.
            '\u{0300}'..='\u{036f}' => {}
            _ if letter.is_whitespace() => {
                if !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            _ => out.push(base(letter)),
        }
    }
    out
}

/// Whether every word of `query` begins a word of `text`, marks and case aside. An empty query matches all.
pub fn matches(text: &str, query: &str) -> bool {
    matches_folded(&fold(text), &fold(query))
}

/// The same of texts that are folded already: for whoever looks through many, or through the same ones again.
pub fn matches_folded(text: &str, query: &str) -> bool {
    query.split(' ').all(|wanted| {
        wanted.is_empty()
            || text
                .split(|letter: char| !letter.is_alphanumeric())
                .any(|word| word.starts_with(wanted))
            || (wanted.len() > 2 && text.contains(wanted))
    })
}

/// The plain letter under a Vietnamese one (lower case).
fn base(letter: char) -> char {
    match letter {
        'à' | 'á' | 'ả' | 'ã' | 'ạ' | 'ă' | 'ằ' | 'ắ' | 'ẳ' | 'ẵ' | 'ặ' | 'â' | 'ầ' | 'ấ' | 'ẩ' | 'ẫ' | 'ậ' => {
            'a'
        }
        'è' | 'é' | 'ẻ' | 'ẽ' | 'ẹ' | 'ê' | 'ề' | 'ế' | 'ể' | 'ễ' | 'ệ' => 'e',
        'ì' | 'í' | 'ỉ' | 'ĩ' | 'ị' => 'i',
        'ò' | 'ó' | 'ỏ' | 'õ' | 'ọ' | 'ô' | 'ồ' | 'ố' | 'ổ' | 'ỗ' | 'ộ' | 'ơ' | 'ờ' | 'ớ' | 'ở' | 'ỡ' | 'ợ' => {
            'o'
        }
        'ù' | 'ú' | 'ủ' | 'ũ' | 'ụ' | 'ư' | 'ừ' | 'ứ' | 'ử' | 'ữ' | 'ự' => 'u',
        'ỳ' | 'ý' | 'ỷ' | 'ỹ' | 'ỵ' => 'y',
        'đ' => 'd',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_case_fall_away() {
        assert_eq!(fold("  Đảng bộ  Sở Nội vụ "), "dang bo so noi vu");
        assert_eq!(fold("HỌC TẬP, QUÁN TRIỆT NGHỊ QUYẾT"), "hoc tap, quan triet nghi quyet");
    }

    #[test]
    fn marks_written_apart_fall_away_too() {
        assert_eq!(fold("Ho\u{0323}c t\u{00e2}\u{0323}p"), "hoc tap");
    }

    #[test]
    fn every_vowel_with_every_tone_has_its_base() {
        for (letters, plain) in [
            ("àáảãạăằắẳẵặâầấẩẫậ", 'a'),
            ("èéẻẽẹêềếểễệ", 'e'),
            ("ìíỉĩị", 'i'),
            ("òóỏõọôồốổỗộơờớởỡợ", 'o'),
            ("ùúủũụưừứửữự", 'u'),
            ("ỳýỷỹỵ", 'y'),
        ] {
            for letter in letters.chars() {
                assert_eq!(base(letter), plain, "{letter}");
            }
        }
    }

    #[test]
    fn words_match_by_their_beginning_in_any_order() {
        assert!(matches("Học tập", "hoc tap"));
        assert!(matches("Chi bộ Văn phòng", "phong chi"));
        assert!(matches("Nghị quyết 01-KL/TW", "01"));
        assert!(matches("anything", ""));
        assert!(!matches("Kết nạp", "hoc"));
        assert!(!matches("Đơn vị", "vị trí"));
    }
}
