//! Totals of cells over units and time, each with its coverage.
//!
//! A total of a longer span than the form's own period adds up the form's periods within it, or takes the
//! last one, as the measure says. Periods after the day figures are seen from are kept apart as planned.
//! Values of drafts and of returns that were sent back count; the return's state is told by
//! [`super::completeness`].

use super::coverage::Coverage;
use super::reading::{Readings, Row, plus, read};
use super::series::heat;
use super::{Scope, calendar};
use crate::model::date::Date;
use crate::model::id::{CellKey, CountingUnitId, FormId, SectorId, UnitId};
use crate::model::indicator::Operand;
use crate::model::measure::{Column, OverTime, OverUnits};
use crate::model::number::{Count, Percent};
use crate::model::period::Period;
use crate::model::quantity::Quantity;
use std::collections::HashMap;

/// A sum over units and time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Total {
    /// How many; `None` when nobody reported.
    pub quantity: Option<Quantity>,
    /// What is reported for periods that lie ahead: a plan, not in `quantity`.
    pub planned: Option<Quantity>,
    /// What is counted; `None` when the operand adds up different things or is unknown.
    pub counting_unit: Option<CountingUnitId>,
    /// Over whom.
    pub coverage: Coverage,
    /// Cells that are kept as typed and left out.
    pub invalid: usize,
    /// For figures of which the last one stands: the latest day that a part of it stands for.
    pub as_of: Option<Date>,
    /// The same, the earliest day.
    pub as_of_earliest: Option<Date>,
}

impl Total {
    /// The count, 0 when nobody reported. For sums and drawing; say "nobody reported" from `quantity`.
    pub fn count(&self) -> Count {
        self.quantity.map_or(0, |quantity| quantity.count)
    }
}

/// What one unit's values of a span come to.
pub(crate) struct Summary {
    pub quantity: Option<Quantity>,
    pub planned: Option<Quantity>,
    pub expected: bool,
    pub partial: bool,
    pub invalid: usize,
    pub as_of: Option<Date>,
}

/// Folds the first `until` slots of one unit.
pub(crate) fn summarise(readings: &Readings<'_>, row: &Row<'_>, until: usize) -> Summary {
    let mut sum = Summary {
        quantity: None,
        planned: None,
        expected: false,
        partial: false,
        invalid: 0,
        as_of: None,
    };
    let mut lacking = false;
    for (slot, value) in readings.slots.iter().zip(&row.values).take(until) {
        if !slot.has_begun() {
            sum.planned = plus(sum.planned, value.quantity);
            continue;
        }
        sum.invalid += value.invalid;
        match value.quantity {
            Some(quantity) if readings.over_time == OverTime::Last => {
                sum.quantity = Some(quantity);
                sum.as_of = value.as_of;
                // A later value makes up for earlier gaps.
                (lacking, sum.partial) = (false, value.partial);
            }
            Some(quantity) => {
                sum.quantity = plus(sum.quantity, Some(quantity));
                sum.as_of = sum.as_of.max(value.as_of);
                sum.partial |= value.partial;
            }
            None => lacking |= slot.required && value.expected,
        }
        sum.expected |= (slot.required && value.expected) || value.quantity.is_some();
    }
    sum.partial |= lacking;
    sum
}

/// Folds units into one total, over the first `until` slots.
pub(crate) fn fold<'r, 'a: 'r>(
    readings: &Readings<'a>,
    rows: impl IntoIterator<Item = &'r Row<'a>>,
    until: usize,
) -> Total {
    let mut total = Total {
        counting_unit: readings.counting_unit.clone(),
        ..Total::default()
    };
    let mut units = 0usize;
    for row in rows {
        let sum = summarise(readings, row, until);
        total.planned = plus(total.planned, sum.planned);
        total.invalid += sum.invalid;
        if !sum.expected {
            continue;
        }
        units += 1;
        total.coverage.expected.push(row.unit.id.clone());
        match sum.quantity {
            None => total.coverage.missing.push(row.unit.id.clone()),
            Some(_) if sum.partial => total.coverage.partial.push(row.unit.id.clone()),
            Some(_) => {}
        }
        total.quantity = plus(total.quantity, sum.quantity);
        if sum.quantity.is_some() {
            total.as_of = total.as_of.max(sum.as_of);
            total.as_of_earliest = match (total.as_of_earliest, sum.as_of) {
                (Some(a), Some(b)) => Some(a.min(b)),
                (a, b) => a.or(b),
            };
        }
    }
    if readings.over_units == OverUnits::None && units > 1 {
        total.quantity = None;
        total.planned = None;
    }
    total
}

