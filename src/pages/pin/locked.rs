//! The page that asks for the PIN. Nothing of the bloc is read before; behind it is where one wanted to be.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::forgotten::ForgottenDialog;
use super::typed::{PinField, Typed};
use crate::i18n::pin::PIN;
use crate::state::preferences::use_words;
use crate::state::router::use_router;
use crate::state::workspace::use_workspace;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::page_head::PageHead;

/// The page.
#[component]
pub fn LockedPage() -> impl IntoView {
    let w = use_words(&PIN);
    let workspace = use_workspace();
    let router = use_router();
    let typed = Typed::new();
    let forgets = RwSignal::new(false);
    let id = Memo::new(move |_| router.place().bloc.unwrap_or_default());
    let entry = Memo::new(move |_| {
        let entries = workspace.entries.get().into_iter();
        id.with(|id| entries.into_iter().find(|entry| entry.id == *id))
    });
    let name = move || entry.with(|entry| entry.as_ref().map(|entry| entry.name.clone()));
    // Who tried before it was loaded again waits as long as if it had not been.
    Effect::new(move || {
        let id = id.get();
        spawn_local(async move {
            if let Ok(outside) = workspace.outside(&id).await {
                typed.wait(outside.wait_ms);
            }
        });
    });
    let send = move |event: SubmitEvent| {
        event.prevent_default();
        let id = id.get_untracked();
        let look = move |pin: String| -> std::pin::Pin<Box<dyn Future<Output = _>>> {
            Box::pin(async move { workspace.unlock(&id, &pin).await })
        };
        typed.send(look, || ());
    };
    view! {
        <PageHead title=move || w().locked/>
        <form class="pin" novalidate=true on:submit=send>
            <p>
                <strong>{name}</strong>
            </p>
            <p class="muted">{move || w().locked_why}</p>
            <PinField typed label=move || w().pin/>
            <div class="row">
                <Button label=move || w().open kind=ButtonKind::Primary busy=typed.busy submit=true/>
                <Button label=move || w().forgot kind=ButtonKind::Quiet on_press=move || forgets.set(true)/>
            </div>
        </form>
        <ForgottenDialog open=forgets entry/>
    }
}
