//! What seals rows and opens them. The one of the app is the browser's ([`super::web_cipher`]); tests bring a plain one of their own.

use super::error::StoreError;
use std::any::Any;
use std::future::Future;
use std::pin::Pin;

/// Bytes with the name of the row that they are of: what was sealed under one name does not open under another.
pub type Named = (String, Vec<u8>);

/// Work that is on its way.
pub type Work<'a, T> = Pin<Box<dyn Future<Output = T> + 'a>>;

/// A key in use.
pub trait Cipher {
    /// Seals rows, each with a number used once.
    fn seal<'a>(&'a self, rows: Vec<Named>) -> Work<'a, Result<Vec<Vec<u8>>, StoreError>>;

    /// Opens rows; `None` for one that was not sealed with this key under this name, or is damaged.
    fn open<'a>(&'a self, rows: Vec<Named>) -> Work<'a, Result<Vec<Option<Vec<u8>>>, StoreError>>;

    /// Waits until nobody else writes to this database, in any tab; it is so until what this answers is dropped.
    fn alone<'a>(&'a self) -> Work<'a, Box<dyn Any>>;
}
