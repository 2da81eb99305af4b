//! Units compared: sorted horizontal bars, names in full, the value at the bar's end, the target as
//! a vertical line, units that have not reported as a hatched group at the end with their number.

use super::Empty;
use super::figure::{self, length, percent, ratio};
use super::look::{Hue, Look};
use super::option::Drawing;
use super::rows::{self, Row, RowFrame, Slots};
use super::rules::{self, Across};
use super::sketch::{Sketch, silent_value_axis, tooltip};
use crate::model::from_json::FromJson;
use crate::model::number::{Count, Percent, format_count};
use crate::model::sort::SmallSort;
use charming::datatype::DataPointItem;
use charming::element::ItemStyle;
use charming::series::Bar;
use serde::Serialize;
use serde_json::{Value, json};
use std::cmp::Ordering;

/// Units and one figure of each.
#[derive(Clone, Debug, PartialEq, Serialize, FromJson)]
pub struct RankedBars {
    /// The units in their official order, which also decides between equals.
    pub rows: Vec<UnitBar>,
    /// The measure's colour.
    pub hue: Hue,
    /// One target for all: a vertical line.
    pub target: Option<TargetLine>,
}

/// One unit.
#[derive(Clone, Debug, PartialEq, Serialize, FromJson)]
pub struct UnitBar {
    /// Given back when the bar is picked.
    pub key: String,
    /// The unit's name in full.
    pub name: String,
    /// Its figure.
    pub amount: Amount,
}

/// A unit's figure. All rows of a chart carry the same kind, or none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, FromJson)]
#[serde(rename_all = "snake_case")]
pub enum Amount {
    /// A part of a whole: drawn as a percentage.
    Share {
        /// The numerator.
        part: Count,
        /// The denominator.
        whole: Count,
    },
    /// A count, with the unit's own target where it has one (a tick on its bar).
    Count {
        /// The count.
        count: Count,
        /// The unit's own target.
        target: Option<Count>,
    },
    /// Not reported: hatched, never zero.
    NotReported,
}

/// The target that all bars are measured against.
#[derive(Clone, Debug, PartialEq, Serialize, FromJson)]
pub struct TargetLine {
    /// Where the line stands.
    pub at: TargetAt,
    /// Its label, such as "Chỉ tiêu 100%".
    pub label: String,
}

/// A target's value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, FromJson)]
#[serde(rename_all = "snake_case")]
pub enum TargetAt {
    /// A percentage, for shares.
    Percent(Percent),
    /// A count, for counts.
    Count(Count),
}

impl Amount {
    /// Where the bar ends, in the axis' unit; `None` where there is no rate or no report.
    pub(super) fn end(self) -> Option<f64> {
        match self {
            Amount::Share { whole: 0, .. } | Amount::NotReported => None,
            Amount::Share { part, whole } => Some(length(part, whole)),
            Amount::Count { count, .. } => Some(count as f64),
        }
    }

    /// Largest first. Shares are compared as fractions, exactly.
    fn rank(self, other: Amount) -> Ordering {
        match (self, other) {
            (Amount::Share { part: a, whole: b }, Amount::Share { part: c, whole: d }) => {
                (u128::from(c) * u128::from(b)).cmp(&(u128::from(a) * u128::from(d)))
            }
            (Amount::Count { count: a, .. }, Amount::Count { count: b, .. }) => b.cmp(&a),
            _ => Ordering::Equal,
        }
    }

    /// What is written at the bar: the ratio and the rate.
    pub(super) fn written(self, look: &Look) -> (String, String) {
        match self {
            Amount::Share { part, whole } => (ratio(part, whole, look), percent(part, whole, look)),
            Amount::Count {
                count,
                target: Some(target),
            } => (String::new(), ratio(count, target, look)),
            Amount::Count { count, target: None } => (String::new(), format_count(count, look.lang)),
            Amount::NotReported => (String::new(), String::new()),
        }
    }
}

