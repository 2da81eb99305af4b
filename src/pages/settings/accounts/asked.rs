//! Something that is asked of the server: whether it is under way, and why it came to nothing.

use std::future::Future;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::pages::join::said::said_line;
use crate::state::preferences::use_lang;
use crate::state::sync::endpoint::Trouble;
use crate::ui::notice::{Notice, NoticeKind};

/// It. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Asked {
    /// It is under way.
    pub busy: RwSignal<bool>,
    /// Why it came to nothing.
    pub trouble: RwSignal<Option<Trouble>>,
}

impl Asked {
    /// Nothing is asked yet.
    pub fn new() -> Asked {
        Asked {
            busy: RwSignal::new(false),
            trouble: RwSignal::new(None),
        }
    }

    /// Asks, unless something is under way; `then` hears the answer while the page is still there.
    pub fn run<T: 'static>(
        self,
        asking: impl Future<Output = Result<T, Trouble>> + 'static,
        then: impl FnOnce(T) + 'static,
    ) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.trouble.set(None);
        spawn_local(async move {
            let answer = asking.await;
            let is_still_here = self.busy.try_set(false).is_none();
            match answer {
                Ok(answer) if is_still_here => then(answer),
                Ok(_) => {}
                Err(trouble) => drop(self.trouble.try_set(Some(trouble))),
            }
        });
    }
}

/// Why it came to nothing, with the remedy.
#[component]
pub fn TroubleNote(
    /// What was asked.
    asked: Asked,
) -> impl IntoView {
    let lang = use_lang();
    view! {
        <div role="alert">
            {move || {
                asked
                    .trouble
                    .get()
                    .map(|trouble| {
                        view! { <Notice kind=NoticeKind::Failure>{move || said_line(lang(), &trouble)}</Notice> }
                    })
            }}
        </div>
    }
}
