//! The store in IndexedDB, held to the contract of all stores, and what only a browser can show.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![cfg(target_arch = "wasm32")]

mod store_contract;

use so_khoi::store::backend::{Database, Notice, Shelf, Span};
use so_khoi::store::error::StoreError;
use so_khoi::store::indexed_db::IndexedDbShelf;
use so_khoi::store::schema::{Schema, Table};
use so_khoi::store::workspace::Store;
use so_khoi::sync::op::Records;
use std::cell::Cell;
use std::rc::Rc;
use store_contract::*;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

macro_rules! in_browser {
    ($name:ident) => {
        #[wasm_bindgen_test]
        async fn $name() {
            store_contract::$name(&IndexedDbShelf, concat!("contract/", stringify!($name))).await;
        }
    };
}

for_each_contract!(in_browser);

#[wasm_bindgen(inline_js = "
const asked = [];
export function watch_transactions() {
    const real = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (names, mode, options) {
        const transaction = real.apply(this, arguments);
        asked.push(`${mode} ${transaction.durability}`);
        return transaction;
    };
}
export function transactions() { return asked.join(); }
export function open_newer(name) {
    return new Promise((resolve, reject) => {
        const request = indexedDB.open(name, 1000);
        request.onsuccess = () => { request.result.close(); resolve(); };
        request.onerror = () => reject(request.error);
    });
}
export function lose_connections() {
    const real = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (names, mode, options) {
        IDBDatabase.prototype.transaction = real;
        this.close();
        return real.apply(this, arguments);
    };
}
export function fill_disk() {
    const real = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function () {
        IDBObjectStore.prototype.put = real;
        throw new DOMException('no room', 'QuotaExceededError');
    };
}
")]
extern "C" {
    fn watch_transactions();
    fn transactions() -> String;
    #[wasm_bindgen(catch)]
    async fn open_newer(name: &str) -> Result<JsValue, JsValue>;
    fn lose_connections();
    fn fill_disk();
}

#[wasm_bindgen_test]
async fn a_write_asks_for_strict_durability() {
    let store = store(&IndexedDbShelf, "strict").await;
    watch_transactions();
    store
        .append(&[edit(1, [rename(&Records::new(), 1, "x")])])
        .await
        .unwrap();
    assert!(transactions().contains("readwrite strict"), "{}", transactions());
}

#[wasm_bindgen_test]
async fn a_newer_app_is_let_through() {
    let told = Rc::new(Cell::new(None));
    let tell = told.clone();
    let db = IndexedDbShelf
        .open("newer", Schema::Workspace, move |notice| tell.set(Some(notice)))
        .await
        .unwrap();
    // Were the connection held, this would wait for ever.
    open_newer("newer").await.unwrap();
    assert_eq!(told.get(), Some(Notice::Superseded));
    assert_eq!(db.read(&[Span::All(Table::Meta)]).await, Err(StoreError::Superseded));
    // And this version no longer opens what the newer one has changed.
    let again = IndexedDbShelf.open("newer", Schema::Workspace, |_| {}).await;
    assert_eq!(again.err(), Some(StoreError::Superseded));
}

#[wasm_bindgen_test]
async fn what_is_being_written_is_written_before_a_newer_app_takes_over() {
    let told = Rc::new(Cell::new(false));
    let tell = told.clone();
    let db = IndexedDbShelf
        .open("grace", Schema::Workspace, move |_| tell.set(true))
        .await
        .unwrap();
    let store = Store::new(db, "máy 1");
    let newer = async {
        open_newer("grace").await.unwrap();
    };
    let typed = async {
        while !told.get() {
            gloo_timers::future::TimeoutFuture::new(1).await;
        }
        store
            .append(&[edit(1, [rename(&Records::new(), 1, "x")])])
            .await
            .map(|(lines, _)| lines.len())
    };
    let (_, written) = both(newer, typed).await;
    assert_eq!(written, Ok(1));
}

#[wasm_bindgen_test]
async fn a_lost_connection_is_made_again() {
    let store = store(&IndexedDbShelf, "lost").await;
    store
        .append(&[edit(1, [rename(&Records::new(), 1, "x")])])
        .await
        .unwrap();
    lose_connections();
    store
        .append(&[edit(2, [rename(&Records::new(), 2, "y")])])
        .await
        .unwrap();
    lose_connections();
    assert_eq!(store.load(0).await.unwrap().records.len(), 2);
}

#[wasm_bindgen_test]
async fn a_full_disk_is_named_and_the_same_edit_succeeds_later() {
    let store = store(&IndexedDbShelf, "full").await;
    let edits = [edit(1, [rename(&Records::new(), 1, "x")])];
    fill_disk();
    assert_eq!(store.append(&edits).await.unwrap_err(), StoreError::Full);
    assert!(store.load(0).await.unwrap().records.is_empty());
    let (lines, _) = store.append(&edits).await.unwrap();
    assert_eq!(lines[0].ops[0].seq, 1);
}
