//! Columns of a list that are known by what stands over them, in both languages: of units, of targets.

use super::layout::Layout;
use super::names::{Comparable, normal};

/// How alike a header must be to a column's name, in percent.
const ENOUGH: usize = 60;

/// A column of a list.
pub trait ListColumn: Copy + Eq + 'static {
    /// Every column, the name first.
    const ALL: &'static [Self];

    /// The headers that mean it, in both languages.
    fn called(self) -> &'static [&'static str];

    /// How it is kept in memory of a sheet's shape.
    fn key(self) -> &'static str;

    /// The column of a key.
    fn of_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|column| column.key() == key)
    }
}

/// What each column of a sheet is; none for one that is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListMapping<C> {
    /// By the sheet's columns.
    pub columns: Vec<Option<C>>,
}

impl<C> Default for ListMapping<C> {
    fn default() -> Self {
        ListMapping { columns: Vec::new() }
    }
}

impl<C: ListColumn> ListMapping<C> {
    /// Guesses by what stands over the columns, the surest first. `name` is the column that names units.
    pub fn guess(layout: &Layout, name: Option<C>) -> ListMapping<C> {
        let mut mapping = ListMapping {
            columns: vec![None; layout.headers.len()],
        };
        if let Some(name) = name {
            mapping.set(layout.name_column, Some(name));
        }
        let mut scores: Vec<(usize, usize, C)> = Vec::new();
        for (at, header) in layout.headers.iter().enumerate() {
            for column in C::ALL {
                let score = likeness(header, *column);
                if score >= ENOUGH {
                    scores.push((score, at, *column));
                }
            }
        }
        scores.sort_by_key(|(score, at, _)| (std::cmp::Reverse(*score), *at));
        for (_, at, column) in scores {
            if mapping.columns[at].is_none() && !mapping.columns.contains(&Some(column)) {
                mapping.columns[at] = Some(column);
            }
        }
        mapping
    }

    /// Gives a column of the sheet its meaning. A meaning has one column: another that had it has it no more.
    pub fn set(&mut self, at: usize, column: Option<C>) {
        if column.is_some() {
            for other in &mut self.columns {
                if *other == column {
                    *other = None;
                }
            }
        }
        if let Some(slot) = self.columns.get_mut(at) {
            *slot = column;
        }
    }

    /// Where a column stands in the sheet.
    pub fn place(&self, column: C) -> Option<usize> {
        self.columns.iter().position(|of| *of == Some(column))
    }

    /// As it is remembered.
    pub fn written(&self) -> String {
        let words = self.columns.iter().map(|column| column.map_or("", ListColumn::key));
        words.collect::<Vec<_>>().join("|")
    }

    /// What was remembered, for a sheet of so many columns.
    pub fn recall(text: &str, width: usize) -> Option<ListMapping<C>> {
        let columns: Vec<Option<C>> = text.split('|').map(C::of_key).collect();
        (columns.len() == width).then_some(ListMapping { columns })
    }
}

/// How alike a header is to a column, in percent; the last line of a header in several rows counts by itself too.
pub fn likeness<C: ListColumn>(header: &str, column: C) -> usize {
    let last = header.rsplit(" / ").next().unwrap_or(header);
    let headers = [Comparable::of(header), Comparable::of(last)];
    let called = column.called().iter().map(|called| Comparable::of(called));
    called
        .flat_map(|called| headers.each_ref().map(|header| header.likeness(&called)))
        .max()
        .unwrap_or(0)
}

/// Whether a text is one of the headers of a column, whatever its case and marks.
pub fn is_header<C: ListColumn>(text: &str, column: C) -> bool {
    let text = normal(text);
    column.called().iter().any(|called| normal(called) == text)
}
