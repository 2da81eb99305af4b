//! Text tables: what a sheet puts on the clipboard, and CSV files as Vietnamese offices have them: UTF-8 with or without a
//! byte order mark, UTF-16, or Windows-1258; separated by tabs, semicolons or commas.

use crate::exchange::export::csv::original;

use super::sheet::{MAX_CELLS, MAX_COLUMNS, MAX_ROWS, RawCell, RawSheet};

/// The largest text file that is read, in bytes.
pub const MAX_BYTES: usize = 50 * 1024 * 1024;

/// Why a table is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TableError {
    /// More than [`MAX_BYTES`].
    #[error("the file is larger than {MAX_BYTES} bytes")]
    TooLarge,
    /// More than [`MAX_ROWS`] rows.
    #[error("the sheet has more than {MAX_ROWS} rows")]
    TooManyRows,
    /// More than [`MAX_COLUMNS`] columns.
    #[error("the sheet has more than {MAX_COLUMNS} columns")]
    TooManyColumns,
    /// More than [`MAX_CELLS`] cells.
    #[error("the sheet has more than {MAX_CELLS} cells")]
    TooManyCells,
    /// Nothing in it.
    #[error("the sheet is empty")]
    Empty,
}

/// A text file's bytes as text.
pub fn decode(bytes: &[u8]) -> String {
    match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => bytes.iter().map(|&byte| windows_1258(byte)).collect(),
        },
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    char::decode_utf16(units)
        .map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect()
}

/// A letter of a code page, 1258 or 1252; every other is taken for the latter. Old workbooks have them too.
pub fn letter(byte: u8, code_page: u16) -> char {
    match code_page {
        1258 => windows_1258(byte),
        _ => windows_1252(byte),
    }
}

