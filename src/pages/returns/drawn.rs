//! What stands in the table: the words of its heads and cells, and the same as a file.

use super::figures::Line;
use crate::analysis::Scope;
use crate::analysis::completeness::matrix::Matrix;
use crate::analysis::completeness::{ReturnState, seen_on};
use crate::exchange::export::csv::Out;
use crate::i18n::returns::{RETURNS, due_by, periods_of_form};
use crate::model::returns::ReturnStatus;
use crate::model::text::Lang;
use crate::report::period_name::period_title;
use crate::report::sentence::returns::{return_state, return_told, returns_sum};
use std::ops::Range;

/// The head of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The form, or the period where one form is looked at.
    pub name: String,
    /// The period or how many, and the deadline.
    pub note: String,
    /// Whether all its papers are closed.
    pub closed: bool,
}

/// The head of a column; `alone` where one form is looked at.
pub fn head(lang: Lang, scope: &Scope<'_>, matrix: &Matrix, column: &Range<usize>, alone: bool) -> Head {
    let papers = matrix.papers.get(column.clone()).unwrap_or_default();
    let Some(first) = papers.first() else {
        return Head {
            name: String::new(),
            note: String::new(),
            closed: false,
        };
    };
    let form = scope.catalogue.form(&first.form);
    let form = form.map_or_else(|| first.form.to_string(), |form| form.label.in_lang(lang).to_owned());
    let period = || period_title(lang, &first.period, scope.ledger);
    let due = || due_by(lang, &first.due.format(lang));
    let (name, note) = match (alone, papers.len()) {
        (true, _) => (period(), due()),
        (false, 1) => (form, format!("{}, {}", period(), due())),
        (false, many) => (form, periods_of_form(lang, many)),
    };
    let closed = column.clone().all(|paper| matrix.is_closed(paper));
    Head { name, note, closed }
}

/// What a cell shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The state that most needs somebody.
    pub state: ReturnState,
    /// How many of several are in: "11/12"; empty for one.
    pub part: String,
    /// All of it in words.
    pub told: String,
}

/// What a cell shows; `None` where the unit is not asked.
pub fn cell(lang: Lang, scope: &Scope<'_>, matrix: &Matrix, unit: usize, column: &Range<usize>) -> Option<Shown> {
    let state = matrix.worst(unit, column.clone())?;
    let papers = matrix.papers.get(column.clone())?;
    if let [paper] = papers {
        let found = scope.ledger.find(&paper.form, &paper.period, matrix.units.get(unit)?);
        let reason = found.and_then(|found| match &found.status {
            ReturnStatus::SentBack(reason) => Some(reason.as_str()),
            _ => None,
        });
        let submitted_on = found.and_then(|found| found.submitted_on);
        let seen = seen_on(matrix.is_closed(column.start), paper.due, scope.today);
        return Some(Shown {
            state,
            part: String::new(),
            told: return_told(lang, state, paper.due, seen, submitted_on, reason),
        });
    }
    let sum = matrix.sum_of(unit, column.clone());
    let due = sum.expected - sum.not_due;
    Some(Shown {
        state,
        part: format!("{}/{due}", sum.handed_in),
        told: format!("{}; {}", returns_sum(lang, sum), return_state(lang, state)),
    })
}

/// The table as rows of a file: words, so that it reads without the legend.
pub fn file(lang: Lang, scope: &Scope<'_>, matrix: &Matrix, lines: &[Line], alone: bool) -> Vec<Vec<Out>> {
    let words = RETURNS.in_lang(lang);
    let text = |text: &str| Out::Text(text.to_owned());
    let mut rows = Vec::with_capacity(lines.len() + 2);
    let heads = matrix.columns.iter().map(|column| {
        let head = head(lang, scope, matrix, column, alone);
        let closed = if head.closed {
            format!("; {}", words.closed)
        } else {
            String::new()
        };
        Out::Text(format!("{} ({}{closed})", head.name, head.note))
    });
    rows.push(
        [text(words.number), text(words.unit)]
            .into_iter()
            .chain(heads)
            .chain([text(words.total)])
            .collect(),
    );
    let all = 0..matrix.papers.len();
    let mut units = Vec::new();
    for line in lines {
        let (first, name, of): (Out, String, Vec<usize>) = match line {
            Line::Sector(sector, of) => {
                let label = scope
                    .ledger
                    .sectors
                    .iter()
                    .find(|found| Some(&found.id) == sector.as_ref());
                let label = label.map_or(words.no_sector, |sector| sector.label.in_lang(lang));
                (Out::Empty, label.to_owned(), of.clone())
            }
            Line::Unit(place) => {
                units.push(*place);
                let unit = matrix.units.get(*place).and_then(|id| scope.ledger.units.get(id));
                let name = unit.map(|unit| unit.name.clone()).unwrap_or_default();
                (Out::Number(units.len() as u64), name, vec![*place])
            }
        };
        let is_unit = matches!(line, Line::Unit(_));
        let cells = matrix.columns.iter().map(|column| match of.first() {
            Some(unit) if is_unit && column.len() == 1 => {
                cell(lang, scope, matrix, *unit, column).map_or(Out::Empty, |shown| Out::Text(shown.told))
            }
            _ => sum_cell(lang, matrix, &of, column),
        });
        let total = sum_cell(lang, matrix, &of, &all);
        rows.push(
            [first, Out::Text(name)]
                .into_iter()
                .chain(cells)
                .chain([total])
                .collect(),
        );
    }
    let sums = matrix
        .columns
        .iter()
        .map(|column| sum_cell(lang, matrix, &units, column));
    let total = sum_cell(lang, matrix, &units, &all);
    rows.push(
        [Out::Empty, text(words.total)]
            .into_iter()
            .chain(sums)
            .chain([total])
            .collect(),
    );
    rows
}

fn sum_cell(lang: Lang, matrix: &Matrix, units: &[usize], column: &Range<usize>) -> Out {
    let sum = matrix.sum(units.iter().copied(), column.clone());
    if sum.expected == 0 {
        return Out::Empty;
    }
    Out::Text(returns_sum(lang, sum))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::catalogue::Catalogue;
    use crate::demo;
    use crate::exchange::export::csv::write;
    use crate::model::ledger::Ledger;
    use crate::pages::returns::figures::{Wanted, lines};

    #[test]
    fn a_demo_in_words() {
        let ledger = Ledger::from_records(&demo::load("hoa-binh-2022").unwrap().records);
        let catalogue = Catalogue::built_in().unwrap();
        let scope = Scope::whole(&ledger, &catalogue, "2022-11-23".parse().unwrap());
        let matrix = Matrix::of(&scope, &"2022".parse().unwrap(), None);
        assert!(matrix.columns.len() > 1 && matrix.units.len() >= 73);
        let shown = lines(&matrix, &ledger, &Wanted::default());
        let rows = file(Lang::Vi, &scope, &matrix, &shown, false);
        assert_eq!(rows.len(), shown.len() + 2);
        assert!(rows.iter().all(|row| row.len() == matrix.columns.len() + 3));
        let text = write(&rows);
        assert!(text.contains("STT;Đơn vị;") && text.contains("đã nộp"), "{text}");
        for column in &matrix.columns {
            let head = head(Lang::En, &scope, &matrix, column, false);
            assert!(!head.name.is_empty() && !head.note.is_empty() && !head.closed);
        }
    }
}
