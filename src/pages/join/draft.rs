//! What is typed to join a server, and what is wrong with it.

use crate::model::fold::fold;
use crate::sync::wire::{Join, LEAST_PASSWORD};

/// What was typed, as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// The account's name.
    pub name: String,
    /// The password.
    pub password: String,
    /// What the device is called.
    pub device: String,
}

impl Draft {
    /// Whether the name is still to be entered.
    pub fn name_is_missing(&self) -> bool {
        self.name.trim().is_empty()
    }

    /// Whether the server takes the name: small letters without marks, digits, and between them `-`, `.`, `_`.
    pub fn name_is_wrong(&self) -> bool {
        let name = self.name.trim();
        let is_sign = |letter: &u8| letter.is_ascii_lowercase() || letter.is_ascii_digit();
        let letters = name.as_bytes();
        let of_signs = letters.iter().all(|letter| is_sign(letter) || b"-._".contains(letter));
        let ends = letters.first().is_some_and(is_sign) && letters.last().is_some_and(is_sign);
        !((3..=40).contains(&letters.len()) && of_signs && ends)
    }

    /// How many characters the password has.
    pub fn password_length(&self) -> usize {
        self.password.chars().count()
    }

    /// Whether the password is shorter than it may be. Spaces count: a sentence is a good password.
    pub fn password_is_short(&self) -> bool {
        self.password_length() < LEAST_PASSWORD
    }

    /// What is sent; `None` while something is wrong.
    pub fn to_send(&self) -> Option<Join> {
        (!self.name_is_wrong() && !self.password_is_short()).then(|| Join {
            name: self.name.trim().to_owned(),
            password: self.password.clone(),
            device_label: self.device.trim().to_owned(),
        })
    }
}

/// No account's name is longer, when it is made of a unit's.
const LONGEST_NAME: usize = 40;

/// What the account of a unit may be called: "Chi bộ Báo tỉnh" → "chi-bo-bao-tinh". Ends at a word.
pub fn account_name(unit: &str) -> String {
    let folded = fold(unit);
    let words = folded
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty());
    words.fold(String::new(), |name, word| match name.is_empty() {
        true => word.chars().take(LONGEST_NAME).collect(),
        false if name.len() + 1 + word.len() <= LONGEST_NAME => format!("{name}-{word}"),
        false => name,
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn draft(name: &str, password: &str) -> Draft {
        Draft {
            name: name.to_owned(),
            password: password.to_owned(),
            device: " Chrome, Windows ".to_owned(),
        }
    }

    #[test]
    fn what_is_right_is_sent_as_typed_but_for_spaces_around_names() {
        let sent = draft(" chi-bo-bao-tinh ", " mười hai ký tự ").to_send().unwrap();
        assert_eq!(sent.name, "chi-bo-bao-tinh");
        assert_eq!(sent.password, " mười hai ký tự ");
        assert_eq!(sent.device_label, "Chrome, Windows");
    }

    #[test]
    fn a_name_is_what_every_keyboard_types() {
        for name in ["vpdu", "chi-bo-bao-tinh", "dang_uy.so-y-te", "c13"] {
            assert!(!draft(name, "").name_is_wrong(), "{name}");
        }
        let long = "a".repeat(41);
        for name in ["", "ab", "Vpdu", "chi bộ", "ten@so.gov.vn", "-vpdu", "vpdu.", &long] {
            assert!(draft(name, "").name_is_wrong(), "{name}");
        }
    }

    #[test]
    fn letters_are_counted_not_bytes() {
        assert!(draft("vpdu", "mậtkhẩu").password_is_short());
        assert_eq!(draft("vpdu", "mậtkhẩu").password_length(), 7);
        assert!(draft("vpdu", "mậtkhẩu").to_send().is_none());
        assert!(draft("  ", "mười hai ký tự").to_send().is_none());
    }

    #[test]
    fn an_account_is_called_like_its_unit() {
        assert_eq!(account_name("Chi bộ Báo tỉnh"), "chi-bo-bao-tinh");
        assert_eq!(account_name("Đảng bộ Sở GD&ĐT (mới)"), "dang-bo-so-gd-dt-moi");
        assert_eq!(
            account_name("Đảng bộ Sở Nông nghiệp và Phát triển nông thôn tỉnh"),
            "dang-bo-so-nong-nghiep-va-phat-trien"
        );
        assert_eq!(account_name("  "), "");
    }
}
