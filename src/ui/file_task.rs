//! A file that is being made for a person: what came of it, and handing it to another program. How far it is and what stops it
//! is [`super::task`].

use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

use super::button::Button;
use super::notice::{Notice, NoticeKind};
use super::task::{Task, TaskView};
use crate::charts::picture::file_name;
use crate::exchange::worker::Job;
use crate::i18n::files::{FILES, Files};
use crate::platform::download;
use crate::platform::exchange_worker::Failure;
use crate::platform::share_file::Shareable;
use crate::state::preferences::use_words;

/// Why there is no file, by the name of the words for it.
type Said = fn(&'static Files) -> &'static str;

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kind {
    /// The end of its name.
    pub extension: &'static str,
    /// What browsers call it.
    pub media_type: &'static str,
}

/// A Word file.
pub const DOCX: Kind = Kind {
    extension: "docx",
    media_type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
};
/// A PowerPoint file.
pub const PPTX: Kind = Kind {
    extension: "pptx",
    media_type: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
};
/// An Excel file.
pub const XLSX: Kind = Kind {
    extension: "xlsx",
    media_type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};
/// A packed file.
pub const ZIP: Kind = Kind {
    extension: "zip",
    media_type: "application/zip",
};

/// A file being made. Cheap to copy.
#[derive(Clone, Copy)]
pub struct FileTask {
    task: Task,
    note: RwSignal<Option<Said>>,
    /// The name of the last file that was made, and the file where it can be handed over.
    made: RwSignal<Option<String>>,
    shareable: StoredValue<Option<Shareable>, LocalStorage>,
}

/// It was stopped, or could not be made.
pub struct Ended;

impl Default for FileTask {
    fn default() -> FileTask {
        FileTask::new()
    }
}

impl FileTask {
    /// Nothing runs.
    pub fn new() -> FileTask {
        FileTask {
            task: Task::new(),
            note: RwSignal::new(None),
            made: RwSignal::new(None),
            shareable: StoredValue::new_local(None),
        }
    }

    /// Makes a file where nothing else is being made.
    pub fn run<F: Future<Output = Result<(), Ended>> + 'static>(self, make: impl FnOnce() -> F) {
        if !self.task.begin(|lang| FILES.in_lang(lang).making) {
            return;
        }
        self.note.set(None);
        self.made.set(None);
        self.shareable.set_value(None);
        let made = make();
        spawn_local(async move {
            let _ = made.await;
            self.task.end();
        });
    }

    /// Tells how far it is.
    ///
    /// # Errors
    /// When a person has stopped it or left the page.
    pub fn told(self, percent: u8) -> Result<(), Ended> {
        match self.task.told(percent) {
            true => Ok(()),
            false => Err(self.failed(|w| w.stopped)),
        }
    }

    /// Says why there is no file.
    pub fn failed(self, said: Said) -> Ended {
        self.task
            .failed(Arc::new(move |lang| said(FILES.in_lang(lang)).to_owned()));
        Ended
    }

    /// Says what is to be known of the file.
    pub fn note(self, said: Said) {
        let _ = self.note.try_set(Some(said));
    }

    /// Has the worker do the rest of it, from so many percent on.
    ///
    /// # Errors
    /// When it was stopped or refused.
    pub async fn work<J: Job>(self, from: u8, job: J) -> Result<J::Answer, Ended> {
        self.task.work((from, 100), job, None).await.map_err(|failure| {
            self.failed(match failure {
                Failure::Cancelled => |w| w.stopped,
                Failure::Unavailable => |w| w.unavailable,
                _ => |w| w.failed,
            })
        })
    }

    /// Hands the file to the browser, and keeps it to be handed over.
    ///
    /// # Errors
    /// When the browser refused.
    pub fn offer(self, title: &str, kind: Kind, bytes: &[u8]) -> Result<(), Ended> {
        let name = file_name(title, kind.extension);
        download::offer(&name, kind.media_type, bytes).map_err(|_| self.failed(|w| w.not_offered))?;
        let file = Shareable::new(&[(name.as_str(), kind.media_type)], bytes);
        let _ = self.shareable.try_set_value(file);
        let _ = self.made.try_set(Some(name));
        Ok(())
    }

    /// Whether a file is being made.
    pub fn is_running(self) -> bool {
        self.task.is_running()
    }
}

/// How far a file is, with a button that stops it; what came of it.
#[component]
pub fn FileTaskView(
    /// The file.
    task: FileTask,
) -> impl IntoView {
    let w = use_words(&FILES);
    let share = move |()| {
        if let Some(file) = task.shareable.try_get_value().flatten() {
            spawn_local(async move {
                let _ = file.share().await;
            });
        }
    };
    view! {
        <TaskView task=task.task/>
        <div role="status">
            {move || {
                task.made
                    .get()
                    .map(|name| {
                        let shared = task.shareable.with_value(Option::is_some);
                        view! {
                            <p class="task">
                                <span>{move || w().made} ": " <b>{name}</b></span>
                                {shared.then(|| view! { <Button label=move || w().share small=true on_press=share/> })}
                            </p>
                        }
                    })
            }}
            {move || task.note.get().map(|said| view! { <Notice kind=NoticeKind::Warning><p>{move || said(w())}</p></Notice> })}
        </div>
    }
}
