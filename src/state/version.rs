//! The app's own version: whether a newer one waits, and when it may take over.

use std::time::Duration;

use leptos::prelude::*;

use super::save::SaveState;
use crate::platform::service_worker;

/// A field that loses the focus to the button begins its write within this time.
const FIELD_SETTLES: Duration = Duration::from_millis(150);

/// Where the update stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum UpdateState {
    /// No newer version, or the person said "later".
    #[default]
    None,
    /// A newer version is on the device and waits for a person.
    Offered,
    /// A person accepted it. It takes over when everything typed is written.
    Accepted,
}

/// The update. A context; cheap to copy.
#[derive(Debug, Clone, Copy)]
pub struct Updates {
    state: RwSignal<UpdateState>,
    held: RwSignal<bool>,
}

impl Updates {
    /// Where it stands.
    pub fn state(self) -> UpdateState {
        self.state.get()
    }

    /// Takes the new version as soon as everything is saved.
    pub fn accept(self) {
        set_timeout(move || self.state.set(UpdateState::Accepted), FIELD_SETTLES);
    }

    /// Holds an accepted version back, or lets it go: while something is presented nothing reloads the page.
    pub fn hold(self, held: bool) {
        self.held.set(held);
    }

    /// Keeps the old version until the next visit.
    pub fn postpone(self) {
        self.state.set(UpdateState::None);
    }
}

/// Registers the service worker and lets an accepted version take over once `save` says that nothing is being
/// written. What could not be written holds it back: a reload would lose it.
pub fn provide_updates(save: Signal<SaveState>) -> Updates {
    let state = RwSignal::new(UpdateState::None);
    let held = RwSignal::new(false);
    service_worker::register(move || {
        state.update(|state| {
            if *state == UpdateState::None {
                *state = UpdateState::Offered;
            }
        });
    });
    Effect::new(move || {
        let is_settled = match save.get() {
            SaveState::Idle | SaveState::Saved { .. } => true,
            SaveState::Saving | SaveState::Failed(_) => false,
        };
        if is_settled && !held.get() && state.get() == UpdateState::Accepted {
            service_worker::apply_update();
        }
    });
    let updates = Updates { state, held };
    provide_context(updates);
    updates
}
