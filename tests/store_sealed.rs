//! The sealed store over memory with a plain cipher, held to the contract of all stores and to that of sealed ones.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![cfg(not(target_arch = "wasm32"))]

mod store_contract;
#[path = "store_sealed/mod.rs"]
mod store_sealed;

use so_khoi::store::backend::{Database, Key, Shelf, Span, Write};
use so_khoi::store::cipher::{Cipher, Named, Work};
use so_khoi::store::error::StoreError;
use so_khoi::store::memory::{MemoryDatabase, MemoryShelf};
use so_khoi::store::schema::{Schema, Table};
use so_khoi::store::vault::{Vault, Vaults};
use std::any::Any;
use std::cell::{Cell, RefCell};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::rc::Rc;
use store_sealed::{Keys, Sealing, row};

/// Mixes bytes with what comes of its number, the row's name and a number used once; no secret to anybody.
struct PlainCipher {
    number: u64,
    used: Cell<u64>,
    lock: Rc<Cell<bool>>,
    meanwhile: RefCell<Option<Box<dyn FnOnce()>>>,
}

impl PlainCipher {
    fn new(number: u64) -> PlainCipher {
        PlainCipher {
            number,
            used: Cell::new(0),
            lock: Rc::default(),
            meanwhile: RefCell::default(),
        }
    }

    fn mixed(&self, nonce: u64, name: &str, bytes: &[u8]) -> Vec<u8> {
        let mask = |at: usize| hash((self.number, nonce, name, at)) as u8;
        bytes.iter().enumerate().map(|(at, byte)| byte ^ mask(at)).collect()
    }

    fn sum(&self, name: &str, bytes: &[u8]) -> [u8; 8] {
        hash((self.number, name, bytes)).to_be_bytes()
    }
}

fn hash(what: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    what.hash(&mut hasher);
    hasher.finish()
}

struct Alone(Rc<Cell<bool>>);

impl Drop for Alone {
    fn drop(&mut self) {
        self.0.set(false);
    }
}

impl Cipher for PlainCipher {
    fn seal<'a>(&'a self, rows: Vec<Named>) -> Work<'a, Result<Vec<Vec<u8>>, StoreError>> {
        Box::pin(async move {
            // As in a browser, others get their turn meanwhile.
            yield_once().await;
            if let Some(meanwhile) = self.meanwhile.take() {
                meanwhile();
            }
            let seal = |(name, bytes): Named| {
                self.used.set(self.used.get() + 1);
                let nonce = self.used.get();
                let mut row = nonce.to_be_bytes().to_vec();
                row.extend(self.mixed(nonce, &name, &bytes));
                row.extend(self.sum(&name, &bytes));
                row
            };
            Ok(rows.into_iter().map(seal).collect())
        })
    }

    fn open<'a>(&'a self, rows: Vec<Named>) -> Work<'a, Result<Vec<Option<Vec<u8>>>, StoreError>> {
        Box::pin(async move {
            yield_once().await;
            let open = |(name, row): Named| {
                let (nonce, rest) = row.split_first_chunk::<8>()?;
                let (mixed, sum) = rest.split_last_chunk::<8>()?;
                let bytes = self.mixed(u64::from_be_bytes(*nonce), &name, mixed);
                (self.sum(&name, &bytes) == *sum).then_some(bytes)
            };
            Ok(rows.into_iter().map(open).collect())
        })
    }

    fn alone<'a>(&'a self) -> Work<'a, Box<dyn Any>> {
        Box::pin(async move {
            while self.lock.replace(true) {
                yield_once().await;
            }
            Box::new(Alone(self.lock.clone())) as Box<dyn Any>
        })
    }
}

async fn yield_once() {
    let mut yielded = false;
    std::future::poll_fn(|cx| {
        if std::mem::replace(&mut yielded, true) {
            return std::task::Poll::Ready(());
        }
        cx.waker().wake_by_ref();
        std::task::Poll::Pending
    })
    .await;
}

#[derive(Default)]
struct PlainKeys {
    made: Cell<u64>,
}