/// Draws units from the largest to the smallest.
///
/// # Errors
/// [`Empty`] where there are no rows or none has a figure.
pub fn ranked_bars(input: &RankedBars, look: &Look) -> Result<Drawing, Empty> {
    if input.rows.is_empty() {
        return Err(Empty::NoRows);
    }
    let (mut reported, missing): (Vec<usize>, Vec<usize>) =
        (0..input.rows.len()).partition(|&index| input.rows[index].amount.end().is_some());
    if reported.is_empty() {
        return Err(Empty::NoFigures);
    }
    reported.small_sort_by(|&a, &b| input.rows[a].amount.rank(input.rows[b].amount));
    let written: Vec<(String, String)> = input.rows.iter().map(|row| row.amount.written(look)).collect();
    let alike = |a: usize, b: usize| written[a].1 == written[b].1;
    let rows = rows::choose(&reported, &missing, look, alike);
    let labelled = rows::names_and_keys(&rows, look, |index| {
        (input.rows[index].name.clone(), input.rows[index].key.clone())
    });
    let names: Vec<String> = labelled.iter().map(|(name, _)| name.clone()).collect();

    let axis_end = axis_end(input);
    let slots = Slots::of(written.iter(), look);
    let value_px = slots.width();
    let own_targets = reported
        .iter()
        .any(|&index| matches!(input.rows[index].amount, Amount::Count { target: Some(_), .. }));
    let head = if input.target.is_some() || own_targets {
        look.line() + look.scaled(8.0)
    } else {
        look.scaled(2.0)
    };
    let frame = RowFrame::new(&names, value_px, head, 1, look);
    let target = input.target.as_ref().map(|line| (line, line.at.value()));

    let mut sketch = Sketch::new(look, frame.margins);
    sketch.keys = labelled.iter().map(|(_, key)| key.clone()).collect();
    sketch.folded = rows::folded(&rows, reported.len());
    sketch.axes(silent_value_axis(axis_end), frame.axis());
    frame.finish_axis(&mut sketch, &rows, look);
    frame.spacer(&mut sketch);

    let pixels = frame.plot / axis_end;
    let shares = matches!(input.rows[reported[0]].amount, Amount::Share { .. });
    let tracked = shares && axis_end <= 100.0;
    let mut points: Vec<DataPointItem> = Vec::new();
    let mut marks: Vec<Value> = Vec::new();
    let mut ends: Vec<Option<f64>> = Vec::new();
    for (&row, (name, key)) in rows.iter().zip(&labelled) {
        ends.push(if let Row::Unit(index) = row {
            input.rows[index].amount.end()
        } else {
            None
        });
        match row {
            Row::Unit(index) => {
                let amount = input.rows[index].amount;
                let end = amount.end().unwrap_or_default();
                points.push(DataPointItem::new(end).name(key.clone()));
                let distance = match amount {
                    // The track leads from a share's bar to its label; so labels stand in a column.
                    Amount::Share { .. } if tracked => (100.0 - end) * pixels + look.scaled(6.0),
                    Amount::Count { target: Some(own), .. } => clearance(end, Some(own as f64), value_px, pixels, look),
                    _ => clearance(end, target.map(|(_, value)| value), value_px, pixels, look),
                };
                marks.push(json!({
                    "label": rows::value_label(&written[index], slots, distance, look),
                    "tooltip": tooltip(&[name, &join(&written[index])]),
                }));
            }
            Row::Rest { first, last, .. } => {
                let text = range(&written[last].1, &written[first].1, look);
                points.push(DataPointItem::new(0.0).name(key.clone()));
                marks.push(json!({"label": rows::muted_label(&text, look)}));
            }
            Row::MissingHead { alone: true, .. } | Row::Missing(_) => {
                points.push(DataPointItem::new(axis_end).name(key.clone()));
                marks.push(rows::missing_mark(name, look));
            }
            Row::MissingHead { .. } => {
                points.push(DataPointItem::new(0.0).name(key.clone()));
                marks.push(Value::Null);
            }
        }
    }
    let mut addition = json!({"cursor": "pointer", "z": 3, "itemStyle": {"borderRadius": [0, 2, 2, 0]}});
    if let Some(pattern) = look.pattern(1).filter(|_| look.patterns) {
        addition["itemStyle"]["decal"] = pattern;
    }
    if let Some((line, value)) = &target {
        // Above the bars the names are in the way of one long line: there each bar has its tick.
        sketch.graphic(vec![rules::label_over(
            &line.label,
            frame.margins.left + value * pixels,
            look,
        )]);
        if !frame.above {
            addition["markLine"] = rules::lines(vec![rules::target(Across::X(*value), "", look)]);
            addition["markLine"]["z"] = json!(4);
        }
    }
    sketch.series(
        Bar::new()
            .stack("row")
            .bar_width(frame.bar)
            .item_style(ItemStyle::new().color(look.fill(input.hue)))
            .data(points),
        addition,
        marks,
    );
    if own_targets && target.is_none() {
        sketch.graphic(rules::tick_key(
            frame.margins.left,
            look.words.own_target,
            look.theme().ink,
            look,
        ));
    }
    if tracked {
        rows::tracks(&mut sketch, &ends, "row", frame.bar, look);
    }
    ticks(&mut sketch, input, &rows, &frame, target.map(|(_, value)| value), look);
    Ok(sketch.finish(frame.height()))
}

