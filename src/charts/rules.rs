//! Hairlines with their numbers, and the target's line: marked lines of a silent series, because an
//! axis of ECharts writes numbers by its own convention and a script would be needed to change it.

use super::lettering;
use super::look::Look;
use super::sketch::{FONT, Sketch, literal};
use charming::component::{Legend, LegendItem};
use serde_json::{Value, json};

/// The end of an axis of shares that are stacked: a hair over 100, since shares added up as floating
/// point numbers may be, and what passes the end loses its label.
pub(super) const WHOLE: f64 = 100.001;

/// Which way a line runs.
#[derive(Clone, Copy)]
pub(super) enum Across {
    /// At a value of the x axis, from bottom to top.
    X(f64),
    /// At a value of the y axis, from left to right.
    Y(f64),
}

impl Across {
    fn at(self) -> (&'static str, f64) {
        match self {
            Across::X(value) => ("xAxis", value),
            Across::Y(value) => ("yAxis", value),
        }
    }
}

/// A gridline; its number stands at the axis.
pub(super) fn gridline(across: Across, text: &str, look: &Look) -> Value {
    let (axis, value) = across.at();
    json!({
        axis: value,
        "lineStyle": {"color": look.theme().hairline, "width": if look.projector { 2.0 } else { 1.0 }, "type": "solid"},
        "label": {
            "show": !text.is_empty(),
            "position": "start",
            "distance": look.scaled(6.0),
            "formatter": literal(text),
            "color": look.theme().muted,
            "fontFamily": FONT,
            "fontSize": look.text(),
        },
    })
}

/// The target: a dashed ink line. Its label stands at the line's end, or is drawn by the builder.
pub(super) fn target(across: Across, text: &str, look: &Look) -> Value {
    let (axis, value) = across.at();
    json!({
        axis: value,
        "lineStyle": {
            "color": look.theme().ink,
            "width": if look.projector { 2.5 } else { 1.5 },
            "type": [look.scaled(4.0), look.scaled(3.0)],
        },
        "label": {
            "show": !text.is_empty(),
            "position": "end",
            "distance": look.scaled(4.0),
            "formatter": literal(text),
            "color": look.theme().ink,
            "fontFamily": FONT,
            "fontSize": look.text(),
            "fontWeight": 500,
        },
    })
}

/// The marked lines of a series.
pub(super) fn lines(lines: Vec<Value>) -> Value {
    json!({"symbol": "none", "silent": true, "animation": false, "data": lines})
}

/// A text at fixed pixels.
pub(super) fn text_at(x: f64, y: f64, text: &str, align: &str, colour: &str, bold: bool, look: &Look) -> Value {
    json!({
        "type": "text",
        "silent": true,
        "x": x.round(),
        "y": y.round(),
        "style": {
            "text": text,
            "fill": colour,
            "fontFamily": FONT,
            "fontSize": look.text(),
            "fontWeight": if bold { 600 } else { 400 },
            "lineHeight": look.line(),
            "align": align,
            "verticalAlign": "top",
        },
    })
}

/// Says what the ticks on the bars are: a tick and a text at the head of the plot.
pub(super) fn tick_key(x: f64, text: &str, colour: &str, look: &Look) -> Vec<Value> {
    vec![
        json!({
            "type": "rect",
            "silent": true,
            "x": x.round(),
            "y": look.scaled(2.0),
            "shape": {"x": 0, "y": 0, "width": look.scaled(2.0), "height": look.scaled(13.0)},
            "style": {"fill": colour},
        }),
        text_at(x + look.scaled(8.0), 0.0, text, "left", look.theme().muted, false, look),
    ]
}

/// The names of fills in a row at the top left, and how high that row is.
pub(super) fn legend(sketch: &mut Sketch, names: &[String], width: f64, look: &Look) {
    let items = names
        .iter()
        .map(|name| LegendItem::from((name.clone(), "roundRect".to_owned())))
        .collect();
    sketch.legend(Legend::new().left(0.0).top(0.0).data::<LegendItem>(items));
    sketch.add_at(
        "/legend",
        json!({
            "selectedMode": false,
            "width": width,
            "padding": 0,
            "itemGap": look.scaled(16.0),
            "itemWidth": look.scaled(12.0),
            "itemHeight": look.scaled(12.0),
            "textStyle": {"color": look.theme().ink, "fontFamily": FONT, "fontSize": look.text(), "lineHeight": look.line()},
        }),
    );
}

/// How high a legend of these names is.
pub(super) fn legend_height(names: &[String], width: f64, look: &Look) -> f64 {
    let mut lines = 1.0;
    let mut used = 0.0;
    for name in names {
        let item = look.scaled(12.0 + 5.0 + 16.0) + lettering::width(name, look.text());
        if used > 0.0 && used + item > width {
            lines += 1.0;
            used = 0.0;
        }
        used += item;
    }
    // ECharts leaves the gap of items between lines too.
    look.line() + look.scaled(14.0) + (lines - 1.0) * (look.line() + look.scaled(16.0))
}

/// A target's label above the plot, kept inside the drawing.
pub(super) fn label_over(label: &str, x: f64, look: &Look) -> Value {
    let half = lettering::width_bold(label, look.text()) / 2.0;
    let x = x.clamp(half, (look.drawable() - half).max(half));
    text_at(x, 0.0, label, "center", look.theme().ink, true, look)
}
