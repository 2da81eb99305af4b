//! The pages of a workspace together: which page a record is on, and rewriting those that change.
//!
//! Pages are the leaves of a sorted tree without branches: a page's key is the lowest id it may hold,
//! and the first page's key is `""`, written or not. So the keys are the directory and nothing else
//! has to be kept in step with them.

use super::error::StoreError;
use super::page;
use crate::model::id::RecordId;
use crate::model::record::Record;
use crate::model::sort::map_of;
use crate::sync::op::Records;
use std::collections::BTreeMap;

/// How many records a new page gets.
pub const FILLED: usize = 256;
/// How many records a page may grow to before it is split.
pub const MOST: usize = 512;

/// Pages by key.
pub type Pages = BTreeMap<String, Vec<u8>>;

/// Pages as they are to be written, by key; `None` for one to be removed.
pub type Rewritten = Vec<(String, Option<Vec<u8>>)>;

/// Does something to records of some pages, and answers those pages as they are to be written; one
/// that is now empty is `None`. Pages that none of `items` is about are not even read.
///
/// # Errors
/// [`StoreError`] when a page that has to change cannot be read.
pub fn rewrite<T>(
    pages: &Pages,
    items: impl IntoIterator<Item = (RecordId, T)>,
    mut apply: impl FnMut(&mut Records, T),
) -> Result<Rewritten, StoreError> {
    let keys: Vec<&str> = pages.keys().map(String::as_str).collect();
    // The items of each page, and first those of the page whose key is "" when it is not written yet.
    let mut by_page: Vec<Vec<T>> = Vec::new();
    by_page.resize_with(keys.len() + 1, Vec::new);
    for (id, item) in items {
        let at = keys.partition_point(|key| *key <= id.as_str());
        by_page[at].push(item);
    }
    let mut written = Vec::new();
    for (at, items) in by_page.into_iter().enumerate().filter(|(_, items)| !items.is_empty()) {
        let key = at.checked_sub(1).map_or("", |at| keys[at]);
        let mut records = match pages.get(key) {
            Some(bytes) => by_id(page::decode(bytes)?),
            None => Records::new(),
        };
        for item in items {
            apply(&mut records, item);
        }
        split(key, &records, &mut written)?;
    }
    Ok(written)
}

/// New pages of records that come after all that is written, in the order of their identifiers.
///
/// # Errors
/// [`StoreError`] when a record cannot be written.
pub fn fresh(records: &[Record], is_first: bool) -> Result<Rewritten, StoreError> {
    let mut written = Vec::new();
    for (index, part) in records.chunks(FILLED).enumerate() {
        let key = match part.first() {
            Some(first) if index > 0 || !is_first => first.id.to_string(),
            _ => String::new(),
        };
        let part: Vec<&Record> = part.iter().collect();
        written.push((key, Some(page::encode(&part)?)));
    }
    Ok(written)
}

/// Records by identifier.
pub fn by_id(records: Vec<Record>) -> Records {
    map_of(records.into_iter().map(|record| (record.id.clone(), record)))
}

fn split(key: &str, records: &Records, written: &mut Rewritten) -> Result<(), StoreError> {
    if records.is_empty() {
        written.push((key.to_owned(), None));
        return Ok(());
    }
    let records: Vec<&Record> = records.values().collect();
    let parts = if records.len() > MOST {
        records.len().div_ceil(FILLED)
    } else {
        1
    };
    for (index, part) in records.chunks(records.len().div_ceil(parts)).enumerate() {
        let key = match (index, part.first()) {
            (1.., Some(first)) => first.id.to_string(),
            _ => key.to_owned(),
        };
        written.push((key, Some(page::encode(part)?)));
    }
    Ok(())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::model::record::RecordKind;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn record(id: u32, name: u32) -> Record {
        Record {
            id: RecordId::new(format!("unit/{id:05}")),
            kind: RecordKind::Unit,
            scope: "bloc".into(),
            fields: BTreeMap::from([("name".to_owned(), name.into())]),
            rev: 0,
        }
    }

    fn put(pages: &mut Pages, records: impl IntoIterator<Item = Record>) -> usize {
        let items = records.into_iter().map(|record| (record.id.clone(), record));
        let written = rewrite(pages, items, |records, record| {
            records.insert(record.id.clone(), record);
        });
        apply(pages, written.unwrap())
    }

    fn remove(pages: &mut Pages, records: impl IntoIterator<Item = Record>) -> usize {
        let items = records.into_iter().map(|record| (record.id.clone(), record.id));
        let written = rewrite(pages, items, |records, id| {
            records.remove(&id);
        });
        apply(pages, written.unwrap())
    }

    fn apply(pages: &mut Pages, written: Rewritten) -> usize {
        let count = written.len();
        for (key, bytes) in written {
            match bytes {
                Some(bytes) => pages.insert(key, bytes),
                None => pages.remove(&key),
            };
        }
        count
    }

    fn all(pages: &Pages) -> Vec<Record> {
        pages.values().flat_map(|bytes| page::decode(bytes).unwrap()).collect()
    }

    #[test]
    fn ten_thousand_records_are_forty_pages_and_one_edit_writes_one() {
        let mut pages = Pages::new();
        assert_eq!(put(&mut pages, (0..10_000).map(|id| record(id, 0))), 40);
        assert_eq!(put(&mut pages, [record(5_000, 1)]), 1);
        assert_eq!(all(&pages).len(), 10_000);
    }

    #[test]
    fn a_page_that_was_set_aside_leaves_its_place_to_its_neighbour() {
        let mut pages = Pages::new();
        put(&mut pages, (0..1_000).map(|id| record(id, 0)));
        pages.remove("");
        let kept = all(&pages).len();
        put(&mut pages, (0..600).map(|id| record(id, 1)));
        let ids: Vec<_> = all(&pages).into_iter().map(|record| record.id).collect();
        assert!(ids.is_sorted());
        assert!(ids.len() >= kept);
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
    }

    proptest! {
        // Thousands of records a case.
        #![proptest_config(ProptestConfig::with_cases(32))]

        #[test]
        fn what_is_put_is_there_once_and_in_order(batches in proptest::collection::vec((0u32..3_000, 1u32..900, any::<bool>()), 1..6)) {
            let (mut pages, mut expected) = (Pages::new(), Records::new());
            for (round, (from, count, removing)) in (0..).zip(batches) {
                let batch: Vec<Record> = (from..from + count).map(|id| record(id, round)).collect();
                if removing {
                    expected.retain(|id, _| batch.iter().all(|record| record.id != *id));
                    remove(&mut pages, batch);
                } else {
                    expected.extend(batch.iter().map(|record| (record.id.clone(), record.clone())));
                    put(&mut pages, batch);
                }
            }
            prop_assert_eq!(all(&pages), expected.into_values().collect::<Vec<_>>());
            for (key, bytes) in &pages {
                let page = page::decode(bytes).unwrap();
                prop_assert!(page.len() <= MOST);
                prop_assert!(page.iter().all(|record| record.id.as_str() >= key.as_str()));
            }
        }
    }
}
