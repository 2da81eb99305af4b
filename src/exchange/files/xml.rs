//! A part of a workbook as XML, piece by piece.

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesRef, BytesStart, Event};
use std::io::BufRead;

/// The part could not be read on: it is damaged, or too much. [`super::archive::Archive::failure`] says which.
#[derive(Debug)]
pub struct Broken;

/// A piece.
pub enum Piece<'a> {
    /// An element begins; one without content begins and ends.
    Open(BytesStart<'a>),
    /// An element ends: its name, without a prefix.
    Close(String),
    /// Text, as a reader sees it.
    Text(String),
    /// The end of the part.
    End,
}

/// A part that is being read.
pub struct Xml<R> {
    reader: Reader<R>,
    buffer: Vec<u8>,
}

impl<R: BufRead> Xml<R> {
    /// Begins.
    pub fn new(part: R) -> Xml<R> {
        let mut reader = Reader::from_reader(part);
        reader.config_mut().expand_empty_elements = true;
        Xml {
            reader,
            buffer: Vec::new(),
        }
    }

    /// The next piece.
    ///
    /// # Errors
    /// [`Broken`]
    pub fn next(&mut self) -> Result<Piece<'_>, Broken> {
        self.buffer.clear();
        match self.reader.read_event_into(&mut self.buffer).map_err(|_| Broken)? {
            Event::Start(start) | Event::Empty(start) => Ok(Piece::Open(start)),
            Event::End(end) => Ok(Piece::Close(end.local_name().as_ref().to_owned())),
            Event::Text(text) => Ok(Piece::Text(text.xml10_content().into_owned())),
            Event::CData(text) => Ok(Piece::Text(text.xml10_content().into_owned())),
            Event::GeneralRef(reference) => Ok(Piece::Text(resolved(&reference))),
            Event::Eof => Ok(Piece::End),
            _ => Ok(Piece::Text(String::new())),
        }
    }
}

/// `&amp;`, `&#7843;`. Entities that a document defines itself are left out: they are a way to blow it up.
fn resolved(reference: &BytesRef<'_>) -> String {
    if let Ok(Some(letter)) = reference.resolve_char_ref() {
        return letter.to_string();
    }
    let letter = match reference.xml10_content().as_ref() {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        _ => "",
    };
    letter.to_owned()
}

/// The name of an element, without a prefix.
pub fn name<'a>(element: &'a BytesStart<'_>) -> &'a str {
    let name = element.name().into_inner();
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

/// An attribute by its name without a prefix.
pub fn attribute(element: &BytesStart<'_>, wanted: &str) -> Option<String> {
    // Whether a name stands twice is not asked: that takes as long as there are pairs of names.
    let found = element.attributes().with_checks(false).flatten().find(|attribute| {
        let name = attribute.key.into_inner();
        name.rsplit_once(':').map_or(name, |(_, local)| local) == wanted
    })?;
    let value = found.normalized_value(XmlVersion::Explicit1_0).ok()?;
    Some(value.into_owned())
}
