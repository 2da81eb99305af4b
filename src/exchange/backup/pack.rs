//! Writing a backup, record by record.

use super::{FORMAT, Head, Key, MAGIC, MAX_LINEAGE, VERSION, lines, sha256};
use crate::model::from_json::FromJson;
use crate::model::id::RecordId;
use crate::model::record::Record;
use flate2::Compression;
use flate2::write::GzEncoder;
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::{self, ErrorKind, Write};

/// What a file is to say of itself, beside what is counted in it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, FromJson)]
pub struct About {
    /// Its own identifier.
    pub id: String,
    /// The bloc's name.
    pub name: String,
    /// The moment whose state it holds, in milliseconds since 1970.
    pub as_of_ms: i64,
    /// Backups whose state it comes after, the latest first.
    pub lineage: Vec<String>,
}

/// A backup that is being written.
pub struct Packing {
    body: GzEncoder<Vec<u8>>,
    line: Vec<u8>,
    bytes: usize,
    counts: BTreeMap<Key, u64>,
    records: u64,
    last: Option<RecordId>,
}

impl Default for Packing {
    fn default() -> Packing {
        Packing {
            // The default level: the best one takes three times as long for a fiftieth less.
            body: GzEncoder::new(Vec::new(), Compression::default()),
            line: Vec::new(),
            bytes: 0,
            counts: BTreeMap::new(),
            records: 0,
            last: None,
        }
    }
}

impl Packing {
    /// Takes in a record. They come in the order of their identifiers.
    ///
    /// # Errors
    /// When it comes out of order or cannot be written as JSON.
    pub fn add(&mut self, record: &Record) -> io::Result<()> {
        if self.last.as_ref().is_some_and(|last| *last >= record.id) {
            return Err(io::Error::new(ErrorKind::InvalidInput, "a record out of order"));
        }
        self.line.clear();
        lines::write(&mut self.line, record)?;
        self.body.write_all(&self.line)?;
        self.bytes += self.line.len();
        if !record.is_removed() {
            *self.counts.entry(Key::from(record.kind.name())).or_default() += 1;
        }
        self.records += 1;
        self.last = Some(record.id.clone());
        Ok(())
    }

    /// How many bytes were taken in.
    pub fn bytes(&self) -> usize {
        self.bytes
    }

    /// The file's bytes.
    ///
    /// # Errors
    /// Only if the head cannot be written as JSON.
    pub fn finish(self, about: About) -> io::Result<Vec<u8>> {
        let body = self.body.finish()?;
        let mut lineage = about.lineage;
        lineage.truncate(MAX_LINEAGE);
        let mut head = serde_json::to_vec(&Head {
            format: FORMAT.to_owned(),
            version: VERSION,
            app: env!("CARGO_PKG_VERSION").to_owned(),
            id: about.id,
            name: about.name,
            as_of_ms: about.as_of_ms,
            records: self.records,
            counts: self.counts,
            lineage,
        })?;
        head.push(b'\n');
        let sum = sha256::hex(&sha256::sha256(&[&head, &body]));
        let mut file = format!("{MAGIC}{VERSION} {sum}\n").into_bytes();
        file.reserve_exact(head.len() + body.len());
        file.extend(head);
        file.extend(body);
        Ok(file)
    }
}

/// A whole backup at once.
///
/// # Errors
/// When a record cannot be written, or is out of order.
pub fn pack<'a>(about: About, records: impl IntoIterator<Item = &'a Record>) -> io::Result<Vec<u8>> {
    let mut packing = Packing::default();
    for record in records {
        packing.add(record)?;
    }
    packing.finish(about)
}
