//! Figures that accumulate towards a target, over the months of a period.

use super::draw::{Lines, draw};
use super::{Step, as_f64, last_reported};
use crate::charts::Empty;
use crate::charts::figure::round_scale;
use crate::charts::look::{Hue, Look};
use crate::charts::option::Drawing;
use crate::model::from_json::FromJson;
use crate::model::number::{Count, format_count};
use serde::Serialize;

/// Cumulative counts over the steps of a period.
#[derive(Clone, Debug, PartialEq, Serialize, FromJson)]
pub struct CumulativeLine {
    /// The steps of the whole period, such as "T1" to "T12", those still to come included.
    pub steps: Vec<Step>,
    /// The measure's colour.
    pub hue: Hue,
    /// The line's name, such as "Năm 2022".
    pub name: String,
    /// The cumulative count at the end of each step; `None` from where nothing has been reported.
    pub actual: Vec<Option<Count>>,
    /// The same period last year: its name and cumulative counts.
    pub before: Option<(String, Vec<Option<Count>>)>,
    /// The target at the end of the period: its label and count.
    pub target: Option<(String, Count)>,
    /// The label of the even pace towards the target; `None` draws none.
    pub pace: Option<String>,
    /// Where it is heading.
    pub forecast: Option<Forecast>,
}

/// A forecast for the end of the period.
#[derive(Clone, Debug, PartialEq, Serialize, FromJson)]
pub struct Forecast {
    /// Its label, such as "Dự báo 133 (128–138)".
    pub label: String,
    /// The lower end of its range.
    pub low: Count,
    /// The forecast itself.
    pub middle: Count,
    /// The upper end of its range.
    pub high: Count,
}

/// Draws cumulative counts against a target.
///
/// # Errors
/// [`Empty`] where there are no steps or nothing has been reported.
pub fn cumulative_line(input: &CumulativeLine, look: &Look) -> Result<Drawing, Empty> {
    let last = last_reported(&input.steps, &input.actual)?;
    let most = input
        .actual
        .iter()
        .chain(input.before.iter().flat_map(|(_, counts)| counts))
        .flatten()
        .copied()
        .chain(input.target.iter().map(|(_, count)| *count))
        .chain(input.forecast.iter().map(|forecast| forecast.high))
        .max()
        .unwrap_or(1);
    let (step, top) = round_scale(most);
    let ticks = (0..=top / step)
        .map(|n| (as_f64(n * step), format_count(n * step, look.lang)))
        .collect();
    let value = |count: Count| format_count(count, look.lang);
    let end = input.actual.get(last).copied().flatten().unwrap_or_default();
    draw(
        Lines {
            steps: &input.steps,
            ticks,
            top: as_f64(top),
            hue: input.hue,
            actual: input.actual.iter().map(|count| count.map(as_f64)).collect(),
            written: input
                .actual
                .iter()
                .map(|count| count.map(value).unwrap_or_default())
                .collect(),
            last,
            label: format!("{} {}", input.name, value(end)),
            short: value(end),
            before: input.before.as_ref().map(|(name, counts)| {
                let count = counts.iter().flatten().next_back().copied().unwrap_or_default();
                (
                    format!("{name} {}", value(count)),
                    counts.iter().map(|count| count.map(as_f64)).collect(),
                )
            }),
            target: input
                .target
                .as_ref()
                .map(|(label, count)| (label.clone(), as_f64(*count))),
            pace: input.pace.clone(),
            forecast: input.forecast.as_ref().map(|forecast| {
                (
                    forecast.label.clone(),
                    [forecast.low, forecast.middle, forecast.high].map(as_f64),
                )
            }),
            area: false,
        },
        look,
    )
}
