//! What can go wrong in a store. Each error says what is safe, so that a person can be told.

use super::page::PageDamage;
use crate::model::from_json::JsonError;
use thiserror::Error;

/// Why a store could not do what was asked.
///
/// A failed write has written nothing: a transaction happens whole or not at all. What was saved
/// before it is safe; what was to be saved is still in memory and on the screen.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum StoreError {
    /// The device has no room left. Saved things are safe; export a file or free some room.
    #[error("the device has no room left")]
    Full,
    /// A newer version of the app wants to change the database: this one has let go of it. Saved
    /// things are safe; reload.
    #[error("a newer version of the app uses this database")]
    Superseded,
    /// The connection was lost, or closed, and could not be made again. Saved things are safe.
    #[error("the connection to the database was lost")]
    Lost,
    /// The browser has cleared what it kept while it was open: a person's doing, or to make room. Only what is in memory is
    /// left; export it.
    #[error("the browser has deleted the database")]
    Cleared,
    /// The browser keeps no databases here (private browsing, or storage switched off).
    #[error("this browser keeps no databases: {0}")]
    Unavailable(String),
    /// The rows are sealed by a PIN that was not given since the app was opened. They are as they were.
    #[error("the rows are sealed by a PIN")]
    Sealed,
    /// A value that everything else hangs on cannot be read.
    #[error("damaged: {0}")]
    Damaged(String),
    /// Anything else, as the browser put it.
    #[error("{0}")]
    Failed(String),
}

impl StoreError {
    /// Whether trying again later, without anybody's help, may succeed.
    pub fn passes(&self) -> bool {
        matches!(self, StoreError::Full | StoreError::Lost | StoreError::Failed(_))
    }
}

impl From<serde_json::Error> for StoreError {
    fn from(error: serde_json::Error) -> StoreError {
        StoreError::Damaged(error.to_string())
    }
}

impl From<JsonError> for StoreError {
    fn from(error: JsonError) -> StoreError {
        StoreError::Damaged(error.to_string())
    }
}

impl From<PageDamage> for StoreError {
    fn from(damage: PageDamage) -> StoreError {
        match damage {
            PageDamage::Newer(_) => StoreError::Superseded,
            other => StoreError::Damaged(other.to_string()),
        }
    }
}
