//! What is behind a mark of a chart: the cells of a unit, or the units of a part. Bounded, because an exhibit is kept whole: of
//! a bloc of thousands the units at both ends of the ranking, and of a part those that have most of it.

use super::Behind;
use super::cells::{count, entry_place};
use crate::analysis::Scope;
use crate::analysis::calendar::slots;
use crate::catalogue::Catalogue;
use crate::i18n::exhibits::{EXHIBITS, most_of, some_of};
use crate::i18n::topics::TOPICS;
use crate::model::id::{CellKey, FormId, UnitId};
use crate::model::ledger::Ledger;
use crate::model::measure::{Form, Measure, ValueType};
use crate::model::number::Count;
use crate::model::period::Period;
use crate::model::returns::{Cell as Entered, CellValue, Return};
use crate::model::sort::SmallSort;
use crate::model::text::Lang;
use crate::report::period_name::period_title;
use crate::report::sentence::finding::cell_name;
use crate::report::sentence::from_analysis::unit_name_in;
use crate::report::sentence::topic::money;
use crate::report::sentence::words::quantity;
use crate::report::table::{Cell, Column, Row, RowKind, Table};

/// So many units at each end of a ranking have their cells with them; up to twice as many units, all have.
pub const END: usize = 75;

/// So many units stand behind a part, a month or a sector.
const MOST: usize = 50;

/// Up to so many measures stand beside each other where a unit has returns of several periods.
const SIDE_BY_SIDE: usize = 5;

/// The counting unit of amounts of money.
const MONEY: &str = "dong";

/// What each unit of a ranking entered on a form within a period. `ranked` runs from one end to the other.
pub fn cells_of_units<'u>(
    scope: &Scope<'_>,
    lang: Lang,
    form: &FormId,
    period: &Period,
    ranked: impl ExactSizeIterator<Item = &'u UnitId>,
) -> Vec<Behind> {
    let Some(form) = scope.catalogue.form(form) else {
        return Vec::new();
    };
    let all = ranked.len();
    let within = |at: usize| at < END || at + END >= all;
    let units = ranked.enumerate().filter(|(at, _)| within(*at)).map(|(_, unit)| unit);
    let year = scope.ledger.span(period).map(|(_, end)| end.year());
    let columns = scope.catalogue.columns(form, year);
    let names: Vec<(CellKey, String)> = columns
        .into_iter()
        .map(|column| (column.key.clone(), cell_name(lang, scope.catalogue, &column.key)))
        .collect();
    let periods: Vec<Period> = slots(scope.ledger, form.period, period, scope.today)
        .into_iter()
        .map(|slot| slot.period)
        .collect();
    let sheet = Sheet {
        scope,
        lang,
        form,
        period,
        names,
        periods,
    };
    units.map(|unit| sheet.of_unit(unit)).collect()
}

/// What units are asked about.
struct Sheet<'a, 's> {
    scope: &'a Scope<'s>,
    lang: Lang,
    form: &'a Form,
    period: &'a Period,
    names: Vec<(CellKey, String)>,
    periods: Vec<Period>,
}

impl Sheet<'_, '_> {
    fn of_unit(&self, unit: &UnitId) -> Behind {
        let ledger = self.scope.ledger;
        let name = unit_name_in(ledger, unit, self.period);
        let found: Vec<&Return> = self
            .periods
            .iter()
            .filter_map(|period| ledger.find(&self.form.id, period, unit))
            .filter(|found| found.has_values())
            .collect();
        let (columns, rows) = match found.as_slice() {
            [] => self.nothing(),
            [one] => self.list(&[one]),
            several => match self.used(several) {
                used if used.len() <= SIDE_BY_SIDE => self.side_by_side(several, &used),
                _ => self.list(several),
            },
        };
        Behind {
            key: unit.to_string(),
            title: name.clone(),
            table: Table {
                caption: format!("{name} · {}", self.form.label.in_lang(self.lang)),
                columns,
                rows,
            },
        }
    }

    fn nothing(&self) -> (Vec<Column>, Vec<Row>) {
        let words = EXHIBITS.in_lang(self.lang);
        let row = Row::new("", vec![Cell::text(words.not_reported)]).kind(RowKind::Muted);
        (vec![Column::words(words.item)], vec![row])
    }

    /// The columns that some of the returns have a value in.
    fn used(&self, found: &[&Return]) -> Vec<usize> {
        let has = |key: &CellKey| found.iter().any(|one| one.cells.contains_key(key));
        let columns = self.names.iter().enumerate();
        columns.filter(|(_, (key, _))| has(key)).map(|(at, _)| at).collect()
    }

