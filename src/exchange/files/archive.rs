//! The parts of a packed workbook. However much it claims or hides, no more than [`MAX_UNPACKED`] bytes are unfolded.

use super::problem::{FileError, MAX_PARTS, MAX_UNPACKED};
use std::borrow::Cow;
use std::cell::Cell;
use std::io::{self, BufReader, Cursor, Read};
use std::rc::Rc;
use zip::ZipArchive;
use zip::result::ZipError;

/// A packed file, opened.
pub struct Archive {
    zip: ZipArchive<Cursor<Vec<u8>>>,
    names: Vec<String>,
    left: Rc<Cell<u64>>,
}

/// A part that is being read.
pub type Part<'a> = BufReader<Bounded<Box<dyn Read + 'a>>>;

impl Archive {
    /// Opens it.
    ///
    /// # Errors
    /// When it is damaged, or claims to unfold to more than is read.
    pub fn open(bytes: Vec<u8>) -> Result<Archive, FileError> {
        Archive::within(bytes, MAX_UNPACKED)
    }

    /// Opens it, to be unfolded to so many bytes at most.
    pub(super) fn within(bytes: Vec<u8>, limit: u64) -> Result<Archive, FileError> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| FileError::Corrupt)?;
        if zip.len() > MAX_PARTS || zip.decompressed_size().is_some_and(|size| size > u128::from(limit)) {
            return Err(FileError::Bomb);
        }
        Ok(Archive {
            names: zip.file_names().flatten().map(Cow::into_owned).collect(),
            zip,
            left: Rc::new(Cell::new(limit)),
        })
    }

    /// Whether there is a part of this name, however its letters are written.
    pub fn has(&self, name: &str) -> bool {
        self.real_name(name).is_some()
    }

    /// Whether the name of a part begins so.
    pub fn has_below(&self, prefix: &str) -> bool {
        self.names.iter().any(|name| name.starts_with(prefix))
    }

    /// A part; none where there is none.
    ///
    /// # Errors
    /// When it is encrypted, or packed in a way that is not read.
    pub fn part(&mut self, name: &str) -> Result<Option<Part<'_>>, FileError> {
        let Some(real) = self.real_name(name) else {
            return Ok(None);
        };
        let left = Rc::clone(&self.left);
        match self.zip.by_name(&real) {
            Ok(file) => Ok(Some(BufReader::new(Bounded {
                inner: Box::new(file),
                left,
            }))),
            Err(ZipError::UnsupportedArchive(said)) if said == ZipError::PASSWORD_REQUIRED => Err(FileError::Encrypted),
            Err(_) => Err(FileError::Corrupt),
        }
    }

    /// Why reading a part failed: because it unfolds to too much, or because it is damaged.
    pub fn failure(&self) -> FileError {
        match self.left.get() {
            0 => FileError::Bomb,
            _ => FileError::Corrupt,
        }
    }

    fn real_name(&self, name: &str) -> Option<String> {
        let is = |other: &&String| {
            other
                .replace('\\', "/")
                .trim_start_matches('/')
                .eq_ignore_ascii_case(name)
        };
        self.names.iter().find(is).cloned()
    }
}

/// Reads until what all parts may unfold to is used up.
pub struct Bounded<R> {
    inner: R,
    left: Rc<Cell<u64>>,
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        let left = self.left.get().saturating_sub(read as u64);
        self.left.set(left);
        match left {
            0 => Err(io::Error::other("unfolds to too much")),
            _ => Ok(read),
        }
    }
}
