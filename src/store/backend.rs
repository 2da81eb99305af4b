//! What a store needs of a database: tables of bytes by key, and transactions. IndexedDB is one, memory
//! is the other; all that is above this file is written once and tested on both.
//!
//! A write transaction reads what it asked for, decides by a plain function, and writes what that says.
//! Nothing else can be awaited inside one, so no transaction can commit itself too early.

use super::error::StoreError;
use super::schema::{Schema, Table};
use std::future::Future;

/// The key of a row. Numbers come before texts, as in IndexedDB.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// Up to 2⁵³.
    Number(u64),
    /// Any text.
    Text(String),
}

impl From<u64> for Key {
    fn from(number: u64) -> Key {
        Key::Number(number)
    }
}

impl From<&str> for Key {
    fn from(text: &str) -> Key {
        Key::Text(text.to_owned())
    }
}

/// Rows by key. The order of texts is the database's own: do not rely on it.
pub type Rows = Vec<(Key, Vec<u8>)>;

/// Rows that are asked for.
#[derive(Clone, Debug)]
pub enum Span {
    /// A whole table.
    All(Table),
    /// The keys of a whole table, without what is in its rows.
    Keys(Table),
    /// One row, if it is there.
    One(Table, Key),
    /// Rows with numbers from the first to the last, both included; the last is not before the first.
    Numbers(Table, u64, u64),
}

impl Span {
    /// Its table.
    pub fn table(&self) -> Table {
        match self {
            Span::All(table) | Span::Keys(table) | Span::One(table, _) | Span::Numbers(table, ..) => *table,
        }
    }
}

/// The highest number that a key can be.
pub const LAST: u64 = 1 << 53;

/// A row to be written or removed.
#[derive(Clone, Debug)]
pub enum Write {
    /// Writes a row over what is there.
    Put(Table, Key, Vec<u8>),
    /// Removes a row, if it is there.
    Delete(Table, Key),
}

/// What a database tells its owner unasked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A newer version of the app wants to change the database, or somebody deletes it: the connection
    /// closes as soon as what is being written is written. Ask for a reload.
    Superseded,
    /// Opening waits for another tab that does not let go. Ask to close it.
    Blocked,
}

/// An open database.
pub trait Database {
    /// Reads spans, all in one transaction, and answers in their order.
    ///
    /// # Errors
    /// [`StoreError`]
    fn read(&self, spans: &[Span]) -> impl Future<Output = Result<Vec<Rows>, StoreError>>;

    /// In one durable transaction over `tables`: reads spans, asks `decide` what to write, writes it.
    /// Resolves when the transaction is complete on the device, with what `decide` answered.
    ///
    /// # Errors
    /// [`StoreError`], one of `decide` included; then nothing was written.
    fn write<T>(
        &self,
        tables: &[Table],
        spans: &[Span],
        decide: impl FnOnce(Vec<Rows>) -> Result<(Vec<Write>, T), StoreError>,
    ) -> impl Future<Output = Result<T, StoreError>>;

    /// Whether it was turned an odd number of times ([`Database::turn`]): then its rows are sealed.
    fn is_sealed(&self) -> bool;

    /// Turns it over: puts `now` in the place of what `was` there, all in one step in which nobody else has it open. Others are told
    /// as of a newer app, and have to open it anew; an app of before the turn does not open it any more. Nothing is changed where the
    /// rows of a table of `was` are no longer these; answers whether they were.
    ///
    /// # Errors
    /// [`StoreError`]; then nothing was changed.
    fn turn(&self, was: Vec<(Table, Rows)>, now: Vec<Write>) -> impl Future<Output = Result<bool, StoreError>>;

    /// Closes the connection; every later call fails with [`StoreError::Lost`].
    fn close(&self);
}

/// Where databases are kept.
pub trait Shelf {
    /// Its databases.
    type Database: Database;

    /// Opens a database, making or migrating it as needed. `notice` is called with what happens to
    /// the connection later.
    ///
    /// # Errors
    /// [`StoreError`]
    fn open(
        &self,
        name: &str,
        schema: Schema,
        notice: impl Fn(Notice) + 'static,
    ) -> impl Future<Output = Result<Self::Database, StoreError>>;

    /// Deletes a database. Connections to it are told and close.
    ///
    /// # Errors
    /// [`StoreError`]
    fn delete(&self, name: &str) -> impl Future<Output = Result<(), StoreError>>;
}
