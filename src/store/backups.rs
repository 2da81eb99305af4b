//! Backups of a workspace: making one, laying one beside what is here, filling a new workspace from one.
//!
//! What was made and taken on this device is one row beside the head ([`Backups`]): so a file that comes back from
//! another device is known by what both have seen, and a person can be told when the last backup was made.
//!
//! Each of these goes record by record, and pauses after some hundred, so that whoever runs it is not held.

use super::backend::{Database, Key, LAST, Span, Write};
use super::error::StoreError;
use super::journal::Line;
use super::schema::Table;
use super::workspace::Store;
use crate::exchange::backup::compare::{Before, Comparing, Comparison};
use crate::exchange::backup::lines::{self, Unpacked};
use crate::exchange::backup::pack::About;
use crate::exchange::backup::{BackupError, Head, MAX_LINEAGE};
use crate::model::from_json::{self, FromJson};
use crate::model::record::{Record, RecordKind};
use serde::Serialize;
use thiserror::Error;

const ROW: &str = "backups";
/// How many records are worked on between two pauses.
const BETWEEN_PAUSES: usize = 512;

/// A backup that this device made, or whose state it had as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, FromJson)]
pub struct Mark {
    /// The backup's identifier.
    pub id: String,
    /// When it was made here, or taken, in milliseconds since 1970.
    pub at_ms: i64,
    /// The last line of the journal then.
    pub line: u64,
    /// Whether it was made here.
    pub made: bool,
    /// How often something had come from a server then. What comes from there is not in the journal.
    #[serde(default)]
    pub heard: u64,
}

/// The backups that this device knows of, in the order they were made or taken.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, FromJson)]
pub struct Backups {
    /// Each of them.
    #[serde(default)]
    pub marks: Vec<Mark>,
}

impl Backups {
    /// The last one made here.
    pub fn last_made(&self) -> Option<&Mark> {
        self.marks.iter().rev().find(|mark| mark.made)
    }

    /// The latest state that this device and a file have both had.
    pub fn shared_with(&self, head: &Head) -> Option<&Mark> {
        let has = |mark: &&Mark| mark.id == head.id || head.lineage.contains(&mark.id);
        self.marks.iter().rev().find(has)
    }

    fn add(&mut self, mark: Mark) {
        self.marks.retain(|known| known.id != mark.id);
        self.marks.push(mark);
        let excess = self.marks.len().saturating_sub(MAX_LINEAGE);
        self.marks.drain(..excess);
    }
}

/// Why a backup could not be made or taken.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum BackupFailure {
    /// The file.
    #[error(transparent)]
    File(#[from] BackupError),
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A person asked to stop. Nothing was written.
    #[error("stopped")]
    Stopped,
}

/// How far something is, told between two pauses; it answers whether to go on.
pub trait Told: Fn(Progress) -> bool {}
impl<F: Fn(Progress) -> bool> Told for F {}

/// So many of so many records.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Done.
    pub done: u64,
    /// Of.
    pub of: u64,
}

/// All that is on the device, as it is packed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gathered {
    /// What the file is to say of itself.
    pub about: About,
    /// The records, as lines.
    pub lines: Vec<u8>,
    /// What is to be remembered when the file is made.
    pub mark: Mark,
}

/// Gathers all that is on the device for a backup or another file. Nothing is written: [`remember`] the mark when a
/// backup was made of it.
///
/// # Errors
/// [`BackupFailure::Store`], [`BackupFailure::Stopped`].
pub async fn gather<D: Database>(
    store: &Store<D>,
    id: String,
    name: &str,
    at_ms: i64,
    told: impl Told,
) -> Result<Gathered, BackupFailure> {
    let opened = store.load(at_ms).await?;
    let of = opened.records.len() as u64;
    let mut written = Vec::new();
    for (done, record) in opened.records.values().enumerate() {
        if done.is_multiple_of(BETWEEN_PAUSES) {
            pause(store, done, of, &told).await?;
        }
        lines::write(&mut written, record).map_err(StoreError::from)?;
    }
    let known = read(store.database()).await?;
    let lineage = known.marks.iter().rev().map(|mark| mark.id.clone()).collect();
    Ok(Gathered {
        about: About {
            id: id.clone(),
            // The bloc may have been renamed since it was listed.
            name: profile_name(opened.records.values()).unwrap_or(name).to_owned(),
            as_of_ms: at_ms,
            lineage,
        },
        lines: written,
        mark: Mark {
            id,
            at_ms,
            line: opened.head.next_line.saturating_sub(1),
            made: true,
            heard: opened.head.heard,
        },
    })
}

