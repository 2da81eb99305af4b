//! What a workspace knows of itself: how far its sequences are, and how far a server is.

use super::backend::{Key, Rows, Span, Write};
use super::error::StoreError;
use super::schema::Table;
use super::workspace::Edit;
use crate::model::from_json::{self, FromJson};
use crate::sync::sequence;
use crate::sync::wire::Gap;
use serde::Serialize;

/// The head of a workspace: one row, read and written in every transaction that gives a number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, FromJson)]
pub struct Head {
    /// The `seq` of the next op.
    pub next_seq: u64,
    /// The number of the next line of the journal.
    pub next_line: u64,
    /// Ops up to this `seq` are in the pages. With a server only those that were published: its pages hold what is
    /// official, and ops without an answer lie on top.
    pub folded: u64,
    /// Ops up to this `seq` have an answer from a server.
    #[serde(default)]
    pub answered: u64,
    /// So many ops after that one have an answer nevertheless.
    #[serde(default, skip_serializing_if = "is_0")]
    pub ahead: u64,
    /// So many ops that were answered are to be sent once more: the server was restored from a backup.
    #[serde(default, skip_serializing_if = "is_0")]
    pub again: u64,
    /// So many ops were rejected and nobody has taken them back.
    #[serde(default, skip_serializing_if = "is_0")]
    pub rejected: u64,
    /// How often something came from a server: answers or records. A tab that knows of fewer reads anew.
    #[serde(default, skip_serializing_if = "is_0")]
    pub heard: u64,
    /// This device's name for a server; empty until the first write.
    #[serde(default)]
    pub device: String,
    /// How far this device has read a server's changes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
    /// Numbers of ops that no server will get: those of before the workspace was linked, and of all that was rejected.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub skipped: Vec<Gap>,
    /// The account that a server knows this device's name by; empty before the first one. Another account gets another name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub owner: String,
    /// The account whose edits these are; empty without a server.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub account: String,
    /// What the account may read, as the server names it; another one means that everything is fetched anew.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<String>,
    /// The server's epoch; another one means that it was restored from a backup. `None` without a server.
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
            ahead: 0,
            again: 0,
            rejected: 0,
            heard: 0,
            device: String::new(),
            cursor: None,
            skipped: Vec::new(),
            owner: String::new(),
            account: String::new(),
            scope: None,
            epoch: None,
        }
    }
}

const HEAD: &str = "head";

fn is_0(number: &u64) -> bool {
    *number == 0
}

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

    /// Whether the workspace has a server.
    pub fn is_linked(&self) -> bool {
        self.epoch.is_some()
    }

    /// How many ops wait for a server's answer.
    pub fn unsent(&self) -> u64 {
        self.top().saturating_sub(self.answered + self.ahead) + self.again
    }

    /// How many ops are to be folded into the pages: with a server none, it says what is in them.
    pub fn unfolded(&self) -> u64 {
        if self.is_linked() {
            return 0;
        }
        self.top().saturating_sub(self.folded)
    }

    /// Ops up to this `seq` are nowhere but in the pages, if anywhere.
    pub fn below(&self) -> u64 {
        if self.is_linked() {
            self.folded.max(self.answered)
        } else {
            self.folded
        }
    }

    /// No server will get ops of these numbers.
    pub(super) fn skip(&mut self, first: u64, last: u64) {
        if first <= last {
            sequence::add(&mut self.skipped, Gap { first, last });
        }
    }

    /// Who an edit is of.
    pub(super) fn author_of(&self, edit: &Edit) -> String {
        if edit.author.is_empty() {
            self.account.clone()
        } else {
            edit.author.clone()
        }
    }
}
