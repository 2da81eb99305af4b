//! Units × drives or months: a table whose cells are shaded, with the numbers in them.

use super::figure::{length, percent, ratio};
use super::look::{Hue, Look};
use super::option::Drawing;
use super::sketch::{FONT, Margins, Sketch, tooltip};
use super::{Empty, lettering, ranked_bars::Amount};
use crate::model::from_json::FromJson;
use crate::model::number::{Count, format_count};
use charming::component::Axis;
use charming::datatype::{DataFrame, DataPoint};
use charming::element::{AxisLabel, AxisLine, AxisTick, AxisType, SplitLine};
use charming::series::Heatmap;
use serde::Serialize;
use serde_json::{Value, json};

/// A table of figures.
#[derive(Clone, Debug, PartialEq, Serialize, FromJson)]
pub struct HeatMap {
    /// The columns, left to right.
    pub columns: Vec<Head>,
    /// The rows, top to bottom.
    pub rows: Vec<Head>,
    /// One list a row, one cell a column; `None` where the figure does not apply.
    pub cells: Vec<Vec<Option<Amount>>>,
    /// The measure's colour.
    pub hue: Hue,
}

/// A row or a column.
#[derive(Clone, Debug, PartialEq, Serialize, FromJson)]
pub struct Head {
    /// A picked cell gives `row|column`, a picked name its own key.
    pub key: String,
    /// The name.
    pub name: String,
}

/// Draws a shaded table.
///
/// # Errors
/// [`Empty`] where there are no rows or columns, or no cell has a figure.
pub fn heat_map(input: &HeatMap, look: &Look) -> Result<Drawing, Empty> {
    if input.rows.is_empty() || input.columns.is_empty() {
        return Err(Empty::NoRows);
    }
    let cells = || input.cells.iter().flatten().flatten();
    if cells().all(|amount| *amount == Amount::NotReported) {
        return Err(Empty::NoFigures);
    }
    let most = cells()
        .map(|amount| match amount {
            Amount::Count { count, .. } => *count,
            _ => 0,
        })
        .max()
        .unwrap_or_default();

    let shown = if input.rows.len() > look.fold().most {
        look.fold().most
    } else {
        input.rows.len()
    };
    let rows = &input.rows[..shown];
    let frame = Frame::new(input, rows, look);
    let mut sketch = Sketch::new(look, frame.margins);
    sketch.keys = rows.iter().map(|row| row.key.clone()).collect();
    sketch.folded = input.rows.len() - shown;
    sketch.width_px = frame.width;
    sketch.axes(category(&frame.columns), category(&frame.rows).inverse(true));
    axis_texts(&mut sketch, &frame, look);

    let mut points: Vec<DataFrame> = Vec::new();
    let mut marks = Vec::new();
    for (y, (row, amounts)) in rows.iter().zip(&input.cells).enumerate() {
        for (x, (column, amount)) in input.columns.iter().zip(amounts).enumerate() {
            let Some(amount) = amount else { continue };
            let part = shade(*amount, most);
            points.push(vec![
                DataPoint::from(x as i64),
                DataPoint::from(y as i64),
                DataPoint::from(part),
            ]);
            let mut mark = cell(*amount, part, input.hue, look);
            mark["name"] = json!(format!("{}|{}", row.key, column.key));
            mark["tooltip"] = tooltip(&[&row.name, &column.name, &in_full(*amount, look)]);
            marks.push(mark);
        }
    }
    sketch.series(
        Heatmap::new().data(points),
        json!({
            "cursor": "pointer",
            "label": {"show": true, "fontFamily": FONT, "fontSize": look.text()},
            "emphasis": {"itemStyle": {"borderColor": look.theme().ink, "borderWidth": 1}},
        }),
        marks,
    );
    Ok(sketch.finish(frame.height))
}

/// Names broken to their columns, and the size of everything.
struct Frame {
    columns: Vec<String>,
    rows: Vec<String>,
    margins: Margins,
    width: f64,
    height: f64,
}

