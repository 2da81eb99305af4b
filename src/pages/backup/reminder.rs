//! When the last backup was made, and the calm line that one is due.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::due::{State, state};
use super::work::known;
use crate::i18n::backup::{BACKUP, due_line, last_line};
use crate::platform::clock::{moment, now_ms};
use crate::state::preferences::{use_lang, use_words};
use crate::state::route::Route;
use crate::state::workspace::use_workspace;
use crate::ui::button::LinkButton;
use crate::ui::notice::Notice;

/// The state of the open bloc's backups; `None` until it is known. `again` has it read anew.
pub fn use_backups(again: Trigger) -> RwSignal<Option<State>> {
    let workspace = use_workspace();
    let found = RwSignal::new(None);
    Effect::new(move || {
        again.track();
        let Some(entry) = workspace.current.get() else { return };
        spawn_local(async move {
            if let Some((known, lines)) = known(workspace).await {
                let _ = found.try_set(Some(state(&known, lines, entry.created_ms, now_ms())));
            }
        });
    });
    found
}

/// When the last backup was made, in a sentence.
#[component]
pub fn LastBackup(
    /// What is known.
    state: RwSignal<Option<State>>,
) -> impl IntoView {
    let w = use_words(&BACKUP);
    let lang = use_lang();
    let said = move || {
        state.get().map(|state| match state.last_ms {
            Some(at_ms) => last_line(lang(), &moment(lang(), at_ms), state.days, state.acts),
            None => w().never.to_owned(),
        })
    };
    view! { <p>{said}</p> }
}

/// A line where figures are entered, only when a backup of a bloc of one's own is due.
#[component]
pub fn BackupReminder() -> impl IntoView {
    let w = use_words(&BACKUP);
    let lang = use_lang();
    let workspace = use_workspace();
    let found = use_backups(Trigger::new());
    let due = move || {
        let is_own = workspace
            .current
            .with(|current| current.as_ref().is_some_and(|it| !it.demo));
        found.get().filter(|state| is_own && state.is_due)
    };
    move || {
        due().map(|state| {
            view! {
                <Notice>
                    <span>{move || due_line(lang(), state.acts)}</span>
                    <span class="row">
                        <LinkButton to=Route::Backup label=move || w().make small=true/>
                    </span>
                </Notice>
            }
        })
    }
}
