//! Time: figures that accumulate towards a target, over months ([`cumulative_line`]) or over the days
//! of a drive ([`progress_line`]). Lines are labelled at their ends.

mod axis;
mod cumulative;
mod draw;
mod progress;

pub(super) use axis::{finish_time_axis, time_axis};
pub use cumulative::{CumulativeLine, Forecast, cumulative_line};
pub use progress::{ProgressLine, progress_line};

use super::Empty;
use crate::model::from_json::FromJson;
use crate::model::number::Count;
use serde::Serialize;

/// A step of the time axis.
#[derive(Clone, Debug, PartialEq, Serialize, FromJson)]
pub struct Step {
    /// Given back when the step is picked.
    pub key: String,
    /// What stands at the axis.
    pub label: String,
}

fn as_f64(count: Count) -> f64 {
    count as f64
}

fn last_reported(steps: &[Step], figures: &[Option<Count>]) -> Result<usize, Empty> {
    if steps.is_empty() {
        return Err(Empty::NoRows);
    }
    figures
        .iter()
        .take(steps.len())
        .rposition(Option::is_some)
        .ok_or(Empty::NoFigures)
}
