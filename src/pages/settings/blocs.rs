//! The blocs on this device: opening one, removing one.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::i18n::settings::{SETTINGS, removed};
use crate::i18n::store::error_text;
use crate::i18n::ui::UI;
use crate::pages::backup::Before;
use crate::pages::lazy::{self, DrawBackupButton, Later};
use crate::state::preferences::{use_lang, use_words};
use crate::state::route::{Place, Route};
use crate::state::router::use_router;
use crate::state::sync::use_sync;
use crate::state::workspace::{Workspace, use_workspace};
use crate::store::registry::Entry;
use crate::ui::badge::Badge;
use crate::ui::button::{Button, ButtonKind, LinkButton};
use crate::ui::dialog::{Dialog, DialogActions, open_while};
use crate::ui::field::TextField;
use crate::ui::focus::FocusMark;
use crate::ui::icon::IconName;
use crate::ui::page_head::Section;
use crate::ui::toast::{Toasts, use_toasts};

/// The section.
#[component]
pub fn BlocsSection() -> impl IntoView {
    let w = use_words(&SETTINGS);
    let workspace = use_workspace();
    let removing = RwSignal::new(None::<Entry>);
    spawn_local(async move {
        // The list was read when the app started; it may be out of date when another tab made a bloc.
        let _ = workspace.list().await;
    });
    view! {
        <Section
            title=move || w().blocs
            actions=move || {
                view! { <LinkButton to=Route::Start label=move || w().start icon=IconName::Add small=true/> }
                    .into_any()
            }
        >
            <ul class="blocs">
                <For each=move || workspace.entries.get() key=|entry| (entry.id.clone(), entry.name.clone(), entry.sealed) let:entry>
                    {row(workspace, removing, entry)}
                </For>
            </ul>
            <RemoveDialog removing/>
        </Section>
    }
}

fn row(workspace: Workspace, removing: RwSignal<Option<Entry>>, entry: Entry) -> AnyView {
    let w = use_words(&SETTINGS);
    let lang = use_lang();
    let toasts = use_toasts();
    let router = use_router();
    let id = entry.id.clone();
    let is_open = Memo::new(move |_| {
        workspace
            .current
            .with(|current| current.as_ref().is_some_and(|current| current.id == id))
    });
    let to: Signal<Place> = {
        let id = entry.id.clone();
        Signal::derive(move || router.here(Route::Overview).with_bloc(&id))
    };
    let (name, is_demo, is_sealed) = (entry.name.clone(), entry.demo, entry.sealed);
    let remove = move || {
        if entry.demo {
            remove_demo(workspace, toasts, entry.clone(), removed(untrack(lang), &entry.name));
        } else {
            removing.set(Some(entry.clone()));
        }
    };
    let label = {
        let name = name.clone();
        move || format!("{}: {name}", w().remove)
    };
    view! {
        <li class="blocs__row">
            <span class="blocs__name">
                {name}
                {is_demo.then(|| view! { <Badge label=move || w().demo icon=IconName::Info/> })}
                {is_sealed.then(|| view! { <Badge label=move || w().sealed icon=IconName::Lock/> })}
            </span>
            {move || {
                if is_open.get() {
                    view! { <span class="muted">{w().is_open}</span> }.into_any()
                } else {
                    view! { <LinkButton to=to label=move || w().open small=true/> }.into_any()
                }
            }}
            <span class="blocs__remove">
                <Button label=label kind=ButtonKind::Quiet small=true icon=IconName::Delete on_press=remove/>
            </span>
        </li>
    }
    .into_any()
}

/// How many records are kept in memory for "undo". What has more is made anew in less time than it takes to write back.
const KEPT: usize = 10_000;

