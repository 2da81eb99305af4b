//! What a server's side of the workspace needs of it: conflicts among its records, and reading again what came.

use super::Workspace;
use crate::model::conflict::Conflict;
use crate::model::id::RecordId;
use crate::model::record::Record;
use crate::model::sort::SmallSort;
use crate::platform::chunk::chunks;
use crate::store::desk::open_conflicts;
use crate::store::error::StoreError;
use leptos::prelude::*;
use std::collections::BTreeSet;
use std::future::Future;
use std::pin::Pin;

/// How often records are read again when somebody types meanwhile.
const TRIES: usize = 20;

/// What shows what came from a server.
type Refresh = fn(Workspace) -> Pin<Box<dyn Future<Output = ()>>>;

chunks! {
    /// Reading anew what another tab fetched.
    refreshing as fetch_refreshing -> Refresh: |workspace| Box::pin(workspace.refresh(None));
}

/// An open conflict beside what stands now.
#[derive(Clone, Debug, PartialEq)]
pub struct Disputed {
    /// The conflict, with the proposal.
    pub conflict: Conflict,
    /// The contested record as it is now, edits included; none where this account does not see it.
    pub record: Option<Record>,
}

impl Workspace {
    /// The open conflicts, by the records that they are about.
    pub fn disputed(self) -> Vec<Disputed> {
        self.with(|inner| {
            let records = inner.desk.records();
            let beside = |conflict: Conflict| Disputed {
                record: records.get(&conflict.record).cloned(),
                conflict,
            };
            let mut found: Vec<Disputed> = open_conflicts(records).map(beside).collect();
            found.small_sort_by(|a, b| (&a.conflict.record, &a.conflict.id).cmp(&(&b.conflict.record, &b.conflict.id)));
            found
        })
    }

    /// How many cells and fields are in open conflicts.
    pub fn contested_places(self) -> usize {
        self.with(|inner| {
            open_conflicts(inner.desk.records())
                .map(|conflict| conflict.contested.len())
                .sum()
        })
    }

    /// The open conflict about a field, if there is one.
    pub fn dispute_of(self, record: &RecordId, field: &str) -> Option<Disputed> {
        let mut found = self.disputed().into_iter();
        found.find(|disputed| disputed.conflict.record == *record && disputed.conflict.contested.contains_key(field))
    }

    /// Follows every write, and what came from elsewhere.
    pub fn follow_writes(self) {
        self.written.track();
    }

    /// Shows what came from a server: of these records, or of all. Other tabs are told.
    pub async fn refresh(self, records: Option<Vec<RecordId>>) {
        let Some(store) = self.store() else { return };
        let mut asked: Option<BTreeSet<RecordId>> = records.map(|records| records.into_iter().collect());
        for _ in 0..TRIES {
            // What cannot be read now is read when something comes next, or when the tab is shown again.
            let Ok(shown) = store.shown(asked.take()).await else {
                return;
            };
            if !self.is_open(&store) {
                return;
            }
            let adopted = self.with(|inner| {
                let changed = inner.desk.adopt(shown);
                inner.desk.mark_contested();
                changed
            });
            if let Some(changed) = adopted {
                self.show(&changed);
                self.show_steps();
                break;
            }
        }
        self.written.notify();
    }

    /// The open one has a server from now on, or has none any more.
    pub fn follow_link(self, linked: bool) {
        if self.linked.get_untracked() != linked {
            self.linked.set(linked);
        }
    }

    /// Writes into the list of workspaces which account the open one is linked to.
    ///
    /// # Errors
    /// [`StoreError`]
    pub async fn list_linked(self, id: &str, account: Option<&str>) -> Result<(), StoreError> {
        let registry = self.registry().await?;
        if let Some(mut entry) = registry.list().await?.into_iter().find(|entry| entry.id == id) {
            entry.account = account.map(str::to_owned);
            registry.put(&entry).await?;
        }
        self.list().await.map(drop)
    }

    /// Reads anew what another tab fetched, if one did.
    pub(super) async fn follow_heard(self, heard: u64) {
        // A tab that is not looked at reads when it is shown.
        if heard == self.with(|inner| inner.desk.heard()) || document().hidden() {
            return;
        }
        if let Ok(refresh) = refreshing().await {
            refresh(self).await;
        }
    }

    /// Tells other tabs that there is something to read.
    pub fn nudge(self) {
        self.with(|inner| {
            if let Some(channel) = &inner.channel {
                channel.post("heard");
            }
        });
    }

    /// Marks fields of open conflicts anew, after an edit of one.
    pub fn mark_contested(self) {
        if self.with(|inner| inner.desk.mark_contested()) {
            self.written.notify();
        }
    }

    /// How many ops wait for an answer, and the number of the last op.
    pub fn unsent(self) -> (u64, u64) {
        self.with(|inner| (inner.desk.unsent(), inner.desk.top()))
    }
}
