//! A year's admissions as exhibits: `admission/cumulative`, `months`, `units`, `lacking`, `transfers`.

use super::drawn::{self, Labels};
use super::figures::{AdmissionFigures, UnitYear, admission_form, goal, read, transfers_by_unit, year_of};
use super::tables::{cumulative_table, lacking_table, month_table, transfer_table, unit_table};
use super::tree::units_reached;
use crate::analysis::series::Point;
use crate::analysis::{Scope, Total, rank};
use crate::charts::Shape;
use crate::exhibit::behind::{cells_of_units, units_with};
use crate::exhibit::subject::Subject;
use crate::exhibit::{Behind, Exhibit, at_end_of, listed};
use crate::i18n::admission::{
    ADMISSION, admissions as admissions_counted, transfers as transfers_counted, units_reached as units_reached_text,
};
use crate::i18n::exhibits::titled;
use crate::model::date::Date;
use crate::model::id::UnitId;
use crate::model::indicator::Direction;
use crate::model::ledger::Ledger;
use crate::model::number::{Count, format_count};
use crate::model::period::Period;
use crate::model::sort::SmallSort;
use crate::model::text::Lang;
use crate::report::period_name::{period_name, period_title};
use crate::report::sentence::admission::{AdmissionFact, CountTarget, admissions, transfers, units_lacking};
use crate::report::sentence::coverage::Reach;
use crate::report::sentence::facts::Facts;
use crate::report::sentence::from_analysis::{unit_name, year_on_year};
use crate::report::sentence::months::{MonthFigure, months};
use crate::report::sentence::pace::{ForecastFact, PaceFact, forecast, pace};
use crate::report::sentence::paragraph;
use crate::report::sentence::ranking::{Ranked, ranking};
use std::cmp::Reverse;

/// Makes the exhibit that the steps below `admission` name.
pub fn exhibit(scope: &Scope<'_>, lang: Lang, subject: &Subject, steps: &[&str]) -> Option<Exhibit> {
    let [what] = steps else { return None };
    let scope = &at_end_of(scope, &subject.period);
    let figures = read(scope, year_of(Some(&subject.period), scope.ledger, scope.today));
    let labels = Labels {
        lang,
        words: ADMISSION.in_lang(lang),
    };
    let ledger = scope.ledger;
    let plain = |what: &str, total: &Total| {
        Exhibit {
            facts: facts_of(lang, &figures, total, ledger),
            as_of: as_of(&figures),
            illustrative: ledger.is_demo() && figures.has_figures(),
            ..Exhibit::of(subject, title(lang, what))
        }
        .covering(ledger, &total.coverage)
    };
    let (admitted, transferred) = (&figures.admitted.now, &figures.transferred.now);
    let shape = |some: bool, shape: Shape| (some && figures.has_figures()).then_some(shape);
    match *what {
        "cumulative" => Some(Exhibit {
            finding: finding(lang, &figures, ledger),
            sentence: cumulative_sentence(lang, &figures),
            shape: shape(true, Shape::CumulativeLine(drawn::cumulative(&figures, labels))),
            table: cumulative_table(lang, &figures, ledger),
            behind: units_of_months(lang, &figures, ledger),
            ..plain("cumulative", admitted)
        }),
        "months" => Some(Exhibit {
            finding: months_told(lang, &figures, ledger),
            sentence: paragraph(last_year(lang, &figures)),
            shape: shape(true, Shape::MonthlyColumns(drawn::months(&figures, labels))),
            table: month_table(lang, &figures, ledger),
            behind: units_of_months(lang, &figures, ledger),
            ..plain("months", admitted)
        }),
        "units" => Some(Exhibit {
            finding: units_headline(lang, &figures, ledger),
            sentence: paragraph(std::iter::once(finding(lang, &figures, ledger)).chain(reached(lang, &figures))),
            shape: shape(true, Shape::RankedBars(drawn::units(&figures, ledger))),
            table: unit_table(lang, &figures, ledger),
            behind: cells_of_ranked(scope, lang, &figures),
            ..plain("units", admitted)
        }),
        "lacking" => {
            let lacking = lacking(&figures);
            Some(Exhibit {
                finding: lacking_told(lang, &figures, &lacking, ledger),
                sentence: paragraph([finding(lang, &figures, ledger)]),
                table: lacking_table(lang, &lacking, ledger),
                behind: cells_of_ranked(scope, lang, &figures),
                ..plain("lacking", admitted)
            })
        }
        "transfers" => Some(Exhibit {
            finding: transfers_told(lang, &figures, ledger),
            sentence: paragraph([transfer_months(lang, &figures, ledger)]),
            shape: shape(
                transferred.quantity.is_some(),
                Shape::MonthlyColumns(drawn::transfers(&figures, lang)),
            ),
            table: transfer_table(lang, &figures, ledger),
            behind: match transferred.quantity {
                Some(_) => transfers_of_months(scope, lang, &figures),
                None => Vec::new(),
            },
            ..plain("transfers", transferred)
        }),
        _ => None,
    }
}

