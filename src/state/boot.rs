//! Which bloc is open: the one that the address names, else the one that was open last, else none.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::router::use_router;
use super::workspace::{Opening, use_workspace};
use crate::store::error::StoreError;

/// How far the app is with finding and opening the bloc.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Boot {
    /// The list of blocs, or the bloc, is being read.
    Reading,
    /// There is no bloc on this device.
    NoBloc,
    /// The address names a bloc that is not on this device.
    Elsewhere,
    /// The bloc is open.
    Open,
    /// The bloc opens by its PIN, which was not given yet.
    Sealed,
    /// The list or the bloc cannot be read. What is stored is as it was.
    Failed(StoreError),
}

/// Follows the address: opens the bloc that it names, and puts the one that was chosen into it.
pub fn follow_address() -> Signal<Boot> {
    let (workspace, router) = (use_workspace(), use_router());
    // Until the list was read nothing is known; then what came of the wish.
    let found = RwSignal::new(Boot::Reading);
    let wanted = Memo::new(move |_| router.place().bloc);
    Effect::new(move || {
        let wanted = wanted.get();
        spawn_local(async move {
            let entries = match workspace.list().await {
                Ok(entries) => entries,
                Err(error) => return found.set(Boot::Failed(error)),
            };
            let Some(id) = wanted.clone().or_else(|| entries.first().map(|entry| entry.id.clone())) else {
                return found.set(Boot::NoBloc);
            };
            if !entries.iter().any(|entry| entry.id == id) {
                return found.set(if entries.is_empty() {
                    Boot::NoBloc
                } else {
                    Boot::Elsewhere
                });
            }
            // A newer wish may have come while this one waited.
            if router.place_untracked().bloc != wanted {
                return;
            }
            if wanted.is_none() {
                let mut place = router.place_untracked();
                place.bloc = Some(id);
                return router.replace(place);
            }
            found.set(match workspace.open(&id).await {
                // Whether its PIN is still to be given is told by the opening: it may be given, and taken away again.
                Ok(()) | Err(StoreError::Sealed) => Boot::Open,
                Err(error) => Boot::Failed(error),
            });
        });
    });
    Signal::derive(move || match (found.get(), workspace.opening.get()) {
        (_, Opening::Opening) => Boot::Reading,
        (Boot::Open, Opening::Closed) => Boot::Reading,
        (Boot::Open, Opening::Failed(StoreError::Sealed)) => Boot::Sealed,
        (found, _) => found,
    })
}
