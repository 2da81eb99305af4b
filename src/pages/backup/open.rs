//! Opening a file: what it says of itself, and the two ways to go on.

use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement};

use super::compared::Compared;
use super::part::Part;
use super::work;
use crate::exchange::backup::compare::Comparison;
use crate::exchange::backup::lines::Unpacked;
use crate::exchange::backup::{BackupError, MAX_FILE};
use crate::i18n::backup::{BACKUP, failure, of_kind, opened, other_name, refused};
use crate::i18n::settings::size;
use crate::model::record::RecordKind;
use crate::model::text::Lang;
use crate::platform::clock::moment;
use crate::platform::files;
use crate::state::preferences::{use_lang, use_words};
use crate::state::route::Route;
use crate::state::router::{after_drawing, use_router};
use crate::state::workspace::{Workspace, use_workspace};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::empty::EmptyState;
use crate::ui::field::new_id;
use crate::ui::icon::{Icon, IconName};
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::page_head::Section;
use crate::ui::task::{Task, TaskView};
use crate::ui::toast::use_toasts;

/// A file that was chosen and is whole.
#[derive(Clone)]
pub struct Chosen {
    /// What is in it.
    pub file: Arc<Unpacked>,
    /// Its size in bytes, as it was chosen.
    pub bytes: f64,
}

/// What the page knows of the file. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Desk {
    /// The file.
    pub chosen: RwSignal<Option<Chosen>>,
    /// It beside the open bloc.
    pub compared: RwSignal<Option<Arc<Comparison>>>,
    /// What runs.
    pub task: Task,
    /// The open bloc.
    pub workspace: Workspace,
    /// The language.
    pub lang: Signal<Lang>,
    /// The comparison was made anew because something was edited meanwhile.
    pub is_stale: RwSignal<bool>,
}

impl Desk {
    /// Compares the file with the open bloc.
    pub fn compare(self) {
        self.compare_and(|| {});
    }

    /// Compares, and goes to what came of it: it stands below what was pressed.
    fn compare_and_show(self) {
        self.compare_and(|| {
            after_drawing(|| {
                let found = document().query_selector(".backup__result").ok().flatten();
                if let Some(found) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
                    let _ = found.focus();
                    found.scroll_into_view();
                }
            });
        });
    }

    fn compare_and(self, then: impl FnOnce() + 'static) {
        let Some(chosen) = self.chosen.get_untracked() else {
            return;
        };
        if !work::begin(self.task, |w| w.comparing) {
            return;
        }
        self.compared.set(None);
        spawn_local(async move {
            let found = work::compare(self.workspace, &chosen.file, work::told(self.task, Part::WHOLE)).await;
            let lang = self.lang.try_get_untracked().unwrap_or_default();
            work::end(self.task, found.as_ref().err().map(|failed| failure(lang, failed)));
            if let Ok(found) = found {
                let _ = self.compared.try_set(Some(Arc::new(found)));
                then();
            }
        });
    }

    /// Puts the file away.
    pub fn clear(self) {
        self.chosen.set(None);
        self.compared.set(None);
        self.is_stale.set(false);
    }
}

/// The section.
#[component]
pub fn OpenSection() -> impl IntoView {
    let w = use_words(&BACKUP);
    let lang = use_lang();
    let desk = Desk {
        workspace: use_workspace(),
        lang: Signal::derive(lang),
        chosen: RwSignal::new(None),
        compared: RwSignal::new(None),
        task: Task::new(),
        is_stale: RwSignal::new(false),
    };
    let has_file = Memo::new(move |_| desk.chosen.with(Option::is_some));
    view! {
        <Section title=move || w().open note=move || w().open_note>
            <div class="backup__part">
                {move || {
                    if has_file.get() {
                        view! { <ChosenFile desk/> }.into_any()
                    } else {
                        view! { <ChooseFile desk/> }.into_any()
                    }
                }}
                <TaskView task=desk.task/>
            </div>
        </Section>
        {move || {
            let chosen = desk.chosen.get()?;
            let found = desk.compared.get()?;
            Some(view! {
                <div class="backup__result" tabindex="-1" role="region" aria-label=move || w().tally>
                    {result(desk, &chosen, found)}
                </div>
            })
        }}
    }
}

/// What came of the comparison.
fn result(desk: Desk, chosen: &Chosen, found: Arc<Comparison>) -> AnyView {
    let w = use_words(&BACKUP);
    if found.is_of_another_bloc() {
        return view! { <Notice kind=NoticeKind::Warning>{move || w().other_bloc}</Notice> }.into_any();
    }
    if found.is_cut {
        return view! { <Notice kind=NoticeKind::Warning>{move || w().too_many}</Notice> }.into_any();
    }
    if found.is_empty() {
        return view! {
            <EmptyState icon=IconName::Check title=move || w().nothing why=move || w().nothing_why/>
        }
        .into_any();
    }
    view! { <Compared desk found file=chosen.file.head.id.clone()/> }.into_any()
}

