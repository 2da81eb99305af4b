//! A year's admissions as the inputs of charts.

use super::figures::{AdmissionFigures, goal};
use crate::analysis::series::Point;
use crate::charts::lines::{CumulativeLine, Forecast, Step};
use crate::charts::look::Hue;
use crate::charts::monthly_columns::MonthlyColumns;
use crate::charts::ranked_bars::{Amount, RankedBars, UnitBar};
use crate::i18n::admission::{Admission, target_text, year_name};
use crate::i18n::targets::forecast_text;
use crate::model::ledger::Ledger;
use crate::model::number::Count;
use crate::model::period::Period;
use crate::model::statement::Realisation;
use crate::model::text::Lang;
use crate::report::period_name::period_tick;

/// Words that charts of this page are labelled by.
#[derive(Clone, Copy)]
pub struct Labels<'a> {
    /// The language.
    pub lang: Lang,
    /// The page's words.
    pub words: &'a Admission,
}

/// The year's cumulative line against its target, with pace, forecast and last year.
pub fn cumulative(figures: &AdmissionFigures, labels: Labels<'_>) -> CumulativeLine {
    let Labels { lang, words } = labels;
    let target = figures.target.as_ref().and_then(|target| Some((target, goal(target)?)));
    CumulativeLine {
        steps: steps(&figures.cumulative, lang),
        hue: Hue::Green,
        name: year_name(lang, figures.year),
        actual: counts(&figures.cumulative),
        before: figures
            .has_last_year()
            .then(|| (year_name(lang, figures.year - 1), counts(&figures.cumulative_before))),
        target: target.map(|(target, count)| {
            let asked = target_text(lang, target.comparison, count);
            (format!("{} {asked}", words.target), count)
        }),
        pace: target.map(|_| words.pace.to_owned()),
        forecast: figures.forecast.map(|forecast| Forecast {
            label: format!(
                "{} {}",
                words.forecast,
                forecast_text(lang, forecast.low, forecast.mid, forecast.high)
            ),
            low: forecast.low,
            middle: forecast.mid,
            high: forecast.high,
        }),
    }
}

/// Admissions by month beside the same months last year.
pub fn months(figures: &AdmissionFigures, labels: Labels<'_>) -> MonthlyColumns {
    let points: Vec<&Point> = figures.months.iter().map(|month| &month.now).collect();
    let before: Vec<Option<Count>> = figures
        .months
        .iter()
        .map(|month| {
            month
                .before
                .as_ref()
                .and_then(|total| total.quantity)
                .map(|it| it.count)
        })
        .collect();
    let lang = labels.lang;
    MonthlyColumns {
        steps: points.iter().map(|point| step(point, lang)).collect(),
        due: due(points.iter().copied()),
        now: (
            year_name(lang, figures.year),
            points.iter().map(|point| count(point)).collect(),
        ),
        before: before
            .iter()
            .any(Option::is_some)
            .then(|| (year_name(lang, figures.year - 1), before)),
        hue: Hue::Green,
    }
}

/// Transfers by month.
pub fn transfers(figures: &AdmissionFigures, lang: Lang) -> MonthlyColumns {
    MonthlyColumns {
        steps: steps(&figures.transfers, lang),
        due: due(&figures.transfers),
        now: (year_name(lang, figures.year), counts(&figures.transfers)),
        before: None,
        hue: Hue::Sky,
    }
}

/// Units by their year, each with its own target.
pub fn units(figures: &AdmissionFigures, ledger: &Ledger) -> RankedBars {
    RankedBars {
        rows: figures
            .units
            .iter()
            .map(|unit| UnitBar {
                key: unit.unit.to_string(),
                name: ledger
                    .units
                    .get(&unit.unit)
                    .map_or_else(|| unit.unit.to_string(), |unit| unit.name.clone()),
                amount: match unit.total.quantity {
                    Some(quantity) => Amount::Count {
                        count: quantity.count,
                        target: unit.target.as_ref().and_then(goal),
                    },
                    None => Amount::NotReported,
                },
            })
            .collect(),
        hue: Hue::Green,
        target: None,
    }
}

fn steps(points: &[Point], lang: Lang) -> Vec<Step> {
    points.iter().map(|point| step(point, lang)).collect()
}

fn step(point: &Point, lang: Lang) -> Step {
    Step {
        key: point.period.to_string(),
        label: period_tick(lang, &point.period),
    }
}

fn count(point: &Point) -> Option<Count> {
    point.total.quantity.map(|quantity| quantity.count)
}

fn counts(points: &[Point]) -> Vec<Option<Count>> {
    points.iter().map(count).collect()
}

/// How many of the months are over: in those a missing count is a missing return.
fn due<'a>(points: impl IntoIterator<Item = &'a Point>) -> usize {
    let over = |point: &&Point| point.realisation == Realisation::Done;
    points.into_iter().filter(over).count()
}

/// The month that a picked column stands for.
pub fn picked_month(key: &str) -> Option<Period> {
    key.parse().ok().filter(|period| matches!(period, Period::Month(..)))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;
    use crate::analysis::Scope;
    use crate::catalogue::Catalogue;
    use crate::i18n::admission::ADMISSION;

    const LABELS: Labels<'static> = Labels {
        lang: Lang::Vi,
        words: &ADMISSION.vi,
    };

    fn figures(year: i32, ask: impl FnOnce(&AdmissionFigures, &Ledger)) {
        let records = crate::demo::load("hoa-binh-2022").unwrap().records;
        let ledger = Ledger::from_records(&records);
        let catalogue = Catalogue::built_in().unwrap();
        let scope = Scope::whole(&ledger, &catalogue, "2030-01-01".parse().unwrap());
        ask(&super::super::figures::read(&scope, year), &ledger);
    }

    #[test]
    fn the_line_ends_at_the_last_reported_month() {
        figures(2022, |found, ledger| {
            let line = cumulative(found, LABELS);
            assert_eq!((line.steps.len(), line.steps[0].label.as_str()), (12, "T1"));
            assert_eq!((line.actual[10], line.actual[11]), (Some(121), None));
            assert_eq!(line.target, Some(("Chỉ tiêu ≥ 130".to_owned(), 130)));
            assert_eq!(line.before, None);
            let columns = months(found, LABELS);
            assert_eq!((columns.due, columns.now.1[11]), (10, None), "November is not over yet");
            let bars = units(found, ledger);
            assert_eq!(bars.rows.len(), 72);
        });
    }

    #[test]
    fn the_year_before_stands_beside_it() {
        figures(2023, |found, _| {
            let line = cumulative(found, LABELS);
            let (name, counts) = line.before.unwrap();
            assert_eq!((name.as_str(), counts[10]), ("Năm 2022", Some(121)));
            let columns = months(found, LABELS);
            assert_eq!(columns.due, 0);
            assert!(columns.before.is_some());
        });
    }

    #[test]
    fn only_a_month_is_picked() {
        assert_eq!(picked_month("2022-07"), Some(Period::Month(2022, 7)));
        assert_eq!(picked_month("2022"), None);
    }
}
