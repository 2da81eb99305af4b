//! Grades or levels of each unit as shares of the unit's own whole, one bar of 100 % a row.

use super::cap::Cap;
use super::figure::{length, percent};
use super::look::{Hue, Look};
use super::option::Drawing;
use super::rows::{self, Row, RowFrame};
use super::sketch::{FONT, Sketch, silent_value_axis, tooltip};
use super::{Empty, heat_map::Head, lettering, rules};
use crate::model::from_json::FromJson;
use crate::model::number::{Count, format_count};
use crate::model::sort::SmallSort;
use charming::datatype::DataPointItem;
use charming::series::Bar;
use serde::Serialize;
use serde_json::{Value, json};
use std::cmp::Ordering;

/// Units and the parts of each.
#[derive(Clone, Debug, PartialEq, Serialize, FromJson)]
pub struct StackedByUnit {
    /// The parts in their order, the best grade first.
    pub parts: Vec<Head>,
    /// The units in their official order, which also decides between equals.
    pub rows: Vec<UnitParts>,
    /// The hue of the ramp.
    pub hue: Hue,
    /// A limit on the first parts of each row.
    pub cap: Option<Cap>,
}

/// One unit's counts.
#[derive(Clone, Debug, PartialEq, Serialize, FromJson)]
pub struct UnitParts {
    /// Given back when the row is picked.
    pub key: String,
    /// The unit's name in full.
    pub name: String,
    /// One count a part; `None` where the unit has not reported.
    pub counts: Option<Vec<Count>>,
}

impl UnitParts {
    pub(super) fn whole(&self) -> Option<Count> {
        let whole = self.counts.as_ref()?.iter().sum();
        (whole > 0).then_some(whole)
    }

    fn count(&self, part: usize) -> Count {
        self.counts
            .as_ref()
            .and_then(|counts| counts.get(part))
            .copied()
            .unwrap_or_default()
    }

    /// By the share of the best part, then of the next, exactly.
    fn rank(&self, other: &UnitParts, parts: usize) -> Ordering {
        let (a, b) = (self.whole().unwrap_or(1), other.whole().unwrap_or(1));
        (0..parts)
            .map(|part| {
                let left = u128::from(self.count(part)) * u128::from(b);
                let right = u128::from(other.count(part)) * u128::from(a);
                right.cmp(&left)
            })
            .find(|order| order.is_ne())
            .unwrap_or(Ordering::Equal)
    }
}

