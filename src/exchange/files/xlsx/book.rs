//! Which sheets a workbook has, and in which parts things are.

use super::super::archive::Archive;
use super::super::problem::{FileError, MAX_SHEETS};
use super::super::xml::{Piece, Xml, attribute, name};
use std::collections::BTreeMap;

/// A sheet of the workbook.
pub struct Entry {
    /// Its name.
    pub name: String,
    /// The part that it is in.
    pub part: String,
    /// Whether a person does not see it.
    pub hidden: bool,
}

/// The workbook.
pub struct Book {
    /// Its sheets of cells.
    pub sheets: Vec<Entry>,
    /// The part with the strings.
    pub strings: String,
    /// The part with the formats.
    pub styles: String,
    /// Whether days are counted from 1904.
    pub is_1904: bool,
}

/// Where something is, and what it is.
struct Relation {
    kind: String,
    part: String,
}

/// Reads it.
///
/// # Errors
/// [`FileError`]
pub fn read(archive: &mut Archive) -> Result<Book, FileError> {
    let root = relations(archive, "")?;
    let of_kind = |relations: &BTreeMap<String, Relation>, kind: &str| {
        let mut found = relations.values().filter(|relation| relation.kind == kind);
        found.next().map(|relation| relation.part.clone())
    };
    let path = of_kind(&root, "officeDocument").unwrap_or_else(|| "xl/workbook.xml".to_owned());
    let related = relations(archive, &path)?;
    let mut book = Book {
        sheets: Vec::new(),
        strings: of_kind(&related, "sharedStrings").unwrap_or_default(),
        styles: of_kind(&related, "styles").unwrap_or_default(),
        is_1904: false,
    };
    let Some(part) = archive.part(&path)? else {
        return Err(FileError::Corrupt);
    };
    let mut xml = Xml::new(part);
    let read = loop {
        match xml.next() {
            Ok(Piece::Open(element)) => match name(&element) {
                "workbookPr" => {
                    book.is_1904 = attribute(&element, "date1904").is_some_and(|is| is == "1" || is == "true");
                }
                "sheet" if book.sheets.len() < MAX_SHEETS => {
                    let relation = attribute(&element, "id").and_then(|id| related.get(&id));
                    // Sheets of charts and of old macros hold no cells.
                    if let Some(relation) = relation.filter(|relation| relation.kind == "worksheet") {
                        book.sheets.push(Entry {
                            name: attribute(&element, "name").unwrap_or_default(),
                            part: relation.part.clone(),
                            hidden: attribute(&element, "state").is_some_and(|state| state != "visible"),
                        });
                    }
                }
                _ => {}
            },
            Ok(Piece::End) => break Ok(()),
            Ok(_) => {}
            Err(broken) => break Err(broken),
        }
    };
    drop(xml);
    read.map_err(|_| archive.failure())?;
    Ok(book)
}

/// What a part refers to, by identifier: the parts' names from the root.
fn relations(archive: &mut Archive, of: &str) -> Result<BTreeMap<String, Relation>, FileError> {
    let (folder, file) = of.rsplit_once('/').unwrap_or(("", of));
    let path = match folder {
        "" => format!("_rels/{file}.rels"),
        _ => format!("{folder}/_rels/{file}.rels"),
    };
    let mut found = BTreeMap::new();
    let Some(part) = archive.part(&path)? else {
        return Ok(found);
    };
    let mut xml = Xml::new(part);
    let read = loop {
        match xml.next() {
            Ok(Piece::Open(element)) if name(&element) == "Relationship" => {
                let (id, kind) = (attribute(&element, "Id"), attribute(&element, "Type"));
                if let (Some(id), Some(kind), Some(target)) = (id, kind, attribute(&element, "Target")) {
                    let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                    let part = resolved(folder, &target);
                    found.insert(id, Relation { kind, part });
                }
            }
            Ok(Piece::End) => break Ok(()),
            Ok(_) => {}
            Err(broken) => break Err(broken),
        }
    };
    drop(xml);
    read.map_err(|_| archive.failure())?;
    Ok(found)
}

/// A target seen from a folder: "/xl/a.xml" is from the root, "../a.xml" from the folder above.
fn resolved(folder: &str, target: &str) -> String {
    let mut steps: Vec<&str> = match target.starts_with('/') {
        true => Vec::new(),
        false => folder.split('/').filter(|step| !step.is_empty()).collect(),
    };
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            _ => steps.push(step),
        }
    }
    steps.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_seen_from_their_folder() {
        assert_eq!(resolved("xl", "worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(resolved("xl", "/xl/a.xml"), "xl/a.xml");
        assert_eq!(resolved("xl/worksheets", "../../../a.xml"), "a.xml");
    }
}
