//! The line that says whether everything typed is safe. It is on every page and never hidden.

use leptos::prelude::*;

use super::icon::{Icon, IconName};
use crate::i18n::frame::{save_line, save_sentence};
use crate::state::preferences::use_lang;
use crate::state::save::SaveState;

/// The save line: a button that opens the queue, or a line where there is none to open.
#[component]
pub fn SaveLine(
    /// The state of saving.
    #[prop(into)]
    state: Signal<SaveState>,
    /// Opens what waits to be sent, or the details of a failure.
    #[prop(optional, into)]
    on_open: Option<Callback<()>>,
) -> impl IntoView {
    let lang = use_lang();
    let line = move || state.with(|state| save_line(lang(), state));
    let sentence = move || state.with(|state| save_sentence(lang(), state));
    let icon = move || {
        let name = match state.get() {
            SaveState::Idle | SaveState::Saved { .. } => IconName::Check,
            SaveState::Saving => IconName::Waiting,
            SaveState::Failed(_) => IconName::Warning,
        };
        view! { <Icon name small=true/> }
    };
    let failed = move || state.with(|state| matches!(state, SaveState::Failed(_)));
    let inside = move || {
        view! {
            {icon}
            <span class="save-line__words">{line}</span>
        }
    };
    // Only a failure interrupts; that a keystroke was saved is for the eye, or whoever asks.
    view! {
        {match on_open {
            Some(on_open) => {
                view! {
                    <button
                        type="button"
                        class="save-line"
                        class:save-line--failed=failed
                        title=sentence
                        on:click=move |_| on_open.run(())
                    >
                        {inside()}
                    </button>
                }
                    .into_any()
            }
            None => {
                view! {
                    <p class="save-line" class:save-line--failed=failed title=sentence>
                        {inside()}
                    </p>
                }
                    .into_any()
            }
        }}
        <span class="sr-only" role="alert">
            {move || failed().then(sentence)}
        </span>
    }
}
