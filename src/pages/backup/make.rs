//! Making a file: the backup of the open bloc, JSON for other software, and the backup that is offered before a removal.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::reminder::{LastBackup, use_backups};
use super::work::{self, Failure, Offered, ToShare, said};
use crate::i18n::backup::{BACKUP, due_line, made};
use crate::platform::share_file::Handed;
use crate::state::preferences::{use_lang, use_words};
use crate::state::workspace::{Workspace, use_workspace};
use crate::store::registry::Entry;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::icon::IconName;
use crate::ui::notice::Notice;
use crate::ui::page_head::Section;
use crate::ui::task::{Task, TaskView};
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
                {work::can_share().then(|| view! { <HandOver on_made=move || again.notify()/> })}
            </div>
        </Section>
    }
}

/// Hands a backup of the open bloc to another program or a device nearby. Browsers ask for a fresh press: where making
/// the file took too long, the file waits for one.
#[component]
fn HandOver(
    /// Called when a file was made.
    #[prop(into)]
    on_made: Callback<()>,
) -> impl IntoView {
    let w = use_words(&BACKUP);
    let lang = use_lang();
    let workspace = use_workspace();
    let toasts = use_toasts();
    let task = Task::new();
    let ready = RwSignal::new_local(None::<ToShare>);
    let share = move |file: ToShare| {
        spawn_local(async move {
            match file.share(workspace).await {
                Handed::Over => {
                    let _ = ready.try_set(None);
                    on_made.try_run(());
                    toasts.say(untrack(|| w().handed_over));
                }
                // It may be asked for again by another press.
                Handed::Not | Handed::Refused => drop(ready.try_set(Some(file))),
            }
        });
    };
    let make = move || {
        let Some(entry) = workspace.current.get_untracked() else {
            return;
        };
        if !work::begin(task, |w| w.making) {
            return;
        }
        spawn_local(async move {
            let made = work::make_to_share(workspace, &entry, task).await;
            let said = made.as_ref().err().map(|failed| said(untrack(lang), failed));
            work::end(task, said);
            if let Ok(Some(file)) = made {
                share(file);
            }
        });
    };
    let again = move || {
        if let Some(file) = ready.get_untracked() {
            share(file);
        }
    };
    view! {
        <div class="row">
            <Button
                label=move || w().hand_over
                icon=IconName::Present
                busy=Signal::derive(move || task.is_running())
                on_press=make
            />
        </div>
        <TaskView task/>
        {move || {
            ready
                .with(Option::is_some)
                .then(|| {
                    view! {
                        <Notice>
                            <span>{w().hand_over_ready}</span>
                            <Button label=move || w().hand_over_now small=true on_press=again/>
                        </Notice>
                    }
                })
        }}
        <p class="muted">{move || w().hand_over_note}</p>
    }
}

/// Before what a backup is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Before {
    /// The bloc is removed.
    Removal,
    /// It gets a PIN, which may be forgotten.
    Pin,
}

/// The button that is offered before something that may lose the bloc.
pub fn backup_before(entry: Entry, before: Before) -> AnyView {
    let w = use_words(&BACKUP);
    let entry = Signal::derive(move || Some(entry.clone()));
    let label = move || match before {
        Before::Removal => w().before_removal,
        Before::Pin => w().before_pin,
    };
    view! { <MakeButton entry label/> }.into_any()
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
    let make = |workspace, entry: Entry, task| async move { work::make(workspace, &entry, task).await };
    view! {
        <FileButton
            entry
            label
            kind
            make
            on_made=move || {
                if let Some(on_made) = on_made {
                    on_made.try_run(());
                }
            }
        />
    }
}

/// The section of the file for other software.
#[component]
pub fn JsonSection() -> impl IntoView {
    let w = use_words(&BACKUP);
    let workspace = use_workspace();
    let entry = Signal::derive(move || workspace.current.get());
    let make = |workspace, entry: Entry, task| async move { work::make_json(workspace, &entry, task).await };
    view! {
        <Section title=move || w().json note=move || w().json_note>
            <div class="backup__part">
                <FileButton entry label=move || w().json_do make on_made=|| ()/>
            </div>
        </Section>
    }
}

/// A button that makes a file of a bloc, with its progress; what came of it is told.
#[component]
fn FileButton<M, W>(
    /// The bloc.
    entry: Signal<Option<Entry>>,
    /// What the button says.
    #[prop(into)]
    label: Signal<String>,
    /// How much it asks for attention.
    #[prop(optional)]
    kind: ButtonKind,
    /// Makes it.
    make: M,
    /// Called when the file was handed to the browser.
    #[prop(into)]
    on_made: Callback<()>,
) -> impl IntoView
where
    M: Fn(Workspace, Entry, Task) -> W + Send + Sync + 'static,
    W: Future<Output = Result<Offered, Failure>> + 'static,
{
    let lang = use_lang();
    let workspace = use_workspace();
    let toasts = use_toasts();
    let task = Task::new();
    let press = move || {
        let Some(entry) = entry.get_untracked() else { return };
        if !work::begin(task, |w| w.making) {
            return;
        }
        let making = make(workspace, entry, task);
        spawn_local(async move {
            let done = making.await;
            let lang = untrack(lang);
            work::end(task, done.as_ref().err().map(|failed| said(lang, failed)));
            if let Ok(Offered { file, bytes }) = done {
                toasts.say(made(lang, &file, bytes));
                on_made.try_run(());
            }
        });
    };
    view! {
        <div class="row">
            <Button label kind icon=IconName::Download busy=Signal::derive(move || task.is_running()) on_press=press/>
        </div>
        <TaskView task/>
    }
}
