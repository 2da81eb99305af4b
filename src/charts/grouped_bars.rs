//! Groups compared, such as sectors, with one bar a series, such as members beside non-members.

use super::look::{Hue, Look};
use super::option::Drawing;
use super::ranked_bars::{Amount, TargetLine};
use super::rows::{self, Row, RowFrame, Slots};
use super::rules::{self, Across};
use super::sketch::{Sketch, silent_value_axis, tooltip};
use super::{Empty, heat_map::Head};
use crate::model::from_json::FromJson;
use charming::datatype::DataPointItem;
use charming::series::Bar;
use serde::Serialize;
use serde_json::{Value, json};

/// Groups and one figure a series of each.
#[derive(Clone, Debug, PartialEq, Serialize, FromJson)]
pub struct GroupedBars {
    /// The groups, in the order they are shown.
    pub groups: Vec<Head>,
    /// The series: name, colour, and one figure a group.
    pub series: Vec<Bars>,
    /// One target for all, as a percentage.
    pub target: Option<TargetLine>,
}

/// One series.
#[derive(Clone, Debug, PartialEq, Serialize, FromJson)]
pub struct Bars {
    /// Its name, such as "đảng viên".
    pub name: String,
    /// Its colour.
    pub hue: Hue,
    /// One figure a group; shares, or counts, or none.
    pub amounts: Vec<Amount>,
}

/// Draws groups in the given order.
///
/// # Errors
/// [`Empty`] where there are no groups or series, or no figure.
pub fn grouped_bars(input: &GroupedBars, look: &Look) -> Result<Drawing, Empty> {
    if input.groups.is_empty() || input.series.is_empty() {
        return Err(Empty::NoRows);
    }
    let amounts = || input.series.iter().flat_map(|series| &series.amounts);
    if amounts().all(|amount| amount.end().is_none()) {
        return Err(Empty::NoFigures);
    }
    let shares = amounts().any(|amount| matches!(amount, Amount::Share { .. }));
    let target = input.target.as_ref().map(|line| (line, line.at.value()));
    let end = amounts()
        .filter_map(|amount| amount.end())
        .chain(target.iter().map(|(_, value)| *value))
        .fold(if shares { 100.0 } else { 1.0 }, f64::max);
    let written: Vec<(String, String)> = amounts().map(|amount| amount.written(look)).collect();
    let slots = Slots::of(written.iter(), look);
    let value_px = slots.width();

    let names: Vec<String> = input.groups.iter().map(|group| group.name.clone()).collect();
    let series_names: Vec<String> = input.series.iter().map(|series| series.name.clone()).collect();
    let legend = input.series.len() > 1;
    let legend_px = if legend {
        rules::legend_height(&series_names, look.drawable(), look)
    } else {
        0.0
    };
    let head = legend_px
        + if target.is_some() {
            look.line() + look.scaled(8.0)
        } else {
            look.scaled(2.0)
        };
    let frame = RowFrame::new(&names, value_px, head, input.series.len(), look);
    let pixels = frame.plot / end;

    let tracked = shares && end <= 100.0;

    let mut sketch = Sketch::new(look, frame.margins);
    sketch.keys = input.groups.iter().map(|group| group.key.clone()).collect();
    sketch.axes(silent_value_axis(end), frame.axis());
    if legend {
        rules::legend(&mut sketch, &series_names, look.drawable(), look);
    }
    let rows: Vec<Row> = (0..input.groups.len()).map(Row::Unit).collect();
    frame.finish_axis(&mut sketch, &rows, look);
    frame.spacer(&mut sketch);
    for (place, series) in input.series.iter().enumerate() {
        let mut points = Vec::new();
        let mut marks: Vec<Value> = Vec::new();
        let mut ends = Vec::new();
        for (index, group) in input.groups.iter().enumerate() {
            let amount = series.amounts.get(index).copied().unwrap_or(Amount::NotReported);
            ends.push(amount.end());
            let Some(value) = amount.end() else {
                points.push(DataPointItem::new(end).name(group.key.clone()));
                marks.push(rows::missing_mark(&group.name, look));
                continue;
            };
            let written = amount.written(look);
            let near = look.scaled(6.0);
            let away = target.map(|(_, line)| (line - value) * pixels);
            let distance = match away {
                _ if tracked => (100.0 - value) * pixels + near,
                Some(away) if (0.0..near * 2.0 + value_px).contains(&away) => away + near,
                _ => near,
            };
            points.push(DataPointItem::new(value).name(group.key.clone()));
            marks.push(json!({
                "label": rows::value_label(&written, slots, distance, look),
                "tooltip": tooltip(&[&group.name, &format!("{}: {} {}", series.name, written.0, written.1)]),
            }));
        }
        let mut style = json!({"color": look.fill(series.hue), "borderRadius": [0, 2, 2, 0]});
        if let Some(pattern) = look.pattern(place) {
            style["decal"] = pattern;
        }
        let mut addition = json!({"cursor": "pointer", "z": 3, "itemStyle": style});
        if let (0, Some((_, value)), false) = (place, &target, frame.above) {
            addition["markLine"] = rules::lines(vec![rules::target(Across::X(*value), "", look)]);
            addition["markLine"]["z"] = json!(4);
        }
        sketch.series(
            Bar::new()
                .name(series.name.clone())
                .stack(series.name.clone())
                .bar_width(frame.bar)
                .bar_gap(frame.bar_gap())
                .data(points),
            addition,
            marks,
        );
        if tracked {
            rows::tracks(&mut sketch, &ends, &series.name, frame.bar, look);
        }
    }
    if let Some((line, value)) = target {
        let mut label = rules::label_over(&line.label, frame.margins.left + value * pixels, look);
        label["y"] = json!(legend_px);
        sketch.graphic(vec![label]);
        if frame.above {
            let places: Vec<(f64, usize)> = (0..input.groups.len()).map(|place| (value, place)).collect();
            frame.ticks(&mut sketch, &places, look.theme().ink, look);
        }
    }
    Ok(sketch.finish(frame.height()))
}
