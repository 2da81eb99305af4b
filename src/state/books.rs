//! The open bloc's books as pages ask for them: the workspace, what a bloc counts, and the day they are seen from.

use crate::analysis::Scope;
use crate::catalogue::Catalogue;
use crate::model::date::Date;
use crate::model::ledger::Ledger;
use crate::platform::clock;
use crate::state::workspace::{Workspace, use_workspace};
use leptos::prelude::*;
use std::sync::OnceLock;

/// What a bloc counts. Read once; a test proves that the catalogue of this build can be read.
pub fn catalogue() -> &'static Catalogue {
    static CATALOGUE: OnceLock<Catalogue> = OnceLock::new();
    CATALOGUE.get_or_init(|| Catalogue::built_in().unwrap_or_default())
}

/// The books. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Books {
    /// The workspace that they are kept in.
    pub workspace: Workspace,
    /// Everything in them.
    pub ledger: RwSignal<Ledger>,
}

/// The books of the open bloc.
pub fn use_books() -> Books {
    let workspace = use_workspace();
    Books {
        workspace,
        ledger: workspace.ledger,
    }
}

impl Books {
    /// The day that figures are seen from: a demo's own, or today.
    pub fn today(self) -> Date {
        let today = clock::today().unwrap_or(Date::EPOCH);
        self.ledger.with(|ledger| ledger.seen_on(today))
    }

    /// Asks something of the whole bloc; follows the books in a reactive place.
    pub fn ask<T>(self, question: impl FnOnce(&Scope<'_>) -> T) -> T {
        self.ledger.with(|ledger| question(&whole(ledger)))
    }

    /// The same in an event handler, without following.
    pub fn ask_now<T>(self, question: impl FnOnce(&Scope<'_>) -> T) -> T {
        self.ledger.with_untracked(|ledger| question(&whole(ledger)))
    }
}

/// The whole bloc, seen from its day or today.
pub fn whole(ledger: &Ledger) -> Scope<'_> {
    Scope::whole(ledger, catalogue(), clock::today().unwrap_or(Date::EPOCH))
}
