//! Records as lines: one JSON object a line, in the order of their identifiers. This is what a backup packs, and what goes
//! between the page, which has the store, and the worker, which packs and unpacks.

use super::pack::{About, Packing};
use super::unpack::Unpacking;
use super::{BackupError, Head};
use crate::model::record::Record;
use std::io;

/// Adds a record.
///
/// # Errors
/// When it cannot be written as JSON.
pub fn write(lines: &mut Vec<u8>, record: &Record) -> serde_json::Result<()> {
    serde_json::to_writer(&mut *lines, record)?;
    lines.push(b'\n');
    Ok(())
}

/// Each record of some lines.
///
/// # Errors
/// [`BackupError::Content`] with the line's number, counted from 1.
pub fn records(lines: &[u8]) -> impl Iterator<Item = Result<Record, BackupError>> {
    let lines = lines.split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
    (1..)
        .zip(lines)
        .map(|(number, line)| Record::read(line).map_err(|_| BackupError::Content(number)))
}

/// A backup of these lines: a file's bytes. `progress` takes whole percents.
///
/// # Errors
/// When a line is no record, or one is out of order.
pub fn pack(about: About, lines: &[u8], progress: &dyn Fn(u8)) -> io::Result<Vec<u8>> {
    let mut packing = Packing::default();
    let percent = Percent::of(lines.len());
    for record in records(lines) {
        let record = record.map_err(|error| io::Error::new(io::ErrorKind::InvalidInput, error))?;
        packing.add(&record)?;
        percent.tell(packing.bytes(), progress);
    }
    packing.finish(about)
}

/// A backup that was unpacked and found whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unpacked {
    /// What it says of itself.
    pub head: Head,
    /// Its records.
    pub lines: Vec<u8>,
}

impl Unpacked {
    /// Unpacks a file. `progress` takes whole percents.
    ///
    /// # Errors
    /// [`BackupError`]
    pub fn of(file: &[u8], progress: &dyn Fn(u8)) -> Result<Unpacked, BackupError> {
        let mut unpacking = Unpacking::new(file)?;
        let head = unpacking.head().clone();
        let percent = Percent::of(usize::try_from(head.records).unwrap_or(usize::MAX));
        let (mut lines, mut done) = (Vec::new(), 0);
        while let Some(record) = unpacking.next().transpose()? {
            done += 1;
            write(&mut lines, &record).map_err(|_| BackupError::Content(done as u64))?;
            percent.tell(done, progress);
        }
        Ok(Unpacked { head, lines })
    }

    /// Its records, one by one.
    ///
    /// # Errors
    /// [`BackupError::Content`]: never, of a backup that was found whole.
    pub fn records(&self) -> impl Iterator<Item = Result<Record, BackupError>> {
        records(&self.lines)
    }
}

/// Percents of something.
struct Percent {
    whole: usize,
}

impl Percent {
    fn of(whole: usize) -> Percent {
        Percent { whole: whole.max(1) }
    }

    fn tell(&self, done: usize, progress: &dyn Fn(u8)) {
        let percent = done.saturating_mul(100) / self.whole;
        progress(u8::try_from(percent.min(100)).unwrap_or(100));
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use std::cell::RefCell;

    #[test]
    fn a_bloc_goes_through_lines_and_a_file_and_is_the_same() {
        let mut there = crate::demo::load("hoa-binh-2021").unwrap().records;
        there.sort_by(|a, b| a.id.cmp(&b.id));
        let mut written = Vec::new();
        for record in &there {
            write(&mut written, record).unwrap();
        }
        let told = RefCell::new(Vec::new());
        let about = About {
            name: "Khối".to_owned(),
            ..About::default()
        };
        let file = pack(about, &written, &|percent| told.borrow_mut().push(percent)).unwrap();
        assert_eq!(told.borrow().last(), Some(&100));
        assert!(told.borrow().is_sorted());
        let unpacked = Unpacked::of(&file, &|_| ()).unwrap();
        assert_eq!(unpacked.head.records, there.len() as u64);
        let back: Vec<Record> = unpacked.records().map(Result::unwrap).collect();
        assert_eq!(back, there);
    }

    #[test]
    fn a_line_that_is_no_record_is_named() {
        assert_eq!(records(b"{}\n").next(), Some(Err(BackupError::Content(1))));
        assert_eq!(records(b"\n\n").next(), None);
        assert!(pack(About::default(), b"[]\n", &|_| ()).is_err());
    }
}
