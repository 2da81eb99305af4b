//! Version 1: one line of JSON (what the file is, CRC-32 and number of the records), then the records as a JSON array.
//! Nothing is packed and nothing of it needs more of the app than its first page has: this is what is written when the
//! store fails.

use super::{BackupError, FORMAT, Head, MAX_RECORDS, MAX_VALUES};
use crate::model::checksum;
use crate::model::from_json::{self, FromJson};
use crate::model::record::Record;
use serde::Serialize;

const VERSION: u16 = 1;

#[derive(Serialize, FromJson)]
struct Line {
    format: String,
    version: u16,
    name: String,
    records: usize,
    crc32: u32,
}

/// A backup as a file's bytes.
///
/// # Errors
/// Only if a record cannot be written as JSON.
pub fn write(name: &str, records: &[Record]) -> Result<Vec<u8>, serde_json::Error> {
    let body = serde_json::to_vec(records)?;
    let mut bytes = serde_json::to_vec(&Line {
        format: FORMAT.to_owned(),
        version: VERSION,
        name: name.to_owned(),
        records: records.len(),
        crc32: checksum::crc32(&body),
    })?;
    bytes.push(b'\n');
    bytes.extend(body);
    Ok(bytes)
}

/// Reads a file; the records in the order of their identifiers.
///
/// # Errors
/// [`BackupError`]
pub(super) fn read(bytes: &[u8]) -> Result<(Head, Vec<Record>), BackupError> {
    let end = bytes
        .iter()
        .position(|byte| *byte == b'\n')
        .ok_or(BackupError::Damaged)?;
    let (line, body) = (&bytes[..end], &bytes[end + 1..]);
    let line: Line = from_json::read(line).map_err(|_| BackupError::NotABackup)?;
    if line.format != FORMAT {
        return Err(BackupError::NotABackup);
    }
    if line.version > VERSION {
        return Err(BackupError::Newer(line.version));
    }
    if line.crc32 != checksum::crc32(body) {
        return Err(BackupError::Damaged);
    }
    let values = body.iter().filter(|byte| matches!(byte, b',' | b'{' | b'[')).count() as u64;
    if values > MAX_VALUES || line.records as u64 > MAX_RECORDS {
        return Err(BackupError::TooLarge);
    }
    let mut records = Record::list(body).map_err(|_| BackupError::Damaged)?;
    if records.len() != line.records {
        return Err(BackupError::Damaged);
    }
    records.sort_by(|a, b| a.id.cmp(&b.id));
    if records.windows(2).any(|pair| pair[0].id == pair[1].id) {
        return Err(BackupError::Damaged);
    }
    let head = Head {
        format: FORMAT.to_owned(),
        version: VERSION,
        name: line.name,
        records: records.len() as u64,
        ..Head::default()
    };
    Ok((head, records))
}
