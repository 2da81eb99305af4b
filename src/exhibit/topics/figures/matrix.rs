//! A count under several option sets, as rows and columns.

use crate::analysis::Scope;
use crate::analysis::aggregate::{self, Total};
use crate::model::id::{CellKey, MeasureId, OptionId};
use crate::model::measure::{Column, Form, Measure};
use crate::model::number::Count;
use crate::model::period::Period;
use crate::model::quantity::Quantity;
use crate::model::text::Text;

/// A count by options: the first set down, the others across.
#[derive(Clone, Debug, PartialEq)]
pub struct Matrix {
    /// The measure.
    pub measure: Measure,
    /// Down.
    pub rows: Vec<Text>,
    /// Across, with what is counted; one without a name for a measure under one set.
    pub columns: Vec<MatrixColumn>,
    /// The totals, row by row.
    pub cells: Vec<Vec<Total>>,
    /// The cells of the form that each is a total of.
    pub keys: Vec<Vec<CellKey>>,
    /// Whether rows or columns without any count were left out.
    pub shortened: bool,
}

/// A column of a matrix.
#[derive(Clone, Debug, PartialEq)]
pub struct MatrixColumn {
    /// Its options' names; empty where the measure has one set only.
    pub label: Text,
    /// What it counts; `None` where its rows count different things.
    pub counted: Option<Text>,
}

impl Matrix {
    /// The sum of a row, where all its columns count the same thing.
    pub fn row_total(&self, row: usize) -> Option<Count> {
        let mut counted = self.columns.iter().map(|column| &column.counted);
        let first = counted.next()?.as_ref()?;
        let same = counted.all(|other| other.as_ref() == Some(first));
        (same && self.columns.len() > 1).then(|| self.cells.get(row).into_iter().flatten().map(Total::count).sum())
    }

    /// The sum of a column, where all its rows count the same thing.
    pub fn column_total(&self, column: usize) -> Option<Count> {
        self.column_sum(column).map(|sum| sum.count)
    }

    /// The same, as exact as its parts are.
    pub fn column_sum(&self, column: usize) -> Option<Quantity> {
        self.columns.get(column)?.counted.as_ref()?;
        let of_row = |row: &Vec<Total>| row.get(column).and_then(|total| total.quantity);
        let rows = self.cells.iter().filter_map(of_row);
        Some(rows.fold(Quantity::exact(0), |sum, row| Quantity {
            count: sum.count + row.count,
            qualifier: sum.qualifier.combine(row.qualifier),
        }))
    }

    /// The sum of everything, where it is all of one thing.
    pub fn whole(&self) -> Option<Count> {
        match self.columns.len() {
            1 => self.column_total(0),
            _ => (0..self.rows.len()).map(|row| self.row_total(row)).sum(),
        }
    }
}

pub(super) fn matrix(scope: &Scope<'_>, form: &Form, id: &MeasureId, period: &Period) -> Option<Matrix> {
    let measure = scope.catalogue.measure(id.as_str())?;
    let year = scope.ledger.span(period).map(|(_, end)| end.year());
    let sets = measure.by.iter().map(|set| scope.catalogue.option_set(set, year));
    let sets: Vec<_> = sets.collect::<Option<_>>()?;
    let (first, rest) = sets.split_first()?;
    let name = |options: &[OptionId]| {
        let items = rest.iter().zip(options);
        let labels = items.filter_map(|(set, id)| set.options.iter().find(|item| item.id == *id));
        let labels: Vec<&Text> = labels.map(|item| &item.label).collect();
        let join = |of: fn(&Text) -> &str| labels.iter().map(|label| of(label)).collect::<Vec<_>>().join(" · ");
        Text::new(join(|label| &label.vi), join(|label| &label.en))
    };
    let all = aggregate::by_option(scope, &form.id, &CellKey::of(id, &[]), period);
    let width = (all.len() / first.options.len().max(1)).max(1);
    let columns = (0..width).map(|at| {
        let column: Vec<&Column> = all.iter().skip(at).step_by(width).map(|(column, _)| column).collect();
        let unit = column.first().map(|column| &column.counting_unit);
        let same = column.iter().all(|other| Some(&other.counting_unit) == unit);
        let counted = unit
            .filter(|_| same)
            .and_then(|unit| scope.catalogue.counting_unit(unit));
        MatrixColumn {
            label: name(
                column
                    .first()
                    .map_or(&[][..], |column| column.options.get(1..).unwrap_or_default()),
            ),
            counted: counted.map(|unit| unit.label.clone()),
        }
    });
    let matrix = Matrix {
        measure: measure.clone(),
        rows: first.options.iter().map(|item| item.label.clone()).collect(),
        columns: columns.collect(),
        cells: all
            .chunks(width)
            .map(|row| row.iter().map(|(_, total)| total.clone()).collect())
            .collect(),
        keys: all
            .chunks(width)
            .map(|row| row.iter().map(|(column, _)| column.key.clone()).collect())
            .collect(),
        shortened: false,
    };
    Some(without_empty(matrix))
}

/// Leaves out rows and columns that hold no count at all, as long as others do.
fn without_empty(mut matrix: Matrix) -> Matrix {
    let holds = |total: &Total| total.count() > 0;
    let rows: Vec<bool> = matrix.cells.iter().map(|row| row.iter().any(holds)).collect();
    let column = |at: usize| matrix.cells.iter().any(|row| row.get(at).is_some_and(holds));
    let columns: Vec<bool> = (0..matrix.columns.len()).map(column).collect();
    if !rows.contains(&true) || !(rows.contains(&false) || columns.contains(&false)) {
        return matrix;
    }
    keep(&mut matrix.rows, &rows);
    keep(&mut matrix.cells, &rows);
    keep(&mut matrix.keys, &rows);
    keep(&mut matrix.columns, &columns);
    for row in &mut matrix.cells {
        keep(row, &columns);
    }
    for row in &mut matrix.keys {
        keep(row, &columns);
    }
    matrix.shortened = true;
    matrix
}

fn keep<T>(list: &mut Vec<T>, wanted: &[bool]) {
    let mut wanted = wanted.iter();
    list.retain(|_| wanted.next().copied().unwrap_or(false));
}
