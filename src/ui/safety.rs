//! What threatens the figures, said where it cannot be missed: they cannot be saved, another version
//! of the app wants them, parts cannot be read. Each with what is safe and what to do.

use leptos::prelude::*;

use super::button::{Button, ButtonKind};
use super::disclosure::Disclosure;
use super::notice::{Notice as NoticeBox, NoticeKind};
use super::parts::use_parts;
use crate::exchange::backup::{self, plain};
use crate::i18n::store::{SAFETY, damaged_line, damaged_place, error_text};
use crate::platform::download;
use crate::state::preferences::{use_lang, use_words};
use crate::state::workspace::{Workspace, use_workspace};
use crate::store::backend::Notice;
use crate::store::error::StoreError;

/// The notices about what is stored. Part of the app's shell, above the page.
#[component]
pub fn SafetyNotices() -> impl IntoView {
    let workspace = use_workspace();
    let parts = use_parts();
    let failing = Memo::new(move |_| workspace.failure.with(Option::is_some));
    // What says that an edit could not be saved, and offers it as a file, must be there before it is needed.
    Effect::new(move || {
        if workspace.pending_writes() > 0 {
            parts.fetch();
        }
    });
    view! {
        <div role="alert">
            {move || failing.get().then(|| parts.drawn(|parts| (parts.unsaved)(workspace)))}
            {move || {
                // A failure to write says the same, and what to do about what is not written.
                let notice = workspace.notice.get().filter(|_| !failing.get());
                notice.map(|notice| parts.drawn(|parts| (parts.from_browser)(notice)))
            }}
            {move || {
                let damaged = !workspace.damaged.with(Vec::is_empty);
                damaged.then(|| parts.drawn(|parts| (parts.damaged)(workspace)))
            }}
        </div>
    }
}

/// Something typed is not on the device.
pub(super) fn unsaved(workspace: Workspace) -> AnyView {
    let (w, lang) = (use_words(&SAFETY), use_lang());
    let export_failed = RwSignal::new(false);
    let export = move || {
        let name = workspace
            .current
            .get_untracked()
            .map_or_else(String::new, |entry| entry.name);
        let written = plain::write(&name, &workspace.all_records()).ok();
        let offered = written.and_then(|bytes| {
            let file = format!("{name}.{}", backup::EXTENSION);
            download::offer(&file, "application/json", &bytes).ok()
        });
        export_failed.set(offered.is_none());
    };
    let happened = move || workspace.failure.get().map(|error| error_text(lang(), &error));
    view! {
        <NoticeBox kind=NoticeKind::Failure>
            <span>{happened}</span>
            {move || export_failed.get().then(|| view! { <strong>{move || w().export_failed}</strong> })}
            <span class="row">
                {move || {
                    // Into a database that is gone nothing can be saved.
                    let gone = workspace.failure.get() == Some(StoreError::Cleared);
                    let retry = move || workspace.retry();
                    (!gone).then(|| {
                        view! { <Button label=move || w().retry kind=ButtonKind::Primary small=true on_press=retry/> }
                    })
                }}
                <Button label=move || w().export small=true on_press=export/>
            </span>
        </NoticeBox>
    }
    .into_any()
}

/// The browser says that somebody else wants the data.
pub(super) fn from_browser(notice: Notice) -> AnyView {
    let w = use_words(&SAFETY);
    match notice {
        Notice::Superseded => view! {
            <NoticeBox kind=NoticeKind::Warning>
                <span>{move || w().superseded}</span>
                <span class="row">
                    <Button
                        label=move || w().reload
                        kind=ButtonKind::Primary
                        small=true
                        on_press=|()| {
                            let _ = window().location().reload();
                        }
                    />
                </span>
            </NoticeBox>
        }
        .into_any(),
        Notice::Blocked => view! {
            <NoticeBox kind=NoticeKind::Warning>
                <span>{move || w().blocked}</span>
            </NoticeBox>
        }
        .into_any(),
    }
}

/// Parts that could not be read when the bloc was opened.
pub(super) fn damaged(workspace: Workspace) -> AnyView {
    let (w, lang) = (use_words(&SAFETY), use_lang());
    let places = move || {
        let place = |damage: &_| view! { <li>{damaged_place(lang(), damage)}</li> };
        workspace
            .damaged
            .with(|damaged| damaged.iter().map(place).collect_view())
    };
    view! {
        <NoticeBox kind=NoticeKind::Warning>
            <span>{move || damaged_line(lang(), workspace.damaged.with(Vec::len))}</span>
            <Disclosure label=move || w().which>
                <ul>{places}</ul>
            </Disclosure>
            <span class="row">
                <Button
                    label=move || w().understood
                    kind=ButtonKind::Quiet
                    small=true
                    on_press=move || workspace.damaged.set(Vec::new())
                />
            </span>
        </NoticeBox>
    }
    .into_any()
}