fn windows_1252(byte: u8) -> char {
    const UPPER: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', '\u{8a}', '‹', 'Œ', '\u{8d}', '\u{8e}', '\u{8f}',
        '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', '\u{9a}', '›', 'œ', '\u{9d}', '\u{9e}', 'Ÿ',
    ];
    match byte {
        0x80..=0x9f => UPPER[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

/// A letter of the Vietnamese code page: Windows-1252 but for these. Tone marks follow their letter.
fn windows_1258(byte: u8) -> char {
    match byte {
        0xc3 => 'Ă',
        0xcc => '\u{300}',
        0xd0 => 'Đ',
        0xd2 => '\u{309}',
        0xd5 => 'Ơ',
        0xdd => 'Ư',
        0xde => '\u{303}',
        0xe3 => 'ă',
        0xec => '\u{301}',
        0xf0 => 'đ',
        0xf2 => '\u{323}',
        0xf5 => 'ơ',
        0xfd => 'ư',
        0xfe => '₫',
        _ => windows_1252(byte),
    }
}

/// Reads a file.
///
/// # Errors
/// [`TableError`]
pub fn read_bytes(bytes: &[u8]) -> Result<RawSheet, TableError> {
    if bytes.len() > MAX_BYTES {
        return Err(TableError::TooLarge);
    }
    read(&decode(bytes))
}

/// Reads text. Byte order marks before it are no part of it, however often it was saved with one more.
///
/// # Errors
/// [`TableError`]
pub fn read(text: &str) -> Result<RawSheet, TableError> {
    // One that stayed would make of quotes around the first cell a part of it.
    let text = text.trim_start_matches('\u{feff}');
    let separator = separator(text);
    let mut rows: Vec<Vec<RawCell>> = vec![Vec::new()];
    let mut cell = String::new();
    let mut quoted = false;
    let mut filled = 0;
    let mut letters = text.chars().peekable();
    let mut end = |cell: &mut String, row: &mut Vec<RawCell>| -> Result<(), TableError> {
        if row.len() == MAX_COLUMNS {
            return Err(TableError::TooManyColumns);
        }
        let value = RawCell::text(original(cell));
        filled += usize::from(!value.is_empty());
        if filled > MAX_CELLS {
            return Err(TableError::TooManyCells);
        }
        row.push(value);
        cell.clear();
        Ok(())
    };
    while let Some(letter) = letters.next() {
        let last = rows.len() - 1;
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            '"' if quoted => quoted = false,
            '"' if cell.is_empty() => quoted = true,
            _ if quoted => cell.push(letter),
            '\r' if letters.peek() == Some(&'\n') => {}
            '\r' | '\n' => {
                end(&mut cell, &mut rows[last])?;
                if rows.len() == MAX_ROWS {
                    return Err(TableError::TooManyRows);
                }
                rows.push(Vec::new());
            }
            _ if letter == separator => end(&mut cell, &mut rows[last])?,
            _ => cell.push(letter),
        }
    }
    let last = rows.len() - 1;
    end(&mut cell, &mut rows[last])?;
    let is_blank = |row: &Vec<RawCell>| row.iter().all(RawCell::is_empty);
    while rows.last().is_some_and(is_blank) {
        rows.pop();
    }
    match rows.is_empty() {
        true => Err(TableError::Empty),
        false => Ok(RawSheet {
            rows,
            ..RawSheet::default()
        }),
    }
}

/// What separates the cells: of the marks that the first lines have, the one that most lines have equally often.
/// A comma counts least, because it also stands in names and numbers.
fn separator(text: &str) -> char {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(50).collect();
    let score = |mark: char| {
        let counts: Vec<usize> = lines.iter().map(|line| line.matches(mark).count()).collect();
        let same = |count: &usize| counts.iter().filter(|other| *other == count).count();
        counts.iter().filter(|count| **count > 0).map(same).max().unwrap_or(0)
    };
    let mut found = ('\t', score('\t'));
    for mark in [';', ','] {
        let of_mark = score(mark);
        if of_mark > found.1 {
            found = (mark, of_mark);
        }
    }
    found.0
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn texts(sheet: &RawSheet) -> Vec<Vec<String>> {
        let row = |row: &Vec<RawCell>| row.iter().map(RawCell::typed).collect();
        sheet.rows.iter().map(row).collect()
    }

    #[test]
    fn reads_what_a_sheet_puts_on_the_clipboard() {
        let sheet = read("STT\tTên đơn vị\tSố\r\n1\t\"Đảng bộ\nSở \"\"Y\"\" tế\"\t4.201\r\n\r\n").unwrap();
        assert_eq!(
            texts(&sheet),
            [
                vec!["STT", "Tên đơn vị", "Số"],
                vec!["1", "Đảng bộ Sở \"Y\" tế", "4.201"]
            ]
        );
    }

    #[test]
    fn a_file_that_was_saved_with_two_byte_order_marks_is_read() {
        let sheet = read_bytes("\u{feff}\u{feff}\"Tên; đơn vị\";Số\r\nSở A;1".as_bytes()).unwrap();
        assert_eq!(texts(&sheet), [["Tên; đơn vị", "Số"], ["Sở A", "1"]]);
    }

    #[test]
    fn finds_the_separator() {
        assert_eq!(separator("a;b,c;d\ne;f;g,\n"), ';');
        assert_eq!(separator("Tên,Số\nSở A,1\nSở B,2"), ',');
        assert_eq!(separator("Tên, địa chỉ\tSố\nA, b\t2\nC\t3"), '\t');
        assert_eq!(separator("một cột"), '\t');
    }

    #[test]
    fn reads_the_encodings_of_offices() {
        let text = "Đảng bộ Sở Y tế";
        let utf16: Vec<u8> = [0xff, 0xfe]
            .into_iter()
            .chain(text.encode_utf16().flat_map(u16::to_le_bytes))
            .collect();
        assert_eq!(decode(&utf16), text);
        assert_eq!(decode(format!("\u{feff}{text}").as_bytes()), text);
        // "Đảng ủy" in Windows-1258: letters with their tone marks behind them.
        let old = [0xd0, b'a', 0xd2, b'n', b'g', b' ', b'u', 0xd2, b'y'];
        assert_eq!(crate::model::fold::fold(&decode(&old)), "dang uy");
    }

    #[test]
    fn what_is_too_much_is_refused() {
        assert_eq!(read(&"a\n".repeat(MAX_ROWS + 1)).unwrap_err(), TableError::TooManyRows);
        assert_eq!(
            read(&"a\t".repeat(MAX_COLUMNS + 1)).unwrap_err(),
            TableError::TooManyColumns
        );
        assert_eq!(read(" \n\t\n").unwrap_err(), TableError::Empty);
        assert_eq!(
            read_bytes(&vec![b'a'; MAX_BYTES + 1]).unwrap_err(),
            TableError::TooLarge
        );
    }

    proptest! {
        #[test]
        fn anything_is_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
            let _ = read_bytes(&bytes);
        }

        #[test]
        fn tabs_and_quotes_come_back(rows in proptest::collection::vec(
            proptest::collection::vec("[a-zA-Z0-9 \t\"\n;,]{0,6}", 2..5), 1..6)
        ) {
            let quote = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
            let line = |row: &Vec<String>| row.iter().map(quote).collect::<Vec<_>>().join("\t");
            let text = rows.iter().map(line).collect::<Vec<_>>().join("\n");
            let wanted: Vec<Vec<String>> = rows
                .iter()
                .map(|row| row.iter().map(|cell| RawCell::text(cell).typed()).collect())
                .collect();
            // Which mark separates is guessed; of marks that stand in quotes it may guess another.
            prop_assume!(separator(&text) == '\t');
            match read(&text) {
                Ok(sheet) => prop_assert_eq!(&texts(&sheet)[..], &wanted[..sheet.rows.len()]),
                Err(error) => prop_assert_eq!(error, TableError::Empty),
            }
        }
    }
}
