//! What a workspace knows of the server that it is linked to: one row, beside the head.

use super::backend::{Key, Rows, Span, Write};
use super::error::StoreError;
use super::schema::Table;
use crate::model::from_json::{self, FromJson};
use crate::model::id::UnitId;
use crate::sync::rights::{Actor, Role};
use serde::Serialize;

/// The account on the server whose edits these are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, FromJson)]
pub struct Link {
    /// The account's identifier.
    pub account: String,
    /// Its name: an office or a post.
    pub name: String,
    /// What it may do.
    pub role: Role,
    /// Whose returns it writes; only of the role `unit`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitId>,
    /// The bloc's name on the server when it was linked.
    #[serde(default)]
    pub bloc: String,
    /// The server's epoch and this device's name then, should the head be lost.
    #[serde(default)]
    pub epoch: String,
    /// This device's name.
    #[serde(default)]
    pub device: String,
    /// Since when, in milliseconds since 1970.
    pub since_ms: i64,
    /// When something was last sent, in milliseconds since 1970.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sent_ms: Option<i64>,
    /// When was last asked for what others did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fetched_ms: Option<i64>,
    /// When everything was last compared with the server, by digests.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub compared_ms: Option<i64>,
}

pub(super) const LINK: &str = "link";

impl Link {
    /// The row to ask for.
    pub fn span() -> Span {
        Span::One(Table::Meta, Key::from(LINK))
    }

    /// Reads it; a workspace without a server has none.
    ///
    /// # Errors
    /// [`StoreError::Damaged`]
    pub fn read(rows: &Rows) -> Result<Option<Link>, StoreError> {
        match rows.first() {
            Some((_, bytes)) => Ok(Some(from_json::read(bytes)?)),
            None => Ok(None),
        }
    }

    /// The row to write.
    ///
    /// # Errors
    /// Only if it cannot be written as JSON.
    pub fn write(&self) -> Result<Write, StoreError> {
        Ok(Write::Put(Table::Meta, Key::from(LINK), serde_json::to_vec(self)?))
    }

    /// Who acts, for what the app offers; the server asks its own.
    pub fn actor(&self) -> Actor {
        Actor {
            account: self.account.clone(),
            name: self.name.clone(),
            role: self.role,
            unit: self.unit.clone(),
        }
    }
}