/// Lays a file beside what is on the device.
///
/// # Errors
/// [`BackupFailure`]
pub async fn compare<D: Database>(
    store: &Store<D>,
    file: &Unpacked,
    at_ms: i64,
    told: impl Told,
) -> Result<Comparison, BackupFailure> {
    let opened = store.load(at_ms).await?;
    let known = read(store.database()).await?;
    // What a server sent since is not in the journal: then nothing is known of what was changed here, and a person decides.
    let shared = known.shared_with(&file.head);
    let before = match shared.filter(|mark| mark.heard == opened.head.heard) {
        Some(mark) => Some(before(store, mark.line).await?),
        None => None,
    };
    let mut comparing = Comparing::new(&opened.records, before.as_ref());
    for (done, record) in file.records().enumerate() {
        if done.is_multiple_of(BETWEEN_PAUSES) {
            pause(store, done, file.head.records, &told).await?;
        }
        let record = record?;
        // Only a server makes conflicts: those of a file are over, or come from there.
        if record.kind != RecordKind::Conflict || !opened.head.is_linked() {
            comparing.add(record);
        }
    }
    Ok(comparing.finish())
}

/// Fills a new workspace from a file. It is not listed: whoever asked does that when it is whole.
///
/// # Errors
/// [`BackupFailure`]; then the database is to be deleted.
pub async fn fill<D: Database>(
    store: &Store<D>,
    file: &Unpacked,
    at_ms: i64,
    told: impl Told,
) -> Result<Filled, BackupFailure> {
    let head = file.head.clone();
    let mut records = file.records();
    let mut filling = store.filling();
    let (mut part, mut done) = (Vec::with_capacity(BETWEEN_PAUSES), 0);
    let (mut is_demo, mut name) = (false, head.name.clone());
    loop {
        let record = records.next().transpose()?;
        let is_last = record.is_none();
        part.extend(record);
        if part.len() < BETWEEN_PAUSES && !is_last {
            continue;
        }
        for record in part.iter().filter(|record| record.kind == RecordKind::Profile) {
            is_demo |= record.fields.get("demo").is_some_and(|demo| demo == true);
        }
        if let Some(found) = profile_name(&part) {
            name = found.to_owned();
        }
        filling.add(&part).await?;
        done += part.len() as u64;
        part.clear();
        if !told(Progress { done, of: head.records }) {
            return Err(BackupFailure::Stopped);
        }
        if is_last {
            break;
        }
    }
    let written = filling.finish("", at_ms).await?;
    // Only a file that names itself can be known again.
    if !head.id.is_empty() {
        let mark = Mark {
            id: head.id.clone(),
            at_ms,
            line: written.next_line.saturating_sub(1),
            made: false,
            heard: written.heard,
        };
        remember(store.database(), mark).await?;
    }
    Ok(Filled { head, name, is_demo })
}

/// A workspace that was filled from a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filled {
    /// What the file says of itself.
    pub head: Head,
    /// The bloc's name.
    pub name: String,
    /// Whether it is a demo.
    pub is_demo: bool,
}

/// The backups that this device knows of.
///
/// # Errors
/// [`StoreError`]
pub async fn read(db: &impl Database) -> Result<Backups, StoreError> {
    let rows = db.read(&[row()]).await?;
    match rows.iter().flatten().next() {
        Some((_, bytes)) => Ok(from_json::read(bytes)?),
        None => Ok(Backups::default()),
    }
}

/// Remembers a backup: one that was made, or whose state is now here as a whole.
///
/// # Errors
/// [`StoreError`]
pub async fn remember(db: &impl Database, mark: Mark) -> Result<(), StoreError> {
    db.write(&[Table::Meta], &[row()], |found| {
        let mut known = match found.iter().flatten().next() {
            // What cannot be read is of no use: backups are made and taken without it.
            Some((_, bytes)) => from_json::read(bytes).unwrap_or_default(),
            None => Backups::default(),
        };
        known.add(mark);
        let bytes = serde_json::to_vec(&known)?;
        Ok((vec![Write::Put(Table::Meta, Key::from(ROW), bytes)], ()))
    })
    .await
}

fn row() -> Span {
    Span::One(Table::Meta, Key::from(ROW))
}

/// What fields that were changed after a line of the journal were at that line.
async fn before<D: Database>(store: &Store<D>, line: u64) -> Result<Before, StoreError> {
    let found = store
        .database()
        .read(&[Span::Numbers(Table::Journal, line + 1, LAST)])
        .await?;
    let mut lines = Vec::new();
    for (_, bytes) in found.iter().flatten() {
        lines.push(from_json::read::<Line>(bytes)?);
    }
    lines.sort_by_key(|line| line.no);
    let mut before = Before::new();
    for op in lines.iter().flat_map(|line| &line.ops) {
        let fields = before.entry(op.change.record.clone()).or_default();
        for (name, change) in &op.change.set {
            // The first change after the line says what was before it.
            fields.entry(name.clone()).or_insert_with(|| change.old.clone());
        }
    }
    Ok(before)
}

async fn pause<D: Database>(store: &Store<D>, done: usize, of: u64, told: &impl Told) -> Result<(), BackupFailure> {
    let done = done as u64;
    if !told(Progress { done, of }) {
        return Err(BackupFailure::Stopped);
    }
    Ok(store.pause().await?)
}

fn profile_name<'a>(records: impl IntoIterator<Item = &'a Record>) -> Option<&'a str> {
    let profile = records.into_iter().find(|record| record.kind == RecordKind::Profile)?;
    profile.fields.get("name")?.as_str().filter(|name| !name.is_empty())
}
