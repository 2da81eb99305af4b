//! Progress to a target: a bar that grows towards the target's line, with a tick where an even pace
//! would be today. Every row is drawn as a share of its own target, so that rows of different counting
//! units can stand under each other.

use super::Empty;
use super::figure::{length, percent, ratio};
use super::look::{Hue, Look};
use super::option::Drawing;
use super::rows::{self, Row, RowFrame, Slots};
use super::rules::{self, Across};
use super::sketch::{Sketch, silent_value_axis, tooltip};
use crate::model::from_json::FromJson;
use crate::model::number::Count;
use charming::datatype::DataPointItem;
use charming::series::Bar;
use serde::Serialize;
use serde_json::{Value, json};

/// Targets and how far each has been reached.
#[derive(Clone, Debug, PartialEq, Serialize, FromJson)]
pub struct Bullets {
    /// The targets, in the order they are shown.
    pub rows: Vec<Bullet>,
    /// The label of the target's line, such as "Chỉ tiêu".
    pub target_label: String,
    /// What the tick of the pace is, such as "mức cần đạt đến 30/9".
    pub pace_label: String,
}

/// One target.
#[derive(Clone, Debug, PartialEq, Serialize, FromJson)]
pub struct Bullet {
    /// Given back when the row is picked.
    pub key: String,
    /// What is to be reached.
    pub name: String,
    /// How much has been; `None` where nothing has been reported.
    pub value: Option<Count>,
    /// What is written behind the bar where it is not the ratio of the two: the parts, then the rate. Without a value,
    /// what is known all the same.
    pub written: Option<(String, String)>,
    /// How much is asked for; more than zero.
    pub target: Count,
    /// How much an even pace would have reached by now.
    pub pace: Option<Count>,
    /// The measure's colour.
    pub hue: Hue,
}

/// Draws one bullet a target.
///
/// # Errors
/// [`Empty`] where there are no targets, or none with something to reach.
pub fn bullets(input: &Bullets, look: &Look) -> Result<Drawing, Empty> {
    if input.rows.is_empty() {
        return Err(Empty::NoRows);
    }
    if input
        .rows
        .iter()
        .all(|row| (row.target == 0 || row.value.is_none()) && row.written.is_none())
    {
        return Err(Empty::NoFigures);
    }
    let names: Vec<String> = input.rows.iter().map(|row| row.name.clone()).collect();
    let written: Vec<(String, String)> = input
        .rows
        .iter()
        .map(|row| match (row.value, &row.written) {
            (_, Some(written)) => written.clone(),
            (Some(value), None) => (ratio(value, row.target, look), percent(value, row.target, look)),
            (None, None) => (String::new(), look.words.not_reported.to_owned()),
        })
        .collect();
    let slots = Slots::of(written.iter(), look);
    let value_px = slots.width();
    let paced = input.rows.iter().any(|row| row.pace.is_some());
    // The target's label and the pace's key share the head where there is room for both.
    let head_lines = if paced && look.narrow() { 2.0 } else { 1.0 };
    let head = head_lines * look.line() + look.scaled(8.0);
    let frame = RowFrame::new(&names, value_px, head, 1, look);
    let end = input
        .rows
        .iter()
        .filter_map(|row| row.value.map(|value| length(value, row.target)))
        .fold(100.0, f64::max);
    let pixels = frame.plot / end;

    let mut sketch = Sketch::new(look, frame.margins);
    sketch.keys = input.rows.iter().map(|row| row.key.clone()).collect();
    sketch.axes(silent_value_axis(end), frame.axis());
    let rows: Vec<Row> = (0..input.rows.len()).map(Row::Unit).collect();
    frame.finish_axis(&mut sketch, &rows, look);
    frame.spacer(&mut sketch);

    let mut points = Vec::new();
    let mut marks: Vec<Value> = Vec::new();
    let mut ends = Vec::new();
    for (row, written) in input.rows.iter().zip(&written) {
        let Some(value) = row.value else {
            points.push(DataPointItem::new(100.0).name(row.key.clone()));
            let mut mark = rows::missing_mark(&row.name, look);
            if row.written.is_some() {
                mark["label"] = rows::value_label(written, slots, look.scaled(6.0), look);
                mark["tooltip"] = tooltip(&[&row.name, &written.0, look.words.not_reported]);
            }
            marks.push(mark);
            ends.push(None);
            continue;
        };
        let reached = length(value, row.target);
        // The track leads to the label, past the pace's tick and the target's line.
        let distance = (100.0 - reached).max(0.0) * pixels + look.scaled(6.0);
        let mut style = json!({"color": look.fill(row.hue), "borderRadius": [0, 2, 2, 0]});
        if let Some(pattern) = look.pattern(1) {
            style["decal"] = pattern;
        }
        points.push(DataPointItem::new(reached).name(row.key.clone()));
        ends.push(Some(reached));
        marks.push(json!({
            "itemStyle": style,
            "label": rows::value_label(written, slots, distance, look),
            "tooltip": tooltip(&[&row.name, &format!("{} · {}", written.0, written.1)]),
        }));
    }
    sketch.series(
        Bar::new().stack("row").bar_width(frame.bar).data(points),
        json!({
            "cursor": "pointer",
            "z": 3,
            "markLine": rules::lines(if frame.above { Vec::new() } else { vec![rules::target(Across::X(100.0), "", look)] }),
        }),
        marks,
    );
    rows::tracks(&mut sketch, &ends, "row", frame.bar, look);
    pace_ticks(&mut sketch, input, &frame, look);
    let mut head = vec![rules::label_over(
        &input.target_label,
        frame.margins.left + 100.0 * pixels,
        look,
    )];
    if paced {
        let mut key = rules::tick_key(frame.margins.left, &input.pace_label, look.theme().muted, look);
        if head_lines > 1.0 {
            for element in &mut key {
                element["y"] = json!(element["y"].as_f64().unwrap_or_default() + look.line());
            }
        }
        head.extend(key);
    }
    sketch.graphic(head);
    Ok(sketch.finish(frame.height()))
}

/// Where an even pace would be, in muted ink; on a phone also the target itself.
fn pace_ticks(sketch: &mut Sketch, input: &Bullets, frame: &RowFrame, look: &Look) {
    let rows = || input.rows.iter().enumerate();
    let paces: Vec<(f64, usize)> = rows()
        .filter_map(|(place, row)| Some((length(row.pace?, row.target), place)))
        .collect();
    frame.ticks(sketch, &paces, look.theme().muted, look);
    if frame.above {
        let targets: Vec<(f64, usize)> = rows().map(|(place, _)| (100.0, place)).collect();
        frame.ticks(sketch, &targets, look.theme().ink, look);
    }
}
