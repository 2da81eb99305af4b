//! The part with the texts that cells share.

use super::super::archive::Archive;
use super::super::problem::FileError;
use super::super::strings::Strings;
use super::super::xml::{Piece, Xml, name};

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
                "si" => strings.end(),
                _ => {}
            },
            Ok(Piece::Text(text)) if in_text && !in_reading_aid => strings.push(&text),
            Ok(Piece::Text(_)) => {}
            Ok(Piece::End) => break Ok(()),
            Err(broken) => break Err(broken),
        }
    };
    drop(xml);
    read.map_err(|_| archive.failure())?;
    Ok(strings)
}
