//! Notices that stand in the page: demo figures, no network, a remark.

use leptos::ev;
use leptos::prelude::*;

use super::icon::{Icon, IconName};
use crate::i18n::frame::{FRAME, demo_line};
use crate::state::preferences::{use_lang, use_words};

/// What a notice is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum NoticeKind {
    /// Good to know.
    #[default]
    Info,
    /// A person should look at it.
    Warning,
    /// Something is wrong.
    Failure,
    /// Something was done.
    Done,
}

impl NoticeKind {
    const fn look(self) -> (&'static str, IconName) {
        match self {
            Self::Info => ("notice", IconName::Info),
            Self::Warning => ("notice notice--warning", IconName::Warning),
            Self::Failure => ("notice notice--failure", IconName::Failed),
            Self::Done => ("notice notice--done", IconName::Check),
        }
    }
}

/// A remark in the page: a line or two, and what can be done about it.
#[component]
pub fn Notice(
    /// What it is about.
    #[prop(optional)]
    kind: NoticeKind,
    /// What it says; links and buttons may follow the words.
    children: Children,
) -> impl IntoView {
    let (class, icon) = kind.look();
    view! {
        <div class=class>
            <Icon name=icon/>
            <div class="notice__words">{children()}</div>
        </div>
    }
}

/// The band over figures that are a demo's, on every page and every print of them.
#[component]
pub fn DemoBand(
    /// Whose figures they are; nothing is shown for a bloc's own.
    #[prop(into)]
    source: Signal<Option<String>>,
) -> impl IntoView {
    let lang = use_lang();
    move || {
        source.get().map(|source| {
            view! { <p class="demo-band">{move || demo_line(lang(), &source)}</p> }
        })
    }
}

/// A mark beside the save line while the network is gone. Everything works without it, so it is no more than that.
#[component]
pub fn OfflineMark() -> impl IntoView {
    let w = use_words(&FRAME);
    let offline = use_offline();
    move || {
        offline.get().then(|| {
            view! {
                <span class="offline-mark" role="img" aria-label=move || w().offline title=move || w().offline>
                    <Icon name=IconName::Offline small=true/>
                </span>
            }
        })
    }
}

/// The same in words, for pages where it matters (sending, updating).
#[component]
pub fn OfflineNote() -> impl IntoView {
    let w = use_words(&FRAME);
    let offline = use_offline();
    move || {
        offline.get().then(|| {
            view! { <Notice>{move || w().offline}</Notice> }
        })
    }
}

/// Whether the browser says that there is no network.
fn use_offline() -> RwSignal<bool> {
    let offline = RwSignal::new(!window().navigator().on_line());
    let gone = window_event_listener(ev::offline, move |_| offline.set(true));
    let back = window_event_listener(ev::online, move |_| offline.set(false));
    on_cleanup(move || {
        gone.remove();
        back.remove();
    });
    offline
}
