//! The store in memory, held to the contract of all stores, and what only it can show: a full disk.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![cfg(not(target_arch = "wasm32"))]

mod store_contract;

use so_khoi::store::error::StoreError;
use so_khoi::store::memory::MemoryShelf;
use so_khoi::sync::op::Records;
use store_contract::*;

macro_rules! on_memory {
    ($name:ident) => {
        #[test]
        fn $name() {
            pollster::block_on(store_contract::$name(&MemoryShelf::default(), stringify!($name)));
        }
    };
}

for_each_contract!(on_memory);

#[test]
fn a_full_disk_changes_nothing_and_the_same_edit_succeeds_later() {
    pollster::block_on(async {
        let shelf = MemoryShelf::default();
        let store = store(&shelf, "full").await;
        store.import(&[unit(1, "x")], "văn phòng", 1).await.unwrap();
        let before = store.load(0).await.unwrap();
        let edits = [edit(2, [rename(&Records::new(), 2, "y")])];
        shelf.fail_writes(Some(StoreError::Full));
        assert_eq!(store.append(&edits).await.unwrap_err(), StoreError::Full);
        let after = store.load(0).await.unwrap();
        assert_eq!((after.records, after.head), (before.records, before.head));
        shelf.fail_writes(None);
        let (lines, _) = store.append(&edits).await.unwrap();
        assert_eq!(lines[0].ops[0].seq, 1);
        assert_eq!(store.load(0).await.unwrap().records.len(), 2);
    });
}
