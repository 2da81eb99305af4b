//! "?": the list of the keys.

use leptos::prelude::*;

use super::dialog::Dialog;
use crate::i18n::over::OVER;
use crate::platform::viewport::is_apple;
use crate::state::preferences::use_words;

/// The name of the key that goes with K and Z on this machine.
pub fn command_key() -> &'static str {
    if is_apple() { "⌘" } else { "Ctrl " }
}

/// The list of the keys, opened by "?".
#[component]
pub fn ShortcutHelp(
    /// Whether it is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let w = use_words(&OVER);
    let key = command_key();
    view! {
        <Dialog open title=move || w().keys>
            <dl class="keys">
                {move || {
                    [
                        (format!("{key}K"), w().key_search),
                        ("?".to_owned(), w().key_help),
                        (format!("{key}Z"), w().key_undo),
                        ("↑ ↓ ← →".to_owned(), w().key_rows),
                        ("Esc".to_owned(), w().key_close),
                        ("G".to_owned(), w().key_go),
                    ]
                        .into_iter()
                        .map(|(key, meaning)| {
                            view! {
                                <div>
                                    <dt>
                                        <kbd>{key}</kbd>
                                    </dt>
                                    <dd>{meaning}</dd>
                                </div>
                            }
                        })
                        .collect_view()
                }}
            </dl>
        </Dialog>
    }
}
