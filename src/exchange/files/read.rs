//! Reads a file of any kind that is understood.

use super::archive::Archive;
use super::kind::{Kind, kind};
use super::problem::{FileError, MAX_WORKBOOK};
use super::{ods, xls, xlsx};
use crate::exchange::import::delimited;
use crate::exchange::import::sheet::RawSheet;

/// A sheet, and whether it is hidden in the workbook.
pub struct Found {
    /// What is in it.
    pub sheet: RawSheet,
    /// Whether a person does not see it.
    pub hidden: bool,
}

/// The sheets of a file that have something in them, in the workbook's order, hidden ones last. `progress` is told whole
/// percents.
///
/// # Errors
/// [`FileError`]
pub fn read(bytes: Vec<u8>, progress: &dyn Fn(u8)) -> Result<Vec<RawSheet>, FileError> {
    let kind = kind(&bytes)?;
    progress(5);
    if kind != Kind::Text && bytes.len() > MAX_WORKBOOK {
        return Err(FileError::TooLarge);
    }
    let mut found = match kind {
        Kind::Text => return Ok(vec![delimited::read_bytes(&bytes)?]),
        Kind::Old => xls::read(&bytes, progress)?,
        Kind::Packed => packed(bytes, progress)?,
    };
    found.sort_by_key(|found| found.hidden);
    match found.is_empty() {
        true => Err(FileError::Empty),
        false => Ok(found.into_iter().map(|found| found.sheet).collect()),
    }
}

fn packed(bytes: Vec<u8>, progress: &dyn Fn(u8)) -> Result<Vec<Found>, FileError> {
    let mut archive = Archive::open(bytes)?;
    if archive.has("xl/workbook.bin") {
        Err(FileError::OtherWorkbook)
    } else if archive.has("EncryptedPackage") {
        Err(FileError::Encrypted)
    } else if archive.has("content.xml") {
        ods::read(&mut archive, progress)
    } else if archive.has_below("word/") || archive.has_below("ppt/") || !archive.has("[Content_Types].xml") {
        Err(FileError::NotATable)
    } else {
        xlsx::read(&mut archive, progress)
    }
}
