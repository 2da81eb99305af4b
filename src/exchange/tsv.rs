//! Cells as a spreadsheet copies and pastes them: tabs between cells, a line end after each row, quotes around what
//! holds either.

/// Reads a pasted text into rows of cells. The line end after the last row makes no row of its own. Rows may differ in
/// length. Byte order marks before the text are no part of it, however often it was saved with one more. Never fails: a quote
/// that is not closed ends with the text.
pub fn read(text: &str) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let mut row = Vec::new();
    let mut cell = String::new();
    let mut quoted = false;
    let mut chars = text.trim_start_matches('\u{feff}').chars().peekable();
    // Whether anything was read since the last line end.
    let mut open = false;
    while let Some(c) = chars.next() {
        let begins = cell.is_empty();
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                cell.push('"');
            }
            '"' if quoted => quoted = false,
            _ if quoted => cell.push(c),
            '"' if begins && closes(chars.clone()) => quoted = true,
            '\t' => row.push(std::mem::take(&mut cell)),
            '\r' | '\n' => {
                if c == '\r' && chars.peek() == Some(&'\n') {
                    chars.next();
                }
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
                open = false;
                continue;
            }
            _ => cell.push(c),
        }
        open = true;
    }
    if open {
        row.push(cell);
        rows.push(row);
    }
    rows
}

/// Whether a quote that begins a cell is closed where the cell ends, so that it stands around it; a name in quotes
/// with more words behind it keeps them.
fn closes(rest: impl Iterator<Item = char>) -> bool {
    let mut rest = rest.peekable();
    while let Some(c) = rest.next() {
        if c == '"' {
            match rest.peek() {
                Some('"') => drop(rest.next()),
                None | Some('\t' | '\r' | '\n') => return true,
                Some(_) => return false,
            }
        }
    }
    false
}

/// Writes rows of cells as a spreadsheet reads them. A cell that begins with a byte order mark stands in quotes: else the first
/// one would lose it, being taken for the text's own.
pub fn write<R, C>(rows: R) -> String
where
    R: IntoIterator<Item = C>,
    C: IntoIterator<Item = String>,
{
    let mut text = String::new();
    for row in rows {
        for (at, cell) in row.into_iter().enumerate() {
            if at > 0 {
                text.push('\t');
            }
            if cell.contains(['\t', '\r', '\n']) || cell.starts_with(['"', '\u{feff}']) {
                text.push('"');
                text.push_str(&cell.replace('"', "\"\""));
                text.push('"');
            } else {
                text.push_str(&cell);
            }
        }
        text.push_str("\r\n");
    }
    text
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn rows(text: &str) -> Vec<Vec<String>> {
        read(text)
    }

    #[test]
    fn reads_what_spreadsheets_copy() {
        assert_eq!(rows("12\t4.201\r\n\t7\r\n"), [["12", "4.201"], ["", "7"]]);
        assert_eq!(rows("12"), [["12"]]);
        assert_eq!(rows("12\n13"), [["12"], ["13"]]);
        assert_eq!(rows("1\r\n\r\n2\r\n"), [["1"], [""], ["2"]]);
        assert_eq!(rows("\"hai\ndòng\"\tmột"), [["hai\ndòng", "một"]]);
        assert_eq!(rows("\"nói \"\"vậy\"\"\""), [["nói \"vậy\""]]);
        assert_eq!(rows("\"Tuổi trẻ\" cơ quan\t3"), [["\"Tuổi trẻ\" cơ quan", "3"]]);
        assert_eq!(rows("\"không đóng\t3"), [["\"không đóng", "3"]]);
        assert_eq!(rows("\t"), [["", ""]]);
        assert!(rows("").is_empty());
    }

    #[test]
    fn byte_order_marks_before_the_text_are_no_part_of_it() {
        assert_eq!(rows("\u{feff}Sở\t1"), [["Sở", "1"]]);
        assert_eq!(rows("\u{feff}\u{feff}\"hai\ndòng\"\t1"), [["hai\ndòng", "1"]]);
        let marked = vec![vec!["\u{feff}b".to_owned(), "\u{feff}".to_owned()]];
        assert_eq!(read(&write(marked.clone())), marked);
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(
            table in (1_usize..5).prop_flat_map(|columns| {
                prop::collection::vec(prop::collection::vec("[a\"\t\r\n\u{feff}ế 1]{0,6}", columns), 1..5)
            })
        ) {
            prop_assert_eq!(read(&write(table.clone())), table);
        }

        #[test]
        fn any_text_is_read(text in any::<String>()) {
            read(&text);
        }
    }
}
