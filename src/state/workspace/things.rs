//! Things that belong to no figure and are not in the ledger: decks, reports. Whoever shows them reads them here.

use super::Workspace;
use crate::model::record::Entity;

impl Workspace {
    /// All things of a kind as they are now, edits included; what this version cannot read is left out. Follows every write, and
    /// what came from elsewhere.
    pub fn things<E: Entity>(self) -> Vec<E> {
        self.follow_writes();
        self.things_untracked()
    }

    /// The same once, for an event handler.
    pub fn things_untracked<E: Entity>(self) -> Vec<E> {
        self.with(|inner| {
            let records = inner.desk.records().values();
            let of_kind = records.filter(|record| record.kind == E::KIND && !record.is_removed());
            of_kind.filter_map(|record| E::from_record(record).ok()).collect()
        })
    }
}