/// The total of an operand over a scope and a span. `form` is the one its cells stand on when the operand
/// names none.
pub fn total(scope: &Scope<'_>, form: &FormId, operand: &Operand, period: &Period) -> Total {
    let readings = read(scope, form, operand, period);
    fold(&readings, &readings.rows, usize::MAX)
}

/// Each expected unit's own total, in the official order.
pub fn by_unit(scope: &Scope<'_>, form: &FormId, operand: &Operand, period: &Period) -> Vec<(UnitId, Total)> {
    let readings = read(scope, form, operand, period);
    readings
        .rows
        .iter()
        .map(|row| (row.unit.id.clone(), fold(&readings, [row], usize::MAX)))
        .filter(|(_, total)| total.coverage.expected() > 0 || total.planned.is_some())
        .collect()
}

/// Each sector's total, in the order of the bloc's list; units without a known sector come last, as `None`.
/// Sectors that nobody is expected from are left out.
pub fn by_sector(
    scope: &Scope<'_>,
    form: &FormId,
    operand: &Operand,
    period: &Period,
) -> Vec<(Option<SectorId>, Total)> {
    let readings = read(scope, form, operand, period);
    let groups = group_by_sector(scope, &readings.rows, |row| row.unit.sector.as_ref());
    groups
        .into_iter()
        .map(|(sector, rows)| (sector, fold(&readings, rows, usize::MAX)))
        .collect()
}

/// Puts things in groups by sector, in the order of the bloc's list, those of no known sector last.
pub(crate) fn group_by_sector<'r, T>(
    scope: &Scope<'_>,
    things: &'r [T],
    sector: impl Fn(&T) -> Option<&SectorId>,
) -> Vec<(Option<SectorId>, Vec<&'r T>)> {
    let sectors = &scope.ledger.sectors;
    let places: HashMap<&SectorId, usize> = sectors.iter().enumerate().map(|(at, it)| (&it.id, at)).collect();
    let mut groups: Vec<(Option<SectorId>, Vec<&T>)> = sectors
        .iter()
        .map(|it| (Some(it.id.clone()), Vec::new()))
        .chain([(None, Vec::new())])
        .collect();
    for thing in things {
        let at = sector(thing).and_then(|id| places.get(id)).copied();
        groups[at.unwrap_or(sectors.len())].1.push(thing);
    }
    groups.retain(|(_, things)| !things.is_empty());
    groups
}

/// The totals of the units just below the scope's root, each over its own subtree; the root's own figures,
/// where it reports itself, come first under its own identifier. They add up to the scope's total.
pub fn by_child(scope: &Scope<'_>, form: &FormId, operand: &Operand, period: &Period) -> Vec<(UnitId, Total)> {
    let readings = read(scope, form, operand, period);
    let tree = &scope.ledger.units;
    let mut order = vec![scope.root.clone()];
    let mut group_of: HashMap<UnitId, usize> = HashMap::from([(scope.root.clone(), 0)]);
    for child in tree.children(&scope.root) {
        for unit in tree.subtree(&child.id) {
            group_of.insert(unit.id.clone(), order.len());
        }
        order.push(child.id.clone());
    }
    let mut groups: Vec<Vec<&Row<'_>>> = vec![Vec::new(); order.len()];
    for row in &readings.rows {
        if let Some(&at) = group_of.get(&row.unit.id) {
            groups[at].push(row);
        }
    }
    order
        .into_iter()
        .zip(groups)
        .filter(|(_, rows)| !rows.is_empty())
        .map(|(unit, rows)| (unit, fold(&readings, rows, usize::MAX)))
        .collect()
}