/// What of a year there is to show: the last step of each subject.
pub fn offered(figures: &AdmissionFigures) -> Vec<&'static str> {
    let admitted = figures.admitted.now.quantity.is_some();
    [
        (admitted, "cumulative"),
        (admitted, "months"),
        (admitted, "units"),
        (admitted && !lacking(figures).is_empty(), "lacking"),
        (figures.transferred.now.quantity.is_some(), "transfers"),
    ]
    .into_iter()
    .filter_map(|(there, what)| there.then_some(what))
    .collect()
}

/// The name of an exhibit of admissions.
pub fn title(lang: Lang, what: &str) -> String {
    let w = ADMISSION.in_lang(lang);
    match what {
        "months" => titled(w.title, w.by_month),
        "units" => titled(w.title, w.by_unit),
        "lacking" => titled(w.title, w.lacking),
        "transfers" => w.transfers.to_owned(),
        _ => titled(w.title, w.cumulative),
    }
}

/// What each unit of the ranking by admissions entered, month by month.
fn cells_of_ranked(scope: &Scope<'_>, lang: Lang, figures: &AdmissionFigures) -> Vec<Behind> {
    if !figures.has_figures() {
        return Vec::new();
    }
    let totals = figures.units.iter().map(|unit| (unit.unit.clone(), unit.total.clone()));
    let ranked = rank::by_total(totals.collect(), Direction::Higher);
    let units: Vec<&UnitId> = ranked
        .rows
        .iter()
        .map(|row| &row.unit)
        .chain(&ranked.not_reported)
        .collect();
    let year = Period::Year(figures.year);
    cells_of_units(scope, lang, &admission_form(), &year, units.into_iter())
}

/// The units of each month, those with the most admissions first.
fn units_of_months(lang: Lang, figures: &AdmissionFigures, ledger: &Ledger) -> Vec<Behind> {
    let units = figures.units.iter().map(|unit| (&unit.unit, unit.months.as_slice()));
    let months = figures.months.iter().map(|month| &month.now);
    by_month(lang, ledger, ADMISSION.in_lang(lang).admitted, months, units)
}

/// The units of each month, those with the most transfers first.
fn transfers_of_months(scope: &Scope<'_>, lang: Lang, figures: &AdmissionFigures) -> Vec<Behind> {
    let found = transfers_by_unit(scope, figures.year);
    let units = found.iter().map(|(unit, months)| (unit, months.as_slice()));
    let column = ADMISSION.in_lang(lang).column_transfers;
    by_month(lang, scope.ledger, column, figures.transfers.iter(), units)
}

fn by_month<'a>(
    lang: Lang,
    ledger: &Ledger,
    column: &str,
    months: impl Iterator<Item = &'a Point>,
    units: impl Iterator<Item = (&'a UnitId, &'a [Option<Total>])> + Clone,
) -> Vec<Behind> {
    let month = |(at, month): (usize, &Point)| {
        let period = &month.period;
        let counts = units.clone().filter_map(|(unit, months)| {
            let total = months.get(at)?.as_ref()?;
            Some((unit.clone(), total.quantity?.count))
        });
        units_with(
            (lang, ledger, period),
            (period.to_string(), &period_title(lang, period, ledger)),
            column,
            counts.collect(),
            &admission_form(),
        )
    };
    let all = months.enumerate().map(month);
    all.filter(|month| !month.table.rows.is_empty()).collect()
}

