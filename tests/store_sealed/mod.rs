//! A shelf whose workspaces are sealed as soon as they are made, for the contract of all stores; and what only a sealed one must do.
//! `store_sealed.rs` runs it over memory with a plain cipher, `browser_store.rs` over IndexedDB with the browser's.

use crate::store_contract::{both, edit, rename, store, unit};
use so_khoi::store::backend::{Database, Key, Notice, Rows, Shelf, Span, Write};
use so_khoi::store::cipher::Cipher;
use so_khoi::store::error::StoreError;
use so_khoi::store::load::Place;
use so_khoi::store::schema::{Schema, Table};
use so_khoi::store::seal::Seal;
use so_khoi::store::vault::{Vault, Vaults};
use so_khoi::store::workspace::Store;
use so_khoi::sync::op::Records;
use std::cell::Cell;
use std::rc::Rc;

/// What only a sealed store must do, by name.
#[macro_export]
macro_rules! for_each_sealed {
    ($check:ident) => {
        $check!(nothing_can_be_read_below);
        $check!(without_its_key_it_says_so_and_is_left_alone);
        $check!(sealing_closes_other_tabs_and_opening_brings_back_the_same_bytes);
        $check!(a_row_in_the_place_of_another_is_damaged);
        $check!(what_another_tab_writes_meanwhile_is_there_or_was_refused);
        $check!(rows_that_are_others_by_now_are_not_turned_over);
    };
}

/// Makes keys: of a cipher that shelf and test agree on.
pub trait Keys {
    /// A new key for a database.
    fn key(&self, name: &str) -> impl Future<Output = Rc<dyn Cipher>>;
}

/// A shelf that seals what is made on it.
pub struct Sealing<S, K> {
    pub vaults: Vaults<S>,
    pub keys: K,
}

impl<S: Shelf, K: Keys> Shelf for Sealing<S, K> {
    type Database = Vault<S::Database>;

    async fn open(
        &self,
        name: &str,
        schema: Schema,
        notice: impl Fn(Notice) + 'static,
    ) -> Result<Vault<S::Database>, StoreError> {
        let vault = self.vaults.open(name, schema, notice).await?;
        if schema == Schema::Workspace && !vault.is_sealed() {
            let key = self.keys.key(name).await;
            vault.seal(key.clone(), row()).await?;
            self.vaults.give(name, key);
        }
        assert_eq!(vault.is_sealed(), schema == Schema::Workspace);
        Ok(vault)
    }

    async fn delete(&self, name: &str) -> Result<(), StoreError> {
        self.vaults.delete(name).await
    }
}

/// What stands beside a key; here nobody asks it for a PIN.
pub fn row() -> Write {
    let seal = Seal {
        salt: "00".to_owned(),
        passes: 1,
        key: "00".to_owned(),
        tries: 0,
        tried_ms: 0,
    };
    seal.write().unwrap()
}

const TABLES: [Table; 8] = [
    Table::Pages,
    Table::Outbox,
    Table::Meta,
    Table::Snapshots,
    Table::Journal,
    Table::Damaged,
    Table::Answers,
    Table::Arriving,
];
const NAME: &str = "Chi bộ Thanh tra tỉnh";

async fn raw(db: &impl Database) -> Vec<(Table, Rows)> {
    let found = db.read(&TABLES.map(Span::All)).await.unwrap();
    TABLES.into_iter().zip(found).collect()
}

fn holds(rows: &[(Table, Rows)], text: &str) -> bool {
    let all = rows.iter().flat_map(|(_, rows)| rows);
    let mut all = all.map(|(_, bytes)| bytes);
    all.any(|bytes| bytes.windows(text.len()).any(|part| part == text.as_bytes()))
}

