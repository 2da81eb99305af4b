//! The one row of a sealed workspace that is not sealed: how its key is had from the PIN, and how often a wrong one was tried.

use super::backend::{Key, Rows, Span, Write};
use super::error::StoreError;
use super::schema::Table;
use crate::model::from_json::{self, FromJson};
use serde::Serialize;

pub(super) const SEAL: &str = "seal";

/// How many wrong PINs are tried without waiting.
pub const AT_ONCE: u32 = 5;
/// How long is waited after these, in milliseconds; after each further one twice as long.
const FIRST_WAIT: i64 = 30_000;
/// The longest that is waited.
const LONGEST_WAIT: i64 = 3_600_000;
/// The characters that a PIN has at least.
pub const LEAST: usize = 6;

/// Why a text is no PIN.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// So many characters, fewer than [`LEAST`].
    Short(usize),
    /// One character again and again, or digits one after another.
    Plain,
}

/// Whether a text will do as a PIN: six digits, or a sentence.
///
/// # Errors
/// [`Unfit`]
pub fn fit(pin: &str) -> Result<(), Unfit> {
    let signs: Vec<char> = pin.trim().chars().collect();
    if signs.len() < LEAST {
        return Err(Unfit::Short(signs.len()));
    }
    let steps = |step: i64| {
        let goes = |pair: &[char]| i64::from(u32::from(pair[1])) - i64::from(u32::from(pair[0])) == step;
        signs.windows(2).all(goes)
    };
    match steps(0) || steps(1) || steps(-1) {
        true => Err(Unfit::Plain),
        false => Ok(()),
    }
}

/// The row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, FromJson)]
pub struct Seal {
    /// What the PIN is stretched with, in hexadecimal digits.
    pub salt: String,
    /// How many passes.
    pub passes: u32,
    /// The key of the rows, wrapped by what comes of that, in hexadecimal digits.
    pub key: String,
    /// How often a PIN was tried since a right one.
    #[serde(default)]
    pub tries: u32,
    /// When that was last, in milliseconds since 1970.
    #[serde(default)]
    pub tried_ms: i64,
}

impl Seal {
    /// The row to ask for.
    pub fn span() -> Span {
        Span::One(Table::Meta, Key::from(SEAL))
    }

    /// Reads it.
    ///
    /// # Errors
    /// [`StoreError::Damaged`], also where there is none: then nothing opens the rows any more.
    pub fn read(rows: &Rows) -> Result<Seal, StoreError> {
        match rows.first() {
            Some((_, bytes)) => Ok(from_json::read(bytes)?),
            None => Err(StoreError::Damaged("there is no seal".to_owned())),
        }
    }

    /// The row to write.
    ///
    /// # Errors
    /// Only if it cannot be written as JSON.
    pub fn write(&self) -> Result<Write, StoreError> {
        Ok(Write::Put(Table::Meta, Key::from(SEAL), serde_json::to_vec(self)?))
    }

    /// How long is still to be waited, in milliseconds. A clock that was set back makes it no longer than it would have been.
    pub fn wait_ms(&self, now_ms: i64) -> i64 {
        let Some(over) = self.tries.checked_sub(AT_ONCE) else {
            return 0;
        };
        let wait = FIRST_WAIT
            .checked_shl(over)
            .filter(|_| over < 16)
            .map_or(LONGEST_WAIT, |wait| wait.min(LONGEST_WAIT));
        (self.tried_ms.saturating_add(wait) - now_ms).clamp(0, wait)
    }

    /// How many more are tried without waiting.
    pub fn left(&self) -> u32 {
        AT_ONCE.saturating_sub(self.tries)
    }

    /// Counts a try, before it is known what comes of it: whoever closes the page meanwhile has tried as well.
    pub fn count(&mut self, now_ms: i64) {
        self.tries = self.tries.saturating_add(1);
        self.tried_ms = now_ms;
    }
}

pub(super) fn is_row(table: Table, key: &Key) -> bool {
    table == Table::Meta && matches!(key, Key::Text(text) if text == SEAL)
}

/// Bytes as hexadecimal digits.
pub fn to_hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits.map(|digit| char::from(DIGITS[usize::from(digit)])).collect()
}

/// The bytes again; `None` for anything else.
pub fn from_hex(text: &str) -> Option<Vec<u8>> {
    let digit = |digit: &u8| char::from(*digit).to_digit(16).map(|digit| digit as u8);
    let pair = |pair: &[u8]| match pair {
        [high, low] => Some(digit(high)? << 4 | digit(low)?),
        _ => None,
    };
    text.as_bytes().chunks(2).map(pair).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn tried(tries: u32) -> Seal {
        Seal {
            salt: "00".to_owned(),
            passes: 600_000,
            key: "00".to_owned(),
            tries,
            tried_ms: 1_000_000,
        }
    }

    #[test]
    fn five_are_tried_at_once_then_it_doubles_up_to_an_hour() {
        let waits: Vec<i64> = (0..14).map(|tries| tried(tries).wait_ms(1_000_000) / 1000).collect();
        assert_eq!(waits, [0, 0, 0, 0, 0, 30, 60, 120, 240, 480, 960, 1920, 3600, 3600]);
        assert_eq!(tried(u32::MAX).wait_ms(1_000_000), 3_600_000);
        assert_eq!((tried(3).left(), tried(9).left()), (2, 0));
    }

    #[test]
    fn what_is_left_of_a_wait_is_told_and_a_clock_set_back_makes_it_no_longer() {
        assert_eq!(tried(5).wait_ms(1_010_000), 20_000);
        assert_eq!(tried(5).wait_ms(1_030_000), 0);
        assert_eq!(tried(5).wait_ms(0), 30_000);
    }

    #[test]
    fn a_row_comes_back_as_it_was_written() {
        let mut seal = tried(0);
        seal.count(5);
        assert_eq!((seal.tries, seal.tried_ms), (1, 5));
        let Write::Put(_, key, bytes) = seal.write().unwrap() else {
            unreachable!()
        };
        assert!(is_row(Table::Meta, &key) && !is_row(Table::Pages, &key));
        assert_eq!(Seal::read(&vec![(key, bytes)]).unwrap(), seal);
        assert!(Seal::read(&Rows::new()).is_err());
    }

    #[test]
    fn a_pin_has_six_signs_and_is_not_the_plainest() {
        assert_eq!(fit(" 12345 "), Err(Unfit::Short(5)));
        for plain in ["111111", "123456", "987654", "abcdef"] {
            assert_eq!(fit(plain), Err(Unfit::Plain), "{plain}");
        }
        for pin in ["194703", "112233", "mưa tạnh rồi nắng"] {
            assert_eq!(fit(pin), Ok(()), "{pin}");
        }
    }

    #[test]
    fn bytes_go_through_digits() {
        let bytes: Vec<u8> = (0..=255).collect();
        assert_eq!(from_hex(&to_hex(&bytes)), Some(bytes));
        assert_eq!(
            (from_hex("0"), from_hex("0g"), from_hex("")),
            (None, None, Some(Vec::new()))
        );
    }
}
