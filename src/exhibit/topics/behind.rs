//! The units and cells behind the marks of a topic's charts: of a matrix, and along time.

use super::compared::{Moment, One, by_unit};
use super::figures::{Figure, Matrix, Shown};
use super::matrices::mark;
use super::tables;
use super::worded::is_money;
use crate::analysis::{Scope, aggregate};
use crate::charts::Shape;
use crate::exhibit::Behind;
use crate::exhibit::behind::{END, cells_of_units, units_listed, units_with};
use crate::exhibit::cells::{entry_place, some_count};
use crate::i18n::exhibits::EXHIBITS;
use crate::i18n::topics::TOPICS;
use crate::model::id::{CellKey, UnitId};
use crate::model::number::Count;
use crate::model::sort::SmallSort;
use crate::model::text::Lang;
use crate::report::period_name::period_title;
use crate::report::sentence::from_analysis::unit_name_in;
use crate::report::table::{Cell, Column, Row};

/// What is behind the bars of a matrix: of a block's bar the units that counted it; of a group of bars the units with each of its
/// counts. Where only the bloc committee reports, what it entered.
pub(super) fn of_matrix(
    (scope, lang): (&Scope<'_>, Lang),
    shown: &Shown,
    matrix: &Matrix,
    shape: Option<&Shape>,
) -> Vec<Behind> {
    let all = Counted::read(scope, lang, shown, matrix);
    let (rows, columns) = (0..matrix.rows.len(), 0..matrix.columns.len());
    let one = |key: String, row: usize, column: usize| all.of_cells(key, &[(row, column)]);
    let found: Vec<Option<Behind>> = match shape {
        Some(Shape::Blocks(_)) => rows
            .flat_map(|row| columns.clone().map(move |column| (row, column)))
            .map(|(row, column)| one(mark(row, column), row, column))
            .collect(),
        Some(_) if matrix.rows.len() == 1 => columns.map(|column| one(column.to_string(), 0, column)).collect(),
        Some(_) => rows
            .map(|row| {
                let cells: Vec<(usize, usize)> = columns.clone().map(|column| (row, column)).collect();
                all.of_cells(row.to_string(), &cells)
            })
            .collect(),
        None => Vec::new(),
    };
    found.into_iter().flatten().collect()
}

/// What each unit counted of a matrix.
struct Counted<'a, 's> {
    scope: &'a Scope<'s>,
    lang: Lang,
    shown: &'a Shown,
    matrix: &'a Matrix,
    keys: Vec<CellKey>,
    units: Vec<(UnitId, Vec<Count>)>,
}

impl<'a, 's> Counted<'a, 's> {
    fn read(scope: &'a Scope<'s>, lang: Lang, shown: &'a Shown, matrix: &'a Matrix) -> Counted<'a, 's> {
        let (keys, units) = match shown.is_of_bloc() {
            true => (Vec::new(), Vec::new()),
            false => {
                let key = CellKey::of(&matrix.measure.id, &[]);
                aggregate::by_unit_and_option(scope, &shown.form.id, &key, &shown.period)
            }
        };
        let counts = |totals: Vec<aggregate::Total>| totals.iter().map(aggregate::Total::count).collect();
        Counted {
            scope,
            lang,
            shown,
            matrix,
            keys: keys.into_iter().map(|column| column.key).collect(),
            units: units.into_iter().map(|(unit, totals)| (unit, counts(totals))).collect(),
        }
    }

    fn key(&self, (row, column): (usize, usize)) -> Option<&CellKey> {
        self.matrix.keys.get(row)?.get(column)
    }

    /// How many each unit counted in a cell.
    fn counts(&self, cell: (usize, usize)) -> Vec<(UnitId, Count)> {
        let place = self
            .key(cell)
            .and_then(|key| self.keys.iter().position(|known| known == key));
        let Some(place) = place else { return Vec::new() };
        let own = |(unit, counts): &(UnitId, Vec<Count>)| Some((unit.clone(), *counts.get(place)?));
        self.units.iter().filter_map(own).collect()
    }

    fn row_name(&self, row: usize) -> &str {
        self.matrix.rows.get(row).map_or("", |label| label.in_lang(self.lang))
    }

    fn column_name(&self, column: usize) -> &str {
        let label = self
            .matrix
            .columns
            .get(column)
            .map_or("", |column| column.label.in_lang(self.lang));
        match label {
            "" => TOPICS.in_lang(self.lang).count,
            label => label,
        }
    }

    /// What is behind a mark that stands for these cells, all of one row.
    fn of_cells(&self, key: String, cells: &[(usize, usize)]) -> Option<Behind> {
        let (row, column) = *cells.first()?;
        let title = match cells.len() {
            1 if self.matrix.columns.len() > 1 => format!("{} · {}", self.row_name(row), self.column_name(column)),
            _ => self.row_name(row).to_owned(),
        };
        let found = match (self.shown.is_of_bloc(), cells) {
            (true, cells) => self.entered(key, title, cells)?,
            (false, [cell]) => units_with(
                (self.lang, self.scope.ledger, &self.shown.period),
                (key, &title),
                TOPICS.in_lang(self.lang).count,
                self.counts(*cell),
                &self.shown.form.id,
            ),
            (false, cells) => self.side_by_side(key, &title, cells),
        };
        (!found.table.rows.is_empty()).then_some(found)
    }

    /// The units with their counts in several cells beside each other, those with most of all first.
    fn side_by_side(&self, key: String, title: &str, cells: &[(usize, usize)]) -> Behind {
        let (lang, shown) = (self.lang, self.shown);
        let places: Vec<Option<usize>> = cells
            .iter()
            .map(|cell| {
                self.key(*cell)
                    .and_then(|key| self.keys.iter().position(|known| known == key))
            })
            .collect();
        let own = |(unit, counts): &(UnitId, Vec<Count>)| {
            let found = places.iter().map(|place| counts.get((*place)?).copied());
            (unit.clone(), found.collect::<Vec<Option<Count>>>())
        };
        let sum = |counts: &[Option<Count>]| counts.iter().flatten().sum::<Count>();
        let mut units: Vec<(UnitId, Vec<Option<Count>>)> = self.units.iter().map(own).collect();
        units.retain(|(_, counts)| sum(counts) > 0);
        units.small_sort_by_key(|(_, counts)| std::cmp::Reverse(sum(counts)));
        let mut columns = vec![Column::words(EXHIBITS.in_lang(lang).unit)];
        columns.extend(
            cells
                .iter()
                .map(|(_, column)| Column::figures(self.column_name(*column))),
        );
        let row = |(unit, counts): &(UnitId, Vec<Option<Count>>)| {
            let mut texts = vec![Cell::text(unit_name_in(self.scope.ledger, unit, &shown.period))];
            texts.extend(counts.iter().map(|count| some_count(lang, *count)));
            Row::new(unit.to_string(), texts).to(entry_place(&shown.form.id, Some(unit), &shown.period))
        };
        units_listed(lang, (key, title), columns, units.iter().map(row).collect())
    }

    /// What the bloc committee entered in these cells.
    fn entered(&self, key: String, title: String, cells: &[(usize, usize)]) -> Option<Behind> {
        let root = self.scope.ledger.root()?.id.clone();
        let found = cells_of_units(
            self.scope,
            self.lang,
            &self.shown.form.id,
            &self.shown.period,
            std::iter::once(&root),
        );
        let mut behind = found.into_iter().next()?;
        let keys: Vec<String> = cells
            .iter()
            .filter_map(|cell| self.key(*cell))
            .map(ToString::to_string)
            .collect();
        // Where periods stand beside each other, rows are periods and all of them belong here.
        if behind.table.rows.iter().any(|row| keys.contains(&row.key)) {
            behind.table.rows.retain(|row| keys.contains(&row.key));
        }
        Some(Behind { key, title, ..behind })
    }
}

/// The units behind each period along time, from one end of their ranking to the other. Not of blocs of thousands: there each
/// period has only its own figures.
pub(super) fn of_moments(
    (scope, lang): (&Scope<'_>, Lang),
    shown: &Shown,
    figure: &Figure,
    moments: &[Moment],
) -> Vec<Behind> {
    if shown.is_of_bloc() || figure.indicator.ratio || figure.coverage().expected() > END * 2 {
        return Vec::new();
    }
    let money = is_money(scope.catalogue, &figure.indicator);
    let behind = |moment: &Moment| {
        let mut rows = by_unit(scope, &shown.form, &figure.indicator, &moment.period);
        rows.retain(|(_, one)| one.is_reported());
        rows.small_sort_by_key(|(_, one)| std::cmp::Reverse(One::count(one)));
        let table = tables::units(lang, &figure.indicator, &rows, (scope.ledger, &moment.period), money);
        let title = period_title(lang, &moment.period, scope.ledger);
        units_listed(lang, (moment.period.to_string(), &title), table.columns, table.rows)
    };
    let reported = moments.iter().filter(|moment| moment.now.is_reported());
    reported
        .map(behind)
        .filter(|part| !part.table.rows.is_empty())
        .collect()
}