/// "Kết nạp 121/130 đảng viên, đạt 93,1%; còn thiếu 9".
pub fn finding(lang: Lang, figures: &AdmissionFigures, ledger: &Ledger) -> String {
    let target = figures.target.as_ref().and_then(|target| {
        Some(CountTarget {
            comparison: target.comparison,
            count: goal(target)?,
        })
    });
    let ahead = Period::Year(figures.year)
        .start()
        .is_some_and(|start| start > figures.today);
    admissions(lang, &AdmissionFact::of(&figures.admitted.now, target, ahead, ledger))
}

/// The year, and what its figure rests on.
pub fn head_facts(lang: Lang, figures: &AdmissionFigures, ledger: &Ledger) -> Vec<String> {
    facts_of(lang, figures, &figures.admitted.now, ledger)
}

fn facts_of(lang: Lang, figures: &AdmissionFigures, total: &Total, ledger: &Ledger) -> Vec<String> {
    let mut all = vec![period_title(lang, &Period::Year(figures.year), ledger)];
    let rests_on = Facts {
        total: None,
        as_of: as_of(figures),
        ..Facts::of_total(total, ledger).with_illustrative(figures.has_figures() && ledger.is_demo())
    };
    if total.coverage.expected() > 0 {
        all.extend(listed(lang, &rests_on));
    }
    all
}

/// A year that is over was complete at its end; one that runs is seen from today.
fn as_of(figures: &AdmissionFigures) -> Option<Date> {
    let end = Period::Year(figures.year).end();
    end.map(|end| end.min(figures.today)).filter(|_| figures.has_figures())
}

/// Pace, forecast and last year, as far as each is known.
pub fn cumulative_sentence(lang: Lang, figures: &AdmissionFigures) -> String {
    let mut said = Vec::new();
    if let Some(found) = figures.achievement.as_ref().and_then(|found| found.pace.as_ref()) {
        said.push(pace(lang, &PaceFact::of(found)));
    }
    if let Some(found) = &figures.forecast {
        let goal = figures.achievement.as_ref().and_then(|achievement| achievement.goal);
        said.push(forecast(lang, Some(ForecastFact::of(found, goal))));
    }
    said.push(year_on_year(lang, &figures.admitted));
    paragraph(said)
}

/// Who has the most and the fewest, who has not reported, how many reached their own targets.
pub fn units_sentence(lang: Lang, figures: &AdmissionFigures, ledger: &Ledger) -> String {
    let ranked = ranked_units(lang, figures, ledger, true);
    paragraph(std::iter::once(ranked).chain(reached(lang, figures)))
}

/// Who has the most and the fewest.
pub fn units_headline(lang: Lang, figures: &AdmissionFigures, ledger: &Ledger) -> String {
    ranked_units(lang, figures, ledger, false)
}

fn ranked_units(lang: Lang, figures: &AdmissionFigures, ledger: &Ledger, with_missing: bool) -> String {
    let totals = figures.units.iter().map(|unit| (unit.unit.clone(), unit.total.clone()));
    let ranked = rank::by_total(totals.collect(), Direction::Higher);
    let rows: Vec<Ranked> = ranked
        .rows
        .iter()
        .map(|row| Ranked {
            name: unit_name(ledger, &row.unit),
            value: format_count(row.figure.count(), lang),
        })
        .collect();
    let missing = ranked.not_reported.iter().filter(|_| with_missing);
    let missing: Vec<String> = missing.map(|unit| unit_name(ledger, unit)).collect();
    ranking(lang, &admissions_counted(), &rows, &missing)
}

/// How many units reached targets of their own; nothing where none has one.
fn reached(lang: Lang, figures: &AdmissionFigures) -> Option<String> {
    units_reached(figures).map(|(reached, all)| units_reached_text(lang, reached, all))
}

/// How many a unit lacks for a target of its own; nothing where it has none.
fn lack(unit: &UnitYear) -> Option<Count> {
    let asked = unit.target.as_ref().and_then(goal)?;
    Some(asked.saturating_sub(unit.total.count()))
}

