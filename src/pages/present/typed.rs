//! Text that is kept as it is typed: after a pause, when the field is left, and when the page is. One edit each time, so that undo goes
//! back by what was said and not by letters.

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use std::time::Duration;

/// How long a hand may rest before what it typed is kept.
const PAUSE: Duration = Duration::from_millis(800);

/// Text on its way from a field to the books. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Typed {
    /// What the field shows.
    pub text: RwSignal<String>,
    dirty: StoredValue<bool>,
    waiting: StoredValue<Option<TimeoutHandle>>,
    keep: Callback<String>,
}

impl Typed {
    /// A field over a stored text: what others write shows here unless somebody is typing.
    pub fn over(stored: Signal<String>, keep: impl Fn(String) + Send + Sync + 'static) -> Typed {
        let typed = Typed {
            text: RwSignal::new(stored.get_untracked()),
            dirty: StoredValue::new(false),
            waiting: StoredValue::new(None),
            keep: Callback::new(keep),
        };
        Effect::new(move || {
            let stored = stored.get();
            if !typed.dirty.get_value() && typed.text.with_untracked(|text| *text != stored) {
                typed.text.set(stored);
            }
        });
        on_cleanup(move || typed.keep_now());
        typed
    }

    /// Takes what was typed.
    pub fn take(self, text: String) {
        self.text.set(text);
        self.dirty.set_value(true);
        self.stop();
        let waiting = set_timeout_with_handle(move || self.keep_now(), PAUSE).ok();
        self.waiting.set_value(waiting);
    }

    /// Keeps what was typed at once.
    pub fn keep_now(self) {
        self.stop();
        let was_dirty = self.dirty.try_update_value(|dirty| std::mem::replace(dirty, false));
        if was_dirty == Some(true)
            && let Some(text) = self.text.try_get_untracked()
        {
            self.keep.run(text);
        }
    }

    fn stop(self) {
        if let Some(waiting) = self.waiting.try_update_value(Option::take).flatten() {
            waiting.clear();
        }
    }
}
