//! The workspaces of this device: a small database of its own, so that one bloc can be opened,
//! removed or damaged without touching another.

use super::backend::{Database, Key, Notice, Shelf, Span, Write};
use super::error::StoreError;
use super::schema::{Schema, Table};
use crate::model::from_json::{self, FromJson};
use crate::model::sort::SmallSort;
use serde::Serialize;

/// The registry's database; workspaces are `so-khoi/<id>`.
pub const NAME: &str = "so-khoi";

/// A workspace as the registry knows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, FromJson)]
pub struct Entry {
    /// Its identifier.
    pub id: String,
    /// The bloc's name.
    pub name: String,
    /// Whether it is a demo.
    pub demo: bool,
    /// When it was made, in milliseconds since 1970.
    pub created_ms: i64,
    /// When it was last opened.
    pub opened_ms: i64,
    /// The account on the server that it is linked to, if it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<String>,
    /// Whether it opens by a PIN only, as was found when it was last opened.
    #[serde(default, skip_serializing_if = "is_false")]
    pub sealed: bool,
}

fn is_false(is: &bool) -> bool {
    !is
}

/// The name of a workspace's database.
pub fn database_name(id: &str) -> String {
    format!("{NAME}/{id}")
}

/// The list of workspaces.
pub struct Registry<D> {
    db: D,
}

impl<D: Database> Registry<D> {
    /// Opens it, making it on the first visit. `notice` hears what stands in the way, and who comes for it later.
    ///
    /// # Errors
    /// [`StoreError`]
    pub async fn open<S: Shelf<Database = D>>(
        shelf: &S,
        notice: impl Fn(Notice) + 'static,
    ) -> Result<Registry<D>, StoreError> {
        let db = shelf.open(NAME, Schema::Registry, notice).await?;
        Ok(Registry { db })
    }

    /// All workspaces, the one opened last first.
    ///
    /// # Errors
    /// [`StoreError`]
    pub async fn list(&self) -> Result<Vec<Entry>, StoreError> {
        let rows = self.db.read(&[Span::All(Table::Workspaces)]).await?;
        let mut all: Vec<Entry> = rows
            .iter()
            .flatten()
            .map(|(_, bytes)| from_json::read(bytes))
            .collect::<Result<_, _>>()?;
        all.small_sort_by(|a, b| (b.opened_ms, &b.id).cmp(&(a.opened_ms, &a.id)));
        Ok(all)
    }

    /// Writes an entry, over one with the same id.
    ///
    /// # Errors
    /// [`StoreError`]
    pub async fn put(&self, entry: &Entry) -> Result<(), StoreError> {
        let row = Write::Put(
            Table::Workspaces,
            Key::from(entry.id.as_str()),
            serde_json::to_vec(entry)?,
        );
        self.db.write(&[Table::Workspaces], &[], |_| Ok((vec![row], ()))).await
    }

    /// Deletes a workspace, all of it, and then its entry: if the first fails, it is still listed.
    ///
    /// # Errors
    /// [`StoreError`]
    pub async fn remove<S: Shelf<Database = D>>(&self, shelf: &S, id: &str) -> Result<(), StoreError> {
        shelf.delete(&database_name(id)).await?;
        let row = Write::Delete(Table::Workspaces, Key::from(id));
        self.db.write(&[Table::Workspaces], &[], |_| Ok((vec![row], ()))).await
    }
}