/// The units that have not reached their own target, those that lack the most first.
fn lacking(figures: &AdmissionFigures) -> Vec<&UnitYear> {
    let mut found: Vec<&UnitYear> = figures
        .units
        .iter()
        .filter(|unit| lack(unit).is_some_and(|lack| lack > 0))
        .collect();
    found.small_sort_by_key(|unit| Reverse(lack(unit)));
    found
}

fn lacking_told(lang: Lang, figures: &AdmissionFigures, lacking: &[&UnitYear], ledger: &Ledger) -> String {
    let with_target = figures.units.iter().filter(|unit| lack(unit).is_some()).count();
    let most = lacking.first().and_then(|unit| lack(unit)).unwrap_or_default();
    let lack_most = lacking.iter().filter(|unit| lack(unit) == Some(most));
    let names: Vec<String> = lack_most.map(|unit| unit_name(ledger, &unit.unit)).collect();
    units_lacking(lang, lacking.len(), with_target, most, &names)
}

/// Admissions month by month, beside last year's where there are any.
pub fn months_sentence(lang: Lang, figures: &AdmissionFigures, ledger: &Ledger) -> String {
    paragraph(std::iter::once(months_told(lang, figures, ledger)).chain(last_year(lang, figures)))
}

fn months_told(lang: Lang, figures: &AdmissionFigures, ledger: &Ledger) -> String {
    let points = figures.months.iter().map(|month| &month.now);
    months(lang, &admissions_counted(), &month_figures(lang, points, ledger))
}

fn last_year(lang: Lang, figures: &AdmissionFigures) -> Option<String> {
    figures.has_last_year().then(|| year_on_year(lang, &figures.admitted))
}

/// Transfers: how many, and in which months.
pub fn transfers_sentence(lang: Lang, figures: &AdmissionFigures, ledger: &Ledger) -> String {
    paragraph([
        transfers_told(lang, figures, ledger),
        transfer_months(lang, figures, ledger),
    ])
}

fn transfers_told(lang: Lang, figures: &AdmissionFigures, ledger: &Ledger) -> String {
    let now = &figures.transferred.now;
    transfers(lang, now.quantity, &Reach::of(&now.coverage, ledger))
}

fn transfer_months(lang: Lang, figures: &AdmissionFigures, ledger: &Ledger) -> String {
    months(
        lang,
        &transfers_counted(),
        &month_figures(lang, figures.transfers.iter(), ledger),
    )
}

/// Months for a sentence: those that lie ahead have no figure.
fn month_figures<'a>(lang: Lang, points: impl Iterator<Item = &'a Point>, ledger: &Ledger) -> Vec<MonthFigure> {
    points
        .map(|point| MonthFigure {
            name: period_name(lang, &point.period, ledger),
            count: point.total.quantity.map(|quantity| quantity.count),
        })
        .collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::catalogue::Catalogue;
    use crate::exhibit::make;
    use crate::model::from_json;

    #[test]
    fn the_year_is_one_value_that_can_be_kept() {
        let records = crate::demo::load("hoa-binh-2022").unwrap().records;
        let ledger = Ledger::from_records(&records);
        let catalogue = Catalogue::built_in().unwrap();
        let scope = Scope::whole(&ledger, &catalogue, "2030-01-01".parse().unwrap());
        let ask = |steps: &[&str]| make(&scope, Lang::Vi, &Subject::new(steps, Period::Year(2022)));
        let found = ask(&["admission", "cumulative"]).unwrap();
        assert_eq!(found.finding, "Kết nạp 121/130 đảng viên, đạt 93,1%; còn thiếu 9");
        assert_eq!(found.table.rows.len(), 12);
        let kept = serde_json::to_vec(&found).unwrap();
        assert_eq!(from_json::read::<Exhibit>(&kept).unwrap(), found);
        let units = ask(&["admission", "units"]).unwrap().table.rows;
        let whole = units.last().unwrap();
        let written: Vec<&str> = whole.cells.iter().map(|cell| cell.text.as_str()).collect();
        assert_eq!((units.len(), written), (73, vec!["Toàn Khối", "121", "130", "9"]));
        assert_eq!(ask(&["admission", "elsewhere"]), None);
    }
}
