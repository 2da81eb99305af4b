//! A digest of what somebody sees, to tell in one line whether a device holds what the server holds.
//!
//! The SHA-256 of each record, as numbers of 256 bits, added up: so it does not matter in which order records are read, and
//! a page can be added to what is known of the pages before. Of a record counts what it says, its identifier and its fields
//! as JSON with sorted names and without spaces, not which revision says so. Records of which nothing is left do not
//! count: a device that loaded everything anew has never heard of them.
//!
//! It guards against mistakes, not against whoever makes records for the purpose.

use crate::model::record::Record;
use crate::model::sha256::{hex, sha256};

/// A digest that records are added to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Digest {
    /// The sum, the least significant byte first.
    sum: [u8; 32],
    records: u64,
}

impl Digest {
    /// The digest of records.
    pub fn of<'a>(records: impl IntoIterator<Item = &'a Record>) -> Digest {
        let mut digest = Digest::default();
        for record in records {
            digest.add(record);
        }
        digest
    }

    /// Adds a record, which must not be in it yet.
    pub fn add(&mut self, record: &Record) {
        if record.fields.is_empty() {
            return;
        }
        self.records += 1;
        // Names and values are JSON already: writing them as JSON cannot fail.
        let fields = serde_json::to_vec(&record.fields).unwrap_or_default();
        let mut carry = 0u16;
        for (sum, byte) in self
            .sum
            .iter_mut()
            .zip(sha256(&[record.id.as_str().as_bytes(), b"\n", &fields]))
        {
            let [low, high] = (u16::from(*sum) + u16::from(byte) + carry).to_le_bytes();
            *sum = low;
            carry = u16::from(high);
        }
    }

    /// How many records are in it.
    pub fn records(&self) -> u64 {
        self.records
    }

    /// As 64 hexadecimal digits.
    pub fn text(&self) -> String {
        hex(&self.sum)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::model::record::RecordKind;
    use serde_json::json;

    fn record(id: &str, value: serde_json::Value, rev: u64) -> Record {
        Record {
            id: id.into(),
            kind: RecordKind::Unit,
            scope: "u".into(),
            fields: [("name".to_owned(), value)].into(),
            rev,
        }
    }

    #[test]
    fn is_what_another_client_computes() {
        // printf 'unit/1\n{"name":{"a":[1,null],"b":"Một"}}' | sha256sum
        let one = record("unit/1", json!({"b": "Một", "a": [1, null]}), 7);
        assert_eq!(
            Digest::of([&one]).text(),
            "ebb854d81e04916e4f2b6aa82fa7a676e1f1da397382d176df211c69b44eef47"
        );
        assert_eq!(Digest::default().text(), "0".repeat(64));
    }

    #[test]
    fn neither_order_nor_revision_matters_and_every_value_does() {
        let [a, b, c] = [1, 2, 3].map(|no| record(&format!("unit/{no}"), no.into(), no));
        let all = Digest::of([&a, &b, &c]);
        assert_eq!(Digest::of([&c, &a, &b]), all);
        assert_eq!(all.records(), 3);
        let later = record("unit/1", 1.into(), 99);
        assert_eq!(Digest::of([&later, &b, &c]), all);
        let mut gone = record("unit/4", 4.into(), 4);
        gone.fields.clear();
        assert_eq!(Digest::of([&a, &gone, &b, &c]), all);
        let swapped = [record("unit/1", 2.into(), 1), record("unit/2", 1.into(), 2)];
        assert_ne!(Digest::of(swapped.iter().chain([&c])), all);
        assert_ne!(Digest::of([&a, &b]), all);
    }
}