/// The total under each option that `key` leaves open: each grade of `write_ups`, in the set's order.
pub fn by_option(scope: &Scope<'_>, form: &FormId, key: &CellKey, period: &Period) -> Vec<(Column, Total)> {
    options(scope, key, period)
        .into_iter()
        .map(|column| {
            let total = total(scope, form, &cell(&column), period);
            (column, total)
        })
        .collect()
}

/// The same for each unit: the columns, and a row of totals for each expected unit.
pub fn by_unit_and_option(
    scope: &Scope<'_>,
    form: &FormId,
    key: &CellKey,
    period: &Period,
) -> (Vec<Column>, Vec<(UnitId, Vec<Total>)>) {
    let columns = options(scope, key, period);
    let totals = columns
        .iter()
        .map(|column| by_unit(scope, form, &cell(column), period))
        .collect();
    let rows = heat(scope, totals)
        .into_iter()
        .map(|(unit, totals)| (unit, totals.into_iter().map(Option::unwrap_or_default).collect()))
        .collect();
    (columns, rows)
}

fn options(scope: &Scope<'_>, key: &CellKey, period: &Period) -> Vec<Column> {
    let year = scope.ledger.span(period).map(|(_, end)| end.year());
    scope.catalogue.cells(key, year)
}

fn cell(column: &Column) -> Operand {
    Operand::Cells {
        cells: vec![column.key.clone()],
        form: None,
        latest: false,
    }
}

/// A total beside that of the same period last year (cùng kỳ).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearOnYear {
    /// This year's.
    pub now: Total,
    /// Last year's, up to the same day of the year.
    pub before: Total,
    /// The change relative to last year, one decimal; `None` when either is not reported or last year's is zero.
    pub change: Option<Percent>,
}

