//! Counts in blocks: each block is headed by who did something, and has a bar for everything that was done. What
//! was not done has no row, so that a wide matrix stays readable on a phone.

use super::Empty;
use super::look::{Hue, Look};
use super::option::Drawing;
use super::rows::{self, Row, RowFrame, Slots};
use super::sketch::{Sketch, silent_value_axis, tooltip};
use crate::model::from_json::FromJson;
use crate::model::number::{Count, format_count};
use charming::datatype::DataPointItem;
use charming::series::Bar;
use serde::Serialize;
use serde_json::{Value, json};

/// Blocks one below the other.
#[derive(Clone, Debug, PartialEq, Serialize, FromJson)]
pub struct Blocks {
    /// The blocks in the order they are shown; one without rows is left out.
    pub blocks: Vec<Block>,
}

/// One block.
#[derive(Clone, Debug, PartialEq, Serialize, FromJson)]
pub struct Block {
    /// Its head.
    pub name: String,
    /// Its bars.
    pub rows: Vec<BlockRow>,
}

/// A bar of a block.
#[derive(Clone, Debug, PartialEq, Serialize, FromJson)]
pub struct BlockRow {
    /// The key that a picked bar gives.
    #[serde(default)]
    pub key: String,
    /// What is counted.
    pub name: String,
    /// How many.
    pub count: Count,
    /// Its colour.
    pub hue: Hue,
    /// The counting unit, where the bars of the blocks have several: bars of one are drawn by a scale of their own.
    #[serde(default)]
    pub of: String,
}

/// A line of the drawing.
enum Line<'a> {
    Head(&'a Block),
    Bar(&'a Block, &'a BlockRow),
}

/// Draws the blocks.
///
/// # Errors
/// [`Empty`] where there are no blocks, or none counts anything.
pub fn blocks(input: &Blocks, look: &Look) -> Result<Drawing, Empty> {
    if input.blocks.is_empty() {
        return Err(Empty::NoRows);
    }
    let held = input.blocks.iter().filter(|block| !block.rows.is_empty());
    let lines: Vec<Line<'_>> = held
        .flat_map(|block| std::iter::once(Line::Head(block)).chain(block.rows.iter().map(|row| Line::Bar(block, row))))
        .collect();
    let bars = || {
        lines.iter().filter_map(|line| match line {
            Line::Bar(_, row) => Some(*row),
            Line::Head(_) => None,
        })
    };
    let most = bars().map(|row| row.count).max().filter(|most| *most > 0);
    let most = most.ok_or(Empty::NoFigures)?;
    // Organisations and members have no length in common: the longest bar of each is as long as any.
    let reach = |row: &BlockRow| {
        let own = bars().filter(|other| other.of == row.of).map(|other| other.count).max();
        row.count as f64 * most as f64 / own.unwrap_or(most).max(1) as f64
    };
    let written = |count: Count| (String::new(), format_count(count, look.lang));
    let values: Vec<(String, String)> = bars().map(|row| written(row.count)).collect();
    let slots = Slots::of(values.iter(), look);
    // A head stands over the bars too: its length is not that of the column of names.
    let names: Vec<String> = lines
        .iter()
        .map(|line| match line {
            Line::Head(_) => String::new(),
            Line::Bar(_, row) => row.name.clone(),
        })
        .collect();
    let frame = RowFrame::beside(&names, slots.width(), look.scaled(2.0), look);
    let end = most as f64;

    let mut sketch = Sketch::new(look, frame.margins);
    sketch.axes(silent_value_axis(end), frame.axis());
    let rows: Vec<Row> = (0..lines.len()).map(Row::Unit).collect();
    frame.finish_axis(&mut sketch, &rows, look);
    sketch.keys = lines
        .iter()
        .map(|line| match line {
            Line::Head(_) => String::new(),
            Line::Bar(_, row) => row.key.clone(),
        })
        .collect();
    let mut points: Vec<DataPointItem> = Vec::new();
    let mut marks: Vec<Value> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        match line {
            Line::Head(block) => {
                sketch.add_at(
                    format!("/yAxis/data/{at}"),
                    json!({"value": block.name, "textStyle": {
                        "align": "left",
                        "verticalAlign": "middle",
                        "padding": [look.scaled(10.0), 0, 0, 0],
                        "color": look.theme().ink,
                        "fontWeight": 600,
                    }}),
                );
                points.push(DataPointItem::new(0.0));
                marks.push(json!({"tooltip": {"show": false}}));
            }
            Line::Bar(block, row) => {
                let value = written(row.count);
                points.push(DataPointItem::new(reach(row)).name(row.key.as_str()));
                marks.push(json!({
                    "itemStyle": {"color": look.fill(row.hue), "borderRadius": [0, 2, 2, 0]},
                    "label": rows::value_label(&value, slots, look.scaled(6.0), look),
                    "tooltip": tooltip(&[&block.name, &format!("{}: {}", row.name, value.1)]),
                }));
            }
        }
    }
    sketch.series(
        Bar::new().bar_width(frame.bar).data(points),
        json!({"z": 3, "cursor": "pointer"}),
        marks,
    );
    Ok(sketch.finish(frame.height()))
}
