//! Making a file: the backup of the open bloc, JSON for other software, and the backup that is offered before a removal.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::reminder::{LastBackup, use_backups};
use super::task::{Task, TaskView};
use super::work::{self, Offered, said};
use crate::i18n::backup::{BACKUP, due_line, made};
use crate::state::preferences::{use_lang, use_words};
use crate::state::workspace::use_workspace;
use crate::store::registry::Entry;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::icon::IconName;
use crate::ui::notice::Notice;
use crate::ui::page_head::Section;
use crate::ui::toast::use_toasts;

/// The section of the backup.
#[component]
pub fn MakeSection() -> impl IntoView {
    let w = use_words(&BACKUP);
    let lang = use_lang();
    let workspace = use_workspace();
    let again = Trigger::new();
    let state = use_backups(again);
    let is_own = move || {
        workspace
            .current
            .with(|current| current.as_ref().is_some_and(|it| !it.demo))
    };
    let due = move || state.get().filter(|state| state.is_due && is_own());
    let entry = Signal::derive(move || workspace.current.get());
    view! {
        <Section title=move || w().make note=move || w().make_note>
            <div class="backup__part">
                <LastBackup state/>
                {move || {
                    due()
                        .map(|state| {
                            view! {
                                <Notice>
                                    <span>
                                        <strong>{w().due}</strong>
                                        ": "
                                        {due_line(lang(), state.acts)}
                                    </span>
                                </Notice>
                            }
                        })
                }}
                <MakeButton entry label=move || w().make_do kind=ButtonKind::Primary on_made=move || again.notify()/>
            </div>
        </Section>
    }
}

/// The button that is offered before a bloc is removed.
pub fn backup_before_removal(entry: Entry) -> AnyView {
    let w = use_words(&BACKUP);
    let entry = Signal::derive(move || Some(entry.clone()));
    view! { <MakeButton entry label=move || w().before_removal/> }.into_any()
}

/// A button that makes a backup of a bloc, with its progress.
#[component]
fn MakeButton(
    /// The bloc.
    #[prop(into)]
    entry: Signal<Option<Entry>>,
    /// What the button says.
    #[prop(into)]
    label: Signal<String>,
    /// How much it asks for attention.
    #[prop(optional)]
    kind: ButtonKind,
    /// Called when the file was handed to the browser.
    #[prop(optional, into)]
    on_made: Option<Callback<()>>,
) -> impl IntoView {
    let lang = use_lang();
    let workspace = use_workspace();
    let toasts = use_toasts();
    let task = Task::new();
    let make = move || {
        let Some(entry) = entry.get_untracked() else { return };
        if !task.begin(|w| w.making) {
            return;
        }
        spawn_local(async move {
            let done = work::make(workspace, &entry, task).await;
            let lang = untrack(lang);
            task.end(done.as_ref().err().map(|failed| said(lang, failed)));
            if let Ok(Offered { file, bytes }) = done {
                toasts.say(made(lang, &file, bytes));
                if let Some(on_made) = on_made {
                    on_made.try_run(());
                }
            }
        });
    };
    view! {
        <div class="row">
            <Button label kind icon=IconName::Download busy=Signal::derive(move || task.is_running()) on_press=make/>
        </div>
        <TaskView task/>
    }
}

/// The section of the file for other software.
#[component]
pub fn JsonSection() -> impl IntoView {
    let w = use_words(&BACKUP);
    let lang = use_lang();
    let workspace = use_workspace();
    let toasts = use_toasts();
    let task = Task::new();
    let make = move || {
        let Some(entry) = workspace.current.get_untracked() else {
            return;
        };
        if !task.begin(|w| w.making) {
            return;
        }
        spawn_local(async move {
            let done = work::make_json(workspace, &entry, task).await;
            let lang = untrack(lang);
            task.end(done.as_ref().err().map(|failed| said(lang, failed)));
            if let Ok(Offered { file, bytes }) = done {
                toasts.say(made(lang, &file, bytes));
            }
        });
    };
    view! {
        <Section title=move || w().json note=move || w().json_note>
            <div class="backup__part">
                <div class="row">
                    <Button
                        label=move || w().json_do
                        icon=IconName::Download
                        busy=Signal::derive(move || task.is_running())
                        on_press=make
                    />
                </div>
                <TaskView task/>
                <p class="muted">{move || w().json_described}</p>
            </div>
        </Section>
    }
}
