//! Letters whose marks are written apart (macOS, Windows-1258), put together as Vietnamese keyboards type them.

use crate::model::letter_case::{lower, upper};

/// A letter, a mark of its shape, and what both are.
const SHAPES: [(char, char, char); 7] = [
    ('a', '\u{302}', 'â'),
    ('e', '\u{302}', 'ê'),
    ('o', '\u{302}', 'ô'),
    ('a', '\u{306}', 'ă'),
    ('o', '\u{31b}', 'ơ'),
    ('u', '\u{31b}', 'ư'),
    // Some systems write "đ" with a stroke over the letter.
    ('d', '\u{335}', 'đ'),
];
/// The marks of tones, in the order of the letters below.
const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{309}', '\u{303}', '\u{323}'];
/// Vowels without and with each tone.
const VOWELS: [&str; 12] = [
    "aàáảãạ",
    "ăằắẳẵặ",
    "âầấẩẫậ",
    "eèéẻẽẹ",
    "êềếểễệ",
    "iìíỉĩị",
    "oòóỏõọ",
    "ôồốổỗộ",
    "ơờớởỡợ",
    "uùúủũụ",
    "ưừứửữự",
    "yỳýỷỹỵ",
];

/// The text with every letter and its marks as one; marks that belong to no Vietnamese letter stay where they are.
pub fn composed(text: &str) -> String {
    if !text.chars().any(is_mark) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let mut marks: Vec<char> = Vec::new();
        while let Some(mark) = letters.next_if(|next| is_mark(*next)) {
            marks.push(mark);
        }
        // A dot below stands before a circumflex; the letter has its shape first.
        marks.sort_by_key(|mark| TONES.contains(mark));
        let (mut whole, mut apart) = (letter, Vec::new());
        for mark in marks {
            match with(whole, mark) {
                Some(next) => whole = next,
                None => apart.push(mark),
            }
        }
        out.push(whole);
        out.extend(apart);
    }
    out
}

fn is_mark(letter: char) -> bool {
    TONES.contains(&letter) || SHAPES.iter().any(|(_, mark, _)| *mark == letter)
}

fn with(letter: char, mark: char) -> Option<char> {
    let small = lower(letter);
    let shaped = SHAPES.iter().find(|shape| shape.0 == small && shape.1 == mark);
    let toned = || {
        let place = TONES.iter().position(|tone| *tone == mark)?;
        let vowel = VOWELS.iter().find(|vowel| vowel.starts_with(small))?;
        vowel.chars().nth(place + 1)
    };
    let whole = shaped.map(|shape| shape.2).or_else(toned)?;
    Some(if small == letter { whole } else { upper(whole) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_marks_become_one_whatever_their_order() {
        assert_eq!(
            composed("Đa\u{309}ng bo\u{323}\u{302} SO\u{31b}\u{309} Y te\u{302}\u{301}"),
            "Đảng bộ SỞ Y tế"
        );
        // As Windows-1258 has it: the shape with the letter, the tone behind it.
        assert_eq!(composed("ĐẢNG BÔ\u{323} Y TÊ\u{301}"), "ĐẢNG BỘ Y TẾ");
        assert_eq!(composed("Chi bộ Báo tỉnh"), "Chi bộ Báo tỉnh");
    }

    #[test]
    fn marks_of_other_languages_stay() {
        assert_eq!(composed("n\u{303}o\u{308}"), "n\u{303}o\u{308}");
        assert_eq!(composed("\u{301}"), "\u{301}");
    }
}
