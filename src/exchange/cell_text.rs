//! What was typed into a cell, read by what the cell holds; and a cell written back as it is typed.
//!
//! Nothing is guessed: what could mean two things is kept as typed, with the [`Problem`] that says why.

use crate::exchange::export::csv::FORMULA;
use crate::model::date::Date;
use crate::model::fold::fold;
use crate::model::measure::{OptionItem, ValueType};
use crate::model::number::{Count, NumberError, TypedCount, format_count, parse_count};
use crate::model::quantity::Qualifier;
use crate::model::returns::{Cell, CellValue};
use crate::model::text::Lang;

/// Why a typed text is not the value of its cell. Worded, with the remedy, in `i18n/entry.rs`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Not a count.
    Number(NumberError),
    /// `70/73`, while the whole is known to be something else.
    OtherWhole {
        /// The whole that was typed.
        typed: Count,
        /// The whole that stands in the books.
        known: Count,
    },
    /// A count with words behind it: `120 lượt` in a column of persons.
    WithUnit,
    /// Neither done nor not done.
    Done,
    /// No date.
    Date,
    /// None of the levels, or the beginning of several.
    Level,
}

/// What a text says for a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Typed {
    /// Nothing: the cell is emptied.
    Empty,
    /// A value.
    Value {
        /// The value.
        value: CellValue,
        /// How exact; exact for all that is no count.
        qualifier: Qualifier,
        /// The whole of `70/73` when the books do not say it yet; it is kept in the cell's note.
        whole: Option<Count>,
    },
    /// Kept as typed.
    Invalid(Problem),
}

/// What is known about a cell when its text is read.
#[derive(Clone, Copy, Debug, Default)]
pub struct Field<'a> {
    /// What it holds.
    pub value: ValueType,
    /// The levels it takes its value from.
    pub levels: &'a [OptionItem],
    /// The whole that its count is part of, where the books say it.
    pub whole: Option<Count>,
}

const QUALIFIERS: [(&str, Qualifier); 12] = [
    (">=", Qualifier::AtLeast),
    ("≥", Qualifier::AtLeast),
    ("it nhat", Qualifier::AtLeast),
    ("at least", Qualifier::AtLeast),
    (">", Qualifier::MoreThan),
    ("tren", Qualifier::MoreThan),
    ("hon", Qualifier::MoreThan),
    ("over", Qualifier::MoreThan),
    ("~", Qualifier::About),
    ("≈", Qualifier::About),
    ("khoang", Qualifier::About),
    ("about", Qualifier::About),
];

/// Reads what was typed.
pub fn read(text: &str, field: Field<'_>) -> Typed {
    let text = text.trim();
    if text.is_empty() {
        return Typed::Empty;
    }
    match field.value {
        ValueType::Count => read_count(text, field.whole),
        ValueType::Done => read_done(text),
        ValueType::Date => match Date::parse_typed(text) {
            Ok(date) => plain(CellValue::Date(date)),
            Err(_) => Typed::Invalid(Problem::Date),
        },
        ValueType::Level => read_level(text, field.levels),
        ValueType::Text => plain(CellValue::Text(text.to_owned())),
    }
}

fn plain(value: CellValue) -> Typed {
    Typed::Value {
        value,
        qualifier: Qualifier::Exact,
        whole: None,
    }
}

fn read_count(text: &str, known: Option<Count>) -> Typed {
    let (qualifier, rest) = take_qualifier(text);
    match parse_count(&rest) {
        Ok(TypedCount::Count(count)) => Typed::Value {
            value: CellValue::Count(count),
            qualifier,
            whole: None,
        },
        Ok(TypedCount::Part { part, whole }) => match known {
            Some(known) if known != whole => Typed::Invalid(Problem::OtherWhole { typed: whole, known }),
            _ => Typed::Value {
                value: CellValue::Count(part),
                qualifier,
                whole: known.is_none().then_some(whole),
            },
        },
        // "khoảng" with no number behind it.
        Ok(TypedCount::Empty) => Typed::Invalid(Problem::Number(NumberError::NotANumber)),
        Err(NumberError::NotANumber) if is_count_with_words(&rest) => Typed::Invalid(Problem::WithUnit),
        Err(error) => Typed::Invalid(Problem::Number(error)),
    }
}

