//! What a file is, by what is in it: its name says little.

use super::problem::FileError;

/// A file that may hold a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Packed: xlsx or ods.
    Packed,
    /// Excel's form of before 2007.
    Old,
    /// Text.
    Text,
}

/// What begins files that hold no table: pictures, PDF, rich text, programs, other packers.
const OTHERS: [&[u8]; 10] = [
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"{\\rtf",
    b"MZ",
    b"Rar!",
    b"7z\xbc\xaf",
    b"\x1f\x8b",
    b"RIFF",
];

/// Tells what it is.
///
/// # Errors
/// When it holds no table, or one that is not read.
pub fn kind(bytes: &[u8]) -> Result<Kind, FileError> {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Ok(Kind::Packed);
    }
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return old(bytes);
    }
    if OTHERS.iter().any(|begin| bytes.starts_with(begin)) {
        return Err(FileError::NotATable);
    }
    let head = bytes.get(..4096).unwrap_or(bytes);
    let words = String::from_utf8_lossy(head).to_lowercase();
    let words = words.trim_start_matches('\u{feff}').trim_start();
    let markup = ["<!doctype html", "<html", "<table", "<?xml", "<meta", "mime-version:"];
    if markup.iter().any(|begin| words.starts_with(begin)) {
        return Err(FileError::OtherWorkbook);
    }
    let is_wide = head.starts_with(&[0xff, 0xfe]) || head.starts_with(&[0xfe, 0xff]);
    let nothing = head.iter().filter(|&&byte| byte == 0).count();
    // A stray NUL is passed over; a file full of them is no text.
    match nothing * 5 > head.len() && !is_wide {
        true => Err(FileError::NotATable),
        false => Ok(Kind::Text),
    }
}

/// A file of streams: an old workbook, a protected new one, or a letter.
fn old(bytes: &[u8]) -> Result<Kind, FileError> {
    let holds = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(wide.len()).any(|part| part == wide)
    };
    if holds("EncryptedPackage") {
        return Err(FileError::Encrypted);
    }
    match holds("Workbook") || holds("Book") {
        true => Ok(Kind::Old),
        false => Err(FileError::NotATable),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_told_by_their_beginning() {
        assert_eq!(kind(b"PK\x03\x04..."), Ok(Kind::Packed));
        assert_eq!(kind("Tên;Số\n\0A;1".as_bytes()), Ok(Kind::Text));
        assert_eq!(kind(b"\xff\xfea\0b\0"), Ok(Kind::Text));
        assert_eq!(kind(b"%PDF-1.7"), Err(FileError::NotATable));
        assert_eq!(kind(b"a\0b\0c\0"), Err(FileError::NotATable));
        assert_eq!(kind(b"\n<html><table>"), Err(FileError::OtherWorkbook));
        let mut protected = vec![0xd0, 0xcf, 0x11, 0xe0];
        protected.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
        assert_eq!(kind(&protected), Err(FileError::Encrypted));
        assert_eq!(kind(&[0xd0, 0xcf, 0x11, 0xe0, 0, 0]), Err(FileError::NotATable));
    }
}