/// A bloc with pages, ops and a journal.
async fn filled<S: Shelf>(shelf: &S, name: &str) -> Store<S::Database> {
    let store = store(shelf, name).await;
    let units: Vec<_> = (0..600).map(|no| unit(no, NAME)).collect();
    store.import(&units, "", 1).await.unwrap();
    let records = store.load(0).await.unwrap().records;
    store
        .append(&[edit(2, [rename(&records, 3, "Đảng bộ Sở Y tế")])])
        .await
        .unwrap();
    store
}

pub async fn nothing_can_be_read_below<S: Shelf, K: Keys>(shelf: &Sealing<S, K>, name: &str) {
    let open = filled(shelf.vaults.shelf(), &format!("{name}/open")).await;
    let plain = raw(open.database()).await;
    assert!(holds(&plain, NAME) && holds(&plain, "Sở Y tế"), "the test sees nothing");

    let sealed = filled(shelf, name).await;
    let below = raw(sealed.database().base()).await;
    assert!(!holds(&below, NAME) && !holds(&below, "Sở Y tế") && !holds(&below, "name"));
    let count = |rows: &[(Table, Rows)]| rows.iter().map(|(_, rows)| rows.len()).sum::<usize>();
    // As many rows, and the seal.
    assert_eq!(count(&below), count(&plain) + 1);
    let (was, now) = (open.load(0).await.unwrap(), sealed.load(0).await.unwrap());
    assert_eq!(was.records, now.records);
    assert_eq!(now.damaged, []);
}

pub async fn without_its_key_it_says_so_and_is_left_alone<S: Shelf + Clone, K: Keys>(
    shelf: &Sealing<S, K>,
    name: &str,
) {
    let store = filled(shelf, name).await;
    let before = raw(store.database().base()).await;
    let locked = Vaults::new(shelf.vaults.shelf().clone());
    let locked = locked.open(name, Schema::Workspace, |_| {}).await.unwrap();
    let locked = Store::new(locked, "máy 1");
    assert_eq!(locked.load(0).await.unwrap_err(), StoreError::Sealed);
    let edits = [edit(1, [rename(&Records::new(), 1, "x")])];
    assert_eq!(locked.append(&edits).await.unwrap_err(), StoreError::Sealed);
    assert_eq!(raw(store.database().base()).await, before);
    // The row of the seal is there for who asks for the PIN.
    let seal = locked.database().base().read(&[Seal::span()]).await.unwrap();
    assert_eq!(Seal::read(&seal[0]).unwrap().passes, 1);
    // Who has closed has forgotten it.
    store.database().close();
    assert!(store.load(0).await.is_err());
}

pub async fn sealing_closes_other_tabs_and_opening_brings_back_the_same_bytes<S: Shelf + Clone, K: Keys>(
    shelf: &Sealing<S, K>,
    name: &str,
) {
    let vaults = Vaults::new(shelf.vaults.shelf().clone());
    let here = filled(&vaults, name).await;
    let told = Rc::new(Cell::new(None));
    let tell = told.clone();
    let other = vaults
        .open(name, Schema::Workspace, move |notice| tell.set(Some(notice)))
        .await
        .unwrap();
    let before = raw(here.database().base()).await;
    let shown = here.load(0).await.unwrap().records;

    let key = shelf.keys.key(name).await;
    here.database().seal(key.clone(), row()).await.unwrap();
    assert_eq!(told.get(), Some(Notice::Superseded));
    assert!(other.read(&[Span::All(Table::Meta)]).await.is_err());
    assert!(here.database().is_sealed());
    assert_eq!(here.load(0).await.unwrap().records, shown);
    assert!(!holds(&raw(here.database().base()).await, NAME));

    vaults.give(name, key);
    let other = store(&vaults, name).await;
    other.append(&[edit(3, [rename(&shown, 4, "y")])]).await.unwrap();
    here.append(&[edit(4, [rename(&shown, 5, "z")])]).await.unwrap();
    let more = here.load(0).await.unwrap().records;
    assert_eq!(other.load(0).await.unwrap().records, more);
    assert_eq!(more[&unit(4, "").id].fields["name"], "y");

    here.database().unseal().await.unwrap();
    assert!(!here.database().is_sealed());
    assert!(other.load(0).await.is_err());
    let after = raw(here.database().base()).await;
    assert_eq!(here.load(0).await.unwrap().records, more);
    let pages = |rows: &[(Table, Rows)]| rows[0].1.clone();
    assert_eq!(pages(&after), pages(&before));
    assert!(holds(&after, NAME));
    // And once more: a bloc may be sealed again.
    here.database().seal(shelf.keys.key(name).await, row()).await.unwrap();
    assert_eq!(here.load(0).await.unwrap().records, more);
}

