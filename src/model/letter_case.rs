//! Upper and lower case of the letters that Vietnamese and English are written with. The standard library knows every
//! script, and its tables would weigh 24 KB of what a phone downloads first.

/// The letter in lower case; what is neither Vietnamese nor English stays as it is.
pub fn lower(letter: char) -> char {
    match letter {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' => moved(letter, 32),
        'Ă' | 'Đ' | 'Ĩ' | 'Ũ' | 'Ơ' | 'Ư' => moved(letter, 1),
        'Ạ'..='ỹ' if u32::from(letter) % 2 == 0 => moved(letter, 1),
        _ => letter,
    }
}

/// The letter in upper case; what is neither Vietnamese nor English stays as it is.
pub fn upper(letter: char) -> char {
    match letter {
        'a'..='z' | 'à'..='ö' | 'ø'..='þ' => moved(letter, -32),
        'ă' | 'đ' | 'ĩ' | 'ũ' | 'ơ' | 'ư' => moved(letter, -1),
        'Ạ'..='ỹ' if u32::from(letter) % 2 == 1 => moved(letter, -1),
        _ => letter,
    }
}

/// The text in lower case.
pub fn lowered(text: &str) -> String {
    text.chars().map(lower).collect()
}

fn moved(letter: char, by: i32) -> char {
    u32::from(letter)
        .checked_add_signed(by)
        .and_then(char::from_u32)
        .unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::{lower, lowered, upper};

    const LETTERS: &str =
        "abcdefghijklmnopqrstuvwxyzàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ";

    #[test]
    fn every_letter_as_the_standard_library_has_it() {
        for letter in LETTERS.chars() {
            let capital: Vec<char> = letter.to_uppercase().collect();
            assert_eq!([upper(letter)], capital[..], "{letter}");
            assert_eq!(lower(upper(letter)), letter);
            assert_eq!((lower(letter), upper(upper(letter))), (letter, upper(letter)));
        }
    }

    #[test]
    fn signs_and_digits_stay() {
        for sign in "0 9 % – … ×÷ ., /()".chars() {
            assert_eq!((lower(sign), upper(sign)), (sign, sign));
        }
        assert_eq!(lowered("NGHỊ QUYẾT 01-NQ/TW"), "nghị quyết 01-nq/tw");
    }
}
