//! What an account may be called: an office or a post, never a person.

/// How many characters a name has at least and at most.
pub const LENGTH: std::ops::RangeInclusive<usize> = 3..=40;

/// Whether this can be an account's name: small letters without marks, digits, `-`, `.` and `_`, with a letter or digit at both ends. So it
/// can be typed on any keyboard and said on the telephone, and no e-mail address is one.
pub fn is_name(name: &str) -> bool {
    let is_sign = |letter: u8| letter.is_ascii_lowercase() || letter.is_ascii_digit();
    let ends = |end: Option<&u8>| end.is_some_and(|letter| is_sign(*letter));
    let letters = name.as_bytes();
    LENGTH.contains(&letters.len())
        && letters.iter().all(|letter| is_sign(*letter) || b"-._".contains(letter))
        && ends(letters.first())
        && ends(letters.last())
}

/// A name as somebody typed it, as it is looked up: phones write the first letter large and leave a space behind.
pub fn typed(name: &str) -> String {
    name.trim().to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offices_and_posts_are_names() {
        for name in ["vpdu", "chi-bo-bao-tinh", "dang_uy.so-y-te", "c13", "a-1"] {
            assert!(is_name(name), "{name}");
        }
    }

    #[test]
    fn what_could_be_misread_or_be_a_person_is_none() {
        let long = "a".repeat(41);
        for name in [
            "",
            "ab",
            "Vpdu",
            "chi bộ",
            "ten@so.gov.vn",
            "-vpdu",
            "vpdu.",
            "vp/du",
            "vp\ndu",
            &long,
        ] {
            assert!(!is_name(name), "{name}");
        }
    }

    #[test]
    fn a_phones_habits_are_forgiven_when_signing_in() {
        assert_eq!(typed(" Vpdu "), "vpdu");
    }
}
