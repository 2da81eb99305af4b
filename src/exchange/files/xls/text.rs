//! Texts of the two versions: Excel 97 to 2003 has letters of Unicode, Excel 95 bytes of a code page.

use super::super::strings::Strings;
use super::records::Parts;
use crate::exchange::import::delimited::letter;

/// How texts are written in a workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Version {
    /// Since Excel 97.
    Unicode,
    /// Excel 5 and 95, in this code page.
    CodePage(u16),
}

impl Version {
    /// A text whose length is told in two bytes.
    pub fn text(self, parts: &mut Parts<'_>) -> Option<String> {
        let length = usize::from(parts.two()?);
        self.letters(parts, length)
    }

    /// A text whose length is told in one byte.
    pub fn short_text(self, parts: &mut Parts<'_>) -> Option<String> {
        let length = usize::from(parts.byte()?);
        self.letters(parts, length)
    }

    fn letters(self, parts: &mut Parts<'_>, length: usize) -> Option<String> {
        match self {
            // One that is empty may end before it says how its letters are written.
            Version::Unicode if length == 0 => Some(String::new()),
            Version::Unicode => {
                let wide = parts.byte()? & 1 != 0;
                parts.letters(length, wide)
            }
            Version::CodePage(page) => (0..length).map(|_| Some(letter(parts.byte()?, page))).collect(),
        }
    }
}

/// The texts that cells share, as far as they go. How many there are is counted, not believed.
pub fn shared(mut parts: Parts<'_>) -> Option<Strings> {
    let mut strings = Strings::default();
    parts.skip(8)?;
    while !parts.is_over() {
        let (length, how) = (usize::from(parts.two()?), parts.byte()?);
        let runs = if how & 8 != 0 { usize::from(parts.two()?) } else { 0 };
        let aid = if how & 4 != 0 { parts.four()? as usize } else { 0 };
        strings.push(&parts.letters(length, how & 1 != 0)?);
        strings.end();
        // How letters look, and how a Japanese text is pronounced.
        parts.skip(4 * runs)?;
        parts.skip(aid)?;
    }
    Some(strings)
}
