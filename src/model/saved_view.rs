//! Views of the explorer that a person keeps by a name.

use super::from_json::FromJson;
use super::id::ViewId;
use serde::Serialize;

/// A view of the explorer: what is looked at, under a name. Everybody who works on the bloc has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, FromJson)]
pub struct SavedView {
    /// Its identifier.
    pub id: ViewId,
    /// What it is called.
    pub name: String,
    /// The address behind it, without its bloc: path and query, as the app makes them.
    pub address: String,
}
