//! A page: some hundred records as one value of bytes.
//!
//! | bytes | what |
//! |---|---|
//! | 0–3 | `SKPG` |
//! | 4–5 | format version, little-endian |
//! | 6–7 | 0 |
//! | 8–11 | CRC-32 of the payload |
//! | 12–15 | number of records |
//! | 16– | payload: a JSON array of records |
//!
//! Fields of a record are a map, so those that this version does not know are kept. A change that an
//! older version could not read (a new kind of record, say) is a new format version, and an older
//! app then refuses the page instead of taking it for damaged.

use crate::model::checksum::crc32;
use crate::model::record::Record;
use thiserror::Error;

const MAGIC: &[u8; 4] = b"SKPG";
const HEADER: usize = 16;

/// The version written now. Older ones are upcast when they are read.
pub const FORMAT: u16 = 1;

/// Why a page cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum PageDamage {
    /// It does not begin as a page does.
    #[error("not a page")]
    NotAPage,
    /// A newer version of the app wrote it: no damage, but not for this version.
    #[error("written by a newer version (format {0})")]
    Newer(u16),
    /// Its bytes are not those that were written.
    #[error("the checksum does not fit")]
    Checksum,
    /// Its bytes are those that were written, and are not records.
    #[error("the content cannot be read: {0}")]
    Content(String),
    /// It holds another number of records than it says.
    #[error("{found} records instead of {stated}")]
    Number {
        /// What the header states.
        stated: u32,
        /// What the payload holds.
        found: usize,
    },
}

/// A page of these records.
///
/// # Errors
/// Only if a record cannot be written as JSON.
pub fn encode(records: &[&Record]) -> Result<Vec<u8>, serde_json::Error> {
    let mut bytes = Vec::with_capacity(HEADER + records.len() * 256);
    bytes.resize(HEADER, 0);
    serde_json::to_writer(&mut bytes, records)?;
    let checksum = crc32(&bytes[HEADER..]);
    bytes[..4].copy_from_slice(MAGIC);
    bytes[4..6].copy_from_slice(&FORMAT.to_le_bytes());
    bytes[8..12].copy_from_slice(&checksum.to_le_bytes());
    bytes[12..16].copy_from_slice(&(records.len() as u32).to_le_bytes());
    Ok(bytes)
}

/// The records of a page.
///
/// # Errors
/// [`PageDamage`], which says what is wrong with it.
pub fn decode(bytes: &[u8]) -> Result<Vec<Record>, PageDamage> {
    let (header, payload) = bytes.split_at_checked(HEADER).ok_or(PageDamage::NotAPage)?;
    if &header[..4] != MAGIC {
        return Err(PageDamage::NotAPage);
    }
    let format = u16::from_le_bytes([header[4], header[5]]);
    if format > FORMAT {
        return Err(PageDamage::Newer(format));
    }
    let number = |at: usize| u32::from_le_bytes([header[at], header[at + 1], header[at + 2], header[at + 3]]);
    if crc32(payload) != number(8) {
        return Err(PageDamage::Checksum);
    }
    let records = Record::list(payload).map_err(|error| PageDamage::Content(error.to_string()))?;
    match (number(12), records.len()) {
        (stated, found) if stated as usize == found => Ok(records),
        (stated, found) => Err(PageDamage::Number { stated, found }),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn page() -> (Vec<Record>, Vec<u8>) {
        let json = r#"[{"id":"unit/1","kind":"unit","scope":"1","fields":{"name":"Chi bộ Một","của bản sau":{"x":1}},"rev":7}]"#;
        let records = Record::list(json.as_bytes()).unwrap();
        let bytes = encode(&records.iter().collect::<Vec<_>>()).unwrap();
        (records, bytes)
    }

    #[test]
    fn a_page_comes_back_with_fields_unknown_to_this_version() {
        let (records, bytes) = page();
        assert_eq!(decode(&bytes).unwrap(), records);
        assert_eq!(decode(&encode(&[]).unwrap()).unwrap(), []);
    }

    #[test]
    fn a_newer_format_is_not_damage() {
        let (_, mut bytes) = page();
        bytes[4] = 2;
        assert_eq!(decode(&bytes), Err(PageDamage::Newer(2)));
    }

    proptest! {
        #[test]
        fn any_changed_byte_is_seen(at in 0usize..1000, flip in 1u8..) {
            let (_, mut bytes) = page();
            let at = at % bytes.len();
            // The two reserved bytes mean nothing yet.
            prop_assume!(at != 6 && at != 7);
            bytes[at] ^= flip;
            // Format 0 was never written and reads as the first.
            prop_assume!(!(at == 4 && bytes[4] == 0));
            prop_assert!(decode(&bytes).is_err());
        }

        #[test]
        fn any_cut_is_seen(length in 0usize..1000) {
            let (_, bytes) = page();
            prop_assert!(decode(&bytes[..length % bytes.len()]).is_err());
        }
    }
}
