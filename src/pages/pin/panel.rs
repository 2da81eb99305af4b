//! The part of the settings about the PIN of the open bloc.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::changing::ChangeDialog;
use super::removing::RemoveDialog;
use super::setting::SetDialog;
use crate::i18n::pin::PIN;
use crate::i18n::shell::SHELL;
use crate::platform::web_crypto;
use crate::state::preferences::use_words;
use crate::state::workspace::use_workspace;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::notice::Notice;
use crate::ui::page_head::Section;
use crate::ui::toast::use_toasts;

/// The section.
#[component]
pub fn PinPanel() -> impl IntoView {
    let w = use_words(&PIN);
    let shell = use_words(&SHELL);
    let workspace = use_workspace();
    let toasts = use_toasts();
    let (sets, changes, removes) = (RwSignal::new(false), RwSignal::new(false), RwSignal::new(false));
    let lock = move || {
        let said = untrack(|| shell().not_locked);
        spawn_local(async move {
            if !workspace.lock().await {
                toasts.say(said);
            }
        });
    };
    let ways = move || match (workspace.sealed.get(), web_crypto::is_there()) {
        (true, _) => view! {
            <p>{move || w().there}</p>
            <div class="row">
                <Button label=move || w().lock on_press=lock/>
                <Button label=move || w().change kind=ButtonKind::Quiet on_press=move || changes.set(true)/>
                <Button label=move || w().remove kind=ButtonKind::Quiet on_press=move || removes.set(true)/>
            </div>
        }
        .into_any(),
        (false, true) => view! {
            <p>{move || w().none}</p>
            <div class="row">
                <Button label=move || w().set on_press=move || sets.set(true)/>
            </div>
        }
        .into_any(),
        (false, false) => view! { <Notice>{move || w().no_crypto}</Notice> }.into_any(),
    };
    view! {
        <Section title=move || w().title note=move || w().note>
            {ways}
            <SetDialog open=sets/>
            <ChangeDialog open=changes/>
            <RemoveDialog open=removes/>
        </Section>
    }
}
