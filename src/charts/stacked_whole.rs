//! Parts of a whole: one bar of 100 %, labels inside where they fit and below on leader lines where
//! they do not. Grades and levels run from strong to pale in one hue.

use super::cap::{self, Cap};
use super::figure::{length, percent};
use super::look::{Hue, Look};
use super::option::Drawing;
use super::rules;
use super::sketch::{FONT, Margins, Sketch, literal, silent_value_axis, tooltip};
use super::{Empty, lettering};
use crate::model::from_json::FromJson;
use crate::model::number::{Count, format_count};
use charming::component::Axis;
use charming::datatype::DataPointItem;
use charming::element::AxisType;
use charming::series::Bar;
use serde::Serialize;
use serde_json::{Value, json};

/// A whole and its parts.
#[derive(Clone, Debug, PartialEq, Serialize, FromJson)]
pub struct StackedWhole {
    /// The parts in their order, the best grade first.
    pub parts: Vec<Part>,
    /// What the parts are parts of. Where they do not reach it, the rest is drawn as its own part.
    pub whole: Count,
    /// The name of that rest, such as "chưa xếp loại".
    pub remainder: String,
    /// The hue of the ramp.
    pub hue: Hue,
    /// A limit on the first parts.
    pub cap: Option<Cap>,
}

/// One part.
#[derive(Clone, Debug, PartialEq, Serialize, FromJson)]
pub struct Part {
    /// Given back when the part is picked.
    pub key: String,
    /// The part's name, such as "xuất sắc".
    pub name: String,
    /// How many.
    pub count: Count,
}

/// A part with its place on the bar, in pixels.
struct Segment {
    name: String,
    figure: String,
    key: String,
    share: f64,
    start: f64,
    width: f64,
    fill: Option<String>,
}

/// Draws one bar of 100 %.
///
/// # Errors
/// [`Empty`] where there are no parts or the whole is zero.
pub fn stacked_whole(input: &StackedWhole, look: &Look) -> Result<Drawing, Empty> {
    if input.parts.is_empty() {
        return Err(Empty::NoRows);
    }
    let sum: Count = input.parts.iter().map(|part| part.count).sum();
    // Parts that add up to more than their whole are drawn against their sum, so that none is cut off.
    let whole = input.whole.max(sum);
    if whole == 0 || sum == 0 {
        return Err(Empty::NoFigures);
    }
    let width = look.drawable();
    let segments = segments(input, whole, whole - sum, width, look);
    let bar = look.line() * 2.0 + look.scaled(20.0);
    let counts: Vec<Count> = input.parts.iter().map(|part| part.count).collect();
    let cap = input.cap.as_ref();
    let cap = cap.and_then(|cap| Some((cap, cap.at(&counts, whole)? * width / 100.0)));
    // The limit's name stands above the bar.
    let top = match cap {
        Some(_) => look.line() + look.scaled(6.0),
        None => look.scaled(2.0),
    };
    let (mut callouts, below) = callouts(&segments, top + bar, width, look);

    let mut sketch = Sketch::new(
        look,
        Margins {
            left: 0.0,
            top,
            right: 0.0,
            bottom: below,
        },
    );
    sketch.axes(
        silent_value_axis(rules::WHOLE),
        Axis::new().type_(AxisType::Category).show(false).data(vec![""]),
    );
    for (place, segment) in segments.iter().enumerate() {
        let (style, ink) = match &segment.fill {
            Some(fill) => {
                let mut style = json!({"color": fill});
                if let Some(pattern) = look.pattern(place) {
                    style["decal"] = pattern;
                }
                (style, look.on_fill(fill))
            }
            None => (look.not_reported(), look.theme().ink),
        };
        let mut style = style;
        // Neighbours of one hue are told apart by a gap, not by colour alone.
        style["borderColor"] = json!(look.theme().surface);
        style["borderWidth"] = json!(if segment.width > 4.0 { 1 } else { 0 });
        let mark = json!({
            "itemStyle": style,
            "label": {
                "show": fits(segment, look),
                "position": "inside",
                "formatter": format!("{{a|{}}}\n{{b|{}}}", literal(&segment.name), literal(&segment.figure)),
                "backgroundColor": segment.fill.as_deref().filter(|_| look.patterns).unwrap_or("transparent"),
                "padding": [1, 4],
                "rich": {
                    "a": inside_style(ink, 400, look),
                    "b": inside_style(ink, 600, look),
                },
            },
            "tooltip": tooltip(&[&segment.name, &segment.figure]),
        });
        sketch.series(
            Bar::new()
                .name(segment.name.clone())
                .stack("whole")
                .bar_width(bar)
                .data(vec![DataPointItem::new(segment.share).name(segment.key.clone())]),
            json!({"cursor": if segment.key.is_empty() { "default" } else { "pointer" }}),
            vec![mark],
        );
    }
    if let Some((cap, x)) = cap {
        callouts.push(rules::label_over(&cap.label, x, look));
        let through_words = segments.iter().any(|segment| {
            let half = label_width(segment, look) / 2.0 + look.scaled(4.0);
            fits(segment, look) && (segment.start + segment.width / 2.0 - x).abs() < half
        });
        let between = (top + look.scaled(8.0), top + bar - look.scaled(8.0));
        let between = through_words.then_some(between);
        callouts.extend(cap::line(
            x,
            top - look.scaled(4.0),
            top + bar + look.scaled(3.0),
            between,
            look,
        ));
    }
    sketch.graphic(callouts);
    Ok(sketch.finish(top + bar + below))
}