/// "120 lượt": what is counted is said by the column, and words may say something else.
fn is_count_with_words(text: &str) -> bool {
    let words = text.find(char::is_alphabetic);
    words.is_some_and(|at| at > 0 && matches!(parse_count(&text[..at]), Ok(TypedCount::Count(_))))
}

/// "trên 4.200", "~4200", "≥ 150": the qualifier and what is left of the text.
fn take_qualifier(text: &str) -> (Qualifier, String) {
    let folded = fold(text);
    for (word, qualifier) in QUALIFIERS {
        if let Some(rest) = folded.strip_prefix(word) {
            return (qualifier, rest.trim().to_owned());
        }
    }
    (Qualifier::Exact, text.to_owned())
}

fn read_done(text: &str) -> Typed {
    match fold(text).as_str() {
        "1" | "1/1" | "x" | "v" | "✓" | "co" | "roi" | "yes" | "y" | "done" => plain(CellValue::Count(1)),
        "0" | "0/1" | "-" | "–" | "khong" | "chua" | "no" | "n" => plain(CellValue::Count(0)),
        _ => Typed::Invalid(Problem::Done),
    }
}

/// A level by its number in the list, its identifier, its name, or the beginning of one name only.
fn read_level(text: &str, levels: &[OptionItem]) -> Typed {
    if let Some(level) = text
        .parse::<usize>()
        .ok()
        .and_then(|number| levels.get(number.wrapping_sub(1)))
    {
        return plain(CellValue::Level(level.id.clone()));
    }
    let wanted = fold(text);
    let names = |level: &OptionItem| [fold(&level.label.vi), fold(&level.label.en), fold(level.id.as_str())];
    let exact = levels.iter().find(|level| names(level).contains(&wanted));
    let mut begins = levels
        .iter()
        .filter(|level| names(level).iter().any(|name| name.starts_with(&wanted)));
    match (exact, begins.next(), begins.next()) {
        (Some(level), _, _) | (None, Some(level), None) => plain(CellValue::Level(level.id.clone())),
        _ => Typed::Invalid(Problem::Level),
    }
}

/// The cell that results from `text` in the place of `before`; `None` when it is emptied. A note stays;
/// an emptied cell loses it. `part_of` words the note for a whole that the books do not have.
pub fn enter(text: &str, field: Field<'_>, before: Option<&Cell>, part_of: impl Fn(Count) -> String) -> Option<Cell> {
    let note = before.map_or_else(String::new, |cell| cell.note.clone());
    match read(text, field) {
        Typed::Empty => None,
        Typed::Value {
            value,
            qualifier,
            whole,
        } => Some(Cell {
            value,
            qualifier,
            note: match whole {
                Some(whole) if note.is_empty() => part_of(whole),
                _ => note,
            },
        }),
        Typed::Invalid(_) => Some(Cell {
            value: CellValue::Invalid(text.trim().to_owned()),
            qualifier: Qualifier::Exact,
            note,
        }),
    }
}

/// What is wrong with a cell that keeps what was typed.
pub fn problem(cell: &Cell, field: Field<'_>) -> Option<Problem> {
    match &cell.value {
        CellValue::Invalid(text) => match read(text, field) {
            Typed::Invalid(problem) => Some(problem),
            // It would be understood by now (the whole was corrected); entering it again takes it in.
            _ => Some(Problem::Number(NumberError::NotANumber)),
        },
        _ => None,
    }
}

/// The sign that stands before a qualified count.
pub const fn sign(qualifier: Qualifier) -> &'static str {
    match qualifier {
        Qualifier::Exact => "",
        Qualifier::AtLeast => "≥",
        Qualifier::MoreThan => ">",
        Qualifier::About => "~",
    }
}

