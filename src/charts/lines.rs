//! Time: figures that accumulate towards a target, over months ([`cumulative_line`]) or over the days
//! of a drive ([`progress_line`]). Lines are labelled at their ends.

use super::figure::round_scale;
use super::look::{Hue, Look};
use super::option::Drawing;
use super::rules::{self, Across};
use super::sketch::{FONT, Margins, Sketch, literal, silent_value_axis, tooltip};
use super::{Empty, lettering};
use crate::model::number::{Count, Percent, format_count};
use crate::model::sort::SmallSort;
use charming::component::Axis;
use charming::datatype::CompositeValue;
use charming::element::{AxisLabel, AxisLine, AxisTick, AxisType, LineStyle, SplitLine, Symbol};
use charming::series::Line;
use serde_json::{Value, json};

/// Cumulative counts over the steps of a period.
#[derive(Clone, Debug, PartialEq)]
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

/// A step of the time axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Given back when the step is picked.
    pub key: String,
    /// What stands at the axis.
    pub label: String,
}

/// A forecast for the end of the period.
#[derive(Clone, Debug, PartialEq)]
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

/// Shares reached by each day of a drive.
#[derive(Clone, Debug, PartialEq)]
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

/// Draws a drive's progress day by day as shares of the whole.
///
/// # Errors
/// [`Empty`] where there are no days, nobody is expected, or nothing has been reported.
pub fn progress_line(input: &ProgressLine, look: &Look) -> Result<Drawing, Empty> {
    let last = last_reported(&input.steps, &input.done)?;
    if input.whole == 0 {
        return Err(Empty::NoFigures);
    }
    let share = |count: Count| super::figure::length(count, input.whole);
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
            super::figure::ratio(count, input.whole, look),
            super::figure::percent(count, input.whole, look)
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
                super::figure::percent(done, input.whole, look)
            } else {
                written(done)
            },
            short: super::figure::percent(done, input.whole, look),
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

/// Everything that both kinds draw, in the axis' unit.
struct Lines<'a> {
    steps: &'a [Step],
    ticks: Vec<(f64, String)>,
    top: f64,
    hue: Hue,
    actual: Vec<Option<f64>>,
    written: Vec<String>,
    last: usize,
    /// The name and value at the line's end, and the value alone where there is no room.
    label: String,
    short: String,
    before: Option<(String, Vec<Option<f64>>)>,
    target: Option<(String, f64)>,
    pace: Option<String>,
    forecast: Option<(String, [f64; 3])>,
    area: bool,
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

/// A label at the right edge of the plot.
struct EndLabel {
    text: String,
    colour: String,
    bold: bool,
    value: f64,
}

fn draw(input: Lines<'_>, look: &Look) -> Result<Drawing, Empty> {
    let theme = look.theme();
    let count = input.steps.len();
    let width = look.drawable();
    let hue_ink = look.word_colour(input.hue);
    let at_end = input.last + 1 == count;

    let mut ends: Vec<EndLabel> = Vec::new();
    let mut end = |text: &str, colour: &str, bold: bool, value: f64| {
        ends.push(EndLabel {
            text: text.to_owned(),
            colour: colour.to_owned(),
            bold,
            value,
        });
    };
    if let Some((label, value)) = &input.target {
        end(label, theme.ink, true, *value);
        if let Some(pace) = &input.pace {
            end(pace, theme.muted, false, *value - input.top * 0.001);
        }
    }
    if let Some((label, [_, middle, _])) = &input.forecast {
        end(label, &hue_ink, false, *middle);
    }
    if at_end {
        end(
            &input.label,
            &hue_ink,
            true,
            input.actual.get(input.last).copied().flatten().unwrap_or_default(),
        );
    }
    if let Some((label, figures)) = &input.before
        && let Some(Some(value)) = figures.iter().rfind(|figure| figure.is_some())
    {
        end(label, theme.muted, false, *value);
    }

    // Labels stand in a column at the right; on a phone they may break, never take over the plot.
    let limit = if look.narrow() {
        width * 0.26
    } else {
        look.scaled(190.0)
    };
    for label in &mut ends {
        label.text = lettering::greedy(&label.text, look.text(), limit).join("\n");
    }
    let column = ends
        .iter()
        .flat_map(|label| label.text.lines())
        .map(|line| lettering::width_bold(line, look.text()))
        .fold(look.scaled(16.0), f64::max);
    let left = input
        .ticks
        .iter()
        .map(|(_, text)| lettering::width(text, look.text()))
        .fold(0.0, f64::max)
        + look.scaled(10.0);
    let plot_height = look.scaled(if look.narrow() { 220.0 } else { 280.0 });
    let margins = Margins {
        left,
        top: look.scaled(14.0),
        right: (column + look.scaled(12.0)).ceil(),
        bottom: look.line() + look.scaled(10.0),
    };
    let plot_width = (width - margins.left - margins.right).max(60.0);

    let mut sketch = Sketch::new(look, margins);
    sketch.keys = input.steps.iter().map(|step| step.key.clone()).collect();
    sketch.axes(
        time_axis(input.steps, plot_width, false, look),
        silent_value_axis(input.top),
    );
    finish_time_axis(&mut sketch, look);
    let grid = input
        .ticks
        .iter()
        .map(|(value, text)| rules::gridline(Across::Y(*value), text, look))
        .collect();
    sketch.series(
        silent_line(Vec::new()),
        json!({"markLine": rules::lines(grid), "silent": true, "z": 0}),
        Vec::new(),
    );

    if let Some((_, figures)) = &input.before {
        sketch.series(
            silent_line(points(figures)).line_style(stroke(theme.faint, 2.0, look)),
            json!({"silent": true, "itemStyle": {"color": theme.faint}, "z": 2}),
            Vec::new(),
        );
    }
    if let (Some((_, value)), Some(_)) = (&input.target, &input.pace) {
        let pace: Vec<Option<f64>> = (1..=count)
            .map(|step| Some(value * step as f64 / count as f64))
            .collect();
        sketch.series(
            silent_line(points(&pace)).line_style(stroke(theme.muted, 1.0, look)),
            json!({"silent": true, "itemStyle": {"color": theme.muted}, "z": 2}),
            Vec::new(),
        );
    }
    forecast(&mut sketch, &input, look);
    actual(&mut sketch, &input, at_end, [plot_width, plot_height], &hue_ink, look);
    sketch.graphic(end_labels(
        ends,
        width - column,
        margins.top,
        plot_height,
        input.top,
        look,
    ));
    Ok(sketch.finish(margins.top + plot_height + margins.bottom))
}