/// Draws every unit's parts, the unit with the largest best part first.
///
/// # Errors
/// [`Empty`] where there are no rows or parts, or nobody has reported.
pub fn stacked_by_unit(input: &StackedByUnit, look: &Look) -> Result<Drawing, Empty> {
    if input.rows.is_empty() || input.parts.is_empty() {
        return Err(Empty::NoRows);
    }
    let (mut reported, missing): (Vec<usize>, Vec<usize>) =
        (0..input.rows.len()).partition(|&index| input.rows[index].whole().is_some());
    if reported.is_empty() {
        return Err(Empty::NoFigures);
    }
    reported.small_sort_by(|&a, &b| input.rows[a].rank(&input.rows[b], input.parts.len()));
    let rows = rows::choose(&reported, &missing, look, |_, _| false);
    let labelled = rows::names_and_keys(&rows, look, |index| {
        (input.rows[index].name.clone(), input.rows[index].key.clone())
    });
    let names: Vec<String> = labelled.iter().map(|(name, _)| name.clone()).collect();
    let total = |index: usize| format_count(input.rows[index].whole().unwrap_or_default(), look.lang);
    let total_px = reported
        .iter()
        .map(|&index| lettering::width(&total(index), look.text()))
        .fold(0.0, f64::max);
    let part_names: Vec<String> = input.parts.iter().map(|part| part.name.clone()).collect();
    let head = rules::legend_height(&part_names, look.drawable(), look);
    let frame = RowFrame::new(&names, total_px, head, 1, look);

    let mut sketch = Sketch::new(look, frame.margins);
    sketch.keys = labelled.iter().map(|(_, key)| key.clone()).collect();
    sketch.folded = rows::folded(&rows, reported.len());
    sketch.axes(silent_value_axis(rules::WHOLE), frame.axis());
    rules::legend(&mut sketch, &part_names, look.drawable(), look);
    frame.finish_axis(&mut sketch, &rows, look);
    frame.spacer(&mut sketch);
    let fills = look.ramp(input.hue, input.parts.len());
    for (part, (head, fill)) in input.parts.iter().zip(&fills).enumerate() {
        let mut points = Vec::new();
        let mut marks = Vec::new();
        for (&row, (name, key)) in rows.iter().zip(&labelled) {
            let Row::Unit(index) = row else {
                points.push(DataPointItem::new(0.0));
                marks.push(Value::Null);
                continue;
            };
            let unit = &input.rows[index];
            let (count, whole) = (unit.count(part), unit.whole().unwrap_or(1));
            let written = percent(count, whole, look);
            let share = length(count, whole);
            let wide = share * frame.plot / 100.0 > lettering::width(&written, look.text()) + look.scaled(8.0);
            points.push(DataPointItem::new(share).name(key.clone()));
            marks.push(json!({
                "label": {"show": wide, "formatter": written},
                "tooltip": tooltip(&[
                    name,
                    &format!("{}: {} · {written}", head.name, format_count(count, look.lang)),
                ]),
            }));
        }
        let mut style = json!({"color": fill, "borderColor": look.theme().surface, "borderWidth": 1});
        if let Some(pattern) = look.pattern(part) {
            style["decal"] = pattern;
        }
        sketch.series(
            Bar::new()
                .name(head.name.clone())
                .stack("row")
                .bar_width(frame.bar + look.scaled(4.0))
                .data(points),
            json!({
                "cursor": "pointer",
                "itemStyle": style,
                "label": {
                    "position": "inside",
                    "color": look.on_fill(fill),
                    "fontFamily": FONT,
                    "fontSize": look.text() - 1.0,
                    // A pattern must not run through figures.
                    "backgroundColor": if look.patterns { fill.as_str() } else { "transparent" },
                    "padding": [1, 3],
                },
            }),
            marks,
        );
    }
    closing(&mut sketch, input, &rows, &labelled, &frame, look);
    if let Some(cap) = &input.cap {
        let at = |(place, row): (usize, &Row)| {
            let Row::Unit(index) = row else { return None };
            let unit = &input.rows[*index];
            Some((cap.at(unit.counts.as_ref()?, unit.whole()?)?, place))
        };
        let ticks: Vec<(f64, usize)> = rows.iter().enumerate().filter_map(at).collect();
        frame.ticks(&mut sketch, &ticks, look.theme().ink, look);
    }
    Ok(sketch.finish(frame.height()))
}

/// The last series: the total at each row's end, text for folded rows, hatches for missing ones.
fn closing(
    sketch: &mut Sketch,
    input: &StackedByUnit,
    rows: &[Row],
    labelled: &[(String, String)],
    frame: &RowFrame,
    look: &Look,
) {
    let mut points = Vec::new();
    let mut marks = Vec::new();
    for (&row, (name, key)) in rows.iter().zip(labelled) {
        let (value, mark) = match row {
            Row::Unit(index) => {
                let whole = input.rows[index].whole().unwrap_or_default();
                let mut label = rows::muted_label(&format_count(whole, look.lang), look);
                label["distance"] = json!(look.scaled(6.0));
                (0.0, json!({"label": label}))
            }
            Row::Rest { .. } | Row::MissingHead { alone: false, .. } => (0.0, Value::Null),
            Row::MissingHead { .. } | Row::Missing(_) => (100.0, rows::missing_mark(name, look)),
        };
        points.push(DataPointItem::new(value).name(key.clone()));
        marks.push(mark);
    }
    sketch.series(
        Bar::new()
            .stack("row")
            .bar_width(frame.bar + look.scaled(4.0))
            .data(points),
        json!({"cursor": "pointer", "itemStyle": {"color": "transparent"}}),
        marks,
    );
}
