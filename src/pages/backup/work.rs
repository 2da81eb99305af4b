//! Making and opening files: what is done, without what is drawn.

use leptos::prelude::*;
use std::rc::Rc;
use std::sync::Arc;
use web_sys::File;

use super::names::file_name;
use super::part::Part;
use crate::exchange::backup::EXTENSION;
use crate::exchange::backup::compare::Comparison;
use crate::exchange::backup::lines::Unpacked;
use crate::exchange::export::json;
use crate::exchange::worker::backup::{PackBackup, Refused, UnpackBackup, WriteJson};
use crate::i18n::backup::{BACKUP, Backup, failure};
use crate::model::text::Lang;
use crate::platform::clock::{now_ms, today};
use crate::platform::download;
use crate::platform::exchange_worker::Failure as Ended;
use crate::platform::ids::new_id;
use crate::platform::share_file::{Handed, Shareable};
use crate::state::workspace::Workspace;
use crate::store::backend::{Database, Shelf};
use crate::store::backups::{self, BackupFailure, Backups, Gathered, Mark, Progress, Told};
use crate::store::error::StoreError;
use crate::store::registry::{Entry, database_name};
use crate::store::schema::Schema;
use crate::store::vault::DeviceDatabase;
use crate::store::workspace::Store;
use crate::ui::task::Task;

/// Why a file did not come about.
pub enum Failure {
    /// The file or the store.
    Backup(BackupFailure),
    /// The browser did not take the file.
    NotOffered,
    /// The browser could not open the file.
    Unreadable,
    /// The worker for files could not be fetched.
    NoWorker,
    /// The worker for files came to no end.
    NotDone,
}

impl Failure {
    /// Why a job of the worker's came to nothing, where it refuses nothing that a person can mend.
    fn of<R>(ended: Ended<R>) -> Failure {
        match ended {
            Ended::Cancelled => BackupFailure::Stopped.into(),
            Ended::Unavailable => Failure::NoWorker,
            Ended::Unreadable => Failure::Unreadable,
            Ended::Refused(_) | Ended::Died | Ended::TooSlow => Failure::NotDone,
        }
    }
}

impl<E: Into<BackupFailure>> From<E> for Failure {
    fn from(failure: E) -> Failure {
        Failure::Backup(failure.into())
    }
}

/// The reason of a failure, with the remedy.
pub fn said(lang: Lang, failed: &Failure) -> String {
    let words = BACKUP.in_lang(lang);
    let words = match failed {
        Failure::Backup(failed) => return failure(lang, failed),
        Failure::NotOffered => words.not_offered,
        Failure::Unreadable => words.unreadable,
        Failure::NoWorker => words.no_worker,
        Failure::NotDone => words.not_done,
    };
    words.to_owned()
}

/// Begins something by its name; answers whether nothing else was running.
pub fn begin(task: Task, name: fn(&'static Backup) -> &'static str) -> bool {
    task.begin(move |lang| name(BACKUP.in_lang(lang)))
}

/// What takes how far a part of it is, and answers whether to go on.
pub fn told(task: Task, part: Part) -> impl Fn(Progress) -> bool {
    move |now| task.told(part.percent(now))
}

/// It is over, with the reason why it failed if it did.
pub fn end(task: Task, failed: Option<String>) {
    if let Some(said) = failed {
        task.failed(Arc::new(move |_| said.clone()));
    }
    task.end();
}

/// A file that was handed to the browser.
pub struct Offered {
    /// Its name.
    pub file: String,
    /// Its size.
    pub bytes: usize,
}

/// A bloc's store, for as long as something is done with it.
struct Borrowed {
    store: Rc<Store<DeviceDatabase>>,
    /// Whether it was opened for this, and is closed with it.
    is_own: bool,
}

impl Drop for Borrowed {
    fn drop(&mut self) {
        if self.is_own {
            self.store.database().close();
        }
    }
}

/// The store of a bloc: of the open one after all that waits is written, of another by opening its database.
async fn borrow(workspace: Workspace, id: &str) -> Result<Borrowed, StoreError> {
    let is_open = workspace
        .current
        .with_untracked(|current| current.as_ref().is_some_and(|current| current.id == id));
    if is_open
        && workspace.settle().await
        && let Some(store) = workspace.store()
    {
        return Ok(Borrowed { store, is_own: false });
    }
    let db = workspace
        .shelf()
        .open(&database_name(id), Schema::Workspace, |_| {})
        .await?;
    Ok(Borrowed {
        store: Rc::new(Store::new(db, new_id())),
        is_own: true,
    })
}

/// Makes a backup of a bloc and hands it to the browser.
pub async fn make(workspace: Workspace, entry: &Entry, task: Task) -> Result<Offered, Failure> {
    let (bytes, mark, borrowed) = pack(workspace, entry, task).await?;
    let offered = offer(&entry.name, EXTENSION, "application/octet-stream", &bytes)?;
    backups::remember(borrowed.store.database(), mark).await?;
    Ok(offered)
}

/// A backup of a bloc, ready to be handed to another program; `None` where the browser shares no files.
///
/// # Errors
/// [`Failure`]
pub async fn make_to_share(workspace: Workspace, entry: &Entry, task: Task) -> Result<Option<ToShare>, Failure> {
    let (bytes, mark, _) = pack(workspace, entry, task).await?;
    let name = file_name(&entry.name, today(), EXTENSION);
    let file = Shareable::new(&share_names(&name, &format!("{name}.txt")), &bytes);
    Ok(file.map(|file| ToShare { file, mark }))
}

/// A backup that waits to be handed over, and what this device remembers of it when it was.
#[derive(Clone)]
pub struct ToShare {
    file: Shareable,
    mark: Mark,
}

impl ToShare {
    /// Hands it over; from then on it is a backup that was made.
    pub async fn share(&self, workspace: Workspace) -> Handed {
        let handed = self.file.share().await;
        if handed == Handed::Over
            && let Some(store) = workspace.store()
        {
            // Without it the next comparison asks a person more.
            let _ = backups::remember(store.database(), self.mark.clone()).await;
        }
        handed
    }
}

/// Whether this browser hands backups to other programs.
pub fn can_share() -> bool {
    Shareable::is_possible(&share_names("a.sokhoi", "a.sokhoi.txt"))
}

/// A backup's own name and kind, and one under which browsers hand it over that share only kinds of files they know.
const fn share_names<'a>(name: &'a str, as_text: &'a str) -> [(&'a str, &'a str); 2] {
    [(name, "application/octet-stream"), (as_text, "text/plain")]
}

