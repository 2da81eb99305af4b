//! A table of figures as data: what a slide, a report, an annex and a workbook show of one exhibit.
//!
//! A cell carries its text, as people read it, and its number where it is one, so that a workbook gets numbers and a document gets words from
//! one value. What it looks like is decided where it is drawn.

use crate::model::from_json::FromJson;
use crate::model::number::{Count, Percent};
use serde::Serialize;

/// A table.
#[derive(Clone, Debug, Default, PartialEq, Serialize, FromJson)]
#[serde(default)]
pub struct Table {
    /// What it shows.
    pub caption: String,
    /// Its columns; the first names the rows.
    pub columns: Vec<Column>,
    /// Its rows, in the order in which they are shown.
    pub rows: Vec<Row>,
}

/// A column.
#[derive(Clone, Debug, Default, PartialEq, Serialize, FromJson)]
#[serde(default)]
pub struct Column {
    /// Its head, with the counting unit where there is one.
    pub head: String,
    /// Figures stand right, words left.
    pub figures: bool,
}

/// A row.
#[derive(Clone, Debug, Default, PartialEq, Serialize, FromJson)]
#[serde(default)]
pub struct Row {
    /// The key of the mark of the chart that shows the same; empty where there is none.
    pub key: String,
    /// What it is.
    pub kind: RowKind,
    /// Its cells, as many as there are columns.
    pub cells: Vec<Cell>,
    /// The page that shows what is behind it: path and query as the app writes them; empty where there is none.
    pub place: String,
}

/// What a row is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, FromJson)]
#[serde(rename_all = "snake_case")]
pub enum RowKind {
    /// One thing among others.
    #[default]
    Plain,
    /// A heading of the rows below it.
    Group,
    /// A sum.
    Total,
    /// Something without figures.
    Muted,
}

/// A cell.
#[derive(Clone, Debug, Default, PartialEq, Serialize, FromJson)]
#[serde(default)]
pub struct Cell {
    /// As people read it.
    pub text: String,
    /// The number that it says.
    pub number: Option<Number>,
}

/// A number of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, FromJson)]
#[serde(rename_all = "snake_case")]
pub enum Number {
    /// A count.
    Count(Count),
    /// A percentage.
    Percent(Percent),
}

impl Column {
    /// A column of words.
    pub fn words(head: impl Into<String>) -> Column {
        Column {
            head: head.into(),
            figures: false,
        }
    }

    /// A column of figures.
    pub fn figures(head: impl Into<String>) -> Column {
        Column {
            head: head.into(),
            figures: true,
        }
    }
}

impl Cell {
    /// Words.
    pub fn text(text: impl Into<String>) -> Cell {
        Cell {
            text: text.into(),
            number: None,
        }
    }

    /// A count, as it is written.
    pub fn count(text: impl Into<String>, count: Count) -> Cell {
        Cell {
            text: text.into(),
            number: Some(Number::Count(count)),
        }
    }

    /// A percentage, as it is written.
    pub fn percent(text: impl Into<String>, percent: Percent) -> Cell {
        Cell {
            text: text.into(),
            number: Some(Number::Percent(percent)),
        }
    }
}

impl Row {
    /// A plain row.
    pub fn new(key: impl Into<String>, cells: Vec<Cell>) -> Row {
        Row {
            key: key.into(),
            cells,
            ..Row::default()
        }
    }

    /// The same, of a kind.
    pub fn kind(self, kind: RowKind) -> Row {
        Row { kind, ..self }
    }

    /// The same, with the page behind it.
    pub fn to(self, place: impl Into<String>) -> Row {
        Row {
            place: place.into(),
            ..self
        }
    }
}
