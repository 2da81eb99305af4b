//! What both kinds of line draw, in the axis' unit: the line, its target and pace, last year's, the forecast, and
//! the labels at the right edge.

use super::Step;
use super::axis::{finish_time_axis, time_axis};
use crate::charts::look::{Hue, Look};
use crate::charts::option::Drawing;
use crate::charts::rules::{self, Across};
use crate::charts::sketch::{FONT, Margins, Sketch, literal, silent_value_axis, tooltip};
use crate::charts::{Empty, lettering};
use crate::model::sort::SmallSort;
use charming::datatype::CompositeValue;
use charming::element::{LineStyle, Symbol};
use charming::series::Line;
use serde_json::{Value, json};

/// Everything that both kinds draw, in the axis' unit.
pub struct Lines<'a> {
    pub steps: &'a [Step],
    pub ticks: Vec<(f64, String)>,
    pub top: f64,
    pub hue: Hue,
    pub actual: Vec<Option<f64>>,
    pub written: Vec<String>,
    pub last: usize,
    /// The name and value at the line's end, and the value alone where there is no room.
    pub label: String,
    pub short: String,
    pub before: Option<(String, Vec<Option<f64>>)>,
    pub target: Option<(String, f64)>,
    pub pace: Option<String>,
    pub forecast: Option<(String, [f64; 3])>,
    pub area: bool,
}

/// A label at the right edge of the plot.
struct EndLabel {
    text: String,
    colour: String,
    bold: bool,
    value: f64,
}

pub fn draw(input: Lines<'_>, look: &Look) -> Result<Drawing, Empty> {
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
    let margins = Margins {
        left,
        top: look.scaled(14.0),
        right: (column + look.scaled(12.0)).ceil(),
        bottom: look.line() + look.scaled(14.0),
    };
    let usual = if look.narrow() { 220.0 } else { 280.0 };
    let plot_height = look.plot_height(usual, margins.top + margins.bottom);
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
        .width(if look.projector { (width * 1.6).max(3.0) } else { width })
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