fn segments(input: &StackedWhole, whole: Count, rest: Count, width: f64, look: &Look) -> Vec<Segment> {
    let fills = look.ramp(input.hue, input.parts.len());
    let mut start = 0.0;
    let parts = input
        .parts
        .iter()
        .zip(fills)
        .map(|(part, fill)| (part.name.clone(), part.key.clone(), part.count, Some(fill)))
        .chain((rest > 0).then(|| (input.remainder.clone(), String::new(), rest, None)));
    parts
        .map(|(name, key, count, fill)| {
            let share = length(count, whole);
            let segment = Segment {
                figure: format!("{} · {}", format_count(count, look.lang), percent(count, whole, look)),
                name,
                key,
                share,
                start,
                width: share * width / 100.0,
                fill,
            };
            start += segment.width;
            segment
        })
        .collect()
}

fn inside_style(ink: &str, weight: u16, look: &Look) -> Value {
    json!({
        "color": ink,
        "fontFamily": FONT,
        "fontSize": look.text(),
        "fontWeight": weight,
        "lineHeight": look.line(),
        "align": "center",
    })
}

fn label_width(segment: &Segment, look: &Look) -> f64 {
    lettering::width(&segment.name, look.text()).max(lettering::width_bold(&segment.figure, look.text()))
}

fn fits(segment: &Segment, look: &Look) -> bool {
    segment.width >= label_width(segment, look) + look.scaled(16.0)
}

/// Labels of the parts too narrow for their own: below the bar, each at the end of a thin line, pushed
/// apart from left to right and, where a line of text is full, onto the next.
fn callouts(segments: &[Segment], bar_bottom: f64, width: f64, look: &Look) -> (Vec<Value>, f64) {
    let small: Vec<&Segment> = segments.iter().filter(|s| s.share > 0.0 && !fits(s, look)).collect();
    let zero: Vec<&Segment> = segments.iter().filter(|s| s.share <= 0.0).collect();
    let mut elements = Vec::new();
    let first = bar_bottom + look.scaled(10.0);
    let step = look.line() + look.scaled(4.0);
    let texts: Vec<String> = small.iter().map(|s| format!("{}  {}", s.name, s.figure)).collect();
    let places: Vec<(f64, f64)> = small
        .iter()
        .zip(&texts)
        .map(|(s, text)| {
            (
                s.start + s.width / 2.0,
                lettering::width(text, look.text()) + look.scaled(2.0),
            )
        })
        .collect();
    let placed = beside(&places, width, look.scaled(18.0)).unwrap_or_else(|| stairs(&places, width, look.scaled(8.0)));
    for ((text, (centre, size)), (left, level)) in texts.iter().zip(&places).zip(&placed) {
        let y = first + level * step;
        elements.push(rules::text_at(*left, y, text, "left", look.theme().ink, false, look));
        let foot = centre.clamp(left + 1.0, left + size - 1.0);
        elements.push(json!({
            "type": "polyline",
            "silent": true,
            "shape": {"points": [
                [centre.round(), bar_bottom.round()],
                [centre.round(), (y - look.scaled(5.0)).round()],
                [foot.round(), (y - look.scaled(1.0)).round()],
            ]},
            "style": {"stroke": look.theme().muted, "lineWidth": 1, "fill": "none"},
        }));
    }
    let levels = placed.iter().map(|(_, level)| level + 1.0).fold(0.0, f64::max);
    let mut below = levels * step + if levels > 0.0 { look.scaled(8.0) } else { 0.0 };
    if !zero.is_empty() {
        let text: Vec<String> = zero.iter().map(|s| format!("{}  {}", s.name, s.figure)).collect();
        let y = bar_bottom + below + look.scaled(4.0);
        for (line, text) in lettering::wrap(&text.join("; "), look.text(), width).iter().enumerate() {
            let y = y + line as f64 * look.line();
            elements.push(rules::text_at(0.0, y, text, "left", look.theme().muted, false, look));
            below = y + look.line() - bar_bottom;
        }
    }
    (elements, below + look.scaled(4.0))
}

/// All labels on one line of text, each below its part; `None` where they do not fit like that.
/// Places are (centre, width); the answer is (left edge, line).
fn beside(places: &[(f64, f64)], width: f64, gap: f64) -> Option<Vec<(f64, f64)>> {
    let mut lefts: Vec<f64> = Vec::new();
    let mut limit = width;
    for (centre, size) in places.iter().rev() {
        let left = (centre - size / 2.0).min(limit - size);
        limit = left - gap;
        lefts.push(left);
    }
    lefts.reverse();
    let fits = lefts
        .iter()
        .zip(places)
        .all(|(left, (centre, size))| *left >= 0.0 && *centre <= left + size);
    fits.then(|| lefts.into_iter().map(|left| (left, 0.0)).collect())
}

/// One line of text a label, each ending before the next part's leader comes down.
fn stairs(places: &[(f64, f64)], width: f64, gap: f64) -> Vec<(f64, f64)> {
    places
        .iter()
        .enumerate()
        .map(|(level, (centre, size))| {
            let limit = places.get(level + 1).map_or(width, |(next, _)| next - gap);
            ((centre - size / 2.0).min(limit - size).max(0.0), level as f64)
        })
        .collect()
}
