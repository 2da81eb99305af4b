//! What an import would change, before anything is written: every row with its unit, every figure beside the one that
//! stands in the books.

use super::layout::Layout;
use super::mapping::Mapping;
use super::names::{Match, Names};
use super::sheet::RawSheet;
use crate::catalogue::Catalogue;
use crate::exchange::cell_text::{self, Field, Problem, Typed};
use crate::model::id::{CellKey, UnitId};
use crate::model::measure::Form;
use crate::model::number::Count;
use crate::model::returns::{Cell, CellValue, Return};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// A figure this many times the one that stood there, or less than its share, deserves a look.
const SUDDEN: Count = 3;

/// What an import does to one cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Not understood: kept as it is in the sheet, marked, left out of totals.
    Invalid(Problem),
    /// The unit is not asked for this: left out.
    NotAsked,
    /// Another figure, and far from the one that stood there.
    Suspicious,
    /// Another figure than stood there.
    Changed,
    /// A figure where none was.
    New,
    /// The figure that is there already.
    Same,
}

/// A figure of the sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// Its cell.
    pub key: CellKey,
    /// As it stands in the sheet.
    pub typed: String,
    /// What it becomes.
    pub cell: Cell,
    /// The whole of a `70/73`; it is kept in the cell's note.
    pub whole: Option<Count>,
    /// What stands in the books.
    pub before: Option<Cell>,
    /// What that means.
    pub change: Change,
}

/// A row of the sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its place in the sheet, from 0.
    pub place: usize,
    /// The name as it stands there.
    pub name: String,
    /// Which unit it is.
    pub unit: Match,
    /// Another row above is the same unit; this one is not read.
    pub repeated: bool,
    /// Its figures.
    pub figures: Vec<Figure>,
}

impl Row {
    /// The unit whose figures it brings; none for one that is unknown, uncertain or repeated.
    pub fn settled(&self) -> Option<&UnitId> {
        match &self.unit {
            Match::Same(unit) | Match::Likely(unit) if !self.repeated => Some(unit),
            _ => None,
        }
    }
}

/// A sheet beside the books.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    /// Its rows, in their order.
    pub rows: Vec<Row>,
}

/// What is compared: a sheet understood, and the form and period that it is read for.
#[derive(Clone, Copy)]
pub struct Reading<'a> {
    /// The sheet.
    pub sheet: &'a RawSheet,
    /// Where its header and body are.
    pub layout: &'a Layout,
    /// What its columns are.
    pub mapping: &'a Mapping,
    /// The units it may speak of.
    pub names: &'a Names,
    /// Units that a person chose for names, by [`super::names::normal`].
    pub chosen: &'a BTreeMap<String, UnitId>,
    /// The form.
    pub form: &'a Form,
    /// The year that option sets are taken from.
    pub year: Option<i32>,
    /// The catalogue.
    pub catalogue: &'a Catalogue,
}

impl Preview {
    /// Reads a sheet against the returns that are there.
    pub fn of(
        reading: Reading<'_>,
        before: &impl Fn(&UnitId) -> Option<Return>,
        asks: &impl Fn(&UnitId, &CellKey) -> bool,
    ) -> Preview {
        let Reading {
            sheet,
            layout,
            form,
            year,
            catalogue,
            ..
        } = reading;
        let columns: HashMap<CellKey, _> = catalogue
            .columns(form, year)
            .into_iter()
            .map(|column| (column.key.clone(), column))
            .collect();
        let mut seen: BTreeSet<UnitId> = BTreeSet::new();
        let mut rows = Vec::new();
        for &place in &layout.body {
            let name = sheet.cell(place, layout.name_column).typed();
            let unit = match reading.chosen.get(&super::names::normal(&name)) {
                Some(unit) => Match::Same(unit.clone()),
                None => reading.names.find(&name),
            };
            let settled = match &unit {
                Match::Same(unit) | Match::Likely(unit) => Some(unit.clone()),
                _ => None,
            };
            let repeated = settled.as_ref().is_some_and(|unit| !seen.insert(unit.clone()));
            let found = settled.as_ref().and_then(before);
            let mut figures = Vec::new();
            for (at, key) in reading.mapping.cells() {
                let typed = sheet.seen_at(place, at).typed();
                let Some(column) = columns.get(key).filter(|_| !typed.is_empty()) else {
                    continue;
                };
                let measure = catalogue.measure(column.measure.as_str());
                let levels = measure.and_then(|measure| catalogue.option_set(measure.levels.as_ref()?, year));
                let field = Field {
                    value: column.value,
                    levels: levels.map_or(&[], |set| &set.options),
                    whole: None,
                };
                let stood = found.as_ref().and_then(|found| found.cells.get(key).cloned());
                let asked = settled.as_ref().is_none_or(|unit| asks(unit, key));
                figures.extend(figure(key.clone(), typed, field, stood).map(|figure| match asked {
                    true => figure,
                    false => Figure {
                        change: Change::NotAsked,
                        ..figure
                    },
                }));
            }
            rows.push(Row {
                place,
                name,
                unit,
                repeated,
                figures,
            });
        }
        Preview { rows }
    }

    /// The figures that would be written, by unit: those that are new or other than what stands there.
    pub fn to_write(&self) -> Vec<(&UnitId, Vec<&Figure>)> {
        let rows = self.rows.iter().filter_map(|row| Some((row.settled()?, row)));
        rows.map(|(unit, row)| {
            let is_other = |figure: &&Figure| !matches!(figure.change, Change::Same | Change::NotAsked);
            let other = row.figures.iter().filter(is_other);
            (unit, other.collect::<Vec<_>>())
        })
        .filter(|(_, figures)| !figures.is_empty())
        .collect()
    }

