//! What a workspace knows of itself: how far its sequences are, and how far a server is.

use super::backend::{Key, Rows, Span, Write};
use super::error::StoreError;
use super::schema::Table;
use crate::model::from_json::{self, FromJson};
use serde::Serialize;

/// The head of a workspace: one row, read and written in every transaction that gives a number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, FromJson)]
pub struct Head {
    /// The `seq` of the next op.
    pub next_seq: u64,
    /// The number of the next line of the journal.
    pub next_line: u64,
    /// Ops up to this `seq` are in the pages.
    pub folded: u64,
    /// Ops up to this `seq` have an answer from a server.
    #[serde(default)]
    pub answered: u64,
    /// This device's name for a server; empty until the first write.
    #[serde(default)]
    pub device: String,
    /// How far this device has read a server's changes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
    /// The server's epoch; another one means that it was restored from a backup.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub epoch: Option<String>,
}

impl Default for Head {
    fn default() -> Head {
        Head {
            next_seq: 1,
            next_line: 1,
            folded: 0,
            answered: 0,
            device: String::new(),
            cursor: None,
            epoch: None,
        }
    }
}

const HEAD: &str = "head";

impl Head {
    /// The row to ask for.
    pub fn span() -> Span {
        Span::One(Table::Meta, Key::from(HEAD))
    }

    /// Reads it; a new workspace has none.
    ///
    /// # Errors
    /// [`StoreError::Damaged`]
    pub fn read(rows: &Rows) -> Result<Head, StoreError> {
        match rows.first() {
            Some((_, bytes)) => Ok(from_json::read(bytes)?),
            None => Ok(Head::default()),
        }
    }

    /// The row to write.
    ///
    /// # Errors
    /// Only if it cannot be written as JSON.
    pub fn write(&self) -> Result<Write, StoreError> {
        Ok(Write::Put(Table::Meta, Key::from(HEAD), serde_json::to_vec(self)?))
    }

    /// The `seq` of the last op; 0 before the first.
    pub fn top(&self) -> u64 {
        self.next_seq.saturating_sub(1)
    }

    /// How many ops no server has answered.
    pub fn unsent(&self) -> u64 {
        self.top().saturating_sub(self.answered)
    }

    /// How many ops are not in the pages yet.
    pub fn unfolded(&self) -> u64 {
        self.top().saturating_sub(self.folded)
    }
}