impl Frame {
    fn new(input: &HeatMap, rows: &[Head], look: &Look) -> Frame {
        let size = look.text();
        let width = look.drawable();
        let widest = rows
            .iter()
            .map(|row| lettering::width(&row.name, size))
            .fold(0.0, f64::max);
        let column = if look.narrow() {
            look.scaled(150.0)
        } else {
            (width * 0.42).min(look.scaled(330.0))
        };
        let column = column.min(widest.ceil());
        // All rows are as high as the highest: on a phone one long name must not stretch seventy rows.
        let row_lines = if look.narrow() { 2 } else { 4 };
        let names: Vec<Vec<String>> = rows
            .iter()
            .map(|row| lettering::wrap_at_most(&row.name, size, column, row_lines))
            .collect();
        let lines = names.iter().map(Vec::len).max().unwrap_or(1) as f64;
        let left = column + look.scaled(10.0);
        // A cell is never narrower than the longest figure; a table too wide for a phone scrolls.
        let figure = input
            .cells
            .iter()
            .flatten()
            .flatten()
            .map(|amount| lettering::width(&in_short(*amount, look), size))
            .fold(look.scaled(16.0), f64::max)
            + look.scaled(12.0);
        let count = input.columns.len() as f64;
        let cell = ((width - left) / count).clamp(figure, look.scaled(120.0));
        let heads: Vec<Vec<String>> = input
            .columns
            .iter()
            .map(|head| lettering::wrap_at_most(&head.name, size, cell - look.scaled(6.0), 4))
            .collect();
        let head_lines = heads.iter().map(Vec::len).max().unwrap_or(1) as f64;
        let top = head_lines * look.line() + look.scaled(10.0);
        let row_px = lines * look.line() + look.scaled(8.0);
        let width_px = left + cell * count;
        Frame {
            columns: heads.into_iter().map(|lines| lines.join("\n")).collect(),
            rows: names.into_iter().map(|lines| lines.join("\n")).collect(),
            margins: Margins {
                left,
                top,
                right: (width - width_px).max(0.0),
                bottom: 0.0,
            },
            width: width_px.max(width),
            height: top + row_px * rows.len() as f64,
        }
    }
}

fn category(names: &[String]) -> Axis {
    Axis::new()
        .type_(AxisType::Category)
        .axis_label(AxisLabel::new().show(true).interval(0.0))
        .axis_line(AxisLine::new().show(false))
        .axis_tick(AxisTick::new().show(false))
        .split_line(SplitLine::new().show(false))
        .data(names.to_vec())
}

/// Column names above, row names from the left edge.
fn axis_texts(sketch: &mut Sketch, frame: &Frame, look: &Look) {
    let text =
        |colour: &str| json!({"color": colour, "fontFamily": FONT, "fontSize": look.text(), "lineHeight": look.line()});
    let mut columns = text(look.theme().muted);
    columns["margin"] = json!(look.scaled(6.0));
    sketch.add_at("/xAxis/axisLabel", columns);
    sketch.add_at("/xAxis/position", json!("top"));
    let mut rows = text(look.theme().ink);
    rows["align"] = json!("left");
    rows["margin"] = json!(frame.margins.left);
    sketch.add_at("/yAxis/axisLabel", rows);
    sketch.add_at("/yAxis/triggerEvent", json!(true));
}

/// How strongly a cell is shaded, 0 to 1.
fn shade(amount: Amount, most: Count) -> f64 {
    match amount {
        Amount::Share { part, whole } => (length(part, whole) / 100.0).min(1.0),
        Amount::Count { count, .. } => length(count, most.max(1)) / 100.0,
        Amount::NotReported => 0.0,
    }
}

/// What stands in the cell.
pub(super) fn in_short(amount: Amount, look: &Look) -> String {
    match amount {
        Amount::Share { part, whole } => percent(part, whole, look),
        Amount::Count { count, .. } => format_count(count, look.lang),
        Amount::NotReported => String::new(),
    }
}

/// What the tooltip says.
fn in_full(amount: Amount, look: &Look) -> String {
    match amount {
        Amount::Share { part, whole } => format!("{} · {}", ratio(part, whole, look), percent(part, whole, look)),
        Amount::Count {
            count,
            target: Some(target),
        } => ratio(count, target, look),
        Amount::Count { count, target: None } => format_count(count, look.lang),
        Amount::NotReported => look.words.not_reported.to_owned(),
    }
}

fn cell(amount: Amount, part: f64, hue: Hue, look: &Look) -> Value {
    let mut style = match amount {
        Amount::NotReported => look.not_reported(),
        _ => json!({"color": look.heat(hue, part)}),
    };
    style["borderColor"] = json!(look.theme().surface);
    style["borderWidth"] = json!(2);
    style["borderRadius"] = json!(3);
    json!({
        "itemStyle": style,
        "label": {
            "show": amount != Amount::NotReported,
            "formatter": in_short(amount, look),
            "color": look.on_fill(&look.heat(hue, part)),
        },
    })
}
