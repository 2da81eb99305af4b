//! The journal: every edit of this device with what was before, so that it can be undone, after a
//! reload too, and so that a cell can show where its figure comes from.

use crate::model::from_json::FromJson;
use crate::model::id::RecordId;
use crate::sync::op::Op;
use serde::Serialize;
use serde_json::Value;

/// What a person did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, FromJson)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// Edited.
    Edit,
    /// Undid this line.
    Undo(u64),
    /// Did again what this line had undone.
    Redo(u64),
    /// Took in this many records at once: a demo, a new bloc, a backup. They are in the pages directly.
    Import(u64),
}

/// One line: what one person did at once.
#[derive(Clone, Debug, PartialEq, Serialize, FromJson)]
pub struct Line {
    /// Its number, from 1.
    pub no: u64,
    /// The wall clock in milliseconds since 1970.
    pub at_ms: i64,
    /// Who did it.
    pub author: String,
    /// What was done.
    pub act: Act,
    /// The ops that it made.
    #[serde(default)]
    pub ops: Vec<Op>,
}

/// One thing that happened to a field.
#[derive(Clone, Debug, PartialEq)]
pub struct Past {
    /// When.
    pub at_ms: i64,
    /// Who did it.
    pub author: String,
    /// As what.
    pub act: Act,
    /// The field.
    pub field: String,
    /// Before; `null` for nothing.
    pub old: Value,
    /// After; `null` for nothing.
    pub new: Value,
}

/// What lines say of a record, or of one field of it, in the lines' order turned around.
pub fn past<'a>(lines: impl DoubleEndedIterator<Item = &'a Line>, record: &RecordId, field: Option<&str>) -> Vec<Past> {
    let mut found = Vec::new();
    for line in lines.rev() {
        for op in line.ops.iter().rev().filter(|op| op.change.record == *record) {
            for (name, change) in op
                .change
                .set
                .iter()
                .filter(|(name, _)| field.is_none_or(|field| field == *name))
            {
                found.push(Past {
                    at_ms: line.at_ms,
                    author: line.author.clone(),
                    act: line.act.clone(),
                    field: name.clone(),
                    old: change.old.clone(),
                    new: change.new.clone(),
                });
            }
        }
    }
    found
}