/// A cell as text, in the form in which it is also typed.
pub fn shown(cell: &Cell, field: Field<'_>, lang: Lang) -> String {
    match &cell.value {
        CellValue::Count(1) if field.value == ValueType::Done => "✓".to_owned(),
        CellValue::Count(0) if field.value == ValueType::Done => "–".to_owned(),
        // Numbers are typed by the Vietnamese convention in both languages, so they are shown in it.
        CellValue::Count(count) => format!("{}{}", sign(cell.qualifier), format_count(*count, Lang::Vi)),
        CellValue::Date(date) => date.format(Lang::Vi),
        CellValue::Level(id) => field
            .levels
            .iter()
            .find(|level| level.id == *id)
            .map_or_else(|| id.to_string(), |level| level.label.in_lang(lang).to_owned()),
        CellValue::Text(text) | CellValue::Invalid(text) => text.clone(),
    }
}

/// A cell as text to be read and not typed: numbers and dates as the page's language writes them.
pub fn told(cell: &Cell, field: Field<'_>, lang: Lang) -> String {
    match &cell.value {
        CellValue::Count(count) if field.value != ValueType::Done => {
            format!("{}{}", sign(cell.qualifier), format_count(*count, lang))
        }
        CellValue::Date(date) => date.format(lang),
        _ => shown(cell, field, lang),
    }
}