#[component]
fn ChooseFile(desk: Desk) -> impl IntoView {
    let w = use_words(&BACKUP);
    let lang = use_lang();
    let problem = RwSignal::new(None::<String>);
    let choose = move |event: Event| {
        let Some(file) = files::chosen(&event) else { return };
        problem.set(None);
        let lang = untrack(lang);
        // Asked before it is read, so that a file of gigabytes is not taken into memory.
        if file.size() > MAX_FILE as f64 {
            problem.set(Some(refused(lang, &BackupError::TooLarge)));
            return;
        }
        if !work::begin(desk.task, |w| w.reading) {
            return;
        }
        spawn_local(async move {
            let bytes = file.size();
            let unpacked = work::unpack(&file, desk.task).await;
            work::end(desk.task, None);
            match unpacked {
                Ok(unpacked) => {
                    let file = Arc::new(unpacked);
                    let _ = desk.chosen.try_set(Some(Chosen { file, bytes }));
                }
                Err(failed) => drop(problem.try_set(Some(work::said(lang, &failed)))),
            }
        });
    };
    let id = new_id("file");
    let label_for = id.clone();
    view! {
        <div class="backup__file">
            <input class="sr-only backup__file-field" id=id type="file" accept=".sokhoi,.txt" on:change=choose/>
            <label class="button" for=label_for>
                <Icon name=IconName::Upload small=true/>
                <span class="button__label">{move || w().choose}</span>
            </label>
        </div>
        <div role="alert">
            {move || problem.get().map(|said| view! { <Notice kind=NoticeKind::Failure>{said}</Notice> })}
        </div>
    }
}

/// What the file is, and what can be done with it.
#[component]
fn ChosenFile(desk: Desk) -> impl IntoView {
    let w = use_words(&BACKUP);
    let lang = use_lang();
    let workspace = use_workspace();
    let router = use_router();
    let toasts = use_toasts();
    let head = move || {
        desk.chosen
            .get()
            .map(|chosen| chosen.file.head.clone())
            .unwrap_or_default()
    };
    let bytes = move || {
        desk.chosen
            .with(|chosen| chosen.as_ref().map_or(0.0, |chosen| chosen.bytes))
    };
    let as_of = move || match head().as_of_ms {
        0 => w().as_of_unknown.to_owned(),
        at_ms => moment(lang(), at_ms),
    };
    let holds = move || {
        let head = head();
        let counted = head.counts.iter().filter_map(|(kind, count)| {
            let kind = RecordKind::named(&kind.0).filter(|kind| *kind != RecordKind::Profile)?;
            Some(of_kind(lang(), kind, *count))
        });
        let counted: Vec<String> = counted.collect();
        match counted.is_empty() {
            true => of_kind(lang(), RecordKind::Profile, head.records),
            false => counted.join(", "),
        }
    };
    let current = move || workspace.current.get().map(|entry| entry.name);
    let warning = move || {
        let (file, here) = (head().name, current()?);
        (file != here).then(|| other_name(lang(), &file, &here))
    };
    let busy = Signal::derive(move || desk.task.is_running());
    let as_new = move || {
        let Some(chosen) = desk.chosen.get_untracked() else {
            return;
        };
        if !work::begin(desk.task, |w| w.filling) {
            return;
        }
        desk.compared.set(None);
        spawn_local(async move {
            let made = work::open_as_new(workspace, &chosen.file, work::told(desk.task, Part::WHOLE)).await;
            let lang = untrack(lang);
            work::end(desk.task, made.as_ref().err().map(|failed| failure(lang, failed)));
            if let Ok((id, name)) = made {
                toasts.say(opened(lang, &name));
                router.go(router.place_untracked().at(Route::Overview).with_bloc(&id));
            }
        });
    };
    view! {
        <div class="backup__chosen">
            <p>
                <strong>{move || head().name}</strong>
            </p>
            <dl class="backup__facts">
                <dt>{move || w().as_of}</dt>
                <dd>{as_of}</dd>
                <dt>{move || w().holds}</dt>
                <dd>{holds}</dd>
                <dt>{move || w().file_size}</dt>
                <dd>{move || size(lang(), bytes())}</dd>
            </dl>
            <ul class="backup__ways">
                {move || {
                    workspace
                        .current
                        .with(Option::is_some)
                        .then(|| {
                            view! {
                                <li>
                                    <Button
                                        label=move || w().compare
                                        kind=ButtonKind::Primary
                                        busy
                                        on_press=move || desk.compare_and_show()
                                    />
                                    <p class="muted small">{move || w().compare_help}</p>
                                    {move || {
                                        warning()
                                            .map(|said| {
                                                view! { <Notice kind=NoticeKind::Warning>{said}</Notice> }
                                            })
                                    }}
                                </li>
                            }
                        })
                }}
                <li>
                    <Button label=move || w().as_new busy on_press=as_new/>
                    <p class="muted small">{move || w().as_new_help}</p>
                </li>
            </ul>
            <Button label=move || w().another kind=ButtonKind::Quiet small=true on_press=move || desk.clear()/>
        </div>
    }
}
