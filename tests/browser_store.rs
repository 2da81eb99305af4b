//! The store in IndexedDB, held to the contract of all stores, and what only a browser can show.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![cfg(target_arch = "wasm32")]

mod store_contract;
#[path = "store_sealed/mod.rs"]
mod store_sealed;

use so_khoi::store::backend::{Database, Notice, Shelf, Span};
use so_khoi::store::cipher::Cipher;
use so_khoi::store::error::StoreError;
use so_khoi::store::indexed_db::IndexedDbShelf;
use so_khoi::store::schema::{Schema, Table};
use so_khoi::store::seal::Seal;
use so_khoi::store::vault::Vaults;
use so_khoi::store::web_cipher::{self, LEAST_PASSES};
use so_khoi::store::workspace::Store;
use so_khoi::sync::op::Records;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use store_contract::*;
use store_sealed::{Keys, Sealing};
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

const PIN: &str = "mưa tạnh rồi nắng";

thread_local! {
    /// Making one takes a second by design; the keys of all tests here come from the same.
    static SEAL: RefCell<Option<Seal>> = const { RefCell::new(None) };
}

async fn seal() -> Seal {
    if let Some(seal) = SEAL.with_borrow(Clone::clone) {
        return seal;
    }
    let (_, seal) = web_cipher::new_seal("any", PIN).await.unwrap();
    SEAL.set(Some(seal.clone()));
    seal
}

#[derive(Default)]
struct WebKeys;

impl Keys for WebKeys {
    async fn key(&self, name: &str) -> Rc<dyn Cipher> {
        web_cipher::opened(&seal().await, name, PIN).await.unwrap().unwrap()
    }
}

fn sealing() -> Sealing<IndexedDbShelf, WebKeys> {
    Sealing {
        vaults: Vaults::default(),
        keys: WebKeys,
    }
}

/// The same contract over rows that the browser has sealed.
mod with_a_pin {
    use super::*;

    macro_rules! in_browser {
        ($name:ident) => {
            #[wasm_bindgen_test]
            async fn $name() {
                store_contract::$name(&sealing(), concat!("contract/sealed/", stringify!($name))).await;
            }
        };
    }

    for_each_contract!(in_browser);

    macro_rules! of_sealed {
        ($name:ident) => {
            #[wasm_bindgen_test]
            async fn $name() {
                store_sealed::$name(&sealing(), concat!("sealed/", stringify!($name))).await;
            }
        };
    }

    for_each_sealed!(of_sealed);
}

#[wasm_bindgen_test]
async fn a_key_is_had_from_its_pin_and_no_other() {
    let seal = seal().await;
    assert!(seal.passes >= LEAST_PASSES, "{}", seal.passes);
    let (salt, key) = (seal.salt.len() / 2, seal.key.len() / 2);
    // The number used once, 256 bits, what tells that they are whole.
    assert_eq!((salt, key), (16, 12 + 32 + 16));
    let opens = async |seal: &Seal, pin: &str| web_cipher::opened(seal, "x", pin).await.unwrap().is_some();
    assert!(opens(&seal, PIN).await);
    // However a keyboard writes the accents.
    let apart = String::from(js_sys::JsString::from(PIN).normalize("NFD"));
    assert_ne!(apart, PIN);
    assert!(opens(&seal, &format!(" {apart} ")).await);
    assert!(!opens(&seal, "mưa tạnh rồi nắng lên").await);
    assert!(!opens(&seal, "").await);
    let mut longer = seal.clone();
    longer.passes += 1;
    assert!(!opens(&longer, PIN).await);
}

#[wasm_bindgen_test]
async fn a_new_pin_opens_the_same_rows_and_the_old_one_none() {
    let seal = seal().await;
    let row = || vec![("pages/".to_owned(), b"Thanh tra".to_vec())];
    let before = web_cipher::opened(&seal, "x", PIN).await.unwrap().unwrap();
    let rows = before.seal(row()).await.unwrap();
    assert_eq!(web_cipher::changed(&seal, "another", "194703").await.unwrap(), None);
    let changed = web_cipher::changed(&seal, PIN, "194703").await.unwrap().unwrap();
    assert!(changed.salt != seal.salt && changed.key != seal.key);
    assert!(web_cipher::opened(&changed, "x", PIN).await.unwrap().is_none());
    let after = web_cipher::opened(&changed, "x", "194703").await.unwrap().unwrap();
    let named = |name: &str| vec![(name.to_owned(), rows[0].clone())];
    assert_eq!(
        after.open(named("pages/")).await.unwrap(),
        [Some(b"Thanh tra".to_vec())]
    );
    // Under another name, or damaged, it does not open.
    assert_eq!(after.open(named("pages/x")).await.unwrap(), [None]);
    let mut damaged = named("pages/");
    *damaged[0].1.last_mut().unwrap() ^= 1;
    assert_eq!(after.open(damaged).await.unwrap(), [None]);
    // The same row never looks the same.
    assert_ne!(after.seal(row()).await.unwrap(), rows);
}

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
export function make_of_before(name) {
    return new Promise((resolve, reject) => {
        const request = indexedDB.open(name, 1);
        request.onupgradeneeded = () => {
            for (const table of ['pages', 'outbox', 'meta', 'snapshots', 'journal', 'damaged']) request.result.createObjectStore(table);
        };
        request.onsuccess = () => { request.result.close(); resolve(); };
        request.onerror = () => reject(request.error);
    });
}
export function clear_all() {
    const real = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (names, mode, options) {
        IDBDatabase.prototype.transaction = real;
        this.close();
        indexedDB.deleteDatabase(this.name);
        return real.apply(this, arguments);
    };
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
    #[wasm_bindgen(catch)]
    async fn make_of_before(name: &str) -> Result<JsValue, JsValue>;
    fn watch_transactions();
    fn transactions() -> String;
    #[wasm_bindgen(catch)]
    async fn open_newer(name: &str) -> Result<JsValue, JsValue>;
    fn lose_connections();
    fn clear_all();
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
async fn a_database_that_the_browser_cleared_is_not_begun_anew_in_silence() {
    let store = store(&IndexedDbShelf, "cleared").await;
    let rename = |number: u32| [edit(number.into(), [rename(&Records::new(), number, "x")])];
    store.append(&rename(1)).await.unwrap();
    clear_all();
    assert_eq!(store.append(&rename(2)).await.unwrap_err(), StoreError::Cleared);
    assert_eq!(store.load(0).await.unwrap_err(), StoreError::Cleared);
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

#[wasm_bindgen_test]
async fn a_database_of_the_first_version_gets_the_new_tables() {
    let name = "contract/of_before";
    make_of_before(name).await.unwrap();
    let device = linked::Device::joined(&IndexedDbShelf, name, "a", &mut linked::hub()).await;
    assert!(device.store.head().await.unwrap().is_linked());
}