impl Keys for PlainKeys {
    async fn key(&self, _: &str) -> Rc<dyn Cipher> {
        self.made.set(self.made.get() + 1);
        Rc::new(PlainCipher::new(self.made.get()))
    }
}

fn shelf() -> Sealing<MemoryShelf, PlainKeys> {
    Sealing {
        vaults: Vaults::default(),
        keys: PlainKeys::default(),
    }
}

macro_rules! on_sealed_memory {
    ($name:ident) => {
        #[test]
        fn $name() {
            pollster::block_on(store_contract::$name(&shelf(), stringify!($name)));
        }
    };
}

for_each_contract!(on_sealed_memory);

mod sealed {
    use super::*;

    macro_rules! of_sealed {
        ($name:ident) => {
            #[test]
            fn $name() {
                pollster::block_on(store_sealed::$name(&shelf(), stringify!($name)));
            }
        };
    }

    for_each_sealed!(of_sealed);
}

async fn with_cipher(shelf: &MemoryShelf) -> (Vault<MemoryDatabase>, Rc<PlainCipher>) {
    let db = shelf.open("meanwhile", Schema::Workspace, |_| {}).await.unwrap();
    let (vault, cipher) = (Vault::new(db, None), Rc::new(PlainCipher::new(1)));
    vault.seal(cipher.clone(), row()).await.unwrap();
    (vault, cipher)
}

/// The lock keeps tabs apart; where a browser has none, the transaction does.
#[test]
fn a_row_that_was_changed_beside_the_lock_is_not_overwritten() {
    pollster::block_on(async {
        let shelf = MemoryShelf::default();
        let (vault, cipher) = with_cipher(&shelf).await;
        let key = || Key::from("x");
        let put = async |byte: u8| {
            let span = [Span::One(Table::Snapshots, key())];
            let row = Write::Put(Table::Snapshots, key(), vec![byte]);
            let write = vault.write(&[Table::Snapshots], &span, |_| Ok((vec![row], ())));
            write.await
        };
        put(1).await.unwrap();
        let other = shelf.open("meanwhile", Schema::Workspace, |_| {}).await.unwrap();
        cipher.meanwhile.replace(Some(Box::new(move || {
            let gone = vec![Write::Delete(Table::Snapshots, Key::from("x"))];
            pollster::block_on(other.write(&[Table::Snapshots], &[], |_| Ok((gone, ())))).unwrap();
        })));
        let refused = put(2).await.unwrap_err();
        assert!(refused.passes(), "it is tried again: {refused:?}");
        let span = Span::One(Table::Snapshots, key());
        assert_eq!(vault.read(std::slice::from_ref(&span)).await.unwrap(), [vec![]]);
        put(3).await.unwrap();
        assert_eq!(
            vault.read(std::slice::from_ref(&span)).await.unwrap(),
            [vec![(key(), vec![3])]]
        );
    });
}

#[test]
fn a_disk_that_is_full_leaves_all_rows_readable() {
    pollster::block_on(async {
        let shelf = MemoryShelf::default();
        let db = shelf.open("full", Schema::Workspace, |_| {}).await.unwrap();
        let vault = Vault::new(db, None);
        let put = vec![Write::Put(Table::Pages, Key::from(""), b"Thanh tra".to_vec())];
        vault.write(&[Table::Pages], &[], |_| Ok((put, ()))).await.unwrap();
        shelf.fail_writes(Some(StoreError::Full));
        let cipher = Rc::new(PlainCipher::new(1));
        assert_eq!(vault.seal(cipher.clone(), row()).await, Err(StoreError::Full));
        shelf.fail_writes(None);
        assert!(!vault.is_sealed());
        let read = vault.read(&[Span::All(Table::Pages)]).await.unwrap();
        assert_eq!(read[0][0].1, b"Thanh tra");
        vault.seal(cipher, row()).await.unwrap();
        assert_eq!(vault.read(&[Span::All(Table::Pages)]).await.unwrap(), read);
    });
}