    /// A row for each cell, with its period where there are several.
    fn list(&self, found: &[&Return]) -> (Vec<Column>, Vec<Row>) {
        let words = EXHIBITS.in_lang(self.lang);
        let several = found.len() > 1;
        let noted = found
            .iter()
            .any(|one| one.cells.values().any(|cell| !cell.note.is_empty()));
        let mut columns: Vec<Column> = several.then(|| Column::words(words.period)).into_iter().collect();
        columns.extend([Column::words(words.item), Column::figures(words.figure)]);
        columns.extend(noted.then(|| Column::words(words.note)));
        let mut rows = Vec::new();
        for one in found {
            for (key, name) in &self.names {
                let Some(cell) = one.cells.get(key) else { continue };
                let mut cells: Vec<Cell> = several.then(|| self.period_of(one)).into_iter().collect();
                cells.extend([Cell::text(name.as_str()), self.value(key, cell)]);
                cells.extend(noted.then(|| Cell::text(cell.note.as_str())));
                rows.push(Row::new(key.to_string(), cells).to(entry_place(&one.form, Some(&one.unit), &one.period)));
            }
        }
        (columns, rows)
    }

    /// A row for each period, the measures beside each other.
    fn side_by_side(&self, found: &[&Return], used: &[usize]) -> (Vec<Column>, Vec<Row>) {
        let words = EXHIBITS.in_lang(self.lang);
        let measures = || used.iter().filter_map(|at| self.names.get(*at));
        let mut columns = vec![Column::words(words.period)];
        columns.extend(measures().map(|(_, name)| Column::figures(name.as_str())));
        let row = |one: &&Return| {
            let mut cells = vec![self.period_of(one)];
            cells.extend(measures().map(|(key, _)| match one.cells.get(key) {
                Some(cell) => self.value(key, cell),
                None => Cell::text(words.none),
            }));
            Row::new(one.period.to_string(), cells).to(entry_place(&one.form, Some(&one.unit), &one.period))
        };
        (columns, found.iter().map(row).collect())
    }

    fn period_of(&self, one: &Return) -> Cell {
        Cell::text(period_title(self.lang, &one.period, self.scope.ledger))
    }

    fn value(&self, key: &CellKey, cell: &Entered) -> Cell {
        let measure = self.scope.catalogue.measure(key.measure());
        value(self.lang, self.scope.catalogue, measure, cell)
    }
}

/// A cell as it was entered.
fn value(lang: Lang, catalogue: &Catalogue, measure: Option<&Measure>, cell: &Entered) -> Cell {
    match &cell.value {
        CellValue::Count(found) => match measure.map(|measure| (measure.value, measure.counting_unit.as_str())) {
            Some((ValueType::Done, _)) => {
                let words = TOPICS.in_lang(lang);
                Cell::text(if *found > 0 { words.done } else { words.not_done })
            }
            Some((_, MONEY)) => cell
                .quantity()
                .map_or_else(Cell::default, |amount| Cell::count(money(lang, amount), *found)),
            _ => cell
                .quantity()
                .map_or_else(Cell::default, |amount| Cell::count(quantity(lang, amount), *found)),
        },
        CellValue::Date(date) => Cell::text(date.format(lang)),
        CellValue::Level(level) => {
            let set = measure.and_then(|measure| catalogue.option_set(measure.levels.as_ref()?, None));
            let item = set.and_then(|set| set.options.iter().find(|item| item.id == *level));
            Cell::text(item.map_or_else(|| level.to_string(), |item| item.label.in_lang(lang).to_owned()))
        }
        CellValue::Text(text) => Cell::text(text.as_str()),
        CellValue::Invalid(typed) => Cell::text(format!("“{typed}”")),
    }
}

/// The units behind a part, those with most of it first; who has none is left out. `column` names the count.
pub fn units_with(
    (lang, ledger, period): (Lang, &Ledger, &Period),
    (key, title): (String, &str),
    column: &str,
    mut units: Vec<(UnitId, Count)>,
    form: &FormId,
) -> Behind {
    units.retain(|(_, count)| *count > 0);
    units.small_sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let all = units.len();
    units.truncate(MOST);
    let row = |(unit, some): &(UnitId, Count)| {
        let cells = vec![Cell::text(unit_name_in(ledger, unit, period)), count(lang, *some)];
        Row::new(unit.to_string(), cells).to(entry_place(form, Some(unit), period))
    };
    Behind {
        key,
        title: title.to_owned(),
        table: Table {
            caption: most_of(lang, title, units.len(), all),
            columns: vec![Column::words(EXHIBITS.in_lang(lang).unit), Column::figures(column)],
            rows: units.iter().map(row).collect(),
        },
    }
}

/// Rows of units behind a part, cut where they are many.
pub fn units_listed(lang: Lang, (key, title): (String, &str), columns: Vec<Column>, mut rows: Vec<Row>) -> Behind {
    let all = rows.len();
    rows.truncate(MOST);
    Behind {
        key,
        title: title.to_owned(),
        table: Table {
            caption: some_of(lang, title, rows.len(), all),
            columns,
            rows,
        },
    }
}
