//! How far a drive has come, day by day, as shares of the whole.

use super::draw::{Lines, draw};
use super::{Step, as_f64, last_reported};
use crate::charts::look::{Hue, Look};
use crate::charts::option::Drawing;
use crate::charts::{Empty, figure};
use crate::model::from_json::FromJson;
use crate::model::number::{Count, Percent};
use serde::Serialize;

/// Shares reached by each day of a drive.
#[derive(Clone, Debug, PartialEq, Serialize, FromJson)]
pub struct ProgressLine {
    /// The days from the first to the deadline.
    pub steps: Vec<Step>,
    /// The measure's colour.
    pub hue: Hue,
    /// How many had taken part by the end of each day; `None` for the days to come.
    pub done: Vec<Option<Count>>,
    /// Out of how many.
    pub whole: Count,
    /// The target: its label and value.
    pub target: Option<(String, Percent)>,
    /// The label of the even pace towards the target; `None` draws none.
    pub pace: Option<String>,
}

/// Draws a drive's progress day by day as shares of the whole.
///
/// # Errors
/// [`Empty`] where there are no days, nobody is expected, or nothing has been reported.
pub fn progress_line(input: &ProgressLine, look: &Look) -> Result<Drawing, Empty> {
    let last = last_reported(&input.steps, &input.done)?;
    if input.whole == 0 {
        return Err(Empty::NoFigures);
    }
    let share = |count: Count| figure::length(count, input.whole);
    let done = input.done.get(last).copied().flatten().unwrap_or_default();
    let top = if input.done.iter().flatten().any(|&count| count > input.whole) {
        125.0
    } else {
        100.0
    };
    let ticks = [0, 25, 50, 75, 100]
        .map(|tick| (as_f64(tick), format!("{tick}%")))
        .to_vec();
    let written = |count: Count| {
        format!(
            "{} · {}",
            figure::ratio(count, input.whole, look),
            figure::percent(count, input.whole, look)
        )
    };
    draw(
        Lines {
            steps: &input.steps,
            ticks,
            top,
            hue: input.hue,
            actual: input.done.iter().map(|count| count.map(share)).collect(),
            written: input
                .done
                .iter()
                .map(|count| count.map(written).unwrap_or_default())
                .collect(),
            last,
            label: if look.narrow() {
                figure::percent(done, input.whole, look)
            } else {
                written(done)
            },
            short: figure::percent(done, input.whole, look),
            before: None,
            target: input
                .target
                .as_ref()
                .map(|(label, percent)| (label.clone(), percent.to_f64() * 100.0)),
            pace: input.pace.clone(),
            forecast: None,
            area: true,
        },
        look,
    )
}
