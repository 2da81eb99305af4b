//! Sheets as text, to travel from the worker to the page. Cells have no control characters (see
//! [`RawCell::text`]), so these can stand between them; nothing has to be quoted, and reading is one pass.

use crate::exchange::import::sheet::{Merged, RawCell, RawSheet};
use crate::model::date::Date;

const SHEET: char = '\u{1c}';
const PART: char = '\u{1d}';
const ROW: char = '\u{1e}';
const CELL: char = '\u{1f}';

/// Writes sheets.
pub fn write(sheets: &[RawSheet]) -> String {
    let mut text = String::new();
    for sheet in sheets {
        text.push_str(&sheet.name);
        text.push(PART);
        for area in &sheet.merged {
            let numbers = [area.from.0, area.from.1, area.to.0, area.to.1];
            text.push_str(&numbers.map(|number| number.to_string()).join(","));
            text.push(ROW);
        }
        text.push(PART);
        for row in &sheet.rows {
            for cell in row {
                match cell {
                    RawCell::Empty => {}
                    RawCell::Text(words) => {
                        text.push('t');
                        text.push_str(words);
                    }
                    RawCell::Number(number) => {
                        text.push('n');
                        text.push_str(&number.to_string());
                    }
                    RawCell::Date(date) => {
                        text.push('d');
                        text.push_str(&date.to_string());
                    }
                    RawCell::Error(words) => {
                        text.push('e');
                        text.push_str(words);
                    }
                }
                text.push(CELL);
            }
            text.push(ROW);
        }
        text.push(SHEET);
    }
    text
}

/// Reads what [`write`] wrote; `None` for anything else.
pub fn read(text: &str) -> Option<Vec<RawSheet>> {
    ended(text, SHEET)?.map(sheet).collect()
}

fn sheet(text: &str) -> Option<RawSheet> {
    let mut parts = text.splitn(3, PART);
    let (name, merged, rows) = (parts.next()?, parts.next()?, parts.next()?);
    Some(RawSheet {
        name: name.to_owned(),
        merged: ended(merged, ROW)?.map(area).collect::<Option<_>>()?,
        rows: ended(rows, ROW)?
            .map(|row| ended(row, CELL)?.map(cell).collect())
            .collect::<Option<_>>()?,
    })
}

fn area(text: &str) -> Option<Merged> {
    let mut numbers = text.split(',').map(|number| number.parse::<usize>().ok());
    let mut next = || numbers.next().flatten();
    Some(Merged {
        from: (next()?, next()?),
        to: (next()?, next()?),
    })
}

fn cell(text: &str) -> Option<RawCell> {
    let Some(kind) = text.chars().next() else {
        return Some(RawCell::Empty);
    };
    let rest = text.get(kind.len_utf8()..)?;
    match kind {
        't' => Some(RawCell::Text(rest.to_owned())),
        'n' => rest.parse().ok().map(RawCell::Number),
        'd' => rest.parse::<Date>().ok().map(RawCell::Date),
        'e' => Some(RawCell::Error(rest.to_owned())),
        _ => None,
    }
}

/// What stands before each of these marks; `None` where something stands behind the last.
fn ended(text: &str, mark: char) -> Option<impl Iterator<Item = &str>> {
    let body = match text.is_empty() {
        true => None,
        false => Some(text.strip_suffix(mark)?),
    };
    Some(body.into_iter().flat_map(move |body| body.split(mark)))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn any_cell() -> impl Strategy<Value = RawCell> {
        prop_oneof![
            any::<String>().prop_map(|text| RawCell::text(&text)),
            any::<f64>()
                .prop_filter("a file has no other", |number| number.is_finite())
                .prop_map(RawCell::Number),
            (1900..2100, 1_u8..13, 1_u8..29)
                .prop_map(|(year, month, day)| RawCell::Date(Date::new(year, month, day).unwrap())),
            Just(RawCell::Error("#REF!".into())),
        ]
    }

    proptest! {
        #[test]
        fn sheets_come_back(
            rows in prop::collection::vec(prop::collection::vec(any_cell(), 0..5), 0..5),
            merged in prop::collection::vec((0..99_usize, 0..99_usize), 0..3),
            name in "[a-zA-Zạ ]{0,8}",
        ) {
            let area = |(row, column)| Merged { from: (row, column), to: (row + 1, column) };
            let sheet = RawSheet { name, rows, merged: merged.into_iter().map(area).collect() };
            let sheets = vec![sheet, RawSheet::default()];
            prop_assert_eq!(read(&write(&sheets)).unwrap(), sheets);
        }

        #[test]
        fn any_text_is_read_or_not(text in "[\u{1c}-\u{1f}tnde0-9,a]{0,40}") {
            let _ = read(&text);
        }
    }
}
