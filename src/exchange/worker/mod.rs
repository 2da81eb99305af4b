//! What the page asks of the worker for files, and what it answers. The worker is a program of its own (`src/bin/exchange.rs`,
//! started by `platform/exchange_worker.rs`), so that a large or hostile file neither freezes nor exhausts the page.
//!
//! A job is one request and one answer, with signs of progress between them; a worker does one job and is ended. To add a
//! job: a type with [`Job`] in a file here (the page's side: no crate that only the worker has), [`Work`] for it (behind the
//! feature `workbook`), and its line in [`run`].

use std::fmt;
#[cfg(feature = "workbook")]
use std::fmt::Display;

/// What travels, either way: words and a file's bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parcel {
    /// Words: what is asked, or the answer.
    pub text: String,
    /// A file.
    pub bytes: Vec<u8>,
}

impl Parcel {
    /// Words without a file.
    pub fn text(text: impl Into<String>) -> Parcel {
        Parcel {
            text: text.into(),
            bytes: Vec::new(),
        }
    }

    /// A file without words.
    pub fn bytes(bytes: Vec<u8>) -> Parcel {
        Parcel {
            text: String::new(),
            bytes,
        }
    }
}

/// A job, as the page sees it.
pub trait Job: Sized {
    /// Names it; no other job has this name.
    const NAME: &'static str;
    /// What comes of it.
    type Answer;
    /// Why it is refused.
    type Refusal;

    /// What the worker is sent. A file that a person chose goes beside it, unread.
    fn asked(self) -> Parcel;

    /// What the worker answered; `None` where it is nothing that this job answers.
    fn answered(parcel: Parcel) -> Option<Self::Answer>;

    /// Why the worker refused; `None` where it is no reason that this job has.
    fn refused(reason: &str) -> Option<Self::Refusal>;
}

/// What was to be made into a file is nothing that fits into one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotWritten;

impl NotWritten {
    fn parse(reason: &str) -> Option<NotWritten> {
        (reason == NotWritten.to_string()).then_some(NotWritten)
    }
}

impl fmt::Display for NotWritten {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("not-written")
    }
}

/// A job, as the worker does it.
#[cfg(feature = "workbook")]
pub trait Work: Job
where
    Self::Refusal: Display,
{
    /// Does it. `progress` takes whole percents and may be called as often as one likes.
    ///
    /// # Errors
    /// What [`Job::refused`] reads from its display.
    fn done(asked: Parcel, progress: &dyn Fn(u8)) -> Result<Parcel, Self::Refusal>;
}

/// Does the job of this name. Only the worker calls it.
///
/// # Errors
/// Why the job is refused, in words that [`Job::refused`] reads.
#[cfg(feature = "workbook")]
pub fn run(job: &str, asked: Parcel, progress: &dyn Fn(u8)) -> Result<Parcel, String> {
    fn of<J: Work>(asked: Parcel, progress: &dyn Fn(u8)) -> Result<Parcel, String>
    where
        J::Refusal: Display,
    {
        J::done(asked, progress).map_err(|refusal| refusal.to_string())
    }
    match job {
        table::ReadTable::NAME => of::<table::ReadTable>(asked, progress),
        csv::WriteCsv::NAME => of::<csv::WriteCsv>(asked, progress),
        workbook::WriteWorkbook::NAME => of::<workbook::WriteWorkbook>(asked, progress),
        documents::WriteDocument::NAME => of::<documents::WriteDocument>(asked, progress),
        documents::WriteSlides::NAME => of::<documents::WriteSlides>(asked, progress),
        documents::WriteAnnexes::NAME => of::<documents::WriteAnnexes>(asked, progress),
        documents::WriteMeetingPack::NAME => of::<documents::WriteMeetingPack>(asked, progress),
        backup::PackBackup::NAME => of::<backup::PackBackup>(asked, progress),
        backup::UnpackBackup::NAME => of::<backup::UnpackBackup>(asked, progress),
        backup::WriteJson::NAME => of::<backup::WriteJson>(asked, progress),
        queue::WriteQueue::NAME => of::<queue::WriteQueue>(asked, progress),
        _ => Err(format!("no job is called {job}")),
    }
}

pub mod backup;
pub mod csv;
pub mod documents;
pub mod queue;
pub mod sheet_text;
pub mod table;
pub mod workbook;

#[cfg(all(test, feature = "workbook"))]
mod tests {
    use super::*;

    #[test]
    fn a_job_that_nobody_knows_is_refused() {
        assert!(run("?", Parcel::default(), &|_| ()).is_err());
    }
}