/// A total and that of the same period last year, cut at the same day of the year so that eleven months
/// are compared with eleven months. `None` for a drive.
pub fn year_on_year(scope: &Scope<'_>, form: &FormId, operand: &Operand, period: &Period) -> Option<YearOnYear> {
    let now = total(scope, form, operand, period);
    let earlier = scope.on(calendar::a_year_before(scope.today));
    let before = total(&earlier, form, operand, &period.same_last_year()?);
    let change = match (before.quantity, now.quantity) {
        (Some(before), Some(now)) => Percent::change(before.count, now.count),
        _ => None,
    };
    Some(YearOnYear { now, before, change })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::fixture::*;
    use super::*;
    use crate::model::quantity::Qualifier;
    use crate::model::returns::{Cell, CellValue};
    use crate::model::unit::{Unit, UnitKind};
    use proptest::prelude::*;

    #[test]
    fn nobody_reported_is_not_zero() {
        Book::new(3).ask("2022-03-10", |scope| {
            let total = total(scope, &"month".into(), &cells(&["admitted"]), &period("2022"));
            assert_eq!(total.quantity, None);
            assert_eq!(ids(&total.coverage.missing), ["u1", "u2", "u3"]);
            assert!(total.coverage.is_empty());
        });
    }

    #[test]
    fn a_year_lists_who_lacks_a_month() {
        let mut book = Book::new(3);
        for month in ["2022-01", "2022-02"] {
            book.set("month", month, "u1", "admitted", 2);
        }
        book.set("month", "2022-02", "u2", "admitted", 5)
            .set("month", "2022-03", "u2", "admitted", 1)
            .set("month", "2022-09", "u1", "admitted", 9);
        book.ask("2022-03-10", |scope| {
            let total = total(scope, &"month".into(), &cells(&["admitted"]), &period("2022"));
            assert_eq!(total.count(), 10);
            assert_eq!(total.planned, Some(Quantity::exact(9)));
            assert_eq!(ids(&total.coverage.partial), ["u2"]);
            assert_eq!(ids(&total.coverage.missing), ["u3"]);
            assert_eq!((total.coverage.reported(), total.coverage.included()), (1, 2));
        });
    }

    #[test]
    fn the_last_head_count_stands_with_its_day() {
        let mut book = Book::new(3);
        book.set("head", "2021-12", "u1", "head", 50)
            .set("head", "2022-01", "u1", "head", 52)
            .set("head", "2022-02", "u2", "head", 10)
            .edit("head", "2022-02", "u2", |it| it.as_of = Some(date("2022-02-20")));
        book.ask("2022-03-10", |scope| {
            let span = total(scope, &"head".into(), &cells(&["head"]), &period("2022"));
            assert_eq!(span.count(), 62);
            assert_eq!(ids(&span.coverage.partial), ["u1"]);
            assert_eq!(span.as_of, Some(date("2022-02-20")));
            assert_eq!(span.as_of_earliest, Some(date("2022-01-31")));
            let latest = Operand::Cells {
                cells: vec!["head".into()],
                form: None,
                latest: true,
            };
            let back = total(scope, &"head".into(), &latest, &period("2022-01"));
            assert_eq!(back.count(), 52);
            assert_eq!(ids(&back.coverage.missing), ["u2", "u3"]);
        });
    }

    #[test]
    fn an_empty_grade_beside_a_filled_one_is_zero_but_an_audience_is_not() {
        let mut book = Book::new(2);
        book.drive("d", "2022-01-01", "2022-01-10");
        book.set("study", "drive:d", "u1", "grades.good", 7)
            .set("study", "drive:d", "u1", "attended.members", 7);
        book.ask("2022-03-10", |scope| {
            let of = |key: &str| total(scope, &"study".into(), &cells(&[key]), &period("drive:d"));
            assert_eq!(of("grades.excellent").quantity, Some(Quantity::exact(0)));
            assert_eq!(of("attended.staff").quantity, None);
            assert_eq!(of("attended.members").counting_unit, Some("members".into()));
            let year = total(scope, &"study".into(), &cells(&["grades"]), &period("2022"));
            assert_eq!(year.count(), 7);
        });
    }

    #[test]
    fn a_unit_that_ended_keeps_its_figures_and_is_not_chased() {
        let mut book = Book::new(2);
        let mut gone = Unit::new("old", Some("b".into()), UnitKind::GrassrootsCell, "Old");
        gone.valid_to = Some(date("2022-02-10"));
        book.put(&gone).set("month", "2022-01", "old", "admitted", 3);
        book.ask("2022-04-10", |scope| {
            let total = total(scope, &"month".into(), &cells(&["admitted"]), &period("2022"));
            assert_eq!(total.count(), 3);
            assert_eq!(ids(&total.coverage.expected), ["u1", "u2", "old"]);
            assert_eq!(ids(&total.coverage.missing), ["u1", "u2"]);
            assert!(total.coverage.partial.is_empty());
        });
    }

    #[test]
    fn a_qualifier_travels_with_the_sum() {
        let mut book = Book::new(2);
        let about = Cell {
            qualifier: Qualifier::MoreThan,
            ..Cell::from(CellValue::Count(40))
        };
        book.cell("month", "2022-01", "u1", "admitted", about)
            .set("month", "2022-01", "u2", "admitted", 2);
        book.ask("2022-02-10", |scope| {
            let total = total(scope, &"month".into(), &cells(&["admitted"]), &period("2022-01"));
            let quantity = total.quantity.unwrap();
            assert_eq!((quantity.count, quantity.qualifier), (42, Qualifier::MoreThan));
        });
    }

    #[test]
    fn last_year_is_cut_at_the_same_day() {
        let mut book = Book::new(1);
        for (month, count) in [("2021-01", 4), ("2021-02", 6), ("2022-01", 6), ("2022-02", 6)] {
            book.set("month", month, "u1", "admitted", count);
        }
        book.ask("2022-01-31", |scope| {
            let both = year_on_year(scope, &"month".into(), &cells(&["admitted"]), &period("2022")).unwrap();
            assert_eq!((both.before.count(), both.now.count()), (4, 6));
            assert_eq!(both.change, Some(Percent::from_hundredths(50_00)));
        });
    }

    #[test]
    fn sectors_come_in_the_list_order() {
        let mut book = Book::new(4);
        for (unit, count) in [("u1", 1), ("u2", 2), ("u4", 4)] {
            book.set("month", "2022-01", unit, "admitted", count);
        }
        book.ask("2022-02-10", |scope| {
            let rows = by_sector(scope, &"month".into(), &cells(&["admitted"]), &period("2022-01"));
            let counts: Vec<_> = rows
                .iter()
                .map(|(id, total)| (id.as_ref().unwrap().as_str(), total.count()))
                .collect();
            assert_eq!(counts, [("s1", 5), ("s2", 2), ("s3", 0)]);
            assert_eq!(rows[2].1.quantity, None);
        });
    }

    /// A random tree: each unit hangs below an earlier one or the root, and some report.
    fn tree() -> impl Strategy<Value = Vec<(usize, Option<u64>, bool)>> {
        proptest::collection::vec((0usize..100, proptest::option::of(0u64..10_000), any::<bool>()), 1..40)
    }

    fn book_of(tree: &[(usize, Option<u64>, bool)]) -> Book {
        let mut book = Book::new(0);
        for (at, (parent, count, bad)) in tree.iter().enumerate() {
            let above = match parent % (at + 1) {
                0 => "b".to_owned(),
                n => format!("t{}", n - 1),
            };
            let id = format!("t{at}");
            let above = Some(above.as_str().into());
            book.put(&Unit::new(id.as_str(), above, UnitKind::GrassrootsCell, id.as_str()));
            if let Some(count) = count {
                book.set("month", "2022-01", &id, "admitted", *count);
            } else if *bad {
                book.bad("month", "2022-01", &id, "admitted");
            }
        }
        book
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]

        #[test]
        fn children_add_up_to_the_parent_everywhere(tree in tree()) {
            let book = book_of(&tree);
            let ledger = book.ledger();
            let scope = Scope::whole(&ledger, &book.catalogue, date("2022-02-10"));
            for unit in ledger.units.iter() {
                let here = scope.at(&unit.id);
                let (form, operand, of) = ("month".into(), cells(&["admitted"]), period("2022-01"));
                let whole = total(&here, &form, &operand, &of);
                let parts = by_child(&here, &form, &operand, &of);
                prop_assert_eq!(parts.iter().map(|(_, part)| part.count()).sum::<u64>(), whole.count());
                let missing: usize = parts.iter().map(|(_, part)| part.coverage.missing.len()).sum();
                prop_assert_eq!(missing, whole.coverage.missing.len());
                for (child, part) in parts.iter().filter(|(child, _)| *child != unit.id) {
                    prop_assert_eq!(part, &total(&scope.at(child), &form, &operand, &of));
                }
            }
        }

        #[test]
        fn invalid_cells_change_no_total(tree in tree()) {
            let with = book_of(&tree);
            let without: Vec<_> = tree.iter().map(|(parent, count, _)| (*parent, *count, false)).collect();
            let bad = tree.iter().filter(|(_, count, bad)| count.is_none() && *bad).count();
            let ask = |book: &Book| book.ask("2022-02-10", |scope| {
                total(scope, &"month".into(), &cells(&["admitted"]), &period("2022-01"))
            });
            let (with, without) = (ask(&with), ask(&book_of(&without)));
            prop_assert_eq!(with.quantity, without.quantity);
            prop_assert_eq!(with.coverage, without.coverage);
            prop_assert_eq!((with.invalid, without.invalid), (bad, 0));
        }

        #[test]
        fn units_and_sectors_add_up(counts in proptest::collection::vec(proptest::option::of(0u64..1000), 1..20)) {
            let mut book = Book::new(counts.len());
            for (at, count) in counts.iter().enumerate().filter_map(|(at, count)| Some((at, (*count)?))) {
                book.set("month", "2022-01", &format!("u{}", at + 1), "admitted", count);
            }
            book.ask("2022-02-10", |scope| {
                let (form, operand, of) = ("month".into(), cells(&["admitted"]), period("2022-01"));
                let whole = total(scope, &form, &operand, &of);
                let units: u64 = by_unit(scope, &form, &operand, &of).iter().map(|(_, it)| it.count()).sum();
                let sectors: u64 = by_sector(scope, &form, &operand, &of).iter().map(|(_, it)| it.count()).sum();
                prop_assert_eq!((units, sectors), (whole.count(), whole.count()));
                prop_assert_eq!(whole.count(), counts.iter().flatten().sum::<u64>());
                Ok(())
            })?;
        }
    }
}
