//! A drawing in the making: the typed chart and the additions to it, kept in step.

use super::look::Look;
use super::option::{Addition, Drawing};
use charming::Chart;
use charming::component::{Axis, Grid, Legend};
use charming::element::{AxisLabel, AxisLine, AxisTick, AxisType, SplitLine, Tooltip, Trigger};
use charming::series::Series;
use serde_json::{Value, json};

/// The font and what stands in for it where the file is opened without it.
pub(super) const FONT: &str = "'Be Vietnam Pro', 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif";

/// A drawing in the making.
pub(super) struct Sketch {
    chart: Chart,
    additions: Vec<Addition>,
    series: usize,
    pub keys: Vec<String>,
    pub folded: usize,
    pub width_px: f64,
}

/// The plot's distance from the edges of the drawing, in pixels.
#[derive(Clone, Copy, Debug)]
pub(super) struct Margins {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

impl Sketch {
    pub fn new(look: &Look, margins: Margins) -> Sketch {
        let theme = look.theme();
        let chart = Chart::new()
            .animation(look.motion)
            .animation_duration(if look.motion { 150 } else { 0 })
            .animation_duration_update(if look.motion { 150 } else { 0 })
            .tooltip(
                Tooltip::new()
                    .trigger(Trigger::Item)
                    .background_color(theme.ink)
                    .border_width(0.0)
                    .padding(charming::element::Padding::Double(look.scaled(6.0), look.scaled(10.0))),
            )
            .grid(
                Grid::new()
                    .left(margins.left)
                    .top(margins.top)
                    .right(margins.right)
                    .bottom(margins.bottom)
                    .contain_label(false),
            );
        let mut sketch = Sketch {
            chart,
            additions: Vec::new(),
            series: 0,
            keys: Vec::new(),
            folded: 0,
            width_px: look.drawable(),
        };
        // Text in tooltips is drawn, never parsed as HTML: names are what people typed.
        sketch.add_at(
            "/tooltip",
            json!({
                "renderMode": "richText",
                "confine": true,
                "transitionDuration": 0,
                "textStyle": {
                    "color": theme.surface,
                    "fontFamily": FONT,
                    "fontSize": look.text(),
                    "lineHeight": look.line(),
                },
            }),
        );
        // The builders leave room for names themselves; ECharts must not shrink the plot a second time.
        sketch.add_at("/grid/0/outerBoundsMode", json!("none"));
        sketch.add_at(
            "/textStyle",
            json!({"fontFamily": FONT, "fontSize": look.text(), "color": theme.ink}),
        );
        sketch
    }

    /// Notes an addition at a JSON pointer.
    pub fn add_at(&mut self, pointer: impl Into<String>, value: Value) {
        self.additions.push(Addition {
            at: pointer.into(),
            value,
        });
    }

    pub fn axes(&mut self, x: Axis, y: Axis) {
        self.chart = std::mem::take(&mut self.chart).x_axis(x).y_axis(y);
    }

    pub fn legend(&mut self, legend: Legend) {
        self.chart = std::mem::take(&mut self.chart).legend(legend);
    }

    /// Adds a series, what its type has no field for, and the same of each of its marks.
    pub fn series(&mut self, series: impl Into<Series>, addition: Value, marks: Vec<Value>) -> usize {
        let index = self.series;
        self.series += 1;
        self.chart = std::mem::take(&mut self.chart).series(series);
        if !addition.is_null() {
            self.add_at(format!("/series/{index}"), addition);
        }
        for (mark, value) in marks.into_iter().enumerate() {
            if !value.is_null() {
                self.add_at(format!("/series/{index}/data/{mark}"), value);
            }
        }
        index
    }

    /// Text and lines at fixed pixels, for what belongs to no series.
    pub fn graphic(&mut self, elements: Vec<Value>) {
        if !elements.is_empty() {
            self.add_at("/graphic", Value::Array(elements));
        }
    }

    pub fn finish(self, height_px: f64) -> Drawing {
        Drawing {
            chart: self.chart,
            height_px: height_px.ceil().max(1.0) as u32,
            width_px: self.width_px.ceil().max(1.0) as u32,
            keys: self.keys,
            folded: self.folded,
            additions: self.additions,
        }
    }
}

/// An axis of numbers from zero whose lines and labels the builder draws itself (`rules`), because
/// ECharts would write the numbers by its own convention.
pub(super) fn silent_value_axis(max: f64) -> Axis {
    Axis::new()
        .type_(AxisType::Value)
        .min(0.0)
        .max(max)
        .axis_label(AxisLabel::new().show(false))
        .axis_line(AxisLine::new().show(false))
        .axis_tick(AxisTick::new().show(false))
        .split_line(SplitLine::new().show(false))
}

/// Text with the signs that ECharts' templates react to made harmless; they look the same.
pub(super) fn literal(text: &str) -> String {
    text.replace('{', "{\u{2060}").replace('}', "\u{2060}}")
}

/// A tooltip of the given lines.
pub(super) fn tooltip(lines: &[&str]) -> Value {
    let lines: Vec<String> = lines
        .iter()
        .filter(|line| !line.is_empty())
        .map(|line| literal(line))
        .collect();
    json!({"formatter": lines.join("\n")})
}
