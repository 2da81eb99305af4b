//! A backup file: all records of a bloc with what says that they are whole. Text, so that what is in
//! it can still be got at when nothing else works.
//!
//! One line of JSON (what the file is, CRC-32 and number of the records), then the records as a JSON array.

use crate::model::checksum;
use crate::model::from_json::{self, FromJson};
use crate::model::record::Record;
use serde::Serialize;
use thiserror::Error;

/// The end of its file's name.
pub const EXTENSION: &str = "sokhoi";

const FORMAT: &str = "so-khoi-backup";
const VERSION: u16 = 1;

#[derive(Serialize, FromJson)]
struct Head {
    format: String,
    version: u16,
    name: String,
    records: usize,
    crc32: u32,
}

/// A backup that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Backup {
    /// The bloc's name.
    pub name: String,
    /// Its records.
    pub records: Vec<Record>,
}

/// Why a file cannot be read as a backup.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum BackupError {
    /// It is something else.
    #[error("not a backup file")]
    NotABackup,
    /// A newer version of the app wrote it.
    #[error("written by a newer version (format {0})")]
    Newer(u16),
    /// It was cut or changed.
    #[error("the file is damaged")]
    Damaged,
}

/// A backup as a file's bytes.
///
/// # Errors
/// Only if a record cannot be written as JSON.
pub fn write(name: &str, records: &[Record]) -> Result<Vec<u8>, serde_json::Error> {
    let body = serde_json::to_vec(records)?;
    let mut bytes = serde_json::to_vec(&Head {
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

/// Reads a file.
///
/// # Errors
/// [`BackupError`]
pub fn read(bytes: &[u8]) -> Result<Backup, BackupError> {
    let end = bytes
        .iter()
        .position(|byte| *byte == b'\n')
        .ok_or(BackupError::NotABackup)?;
    let (head, body) = (&bytes[..end], &bytes[end + 1..]);
    let head: Head = from_json::read(head).map_err(|_| BackupError::NotABackup)?;
    match head {
        Head { format, .. } if format != FORMAT => Err(BackupError::NotABackup),
        Head { version, .. } if version > VERSION => Err(BackupError::Newer(version)),
        Head { crc32, .. } if crc32 != checksum::crc32(body) => Err(BackupError::Damaged),
        Head {
            name, records: stated, ..
        } => {
            let records = Record::list(body).map_err(|_| BackupError::Damaged)?;
            let whole = records.len() == stated;
            whole.then_some(Backup { name, records }).ok_or(BackupError::Damaged)
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::model::record::RecordKind;

    fn records() -> Vec<Record> {
        let record = |id: u32| Record {
            id: format!("unit/{id}").as_str().into(),
            kind: RecordKind::Unit,
            scope: "1".into(),
            fields: [
                ("name".to_owned(), "Chi bộ\nMột".into()),
                ("của bản sau".to_owned(), 1.5.into()),
            ]
            .into(),
            rev: 3,
        };
        (0..3).map(record).collect()
    }

    #[test]
    fn a_backup_comes_back_whole() {
        let bytes = write("Khối A", &records()).unwrap();
        let expected = Backup {
            name: "Khối A".to_owned(),
            records: records(),
        };
        assert_eq!(read(&bytes), Ok(expected));
    }

    #[test]
    fn what_is_no_backup_or_not_whole_is_told_apart() {
        let bytes = write("Khối A", &records()).unwrap();
        assert_eq!(read(b"PK\x03\x04"), Err(BackupError::NotABackup));
        assert_eq!(read(b"{}\n[]"), Err(BackupError::NotABackup));
        assert_eq!(read(&bytes[..bytes.len() - 1]), Err(BackupError::Damaged));
        let text = String::from_utf8(bytes).unwrap();
        let changed = text.replace("\"rev\":3", "\"rev\":4");
        assert_eq!(read(changed.as_bytes()), Err(BackupError::Damaged));
        let newer = text.replace("\"version\":1", "\"version\":9");
        assert_eq!(read(newer.as_bytes()), Err(BackupError::Newer(9)));
    }
}