/// The line itself, with the value written at its last point where that is not the end of the axis.
fn actual(sketch: &mut Sketch, input: &Lines<'_>, at_end: bool, plot: [f64; 2], ink: &str, look: &Look) {
    let [plot_width, plot_height] = plot;
    let fill = look.fill(input.hue);
    let last = input.actual.get(input.last).copied().flatten().unwrap_or_default();
    // Where a rising line leaves room: above it to the left, unless the target's line or the pace is
    // there; then below it to the right.
    let below = input.target.as_ref().is_some_and(|(_, target)| {
        let pace = target * (input.last + 1) as f64 / input.steps.len() as f64;
        let to_line = (target - last) / input.top * plot_height;
        last < pace || (0.0..look.line() * 1.8).contains(&to_line)
    });
    let marks = (0..input.steps.len())
        .map(|place| {
            let written = input.written.get(place).map(String::as_str).unwrap_or_default();
            let step = &input.steps[place];
            let mut mark = json!({"name": step.key, "tooltip": tooltip(&[&step.label, written])});
            if place != input.last && input.steps.len() > 16 {
                mark["symbol"] = json!("none");
            }
            if place == input.last {
                let passed = plot_width * place as f64 / (input.steps.len().max(2) - 1) as f64;
                let room = if below || place == 0 {
                    plot_width - passed
                } else {
                    passed
                };
                let text = if lettering::width_bold(&input.label, look.text()) < room {
                    &input.label
                } else {
                    &input.short
                };
                mark["symbolSize"] = json!(look.scaled(8.0));
                mark["label"] = json!({
                    "show": !at_end,
                    "position": if below { "bottom" } else { "top" },
                    "align": if below || place == 0 { "left" } else { "right" },
                    "distance": look.scaled(if below { 6.0 } else { 8.0 }),
                    "offset": [look.scaled(if below { -2.0 } else { 6.0 }), 0],
                    "textBorderColor": look.theme().surface,
                    "textBorderWidth": 3,
                    "formatter": literal(text),
                    "color": ink,
                    "fontFamily": FONT,
                    "fontSize": look.text(),
                    "fontWeight": 600,
                });
            }
            mark
        })
        .collect();
    let mut addition = json!({
        "itemStyle": {"color": fill, "borderColor": look.theme().surface, "borderWidth": 2},
        "symbol": "circle",
        "symbolSize": look.scaled(6.0),
        "showAllSymbol": true,
        "cursor": "pointer",
        "z": 5,
    });
    if input.area {
        addition["areaStyle"] = json!({"color": fill, "opacity": 0.12});
    }
    if let Some((_, value)) = &input.target {
        addition["markLine"] = rules::lines(vec![rules::target(Across::Y(*value), "", look)]);
    }
    sketch.series(
        Line::new()
            .show_symbol(true)
            .line_style(stroke(fill, 2.5, look))
            .data(points(&padded(&input.actual, input.steps.len()))),
        addition,
        marks,
    );
}

