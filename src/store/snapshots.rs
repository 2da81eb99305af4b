//! Snapshots: frozen numbers with the time they stand for, kept as they were.

use super::backend::{Database, Key, Span, Write};
use super::error::StoreError;
use super::schema::Table;
use crate::model::from_json::{self, FromJson};
use crate::model::sort::SmallSort;
use serde::Serialize;
use serde_json::Value;

/// Frozen numbers.
#[derive(Clone, Debug, PartialEq, Serialize, FromJson)]
pub struct Snapshot {
    /// Its identifier.
    pub id: String,
    /// What a person calls it.
    pub label: String,
    /// When it was taken, in milliseconds since 1970.
    pub at_ms: i64,
    /// What it holds; whoever takes it decides.
    pub content: Value,
}

/// Keeps a snapshot, over one with the same id.
///
/// # Errors
/// [`StoreError`]
pub async fn put(db: &impl Database, snapshot: &Snapshot) -> Result<(), StoreError> {
    let row = Write::Put(
        Table::Snapshots,
        Key::from(snapshot.id.as_str()),
        serde_json::to_vec(snapshot)?,
    );
    db.write(&[Table::Snapshots], &[], |_| Ok((vec![row], ()))).await
}

/// A snapshot.
///
/// # Errors
/// [`StoreError`]
pub async fn get(db: &impl Database, id: &str) -> Result<Option<Snapshot>, StoreError> {
    let rows = db.read(&[Span::One(Table::Snapshots, Key::from(id))]).await?;
    match rows.iter().flatten().next() {
        Some((_, bytes)) => Ok(Some(from_json::read(bytes)?)),
        None => Ok(None),
    }
}

/// All snapshots, the latest first.
///
/// # Errors
/// [`StoreError`]
pub async fn list(db: &impl Database) -> Result<Vec<Snapshot>, StoreError> {
    let rows = db.read(&[Span::All(Table::Snapshots)]).await?;
    let mut all: Vec<Snapshot> = rows
        .iter()
        .flatten()
        .map(|(_, bytes)| from_json::read(bytes))
        .collect::<Result<_, _>>()?;
    all.small_sort_by(|a, b| (b.at_ms, &b.id).cmp(&(a.at_ms, &a.id)));
    Ok(all)
}

/// Removes a snapshot.
///
/// # Errors
/// [`StoreError`]
pub async fn remove(db: &impl Database, id: &str) -> Result<(), StoreError> {
    let row = Write::Delete(Table::Snapshots, Key::from(id));
    db.write(&[Table::Snapshots], &[], |_| Ok((vec![row], ()))).await
}
