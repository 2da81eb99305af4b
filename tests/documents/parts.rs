//! What is in a zip.

use std::io::{Cursor, Read};
use zip::ZipArchive;

/// The names of its files.
pub fn parts(bytes: &[u8]) -> Vec<String> {
    let zip = ZipArchive::new(Cursor::new(bytes)).unwrap();
    zip.file_names().flatten().map(|name| name.into_owned()).collect()
}

/// A file of it.
pub fn bytes(zip: &[u8], name: &str) -> Vec<u8> {
    let mut zip = ZipArchive::new(Cursor::new(zip)).unwrap();
    let mut found = Vec::new();
    zip.by_name(name).unwrap().read_to_end(&mut found).unwrap();
    found
}

/// A file of it, as text.
pub fn part(zip: &[u8], name: &str) -> String {
    String::from_utf8(bytes(zip, name)).unwrap()
}
