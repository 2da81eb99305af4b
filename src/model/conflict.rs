//! Conflicts: what somebody proposed for fields that another had changed meanwhile. The official value stands, the proposal
//! is kept here until somebody with the right chooses.
//!
//! A conflict is a record like any other, so it travels by the same feed, is stored in the same pages and is settled by an
//! edit like any other: one act sets the chosen value and the conflict's state, and one undo takes both back. Only a server
//! makes conflicts; a device changes nothing of one but its state.

use super::from_json::FromJson;
use super::id::{RecordId, UnitId};
use super::record_kind::RecordKind;
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;

/// One field that two people changed.
#[derive(Clone, Debug, PartialEq, Serialize, FromJson)]
pub struct Contested {
    /// What both began with; `null` for nothing.
    #[serde(default)]
    pub base: Value,
    /// The proposal, which does not stand.
    #[serde(default)]
    pub proposed: Value,
    /// What stood when the proposal came. What stands now is in the record.
    #[serde(default)]
    pub current: Value,
}

/// Where a conflict stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, FromJson)]
#[serde(rename_all = "snake_case")]
pub enum ConflictState {
    /// Somebody has to choose.
    #[default]
    Open,
    /// Somebody chose.
    Settled,
    /// Whoever proposed took it back.
    Withdrawn,
}

/// A conflict.
#[derive(Clone, Debug, PartialEq, Serialize, FromJson)]
pub struct Conflict {
    /// The op that proposed: the first one, where a device proposed again.
    pub id: String,
    /// The record.
    pub record: RecordId,
    /// What the record holds.
    pub of: RecordKind,
    /// The unit whose permissions decide on it.
    pub unit: UnitId,
    /// The fields, each with its values.
    pub contested: BTreeMap<String, Contested>,
    /// The account that proposed, by its name: an office or a post.
    #[serde(default)]
    pub by: String,
    /// The device that proposed.
    #[serde(default)]
    pub device: String,
    /// When the proposal was typed, by that device's clock, in milliseconds since 1970; never later than it came.
    pub at_ms: i64,
    /// The account that gave what stands.
    #[serde(default)]
    pub current_by: String,
    /// When that came, in milliseconds since 1970.
    #[serde(default)]
    pub current_at_ms: i64,
    /// Where it stands.
    #[serde(default)]
    pub state: ConflictState,
}

impl Conflict {
    /// The record's identifier of the conflict that an op began.
    pub fn record_id(op_id: &str) -> RecordId {
        RecordId::new(format!("conflict/{op_id}"))
    }
}
