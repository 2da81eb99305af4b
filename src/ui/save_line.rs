//! The line that says whether everything typed is safe. It is on every page and never hidden.

use leptos::prelude::*;

use super::icon::{Icon, IconName};
use super::link::A;
use crate::i18n::frame::{Sent, save_line, save_sentence};
use crate::platform::clock::time_of_day;
use crate::state::preferences::use_lang;
use crate::state::route::Route;
use crate::state::save::SaveState;
use crate::state::sync::use_sync;

/// What the server of the open bloc has; `None` where it has none.
pub fn use_sent() -> Memo<Option<Sent>> {
    let standing = use_sync().standing;
    Memo::new(move |_| {
        standing.with(|standing| {
            standing.link.as_ref()?;
            Some(Sent {
                unsent: standing.unsent,
                refused: standing.rejected,
                contested: standing.conflicts,
                at: standing.last_sent_ms.map(time_of_day).unwrap_or_default(),
            })
        })
    })
}

/// The save line: a link to what waits to be sent.
#[component]
pub fn SaveLine(
    /// The state of saving.
    #[prop(into)]
    state: Signal<SaveState>,
) -> impl IntoView {
    let lang = use_lang();
    let sent = use_sent();
    let line = move || sent.with(|sent| state.with(|state| save_line(lang(), state, sent.as_ref())));
    let sentence = move || sent.with(|sent| state.with(|state| save_sentence(lang(), state, sent.as_ref())));
    let needs_person = Memo::new(move |_| sent.with(|sent| sent.as_ref().is_some_and(Sent::needs_person)));
    let icon = move || {
        let name = match state.get() {
            SaveState::Idle | SaveState::Saved { .. } if needs_person.get() => IconName::Warning,
            SaveState::Idle | SaveState::Saved { .. } => IconName::Check,
            SaveState::Saving => IconName::Waiting,
            SaveState::Failed(_) => IconName::Warning,
        };
        view! { <Icon name small=true/> }
    };
    let failed = move || state.with(|state| matches!(state, SaveState::Failed(_)));
    let class = Signal::derive(move || {
        let class = if failed() {
            "save-line save-line--failed"
        } else if needs_person.get() {
            "save-line save-line--waiting"
        } else {
            "save-line"
        };
        class.to_owned()
    });
    // Only a failure interrupts; that a keystroke was saved is for the eye, or whoever asks.
    view! {
        <span class="save-line__frame" title=sentence>
            <A to=Route::Sync class=class>
                {icon}
                <span class="save-line__words">{line}</span>
            </A>
        </span>
        <span class="sr-only" role="alert">
            {move || failed().then(sentence)}
        </span>
    }
}
