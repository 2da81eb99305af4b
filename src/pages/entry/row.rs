//! A row of the sheet as it is shown: the return now and before, and what stands in each cell.

use super::plan::Plan;
use super::sheet::SheetColumn;
use crate::analysis::rules::Finding;
use crate::exchange::cell_text::{Problem, problem, shown};
use crate::model::id::CellKey;
use crate::model::ledger::Ledger;
use crate::model::measure::ValueType;
use crate::model::returns::{CellValue, Return};
use crate::model::text::{Lang, Text};

/// What is found about cells of the return.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flag {
    /// The finding, to be explained.
    pub finding: Finding,
    /// The cells it names.
    pub cells: Vec<CellKey>,
    /// What does not hold, where unit and period are seen.
    pub label: Text,
    /// What to do.
    pub remedy: Text,
}

impl Flag {
    /// What is found and what to do, in one line.
    pub fn told(&self, lang: Lang) -> String {
        format!("{} {}", self.label.in_lang(lang), self.remedy.in_lang(lang))
    }

    /// What a person explained, of these figures.
    pub fn explanation(&self) -> Option<&str> {
        self.finding.explanation().map(|explanation| explanation.text.as_str())
    }
}

/// The figures of a row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowFigures {
    /// The return, if there is one.
    pub found: Option<Return>,
    /// The one of the period before.
    pub before: Option<Return>,
    /// What rules say about it.
    pub flags: Vec<Flag>,
    /// The cells that the unit is not asked for.
    pub not_asked: Vec<CellKey>,
}

impl RowFigures {
    /// Reads a row from the books; flags are added by whoever knows them.
    pub fn read(ledger: &Ledger, plan: &Plan, place: usize) -> RowFigures {
        let Some(unit) = plan.units.get(place) else {
            return RowFigures::default();
        };
        let of = |period| ledger.find(&plan.form.id, period, &unit.id).cloned();
        RowFigures {
            found: of(&plan.period),
            before: plan.before.as_ref().and_then(of),
            flags: Vec::new(),
            not_asked: plan.not_asked(place),
        }
    }

    /// What is found about one cell, explained or not.
    pub fn flags_of<'a>(&'a self, key: &'a CellKey) -> impl Iterator<Item = &'a Flag> {
        self.flags.iter().filter(move |flag| flag.cells.contains(key))
    }

    /// What a person still has to look at in one cell.
    pub fn open_flags_of<'a>(&'a self, key: &'a CellKey) -> impl Iterator<Item = &'a Flag> {
        self.flags_of(key).filter(|flag| flag.finding.is_open())
    }
}

/// How a cell looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// Nothing in it.
    #[default]
    Empty,
    /// A value.
    Value,
    /// Kept as typed.
    Invalid,
    /// A value that a rule names.
    Flagged,
    /// A value that was written elsewhere while it was typed in here.
    Conflicting,
    /// A value that a rule names and a person has explained.
    Explained,
    /// Nothing in it, and nothing is asked.
    NotAsked,
}

/// A cell as it is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ShownCell {
    /// Its text.
    pub text: String,
    /// How it looks.
    pub look: Look,
    /// What is wrong with what was typed.
    pub problem: Option<Problem>,
    /// Whether it has a note.
    pub noted: bool,
    /// The figure of the period before, as text; empty when there is none.
    pub before: String,
}

/// A cell of a row.
pub fn shown_cell(column: &SheetColumn, row: &RowFigures, lang: Lang) -> ShownCell {
    let field = column.field(row.found.as_ref());
    let cell = row.found.as_ref().and_then(|found| found.cells.get(&column.key));
    let before = cell_text(column, row.before.as_ref(), lang);
    let Some(cell) = cell else {
        let not_asked = row.not_asked.contains(&column.key);
        return ShownCell {
            before,
            look: if not_asked { Look::NotAsked } else { Look::Empty },
            ..ShownCell::default()
        };
    };
    ShownCell {
        text: shown(cell, field, lang),
        look: match cell.value {
            CellValue::Invalid(_) => Look::Invalid,
            _ if row.open_flags_of(&column.key).next().is_some() => Look::Flagged,
            _ if row.flags_of(&column.key).next().is_some() => Look::Explained,
            _ => Look::Value,
        },
        problem: problem(cell, field),
        noted: !cell.note.is_empty(),
        before,
    }
}

/// A cell's text, as it is typed; empty for an empty cell.
pub fn cell_text(column: &SheetColumn, found: Option<&Return>, lang: Lang) -> String {
    found
        .and_then(|found| found.cells.get(&column.key))
        .map_or_else(String::new, |cell| shown(cell, column.field(found), lang))
}

/// Whether a column is typed with digits, for the keypad of a phone.
pub const fn is_numeric(value: ValueType) -> bool {
    matches!(value, ValueType::Count | ValueType::Date)
}
