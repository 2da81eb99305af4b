//! Counts of each month as columns, this year's before last year's.

use super::figure::round_scale;
use super::lines::{Step, finish_time_axis, time_axis};
use super::look::{Hue, Look};
use super::option::Drawing;
use super::rules::{self, Across};
use super::sketch::{FONT, Margins, Sketch, silent_value_axis, tooltip};
use super::{Empty, lettering};
use crate::model::from_json::FromJson;
use crate::model::number::{Count, format_count};
use charming::datatype::{CompositeValue, DataPointItem};
use charming::series::Bar;
use serde::Serialize;
use serde_json::{Value, json};

/// Counts month by month.
#[derive(Clone, Debug, PartialEq, Serialize, FromJson)]
pub struct MonthlyColumns {
    /// The steps, such as "T1" to "T12".
    pub steps: Vec<Step>,
    /// How many of the steps are past; of those, one without a count was not reported.
    pub due: usize,
    /// This year's name and counts.
    pub now: (String, Vec<Option<Count>>),
    /// Last year's name and counts.
    pub before: Option<(String, Vec<Option<Count>>)>,
    /// The measure's colour.
    pub hue: Hue,
}

/// Draws columns month by month.
///
/// # Errors
/// [`Empty`] where there are no steps or this year has no count.
pub fn monthly_columns(input: &MonthlyColumns, look: &Look) -> Result<Drawing, Empty> {
    if input.steps.is_empty() {
        return Err(Empty::NoRows);
    }
    let (name, counts) = &input.now;
    if counts.iter().all(Option::is_none) {
        return Err(Empty::NoFigures);
    }
    let before = input.before.as_ref();
    let most = counts
        .iter()
        .chain(before.iter().flat_map(|(_, counts)| counts))
        .flatten()
        .max();
    let (step, top) = round_scale(most.copied().unwrap_or(1));
    let names: Vec<String> = before
        .map(|(name, _)| name.clone())
        .into_iter()
        .chain([name.clone()])
        .collect();
    let width = look.drawable();
    let ticks: Vec<(f64, String)> = (0..=top / step)
        .map(|n| ((n * step) as f64, format_count(n * step, look.lang)))
        .collect();
    let axis_px = ticks
        .iter()
        .map(|(_, text)| lettering::width(text, look.text()))
        .fold(0.0, f64::max);
    let margins = Margins {
        left: axis_px + look.scaled(10.0),
        top: if before.is_some() {
            rules::legend_height(&names, width, look)
        } else {
            0.0
        } + look.line()
            + look.scaled(2.0),
        right: look.scaled(2.0),
        bottom: look.line() + look.scaled(12.0),
    };
    let plot = (width - margins.left - margins.right).max(60.0);
    let usual = if look.narrow() { 180.0 } else { 220.0 };
    let height = look.plot_height(usual, margins.top + margins.bottom);
    let band = plot / input.steps.len() as f64;
    let series_count = names.len() as f64;
    let column = (band * 0.72 / series_count).min(look.scaled(26.0)).floor().max(3.0);

    let mut sketch = Sketch::new(look, margins);
    sketch.keys = input.steps.iter().map(|step| step.key.clone()).collect();
    sketch.axes(time_axis(&input.steps, plot, true, look), silent_value_axis(top as f64));
    finish_time_axis(&mut sketch, look);
    if before.is_some() {
        rules::legend(&mut sketch, &names, width, look);
    }
    let grid = ticks
        .iter()
        .map(|(value, text)| rules::gridline(Across::Y(*value), text, look))
        .collect();
    let mut grid = json!({"markLine": rules::lines(grid)});
    grid["markLine"]["z"] = json!(0);
    if let Some((name, counts)) = before {
        let mut style = json!({"color": look.theme().faint});
        if let Some(pattern) = look.pattern(1) {
            style["decal"] = pattern;
        }
        let mut addition = grid.take();
        addition["itemStyle"] = style;
        addition["cursor"] = json!("pointer");
        sketch.series(
            Bar::new()
                .name(name.clone())
                .bar_width(column)
                .bar_gap("8%")
                .data(values(counts, input.steps.len())),
            addition,
            marks(input, counts, name, None, column, look),
        );
    }
    let mut addition = grid;
    if addition.is_null() {
        addition = json!({});
    }
    addition["itemStyle"] = json!({"color": look.fill(input.hue), "borderRadius": [2, 2, 0, 0]});
    addition["cursor"] = json!("pointer");
    sketch.series(
        Bar::new()
            .name(name.clone())
            .bar_width(column)
            .bar_gap("8%")
            .data(now_values(input, top)),
        addition,
        marks(input, counts, name, Some(input.due), column, look),
    );
    Ok(sketch.finish(margins.top + height + margins.bottom))
}

fn values(counts: &[Option<Count>], steps: usize) -> Vec<CompositeValue> {
    (0..steps)
        .map(|step| counts.get(step).copied().flatten().map(|count| count as f64).into())
        .collect()
}

/// A month that is past and was not reported is a low hatched stub, never a zero.
fn now_values(input: &MonthlyColumns, top: Count) -> Vec<DataPointItem> {
    let stub = top as f64 * 0.12;
    input
        .steps
        .iter()
        .enumerate()
        .map(|(place, step)| {
            let value = match input.now.1.get(place).copied().flatten() {
                Some(count) => Some(count as f64),
                None if place < input.due => Some(stub),
                None => None,
            };
            DataPointItem::new(CompositeValue::from(value)).name(step.key.clone())
        })
        .collect()
}

/// Values above this year's columns; last year's are in the tooltip and the table.
fn marks(
    input: &MonthlyColumns,
    counts: &[Option<Count>],
    series: &str,
    due: Option<usize>,
    column: f64,
    look: &Look,
) -> Vec<Value> {
    input
        .steps
        .iter()
        .enumerate()
        .map(|(place, step)| match counts.get(place).copied().flatten() {
            Some(count) => {
                let written = format_count(count, look.lang);
                let room = lettering::width_bold(&written, look.text()) <= column + look.scaled(14.0);
                json!({
                    "name": step.key,
                    "label": {
                        "show": due.is_some() && room,
                        "position": "top",
                        "distance": look.scaled(3.0),
                        "formatter": written,
                        "color": look.theme().ink,
                        "fontFamily": FONT,
                        "fontSize": look.text(),
                        "fontWeight": 600,
                        "textBorderColor": look.theme().surface,
                        "textBorderWidth": 2,
                    },
                    "tooltip": tooltip(&[&format!("{series} · {}", step.label), &written]),
                })
            }
            None if due.is_some_and(|due| place < due) => rows_missing(&step.label, look),
            None => Value::Null,
        })
        .collect()
}

fn rows_missing(label: &str, look: &Look) -> Value {
    super::rows::missing_mark(label, look)
}
