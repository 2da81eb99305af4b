//! The app about itself: a new version is ready, and how to install it.

use leptos::prelude::*;

use super::button::{Button, ButtonKind};
use super::icon::IconName;
use super::notice::{Notice, NoticeKind};
use super::parts::use_parts;
use crate::i18n::version::VERSION;
use crate::platform::install::InstallWay;
use crate::state::install::use_installation;
use crate::state::preferences::use_words;
use crate::state::save::SaveState;
use crate::state::version::{UpdateState, Updates};

/// Says that a new version is ready and lets a person take it. Part of the app's shell, above the page.
#[component]
pub fn UpdatePrompt(
    /// The update.
    updates: Updates,
    /// Whether everything is saved: what is not holds an accepted update back.
    #[prop(into)]
    save: Signal<SaveState>,
) -> impl IntoView {
    let parts = use_parts();
    let waits = Memo::new(move |_| updates.state() != UpdateState::None);
    view! { <div role="status">{move || waits.get().then(|| parts.drawn(|parts| (parts.update)(updates, save)))}</div> }
}

/// What it says.
pub(super) fn update_notice(updates: Updates, save: Signal<SaveState>) -> AnyView {
    let w = use_words(&VERSION);
    let held_back = move || match save.get() {
        SaveState::Failed(_) => w().unsaved,
        _ => w().waiting,
    };
    let offer = move || {
        view! {
            <span>{move || w().ready}</span>
            <span class="row">
                <Button label=move || w().update kind=ButtonKind::Primary small=true on_press=move || updates.accept()/>
                <Button label=move || w().later kind=ButtonKind::Quiet small=true on_press=move || updates.postpone()/>
            </span>
        }
    };
    let notice = move || match updates.state() {
        UpdateState::None => ().into_any(),
        UpdateState::Offered => {
            view! { <section aria-label=move || w().new_version><Notice>{offer()}</Notice></section> }.into_any()
        }
        UpdateState::Accepted => view! {
            <section aria-label=move || w().new_version>
                <Notice>{held_back}</Notice>
            </section>
        }
        .into_any(),
    };
    notice.into_any()
}

/// How to put the app on this device: a button where the browser offers one, otherwise the steps in words.
#[component]
pub fn InstallOffer() -> impl IntoView {
    let w = use_words(&VERSION);
    let installation = use_installation();
    view! {
        <section class="stack stack--tight" aria-label=move || w().install>
            {move || match installation.way() {
                InstallWay::Installed => {
                    view! { <Notice kind=NoticeKind::Done>{move || w().installed}</Notice> }.into_any()
                }
                InstallWay::Button => {
                    view! {
                        <p>{move || w().install_why}</p>
                        <div>
                            <Button
                                label=move || w().install_button
                                icon=IconName::Install
                                on_press=move || installation.ask()
                            />
                        </div>
                    }
                        .into_any()
                }
                InstallWay::ShareSheet => {
                    view! {
                        <p>{move || w().install_why}</p>
                        <p>{move || w().install_ios}</p>
                    }
                        .into_any()
                }
                InstallWay::BrowserMenu => {
                    view! {
                        <p>{move || w().install_why}</p>
                        <p>{move || w().install_menu}</p>
                    }
                        .into_any()
                }
            }}
        </section>
    }
}
