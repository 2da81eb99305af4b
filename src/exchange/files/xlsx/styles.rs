//! Which cells show their number as a day or a share.

use super::super::archive::Archive;
use super::super::problem::FileError;
use super::super::serial::Shown;
use super::super::xml::{Piece, Xml, attribute, name};
use std::collections::BTreeMap;

/// The most formats that are read.
const MAX_FORMATS: usize = 70_000;

/// What each style shows, by the number that cells give.
#[derive(Default)]
pub struct Styles(Vec<Shown>);

impl Styles {
    /// What a cell of this style shows.
    pub fn get(&self, at: usize) -> Shown {
        self.0.get(at).copied().unwrap_or_default()
    }
}

/// Reads them.
///
/// # Errors
/// [`FileError`]
pub fn read(archive: &mut Archive, path: &str) -> Result<Styles, FileError> {
    let mut styles = Styles::default();
    let Some(part) = archive.part(path)? else {
        return Ok(styles);
    };
    let mut xml = Xml::new(part);
    let mut own: BTreeMap<u32, Shown> = BTreeMap::new();
    let mut in_cells = false;
    let read = loop {
        match xml.next() {
            Ok(Piece::Open(element)) => {
                let id = || attribute(&element, "numFmtId").and_then(|id| id.parse::<u32>().ok());
                match name(&element) {
                    "numFmt" => {
                        if let (Some(id), Some(code)) = (id(), attribute(&element, "formatCode")) {
                            own.insert(id, Shown::of_code(&code));
                        }
                    }
                    "cellXfs" => in_cells = true,
                    "xf" if in_cells && styles.0.len() < MAX_FORMATS => {
                        let id = id().unwrap_or_default();
                        styles
                            .0
                            .push(own.get(&id).copied().unwrap_or_else(|| Shown::built_in(id)));
                    }
                    _ => {}
                }
            }
            Ok(Piece::Close(closed)) if closed == "cellXfs" => in_cells = false,
            Ok(Piece::End) => break Ok(()),
            Ok(_) => {}
            Err(broken) => break Err(broken),
        }
    };
    drop(xml);
    read.map_err(|_| archive.failure())?;
    Ok(styles)
}
