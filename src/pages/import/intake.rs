//! A table on its way in: what the source of tables hands it to, whatever it is a table of.

use leptos::prelude::*;

use crate::exchange::import::delimited::TableError;
use crate::exchange::import::sheet::RawSheet;

/// Where a table goes. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Intake {
    /// The table; none before there is one.
    pub sheet: RwSignal<Option<RawSheet>>,
    /// Why the last one was refused.
    pub problem: RwSignal<Option<TableError>>,
    taken: Callback<(Result<RawSheet, TableError>,)>,
}

impl Intake {
    /// Nothing yet; `taken` hears of every table.
    pub fn new(
        sheet: RwSignal<Option<RawSheet>>,
        problem: RwSignal<Option<TableError>>,
        taken: impl Fn(Result<RawSheet, TableError>) + Send + Sync + 'static,
    ) -> Intake {
        Intake {
            sheet,
            problem,
            taken: Callback::new(move |(read,)| taken(read)),
        }
    }

    /// Takes a table, or hears why there is none.
    pub fn take(self, read: Result<RawSheet, TableError>) {
        self.taken.run((read,));
    }
}
