//! Texts that cells share. They are kept in one piece: millions of small ones would take many times their size.

use super::super::archive::Archive;
use super::super::problem::FileError;
use super::super::xml::{Piece, Xml, name};

/// The texts.
#[derive(Default)]
pub struct Strings {
    text: String,
    /// Where each ends.
    ends: Vec<usize>,
}

impl Strings {
    /// A text by its number; none where a file refers to one that it does not have.
    pub fn get(&self, at: usize) -> Option<&str> {
        let end = *self.ends.get(at)?;
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before)).copied();
        self.text.get(start.unwrap_or(0)..end)
    }
}

/// Reads them. How many there are is counted, not believed.
///
/// # Errors
/// [`FileError`]
pub fn read(archive: &mut Archive, path: &str) -> Result<Strings, FileError> {
    let mut strings = Strings::default();
    let Some(part) = archive.part(path)? else {
        return Ok(strings);
    };
    let mut xml = Xml::new(part);
    let (mut in_text, mut in_reading_aid) = (false, false);
    let read = loop {
        match xml.next() {
            Ok(Piece::Open(element)) => match name(&element) {
                "t" => in_text = true,
                // How a Japanese text is pronounced.
                "rPh" => in_reading_aid = true,
                _ => {}
            },
            Ok(Piece::Close(closed)) => match closed.as_str() {
                "t" => in_text = false,
                "rPh" => in_reading_aid = false,
                "si" => strings.ends.push(strings.text.len()),
                _ => {}
            },
            Ok(Piece::Text(text)) if in_text && !in_reading_aid => strings.text.push_str(&text),
            Ok(Piece::Text(_)) => {}
            Ok(Piece::End) => break Ok(()),
            Err(broken) => break Err(broken),
        }
    };
    drop(xml);
    read.map_err(|_| archive.failure())?;
    Ok(strings)
}
