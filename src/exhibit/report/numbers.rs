//! The numbers of a text, as they are written.

/// A number in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// Where it begins, in bytes.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// As it is written, with its % sign.
    pub text: String,
}

/// The numbers of a text in their order: digits, with points and commas between digits, and a % sign behind. A fraction
/// (73/73) and a date are several numbers.
pub fn numbers(text: &str) -> Vec<Written> {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !digit(at) {
            at += 1;
            continue;
        }
        let start = at;
        while digit(at) || (matches!(bytes.get(at), Some(b'.' | b',')) && digit(at + 1)) {
            at += 1;
        }
        if bytes.get(at) == Some(&b'%') {
            at += 1;
        }
        found.push(Written {
            start,
            end: at,
            text: text.get(start..at).unwrap_or_default().to_owned(),
        });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_found_as_they_are_written() {
        let found = |text: &str| numbers(text).into_iter().map(|it| it.text).collect::<Vec<_>>();
        assert_eq!(
            found("Kết nạp 121/130, đạt 93,1%; hơn 4.200 người."),
            ["121", "130", "93,1%", "4.200"]
        );
        assert_eq!(found("không"), Vec::<String>::new());
        assert_eq!(found("5."), ["5"]);
        assert_eq!(found("ô 1,5, 2"), ["1,5", "2"]);
    }
}