impl TargetAt {
    pub(super) fn value(self) -> f64 {
        match self {
            TargetAt::Percent(percent) => percent.to_f64() * 100.0,
            TargetAt::Count(count) => count as f64,
        }
    }
}

/// What the folded rows amount to.
fn range(low: &str, high: &str, look: &Look) -> String {
    if low == high {
        figure::fill(look.words.all_at, &[("a", low)])
    } else {
        figure::fill(look.words.from_to, &[("a", low), ("b", high)])
    }
}

fn join((ratio, rate): &(String, String)) -> String {
    if ratio.is_empty() {
        rate.clone()
    } else {
        format!("{ratio} · {rate}")
    }
}

/// Zero to 100 for shares, further where one is over; to the largest count or target for counts.
fn axis_end(input: &RankedBars) -> f64 {
    let mut end: f64 = 0.0;
    for row in &input.rows {
        end = match row.amount {
            Amount::Share { .. } => end.max(100.0).max(row.amount.end().unwrap_or_default()),
            Amount::Count { count, target } => end.max(count as f64).max(target.unwrap_or_default() as f64),
            Amount::NotReported => end,
        };
    }
    end.max(input.target.as_ref().map_or(0.0, |line| line.at.value()))
        .max(1.0)
}

/// How far from its bar's end a label stands: just enough to be clear of the target's line.
fn clearance(end: f64, line: Option<f64>, label_px: f64, pixels: f64, look: &Look) -> f64 {
    let near = look.scaled(6.0);
    match line.map(|line| (line - end) * pixels) {
        Some(away) if (0.0..near + label_px + near).contains(&away) => away + near,
        _ => near,
    }
}

/// Short ink lines across single bars: each unit's own target, or the common one on a phone.
fn ticks(sketch: &mut Sketch, input: &RankedBars, rows: &[Row], frame: &RowFrame, target: Option<f64>, look: &Look) {
    let places: Vec<(f64, usize)> = rows
        .iter()
        .enumerate()
        .filter_map(|(place, row)| {
            let Row::Unit(index) = row else { return None };
            let value = match input.rows[*index].amount {
                Amount::Count { target: Some(own), .. } => own as f64,
                _ => target.filter(|_| frame.above)?,
            };
            Some((value, place))
        })
        .collect();
    frame.ticks(sketch, &places, look.theme().ink, look);
}