    /// How many figures of settled rows satisfy a condition.
    pub fn count(&self, is: impl Fn(Change) -> bool) -> usize {
        let settled = self.rows.iter().filter(|row| row.settled().is_some());
        settled
            .flat_map(|row| &row.figures)
            .filter(|figure| is(figure.change))
            .count()
    }

    /// The rows that bring nothing because nobody knows whose they are.
    pub fn unsettled(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(|row| row.settled().is_none() && !row.repeated)
    }
}

fn figure(key: CellKey, typed: String, field: Field<'_>, before: Option<Cell>) -> Option<Figure> {
    let (mut cell, whole, problem) = match cell_text::read(&typed, field) {
        Typed::Empty => return None,
        Typed::Value {
            value,
            qualifier,
            whole,
        } => {
            let cell = Cell {
                qualifier,
                ..Cell::from(value)
            };
            (cell, whole, None)
        }
        Typed::Invalid(problem) => (Cell::from(CellValue::Invalid(typed.clone())), None, Some(problem)),
    };
    // A note that a person wrote stays; a sheet has none.
    if let Some(stood) = &before {
        cell.note.clone_from(&stood.note);
    }
    let change = match (problem, &before) {
        (_, Some(stood)) if *stood == cell => Change::Same,
        (Some(problem), _) => Change::Invalid(problem),
        (None, None) => Change::New,
        (None, Some(stood)) if is_sudden(stood, &cell) => Change::Suspicious,
        (None, Some(_)) => Change::Changed,
    };
    Some(Figure {
        key,
        typed,
        cell,
        whole,
        before,
        change,
    })
}

fn is_sudden(before: &Cell, after: &Cell) -> bool {
    match (&before.value, &after.value) {
        (CellValue::Count(before), CellValue::Count(after)) => {
            let (less, more) = (*before.min(after), *before.max(after));
            more > 10 && more > less.saturating_mul(SUDDEN)
        }
        _ => false,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::{delimited, layout, mapping};
    use super::*;
    use crate::model::unit::{Unit, UnitKind};

    fn preview(text: &str, chosen: &BTreeMap<String, UnitId>) -> Preview {
        let catalogue = Catalogue::built_in().unwrap();
        let form = catalogue.form(&"study".into()).unwrap();
        let period = crate::model::period::Period::Drive("kl01".into());
        let units = [
            ("yt", "Đảng bộ Sở Y tế"),
            ("bao", "Chi bộ Báo tỉnh"),
            ("a", "Đảng bộ Thanh tra"),
            ("b", "Chi bộ Thanh tra"),
        ]
        .map(|(id, name)| Unit::new(id, None, UnitKind::GrassrootsCell, name));
        let names = Names::of(&units);
        let sheet = delimited::read(text).unwrap();
        let layout = layout::find(&sheet, &names).unwrap();
        let mapping = mapping::guess(&layout, form, &catalogue, Some(2021));
        let before = |unit: &UnitId| {
            (unit.as_str() == "yt").then(|| {
                let mut found = Return::new(form.id.clone(), unit.clone(), period.clone());
                found.cells.insert("write_ups.excellent".into(), Cell::count(50));
                found.cells.insert(
                    "write_ups.good".into(),
                    Cell {
                        note: "đã đối chiếu".into(),
                        ..Cell::count(70)
                    },
                );
                found
            })
        };
        let reading = Reading {
            sheet: &sheet,
            layout: &layout,
            mapping: &mapping,
            names: &names,
            chosen,
            form,
            year: Some(2021),
            catalogue: &catalogue,
        };
        Preview::of(reading, &before, &|unit, key| {
            unit.as_str() != "bao" || key.as_str() != "write_ups.fair"
        })
    }

    const SHEET: &str = "STT\tTên đơn vị\tBài thu hoạch\t\t\n\
        \t\tXuất sắc\tGiỏi\tKhá\n\
        1\tĐB Sở Y tế\t500\t70\t3\n\
        2\tBáo tỉnh\t1.5\t4\t8\n\
        3\tThanh tra\t2\t\t\n\
        4\tChi bộ Báo tỉnh\t9\t\t\n\
        5\tHội khác\t1\t\t\n";

    #[test]
    fn every_figure_is_held_against_what_stands_there() {
        let found = preview(SHEET, &BTreeMap::new());
        let changes = |row: usize| {
            found.rows[row]
                .figures
                .iter()
                .map(|figure| figure.change)
                .collect::<Vec<_>>()
        };
        assert_eq!(changes(0), [Change::Suspicious, Change::Same, Change::New]);
        assert!(matches!(
            changes(1)[..],
            [Change::Invalid(_), Change::New, Change::NotAsked]
        ));
        assert_eq!(found.rows[0].figures[1].cell.note, "đã đối chiếu");
        assert_eq!(found.rows[1].figures[0].cell.value, CellValue::Invalid("1.5".into()));
        // The second row of one unit, and rows whose unit is not sure, bring nothing.
        assert!(found.rows[3].repeated);
        let unsettled: Vec<&str> = found.unsettled().map(|row| row.name.as_str()).collect();
        assert_eq!(unsettled, ["Thanh tra", "Hội khác"]);
        let written: Vec<(&str, usize)> = found
            .to_write()
            .into_iter()
            .map(|(unit, figures)| (unit.as_str(), figures.len()))
            .collect();
        assert_eq!(written, [("yt", 2), ("bao", 2)]);
        assert_eq!(found.count(|change| change == Change::New), 2);
    }

    #[test]
    fn a_unit_that_a_person_chose_is_taken() {
        let chosen = BTreeMap::from([("thanh tra".to_owned(), UnitId::new("b"))]);
        let found = preview(SHEET, &chosen);
        assert_eq!(found.rows[2].settled(), Some(&"b".into()));
    }
}
