//! A database whose rows may be sealed by a PIN. One that is not is passed through as it is.
//!
//! Sealing is asynchronous in a browser, and nothing else can be awaited in a transaction. So a write to a sealed one is: alone among
//! all tabs, read → open → decide → seal → one transaction, which writes only if the rows that were read are still as they were.
//! Keys of rows stay readable, and so does the row of the seal itself ([`super::seal`]).

use super::backend::{Database, Key, Notice, Rows, Shelf, Span, Write};
use super::cipher::{Cipher, Named};
use super::error::StoreError;
use super::gate::Gate;
use super::schema::{Schema, Table, Version};
use super::seal::{self, SEAL};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

/// How often it is tried again to turn a database over that others write to.
const TRIES: usize = 5;

/// The keys that were given since the app was opened, by the databases' names.
type Keys = Rc<RefCell<BTreeMap<String, Rc<dyn Cipher>>>>;

/// A database that may be sealed.
pub struct Vault<D> {
    db: D,
    cipher: RefCell<Option<Rc<dyn Cipher>>>,
    gate: Gate,
    is_closed: Cell<bool>,
}

/// The databases of this device, in the app.
#[cfg(target_arch = "wasm32")]
pub type DeviceShelf = Vaults<super::indexed_db::IndexedDbShelf>;

/// One of them.
#[cfg(target_arch = "wasm32")]
pub type DeviceDatabase = Vault<super::indexed_db::IndexedDb>;

/// Where they are kept. Clones hold the same keys.
#[derive(Clone, Default)]
pub struct Vaults<S> {
    shelf: S,
    keys: Keys,
}

impl<S: Shelf> Vaults<S> {
    /// Those of a shelf; no key was given yet.
    pub fn new(shelf: S) -> Vaults<S> {
        Vaults {
            shelf,
            keys: Keys::default(),
        }
    }

    /// The shelf below.
    pub fn shelf(&self) -> &S {
        &self.shelf
    }

    /// From now on this database is opened with this key.
    pub fn give(&self, name: &str, key: Rc<dyn Cipher>) {
        self.keys.borrow_mut().insert(name.to_owned(), key);
    }

    /// Forgets the key of a database. One that is open keeps it until it is closed.
    pub fn take_away(&self, name: &str) {
        self.keys.borrow_mut().remove(name);
    }
}

impl<S: Shelf> Shelf for Vaults<S> {
    type Database = Vault<S::Database>;

    async fn open(
        &self,
        name: &str,
        schema: Schema,
        notice: impl Fn(Notice) + 'static,
    ) -> Result<Vault<S::Database>, StoreError> {
        let db = self.shelf.open(name, schema, notice).await?;
        let cipher = self.keys.borrow().get(name).cloned();
        Ok(Vault::new(db, cipher))
    }

    async fn delete(&self, name: &str) -> Result<(), StoreError> {
        self.take_away(name);
        self.shelf.delete(name).await
    }
}

impl<D: Database> Vault<D> {
    /// An open database, with the key if it was given.
    pub fn new(db: D, cipher: Option<Rc<dyn Cipher>>) -> Vault<D> {
        Vault {
            db,
            cipher: RefCell::new(cipher),
            gate: Gate::default(),
            is_closed: Cell::new(false),
        }
    }

    /// The database below, for the row of the seal.
    pub fn base(&self) -> &D {
        &self.db
    }

    /// What opens the rows; none where they are not sealed.
    fn cipher(&self) -> Result<Option<Rc<dyn Cipher>>, StoreError> {
        match (self.db.is_sealed(), self.cipher.borrow().as_ref()) {
            (false, _) => Ok(None),
            (true, Some(cipher)) => Ok(Some(Rc::clone(cipher))),
            // Its owner has let go of it, and the key with it.
            (true, None) if self.is_closed.get() => Err(StoreError::Lost),
            (true, None) => Err(StoreError::Sealed),
        }
    }

    /// Seals all rows, or none: with this key, and this row that says how it is had from the PIN. Nothing happens where they are
    /// sealed already.
    ///
    /// # Errors
    /// [`StoreError`]; then they are as they were.
    pub async fn seal(&self, cipher: Rc<dyn Cipher>, row: Write) -> Result<(), StoreError> {
        let _shut = self.gate.shut().await;
        if self.db.is_sealed() {
            return Ok(());
        }
        for _ in 0..TRIES {
            let was = self.everything().await?;
            let puts = was.iter().flat_map(|(table, rows)| to_puts(*table, rows)).collect();
            let mut now = sealed(&*cipher, puts).await?;
            now.push(row.clone());
            if self.db.turn(was, now).await? {
                self.cipher.replace(Some(cipher));
                return Ok(());
            }
        }
        Err(changed_meanwhile())
    }

    /// Opens all rows for good, or none.
    ///
    /// # Errors
    /// [`StoreError`]; then they are as they were.
    pub async fn unseal(&self) -> Result<(), StoreError> {
        let _shut = self.gate.shut().await;
        let Some(cipher) = self.cipher()? else { return Ok(()) };
        for _ in 0..TRIES {
            let was = self.everything().await?;
            let spans: Vec<Span> = was.iter().map(|(table, _)| Span::All(*table)).collect();
            let rows = was.iter().map(|(_, rows)| rows.clone()).collect();
            let found = opened(&*cipher, &spans, rows).await?;
            let puts = spans.iter().zip(&found);
            let mut now: Vec<Write> = puts.flat_map(|(span, rows)| to_puts(span.table(), rows)).collect();
            now.push(Write::Delete(Table::Meta, Key::from(SEAL)));
            if self.db.turn(was, now).await? {
                self.cipher.replace(None);
                return Ok(());
            }
        }
        Err(changed_meanwhile())
    }

