//! A table as CSV for Vietnamese Excel: UTF-8 with a byte order mark, semicolons (the comma is the decimal mark), CRLF.
//!
//! A cell never begins a formula: text that a spreadsheet would take for one gets an apostrophe before it, which
//! [`crate::exchange::import`] takes away again.

use crate::model::from_json::FromJson;
use serde::Serialize;

/// What some spreadsheet takes for the beginning of a formula, or passes over before it: the wide signs are those of East Asian
/// keyboards.
pub const FORMULA: [char; 12] = ['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠'];

/// A cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, FromJson)]
#[serde(rename_all = "snake_case")]
pub enum Out {
    /// Nothing.
    Empty,
    /// A number, written without separators.
    Number(u64),
    /// Words.
    Text(String),
}

/// The table as a file's text.
pub fn write(rows: &[Vec<Out>]) -> String {
    write_told(rows, &|_| ())
}

/// The same; `progress` is told after each row how many are written.
pub fn write_told(rows: &[Vec<Out>], progress: &dyn Fn(usize)) -> String {
    let mut text = String::from('\u{feff}');
    for (written, row) in rows.iter().enumerate() {
        for (at, cell) in row.iter().enumerate() {
            if at > 0 {
                text.push(';');
            }
            match cell {
                Out::Empty => {}
                Out::Number(number) => text.push_str(&number.to_string()),
                Out::Text(words) => text.push_str(&quoted(&harmless(words))),
            }
        }
        text.push_str("\r\n");
        progress(written + 1);
    }
    text
}

/// Text that no spreadsheet computes.
pub fn harmless(text: &str) -> String {
    match is_formula(text) {
        true => format!("'{text}"),
        false => text.to_owned(),
    }
}

/// The text that [`harmless`] was given.
pub fn original(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| is_formula(rest)).unwrap_or(text)
}

/// Whether it begins like a formula, behind any apostrophes: so that one more apostrophe is always taken away again.
fn is_formula(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(FORMULA)
}

fn quoted(text: &str) -> String {
    match text.contains(['"', ';', ',', '\n', '\r', '\t']) {
        true => format!("\"{}\"", text.replace('"', "\"\"")),
        false => text.to_owned(),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::exchange::import::delimited::read_bytes;
    use proptest::prelude::*;

    #[test]
    fn a_file_for_vietnamese_excel() {
        let rows = [
            vec![Out::Text("Tên; đơn vị".into()), Out::Text("Đảng viên".into())],
            vec![Out::Text("=HYPERLINK(\"x\")".into()), Out::Number(4201)],
            vec![Out::Text("Chi bộ A".into()), Out::Empty],
        ];
        let wanted = "\u{feff}\"Tên; đơn vị\";Đảng viên\r\n\"'=HYPERLINK(\"\"x\"\")\";4201\r\nChi bộ A;\r\n";
        assert_eq!(write(&rows), wanted);
    }

    proptest! {
        #[test]
        fn no_text_begins_a_formula_and_all_come_back(text in "[=+@'a\\-\u{1ea1} ;\"\t\r\n\u{0}＝＋－＠]{0,8}") {
            prop_assert!(!harmless(&text).starts_with(FORMULA));
            let written = harmless(&text);
            prop_assert_eq!(original(&written), text.as_str());
        }

        #[test]
        fn a_table_comes_back(rows in proptest::collection::vec(
            proptest::collection::vec(prop_oneof![
                Just(Out::Empty),
                any::<u32>().prop_map(|number| Out::Number(number.into())),
                "[a-zA-Z=+']{1,8}".prop_map(Out::Text),
            ], 3), 1..8)
        ) {
            // A first row of words, as every export has: which mark separates is read from it.
            let head: Vec<Out> = ["STT", "Đơn vị", "Số"].map(|word| Out::Text(word.into())).to_vec();
            let all: Vec<Vec<Out>> = [head].into_iter().chain(rows).collect();
            let sheet = read_bytes(write(&all).as_bytes()).unwrap();
            for (row, cells) in all.iter().enumerate() {
                for (column, cell) in cells.iter().enumerate() {
                    let wanted = match cell {
                        Out::Empty => String::new(),
                        Out::Number(number) => number.to_string(),
                        Out::Text(text) => text.clone(),
                    };
                    prop_assert_eq!(sheet.cell(row, column).typed(), wanted);
                }
            }
        }
    }
}