/// A cell as text for a spreadsheet, which reads back as the same cell here. Counts have no separators, since a
/// spreadsheet set to English takes `4.201` for four and a fifth; done is 1, not done 0. Words that a spreadsheet would
/// take for a formula have a space before them.
pub fn copied(cell: &Cell, field: Field<'_>, lang: Lang) -> String {
    match &cell.value {
        CellValue::Count(count) => format!("{}{count}", sign(cell.qualifier)),
        _ => {
            let text = shown(cell, field, lang);
            if text.starts_with(FORMULA) {
                format!(" {text}")
            } else {
                text
            }
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;
    use crate::model::text::Text;

    const COUNT: Field<'static> = Field {
        value: ValueType::Count,
        levels: &[],
        whole: None,
    };

    fn count(text: &str, field: Field<'_>) -> (Count, Qualifier) {
        match read(text, field) {
            Typed::Value {
                value: CellValue::Count(count),
                qualifier,
                ..
            } => (count, qualifier),
            other => panic!("{text}: {other:?}"),
        }
    }

    #[test]
    fn what_is_not_typed_is_written_as_the_page_speaks() {
        let cell = Cell::count(4_201);
        assert_eq!(shown(&cell, COUNT, Lang::En), "4.201");
        assert_eq!(told(&cell, COUNT, Lang::En), "4,201");
        assert_eq!(told(&cell, COUNT, Lang::Vi), "4.201");
        let done = Field {
            value: ValueType::Done,
            ..COUNT
        };
        assert_eq!(told(&Cell::count(1), done, Lang::En), "✓");
    }

    #[test]
    fn reads_counts_with_their_exactness() {
        assert_eq!(count("4.201", COUNT), (4201, Qualifier::Exact));
        assert_eq!(count("trên 4.200", COUNT), (4200, Qualifier::MoreThan));
        assert_eq!(count("Hơn 4200", COUNT), (4200, Qualifier::MoreThan));
        assert_eq!(count("~ 40", COUNT), (40, Qualifier::About));
        assert_eq!(count(">=150", COUNT), (150, Qualifier::AtLeast));
        assert_eq!(count("ít nhất 5", COUNT), (5, Qualifier::AtLeast));
        assert_eq!(
            read("khoảng", COUNT),
            Typed::Invalid(Problem::Number(NumberError::NotANumber))
        );
        assert_eq!(
            read("1.5", COUNT),
            Typed::Invalid(Problem::Number(NumberError::Ambiguous))
        );
    }

    #[test]
    fn a_count_of_something_named_is_not_taken_for_the_columns_own() {
        for text in ["120 lượt", "38.960 lượt", "khoảng 40 người", "12đv"] {
            assert_eq!(read(text, COUNT), Typed::Invalid(Problem::WithUnit), "{text}");
        }
        for text in ["lượt", "số 4", "1.5 lượt", "hai"] {
            assert_ne!(read(text, COUNT), Typed::Invalid(Problem::WithUnit), "{text}");
        }
    }

    #[test]
    fn takes_a_part_when_its_whole_agrees() {
        let known = |whole| Field {
            whole: Some(whole),
            ..COUNT
        };
        assert_eq!(count("70/73", known(73)).0, 70);
        assert_eq!(
            read("70/73", known(72)),
            Typed::Invalid(Problem::OtherWhole { typed: 73, known: 72 })
        );
        let cell = enter("70/73", COUNT, None, |whole| format!("trên tổng {whole}")).unwrap();
        assert_eq!(cell.value, CellValue::Count(70));
        assert_eq!(cell.note, "trên tổng 73");
    }

    #[test]
    fn reads_done_dates_and_levels() {
        let done = Field {
            value: ValueType::Done,
            ..COUNT
        };
        for text in ["1", "x", "X", "có", "1/1"] {
            assert_eq!(count(text, done).0, 1, "{text}");
        }
        assert_eq!(count("chưa", done).0, 0);
        assert_eq!(read("2", done), Typed::Invalid(Problem::Done));
        let levels = [
            ("excellent", "xuất sắc"),
            ("good", "tốt"),
            ("failed", "không hoàn thành"),
        ]
        .map(|(id, vi)| OptionItem {
            id: id.into(),
            label: Text::new(vi, id),
            counting_unit: None,
            valid_to: None,
        });
        let level = Field {
            value: ValueType::Level,
            levels: &levels,
            whole: None,
        };
        for text in ["2", "tốt", "tot", "Good", "t"] {
            assert_eq!(read(text, level), plain(CellValue::Level("good".into())), "{text}");
        }
        assert_eq!(read("4", level), Typed::Invalid(Problem::Level));
    }

    #[test]
    fn what_is_shown_reads_back() {
        for text in ["12", ">4.200", "~40", "≥150", "0"] {
            let cell = enter(text, COUNT, None, |_| String::new()).unwrap();
            assert_eq!(shown(&cell, COUNT, Lang::Vi), text);
            assert_eq!(
                enter(&shown(&cell, COUNT, Lang::En), COUNT, None, |_| String::new()).unwrap(),
                cell
            );
        }
    }

    #[test]
    fn what_is_copied_reads_back_and_is_no_formula() {
        let done = Field {
            value: ValueType::Done,
            ..COUNT
        };
        let words = Field {
            value: ValueType::Text,
            ..COUNT
        };
        for (text, field, copy) in [
            ("4.201", COUNT, "4201"),
            ("trên 4.200", COUNT, ">4200"),
            ("x", done, "1"),
            ("chưa", done, "0"),
            (
                "15/6/2021",
                Field {
                    value: ValueType::Date,
                    ..COUNT
                },
                "15/06/2021",
            ),
            ("=1+1", words, " =1+1"),
            ("1.5", COUNT, "1.5"),
        ] {
            let cell = enter(text, field, None, |_| String::new()).unwrap();
            assert_eq!(copied(&cell, field, Lang::Vi), copy);
            assert_eq!(enter(copy, field, None, |_| String::new()).unwrap(), cell, "{text}");
        }
    }

    #[test]
    fn keeps_what_it_does_not_understand() {
        let before = Cell {
            note: "theo báo cáo".into(),
            ..Cell::count(4)
        };
        let cell = enter("bốn", COUNT, Some(&before), |_| String::new()).unwrap();
        assert_eq!(cell.value, CellValue::Invalid("bốn".into()));
        assert_eq!(cell.note, "theo báo cáo");
        assert_eq!(problem(&cell, COUNT), Some(Problem::Number(NumberError::NotANumber)));
        assert_eq!(enter("  ", COUNT, Some(&before), |_| String::new()), None);
    }
}