pub async fn a_row_in_the_place_of_another_is_damaged<S: Shelf, K: Keys>(shelf: &Sealing<S, K>, name: &str) {
    let store = filled(shelf, name).await;
    let base = store.database().base();
    let swapped = base.write(&[Table::Pages], &[Span::All(Table::Pages)], |found| {
        let rows = &found[0];
        assert!(rows.len() > 1);
        let put = |at: usize, of: usize| Write::Put(Table::Pages, rows[at].0.clone(), rows[of].1.clone());
        Ok((vec![put(0, 1), put(1, 0)], ()))
    });
    swapped.await.unwrap();
    let opened = store.load(7).await.unwrap();
    let pages = opened
        .damaged
        .iter()
        .filter(|it| matches!(it.place, Place::Page { .. }));
    assert_eq!(pages.count(), 2);
    // They are set aside, sealed like everything.
    let aside = base.read(&[Span::All(Table::Damaged)]).await.unwrap();
    assert_eq!(aside[0].len(), 2);
}

pub async fn what_another_tab_writes_meanwhile_is_there_or_was_refused<S: Shelf + Clone, K: Keys>(
    shelf: &Sealing<S, K>,
    name: &str,
) {
    let vaults = Vaults::new(shelf.vaults.shelf().clone());
    let (here, other) = (filled(&vaults, name).await, store(&vaults, name).await);
    let shown = here.load(0).await.unwrap().records;
    let key = shelf.keys.key(name).await;
    let typed = async {
        let mut written = Vec::new();
        for no in 10..40 {
            if other
                .append(&[edit(no.into(), [rename(&shown, no, "tab khác")])])
                .await
                .is_ok()
            {
                written.push(no);
            }
        }
        written
    };
    let typed_here = async {
        for no in 50..60 {
            // In the tab itself nothing is refused: it waits.
            here.append(&[edit(no.into(), [rename(&shown, no, "tab này")])])
                .await
                .unwrap();
        }
    };
    let sealed = both(here.database().seal(key, row()), typed_here);
    let ((sealed, ()), written) = both(sealed, typed).await;
    sealed.unwrap();
    let records = here.load(0).await.unwrap().records;
    for no in written {
        assert_eq!(records[&unit(no, "").id].fields["name"], "tab khác", "{no}");
    }
    for no in 50..60 {
        assert_eq!(records[&unit(no, "").id].fields["name"], "tab này", "{no}");
    }
    assert!(!holds(&raw(here.database().base()).await, "tab "));
}

pub async fn rows_that_are_others_by_now_are_not_turned_over<S: Shelf, K: Keys>(shelf: &Sealing<S, K>, name: &str) {
    let open = filled(shelf.vaults.shelf(), name).await;
    let was = raw(open.database()).await;
    open.append(&[edit(9, [rename(&Records::new(), 9, "sau")])])
        .await
        .unwrap();
    let before = raw(open.database()).await;
    let nonsense = vec![Write::Put(Table::Meta, Key::from("head"), vec![1])];
    assert_eq!(open.database().turn(was, nonsense).await, Ok(false));
    assert!(!open.database().is_sealed());
    assert_eq!(raw(open.database()).await, before);
    // It goes on as it was.
    open.append(&[edit(10, [rename(&Records::new(), 10, "sau nữa")])])
        .await
        .unwrap();
}