async fn pack(workspace: Workspace, entry: &Entry, task: Task) -> Result<(Vec<u8>, Mark, Borrowed), Failure> {
    let borrowed = borrow(workspace, &entry.id).await?;
    let Gathered { about, lines, mark } = backups::gather(
        &borrowed.store,
        new_id(),
        &entry.name,
        now_ms(),
        told(task, Part::GATHERING),
    )
    .await?;
    let bytes = task
        .work(Part::WRITING.span(), PackBackup { about, lines }, None)
        .await
        .map_err(Failure::of)?;
    Ok((bytes, mark, borrowed))
}

/// Writes a bloc as JSON and hands it to the browser.
pub async fn make_json(workspace: Workspace, entry: &Entry, task: Task) -> Result<Offered, Failure> {
    let borrowed = borrow(workspace, &entry.id).await?;
    let at_ms = now_ms();
    let gathering = told(task, Part::GATHERING);
    let gathered = backups::gather(&borrowed.store, new_id(), &entry.name, at_ms, gathering).await?;
    let job = WriteJson {
        at_ms,
        lines: gathered.lines,
    };
    let bytes = task.work(Part::WRITING.span(), job, None).await.map_err(Failure::of)?;
    offer(&entry.name, json::EXTENSION, "application/json", &bytes)
}

/// Unpacks a file that a person chose.
pub async fn unpack(file: &File, task: Task) -> Result<Unpacked, Failure> {
    let unpacked = task.work(Part::WHOLE.span(), UnpackBackup, Some(file)).await;
    unpacked.map_err(|ended| match ended {
        Ended::Refused(Refused(error)) => BackupFailure::File(error).into(),
        other => Failure::of(other),
    })
}

fn offer(bloc: &str, extension: &str, media_type: &str, bytes: &[u8]) -> Result<Offered, Failure> {
    let file = file_name(bloc, today(), extension);
    download::offer(&file, media_type, bytes).map_err(|_| Failure::NotOffered)?;
    Ok(Offered {
        file,
        bytes: bytes.len(),
    })
}

/// Makes a new bloc of a file. It is listed when it is whole; one that could not be made is removed again. Answers its
/// identifier and name.
pub async fn open_as_new(
    workspace: Workspace,
    file: &Unpacked,
    told: impl Told,
) -> Result<(String, String), BackupFailure> {
    let id = new_id();
    let name = database_name(&id);
    let db = workspace.shelf().open(&name, Schema::Workspace, |_| {}).await?;
    let store = Store::new(db, new_id());
    match backups::fill(&store, file, now_ms(), told).await {
        Ok(filled) => {
            let id = workspace
                .list_made(id, store, Ok(()), &filled.name, filled.is_demo)
                .await?;
            Ok((id, filled.name))
        }
        Err(failure) => {
            store.database().close();
            // Nothing points to it: leaving it behind would only take room.
            let _ = workspace.shelf().delete(&name).await;
            Err(failure)
        }
    }
}

/// Lays a file beside the open bloc.
pub async fn compare(workspace: Workspace, file: &Unpacked, told: impl Told) -> Result<Comparison, BackupFailure> {
    if !workspace.settle().await {
        return Err(StoreError::Lost.into());
    }
    let store = workspace.store().ok_or(StoreError::Lost)?;
    backups::compare(&store, file, now_ms(), told).await
}

/// Remembers that all of a backup is here now: what comes from it later is compared with this state.
pub async fn remember_taken(workspace: Workspace, id: String) {
    if id.is_empty() || !workspace.settle().await {
        return;
    }
    let Some(store) = workspace.store() else { return };
    if let Ok(head) = store.head().await {
        let mark = Mark {
            id,
            at_ms: now_ms(),
            line: head.next_line.saturating_sub(1),
            made: false,
            heard: head.heard,
        };
        // Without it the next comparison asks a person more.
        let _ = backups::remember(store.database(), mark).await;
    }
}

/// The backups of the open bloc, and how many lines its journal has.
pub async fn known(workspace: Workspace) -> Option<(Backups, u64)> {
    let store = workspace.store()?;
    let known = backups::read(store.database()).await.ok()?;
    let head = store.head().await.ok()?;
    Some((known, head.next_line.saturating_sub(1)))
}
