//! One line on the overview: what needs a person, and nothing where nothing does.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::device_list::fetch;
use super::devices::{Needing, needing};
use crate::i18n::sync::{SYNC, attention_line, needs_line};
use crate::platform::clock::now_ms;
use crate::state::preferences::{use_lang, use_words};
use crate::state::route::Route;
use crate::state::sync::use_sync;
use crate::sync::rights::Role;
use crate::ui::button::LinkButton;
use crate::ui::notice::{Notice, NoticeKind};

/// The line.
#[component]
pub fn SyncAttention() -> impl IntoView {
    let w = use_words(&SYNC);
    let lang = use_lang();
    let sync = use_sync();
    let devices = RwSignal::new(Needing::default());
    let asks = Memo::new(move |_| {
        sync.standing.with(|standing| {
            let role = standing.link.as_ref().map(|link| link.role);
            let is_committee = matches!(role, Some(Role::Admin | Role::Editor));
            (is_committee, standing.last_fetched_ms)
        })
    });
    Effect::new(move || {
        if !asks.get().0 {
            return;
        }
        spawn_local(async move {
            // Where the server cannot be asked, what it said before stands.
            if let Some(found) = fetch(sync).await {
                let _ = devices.try_set(needing(&found, now_ms()));
            }
        });
    });
    let line = Memo::new(move |_| {
        let Needing {
            missing,
            rejected,
            quiet,
        } = devices.get();
        let devices = needs_line(lang(), missing, rejected, quiet);
        // That the session is over stands above every page.
        sync.standing
            .with(|standing| attention_line(lang(), standing.conflicts, standing.rejected, &devices))
    });
    move || {
        let said = line.get();
        (!said.is_empty()).then(|| {
            view! {
                <div class="sync__attention">
                    <Notice kind=NoticeKind::Warning>
                        <span>{said}</span>
                        <LinkButton to=Route::Sync label=move || w().open small=true/>
                    </Notice>
                </div>
            }
        })
    }
}