/// From the last report to the end of the period: dashed, inside the area of its range.
fn forecast(sketch: &mut Sketch, input: &Lines<'_>, look: &Look) {
    let (Some((_, range)), Some(Some(start))) = (&input.forecast, input.actual.get(input.last)) else {
        return;
    };
    let count = input.steps.len();
    let steps = (count - 1 - input.last).max(1) as f64;
    let towards = |end: f64| -> Vec<Option<f64>> {
        (0..count)
            .map(|place| {
                let passed = place.checked_sub(input.last)? as f64;
                Some(start + (end - start) * passed / steps)
            })
            .collect()
    };
    let [low, middle, high] = range.map(towards);
    let spread: Vec<Option<f64>> = low
        .iter()
        .zip(&high)
        .map(|(low, high)| Some((*high)? - (*low)?))
        .collect();
    let fill = look.fill(input.hue);
    let hidden = json!({"silent": true, "lineStyle": {"width": 0, "opacity": 0}, "z": 1});
    sketch.series(silent_line(points(&low)).stack("range"), hidden.clone(), Vec::new());
    let mut band = hidden;
    band["areaStyle"] = json!({"color": fill, "opacity": if look.dark { 0.24 } else { 0.16 }});
    sketch.series(silent_line(points(&spread)).stack("range"), band, Vec::new());
    sketch.series(
        silent_line(points(&middle)),
        json!({
            "silent": true,
            "itemStyle": {"color": fill},
            "lineStyle": {"color": fill, "width": 2, "type": [look.scaled(5.0), look.scaled(4.0)]},
            "z": 4,
        }),
        Vec::new(),
    );
}

/// Sets labels beside the values they belong to, pushed apart where they would overlap.
fn end_labels(mut labels: Vec<EndLabel>, x: f64, top: f64, height: f64, most: f64, look: &Look) -> Vec<Value> {
    labels.small_sort_by(|a, b| b.value.total_cmp(&a.value));
    let heights: Vec<f64> = labels
        .iter()
        .map(|label| label.text.lines().count() as f64 * look.line())
        .collect();
    let wanted: Vec<f64> = labels
        .iter()
        .zip(&heights)
        .map(|(label, size)| top + height * (1.0 - label.value / most) - size / 2.0)
        .collect();
    let placed = spread(&wanted, &heights, look.scaled(2.0), 0.0, top + height + look.line());
    labels
        .iter()
        .zip(placed)
        .map(|(label, y)| rules::text_at(x, y, &label.text, "left", &label.colour, label.bold, look))
        .collect()
}

/// Moves boxes of the given tops and heights apart, down first and back up where the floor is hit.
fn spread(wanted: &[f64], heights: &[f64], gap: f64, ceiling: f64, floor: f64) -> Vec<f64> {
    let mut tops = wanted.to_vec();
    let mut free = ceiling;
    for (top, height) in tops.iter_mut().zip(heights) {
        *top = top.max(free);
        free = *top + height + gap;
    }
    let mut limit = floor;
    for (top, height) in tops.iter_mut().zip(heights).rev() {
        *top = top.min(limit - height);
        limit = *top - gap;
    }
    tops
}

fn padded(figures: &[Option<f64>], count: usize) -> Vec<Option<f64>> {
    let mut figures = figures.to_vec();
    figures.resize(count, None);
    figures
}

fn points(figures: &[Option<f64>]) -> Vec<CompositeValue> {
    figures.iter().map(|figure| CompositeValue::from(*figure)).collect()
}

fn silent_line(data: Vec<CompositeValue>) -> Line {
    Line::new().show_symbol(false).symbol(Symbol::None).data(data)
}

fn stroke(colour: &str, width: f64, look: &Look) -> LineStyle {
    LineStyle::new()
        .color(colour)
        .width(if look.projector { width * 1.6 } else { width })
}

/// A category axis of steps with as many labels as fit.
pub(super) fn time_axis(steps: &[Step], plot_width: f64, bands: bool, look: &Look) -> Axis {
    let widest = steps
        .iter()
        .map(|step| lettering::width(&step.label, look.text()))
        .fold(1.0, f64::max)
        + look.scaled(7.0);
    let fit = (plot_width / widest).floor().max(2.0);
    let every = (steps.len() as f64 / fit).ceil().max(1.0);
    Axis::new()
        .type_(AxisType::Category)
        .boundary_gap(charming::element::BoundaryGap::CategoryAxis(bands))
        .axis_label(AxisLabel::new().show(true).interval(every - 1.0))
        .axis_line(AxisLine::new().show(false))
        .axis_tick(AxisTick::new().show(false))
        .split_line(SplitLine::new().show(false))
        .data(steps.iter().map(|step| step.label.clone()).collect())
}

/// What the time axis' type has no field for.
pub(super) fn finish_time_axis(sketch: &mut Sketch, look: &Look) {
    sketch.add_at(
        "/xAxis/axisLabel",
        json!({"color": look.theme().muted, "fontFamily": FONT, "fontSize": look.text(), "margin": look.scaled(8.0)}),
    );
    sketch.add_at("/xAxis/triggerEvent", json!(true));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_never_overlap() {
        let placed = spread(&[10.0, 11.0, 12.0, 200.0], &[20.0; 4], 2.0, 0.0, 210.0);
        for pair in placed.windows(2) {
            assert!(pair[1] - pair[0] >= 22.0, "{placed:?}");
        }
        assert!(placed[3] + 20.0 <= 210.0 && placed[0] >= 0.0, "{placed:?}");
    }
}
