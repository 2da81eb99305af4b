//! The backup file `.sokhoi`: all records of a bloc, with what says that they are whole.
//!
//! | line | what |
//! |---|---|
//! | 1 | `sokhoi 2 ` and the SHA-256 of everything after this line, in hexadecimal |
//! | 2 | the [`Head`]: JSON, readable as it is |
//! | the rest | gzip of the records: one JSON object a line, in the order of their identifiers |
//!
//! So what is in a file can be got at without this app: `tail -n +3 file | gunzip`. SHA-256 and not CRC-32, because a
//! backup is carried by hand and by messengers, lies for years, and replaces what it is laid over: a person must be able
//! to tell with any tool that two files are the same, and chance must not let a damaged one pass. It is no seal: whoever
//! changes a file on purpose can compute it anew.
//!
//! Kinds and fields of records that this version does not know are kept as they are. Reading needs memory for the
//! records and no more, and every size in it has a limit.
//!
//! # Layout
//!
//! * [`pack`], [`unpack`]: writing and reading, record by record; [`lines`]: what is packed, as it goes to the worker that
//!   packs and comes from it.
//! * [`compare`]: a file beside what is here, down to the figure; [`take`]: what a person chose of it, as records.
//! * [`plain`]: version 1, plain JSON. It is still read, and still written where the store fails: that must not need more
//!   of the app than is there.
//! * [`sha256`]: the checksum.

pub mod compare;
pub mod lines;
pub mod pack;
pub mod plain;
pub mod take;
pub mod unpack;

pub use crate::model::sha256;

use crate::model::from_json::FromJson;
use crate::model::record::Record;
use serde::Serialize;
use std::collections::BTreeMap;
use thiserror::Error;

/// The end of its file's name.
pub const EXTENSION: &str = "sokhoi";

/// What [`Head::format`] says.
pub const FORMAT: &str = "so-khoi-backup";

/// The version written now.
pub const VERSION: u16 = 2;

/// How its first line begins, before the version.
const MAGIC: &str = "sokhoi ";

/// How large a file may be, in bytes. The largest bloc that the app is tried with, 145,000 records, has a tenth of it.
pub const MAX_FILE: usize = 96 << 20;

/// How much a file may unpack to, in bytes.
pub const MAX_UNPACKED: u64 = 384 << 20;

/// How long one record may be, in bytes.
pub const MAX_RECORD: usize = 1 << 20;

/// How many records a file may hold.
pub const MAX_RECORDS: u64 = 1_000_000;

/// How many values all records may hold together: each takes memory beyond its bytes.
pub const MAX_VALUES: u64 = 16_000_000;

/// How many earlier backups a file remembers.
pub const MAX_LINEAGE: usize = 32;

/// What a file says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, FromJson)]
pub struct Head {
    /// [`FORMAT`].
    pub format: String,
    /// The version of the format.
    pub version: u16,
    /// The version of the app that wrote it.
    #[serde(default)]
    pub app: String,
    /// Its own identifier.
    #[serde(default)]
    pub id: String,
    /// The bloc's name.
    pub name: String,
    /// The moment whose state it holds, in milliseconds since 1970; 0 where that is not known.
    #[serde(default)]
    pub as_of_ms: i64,
    /// How many records it holds.
    pub records: u64,
    /// How many of each kind, by the kind's name; removed ones are left out.
    #[serde(default)]
    pub counts: BTreeMap<Key, u64>,
    /// Backups whose state this one comes after, the latest first: what two devices have both seen is among them.
    #[serde(default)]
    pub lineage: Vec<String>,
}

/// A text as a key of a map in the head.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Key(pub String);

impl From<&str> for Key {
    fn from(text: &str) -> Key {
        Key(text.to_owned())
    }
}

/// A backup that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Backup {
    /// What it says of itself.
    pub head: Head,
    /// Its records, in the order of their identifiers.
    pub records: Vec<Record>,
}

/// Why a file cannot be read as a backup.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum BackupError {
    /// There is nothing in it.
    #[error("the file is empty")]
    Empty,
    /// It is something else.
    #[error("not a backup file")]
    NotABackup,
    /// A newer version of the app wrote it.
    #[error("written by a newer version (format {0})")]
    Newer(u16),
    /// It was cut or changed: the checksum does not fit.
    #[error("the file is damaged")]
    Damaged,
    /// It is whole, and larger than a bloc can be.
    #[error("the file is larger than a bloc can be")]
    TooLarge,
    /// It is whole, and this record of it, counted from 1, is none.
    #[error("record {0} cannot be read")]
    Content(u64),
}

/// Reads a whole file at once.
///
/// # Errors
/// [`BackupError`]
pub fn read(bytes: &[u8]) -> Result<Backup, BackupError> {
    let mut unpacking = unpack::Unpacking::new(bytes)?;
    let records = unpacking.by_ref().collect::<Result<Vec<Record>, BackupError>>()?;
    let head = unpacking.head().clone();
    Ok(Backup { head, records })
}

#[cfg(test)]
mod tests;