    /// All rows as they stand in the database.
    async fn everything(&self) -> Result<Vec<(Table, Rows)>, StoreError> {
        let added = Version::ALL.iter().flat_map(|version| version.adds(Schema::Workspace));
        let tables: Vec<Table> = added.copied().collect();
        let spans: Vec<Span> = tables.iter().map(|table| Span::All(*table)).collect();
        let found = self.db.read(&spans).await?;
        Ok(tables.into_iter().zip(found).collect())
    }

    /// One body for writes of every kind: what they decide and answer is the caller's.
    async fn write_rows(
        &self,
        tables: &[Table],
        spans: &[Span],
        decide: &mut dyn FnMut(Vec<Rows>) -> Result<Vec<Write>, StoreError>,
    ) -> Result<(), StoreError> {
        let _in = self.gate.enter().await;
        let Some(cipher) = self.cipher()? else {
            return self.db.write(tables, spans, |found| Ok((decide(found)?, ()))).await;
        };
        let _alone = cipher.alone().await;
        // A browser begins no transaction over no tables.
        let was = match spans {
            [] => Vec::new(),
            _ => self.db.read(spans).await?,
        };
        let found = opened(&*cipher, spans, was.clone()).await?;
        let writes = sealed(&*cipher, decide(found)?).await?;
        let write = |now| match now == was {
            true => Ok((writes, ())),
            false => Err(changed_meanwhile()),
        };
        self.db.write(tables, spans, write).await
    }
}

impl<D: Database> Database for Vault<D> {
    async fn read(&self, spans: &[Span]) -> Result<Vec<Rows>, StoreError> {
        let _in = self.gate.enter().await;
        match self.cipher()? {
            None => self.db.read(spans).await,
            Some(cipher) => opened(&*cipher, spans, self.db.read(spans).await?).await,
        }
    }

    async fn write<T>(
        &self,
        tables: &[Table],
        spans: &[Span],
        decide: impl FnOnce(Vec<Rows>) -> Result<(Vec<Write>, T), StoreError>,
    ) -> Result<T, StoreError> {
        let (mut decide, mut answer) = (Some(decide), None);
        let mut once = |found| {
            let decide = decide.take().ok_or(StoreError::Lost)?;
            let (writes, told) = decide(found)?;
            answer = Some(told);
            Ok(writes)
        };
        self.write_rows(tables, spans, &mut once).await?;
        answer.ok_or(StoreError::Lost)
    }

    fn is_sealed(&self) -> bool {
        self.db.is_sealed()
    }

    async fn turn(&self, was: Vec<(Table, Rows)>, now: Vec<Write>) -> Result<bool, StoreError> {
        self.db.turn(was, now).await
    }

    fn close(&self) {
        self.is_closed.set(true);
        self.cipher.replace(None);
        self.db.close();
    }
}

fn changed_meanwhile() -> StoreError {
    StoreError::Failed("the rows were changed meanwhile".to_owned())
}

/// A row's name for the cipher: its table and its key.
fn name(table: Table, key: &Key) -> String {
    match key {
        Key::Number(number) => format!("{}#{number}", table.name()),
        Key::Text(text) => format!("{}/{text}", table.name()),
    }
}

fn to_puts(table: Table, rows: &Rows) -> Vec<Write> {
    let put = |(key, bytes): &(Key, Vec<u8>)| Write::Put(table, key.clone(), bytes.clone());
    rows.iter().map(put).collect()
}

async fn sealed(cipher: &dyn Cipher, writes: Vec<Write>) -> Result<Vec<Write>, StoreError> {
    let (mut rows, mut places, mut done): (Vec<Named>, Vec<_>, Vec<Write>) = Default::default();
    for write in writes {
        match write {
            Write::Put(table, key, bytes) => {
                rows.push((name(table, &key), bytes));
                places.push((table, key));
            }
            gone => done.push(gone),
        }
    }
    let bytes = cipher.seal(rows).await?;
    let put = |((table, key), bytes)| Write::Put(table, key, bytes);
    done.extend(places.into_iter().zip(bytes).map(put));
    Ok(done)
}

/// Rows as they were before they were sealed. One that does not open is handed on as it stands: whoever reads it finds it damaged.
async fn opened(cipher: &dyn Cipher, spans: &[Span], mut found: Vec<Rows>) -> Result<Vec<Rows>, StoreError> {
    let mut asked: Vec<Named> = Vec::new();
    for (span, rows) in spans.iter().zip(&mut found) {
        let table = span.table();
        rows.retain(|(key, _)| !seal::is_row(table, key));
        if !matches!(span, Span::Keys(_)) {
            asked.extend(rows.iter().map(|(key, bytes)| (name(table, key), bytes.clone())));
        }
    }
    let mut opened = cipher.open(asked).await?.into_iter();
    for (span, rows) in spans.iter().zip(&mut found) {
        if matches!(span, Span::Keys(_)) {
            continue;
        }
        for (_, bytes) in rows {
            if let Some(Some(plain)) = opened.next() {
                *bytes = plain;
            }
        }
    }
    Ok(found)
}
