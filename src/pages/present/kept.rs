//! The frozen deck on the device: kept beside the books, so that a presentation begins at once, without them and without a network.

use super::frozen::Frozen;
use crate::model::from_json::FromJson;
use crate::state::workspace::Workspace;
use crate::store::backend::{Database, Shelf};
use crate::store::error::StoreError;
use crate::store::registry::database_name;
use crate::store::schema::Schema;
use crate::store::snapshots::{self, Snapshot};
use crate::store::vault::DeviceDatabase;

fn id_of(deck: &str) -> String {
    format!("present/{deck}")
}

/// Keeps it, in the place of the one before.
///
/// # Errors
/// [`StoreError`]; then it is shown all the same, only not the next time.
pub async fn keep(workspace: Workspace, frozen: &Frozen) -> Result<(), StoreError> {
    let Some(store) = workspace.store() else {
        return Err(StoreError::Lost);
    };
    let snapshot = Snapshot {
        id: id_of(&frozen.deck),
        label: frozen.name.clone(),
        at_ms: frozen.at_ms,
        content: serde_json::to_value(frozen)?,
    };
    snapshots::put(store.database(), &snapshot).await
}

/// Reads the last one of a deck, whether the books are open yet or not. What cannot be read is as if it were not there: it is made anew.
pub async fn read(workspace: Workspace, bloc: Option<&str>, deck: &str) -> Option<Frozen> {
    if let Some(store) = workspace.store() {
        return frozen(store.database(), deck).await;
    }
    // Opening a database that is not there would make one.
    let entries = workspace.list().await.ok()?;
    let found = entries.iter().find(|entry| Some(entry.id.as_str()) == bloc);
    let entry = found.or_else(|| entries.first().filter(|_| bloc.is_none()))?;
    let name = database_name(&entry.id);
    let db = workspace.shelf().open(&name, Schema::Workspace, |_| {}).await.ok()?;
    let found = frozen(&db, deck).await;
    db.close();
    found
}

async fn frozen(db: &DeviceDatabase, deck: &str) -> Option<Frozen> {
    let snapshot = snapshots::get(db, &id_of(deck)).await.ok()??;
    Frozen::from_json(&snapshot.content).ok()
}
