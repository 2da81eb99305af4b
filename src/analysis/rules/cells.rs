//! Where the figures of a finding stand: each with its form, its period and its cell, so that a person can go there.

use super::super::Scope;
use super::super::calendar::before;
use super::super::reading::plus;
use super::{Finding, FindingKind};
use crate::model::id::{CellKey, FormId};
use crate::model::indicator::Operand;
use crate::model::period::Period;
use crate::model::quantity::Quantity;
use crate::model::returns::Return;

/// A figure of a finding in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The form it stands on.
    pub form: FormId,
    /// The period it was reported for.
    pub period: Period,
    /// The cell; a key without its options means all cells that begin with it.
    pub cell: CellKey,
    /// What it is; `None` where it could not be read.
    pub quantity: Option<Quantity>,
}

/// The figures of a finding in a return: those of both sides of a rule, or the cell that could not be read. Empty for
/// a finding that is not about one return.
pub fn figures(scope: &Scope<'_>, finding: &Finding) -> Vec<Figure> {
    let (Some(form), Some(period)) = (&finding.form, &finding.period) else {
        return Vec::new();
    };
    match &finding.kind {
        // Sums over many returns stand in no cell.
        FindingKind::Rule(_) if finding.over.is_some() => Vec::new(),
        FindingKind::Rule(id) | FindingKind::MissingWhole(id) => {
            let rule = scope.catalogue.rules_of(form).find(|rule| rule.id == *id);
            let earlier = rule.filter(|rule| rule.before);
            let earlier = earlier.and_then(|_| before(period, scope.ledger));
            let right = earlier.as_ref().unwrap_or(period);
            let sides = rule
                .into_iter()
                .flat_map(|rule| [(&rule.left, period), (&rule.right, right)]);
            let mut figures: Vec<Figure> = Vec::new();
            for figure in sides.flat_map(|(side, period)| of_side(scope, finding, form, period, side)) {
                // A part may stand in its whole as well.
                if !figures.contains(&figure) {
                    figures.push(figure);
                }
            }
            figures
        }
        _ => {
            let figure = |cell: &CellKey| figure(scope, finding, form, period, cell);
            finding.cells.iter().map(figure).collect()
        }
    }
}

fn of_side(scope: &Scope<'_>, finding: &Finding, form: &FormId, period: &Period, side: &Operand) -> Vec<Figure> {
    let Operand::Cells {
        cells,
        form: own,
        latest,
    } = side
    else {
        return Vec::new();
    };
    let form = own.as_ref().unwrap_or(form);
    let of_cell = |cell: &CellKey| {
        let last = latest
            .then(|| last_period(scope, finding, form, period, cell))
            .flatten();
        figure(scope, finding, form, last.as_ref().unwrap_or(period), cell)
    };
    cells.iter().map(of_cell).collect()
}

fn figure(scope: &Scope<'_>, finding: &Finding, form: &FormId, period: &Period, cell: &CellKey) -> Figure {
    let found = scope.ledger.find(form, period, &finding.unit);
    let year = scope.ledger.span(period).map(|(start, _)| start.year());
    Figure {
        form: form.clone(),
        period: period.clone(),
        cell: cell.clone(),
        quantity: found.and_then(|found| amount(scope, found, cell, year)),
    }
}

/// The sum of the cells that a key means.
fn amount(scope: &Scope<'_>, found: &Return, cell: &CellKey, year: Option<i32>) -> Option<Quantity> {
    let columns = scope.catalogue.cells(cell, year).into_iter();
    columns.fold(None, |sum, column| plus(sum, found.quantity(&column.key)))
}

/// The period of the figure that stands at the end of `period`: the last one before it with a value.
fn last_period(scope: &Scope<'_>, finding: &Finding, form: &FormId, period: &Period, cell: &CellKey) -> Option<Period> {
    let until = scope.ledger.span(period)?.1.min(scope.today);
    let with_value = scope.ledger.periods_of(form).filter_map(|(of, returns)| {
        let span = scope.ledger.span(of)?;
        let found = returns.get(&finding.unit)?;
        (span.0 <= until && amount(scope, found, cell, Some(span.0.year())).is_some()).then_some((span, of))
    });
    with_value.max_by_key(|(span, _)| *span).map(|(_, of)| of.clone())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::super::fixture::*;
    use super::super::of_form;
    use super::*;

    #[test]
    fn each_side_stands_in_its_own_form_and_period() {
        let mut book = Book::new(1);
        book.drive("d", "2022-01-01", "2022-03-10")
            .set("study", "drive:d", "u1", "invited.members", 9)
            .set("head", "2021-11", "u1", "head", 12)
            .set("head", "2022-02", "u1", "head", 8)
            .set("head", "2022-04", "u1", "head", 20);
        book.ask("2022-05-01", |scope| {
            let found = of_form(scope, &"study".into(), &period("2022"));
            let places: Vec<_> = figures(scope, &found[0])
                .into_iter()
                .map(|at| (at.period.to_string(), at.cell.to_string(), at.quantity.unwrap().count))
                .collect();
            let expected = [("drive:d", "invited.members", 9), ("2022-02", "head", 8)];
            assert_eq!(
                places,
                expected.map(|(of, cell, count)| (of.into(), cell.into(), count))
            );
        });
    }

    #[test]
    fn a_key_without_options_is_the_sum_of_its_cells_and_invalid_input_has_no_amount() {
        let mut book = Book::new(1);
        book.drive("d", "2022-01-01", "2022-01-10")
            .set("study", "drive:d", "u1", "grades.excellent", 3)
            .set("study", "drive:d", "u1", "grades.good", 4)
            .bad("study", "drive:d", "u1", "copies");
        book.ask("2022-02-01", |scope| {
            let found = scope
                .ledger
                .find(&"study".into(), &period("drive:d"), &"u1".into())
                .unwrap();
            assert_eq!(
                amount(scope, found, &"grades".into(), Some(2022)),
                Some(Quantity::exact(7))
            );
            let found = of_form(scope, &"study".into(), &period("2022"));
            let [copies] = &figures(scope, &found[0])[..] else {
                unreachable!()
            };
            assert_eq!((copies.cell.as_str(), copies.quantity), ("copies", None));
        });
    }
}
