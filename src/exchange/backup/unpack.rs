//! Reading a backup, record by record. What is not whole is refused before its first record is read.

use super::{
    BackupError, FORMAT, Head, MAGIC, MAX_FILE, MAX_LINEAGE, MAX_RECORD, MAX_RECORDS, MAX_UNPACKED, MAX_VALUES,
    VERSION, plain, sha256,
};
use crate::model::from_json;
use crate::model::id::RecordId;
use crate::model::record::Record;
use flate2::bufread::GzDecoder;
use std::io::{BufRead, BufReader, Read};
use std::vec;

/// How long the first line may be: the beginning, a version, 64 digits.
const MAX_FIRST: usize = 96;
/// How long the head may be.
const MAX_HEAD: usize = 64 << 10;
/// How a file of version 1 begins: a line of JSON that says what it is.
const PLAIN: &[u8] = b"{\"format\":\"so-khoi-backup\"";

/// A backup that is being read: an iterator over its records, which ends with the first error.
pub struct Unpacking<'a> {
    head: Head,
    body: Body<'a>,
    /// Records that were read.
    read: u64,
    last: Option<RecordId>,
    ended: bool,
}

enum Body<'a> {
    Packed {
        reader: BufReader<GzDecoder<&'a [u8]>>,
        line: Vec<u8>,
        bytes: u64,
        values: u64,
    },
    Plain(vec::IntoIter<Record>),
}

impl<'a> Unpacking<'a> {
    /// Begins: reads the head, and proves by the checksum that the file is whole.
    ///
    /// # Errors
    /// [`BackupError`]
    pub fn new(bytes: &'a [u8]) -> Result<Unpacking<'a>, BackupError> {
        if bytes.is_empty() {
            return Err(BackupError::Empty);
        }
        if bytes.len() > MAX_FILE {
            return Err(BackupError::TooLarge);
        }
        let (head, body) = if bytes.starts_with(PLAIN) {
            let (head, records) = plain::read(bytes)?;
            (head, Body::Plain(records.into_iter()))
        } else {
            let (head, packed) = whole(bytes)?;
            let body = Body::Packed {
                reader: BufReader::with_capacity(32 << 10, GzDecoder::new(packed)),
                line: Vec::new(),
                bytes: 0,
                values: 0,
            };
            (head, body)
        };
        if head.records > MAX_RECORDS {
            return Err(BackupError::TooLarge);
        }
        Ok(Unpacking {
            head,
            body,
            read: 0,
            last: None,
            ended: false,
        })
    }

    /// What the file says of itself.
    pub fn head(&self) -> &Head {
        &self.head
    }

    /// The next record; `None` at the end.
    fn step(&mut self) -> Result<Option<Record>, BackupError> {
        let number = self.read + 1;
        let record = match &mut self.body {
            Body::Plain(records) => records.next(),
            Body::Packed {
                reader,
                line,
                bytes,
                values,
            } => {
                line.clear();
                // One more than may be: a record of just that length is told from a longer one.
                let most = MAX_RECORD as u64 + 1;
                let found = reader.take(most).read_until(b'\n', line);
                *bytes += found.map_err(|_| BackupError::Damaged)? as u64;
                *values += line.iter().filter(|byte| matches!(byte, b',' | b'{' | b'[')).count() as u64;
                if line.len() > MAX_RECORD || *bytes > MAX_UNPACKED || *values > MAX_VALUES {
                    return Err(BackupError::TooLarge);
                }
                match line.as_slice() {
                    [] => None,
                    line => Some(Record::read(line).map_err(|_| BackupError::Content(number))?),
                }
            }
        };
        let Some(record) = record else {
            return match self.is_all() {
                true => Ok(None),
                false => Err(BackupError::Damaged),
            };
        };
        if number > self.head.records {
            return Err(BackupError::Damaged);
        }
        if self.last.as_ref().is_some_and(|last| *last >= record.id) {
            return Err(BackupError::Content(number));
        }
        self.read = number;
        self.last = Some(record.id.clone());
        Ok(Some(record))
    }

    /// Whether as many records came as the head says, and nothing stands behind them.
    fn is_all(&self) -> bool {
        let nothing_behind = match &self.body {
            Body::Packed { reader, .. } => reader.get_ref().get_ref().is_empty(),
            Body::Plain(_) => true,
        };
        self.read == self.head.records && nothing_behind
    }
}

impl Iterator for Unpacking<'_> {
    type Item = Result<Record, BackupError>;

    fn next(&mut self) -> Option<Result<Record, BackupError>> {
        if self.ended {
            return None;
        }
        let step = self.step().transpose();
        self.ended = !matches!(step, Some(Ok(_)));
        step
    }
}

/// The head and the packed records of a file whose checksum fits.
fn whole(bytes: &[u8]) -> Result<(Head, &[u8]), BackupError> {
    let after = bytes.strip_prefix(MAGIC.as_bytes()).ok_or(BackupError::NotABackup)?;
    let (first, rest) = line(after, MAX_FIRST)?;
    let (version, sum) = first.split_once(' ').ok_or(BackupError::Damaged)?;
    let version: u16 = version.parse().map_err(|_| BackupError::Damaged)?;
    if version > VERSION {
        return Err(BackupError::Newer(version));
    }
    if version != VERSION || sum != sha256::hex(&sha256::sha256(&[rest])) {
        return Err(BackupError::Damaged);
    }
    let (head, packed) = line(rest, MAX_HEAD)?;
    let mut head: Head = from_json::read(head.as_bytes()).map_err(|_| BackupError::NotABackup)?;
    if head.format != FORMAT || head.version != VERSION {
        return Err(BackupError::NotABackup);
    }
    head.lineage.truncate(MAX_LINEAGE);
    Ok((head, packed))
}

/// The first line, which is text and no longer than that, and what comes after it.
fn line(bytes: &[u8], most: usize) -> Result<(&str, &[u8]), BackupError> {
    let within = &bytes[..bytes.len().min(most)];
    let end = within
        .iter()
        .position(|byte| *byte == b'\n')
        .ok_or(BackupError::Damaged)?;
    let text = std::str::from_utf8(&bytes[..end]).map_err(|_| BackupError::Damaged)?;
    Ok((text, &bytes[end + 1..]))
}
