//! Which sheets a workbook has, and what their cells refer to.

use super::super::problem::{FileError, MAX_SHEETS};
use super::super::serial::Shown;
use super::super::strings::Strings;
use super::bytes::{u16_at, u32_at};
use super::records::Records;
use super::text::{Version, shared};
use std::collections::BTreeMap;

/// The most formats that are read.
const MAX_FORMATS: usize = 70_000;
/// What a record is.
pub const BEGIN: u16 = 0x0809;
/// The end of what began.
pub const END: u16 = 0x0a;
const PROTECTED: u16 = 0x2f;
const CODE_PAGE: u16 = 0x42;
const DATE_MODE: u16 = 0x22;
const FORMAT: u16 = 0x041e;
const STYLE: u16 = 0xe0;
const SHEET: u16 = 0x85;
const STRINGS: u16 = 0xfc;

/// A sheet of cells.
pub struct Entry {
    /// Its name.
    pub name: String,
    /// Where it begins in the stream.
    pub at: usize,
    /// Whether a person does not see it.
    pub hidden: bool,
}

/// What cells refer to.
pub struct Context {
    /// How texts are written.
    pub version: Version,
    /// Texts.
    pub strings: Strings,
    /// What each style shows.
    pub styles: Vec<Shown>,
    /// Whether days are counted from 1904.
    pub is_1904: bool,
}

/// Reads it.
///
/// # Errors
/// When it is damaged, protected, or older than what is read.
pub fn read(stream: &[u8]) -> Result<(Vec<Entry>, Context), FileError> {
    let mut records = Records::new(stream);
    let first = records.next().filter(|record| record.kind == BEGIN);
    let first = first.ok_or(FileError::Corrupt)?;
    let mut context = Context {
        version: match u16_at(first.data, 0) {
            Some(0x0600) => Version::Unicode,
            Some(0x0500) => Version::CodePage(1252),
            _ => return Err(FileError::OtherWorkbook),
        },
        strings: Strings::default(),
        styles: Vec::new(),
        is_1904: false,
    };
    let (mut sheets, mut own) = (Vec::new(), BTreeMap::new());
    for record in records {
        let read = match record.kind {
            END => return Ok((sheets, context)),
            PROTECTED => return Err(FileError::Encrypted),
            CODE_PAGE => {
                if let (Version::CodePage(_), Some(page)) = (context.version, u16_at(record.data, 0)) {
                    context.version = Version::CodePage(page);
                }
                Some(())
            }
            DATE_MODE => {
                context.is_1904 = u16_at(record.data, 0) == Some(1);
                Some(())
            }
            FORMAT => {
                let mut parts = record.from(2);
                let code = match context.version {
                    Version::Unicode => context.version.text(&mut parts),
                    Version::CodePage(_) => context.version.short_text(&mut parts),
                };
                // What it shows is unknown; its numbers are not.
                if let (Some(id), Some(code)) = (u16_at(record.data, 0), code) {
                    own.insert(id, Shown::of_code(&code));
                }
                Some(())
            }
            STYLE if context.styles.len() < MAX_FORMATS => {
                let id = u16_at(record.data, 2).unwrap_or_default();
                let shown = own.get(&id).copied();
                context
                    .styles
                    .push(shown.unwrap_or_else(|| Shown::built_in(u32::from(id))));
                Some(())
            }
            SHEET if sheets.len() < MAX_SHEETS => {
                entry(record.data, &mut record.from(6), context.version).map(|entry| sheets.extend(entry))
            }
            STRINGS => shared(record.from(0)).map(|strings| context.strings = strings),
            _ => Some(()),
        };
        read.ok_or(FileError::Corrupt)?;
    }
    Err(FileError::Corrupt)
}

/// A sheet; nothing where it is one of charts or of old macros. The outer `None`: it is damaged.
fn entry(data: &[u8], name: &mut super::records::Parts<'_>, version: Version) -> Option<Option<Entry>> {
    let (state, kind) = (data.get(4)?, data.get(5)?);
    let entry = Entry {
        name: version.short_text(name)?,
        at: u32_at(data, 0)? as usize,
        hidden: state & 3 != 0,
    };
    Some((*kind == 0).then_some(entry))
}