/// A demo goes by one press. What was in the open one comes back by "undo"; one that was not open can be loaded
/// anew from the start page.
fn remove_demo(workspace: Workspace, toasts: Toasts, entry: Entry, said: String) {
    let was_open = workspace
        .current
        .with_untracked(|current| current.as_ref().is_some_and(|current| current.id == entry.id));
    let is_kept = was_open && workspace.count_records() <= KEPT;
    let records = is_kept.then(|| workspace.all_records());
    let router = use_router();
    let pressed = FocusMark::here();
    spawn_local(async move {
        if workspace.remove(&entry.id).await.is_err() {
            return;
        }
        if was_open {
            leave(router);
        } else if let Some(pressed) = pressed {
            pressed.restore();
        }
        match records {
            None => toasts.say(said),
            Some(records) => toasts.offer_undo(said, move || {
                let (records, name) = (records.clone(), entry.name.clone());
                spawn_local(async move {
                    if let Ok(id) = workspace.create_from_records(&name, &records, true).await {
                        router.go(router.place_untracked().at(Route::Overview).with_bloc(&id));
                    }
                });
            }),
        }
    });
}

/// Goes to the app's first page: whichever bloc was open before this one, or the first visit.
fn leave(router: crate::state::router::Router) {
    let mut home = router.place_untracked().at(Route::Overview);
    home.bloc = None;
    home.period = None;
    router.go(home);
}

/// Removing a bloc of one's own cannot be undone: its name is typed first.
#[component]
fn RemoveDialog(removing: RwSignal<Option<Entry>>) -> impl IntoView {
    let w = use_words(&SETTINGS);
    let open = open_while(removing);
    view! {
        <Dialog open title=Signal::derive(move || w().remove_title.to_owned())>
            {move || removing.get().map(|entry| confirmation(entry, open))}
        </Dialog>
    }
}

fn confirmation(entry: Entry, open: RwSignal<bool>) -> AnyView {
    let w = use_words(&SETTINGS);
    let ui = use_words(&UI);
    let lang = use_lang();
    let workspace = use_workspace();
    let router = use_router();
    let toasts = use_toasts();
    let sync = use_sync();
    let subject = entry.clone();
    let typed = RwSignal::new(String::new());
    let tried = RwSignal::new(false);
    let failure = RwSignal::new(None::<String>);
    let name = entry.name.clone();
    let shown = entry.name.clone();
    let agrees = move || typed.with(|typed| typed.trim() == name.trim());
    let error = {
        let agrees = agrees.clone();
        Signal::derive(move || {
            failure
                .get()
                .or_else(|| (tried.get() && !agrees()).then(|| w().remove_differs.to_owned()))
        })
    };
    let remove = move |event: SubmitEvent| {
        event.prevent_default();
        if !untrack(&agrees) {
            tried.set(true);
            return;
        }
        let (entry, lang) = (entry.clone(), untrack(lang));
        let was_open = workspace
            .current
            .with_untracked(|current| current.as_ref().is_some_and(|current| current.id == entry.id));
        spawn_local(async move {
            // Of one that is locked the session goes too.
            let removed_it = match entry.sealed && !was_open {
                true => sync.forget(&entry).await,
                false => workspace.remove(&entry.id).await,
            };
            match removed_it {
                Ok(()) => {
                    open.set(false);
                    toasts.say(removed(lang, &entry.name));
                    if was_open {
                        leave(router);
                    }
                }
                Err(error) => {
                    let _ = failure.try_set(Some(error_text(lang, &error)));
                }
            }
        });
    };
    view! {
        <form class="form" novalidate=true on:submit=remove>
            <p>
                <strong>{shown}</strong>
            </p>
            <p>{move || w().remove_why}</p>
            <Later fetch=lazy::backup_button draw=move |draw: DrawBackupButton| draw(subject.clone(), Before::Removal) lines=1/>
            <TextField
                label=move || w().remove_type
                value=typed
                error
                on_change=move |text| typed.set(text)
            />
            <DialogActions>
                <Button label=move || ui().cancel on_press=move || open.set(false)/>
                <Button label=move || w().remove_do kind=ButtonKind::Primary submit=true/>
            </DialogActions>
        </form>
    }
    .into_any()
}
