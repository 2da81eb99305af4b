//! Who may read and write what. The account comes from the session, never from what is sent.

use super::op::Change;
use crate::model::from_json::FromJson;
use crate::model::id::UnitId;
use crate::model::record::{RecordKind, WHOLE_BLOC};
use crate::model::tree::UnitTree;
use serde::Serialize;
use serde_json::Value;

/// What an account may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, FromJson)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Everything, accounts included.
    Admin,
    /// The committee's office: writes everything but accounts.
    Editor,
    /// Reads everything.
    Viewer,
    /// Writes the returns of its own unit and those below it; reads these, the bloc's own things and the targets.
    Unit,
}

impl Role {
    /// Every role.
    pub const ALL: [Role; 4] = [Role::Admin, Role::Editor, Role::Viewer, Role::Unit];

    /// The name that it is written by.
    pub const fn name(self) -> &'static str {
        match self {
            Role::Admin => "admin",
            Role::Editor => "editor",
            Role::Viewer => "viewer",
            Role::Unit => "unit",
        }
    }

    /// The role of this name.
    pub fn named(name: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|role| role.name() == name)
    }
}

/// Who acts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// The account.
    pub account: String,
    /// Its name, as others read it: an office or a post.
    pub name: String,
    /// What it may do.
    pub role: Role,
    /// Whose returns, for the role [`Role::Unit`].
    pub unit: Option<UnitId>,
}

/// What may stand in a return's status when a unit sets it: what it hands in or takes back, and the mark of a changed figure.
const STATUS_OF_UNITS: [&str; 3] = ["draft", "submitted", "amended"];

/// The kinds that every account with a unit reads all of.
pub const READ_BY_ALL: [RecordKind; 2] = [RecordKind::Drive, RecordKind::Target];

impl Actor {
    /// Whether the account may read records of this kind and scope. A unit reads what is below it, what belongs to the bloc
    /// as a whole, the drives, the targets, and the units above it, which its own hangs on.
    pub fn may_read(&self, kind: RecordKind, scope: &UnitId, units: &UnitTree) -> bool {
        match (self.role, &self.unit) {
            (Role::Admin | Role::Editor | Role::Viewer, _) => true,
            (Role::Unit, None) => false,
            (Role::Unit, Some(own)) => {
                scope.as_str() == WHOLE_BLOC
                    || READ_BY_ALL.contains(&kind)
                    || is_within(units, scope, own)
                    || (kind == RecordKind::Unit && is_within(units, own, scope))
            }
        }
    }

    /// Whether the account writes what belongs to the bloc as a whole, and with it everything: closes periods and opens them
    /// again, accepts returns, sets targets.
    pub const fn writes_all(&self) -> bool {
        matches!(self.role, Role::Admin | Role::Editor)
    }

    /// Whether the account may write records of this kind and scope.
    pub fn may_write_in(&self, kind: RecordKind, scope: &UnitId, units: &UnitTree) -> bool {
        match (self.role, &self.unit) {
            _ if self.writes_all() => true,
            (Role::Unit, Some(own)) => {
                let kind = matches!(
                    kind,
                    RecordKind::Return | RecordKind::Explanation | RecordKind::Conflict
                );
                kind && units.get(scope).is_some() && is_within(units, scope, own)
            }
            _ => false,
        }
    }

    /// Whether the account may give a return that it may write this status.
    pub fn may_set_status(&self, status: &Value) -> bool {
        self.writes_all() || is_of_units(status)
    }

    /// Whether the account may make this change. `scope` is that of the stored record, where there is one.
    pub fn may_write(&self, change: &Change, scope: &UnitId, units: &UnitTree) -> bool {
        let status = || match change.set.get("status") {
            Some(status) if change.kind == RecordKind::Return => self.may_set_status(&status.new),
            _ => true,
        };
        self.may_write_in(change.kind, scope, units) && status()
    }
}

fn is_of_units(status: &Value) -> bool {
    status.is_null() || status.as_str().is_some_and(|name| STATUS_OF_UNITS.contains(&name))
}

/// Whether a unit is another one or stands below it.
fn is_within(units: &UnitTree, unit: &UnitId, above: &UnitId) -> bool {
    unit == above || units.ancestors(unit).iter().any(|found| found.id == *above)
}
