//! The outbox: ops in the order of their sequence, waiting to be sent. What the screen shows is the
//! stored records with the outbox on top.

use super::op::{Change, Op, Records};
use crate::model::id::RecordId;
use crate::model::sort::SmallSort;
use std::collections::{BTreeMap, BTreeSet};

/// Fields by record, each once.
pub type FieldsOf = BTreeMap<RecordId, Vec<String>>;

/// Lays ops over records, in the order of their sequence.
pub fn fold<'a>(records: &mut Records, ops: impl IntoIterator<Item = &'a Op>) {
    let mut ops: Vec<&Op> = ops.into_iter().collect();
    ops.small_sort_by_key(|op| op.seq);
    for op in ops {
        op.change.apply(records);
    }
}

/// The fields that ops touch.
pub fn fields<'a>(ops: impl IntoIterator<Item = &'a Op>) -> FieldsOf {
    let mut fields = FieldsOf::new();
    add_fields(&mut fields, &mut ops.into_iter().map(|op| &op.change));
    fields
}

/// Adds the fields that changes touch.
pub fn add_fields(fields: &mut FieldsOf, changes: &mut dyn Iterator<Item = &Change>) {
    for change in changes {
        let names = fields.entry(change.record.clone()).or_default();
        for name in change.set.keys() {
            if !names.contains(name) {
                names.push(name.clone());
            }
        }
    }
}

/// Numbers missing between the first and the last of a device's sequence: ops that were lost.
pub fn gaps<'a>(ops: impl IntoIterator<Item = &'a Op>) -> Vec<u64> {
    let mut seqs = BTreeSet::new();
    seqs.extend(ops.into_iter().map(|op| op.seq));
    match (seqs.first(), seqs.last()) {
        (Some(&first), Some(&last)) => (first..=last).filter(|seq| !seqs.contains(seq)).collect(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::model::record::{Record, RecordKind};

    fn op(seq: u64, name: &str) -> Op {
        let record = Record {
            id: "unit/1".into(),
            kind: RecordKind::Unit,
            scope: "1".into(),
            fields: BTreeMap::from([("name".to_owned(), name.into())]),
            rev: 0,
        };
        Op {
            op_id: seq.to_string(),
            seq,
            author: "a".to_owned(),
            at_ms: 0,
            change: Change::between(None, &record).unwrap(),
        }
    }

    #[test]
    fn the_sequence_decides_not_the_order_of_arrival() {
        let mut records = Records::new();
        fold(&mut records, &[op(2, "sau"), op(1, "trước")]);
        assert_eq!(records[&RecordId::from("unit/1")].fields["name"], "sau");
    }

    #[test]
    fn what_waits_is_counted_by_field_and_a_gap_is_seen() {
        let ops = [op(1, "a"), op(2, "b"), op(5, "c")];
        assert_eq!(fields(&ops)[&RecordId::from("unit/1")].len(), 1);
        assert_eq!(gaps(&ops), [3, 4]);
        assert!(gaps(&[]).is_empty());
    }
}
